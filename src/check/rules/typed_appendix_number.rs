//! D084

use crate::check::rule::{RuleInput, RuleReport, rule};
use crate::diagnostic::Message;
use crate::model::roman::roman;

rule! {
    /// The number of an appendix typed in the body that is not the one printed.
    ///
    /// ## Why
    /// A single appendix has no number, several have Roman ones; the program counts them, and a
    /// typed number goes astray.
    ///
    /// ## Bad
    /// ```yaml
    /// targets:
    ///   chi-tieu:
    ///     title: Giao chỉ tiêu
    ///     row_header: Đơn vị
    ///     columns: [{id: so, header: Số người}]
    ///     rows: {Phường 1: [10]}
    /// body: "Chỉ tiêu tại Phụ lục 1 ({{ appendix(\"chi-tieu\") }})./."
    /// ```
    ///
    /// ## Good
    /// ```yaml
    /// targets:
    ///   chi-tieu:
    ///     title: Giao chỉ tiêu
    ///     row_header: Đơn vị
    ///     columns: [{id: so, header: Số người}]
    ///     rows: {Phường 1: [10]}
    /// body: "Chỉ tiêu tại {{ appendix(\"chi-tieu\") }}./."
    /// ```
    ///
    /// ## Basis
    /// NĐ 30/2020/NĐ-CP, Phụ lục I, III.1a (R84)
    ///
    /// ## Là gì
    /// Số phụ lục gõ trong nội dung khác với số được in.
    ///
    /// ## Vì sao
    /// Chỉ một phụ lục thì không đánh số, từ hai trở lên thì đánh số La Mã; số do chương trình đặt,
    /// gõ tay dễ lệch.
    "D084" "typed-appendix-number" Warning => check
}

fn check(input: &RuleInput<'_>, report: &mut RuleReport<'_>) {
    let count = input.directive.appendices().len();
    if count == 0 {
        return;
    }
    for prose in input.prose.iter().filter(|prose| prose.is_body()) {
        for (start, words) in prose.text.match_indices("hụ lục ") {
            let from = start + words.len();
            let rest = &prose.text[from..];
            let rest = rest.strip_prefix("số ").unwrap_or(rest);
            let number = rest.split([' ', ',', '.', ';', ')', ':']).next().unwrap_or_default();
            let is_arabic = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
            let is_roman = !number.is_empty() && number.chars().all(|sign| "IVX".contains(sign));
            let is_printed = count > 1 && (1..=count).any(|index| roman(index) == number);
            if (is_arabic || is_roman) && !is_printed && !is_of_another(&rest[number.len()..]) {
                let begin = prose.text[..start].char_indices().next_back().map_or(0, |(at, _)| at);
                let end = prose.text.len() - rest.len() + number.len();
                let found = &prose.text[begin..end];
                let message = Message::new("typed-appendix-number").with("found", found);
                report.emit(prose.span(begin..end), message).subject = Some(found.to_owned());
            }
        }
    }
}

/// Whether the appendix is that of a document named behind it.
fn is_of_another(rest: &str) -> bool {
    let clause = rest.split([';', '.']).next().unwrap_or_default();
    let others = [
        "Nghị định",
        "Thông tư",
        "Quyết định",
        "Nghị quyết",
        "Luật",
        "Kế hoạch",
        "Công văn",
        "Hướng dẫn",
        "Chỉ thị",
        "Quy chế",
        "Quy định",
    ];
    others.iter().any(|kind| clause.contains(kind))
}
