//! One text, and lines and columns in it.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::OnceLock;

use serde::{Deserialize, Serialize};

/// One text, under the path its author knows it by.
#[derive(Debug, Clone)]
pub struct Source {
    /// Relative to the project folder, with `/` between its parts.
    pub path: String,
    /// The whole text.
    pub text: String,
    /// Where its lines begin: thousands of findings ask for theirs.
    pub(super) lines: Vec<usize>,
    /// How many lines of the file stand before the text.
    pub(super) lines_before: usize,
    /// Where its cells begin, and the row and column of each, when it is a sheet of figures.
    pub(super) cells: Vec<(usize, (u32, u32))>,
    /// Name of the sheet, when it is one of a workbook.
    pub(super) sheet: Option<String>,
    /// Where lines begin for an editor; found when one asks.
    pub(super) editor_lines: OnceLock<Vec<usize>>,
}

/// Some lines of a source, to show places in them when the source is no longer at hand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Excerpt {
    /// The path of the source.
    pub(super) path: String,
    /// How many lines of the source stand before the text.
    pub(super) lines_before: usize,
    /// The lines around the places; those between them are blank.
    pub(super) text: String,
    /// Where the cells in these lines begin, and the row and column of each.
    pub(super) cells: Vec<(usize, (u32, u32))>,
    /// Name of the sheet.
    pub(super) sheet: Option<String>,
}

/// So many lines around a place belong to its excerpt.
const LINES_AROUND: usize = 2;

/// A line and a column, both from 1; columns count characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LineColumn {
    /// The line.
    pub line: usize,
    /// The character in the line.
    pub column: usize,
}

/// Where the lines of `text` begin, which end with `\n`, `\r\n` or `\r`.
pub(crate) fn editor_lines(text: &str) -> Vec<usize> {
    let bytes = text.as_bytes();
    let is_end = |at: &usize| match bytes[*at] {
        b'\n' => true,
        b'\r' => bytes.get(at + 1) != Some(&b'\n'),
        _ => false,
    };
    let ends = (0..bytes.len()).filter(is_end);
    std::iter::once(0).chain(ends.map(|end| end + 1)).collect()
}

impl Source {
    pub(super) fn new(path: String, text: String) -> Self {
        let ends = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        let lines = std::iter::once(0).chain(ends.map(|(end, _)| end + 1)).collect();
        Self {
            path,
            text,
            lines,
            lines_before: 0,
            cells: Vec::new(),
            sheet: None,
            editor_lines: OnceLock::new(),
        }
    }

    /// Where the lines begin of an editor, which ends them with `\r` alone, too.
    pub(crate) fn editor_lines(&self) -> &[usize] {
        self.editor_lines.get_or_init(|| editor_lines(&self.text))
    }

    /// Where byte `offset` is, for a person. An offset past the end is the end.
    #[must_use]
    pub fn line_column(&self, offset: usize) -> LineColumn {
        let offset = self.boundary(offset);
        let line = self.lines.partition_point(|start| *start <= offset);
        let start = self.lines[line - 1];
        LineColumn {
            line: line + self.lines_before,
            column: self.text[start..offset].chars().count() + 1,
        }
    }
}

impl Source {
    /// The number of its first line in the file, from 1.
    #[must_use]
    pub fn first_line(&self) -> usize {
        self.lines_before + 1
    }

    /// The lines around `spans`, and these as ranges in them.
    #[must_use]
    pub fn excerpt(&self, spans: &[Range<usize>]) -> (Excerpt, Vec<Range<usize>>) {
        let spans: Vec<Range<usize>> = spans.iter().map(|span| self.whole(span.clone())).collect();
        let line = |offset: usize| self.lines.partition_point(|start| *start <= offset) - 1;
        let last = self.lines.len() - 1;
        let wanted = spans.iter().flat_map(|span| {
            let first = line(span.start).saturating_sub(LINES_AROUND);
            first..=(line(span.end) + LINES_AROUND).min(last)
        });
        let wanted: BTreeSet<usize> = wanted.collect();
        let first = wanted.first().copied().unwrap_or(0);
        let (mut text, mut moved, mut next) = (String::new(), BTreeMap::new(), first);
        let mut cells = Vec::new();
        for line in wanted {
            text.extend((next..line).map(|_| '\n'));
            moved.insert(line, text.len());
            let end = self.lines.get(line + 1).copied().unwrap_or(self.text.len());
            let begin = self.lines[line];
            let at = |offset: usize| self.cells.partition_point(|(start, _)| *start < offset);
            // The last cell of the file may be a blank one at its end.
            let after = if end == self.text.len() { self.cells.len() } else { at(end) };
            let here = self.cells[at(begin)..after].iter();
            cells.extend(here.map(|(start, cell)| (text.len() + start - begin, *cell)));
            text.push_str(&self.text[self.lines[line]..end]);
            next = line + 1;
        }
        let place = |offset: usize| {
            let line = line(offset);
            moved.get(&line).map_or(0, |start| start + offset - self.lines[line])
        };
        let spans = spans.iter().map(|span| place(span.start)..place(span.end)).collect();
        let lines_before = self.lines_before + first;
        let (path, sheet) = (self.path.clone(), self.sheet.clone());
        (Excerpt { path, lines_before, text, cells, sheet }, spans)
    }
}

impl Source {
    /// `range` with its ends moved to whole characters within the text.
    #[must_use]
    pub fn whole(&self, range: Range<usize>) -> Range<usize> {
        let start = self.boundary(range.start);
        start..self.boundary(range.end).max(start)
    }

    /// The row and the column of the cell at byte `offset`, from 0, when this is a sheet.
    #[must_use]
    pub fn cell_at(&self, offset: usize) -> Option<(u32, u32)> {
        let after = self.cells.partition_point(|(start, _)| *start <= offset);
        Some(self.cells.get(after.checked_sub(1)?)?.1)
    }

    /// Name of the sheet, when this is one of a workbook.
    #[must_use]
    pub fn sheet(&self) -> Option<&str> {
        self.sheet.as_deref()
    }

    pub(super) fn boundary(&self, offset: usize) -> usize {
        let mut offset = offset.min(self.text.len());
        while !self.text.is_char_boundary(offset) {
            offset -= 1;
        }
        offset
    }
}

/// The byte at a line and a column of `text`, both from 1; the nearest there is.
pub(crate) fn offset(text: &str, line: usize, column: usize) -> usize {
    let start: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    let in_line = text[start..].lines().next().unwrap_or_default();
    let before = in_line.chars().take(column.saturating_sub(1)).map(char::len_utf8);
    start + before.sum::<usize>()
}
