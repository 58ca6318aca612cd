//! The head of the first page: ô 1–5b, 10 and 11, in a table without lines (R106).

use super::layout::{Layout, RULE_ROOM, beside_both};
use super::measures::{millimetres, tenths_of_millimetres};
use super::styles::{PLAIN, RED, Style};
use super::word::{
    Border, Cell, Element, Inline, Merge, Paragraph, Row, RunProperties, Table, TableBorders,
};
use crate::model::measure::Measure;
use crate::printed::document::{Letterhead, Marks, Names};
use crate::printed::run::Line;
use crate::render::lines::{self, as_it_is};
use crate::render::names::name;
use crate::render::stamps;

/// The left column of the official samples (R122).
const WIDEST_LEFT: i64 = millimetres(Measure::thousandths(67_500));

/// The two columns are at least so far apart.
const BETWEEN: i64 = millimetres(Measure::whole(4));

/// Between number and V/v, and names: 6 pt.
const ROWS_APART: i64 = 120;

/// The mark of a draft is so wide, in tenths of a millimetre.
const DRAFT: u16 = 300;

/// Names and nation in the first row; number, V/v and stamps beside the date in the second.
pub(super) fn letterhead(letterhead: &Letterhead, marks: &Marks, layout: &Layout<'_>) -> Table {
    let Letterhead { names, number, date, subject } = letterhead;
    let date_text = lines::optional(date.as_ref(), as_it_is).unwrap_or_default();
    let left = left_column(names, layout.italics(Style::Date).width(&date_text), layout);
    let number = number.iter().map(|line| layout.paragraph(Style::Number, line, as_it_is));
    let mut below: Vec<Paragraph> = number.collect();
    if let Some(subject) = subject {
        let of = layout.type_of(Style::Subject, false);
        below.push(layout.balanced(Style::Subject, subject, of, left).0);
    }
    below.extend(stamps(marks, left, layout));
    let date = date.iter().map(|line| layout.paragraph(Style::Date, line, as_it_is));
    let date: Vec<Paragraph> = date.collect();
    let mut rows = vec![names_row(names, left, layout)];
    if !below.is_empty() || !date.is_empty() {
        let mut second = row([below, date], left, layout);
        // The rows are 6 pt apart.
        let first = second.cells.iter_mut().filter_map(|cell| cell.content.first_mut());
        first.for_each(|paragraph| paragraph.properties.spacing.before = Some(ROWS_APART));
        rows.push(second);
    }
    table(rows, left, layout)
}

/// Quốc hiệu and Tiêu ngữ alone, in the middle: the parties stand in the text.
pub(super) fn nation(names: &Names, marks: &Marks, layout: &Layout<'_>) -> Vec<Element> {
    let width = layout.measures.text_width;
    let lines = nation_and_motto(names, layout).into_iter();
    lines.chain(stamps(marks, width, layout)).map(Element::from).collect()
}

/// Ô 10, from top to bottom.
fn stamps(marks: &Marks, column: i64, layout: &Layout<'_>) -> Vec<Paragraph> {
    let draft = marks.draft.iter().map(|line| stamp(line, DRAFT, None, column, layout));
    let urgency = marks.urgency.iter().map(|(urgency, line)| {
        stamp(line, stamps::urgency_width(*urgency), Some(RED), column, layout)
    });
    draft.chain(urgency).collect()
}

/// Names and nation alone, at the head of what comes into force (R92).
pub(super) fn names_and_nation(names: &Names, layout: &Layout<'_>) -> Table {
    let left = left_column(names, 0, layout);
    table(vec![names_row(names, left, layout)], left, layout)
}

/// Chỉ dẫn về phạm vi lưu hành (R95), above Quốc hiệu in the upper margin.
pub(super) fn circulation(marks: &Marks, names: &Names, layout: &Layout<'_>) -> Option<Paragraph> {
    let (circulation, line) = marks.circulation.as_ref()?;
    let left = left_column(names, 0, layout);
    let right = layout.measures.text_width - left;
    let width = stamps::circulation_width(*circulation);
    let mut paragraph = stamp(line, width, None, right, layout);
    let before = paragraph.properties.indent.left.unwrap_or_default();
    paragraph.properties.indent.left = Some(left + before);
    paragraph.properties.spacing.before = Some(0);
    Some(paragraph)
}

pub(super) fn table(rows: Vec<Row>, left: i64, layout: &Layout<'_>) -> Table {
    Table {
        style: PLAIN,
        widths: vec![left, layout.measures.text_width - left],
        is_centred: false,
        borders: TableBorders::None,
        inset: (0, 0),
        rows,
    }
}

pub(super) fn row(cells: [Vec<Paragraph>; 2], left: i64, layout: &Layout<'_>) -> Row {
    let widths = [left, layout.measures.text_width - left];
    let cell =
        |(content, width)| Cell { width, span: 1, merge: Merge::Alone, is_middle: false, content };
    let cells = cells.into_iter().zip(widths).map(cell).collect();
    Row { cells, is_header: false, can_split: false }
}

/// Ô 2, with a rule of 1/3 to 1/2 of the issuer's line (R23) or the Party's mark, and ô 1.
fn names_row(names: &Names, left: i64, layout: &Layout<'_>) -> Row {
    let mut issuer = Vec::new();
    if let Some(parent) = &names.parent {
        let of = layout.type_of(Style::Parent, false);
        issuer.push(layout.balanced(Style::Parent, parent, of, left).0);
    }
    if let Some(line) = &names.issuer {
        let of = layout.type_of(Style::Issuer, true);
        let (mut paragraph, widest) = layout.balanced(Style::Issuer, line, of, left);
        if names.mark.is_none() {
            paragraph.content.push(layout.short_rule(of.size, widest));
            paragraph.properties.spacing.after = Some(RULE_ROOM);
        }
        issuer.push(paragraph);
    }
    issuer.extend(names.mark.iter().map(|it| layout.paragraph(Style::Parent, it, as_it_is)));
    row([issuer, nation_and_motto(names, layout)], left, layout)
}

/// Ô 1, with a rule as wide as its last line (R18, R157).
fn nation_and_motto(names: &Names, layout: &Layout<'_>) -> Vec<Paragraph> {
    let motto = names.motto.as_ref().map(|motto| (Style::Motto, motto));
    let lines = std::iter::once((Style::Nation, &names.nation)).chain(motto);
    let mut lines: Vec<(Style, &Line)> = lines.collect();
    let last = lines.pop().map(|(style, line)| {
        let of = layout.type_of(style, true);
        let mut paragraph = layout.paragraph(style, line, as_it_is);
        paragraph.content.push(layout.rule(of.size, of.width(&line.printed())));
        paragraph.properties.spacing.after = Some(RULE_ROOM);
        paragraph
    });
    let above = lines.into_iter().map(|(style, line)| layout.paragraph(style, line, as_it_is));
    above.chain(last).collect()
}

/// That of the profile, or up to that of the official samples if that saves the names a line.
fn left_column(names: &Names, date_width: i64, layout: &Layout<'_>) -> i64 {
    let count = |width: i64| {
        let of = |style, is_bold, line: &Option<Line>| {
            let text = line.as_ref().map(|line| lines::text(line, name));
            let of = layout.type_of(style, is_bold);
            text.map_or(0, |text| of.lines(&text, width).count)
        };
        of(Style::Parent, false, &names.parent) + of(Style::Issuer, true, &names.issuer)
    };
    let nation = layout.type_of(Style::Nation, true).width(&names.nation.printed());
    let narrow = layout.measures.header_left;
    let wide = WIDEST_LEFT.min(layout.measures.text_width - nation.max(date_width) - BETWEEN);
    if wide > narrow && count(wide) < count(narrow) { wide } else { narrow }
}

/// Words in a frame, `width` tenths of a millimetre wide, in the middle of a column.
fn stamp(
    line: &Line,
    width: u16,
    color: Option<&'static str>,
    column: i64,
    layout: &Layout<'_>,
) -> Paragraph {
    let mut paragraph = layout.paragraph(Style::Stamp, line, as_it_is);
    let width = tenths_of_millimetres(i64::from(width));
    paragraph.properties.indent = beside_both(((column - width) / 2).max(0));
    if let Some(color) = color {
        paragraph.properties.border = Some(Border { thickness: 6, color });
        for inline in &mut paragraph.content {
            if let Inline::Run(run) = inline {
                run.properties =
                    RunProperties { color: Some(color), ..std::mem::take(&mut run.properties) };
            }
        }
    }
    paragraph
}
