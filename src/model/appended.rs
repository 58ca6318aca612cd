//! Appendices of text: đề cương, hướng dẫn, biểu mẫu.

use super::block::Block;
use super::reference::Reference;
use super::signatory::Signatory;
use super::target::Orientation;
use super::text::Text;

/// An appendix that is a text (Mẫu 2.1).
#[derive(Debug, Clone)]
pub struct Appended {
    /// By which references name it.
    pub id: Option<Text>,
    /// Its title.
    pub title: Text,
    /// Its text.
    pub body: Vec<Block<Reference>>,
    /// How its paper lies.
    pub orientation: Orientation,
    /// Who signs below it, if anybody does: two in a row.
    pub signatories: Vec<Signatory>,
}
