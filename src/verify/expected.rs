//! The text a document must print, run by run, in reading order.

use crate::span::Span;

/// All runs of a document, in reading order.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Expected {
    pub(super) text: String,
    pub(super) runs: Vec<Run>,
    /// Tables whose columns may be too narrow for their words.
    pub narrow: Vec<Narrow>,
}

/// A table in whose columns whole words have no room, as far as widths tell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Narrow {
    /// The table.
    pub table: TableId,
    /// How much wider it would have to be, in thousandths of a point.
    pub lack: i64,
    /// The keys of the table with which it would fit, as the author writes them.
    pub options: Vec<String>,
    /// Whether it would fit as an appendix on its side, and is none.
    pub fits_appendix: bool,
}

/// A text that is printed in one place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Run {
    /// Its first byte in the text; it ends where the next run starts.
    pub(super) start: usize,
    pub(super) origin: Origin,
}

/// Where in the document a run is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// In the top margin of the first page.
    TopMargin,
    /// At the foot of the first page, wherever that is in the reading order.
    FirstFoot,
    /// Above the body: names, number, date, type, addressees.
    Head,
    /// Below the body: Nơi nhận and the signature.
    Signature,
    /// A paragraph or a heading of a body, and where it is written.
    Paragraph(Option<Span>),
    /// Label, title and reference of the appendix with this index.
    AppendixHead(usize),
    /// Unit and notes of a table.
    Beside(TableId),
    /// A heading of a table over the column with this printed index.
    Header(TableId, usize),
    /// A cell of a table: its line (`None`: the row of totals) and the printed index of its column.
    Cell(TableId, Option<usize>, usize),
}

/// Which table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TableId {
    /// The target with this index.
    Target(usize),
    /// How the column of a target was allocated, by both indexes.
    Working(usize, usize),
}

impl Expected {
    /// Adds a run. One without any word is left out, as nothing of it can be seen.
    pub fn push(&mut self, origin: Origin, text: &str) {
        if text.chars().all(char::is_whitespace) {
            return;
        }
        self.runs.push(Run { start: self.text.len(), origin });
        self.text.push_str(text);
        self.text.push('\n');
    }

    /// The words of a run.
    pub(super) fn words(&self, run: usize) -> &str {
        let end = self.runs.get(run + 1).map_or(self.text.len(), |next| next.start);
        self.text[self.runs[run].start..end].trim_end()
    }

    /// The run that holds the byte at `offset`.
    pub(super) fn run_at(&self, offset: usize) -> usize {
        self.runs.partition_point(|run| run.start <= offset).saturating_sub(1)
    }
}
