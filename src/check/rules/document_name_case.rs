//! D116

use std::sync::LazyLock;

use crate::characters::capital;
use crate::check::prose::Part;
use crate::check::rule::{RuleInput, RuleReport, rule};
use crate::check::wordings::{Wordings, report_wording, small};
use crate::diagnostic::Message;

rule! {
    /// A cited document whose kind or name begins with a small letter.
    ///
    /// ## Why
    /// Kind and first syllable of the name of a specific document are capitals: Quyết định số
    /// 15/QĐ-UBND, Bộ luật Hình sự, Luật Đất đai.
    ///
    /// Looked at: kinds before a number and symbol, and the names of well-known laws. Công văn is
    /// left free.
    ///
    /// ## Bad
    /// ```yaml
    /// body: |
    ///   Theo quyết định số 15/QĐ-UBND ngày 12/01/2026 của UBND tỉnh về dự toán và Luật đất đai./.
    /// ```
    ///
    /// ## Good
    /// ```yaml
    /// body: |
    ///   Theo Quyết định số 15/QĐ-UBND ngày 12/01/2026 của UBND tỉnh về dự toán và Luật Đất đai./.
    /// ```
    ///
    /// ## Basis
    /// NĐ 30/2020/NĐ-CP, Phụ lục II, Mục V, khoản 6 (R116)
    ///
    /// ## Là gì
    /// Văn bản được viện dẫn có tên loại hoặc tên gọi viết thường chữ cái đầu.
    ///
    /// ## Vì sao
    /// Viết hoa tên loại và chữ cái đầu của tên gọi văn bản cụ thể: Quyết định số 15/QĐ-UBND, Bộ
    /// luật Hình sự, Luật Đất đai.
    ///
    /// Xét tên loại trước số, ký hiệu và tên các luật quen thuộc. Công văn không xét.
    "D116" "document-name-case" Warning => check
}

/// Laws in force that are often cited.
const LAWS: [&str; 24] = [
    "Luật Đất đai",
    "Luật Ngân sách nhà nước",
    "Luật Tổ chức chính quyền địa phương",
    "Luật Đầu tư công",
    "Luật Xây dựng",
    "Luật Đấu thầu",
    "Luật Giáo dục",
    "Luật Bảo hiểm y tế",
    "Luật Bảo hiểm xã hội",
    "Luật Cán bộ, công chức",
    "Luật Viên chức",
    "Luật Lưu trữ",
    "Luật Khiếu nại",
    "Luật Tố cáo",
    "Luật Tiếp công dân",
    "Luật Thi đua, khen thưởng",
    "Luật Phòng, chống tham nhũng",
    "Luật Bảo vệ môi trường",
    "Luật Hôn nhân và gia đình",
    "Luật Cư trú",
    "Luật Hộ tịch",
    "Bộ luật Hình sự",
    "Bộ luật Dân sự",
    "Bộ luật Lao động",
];

static WRONG: LazyLock<Wordings> = LazyLock::new(|| {
    let mut pairs: Vec<(String, &'static str)> = Vec::new();
    for law in LAWS {
        let head = if law.starts_with("Bộ luật ") { "Bộ luật" } else { "Luật" };
        let name = &law[head.len() + 1..];
        pairs.push((format!("{head} {}", small(name)), law));
        pairs.push((format!("{} {name}", small(head)), law));
    }
    Wordings::new(pairs)
});

fn check(input: &RuleInput<'_>, report: &mut RuleReport<'_>) {
    for cited in input.citations {
        let words = cited.words();
        // A công văn is free; `Thông báo kết luận số …` is a thông báo.
        let is_small = words.starts_with(char::is_lowercase) && cited.citation.has_so;
        if is_small && !["Công văn", "Kết luận"].contains(&cited.citation.kind.word) {
            let start = cited.citation.range.start;
            let length = cited.citation.kind.word.len();
            let found = &cited.prose.text[start..start + length];
            let right = capital(found);
            let message =
                Message::new("document-name-case").with("found", found).with("right", right);
            let span = cited.prose.span(start..start + length);
            report.emit(span, message).subject = Some(cited.words().to_owned());
        }
    }
    let is_looked_at = |part| matches!(part, Part::Basis | Part::Paragraph | Part::Heading);
    for prose in input.prose.iter().filter(|prose| is_looked_at(prose.part)) {
        if !prose.text.contains("uật ") {
            continue;
        }
        for (range, right) in WRONG.find(prose) {
            report_wording("document-name-case", prose, range, right, report);
        }
    }
}
