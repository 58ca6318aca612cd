//! The sentences of the text in which figures are printed.

use std::ops::Range;

use super::content::{Cited, Words};
use crate::compute::Table;
use crate::model::Directive;
use crate::model::block::{Block, Inline};
use crate::model::kind::Form;
use crate::model::reference::{Figure, Reference, To};
use crate::span::Span;

/// A sentence with a figure in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// As it is printed, without breaks.
    pub text: String,
    /// The bytes of the figure.
    pub figure: Range<usize>,
    /// The item it stands in, such as `1.`.
    pub marker: Option<String>,
    /// The `{{ … }}`.
    pub span: Span,
}

/// Every sentence of `directive` with a figure that is `wanted`, in reading order; one with two
/// of them comes twice.
#[must_use]
pub fn sentences(
    directive: &Directive,
    tables: &[Table],
    wanted: &dyn Fn(Figure) -> bool,
) -> Vec<Sentence> {
    let mut cited = opening(directive);
    let mut reader =
        Reader { words: Words { directive, tables, cited: &mut cited }, wanted, found: Vec::new() };
    directive.bodies().flatten().for_each(|block| reader.block(block, None));
    reader.found
}

/// The main text, and that of each document it puts into force, with what references print in
/// their place; a table stands as its number.
#[must_use]
pub fn bodies(directive: &Directive, tables: &[Table]) -> Vec<Vec<Block<String>>> {
    let mut cited = opening(directive);
    let mut words = Words { directive, tables, cited: &mut cited };
    let mut printed = |reference: &Reference| match reference.to {
        To::Table(target) => format!("\u{0}{target}"),
        _ => words.of(reference),
    };
    let mut body =
        |blocks: &[Block<Reference>]| blocks.iter().map(|block| block.map(&mut printed)).collect();
    directive.bodies().map(&mut body).collect()
}

/// What is cited before the text begins.
pub(super) fn opening(directive: &Directive) -> Cited {
    let mut cited = Cited::default();
    if matches!(directive.kind.form, Form::Enacting(_)) {
        cited.with_bases(directive);
    }
    cited
}

struct Reader<'a> {
    words: Words<'a>,
    wanted: &'a dyn Fn(Figure) -> bool,
    found: Vec<Sentence>,
}

/// A paragraph as it is read.
#[derive(Default)]
struct Paragraph {
    text: String,
    figures: Vec<(Range<usize>, Span)>,
}

impl Reader<'_> {
    fn block(&mut self, block: &Block<Reference>, marker: Option<&str>) {
        match block {
            Block::Heading { content, marker, .. } => {
                self.paragraph(content, marker.as_ref().map(|marker| marker.text.as_str()));
            }
            Block::Paragraph(content) => self.paragraph(content, marker),
            Block::Item { marker, blocks } => {
                blocks.iter().for_each(|block| self.block(block, Some(&marker.text)));
            }
        }
    }

    fn paragraph(&mut self, content: &[Inline<Reference>], marker: Option<&str>) {
        let mut paragraph = Paragraph::default();
        self.read(content, &mut paragraph);
        for (figure, span) in &paragraph.figures {
            let around = sentence(&paragraph.text, figure);
            let text = &paragraph.text[around.clone()];
            let skipped = around.start + text.len() - text.trim_start().len();
            self.found.push(Sentence {
                text: text.trim().to_owned(),
                figure: figure.start - skipped..figure.end - skipped,
                marker: marker.map(str::to_owned),
                span: *span,
            });
        }
    }

    fn read(&mut self, content: &[Inline<Reference>], paragraph: &mut Paragraph) {
        for inline in content {
            match inline {
                Inline::Text { text, .. } => paragraph.text.push_str(text),
                Inline::Strong(inner) | Inline::Emphasis(inner) => self.read(inner, paragraph),
                Inline::Break => paragraph.text.push(' '),
                Inline::Reference(reference) => {
                    let start = paragraph.text.len();
                    paragraph.text.push_str(&self.words.of(reference));
                    if let To::Figure(figure) = reference.to
                        && (self.wanted)(figure)
                    {
                        paragraph.figures.push((start..paragraph.text.len(), reference.span));
                    }
                }
            }
        }
    }
}

/// The sentence of `text` around `figure`.
fn sentence(text: &str, figure: &Range<usize>) -> Range<usize> {
    let ends =
        || text.match_indices(". ").filter(|(at, _)| is_end(text, *at)).map(|(at, _)| at + 1);
    let start = ends().take_while(|end| *end <= figure.start).last().unwrap_or(0);
    let end = ends().find(|end| *end >= figure.end).unwrap_or(text.len());
    start..end
}

/// Whether the full stop at `at` ends a sentence: behind a word that is no abbreviation, before a
/// capital.
fn is_end(text: &str, at: usize) -> bool {
    let mut before = text[..at].chars().rev();
    let is_word = match before.next() {
        Some(sign) if sign.is_lowercase() => before.next().is_some_and(char::is_alphabetic),
        Some(sign) => !sign.is_alphabetic(),
        None => false,
    };
    is_word && text[at + 2..].trim_start().starts_with(|sign: char| !sign.is_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_end_at_full_stops_but_not_at_abbreviations() {
        let text = "Theo đề nghị. Giao TP. Hải Dương 12.500 người (năm 2024). Hết./.";
        let at = |word: &str| {
            let start = text.find(word).expect("the word is there");
            text[sentence(text, &(start..start + word.len()))].trim()
        };
        assert_eq!(at("12.500"), "Giao TP. Hải Dương 12.500 người (năm 2024).");
        assert_eq!(at("Theo"), "Theo đề nghị.");
        assert_eq!(at("Hết"), "Hết./.");
    }
}
