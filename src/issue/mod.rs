//! From a draft to an issued document, and what is kept of it: pure, nothing is read or written.

mod edit;
mod entries;
mod meaning;
pub mod record;

pub use edit::{Edit, Given, Uneditable, applied, edits, offset_before};
pub use meaning::meaning_of;
