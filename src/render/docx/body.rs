//! The text of a document.

use super::layout::Layout;
use super::styles::Style;
use super::table;
use super::word::{Element, Inline, Paragraph, Run, RunProperties};
use crate::printed::block::Block;
use crate::printed::run::Line;
use crate::render::spacing::running;
use crate::render::table::Place;

/// The text, in reading order; `deeper` is how much deeper its headings stand than they say.
pub(super) fn blocks(blocks: &[Block], deeper: usize, layout: &Layout<'_>) -> Vec<Element> {
    let mut elements = Vec::new();
    layout.begin_text(blocks);
    for block in blocks {
        match block {
            Block::Heading { rank, depth, marker, line } => {
                let style = if rank.is_centred() { Style::Division } else { Style::Heading };
                let content = match marker {
                    // Label and title stand on lines of their own (R48, R49).
                    Some(marker) if rank.is_centred() => {
                        let label = RunProperties::default();
                        vec![marked(marker, label), Inline::Break]
                    }
                    Some(marker) => vec![marked(&format!("{marker} "), RunProperties::default())],
                    None => Vec::new(),
                };
                let mut paragraph = paragraph(style, content, line, layout);
                paragraph.properties.outline = Some(depth + deeper);
                elements.push(paragraph.into());
            }
            Block::Paragraph { level: _, line } => {
                elements.push(paragraph(Style::Body, Vec::new(), line, layout).into());
            }
            Block::Item { level: _, marker, line } => {
                let marker = marked(&format!("{marker} "), RunProperties::default());
                elements.push(paragraph(Style::Body, vec![marker], line, layout).into());
            }
            Block::Article { level: _, marker, line } => {
                let bold = RunProperties { bold: Some(true), ..RunProperties::default() };
                let marker = marked(&format!("{marker} "), bold);
                elements.push(paragraph(Style::Body, vec![marker], line, layout).into());
            }
            Block::Lead { is_centred, line } => {
                let style = if *is_centred { Style::CentredLead } else { Style::Lead };
                elements.push(paragraph(style, Vec::new(), line, layout).into());
            }
            // It is a part of its own, which the text names.
            Block::Note { .. } => {}
            Block::Bases(lines) => {
                let basis = |line| layout.paragraph(Style::Basis, line, running).into();
                elements.extend(lines.iter().map(basis));
            }
            Block::Grid(grid) => elements.extend(table::grid(grid, Place::Body, layout)),
        }
    }
    elements
}

fn marked(text: &str, properties: RunProperties) -> Inline {
    Inline::Run(Run { properties, text: text.to_owned() })
}

fn paragraph(
    style: Style,
    mut content: Vec<Inline>,
    line: &Line,
    layout: &Layout<'_>,
) -> Paragraph {
    content.extend(layout.inlines(line, running));
    Paragraph::new(style.id(), content)
}
