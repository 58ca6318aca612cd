//! D521

use crate::check::citations::Cited;
use crate::check::documents::Basis;
use crate::check::rule::{RuleInput, RuleReport, rule};
use crate::diagnostic::Message;

rule! {
    /// A document that the body rests on by name, but `legal_bases` does not list.
    ///
    /// ## Why
    /// A document names all it rests on in one place; a reader of the bases would miss this one.
    ///
    /// Looked at: documents with `legal_bases`; citations of the body right behind `căn cứ`.
    ///
    /// ## Bad
    /// ```yaml
    /// legal_bases: [Kế hoạch số 07/KH-UBND ngày 05/3/2025 của UBND tỉnh về giảm nghèo]
    /// body: |
    ///   Thực hiện {{ bases }}, đề nghị các xã rà soát.
    ///
    ///   Căn cứ Kế hoạch số 08/KH-UBND ngày 06/3/2025 của UBND tỉnh, các xã báo cáo./.
    /// ```
    ///
    /// ## Good
    /// ```yaml
    /// legal_bases:
    ///   - Kế hoạch số 07/KH-UBND ngày 05/3/2025 của UBND tỉnh về giảm nghèo
    ///   - Kế hoạch số 08/KH-UBND ngày 06/3/2025 của UBND tỉnh về việc làm
    /// body: |
    ///   Thực hiện {{ bases }}, đề nghị các xã rà soát.
    ///
    ///   Căn cứ Kế hoạch số 08/KH-UBND, các xã báo cáo./.
    /// ```
    ///
    /// ## Basis
    /// NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, II.6 (R43, R46)
    ///
    /// ## Là gì
    /// Văn bản được nêu là căn cứ trong nội dung nhưng không có trong `legal_bases`.
    ///
    /// ## Vì sao
    /// Các căn cứ phải ghi đủ ở một chỗ; người đọc phần căn cứ sẽ không thấy văn bản này.
    ///
    /// Chỉ xét văn bản có `legal_bases`, và văn bản được nêu ngay sau chữ `căn cứ` trong nội dung.
    "D521" "unlisted-basis" Info => check
}

fn check(input: &RuleInput<'_>, report: &mut RuleReport<'_>) {
    let bases = &input.documents.bases;
    if bases.is_empty() {
        return;
    }
    for cited in input.citations.iter().filter(|cited| cited.prose.is_body()) {
        let before = cited.prose.text[..cited.citation.range.start].to_lowercase();
        let rests_on = before.ends_with("căn cứ ") || before.ends_with("căn cứ vào ");
        if rests_on && !bases.iter().any(|basis| is(basis, cited)) {
            let message = Message::new("unlisted-basis").with("cited", cited.words());
            report.emit(cited.span(), message).subject = Some(cited.words().to_owned());
        }
    }
}

/// Whether `basis` bears the number and symbol that is cited.
fn is(basis: &Basis<'_>, cited: &Cited<'_>) -> bool {
    let number = basis.document.and_then(|document| document.number.as_ref());
    let symbol = number.map(|number| number.value.replace(' ', ""));
    let symbol = symbol.or_else(|| basis.cited.map(|cited| cited.citation.symbol.clone()));
    symbol.is_some_and(|symbol| symbol == cited.citation.symbol)
}
