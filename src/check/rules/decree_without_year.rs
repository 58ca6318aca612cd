//! D132

use crate::check::rule::{RuleInput, RuleReport, rule};
use crate::diagnostic::Message;
use crate::model::symbol::Shape;

rule! {
    /// A nghị định or thông tư cited without the year in its number.
    ///
    /// ## Why
    /// Normative documents bear the year: `30/2020/NĐ-CP`. Without it the number stands for one of
    /// every year.
    ///
    /// ## Bad
    /// ```yaml
    /// legal_bases: [Nghị định số 30/NĐ-CP ngày 05/3/2020 của Chính phủ về công tác văn thư]
    /// body: Thực hiện {{ bases }}, đề nghị các xã rà soát./.
    /// ```
    ///
    /// ## Good
    /// ```yaml
    /// legal_bases: [Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ về công tác văn thư]
    /// body: Thực hiện {{ bases }}, đề nghị các xã rà soát./.
    /// ```
    ///
    /// ## Basis
    /// NĐ 78/2025/NĐ-CP (R126, R132)
    ///
    /// ## Là gì
    /// Viện dẫn nghị định, thông tư thiếu năm trong số, ký hiệu.
    ///
    /// ## Vì sao
    /// Văn bản quy phạm pháp luật mang cả năm: `30/2020/NĐ-CP`. Thiếu năm thì năm nào cũng có số
    /// đó.
    ///
    /// ## Căn cứ
    /// NĐ 78/2025/NĐ-CP về văn bản quy phạm pháp luật (R126, R132)
    "D132" "decree-without-year" Error => check
}

fn check(input: &RuleInput<'_>, report: &mut RuleReport<'_>) {
    for cited in input.citations {
        let Shape::Letter { first, .. } = &cited.citation.shape else { continue };
        let is_normative = ["NĐ", "TT", "TTLT", "NQLT"].contains(&first.as_str());
        if cited.is_old || !is_normative || !cited.citation.kind.state.contains(&first.as_str()) {
            continue;
        }
        let date = cited.citation.date.as_ref().and_then(|date| date.date);
        let year = date.map_or_else(|| "…".to_owned(), |date| date.year().to_string());
        let (number, rest) = cited.citation.symbol.split_once('/').unwrap_or_default();
        let message = Message::new("decree-without-year")
            .with("cited", cited.words())
            .with("expected", format!("{number}/{year}/{rest}"));
        report.emit(cited.span(), message).subject = Some(cited.words().to_owned());
    }
}
