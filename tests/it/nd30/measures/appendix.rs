//! Heads of appendices.

use super::super::facts;
use super::super::paper::{Appendix, Paper};
use super::super::verdict::{Gauge, Type, Verdict};
use super::letterhead::capitals;
use crate::pdf::Line;

/// Lines are centred to rounding.
const CENTRED: f64 = 0.5;

/// Runs a measure over every appendix.
fn over(paper: &Paper<'_>, measure: impl Fn(&mut Gauge, usize, &Appendix)) -> Verdict {
    if paper.appendices.is_empty() {
        return Verdict::NotApplicable("no appendix");
    }
    let mut gauge = Gauge::default();
    for (index, appendix) in paper.appendices.iter().enumerate() {
        measure(&mut gauge, index, appendix);
    }
    gauge.verdict()
}

/// The middle of the text on the first page of an appendix.
fn middle(paper: &Paper<'_>, appendix: &Appendix) -> f64 {
    let width = paper.pdf.pages[appendix.pages.start].width;
    f64::midpoint(paper.asked.left, width - paper.asked.right)
}

fn centred(gauge: &mut Gauge, what: &str, lines: &[Line], middle: f64) {
    for line in lines {
        gauge.near(&format!("middle of {what} `{}`", line.text()), line.center(), middle, CENTRED);
    }
}

/// R84: one appendix has no number; several have Roman ones, in their order.
pub(crate) fn r84(paper: &Paper<'_>) -> Verdict {
    let roman = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"];
    let count = paper.appendices.len();
    over(paper, |gauge, index, appendix| {
        let text = appendix.label.text();
        let number: Vec<&str> = text.split_whitespace().skip(2).collect();
        let expected = if count == 1 { vec![] } else { vec![roman[index]] };
        gauge.is("number of an appendix", &number, &expected);
    })
}

/// R85: `Phụ lục`: in thường, 14 pt, upright, bold, centred, on a line of its own.
pub(crate) fn r85(paper: &Paper<'_>) -> Verdict {
    over(paper, |gauge, _, appendix| {
        let text = appendix.label.text();
        let words: Vec<&str> = text.split_whitespace().take(2).collect();
        gauge.is("label of an appendix", &words, &vec!["Phụ", "lục"]);
        let label = std::slice::from_ref(&appendix.label);
        gauge.set_in("label of an appendix", label, &Type::bold(14.0..=14.0));
        centred(gauge, "the label", label, middle(paper, appendix));
    })
}

/// R86: title: IN HOA, 13–14, upright, bold, centred.
pub(crate) fn r86(paper: &Paper<'_>) -> Verdict {
    over(paper, |gauge, index, appendix| {
        let title = facts::appendix_title(paper.directive, index).unwrap_or_default();
        gauge.reads("title of an appendix", &appendix.title, &title.to_uppercase());
        gauge.set_in("title of an appendix", &appendix.title, &Type::bold(13.0..=14.0));
        capitals(gauge, "title of an appendix", &appendix.title);
        centred(gauge, "the title", &appendix.title, middle(paper, appendix));
    })
}

/// R87: `(Kèm theo …)`: in thường, nghiêng, 13–14, centred under the title.
pub(crate) fn r87(paper: &Paper<'_>) -> Verdict {
    over(paper, |gauge, _, appendix| {
        let lines = &appendix.reference;
        gauge.set_in("what the appendix goes with", lines, &Type::italic(13.0..=14.0));
        centred(gauge, "what the appendix goes with", lines, middle(paper, appendix));
        let start = lines[0].text();
        gauge.holds(start.starts_with("(Kèm theo "), || format!("`{start}` is not `(Kèm theo`"));
        let above = appendix.title.last().unwrap_or(&appendix.label);
        gauge.holds(above.y() < lines[0].y(), || "it is not under the title".to_owned());
    })
}

/// R88: number and date as at the head of the document; what is open has room.
pub(crate) fn r88(paper: &Paper<'_>) -> Verdict {
    over(paper, |gauge, _, appendix| {
        gauge.reads("reference", &appendix.reference, &facts::reference(paper.directive));
        let glyphs: Vec<_> = appendix.reference.iter().flat_map(Line::glyphs).collect();
        let open = paper.directive.number.is_none();
        let slash = glyphs.iter().position(|glyph| glyph.text == "/");
        if let (true, Some(slash)) = (open, slash) {
            let before = glyphs[slash - 1];
            let room = glyphs[slash].x - before.x - before.width;
            gauge.within("room for the number in mm", room, 8.0..=40.0);
        }
    })
}

/// R89: a short rule, centred, under `(Kèm theo …)`.
pub(crate) fn r89(paper: &Paper<'_>) -> Verdict {
    over(paper, |gauge, _, appendix| {
        let last = &appendix.reference[appendix.reference.len() - 1];
        let rules = paper.rules(appendix.pages.start, last.y(), last.y() + 4.0);
        gauge.is("rules under an appendix's head", &rules.len(), &1);
        let longest = appendix.reference.iter().map(Line::width).fold(0.0, f64::max);
        for rule in rules {
            let length = rule.to.0 - rule.from.0;
            gauge.within("short rule, as part of the line", length / longest, 0.2..=0.5);
            let middle = middle(paper, appendix);
            gauge.near(
                "middle of the rule",
                f64::midpoint(rule.from.0, rule.to.0),
                middle,
                CENTRED,
            );
            gauge.holds(rule.is_solid && rule.width > 0.0, || format!("{rule:?} is not solid"));
        }
    })
}
