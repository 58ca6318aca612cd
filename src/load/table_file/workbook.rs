//! Rows of a workbook: calamine gives the values, the readers of each format what it leaves out
//! (number formats, hidden and merged cells, formulas without a value).

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::ops::Range;

use calamine::{Data, SheetType, SheetVisible};

use super::{Refused, ods, refused, unzipped, xls, xlsx};
use crate::characters::normalized;
use crate::codes;
use crate::diagnostic::{Diagnostic, Message};
use crate::error::catch;
use crate::load::rows::FileRef;
use crate::load::sheet::{Book, Merged, Sheet, SheetCell, SheetRow, SheetValue};
use crate::source::Sources;
use crate::span::Span;

/// No table has more cells: 5,000 rows of 20 columns have 100,000.
pub(super) const MOST_CELLS: usize = 250_000;

/// No sheet of a spreadsheet has more rows.
pub(super) const MOST_ROWS: u32 = 1 << 20;

/// A failure of a reader; what it says is of no use to an officer.
pub(super) type Broken = Box<dyn std::error::Error>;

/// A sheet by name.
#[derive(Debug, Clone)]
pub(super) struct Listed {
    pub(super) name: String,
    pub(super) is_hidden: bool,
}

/// What a workbook holds, sheet by sheet.
pub(super) trait Workbook {
    /// Its sheets of cells, in order.
    fn sheets(&self) -> Vec<Listed>;

    /// The cells of a sheet and what is said of them.
    fn content(&mut self, name: &str) -> Result<Content, Broken>;
}

/// The cells of a sheet.
#[derive(Debug, Default)]
pub(super) struct Content {
    pub(super) cells: Cells,
    pub(super) hidden_rows: BTreeSet<u32>,
    pub(super) hidden_columns: BTreeSet<u32>,
    pub(super) merged: Vec<Merged>,
}

/// Cells by row and column. A cell far out takes no room for all that it is away from.
#[derive(Debug, Default)]
pub(super) struct Cells {
    rows: BTreeMap<u32, BTreeMap<u32, SheetValue>>,
    count: usize,
    /// Whether there are more than a table has; then the rest is left out.
    is_too_large: bool,
}

impl Cells {
    /// Adds a cell; whether more are wanted.
    pub(super) fn add(&mut self, row: u32, column: u32, value: SheetValue) -> bool {
        if value.is_blank() {
            return true;
        }
        let cells = self.rows.entry(row).or_default();
        let before = cells.keys().next_back().map_or(0, |last| last + 1);
        self.count += (column + 1).saturating_sub(before) as usize;
        cells.insert(column, value);
        self.is_too_large |= self.count > MOST_CELLS || row >= MOST_ROWS;
        !self.is_too_large
    }
}

pub(super) fn book(
    book: Book,
    file: &FileRef,
    bytes: &[u8],
    sources: &mut Sources,
) -> Result<Book, Refused> {
    let broken = |()| refused(&codes::BAD_TABLE_FILE, file, why_broken(bytes));
    if !unzipped::is_within_limits(bytes) {
        return Err(refused(&codes::BAD_TABLE_FILE, file, "table-file-expands"));
    }
    // Whose bytes they are is not known, and the reader stumbles over some.
    let opened = catch(|| open(bytes)).map_err(|_| broken(()))?;
    let mut workbook = opened.map_err(|_| broken(()))?;
    let listed = workbook.sheets();
    let wanted = wanted(&listed, file)?;
    let mut sheets = Vec::new();
    for sheet in &wanted {
        let read = catch(|| workbook.content(&sheet.name));
        let content = read.map_err(|_| broken(()))?.map_err(|_| broken(()))?;
        sheets.push(placed(sheet, content, &book.path, sources));
    }
    if sheets.iter().all(|sheet| sheet.is_too_large) {
        return Err(refused(&codes::BAD_TABLE_FILE, file, "table-file-cells"));
    }
    let hidden = listed.into_iter().filter(|sheet| sheet.is_hidden);
    Ok(Book { sheets, hidden_sheets: hidden.map(|sheet| sheet.name).collect(), ..book })
}

/// The name on a file is not always that of what is in it.
fn open(bytes: &[u8]) -> Result<Box<dyn Workbook + '_>, Broken> {
    if bytes.starts_with(b"PK") {
        let is_ods = bytes.get(30..).is_some_and(|rest| rest.starts_with(b"mimetype"));
        if is_ods {
            return Ok(Box::new(ods::open(bytes)?));
        }
        return Ok(Box::new(xlsx::open(bytes)?));
    }
    Ok(Box::new(xls::open(bytes)?))
}

/// The message for a file that cannot be read.
fn why_broken(bytes: &[u8]) -> &'static str {
    // A workbook with a password is kept in a compound file, under this name.
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let is_locked = bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0])
        && bytes.windows(name.len()).any(|window| window == name);
    if is_locked { "table-file-locked" } else { "table-file-broken" }
}

/// The sheet that the directive names, else all that may hold the table.
fn wanted(listed: &[Listed], file: &FileRef) -> Result<Vec<Listed>, Refused> {
    let Some(name) = &file.sheet else {
        if listed.is_empty() {
            return Err(refused(&codes::BAD_TABLE_FILE, file, "table-file-broken"));
        }
        return Ok(listed.to_vec());
    };
    let named: Vec<Listed> = listed.iter().filter(|sheet| sheet.name == *name).cloned().collect();
    if named.is_empty() {
        let message = Message::new("table-file-sheet").with("sheet", name);
        let known = crate::nearest::listed(listed.iter().map(|sheet| sheet.name.as_str()));
        let help = Message::new("suggest-known").with("known", known);
        let finding = Diagnostic::new(&codes::BAD_TABLE_FILE, message).at(file.span).help(help);
        return Err(Box::new(finding));
    }
    Ok(named)
}

/// A cell: its column, its value and where it stands in the text of the sheet.
type PlacedCell = (u32, SheetValue, Range<usize>);

/// The sheet with a text to point into, which it does not have: a line for each row.
fn placed(listed: &Listed, content: Content, path: &str, sources: &mut Sources) -> Sheet {
    let Content { cells, hidden_rows, hidden_columns, merged } = content;
    let mut sheet = Sheet {
        name: Some(listed.name.clone()),
        is_hidden: listed.is_hidden,
        hidden_rows,
        hidden_columns,
        merged,
        is_too_large: cells.is_too_large,
        ..Sheet::default()
    };
    if cells.is_too_large {
        return sheet;
    }
    let left = cells.rows.values().filter_map(|row| row.keys().next()).min().copied();
    let left = left.unwrap_or(0);
    let mut text = String::new();
    let mut placed: Vec<(u32, Vec<PlacedCell>)> = Vec::new();
    let mut last = 0;
    for (row, mut cells) in cells.rows {
        text.push_str(&"\n".repeat((row - last) as usize));
        last = row;
        let right = cells.keys().next_back().copied().unwrap_or(left);
        let mut line = Vec::new();
        for column in left..=right {
            let start = text.len();
            let value = cells.remove(&column).unwrap_or(SheetValue::Blank);
            let _ = write!(text, "{}", words(&value));
            line.push((column, value, start..text.len()));
            text.push('\t');
        }
        placed.push((row, line));
    }
    text.push('\n');
    let source = sources.add(path, text);
    sources.name_sheet(source, &listed.name);
    for (row, line) in placed {
        let starts = line.iter().map(|(column, _, range)| (range.start, (row, *column)));
        sources.name_cells(source, starts);
        let blank = || SheetCell { value: SheetValue::Blank, span: Span::new(source, 0..0) };
        let before = (0..left).map(|_| blank());
        let cells = line
            .into_iter()
            .map(|(_, value, range)| SheetCell { value, span: Span::new(source, range) });
        sheet.rows.push(SheetRow { index: row, cells: before.chain(cells).collect() });
    }
    sheet
}

/// A cell in the text that stands for its sheet.
fn words(value: &SheetValue) -> String {
    match value {
        SheetValue::Blank | SheetValue::NoValue => String::new(),
        // A line of the text is a row of the sheet.
        SheetValue::Text(text) => text.replace(['\n', '\r', '\t'], " "),
        SheetValue::Number { digits, .. } => digits.clone(),
        SheetValue::Day { iso, .. } => iso.clone(),
        SheetValue::Truth(truth) => if *truth { "TRUE" } else { "FALSE" }.to_owned(),
        SheetValue::Error(error) => error.clone(),
    }
}

/// What calamine gives for a cell, as a value with the number format `format`.
pub(super) fn value(data: &Data, format: Option<&str>) -> SheetValue {
    let format = || format.filter(|code| !code.eq_ignore_ascii_case("general")).map(str::to_owned);
    match data {
        Data::Empty => SheetValue::Blank,
        Data::String(text) | Data::DurationIso(text) => text_value(text),
        Data::Int(number) => {
            SheetValue::Number { digits: number.to_string(), format: format(), shown: None }
        }
        Data::Float(number) => {
            SheetValue::Number { digits: decimal(*number), format: format(), shown: None }
        }
        Data::Bool(truth) => SheetValue::Truth(*truth),
        Data::DateTime(time) if time.is_datetime() => {
            let (year, month, day, ..) = time.to_ymd_hms_milli();
            let iso = format!("{year:04}-{month:02}-{day:02}");
            SheetValue::Day { iso, format: format(), shown: None }
        }
        Data::DateTime(time) => {
            let digits = decimal(time.as_f64());
            SheetValue::Number { digits, format: format(), shown: None }
        }
        Data::DateTimeIso(text) => {
            let iso = text.split('T').next().unwrap_or_default().to_owned();
            SheetValue::Day { iso, format: format(), shown: None }
        }
        Data::Error(error) => SheetValue::Error(error.to_string()),
    }
}

fn text_value(text: &str) -> SheetValue {
    let text = normalized(text).trim().to_owned();
    if text.is_empty() { SheetValue::Blank } else { SheetValue::Text(text) }
}

/// Whether calamine's sheet is one of cells, and whether it is hidden.
pub(super) fn listed(sheets: &[calamine::Sheet]) -> Vec<Listed> {
    sheets
        .iter()
        .filter(|sheet| sheet.typ == SheetType::WorkSheet)
        .map(|sheet| Listed {
            name: sheet.name.clone(),
            is_hidden: sheet.visible != SheetVisible::Visible,
        })
        .collect()
}

/// The number as a spreadsheet shows it in a cell of the general format.
///
/// A spreadsheet computes in binary and shows fifteen digits: what it says is `0.3` may be kept
/// as 0.30000000000000004.
fn decimal(number: f64) -> String {
    let shown = if number.fract() == 0.0 { None } else { format!("{number:.14e}").parse().ok() };
    shown.unwrap_or(number).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_of_a_workbook_is_written_as_it_is_shown() {
        for (number, text) in [
            (0.1 + 0.2, "0.3"),
            (1.234, "1.234"),
            (-1250.0, "-1250"),
            (9_007_199_254_740_991.0, "9007199254740991"),
            (29.72, "29.72"),
            (1e-7, "0.0000001"),
        ] {
            assert_eq!(decimal(number), text);
        }
    }
}
