//! Ô 1–4: the head of the first page.

use vanthu::model::kind::Form;

use super::super::facts;
use super::super::paper::Paper;
use super::super::runs::{middle, size};
use super::super::verdict::{Gauge, Type, Verdict};
use crate::pdf::{Line, MM, Stroke};

/// Lines under one another are centred on each other to rounding.
pub(super) const CENTRED: f64 = 0.5;

/// One single line of the decree's typeface, in ems (R159).
pub(super) const SINGLE: f64 = 1.149;

/// So far below a baseline a rule still belongs to the line.
const UNDER: f64 = 4.0;

/// R13: sizes go up or down together: 13, 14, 14 or 12, 13, 13; and are those of the profile.
pub(crate) fn r13(paper: &Paper<'_>) -> Verdict {
    let head = &paper.head;
    let mut gauge = Gauge::default();
    let date = head.date.as_ref().unwrap_or(&head.motto);
    let found = [&head.nation, &head.motto, date].map(|line| rounded(size(line)));
    let allowed = [[26, 28, 28], [24, 26, 26]];
    gauge.holds(allowed.contains(&found), || {
        format!("sizes at the head in half points: found {found:?}, expected one of {allowed:?}")
    });
    gauge.is("sizes of the profile", &found, &paper.asked.sizes.map(rounded));
    gauge.verdict()
}

/// In half points.
#[expect(clippy::cast_possible_truncation, reason = "sizes of type are small")]
fn rounded(size: f64) -> i64 {
    (size * 2.0).round() as i64
}

/// R16: Quốc hiệu: IN HOA, 12–13, upright, bold, top right.
pub(crate) fn r16(paper: &Paper<'_>) -> Verdict {
    let nation = &paper.head.nation;
    let mut gauge = Gauge::default();
    gauge.is("Quốc hiệu", &nation.text().as_str(), &"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
    gauge.set_in("Quốc hiệu", std::slice::from_ref(nation), &Type::bold(12.0..=13.0));
    // Alone in the middle on a contract (M71).
    if paper.directive.kind.form != Form::Contract {
        gauge.holds(nation.center() > 105.0, || "Quốc hiệu is not on the right".to_owned());
    }
    let first = paper.lines[0].iter().map(Line::y).fold(f64::MAX, f64::min);
    gauge.near("Quốc hiệu is on the first line", nation.y(), first, 0.5);
    gauge.verdict()
}

/// R17: Tiêu ngữ: in its letters, 13–14, upright, bold, centred under Quốc hiệu.
pub(crate) fn r17(paper: &Paper<'_>) -> Verdict {
    let (nation, motto) = (&paper.head.nation, &paper.head.motto);
    let mut gauge = Gauge::default();
    gauge.is("Tiêu ngữ", &motto.text().as_str(), &"Độc lập - Tự do - Hạnh phúc");
    gauge.set_in("Tiêu ngữ", std::slice::from_ref(motto), &Type::bold(13.0..=14.0));
    gauge.near("middle of Tiêu ngữ", motto.center(), nation.center(), CENTRED);
    gauge.holds(motto.y() > nation.y(), || "Tiêu ngữ is not under Quốc hiệu".to_owned());
    gauge.verdict()
}

/// Rules right under a line of text, in its column. The side of a frame is none.
pub(in crate::nd30) fn under<'a>(
    paper: &'a Paper<'_>,
    page: usize,
    line: &Line,
) -> Vec<&'a Stroke> {
    let near = |stroke: &&Stroke| stroke.from.0 < line.x1() && stroke.to.0 > line.x0();
    let alone = |stroke: &&Stroke| {
        let corners = paper.pdf.pages[page].strokes().iter().flat_map(|other| {
            let is_upright = other.to.1 - other.from.1 > 1.0;
            is_upright.then_some([other.from, other.to]).into_iter().flatten()
        });
        let meets = |(x, y): (f64, f64)| (x - stroke.from.0).hypot(y - stroke.from.1) < 0.1;
        !corners.into_iter().any(meets)
    };
    let rules = paper.rules(page, line.y(), line.y() + UNDER);
    rules.into_iter().filter(near).filter(alone).collect()
}

fn length(stroke: &Stroke) -> f64 {
    stroke.to.0 - stroke.from.0
}

pub(super) fn middle_of(stroke: &Stroke) -> f64 {
    f64::midpoint(stroke.from.0, stroke.to.0)
}

/// R18: the rule under Tiêu ngữ is solid and as long as it.
pub(crate) fn r18(paper: &Paper<'_>) -> Verdict {
    let motto = &paper.head.motto;
    let mut gauge = Gauge::default();
    let rules = under(paper, 0, motto);
    gauge.is("rules under Tiêu ngữ", &rules.len(), &1);
    for rule in rules {
        gauge.near("length of the rule under Tiêu ngữ", length(rule), motto.width(), 1.0);
        gauge.near("middle of the rule under Tiêu ngữ", middle_of(rule), motto.center(), CENTRED);
        gauge.holds(rule.is_solid && rule.width > 0.0, || format!("{rule:?} is not solid"));
    }
    gauge.verdict()
}

/// R19: Quốc hiệu and Tiêu ngữ are a single line apart.
pub(crate) fn r19(paper: &Paper<'_>) -> Verdict {
    let (nation, motto) = (&paper.head.nation, &paper.head.motto);
    let mut gauge = Gauge::default();
    gauge.within("from Quốc hiệu to Tiêu ngữ, in single lines", singles(nation, motto), 0.9..=1.2);
    gauge.verdict()
}

/// How many single lines of its own size a line stands below another.
pub(super) fn singles(above: &Line, below: &Line) -> f64 {
    (below.y() - above.y()) / MM / (SINGLE * size(below))
}

/// R20: superior, if there is one, then issuer: left of Quốc hiệu.
pub(crate) fn r20(paper: &Paper<'_>) -> Verdict {
    let head = &paper.head;
    let (Some(issuer), Some(first)) = (&paper.directive.issuer, head.issuer.first()) else {
        return Verdict::NotApplicable("the issuer is open");
    };
    let mut gauge = Gauge::default();
    gauge.reads("issuer", &head.issuer, &issuer.name.value.to_uppercase());
    if let Some(parent) = &issuer.parent {
        gauge.reads("superior", &head.parent, &parent.value.to_uppercase());
        let last = head.parent.iter().map(Line::y).fold(0.0, f64::max);
        gauge.holds(last < first.y(), || "the superior is not above the issuer".to_owned());
    }
    for line in head.parent.iter().chain(&head.issuer) {
        let number = head.number.as_ref().map_or(f64::MAX, Line::y);
        gauge.holds(line.x1() < head.nation.x0() && line.y() < number, || {
            format!("`{}` is not left of Quốc hiệu", line.text())
        });
    }
    gauge.verdict()
}

/// R21: superior: IN HOA, 12–13, upright, not bold.
pub(crate) fn r21(paper: &Paper<'_>) -> Verdict {
    if paper.head.parent.is_empty() {
        return Verdict::NotApplicable("no superior");
    }
    let mut gauge = Gauge::default();
    gauge.set_in("superior", &paper.head.parent, &Type::plain(12.0..=13.0));
    capitals(&mut gauge, "superior", &paper.head.parent);
    gauge.verdict()
}

/// R22: issuer: IN HOA, 12–13, upright, bold, centred under the superior.
pub(crate) fn r22(paper: &Paper<'_>) -> Verdict {
    let head = &paper.head;
    if head.issuer.is_empty() {
        return Verdict::NotApplicable("the issuer is open");
    }
    let mut gauge = Gauge::default();
    gauge.set_in("issuer", &head.issuer, &Type::bold(12.0..=13.0));
    capitals(&mut gauge, "issuer", &head.issuer);
    if !head.parent.is_empty() {
        gauge.near("middle of the issuer", middle(&head.issuer), middle(&head.parent), CENTRED);
    }
    gauge.verdict()
}

/// Lines are IN HOA.
pub(super) fn capitals(gauge: &mut Gauge, what: &str, lines: &[Line]) {
    for line in lines {
        let text = line.text();
        gauge.is(what, &text, &text.to_uppercase());
    }
}

/// R23: a solid rule of 1/3 to 1/2 under the issuer, none under the superior.
pub(crate) fn r23(paper: &Paper<'_>) -> Verdict {
    let head = &paper.head;
    if head.issuer.len() > 1 {
        return Verdict::NotApplicable("the issuer is on several lines: r25");
    }
    short_rule(paper, &head.issuer).unwrap_or(Verdict::NotApplicable("the issuer is open"))
}

/// R25: where the issuer is on several lines, the longest one counts.
pub(crate) fn r25(paper: &Paper<'_>) -> Verdict {
    let head = &paper.head;
    if head.issuer.len() == 1 {
        return Verdict::NotApplicable("the issuer is on one line");
    }
    short_rule(paper, &head.issuer).unwrap_or(Verdict::NotApplicable("the issuer is open"))
}

fn short_rule(paper: &Paper<'_>, issuer: &[Line]) -> Option<Verdict> {
    let last = issuer.last()?;
    let mut gauge = Gauge::default();
    for line in paper.head.parent.iter().chain(&issuer[..issuer.len() - 1]) {
        // The next line is nearer than a rule would be looked for.
        let below = issuer[0].y().min(line.y() + UNDER).max(line.y() + 0.1);
        let found = paper.rules(0, line.y(), below - 0.1);
        let own = found.iter().filter(|stroke| stroke.to.0 < paper.head.nation.x0()).count();
        gauge.is("rules above the last line of the issuer", &own, &0);
    }
    ratio(&mut gauge, "issuer", issuer, &under(paper, 0, last));
    Some(gauge.verdict())
}

/// One rule, 1/3 to 1/2 as long as the longest line.
pub(super) fn ratio(gauge: &mut Gauge, what: &str, lines: &[Line], rules: &[&Stroke]) {
    gauge.is(&format!("rules under {what}"), &rules.len(), &1);
    let longest = lines.iter().map(Line::width).fold(0.0, f64::max);
    for rule in rules {
        let part = length(rule) / longest;
        gauge.within(&format!("rule under {what}, as part of the line"), part, 0.333..=0.5);
    }
}

/// R24: superior and issuer are single lines apart, also where they wrap.
pub(crate) fn r24(paper: &Paper<'_>) -> Verdict {
    let head = &paper.head;
    let names: Vec<&Line> = head.parent.iter().chain(&head.issuer).collect();
    if names.len() < 2 {
        return Verdict::NotApplicable("one line of names");
    }
    let mut gauge = Gauge::default();
    for two in names.windows(2) {
        gauge.within("lines of names, in single lines", singles(two[0], two[1]), 0.9..=1.2);
    }
    gauge.verdict()
}

/// R27: `Số:`, 13 pt, upright, not bold, centred under the issuer.
pub(crate) fn r27(paper: &Paper<'_>) -> Verdict {
    let head = &paper.head;
    let Some(number) = &head.number else { return Verdict::NotApplicable("no number") };
    let mut gauge = Gauge::default();
    let text = number.text();
    gauge.holds(text.starts_with("Số:"), || format!("`{text}` does not begin with `Số:`"));
    gauge.set_in("number", std::slice::from_ref(number), &Type::plain(13.0..=13.0));
    if !head.issuer.is_empty() {
        gauge.near("middle of the number", number.center(), middle(&head.issuer), 1.0);
    }
    gauge.verdict()
}

/// R28: a number below 10 has a zero in front, no other has one.
pub(crate) fn r28(paper: &Paper<'_>) -> Verdict {
    let (Some(line), Some(_)) = (&paper.head.number, paper.directive.number) else {
        return Verdict::NotApplicable("the number is open");
    };
    let mut gauge = Gauge::default();
    let text = line.text();
    let before = text.split('/').next().unwrap_or_default();
    let digits: String = before.chars().filter(char::is_ascii_digit).collect();
    gauge.is("number", &digits, &facts::number(paper.directive));
    gauge.verdict()
}

/// R29: symbol as written, no space around `/` and `-`, on one line.
pub(crate) fn r29(paper: &Paper<'_>) -> Verdict {
    let (Some(line), Some(symbol)) = (&paper.head.number, &paper.directive.symbol) else {
        return Verdict::NotApplicable("no number");
    };
    let mut gauge = Gauge::default();
    let text = line.text();
    let symbol = format!("/{}", symbol.value);
    gauge.holds(text.ends_with(&symbol), || format!("`{text}` does not end in `{symbol}`"));
    let before = text.strip_suffix(&symbol).unwrap_or_default();
    let is_close =
        paper.directive.number.is_none() || before.ends_with(|c: char| c.is_ascii_digit());
    gauge.holds(is_close, || format!("`{text}` has a space before its `/`"));
    gauge.verdict()
}

/// R33: place and date: nghiêng, 13–14, level with the number, centred under Tiêu ngữ.
pub(crate) fn r33(paper: &Paper<'_>) -> Verdict {
    let (head, directive) = (&paper.head, paper.directive);
    let Some(line) = &head.date else { return Verdict::NotApplicable("no place and date") };
    let mut gauge = Gauge::default();
    let date = std::slice::from_ref(line);
    gauge.set_in("place and date", date, &Type::italic(13.0..=14.0));
    if let Some(number) = &head.number {
        gauge.near("baseline of place and date", line.y(), number.y(), 0.2);
    }
    let text = line.text();
    let place = directive.place.as_ref().map_or("", |place| place.value.as_str());
    let start = format!("{place}, ngày");
    gauge.holds(text.starts_with(&start), || format!("`{text}` does not begin with `{start}`"));
    // Room for writing at its ends is not seen.
    if directive.place.is_some() && directive.date.year().is_some() {
        let middle = head.motto.center();
        gauge.near("middle of place and date", line.center(), middle, CENTRED);
    }
    gauge.verdict()
}

/// R34: a zero before days below 10 and months 1 and 2, none before other months.
pub(crate) fn r34(paper: &Paper<'_>) -> Verdict {
    let date = paper.directive.date;
    let (Some(line), Some(_)) = (&paper.head.date, date.month()) else {
        return Verdict::NotApplicable("the month is open");
    };
    let mut gauge = Gauge::default();
    let text = line.text();
    let written = text.split_once("ngày").map_or(String::new(), |(_, rest)| format!("ngày{rest}"));
    let expected: Vec<String> = facts::date(date).split_whitespace().map(str::to_owned).collect();
    let found: Vec<String> = written.split_whitespace().map(str::to_owned).collect();
    gauge.is("date", &found, &expected);
    gauge.verdict()
}
