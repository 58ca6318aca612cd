//! Lines with leaders: where they end, and how wide each leader is.
//!
//! A line is filled with words as far as each leader keeps its least width. What is left then
//! goes to the leaders of the line, by what their authors typed: where the paragraph goes on, or
//! where it ends in a leader. A last line that ends in words keeps leaders as wide as typed.

use std::ops::Range;

use super::loose::Room;
use crate::model::blank::Leader;
use crate::model::measure::Measure;

/// A part of a paragraph in one style.
pub(super) enum Part {
    /// Its words, which one space parts from each other, and how wide that is.
    Words(Vec<Word>, i64),
    /// A place to write on; the width of one dot or underscore.
    Leader(Leader, i64),
    /// Something else that is so wide: a box, the number of a footnote.
    Fixed(i64),
    /// A forced end of a line.
    Break,
}

/// A word; nothing where two spaces follow each other.
#[derive(Debug, Clone, Copy)]
pub(super) struct Word {
    pub(super) width: i64,
    /// Whether it is a punctuation mark, or several.
    pub(super) is_mark: bool,
}

/// How the parts are laid out in lines.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Lines {
    pub(super) lines: Vec<Line>,
    /// The leaders, in the order of the parts.
    pub(super) leaders: Vec<Laid>,
}

/// A line of a paragraph.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Line {
    /// The space at which it ends: the part, and which space of it; none where the paragraph or a
    /// forced end does.
    pub(super) end: Option<(usize, usize)>,
    /// Its leaders.
    pub(super) leaders: Range<usize>,
}

/// A leader in its line, in the unit of the room.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Laid {
    pub(super) width: i64,
    /// Where it ends, from the beginning of the line.
    pub(super) end: i64,
    /// Whether it takes its share of what is left in the line.
    pub(super) is_stretched: bool,
}

/// Room to write in: no leader is narrower where there is room; and one is made no narrower than
/// so much to have room for more words.
const LEAST: i64 = points(10);
const ENOUGH: i64 = points(30);

/// Whole millimetres in hundred-thousandths of a point.
const fn points(millimetres: i64) -> i64 {
    Measure::whole(1).parts() * millimetres * 720 / 254
}

/// What a line is filled with.
#[derive(Clone, Copy)]
enum Token {
    Solid(i64),
    /// Punctuation.
    Mark(i64),
    /// A space; a line may end there.
    Space(i64, (usize, usize)),
    Leader(LeaderWidths),
    Break,
}

#[derive(Clone, Copy)]
struct LeaderWidths {
    least: i64,
    typed: i64,
    is_fixed: bool,
}

/// The lines of `parts`.
pub(super) fn lines(parts: &[Part], room: Room) -> Lines {
    let tokens = tokens(parts, room.other);
    let mut lines = Lines::default();
    let mut from = 0;
    while from < tokens.len() {
        let most = if from == 0 { room.first } else { room.other };
        let (to, next) = end(&tokens, from, most);
        let end = match tokens.get(to) {
            Some(Token::Space(_, place)) => Some(*place),
            _ => None,
        };
        let first = lines.leaders.len();
        let line = &tokens[from..to];
        lines.leaders.extend(laid(line, most, end.is_some()));
        lines.lines.push(Line { end, leaders: first..lines.leaders.len() });
        from = next;
    }
    lines
}

fn tokens(parts: &[Part], room: i64) -> Vec<Token> {
    let mut tokens = Vec::new();
    for (index, part) in parts.iter().enumerate() {
        match part {
            Part::Words(words, space) => {
                for (place, word) in words.iter().enumerate() {
                    if place > 0 {
                        tokens.push(Token::Space(*space, (index, place - 1)));
                    }
                    if word.width > 0 {
                        tokens.push(if word.is_mark { Token::Mark } else { Token::Solid }(
                            word.width,
                        ));
                    }
                }
            }
            Part::Leader(leader, sign) => tokens.push(Token::Leader(widths(*leader, *sign, room))),
            Part::Fixed(width) => tokens.push(Token::Solid(*width)),
            Part::Break => tokens.push(Token::Break),
        }
    }
    tokens
}

fn widths(leader: Leader, sign: i64, room: i64) -> LeaderWidths {
    let typed = (i64::from(leader.length) * sign).max(LEAST).min(room);
    match leader.width {
        Some(width) => {
            let width = points(i64::from(width)).min(room);
            LeaderWidths { least: width, typed: width, is_fixed: true }
        }
        None => LeaderWidths {
            least: (typed / 2).clamp(LEAST, ENOUGH).min(room),
            typed,
            is_fixed: false,
        },
    }
}

/// The width of a leader that no line is laid out for; that of a dot or an underscore is `sign`.
pub(super) fn width(leader: Leader, sign: i64) -> i64 {
    widths(leader, sign, i64::MAX / 2).typed
}

fn least(token: &Token) -> i64 {
    match token {
        Token::Solid(width) | Token::Mark(width) | Token::Space(width, _) => *width,
        Token::Leader(widths) => widths.least,
        Token::Break => 0,
    }
}

/// Where the line that begins at `from` ends, and where the next one begins.
fn end(tokens: &[Token], from: usize, most: i64) -> (usize, usize) {
    let mut width = 0;
    let mut last = None;
    for (index, token) in tokens.iter().enumerate().skip(from) {
        match token {
            Token::Break => return (index, index + 1),
            // A leader stays with the words before it.
            Token::Space(..) if !matches!(tokens.get(index + 1), Some(Token::Leader(_))) => {
                last = Some(index);
            }
            _ => {}
        }
        width += least(token);
        if width > most
            && !matches!(token, Token::Space(..))
            && let Some(last) = last
        {
            return (last, last + 1);
        }
    }
    (tokens.len(), tokens.len())
}

/// The leaders of a line that is `most` wide.
fn laid(line: &[Token], most: i64, goes_on: bool) -> Vec<Laid> {
    let all_widths = || {
        line.iter().filter_map(|token| match token {
            Token::Leader(widths) => Some(*widths),
            _ => None,
        })
    };
    let width: i64 = line.iter().map(least).sum();
    let last = line.iter().rfind(|token| !matches!(token, Token::Mark(_) | Token::Space(..)));
    let is_stretched = goes_on || matches!(last, Some(Token::Leader(_)));
    let share = |widths: &LeaderWidths| if widths.is_fixed { 0 } else { widths.typed };
    let shares: i64 = all_widths().map(|widths| share(&widths)).sum();
    let (mut left, mut shares_left) = (most - width, shares);
    let mut at = 0;
    let mut all = Vec::new();
    for token in line {
        let Token::Leader(widths) = token else {
            at += least(token);
            continue;
        };
        let share = share(widths);
        let more = if shares_left > 0 { left * share / shares_left } else { 0 };
        let more = if is_stretched { more } else { more.min(widths.typed - widths.least) };
        // A width that has no room gives way.
        let more = if widths.is_fixed { left.min(0).max(LEAST - widths.least) } else { more };
        left -= more;
        shares_left -= share;
        let width = (widths.least + more).max(0);
        at += width;
        all.push(Laid { width, end: at, is_stretched: is_stretched && !widths.is_fixed });
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::blank::{Blank, blanks};
    use crate::render::spacing::is_mark;

    /// Every sign of a text is a point wide.
    fn of(text: &str, first: i64, other: i64) -> Lines {
        let point = Measure::whole(1).parts();
        let width = |word: &str| i64::try_from(word.chars().count()).expect("a word") * point;
        let word = |text: &str| Word { width: width(text), is_mark: is_mark(text) };
        let words = |text: &str| Part::Words(text.split(' ').map(word).collect(), point);
        let mut parts = Vec::new();
        let mut at = 0;
        for (range, blank) in blanks(text) {
            parts.push(words(&text[at..range.start]));
            at = range.end;
            if let Blank::Leader(leader) = blank {
                parts.push(Part::Leader(leader, point));
            }
        }
        parts.push(words(&text[at..]));
        lines(&parts, Room { first: first * point, other: other * point, space: point })
    }

    /// The widths of the leaders in whole points.
    fn widths(lines: &Lines) -> Vec<i64> {
        lines.leaders.iter().map(|it| it.width / Measure::whole(1).parts()).collect()
    }

    #[test]
    fn blanks_of_a_line_share_it_by_what_was_typed() {
        let dots = |count| ".".repeat(count);
        let lines = of(&format!("Tên: {} Tuổi: {}", dots(120), dots(40)), 412, 440);
        assert_eq!(lines.lines.len(), 1);
        assert_eq!(widths(&lines), [293, 106]);
        assert_eq!(lines.leaders[1].end, 412 * Measure::whole(1).parts());
        assert!(lines.leaders.iter().all(|it| it.is_stretched));
    }

    #[test]
    fn a_last_line_that_ends_in_words_keeps_what_was_typed() {
        let lines = of(&format!("ngày {} năm 2026", ".".repeat(50)), 400, 400);
        assert_eq!(widths(&lines), [50]);
        assert!(!lines.leaders[0].is_stretched);
        // A mark is no word.
        let lines = of(&format!("ngày {}./.", ".".repeat(50)), 400, 400);
        assert_eq!(widths(&lines), [392]);
    }

    #[test]
    fn a_width_is_kept_and_never_wider_than_the_line() {
        let lines = of("Số: ..40mm.. ngày ..........", 400, 400);
        assert_eq!(widths(&lines), [113, 276]);
        let lines = of("Số: ..400mm..", 400, 400);
        assert_eq!(widths(&lines), [396]);
    }

    #[test]
    fn lines_are_never_wider_than_their_room_and_a_leader_stays_with_its_label() {
        for room in 60..200 {
            let text = format!(
                "Sinh {} tại {} số {} cấp {}",
                ".".repeat(30),
                ".".repeat(70),
                ".".repeat(9),
                ".".repeat(20)
            );
            let lines = of(&text, room, room);
            let most = room * Measure::whole(1).parts();
            assert!(lines.leaders.iter().all(|it| it.end <= most && it.width >= LEAST), "{room}");
            let ends: Vec<_> = lines.lines.iter().filter_map(|line| line.end).collect();
            assert!(ends.iter().all(|(part, at)| *at == 0 && part % 2 == 0), "{room}: {ends:?}");
            assert_eq!(lines.leaders.len(), 4);
        }
    }
}
