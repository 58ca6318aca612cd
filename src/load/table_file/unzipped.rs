//! How much a workbook holds once it is unzipped: counted before anything of it is kept.

use std::io::Read as _;
use std::ops::Range;

use flate2::read::DeflateDecoder;

/// No workbook holds more: the largest permitted table takes a tenth of it.
const MOST_BYTES: u64 = 128 * 1024 * 1024;

/// No more elements are in what is kept as a whole: texts, styles, names.
const MOST_ELEMENTS: u64 = 4_000_000;

/// Rows, which are read one after the other, in the formats of Excel and of `LibreOffice`.
const SHEETS: [&[u8]; 2] = [b"xl/worksheets/", b"content.xml"];

/// Whether the parts of the archive in `bytes` stay within their limits. An archive that cannot be
/// taken apart is left to who reads it.
pub(super) fn is_within_limits(bytes: &[u8]) -> bool {
    let (mut total, mut elements) = (0, 0);
    for part in parts(bytes) {
        let name = &bytes[part.name.clone()];
        let is_sheet = SHEETS.iter().any(|sheet| name.starts_with(sheet));
        let mut counted = Counted { total: &mut total, elements: &mut elements };
        if !counted.add(&bytes[part.data.clone()], part.is_packed, is_sheet) {
            return false;
        }
    }
    true
}

struct Counted<'a> {
    total: &'a mut u64,
    elements: &'a mut u64,
}

impl Counted<'_> {
    /// Adds one part; whether all is still within the limits.
    fn add(&mut self, data: &[u8], is_packed: bool, is_sheet: bool) -> bool {
        let mut reader: Box<dyn std::io::Read> =
            if is_packed { Box::new(DeflateDecoder::new(data)) } else { Box::new(data) };
        let mut buffer = vec![0; 64 * 1024];
        loop {
            // What cannot be unpacked, its reader will tell.
            let Ok(length @ 1..) = reader.read(&mut buffer) else { return true };
            *self.total += length as u64;
            if !is_sheet {
                let read = &buffer[..length];
                *self.elements += read.split(|byte| *byte == b'<').count() as u64 - 1;
            }
            if *self.total > MOST_BYTES || *self.elements > MOST_ELEMENTS {
                return false;
            }
        }
    }
}

/// One part of an archive, by its places in it.
struct Part {
    name: Range<usize>,
    data: Range<usize>,
    is_packed: bool,
}

/// The parts that the directory of an archive names (APPNOTE 6.3.10, 4.3.12 and 4.3.16).
fn parts(bytes: &[u8]) -> Vec<Part> {
    let end = bytes.windows(4).rposition(|window| window == b"PK\x05\x06");
    let Some(mut at) = end.and_then(|end| number(bytes, end + 16, 4)) else { return Vec::new() };
    let mut parts = Vec::new();
    while bytes.get(at..at + 4) == Some(b"PK\x01\x02") {
        let Some((part, next)) = part(bytes, at) else { break };
        parts.extend(part);
        at = next;
    }
    parts
}

/// The part that the entry at `at` is of, and where the next entry is.
fn part(bytes: &[u8], at: usize) -> Option<(Option<Part>, usize)> {
    let size = number(bytes, at + 20, 4)?;
    let name = number(bytes, at + 28, 2)?;
    let next = at + 46 + name + number(bytes, at + 30, 2)? + number(bytes, at + 32, 2)?;
    let local = number(bytes, at + 42, 4)?;
    let data = || {
        let start = local + 30 + number(bytes, local + 26, 2)? + number(bytes, local + 28, 2)?;
        let data = start..start.checked_add(size)?.min(bytes.len());
        (data.start <= data.end).then_some(data)
    };
    let name = at + 46..(at + 46 + name).min(bytes.len());
    let is_packed = number(bytes, at + 10, 2)? != 0;
    Some((data().map(|data| Part { name, data, is_packed }), next))
}

/// The number in so many bytes, the least significant first.
fn number(bytes: &[u8], at: usize, count: usize) -> Option<usize> {
    let bytes = bytes.get(at..at.checked_add(count)?)?;
    Some(bytes.iter().rev().fold(0, |number, byte| number << 8 | usize::from(*byte)))
}
