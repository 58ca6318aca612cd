//! What follows by arithmetic for the head of a page: widths of fixed words, short rules.

use super::super::paper::{Paper, Title};
use super::super::runs::{middle, size};
use super::super::verdict::{Gauge, Verdict};
use super::letterhead::{CENTRED, middle_of, r16, r17, under};
use crate::pdf::Line;

/// R163: Quốc hiệu is on one line, as wide as its size makes it.
pub(crate) fn r163(paper: &Paper<'_>) -> Verdict {
    let nation = &paper.head.nation;
    if !matches!(r16(paper), Verdict::Measured(_)) {
        return Verdict::NotApplicable("it is not set as R16 says");
    }
    let mut gauge = Gauge::default();
    gauge.near("width of Quốc hiệu", nation.width(), 88.3 / 12.0 * size(nation), 0.4);
    gauge.verdict()
}

/// R164: Tiêu ngữ is as wide as its size makes it (its rule: r18).
pub(crate) fn r164(paper: &Paper<'_>) -> Verdict {
    let motto = &paper.head.motto;
    if !matches!(r17(paper), Verdict::Measured(_)) {
        return Verdict::NotApplicable("it is not set as R17 says");
    }
    let mut gauge = Gauge::default();
    gauge.near("width of Tiêu ngữ", motto.width(), 60.5 / 14.0 * size(motto), 0.4);
    gauge.verdict()
}

/// R165: place and date stand on one line, right of the number, within the text.
pub(crate) fn r165(paper: &Paper<'_>) -> Verdict {
    let head = &paper.head;
    let Some(date) = &head.date else { return Verdict::NotApplicable("no place and date") };
    let mut gauge = Gauge::default();
    let text = date.text();
    let directive = paper.directive;
    let place = directive.place.as_ref().map_or("", |place| place.value.as_str());
    let year = directive.date.year().map_or("năm".to_owned(), |year| year.to_string());
    gauge.holds(text.starts_with(place) && text.ends_with(&year), || {
        format!("`{text}` does not go from `{place}` to `{year}`")
    });
    let names = head.number.as_ref().map_or(0.0, Line::x1);
    gauge.holds(date.x0() > names, || "the date stands over the number".to_owned());
    let edge = paper.pdf.pages[0].width - paper.asked.right;
    gauge.holds(date.x1() <= edge + 0.1, || "the date leaves the text".to_owned());
    gauge.verdict()
}

/// R166: rules under issuer and trích yếu are solid, seen, and centred.
pub(crate) fn r166(paper: &Paper<'_>) -> Verdict {
    let mut gauge = Gauge::default();
    let subject = paper.title.as_ref().map(Title::last);
    for lines in [&paper.head.issuer[..], subject.unwrap_or_default()] {
        let Some(last) = lines.last() else { continue };
        for rule in under(paper, 0, last) {
            gauge.near("middle of a short rule", middle_of(rule), middle(lines), CENTRED);
            gauge.holds(rule.is_solid && rule.width > 0.0, || format!("{rule:?} is not solid"));
        }
    }
    gauge.verdict_or("neither issuer nor trích yếu is ruled")
}
