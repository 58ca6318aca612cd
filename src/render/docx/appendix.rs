//! Parts on pages of their own: appendices, and documents that this one puts into force.

use super::layout::{Layout, RULE_ROOM, beside_both};
use super::letterhead::names_and_nation;
use super::measures::millimetres;
use super::opening::{plain, title_line};
use super::styles::Style;
use super::table;
use super::word::{Element, PageSize, Paragraph};
use super::{body, closing};
use crate::model::measure::Measure;
use crate::model::target::Paper;
use crate::printed::document::{Accompanies, Appendix, Enacted};
use crate::render::lines::{self, as_it_is};
use crate::render::table::Place;

/// The head of an appendix leaves so much of the width free.
const BESIDE_HEAD: i64 = millimetres(Measure::whole(20));

/// Below the head: 10 pt.
const BELOW_HEAD: i64 = 200;

/// A document that comes into force with a decision (R92).
pub(super) fn enacted(enacted: &Enacted, layout: &Layout<'_>) -> Vec<Element> {
    let mut name = layout.paragraph(Style::TypeName, &enacted.title.name, as_it_is);
    name.properties.outline = Some(1);
    let width = layout.measures.text_width;
    let mut elements = vec![names_and_nation(&enacted.names, layout).into(), name.into()];
    if let Some(subject) = &enacted.title.subject {
        let mut subject = title_line(Style::Abstract, subject, layout).0;
        subject.properties.keep_next = true;
        elements.push(subject.into());
    }
    elements.push(accompanies(&enacted.accompanies, width, layout).into());
    elements.extend(body::blocks(&enacted.blocks, 1, layout));
    elements
}

/// An appendix (R84–R89), and the paper it stands on.
pub(super) fn appendix(appendix: &Appendix, layout: &Layout<'_>) -> (Vec<Element>, PageSize) {
    let table = appendix.table();
    let layout = &match table {
        Some(_) => layout.clone(),
        None => layout.of_text(&appendix.blocks, appendix.orientation),
    };
    let of_text = (layout.sheet.is_upright, false);
    let (is_upright, is_a3) = table.map_or(of_text, |grid| table::paper(grid, layout));
    let (short, long) = if is_a3 { Paper::A3 } else { Paper::A4 }.sides();
    let (short, long) = (millimetres(short), millimetres(long));
    let page = if is_upright {
        PageSize { width: short, height: long }
    } else {
        PageSize { width: long, height: short }
    };
    let width = page.width - layout.measures.left - layout.measures.right;
    let label = layout.inlines(&appendix.label, as_it_is);
    let label = layout.place_of(appendix.which, label);
    let mut label = Paragraph::new(Style::AppendixLabel.id(), label);
    label.properties.outline = Some(1);
    let mut elements = vec![label.into()];
    if let Some(title) = &appendix.title {
        let of = layout.type_of(Style::AppendixTitle, true);
        let room = width - BESIDE_HEAD;
        let (mut paragraph, _) = layout.balanced(Style::AppendixTitle, title, of, room);
        let beside = paragraph.properties.indent.left.unwrap_or_default() + BESIDE_HEAD / 2;
        paragraph.properties.indent = beside_both(beside);
        elements.push(paragraph.into());
    }
    elements.push(accompanies(&appendix.accompanies, width, layout).into());
    elements.extend(match table {
        Some(grid) => table::grid(grid, Place::Appendix, layout),
        None => body::blocks(&appendix.blocks, 1, layout),
    });
    if let Some(signature) = &appendix.signature {
        closing::close(signature, layout, &mut elements);
    }
    (elements, page)
}

/// R87, R89: what it belongs to, and a short rule below.
fn accompanies(accompanies: &Accompanies, width: i64, layout: &Layout<'_>) -> Paragraph {
    let text = lines::accompanies(accompanies);
    let of = layout.italics(Style::Accompanies);
    // What is left open is as wide as a hand needs: programs measure such rooms otherwise.
    let is_open = text.contains("\u{a0}\u{a0}");
    let beside = if is_open { 0 } else { of.balanced(&text, width) };
    let widest = of.lines(&text, width - 2 * beside).widest.min(width);
    let mut content = plain(text);
    content.push(layout.short_rule(of.size, widest));
    let mut paragraph = Paragraph::new(Style::Accompanies.id(), content);
    if beside > 0 {
        paragraph.properties.indent = beside_both(beside);
    }
    paragraph.properties.spacing.after = Some(BELOW_HEAD.max(RULE_ROOM));
    paragraph
}
