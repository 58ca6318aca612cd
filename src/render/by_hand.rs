//! What is filled in by hand, as it is drawn: leaders with their widths, boxes.

use serde::Serialize;

use super::leaders::{Laid, Lines, Part, Word, lines};
use super::loose::Room;
use super::spacing::{NBSP, is_mark};
use crate::fonts::{Advances, Fonts};
use crate::model::blank::{Blank, Leader, LeaderSign};
use crate::printed::run::Run;

/// A place to be filled in by hand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub(super) struct Drawn {
    pub(super) is_box: bool,
    /// Of a box: whether it is ticked. Of a leader: whether it is dots.
    pub(super) is_checked: bool,
    pub(super) is_dotted: bool,
    /// Of a leader: whether it takes its share of what is left in the line.
    pub(super) is_stretched: bool,
    /// In hundred-thousandths of a point.
    pub(super) width: i64,
    /// Where it ends, from the beginning of the line.
    #[serde(skip)]
    pub(super) end: i64,
    #[serde(skip)]
    pub(super) blank: Blank,
}

/// A box is so many hundredths of the type size wide.
const BOX: i64 = 80;

/// A place to write on keeps at least so much of a line where lines are not laid out one by one.
const LEADER: usize = 9;

/// So wide is a ticked or an empty box beside others, in no-break spaces.
const BOX_SPACES: usize = 4;

impl Drawn {
    /// A blank that is not laid out in lines: a leader as wide as it was typed.
    pub(super) fn new(blank: Blank, sign: i64) -> Self {
        let (is_box, is_checked) = match blank {
            Blank::CheckBox { is_checked } => (true, is_checked),
            Blank::Leader(_) => (false, false),
        };
        let leader = leader(blank);
        let is_dotted = leader.is_some_and(|leader| leader.sign == LeaderSign::Dots);
        let width = leader.map_or(0, |leader| super::leaders::width(leader, sign));
        Self { is_box, is_checked, is_dotted, is_stretched: false, width, end: 0, blank }
    }

    /// The same, laid out.
    pub(super) fn set(&mut self, laid: Laid) {
        let Laid { width, end, is_stretched } = laid;
        (self.width, self.end, self.is_stretched) = (width, end, is_stretched);
    }

    pub(super) fn is_leader(&self) -> bool {
        !self.is_box
    }
}

/// The leader that a blank is.
pub(super) fn leader(blank: Blank) -> Option<Leader> {
    if let Blank::Leader(leader) = blank { Some(leader) } else { None }
}

/// Whether a line has leaders.
pub(super) fn has_leader<'a>(runs: impl IntoIterator<Item = &'a Run>) -> bool {
    runs.into_iter().filter_map(Run::by_hand).any(|blank| leader(blank).is_some())
}

/// What stands in a text for `blank`: room that no word takes.
pub(super) fn room(blank: Blank) -> String {
    let count = if leader(blank).is_some() { LEADER } else { BOX_SPACES };
    NBSP.to_string().repeat(count)
}

/// A part of a paragraph that is to be laid out.
#[derive(Clone, Copy)]
pub(super) struct Item<'a> {
    pub(super) text: &'a str,
    pub(super) strong: bool,
    pub(super) emphasis: bool,
    pub(super) blank: Option<Blank>,
    pub(super) is_break: bool,
}

/// The type that items are set in.
#[derive(Clone, Copy)]
pub(super) struct Type<'a> {
    pub(super) fonts: &'a Fonts,
    /// In hundred-thousandths of a point.
    pub(super) size: i64,
}

impl Type<'_> {
    /// The width of `text` in hundred-thousandths of a point.
    pub(super) fn width(self, face: &Advances, text: &str) -> i64 {
        face.width(text) * self.size / ONE
    }

    /// The width of a dot or an underscore.
    pub(super) fn sign(self, leader: Leader) -> i64 {
        let sign = if leader.sign == LeaderSign::Dots { "." } else { "_" };
        self.width(self.fonts.advances(false, false), sign)
    }

    pub(super) fn drawn(self, blank: Blank) -> Drawn {
        Drawn::new(blank, leader(blank).map_or(0, |leader| self.sign(leader)))
    }

    fn part(self, item: &Item<'_>) -> Part {
        let face = self.fonts.advances(item.strong, item.emphasis);
        match item.blank {
            _ if item.is_break => Part::Break,
            Some(Blank::Leader(leader)) => Part::Leader(leader, self.sign(leader)),
            Some(Blank::CheckBox { .. }) => Part::Fixed(self.size * BOX / 100),
            None => {
                let word =
                    |word: &str| Word { width: self.width(face, word), is_mark: is_mark(word) };
                let words = item.text.split(' ').map(word);
                Part::Words(words.collect(), self.width(face, " "))
            }
        }
    }

    /// The lines of `items`, each a part, behind a marker that is so wide.
    pub(super) fn lines(self, marker: i64, items: &[Item<'_>], room: Room) -> Lines {
        let room = Room { first: room.first - marker, ..room };
        let parts: Vec<Part> = items.iter().map(|item| self.part(item)).collect();
        lines(&parts, room)
    }
}

/// Hundred-thousandths of an em.
const ONE: i64 = crate::model::measure::Measure::whole(1).parts();

/// The byte of the space number `nth` of a text.
pub(super) fn space(text: &str, nth: usize) -> Option<usize> {
    text.match_indices(' ').nth(nth).map(|(at, _)| at)
}
