//! The typeface: what is in it, and which one is used.

mod advances;
mod face;
mod file;
mod read;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use ttf_parser::Face;

use crate::digest::Digest;
pub use advances::Advances;
use face::{FaceFacts, facts, signs};
use file::HOUSE_FONTS;
pub use file::{FontData, FontFile};
pub(crate) use read::{font_files, is_font, read_fonts};

/// The family that comes with the program: as wide as Times New Roman, sign for sign.
pub const HOUSE_FAMILY: &str = "Liberation Serif";

/// The family the decree names (R9): used when it is found, unless another one is asked for.
pub const DECREE_FAMILY: &str = "Times New Roman";

/// All fonts a document may be set in, and the one family that is used.
#[derive(Clone)]
pub struct Fonts {
    /// The files, those of the program first.
    pub files: Vec<FontFile>,
    /// The family that is used.
    pub family: String,
    /// Regular, bold, italic, bold italic.
    styles: [Style; 4],
    coverage: OnceLock<Coverage>,
}

/// A style of the family that is used. What is in it is looked up when first asked: a run in
/// which nothing is set has no use for it.
#[derive(Clone)]
struct Style {
    data: FontData,
    index: u32,
    signs: OnceLock<Vec<u32>>,
    advances: OnceLock<Advances>,
}

/// What a family can print in all of its four styles.
#[derive(Debug, Clone)]
pub struct Coverage {
    family: String,
    /// In order.
    signs: Vec<u32>,
    /// For each sign below [`LOOKED_UP`] whether it and its capitals are there: Vietnamese texts
    /// have few others.
    plain: Vec<bool>,
}

/// Signs below this are looked up.
const LOOKED_UP: usize = 0x2000;

/// Why a family cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FontError {
    /// No file holds it; the families there are.
    Unknown(Vec<String>),
    /// It lacks a style: `regular`, `bold`, `italic` or `bold italic`.
    Lacks(&'static str),
}

impl Coverage {
    /// What can print `signs`, which are in order.
    fn new(family: String, signs: Vec<u32>) -> Self {
        let mut coverage = Self { family, signs, plain: Vec::new() };
        let mut plain = vec![false; LOOKED_UP];
        for sign in coverage.signs.iter().filter_map(|sign| char::from_u32(*sign)) {
            if let Some(plain) = plain.get_mut(sign as usize) {
                *plain = coverage.missing(sign).is_none();
            }
        }
        coverage.plain = plain;
        coverage
    }

    /// The sign that the family lacks to print `sign`: it, or one of its capitals, for many texts
    /// are printed IN HOA.
    #[must_use]
    pub fn lacks(&self, sign: char) -> Option<char> {
        let is_plain = self.plain.get(sign as usize).copied().unwrap_or_default();
        if is_plain { None } else { self.missing(sign) }
    }

    fn missing(&self, sign: char) -> Option<char> {
        std::iter::once(sign).chain(sign.to_uppercase()).find(|sign| !self.has(*sign))
    }

    /// Whether every style of the family has a sign for `sign`.
    #[must_use]
    pub fn has(&self, sign: char) -> bool {
        self.signs.binary_search(&u32::from(sign)).is_ok()
    }

    /// The family this is about.
    #[must_use]
    pub fn family(&self) -> &str {
        &self.family
    }
}

impl Fonts {
    /// What tells these fonts from others: the family that is used, and all files but those of the
    /// program, which are known by its version.
    #[must_use]
    pub fn digest(&self) -> Digest {
        let added = self.files.iter().skip(Self::BUILT_IN);
        let files = added.flat_map(|file| [file.name.as_bytes(), &*file.data]);
        Digest::of_parts([self.family.as_bytes()].into_iter().chain(files))
    }

    /// How many of the files are those of the program; they come first.
    pub const BUILT_IN: usize = HOUSE_FONTS.len();

    /// The fonts of the program and `extra` ones. The family is `wanted`, or Times New Roman
    /// when it is among the extra ones, or the program's own.
    pub fn new(extra: Vec<FontFile>, wanted: Option<&str>) -> Result<Self, FontError> {
        let mut files: Vec<FontFile> = HOUSE_FONTS
            .iter()
            .map(|(name, data)| FontFile {
                name: (*name).to_owned(),
                data: FontData::BuiltIn(data),
            })
            .collect();
        files.extend(extra);
        let faces: Vec<FaceFacts> = files.iter().flat_map(facts).collect();
        let has = |family: &str| faces.iter().any(|face| face.family.eq_ignore_ascii_case(family));
        let family = match wanted {
            Some(wanted) if has(wanted) => wanted,
            Some(_) => {
                let families: BTreeSet<String> =
                    faces.iter().map(|face| face.family.clone()).collect();
                return Err(FontError::Unknown(families.into_iter().collect()));
            }
            None if has(DECREE_FAMILY) => DECREE_FAMILY,
            None => HOUSE_FAMILY,
        }
        .to_owned();
        let styles = styles(&faces, &family)?;
        Ok(Self { files, family, styles, coverage: OnceLock::new() })
    }

    /// All families, in alphabetical order, each with the names of its styles.
    #[must_use]
    pub fn families(&self) -> BTreeMap<String, BTreeSet<&'static str>> {
        let mut families: BTreeMap<String, BTreeSet<&'static str>> = BTreeMap::new();
        for face in self.files.iter().flat_map(facts) {
            let style = match (face.is_bold, face.is_italic) {
                (false, false) => "regular",
                (true, false) => "bold",
                (false, true) => "italic",
                (true, true) => "bold italic",
            };
            families.entry(face.family).or_default().insert(style);
        }
        families
    }

    /// How wide the texts of a style are.
    #[must_use]
    pub fn advances(&self, is_bold: bool, is_italic: bool) -> &Advances {
        self.styles[usize::from(is_bold) + 2 * usize::from(is_italic)].advances()
    }

    /// Looks up all that may be asked.
    pub fn look_up(&self) {
        let _ = self.coverage();
        for style in &self.styles {
            let _ = style.advances();
        }
    }

    /// What the used family can print.
    #[must_use]
    pub fn coverage(&self) -> &Coverage {
        self.coverage.get_or_init(|| {
            let [first, others @ ..] = &self.styles;
            let is_everywhere =
                |sign: &u32| others.iter().all(|style| style.signs().binary_search(sign).is_ok());
            let signs = first.signs().iter().copied().filter(is_everywhere).collect();
            Coverage::new(self.family.clone(), signs)
        })
    }
}

/// Width of a text in thousandths of the type size, as in Times New Roman: exact for figures,
/// close for letters, never far too small.
#[must_use]
pub fn estimated_width(text: &str) -> usize {
    text.chars()
        .map(|sign| match sign {
            '0'..='9' => 500,
            '.' | ',' | ' ' | '\u{a0}' => 250,
            '-' | 'i' | 'j' | 'l' | 't' | 'f' | 'r' | '/' | '(' | ')' | ':' | ';' => 333,
            '\u{300}'..='\u{36f}' => 0,
            'm' | 'w' => 780,
            'M' | 'W' => 944,
            sign if sign.is_uppercase() => 722,
            sign if sign.is_lowercase() => 490,
            _ => 1000,
        })
        .sum()
}

impl Style {
    fn face(&self) -> Option<Face<'_>> {
        // It was parsed before.
        Face::parse(&self.data, self.index).ok()
    }

    /// All signs there are, in order.
    fn signs(&self) -> &[u32] {
        self.signs.get_or_init(|| self.face().map(|face| signs(&face)).unwrap_or_default())
    }

    fn advances(&self) -> &Advances {
        let new = || self.face().map(|face| Advances::new(&face, self.signs()));
        self.advances.get_or_init(|| new().unwrap_or_default())
    }
}

/// The four styles of `family`: regular, bold, italic, bold italic.
fn styles(faces: &[FaceFacts], family: &str) -> Result<[Style; 4], FontError> {
    let style = |name, is_bold, is_italic| {
        let of_family = faces.iter().filter(|face| face.family.eq_ignore_ascii_case(family));
        let mut styles = of_family
            .filter(|face| face.is_bold == is_bold && face.is_italic == is_italic)
            .map(|face| Style {
                data: face.data.clone(),
                index: face.index,
                signs: OnceLock::new(),
                advances: OnceLock::new(),
            });
        styles.next().ok_or(FontError::Lacks(name))
    };
    Ok([
        style("regular", false, false)?,
        style("bold", true, false)?,
        style("italic", false, true)?,
        style("bold italic", true, true)?,
    ])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_house_typeface_has_every_vietnamese_letter_in_all_styles() {
        let fonts = Fonts::new(Vec::new(), None).expect("the house typeface is complete");
        let letters = "aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵđ\
                       “”‘’–—…§₫°×÷≤≥\u{300}\u{301}\u{303}\u{309}\u{323}";
        let missing: String = letters
            .chars()
            .chain(letters.to_uppercase().chars())
            .filter(|sign| !fonts.coverage().has(*sign))
            .collect();
        assert_eq!(missing, "");
        assert_eq!(fonts.family, HOUSE_FAMILY);
    }

    #[test]
    fn an_unknown_family_is_refused_with_those_there_are() {
        let refused = Fonts::new(Vec::new(), Some("Arial")).err();
        assert_eq!(refused, Some(FontError::Unknown(vec![HOUSE_FAMILY.to_owned()])));
    }

    /// The house typeface under another name of at most as many letters.
    fn renamed(family: &str) -> Vec<FontFile> {
        let utf16 = |text: &str| text.encode_utf16().flat_map(u16::to_be_bytes).collect::<Vec<_>>();
        let (old, new) = (utf16(HOUSE_FAMILY), utf16(family));
        let number =
            |data: &[u8], at: usize| usize::from(u16::from_be_bytes([data[at], data[at + 1]]));
        let rename = |(name, bytes): &(&str, &[u8])| {
            let mut data = bytes.to_vec();
            let tables = number(&data, 4);
            let record =
                (0..tables).map(|table| 12 + 16 * table).find(|at| &data[*at..at + 4] == b"name");
            let record = record.expect("every font has a name table");
            let table = (number(&data, record + 8) << 16) + number(&data, record + 10);
            let texts = table + number(&data, table + 4);
            for at in (0..number(&data, table + 2)).map(|name| table + 6 + 12 * name) {
                let start = texts + number(&data, at + 10);
                let length = number(&data, at + 8);
                if data[start..start + length] == old {
                    data[start..start + new.len()].copy_from_slice(&new);
                    let length = u16::try_from(new.len()).expect("a short name");
                    data[at + 8..at + 10].copy_from_slice(&length.to_be_bytes());
                }
            }
            FontFile { name: (*name).to_owned(), data: data.into() }
        };
        HOUSE_FONTS.iter().map(rename).collect()
    }

    #[test]
    fn the_typeface_of_the_decree_is_used_when_it_is_found_unless_another_is_asked_for() {
        let family = |fonts: Result<Fonts, FontError>| fonts.map(|fonts| fonts.family).ok();
        let decree = renamed(DECREE_FAMILY);
        assert_eq!(family(Fonts::new(decree.clone(), None)).as_deref(), Some(DECREE_FAMILY));
        let house = Fonts::new(decree, Some("liberation serif"));
        assert_eq!(family(house).as_deref(), Some("liberation serif"));
    }

    #[test]
    fn a_typeface_without_its_italic_is_refused() {
        let mut fonts = renamed(DECREE_FAMILY);
        fonts.retain(|file| !file.name.contains("Italic"));
        assert_eq!(Fonts::new(fonts, None).err(), Some(FontError::Lacks("italic")));
    }
}
