//! Rows from a file: `.csv` (text) and `.xlsx` (a workbook). Places are cells.

mod workbook;

use csv_core::{ReadFieldResult, Reader, ReaderBuilder};

use super::rows::{CellText, Content, FileRef, Line};
use crate::characters::normalized;
use crate::codes;
use crate::diagnostic::{Code, Diagnostic, Message, Report};
use crate::source::Sources;
use crate::span::{SourceId, Span};

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
        "xlsx" => workbook::sheet(file, bytes, sources),
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
    let (mut at, mut start, mut written) = (0, 0, 0);
    let mut row = 0;
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
        let value = normalized(&String::from_utf8_lossy(&output[..written])).trim().to_owned();
        let raw = &text[start..at];
        let words = raw.trim_matches(|sign: char| sign.is_whitespace() || ",;\t".contains(sign));
        let begin = start + raw.find(words).unwrap_or(0);
        let span = Span::new(source, offset + begin..offset + begin + words.len());
        let cells = sheet.last_mut().expect("there is a row at any time");
        if cells.is_empty() {
            row += empty_lines(&text[..start], raw);
        }
        let cell = Some(cell_name(row, cells.len()));
        let value = (!value.is_empty()).then_some(value);
        cells.push(CellText { value, span, cell });
        if is_end_of_row {
            sheet.push(Vec::new());
            row += 1;
        }
        start = at;
        written = 0;
    }
    sheet
}

/// How many lines without a word the reader passed over in front of a row; a spreadsheet counts
/// them. `raw` is the first field of the row with all that stands between it and `before`.
fn empty_lines(before: &str, raw: &str) -> usize {
    let ends = &raw[..raw.len() - raw.trim_start_matches(['\r', '\n']).len()];
    let count = ends.replace("\r\n", "\n").len();
    // The reader ends a row at `\r`, and leaves the `\n` to the next one.
    count - usize::from(before.ends_with('\r') && ends.starts_with('\n'))
}

/// The sign between the fields: the most frequent one of the first row, but for what is in
/// quotes. Excel writes `;` where the comma is a decimal mark, as in Vietnam.
fn delimiter(text: &str) -> u8 {
    let mut counts = [(b';', 0), (b'\t', 0), (b',', 0)];
    let mut is_quoted = false;
    for sign in text.trim_start_matches(['\r', '\n']).bytes() {
        is_quoted ^= sign == b'"';
        match sign {
            _ if is_quoted => {}
            b'\r' | b'\n' => break,
            _ => counts.iter_mut().for_each(|(known, count)| *count += u32::from(*known == sign)),
        }
    }
    counts.into_iter().max_by_key(|(_, count)| *count).map_or(b',', |(sign, _)| sign)
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

#[cfg(test)]
mod tests {
    use super::*;

    /// Name and words of every cell.
    fn cells(text: &str) -> Vec<(String, String)> {
        let source = Sources::default().add("a.csv", text);
        let cells = fields(text, 0, source).into_iter().flatten();
        let words =
            |cell: CellText| (cell.cell.unwrap_or_default(), cell.value.unwrap_or_default());
        cells.map(words).collect()
    }

    #[test]
    fn the_sign_between_fields_is_the_most_frequent_outside_of_quotes() {
        for (text, sign) in [
            ("a,b\n1;2;3", b','),
            ("a;b,c;d", b';'),
            ("a\tb", b'\t'),
            ("\"a, b, c\";d", b';'),
            ("\"a\n,b,c\";d\n", b';'),
            ("\r\n\r\na;b", b';'),
            ("\"a \"\"b\"\", c, d\";e", b';'),
            ("a", b','),
        ] {
            assert_eq!(delimiter(text), sign, "{text:?}");
        }
    }

    #[test]
    fn a_cell_is_named_as_a_spreadsheet_names_it() {
        for (row, column, name) in [(0, 0, "A1"), (4, 25, "Z5"), (9, 26, "AA10"), (0, 702, "AAA1")]
        {
            assert_eq!(cell_name(row, column), name);
        }
    }

    #[test]
    fn empty_lines_count_and_lines_within_quotes_do_not() {
        for end in ["\n", "\r\n"] {
            let text = ["", "a,b", "", "", "\"1", "2\",3", "4,5"].join(end);
            let names: Vec<String> = cells(&text).into_iter().map(|(name, _)| name).collect();
            assert_eq!(names, ["A2", "B2", "A5", "B5", "A6", "B6"], "{end:?}");
        }
    }
}
