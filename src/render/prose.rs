//! The bodies as they are printed, a paragraph at a time, for those who compare or explain them.

use super::content::{Cited, Words};
use super::sentences::opening;
use crate::compute::Table;
use crate::model::Directive;
use crate::model::block::{Block, Inline, Marker};
use crate::model::reference::{Reference, To};

/// A paragraph or a heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paragraph {
    /// `Chương I.`, `1.`, `a)`, `-`.
    pub marker: Option<String>,
    /// How many headings it stands under; nothing when it is no heading.
    pub heading: Option<usize>,
    /// What it says.
    pub runs: Vec<Run>,
}

/// Words in one style that come from one place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// As printed, with ordinary spaces; of bases and whole tables as written.
    pub text: String,
    /// What they stand for, when the author wrote `{{ … }}`.
    pub reference: Option<To>,
    /// `**…**`
    pub strong: bool,
    /// `*…*`
    pub emphasis: bool,
}

impl Paragraph {
    /// Its words.
    #[must_use]
    pub fn text(&self) -> String {
        self.runs.iter().map(|run| run.text.as_str()).collect()
    }
}

/// The main text and that of each document it puts into force.
#[must_use]
pub fn bodies(directive: &Directive, tables: &[Table]) -> Vec<Vec<Paragraph>> {
    let cited = opening(directive);
    let mut reader = Reader { directive, tables, cited, paragraphs: Vec::new(), open: Vec::new() };
    let body = |blocks: &[Block<Reference>]| {
        reader.open.clear();
        blocks.iter().for_each(|block| reader.block(block, None));
        std::mem::take(&mut reader.paragraphs)
    };
    directive.bodies().map(body).collect()
}

struct Reader<'a> {
    directive: &'a Directive,
    tables: &'a [Table],
    cited: Cited,
    paragraphs: Vec<Paragraph>,
    open: Vec<crate::model::block::Rank>,
}

impl Reader<'_> {
    fn block(&mut self, block: &Block<Reference>, marker: Option<&Marker>) {
        match block {
            Block::Heading { rank, marker, content } => {
                self.open.retain(|open| open < rank);
                let heading = Some(self.open.len());
                self.open.push(*rank);
                self.paragraph(content, marker.as_ref(), heading);
            }
            Block::Paragraph(content) => self.paragraph(content, marker, None),
            Block::Item { marker, blocks } => {
                let mut marker = Some(marker);
                for block in blocks {
                    self.block(block, marker.take());
                }
            }
        }
    }

    fn paragraph(
        &mut self,
        content: &[Inline<Reference>],
        marker: Option<&Marker>,
        heading: Option<usize>,
    ) {
        let mut runs = Vec::new();
        self.runs(content, (false, false), &mut runs);
        let marker = marker.map(|marker| marker.text.clone());
        self.paragraphs.push(Paragraph { marker, heading, runs });
    }

    fn runs(&mut self, content: &[Inline<Reference>], style: (bool, bool), runs: &mut Vec<Run>) {
        let (strong, emphasis) = style;
        for inline in content {
            let (text, reference) = match inline {
                Inline::Text { text, .. } => (text.clone(), None),
                Inline::Break => (" ".to_owned(), None),
                Inline::Strong(inner) => {
                    self.runs(inner, (true, emphasis), runs);
                    continue;
                }
                Inline::Emphasis(inner) => {
                    self.runs(inner, (strong, true), runs);
                    continue;
                }
                Inline::Reference(reference) => (self.words(reference), Some(reference.to.clone())),
            };
            runs.push(Run { text, reference, strong, emphasis });
        }
    }

    fn words(&mut self, reference: &Reference) -> String {
        let (directive, tables) = (self.directive, self.tables);
        let printed = Words { directive, tables, cited: &mut self.cited }.of(reference);
        match &reference.to {
            To::Bases => "{{ bases }}".to_owned(),
            To::Table(target) => {
                format!("{{{{ table(\"{}\") }}}}", self.directive.targets[*target].id.value)
            }
            To::Document(_) | To::Appendix(_) | To::Figure(_) => printed,
        }
    }
}
