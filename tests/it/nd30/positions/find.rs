//! How a distance is found on a page.

use vanthu::model::kind::Form;

use super::super::body::Kind;
use super::super::measures::letterhead::under;
use super::super::measures::marks::around;
use super::super::paper::Paper;
use super::super::runs::extent;
use crate::pdf::Line;

/// From one line down to another, of the same page.
pub(super) fn step(above: Option<&Line>, below: Option<&Line>) -> Vec<f64> {
    above.zip(below).map(|(above, below)| below.y() - above.y()).into_iter().collect()
}

pub(super) fn width(lines: &[Line]) -> f64 {
    let (left, right) = extent(lines);
    right - left
}

/// How far a rule lies below the last of some lines.
pub(super) fn below(paper: &Paper<'_>, lines: &[Line]) -> Vec<f64> {
    let Some(line) = lines.last() else { return Vec::new() };
    under(paper, 0, line).into_iter().map(|rule| rule.from.1 - line.y()).collect()
}

pub(super) fn gap_of_the_columns(paper: &Paper<'_>) -> Vec<f64> {
    let names: Vec<Line> = paper.head.parent.iter().chain(&paper.head.issuer).cloned().collect();
    if names.is_empty() || paper.directive.kind.form == Form::Contract {
        return Vec::new();
    }
    vec![paper.head.nation.x0() - extent(&names).1]
}

/// Room for writing at the ends of an open line is not seen.
pub(super) fn middle_of_date(paper: &Paper<'_>) -> Vec<f64> {
    let directive = paper.directive;
    let is_whole = directive.place.is_some() && directive.date.year().is_some();
    let date = paper.head.date.iter().filter(|_| is_whole);
    date.map(|date| (date.center() - paper.head.nation.center()).abs()).collect()
}

pub(super) fn frame_of_urgency(paper: &Paper<'_>) -> Vec<f64> {
    let Some(line) = &paper.head.urgency else { return Vec::new() };
    let area = around(line);
    let strokes = paper.pdf.pages[0].strokes().iter();
    let own = strokes.filter(|stroke| area.holds(stroke.from) && area.holds(stroke.to));
    let left = own.map(|stroke| stroke.from.0.min(stroke.to.0)).fold(f64::MAX, f64::min);
    vec![left - paper.asked.left]
}

/// The first line of the text, if it is on the first page.
pub(super) fn first_line<'a>(paper: &'a Paper<'_>) -> Option<&'a Line> {
    let first = paper.paragraphs.first()?;
    let placed = first.lines.first().filter(|placed| placed.page == 0)?;
    (!matches!(first.kind, Kind::Heading(_) | Kind::Table)).then_some(&placed.line)
}

/// What stands below the title: who decides, whom it is for, or the text.
pub(super) fn below_the_title<'a>(paper: &'a Paper<'_>) -> Option<&'a Line> {
    if paper.addressees.is_some() || paper.directive.kind.form == Form::Contract {
        return None;
    }
    match &paper.preamble {
        Some(preamble) => preamble.authority.first(),
        None => first_line(paper),
    }
}

/// From `Kính gửi:` to the first of several, and from each line of theirs to the next.
pub(super) fn several(paper: &Paper<'_>) -> Vec<f64> {
    let lines = paper.addressees.as_deref().unwrap_or_default();
    let is_list = lines.first().is_some_and(|line| line.text() == "Kính gửi:");
    let steps = lines.windows(2).map(|two| two[1].y() - two[0].y());
    if is_list { steps.collect() } else { Vec::new() }
}

/// From the last line of the text to `Nơi nhận:`, where both are on one page.
pub(super) fn before_the_foot(paper: &Paper<'_>) -> Vec<f64> {
    let last = paper.paragraphs.last().and_then(|paragraph| paragraph.lines.last());
    let last = last.filter(|placed| placed.page == paper.foot.page);
    let heading = paper.foot.heading.as_ref().filter(|_| paper.foot.signers.len() == 1);
    step(last.map(|placed| &placed.line), heading)
}

/// How many lines of `(Kèm theo …)` there are beyond those that hold its words.
#[expect(clippy::cast_precision_loss, reason = "a handful of lines")]
pub(super) fn lines_too_many(paper: &Paper<'_>) -> Vec<f64> {
    let of_enacted = paper.enacted.iter().map(|part| (&part.pages, &part.reference));
    let of_appendices = paper.appendices.iter().map(|part| (&part.pages, &part.reference));
    let excess = |(pages, lines): (&std::ops::Range<usize>, &Vec<Line>)| {
        let page = paper.pdf.pages[pages.start].width - paper.asked.left - paper.asked.right;
        let words: f64 = lines.iter().map(Line::width).sum();
        // A line ends early where its next word group does not fit.
        let needed = (words / page).ceil() + if words / page > 1.0 { 1.0 } else { 0.0 };
        (lines.len() as f64 - needed).max(0.0)
    };
    of_enacted.chain(of_appendices).map(excess).collect()
}
