//! How wide texts are: the templates set them without kerning and ligatures, so a text is as wide
//! as its signs together, and nothing has to be laid out to know it.

use std::collections::BTreeMap;

use ttf_parser::{Face, GlyphId};

use crate::model::measure::Measure;

/// The width of every sign of one style, in hundred-thousandths of the type size, rounded up.
#[derive(Debug, Clone, Default)]
pub struct Advances {
    /// Of the first signs, which most texts are made of, by code.
    first: Vec<i64>,
    others: BTreeMap<u32, i64>,
    /// Of a sign that is missing.
    missing: i64,
}

/// So many signs are found by their place: among them all Vietnamese letters.
const FIRST: u32 = 0x2000;

impl Advances {
    /// Those of `face`, which has `signs`, in order.
    pub(super) fn new(face: &Face<'_>, signs: &[u32]) -> Self {
        let em = i64::from(face.units_per_em()).max(1);
        let advance = |glyph: GlyphId| {
            let units = i64::from(face.glyph_hor_advance(glyph).unwrap_or_default());
            (units * Measure::whole(1).parts() + em - 1) / em
        };
        let missing = advance(GlyphId(0));
        let mut first: Vec<i64> =
            (0..FIRST).map(|code| if is_invisible(code) { 0 } else { missing }).collect();
        let mut others = BTreeMap::new();
        for code in signs.iter().copied().filter(|code| !is_invisible(*code)) {
            let glyph = char::from_u32(code).and_then(|sign| face.glyph_index(sign));
            let width = glyph.map_or(missing, advance);
            let place = usize::try_from(code).ok().and_then(|code| first.get_mut(code));
            match place {
                Some(place) => *place = width,
                None => drop(others.insert(code, width)),
            }
        }
        Self { first, others, missing }
    }

    /// The width of `text`, all of it on one line.
    #[must_use]
    pub fn width(&self, text: &str) -> i64 {
        text.chars().map(|sign| self.advance(sign)).sum()
    }

    fn advance(&self, sign: char) -> i64 {
        let code = u32::from(sign);
        let first = usize::try_from(code).ok().and_then(|code| self.first.get(code));
        let known = first.or_else(|| self.others.get(&code)).copied();
        known.unwrap_or(if is_invisible(code) { 0 } else { self.missing })
    }
}

/// Signs that are never seen, whatever a typeface has for them.
fn is_invisible(code: u32) -> bool {
    matches!(code, 0xad | 0x200b..=0x200f | 0x2060..=0x2064 | 0xfe00..=0xfe0f | 0xfeff)
}

#[cfg(test)]
mod tests {
    use crate::fonts::Fonts;

    #[test]
    fn a_text_is_as_wide_as_its_signs() {
        let fonts = Fonts::new(Vec::new(), None).expect("the house typeface is complete");
        let width = |text: &str| fonts.advances(false, false).width(text);
        assert_eq!(width("1.250"), 4 * 50_000 + 25_000);
        assert_eq!(width("ệ"), width("e"));
        assert_eq!(width("e\u{323}\u{302}"), width("e"), "marks take no room");
        assert_eq!(width("\u{a0}"), width(" "));
        assert_eq!(width("a\u{200b}"), width("a"));
        assert!(fonts.advances(true, false).width("Chỉ tiêu") > width("Chỉ tiêu"));
    }
}
