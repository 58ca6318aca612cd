//! A typeface as a PDF holds it: composite, with two bytes for a sign.

use std::collections::HashMap;

use hayro_syntax::object::{Array, Dict, Name, Number, Object, Stream};

/// A typeface.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Font {
    /// PostScript name, without the mark of a subset.
    pub(crate) name: String,
    /// Whether the document brings it along.
    pub(crate) is_embedded: bool,
    /// Bold.
    pub(crate) is_bold: bool,
    /// Italic.
    pub(crate) is_italic: bool,
}

/// A typeface with its measures and the way from its codes to text.
#[derive(Debug)]
pub(super) struct Face {
    pub(super) font: Font,
    /// Thousandths of the size.
    widths: HashMap<u16, f64>,
    default_width: f64,
    texts: HashMap<u16, String>,
}

impl Face {
    /// Reads a font dictionary.
    pub(super) fn read(dict: &Dict<'_>) -> Self {
        let name_of = |dict: &Dict<'_>, key: &str| {
            dict.get::<Name<'_>>(key).map(|name| name.as_str().to_owned()).unwrap_or_default()
        };
        assert_eq!(name_of(dict, "Subtype"), "Type0", "this reader knows composite fonts only");
        assert_eq!(name_of(dict, "Encoding"), "Identity-H", "this reader knows one encoding only");
        let under = dict.get::<Array<'_>>("DescendantFonts").expect("a composite font has parts");
        let part: Dict<'_> = under.iter().next().expect("a composite font has a part");
        let descriptor: Dict<'_> = part.get("FontDescriptor").expect("a font describes itself");
        let written = name_of(dict, "BaseFont");
        let name = match written.split_once('+') {
            Some((mark, rest)) if mark.len() == 6 => rest,
            _ => written.as_str(),
        };
        let files = ["FontFile", "FontFile2", "FontFile3"];
        let is_embedded = files.iter().any(|key| {
            descriptor
                .get::<Stream<'_>>(*key)
                .is_some_and(|file| file.decoded().is_ok_and(|bytes| !bytes.is_empty()))
        });
        let slant = descriptor.get::<Number>("ItalicAngle").map_or(0.0, |angle| angle.as_f64());
        let font = Font {
            name: name.to_owned(),
            is_embedded,
            is_bold: name.contains("Bold"),
            is_italic: slant != 0.0,
        };
        assert_eq!(font.is_italic, name.contains("Italic"), "{name} leans as its name says");
        let codes = dict.get::<Stream<'_>>("ToUnicode").expect("text of a PDF/A can be read");
        let codes = codes.decoded().expect("the map to text can be unpacked");
        Self {
            font,
            widths: part.get("W").map(|list| widths(&list)).unwrap_or_default(),
            default_width: part.get::<Number>("DW").map_or(1000.0, |width| width.as_f64()),
            texts: texts(&String::from_utf8_lossy(&codes)),
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
    let code = |object: Object<'_>| {
        let number = object.into_number().map(|number| number.as_i64());
        u16::try_from(number.expect("a number")).expect("a code")
    };
    while let Some(first) = items.next().map(code) {
        match items.next().expect("a code is followed by widths") {
            Object::Array(row) => {
                for (index, width) in row.iter::<Number>().enumerate() {
                    let offset = u16::try_from(index).expect("codes have two bytes");
                    widths.insert(first + offset, width.as_f64());
                }
            }
            last => {
                let width = items.next().and_then(Object::into_number).expect("a width");
                widths.extend((first..=code(last)).map(|code| (code, width.as_f64())));
            }
        }
    }
    widths
}

/// The `bfchar` and `bfrange` parts of a map to text.
fn texts(map: &str) -> HashMap<u16, String> {
    let mut texts = HashMap::new();
    for part in parts(map, "beginbfchar", "endbfchar") {
        for pair in strings(part).chunks(2) {
            texts.insert(pair[0][0], String::from_utf16_lossy(&pair[1]));
        }
    }
    for part in parts(map, "beginbfrange", "endbfrange") {
        assert!(!part.contains('['), "this reader knows ranges with one start only");
        for range in strings(part).chunks(3) {
            for code in range[0][0]..=range[1][0] {
                let mut text = range[2].clone();
                *text.last_mut().expect("a range has a start") += code - range[0][0];
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
    let number = |at: &[u8]| {
        let digits = std::str::from_utf8(at).expect("hexadecimal digits");
        u16::from_str_radix(digits, 16).expect("hexadecimal digits")
    };
    digits.map(|digits| digits.as_bytes().chunks(4).map(number).collect()).collect()
}
