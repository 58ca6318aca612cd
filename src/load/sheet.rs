//! A sheet of rows as a spreadsheet holds it: every cell with its type, nothing interpreted.

use std::collections::BTreeSet;

use crate::span::Span;

/// The sheets of a file of rows.
#[derive(Debug, Clone)]
pub struct Book {
    /// Path of the file from the project folder.
    pub path: String,
    /// Where the directive names the file.
    pub span: Span,
    /// The sheets that may hold the table, in their order; only one where the directive names it.
    pub sheets: Vec<Sheet>,
    /// Whether the directive names the sheet.
    pub is_sheet_named: bool,
    /// Names of the hidden sheets of the file.
    pub hidden_sheets: Vec<String>,
    /// What the directive says about hidden rows.
    pub hidden: Option<Hidden>,
}

/// What becomes of hidden rows that hold figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hidden {
    /// They are read like any other.
    Read,
    /// They are left out.
    Skip,
}

impl Hidden {
    /// What the YAML says, and what it means.
    pub const KNOWN: [(&str, Self); 2] = [("read", Self::Read), ("skip", Self::Skip)];
}

/// One sheet, or a whole CSV.
#[derive(Debug, Clone, Default)]
pub struct Sheet {
    /// Its name; a CSV has none.
    pub name: Option<String>,
    /// Whether it is hidden.
    pub is_hidden: bool,
    /// Rows that hold something, in order.
    pub rows: Vec<SheetRow>,
    /// Indexes of hidden rows.
    pub hidden_rows: BTreeSet<u32>,
    /// Indexes of hidden columns.
    pub hidden_columns: BTreeSet<u32>,
    /// Cells that are merged.
    pub merged: Vec<Merged>,
    /// How the figures of a text file are written; a workbook has numbers.
    pub marks: DecimalMark,
    /// Whether it has more cells than any table; then it has no rows here.
    pub is_too_large: bool,
}

/// A row of a sheet.
#[derive(Debug, Clone)]
pub struct SheetRow {
    /// Its index, from 0.
    pub index: u32,
    /// Its cells from the first column on; blanks behind the last one are left out.
    pub cells: Vec<SheetCell>,
}

/// A cell of a sheet.
#[derive(Debug, Clone)]
pub struct SheetCell {
    /// What it holds.
    pub value: SheetValue,
    /// Where it stands.
    pub span: Span,
}

/// What a cell of a sheet holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SheetValue {
    /// Nothing.
    Blank,
    /// Text.
    Text(String),
    /// A number and how the sheet shows it.
    Number {
        /// Its digits as they must be written in a source, with a decimal point.
        digits: String,
        /// Number format, such as `0.0%`; `None` is the general one.
        format: Option<String>,
        /// What the sheet shows, where the file says so itself.
        shown: Option<String>,
    },
    /// A day.
    Day {
        /// `2026-03-05`.
        iso: String,
        /// Number format, such as `dd/mm/yyyy`.
        format: Option<String>,
        /// What the sheet shows, where the file says so itself.
        shown: Option<String>,
    },
    /// A truth.
    Truth(bool),
    /// An error, such as `#DIV/0!`.
    Error(String),
    /// A formula without a stored value.
    NoValue,
}

impl SheetValue {
    /// Whether nothing is there.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        *self == Self::Blank
    }

    /// The text of a cell that holds text.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }
}

/// Merged cells: first and last row, first and last column, all included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Merged {
    /// Row of the cell that holds the value.
    pub top: u32,
    /// Its column.
    pub left: u32,
    /// Last row.
    pub bottom: u32,
    /// Last column.
    pub right: u32,
}

/// What a comma between digits means in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum DecimalMark {
    /// Not known: it may group thousands.
    #[default]
    Unknown,
    /// Decimals: the fields are parted by `;`.
    Comma,
    /// Decimals, and a figure of the file proves it: the point groups thousands.
    CommaProved,
}

/// `C5`: the name a spreadsheet gives a cell.
#[must_use]
pub fn cell_name(row: u32, column: u32) -> String {
    format!("{}{}", column_name(column), row + 1)
}

/// `C`: the name a spreadsheet gives a column.
#[must_use]
pub fn column_name(column: u32) -> String {
    let mut letters = String::new();
    let mut rest = column + 1;
    while rest > 0 {
        let letter = u8::try_from((rest - 1) % 26).unwrap_or(0);
        letters.insert(0, char::from(b'A' + letter));
        rest = (rest - 1) / 26;
    }
    letters
}

#[cfg(test)]
mod tests {
    use super::cell_name;

    #[test]
    fn a_cell_is_named_as_a_spreadsheet_names_it() {
        for (row, column, name) in [(0, 0, "A1"), (4, 25, "Z5"), (9, 26, "AA10"), (0, 702, "AAA1")]
        {
            assert_eq!(cell_name(row, column), name);
        }
    }
}
