//! Stamps (ô 10b, 11) and the address of the office (ô 13).

use vanthu::model::mark::{Circulation, Urgency};

use super::super::facts;
use super::super::paper::Paper;
use super::super::runs::{Placed, Unread, bottom, key, top};
use super::super::verdict::{Gauge, Type, Verdict};
use super::letterhead::capitals;
use crate::pdf::{Color, Line, Page, Stroke};

const RED: Color = Color(1.0, 0.0, 0.0);

/// Frames are placed and drawn to rounding.
const EDGE: f64 = 0.2;

/// An area of a page.
pub(crate) struct Area {
    from: (f64, f64),
    to: (f64, f64),
}

impl Area {
    /// Whether a place is in it.
    pub(crate) fn holds(&self, (x, y): (f64, f64)) -> bool {
        (self.from.0..=self.to.0).contains(&x) && (self.from.1..=self.to.1).contains(&y)
    }
}

/// Where the frame of a stamp must be: around its words, no further than the widest frame.
pub(crate) fn around(line: &Line) -> Area {
    let (middle, height) = (line.center(), f64::midpoint(top(line), bottom(line)));
    Area { from: (middle - 29.0, height - 5.0), to: (middle + 29.0, height + 5.0) }
}

/// The strokes of the frame around a line.
fn frame<'a>(page: &'a Page, line: &Line) -> Vec<&'a Stroke> {
    let area = around(line);
    page.strokes().iter().filter(|s| area.holds(s.from) && area.holds(s.to)).collect()
}

/// Words in a frame: four strokes of one colour, so wide and 8 mm high, the words in the middle.
fn framed(gauge: &mut Gauge, page: &Page, line: &Line, width: f64, color: Color) {
    let strokes = frame(page, line);
    gauge.is("strokes of the frame", &strokes.len(), &4);
    let most = |pick: fn(&Stroke) -> f64| strokes.iter().map(|s| pick(s)).fold(f64::MIN, f64::max);
    let least = |pick: fn(&Stroke) -> f64| strokes.iter().map(|s| pick(s)).fold(f64::MAX, f64::min);
    let (left, right) = (least(|s| s.from.0), most(|s| s.to.0));
    let (upper, lower) = (least(|s| s.from.1), most(|s| s.to.1));
    gauge.near("width of the frame", right - left, width, EDGE);
    gauge.near("height of the frame", lower - upper, 8.0, EDGE);
    gauge.near("middle of the words in the frame", line.center(), f64::midpoint(left, right), 0.5);
    gauge.holds(upper < top(line) && bottom(line) < lower, || "the words leave the frame".into());
    for stroke in strokes {
        gauge.holds(stroke.is_solid && stroke.width > 0.0, || format!("{stroke:?} is not solid"));
        gauge.is("colour of the frame", &stroke.color, &color);
    }
    for glyph in line.glyphs() {
        gauge.is("colour of the words", &glyph.color, &color);
    }
    gauge.set_in("words in a frame", std::slice::from_ref(line), &Type::bold(13.0..=14.0));
    capitals(gauge, "words in a frame", std::slice::from_ref(line));
}

/// R94: mức độ khẩn: in a red frame of 30, 40 or 20 × 8 mm, IN HOA, 13–14, upright, bold.
pub(crate) fn r94(paper: &Paper<'_>) -> Verdict {
    let (Some(urgency), Some(line)) = (paper.directive.urgency, &paper.head.urgency) else {
        return Verdict::NotApplicable("it is not urgent");
    };
    let (words, width) = match urgency {
        Urgency::Express => ("HOẢ TỐC", 30.0),
        Urgency::Pressing => ("THƯỢNG KHẨN", 40.0),
        Urgency::Urgent => ("KHẨN", 20.0),
    };
    let mut gauge = Gauge::default();
    gauge.is("mức độ khẩn", &line.text().as_str(), &words);
    framed(&mut gauge, &paper.pdf.pages[0], line, width, RED);
    let above = paper.head.subject.last().or(paper.head.number.as_ref());
    gauge.holds(above.is_none_or(|above| top(line) > above.y()), || {
        "it is not under the number".to_owned()
    });
    gauge.verdict()
}

/// R95: phạm vi lưu hành: framed, IN HOA, 13–14, upright, bold, in the top margin above ô 1.
pub(crate) fn r95(paper: &Paper<'_>) -> Verdict {
    let Some(circulation) = paper.directive.circulation else {
        return Verdict::NotApplicable("it may go anywhere");
    };
    let (words, width) = match circulation {
        Circulation::ReturnAfterReading => ("XEM XONG TRẢ LẠI", 56.9),
        Circulation::Internal => ("LƯU HÀNH NỘI BỘ", 49.4),
    };
    let mut gauge = Gauge::default();
    let found: Vec<&Line> =
        paper.in_margin[0].iter().filter(|line| key(&line.text()) == key(words)).collect();
    gauge.is("stamps in the top margin", &found.len(), &1);
    for line in found {
        gauge.is("phạm vi lưu hành", &line.text().as_str(), &words);
        framed(&mut gauge, &paper.pdf.pages[0], line, width, Color::BLACK);
        let middle = paper.head.nation.center();
        gauge.near("middle of phạm vi lưu hành", line.center(), middle, 10.0);
    }
    let others = paper.in_margin.iter().skip(1).flatten();
    let others = others.filter(|line| key(&line.text()) == key(words)).count();
    gauge.is("the same on other pages", &others, &0);
    gauge.verdict()
}

/// R96: address: on page 1 alone, below everything, 11–12, upright, under a rule as wide as text.
pub(crate) fn r96(paper: &Paper<'_>) -> Verdict {
    let uppermost = |one: &&Line, other: &&Line| one.y().total_cmp(&other.y());
    let Some(first) = paper.contact.iter().min_by(uppermost) else {
        return Verdict::NotApplicable("no address is given");
    };
    let mut gauge = Gauge::default();
    gauge.set_in("address", &paper.contact, &Type::plain(11.0..=12.0));
    let rules = paper.rules(0, top(first) - 4.0, top(first) + 0.5);
    gauge.is("rules above the address", &rules.len(), &1);
    for rule in rules {
        let asked = paper.asked;
        gauge.near("left end of the rule", rule.from.0, asked.left, 0.5);
        gauge.near("right end of the rule", rule.to.0, 210.0 - asked.right, 0.5);
        gauge.holds(rule.is_solid && rule.width > 0.0, || format!("{rule:?} is not solid"));
    }
    let above = |placed: &&Placed| placed.page == 0;
    let texts = paper.paragraphs.iter().flat_map(|paragraph| &paragraph.lines).filter(above);
    for placed in texts {
        gauge.holds(placed.line.y() < top(first), || "the address is not the last".to_owned());
    }
    gauge.verdict()
}

/// R97: its lines: where; telephone and fax; e-mail and website.
pub(crate) fn r97(paper: &Paper<'_>) -> Verdict {
    let lines = facts::contact(paper.directive);
    if lines.is_empty() {
        return Verdict::NotApplicable("no address is given");
    }
    let mut gauge = Gauge::default();
    let mut left = Unread::of(&paper.contact);
    let mut above = 0.0;
    for words in lines {
        match left.take(&words) {
            Ok(found) => {
                gauge.holds(found[0].y() > above, || format!("`{words}` is not in its place"));
                above = found[0].y();
                gauge.near(
                    "size of the address",
                    found[0].glyphs().next().map_or(0.0, |g| g.size),
                    11.0,
                    1.0,
                );
            }
            Err(why) => gauge.holds(false, || why),
        }
    }
    gauge.verdict()
}
