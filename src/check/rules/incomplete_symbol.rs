//! D135

use crate::check::rule::{RuleInput, RuleReport, rule};
use crate::diagnostic::Message;
use crate::model::symbol::{STATE_CODES, Shape, of_groups};

rule! {
    /// A symbol that lacks the issuer.
    ///
    /// ## Why
    /// `5106/QĐ-` may be the decision of anybody; the group of the issuer makes it one document.
    ///
    /// ## Bad
    /// ```yaml
    /// legal_bases: [Quyết định số 5106/QĐ- ngày 19/12/2022 của UBND thành phố về giao chỉ tiêu]
    /// body: Thực hiện {{ bases }}, đề nghị các xã rà soát./.
    /// ```
    ///
    /// ## Good
    /// ```yaml
    /// legal_bases: [Quyết định số 5106/QĐ-UBND ngày 19/12/2022 của UBND thành phố về giao chỉ tiêu]
    /// body: Thực hiện {{ bases }}, đề nghị các xã rà soát./.
    /// ```
    ///
    /// ## Basis
    /// NĐ 30/2020/NĐ-CP, Phụ lục I, II.3b (R30, R135)
    ///
    /// ## Là gì
    /// Ký hiệu thiếu phần cơ quan ban hành.
    ///
    /// ## Vì sao
    /// `5106/QĐ-` có thể là quyết định của bất kỳ ai; phải có chữ viết tắt tên cơ quan mới chỉ đúng
    /// một văn bản.
    "D135" "incomplete-symbol" Error => check
}

fn check(input: &RuleInput<'_>, report: &mut RuleReport<'_>) {
    if let Some(symbol) = &input.directive.symbol
        && of_groups(&symbol.value) == Shape::Incomplete
    {
        let message = Message::new("incomplete-symbol").with("symbol", &symbol.value);
        report.emit(symbol.span, message).subject = Some(symbol.value.clone());
    }
    let mut seen: Vec<&str> = Vec::new();
    for cited in input.citations {
        let citation = &cited.citation;
        // `18/KH - UBND` goes on behind a space (D556).
        let behind = &cited.prose.text[citation.range.end..];
        let goes_on = [" - ", " – ", " -", "- "].iter().any(|joint| {
            behind.strip_prefix(joint).is_some_and(|rest| rest.starts_with(char::is_uppercase))
        });
        let is_incomplete = citation.shape == Shape::Incomplete && !cited.is_old && !goes_on;
        if is_incomplete && !seen.contains(&citation.symbol.as_str()) {
            // The same slip further on is the same finding.
            seen.push(&citation.symbol);
            let expected = parted(&citation.symbol);
            let id =
                if expected.is_some() { "incomplete-symbol-joined" } else { "incomplete-symbol" };
            let message = Message::new(id)
                .with("symbol", cited.words())
                .with("expected", expected.unwrap_or_default());
            report.emit(cited.span(), message).subject = Some(cited.words().to_owned());
        }
    }
}

/// `30/2020/NĐCP`: code and organ without the hyphen between them.
fn parted(symbol: &str) -> Option<String> {
    const ORGANS: [&str; 6] = ["CP", "TTg", "UBND", "HĐND", "BTC", "BNV"];
    let (front, last) = symbol.rsplit_once('/')?;
    let code = ORGANS.iter().find_map(|organ| last.strip_suffix(organ))?;
    let is_code = ["NĐ", "TT"].contains(&code) || STATE_CODES.contains(&code);
    is_code.then(|| format!("{front}/{code}-{}", &last[code.len()..]))
}
