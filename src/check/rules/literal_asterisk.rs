//! D574

use std::sync::LazyLock;

use regex::Regex;

use crate::check::prose::Part;
use crate::check::rule::{RuleInput, RuleReport, rule};
use crate::diagnostic::Message;

rule! {
    /// Signs of bold or italic type that are printed as they stand.
    ///
    /// ## Why
    /// `**x**` is bold in a body only; in a subject, a name or a cell the stars are printed. In a
    /// body they are left where one of the two pairs is missing or has a space inside.
    ///
    /// ## Bad
    /// ```yaml
    /// subject: rà soát **hộ nghèo**
    /// ```
    ///
    /// ## Good
    /// ```yaml
    /// subject: rà soát hộ nghèo
    /// body: Đề nghị **các xã** rà soát (*)./.
    /// ```
    ///
    /// ## Basis
    /// docs/format.md: only `body` is Markdown.
    ///
    /// ## Là gì
    /// Dấu đánh đậm, nghiêng sẽ in ra nguyên như thế.
    ///
    /// ## Vì sao
    /// `**x**` chỉ thành chữ đậm trong `body`; trong trích yếu, tên, ô bảng thì in ra cả dấu sao.
    /// Trong `body`, dấu sao còn lại khi thiếu một cặp hoặc có dấu cách bên trong.
    ///
    /// ## Căn cứ
    /// docs/format.md: chỉ `body` viết bằng Markdown.
    "D574" "literal-asterisk" Warning => check
}

/// Words between signs of bold or italic type, of a field.
static MARKED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"\*\*[^*]+\*\*|__[^_]+__|\*[\p{L}][^*]*[\p{L}]\*").expect("its fixture is tested")
});

fn check(input: &RuleInput<'_>, report: &mut RuleReport<'_>) {
    for prose in input.prose.iter().filter(|prose| prose.has(b'*') || prose.has(b'_')) {
        if prose.is_body() {
            // What is left of Markdown is no pair.
            // `(**)` is the mark of a note.
            let is_note = |at: usize| {
                let (before, behind) = (&prose.text[..at], &prose.text[at..]);
                before.trim_end_matches('*').ends_with('(')
                    && behind.trim_start_matches('*').starts_with(')')
            };
            if let Some((at, _)) = prose.text.match_indices("**").find(|(at, _)| !is_note(*at)) {
                let behind = &prose.text[at + 2..];
                let word = behind.trim_start().split(' ').next().unwrap_or_default();
                let end = at + 2 + (behind.len() - behind.trim_start().len()) + word.len();
                tell((prose, at..end, "**", "body"), report);
            }
            continue;
        }
        for found in MARKED.find_iter(&prose.text) {
            if prose.is_filled_in(found.range()) {
                continue;
            }
            // Cells of words may have bold ones.
            if prose.part == Part::Cell && found.as_str().starts_with("**") {
                continue;
            }
            let mark = if found.as_str().starts_with("__") {
                "__"
            } else if found.as_str().starts_with("**") {
                "**"
            } else {
                "*"
            };
            tell((prose, found.range(), mark, "field"), report);
        }
    }
}

fn tell(
    (prose, range, mark, what): (&crate::check::prose::Prose, std::ops::Range<usize>, &str, &str),
    report: &mut RuleReport<'_>,
) {
    let found = prose.text[range.clone()].to_owned();
    let message = Message::new("literal-asterisk")
        .with("found", &found)
        .with("mark", mark)
        .with("what", what);
    report.emit(prose.span(range), message).subject = Some(found);
}
