//! A new directive of any kind, with marked fields to fill in.

use crate::model::kind::{Addressed, Form, Kind};

/// The mark of a field to fill in. D508 (`placeholder-left`) finds it in an issued document.
pub(crate) const BLANK: &str = "[…]";

/// An issuer of the catalog, by its id, with what the catalog knows of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct CatalogEntry {
    /// The id of the issuer.
    pub issuer: String,
    /// Whether the entry has a code, from which the symbol is made.
    pub has_code: bool,
    /// Whether the entry has a place.
    pub has_place: bool,
    /// The ids of its signatories.
    pub signatories: Vec<String>,
}

/// What a new document can use of its project.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct ProjectFacts {
    /// The path of the schema of directives, relative to the folder of the document.
    pub schema: Option<String>,
    /// The issuers of the catalog, in the order of their ids.
    pub issuers: Vec<CatalogEntry>,
    /// The id of the first legal document of the catalog.
    pub basis: Option<String>,
}

/// The YAML text of a new draft of `kind`. Its blanks are [`BLANK`].
pub(crate) fn document(kind: &Kind, facts: &ProjectFacts) -> String {
    let mut text = String::new();
    if let Some(schema) = &facts.schema {
        push(&mut text, &format!("# yaml-language-server: $schema={schema}"));
    }
    push(
        &mut text,
        &format!("# {}: điền vào những chỗ có {BLANK}, rồi gõ: vanthu build", kind.name),
    );
    push(&mut text, &format!("kind: {}", kind.id));
    push(&mut text, "status: draft");
    // With several issuers the author chooses; the first one is as good a guess as any.
    let entry = facts.issuers.first();
    issuer(&mut text, kind, entry, &facts.issuers);
    push(&mut text, "number:                # để trống khi chưa có số");
    if entry.is_none_or(|entry| !entry.has_code) {
        push(&mut text, &format!("symbol: {}", symbol(kind)));
    }
    if entry.is_none_or(|entry| !entry.has_place) {
        field(&mut text, "place", "địa danh, ví dụ: An Bình");
    }
    push(&mut text, "date:                  # năm-tháng-ngày: 2026-03-05; chưa biết ngày: 2026-03");
    let subject = match kind.form {
        Form::Letter => "trích yếu, không ghi V/v",
        Form::Titled | Form::Enacting(_) | Form::Telegram => "trích yếu, không ghi tên loại",
    };
    field(&mut text, "subject", subject);
    recipients(&mut text, kind);
    bases(&mut text, kind, facts.basis.as_deref());
    text.push_str(TABLE);
    body(&mut text, kind);
    signatory(&mut text, entry);
    text
}

fn push(text: &mut String, line: &str) {
    text.push_str(line);
    text.push('\n');
}

/// A key whose value is to be filled in, with a comment that says what it is.
fn field(text: &mut String, key: &str, comment: &str) {
    let value = format!("{key}: \"{BLANK}\"");
    push(text, &format!("{value:<22} # {comment}"));
}

fn issuer(text: &mut String, kind: &Kind, entry: Option<&CatalogEntry>, all: &[CatalogEntry]) {
    push(text, "issuer:");
    if let Some(entry) = entry {
        push(text, &format!("  id: {:<17} # trong data/catalog", entry.issuer));
        if all.len() > 1 {
            let others: Vec<&str> = all.iter().skip(1).map(|entry| &*entry.issuer).collect();
            push(text, &format!("  # hoặc: {}", others.join(", ")));
        }
    } else {
        push(text, "  # parent: …          # cơ quan chủ quản; bỏ dấu # nếu có");
        field(text, "  name", "cơ quan ban hành, viết chữ thường");
    }
    match kind.form {
        Form::Enacting(_) => {
            field(text, "  authority", "thẩm quyền ban hành, ví dụ: Chủ tịch Ủy ban nhân dân xã");
        }
        Form::Telegram => {
            field(text, "  authority", "người điện, ví dụ: Chủ tịch Ủy ban nhân dân xã");
        }
        Form::Letter | Form::Titled => {}
    }
}

fn symbol(kind: &Kind) -> String {
    match kind.code {
        Some(code) => format!("{code}-UBND       # ký hiệu, phần sau dấu /"),
        None => "UBND-VP        # ký hiệu, phần sau dấu /: cơ quan-đơn vị soạn".to_owned(),
    }
}

fn recipients(text: &mut String, kind: &Kind) {
    push(text, "recipients:");
    let is_addressed = kind.addressed != Addressed::Never;
    if is_addressed {
        push(text, "  to:                  # Kính gửi, mỗi nơi một dòng");
        push(text, &format!("    - \"{BLANK}\""));
    }
    push(text, "  cc:                  # Nơi nhận, mỗi nơi một dòng");
    if is_addressed {
        push(text, "    - Như trên");
    } else if matches!(kind.form, Form::Enacting(_)) {
        push(text, "    - Như Điều 3");
    }
    push(text, &format!("    - \"{BLANK} (để biết)\""));
    push(text, "  file: {unit: VP}     # dòng Lưu: đơn vị soạn; thêm drafter, copies nếu cần");
}

fn bases(text: &mut String, kind: &Kind, basis: Option<&str>) {
    if matches!(kind.form, Form::Enacting(_)) {
        push(text, "legal_bases:           # mỗi căn cứ một dòng, không gõ chữ Căn cứ");
        match basis {
            Some(id) => push(text, &format!("  - {id:<19} # trong data/catalog")),
            None => push(text, &format!("  - \"{BLANK}\"")),
        }
    }
}

/// A table for who needs one: `#` in front of each line is taken away.
const TABLE: &str = "\
# Bảng số liệu: bỏ dấu # ở các dòng dưới, rồi viết {{ table(\"chi-tieu\") }} thành một đoạn trong body.
# targets:
#   chi-tieu:
#     row_header: Đơn vị
#     columns:
#       - {id: nam_truoc, header: Thực hiện năm trước}
#       - {id: nam_nay, header: Kế hoạch năm nay}
#       - {id: tang, header: Số tăng, formula: nam_nay - nam_truoc}
#     rows:
#       Đơn vị thứ nhất: [120, 150]
#       Đơn vị thứ hai: [80, 95]
#     total: {label: Tổng cộng}
";

fn body(text: &mut String, kind: &Kind) {
    push(text, "body: |");
    let name = kind.name;
    let lines = match kind.form {
        Form::Letter | Form::Telegram => "[…] đề nghị:\n1. […]\n2. […]./.".to_owned(),
        Form::Enacting(_) => format!(
            "Điều 1. […]\nĐiều 2. {name} này có hiệu lực kể từ ngày ký.\n\
             Điều 3. […] chịu trách nhiệm thi hành {name} này./."
        ),
        Form::Titled => "# I. Mục đích, yêu cầu\n1. […]\n2. […]\n# II. Nội dung\n1. […]\n2. […]\n\
                         # III. Tổ chức thực hiện\n1. […]\n2. […]./."
            .to_owned(),
    };
    let paragraphs: Vec<String> = lines.lines().map(|line| format!("  {line}\n")).collect();
    text.push_str(&paragraphs.join("\n"));
}

fn signatory(text: &mut String, entry: Option<&CatalogEntry>) {
    push(text, "signatory:");
    let ids = entry.map_or(&[][..], |entry| &entry.signatories);
    let Some((first, others)) = ids.split_first() else {
        push(text, "  # authority: [TM. …, KT. …]  # bỏ dấu # nếu ký thay mặt, ký thay");
        field(text, "  title", "chức vụ người ký");
        field(text, "  name", "họ và tên");
        return;
    };
    push(text, &format!("  id: {first:<17} # trong data/catalog"));
    if !others.is_empty() {
        push(text, &format!("  # hoặc: {}", others.join(", ")));
    }
}
