//! Who copied a document (Mẫu 3.1), below its last part; the mark of an electronic copy (Mẫu 3.2).

use super::closing;
use super::layout::{Layout, RULE_ROOM};
use super::letterhead;
use super::measures::{millimetres, tenths_of_millimetres};
use super::styles::Style;
use super::word::{Element, Indent, Paragraph};
use crate::model::measure::Measure;
use crate::printed::document::{CertifiedCopy, CopyBlock, CopyNote};
use crate::printed::run::Line;
use crate::render::lines::as_it_is;

/// The left column of Mẫu 3.1 is 70,1 of 164 mm wide, in thousandths of the text.
const LEFT: i64 = 427;

/// Below the last line of the document: 5 mm.
const BEFORE_RULE: i64 = millimetres(Measure::whole(5));

/// Between the rule and the names, and between names and number.
const BELOW_RULE: i64 = 120;
const ROWS_APART: i64 = 240;

/// The width of the mark.
const MARK: i64 = tenths_of_millimetres(809);

/// The mark of an electronic copy, above the names.
pub(super) fn mark(copy: &CertifiedCopy, layout: &Layout<'_>) -> Option<Paragraph> {
    let CopyNote::Mark(line) = &copy.note else { return None };
    let mut paragraph = layout.paragraph(Style::CopyMark, line, as_it_is);
    let left = Some(layout.measures.text_width - MARK);
    paragraph.properties.indent = Indent { left, ..Indent::default() };
    Some(paragraph)
}

/// Adds who copied the document to `elements`.
pub(super) fn add(copy: &CertifiedCopy, layout: &Layout<'_>, elements: &mut Vec<Element>) {
    let CopyNote::Block(block) = &copy.note else { return };
    let CopyBlock { issuer, name, number, date, signature } = &**block;
    let width = layout.measures.text_width;
    // The rule hangs on a line of no height, to which the table below it is held.
    let mut rule = Paragraph::new(Style::Separator.id(), Vec::new());
    rule.content.push(layout.rule_above(0, width));
    rule.properties.spacing.before = Some(BEFORE_RULE);
    rule.properties.keep_next = true;
    elements.push(rule.into());
    let left = width * LEFT / 1_000;
    let one = |style, line: &Line| vec![layout.paragraph(style, line, as_it_is)];
    let names = [issuer_lines(issuer.as_ref(), left, layout), one(Style::CopyName, name)];
    let number = number.iter().flat_map(|line| one(Style::Number, line)).collect();
    let rows = [(names, BELOW_RULE), ([number, one(Style::CopyDate, date)], ROWS_APART)];
    let rows = rows.map(|(cells, before)| {
        let mut row = letterhead::row(cells, left, layout);
        for cell in &mut row.cells {
            if let Some(first) = cell.content.first_mut() {
                first.properties.spacing.before = Some(before);
            }
            cell.content.iter_mut().for_each(|it| it.properties.keep_next = true);
        }
        row
    });
    elements.push(letterhead::table(rows.into(), left, layout).into());
    if let Some(signature) = signature {
        // Word joins tables that follow each other.
        let mut between = Paragraph::new(Style::Separator.id(), Vec::new());
        between.properties.keep_next = true;
        elements.push(between.into());
        closing::close(signature, layout, elements);
    }
}

fn issuer_lines(issuer: Option<&Line>, left: i64, layout: &Layout<'_>) -> Vec<Paragraph> {
    let Some(issuer) = issuer else { return Vec::new() };
    let of = layout.type_of(Style::Issuer, true);
    let (mut paragraph, widest) = layout.balanced(Style::Issuer, issuer, of, left);
    paragraph.content.push(layout.short_rule(of.size, widest));
    paragraph.properties.spacing.after = Some(RULE_ROOM);
    vec![paragraph]
}
