//! Where the bytes of a body stand in its file.

use std::borrow::Cow;
use std::ops::Range;

use crate::characters::{normalized, origins};
use crate::codes;
use crate::diagnostic::{Diagnostic, Message, Report};
use crate::span::{SourceId, Span};

/// The text of a body, and the way from its bytes back to those of the file.
///
/// YAML takes the indentation off a block scalar, so the two differ on every line.
pub(super) struct Body<'a> {
    /// The text as YAML gives it.
    pub(super) text: &'a str,
    source: SourceId,
    /// The lines that say something; empty when those of `text` and of the file do not match.
    lines: Vec<Line>,
    whole: Range<usize>,
}

/// A line of the text, and the same line of the file.
struct Line {
    /// Where it begins in the text.
    start: usize,
    /// Where its words begin in the file.
    file_start: usize,
    /// For each byte of its words how far behind `file_start` it stands, where the file has other
    /// characters than the text, which is normalized.
    origins: Option<Vec<usize>>,
}

impl<'a> Body<'a> {
    /// `text` is the normalized value of the scalar that covers the bytes `whole` of `file`.
    pub(super) fn new(text: &'a str, source: SourceId, file: &str, whole: Range<usize>) -> Self {
        let lines = match_lines(text, file, whole.start).unwrap_or_default();
        Self { text, source, lines, whole }
    }

    /// The place of `range` of the text; the whole scalar when lines were folded.
    pub(super) fn span(&self, range: Range<usize>) -> Span {
        match (self.file_offset(range.start), self.file_offset(range.end)) {
            (Some(start), Some(end)) => Span::new(self.source, start..end),
            _ => Span::new(self.source, self.whole.clone()),
        }
    }

    fn file_offset(&self, offset: usize) -> Option<usize> {
        let after = self.lines.partition_point(|line| line.start <= offset);
        let line = self.lines.get(after.checked_sub(1)?)?;
        let behind = offset - line.start;
        let Some(origins) = &line.origins else { return Some(line.file_start + behind) };
        let end = origins.last()?;
        // Blank lines may follow.
        let past = (behind + 1).saturating_sub(origins.len());
        Some(line.file_start + origins.get(behind).unwrap_or(end) + past)
    }

    /// Where `part` of `words`, which stand at `span` of the file, stands there.
    pub(super) fn part(&self, words: &str, span: Span, part: Range<usize>) -> Option<Span> {
        let after = self.lines.partition_point(|line| line.file_start <= span.start);
        let line = self.lines.get(after.checked_sub(1)?)?;
        let behind = span.start - line.file_start;
        let behind = match &line.origins {
            Some(origins) => origins.iter().position(|origin| *origin == behind)?,
            None => behind,
        };
        let start = line.start + behind;
        let is_there = self.text.get(start..)?.starts_with(words);
        is_there.then(|| self.span(start + part.start..start + part.end))
    }
}

/// Finds a body of several lines that YAML joins to one: `body: >`, or none of the two signs.
pub(super) fn is_not_folded(
    file: &str,
    source: SourceId,
    whole: &Range<usize>,
    report: &mut Report,
) {
    let (Some(before), Some(text)) = (file.get(..whole.start), file.get(whole.clone())) else {
        return;
    };
    if text.lines().filter(|line| !line.trim().is_empty()).count() < 2 {
        return;
    }
    let before = before.trim_end();
    let line = before.rfind('\n').map_or(0, |end| end + 1);
    // A comment may stand behind the sign.
    let head = before[line..].split(" #").next().unwrap_or_default().trim_end();
    let Some(colon) = head.rfind(": ") else { return };
    let sign = head[colon + 2..].trim();
    if !sign.starts_with('>') {
        return;
    }
    let start = line + head.len() - sign.len();
    let message = Message::new("folded-body").with("sign", sign);
    let span = Span::new(source, start..start + sign.len());
    report.emit(Diagnostic::new(&codes::FOLDED_BODY, message).at(span));
}

/// Pairs the lines of `text` with the indented ones of `file`, or `None` if one differs.
fn match_lines(text: &str, file: &str, first_byte: usize) -> Option<Vec<Line>> {
    // Blank lines before the first byte belong to the text, but not to the range.
    let blank = text.bytes().take_while(|byte| *byte == b'\n').count();
    let mut file_start = file.get(..first_byte)?.rfind('\n').map_or(0, |newline| newline + 1);
    let mut text_start = blank;
    let mut lines = Vec::new();
    for line in text[blank..].split('\n') {
        let file_line = file.get(file_start..)?.split('\n').next()?;
        let words = file_line.strip_suffix('\r').unwrap_or(file_line);
        if !line.is_empty() {
            let read = normalized(words);
            // YAML takes spaces off, which are read as they are written.
            let indent = read.strip_suffix(line)?.len();
            let origins = match &read {
                Cow::Borrowed(_) => None,
                Cow::Owned(_) => Some(origins(words.get(indent..)?)),
            };
            lines.push(Line { start: text_start, file_start: file_start + indent, origins });
        }
        text_start += line.len() + 1;
        file_start += file_line.len() + 1;
        if file_start > file.len() {
            break;
        }
    }
    Some(lines)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Sources;

    fn found(text: &str, file: &str, whole: Range<usize>, word: &str) -> String {
        let source = Sources::default().add("a.yaml", "");
        let start = text.find(word).expect("the word is in the text");
        let span = Body::new(text, source, file, whole).span(start..start + word.len());
        file[span.range()].to_owned()
    }

    #[test]
    fn a_word_of_a_block_scalar_is_found_behind_its_indentation() {
        let file = "body: |\n  một\n\n    hai\n  ba\n";
        assert_eq!(found("một\n\n  hai\nba\n", file, 10..file.len(), "ba"), "ba");
        assert_eq!(found("một\n\n  hai\nba\n", file, 10..file.len(), "hai"), "hai");
    }

    #[test]
    fn a_word_is_found_behind_characters_that_are_read_otherwise() {
        let file = "body: |\n  ra\u{300} so\u{200b}át\u{a0}hộ\n  ba\n";
        let text = "rà soát hộ\nba\n";
        assert_eq!(found(text, file, 10..file.len(), "hộ"), "hộ");
        assert_eq!(found(text, file, 10..file.len(), "rà"), "ra\u{300}");
        assert_eq!(found(text, file, 10..file.len(), "soát"), "so\u{200b}át");
        assert_eq!(found(text, file, 10..file.len(), "ba"), "ba");
    }

    #[test]
    fn windows_line_ends_do_not_shift_places() {
        let file = "body: |\r\n  một\r\n\r\n  hai\r\n";
        assert_eq!(found("một\n\nhai\n", file, 11..file.len(), "hai"), "hai");
    }

    #[test]
    fn a_folded_scalar_is_blamed_as_a_whole() {
        let file = "body: >\n  một\n  hai\n";
        assert_eq!(found("một hai\n", file, 10..file.len(), "hai"), &file[10..]);
    }
}
