//! A typeface of a PDF: composite, with two bytes for a glyph, as Typst writes them.

use std::collections::HashMap;

use hayro_syntax::object::{Array, Dict, Number, Object, Stream};

/// Widths, and what its codes are read as.
#[derive(Debug, Default)]
pub(super) struct Face {
    /// In thousandths of the size.
    widths: HashMap<u16, f64>,
    default_width: f64,
    texts: HashMap<u16, String>,
}

impl Face {
    pub(super) fn read(dict: &Dict<'_>) -> Self {
        let parts = dict.get::<Array<'_>>("DescendantFonts");
        let part = parts.and_then(|parts| parts.iter::<Dict<'_>>().next());
        let part = part.unwrap_or_else(Dict::empty);
        let map = dict.get::<Stream<'_>>("ToUnicode").and_then(|map| {
            map.decoded().ok().map(|bytes| texts(&String::from_utf8_lossy(&bytes)))
        });
        Self {
            widths: part.get("W").map(|list| widths(&list)).unwrap_or_default(),
            default_width: part.get::<Number>("DW").map_or(1000.0, |width| width.as_f64()),
            texts: map.unwrap_or_default(),
        }
    }

    /// Advance of a code, in ems.
    pub(super) fn width(&self, code: u16) -> f64 {
        self.widths.get(&code).copied().unwrap_or(self.default_width) / 1000.0
    }

    /// What a code is read as; none where the content says it itself.
    pub(super) fn text(&self, code: u16) -> Option<&str> {
        self.texts.get(&code).map(String::as_str)
    }
}

/// `first [w w …]` or `first last w`, over and over.
fn widths(list: &Array<'_>) -> HashMap<u16, f64> {
    let mut widths = HashMap::new();
    let mut items = list.iter::<Object<'_>>();
    let code = |object: Object<'_>| u16::try_from(object.into_number()?.as_i64()).ok();
    while let Some(first) = items.next().and_then(code) {
        match items.next() {
            Some(Object::Array(row)) => {
                let codes = (first..=u16::MAX).zip(row.iter::<Number>());
                widths.extend(codes.map(|(code, width)| (code, width.as_f64())));
            }
            Some(last) => {
                let width = items.next().and_then(Object::into_number);
                if let (Some(last), Some(width)) = (code(last), width) {
                    widths.extend((first..=last).map(|code| (code, width.as_f64())));
                }
            }
            None => {}
        }
    }
    widths
}

/// The `bfchar` and `bfrange` parts of a map to text.
fn texts(map: &str) -> HashMap<u16, String> {
    let mut texts = HashMap::new();
    for part in parts(map, "beginbfchar", "endbfchar") {
        for pair in strings(part).chunks_exact(2) {
            if let Some(code) = pair[0].first() {
                texts.insert(*code, String::from_utf16_lossy(&pair[1]));
            }
        }
    }
    for part in parts(map, "beginbfrange", "endbfrange") {
        for range in strings(part).chunks_exact(3) {
            let (Some(first), Some(last)) = (range[0].first(), range[1].first()) else { continue };
            for code in *first..=*last {
                let mut text = range[2].clone();
                if let Some(end) = text.last_mut() {
                    *end = end.wrapping_add(code - first);
                }
                texts.insert(code, String::from_utf16_lossy(&text));
            }
        }
    }
    texts
}

fn parts<'a>(map: &'a str, begin: &'static str, end: &'static str) -> Vec<&'a str> {
    map.split(begin).skip(1).filter_map(|rest| rest.split(end).next()).collect()
}

/// Every `<…>` as its 16-bit numbers.
fn strings(part: &str) -> Vec<Vec<u16>> {
    let digits = part.split('<').skip(1).filter_map(|rest| rest.split('>').next());
    let number =
        |at: &[u8]| std::str::from_utf8(at).ok().and_then(|it| u16::from_str_radix(it, 16).ok());
    digits.map(|digits| digits.as_bytes().chunks(4).filter_map(number).collect()).collect()
}
