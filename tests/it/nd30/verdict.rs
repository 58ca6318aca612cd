//! What a measure says, and the gauge it measures with.

use std::fmt::Debug;
use std::ops::RangeInclusive;

use crate::pdf::Line;

/// What came of one rule on one document.
#[derive(Debug)]
pub(crate) enum Verdict {
    /// So many things were measured, and all are as the rule wants.
    Measured(usize),
    /// The rule is about something this document does not have.
    NotApplicable(&'static str),
    /// What was found and what was expected, a line each.
    Failed(String),
}

/// Counts what is measured and collects what is wrong.
#[derive(Debug, Default)]
pub(crate) struct Gauge {
    count: usize,
    wrong: Vec<String>,
}

/// How type must look.
#[derive(Debug, Clone)]
pub(crate) struct Type {
    /// Size in points.
    pub(crate) sizes: RangeInclusive<f64>,
    /// Đậm.
    pub(crate) is_bold: bool,
    /// Nghiêng.
    pub(crate) is_italic: bool,
}

/// So many things that are wrong are shown.
const SHOWN: usize = 4;

/// Sizes are written as round numbers.
const SIZE_ROUNDING: f64 = 0.05;

impl Type {
    /// Đứng, not bold.
    pub(crate) const fn plain(sizes: RangeInclusive<f64>) -> Self {
        Self { sizes, is_bold: false, is_italic: false }
    }

    /// Đứng, đậm.
    pub(crate) const fn bold(sizes: RangeInclusive<f64>) -> Self {
        Self { sizes, is_bold: true, is_italic: false }
    }

    /// Nghiêng, not bold.
    pub(crate) const fn italic(sizes: RangeInclusive<f64>) -> Self {
        Self { sizes, is_bold: false, is_italic: true }
    }
}

impl Gauge {
    /// One thing is so, or `found` is wrong.
    pub(crate) fn holds(&mut self, is_so: bool, wrong: impl FnOnce() -> String) {
        self.count += 1;
        if !is_so {
            self.wrong.push(wrong());
        }
    }

    /// Two values are the same.
    pub(crate) fn is<T: PartialEq + Debug>(&mut self, what: &str, found: &T, expected: &T) {
        self.holds(found == expected, || format!("{what}: found {found:?}, expected {expected:?}"));
    }

    /// A length is that of `expected`.
    pub(crate) fn near(&mut self, what: &str, found: f64, expected: f64, tolerance: f64) {
        self.holds((found - expected).abs() <= tolerance, || {
            format!("{what}: found {found:.2}, expected {expected:.2} ± {tolerance}")
        });
    }

    /// A length lies within a range.
    pub(crate) fn within(&mut self, what: &str, found: f64, range: RangeInclusive<f64>) {
        self.holds(range.contains(&found), || {
            format!("{what}: found {found:.2}, expected {:.2} to {:.2}", range.start(), range.end())
        });
    }

    /// Every sign of every line has this type.
    pub(crate) fn set_in(&mut self, what: &str, lines: &[Line], wanted: &Type) {
        let sizes = wanted.sizes.start() - SIZE_ROUNDING..=wanted.sizes.end() + SIZE_ROUNDING;
        for line in lines {
            let wrong = line.glyphs().find(|glyph| {
                !sizes.contains(&glyph.size)
                    || glyph.font.is_bold != wanted.is_bold
                    || glyph.font.is_italic != wanted.is_italic
            });
            self.holds(wrong.is_none(), || {
                let glyph = wrong.expect("only asked for when there is one");
                format!(
                    "{what} `{}`: found {} in {} pt, expected {wanted:?}",
                    line.text(),
                    glyph.font.name,
                    glyph.size
                )
            });
        }
    }

    /// The lines read exactly so, but for where they break.
    pub(crate) fn reads(&mut self, what: &str, lines: &[Line], expected: &str) {
        let found = lines.iter().map(Line::text).collect::<Vec<_>>().join(" ");
        let bare = |text: &str| text.split_whitespace().collect::<String>();
        self.holds(bare(&found) == bare(expected), || {
            format!("{what}: found `{found}`, expected `{expected}`")
        });
    }

    /// The same; where there was nothing to measure, the rule does not apply, because …
    pub(crate) fn verdict_or(self, why: &'static str) -> Verdict {
        if self.count == 0 { Verdict::NotApplicable(why) } else { self.verdict() }
    }

    /// What was measured; a rule that applies and finds nothing to measure has failed.
    pub(crate) fn verdict(self) -> Verdict {
        match self {
            Self { wrong, .. } if !wrong.is_empty() => {
                let first = wrong.iter().take(SHOWN).map(|line| format!("{line}\n"));
                let more = wrong.len().checked_sub(SHOWN + 1);
                let more = more.map(|more| format!("and {} more\n", more + 1));
                Verdict::Failed(first.chain(more).collect())
            }
            Self { count: 0, .. } => {
                Verdict::Failed("it applies, but nothing was measured\n".to_owned())
            }
            Self { count, .. } => Verdict::Measured(count),
        }
    }
}
