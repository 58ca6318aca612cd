//! What an office or an author wants of the files of a document: what the PDF conforms to and what
//! is inside it, and whether the pages tell which sources they are of.

use super::standard::Standard;
use crate::span::Span;

/// A kind of file that a PDF may have inside.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Attach {
    /// What the document is made from: all that building it once more takes.
    Source,
    /// Its tables for Excel.
    Xlsx,
    /// The document for Word.
    Docx,
}

impl Attach {
    /// What the YAML says, and what it means.
    pub const KNOWN: [(&str, Self); 3] =
        [("source", Self::Source), ("xlsx", Self::Xlsx), ("docx", Self::Docx)];
}

/// What is said of the files, with the places where it is said.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OutputChoice {
    /// What it conforms to.
    pub standard: Option<(Standard, Span)>,
    /// What is inside it, each once, in the order of [`Attach`].
    pub attach: Option<(Vec<Attach>, Span)>,
    /// Whether the fingerprint of the sources stands at the foot of each page.
    pub fingerprint: Option<bool>,
}

impl OutputChoice {
    /// A choice that says nothing.
    pub const NONE: Self = Self { standard: None, attach: None, fingerprint: None };

    /// This one, and where it says nothing, `other`.
    #[must_use]
    pub fn or(&self, other: &Self) -> Self {
        Self {
            standard: self.standard.or(other.standard),
            attach: self.attach.clone().or_else(|| other.attach.clone()),
            fingerprint: self.fingerprint.or(other.fingerprint),
        }
    }

    /// What is to be inside the PDF.
    #[must_use]
    pub fn attached(&self) -> &[Attach] {
        self.attach.as_ref().map_or(&[], |(attach, _)| attach)
    }

    /// Whether `what` is to be inside the PDF.
    #[must_use]
    pub fn attaches(&self, what: Attach) -> bool {
        self.attached().contains(&what)
    }

    /// What the PDF conforms to: one with files inside is PDF/A-3, unless said otherwise.
    #[must_use]
    pub fn standard(&self) -> Standard {
        let standard = self.standard.map(|(standard, _)| standard).unwrap_or_default();
        if self.attached().is_empty() { standard } else { standard.with_files() }
    }

    /// The standard that was chosen although no file may be inside its PDFs, when files are to be.
    #[must_use]
    pub fn conflict(&self) -> Option<Standard> {
        let (standard, _) = self.standard?;
        (!self.attached().is_empty() && !standard.takes_files()).then_some(standard)
    }
}
