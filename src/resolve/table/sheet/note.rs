//! What of a file is not a row of the table, in one note.

use super::Found;
use super::kinds::{Entry, RowKind};
use super::problems::range;
use crate::diagnostic::Message;
use crate::load::sheet::{Book, cell_name, column_name};

/// What was passed over, each as the names of rows, columns or cells.
#[derive(Debug, Default)]
pub(super) struct Note {
    /// Other sheets that hold such a table.
    pub(super) alike: Vec<String>,
    /// The number of hidden rows that were left out.
    pub(super) left_out: usize,
    sheet: Option<String>,
    above: Vec<String>,
    index: Option<String>,
    numbers: Vec<String>,
    again: Vec<String>,
    notes: Vec<String>,
    totals: Vec<String>,
    hidden_rows: Vec<String>,
    hidden_columns: Vec<String>,
    hidden_sheets: Vec<String>,
    merged: Vec<String>,
}

/// No list in the note is longer.
const MOST: usize = 8;

impl Note {
    pub(super) fn passed_over(&mut self, found: &Found<'_>, entries: &[Entry], book: &Book) {
        let Found { grid, layout, .. } = found;
        let row = |place: usize| (grid.rows()[place].index + 1).to_string();
        self.sheet.clone_from(&grid.sheet.name);
        self.above = (0..layout.first).map(row).collect();
        self.index = layout.index.map(column_name);
        let of = |kind: RowKind| {
            let rows = entries.iter().filter(move |entry| entry.kind == kind);
            rows.map(|entry| row(entry.row)).collect::<Vec<_>>()
        };
        self.numbers = of(RowKind::Numbers);
        self.again = of(RowKind::HeaderAgain);
        self.notes = of(RowKind::Note);
        let totals = entries.iter().filter(|entry| entry.kind == RowKind::Total);
        self.totals =
            totals.map(|entry| cell_name(grid.rows()[entry.row].index, entry.column)).collect();
        self.hidden_rows = grid
            .sheet
            .hidden_rows
            .iter()
            .filter(|index| grid.place_of(**index).is_some())
            .map(|index| (index + 1).to_string())
            .collect();
        let width = grid.width();
        let hidden = grid.sheet.hidden_columns.iter().filter(|column| **column < width);
        self.hidden_columns = hidden.map(|column| column_name(*column)).collect();
        self.hidden_sheets.clone_from(&book.hidden_sheets);
        self.merged = grid.sheet.merged.iter().map(range).collect();
    }

    /// The note, if anything was passed over.
    pub(super) fn message(&self, book: &Book) -> Option<Message> {
        let lists = [
            ("above", &self.above),
            ("numbers", &self.numbers),
            ("again", &self.again),
            ("notes", &self.notes),
            ("totals", &self.totals),
            ("hidden_rows", &self.hidden_rows),
            ("hidden_columns", &self.hidden_columns),
            ("hidden_sheets", &self.hidden_sheets),
            ("merged", &self.merged),
            ("alike", &self.alike),
        ];
        if self.index.is_none() && lists.iter().all(|(_, list)| list.is_empty()) {
            return None;
        }
        let message = Message::new("table-file-note")
            .with("path", &book.path)
            .with("sheet", self.sheet.as_deref().unwrap_or("none"))
            .with("index", self.index.as_deref().unwrap_or("none"))
            .with("left_out", self.left_out);
        Some(lists.into_iter().fold(message, |message, (name, list)| {
            message.with(name, if list.is_empty() { "none".to_owned() } else { shown(list) })
        }))
    }
}

fn shown(list: &[String]) -> String {
    let first = list.iter().take(MOST).map(String::as_str).collect::<Vec<_>>().join(", ");
    if list.len() > MOST { format!("{first}, … ({})", list.len()) } else { first }
}
