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
}
