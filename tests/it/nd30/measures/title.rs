//! Ô 5: type name and trích yếu.

use vanthu::model::kind::Form;

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
    let directive = paper.directive;
    // A thư công is named by what it is about (M84).
    let is_personal = directive.kind.form == Form::Personal;
    let name = if is_personal { &directive.subject.value } else { directive.kind.name };
    gauge.reads("type name", &title.name, &name.to_uppercase());
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
    if title.subject.is_empty() {
        return Verdict::NotApplicable("the kind has no trích yếu under its name (M3)");
    }
    let mut gauge = Gauge::default();
    let subject = &paper.directive.subject.value;
    // The name of a contract goes on in capitals (M72).
    let is_one_name = paper.directive.kind.id == "hop-dong";
    let subject = if is_one_name { subject.to_uppercase() } else { subject.clone() };
    gauge.reads("trích yếu", &title.subject, &subject);
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
    let lines = title.last();
    ratio(&mut gauge, "trích yếu", lines, &under(paper, 0, &lines[lines.len() - 1]));
    gauge.verdict()
}

/// R41: `V/v …`: 12–13, upright, not bold, 6 pt under the number, centred, no rule, no title.
pub(crate) fn r41(paper: &Paper<'_>) -> Verdict {
    let head = &paper.head;
    let (Some(first), Some(number)) = (head.subject.first(), &head.number) else {
        return Verdict::NotApplicable("trích yếu stands in the title");
    };
    let mut gauge = Gauge::default();
    gauge.reads("V/v", &head.subject, &format!("V/v {}", paper.directive.subject.value));
    gauge.set_in("V/v", &head.subject, &Type::plain(12.0..=13.0));
    gauge.near("middle of V/v", middle(&head.subject), number.center(), 1.0);
    let gap = (first.y() - number.y()) / MM - SINGLE * size(first);
    gauge.near("gap above V/v in points, beyond a single line", gap, 6.0, 2.0);
    for line in &head.subject {
        gauge.is("rules under V/v", &under(paper, 0, line).len(), &0);
    }
    let title = |line: &&Line| line.text().to_lowercase() == "công văn";
    gauge.is("titles `CÔNG VĂN`", &paper.lines[0].iter().filter(title).count(), &0);
    gauge.verdict()
}
