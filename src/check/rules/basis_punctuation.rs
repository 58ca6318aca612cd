//! D043

use crate::check::prose::{Part, Prose};
use crate::check::rule::{RuleReport, Subject, rule};
use crate::diagnostic::Message;

rule! {
    /// A basis with a mark of its own, or bases typed in the body that do not end with `;`.
    ///
    /// ## Why
    /// Each basis ends with `;`, the last one with a full stop. The program sets the marks between
    /// `legal_bases`.
    ///
    /// ## Bad
    /// ```yaml
    /// legal_bases: ["Quyết định số 546/QĐ-TTg ngày 29/4/2022 của Thủ tướng Chính phủ về giao chỉ tiêu;"]
    /// body: Thực hiện {{ bases }}, đề nghị các xã rà soát./.
    /// ```
    ///
    /// ## Good
    /// ```yaml
    /// legal_bases: [Quyết định số 546/QĐ-TTg ngày 29/4/2022 của Thủ tướng Chính phủ về giao chỉ tiêu]
    /// body: Thực hiện {{ bases }}, đề nghị các xã rà soát./.
    /// ```
    ///
    /// ## Basis
    /// NĐ 30/2020/NĐ-CP, Phụ lục I, II.6a (R43)
    ///
    /// ## Là gì
    /// Căn cứ ghi ở `legal_bases` có sẵn dấu ở cuối, hoặc các dòng căn cứ gõ trong nội dung không
    /// kết thúc bằng `;`.
    ///
    /// ## Vì sao
    /// Mỗi căn cứ kết thúc bằng dấu `;`, căn cứ cuối bằng dấu `.`. Với `legal_bases`, dấu do chương
    /// trình đặt.
    "D043" "basis-punctuation" Error => check
}

fn check(subject: &Subject<'_>, report: &mut RuleReport<'_>) {
    for basis in subject.prose.iter().filter(|prose| prose.part == Part::Basis) {
        let mark = basis.text.chars().next_back().filter(|sign| ".;,:".contains(*sign));
        if let Some(mark) = mark.filter(|_| !basis.text.ends_with("...")) {
            let message = Message::new("basis-punctuation").with("mark", mark);
            let end = basis.text.len();
            report.emit(basis.span(end - 1..end), message).subject = Some(basis.text.clone());
        }
    }
    let body: Vec<&Prose> =
        subject.prose.iter().filter(|prose| prose.part == Part::Paragraph).collect();
    for pair in body.windows(2) {
        let (basis, next) = (pair[0].text.trim_end(), pair[1].text.trim_start());
        let goes_on = ["Căn cứ ", "Theo đề nghị ", "Xét đề nghị "];
        let is_basis = CITED.iter().any(|words| basis.starts_with(words));
        if is_basis && goes_on.iter().any(|words| next.starts_with(words)) && !basis.ends_with(';')
        {
            let message = Message::new("typed-basis");
            let start = basis.char_indices().next_back().map_or(0, |(start, _)| start);
            report.emit(pair[0].span(start..basis.len()), message);
        }
    }
}

/// What a basis in a line of its own begins with; `Căn cứ vào tình hình …` is a sentence.
const CITED: [&str; 8] = [
    "Căn cứ Luật ",
    "Căn cứ Bộ luật ",
    "Căn cứ Pháp lệnh ",
    "Căn cứ Nghị định ",
    "Căn cứ Nghị quyết ",
    "Căn cứ Thông tư ",
    "Căn cứ Quyết định ",
    "Căn cứ Kế hoạch ",
];
