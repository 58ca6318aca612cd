//! The typeface and the widths that text is laid out in.

use crate::fonts::{Advances, Fonts};
use crate::model::measure::Measure;
use crate::model::profile::{Field, Profile};
use crate::model::target::{Orientation, Paper};
use crate::printed::block::Block;
use crate::render::loose::Room;
use crate::render::table;

/// The typeface and the room of the text, in hundred-thousandths of a point.
#[derive(Clone, Copy)]
pub(super) struct Sheet<'a> {
    pub(super) fonts: &'a Fonts,
    profile: &'a Profile,
    /// Whether the page of the text stands upright.
    pub(super) is_upright: bool,
    /// Width of the first line of a paragraph.
    pub(super) first_line: i64,
    /// Type size of the text, in hundred-thousandths of a point.
    pub(super) body_size: i64,
}

impl<'a> Sheet<'a> {
    pub(super) fn new(profile: &'a Profile, fonts: &'a Fonts) -> Self {
        Self {
            fonts,
            profile,
            is_upright: true,
            first_line: points(profile.text_width().minus(profile.get(Field::Indent))),
            body_size: profile.get(Field::BodySize).parts(),
        }
    }

    /// The same for text on pages that lie on their side.
    pub(super) fn on_its_side(self) -> Self {
        let more = self.room(Paper::A4, false).0 - self.room(Paper::A4, true).0;
        Self { is_upright: false, first_line: self.first_line + more, ..self }
    }

    /// The sheet for a text with these tables, which stands upright where they have room there.
    pub(super) fn of_text(self, blocks: &[Block], wanted: Orientation) -> Self {
        let has_room = |block: &Block| {
            let parts = table::side_by_side(block.grids(), &self);
            parts.iter().all(|part| part.too_wide.is_none())
        };
        let is_upright = match wanted {
            Orientation::Portrait => true,
            Orientation::Landscape => false,
            Orientation::Auto => blocks.iter().all(has_room),
        };
        if is_upright { self } else { self.on_its_side() }
    }

    /// Width and height of the text on a page of `paper`.
    pub(super) fn room(&self, paper: Paper, is_upright: bool) -> (i64, i64) {
        let (short, long) = paper.sides();
        let (width, height) = if is_upright { (short, long) } else { (long, short) };
        let margin = |field| self.profile.get(field);
        (
            points(width.minus(margin(Field::Left)).minus(margin(Field::Right))),
            points(height.minus(margin(Field::Top)).minus(margin(Field::Bottom))),
        )
    }

    /// The smallest type of a table, in whole points.
    pub(super) fn table_size(&self) -> Measure {
        self.profile.get(Field::TableSize)
    }

    /// The bold signs or the others.
    pub(super) fn face(&self, is_bold: bool) -> &'a Advances {
        self.fonts.advances(is_bold, false)
    }

    /// The widths of a paragraph of the text.
    pub(super) fn paragraph(&self) -> Room {
        let other = self.room(Paper::A4, self.is_upright).0;
        Room { first: self.first_line, other, space: self.in_points(self.face(false).width(" ")) }
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
