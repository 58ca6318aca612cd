//! The body as a tree of blocks.
//!
//! `R` is what a `{{ … }}` is: its words right after loading, the thing it names once resolved.

use crate::source::Span;

/// A part of the body that starts on a new line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block<R> {
    /// A heading of level 1 (`I.`), 2 (`1.`) or 3 (`a)`).
    Heading {
        /// 1, 2 or 3.
        level: u8,
        /// `I.`, `1.` or `a)`, when the author wrote one.
        marker: Option<Marker>,
        /// The title.
        content: Vec<Inline<R>>,
    },
    /// A paragraph without a marker.
    Paragraph(Vec<Inline<R>>),
    /// Khoản, điểm or a dash, with what belongs to it.
    Item {
        /// `1.`, `a)`, `-`, …
        marker: Marker,
        /// Its paragraphs and the items under it.
        blocks: Vec<Block<R>>,
    },
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
    /// `{{ … }}`
    Reference(R),
}

impl<R> Block<R> {
    /// The same tree with every reference replaced by what `resolve` makes of it.
    pub fn map<S>(&self, resolve: &mut impl FnMut(&R) -> S) -> Block<S> {
        match self {
            Self::Heading { level, marker, content } => Block::Heading {
                level: *level,
                marker: marker.clone(),
                content: map_all(content, resolve),
            },
            Self::Paragraph(content) => Block::Paragraph(map_all(content, resolve)),
            Self::Item { marker, blocks } => Block::Item {
                marker: marker.clone(),
                blocks: blocks.iter().map(|block| block.map(resolve)).collect(),
            },
        }
    }

    /// Calls `visit` with every run of words and every reference, in reading order.
    pub fn walk<'a>(&'a self, visit: &mut impl FnMut(&'a Inline<R>)) {
        match self {
            Self::Heading { content, .. } | Self::Paragraph(content) => {
                content.iter().for_each(|inline| inline.walk(visit));
            }
            Self::Item { blocks, .. } => blocks.iter().for_each(|block| block.walk(visit)),
        }
    }
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
            Self::Reference(reference) => Inline::Reference(resolve(reference)),
        }
    }

    fn walk<'a>(&'a self, visit: &mut impl FnMut(&'a Inline<R>)) {
        match self {
            Self::Strong(inner) | Self::Emphasis(inner) => {
                inner.iter().for_each(|inline| inline.walk(visit));
            }
            Self::Text { .. } | Self::Break | Self::Reference(_) => visit(self),
        }
    }
}
