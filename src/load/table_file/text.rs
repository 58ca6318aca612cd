//! Rows in a text file: fields parted by `;`, a tab or a comma.

use csv_core::{ReadFieldResult, Reader, ReaderBuilder};

use super::workbook::MOST_CELLS;
use super::{Refused, refused};
use crate::characters::normalized;
use crate::codes;
use crate::diagnostic::{Diagnostic, Message};
use crate::load::damage::mojibake;
use crate::load::rows::FileRef;
use crate::load::sheet::{Book, DecimalMark, Sheet, SheetCell, SheetRow, SheetValue};
use crate::source::Sources;
use crate::span::{SourceId, Span};

pub(super) fn book(
    book: Book,
    file: &FileRef,
    bytes: &[u8],
    sources: &mut Sources,
) -> Result<Book, Refused> {
    if [&b"PK\x03\x04"[..], b"\xd0\xcf\x11\xe0"].iter().any(|start| bytes.starts_with(start)) {
        return Err(refused(&codes::BAD_TABLE_FILE, file, "table-file-workbook"));
    }
    let Some(text) = decoded(bytes) else {
        return Err(refused(&codes::BAD_TABLE_FILE, file, "table-file-encoding"));
    };
    let source = sources.add(&book.path, text.as_str());
    if let Some(mut finding) = mojibake(&text, source) {
        // The file is one of a spreadsheet: only there can it be saved as it should be.
        finding.edits.clear();
        return Err(Box::new(finding));
    }
    let start = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let (named, first_row) = named_delimiter(&text[start..]);
    let delimiter = named.unwrap_or_else(|| delimiter(&text[start + first_row..]));
    // Signs within quotes count, too; no table has nearly as many.
    let is_end = |byte: &u8| *byte == delimiter || *byte == b'\n';
    if text.bytes().filter(is_end).count() > MOST_CELLS {
        return Err(refused(&codes::BAD_TABLE_FILE, file, "table-file-cells"));
    }
    let rows = rows(&text, start + first_row, u32::from(first_row > 0), delimiter, source);
    for row in &rows {
        let cells = row.cells.iter().zip(0..);
        sources
            .name_cells(source, cells.map(|(cell, column)| (cell.span.start, (row.index, column))));
    }
    is_whole(&rows)?;
    let marks = if delimiter == b';' { marks(&rows) } else { DecimalMark::Unknown };
    let sheet = Sheet { rows, marks, ..Sheet::default() };
    Ok(Book { sheets: vec![sheet], ..book })
}

/// The text of a file in UTF-8, or in UTF-16 with a byte-order mark (`Unicode Text` of Excel).
fn decoded(bytes: &[u8]) -> Option<String> {
    let units = |of: fn([u8; 2]) -> u16| -> Option<String> {
        let (pairs, rest) = bytes[2..].as_chunks::<2>();
        let units: Vec<u16> = pairs.iter().map(|pair| of(*pair)).collect();
        rest.is_empty().then(|| String::from_utf16(&units).ok()).flatten()
    };
    let text = match bytes {
        [0xff, 0xfe, ..] => units(u16::from_le_bytes)?,
        [0xfe, 0xff, ..] => units(u16::from_be_bytes)?,
        _ => String::from_utf8(bytes.to_vec()).ok()?,
    };
    (!text.contains('\0')).then_some(text)
}

/// `sep=;` on the first line names the sign between the fields; also how long that line is.
fn named_delimiter(text: &str) -> (Option<u8>, usize) {
    let line = text.split_inclusive('\n').next().unwrap_or_default();
    let words = line.trim().trim_matches('"');
    let sign = words.get(..4).filter(|start| start.eq_ignore_ascii_case("sep="));
    match sign.and_then(|_| words.as_bytes().get(4..)) {
        Some([sign]) => (Some(*sign), line.len()),
        // A tab at the end was trimmed.
        Some([]) if line.contains('\t') => (Some(b'\t'), line.len()),
        _ => (None, 0),
    }
}

/// The sign between the fields: the one that most rows have equally often, but for what is in
/// quotes. Excel writes `;` where the comma is a decimal mark, as in Vietnam.
fn delimiter(text: &str) -> u8 {
    let mut counts: Vec<[usize; 3]> = vec![[0; 3]];
    let mut is_quoted = false;
    for sign in text.trim_start_matches(['\r', '\n']).bytes() {
        is_quoted ^= sign == b'"';
        let known = b";\t,".iter().position(|known| *known == sign);
        match (sign, known) {
            _ if is_quoted => {}
            (b'\r' | b'\n', _) => counts.push([0; 3]),
            (_, Some(known)) => {
                counts.last_mut().expect("there is a row at any time")[known] += 1;
            }
            _ => {}
        }
    }
    counts.truncate(200);
    let rows_with = |sign: usize| counts.iter().filter(|row| row[sign] > 0).count();
    let most_in_a_row = |sign: usize| counts.iter().map(|row| row[sign]).max().unwrap_or(0);
    let first = |sign: usize| {
        counts.iter().find(|row| row.iter().any(|count| *count > 0)).map_or(0, |row| row[sign])
    };
    // A comma may stand in every row as a decimal mark: then another sign stands there as well.
    let place = [0, 1, 2]
        .into_iter()
        .max_by_key(|sign| {
            let is_comma = *sign == 2;
            (rows_with(*sign), usize::from(!is_comma), first(*sign), most_in_a_row(*sign))
        })
        .filter(|sign| rows_with(*sign) > 0);
    place.map_or(b',', |place| b";\t,"[place])
}

/// The rows of the text from byte `offset` on, which is row `row` of the file.
fn rows(text: &str, offset: usize, row: u32, delimiter: u8, source: SourceId) -> Vec<SheetRow> {
    let text = &text[offset..];
    let mut reader: Reader = ReaderBuilder::new().delimiter(delimiter).build();
    let mut rows: Vec<SheetRow> = Vec::new();
    let mut cells = Vec::new();
    let mut output = vec![0; text.len() + 1];
    let (mut at, mut start, mut written) = (0, 0, 0);
    let mut row = row as usize;
    loop {
        let (result, read, wrote) =
            reader.read_field(&text.as_bytes()[at..], &mut output[written..]);
        at += read;
        written += wrote;
        let is_end_of_row = match result {
            ReadFieldResult::Field { record_end } => record_end,
            ReadFieldResult::InputEmpty | ReadFieldResult::OutputFull => continue,
            ReadFieldResult::End => break,
        };
        let value = normalized(&String::from_utf8_lossy(&output[..written])).trim().to_owned();
        let raw = &text[start..at];
        let sign = char::from(delimiter);
        let words = raw.trim_matches(|c: char| c.is_whitespace() || c == sign);
        let begin = start + raw.find(words).unwrap_or(0);
        let span = Span::new(source, offset + begin..offset + begin + words.len());
        if cells.is_empty() {
            row += empty_lines(&text[..start], raw);
        }
        let value = if value.is_empty() { SheetValue::Blank } else { SheetValue::Text(value) };
        cells.push(SheetCell { value, span });
        if is_end_of_row {
            let cells = std::mem::take(&mut cells);
            if cells.iter().any(|cell: &SheetCell| !cell.value.is_blank()) {
                rows.push(SheetRow { index: u32::try_from(row).unwrap_or(u32::MAX), cells });
            }
            row += 1;
        }
        start = at;
        written = 0;
    }
    rows
}

/// How many lines without a word the reader passed over in front of a row; a spreadsheet counts
/// them. `raw` is the first field of the row with all that stands between it and `before`.
fn empty_lines(before: &str, raw: &str) -> usize {
    let ends = &raw[..raw.len() - raw.trim_start_matches(['\r', '\n']).len()];
    let count = ends.replace("\r\n", "\n").len();
    // The reader ends a row at `\r`, and leaves the `\n` to the next one.
    count - usize::from(before.ends_with('\r') && ends.starts_with('\n'))
}

/// Excel writes `?` for each letter that the code page of the file lacks: `Ph??ng 1`.
fn is_whole(rows: &[SheetRow]) -> Result<(), Refused> {
    for row in rows {
        for cell in &row.cells {
            let Some(text) = cell.value.text().filter(|text| has_lost_letters(text)) else {
                continue;
            };
            let message = Message::new("table-file-lost-letters").with("value", text);
            let finding = Diagnostic::new(&codes::BAD_TABLE_FILE, message).at(cell.span);
            return Err(Box::new(finding));
        }
    }
    Ok(())
}

/// A question mark right before a letter of the same word: no word of a table has that.
fn has_lost_letters(text: &str) -> bool {
    let is_lost = |pair: (char, char)| pair.0 == '?' && pair.1.is_alphabetic();
    text.contains('\u{fffd}') || text.chars().zip(text.chars().skip(1)).any(is_lost)
}

/// Whether the commas of a file parted by `;` are decimal marks: not where one proves that they
/// group thousands.
fn marks(rows: &[SheetRow]) -> DecimalMark {
    let texts = || rows.iter().flat_map(|row| &row.cells).filter_map(|cell| cell.value.text());
    let figures = || texts().filter(|text| is_figure(text));
    let groups = |text: &str| {
        text.matches(',').count() > 1
            || text.find(',').zip(text.find('.')).is_some_and(|(comma, point)| comma < point)
    };
    if figures().any(groups) {
        DecimalMark::Unknown
    } else if figures().any(|text| text.contains(',')) {
        DecimalMark::CommaProved
    } else {
        DecimalMark::Comma
    }
}

fn is_figure(text: &str) -> bool {
    let text = text.trim_start_matches(['-', '(']).trim_end_matches(['%', ')', ' ']);
    text.starts_with(|c: char| c.is_ascii_digit())
        && text.chars().all(|c| c.is_ascii_digit() || c == ',' || c == '.')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sign_between_fields_is_told_by_the_rows_without_their_quotes() {
        for (text, sign) in [
            ("a,b\n1,2", b','),
            ("a;b,c;d", b';'),
            ("a\tb", b'\t'),
            ("\"a, b, c\";d", b';'),
            ("\"a\n,b,c\";d\n", b';'),
            ("\r\n\r\na;b", b';'),
            ("\"a \"\"b\"\", c, d\";e", b';'),
            ("a", b','),
            ("Phụ lục, năm 2026\nĐơn vị;dt\nXã A;1\nXã B;2", b';'),
            ("Đơn vị;dt\nXã A;1,5\nXã B;2,5", b';'),
            ("PHỤ LỤC\n\nĐơn vị,dt\nXã A,1\n", b','),
        ] {
            assert_eq!(char::from(delimiter(text)), char::from(sign), "{text:?}");
        }
    }

    #[test]
    fn the_first_line_may_name_the_sign() {
        assert_eq!(named_delimiter("sep=;\na;b"), (Some(b';'), 6));
        assert_eq!(named_delimiter("\"sep=,\"\r\na"), (Some(b','), 9));
        assert_eq!(named_delimiter("Sep=|\na"), (Some(b'|'), 6));
        assert_eq!(named_delimiter("sep=\t\na"), (Some(b'\t'), 6));
        assert_eq!(named_delimiter("a;b"), (None, 0));
    }

    #[test]
    fn empty_lines_count_and_lines_within_quotes_do_not() {
        for end in ["\n", "\r\n"] {
            let text = ["", "a,b", "", "", "\"1", "2\",3", "4,5"].join(end);
            let source = Sources::default().add("a.csv", "");
            let rows = rows(&text, 0, 0, b',', source);
            let found: Vec<_> = rows.iter().map(|row| (row.index, row.cells.len())).collect();
            assert_eq!(found, [(1, 2), (4, 2), (5, 2)], "{end:?}");
        }
    }

    #[test]
    fn letters_that_were_lost_are_seen_and_questions_are_none() {
        for text in ["Ph??ng 1", "X? H?a Bình", "Đ?i", "Th\u{fffd}n"] {
            assert!(has_lost_letters(text), "{text}");
        }
        for text in ["Đã xong chưa??", "(?)", "?", "a ? b", "Có hay không? Không"] {
            assert!(!has_lost_letters(text), "{text}");
        }
    }
}
