//! The body as a tree of blocks.
//!
//! `R` is what a `{{ … }}` is: its words right after loading, the thing it names once resolved.

use crate::span::Span;

/// A part of the body that starts on a new line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block<R> {
    /// The title of a part of the text.
    Heading {
        /// What it opens.
        rank: Rank,
        /// `Chương I.`, `I.`, `1.` or `a)`, when the author wrote one.
        marker: Option<Marker>,
        /// The title.
        content: Vec<Inline<R>>,
    },
    /// A paragraph without a marker.
    Paragraph(Vec<Inline<R>>),
    /// Điều without a title, khoản, điểm or a dash, with what belongs to it.
    Item {
        /// `Điều 1.`, `1.`, `a)`, `-`, …
        marker: Marker,
        /// Its paragraphs and the items under it.
        blocks: Vec<Block<R>>,
    },
    /// A footnote. They come last in a text, in the order of their numbers.
    Note {
        /// From 1.
        number: usize,
        /// What it says.
        content: Vec<Inline<R>>,
    },
}

/// What a heading opens, from the largest part to the smallest (R47).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rank {
    /// Phần
    Part,
    /// Chương
    Chapter,
    /// Mục, of a text in điều
    Section,
    /// Tiểu mục
    Subsection,
    /// Điều
    Article,
    /// Mục, of a text in khoản and điểm: `I.`
    Roman,
    /// Khoản: `1.`
    Clause,
    /// Điểm: `a)`
    Point,
}

impl Rank {
    /// How the label of a part begins that is named and not only numbered.
    pub const NAMED: [(&str, Self); 5] = [
        ("Phần", Self::Part),
        ("Chương", Self::Chapter),
        ("Mục", Self::Section),
        ("Tiểu mục", Self::Subsection),
        ("Điều", Self::Article),
    ];

    /// Whether label and title stand on lines of their own, centred (R48, R49).
    #[must_use]
    pub fn is_centred(self) -> bool {
        self <= Self::Subsection
    }

    /// Whether its title is in capitals (R48, R49, R53).
    #[must_use]
    pub fn is_in_capitals(self) -> bool {
        self.is_centred() || self == Self::Roman
    }
}

/// What an item or a heading begins with, as written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Marker {
    /// Such as `1.`.
    pub text: String,
    /// Where.
    pub span: Span,
}

/// A part of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Inline<R> {
    /// Words.
    Text {
        /// As printed.
        text: String,
        /// Where.
        span: Span,
    },
    /// `**…**`
    Strong(Vec<Inline<R>>),
    /// `*…*`
    Emphasis(Vec<Inline<R>>),
    /// A forced new line.
    Break,
    /// `[^…]`: the number of a footnote.
    Note {
        /// Which one, from 1.
        number: usize,
        /// Where.
        span: Span,
    },
    /// `{{ … }}`
    Reference(R),
}

impl<R> Block<R> {
    /// The same tree with every reference replaced by what `resolve` makes of it.
    pub fn map<S>(&self, resolve: &mut impl FnMut(&R) -> S) -> Block<S> {
        match self {
            Self::Heading { rank, marker, content } => Block::Heading {
                rank: *rank,
                marker: marker.clone(),
                content: map_all(content, resolve),
            },
            Self::Paragraph(content) => Block::Paragraph(map_all(content, resolve)),
            Self::Item { marker, blocks } => Block::Item {
                marker: marker.clone(),
                blocks: blocks.iter().map(|block| block.map(resolve)).collect(),
            },
            Self::Note { number, content } => {
                Block::Note { number: *number, content: map_all(content, resolve) }
            }
        }
    }

    /// Calls `visit` with every run of words and every reference, in reading order.
    pub fn walk<'a>(&'a self, visit: &mut impl FnMut(&'a Inline<R>)) {
        match self {
            Self::Heading { content, .. }
            | Self::Paragraph(content)
            | Self::Note { content, .. } => {
                content.iter().for_each(|inline| inline.walk(visit));
            }
            Self::Item { blocks, .. } => blocks.iter().for_each(|block| block.walk(visit)),
        }
    }
}

/// The blocks of a text of which some were left out: its footnotes are those that are still named and
/// written, counted anew.
#[must_use]
pub fn with_notes_renumbered<R>(mut blocks: Vec<Block<R>>) -> Vec<Block<R>> {
    let written: Vec<usize> = blocks
        .iter()
        .filter_map(
            |block| if let Block::Note { number, .. } = block { Some(*number) } else { None },
        )
        .collect();
    let mut kept = Vec::new();
    for block in &blocks {
        block.walk(&mut |inline| {
            if let Inline::Note { number, .. } = inline
                && written.contains(number)
            {
                kept.push(*number);
            }
        });
    }
    let renumbered = |number: usize| kept.iter().position(|kept| *kept == number);
    blocks.retain_mut(|block| match block {
        Block::Note { number, .. } => renumbered(*number).map(|at| *number = at + 1).is_some(),
        block => {
            block.renumber(&renumbered);
            true
        }
    });
    blocks
}

impl<R> Block<R> {
    fn renumber(&mut self, renumbered: &impl Fn(usize) -> Option<usize>) {
        match self {
            Self::Heading { content, .. }
            | Self::Paragraph(content)
            | Self::Note { content, .. } => renumber(content, renumbered),
            Self::Item { blocks, .. } => {
                blocks.iter_mut().for_each(|block| block.renumber(renumbered));
            }
        }
    }
}

fn renumber<R>(content: &mut Vec<Inline<R>>, renumbered: &impl Fn(usize) -> Option<usize>) {
    content.retain_mut(|inline| match inline {
        Inline::Note { number, .. } => renumbered(*number).map(|at| *number = at + 1).is_some(),
        Inline::Strong(inner) | Inline::Emphasis(inner) => {
            renumber(inner, renumbered);
            true
        }
        _ => true,
    });
}

fn map_all<R, S>(inlines: &[Inline<R>], resolve: &mut impl FnMut(&R) -> S) -> Vec<Inline<S>> {
    inlines.iter().map(|inline| inline.map(resolve)).collect()
}

impl<R> Inline<R> {
    fn map<S>(&self, resolve: &mut impl FnMut(&R) -> S) -> Inline<S> {
        match self {
            Self::Text { text, span } => Inline::Text { text: text.clone(), span: *span },
            Self::Strong(inner) => Inline::Strong(map_all(inner, resolve)),
            Self::Emphasis(inner) => Inline::Emphasis(map_all(inner, resolve)),
            Self::Break => Inline::Break,
            Self::Note { number, span } => Inline::Note { number: *number, span: *span },
            Self::Reference(reference) => Inline::Reference(resolve(reference)),
        }
    }

    fn walk<'a>(&'a self, visit: &mut impl FnMut(&'a Inline<R>)) {
        match self {
            Self::Strong(inner) | Self::Emphasis(inner) => {
                inner.iter().for_each(|inline| inline.walk(visit));
            }
            Self::Text { .. } | Self::Break | Self::Note { .. } | Self::Reference(_) => visit(self),
        }
    }
}
