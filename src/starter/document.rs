//! A new directive of any kind, with marked fields to fill in.

use crate::model::kind::{Addressed, Certified, Form, Kind};

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
    if kind.has_number() {
        push(&mut text, "number:                # để trống khi chưa có số");
    }
    if kind.has_number() && entry.is_none_or(|entry| !entry.has_code) {
        push(&mut text, &format!("symbol: {}", symbol(kind)));
    }
    if kind.has_date_line() && entry.is_none_or(|entry| !entry.has_place) {
        field(&mut text, "place", "địa danh, ví dụ: An Bình");
    }
    push(&mut text, "date:                  # năm-tháng-ngày: 2026-03-05; chưa biết ngày: 2026-03");
    let subject = match kind.form {
        Form::Letter => "trích yếu, không ghi V/v",
        Form::Introduction => "về việc gì; in ở dòng Về việc",
        Form::Leave => "dùng để vào sổ, không in ra",
        Form::Personal => "tên thư, ví dụ: Thư chúc mừng; in thành tiêu đề",
        Form::Certified(_) => "tên văn bản được sao; dùng để vào sổ, không in ra",
        _ => "trích yếu, không ghi tên loại",
    };
    field(&mut text, "subject", subject);
    recipients(&mut text, kind);
    bases(&mut text, kind, facts.basis.as_deref());
    if !matches!(kind.form, Form::Introduction | Form::Leave | Form::Certified(_)) {
        text.push_str(TABLE);
    }
    text.push_str(particulars(kind));
    body(&mut text, kind);
    signatories(&mut text, kind, entry);
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
        _ => {}
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
    } else {
        match kind.form {
            Form::Enacting(_) => push(text, "    - Như Điều 3"),
            Form::Introduction => push(text, "    - Như trên"),
            Form::Invitation => push(text, "    - Như thành phần mời"),
            _ => {}
        }
    }
    push(text, &format!("    - \"{BLANK} (để biết)\""));
    push(
        text,
        match kind.form {
            Form::Introduction | Form::Certified(_) => "  file: {}             # dòng Lưu: VT",
            Form::Minutes => "  file: {unit: Hồ sơ}  # dòng Lưu: VT, Hồ sơ",
            _ => "  file: {unit: VP}     # dòng Lưu: đơn vị soạn; thêm drafter, copies nếu cần",
        },
    );
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

/// The fixed lines of a kind, to be filled in.
fn particulars(kind: &Kind) -> &'static str {
    match kind.form {
        Form::Invitation => INVITATION,
        Form::Minutes => MINUTES,
        Form::Introduction => INTRODUCTION,
        Form::Leave => LEAVE,
        Form::Certified(Certified::Whole) => WHOLE,
        Form::Certified(Certified::OfCopy) => OF_COPY,
        Form::Certified(Certified::Extract) => EXTRACT,
        _ => "",
    }
}

const INVITATION: &str = "\
invitation:
  guests:              # người được mời, mỗi người, mỗi nơi một dòng
    - \"[…]\"
  event: \"[…]\"         # tới dự gì, ví dụ: Hội nghị sơ kết công tác 6 tháng đầu năm
  chair: \"[…]\"         # chủ trì
  time: \"[…]\"          # ví dụ: 8 giờ 00 phút, thứ Sáu, ngày 17 tháng 4 năm 2026
  place: \"[…]\"         # địa điểm
";

const MINUTES: &str = "\
minutes:
  meeting: cuoc-hop    # hoặc: hoi-nghi, hoi-thao
  start: \"[…]\"         # ví dụ: 8 giờ 00 phút, ngày 17 tháng 4 năm 2026
  place: \"[…]\"         # địa điểm
  attendees:           # thành phần tham dự, mỗi người, mỗi nơi một dòng
    - \"[…]\"
  chair: \"[…]\"         # chủ trì (chủ tọa)
  secretary: \"[…]\"     # thư ký (người ghi biên bản)
  end: \"[…]\"           # ví dụ: 11 giờ 30 phút cùng ngày
";

const INTRODUCTION: &str = "\
introduction:
  person: \"[…]\"        # ví dụ: Ông Trần Văn Bình, Văn phòng Ủy ban nhân dân xã
  position: \"[…]\"      # chức vụ
  to: \"[…]\"            # được cử đến cơ quan, tổ chức nào
  until:               # có giá trị đến hết ngày: 2026-04-30
";

const LEAVE: &str = "\
leave:
  requested:           # ngày của đơn: 2026-03-02
  person: \"[…]\"        # ví dụ: Bà Lê Thị Hoa, Văn phòng Ủy ban nhân dân xã
  position: \"[…]\"      # chức vụ
  duration: \"[…]\"      # ví dụ: 05 ngày
  from:                # từ ngày: 2026-03-09
  until:               # đến hết ngày: 2026-03-13
  place: \"[…]\"         # nơi nghỉ
  counted_as: \"[…]\"    # ví dụ: nghỉ hằng năm có lương
";

const WHOLE: &str = "\
source:
  file: \"[…].pdf\"      # tệp PDF, hoặc văn bản .yaml của dự án
  from: paper          # văn bản được sao là giấy; văn bản điện tử: electronic
  to: paper            # bản sao là giấy; bản sao điện tử (từ bản quét): electronic
";

const OF_COPY: &str = "\
source:
  file: \"[…].pdf\"      # bản sao y: tệp PDF, hoặc văn bản .yaml của dự án
  of: ban-sao-y
  from: paper          # bản sao y là giấy; bản điện tử: electronic
  to: paper            # bản sao là giấy; bản sao điện tử (từ bản quét): electronic
";

const EXTRACT: &str = "\
source:
  file: \"[…].yaml\"     # văn bản .yaml của dự án, hoặc văn bản gõ lại, đặt ngoài data/
  from: paper          # văn bản được sao là giấy; văn bản điện tử: electronic
  to: paper            # bản sao là giấy; bản điện tử: electronic
  extract:             # các phần được trích
    - Điều 2
";

fn body(text: &mut String, kind: &Kind) {
    if matches!(kind.form, Form::Introduction | Form::Leave | Form::Certified(_)) {
        return;
    }
    push(text, "body: |");
    let name = kind.name;
    let lines = match kind.form {
        Form::Letter | Form::Telegram => "[…] đề nghị:\n1. […]\n2. […]./.".to_owned(),
        Form::Enacting(_) => format!(
            "Điều 1. […]\nĐiều 2. {name} này có hiệu lực kể từ ngày ký.\n\
             Điều 3. […] chịu trách nhiệm thi hành {name} này./."
        ),
        Form::Invitation => "Đề nghị các đại biểu […]./.".to_owned(),
        Form::Introduction | Form::Leave | Form::Certified(_) => String::new(),
        Form::Minutes => "1. […]\n2. […]".to_owned(),
        Form::Contract => "Hôm nay, ngày […], tại […], chúng tôi gồm:\n**BÊN A: […]**\n\
                           Địa chỉ: […]\nĐại diện: […]; chức vụ: […]\n**BÊN B: […]**\n\
                           Địa chỉ: […]\nĐại diện: […]; chức vụ: […]\n\
                           Hai bên thống nhất như sau:\n### Điều 1. […]\n[…]\n\
                           ### Điều 2. Điều khoản thi hành\n\
                           Văn bản này có hiệu lực kể từ ngày ký, được lập thành 02 bản có giá trị \
                           pháp lý như nhau, mỗi bên giữ 01 bản./."
            .to_owned(),
        Form::Personal => "Kính gửi […],\n[…]\nTrân trọng./.".to_owned(),
        Form::Titled => "# I. Mục đích, yêu cầu\n1. […]\n2. […]\n# II. Nội dung\n1. […]\n2. […]\n\
                         # III. Tổ chức thực hiện\n1. […]\n2. […]./."
            .to_owned(),
    };
    let paragraphs: Vec<String> = lines.lines().map(|line| format!("  {line}\n")).collect();
    text.push_str(&paragraphs.join("\n"));
}

/// Those who sign side by side, or the one who signs.
fn signatories(text: &mut String, kind: &Kind, entry: Option<&CatalogEntry>) {
    let titles = match kind.form {
        Form::Minutes => ["Thư ký", "Chủ tọa"],
        Form::Contract => ["Đại diện Bên A", "Đại diện Bên B"],
        _ => return signatory(text, entry),
    };
    push(text, "signatories:           # ký cạnh nhau, từ trái sang phải");
    for title in titles {
        push(text, &format!("  - {{title: {title}, name: \"{BLANK}\"}}"));
    }
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
