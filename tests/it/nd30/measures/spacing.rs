//! Ô 6: where lines begin and end, and how far they are apart.

use super::super::body::Kind;
use super::super::paper::Paper;
use super::super::runs::{Placed, size};
use super::super::verdict::{Gauge, Verdict};
use super::body::indented;
use crate::pdf::MM;

/// A single line, and 1,5 lines, in ems of the size of type (R159).
const SINGLE: f64 = 1.149;

const ONE_AND_A_HALF: f64 = 1.724;

/// Edges of lines are placed to rounding.
const EDGE: f64 = 0.15;

/// Where the first lines of running text begin, from the left edge of the text.
fn indents(paper: &Paper<'_>) -> Option<Vec<f64>> {
    let left = paper.left_edge()?;
    Some(indented(paper).filter_map(|p| p.lines.first()).map(|p| p.line.x0() - left).collect())
}

/// R55: lines reach from margin to margin.
pub(crate) fn r55(paper: &Paper<'_>) -> Verdict {
    let (left, right) = (paper.left_edge(), paper.right_edge());
    let mut gauge = Gauge::default();
    for paragraph in indented(paper) {
        for line in paragraph.full_lines() {
            let text = line.text();
            gauge.near(&format!("right end of `{text}`"), line.x1(), right.unwrap_or(0.0), EDGE);
        }
        for placed in paragraph.lines.iter().skip(1) {
            let line = &placed.line;
            let text = line.text();
            gauge.near(&format!("left end of `{text}`"), line.x0(), left.unwrap_or(0.0), EDGE);
        }
    }
    gauge.verdict_or("no paragraph has a second line")
}

/// R56: one indent in the document, that of the profile.
pub(crate) fn r56(paper: &Paper<'_>) -> Verdict {
    let Some(indents) = indents(paper).filter(|indents| !indents.is_empty()) else {
        return Verdict::NotApplicable("no line of text begins at the margin");
    };
    let mut gauge = Gauge::default();
    for indent in &indents {
        gauge.near("indent, all alike", *indent, indents[0], EDGE);
        gauge.near("indent of the profile", *indent, paper.asked.indent, 0.3);
    }
    gauge.verdict()
}

/// R161: the indent is 10,0 or 12,7 mm.
pub(crate) fn r161(paper: &Paper<'_>) -> Verdict {
    let Some(indents) = indents(paper).filter(|indents| !indents.is_empty()) else {
        return Verdict::NotApplicable("no line of text begins at the margin");
    };
    let mut gauge = Gauge::default();
    for indent in indents {
        gauge.holds([10.0_f64, 12.7].iter().any(|allowed| (indent - allowed).abs() <= 0.3), || {
            format!("indent: found {indent:.2} mm, expected 10,0 or 12,7 ± 0,3")
        });
    }
    gauge.verdict()
}

/// From the last line of a paragraph to the first of the next on the same page, in points, and
/// the size of type.
fn between(paper: &Paper<'_>) -> Vec<(f64, f64)> {
    let pairs = paper.bodies().flat_map(|body| body.windows(2));
    pairs
        .filter_map(|two| {
            let (above, below) = (two[0].lines.last()?, two[1].lines.first()?);
            // Behind the last căn cứ of a decision stands its verb.
            let is_next = above.page == below.page && two[0].kind != Kind::Basis(true);
            is_next.then(|| ((below.line.y() - above.line.y()) / MM, size(&below.line)))
        })
        .collect()
}

/// From line to line within paragraphs, in points, and the size of type.
fn steps(paper: &Paper<'_>) -> Vec<(f64, f64)> {
    let step = |two: &[Placed]| {
        (two[0].page == two[1].page)
            .then(|| ((two[1].line.y() - two[0].line.y()) / MM, size(&two[1].line)))
    };
    indented(paper).flat_map(|p| p.lines.windows(2).filter_map(step)).collect()
}

/// R57: at least 6 pt between paragraphs, beyond a line.
pub(crate) fn r57(paper: &Paper<'_>) -> Verdict {
    let mut gauge = Gauge::default();
    for (step, size) in between(paper) {
        let least = paper.asked.gap.max(6.0) - 0.1;
        gauge.within("gap above a single line", step - SINGLE * size, least..=60.0);
    }
    gauge.verdict_or("no two paragraphs on one page")
}

/// R160: paragraphs are at least 6 pt further apart than lines.
pub(crate) fn r160(paper: &Paper<'_>) -> Verdict {
    let steps: Vec<f64> = steps(paper).into_iter().map(|(step, _)| step).collect();
    let Some(step) = steps.into_iter().max_by(f64::total_cmp) else {
        return Verdict::NotApplicable("no paragraph has two lines on a page");
    };
    let mut gauge = Gauge::default();
    for (between, _) in between(paper) {
        let least = paper.asked.gap.max(6.0) - 0.1;
        gauge.within("gap above the step of lines", between - step, least..=60.0);
    }
    gauge.verdict_or("no two paragraphs on one page")
}

/// R58: lines are between a single line and one and a half apart, that of the profile.
pub(crate) fn r58(paper: &Paper<'_>) -> Verdict {
    let steps = steps(paper);
    if steps.is_empty() {
        return Verdict::NotApplicable("no paragraph has two lines on a page");
    }
    let mut gauge = Gauge::default();
    for (step, size) in &steps {
        let part = step / size;
        gauge.within("step in ems", part, SINGLE - 0.015..=ONE_AND_A_HALF + 0.015);
        gauge.near("step in ems, that of the profile", part, paper.asked.step, 0.01);
    }
    gauge.verdict()
}

/// R159: in points: 16,1 to 24,1 at 14 pt, 14,9 to 22,4 at 13 pt.
pub(crate) fn r159(paper: &Paper<'_>) -> Verdict {
    let steps = steps(paper);
    if steps.is_empty() {
        return Verdict::NotApplicable("no paragraph has two lines on a page");
    }
    let mut gauge = Gauge::default();
    for (step, size) in steps {
        let range = if size > 13.5 { 15.9..=24.3 } else { 14.7..=22.6 };
        gauge.within("step of lines in points", step, range);
    }
    gauge.verdict()
}
