//! What a formula may name: tables, their columns, their lines.

use super::formula::ParseError;
use super::table::{ColumnOutline, Outline};
use crate::diagnostic::Message;
use crate::model::line_path::{self, PathError};
use crate::model::target::Line;
use crate::nearest::{folded, listed, nearest, suggestion};

/// What a formula may name.
#[derive(Clone, Copy)]
pub(super) struct Scope<'a> {
    /// Every table of the directive.
    pub(super) tables: &'a [Outline],
    /// The one the formula stands in.
    pub(super) here: usize,
    /// Whether it is computed for a row.
    pub(super) has_row: bool,
    /// Whether a row that another table lacks is blank there.
    pub(super) missing_is_blank: bool,
    /// The cell it is computed for, where it is that of one row.
    pub(super) row: Option<RowScope>,
}

/// The cells that a formula of one row makes.
#[derive(Clone, Copy)]
pub(super) struct RowScope {
    /// The column of the cell.
    pub(super) column: usize,
    /// Whether it makes this cell alone: then names are columns first, else rows first.
    pub(super) is_of_cell: bool,
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

    /// The line that `path` names in a table.
    pub(super) fn line(&self, table: usize, path: &[&str]) -> Result<usize, ParseError> {
        let table = &self.tables[table];
        if !table.has_all_lines {
            // Nothing can be said of its lines, and nothing will be made of the formula.
            return Ok(0);
        }
        line_path::find(&table.lines, path).map_err(|error| no_line(&table.lines, path, error))
    }

    /// The line of this table whose name is `word` in small letters without marks, joined by `_`.
    pub(super) fn line_spelt(&self, word: &str) -> Option<Result<usize, ParseError>> {
        let lines = &self.tables[self.here].lines;
        let mut found = (0..lines.len()).filter(|line| spelt(&lines[*line].name.value) == word);
        let first = found.next()?;
        Some(match found.next() {
            None => Ok(first),
            Some(second) => Err(no_line(lines, &[word], PathError::Several(first, second))),
        })
    }

    /// The column of another table that is called as the one of the cell.
    pub(super) fn same_column(&self, table: usize, of: RowScope) -> Result<usize, ParseError> {
        self.column(table, &self.tables[self.here].columns[of.column].id.value)
    }
}

/// A name as a formula spells it: `Tổng thu` is `tong_thu`.
fn spelt(name: &str) -> String {
    let mut word = String::new();
    for sign in folded(name).chars() {
        match sign {
            sign if sign.is_alphanumeric() => word.push(sign),
            _ if !word.is_empty() && !word.ends_with('_') => word.push('_'),
            _ => {}
        }
    }
    word.trim_end_matches('_').to_owned()
}

/// No message lists more paths.
const MOST_PATHS: usize = 5;

/// `["Xã A"]["Ngân sách tỉnh"]`
fn spelt_path(lines: &[Line], line: usize) -> String {
    line_path::spelt(&line_path::names(lines, line))
}

/// Why `path` names no line, and what to write.
pub(super) fn no_line(lines: &[Line], path: &[&str], error: PathError) -> ParseError {
    let name = path.last().copied().unwrap_or_default();
    match error {
        PathError::Unknown if path.len() > 1 => {
            // Which of the names is wrong is seen in the paths of the rows that have the last one.
            let same = (0..lines.len()).filter(|line| lines[*line].name.value == name);
            let paths: Vec<String> =
                same.take(MOST_PATHS).map(|line| spelt_path(lines, line)).collect();
            let message = Message::new("reference-no-row").with("name", path.join(" › "));
            if paths.is_empty() {
                return (message, no_line(lines, &[name], error).1);
            }
            let paths = listed(paths.iter().map(String::as_str));
            (message, Some(Message::new("row-of-several-help").with("paths", paths)))
        }
        PathError::Unknown => {
            let names = lines.iter().map(|line| line.name.value.as_str());
            let help = nearest(name, names)
                .map(|known| Message::new("suggest-nearest").with("nearest", known));
            (Message::new("reference-no-row").with("name", name), help)
        }
        PathError::Several(first, second) => {
            let (first, second) = (spelt_path(lines, first), spelt_path(lines, second));
            let message = Message::new("row-of-several").with("name", name);
            if first == second {
                return (message, None);
            }
            let paths = listed([first.as_str(), second.as_str()]);
            (message, Some(Message::new("row-of-several-help").with("paths", paths)))
        }
    }
}
