//! What stands between the head and the text: title, addressees, who decides on what grounds.

use super::layout::{Layout, RULE_ROOM, beside_both};
use super::measures::millimetres;
use super::styles::Style;
use super::word::{Element, Indent, Inline, Justify, Paragraph, Run};
use crate::model::kind::{Form, Kind};
use crate::model::measure::Measure;
use crate::printed::document::{Addressees, Preamble, Title};
use crate::printed::run::Line;
use crate::render::lines::{self, as_it_is};
use crate::render::spacing::{NBSP, running};

/// A centred title leaves so much of the width free.
const BESIDE_TITLE: i64 = millimetres(Measure::whole(30));

/// Where a list of addressees begins (R75), unless it needs more room.
const LIST_START: i64 = millimetres(Measure::whole(35));

/// 12 pt.
const TWELVE: i64 = 240;

/// Tên loại and trích yếu with a rule of 1/3 to 1/2 of its line (R38–R40) or the Party's dashes (R157), which stands under the
/// name where there is no trích yếu (Mẫu 1.8, 1.10); the number of a contract.
pub(super) fn title(title: &Title, layout: &Layout<'_>) -> Vec<Element> {
    let Title { name, subject, end, number } = title;
    let mut lines = match subject {
        Some(subject) => {
            let name = (layout.paragraph(Style::TypeName, name, as_it_is), 0);
            vec![name, title_line(Style::Abstract, subject, layout)]
        }
        None => vec![title_line(Style::TypeName, name, layout)],
    };
    let of = layout.type_of(Style::Abstract, true);
    if let Some(end) = end {
        lines.push((layout.paragraph(Style::Abstract, end, as_it_is), 0));
    } else if let Some((last, widest)) = lines.last_mut() {
        last.content.push(layout.short_rule(of.size, *widest));
    }
    if let Some((last, _)) = lines.last_mut() {
        last.properties.spacing.after = Some(TWELVE);
    }
    let mut lines: Vec<Paragraph> = lines.into_iter().map(|line| line.0).collect();
    if let Some(number) = number {
        if let Some(last) = lines.last_mut() {
            last.properties.spacing.after = Some(TWELVE / 2);
        }
        let mut number = layout.paragraph(Style::Number, number, as_it_is);
        number.properties.spacing.after = Some(TWELVE);
        lines.push(number);
    }
    lines.into_iter().map(Element::from).collect()
}

/// A bold line in the middle, in lines of nearly equal length; and how wide the widest is.
pub(super) fn title_line(style: Style, line: &Line, layout: &Layout<'_>) -> (Paragraph, i64) {
    let room = layout.measures.text_width - BESIDE_TITLE;
    let (mut paragraph, widest) = layout.balanced(style, line, layout.type_of(style, true), room);
    let beside = paragraph.properties.indent.left.unwrap_or_default() + BESIDE_TITLE / 2;
    paragraph.properties.indent = beside_both(beside);
    (paragraph, widest)
}

/// R73–R75, or who wires whom (Mẫu 1.6).
pub(super) fn addressees(
    addressees: &Addressees,
    kind: &Kind,
    layout: &Layout<'_>,
) -> Vec<Element> {
    match (addressees.marker, kind.form) {
        (None, _) => one(addressees, layout).into_iter().collect(),
        (Some(marker), Form::Telegram) => telegram(addressees, marker, layout),
        (Some(marker), _) => several(addressees, marker, layout),
    }
}

/// One stands on the line of the colon; a long one hangs there (R74).
fn one(addressees: &Addressees, layout: &Layout<'_>) -> Option<Element> {
    let entry = addressees.entries.first()?;
    let lead = lines::lead(&addressees.lead);
    let of = layout.type_of(Style::Addressees, false);
    let room = layout.measures.text_width - 2 * layout.measures.indent;
    let hanging = of.width(&format!("{lead} "));
    let text = lines::text(entry, running);
    let mut content = plain(format!("{lead}{NBSP}"));
    content.extend(layout.inlines(entry, running));
    let mut paragraph = Paragraph::new(Style::Addressees.id(), content);
    if hanging + of.width(&text) <= room {
        paragraph.properties.justify = Some(Justify::Center);
    } else {
        let indent = layout.measures.indent;
        paragraph.properties.indent = Indent {
            left: Some(indent + hanging),
            right: Some(indent),
            first_line: Some(-hanging),
        };
    }
    paragraph.properties.spacing.after = Some(TWELVE / 2);
    Some(paragraph.into())
}

/// Several stand below, their dashes under the colon; wrapped lines hang (R74).
fn several(addressees: &Addressees, marker: &str, layout: &Layout<'_>) -> Vec<Element> {
    let of = layout.type_of(Style::Addressee, false);
    let lead = lines::lead(&addressees.lead);
    let colon = of.width(lead.trim_end_matches(':'));
    let widest = widest(addressees, marker, layout);
    // Further left where that saves a line from wrapping.
    let free = layout.measures.text_width - colon - widest - LIST_SLACK;
    let start = if free < layout.measures.indent { LIST_START } else { free.min(LIST_START) };
    let mut first = Paragraph::new(Style::Addressees.id(), plain(lead));
    first.properties.keep_next = true;
    first.properties.indent.left = Some(start);
    let mut elements = vec![first.into()];
    elements.extend(dashed(addressees, marker, (start + colon, 0), layout));
    elements
}

/// What Word may set wider than it was measured.
const LIST_SLACK: i64 = 40;

/// Who wires, in the middle; whom, below, as wide as it needs.
fn telegram(addressees: &Addressees, marker: &str, layout: &Layout<'_>) -> Vec<Element> {
    let text_width = layout.measures.text_width;
    let lead = lines::lead(&addressees.lead);
    let of = layout.type_of(Style::Addressees, false);
    let room = text_width - 2 * layout.measures.indent;
    let beside = layout.measures.indent + of.balanced(&lead, room);
    let mut first = Paragraph::new(Style::Addressees.id(), plain(lead));
    first.properties.keep_next = true;
    first.properties.justify = Some(Justify::Center);
    first.properties.indent = beside_both(beside);
    first.properties.spacing.before = Some(TWELVE);
    let widest = (widest(addressees, marker, layout) + LIST_SLACK).min(room);
    let beside = (text_width - widest) / 2;
    let mut elements = vec![first.into()];
    elements.extend(dashed(addressees, marker, (beside, beside), layout));
    elements
}

fn widest(addressees: &Addressees, marker: &str, layout: &Layout<'_>) -> i64 {
    let of = layout.type_of(Style::Addressee, false);
    let entries = addressees.entries.iter().map(|entry| lines::text(entry, running));
    entries.map(|entry| of.width(&format!("{marker} {entry}"))).max().unwrap_or(0)
}

fn dashed(
    addressees: &Addressees,
    marker: &str,
    (left, right): (i64, i64),
    layout: &Layout<'_>,
) -> Vec<Element> {
    let of = layout.type_of(Style::Addressee, false);
    let hanging = of.width(&format!("{marker} "));
    let last = addressees.entries.len().saturating_sub(1);
    let entry = |(index, entry): (usize, &Line)| {
        let mut content = plain(format!("{marker}{NBSP}"));
        content.extend(layout.inlines(entry, running));
        let mut paragraph = Paragraph::new(Style::Addressee.id(), content);
        paragraph.properties.indent =
            Indent { left: Some(left + hanging), right: Some(right), first_line: Some(-hanging) };
        if index == last {
            paragraph.properties.spacing.after = Some(TWELVE / 2);
        }
        paragraph.into()
    };
    addressees.entries.iter().enumerate().map(entry).collect()
}

/// Who decides, on what grounds, and the verb (R43, R123).
pub(super) fn preamble(preamble: &Preamble, layout: &Layout<'_>) -> Vec<Element> {
    let centred = |line: &Line| Element::from(title_line(Style::Authority, line, layout).0);
    let mut elements: Vec<Element> = preamble.authority.iter().map(centred).collect();
    let basis = |line: &Line| layout.paragraph(Style::Basis, line, running).into();
    elements.extend(preamble.bases.iter().map(basis));
    let mut verb = title_line(Style::Authority, &preamble.verb, layout).0;
    verb.properties.spacing.after = Some(RULE_ROOM);
    elements.push(verb.into());
    elements
}

/// Text in the style of its paragraph.
pub(super) fn plain(text: impl Into<String>) -> Vec<Inline> {
    vec![Inline::Run(Run { text: text.into(), ..Run::default() })]
}
