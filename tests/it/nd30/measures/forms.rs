//! Mẫu 1.7–1.10, and the kinds that the decree has no form for: by the numbers M… of their facts.

use vanthu::model::kind::Form;

use super::super::body::{Kind, Paragraph};
use super::super::paper::{Paper, Signer};
use super::super::runs::middle;
use super::super::verdict::{Gauge, Type, Verdict};
use super::body::lines;
use crate::pdf::Line;

/// Lines are centred, and stand level, to rounding.
const PLACED: f64 = 0.5;

fn text_middle(paper: &Paper<'_>) -> f64 {
    f64::midpoint(paper.asked.left, 210.0 - paper.asked.right)
}

fn is(paper: &Paper<'_>, form: Form) -> bool {
    paper.directive.kind.form == form
}

/// M2: a biên bản has no place and date at its head; its number stands alone.
pub(crate) fn m2(paper: &Paper<'_>) -> Verdict {
    if !is(paper, Form::Minutes) {
        return Verdict::NotApplicable("no biên bản");
    }
    let mut gauge = Gauge::default();
    gauge.is("place and date", &paper.head.date.as_ref().map(Line::text), &None);
    gauge.verdict()
}

fn leads<'a>(paper: &'a Paper<'_>, is_centred: bool) -> Vec<&'a Paragraph> {
    let all = paper.paragraphs.iter();
    all.filter(|paragraph| paragraph.kind == Kind::Lead(is_centred)).collect()
}

/// M23: `… trân trọng giới thiệu:`: 13–14, upright, not bold, in the middle.
pub(crate) fn m23(paper: &Paper<'_>) -> Verdict {
    let mut gauge = Gauge::default();
    for lead in leads(paper, true) {
        let lines = lines(lead);
        gauge.set_in("who introduces", &lines, &Type::plain(13.0..=14.0));
        for line in &lines {
            gauge.near("middle of who introduces", line.center(), text_middle(paper), PLACED);
        }
    }
    gauge.verdict_or("no giấy giới thiệu")
}

/// M36: two sign side by side: titles begin level, names end level, each in the middle of its half.
pub(crate) fn m36(paper: &Paper<'_>) -> Verdict {
    let signers = &paper.foot.signers;
    if signers.len() < 2 {
        return Verdict::NotApplicable("one signs");
    }
    let mut gauge = Gauge::default();
    let right = 210.0 - paper.asked.right;
    for row in signers.chunks(2) {
        let level =
            |pick: fn(&Signer) -> Option<f64>| row.iter().filter_map(pick).collect::<Vec<_>>();
        for (what, ys) in [("titles", level(first_y)), ("names", level(last_y))] {
            for y in &ys {
                gauge.near(&format!("{what} of one row"), *y, ys[0], PLACED);
            }
        }
        for (signer, part) in row.iter().zip([0.25, 0.75]).filter(|_| row.len() == 2) {
            let at = paper.asked.left + part * (right - paper.asked.left);
            for lines in signer.above.iter().chain(&signer.office).chain(&signer.name) {
                gauge.near("middle of who signs", middle(lines), at, PLACED);
            }
        }
    }
    gauge.verdict_or("nobody is named")
}

fn first_y(signer: &Signer) -> Option<f64> {
    signer.above.first().and_then(|lines| lines.first()).map(Line::y)
}

fn last_y(signer: &Signer) -> Option<f64> {
    signer.name.as_ref().and_then(|lines| lines.last()).map(Line::y)
}

/// M41: `… cấp cho:`: flush left, no indent.
pub(crate) fn m41(paper: &Paper<'_>) -> Verdict {
    let mut gauge = Gauge::default();
    for lead in leads(paper, false) {
        let lines = lines(lead);
        gauge.set_in("who grants", &lines, &Type::plain(13.0..=14.0));
        gauge.near("left end of who grants", lines[0].x0(), paper.asked.left, PLACED);
    }
    gauge.verdict_or("no giấy nghỉ phép")
}

/// M46: `Xác nhận của …`: 11 pt, nghiêng, in the left column, below everything, with 25 mm of room.
pub(crate) fn m46(paper: &Paper<'_>) -> Verdict {
    let foot = &paper.foot;
    let Some(first) = foot.confirmation.first() else {
        return Verdict::NotApplicable("nobody confirms");
    };
    let mut gauge = Gauge::default();
    gauge.set_in("confirmation", &foot.confirmation, &Type::italic(11.0..=11.0));
    for line in &foot.confirmation {
        let at = paper.asked.left + 35.0;
        gauge.near("middle of the confirmation", line.center(), at, PLACED);
    }
    for above in foot.recipients.iter().flatten() {
        gauge.holds(above.y() < first.y(), || "it is not under Nơi nhận".to_owned());
    }
    let edge = paper.pdf.pages[foot.page].height - paper.asked.bottom;
    let room = edge - foot.confirmation.last().map_or(edge, Line::y);
    gauge.holds(room >= 25.0, || format!("room to confirm: {room:.1} mm"));
    gauge.verdict()
}

/// M71: on a contract Quốc hiệu and Tiêu ngữ stand alone, in the middle.
pub(crate) fn m71(paper: &Paper<'_>) -> Verdict {
    if !is(paper, Form::Contract) {
        return Verdict::NotApplicable("no contract");
    }
    let mut gauge = Gauge::default();
    for line in [&paper.head.nation, &paper.head.motto] {
        gauge.near("middle of the head", line.center(), text_middle(paper), PLACED);
    }
    gauge.verdict()
}

/// M72: the number of a contract stands under its title, in the middle.
pub(crate) fn m72(paper: &Paper<'_>) -> Verdict {
    let (true, Some(number), Some(title)) =
        (is(paper, Form::Contract), &paper.head.number, &paper.title)
    else {
        return Verdict::NotApplicable("no contract with a number");
    };
    let mut gauge = Gauge::default();
    let above = title.last();
    gauge.holds(above[above.len() - 1].y() < number.y(), || "it is not under the title".to_owned());
    if paper.directive.number.is_some() {
        gauge.near("middle of the number", number.center(), text_middle(paper), PLACED);
    }
    gauge.verdict()
}
