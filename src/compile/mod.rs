//! Typst text to PDF bytes.

pub(crate) mod annotation;
mod attached;
mod diagnose;
#[cfg(feature = "embedded")]
mod embedded;
pub(crate) mod ink;
pub(crate) mod inside;
pub(crate) mod join;
mod name;
#[cfg(feature = "embedded")]
pub mod paper;
mod pdf;
mod picture;
mod process;

use std::collections::BTreeMap;

pub use crate::model::standard::Standard;
pub use attached::{AttachedFile, Extras};
pub use diagnose::diagnose;
#[cfg(feature = "embedded")]
pub use embedded::{DrawnPage, EmbeddedEngine, join_the_pool};
pub use name::EngineName;
pub use pdf::pages as pages_of_pdf;
pub use picture::Picture;
pub use process::ProcessEngine;

use crate::error::Error;
use crate::verify::page::Page;

/// The Typst that documents are proved with; both engines are this one.
pub const TYPST_VERSION: &str = "0.15.1";

/// Sets Typst texts into PDFs of one [`Standard`].
///
/// An engine may read only the text, the library and the fonts it was made with: no other file,
/// no package, no clock.
pub trait Engine {
    /// Sets `main`. Typst's findings are returned, not printed.
    fn compile(&self, main: &str) -> Result<Compiled, Error> {
        self.compile_with(main, &Extras::default())
    }

    /// The same into a PDF that is more than the text.
    fn compile_with(&self, main: &str, extras: &Extras) -> Result<Compiled, Error>;
}

/// Files a text may import, by their path in the project: `lib/vanthu.typ`.
pub type Library = BTreeMap<String, Vec<u8>>;

/// What came of one text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Compiled {
    /// The document; `None` when there are errors.
    pub pdf: Option<Vec<u8>>,
    /// What stands on its pages, in order; none when there are errors.
    pub pages: Vec<Page>,
    /// What Typst has to say.
    pub findings: Vec<TypstFinding>,
}

/// The least that both engines can tell of a finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TypstFinding {
    /// Whether there is no document because of it.
    pub is_error: bool,
    /// Typst's sentence.
    pub message: String,
    /// File of the project; `main.typ` is the rendered text.
    pub file: Option<String>,
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
}
