//! Lines of running text that would be stretched too far: which no-break spaces give way.
//!
//! A justified line has its spaces stretched. No-break spaces take away ends of lines, so that a
//! line may be left with little text. Where a paragraph could be set with no space more than
//! three times as wide as usual if some of them gave way, they do: as few as can be, and those
//! before a number last.

use super::spacing::{NBSP, is_dash, is_mark};

/// A space may be so many times as wide as usual.
const MOST: i64 = 3;

/// What it costs when a no-break space gives way, and when it holds a number: more than any lines
/// that are stretched unequally.
const GIVES: i64 = 1_000_000;
const GIVES_NUMBER: i64 = 3 * GIVES;

/// What is between two words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Gap {
    /// A line may end there.
    Open,
    /// A no-break space, which costs so much.
    Held(i64),
    /// A line never ends there.
    Closed,
}

/// The words of a paragraph, up to its end or to a forced end of a line.
#[derive(Debug, Default)]
pub(super) struct Words {
    widths: Vec<i64>,
    gaps: Vec<Gap>,
    is_in_word: bool,
}

/// The widths of a paragraph.
#[derive(Debug, Clone, Copy)]
pub(super) struct Room {
    /// Of its first line.
    pub(super) first: i64,
    /// Of the others.
    pub(super) other: i64,
    /// Of a space.
    pub(super) space: i64,
}

impl Words {
    /// More of the present word.
    pub(super) fn add(&mut self, width: i64) {
        match self.widths.last_mut().filter(|_| self.is_in_word) {
            Some(word) => *word += width,
            None => self.widths.push(width),
        }
        self.is_in_word = true;
    }

    /// What is between the words before and the word `next`, which follows.
    pub(super) fn end(&mut self, space: char, next: &str) {
        if !self.is_in_word {
            self.widths.push(0);
        }
        self.is_in_word = false;
        self.gaps.push(match space {
            NBSP if is_mark(next) || is_dash(next) => Gap::Closed,
            NBSP if next.starts_with(|sign: char| sign.is_ascii_digit()) => Gap::Held(GIVES_NUMBER),
            NBSP => Gap::Held(GIVES),
            _ => Gap::Open,
        });
    }

    /// The item's marker, before which and behind which no line ends.
    pub(super) fn mark(&mut self, width: i64) {
        self.widths.push(width);
        self.gaps.push(Gap::Closed);
    }

    /// Which of the gaps, by their places, have to give way: none where no other lines would be
    /// better.
    pub(super) fn giving_way(&self, room: Room) -> Vec<usize> {
        if !self.gaps.iter().any(|gap| matches!(gap, Gap::Held(_))) {
            return Vec::new();
        }
        let ends = self.ends(room);
        ends.into_iter().filter(|end| matches!(self.gaps[*end], Gap::Held(_))).collect()
    }

    /// The gaps at which lines end, if none of them is to be stretched too far; none where that
    /// cannot be.
    fn ends(&self, room: Room) -> Vec<usize> {
        // For each word the least that lines up to it cost, and where the last of them begins.
        let count = self.widths.len();
        let mut best: Vec<Option<(i64, usize)>> = vec![None; count + 1];
        best[0] = Some((0, 0));
        for from in 0..count {
            let Some((before, _)) = best[from] else { continue };
            let most = if from == 0 { room.first } else { room.other };
            let mut width = -room.space;
            for (gap, word) in self.widths.iter().enumerate().skip(from) {
                width += room.space + word;
                if width > most {
                    break;
                }
                let to = gap + 1;
                let spaces = i64::try_from(gap - from).unwrap_or(0) * room.space;
                let cost = if to == count { Some(0) } else { self.cost(gap, most - width, spaces) };
                let Some(cost) = cost.map(|cost| before + cost) else { continue };
                if best[to].is_none_or(|(known, _)| cost < known) {
                    best[to] = Some((cost, from));
                }
            }
        }
        let mut ends = Vec::new();
        let mut at = count;
        while let Some((_, from)) = best[at].filter(|_| at > 0) {
            ends.extend(from.checked_sub(1));
            at = from;
        }
        if at == 0 { ends } else { Vec::new() }
    }

    /// What it costs to end a line at `gap`, whose spaces are so wide together and take up `rest`;
    /// none where that must not be.
    fn cost(&self, gap: usize, rest: i64, spaces: i64) -> Option<i64> {
        if rest > spaces * (MOST - 1) {
            return None;
        }
        let stretch = if spaces > 0 { 10 * rest / spaces } else { 0 };
        match self.gaps[gap] {
            Gap::Closed => None,
            Gap::Open => Some(stretch * stretch),
            Gap::Held(cost) => Some(cost + stretch * stretch),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROOM: Room = Room { first: 100, other: 100, space: 5 };

    /// Words of these widths; `held` are the places of no-break spaces.
    fn words(widths: &[i64], held: &[usize]) -> Words {
        let mut words = Words::default();
        for (at, width) in widths.iter().enumerate() {
            if at > 0 {
                words.end(if held.contains(&(at - 1)) { NBSP } else { ' ' }, "chữ");
            }
            words.add(*width);
        }
        words
    }

    #[test]
    fn nothing_gives_way_where_lines_are_full_enough() {
        assert!(words(&[30, 30, 25, 40, 50], &[]).giving_way(ROOM).is_empty());
        assert!(words(&[30, 30, 30, 40, 50], &[0, 3]).giving_way(ROOM).is_empty());
    }

    #[test]
    fn a_no_break_space_gives_way_before_a_line_stretches_too_far() {
        // `30 30` alone on a line would have a space of 40.
        assert_eq!(words(&[30, 30, 30, 60, 30], &[2]).giving_way(ROOM), [2]);
    }

    #[test]
    fn marks_and_what_no_way_mends_stay() {
        let mut words = words(&[30, 30, 30], &[]);
        words.end(NBSP, "./.");
        words.add(60);
        assert!(words.giving_way(ROOM).is_empty());
        assert!(self::words(&[40, 90, 40], &[0]).giving_way(ROOM).is_empty());
    }
}
