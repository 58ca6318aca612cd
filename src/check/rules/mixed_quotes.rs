//! D512

use std::ops::Range;

use crate::check::prose::Prose;
use crate::check::rule::{RuleInput, RuleReport, rule};
use crate::diagnostic::Message;

rule! {
    /// Straight and curly quotation marks in one document.
    ///
    /// ## Why
    /// In print they differ; one form throughout is enough.
    ///
    /// ## Bad
    /// ```yaml
    /// body: |
    ///   Tên gọi “Hộ nghèo” và "Cận nghèo"./.
    /// ```
    ///
    /// ## Good
    /// ```yaml
    /// body: |
    ///   Tên gọi “Hộ nghèo” và “Cận nghèo”./.
    /// ```
    ///
    /// ## Basis
    /// One form throughout.
    ///
    /// ## Là gì
    /// Trong một văn bản dùng cả dấu nháy thẳng và dấu nháy cong.
    ///
    /// ## Vì sao
    /// In ra khác nhau; chỉ cần dùng một kiểu.
    ///
    /// ## Căn cứ
    /// Thống nhất một cách trong cả văn bản.
    "D512" "mixed-quotes" Info => check
}

fn check(input: &RuleInput<'_>, report: &mut RuleReport<'_>) {
    let body = || input.prose.iter().filter(|prose| prose.is_body());
    if !body().any(|prose| prose.text.contains(['“', '”'])) {
        return;
    }
    let mut pairs = body().flat_map(|prose| straight(prose).map(move |range| (prose, range)));
    let Some((prose, range)) = pairs.next() else { return };
    let found = &prose.text[range.clone()];
    let words = found.trim_matches('"');
    let more = pairs.count();
    let message = Message::new("mixed-quotes")
        .with("found", found)
        .with("expected", format!("“{words}”"))
        .with("rest", if more > 0 { "some" } else { "none" })
        .with("more", more);
    report.emit(prose.span(range), message);
}

/// The words between straight quotation marks, with these; `5"` is a measure.
fn straight(prose: &Prose) -> impl Iterator<Item = Range<usize>> {
    let text = prose.text.as_str();
    let is_mark = |at: &usize| {
        !text[..*at].ends_with(|sign: char| sign.is_ascii_digit() || sign == '\'')
            || text[..*at].matches('"').count() % 2 == 1
    };
    let mut marks = text.match_indices('"').map(|(at, _)| at).filter(is_mark);
    std::iter::from_fn(move || {
        let start = marks.next()?;
        // One that is never closed is marked alone.
        let end = marks.next().unwrap_or(start);
        Some(start..end + 1)
    })
}
