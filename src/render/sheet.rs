//! The typeface and the widths that text is laid out in.

use crate::fonts::{Advances, Fonts};
use crate::model::measure::Measure;
use crate::model::profile::{Field, Profile};

/// The typeface, and the width of the text in portrait and landscape, in hundred-thousandths of
/// a point.
#[derive(Clone, Copy)]
pub(super) struct Sheet<'a> {
    pub(super) fonts: &'a Fonts,
    pub(super) upright: i64,
    pub(super) sideways: i64,
    /// Width of the first line of a paragraph.
    pub(super) first_line: i64,
    /// Type size of the text, in hundred-thousandths of a point.
    pub(super) body_size: i64,
}

/// The long side of the paper (R6).
const LONG_SIDE: Measure = Measure::whole(297);

impl<'a> Sheet<'a> {
    pub(super) fn new(profile: &Profile, fonts: &'a Fonts) -> Self {
        let sideways = LONG_SIDE.minus(profile.get(Field::Left)).minus(profile.get(Field::Right));
        Self {
            fonts,
            upright: points(profile.text_width()),
            sideways: points(sideways),
            first_line: points(profile.text_width().minus(profile.get(Field::Indent))),
            body_size: profile.get(Field::BodySize).parts(),
        }
    }

    /// Advance widths of the bold or the regular face.
    pub(super) fn face(&self, is_bold: bool) -> &'a Advances {
        self.fonts.advances(is_bold, false)
    }

    /// A width in ems, at the type size of the text.
    pub(super) const fn in_points(&self, ems: i64) -> i64 {
        ems * self.body_size / Measure::whole(1).parts()
    }
}

/// Millimetres in hundred-thousandths of a point.
fn points(measure: Measure) -> i64 {
    measure.parts() * 720 / 254
}
