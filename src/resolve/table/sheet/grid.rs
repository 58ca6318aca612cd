//! A sheet as rows and columns of cells.

use std::borrow::Cow;

use super::super::number_format::{shown_day, shown_number};
use crate::load::sheet::{Merged, Sheet, SheetCell, SheetRow, SheetValue};
use crate::span::Span;

/// A sheet, asked by place in its list of rows and by column.
#[derive(Clone, Copy)]
pub(super) struct Grid<'a> {
    pub(super) sheet: &'a Sheet,
}

impl<'a> Grid<'a> {
    pub(super) fn rows(self) -> &'a [SheetRow] {
        &self.sheet.rows
    }

    /// The number of columns.
    pub(super) fn width(self) -> u32 {
        let widths = self.rows().iter().map(|row| row.cells.len());
        u32::try_from(widths.max().unwrap_or(0)).unwrap_or(u32::MAX)
    }

    pub(super) fn cell(self, row: usize, column: u32) -> Option<&'a SheetCell> {
        self.rows().get(row)?.cells.get(column as usize)
    }

    pub(super) fn value(self, row: usize, column: u32) -> &'a SheetValue {
        self.cell(row, column).map_or(&SheetValue::Blank, |cell| &cell.value)
    }

    pub(super) fn is_blank(self, row: usize, column: u32) -> bool {
        self.value(row, column).is_blank()
    }

    /// Where a cell is; a cell that the file leaves out is blamed on the last one of its row.
    pub(super) fn span(self, row: usize, column: u32) -> Span {
        let cells = &self.rows()[row].cells;
        let cell = cells.get(column as usize).or_else(|| cells.last());
        cell.expect("a row of a sheet has a cell").span
    }

    /// What a heading, a name or a note says: numbers are words there, too.
    pub(super) fn words(self, row: usize, column: u32) -> Cow<'a, str> {
        words(self.value(row, column))
    }

    /// A name or a detail of a row as the sheet shows it; `None` when its format is not known here.
    pub(super) fn shown(self, row: usize, column: u32) -> Option<Cow<'a, str>> {
        shown(self.value(row, column))
    }

    /// The merged cells that this one belongs to.
    pub(super) fn merged(self, row: usize, column: u32) -> Option<&'a Merged> {
        let row = self.rows()[row].index;
        let holds = |merged: &&Merged| {
            (merged.top..=merged.bottom).contains(&row)
                && (merged.left..=merged.right).contains(&column)
        };
        self.sheet.merged.iter().find(holds)
    }

    /// The place in the list of the row with this index.
    pub(super) fn place_of(self, index: u32) -> Option<usize> {
        self.rows().binary_search_by_key(&index, |row| row.index).ok()
    }
}

/// The words of a cell in one line, as the sheet shows them: `007` stays `007`, a day is shown in
/// its format; `None` when the format is not known here.
pub(super) fn shown(value: &SheetValue) -> Option<Cow<'_, str>> {
    match value {
        SheetValue::Number { digits, format, shown } => {
            let own = || shown_number(digits, format.as_deref());
            shown.clone().or_else(own).map(Cow::Owned)
        }
        SheetValue::Day { iso, format, shown } => {
            let own = || shown_day(iso, format.as_deref());
            shown.clone().or_else(own).map(Cow::Owned)
        }
        value => Some(words(value)),
    }
}

/// The words of a cell, in one line.
pub(super) fn words(value: &SheetValue) -> Cow<'_, str> {
    match value {
        SheetValue::Text(text) if !text.contains(['\n', '\r', '\t', '\u{a0}']) => {
            Cow::Borrowed(text)
        }
        SheetValue::Text(text) => Cow::Owned(text.split_whitespace().collect::<Vec<_>>().join(" ")),
        SheetValue::Number { digits, .. } => Cow::Borrowed(digits),
        SheetValue::Day { iso, .. } => Cow::Borrowed(iso),
        SheetValue::Error(error) => Cow::Borrowed(error),
        SheetValue::Truth(truth) => Cow::Borrowed(if *truth { "TRUE" } else { "FALSE" }),
        SheetValue::Blank | SheetValue::NoValue => Cow::Borrowed(""),
    }
}
