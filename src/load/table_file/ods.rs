//! `.ods`.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufReader, Cursor, Read as _};

use calamine::{Ods, Reader as _};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use super::workbook::{Broken, Cells, Content, Listed, MOST_CELLS, Workbook, listed, value};
use super::xlsx::attribute;
use crate::load::sheet::{Merged, SheetValue};

/// No text of a workbook of figures is longer; a compressed one may claim anything.
const MOST_BYTES: u64 = 256 << 20;

pub(super) struct Book<'a> {
    reader: Ods<Cursor<&'a [u8]>>,
    facts: BTreeMap<String, Facts>,
}

/// What a sheet says beside the values of its cells.
#[derive(Debug, Default)]
struct Facts {
    hidden_rows: BTreeSet<u32>,
    hidden_columns: BTreeSet<u32>,
    merged: Vec<Merged>,
    /// What the sheet shows, and whether as a percentage.
    shown: BTreeMap<(u32, u32), (String, bool)>,
    /// Formulas without a stored value.
    without_value: Vec<(u32, u32)>,
}

pub(super) fn open(bytes: &[u8]) -> Result<Book<'_>, Broken> {
    let reader = Ods::new(Cursor::new(bytes))?;
    let mut archive = ZipArchive::new(Cursor::new(bytes))?;
    let part = archive.by_name("content.xml")?;
    let mut events = Reader::from_reader(BufReader::new(part.take(MOST_BYTES)));
    let mut scan = Scan::default();
    let mut buffer = Vec::new();
    loop {
        match events.read_event_into(&mut buffer)? {
            Event::Start(element) => scan.begin(&element),
            Event::Empty(element) => {
                scan.begin(&element);
                scan.end(element.local_name().as_ref());
            }
            Event::End(element) => scan.end(element.local_name().as_ref()),
            Event::Text(text) if scan.is_in_text => scan.text.push_str(&text.xml10_content()),
            Event::Eof => break,
            _ => {}
        }
        buffer.clear();
    }
    Ok(Book { reader, facts: scan.sheets })
}

impl Workbook for Book<'_> {
    fn sheets(&self) -> Vec<Listed> {
        listed(self.reader.sheets_metadata())
    }

    fn content(&mut self, name: &str) -> Result<Content, Broken> {
        let range = self.reader.worksheet_range(name)?;
        let facts = self.facts.remove(name).unwrap_or_default();
        let mut cells = Cells::default();
        let (top, left) = range.start().unwrap_or_default();
        for (row, column, data) in range.used_cells() {
            let place = (top + u32::try_from(row)?, left + u32::try_from(column)?);
            let shown = facts.shown.get(&place);
            if !cells.add(place.0, place.1, as_shown(value(data, None), shown)) {
                break;
            }
        }
        for (row, column) in facts.without_value {
            cells.add(row, column, SheetValue::NoValue);
        }
        let Facts { hidden_rows, hidden_columns, merged, .. } = facts;
        Ok(Content { cells, hidden_rows, hidden_columns, merged })
    }
}

/// The value with what the sheet shows.
fn as_shown(value: SheetValue, found: Option<&(String, bool)>) -> SheetValue {
    let Some((text, is_percent)) = found else { return value };
    let text = Some(text.clone()).filter(|text| !text.is_empty());
    match value {
        SheetValue::Number { digits, .. } => {
            // The format has a name in another part of the file; the decimals are in what is shown.
            let format = is_percent.then(|| percent_format(text.as_deref().unwrap_or_default()));
            SheetValue::Number { digits, format, shown: text }
        }
        SheetValue::Day { iso, .. } => SheetValue::Day { iso, format: None, shown: text },
        // LibreOffice keeps an error as a formula's text.
        SheetValue::Text(words) if words.starts_with('#') && words.ends_with(['!', '?', 'A']) => {
            SheetValue::Error(words)
        }
        value => value,
    }
}

fn percent_format(shown: &str) -> String {
    let digits = shown.trim_end_matches(['%', ' ']);
    let decimals = digits.rsplit_once(['.', ',']).map_or(0, |(_, fraction)| fraction.len());
    if decimals == 0 { "0%".to_owned() } else { format!("0.{}%", "0".repeat(decimals)) }
}

/// The sheet that is read, and where in it.
#[derive(Debug, Default)]
struct Scan {
    sheets: BTreeMap<String, Facts>,
    name: String,
    facts: Facts,
    row: u32,
    rows: u32,
    column: u32,
    cell: Option<Cell>,
    text: String,
    is_in_text: bool,
}

#[derive(Debug)]
struct Cell {
    columns: u32,
    is_percent: bool,
    is_value: bool,
    is_formula: bool,
}

impl Scan {
    fn begin(&mut self, element: &BytesStart<'_>) {
        match element.local_name().as_ref() {
            "table" if attribute(element, "name").is_some() => {
                self.name = attribute(element, "name").unwrap_or_default();
                (self.row, self.column) = (0, 0);
            }
            "table-column" => {
                let last = self.column.saturating_add(count(element, "number-columns-repeated"));
                if is_hidden(element) {
                    self.facts.hidden_columns.extend(self.column..last.min(1 << 14));
                }
                self.column = last;
            }
            "table-row" => {
                self.rows = count(element, "number-rows-repeated");
                self.column = 0;
                if is_hidden(element) {
                    let last = self.row.saturating_add(self.rows).min(1 << 20);
                    self.facts.hidden_rows.extend(self.row..last);
                }
            }
            "table-cell" | "covered-table-cell" => self.cell(element),
            "p" if self.cell.is_some() => {
                if !self.text.is_empty() {
                    self.text.push(' ');
                }
                self.is_in_text = true;
            }
            "annotation" => self.is_in_text = false,
            _ => {}
        }
    }

    fn cell(&mut self, element: &BytesStart<'_>) {
        let kind = attribute(element, "value-type");
        let spanned = |key| count(element, key);
        let (down, across) = (spanned("number-rows-spanned"), spanned("number-columns-spanned"));
        if down > 1 || across > 1 {
            let (bottom, right) = (self.row + down - 1, self.column + across - 1);
            self.facts.merged.push(Merged { top: self.row, left: self.column, bottom, right });
        }
        self.cell = Some(Cell {
            columns: spanned("number-columns-repeated"),
            is_percent: kind.as_deref() == Some("percentage"),
            is_value: kind.is_some(),
            is_formula: attribute(element, "formula").is_some(),
        });
        self.text.clear();
    }

    fn end(&mut self, name: &str) {
        match name {
            "p" => self.is_in_text = false,
            "table-cell" | "covered-table-cell" => {
                let Some(cell) = self.cell.take() else { return };
                let last = self.column.saturating_add(cell.columns);
                if cell.is_value || cell.is_formula {
                    self.note(&cell, last);
                }
                self.column = last;
            }
            "table-row" => self.row = self.row.saturating_add(self.rows),
            "table" if !self.name.is_empty() => {
                let name = std::mem::take(&mut self.name);
                self.sheets.insert(name, std::mem::take(&mut self.facts));
            }
            _ => {}
        }
    }

    /// What is shown in a cell, as often as it is repeated.
    fn note(&mut self, cell: &Cell, last: u32) {
        let shown = self.text.trim().to_owned();
        for row in self.row..self.row.saturating_add(self.rows) {
            for column in self.column..last {
                if self.facts.shown.len() > MOST_CELLS {
                    return;
                }
                if cell.is_formula && !cell.is_value && shown.is_empty() {
                    self.facts.without_value.push((row, column));
                }
                self.facts.shown.insert((row, column), (shown.clone(), cell.is_percent));
            }
        }
    }
}

fn count(element: &BytesStart<'_>, key: &str) -> u32 {
    attribute(element, key).and_then(|count| count.parse().ok()).unwrap_or(1).clamp(1, 1 << 20)
}

/// Hidden by hand (`collapse`) or by a filter.
fn is_hidden(element: &BytesStart<'_>) -> bool {
    attribute(element, "visibility").is_some_and(|visibility| visibility != "visible")
}
