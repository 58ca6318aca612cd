//! Ô 7 and 9: Kính gửi, Nơi nhận and the signature.

use vanthu::model::kind::Form;
use vanthu::model::reference::Appendix;
use vanthu::model::signatory::Signatory;

use super::super::facts;
use super::super::paper::{Paper, Signer};
use super::super::runs::{middle, size};
use super::super::verdict::{Gauge, Type, Verdict};
use super::letterhead::capitals;
use crate::pdf::{Glyph, Line, MM};

/// Lines under one another are centred on each other to rounding.
const CENTRED: f64 = 0.5;

/// Runs a measure over all who sign.
fn over(
    paper: &Paper<'_>,
    why: &'static str,
    measure: impl Fn(&mut Gauge, &Signatory, &Signer),
) -> Verdict {
    let mut gauge = Gauge::default();
    for (written, signer) in paper.directive.signatories.iter().zip(&paper.foot.signers) {
        measure(&mut gauge, written, signer);
    }
    for (which, appendix) in paper.directive.appendices().iter().zip(&paper.appendices) {
        let Appendix::Text(text) = which else { continue };
        let written = &paper.directive.appended[*text].signatories;
        for (written, signer) in written.iter().zip(&appendix.signers) {
            measure(&mut gauge, written, signer);
        }
    }
    gauge.verdict_or(why)
}

/// R65: authority and title: IN HOA, 13–14, upright, bold, each on lines of its own.
pub(crate) fn r65(paper: &Paper<'_>) -> Verdict {
    over(paper, "no title or authority", |gauge, written, signer| {
        let above = &signer.above;
        for (lines, text) in above.iter().zip(written.authority.iter().chain(&written.title)) {
            gauge.set_in("authority or title", lines, &Type::bold(13.0..=14.0));
            capitals(gauge, "authority or title", lines);
            gauge.reads("authority or title", lines, &text.value.to_uppercase());
            gauge.near("middle of authority and title", middle(lines), middle(&above[0]), CENTRED);
        }
        for two in above.windows(2) {
            let (end, start) = (two[0][two[0].len() - 1].y(), two[1][0].y());
            gauge.holds(end < start, || "the title is not under the authority".to_owned());
        }
    })
}

/// R66: name: as written, 13–14, upright, bold, centred under the title.
pub(crate) fn r66(paper: &Paper<'_>) -> Verdict {
    over(paper, "the signer is open", |gauge, written, signer| {
        let (Some(lines), Some(name)) = (&signer.name, &written.name) else { return };
        gauge.set_in("name", lines, &Type::bold(13.0..=14.0));
        gauge.reads("name", lines, &name.value);
        if let Some(title) = signer.above.last() {
            gauge.near("middle of the name", middle(lines), middle(title), CENTRED);
            let below = title[title.len() - 1].y();
            gauge.holds(lines[0].y() > below, || "the name is not under the title".to_owned());
        }
    })
}

/// R67: another office stands right above the name.
pub(crate) fn r67(paper: &Paper<'_>) -> Verdict {
    over(paper, "no other office", |gauge, _, signer| {
        let (Some(office), Some(name)) = (&signer.office, &signer.name) else { return };
        let step = (name[0].y() - office[office.len() - 1].y()) / MM / size(&name[0]);
        gauge.within("from the office to the name, in ems", step, 1.0..=2.0);
        gauge.near("middle of the office", middle(office), middle(name), CENTRED);
        if let Some(title) = signer.above.last() {
            let below = title[title.len() - 1].y();
            let is_far = office[0].y() > below + 20.0;
            gauge.holds(is_far, || "the office is not above the name".to_owned());
        }
    })
}

/// R70: 25 mm for the signature.
pub(crate) fn r70(paper: &Paper<'_>) -> Verdict {
    over(paper, "title or signer is open", |gauge, _, signer| {
        let below = signer.office.as_ref().or(signer.name.as_ref()).and_then(|l| l.first());
        let above = signer.above.last().and_then(|lines| lines.last());
        let (Some(above), Some(below)) = (above, below) else { return };
        let capitals = 0.66 * size(below) * MM;
        gauge.within("room for the signature", below.y() - capitals - above.y(), 25.0..=60.0);
    })
}

fn addressed<'a>(paper: &'a Paper<'_>) -> Result<&'a [Line], Verdict> {
    if paper.directive.kind.form == Form::Telegram {
        return Err(Verdict::NotApplicable("a công điện wires (Mẫu 1.6)"));
    }
    paper.addressees.as_deref().ok_or(Verdict::NotApplicable("nobody is addressed"))
}

/// R73: Kính gửi: in its letters, 13–14, upright, not bold, with a colon.
pub(crate) fn r73(paper: &Paper<'_>) -> Verdict {
    let lines = match addressed(paper) {
        Ok(lines) => lines,
        Err(verdict) => return verdict,
    };
    let mut gauge = Gauge::default();
    gauge.set_in("Kính gửi", lines, &Type::plain(13.0..=14.0));
    let start = lines[0].text();
    gauge.holds(start.starts_with("Kính gửi:"), || format!("`{start}` is not `Kính gửi:`"));
    gauge.verdict()
}

/// R74: one addressee on the line; several under it, dashes under the colon, `;` and `.`.
pub(crate) fn r74(paper: &Paper<'_>) -> Verdict {
    let lines = match addressed(paper) {
        Ok(lines) => lines,
        Err(verdict) => return verdict,
    };
    let mut gauge = Gauge::default();
    let entries = facts::addressees(paper.directive);
    let Some(colon) = lines[0].glyphs().find(|glyph| glyph.text == ":") else {
        gauge.holds(false, || format!("`{}` has no colon", lines[0].text()));
        return gauge.verdict();
    };
    if entries.len() == 1 {
        let y = lines[0].y();
        let glyphs = lines.iter().flat_map(Line::glyphs).filter(|glyph| (glyph.y - y).abs() < 0.1);
        let right = glyphs.filter(|glyph| glyph.x > colon.x).count();
        gauge.holds(right > 0, || "the addressee is not on the line of the colon".to_owned());
        return gauge.verdict();
    }
    let dashes: Vec<&Glyph> = lines.iter().skip(1).filter_map(dash).collect();
    gauge.is("dashes", &dashes.len(), &entries.len());
    for dash in dashes {
        // The dash stands on the colon's place, wherever in it its ink is.
        gauge.near("dash under the colon", dash.x, colon.x, 1.0);
    }
    let words: String = lines.iter().skip(1).map(Line::text).collect();
    let all: String = entries.iter().flat_map(|entry| ["-", entry]).collect();
    let bare = |text: &str| text.split_whitespace().collect::<String>();
    gauge.is("addressees", &bare(&words), &bare(&all));
    gauge.verdict()
}

/// The dash a line begins with.
fn dash(line: &Line) -> Option<&Glyph> {
    line.glyphs().next().filter(|glyph| glyph.text == "-")
}

/// R75: a single addressee has no full stop.
pub(crate) fn r75(paper: &Paper<'_>) -> Verdict {
    let lines = match addressed(paper) {
        Ok(lines) => lines,
        Err(verdict) => return verdict,
    };
    let to = &paper.directive.recipients.to;
    if to.len() != 1 || to[0].value.ends_with(['.', ';']) {
        return Verdict::NotApplicable("several addressees, or a mark of the author's");
    }
    let mut gauge = Gauge::default();
    let text = lines[lines.len() - 1].text();
    gauge.holds(!text.ends_with(['.', ';']), || format!("`{text}` ends in a mark"));
    gauge.verdict()
}

/// R76: `Nơi nhận:`: flush left, 12 pt, nghiêng, đậm, no line under it, level with the authority.
pub(crate) fn r76(paper: &Paper<'_>) -> Verdict {
    let foot = &paper.foot;
    let Some(heading) = &foot.heading else { return Verdict::NotApplicable("no Nơi nhận") };
    let mut gauge = Gauge::default();
    gauge.is("heading of Nơi nhận", &heading.text().as_str(), &"Nơi nhận:");
    let wanted = Type { sizes: 12.0..=12.0, is_bold: true, is_italic: true };
    gauge.set_in("heading of Nơi nhận", std::slice::from_ref(heading), &wanted);
    gauge.near("left end of Nơi nhận", heading.x0(), paper.asked.left, CENTRED);
    let under = paper.rules(foot.page, heading.y(), heading.y() + 2.5);
    let under = under.iter().filter(|stroke| stroke.from.0 < heading.x1()).count();
    gauge.is("lines under Nơi nhận", &under, &0);
    match &foot.signers[..] {
        [signer] => {
            if let Some(authority) = signer.above.first() {
                gauge.near("baseline of Nơi nhận", heading.y(), authority[0].y(), 0.3);
            }
        }
        // Two take the whole width: the list stands below them, as in Mẫu 1.9.
        signers => {
            // Two in a row: the last rows are the lowest.
            for name in signers.iter().filter_map(|signer| signer.name.as_ref()) {
                let is_below = heading.y() > name[0].y();
                gauge.holds(is_below, || "Nơi nhận is not under those who sign".to_owned());
            }
        }
    }
    gauge.verdict()
}

/// R77: the list: 11 pt, upright, dashes flush left, each entry on lines of its own.
pub(crate) fn r77(paper: &Paper<'_>) -> Verdict {
    let foot = &paper.foot;
    if foot.recipients.is_empty() {
        return Verdict::NotApplicable("no Nơi nhận");
    }
    let mut gauge = Gauge::default();
    for (lines, text) in foot.recipients.iter().zip(facts::recipients(paper.directive)) {
        gauge.set_in("Nơi nhận", lines, &Type::plain(11.0..=11.0));
        // The words of the Lưu line are r78's.
        if !text.starts_with("- Lưu: VT") {
            gauge.reads("Nơi nhận", lines, &text);
        }
        gauge.near("dash of Nơi nhận", lines[0].x0(), paper.asked.left, CENTRED);
        gauge.holds(dash(&lines[0]).is_some(), || format!("`{}` has no dash", lines[0].text()));
    }
    gauge.verdict()
}

/// R78: the last line is `- Lưu: VT, {unit}…`.
pub(crate) fn r78(paper: &Paper<'_>) -> Verdict {
    let (Some(file), Some(lines)) =
        (&paper.directive.recipients.file, paper.foot.recipients.last())
    else {
        return Verdict::NotApplicable("no Lưu line");
    };
    let mut gauge = Gauge::default();
    gauge.reads("Lưu line", lines, &facts::file_line(file));
    let text = lines[0].text();
    gauge.holds(text.starts_with("- Lưu: VT"), || format!("`{text}` is no Lưu line"));
    gauge.verdict()
}

/// R82: mark of the drafter and number of copies: 11 pt, upright, behind the unit.
pub(crate) fn r82(paper: &Paper<'_>) -> Verdict {
    let file = paper.directive.recipients.file.as_ref();
    let (Some(file), Some(lines)) =
        (file.filter(|f| f.drafter.is_some() || f.copies.is_some()), paper.foot.recipients.last())
    else {
        return Verdict::NotApplicable("neither drafter nor copies");
    };
    let mut gauge = Gauge::default();
    let bare = |text: &str| text.split_whitespace().collect::<String>();
    let text: String = lines.iter().map(Line::text).collect();
    let end = facts::file_end(file);
    gauge.holds(bare(&text).ends_with(&bare(&end)), || format!("`{text}` does not end in `{end}`"));
    // `.` and what stands behind it, sign by sign.
    let signs: Vec<&Glyph> = lines.iter().flat_map(Line::glyphs).collect();
    for glyph in &signs[signs.len().saturating_sub(bare(&end).chars().count())..] {
        gauge.near("size of the drafter's mark", glyph.size, 11.0, 0.05);
        let leans = glyph.font.is_bold || glyph.font.is_italic;
        gauge.is("drafter's mark bold or leaning", &leans, &false);
    }
    gauge.verdict()
}
