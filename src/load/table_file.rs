//! Rows from a file: `.csv` (text) and `.xlsx` (a workbook). Places are cells.

use std::io::Cursor;

use calamine::{Data, Reader as _, Xlsx};
use csv_core::{ReadFieldResult, Reader, ReaderBuilder};

use super::rows::{CellText, Content, FileRef, Line};
use crate::codes;
use crate::diagnostic::{Code, Diagnostic, Message, Report};
use crate::source::{SourceId, Sources, Span};

/// The lines of the file `bytes`, which `file` names; its text is added to `sources`.
pub(super) fn lines(
    file: &FileRef,
    bytes: &[u8],
    sources: &mut Sources,
    report: &mut Report,
) -> Option<Vec<Line>> {
    let extension = file.path.rsplit('.').next().unwrap_or_default().to_ascii_lowercase();
    let sheet = match extension.as_str() {
        "csv" => text_sheet(file, bytes, sources),
        "xlsx" => workbook_sheet(file, bytes, sources),
        _ => Err(refused(&codes::BAD_TABLE_FILE, file, "table-file-kind")),
    };
    match sheet.and_then(|sheet| sheet_lines(sheet, file)) {
        Ok(lines) => Some(lines),
        Err(finding) => {
            report.emit(*finding);
            None
        }
    }
}

type Sheet = Vec<Vec<CellText>>;

fn refused(code: &'static Code, file: &FileRef, id: &'static str) -> Box<Diagnostic> {
    let message = Message::new(id).with("path", &file.path);
    Box::new(Diagnostic::new(code, message).at(file.span))
}

/// The first row names the columns, the first column the units; rows without a word are left
/// out.
fn sheet_lines(sheet: Sheet, file: &FileRef) -> Result<Vec<Line>, Box<Diagnostic>> {
    let mut rows = sheet.into_iter().filter(|row| row.iter().any(|cell| cell.value.is_some()));
    let Some(header) = rows.next() else {
        return Err(refused(&codes::BAD_TABLE_FILE, file, "table-file-empty"));
    };
    let mut lines = Vec::new();
    for row in rows {
        let mut cells = row.into_iter();
        let Some(name) = cells.next() else { continue };
        if name.value.is_none() {
            let message = Message::new("table-file-nameless")
                .with("cell", name.cell.as_deref().unwrap_or_default());
            return Err(Box::new(Diagnostic::new(&codes::BAD_TABLE_FILE, message).at(name.span)));
        }
        // Behind the named columns only blanks are passed over.
        let named = header.iter().skip(1).cloned();
        let nameless = CellText { value: None, ..name.clone() };
        let keyed = named
            .chain(std::iter::repeat(nameless))
            .zip(cells)
            .filter(|(key, cell)| key.value.is_some() || cell.value.is_some())
            .collect();
        lines.push(Line { name, content: Content::Keyed(keyed) });
    }
    Ok(lines)
}

fn text_sheet(
    file: &FileRef,
    bytes: &[u8],
    sources: &mut Sources,
) -> Result<Sheet, Box<Diagnostic>> {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return Err(refused(&codes::BAD_TABLE_FILE, file, "table-file-encoding"));
    };
    let source = sources.add(&file.path, text);
    // Excel writes a byte-order mark in front of its "CSV UTF-8".
    let start = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    Ok(fields(&text[start..], start, source))
}

/// The fields of a CSV text whose first byte stands at `offset` of its source.
fn fields(text: &str, offset: usize, source: SourceId) -> Sheet {
    let mut reader: Reader = ReaderBuilder::new().delimiter(delimiter(text)).build();
    let mut sheet: Sheet = vec![Vec::new()];
    let mut output = vec![0; text.len() + 1];
    let mut at = 0;
    let mut start = 0;
    let mut written = 0;
    loop {
        let (result, read, wrote) =
            reader.read_field(&text.as_bytes()[at..], &mut output[written..]);
        at += read;
        written += wrote;
        let (is_field, is_end_of_row) = match result {
            ReadFieldResult::Field { record_end } => (true, record_end),
            ReadFieldResult::InputEmpty | ReadFieldResult::OutputFull => (false, false),
            ReadFieldResult::End => break,
        };
        if !is_field {
            continue;
        }
        let value = String::from_utf8_lossy(&output[..written]).trim().to_owned();
        let raw = &text[start..at];
        let words = raw.trim_matches(|sign: char| sign.is_whitespace() || ",;\t".contains(sign));
        let begin = start + raw.find(words).unwrap_or(0);
        let span = Span::new(source, offset + begin..offset + begin + words.len());
        let row = sheet.len() - 1;
        let cell = Some(cell_name(row, sheet[row].len()));
        let value = (!value.is_empty()).then_some(value);
        sheet[row].push(CellText { value, span, cell });
        if is_end_of_row {
            sheet.push(Vec::new());
        }
        start = at;
        written = 0;
    }
    sheet
}

/// The sign between the fields: the most frequent one of the first line. Excel writes `;` where
/// the comma is a decimal mark, as in Vietnam.
fn delimiter(text: &str) -> u8 {
    let first = text.lines().next().unwrap_or_default();
    let count = |sign: u8| first.bytes().filter(|byte| *byte == sign).count();
    [b';', b'\t', b','].into_iter().max_by_key(|sign| count(*sign)).unwrap_or(b',')
}

/// `C5`: the name a spreadsheet gives a cell.
fn cell_name(row: usize, column: usize) -> String {
    let mut letters = String::new();
    let mut rest = column + 1;
    while rest > 0 {
        let letter = u8::try_from((rest - 1) % 26).unwrap_or(0);
        letters.insert(0, char::from(b'A' + letter));
        rest = (rest - 1) / 26;
    }
    format!("{letters}{}", row + 1)
}

/// A sheet of a workbook. It has no text to point into: one is made, a line for each row.
fn workbook_sheet(
    file: &FileRef,
    bytes: &[u8],
    sources: &mut Sources,
) -> Result<Sheet, Box<Diagnostic>> {
    let broken = || refused(&codes::BAD_TABLE_FILE, file, "table-file-broken");
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|_| broken())?;
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
                    .help(Message::new("reference-known").with("known", known)),
            ));
        }
    };
    let range = book.worksheet_range(&name).map_err(|_| broken())?;
    let (top, left) = range.start().unwrap_or((0, 0));
    let mut text = "\n".repeat(top as usize);
    let mut places = Vec::new();
    for (row, cells) in range.rows().enumerate() {
        let mut line = Vec::new();
        for (column, data) in cells.iter().enumerate() {
            let start = text.len();
            let value = words(data);
            text.push_str(value.as_deref().unwrap_or_default());
            let cell = cell_name(row + top as usize, column + left as usize);
            line.push((value, start..text.len(), cell));
            text.push('\t');
        }
        text.push('\n');
        places.push(line);
    }
    let source = sources.add(format!("{} [{name}]", file.path), text);
    let cell =
        |(value, range, name)| CellText { value, span: Span::new(source, range), cell: Some(name) };
    Ok(places.into_iter().map(|line| line.into_iter().map(cell).collect()).collect())
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

/// The shortest decimal that is this number, never one that looks like thousands: `1.234`
/// becomes `1.2340`.
fn decimal(number: f64) -> String {
    let text = number.to_string();
    match text.split_once('.') {
        Some((_, fraction)) if fraction.len() == 3 => format!("{text}0"),
        _ => text,
    }
}
