//! Paper, margins, typeface and colour.

use vanthu::model::kind::Form;

use super::super::paper::{MARGIN, Paper};
use super::super::runs::{bottom, top};
use super::super::verdict::{Gauge, Verdict};
use super::marks::around;
use crate::pdf::{Color, Line, Page};

/// Edges are placed to rounding.
const EDGE: f64 = 0.1;

pub(super) fn is_landscape(page: &Page) -> bool {
    page.width > page.height
}

/// R6: paper is A4.
pub(crate) fn r6(paper: &Paper<'_>) -> Verdict {
    let mut gauge = Gauge::default();
    for page in &paper.pdf.pages {
        gauge.near("short side of the paper", page.width.min(page.height), 210.0, 0.5);
        gauge.near("long side of the paper", page.width.max(page.height), 297.0, 0.5);
    }
    gauge.verdict()
}

/// R7: upright, but for tables.
pub(crate) fn r7(paper: &Paper<'_>) -> Verdict {
    let mut gauge = Gauge::default();
    for page in paper.main.clone() {
        gauge.is("page lies on its side", &is_landscape(&paper.pdf.pages[page]), &false);
    }
    gauge.verdict()
}

/// R8: margins of 20–25, 20–25, 30–35 and 15–20 mm, and those of the profile.
pub(crate) fn r8(paper: &Paper<'_>) -> Verdict {
    let mut gauge = Gauge::default();
    let asked = paper.asked;
    for (page, lines) in paper.pdf.pages.iter().zip(&paper.lines) {
        let reach = Reach::of(page, lines);
        gauge.holds(reach.top >= asked.top - EDGE, || too_near("top", reach.top));
        gauge.holds(reach.bottom >= asked.bottom - EDGE, || too_near("bottom", reach.bottom));
        gauge.holds(reach.left >= asked.left - EDGE, || too_near("left", reach.left));
        gauge.holds(reach.right >= asked.right - EDGE, || too_near("right", reach.right));
    }
    // The first page begins at the top margin, a full line ends at the right one.
    let first = Reach::of(&paper.pdf.pages[0], &paper.lines[0]);
    gauge.within("top margin", first.top, 20.0 - EDGE..=25.0 + EDGE);
    gauge.near("top margin of the profile", first.top, asked.top, 0.3);
    if let Some(left) = paper.left_edge() {
        gauge.within("left margin", left, 30.0 - EDGE..=35.0 + EDGE);
        gauge.near("left margin of the profile", left, asked.left, 0.3);
    }
    if let Some(margin) = paper.right_margin() {
        gauge.within("right margin", margin, 15.0 - EDGE..=20.0 + EDGE);
        gauge.near("right margin of the profile", margin, asked.right, 0.3);
    }
    for page in full_pages(paper) {
        let reach = Reach::of(&paper.pdf.pages[page], &paper.lines[page]);
        // A line and a gap may have had no room any more; two lines are kept together.
        let most = 25.0 + 2.0 * 9.0;
        gauge.within("bottom margin of a full page", reach.bottom, 20.0 - EDGE..=most);
    }
    gauge.verdict()
}

/// How near the ink of a page comes to its edges.
struct Reach {
    top: f64,
    bottom: f64,
    left: f64,
    right: f64,
}

impl Reach {
    fn of(page: &Page, lines: &[Line]) -> Self {
        let mut reach = Self { top: 99.0, bottom: 99.0, left: 99.0, right: 99.0 };
        for line in lines {
            reach.add(page, (line.x0(), top(line)), (line.x1(), bottom(line)));
        }
        for stroke in page.strokes().iter().filter(|stroke| stroke.from.1 > MARGIN) {
            // Half of a stroke may stand over the edge of the text.
            reach.add(page, (stroke.from.0 + 0.1, stroke.from.1), (stroke.to.0 - 0.1, stroke.to.1));
        }
        reach
    }

    fn add(&mut self, page: &Page, from: (f64, f64), to: (f64, f64)) {
        self.left = self.left.min(from.0);
        self.top = self.top.min(from.1);
        self.right = self.right.min(page.width - to.0);
        self.bottom = self.bottom.min(page.height - to.1);
    }
}

fn too_near(side: &str, found: f64) -> String {
    format!("ink comes as near as {found:.2} mm to the {side} edge")
}

/// Pages that end in the middle of a paragraph. The last one does not count: its last lines may
/// have gone on for the sake of the signature.
fn full_pages(paper: &Paper<'_>) -> Vec<usize> {
    let turns = |lines: &[super::super::runs::Placed]| {
        lines.windows(2).find(|two| two[0].page != two[1].page).map(|two| two[0].page)
    };
    let before_last = paper.bodies().flat_map(|body| {
        // A last paragraph of one line is carried by the one before it.
        let is_one_line = body.last().is_some_and(|last| last.lines.len() == 1);
        body.iter().rev().skip(if is_one_line { 2 } else { 1 })
    });
    before_last.filter_map(|paragraph| turns(&paragraph.lines)).collect()
}

/// R9: Times New Roman, or what has its measures (R168).
pub(crate) fn r9(paper: &Paper<'_>) -> Verdict {
    let mut gauge = Gauge::default();
    for font in paper.pdf.fonts() {
        let bare = font.name.split('-').next().unwrap_or_default();
        let is_known =
            ["TimesNewRoman", "TimesNewRomanPS", "TimesNewRomanPSMT", "LiberationSerif", "Tinos"]
                .contains(&bare);
        gauge
            .holds(is_known, || format!("typeface: found {}, expected Times New Roman", font.name));
    }
    gauge.verdict()
}

/// R10: text is NFC: no letter of its own bears its marks apart.
pub(crate) fn r10(paper: &Paper<'_>) -> Verdict {
    let mut gauge = Gauge::default();
    let is_apart = |sign: char| ('\u{300}'..='\u{36f}').contains(&sign);
    for line in paper.lines.iter().chain(&paper.in_margin).flatten() {
        let text = line.text();
        gauge.holds(!text.contains(is_apart), || format!("`{text}` has marks apart"));
    }
    let title = paper.pdf.title.clone().unwrap_or_default();
    gauge.holds(!title.contains(is_apart), || format!("title `{title}` has marks apart"));
    gauge.verdict()
}

/// R91: an appendix lies as it was asked to.
pub(crate) fn r91(paper: &Paper<'_>) -> Verdict {
    use vanthu::model::reference::Appendix;
    use vanthu::model::target::Orientation;
    let mut gauge = Gauge::default();
    for (which, appendix) in paper.directive.appendices().iter().zip(&paper.appendices) {
        let wanted = match which {
            Appendix::Table(target) | Appendix::Working(target, _) => {
                paper.directive.targets[*target].orientation
            }
            Appendix::Text(text) => paper.directive.appended[*text].orientation,
        };
        let lies = match wanted {
            Orientation::Auto => continue,
            Orientation::Portrait => false,
            Orientation::Landscape => true,
        };
        for page in appendix.pages.clone() {
            gauge.is("appendix lies on its side", &is_landscape(&paper.pdf.pages[page]), &lies);
        }
    }
    gauge.verdict_or("no appendix asks for it")
}

/// R162: text is 155–165 mm wide, and nothing at the head reaches beyond it.
pub(crate) fn r162(paper: &Paper<'_>) -> Verdict {
    let (Some(left), Some(right)) = (paper.left_edge(), paper.right_edge()) else {
        return Verdict::NotApplicable("no line of text goes from margin to margin");
    };
    let mut gauge = Gauge::default();
    gauge.within("width of the text", right - left, 154.8..=165.2);
    let head = &paper.head;
    let is_of_parties = paper.directive.kind.form == Form::Contract;
    let number = head.number.iter().filter(|_| !is_of_parties);
    for line in head.parent.iter().chain(&head.issuer).chain(number).chain(&head.subject) {
        gauge.holds(line.x0() > left - 0.2 && line.x1() < head.nation.x0(), || {
            format!("`{}` leaves the left column", line.text())
        });
    }
    for line in [&head.nation, &head.motto].into_iter().chain(&head.date) {
        gauge.holds(line.x1() < right + 0.2, || format!("`{}` leaves the text", line.text()));
    }
    gauge.verdict()
}

/// R168: typefaces are in the PDF.
pub(crate) fn r168(paper: &Paper<'_>) -> Verdict {
    let mut gauge = Gauge::default();
    for font in paper.pdf.fonts() {
        gauge.holds(font.is_embedded, || format!("{} is not embedded", font.name));
    }
    gauge.verdict()
}

/// R169: everything is black but mức độ khẩn.
pub(crate) fn r169(paper: &Paper<'_>) -> Verdict {
    let mut gauge = Gauge::default();
    for (index, page) in paper.pdf.pages.iter().enumerate() {
        let stamp = paper.head.urgency.as_ref().filter(|_| index == 0).map(around);
        let is_black = |at: (f64, f64), color: Color| {
            color == Color::BLACK || stamp.as_ref().is_some_and(|stamp| stamp.holds(at))
        };
        for glyph in &page.glyphs {
            gauge.holds(is_black((glyph.x, glyph.y), glyph.color), || {
                format!("`{}` is {:?}, expected black", glyph.text, glyph.color)
            });
        }
        for stroke in page.strokes() {
            gauge.holds(is_black(stroke.from, stroke.color), || {
                format!("a stroke is {:?}, expected black", stroke.color)
            });
        }
    }
    gauge.verdict()
}
