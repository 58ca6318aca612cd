//! Rows of a workbook.

use std::collections::BTreeMap;
use std::io::Cursor;

use calamine::{Data, Reader as _, Xlsx, XlsxError};

use super::{Sheet, cell_name, refused};
use crate::characters::normalized;
use crate::codes;
use crate::diagnostic::{Diagnostic, Message};
use crate::error::catch;
use crate::load::rows::{CellText, FileRef};
use crate::source::Sources;
use crate::span::Span;

/// No table has more cells: 5,000 rows of 20 columns have 100,000.
const MOST_CELLS: usize = 250_000;

/// No sheet of a spreadsheet has more rows.
const MOST_ROWS: u32 = 1 << 20;

/// Words by row and column; `None` is a cell with nothing but spaces.
type Rows = BTreeMap<u32, BTreeMap<u32, Option<String>>>;

/// A sheet of a workbook. It has no text to point into: one is made, a line for each row.
pub(super) fn sheet(
    file: &FileRef,
    bytes: &[u8],
    sources: &mut Sources,
) -> Result<Sheet, Box<Diagnostic>> {
    let broken = || refused(&codes::BAD_TABLE_FILE, file, "table-file-broken");
    // Whose bytes they are is not known, and the reader stumbles over some.
    let opened = catch(|| Xlsx::new(Cursor::new(bytes)));
    let mut book: Xlsx<_> = opened.map_err(|_| broken())?.map_err(|_| broken())?;
    let names = book.sheet_names();
    let name = match &file.sheet {
        None => names.first().cloned().ok_or_else(broken)?,
        Some(name) if names.contains(name) => name.clone(),
        Some(name) => {
            let message = Message::new("table-file-sheet").with("sheet", name);
            let known = crate::nearest::listed(names.iter().map(String::as_str));
            return Err(Box::new(
                Diagnostic::new(&codes::BAD_TABLE_FILE, message)
                    .at(file.span)
                    .help(Message::new("suggest-known").with("known", known)),
            ));
        }
    };
    let read = catch(|| rows(&mut book, &name));
    let Some(rows) = read.map_err(|_| broken())?.map_err(|_| broken())? else {
        return Err(refused(&codes::BAD_TABLE_FILE, file, "table-file-cells"));
    };
    let left = rows.values().filter_map(|row| row.keys().next()).min().copied().unwrap_or(0);
    let mut text = String::new();
    let mut places = Vec::new();
    let mut last = 0;
    for (row, mut cells) in rows {
        text.push_str(&"\n".repeat((row - last) as usize));
        last = row;
        let right = cells.keys().next_back().copied().unwrap_or(left);
        let mut line = Vec::new();
        for column in left..=right {
            let start = text.len();
            let value = cells.remove(&column).flatten();
            text.push_str(value.as_deref().unwrap_or_default());
            let value = value.map(|value| normalized(&value).trim().to_owned());
            let value = value.filter(|value| !value.is_empty());
            line.push((value, start..text.len(), cell_name(row as usize, column as usize)));
            text.push('\t');
        }
        places.push(line);
    }
    text.push('\n');
    let source = sources.add(format!("{} [{name}]", file.path), text);
    let cell =
        |(value, range, name)| CellText { value, span: Span::new(source, range), cell: Some(name) };
    Ok(places.into_iter().map(|line| line.into_iter().map(cell).collect()).collect())
}

/// The words of the cells there are, by row and column; `None` when they, and the blanks before
/// them, are more than a table has. A cell far out takes no room for all that it is away from.
fn rows(book: &mut Xlsx<Cursor<&[u8]>>, name: &str) -> Result<Option<Rows>, XlsxError> {
    let mut reader = book.worksheet_cells_reader(name)?;
    let mut rows = Rows::new();
    let mut count = 0;
    while let Some(cell) = reader.next_cell()? {
        let (row, column) = cell.get_position();
        let data = Data::from(cell.get_value().clone());
        if matches!(data, Data::Empty) {
            continue;
        }
        let cells = rows.entry(row).or_default();
        let before = cells.keys().next_back().map_or(0, |last| last + 1);
        count += (column + 1).saturating_sub(before) as usize;
        cells.insert(column, words(&data));
        if count > MOST_CELLS || row >= MOST_ROWS {
            return Ok(None);
        }
    }
    Ok(Some(rows))
}

/// The words of a cell. A real number is a number, written as it must be in a source; a text
/// that looks like one is a text, and looked at like any other.
fn words(data: &Data) -> Option<String> {
    match data {
        Data::Empty => None,
        Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => {
            Some(text.trim().to_owned()).filter(|text| !text.is_empty())
        }
        Data::Int(number) => Some(number.to_string()),
        Data::Float(number) => Some(decimal(*number)),
        Data::Bool(value) => Some(value.to_string()),
        Data::DateTime(time) => {
            let (year, month, day, ..) = time.to_ymd_hms_milli();
            Some(format!("{year:04}-{month:02}-{day:02}"))
        }
        // `#DIV/0!` is no blank: it is refused as the word it is.
        Data::Error(error) => Some(error.to_string()),
    }
}

/// The number as a spreadsheet shows it, never one that looks like thousands: `1.234` becomes
/// `1.2340`.
///
/// A spreadsheet computes in binary and shows fifteen digits: what it says is `0.3` may be kept
/// as 0.30000000000000004.
fn decimal(number: f64) -> String {
    let shown = if number.fract() == 0.0 { None } else { format!("{number:.14e}").parse().ok() };
    let text = shown.unwrap_or(number).to_string();
    match text.split_once('.') {
        Some((_, fraction)) if fraction.len() == 3 => format!("{text}0"),
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_of_a_workbook_is_written_as_it_is_shown() {
        for (number, text) in [
            (0.1 + 0.2, "0.3"),
            (1.234, "1.2340"),
            (-1250.0, "-1250"),
            (9_007_199_254_740_991.0, "9007199254740991"),
            (29.72, "29.72"),
            (1e-7, "0.0000001"),
        ] {
            assert_eq!(decimal(number), text);
        }
    }
}
