//! D043

use crate::check::prose::{Part, Prose};
use crate::check::rule::{RuleInput, RuleReport, rule};
use crate::diagnostic::Message;

rule! {
    /// Bases typed in the body that do not end with `;`.
    ///
    /// ## Why
    /// Each basis ends with `;`, the last one with a full stop. Between `legal_bases` the program
    /// sets the marks, whatever mark they were pasted with.
    ///
    /// ## Bad
    /// ```yaml
    /// body: |
    ///   Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ về công tác văn thư,
    ///
    ///   Theo đề nghị của Phòng Nội vụ, đề nghị các xã rà soát./.
    /// ```
    ///
    /// ## Good
    /// ```yaml
    /// body: |
    ///   Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ về công tác văn thư;
    ///
    ///   Theo đề nghị của Phòng Nội vụ, đề nghị các xã rà soát./.
    /// ```
    ///
    /// ## Basis
    /// NĐ 30/2020/NĐ-CP, Phụ lục I, II.6a (R43)
    ///
    /// ## Là gì
    /// Các dòng căn cứ gõ trong nội dung không kết thúc bằng `;`.
    ///
    /// ## Vì sao
    /// Mỗi căn cứ kết thúc bằng dấu `;`, căn cứ cuối bằng dấu `.`. Giữa các căn cứ ghi ở
    /// `legal_bases`, dấu do chương trình đặt, dù chép vào có sẵn dấu gì.
    "D043" "basis-punctuation" Warning => check
}

fn check(input: &RuleInput<'_>, report: &mut RuleReport<'_>) {
    let body: Vec<&Prose> =
        input.prose.iter().filter(|prose| prose.part == Part::Paragraph).collect();
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
