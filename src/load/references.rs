//! The `{{ … }}` of a body: found before CommonMark sees the text, so that no sign in them is
//! taken for markup.

use std::ops::Range;

use super::body::Body;
use crate::codes;
use crate::diagnostic::{Diagnostic, Edit, Message, Report};
use crate::span::Span;

/// A `{{ … }}`: its words, still to be resolved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RawReference {
    /// What stands between the braces, trimmed.
    pub words: String,
    /// With its braces.
    pub span: Span,
    pub(super) range: Range<usize>,
}

/// All references of a body, in order. `\{` is a brace, not the start of one.
pub(super) fn find(body: &Body<'_>, report: &mut Report) -> Vec<RawReference> {
    let text = body.text;
    let mut references = Vec::new();
    let mut at = 0;
    while let Some(start) = text[at..].find("{{").map(|found| at + found) {
        if text[..start].ends_with('\\') {
            at = start + 1;
            continue;
        }
        let line_end = text[start..].find('\n').map_or(text.len(), |end| start + end);
        let Some(end) = text[start..line_end].find("}}").map(|found| start + found + 2) else {
            report.emit(
                Diagnostic::new(&codes::UNKNOWN_REFERENCE, Message::new("reference-open"))
                    .at(body.span(start..start + 2)),
            );
            // The others on this line have no end either: one slip is one finding.
            at = line_end;
            continue;
        };
        let words = text[start + 2..end - 2].trim();
        let words = words.replace(CURLY, "\"");
        if let Some(finding) = curly(body, start + 2..end - 2) {
            report.emit(finding);
        }
        references.push(RawReference { words, span: body.span(start..end), range: start..end });
        at = end;
    }
    references
}

/// Quotes that a word processor puts in the place of straight ones.
const CURLY: [char; 4] = ['“', '”', '‘', '’'];

/// The finding for curly quotes in the reference at `range`.
fn curly(body: &Body<'_>, range: Range<usize>) -> Option<Diagnostic> {
    let start = range.start;
    let found: Vec<(Range<usize>, &str)> = body.text[range]
        .match_indices(CURLY)
        .map(|(at, sign)| (start + at..start + at + sign.len(), sign))
        .collect();
    let (first, sign) = found.first()?;
    let message = Message::new("reference-curly").with("sign", sign);
    let mut finding =
        Diagnostic::new(&codes::UNKNOWN_REFERENCE, message).at(body.span(first.clone()));
    finding.edits = found.iter().map(|(at, _)| Edit::safe(body.span(at.clone()), "\"")).collect();
    Some(finding)
}

/// `text` with each reference replaced by letters of the same length: places stay, markup goes.
pub(super) fn mask(text: &str, references: &[RawReference]) -> String {
    let mut masked = String::with_capacity(text.len());
    let mut at = 0;
    for reference in references {
        masked.push_str(&text[at..reference.range.start]);
        masked.extend(std::iter::repeat_n('x', reference.range.len()));
        at = reference.range.end;
    }
    masked.push_str(&text[at..]);
    masked
}
