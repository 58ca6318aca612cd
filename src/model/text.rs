//! One line of printable text.

use serde::{Deserialize, Serialize};

use crate::span::Span;

/// Words that can be printed: not empty, one line, no invisible character.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Text {
    /// The words.
    pub value: String,
    /// Where the author wrote them.
    pub span: Span,
    /// Where the author ends lines of a name or a title: the places of the spaces that stand there
    /// in `value`.
    pub breaks: Vec<usize>,
}

impl Text {
    /// Words on as many lines as they need.
    pub fn new(value: impl Into<String>, span: Span) -> Self {
        Self { value: value.into(), span, breaks: Vec::new() }
    }
}
