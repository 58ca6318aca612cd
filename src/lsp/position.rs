//! Positions of the protocol and bytes of a text.

use std::borrow::Cow;
use std::ops::Range;

use gen_lsp_types::{Position, Range as LspRange};

use crate::source::{Source, editor_lines};

/// The lines of a text. A position counts lines from 0, and UTF-16 code units within a line.
pub(super) struct Lines<'t> {
    text: &'t str,
    /// The first byte of each line.
    starts: Cow<'t, [usize]>,
}

impl<'t> Lines<'t> {
    /// The lines of `text`.
    pub(super) fn new(text: &'t str) -> Self {
        Self { text, starts: Cow::Owned(editor_lines(text)) }
    }

    /// The lines of a source, which are found once.
    pub(super) fn of(source: &'t Source) -> Self {
        Self { text: &source.text, starts: Cow::Borrowed(source.editor_lines()) }
    }

    /// The position of byte `offset`; that of the end of the text for one behind it.
    pub(super) fn position(&self, offset: usize) -> Position {
        let offset = self.text.floor_char_boundary(offset);
        let line = self.starts.partition_point(|start| *start <= offset) - 1;
        let before = &self.text[self.starts[line]..offset];
        let units: usize = before.chars().map(char::len_utf16).sum();
        Position { line: number(line), character: number(units) }
    }

    /// The positions of both ends of `range`.
    pub(super) fn range(&self, range: &Range<usize>) -> LspRange {
        LspRange { start: self.position(range.start), end: self.position(range.end) }
    }

    /// The byte at `position`; one behind the end of its line is the end of the line.
    pub(super) fn offset(&self, position: Position) -> usize {
        let line = position.line as usize;
        let Some(start) = self.starts.get(line).copied() else { return self.text.len() };
        let end = self.starts.get(line + 1).copied().unwrap_or(self.text.len());
        let words = self.text[start..end].trim_end_matches(['\n', '\r']);
        let mut units = 0;
        for (at, sign) in words.char_indices() {
            if units >= position.character as usize {
                return start + at;
            }
            units += sign.len_utf16();
        }
        start + words.len()
    }

    /// The bytes between both ends of `range`.
    pub(super) fn bytes(&self, range: LspRange) -> Range<usize> {
        let start = self.offset(range.start);
        start..self.offset(range.end).max(start)
    }
}

/// No text of the program has 2³² lines.
fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn position(line: u32, character: u32) -> Position {
        Position { line, character }
    }

    #[test]
    fn a_position_counts_utf16_units() {
        // One unit for a composed letter, two for a combining mark, two for a sign beyond the BMP.
        let text = "a: Huyện\r\nb: Huye\u{302}\u{323}n 𝄞x\nc: đ\rd";
        let lines = Lines::new(text);
        for (words, wanted) in [
            ("a", position(0, 0)),
            ("n\r", position(0, 7)),
            ("n 𝄞", position(1, 9)),
            ("x\n", position(1, 13)),
            ("đ", position(2, 3)),
            ("d", position(3, 0)),
        ] {
            let offset = text.rfind(words).expect("it is there");
            assert_eq!(lines.position(offset), wanted, "{words:?}");
            assert_eq!(lines.offset(wanted), offset, "{words:?}");
        }
    }

    #[test]
    fn every_byte_comes_back_from_its_position() {
        let text = "kind: cong-van\r\n\r\nrows:\n  Thị xã 𝄞: [1]\n";
        let lines = Lines::new(text);
        for (offset, sign) in text.char_indices().filter(|(_, sign)| !"\r\n".contains(*sign)) {
            assert_eq!(lines.offset(lines.position(offset)), offset, "{sign:?}");
        }
    }

    #[test]
    fn a_position_that_is_not_there_is_the_nearest_one() {
        let lines = Lines::new("ab\r\ncd");
        assert_eq!(lines.offset(position(0, 99)), 2);
        assert_eq!(lines.offset(position(9, 0)), 6);
        assert_eq!(lines.position(99), position(1, 2));
        assert_eq!(lines.bytes(LspRange { start: position(1, 1), end: position(0, 0) }), 5..5);
    }
}
