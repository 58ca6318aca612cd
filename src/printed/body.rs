//! A text: the blocks of the model, flat, with every reference in words.

use super::block::Block;
use super::references::Resolved;
use super::run::{Line, Run, Source, Style};
use super::{bases, grid};
use crate::compute::Tables;
use crate::model::Directive;
use crate::model::block::{self, Inline, Marker, Rank};
use crate::model::reference::Referent;

/// The text `body` of `directive`, in reading order.
pub(super) fn blocks(
    body: &[block::Block<Resolved>],
    directive: &Directive,
    tables: &Tables,
) -> Vec<Block> {
    let mut writer = Writer { directive, tables, blocks: Vec::new(), open: Vec::new() };
    body.iter().for_each(|block| writer.block(block, None, 0));
    writer.blocks
}

struct Writer<'a> {
    directive: &'a Directive,
    tables: &'a Tables,
    blocks: Vec<Block>,
    /// The headings that what comes next stands under.
    open: Vec<Rank>,
}

impl Writer<'_> {
    /// `marker` is that of the item the block begins, `level` how many items it stands in.
    fn block(&mut self, block: &block::Block<Resolved>, marker: Option<&Marker>, level: usize) {
        match block {
            block::Block::Heading { rank, marker, content } => {
                self.heading(*rank, marker.as_ref(), content);
            }
            block::Block::Paragraph(content) => {
                let block = self.paragraph(content, marker, level);
                self.blocks.push(block);
            }
            block::Block::Item { marker, blocks } => {
                let mut marker = Some(marker);
                for block in blocks {
                    self.block(block, marker.take(), level + 1);
                }
            }
            block::Block::Note { number, content } => {
                let line = line(content, Style::default());
                self.blocks.push(Block::Note { marker: number.to_string(), line });
            }
        }
    }

    fn heading(&mut self, rank: Rank, marker: Option<&Marker>, content: &[Inline<Resolved>]) {
        // Bookmarks skip no depth, whatever ranks a text leaves out.
        self.open.retain(|open| *open < rank);
        self.open.push(rank);
        let marker = marker.map(|marker| {
            let label = marker.text.as_str();
            if rank.is_centred() { label.trim_end_matches(['.', ':']) } else { label }.to_owned()
        });
        let style = Style { capitals: rank.is_in_capitals(), ..Style::default() };
        let line = line(content, style);
        self.blocks.push(Block::Heading { rank, depth: self.open.len(), marker, line });
    }

    fn paragraph(
        &self,
        content: &[Inline<Resolved>],
        marker: Option<&Marker>,
        level: usize,
    ) -> Block {
        if let Some(targets) = tables(content) {
            let grid = |target: &usize| grid::of_table(self.tables, *target);
            let mut grids: Vec<_> = targets.iter().map(grid).collect();
            return match grids.len() {
                1 => Block::Grid(grids.remove(0)),
                _ => Block::SideBySide(grids),
            };
        }
        if let [Inline::Reference(alone)] = content
            && alone.reference.to == Referent::Bases
            && marker.is_none()
        {
            return Block::Bases(bases::lines(&self.directive.legal_bases));
        }
        let line = line(content, Style::default());
        match marker.map(|marker| marker.text.clone()) {
            None => Block::Paragraph { level, line },
            Some(marker) if marker.starts_with("Điều ") => {
                Block::Article { level, marker, line }
            }
            Some(marker) => Block::Item { level, marker, line },
        }
    }
}

/// The tables of a paragraph that holds nothing else.
fn tables(content: &[Inline<Resolved>]) -> Option<Vec<usize>> {
    let mut tables = Vec::new();
    for inline in content {
        match inline {
            Inline::Reference(it) => match it.reference.to {
                Referent::Table(target) => tables.push(target),
                _ => return None,
            },
            Inline::Text { text, .. } if text.trim().is_empty() => {}
            _ => return None,
        }
    }
    (!tables.is_empty()).then_some(tables)
}

fn line(content: &[Inline<Resolved>], style: Style) -> Line {
    let mut line = Line::default();
    write(content, style, &mut line.runs);
    line
}

fn write(content: &[Inline<Resolved>], style: Style, runs: &mut Vec<Run>) {
    for inline in content {
        let (text, source) = match inline {
            Inline::Text { text, span } => (text.clone(), Source::Typed(*span)),
            Inline::Break => ("\n".to_owned(), Source::Break),
            Inline::Note { number, span } => (number.to_string(), Source::Note(*span)),
            Inline::Reference(it) => {
                (it.text.clone(), Source::Reference(Box::new(it.reference.clone())))
            }
            Inline::Strong(inner) => {
                write(inner, Style { strong: true, ..style }, runs);
                continue;
            }
            Inline::Emphasis(inner) => {
                write(inner, Style { emphasis: true, ..style }, runs);
                continue;
            }
        };
        runs.push(Run { style, ..Run::new(text, source) });
    }
}
