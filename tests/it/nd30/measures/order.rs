//! The order of the elements.

use vanthu::model::kind::Form;

use super::super::paper::Paper;
use super::super::runs::Placed;
use super::super::verdict::{Gauge, Verdict};
use crate::pdf::Line;

/// R106: [2 | 1], [3 | 4], [5b | 5a], [9a], 6, [9b | 7], each under the one before.
pub(crate) fn r106(paper: &Paper<'_>) -> Verdict {
    let mut gauge = Gauge::default();
    let head = &paper.head;
    let is_of_parties = paper.directive.kind.form == Form::Contract;
    let on_first = |lines: &[Line]| lines.iter().map(Line::y).collect::<Vec<_>>();
    let mut steps: Vec<(&str, Vec<f64>)> = vec![
        ("names and Quốc hiệu", {
            let names = head.parent.iter().chain(&head.issuer);
            names.chain([&head.nation, &head.motto]).map(Line::y).collect()
        }),
        ("number and date", {
            let number = head.number.iter().filter(|_| !is_of_parties);
            number.chain(&head.date).map(Line::y).collect()
        }),
        ("V/v", on_first(&head.subject)),
    ];
    // Ô 10b stands beside ô 9a, or above what it would meet there.
    if let (Some(urgency), Some(number)) = (&head.urgency, &head.number) {
        let above = head.subject.last().unwrap_or(number);
        let is_below = urgency.y() > above.y() || is_of_parties;
        gauge.holds(is_below, || "mức độ khẩn is not under number and V/v".to_owned());
    }
    if let Some(title) = &paper.title {
        steps.push(("type name", on_first(&title.name)));
        steps.push(("trích yếu", on_first(&title.subject)));
        let number = head.number.iter().filter(|_| is_of_parties);
        steps.push(("number of a contract", number.map(Line::y).collect()));
    }
    if let Some(addressees) = &paper.addressees {
        steps.push(("Kính gửi", on_first(addressees)));
    }
    if let Some(preamble) = &paper.preamble {
        steps.push(("who decides", on_first(&preamble.authority)));
    }
    let texts = paper.paragraphs.iter().flat_map(|paragraph| &paragraph.lines);
    let far = |placed: &Placed| down(placed.page, placed.line.y());
    steps.push(("text", texts.map(far).collect()));
    steps.push(("signature", signature(paper)));
    steps.retain(|(_, places)| !places.is_empty());
    let most = |places: &[f64]| places.iter().copied().fold(f64::MIN, f64::max);
    let least = |places: &[f64]| places.iter().copied().fold(f64::MAX, f64::min);
    for two in steps.windows(2) {
        let (above, below) = (&two[0], &two[1]);
        gauge.holds(most(&above.1) < least(&below.1), || {
            format!("{} is not under {}", below.0, above.0)
        });
    }
    gauge.verdict()
}

/// How far down in the whole document.
fn down(page: usize, y: f64) -> f64 {
    let page = u32::try_from(page).unwrap_or(u32::MAX);
    f64::from(page) * 1000.0 + y
}

fn signature(paper: &Paper<'_>) -> Vec<f64> {
    let foot = &paper.foot;
    let signers = foot.signers.iter();
    let signers =
        signers.flat_map(|signer| signer.above.iter().chain(&signer.office).chain(&signer.name));
    let lines = foot.recipients.iter().chain(signers).flatten().chain(&foot.heading);
    let lines = lines.chain(&foot.confirmation);
    lines.map(|line| down(foot.page, line.y())).collect()
}
