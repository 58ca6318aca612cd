//! D604

use std::ops::Range;

use super::as_of_article::articles;
use crate::check::prose::Part;
use crate::check::rule::{RuleInput, RuleReport, rule};
use crate::diagnostic::Message;

rule! {
    /// `Điều 9 Quyết định này` in a document that has fewer điều.
    ///
    /// ## Why
    /// A điều that was taken out or moved leaves references behind that lead nowhere.
    ///
    /// ## Bad
    /// ```yaml
    /// kind: quy-che
    /// symbol: QC-UBND
    /// body: |
    ///   Điều 1. Quy chế này áp dụng cho cán bộ nêu tại Điều 5 Quy chế này.
    ///
    ///   Điều 2. Văn phòng theo dõi việc thực hiện./.
    /// ```
    ///
    /// ## Good
    /// ```yaml
    /// kind: quy-che
    /// symbol: QC-UBND
    /// body: |
    ///   Điều 1. Quy chế này áp dụng cho cán bộ nêu tại Điều 2 Quy chế này.
    ///
    ///   Điều 2. Cán bộ, công chức xã thực hiện./.
    /// ```
    ///
    /// ## Basis
    /// NĐ 30/2020/NĐ-CP, Phụ lục I, II.6 (R50)
    ///
    /// ## Là gì
    /// Dẫn đến điều mà chính văn bản không có, như `Điều 9 Quyết định này`.
    ///
    /// ## Vì sao
    /// Điều đã bỏ hoặc đổi chỗ để lại những chỗ dẫn không đến đâu.
    "D604" "missing-article" Warning => check
}

fn check(input: &RuleInput<'_>, report: &mut RuleReport<'_>) {
    let directive = input.directive;
    let enacted = directive.enacts.iter().map(|enacted| (enacted.kind, enacted.body.as_slice()));
    let bodies = std::iter::once((directive.kind, directive.body.as_slice())).chain(enacted);
    for (index, (kind, blocks)) in bodies.enumerate() {
        let count = articles(blocks);
        if count == 0 {
            continue;
        }
        let parts = input.prose.iter().filter(|prose| {
            prose.body == index && matches!(prose.part, Part::Paragraph | Part::Heading)
        });
        for prose in parts {
            for (range, number) in named(&prose.text, kind.name) {
                if (1..=count).contains(&number) || prose.is_quoted(range.start) {
                    continue;
                }
                let words = &prose.text[range.clone()];
                let message =
                    Message::new("missing-article").with("words", words).with("count", count);
                report.emit(prose.span(range.clone()), message).subject = Some(words.to_owned());
            }
        }
    }
}

/// Where the text names a điều of the document itself, and its number.
fn named(text: &str, kind: &str) -> Vec<(Range<usize>, usize)> {
    let mut found = Vec::new();
    for (at, label) in text.match_indices("Điều ") {
        let rest = &text[at + label.len()..];
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        let Ok(number) = rest[..digits].parse() else { continue };
        let behind = &rest[digits..];
        let behind = behind.strip_prefix(" của").unwrap_or(behind);
        let lower = kind.to_lowercase();
        let is_own = [kind, &lower].iter().any(|name| {
            behind.strip_prefix(' ').and_then(|it| it.strip_prefix(*name)).is_some_and(|it| {
                it.strip_prefix(" này").is_some_and(|end| !end.starts_with(char::is_alphanumeric))
            })
        });
        if is_own {
            found.push((at..at + label.len() + digits, number));
        }
    }
    found
}
