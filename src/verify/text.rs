//! Whether the pages say what the document must say: every run once, and in order.

use super::expected::{Expected, Origin};
use super::page::{Page, Piece};

/// How the text of the pages goes with the expected one.
#[derive(Debug, Default)]
pub(super) struct Alignment {
    /// For each piece in reading order, the run that it begins in, as far as that is known.
    pub(super) runs: Vec<usize>,
    /// Pieces, by their place in reading order, in which a blank between two words is missing.
    pub(super) touching: Vec<usize>,
    /// Whether all of the text is as expected.
    pub(super) is_equal: bool,
    /// Where it is not: how many bytes of the expected text are passed.
    offset: usize,
}

/// Below a tenth of the type size a gap is no blank.
const LEAST_BLANK: i64 = 10;

/// Positions that differ by no more are the same.
const SAME: i64 = 200;

/// Whether `next` goes on with the word in which `piece` ends.
pub(super) fn is_joined(piece: &Piece, next: &Piece) -> bool {
    let gap = next.left - piece.right;
    let is_level = (piece.baseline - next.baseline).abs() < SAME;
    piece.role == next.role
        && (is_level || is_raised(piece, next) || is_raised(next, piece))
        && gap < piece.size.max(next.size) / LEAST_BLANK
        && gap > -SAME
}

/// Whether `small` is set raised beside `large`: the number of a footnote.
fn is_raised(large: &Piece, small: &Piece) -> bool {
    let by = large.baseline - small.baseline;
    small.size * 4 < large.size * 3 && by > 0 && by * 2 < large.size
}

fn is_blank(ch: char) -> bool {
    ch.is_whitespace()
}

/// Takes up no room, and says nothing.
fn is_nothing(ch: char) -> bool {
    matches!(ch, '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}')
}

/// The expected letters, each with whether a blank comes before it.
struct Letters<'a> {
    chars: std::str::CharIndices<'a>,
}

impl Iterator for Letters<'_> {
    type Item = (usize, char, bool);

    fn next(&mut self) -> Option<Self::Item> {
        let mut is_after_blank = false;
        for (offset, ch) in self.chars.by_ref() {
            if is_blank(ch) {
                is_after_blank = true;
            } else if !is_nothing(ch) {
                return Some((offset, ch, is_after_blank));
            }
        }
        None
    }
}

/// Compares letter by letter, and blank by blank.
pub(super) fn align(pages: &[Page], order: &[(usize, usize)], expected: &Expected) -> Alignment {
    let mut alignment = Alignment::default();
    let mut wanted = Letters { chars: expected.text.char_indices() }.peekable();
    let mut before: Option<(usize, &Piece)> = None;
    for (place, (number, index)) in order.iter().enumerate() {
        let page = &pages[*number];
        let piece = &page.pieces[*index];
        let is_same_word = before.is_some_and(|(on, last)| on == *number && is_joined(last, piece));
        before = Some((*number, piece));
        let first = wanted.peek().map_or(expected.text.len(), |(offset, ..)| *offset);
        alignment.runs.push(expected.run_at(first));
        let mut is_after_blank = !is_same_word;
        for ch in page.words(piece).chars() {
            if is_blank(ch) {
                is_after_blank = true;
                continue;
            }
            if is_nothing(ch) {
                continue;
            }
            match wanted.next() {
                Some((_, letter, needs_blank)) if letter == ch => {
                    if needs_blank && !is_after_blank {
                        alignment.touching.push(place);
                    }
                }
                other => {
                    let passed = other.map_or(expected.text.len(), |(offset, ..)| offset);
                    alignment.offset = passed;
                    return alignment;
                }
            }
            is_after_blank = false;
        }
    }
    alignment.offset = wanted.peek().map_or(expected.text.len(), |(offset, ..)| *offset);
    alignment.is_equal = wanted.next().is_none();
    alignment
}

/// What is wrong with the text as a whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Fault {
    /// The run is not on the pages, or not all of it.
    Lost(usize),
    /// The run is there, but not in its place.
    Misplaced(usize),
    /// A text is on the pages that is not expected, before the run.
    Unexpected(String, usize),
}

/// Says which runs are lost, where the text is not as expected.
pub(super) fn faults(
    pages: &[Page],
    order: &[(usize, usize)],
    expected: &Expected,
    alignment: &Alignment,
) -> Vec<Fault> {
    let printed = printed(pages, order);
    let mut faults = Vec::new();
    let from = expected.run_at(alignment.offset);
    // The two columns of a letterhead that fills several pages are drawn page by page: there the
    // letters are counted only.
    let is_head = expected.runs.get(from).is_some_and(|run| run.origin == Origin::Head);
    if is_head && counted(&printed) == counted(&letters(&expected.text)) {
        return faults;
    }
    let passed: usize = (0..from).map(|run| letters(expected.words(run)).len()).sum();
    let mut rest = printed.get(passed..).unwrap_or_default();
    for run in from..expected.runs.len() {
        let wanted = letters(expected.words(run));
        if let Some(after) = rest.strip_prefix(wanted.as_str()) {
            rest = after;
            continue;
        }
        let next = (run + 1 < expected.runs.len()).then(|| letters(expected.words(run + 1)));
        if next.is_some_and(|next| rest.starts_with(&next)) {
            let is_elsewhere = printed.contains(&wanted);
            faults.push(if is_elsewhere { Fault::Misplaced(run) } else { Fault::Lost(run) });
        } else if let Some(at) = rest.find(&wanted) {
            faults.push(Fault::Unexpected(start_of(&rest[..at]), run));
            rest = &rest[at + wanted.len()..];
        } else if printed.contains(&wanted) {
            faults.push(Fault::Misplaced(run));
        } else {
            faults.push(Fault::Lost(run));
        }
    }
    if !rest.is_empty() && faults.is_empty() {
        faults.push(Fault::Unexpected(start_of(rest), expected.runs.len().saturating_sub(1)));
    }
    faults
}

/// Of templates that are not ours: the runs of bodies and tables that are nowhere on the pages.
/// Letter case is left aside, as is the order: a template may change both.
pub(super) fn lost(pages: &[Page], order: &[(usize, usize)], expected: &Expected) -> Vec<usize> {
    let printed = printed(pages, order).to_lowercase();
    let is_wanted = |origin: Origin| match origin {
        Origin::Paragraph(_) => true,
        Origin::Cell(_, _, column) => column > 0,
        _ => false,
    };
    let mut rest = printed.as_str();
    let mut lost = Vec::new();
    for run in (0..expected.runs.len()).filter(|run| is_wanted(expected.runs[*run].origin)) {
        let wanted = letters(expected.words(run)).to_lowercase();
        if let Some(at) = rest.find(&wanted) {
            rest = &rest[at + wanted.len()..];
        } else if !printed.contains(&wanted) {
            lost.push(run);
        }
    }
    lost
}

/// The letters in the order of their codes.
fn counted(text: &str) -> Vec<char> {
    let mut counted: Vec<char> = text.chars().collect();
    counted.sort_unstable();
    counted
}

/// All letters of the pages, without blanks.
fn printed(pages: &[Page], order: &[(usize, usize)]) -> String {
    let pieces = order.iter().map(|(page, piece)| pages[*page].words(&pages[*page].pieces[*piece]));
    pieces.flat_map(str::chars).filter(|ch| !is_blank(*ch) && !is_nothing(*ch)).collect()
}

/// A text without blanks.
pub(super) fn letters(text: &str) -> String {
    text.chars().filter(|ch| !is_blank(*ch) && !is_nothing(*ch)).collect()
}

fn start_of(text: &str) -> String {
    text.chars().take(40).collect()
}
