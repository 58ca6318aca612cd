//! Finding words on paper by what they say: never by how they look, which is what is measured.

use std::ops::Range;

use crate::pdf::{Line, MM, Page, Stroke};

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
fn find(lines: &[Placed], words: &str) -> Option<Range<usize>> {
    let wanted = key(words);
    (0..lines.len()).find_map(|start| starting_at(lines, start, &wanted))
}

/// The same, of all that say so the last.
fn find_last(lines: &[Placed], words: &str) -> Option<Range<usize>> {
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

/// The lines of some pages, of which elements are taken one by one.
pub(crate) struct Unread {
    lines: Vec<Placed>,
}

impl Unread {
    /// All lines of `pages`.
    pub(crate) fn new(lines: &[Vec<Line>], pages: &Range<usize>) -> Self {
        let placed = |page: usize| lines[page].iter().map(move |line| (page, line));
        let lines = pages.clone().flat_map(placed);
        Self { lines: lines.map(|(page, line)| Placed { page, line: line.clone() }).collect() }
    }

    /// Lines of the first page.
    pub(crate) fn of(lines: &[Line]) -> Self {
        let place = |line: &Line| Placed { page: 0, line: line.clone() };
        Self { lines: lines.iter().map(place).collect() }
    }

    /// The first lines that together say so.
    pub(crate) fn take(&mut self, words: &str) -> Result<Vec<Line>, String> {
        let found = find(&self.lines, words);
        let found = found.ok_or_else(|| format!("`{words}` does not stand on the paper"))?;
        Ok(self.lines.drain(found).map(|placed| placed.line).collect())
    }

    /// The last one that says so, and its page.
    pub(crate) fn take_last(&mut self, words: &str) -> Result<(usize, Vec<Line>), String> {
        let found = find_last(&self.lines, words);
        let found = found.ok_or_else(|| format!("`{words}` does not stand on the paper"))?;
        let page = self.lines[found.start].page;
        Ok((page, self.lines.drain(found).map(|placed| placed.line).collect()))
    }

    /// How far down the first lines that say so begin.
    pub(crate) fn first_y(&self, words: &str) -> Option<f64> {
        find(&self.lines, words).map(|found| self.lines[found.start].line.y())
    }

    /// The first line on the first page that is so.
    pub(crate) fn take_line(
        &mut self,
        what: &str,
        is_it: impl Fn(&Line) -> bool,
    ) -> Result<Line, String> {
        self.take_any(is_it).ok_or_else(|| format!("{what} does not stand on the first page"))
    }

    /// The same, if there is one.
    pub(crate) fn take_any(&mut self, is_it: impl Fn(&Line) -> bool) -> Option<Line> {
        let first = self.lines.first()?.page;
        let mut lines = self.lines.iter();
        let at = lines.position(|placed| placed.page == first && is_it(&placed.line))?;
        Some(self.lines.remove(at).line)
    }

    /// What nobody has taken and no table holds.
    pub(crate) fn rest(self, pages: &[Page]) -> Vec<Placed> {
        let tables: Vec<Vec<(f64, f64)>> = pages.iter().map(tables).collect();
        let in_table = |placed: &Placed| {
            let y = placed.line.y();
            tables[placed.page].iter().any(|(top, bottom)| (*top..*bottom).contains(&y))
        };
        self.lines.into_iter().filter(|placed| !in_table(placed)).collect()
    }
}

/// Upper and lower ends of the tables of a page: where there are upright strokes.
fn tables(page: &Page) -> Vec<(f64, f64)> {
    // A box to be ticked is lower than any row.
    let is_upright =
        |it: &&Stroke| (it.from.0 - it.to.0).abs() < 0.05 && (it.from.1 - it.to.1).abs() > 4.3;
    let upright = page.strokes().iter().filter(is_upright);
    let mut spans: Vec<(f64, f64)> = upright.map(|stroke| (stroke.from.1, stroke.to.1)).collect();
    spans.sort_by(|one, other| one.0.total_cmp(&other.0));
    let mut tables: Vec<(f64, f64)> = Vec::new();
    for (top, bottom) in spans {
        match tables.last_mut().filter(|last| top <= last.1 + 0.5) {
            Some(last) => last.1 = last.1.max(bottom),
            None => tables.push((top, bottom)),
        }
    }
    tables
}

/// Lines that say several texts one after the other: those of each.
pub(crate) fn shared_out(lines: &[Line], texts: &[String]) -> Vec<Vec<Line>> {
    let mut rest = lines.iter();
    let signs = |text: &str| key(text).chars().count();
    let of = |text: &String| {
        let (mut own, mut read) = (Vec::new(), 0);
        while read < signs(text) {
            let Some(line) = rest.next() else { break };
            read += signs(&line.text());
            own.push(line.clone());
        }
        own
    };
    texts.iter().map(of).collect()
}
