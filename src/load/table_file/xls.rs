//! `.xls` (BIFF8 in a compound file, [MS-XLS]).

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read as _};

use calamine::{Reader as _, Xls};

use super::workbook::{Broken, Cells, Content, Listed, Workbook, listed, value};
use crate::load::sheet::{Merged, SheetValue};

pub(super) struct Book<'a> {
    reader: Xls<Cursor<&'a [u8]>>,
    stream: Vec<u8>,
    /// Number format of each cell style (XF).
    formats: Vec<Option<String>>,
    /// Where the records of each sheet begin.
    starts: BTreeMap<String, usize>,
}

pub(super) fn open(bytes: &[u8]) -> Result<Book<'_>, Broken> {
    let reader = Xls::new(Cursor::new(bytes))?;
    let mut file = cfb::CompoundFile::open(Cursor::new(bytes))?;
    let name = if file.exists("/Workbook") { "/Workbook" } else { "/Book" };
    let mut stream = Vec::new();
    file.open_stream(name)?.read_to_end(&mut stream)?;
    let mut styles = Vec::new();
    let mut codes = BTreeMap::new();
    let mut starts = Vec::new();
    for (kind, data) in Records(&stream) {
        match kind {
            0x00E0 => styles.push(short(data, 2).unwrap_or(0)),
            0x041E => codes.extend(short(data, 0).zip(string(data.get(2..).unwrap_or_default()))),
            0x0085 => starts.push(long(data, 0).unwrap_or(0) as usize),
            0x000A => break,
            _ => {}
        }
    }
    let format = |id: u16| codes.get(&id).cloned().or_else(|| built_in(id).map(str::to_owned));
    let formats = styles.into_iter().map(format).collect();
    let names = reader.sheets_metadata().iter().map(|sheet| sheet.name.clone());
    let starts = names.zip(starts).collect();
    Ok(Book { reader, stream, formats, starts })
}

impl Workbook for Book<'_> {
    fn sheets(&self) -> Vec<Listed> {
        listed(self.reader.sheets_metadata())
    }

    fn content(&mut self, name: &str) -> Result<Content, Broken> {
        let start = *self.starts.get(name).ok_or("a sheet without a place")?;
        let facts = facts(self.stream.get(start..).ok_or("a place outside")?);
        let range = self.reader.worksheet_range(name)?;
        let (top, left) = range.start().unwrap_or_default();
        let mut cells = Cells::default();
        for (row, column, data) in range.used_cells() {
            let place = (top + u32::try_from(row)?, left + u32::try_from(column)?);
            let style = facts.styles.get(&place).and_then(|style| self.formats.get(*style));
            let format = style.and_then(Option::as_deref);
            if !cells.add(place.0, place.1, value(data, format)) {
                break;
            }
        }
        for (row, column) in facts.without_value {
            cells.add(row, column, SheetValue::NoValue);
        }
        let merged = self.reader.merge_cells_by_sheet_name(name).unwrap_or_default();
        let merged = merged.into_iter().map(|region| Merged {
            top: region.start.0,
            left: region.start.1,
            bottom: region.end.0,
            right: region.end.1,
        });
        Ok(Content {
            cells,
            hidden_rows: facts.hidden_rows,
            hidden_columns: facts.hidden_columns,
            merged: merged.collect(),
        })
    }
}

/// What a sheet says beside the values of its cells.
#[derive(Debug, Default)]
struct Facts {
    hidden_rows: BTreeSet<u32>,
    hidden_columns: BTreeSet<u32>,
    styles: BTreeMap<(u32, u32), usize>,
    without_value: Vec<(u32, u32)>,
}

fn facts(records: &[u8]) -> Facts {
    let mut facts = Facts::default();
    let mut depth = 0;
    for (kind, data) in Records(records) {
        match kind {
            // A chart within the sheet has records of its own.
            0x0809 => depth += 1,
            0x000A if depth <= 1 => break,
            0x000A => depth -= 1,
            _ if depth > 1 => {}
            _ => facts.add(kind, data),
        }
    }
    facts
}

impl Facts {
    fn add(&mut self, kind: u16, data: &[u8]) {
        let (Some(row), Some(column)) = (short(data, 0), short(data, 2)) else { return };
        let place = (u32::from(row), u32::from(column));
        match kind {
            // Row: the sixth bit of its options says that it has no height.
            0x0208 if short(data, 12).is_some_and(|options| options & 0x20 != 0) => {
                self.hidden_rows.insert(place.0);
            }
            // ColInfo: first and last column, width, style, options.
            0x007D if short(data, 8).is_some_and(|options| options & 1 != 0) => {
                self.hidden_columns.extend(place.0..=place.1.min(255));
            }
            // Number, RK, Formula.
            0x0203 | 0x027E | 0x0006 => {
                self.styles.extend(short(data, 4).map(|style| (place, usize::from(style))));
                // The result is no text at all: what is written by programs that do not compute.
                let is_empty = kind == 0x0006
                    && data.get(6) == Some(&3)
                    && data.get(12..14) == Some(&[0xff, 0xff]);
                if is_empty {
                    self.without_value.push(place);
                }
            }
            // MulRk: styles and numbers of neighbouring cells.
            0x00BD => {
                for (index, pair) in (0..).zip(data.get(4..).unwrap_or_default().as_chunks::<6>().0)
                {
                    let style = usize::from(u16::from_le_bytes([pair[0], pair[1]]));
                    self.styles.insert((place.0, place.1 + index), style);
                }
            }
            _ => {}
        }
    }
}

/// Records of a stream: kind and data.
struct Records<'a>(&'a [u8]);

impl<'a> Iterator for Records<'a> {
    type Item = (u16, &'a [u8]);

    fn next(&mut self) -> Option<Self::Item> {
        let kind = short(self.0, 0)?;
        let end = 4 + usize::from(short(self.0, 2)?);
        let data = self.0.get(4..end)?;
        self.0 = &self.0[end..];
        Some((kind, data))
    }
}

fn short(data: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(data.get(at..at + 2)?.try_into().ok()?))
}

fn long(data: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(data.get(at..at + 4)?.try_into().ok()?))
}

/// A string of BIFF8: its length, whether two bytes are a letter, its letters.
fn string(data: &[u8]) -> Option<String> {
    let length = usize::from(short(data, 0)?);
    let is_wide = data.get(2)? & 1 != 0;
    if is_wide {
        let bytes = data.get(3..3 + 2 * length)?;
        let units = bytes.as_chunks::<2>().0.iter().map(|unit| u16::from_le_bytes(*unit));
        return String::from_utf16(&units.collect::<Vec<_>>()).ok();
    }
    Some(data.get(3..3 + length)?.iter().map(|byte| char::from(*byte)).collect())
}

/// Formats that every workbook has.
fn built_in(id: u16) -> Option<&'static str> {
    Some(match id {
        1 => "0",
        2 => "0.00",
        3 | 37 | 38 | 41 | 42 => "#,##0",
        4 | 39 | 40 | 43 | 44 => "#,##0.00",
        9 => "0%",
        10 => "0.00%",
        14 => "mm-dd-yy",
        15 => "d-mmm-yy",
        16 => "d-mmm",
        17 => "mmm-yy",
        22 => "m/d/yy h:mm",
        49 => "@",
        _ => return None,
    })
}
