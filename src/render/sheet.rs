//! What a text has room for on the page.

use crate::fonts::{Advances, Fonts};
use crate::model::measure::Measure;
use crate::model::profile::{Field, Profile};

/// The typeface and the width of the text, upright and on its side, in hundred-thousandths of a
/// point.
#[derive(Clone, Copy)]
pub(super) struct Sheet<'a> {
    pub(super) fonts: &'a Fonts,
    pub(super) upright: i64,
    pub(super) sideways: i64,
    /// The first line of a paragraph has room for so much.
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

    /// The bold signs or the others.
    pub(super) fn face(&self, is_bold: bool) -> &'a Advances {
        self.fonts.advances(is_bold, false)
    }

    /// The width in the text of what is so wide in ems.
    pub(super) const fn in_points(&self, ems: i64) -> i64 {
        ems * self.body_size / Measure::whole(1).parts()
    }
}

/// Of millimetres.
fn points(measure: Measure) -> i64 {
    measure.parts() * 720 / 254
}
