//! What a decision puts into force.

use super::block::Block;
use super::kind::Kind;
use super::reference::Reference;
use super::text::Text;

/// A document issued together with the decision that it stands behind (ban hành kèm theo, R92).
#[derive(Debug, Clone)]
pub struct Enacted {
    /// Its kind; one with a title.
    pub kind: &'static Kind,
    /// Trích yếu.
    pub subject: Text,
    /// Its text.
    pub body: Vec<Block<Reference>>,
}
