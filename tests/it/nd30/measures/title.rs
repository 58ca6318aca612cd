//! Ô 5: type name and trích yếu.

use super::super::paper::{Paper, Title};
use super::super::runs::{middle, size};
use super::super::verdict::{Gauge, Type, Verdict};
use super::letterhead::{CENTRED, SINGLE, ratio, singles, under};
use crate::pdf::{Line, MM};

fn titled<'a>(paper: &'a Paper<'_>) -> Result<&'a Title, Verdict> {
    paper.title.as_ref().ok_or(Verdict::NotApplicable("a công văn has no title"))
}

/// The middle of the text.
fn text_middle(paper: &Paper<'_>) -> f64 {
    f64::midpoint(paper.asked.left, paper.pdf.pages[0].width - paper.asked.right)
}

/// R38: type name: IN HOA, 13–14, upright, bold, centred.
pub(crate) fn r38(paper: &Paper<'_>) -> Verdict {
    let title = match titled(paper) {
        Ok(title) => title,
        Err(verdict) => return verdict,
    };
    let mut gauge = Gauge::default();
    gauge.reads("type name", &title.name, &paper.directive.kind.name.to_uppercase());
    gauge.set_in("type name", &title.name, &Type::bold(13.0..=14.0));
    for line in &title.name {
        gauge.near("middle of the type name", line.center(), text_middle(paper), CENTRED);
    }
    gauge.verdict()
}

/// R39: trích yếu: in its letters, 13–14, upright, bold, centred, right under the type name.
pub(crate) fn r39(paper: &Paper<'_>) -> Verdict {
    let title = match titled(paper) {
        Ok(title) => title,
        Err(verdict) => return verdict,
    };
    let mut gauge = Gauge::default();
    gauge.reads("trích yếu", &title.subject, &paper.directive.subject.value);
    gauge.set_in("trích yếu", &title.subject, &Type::bold(13.0..=14.0));
    let mut above = &title.name[title.name.len() - 1];
    for line in &title.subject {
        gauge.near("middle of trích yếu", line.center(), text_middle(paper), CENTRED);
        gauge.within("trích yếu, in single lines", singles(above, line), 0.9..=1.6);
        above = line;
    }
    gauge.verdict()
}

/// R40: a rule of 1/3 to 1/2 under trích yếu.
pub(crate) fn r40(paper: &Paper<'_>) -> Verdict {
    let title = match titled(paper) {
        Ok(title) => title,
        Err(verdict) => return verdict,
    };
    let mut gauge = Gauge::default();
    let last = &title.subject[title.subject.len() - 1];
    ratio(&mut gauge, "trích yếu", &title.subject, &under(paper, 0, last));
    gauge.verdict()
}

/// R41: `V/v …`: 12–13, upright, not bold, 6 pt under the number, centred, no rule, no title.
pub(crate) fn r41(paper: &Paper<'_>) -> Verdict {
    let head = &paper.head;
    let Some(first) = head.subject.first() else {
        return Verdict::NotApplicable("trích yếu stands in the title");
    };
    let mut gauge = Gauge::default();
    gauge.reads("V/v", &head.subject, &format!("V/v {}", paper.directive.subject.value));
    gauge.set_in("V/v", &head.subject, &Type::plain(12.0..=13.0));
    gauge.near("middle of V/v", middle(&head.subject), head.number.center(), 1.0);
    let gap = (first.y() - head.number.y()) / MM - SINGLE * size(first);
    gauge.near("gap above V/v in points, beyond a single line", gap, 6.0, 2.0);
    for line in &head.subject {
        gauge.is("rules under V/v", &under(paper, 0, line).len(), &0);
    }
    let title = |line: &&Line| line.text().to_lowercase() == "công văn";
    gauge.is("titles `CÔNG VĂN`", &paper.lines[0].iter().filter(title).count(), &0);
    gauge.verdict()
}
