//! What is written in the cells of a line.

use super::ColumnOutline;
use super::lines::ReadRows;
use crate::codes;
use crate::diagnostic::{Diagnostic, Message};
use crate::load::CellText;
use crate::model::row_names::plain;
use crate::model::target::{ColumnKind, Input};
use crate::nearest::{listed, suggestion};
use crate::resolve::Resolver;
use crate::span::Span;

/// The line whose cells are read.
#[derive(Clone, Copy)]
pub(super) struct OfLine<'a> {
    pub(super) columns: &'a [ColumnOutline],
    /// Its index.
    pub(super) line: usize,
    pub(super) decimals: Option<u32>,
    /// Whether a formula of its own makes the cells its author would fill in.
    pub(super) is_computed: bool,
}

impl OfLine<'_> {
    /// What the cell of a column holds.
    pub(super) fn kind(self, column: usize) -> ColumnKind {
        self.columns[column].kind.with_decimals(self.decimals)
    }

    /// Whether its author fills the cell in.
    pub(super) fn is_input(self, column: usize) -> bool {
        let column = &self.columns[column];
        column.is_input && !(self.is_computed && column.kind.is_figure())
    }
}

impl Resolver<'_> {
    /// One value for each input column, in their order.
    pub(super) fn listed_cells(
        &mut self,
        name: &CellText,
        cells: &[CellText],
        of: OfLine<'_>,
        rows: &mut ReadRows,
    ) -> Option<Vec<Input>> {
        if !self.is_of_length(name, cells, of.columns) {
            return None;
        }
        let mut cells = cells.iter();
        let inputs: Vec<Option<Input>> = (0..of.columns.len())
            .map(|index| match of.columns[index].is_input.then(|| cells.next()).flatten() {
                Some(cell) if of.is_input(index) => {
                    self.input(cell, &of.columns[index], of.kind(index))
                }
                Some(cell) => self.compared(index, cell, of, rows).then_some(Input::Blank),
                None => Some(Input::Blank),
            })
            .collect();
        inputs.into_iter().collect()
    }

    /// Keeps what a cell says that is computed here as well; whether it can be read.
    pub(super) fn compared(
        &mut self,
        index: usize,
        cell: &CellText,
        of: OfLine<'_>,
        rows: &mut ReadRows,
    ) -> bool {
        if cell.value.is_none() {
            return true;
        }
        let column = &of.columns[index];
        let found = self.declared_cell(Some(of.line), index, cell, column, of.kind(index));
        let is_read = found.is_some();
        rows.declared.extend(found);
        is_read
    }

    /// Whether a row has one value for each input column. Words at the end of a row may be left
    /// out, figures may not: a gap must be seen.
    pub(super) fn is_of_length(
        &mut self,
        name: &CellText,
        cells: &[CellText],
        columns: &[ColumnOutline],
    ) -> bool {
        let wanted: Vec<&ColumnOutline> = columns.iter().filter(|column| column.is_input).collect();
        let least = wanted.iter().rposition(|column| column.kind != ColumnKind::Text);
        let least = least.map_or(0, |last| last + 1);
        if (least..=wanted.len()).contains(&cells.len()) {
            return true;
        }
        let names = listed(wanted.iter().map(|column| column.id.value.as_str()));
        let message = Message::new("row-length")
            .with("name", name.value.as_deref().unwrap_or_default())
            .with("found", cells.len())
            .with("expected", wanted.len())
            .with("columns", names);
        // The values that are too many, or the row that has too few.
        let surplus = cells.get(wanted.len()..).and_then(|cells| cells.first().zip(cells.last()));
        let span =
            surplus.map_or(name.span, |(first, last)| Span { end: last.span.end, ..first.span });
        self.emit(&codes::BAD_ROW, message, span);
        false
    }

    /// Values by the id, or the printed header, of their columns; those left out are blank. What
    /// a file shows in computed columns is compared, and so is what stands in a computed row.
    pub(super) fn keyed_cells(
        &mut self,
        cells: &[(CellText, CellText)],
        of: OfLine<'_>,
        rows: &mut ReadRows,
    ) -> Option<Vec<Input>> {
        let columns = of.columns;
        let mut inputs = vec![Input::Blank; columns.len()];
        let mut named: Vec<Option<Span>> = vec![None; columns.len()];
        let mut is_good = true;
        for (key, cell) in cells {
            let name = key.value.as_deref().unwrap_or_default();
            let Some(index) = column_of(name, columns) else {
                self.unknown_column(name, key, columns);
                is_good = false;
                continue;
            };
            // By its id and by its header: one of the two figures would be lost.
            if let Some(first) = named[index].replace(key.span) {
                let message = Message::new("duplicate-key").with("key", name);
                self.report.emit(
                    Diagnostic::new(&codes::BAD_COLUMN, message)
                        .at(key.span)
                        .related(first, Message::new("duplicate-key-first")),
                );
                is_good = false;
                continue;
            }
            if of.is_input(index) {
                match self.input(cell, &columns[index], of.kind(index)) {
                    Some(input) => inputs[index] = input,
                    None => is_good = false,
                }
            } else if cell.is_in_file || columns[index].is_input {
                // A file may show what is computed here; only inputs are taken from it.
                is_good &= self.compared(index, cell, of, rows);
            } else {
                let message = Message::new("cell-of-formula").with("column", name);
                self.emit(&codes::BAD_ROW, message, key.span);
                is_good = false;
            }
        }
        is_good.then_some(inputs)
    }

    pub(super) fn unknown_column(&mut self, name: &str, key: &CellText, columns: &[ColumnOutline]) {
        let inputs = columns.iter().filter(|column| column.is_input);
        let names = inputs.clone().map(|column| column.id.value.as_str());
        let headers = inputs.map(|column| column.header.as_str());
        let message = Message::new("reference-no-column").with("name", name);
        let finding = Diagnostic::new(&codes::BAD_COLUMN, message).at(key.span);
        self.report.emit(finding.suggest(suggestion(name, names.chain(headers))));
    }
}

/// The column with this id, else the only one with this printed header.
pub(super) fn column_of(name: &str, columns: &[ColumnOutline]) -> Option<usize> {
    if let Some(by_id) = columns.iter().position(|column| column.id.value == name) {
        return Some(by_id);
    }
    let words = plain(name);
    let mut named = (0..columns.len()).filter(|at| plain(&columns[*at].header) == words);
    named.next().filter(|_| named.next().is_none())
}
