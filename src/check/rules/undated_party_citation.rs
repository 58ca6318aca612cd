//! D140

use crate::check::prose::Part;
use crate::check::rule::{RuleInput, RuleReport, rule};
use crate::diagnostic::Message;
use crate::model::symbol::Shape;

rule! {
    /// A Party document cited without its day.
    ///
    /// ## Why
    /// Numbers of Party documents begin anew with every term: there are three resolutions 28-NQ/TW.
    /// The day says which.
    ///
    /// ## Bad
    /// ```yaml
    /// body: Thực hiện Nghị quyết số 28-NQ/TW, đề nghị các xã rà soát./.
    /// ```
    ///
    /// ## Good
    /// ```yaml
    /// body: Thực hiện Nghị quyết số 28-NQ/TW ngày 23/5/2018 của Ban Chấp hành Trung ương, đề nghị các xã rà soát./.
    /// ```
    ///
    /// ## Basis
    /// NĐ 30/2020/NĐ-CP, Phụ lục I, II.6b (R45, R140)
    ///
    /// ## Là gì
    /// Viện dẫn văn bản của Đảng không ghi ngày.
    ///
    /// ## Vì sao
    /// Số văn bản Đảng đánh lại theo nhiệm kỳ: đã có ba Nghị quyết 28-NQ/TW. Có ngày mới biết là
    /// văn bản nào.
    "D140" "undated-party-citation" Warning => check
}

fn check(input: &RuleInput<'_>, report: &mut RuleReport<'_>) {
    let cited = || input.citations.iter().filter(|cited| cited.prose.part != Part::Subject);
    let mut seen: Vec<&str> = Vec::new();
    for first in cited() {
        let symbol = first.citation.symbol.as_str();
        let is_party = matches!(first.citation.shape, Shape::Party { .. });
        let is_dated =
            cited().any(|other| other.citation.symbol == symbol && other.citation.date.is_some());
        let is_quoted = first.prose.is_quoted(first.citation.range.start);
        if is_party && !is_dated && !is_quoted && !seen.contains(&symbol) {
            seen.push(symbol);
            let message = Message::new("undated-party-citation").with("cited", first.words());
            report.emit(first.span(), message).subject = Some(first.words().to_owned());
        }
    }
}
