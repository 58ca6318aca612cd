//! The words of a directive, a paragraph or a value at a time, with the way back to the file.

use std::cell::OnceCell;
use std::ops::Range;

use crate::compute::Tables;
use crate::diagnostic::Edit;
use crate::model::Directive;
use crate::model::blank::blanks;
use crate::model::block::{Block, Inline};
use crate::model::names::WordStarts;
use crate::model::particulars::Particulars;
use crate::model::reference::{Format, Reference, Referent};
use crate::model::signatory::Signatory;
use crate::model::target::Target;
use crate::model::text::Text;
use crate::printed::of_table;
use crate::source::{Exact, Sources};
use crate::span::Span;

/// What stands in a [`Prose`] for a `{{ … }}`: no letter, no space, no digit.
pub(super) const REFERENCE: char = '\u{fffc}';

/// The bits of the digits `0` to `9`.
const DIGITS: u128 = 0x3ff << b'0';

/// Which part of the document words are of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// Trích yếu.
    Subject,
    /// Cơ quan chủ quản, cơ quan ban hành.
    Issuer,
    /// Kính gửi and Nơi nhận.
    Recipients,
    /// A line that a kind has beside its text: who is invited, when, where.
    Particular,
    /// A basis.
    Basis,
    /// The signature.
    Signature,
    /// Titles, headers and names of rows.
    Table,
    /// Words in cells of tables.
    Cell,
    /// A heading of the body.
    Heading,
    /// A paragraph of the body, of an item or not.
    Paragraph,
    /// A footnote.
    Note,
    /// Place, symbol, marks of the Lưu line.
    Other,
}

/// A run of words that belong together.
#[derive(Debug)]
pub(super) struct Prose {
    pub(super) part: Part,
    pub(super) text: String,
    /// The marker of the item it begins, such as `1.`.
    pub(super) marker: Option<String>,
    /// Which body it is of: 0 is the main one, the others are of what it puts into force.
    pub(super) body: usize,
    /// Whether a `{{ … }}` stands in it.
    pub(super) has_reference: bool,
    pieces: Vec<Piece>,
    /// The ASCII characters that stand in the text, one bit each: most rules need one of them,
    /// and pass over a text without it.
    ascii: u128,
    /// See [`Self::word_starts`].
    starts: OnceCell<WordStarts>,
}

/// A run of words that stands in the file in one place.
#[derive(Debug)]
struct Piece {
    /// Where it begins in the text.
    start: usize,
    length: usize,
    /// Its place in the file.
    span: Span,
    /// The same for each part of it, where the file has the same words: without escapes and folded
    /// lines.
    exact: Option<Exact>,
}

/// Words as they stand in the file; as they are read, where the file has escapes or folded lines.
pub(super) struct Written<'a> {
    pub(super) text: &'a str,
    place: Span,
    is_exact: bool,
}

impl Written<'_> {
    /// Where `range` of them stands.
    pub(super) fn span(&self, range: Range<usize>) -> Span {
        if !self.is_exact {
            return self.place;
        }
        let start = self.place.start;
        Span { start: start + range.start, end: start + range.end, ..self.place }
    }
}

impl Prose {
    fn field(part: Part, text: &Text, sources: &Sources) -> Self {
        let mut prose = Self::new(part);
        prose.push(&text.value, text.span, sources);
        prose
    }

    fn of_inlines(part: Part, inlines: &[Inline<Reference>], reading: &Reading<'_>) -> Self {
        let mut prose = Self::new(part);
        prose.push_all(inlines, reading);
        prose
    }

    fn new(part: Part) -> Self {
        Self {
            part,
            text: String::new(),
            marker: None,
            body: 0,
            has_reference: false,
            pieces: Vec::new(),
            ascii: 0,
            starts: OnceCell::new(),
        }
    }

    fn push_all(&mut self, inlines: &[Inline<Reference>], reading: &Reading<'_>) {
        let sources = reading.sources;
        for inline in inlines {
            match inline {
                Inline::Text { text, span } => self.push(text, *span, sources),
                Inline::Strong(inner) | Inline::Emphasis(inner) => self.push_all(inner, reading),
                Inline::Break => self.text.push('\n'),
                // The number is no part of the sentence.
                Inline::Note { .. } => {}
                Inline::Reference(reference) => {
                    self.has_reference = true;
                    let figure = reading.tables.and_then(|tables| whole_figure(reference, tables));
                    let text = figure.unwrap_or_else(|| REFERENCE.to_string());
                    self.push(&text, reference.span, sources);
                }
            }
        }
    }

    fn push(&mut self, text: &str, span: Span, sources: &Sources) {
        let exact = sources.exact(span, text);
        self.pieces.push(Piece {
            start: self.text.len(),
            length: text.len(),
            span: exact.as_ref().map_or(span, Exact::whole),
            exact,
        });
        self.text.push_str(text);
        for byte in text.bytes().filter(u8::is_ascii) {
            self.ascii |= 1 << byte;
        }
    }

    /// Whether the ASCII character `sign` stands in it.
    pub(super) fn has(&self, sign: u8) -> bool {
        self.ascii >> sign & 1 == 1
    }

    /// Where its words begin, for lists of names that are looked for in it.
    pub(super) fn word_starts(&self) -> &WordStarts {
        self.starts.get_or_init(|| WordStarts::of(&self.text))
    }

    /// Whether it has a digit.
    pub(super) fn has_digit(&self) -> bool {
        self.ascii & DIGITS != 0
    }

    /// Whether a part of `range` is a blank of a form: dots, a line, a box.
    pub(super) fn is_filled_in(&self, range: Range<usize>) -> bool {
        let meets =
            |(blank, _): (Range<usize>, _)| blank.start < range.end && range.start < blank.end;
        blanks(&self.text).into_iter().any(meets)
    }

    /// Where `range` of the text stands in the file; within one piece exactly.
    pub(super) fn span(&self, range: Range<usize>) -> Span {
        let place = |offset: usize| {
            let after = self.pieces.partition_point(|piece| piece.start <= offset);
            self.pieces.get(after.saturating_sub(1))
        };
        let (Some(first), Some(last)) = (place(range.start), place(range.end.saturating_sub(1)))
        else {
            unreachable!("a text without pieces is left out by `of`")
        };
        let place = |piece: &Piece, range: Range<usize>| {
            let within = |at: usize| at.saturating_sub(piece.start).min(piece.length);
            let range = within(range.start)..within(range.end);
            piece.exact.as_ref().map_or(piece.span, |exact| exact.part(range))
        };
        let (start, end) = (place(first, range.clone()).start, place(last, range).end);
        Span { start, end: end.max(start), ..first.span }
    }

    /// An edit that writes `right` in the place of `range`, to be applied by a person; `None` where
    /// the file has other signs there.
    pub(super) fn edit(&self, range: Range<usize>, right: &str) -> Option<Edit> {
        self.is_exact(&range).then(|| Edit::guess(self.span(range), right))
    }

    /// As [`edit`](Self::edit), for what can be meant in one way only: `--fix` writes it.
    pub(super) fn safe_edit(&self, range: Range<usize>, right: &str) -> Option<Edit> {
        self.is_exact(&range).then(|| Edit::safe(self.span(range), right))
    }

    /// Whether a range of the text stands in the file as it is read, in one piece.
    fn is_exact(&self, range: &Range<usize>) -> bool {
        let after = self.pieces.partition_point(|piece| piece.start <= range.start);
        let piece = after.checked_sub(1).and_then(|at| self.pieces.get(at));
        piece.is_some_and(|it| range.end <= it.start + it.length && it.exact.is_some())
    }

    /// The words as the file has them, a piece at a time: not normalized.
    pub(super) fn written<'a>(&'a self, sources: &'a Sources) -> impl Iterator<Item = Written<'a>> {
        self.pieces.iter().map(|piece| Written {
            text: match piece.exact {
                Some(_) => sources.slice(piece.span),
                None => &self.text[piece.start..piece.start + piece.length],
            },
            place: piece.span,
            is_exact: piece.exact.is_some(),
        })
    }

    /// Where `part`, which is cut from the text, begins in it.
    pub(super) fn offset_of(&self, part: &str) -> usize {
        (part.as_ptr() as usize).saturating_sub(self.text.as_ptr() as usize).min(self.text.len())
    }

    /// Whether the place `at` is between quotation marks.
    pub(super) fn is_quoted(&self, at: usize) -> bool {
        let before = &self.text[..at];
        let curly = before.matches('“').count() > before.matches('”').count();
        curly || before.matches('"').count() % 2 == 1
    }

    /// Whether it is words of the body.
    pub(super) fn is_body(&self) -> bool {
        matches!(self.part, Part::Heading | Part::Paragraph)
    }
}

/// How references are read.
struct Reading<'a> {
    sources: &'a Sources,
    /// Where they are given, a reference to a whole figure is read as what it prints.
    tables: Option<&'a Tables>,
}

/// What a reference prints where that is a whole figure, which no rounding has changed.
fn whole_figure(reference: &Reference, tables: &Tables) -> Option<String> {
    if let Referent::Figure(figure) = &reference.to {
        let amount = tables.cell(figure.cell).value.amount()?;
        if !amount.is_integer() || matches!(figure.format, Format::Words(_)) {
            return None;
        }
    }
    let text = of_table(&reference.to, tables)?;
    let is_digit = |sign: char| sign.is_ascii_digit() || sign == '.';
    (text.starts_with(is_digit) && text.chars().all(is_digit)).then_some(text)
}

/// The paragraphs of the bodies that have references, with whole figures read as what they print.
pub(super) fn with_figures(
    directive: &Directive,
    tables: &Tables,
    sources: &Sources,
) -> Vec<Prose> {
    let mut all = of_bodies(directive, &Reading { sources, tables: Some(tables) });
    all.retain(|prose| prose.has_reference);
    all
}

fn of_bodies(directive: &Directive, reading: &Reading<'_>) -> Vec<Prose> {
    let mut all = Vec::new();
    for (index, body) in directive.bodies().enumerate() {
        let first = all.len();
        of_blocks(body, reading, &mut all);
        all[first..].iter_mut().for_each(|prose| prose.body = index);
    }
    all
}

/// All words of `directive`, the fields first, then the body in reading order.
pub(super) fn of(directive: &Directive, sources: &Sources) -> Vec<Prose> {
    let mut all = Vec::new();
    let mut add = |part: Part, texts: Vec<&Text>| {
        all.extend(texts.into_iter().map(|text| Prose::field(part, text, sources)));
    };
    add(Part::Subject, vec![&directive.subject]);
    add(Part::Other, directive.symbol.iter().chain(&directive.place).collect());
    if let Some(issuer) = &directive.issuer {
        add(Part::Issuer, issuer.texts());
    }
    add(Part::Recipients, directive.recipients.to.iter().chain(&directive.recipients.cc).collect());
    if let Some(file) = &directive.recipients.file {
        add(Part::Other, file.unit.iter().chain(&file.drafter).collect());
    }
    let particulars = directive.particulars.iter();
    add(Part::Particular, particulars.flat_map(Particulars::texts).collect());
    add(Part::Basis, directive.legal_bases.iter().map(|basis| &basis.text).collect());
    add(Part::Table, directive.targets.iter().flat_map(Target::texts).collect());
    add(Part::Cell, directive.targets.iter().flat_map(Target::cell_texts).collect());
    add(Part::Signature, directive.signatories.iter().flat_map(Signatory::texts).collect());
    add(Part::Subject, directive.enacts.iter().map(|enacted| &enacted.subject).collect());
    for appended in &directive.appended {
        add(Part::Table, vec![&appended.title]);
        add(Part::Signature, appended.signatories.iter().flat_map(Signatory::texts).collect());
    }
    all.extend(of_bodies(directive, &Reading { sources, tables: None }));
    // A lone `\` at the end of a line has no words, and no place.
    all.retain(|prose| !prose.pieces.is_empty());
    all
}

fn of_blocks(blocks: &[Block<Reference>], reading: &Reading<'_>, all: &mut Vec<Prose>) {
    for block in blocks {
        match block {
            Block::Heading { content, .. } => {
                all.push(Prose::of_inlines(Part::Heading, content, reading));
            }
            Block::Paragraph(content) => {
                all.push(Prose::of_inlines(Part::Paragraph, content, reading));
            }
            Block::Note { content, .. } => {
                all.push(Prose::of_inlines(Part::Note, content, reading));
            }
            Block::Item { marker, blocks } => {
                let first = all.len();
                of_blocks(blocks, reading, all);
                if let Some(prose) = all.get_mut(first) {
                    prose.marker = Some(marker.text.clone());
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_in_their_piece_and_quotes_around_a_value_are_not_words() {
        let mut sources = Sources::default();
        let source = sources.add("a", "'hai ba' hai\n  bảy");
        let place = |value: &str, place: Range<usize>, words: Range<usize>| {
            let text = Text::new(value, Span::new(source, place));
            Prose::field(Part::Subject, &text, &sources).span(words).range()
        };
        assert_eq!(place("hai ba", 0..8, 4..6), 5..7);
        // Folded: two bytes shorter than the source, too, but not quoted.
        assert_eq!(place("hai bảy", 9..20, 4..9), 9..20);
    }

    #[test]
    fn words_between_quotation_marks_are_quoted() {
        let value = "Sách “Nam Sách” và \"Chí Linh\" nay".to_owned();
        let mut sources = Sources::default();
        let span = Span::new(sources.add("a", &value), 0..value.len());
        let prose = Prose::field(Part::Subject, &Text::new(value, span), &sources);
        let is_quoted = |word: &str| prose.is_quoted(prose.text.find(word).unwrap_or(0));
        assert!(is_quoted("Nam") && is_quoted("Chí"));
        assert!(!is_quoted("và") && !is_quoted("nay"));
    }
}
