//! Texts of files that a person begins with: a new document (`vanthu new`) and a new project
//! (`vanthu init`). Pure: nothing is read or written here.

mod document;
mod project;

pub(crate) use document::{BLANK, CatalogEntry, ProjectFacts, document};
pub(crate) use project::{DOCUMENT, files};
