//! D142

use crate::check::rule::{RuleInput, RuleReport, rule};
use crate::diagnostic::Message;

rule! {
    /// A citation without the word `số` before its number.
    ///
    /// ## Why
    /// The decree writes `Nghị định số 110/2004/NĐ-CP`; one way of citing throughout is easier to
    /// search.
    ///
    /// ## Bad
    /// ```yaml
    /// legal_bases: [Kế hoạch 07/KH-UBND ngày 05/3/2026 của UBND tỉnh về giảm nghèo]
    /// body: Thực hiện {{ bases }}, đề nghị các xã rà soát./.
    /// ```
    ///
    /// ## Good
    /// ```yaml
    /// legal_bases: [Kế hoạch số 07/KH-UBND ngày 05/3/2026 của UBND tỉnh về giảm nghèo]
    /// body: Thực hiện {{ bases }}, đề nghị các xã rà soát./.
    /// ```
    ///
    /// ## Basis
    /// NĐ 30/2020/NĐ-CP, Phụ lục I, II.6b (R142)
    ///
    /// ## Là gì
    /// Viện dẫn thiếu chữ `số` trước số văn bản.
    ///
    /// ## Vì sao
    /// Nghị định viết `Nghị định số 110/2004/NĐ-CP`; viện dẫn thống nhất một cách thì dễ tra tìm.
    "D142" "citation-without-so" Info => check
}

fn check(input: &RuleInput<'_>, report: &mut RuleReport<'_>) {
    let mut seen: Vec<&str> = Vec::new();
    for cited in input.citations.iter().filter(|cited| !cited.citation.has_so) {
        if seen.contains(&cited.words()) || cited.prose.is_quoted(cited.citation.range.start) {
            continue;
        }
        seen.push(cited.words());
        let kind: String =
            cited.words().chars().take(cited.citation.kind.word.chars().count()).collect();
        let message = Message::new("citation-without-so")
            .with("cited", cited.words())
            .with("expected", format!("{kind} số {}", cited.citation.symbol));
        report.emit(cited.span(), message).subject = Some(cited.words().to_owned());
    }
}
