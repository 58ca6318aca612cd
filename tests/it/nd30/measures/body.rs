//! Ô 6: paragraphs, items and headings.

use vanthu::model::Directive;
use vanthu::model::block::{Block, Inline, Rank};
use vanthu::model::reference::{Appendix, Reference};

use super::super::body::{Kind, Paragraph};
use super::super::facts;
use super::super::paper::Paper;
use super::super::runs::size;
use super::super::verdict::{Gauge, Type, Verdict};
use super::letterhead::capitals;
use crate::pdf::Line;

fn all<'a>(paper: &'a Paper<'_>) -> impl Iterator<Item = &'a Paragraph> {
    paper.bodies().flatten()
}

/// Running text and căn cứ.
pub(super) fn indented<'a>(paper: &'a Paper<'_>) -> impl Iterator<Item = &'a Paragraph> {
    all(paper).filter(|paragraph| paragraph.is_paragraph())
}

fn headings<'a>(paper: &'a Paper<'_>, rank: Rank) -> Vec<&'a Paragraph> {
    all(paper).filter(|paragraph| paragraph.kind == Kind::Heading(rank)).collect()
}

pub(super) fn lines(paragraph: &Paragraph) -> Vec<Line> {
    paragraph.lines.iter().map(|placed| placed.line.clone()).collect()
}

/// R51: a khoản with a title: `1.`, own line, bold, upright, in the size of the text.
pub(crate) fn r51(paper: &Paper<'_>) -> Verdict {
    let found = headings(paper, Rank::Clause);
    if found.is_empty() {
        return Verdict::NotApplicable("no khoản with a title");
    }
    titles_in_text(paper, &found, "khoản with a title", |marker| {
        marker.ends_with('.') && marker.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
    })
}

/// A title of khoản or điểm: bold, in its letters, indented like the text.
fn titles_in_text(
    paper: &Paper<'_>,
    found: &[&Paragraph],
    what: &str,
    is_marker: impl Fn(&str) -> bool,
) -> Verdict {
    let mut gauge = Gauge::default();
    for paragraph in found {
        gauge.set_in(what, &lines(paragraph), &Type::bold(13.0..=14.0));
        gauge
            .holds(paragraph.is_verbatim, || format!("{what} is not in the letters it is written"));
        if let Some(marker) = &paragraph.marker {
            gauge.holds(is_marker(marker), || format!("{what} is marked `{marker}`"));
        }
        begins_indented(paper, &mut gauge, what, paragraph);
    }
    gauge.verdict()
}

/// A heading begins where paragraphs do, and is neither centred nor flush left.
fn begins_indented(paper: &Paper<'_>, gauge: &mut Gauge, what: &str, paragraph: &Paragraph) {
    let (Some(left), Some(first)) = (paper.left_edge(), paragraph.lines.first()) else { return };
    let indent = first.line.x0() - left;
    gauge.near(&format!("indent of {what}"), indent, paper.asked.indent, 0.3);
}

/// R52: điểm: `a)` in the letters of the alphabet, upright, in the size of the text.
pub(crate) fn r52(paper: &Paper<'_>) -> Verdict {
    let is_point = |p: &&Paragraph| p.marker.as_ref().is_some_and(|m| m.ends_with(')'));
    let found: Vec<&Paragraph> = all(paper).filter(is_point).collect();
    if found.is_empty() {
        return Verdict::NotApplicable("no điểm");
    }
    let mut gauge = Gauge::default();
    let alphabet = "abcdđeghiklmnopqrstuvxy";
    for paragraph in found {
        let marker = paragraph.marker.clone().unwrap_or_default();
        let letter = marker.trim_end_matches(')');
        gauge.holds(letter.chars().count() == 1 && alphabet.contains(letter), || {
            format!("điểm is marked `{marker}`")
        });
        for placed in &paragraph.lines {
            let line = &placed.line;
            gauge.holds(
                line.glyphs().all(|glyph| !glyph.font.is_italic || paragraph.is_marked),
                || format!("`{}` leans", line.text()),
            );
            gauge.near("size of điểm", size(line), paper.asked.body, 0.05);
        }
    }
    gauge.verdict()
}

/// R53: mục: `I. TIÊU ĐỀ`: IN HOA, 13–14, upright, bold, indented like the text, not centred.
pub(crate) fn r53(paper: &Paper<'_>) -> Verdict {
    let found = headings(paper, Rank::Roman);
    if found.is_empty() {
        return Verdict::NotApplicable("no mục");
    }
    let mut gauge = Gauge::default();
    for paragraph in found {
        let lines = lines(paragraph);
        gauge.set_in("mục", &lines, &Type::bold(13.0..=14.0));
        capitals(&mut gauge, "mục", &lines);
        begins_indented(paper, &mut gauge, "mục", paragraph);
    }
    gauge.verdict()
}

/// R54: running text: in the letters it is written in, upright, 13–14, all in one size.
pub(crate) fn r54(paper: &Paper<'_>) -> Verdict {
    let mut gauge = Gauge::default();
    for paragraph in all(paper).filter(|paragraph| paragraph.is_text()) {
        gauge
            .holds(paragraph.is_verbatim, || "text is not in the letters it is written".to_owned());
        for placed in &paragraph.lines {
            let line = &placed.line;
            gauge.near("size of the text", size(line), paper.asked.body, 0.05);
            gauge.within("size of the text", size(line), 12.95..=14.05);
            if !paragraph.is_marked && paragraph.kind != Kind::Article {
                let is_plain = |font: &crate::pdf::Font| !font.is_bold && !font.is_italic;
                gauge.holds(line.glyphs().all(|glyph| is_plain(&glyph.font)), || {
                    format!("`{}` is bold or leans", line.text())
                });
            }
        }
    }
    gauge.verdict_or("no running text")
}

/// R59: `./.` ends the last line of the text, where the author wrote it.
pub(crate) fn r59(paper: &Paper<'_>) -> Verdict {
    let mut gauge = Gauge::default();
    for (paragraphs, written) in paper.bodies().zip(written_texts(paper.directive)) {
        let last = paragraphs.iter().rev().find_map(|paragraph| paragraph.lines.last());
        let (Some(last), true) = (last, is_ended(written)) else { continue };
        let text = last.line.text();
        gauge.holds(text.ends_with("./."), || format!("the text ends in `{text}`, not in `./.`"));
    }
    gauge.verdict_or("the author did not write it")
}

/// The texts of a directive, in the order in which they are printed.
fn written_texts(directive: &Directive) -> Vec<&[Block<Reference>]> {
    let mut texts: Vec<&[Block<Reference>]> = vec![&directive.body];
    texts.extend(directive.enacts.iter().map(|enacted| enacted.body.as_slice()));
    for appendix in directive.appendices() {
        if let Appendix::Text(text) = appendix {
            texts.push(&directive.appended[text].body);
        }
    }
    texts
}

/// Whether the author ends a text with the mark.
fn is_ended(body: &[Block<Reference>]) -> bool {
    let mut words = "";
    for block in body {
        block.walk(&mut |inline| {
            words = if let Inline::Text { text, .. } = inline { text } else { "" };
        });
    }
    words.trim_end().ends_with("./.")
}

/// R170: symbols and dates stay whole: no line ends in the middle of one.
pub(crate) fn r170(paper: &Paper<'_>) -> Verdict {
    let mut gauge = Gauge::default();
    for paragraph in indented(paper) {
        for line in paragraph.full_lines() {
            let text = line.text();
            let last = text.rsplit(' ').next().unwrap_or_default();
            let joins = last.chars().count() > 1 && last.ends_with(['-', '/']);
            let is_symbol = joins && last.chars().any(|sign| sign.is_ascii_digit() || sign == '/');
            gauge.holds(!is_symbol, || format!("`{text}` ends within a symbol"));
        }
    }
    // In the head of the document it is r29's.
    let whole = facts::number_and_symbol(paper.directive);
    let enacted = paper.enacted.iter().map(|enacted| &enacted.reference);
    for reference in enacted.chain(paper.appendices.iter().map(|appendix| &appendix.reference)) {
        let is_whole = reference.iter().any(|line| line.text().contains(&whole));
        gauge.holds(is_whole, || format!("no line of the reference has `{whole}`"));
    }
    gauge.verdict_or("no symbol")
}
