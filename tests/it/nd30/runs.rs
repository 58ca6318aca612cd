//! Finding words on paper by what they say: never by how they look, which is what is measured.

use std::ops::Range;

use crate::pdf::{Line, MM};

/// Of the typefaces the decree allows: how far letters reach from the baseline, in ems.
pub(crate) const ASCENT: f64 = 0.891;
pub(crate) const DESCENT: f64 = 0.216;

/// A line and its page.
#[derive(Debug, Clone)]
pub(crate) struct Placed {
    pub(crate) page: usize,
    pub(crate) line: Line,
}

/// A text without case, spaces and kinds of dashes.
pub(crate) fn key(text: &str) -> String {
    text.chars().filter(|sign| !sign.is_whitespace()).map(folded).collect()
}

/// One sign of a key.
pub(crate) fn folded(sign: char) -> char {
    match sign {
        '\u{2013}' | '\u{2014}' => '-',
        sign => sign.to_lowercase().next().unwrap_or(sign),
    }
}

/// Lines one after the other that together say `words`, but for case, spaces and dashes.
pub(crate) fn find(lines: &[Placed], words: &str) -> Option<Range<usize>> {
    let wanted = key(words);
    (0..lines.len()).find_map(|start| starting_at(lines, start, &wanted))
}

/// The same, of all that say so the last.
pub(crate) fn find_last(lines: &[Placed], words: &str) -> Option<Range<usize>> {
    let wanted = key(words);
    (0..lines.len()).rev().find_map(|start| starting_at(lines, start, &wanted))
}

fn starting_at(lines: &[Placed], start: usize, wanted: &str) -> Option<Range<usize>> {
    let mut rest = wanted;
    for (index, placed) in lines.iter().enumerate().skip(start) {
        rest = rest.strip_prefix(key(&placed.line.text()).as_str())?;
        if rest.is_empty() {
            return Some(start..index + 1);
        }
    }
    None
}

/// Upper edge of a line: that of its largest letters.
pub(crate) fn top(line: &Line) -> f64 {
    line.y() - ASCENT * size(line) * MM
}

/// Lower edge.
pub(crate) fn bottom(line: &Line) -> f64 {
    line.y() + DESCENT * size(line) * MM
}

/// The largest size of type in a line.
pub(crate) fn size(line: &Line) -> f64 {
    line.glyphs().map(|glyph| glyph.size).fold(0.0, f64::max)
}

/// Left end of the leftmost line, right end of the rightmost one.
pub(crate) fn extent(lines: &[Line]) -> (f64, f64) {
    lines.iter().fold((f64::MAX, f64::MIN), |(left, right), line| {
        (left.min(line.x0()), right.max(line.x1()))
    })
}

/// The middle of several lines together.
pub(crate) fn middle(lines: &[Line]) -> f64 {
    let (left, right) = extent(lines);
    f64::midpoint(left, right)
}
