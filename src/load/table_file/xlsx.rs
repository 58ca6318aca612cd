//! `.xlsx` and `.xlsm`.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufRead, BufReader, Cursor, Read as _};

use calamine::{Data, Reader as _, Xlsx};
use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use super::workbook::{Broken, Cells, Content, Listed, MOST_ROWS, Workbook, listed, value};
use crate::load::sheet::{Merged, SheetValue};

/// No part of a workbook of figures is longer; a compressed one may claim anything.
const MOST_BYTES: u64 = 256 << 20;

/// No sheet of a spreadsheet has more columns.
const MOST_COLUMNS: u32 = 1 << 14;

pub(super) struct Book<'a> {
    reader: Xlsx<Cursor<&'a [u8]>>,
    archive: ZipArchive<Cursor<&'a [u8]>>,
    /// Path of the part of each sheet, by its name.
    parts: BTreeMap<String, String>,
    /// Whether the values of formulas are to be made when the workbook is opened: those that are
    /// stored may be none.
    is_computed_on_load: bool,
}

pub(super) fn open(bytes: &[u8]) -> Result<Book<'_>, Broken> {
    let reader = Xlsx::new(Cursor::new(bytes))?;
    let mut archive = ZipArchive::new(Cursor::new(bytes))?;
    let targets = relations(&mut archive)?;
    let mut parts = BTreeMap::new();
    let mut is_computed_on_load = false;
    each(&mut archive, "xl/workbook.xml", |element| {
        match element.local_name().as_ref() {
            "sheet" => {
                let target = attribute(element, "id").and_then(|id| targets.get(&id).cloned());
                parts.extend(attribute(element, "name").zip(target));
            }
            "calcPr" => is_computed_on_load |= is_true(element, "fullCalcOnLoad"),
            _ => {}
        }
        true
    })?;
    Ok(Book { reader, archive, parts, is_computed_on_load })
}

impl Workbook for Book<'_> {
    fn sheets(&self) -> Vec<Listed> {
        listed(self.reader.sheets_metadata())
    }

    fn content(&mut self, name: &str) -> Result<Content, Broken> {
        let part = self.parts.get(name).ok_or("a sheet without a part")?.clone();
        let facts = self.facts(&part)?;
        let mut found = self.reader.worksheet_cells_reader(name)?;
        let formats: Vec<Option<String>> = found
            .styles()
            .iter()
            .map(|style| style.number_format.as_ref().map(|format| format.format_code.clone()))
            .collect();
        let mut cells = Cells::default();
        let mut with_value = BTreeSet::new();
        while let Some((cell, style)) = found.next_cell_with_style_id()? {
            let (row, column) = cell.get_position();
            let data = Data::from(cell.get_value().clone());
            let is_formula = facts.formulas.contains(&(row, column));
            let is_made_up = self.is_computed_on_load && is_formula && is_zero(&data);
            if matches!(data, Data::Empty) || is_made_up {
                continue;
            }
            with_value.insert((row, column));
            let format = formats.get(style).and_then(Option::as_deref);
            if !cells.add(row, column, value(&data, format)) {
                break;
            }
        }
        for (row, column) in facts.formulas.difference(&with_value) {
            cells.add(*row, *column, SheetValue::NoValue);
        }
        let Facts { hidden_rows, hidden_columns, merged, .. } = facts;
        Ok(Content { cells, hidden_rows, hidden_columns, merged })
    }
}

/// Writers that compute nothing store a zero for each formula.
fn is_zero(data: &Data) -> bool {
    match data {
        Data::Float(number) => *number == 0.0,
        Data::Int(number) => *number == 0,
        _ => false,
    }
}

/// What a sheet says beside the values of its cells.
#[derive(Debug, Default)]
struct Facts {
    hidden_rows: BTreeSet<u32>,
    hidden_columns: BTreeSet<u32>,
    merged: Vec<Merged>,
    formulas: BTreeSet<(u32, u32)>,
}

impl Book<'_> {
    fn facts(&mut self, part: &str) -> Result<Facts, Broken> {
        let mut facts = Facts::default();
        let (mut row, mut column) = (0, 0);
        let mut next_row = 0;
        each(&mut self.archive, part, |element| {
            match element.local_name().as_ref() {
                "row" => {
                    let number = attribute(element, "r").and_then(|r| r.parse::<u32>().ok());
                    row = number.map_or(next_row, |number| number.saturating_sub(1));
                    next_row = row.saturating_add(1);
                    column = 0;
                    if is_true(element, "hidden") && row < MOST_ROWS {
                        facts.hidden_rows.insert(row);
                    }
                }
                "c" => {
                    let place = attribute(element, "r").and_then(|name| place(&name));
                    if let Some(found) = place {
                        (row, column) = found;
                    }
                    column += 1;
                }
                "f" => {
                    facts.formulas.insert((row, column.saturating_sub(1)));
                }
                "col" if is_true(element, "hidden") => {
                    let end = |key| attribute(element, key).and_then(|end| end.parse::<u32>().ok());
                    if let (Some(first), Some(last)) = (end("min"), end("max")) {
                        let last = last.min(MOST_COLUMNS);
                        facts.hidden_columns.extend(first.saturating_sub(1)..last);
                    }
                }
                "mergeCell" => {
                    let range = attribute(element, "ref");
                    facts.merged.extend(range.as_deref().and_then(merged));
                }
                _ => {}
            }
            facts.formulas.len() <= super::workbook::MOST_CELLS
        })?;
        Ok(facts)
    }
}

/// `C5` as row and column from 0.
fn place(name: &str) -> Option<(u32, u32)> {
    let letters = name.bytes().take_while(u8::is_ascii_alphabetic).count();
    let column = name[..letters].bytes().try_fold(0u32, |column, letter| {
        column.checked_mul(26)?.checked_add(u32::from(letter.to_ascii_uppercase() - b'A') + 1)
    })?;
    let row: u32 = name[letters..].parse().ok()?;
    Some((row.checked_sub(1)?, column.checked_sub(1)?))
}

/// `B1:D2`.
fn merged(range: &str) -> Option<Merged> {
    let (first, last) = range.split_once(':')?;
    let ((top, left), (bottom, right)) = (place(first)?, place(last)?);
    Some(Merged { top, left, bottom, right })
}

/// Path of each part of the workbook, by the id of its relation.
fn relations(archive: &mut ZipArchive<Cursor<&[u8]>>) -> Result<BTreeMap<String, String>, Broken> {
    let mut targets = BTreeMap::new();
    each(archive, "xl/_rels/workbook.xml.rels", |element| {
        let target = attribute(element, "Target").map(|target| {
            target.strip_prefix('/').map_or_else(|| format!("xl/{target}"), str::to_owned)
        });
        targets.extend(attribute(element, "Id").zip(target));
        true
    })?;
    Ok(targets)
}

/// Calls `look` for each element of the part `name`, until it has seen enough.
fn each(
    archive: &mut ZipArchive<Cursor<&[u8]>>,
    name: &str,
    look: impl FnMut(&BytesStart<'_>) -> bool,
) -> Result<(), Broken> {
    let name = archive
        .file_names()
        .flatten()
        .find(|known| known.replace('\\', "/").eq_ignore_ascii_case(name))
        .map(std::borrow::Cow::into_owned)
        .ok_or("a part is missing")?;
    let part = archive.by_name(&name)?;
    each_of(BufReader::new(part.take(MOST_BYTES)), look)
}

/// Calls `look` for each element of an XML text, until it has seen enough.
fn each_of(
    text: impl BufRead,
    mut look: impl FnMut(&BytesStart<'_>) -> bool,
) -> Result<(), Broken> {
    let mut reader = quick_xml::Reader::from_reader(text);
    let mut buffer = Vec::new();
    loop {
        let goes_on = match reader.read_event_into(&mut buffer)? {
            Event::Start(element) | Event::Empty(element) => look(&element),
            Event::Eof => false,
            _ => true,
        };
        if !goes_on {
            return Ok(());
        }
        buffer.clear();
    }
}

/// The value of an attribute, whatever prefix its name has.
pub(super) fn attribute(element: &BytesStart<'_>, key: &str) -> Option<String> {
    let found = element.attributes().flatten();
    let mut found = found.filter(|attribute| attribute.key.local_name().as_ref() == key);
    let value = found.next()?.normalized_value(XmlVersion::Implicit1_0);
    value.ok().map(std::borrow::Cow::into_owned)
}

fn is_true(element: &BytesStart<'_>, key: &str) -> bool {
    attribute(element, key).is_some_and(|value| value == "1" || value == "true")
}
