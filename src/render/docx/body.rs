//! The text of a document.

use super::layout::Layout;
use super::styles::Style;
use super::word::{Element, Inline, Paragraph, Run, RunProperties};
use super::{by_hand, table};
use crate::printed::block::Block;
use crate::printed::run::Line;
use crate::render::by_hand::has_leader;
use crate::render::spacing::running;
use crate::render::table::Place;

/// The text, in reading order; `deeper` is how much deeper its headings stand than they say.
pub(super) fn blocks(blocks: &[Block], deeper: usize, layout: &Layout<'_>) -> Vec<Element> {
    let mut elements = Vec::new();
    layout.begin_text(blocks);
    for block in blocks {
        let mut add = |paragraphs: Vec<Paragraph>| {
            elements.extend(paragraphs.into_iter().map(Element::from));
        };
        match block {
            Block::Heading { rank, depth, marker, line } => {
                let mut paragraphs = if rank.is_centred() {
                    vec![division(marker.as_deref(), line, layout)]
                } else {
                    paragraphs(Style::Heading, marker.as_deref(), line, layout)
                };
                for paragraph in &mut paragraphs {
                    paragraph.properties.outline = Some(depth + deeper);
                }
                add(paragraphs);
            }
            Block::Paragraph { level: _, line } => {
                add(paragraphs(Style::Body, None, line, layout));
            }
            Block::Item { level: _, marker, line } | Block::Article { level: _, marker, line } => {
                add(paragraphs(Style::Body, Some(marker), line, layout));
            }
            Block::Lead { is_centred, line } => {
                let style = if *is_centred { Style::CentredLead } else { Style::Lead };
                add(paragraphs(style, None, line, layout));
            }
            // It is a part of its own, which the text names.
            Block::Note { .. } => {}
            Block::Bases(lines) => {
                let basis = |line| layout.paragraph(Style::Basis, line, running).into();
                elements.extend(lines.iter().map(basis));
            }
            Block::Grid(grid) => elements.extend(table::grid(grid, Place::Body, layout)),
            Block::SideBySide(grids) => elements.push(table::side_by_side(grids, layout)),
        }
    }
    elements
}

/// Label and title stand on lines of their own (R48, R49).
fn division(marker: Option<&str>, line: &Line, layout: &Layout<'_>) -> Paragraph {
    let mut paragraph = layout.paragraph(Style::Division, line, running);
    if let Some(marker) = marker {
        let label = Run { text: marker.to_owned(), ..Run::default() };
        paragraph.content.splice(0..0, [Inline::Run(label), Inline::Break]);
    }
    paragraph
}

/// A paragraph behind its marker; one for each line that has leaders. The label of a điều is bold
/// (R50).
fn paragraphs(
    style: Style,
    marker: Option<&str>,
    line: &Line,
    layout: &Layout<'_>,
) -> Vec<Paragraph> {
    let is_bold = marker.is_some_and(|marker| marker.starts_with("Điều ")) && style == Style::Body;
    let properties = RunProperties { bold: is_bold.then_some(true), ..RunProperties::default() };
    let marker = marker.map(|marker| Run { properties, text: format!("{marker} ") });
    if has_leader(&line.runs) && style != Style::CentredLead {
        return by_hand::paragraphs(style, marker, line, layout);
    }
    let mut content: Vec<Inline> = marker.into_iter().map(Inline::Run).collect();
    content.extend(layout.inlines(line, running));
    vec![Paragraph::new(style.id(), content)]
}
