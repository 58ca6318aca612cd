//! What makes a sheet no table of these columns.

use super::super::number_format::percent_decimals;
use super::kinds::{Entry, RowKind};
use super::{Found, cell_name};
use crate::codes;
use crate::diagnostic::{Diagnostic, Message};
use crate::load::sheet::{Book, Merged, SheetValue};
use crate::model::amount::Amount;
use crate::model::target::ColumnKind;
use crate::nearest::{listed, suggestion};
use crate::resolve::Resolver;
use crate::span::Span;

impl Resolver<'_> {
    /// Every column the author fills in is there, once, and no other.
    pub(super) fn has_its_columns(&mut self, found: &Found<'_>, book: &Book) -> bool {
        let Found { grid, layout, columns, .. } = found;
        let over = |column: u32| -> Span {
            let row = layout.texts.get(&column).map_or(layout.first, |(_, row)| *row);
            grid.span(row, column)
        };
        let mut is_good = true;
        for (index, column) in columns.iter().enumerate() {
            match &layout.columns[index][..] {
                [] if column.is_input => {
                    let message = Message::new("table-file-column-missing")
                        .with("column", &column.header)
                        .with("id", &column.id.value)
                        .with("path", &book.path);
                    let finding = Diagnostic::new(&codes::BAD_COLUMN, message).at(book.span);
                    let header = grid.span(layout.after - 1, layout.name);
                    self.report.emit(finding.related(header, Message::new("table-file-header")));
                    is_good = false;
                }
                [first, second, ..] => {
                    let name = grid.words(layout.texts[second].1, *second).into_owned();
                    let message = Message::new("duplicate-key").with("key", name);
                    let finding = Diagnostic::new(&codes::BAD_COLUMN, message).at(over(*second));
                    let first = over(*first);
                    self.report.emit(finding.related(first, Message::new("duplicate-key-first")));
                    is_good = false;
                }
                _ => {}
            }
        }
        for (column, (texts, _)) in &layout.texts {
            if layout.knows(*column) || grid.sheet.hidden_columns.contains(column) {
                continue;
            }
            let name = texts.last().map_or("", String::as_str);
            let names = columns.iter().filter(|column| column.is_input);
            let ids = names.clone().map(|column| column.id.value.as_str());
            let known = ids.chain(names.map(|column| column.header.as_str()));
            let message = Message::new("table-file-column").with("name", name);
            let finding = Diagnostic::new(&codes::BAD_COLUMN, message).at(over(*column));
            self.report.emit(finding.suggest(suggestion(name, known)));
            is_good = false;
        }
        is_good
    }

    /// Every row has a name, all its cells, and none outside of the table.
    pub(super) fn rows_are_whole(&mut self, found: &Found<'_>, entries: &[Entry]) -> bool {
        let mut is_good = true;
        for entry in entries {
            if entry.kind == RowKind::Nameless {
                let column = if found.layout.name == u32::MAX { 0 } else { found.layout.name };
                let message = Message::new("table-file-nameless");
                let span = found.grid.span(entry.row, column);
                self.report.emit(Diagnostic::new(&codes::BAD_TABLE_FILE, message).at(span));
                is_good = false;
            }
            if matches!(entry.kind, RowKind::Unit | RowKind::Total) {
                is_good &= self.is_long_enough(found, entry);
                is_good &= self.has_nothing_outside(found, entry);
            }
        }
        is_good
    }

    /// The names and the details of rows are printed as the sheet shows them.
    pub(super) fn names_are_shown(&mut self, found: &Found<'_>, entries: &[Entry]) -> bool {
        let mut is_good = true;
        for entry in entries {
            if !matches!(entry.kind, RowKind::Unit | RowKind::Title | RowKind::Total) {
                continue;
            }
            let details = found.layout.details.iter().map(|(_, column)| *column);
            for column in details.chain([entry.column]) {
                let Some(cell) = found.grid.cell(entry.row, column) else { continue };
                is_good &= self.is_a_value(cell).is_some() && self.has_known_format(cell).is_some();
            }
        }
        is_good
    }

    /// Words at the end of a row may be left out, figures may not.
    pub(super) fn is_long_enough(&mut self, found: &Found<'_>, entry: &Entry) -> bool {
        if found.grid.sheet.name.is_some() {
            return true;
        }
        let row = &found.grid.rows()[entry.row];
        let lacking: Vec<&str> = found
            .columns
            .iter()
            .enumerate()
            .filter(|(index, column)| {
                let place = found.layout.column(*index);
                column.is_input
                    && column.kind != ColumnKind::Text
                    && place.is_some_and(|place| place as usize >= row.cells.len())
            })
            .map(|(_, column)| column.header.as_str())
            .collect();
        if lacking.is_empty() {
            return true;
        }
        let message = Message::new("table-file-short-row")
            .with("name", &entry.label)
            .with("count", row.cells.len())
            .with("columns", listed(lacking));
        let last = row.cells.last().expect("a row of a sheet has a cell").span;
        self.report.emit(Diagnostic::new(&codes::BAD_ROW, message).at(last));
        false
    }

    fn has_nothing_outside(&mut self, found: &Found<'_>, entry: &Entry) -> bool {
        let row = &found.grid.rows()[entry.row];
        let outside = (0..).zip(&row.cells).find(|(column, cell)| {
            !cell.value.is_blank()
                && !found.layout.knows(*column)
                && !found.layout.texts.contains_key(column)
                && !found.grid.sheet.hidden_columns.contains(column)
        });
        let Some((column, cell)) = outside else { return true };
        let message = Message::new("table-file-outside")
            .with("value", found.grid.words(entry.row, column))
            .with("name", &entry.label);
        self.report.emit(Diagnostic::new(&codes::BAD_TABLE_FILE, message).at(cell.span));
        false
    }

    /// A column of percentages whose figures are all fractions of 1 is perhaps not one: 0.9 would be
    /// printed as 0,9 %.
    pub(super) fn fractions_of_percent(&mut self, found: &Found<'_>, entries: &[Entry]) {
        for (index, column) in found.columns.iter().enumerate() {
            let (ColumnKind::Percent(_), true) = (column.kind, column.is_input) else { continue };
            let Some(place) = found.layout.column(index) else { continue };
            let rows =
                entries.iter().filter(|it| matches!(it.kind, RowKind::Unit | RowKind::Total));
            let cells: Vec<_> =
                rows.filter_map(|entry| found.grid.cell(entry.row, place)).collect();
            let plain = cells.iter().filter_map(|cell| match &cell.value {
                SheetValue::Number { digits, format, .. } => {
                    let is_percent = format.as_deref().and_then(percent_decimals).is_some();
                    Amount::from_decimal(digits).filter(|_| !is_percent)
                }
                SheetValue::Text(text) => Amount::from_decimal(&text.trim().replace(',', ".")),
                _ => None,
            });
            let figures: Vec<Amount> = plain.collect();
            let (zero, one) = (Amount::zero(), Amount::from(1));
            let are_all = figures.iter().all(|figure| (&zero..=&one).contains(&figure));
            let is_any = figures.iter().filter(|it| **it > zero && **it < one).count() > 1;
            if let (true, true, Some(first)) = (are_all, is_any, cells.first()) {
                let message = Message::new("fractions-of-percent").with("column", &column.header);
                self.report.emit(Diagnostic::new(&codes::FRACTIONS, message).at(first.span));
            }
        }
    }

    /// A figure in merged cells is that of several rows or columns: nobody knows of which.
    pub(super) fn merged_cells(&mut self, found: &Found<'_>, entries: &[Entry]) -> bool {
        let mut is_good = true;
        let index_of = |entry: &Entry| found.grid.rows()[entry.row].index;
        let units: Vec<u32> = entries
            .iter()
            .filter(|entry| matches!(entry.kind, RowKind::Unit | RowKind::Title))
            .map(index_of)
            .collect();
        for merged in &found.grid.sheet.merged {
            let rows = units.iter().filter(|row| (merged.top..=merged.bottom).contains(row));
            let rows = rows.count();
            let covers = |column: u32| (merged.left..=merged.right).contains(&column);
            let inputs = found.columns.iter().enumerate().filter(|(index, column)| {
                let place = found.layout.column(*index);
                column.is_input && column.kind != ColumnKind::Text && place.is_some_and(covers)
            });
            let columns = inputs.count() + usize::from(covers(found.layout.name));
            let is_figure = columns > usize::from(covers(found.layout.name));
            // The name of a group lies over the empty cells to its right.
            let is_name = merged.top == merged.bottom
                && entries.iter().any(|it| it.kind == RowKind::Title && index_of(it) == merged.top);
            if rows == 0 || !is_figure || is_name || (rows == 1 && columns == 1) {
                continue;
            }
            let message = Message::new("table-file-merged").with("range", range(merged));
            let place = found.grid.place_of(merged.top);
            let span = place.map(|row| found.grid.span(row, merged.left));
            let span = span.unwrap_or_else(|| found.grid.span(found.layout.first, 0));
            self.report.emit(Diagnostic::new(&codes::BAD_TABLE_FILE, message).at(span));
            is_good = false;
        }
        is_good
    }
}

/// `B1:D2`.
pub(super) fn range(merged: &Merged) -> String {
    let first = cell_name(merged.top, merged.left);
    format!("{first}:{}", cell_name(merged.bottom, merged.right))
}
