//! How wide text is and where its lines end: as many words on a line as have room.

use crate::fonts::Advances;
use crate::model::measure::Measure;
use crate::printed::grid::MAY_END;
use crate::render::spacing::NBSP;

/// Text narrowed to a width at which it still needs no more lines keeps so many hundredths of
/// that width: programs measure a little otherwise, no-break spaces above all.
const SLACK: i64 = 106;

/// Type in which text is measured.
#[derive(Clone, Copy)]
pub(super) struct Type<'a> {
    pub(super) face: &'a Advances,
    /// In half-points.
    pub(super) size: i64,
}

/// The lines of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Lines {
    pub(super) count: usize,
    /// The width of the widest, in the unit it was measured in.
    pub(super) widest: i64,
}

/// The lines of `text` in a column with so much room, word by word; `width_of` measures in the unit
/// of the room.
pub(super) fn lines(text: &str, room: i64, width_of: impl Fn(&str) -> i64) -> Lines {
    let space = width_of(" ");
    let mut lines = Lines { count: 0, widest: 0 };
    for paragraph in text.split('\n') {
        lines.count += 1;
        let mut width = 0;
        for word in paragraph.split([' ', MAY_END]) {
            let word = width_of(word);
            if width > 0 && width + space + word > room {
                lines.count += 1;
                width = word;
            } else {
                width += if width > 0 { space + word } else { word };
            }
            lines.widest = lines.widest.max(width);
        }
    }
    lines
}

impl Type<'_> {
    /// The width of `text` on one line, in twips.
    pub(super) fn width(self, text: &str) -> i64 {
        self.face.width(text) * self.size * 10 / Measure::whole(1).parts()
    }

    /// The lines of `text` in a column that is `room` wide.
    pub(super) fn lines(self, text: &str, room: i64) -> Lines {
        lines(text, room, |text| self.width(text))
    }

    /// What may stand on each side of `text` in a column that is `room` wide, so that it has no
    /// more lines than it must and they are of nearly equal length.
    pub(super) fn balanced(self, text: &str, room: i64) -> i64 {
        let most = self.lines(text, room).count;
        let fits = |width: i64| {
            let lines = self.lines(text, width);
            lines.count <= most && lines.widest <= width
        };
        if most < 2 || !fits(room) {
            return 0;
        }
        let (mut low, mut high) = (0, room);
        while high - low > 1 {
            let middle = i64::midpoint(low, high);
            if fits(middle) { high = middle } else { low = middle }
        }
        ((room - high * SLACK / 100) / 2).max(0)
    }

    /// Whether every group that a no-break space makes has room on a line: Word breaks a longer
    /// one within a word.
    pub(super) fn holds(self, text: &str, room: i64) -> bool {
        let mut groups = text.split([' ', '\n', MAY_END]).filter(|group| group.contains(NBSP));
        groups.all(|group| self.width(group) <= room)
    }
}
