//! What one face of a font file is, and what it can print.

use ttf_parser::{Face, name_id};

use super::file::{FontData, FontFile};

/// What one face of a file is.
pub(super) struct FaceFacts {
    pub(super) data: FontData,
    pub(super) index: u32,
    pub(super) family: String,
    pub(super) is_bold: bool,
    pub(super) is_italic: bool,
}

/// The faces in `file` that can print something.
pub(super) fn facts(file: &FontFile) -> Vec<FaceFacts> {
    let count = ttf_parser::fonts_in_collection(&file.data).unwrap_or(1);
    (0..count).filter_map(|index| face(&file.data, index)).collect()
}

fn face(data: &FontData, index: u32) -> Option<FaceFacts> {
    let face = Face::parse(data, index).ok()?;
    let named = |wanted: u16| {
        face.names()
            .into_iter()
            .filter(|name| name.name_id == wanted && name.is_unicode())
            .find_map(|name| name.to_string())
    };
    // One without it can print nothing.
    face.tables().cmap?;
    Some(FaceFacts {
        data: data.clone(),
        index,
        family: named(name_id::TYPOGRAPHIC_FAMILY).or_else(|| named(name_id::FAMILY))?,
        is_bold: face.is_bold(),
        is_italic: face.is_italic() || face.is_oblique(),
    })
}

/// All signs of a face, in order.
pub(super) fn signs(face: &Face<'_>) -> Vec<u32> {
    let mut signs = Vec::new();
    let tables = face.tables().cmap.into_iter().flat_map(|table| table.subtables);
    for subtable in tables.filter(ttf_parser::cmap::Subtable::is_unicode) {
        subtable.codepoints(|code| {
            if subtable.glyph_index(code).is_some_and(|glyph| glyph.0 != 0) {
                signs.push(code);
            }
        });
    }
    signs.sort_unstable();
    signs.dedup();
    signs
}
