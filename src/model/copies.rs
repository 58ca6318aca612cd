//! One document for each of several recipients: who they are, and what differs in each.

use std::num::NonZeroU32;

use super::block::{self, Block, Inline};
use super::formula::Condition;
use super::reference::{Format, Reference};
use super::text::Text;
use crate::span::Span;

/// The copies of a directive, one for each recipient.
#[derive(Debug, Clone)]
pub struct Copies {
    /// Where `rows` is written.
    pub span: Span,
    /// Who they are for.
    pub rows: Rows,
    /// Which rows get a copy; all of them where there is no test.
    pub tests: Vec<RowTest>,
    /// Where the tests are written.
    pub tests_span: Span,
    /// The names of the files.
    pub file: Vec<RowPart>,
    /// Kính gửi of each; nothing where it is the name of the row.
    pub to: Option<Vec<RowText>>,
    /// Who is invited by each, of a giấy mời; nothing where it is the name of the row.
    pub guests: Option<Vec<RowText>>,
    /// Nơi nhận of each, where it is not that of the directive.
    pub cc: Option<Vec<RowText>>,
    /// Trích yếu of each, where it is not that of the directive.
    pub subject: Option<RowText>,
    /// The number of copies on the Lưu line of each.
    pub count: Option<NonZeroU32>,
    /// Who signs each, as far as it is not who signs the directive.
    pub signatory: Option<RowSignatory>,
    /// What of the tables goes with each.
    pub appendix: Attached,
    /// Which number each bears.
    pub numbers: Numbers,
    /// Whether the general document is built, too.
    pub has_general: bool,
    /// The file with all of them.
    pub print: Print,
    /// The bodies of the directive in their order, with all that is said to rows.
    pub bodies: Vec<Vec<Block<RowReference>>>,
}

/// Who copies are for.
#[derive(Debug, Clone)]
pub enum Rows {
    /// The units of the table of this index.
    Table(usize),
    /// The entries of a list of the catalog.
    List(Vec<Text>),
}

/// A `{{ … }}` of a body that may speak of the row a copy is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RowReference {
    /// One that says the same in all documents.
    Same(Reference),
    /// `row`, `row.column`
    Row(RowValue, Span),
    /// `only: …`: what the block it begins is part of.
    Only(Audience, Span),
}

/// Something of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowValue {
    /// Its name.
    Name,
    /// Its name with a small letter first, for the middle of a sentence.
    SmallName,
    /// Its cell in the column of this index.
    Cell(usize, Format),
    /// The number of the copy, from 1: in names of files.
    Count,
}

/// Which documents a block is part of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Audience {
    /// The general document.
    General,
    /// All copies.
    Copies,
    /// The copies of the rows of which all of these hold.
    Rows(Vec<RowTest>),
}

/// What may be asked of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RowTest {
    /// A comparison of figures.
    Figures(Condition),
    /// A comparison of words.
    Words {
        /// What is compared.
        value: RowValue,
        /// Whether it is to be the same, or another.
        is_same: bool,
        /// With what.
        words: String,
    },
}

/// A text with places for what a row says.
#[derive(Debug, Clone)]
pub struct RowText {
    /// In reading order.
    pub parts: Vec<RowPart>,
    /// Where it is written.
    pub span: Span,
}

/// A part of such a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RowPart {
    /// Words.
    Words(String),
    /// What the row says; in the name of a file perhaps in letters without marks.
    Value(RowValue, bool),
}

/// Who signs a copy.
#[derive(Debug, Clone)]
pub struct RowSignatory {
    /// Lines above the title.
    pub authority: Vec<RowText>,
    /// The title signed under.
    pub title: Option<RowText>,
    /// Another office, above the name.
    pub office: Option<RowText>,
    /// The name.
    pub name: Option<RowText>,
}

/// What of the tables goes with a copy.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Attached {
    /// The own row.
    Row,
    /// The group of the own row.
    Group,
    /// Whole tables.
    Table,
    /// Nothing.
    None,
}

impl Attached {
    /// What the YAML says, and what it means.
    pub const KNOWN: [(&str, Self); 4] =
        [("row", Self::Row), ("group", Self::Group), ("table", Self::Table), ("none", Self::None)];
}

/// Which number each copy bears.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Numbers {
    /// That of the directive.
    Same,
    /// The numbers that follow that of the directive, one after the other.
    Each,
}

impl Numbers {
    /// What the YAML says, and what it means.
    pub const KNOWN: [(&str, Self); 2] = [("same", Self::Same), ("each", Self::Each)];
}

/// The file with all copies one after the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Print {
    /// Page after page.
    OneSided,
    /// Each begins on the front of a sheet.
    Duplex,
    /// There is none.
    None,
}

impl Print {
    /// What the YAML says, and what it means.
    pub const KNOWN: [(&str, Self); 3] =
        [("one-sided", Self::OneSided), ("duplex", Self::Duplex), ("none", Self::None)];
}

/// What becomes of a `{{ … }}` in one document.
pub enum Choice {
    /// It points to this.
    Keep(Reference),
    /// It goes, its block stays.
    Mark,
    /// Its block is no part of the document; with an item goes all below it.
    Drop,
}

/// The blocks of one document: `choose` says what becomes of each reference.
pub fn chosen(
    blocks: &[Block<RowReference>],
    choose: &mut impl FnMut(&RowReference) -> Choice,
) -> Vec<Block<Reference>> {
    block::with_notes_renumbered(all_chosen(blocks, choose))
}

fn all_chosen(
    blocks: &[Block<RowReference>],
    choose: &mut impl FnMut(&RowReference) -> Choice,
) -> Vec<Block<Reference>> {
    blocks.iter().filter_map(|block| chosen_block(block, choose)).collect()
}

fn chosen_block(
    block: &Block<RowReference>,
    choose: &mut impl FnMut(&RowReference) -> Choice,
) -> Option<Block<Reference>> {
    Some(match block {
        Block::Heading { rank, marker, content } => {
            let content = chosen_inlines(content, choose)?;
            Block::Heading { rank: *rank, marker: marker.clone(), content }
        }
        Block::Paragraph(content) => Block::Paragraph(chosen_inlines(content, choose)?),
        Block::Item { marker, blocks } => {
            let (first, rest) = blocks.split_first()?;
            let first = chosen_block(first, choose)?;
            let blocks = std::iter::once(first).chain(all_chosen(rest, choose)).collect();
            Block::Item { marker: marker.clone(), blocks }
        }
        Block::Note { number, content } => {
            Block::Note { number: *number, content: chosen_inlines(content, choose)? }
        }
    })
}

fn chosen_inlines(
    inlines: &[Inline<RowReference>],
    choose: &mut impl FnMut(&RowReference) -> Choice,
) -> Option<Vec<Inline<Reference>>> {
    let mut chosen = Vec::new();
    let mut is_behind_mark = false;
    for inline in inlines {
        let found = match inline {
            Inline::Text { text, span } if is_behind_mark => {
                let words = text.trim_start();
                let start = span.start + text.len() - words.len();
                Inline::Text {
                    text: words.to_owned(),
                    span: Span { start: start.min(span.end), ..*span },
                }
            }
            Inline::Text { text, span } => Inline::Text { text: text.clone(), span: *span },
            Inline::Strong(inner) => Inline::Strong(chosen_inlines(inner, choose)?),
            Inline::Emphasis(inner) => Inline::Emphasis(chosen_inlines(inner, choose)?),
            Inline::Break => Inline::Break,
            Inline::Note { number, span } => Inline::Note { number: *number, span: *span },
            Inline::Reference(reference) => match choose(reference) {
                Choice::Keep(reference) => Inline::Reference(reference),
                Choice::Mark => {
                    is_behind_mark = true;
                    continue;
                }
                Choice::Drop => return None,
            },
        };
        is_behind_mark = false;
        chosen.push(found);
    }
    Some(chosen)
}

/// The blocks of the general document: those that no row is named in, and that are not said to
/// some documents only.
#[must_use]
pub fn general(blocks: &[Block<RowReference>]) -> Vec<Block<Reference>> {
    chosen(blocks, &mut |reference| match reference {
        RowReference::Same(reference) => Choice::Keep(reference.clone()),
        RowReference::Only(Audience::General, _) => Choice::Mark,
        RowReference::Only(..) | RowReference::Row(..) => Choice::Drop,
    })
}
