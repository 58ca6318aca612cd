//! What a text leaves to be filled in by hand: runs of dots, underlined blanks and check boxes.

use std::borrow::Cow;
use std::ops::Range;

/// A place to be filled in by hand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Blank {
    /// Dots, or a line, as far as there is room: `......`, `____`.
    Leader(Leader),
    /// A box to be ticked: `[ ]`, `[x]`.
    CheckBox {
        /// Whether it is ticked.
        is_checked: bool,
    },
}

/// Dots or a line to write on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Leader {
    /// What it is drawn with.
    pub sign: LeaderSign,
    /// How many dots or underscores its author typed: the more, the larger is its share of a line.
    pub length: u16,
    /// Its width in millimetres, where the author sets one: `....40mm....`.
    pub width: Option<u16>,
}

/// What a leader is drawn with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LeaderSign {
    /// Dots.
    Dots,
    /// A line.
    Line,
}

/// The empty box and the ticked one, in texts that cannot draw them.
pub const BOXES: [char; 2] = ['☐', '☑'];

/// Signs that authors type for a box, and whether it is ticked. The typeface need not have them.
const TYPED_BOXES: [(&str, bool); 7] = [
    ("[ ]", false),
    ("[x]", true),
    ("[X]", true),
    ("☐", false),
    ("□", false),
    ("☑", true),
    ("☒", true),
];

/// Whether `sign` is always a box, and so drawn.
#[must_use]
pub fn is_box(sign: char) -> bool {
    // Below these signs are all letters of texts.
    sign >= '\u{2500}' && TYPED_BOXES.iter().any(|(typed, _)| typed.starts_with(sign))
}

/// The blanks of a text, from left to right. `…` and `...` are none: they say that an enumeration
/// goes on, or that words are left out.
#[must_use]
pub fn blanks(text: &str) -> Vec<(Range<usize>, Blank)> {
    let mut blanks = Vec::new();
    if !may_have_one(text) {
        return blanks;
    }
    let mut at = 0;
    while let Some(sign) = text[at..].chars().next() {
        match box_at(text, at).or_else(|| line_at(text, at)).or_else(|| dots_at(text, at)) {
            Some(Found::Blank(end, blank)) => {
                blanks.push((at..end, blank));
                at = end;
            }
            Some(Found::Dots(end)) => at = end,
            None => at += sign.len_utf8(),
        }
    }
    blanks
}

/// A cheap test that rules out most texts.
fn may_have_one(text: &str) -> bool {
    ["..", "…", "__", "[", ". ."].iter().any(|sign| text.contains(sign)) || text.chars().any(is_box)
}

/// What stands at a place of a text.
enum Found {
    /// A blank, up to this byte.
    Blank(usize, Blank),
    /// Dots that are no blank, up to this byte.
    Dots(usize),
}

fn box_at(text: &str, at: usize) -> Option<Found> {
    let rest = &text[at..];
    let (typed, is_checked) = TYPED_BOXES.iter().find(|(typed, _)| rest.starts_with(typed))?;
    // `a[x]` is an index.
    let is_index = rest.starts_with('[') && text[..at].ends_with(char::is_alphanumeric);
    let blank = Blank::CheckBox { is_checked: *is_checked };
    (!is_index).then(|| Found::Blank(at + typed.len(), blank))
}

/// The fewest underscores of a blank.
const LEAST_LINE: usize = 3;

fn line_at(text: &str, at: usize) -> Option<Found> {
    let count = |rest: &str| rest.bytes().take_while(|byte| *byte == b'_').count();
    let first = count(&text[at..]);
    if first >= LEAST_WITH_WIDTH
        && let Some((width, behind)) = width_at(text, at + first)
        && let more = count(&text[behind..])
        && more >= LEAST_WITH_WIDTH
    {
        return Some(leader(LeaderSign::Line, first + more, Some(width), behind + more));
    }
    (first >= LEAST_LINE).then(|| leader(LeaderSign::Line, first, None, at + first))
}

/// The fewest dots or underscores on each side of a width.
const LEAST_WITH_WIDTH: usize = 2;

/// `40mm` at a place of a text: the number, and where it ends.
fn width_at(text: &str, at: usize) -> Option<(u16, usize)> {
    let digits = text[at..].bytes().take_while(u8::is_ascii_digit).count();
    let end = at + digits + "mm".len();
    let width = text[at..at + digits].parse().ok().filter(|width| (1..=999).contains(width))?;
    text[at + digits..].starts_with("mm").then_some((width, end))
}

fn leader(sign: LeaderSign, length: usize, width: Option<u16>, end: usize) -> Found {
    let length = u16::try_from(length).unwrap_or(u16::MAX);
    Found::Blank(end, Blank::Leader(Leader { sign, length, width }))
}

fn dots_at(text: &str, at: usize) -> Option<Found> {
    let first = Dots::at(text, at)?;
    let is_joined = text[..at].ends_with(char::is_alphanumeric);
    if first.is_blank_beside_width()
        && let Some((width, behind)) = width_at(text, first.end)
        && let Some(more) = Dots::at(text, behind).filter(Dots::is_blank_beside_width)
    {
        let length = first.weight() + more.weight();
        return Some(leader(LeaderSign::Dots, length, Some(width), more.end));
    }
    // `v.v....`, `Sách....`: an ellipsis and the end of the sentence.
    let is_ellipsis = is_joined && first.weight() < 5;
    if first.is_blank() && !is_ellipsis {
        let all = first.with_groups(text);
        return Some(leader(LeaderSign::Dots, all.weight(), None, all.before_end_mark(text)));
    }
    if is_part_of_day(text, at..first.end) {
        return Some(leader(LeaderSign::Dots, first.weight(), None, first.before_end_mark(text)));
    }
    // `. . . .`; the dot behind a word is the end of a sentence.
    let all = first.with_groups(text);
    if !is_joined && all.is_blank() {
        return Some(leader(LeaderSign::Dots, all.weight(), None, all.before_end_mark(text)));
    }
    Some(Found::Dots(first.end))
}

/// Dots that follow each other.
#[derive(Clone, Copy)]
struct Dots {
    /// How many `.`.
    single: usize,
    /// How many `…`.
    triple: usize,
    end: usize,
    /// Whether the last one is a `.`.
    ends_single: bool,
}

impl Dots {
    fn at(text: &str, at: usize) -> Option<Self> {
        let mut dots = Self { single: 0, triple: 0, end: at, ends_single: false };
        for sign in text[at..].chars() {
            match sign {
                '.' => dots.single += 1,
                '…' => dots.triple += 1,
                _ => break,
            }
            dots.end += sign.len_utf8();
            dots.ends_single = sign == '.';
        }
        (dots.end > at).then_some(dots)
    }

    /// With the groups behind it that a single space parts from it.
    fn with_groups(mut self, text: &str) -> Self {
        while text[self.end..].starts_with(' ')
            && let Some(more) = Self::at(text, self.end + 1)
        {
            self = Self {
                single: self.single + more.single,
                triple: self.triple + more.triple,
                ..more
            };
        }
        self
    }

    fn weight(&self) -> usize {
        self.single + 3 * self.triple
    }

    fn is_blank(&self) -> bool {
        self.single >= 4 || self.triple >= 2 || self.triple > 0 && self.weight() >= 5
    }

    fn is_blank_beside_width(&self) -> bool {
        self.weight() >= LEAST_WITH_WIDTH
    }

    /// Where it ends; the first dot of `./.` is no part of it.
    fn before_end_mark(&self, text: &str) -> usize {
        let behind = &text[self.end..];
        let is_end_mark =
            behind.strip_prefix("/.").is_some_and(|rest| !rest.starts_with(['.', '…']));
        if self.ends_single && is_end_mark { self.end - 1 } else { self.end }
    }
}

/// `../../....`: whether the dots at `range` are one of three places for day, month and year.
fn is_part_of_day(text: &str, range: Range<usize>) -> bool {
    let is_dot = |sign: char| matches!(sign, '.' | '…');
    let is_of_day = |sign: char| is_dot(sign) || sign == '/';
    let before = &text[..range.start];
    let start = before.trim_end_matches(is_of_day).len();
    let behind = text[range.end..].trim_start_matches(is_of_day);
    let whole = &text[start..text.len() - behind.len()];
    let mut parts = whole.split('/');
    let is_room = |part: &str| part.starts_with('…') || part.len() > 1;
    whole.matches('/').count() == 2 && parts.all(is_room)
}

/// Whether a text ends in a leader, but for marks: then its line ends there.
#[must_use]
pub fn ends_in_leader(text: &str) -> bool {
    let text = text.trim_end();
    blanks(text).last().is_some_and(|(range, blank)| {
        matches!(blank, Blank::Leader(_)) && is_marks(&text[range.end..])
    })
}

/// Whether a text is leaders alone, but for marks.
#[must_use]
pub fn is_leader(text: &str) -> bool {
    let mut at = 0;
    for (range, blank) in blanks(text) {
        if !matches!(blank, Blank::Leader(_)) || !is_marks(&text[at..range.start]) {
            return false;
        }
        at = range.end;
    }
    at > 0 && is_marks(&text[at..])
}

/// Whether a text begins with a box.
#[must_use]
pub fn begins_with_box(text: &str) -> bool {
    matches!(box_at(text, 0), Some(Found::Blank(..)))
}

fn is_marks(text: &str) -> bool {
    text.chars().all(|sign| sign == ' ' || ".,;:)/".contains(sign))
}

/// `text` with a space in the place of each blank.
#[must_use]
pub fn without_blanks(text: &str) -> Cow<'_, str> {
    let blanks = blanks(text);
    if blanks.is_empty() {
        return Cow::Borrowed(text);
    }
    let mut words = String::with_capacity(text.len());
    let mut at = 0;
    for (range, _) in blanks {
        words.push_str(&text[at..range.start]);
        words.push(' ');
        at = range.end;
    }
    words.push_str(&text[at..]);
    Cow::Owned(words)
}

/// `text` with each blank replaced by letters of the same length: places stay, and CommonMark sees
/// no signs of its own in them.
#[must_use]
pub fn masked(text: &str) -> String {
    let mut masked = String::with_capacity(text.len());
    let mut at = 0;
    for (range, _) in blanks(text) {
        masked.push_str(&text[at..range.start]);
        masked.extend(std::iter::repeat_n('x', range.len()));
        at = range.end;
    }
    masked.push_str(&text[at..]);
    masked
}

#[cfg(test)]
mod tests;
