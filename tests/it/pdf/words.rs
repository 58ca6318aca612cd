//! Glyphs to lines and words.

use super::{Color, Font, Glyph, MM};

/// Signs on one baseline, one beside the other.
#[derive(Debug, Clone)]
pub(crate) struct Line {
    /// Its words; a line of spaces has none.
    pub(crate) words: Vec<Word>,
}

/// Signs without a space between them.
#[derive(Debug, Clone)]
pub(crate) struct Word {
    /// What is read.
    pub(crate) text: String,
    /// Its signs; typeface, size and colour may differ within it.
    pub(crate) glyphs: Vec<Glyph>,
}

impl Line {
    /// The words with one space between them.
    pub(crate) fn text(&self) -> String {
        self.words.iter().map(|word| word.text.as_str()).collect::<Vec<_>>().join(" ")
    }

    /// Left end of the first word.
    pub(crate) fn x0(&self) -> f64 {
        self.words[0].x0()
    }

    /// Right end of the last word.
    pub(crate) fn x1(&self) -> f64 {
        self.words[self.words.len() - 1].x1()
    }

    /// From the first word to the last.
    pub(crate) fn width(&self) -> f64 {
        self.x1() - self.x0()
    }

    /// Its middle.
    pub(crate) fn center(&self) -> f64 {
        f64::midpoint(self.x0(), self.x1())
    }

    /// Baseline.
    pub(crate) fn y(&self) -> f64 {
        self.words[0].y()
    }

    /// The signs of its words.
    pub(crate) fn glyphs(&self) -> impl Iterator<Item = &Glyph> {
        self.words.iter().flat_map(|word| &word.glyphs)
    }

    /// The line without the numbers of footnotes; nothing of a line of a footnote.
    pub(crate) fn without_notes(mut self) -> Option<Self> {
        if self.glyphs().all(|glyph| glyph.size < 10.1) {
            return None;
        }
        for word in &mut self.words {
            word.glyphs.retain(|glyph| glyph.size > 9.0);
            word.text = word.glyphs.iter().map(|glyph| glyph.text.as_str()).collect();
        }
        self.words.retain(|word| !word.glyphs.is_empty());
        Some(self)
    }

    /// Typeface, size and colour.
    ///
    /// # Panics
    ///
    /// When its signs differ in them.
    pub(crate) fn style(&self) -> (&Font, f64, Color) {
        let first = &self.words[0].glyphs[0];
        for glyph in self.glyphs() {
            let same = glyph.font == first.font
                && (glyph.size - first.size).abs() < 0.01
                && glyph.color == first.color;
            assert!(same, "`{}` is set in two styles", self.text());
        }
        (&first.font, first.size, first.color)
    }
}

impl Word {
    /// Left end.
    pub(crate) fn x0(&self) -> f64 {
        self.glyphs[0].x
    }

    /// Right end.
    pub(crate) fn x1(&self) -> f64 {
        let last = &self.glyphs[self.glyphs.len() - 1];
        last.x + last.width
    }

    /// Baseline.
    pub(crate) fn y(&self) -> f64 {
        self.glyphs[0].y
    }
}

/// Justified lines stretch their spaces; no column begins so near behind one.
const WIDEST_STRETCH: f64 = 1.5;

/// Signs without a space between them touch, but for rounding.
const WIDEST_GAP: f64 = 0.15;

/// How far the number of a footnote may stand above what it follows; nothing for signs of about one
/// size.
fn raised(one: &Glyph, other: &Glyph) -> f64 {
    let (small, large) = (one.size.min(other.size), one.size.max(other.size));
    if small < 0.7 * large { 0.5 * large * MM } else { 0.0 }
}

/// Lines in the order they are drawn.
pub(super) fn lines(glyphs: &[Glyph]) -> Vec<Line> {
    let mut lines: Vec<Vec<&Glyph>> = Vec::new();
    for glyph in glyphs {
        let goes_on = lines.last().and_then(|line| line.last()).is_some_and(|last| {
            let em = last.size * MM;
            let gap = glyph.x - (last.x + last.width);
            let most = if is_space(last) { WIDEST_STRETCH } else { WIDEST_GAP };
            let rise = raised(glyph, last).max(0.05);
            (glyph.y - last.y).abs() < rise && gap > -0.5 * em && gap < most * em
        });
        match lines.last_mut().filter(|_| goes_on) {
            Some(line) => line.push(glyph),
            None => lines.push(vec![glyph]),
        }
    }
    let lines = lines.iter().map(|line| Line { words: words(line) });
    lines.filter(|line| !line.words.is_empty()).collect()
}

fn words(line: &[&Glyph]) -> Vec<Word> {
    line.split(|glyph| is_space(glyph))
        .filter(|glyphs| !glyphs.is_empty())
        .map(|glyphs| Word {
            text: glyphs.iter().map(|glyph| glyph.text.as_str()).collect(),
            glyphs: glyphs.iter().map(|glyph| (*glyph).clone()).collect(),
        })
        .collect()
}

fn is_space(glyph: &Glyph) -> bool {
    !glyph.text.is_empty() && glyph.text.chars().all(char::is_whitespace)
}
