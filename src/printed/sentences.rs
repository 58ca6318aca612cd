//! The sentences of the text in which figures are printed.

use std::ops::Range;

use super::block::Block;
use super::document::Document;
use super::run::{Line, Run, Source};
use crate::model::reference::{Figure, Referent};
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

/// Every sentence of `document` with a figure that is `wanted`, in reading order; one with two
/// of them comes twice.
#[must_use]
pub fn sentences(document: &Document, wanted: &dyn Fn(Figure) -> bool) -> Vec<Sentence> {
    let mut found = Vec::new();
    for blocks in document.texts() {
        // The markers of the items that a paragraph stands in.
        let mut items: Vec<&str> = Vec::new();
        for block in blocks {
            let Some(line) = block.line() else { continue };
            let marker = match block {
                Block::Item { level, marker, .. } | Block::Article { level, marker, .. } => {
                    items.truncate(level - 1);
                    items.push(marker);
                    Some(marker.as_str())
                }
                Block::Paragraph { level, .. } => {
                    items.truncate(*level);
                    items.last().copied()
                }
                _ => block.marker(),
            };
            in_line(line, marker, wanted, &mut found);
        }
    }
    found
}

fn in_line(
    line: &Line,
    marker: Option<&str>,
    wanted: &dyn Fn(Figure) -> bool,
    found: &mut Vec<Sentence>,
) {
    // The number of a footnote is no part of the sentence.
    let words = |run: &Run| if run.is_note() { String::new() } else { run.text.replace('\n', " ") };
    let text: String = line.runs.iter().map(words).collect();
    let mut end = 0;
    for run in &line.runs {
        let figure = end..end + words(run).len();
        end = figure.end;
        let Source::Reference(reference) = &run.source else { continue };
        if !matches!(reference.to, Referent::Figure(it) if wanted(it)) {
            continue;
        }
        let around = sentence(&text, &figure);
        let sentence = &text[around.clone()];
        let skipped = around.start + sentence.len() - sentence.trim_start().len();
        found.push(Sentence {
            text: sentence.trim().to_owned(),
            figure: figure.start - skipped..figure.end - skipped,
            marker: marker.map(str::to_owned),
            span: reference.span,
        });
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
