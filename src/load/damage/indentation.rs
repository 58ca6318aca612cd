//! Lines that are indented with something else than spaces.

use super::lines::{Line, lines};
use crate::codes;
use crate::diagnostic::{Diagnostic, Edit, Message};
use crate::span::{SourceId, Span};

/// What looks like a space in front of a line and is none to YAML.
fn is_false_space(sign: char) -> bool {
    matches!(
        sign,
        '\u{a0}' | '\u{1680}' | '\u{2000}'
            ..='\u{200b}' | '\u{202f}' | '\u{205f}' | '\u{3000}' | '\u{feff}'
    )
}

/// Lines indented with no-break spaces and the like, as Word and web pages have them.
pub(super) fn spaces(text: &str, source: SourceId) -> Option<Diagnostic> {
    if !text.contains(is_false_space) {
        return None;
    }
    let all = lines(text);
    let wrong = all.iter().flat_map(|line| in_margin(line, is_false_space));
    let edits: Vec<(char, Edit)> = wrong
        .map(|(at, sign)| {
            let span = Span::new(source, at..at + sign.len_utf8());
            let width = if matches!(sign, '\u{200b}' | '\u{feff}') { "" } else { " " };
            (sign, Edit::safe(span, width))
        })
        .collect();
    let (sign, first) = edits.first()?;
    let count = rows_of(text, edits.iter().map(|(_, edit)| edit.span.start));
    let message = Message::new("yaml-false-space")
        .with("sign", format!("U+{:04X}", u32::from(*sign)))
        .with("count", count);
    let mut finding = Diagnostic::new(&codes::YAML_SYNTAX, message).at(first.span);
    finding.edits = edits.into_iter().map(|(_, edit)| edit).collect();
    Some(finding)
}

/// Lines indented with tabs.
pub(super) fn tabs(text: &str, source: SourceId) -> Option<Diagnostic> {
    let all = lines(text);
    let wrong = all.iter().flat_map(|line| in_margin(line, |sign| sign == '\t'));
    let spans: Vec<Span> = wrong.map(|(at, _)| Span::new(source, at..at + 1)).collect();
    let first = *spans.first()?;
    let count = rows_of(text, spans.iter().map(|span| span.start));
    let message = Message::new("yaml-tab").with("count", count);
    let mut finding = Diagnostic::new(&codes::TAB_INDENTATION, message).at(first);
    finding.edits = spans.into_iter().map(|span| Edit::safe(span, "  ")).collect();
    Some(finding)
}

/// The places of such signs where a line is indented. Behind the indentation of a block scalar
/// they belong to its text.
fn in_margin<'t>(
    line: &Line<'t>,
    is_wrong: impl Fn(char) -> bool + 't,
) -> impl Iterator<Item = (usize, char)> + 't {
    let margin = if line.is_silent() { "" } else { line.margin() };
    let least = line.block.unwrap_or(usize::MAX);
    let start = line.start;
    let signs = margin.char_indices().enumerate();
    let signs = signs.take_while(move |(column, _)| *column < least);
    signs
        .map(|(_, sign)| sign)
        .filter(move |(_, sign)| is_wrong(*sign))
        .map(move |(at, sign)| (start + at, sign))
}

/// On how many lines the places are.
fn rows_of(text: &str, places: impl Iterator<Item = usize>) -> usize {
    let mut rows: Vec<usize> =
        places.map(|at| text[..at].rfind('\n').map_or(0, |it| it + 1)).collect();
    rows.dedup();
    rows.len()
}
