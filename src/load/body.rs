//! Where the bytes of a body stand in its file.

use crate::span::{SourceId, Span};
use std::ops::Range;

/// The text of a body, and the way from its bytes back to those of the file.
///
/// YAML takes the indentation off a block scalar, so the two differ on every line.
pub(super) struct Body<'a> {
    /// The text as YAML gives it.
    pub(super) text: &'a str,
    source: SourceId,
    /// Start of each line in `text` and in the file; empty when they do not match.
    lines: Vec<(usize, usize)>,
    whole: Range<usize>,
}

impl<'a> Body<'a> {
    /// `text` is the value of the scalar that covers the bytes `whole` of `file`.
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
        let after = self.lines.partition_point(|(start, _)| *start <= offset);
        let (start, file_start) = self.lines.get(after.checked_sub(1)?)?;
        Some(file_start + offset - start)
    }
}

/// Pairs the lines of `text` with the indented ones of `file`, or `None` if one differs.
fn match_lines(text: &str, file: &str, first_byte: usize) -> Option<Vec<(usize, usize)>> {
    // Blank lines before the first byte belong to the text, but not to the range.
    let blank = text.bytes().take_while(|byte| *byte == b'\n').count();
    let mut file_start = file.get(..first_byte)?.rfind('\n').map_or(0, |newline| newline + 1);
    let mut text_start = blank;
    let mut lines = Vec::new();
    for line in text[blank..].split('\n') {
        let file_line = file.get(file_start..)?.split('\n').next()?;
        let words = file_line.strip_suffix('\r').unwrap_or(file_line);
        if !line.is_empty() {
            let indent = words.strip_suffix(line)?;
            lines.push((text_start, file_start + indent.len()));
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
