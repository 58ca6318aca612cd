//! Decisions: căn cứ, phần, chương, mục and điều, and what is put into force with them.

use vanthu::model::block::Rank;

use super::super::body::{Kind, Paragraph};
use super::super::facts;
use super::super::paper::Paper;
use super::super::verdict::{Gauge, Type, Verdict};
use super::body::lines;
use super::letterhead::capitals;
use crate::pdf::Line;

/// Lines are centred to rounding.
const CENTRED: f64 = 0.5;

fn of_kind<'a>(paper: &'a Paper<'_>, is_it: impl Fn(Kind) -> bool) -> Vec<&'a Paragraph> {
    paper.bodies().flatten().filter(|paragraph| is_it(paragraph.kind)).collect()
}

fn text_middle(paper: &Paper<'_>) -> f64 {
    f64::midpoint(paper.asked.left, 210.0 - paper.asked.right)
}

/// R43: căn cứ: nghiêng, 13–14, each on lines of its own that end in `;`, the last in `.`.
pub(crate) fn r43(paper: &Paper<'_>) -> Verdict {
    let found = of_kind(paper, |kind| matches!(kind, Kind::Basis(_)));
    if found.is_empty() {
        return Verdict::NotApplicable("no căn cứ on lines of their own");
    }
    let mut gauge = Gauge::default();
    for paragraph in found {
        let lines = lines(paragraph);
        gauge.set_in("căn cứ", &lines, &Type::italic(13.0..=14.0));
        gauge.holds(paragraph.is_verbatim, || {
            "căn cứ are not in the letters they are written".into()
        });
        let text = lines.last().map(Line::text).unwrap_or_default();
        let mark = if paragraph.kind == Kind::Basis(true) { '.' } else { ';' };
        gauge.holds(text.ends_with(mark), || format!("`{text}` does not end in `{mark}`"));
    }
    if let (Some(preamble), Some(title)) = (&paper.preamble, &paper.title) {
        let first = paper.paragraphs.first().and_then(|p| p.lines.first());
        let below =
            title.subject.iter().chain(&preamble.authority).map(Line::y).fold(0.0, f64::max);
        gauge.holds(first.is_some_and(|first| first.page > 0 || first.line.y() > below), || {
            "căn cứ are not below the title".to_owned()
        });
    }
    gauge.verdict()
}

/// Label on its own line, in its letters; title below in capitals; both bold and centred.
fn division(
    paper: &Paper<'_>,
    ranks: &[Rank],
    names: &[&str],
    is_number: fn(char) -> bool,
) -> Verdict {
    let found = of_kind(paper, |kind| ranks.iter().any(|rank| kind == Kind::Heading(*rank)));
    if found.is_empty() {
        return Verdict::NotApplicable("no such part of the text");
    }
    let mut gauge = Gauge::default();
    for paragraph in found {
        let lines = lines(paragraph);
        gauge.set_in("part of the text", &lines, &Type::bold(13.0..=14.0));
        let label = lines[0].text();
        let (name, number) = label.rsplit_once(' ').unwrap_or((&label, ""));
        gauge.holds(names.contains(&name), || format!("`{label}` is not one of {names:?}"));
        let is_numbered = !number.is_empty() && number.chars().all(is_number);
        gauge.holds(is_numbered, || format!("`{label}` is not numbered as it should be"));
        gauge.holds(lines.len() > 1, || format!("`{label}` has no title below"));
        capitals(&mut gauge, "title of a part of the text", &lines[1..]);
        for line in &lines {
            gauge.near(
                &format!("middle of `{}`", line.text()),
                line.center(),
                text_middle(paper),
                CENTRED,
            );
        }
    }
    gauge.verdict()
}

/// R48: phần, chương: label with a Roman number, title below IN HOA, 13–14, bold, centred.
pub(crate) fn r48(paper: &Paper<'_>) -> Verdict {
    let is_roman = |sign| "IVXLC".contains(sign);
    division(paper, &[Rank::Part, Rank::Chapter], &["Phần", "Chương"], is_roman)
}

/// R49: mục, tiểu mục: label with an Arabic number, title below IN HOA, 13–14, bold, centred.
pub(crate) fn r49(paper: &Paper<'_>) -> Verdict {
    let is_digit = |sign: char| sign.is_ascii_digit();
    division(paper, &[Rank::Section, Rank::Subsection], &["Mục", "Tiểu mục"], is_digit)
}

/// R50: `Điều 1. Tiêu đề`: bold, upright, in the size of the text, indented like it.
pub(crate) fn r50(paper: &Paper<'_>) -> Verdict {
    let found =
        of_kind(paper, |kind| [Kind::Heading(Rank::Article), Kind::Article].contains(&kind));
    if found.is_empty() {
        return Verdict::NotApplicable("no điều");
    }
    let mut gauge = Gauge::default();
    for paragraph in found {
        let lines = lines(paragraph);
        let marker = paragraph.marker.clone().unwrap_or_default();
        let number = marker.strip_prefix("Điều ").and_then(|rest| rest.strip_suffix('.'));
        let is_number = |digits: &str| digits.bytes().all(|byte| byte.is_ascii_digit());
        gauge.holds(number.is_some_and(is_number), || format!("`{marker}` is not `Điều 1.`"));
        gauge.holds(paragraph.is_verbatim, || format!("{marker} is not in its letters"));
        let body = paper.asked.body;
        if paragraph.kind == Kind::Article {
            // Bold are `Điều` and its number; what runs on behind them is r54's.
            let words = lines[0].words.iter().take(2).flat_map(|word| &word.glyphs);
            for glyph in words {
                let is_it = glyph.font.is_bold && !glyph.font.is_italic;
                gauge.holds(is_it, || format!("`{marker}` is not bold and upright"));
                gauge.near("size of điều", glyph.size, body, 0.05);
            }
        } else {
            gauge.set_in("điều", &lines, &Type::bold(body..=body));
        }
        if let Some(left) = paper.left_edge() {
            gauge.near("indent of điều", lines[0].x0() - left, paper.asked.indent, 0.3);
        }
    }
    gauge.verdict()
}

/// R92: what is put into force repeats Quốc hiệu and the names, has its type name, trích yếu and
/// `(Kèm theo …)`, and neither number nor date nor signature.
pub(crate) fn r92(paper: &Paper<'_>) -> Verdict {
    if paper.enacted.is_empty() {
        return Verdict::NotApplicable("nothing is put into force");
    }
    let mut gauge = Gauge::default();
    for (enacted, written) in paper.enacted.iter().zip(&paper.directive.enacts) {
        gauge.is("Quốc hiệu repeated", &enacted.nation.is_some(), &true);
        gauge.is("Tiêu ngữ repeated", &enacted.motto.is_some(), &true);
        if let Some(issuer) = &paper.directive.issuer {
            gauge.reads("issuer repeated", &enacted.issuer, &issuer.name.value.to_uppercase());
            gauge.set_in("issuer repeated", &enacted.issuer, &Type::bold(12.0..=13.0));
            let parent =
                issuer.parent.as_ref().map_or(String::new(), |parent| parent.value.to_uppercase());
            gauge.reads("superior repeated", &enacted.parent, &parent);
            gauge.set_in("superior repeated", &enacted.parent, &Type::plain(12.0..=13.0));
        }
        let title = &enacted.title;
        gauge.reads("its type name", &title.name, &written.kind.name.to_uppercase());
        gauge.reads("its trích yếu", &title.subject, &written.subject.value);
        gauge.reads("what it goes with", &enacted.reference, &facts::reference(paper.directive));
        for (lines, wanted) in [
            (&title.name, Type::bold(13.0..=14.0)),
            (&title.subject, Type::bold(13.0..=14.0)),
            (&enacted.reference, Type::italic(13.0..=14.0)),
        ] {
            gauge.set_in("head of what is put into force", lines, &wanted);
            for line in lines {
                let what = format!("middle of `{}`", line.text());
                gauge.near(&what, line.center(), text_middle(paper), CENTRED);
            }
        }
        let lines = paper.lines[enacted.pages.clone()].iter().flatten();
        let numbers = lines.filter(|line| line.text().starts_with("Số:")).count();
        gauge.is("numbers of its own", &numbers, &0);
    }
    gauge.verdict()
}

/// R123: who decides, căn cứ, `QUYẾT ĐỊNH:` or `QUYẾT NGHỊ:`; the first and the last IN HOA, bold,
/// centred.
pub(crate) fn r123(paper: &Paper<'_>) -> Verdict {
    let Some(preamble) = &paper.preamble else {
        return Verdict::NotApplicable("nothing is decided");
    };
    let mut gauge = Gauge::default();
    for lines in [&preamble.authority, &preamble.verb] {
        gauge.set_in("who decides, and that", lines, &Type::bold(13.0..=14.0));
        capitals(&mut gauge, "who decides, and that", lines);
        for line in lines {
            let what = format!("middle of `{}`", line.text());
            gauge.near(&what, line.center(), text_middle(paper), CENTRED);
        }
    }
    let verb = &preamble.verb[0];
    let place = |paragraph: &Paragraph| {
        let first = paragraph.lines.first()?;
        Some((first.page, first.line.y()))
    };
    // Of the paragraphs on the page of the verb, căn cứ stand above it, the text below.
    for paragraph in &paper.paragraphs {
        let Some((page, y)) = place(paragraph) else { continue };
        let is_on_page = paper.lines[page]
            .iter()
            .any(|line| line.text() == verb.text() && (line.y() - verb.y()).abs() < 0.1);
        if is_on_page {
            let is_basis = matches!(paragraph.kind, Kind::Basis(_));
            gauge.holds((y < verb.y()) == is_basis, || {
                format!("`{}` is not in its place", paragraph.lines[0].line.text())
            });
        }
    }
    gauge.verdict()
}
