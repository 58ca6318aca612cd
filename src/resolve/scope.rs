//! What a formula may name: tables, their columns, their lines.

use super::formula::ParseError;
use super::table::{ColumnOutline, Outline};
use crate::diagnostic::Message;
use crate::nearest::{listed, nearest, suggestion};

/// What a formula may name.
#[derive(Clone, Copy)]
pub(super) struct Scope<'a> {
    /// Every table of the directive.
    pub(super) tables: &'a [Outline],
    /// The one the formula stands in.
    pub(super) here: usize,
    /// Whether it is computed for a row.
    pub(super) has_row: bool,
}

impl Scope<'_> {
    /// The column of figures called `name` in a table.
    pub(super) fn column(&self, table: usize, name: &str) -> Result<usize, ParseError> {
        let table = &self.tables[table];
        let figures = table.columns.iter().filter(|column| column.kind.is_figure());
        let names = figures.map(|column| column.id.value.as_str());
        let is_meant = |column: &ColumnOutline| column.id.value == name && column.kind.is_figure();
        table.columns.iter().position(is_meant).ok_or_else(|| {
            (Message::new("formula-unknown").with("name", name), suggestion(name, names))
        })
    }

    /// The table called `name`.
    pub(super) fn table(&self, name: &str) -> Result<usize, ParseError> {
        let ids = self.tables.iter().map(|table| table.id.value.as_str());
        self.tables.iter().position(|table| table.is_called(name)).ok_or_else(|| {
            let help = Message::new("suggest-known").with("known", listed(ids));
            (Message::new("reference-no-target").with("name", name), Some(help))
        })
    }

    /// The line called `name` in a table.
    pub(super) fn line(&self, table: usize, name: &str) -> Result<usize, ParseError> {
        let table = &self.tables[table];
        if !table.has_all_lines {
            // Nothing can be said of its lines, and nothing will be made of the formula.
            return Ok(0);
        }
        let names = table.lines.iter().map(|line| line.name.value.as_str());
        names.clone().position(|known| known == name).ok_or_else(|| {
            let help = nearest(name, names)
                .map(|known| Message::new("suggest-nearest").with("nearest", known));
            (Message::new("reference-no-row").with("name", name), help)
        })
    }
}
