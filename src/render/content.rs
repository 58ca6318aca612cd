//! The body for templates: flat, every reference put into words.

mod closing;

use std::collections::BTreeSet;

use serde::Serialize;

use super::sheet::Sheet;
use super::table::{self, Place, TargetTable};
use super::view::appendix_label;
use super::{bases, numbers, spacing};
use crate::compute::{self, Table, Value};
use crate::model::Directive;
use crate::model::block::{self, Inline, Marker, Rank};
use crate::model::reference::{Figure, Format, Reference, To};
pub(super) use closing::hold_the_signature;

/// One paragraph, heading or table; exactly one of the booleans is true.
#[derive(Debug, Default, Serialize)]
pub(super) struct Block {
    /// Label and title centred on lines of their own.
    is_division: bool,
    is_heading: bool,
    /// An item whose marker is bold: `Điều 1.`
    is_article: bool,
    is_item: bool,
    is_paragraph: bool,
    /// A căn cứ, in italics.
    is_basis: bool,
    is_table: bool,
    /// Whether it holds room for the signature (`lib/closing.typ`).
    holds_signature: bool,
    /// Whether that is below a last paragraph of one line, for which it has room, too.
    holds_line: bool,
    /// Of a heading: how deep it stands in the bookmarks, from 1.
    depth: usize,
    marker: Option<String>,
    runs: Vec<Run>,
    table: Option<TargetTable>,
}

/// Words in one style, or a forced line break.
#[derive(Debug, Default, Clone, PartialEq, Eq, Serialize)]
pub(super) struct Run {
    text: String,
    strong: bool,
    emphasis: bool,
    is_break: bool,
}

/// Ids of the documents that were cited in full before: from then on their numbers do (R45).
#[derive(Debug, Default)]
pub(super) struct Cited(BTreeSet<String>);

impl Cited {
    /// The bases of `directive` have been printed.
    pub(super) fn with_bases(&mut self, directive: &Directive) {
        let documents = directive.legal_bases.iter().filter_map(|basis| basis.document.as_ref());
        self.0.extend(documents.map(|document| document.id.value.clone()));
    }
}

/// The text `body` of `directive`, in reading order.
pub(super) fn blocks(
    body: &[block::Block<Reference>],
    directive: &Directive,
    tables: &[Table],
    sheet: &Sheet<'_>,
    cited: &mut Cited,
) -> Vec<Block> {
    let words = Words { directive, tables, cited };
    let mut writer = Writer { words, sheet, blocks: Vec::new(), open: Vec::new() };
    body.iter().for_each(|block| writer.block(block, None));
    writer.blocks
}

/// The same below a title of its own: bookmarks stand one deeper.
pub(super) fn under_title(mut blocks: Vec<Block>) -> Vec<Block> {
    let headings = blocks.iter_mut().filter(|block| block.is_heading || block.is_division);
    headings.for_each(|heading| heading.depth += 1);
    blocks
}

struct Writer<'a> {
    words: Words<'a>,
    sheet: &'a Sheet<'a>,
    blocks: Vec<Block>,
    /// The headings that what comes next stands under.
    open: Vec<Rank>,
}

impl Writer<'_> {
    /// `marker` is that of the item the block begins.
    fn block(&mut self, block: &block::Block<Reference>, marker: Option<&str>) {
        match block {
            block::Block::Heading { rank, marker, content } => {
                self.heading(*rank, marker.as_ref(), content);
            }
            block::Block::Paragraph(content) => self.paragraph(content, marker),
            block::Block::Item { marker, blocks } => {
                let mut marker = Some(marker.text.as_str());
                for block in blocks {
                    self.block(block, marker.take());
                }
            }
        }
    }

    fn heading(&mut self, rank: Rank, marker: Option<&Marker>, content: &[Inline<Reference>]) {
        let mut runs = self.runs(content);
        if rank.is_in_capitals() {
            runs.iter_mut().for_each(|run| run.text = run.text.to_uppercase());
        }
        // Bookmarks skip no depth, whatever ranks a text leaves out.
        self.open.retain(|open| *open < rank);
        self.open.push(rank);
        let marker = marker.map(|marker| {
            let label = marker.text.as_str();
            if rank.is_centred() { label.trim_end_matches(['.', ':']) } else { label }.to_owned()
        });
        self.blocks.push(Block {
            is_division: rank.is_centred(),
            is_heading: !rank.is_centred(),
            depth: self.open.len(),
            marker,
            runs,
            ..Block::default()
        });
    }

    fn paragraph(&mut self, content: &[Inline<Reference>], marker: Option<&str>) {
        match content {
            [Inline::Reference(Reference { to: To::Table(target), .. })] => {
                let Words { directive, tables, .. } = self.words;
                let (target, table) = (&directive.targets[*target], &tables[*target]);
                let table = table::view(target, table, Place::Body, self.sheet);
                self.blocks.push(Block { is_table: true, table: Some(table), ..Block::default() });
            }
            [Inline::Reference(Reference { to: To::Bases, .. })] if marker.is_none() => {
                let directive = self.words.directive;
                self.words.cited.with_bases(directive);
                // One a line.
                for text in bases::lines(&directive.legal_bases) {
                    let runs = vec![Run { text, ..Run::default() }];
                    self.blocks.push(Block { is_basis: true, runs, ..Block::default() });
                }
            }
            _ => {
                let is_article = marker.is_some_and(|marker| marker.starts_with("Điều "));
                let runs = self.runs(content);
                self.blocks.push(Block {
                    is_article,
                    is_item: marker.is_some() && !is_article,
                    is_paragraph: marker.is_none(),
                    marker: marker.map(str::to_owned),
                    runs,
                    ..Block::default()
                });
            }
        }
    }

    fn runs(&mut self, content: &[Inline<Reference>]) -> Vec<Run> {
        let mut runs = Vec::new();
        self.write(content, &Run::default(), &mut runs);
        held(joined(runs))
    }

    fn write(&mut self, content: &[Inline<Reference>], style: &Run, runs: &mut Vec<Run>) {
        for inline in content {
            match inline {
                Inline::Text { text, .. } => runs.push(Run { text: text.clone(), ..style.clone() }),
                Inline::Strong(inner) => {
                    self.write(inner, &Run { strong: true, ..style.clone() }, runs);
                }
                Inline::Emphasis(inner) => {
                    self.write(inner, &Run { emphasis: true, ..style.clone() }, runs);
                }
                Inline::Break => runs.push(Run { is_break: true, ..Run::default() }),
                Inline::Reference(reference) => {
                    runs.push(Run { text: self.words.of(reference), ..style.clone() });
                }
            }
        }
    }
}

/// What references are printed as.
pub(super) struct Words<'a> {
    pub(super) directive: &'a Directive,
    pub(super) tables: &'a [Table],
    pub(super) cited: &'a mut Cited,
}

impl Words<'_> {
    pub(super) fn of(&mut self, reference: &Reference) -> String {
        match &reference.to {
            To::Bases => {
                self.cited.with_bases(self.directive);
                bases::prose(&self.directive.legal_bases)
            }
            To::Document(document) if self.cited.0.insert(document.id.value.clone()) => {
                document.full()
            }
            To::Document(document) => document.short(),
            To::Appendix(appendix) => {
                let appendices = self.directive.appendices();
                let place = appendices.iter().position(|known| known == appendix);
                // A table in the body is no appendix: it is pointed to by its place.
                place.map_or_else(
                    || "bảng trong văn bản này".to_owned(),
                    |place| appendix_label(place, appendices.len()),
                )
            }
            // Resolve has refused tables within a line.
            To::Table(_) => String::new(),
            To::Figure(it) => figure(*it, self.directive, self.tables),
        }
    }
}

/// What a reference to `figure` is printed as.
pub(super) fn figure(figure: Figure, directive: &Directive, tables: &[Table]) -> String {
    let kind = directive.targets[figure.target].columns[figure.column].kind;
    let value = &compute::cell(tables, figure).value;
    let Value::Amount(amount) = value else { return numbers::cell(value, kind) };
    match figure.format {
        Format::Column => numbers::cell(value, kind),
        Format::Number(decimals) => amount.vietnamese(decimals),
        Format::Percent(decimals) => format!("{}%", amount.vietnamese(decimals)),
        Format::Words => numbers::words(amount),
    }
}

/// The runs with the spaces held that no line is to end at, also between one style and another.
fn held(mut runs: Vec<Run>) -> Vec<Run> {
    // A forced break stands for a sign of its own, so that nothing is held across it.
    let whole: String =
        runs.iter().map(|run| if run.is_break { "\n" } else { run.text.as_str() }).collect();
    let held = spacing::running(&whole);
    let mut signs = held.chars();
    for run in &mut runs {
        let count = if run.is_break { 1 } else { run.text.chars().count() };
        let text: String = signs.by_ref().take(count).collect();
        if !run.is_break {
            run.text = text;
        }
    }
    runs
}

/// Neighbours in one style become one run: fewer pieces for Typst, better line breaks.
fn joined(runs: Vec<Run>) -> Vec<Run> {
    let mut joined: Vec<Run> = Vec::new();
    for run in runs {
        match joined.last_mut() {
            Some(last)
                if (last.strong, last.emphasis) == (run.strong, run.emphasis)
                    && !last.is_break
                    && !run.is_break =>
            {
                last.text.push_str(&run.text);
            }
            _ => joined.push(run),
        }
    }
    joined
}
