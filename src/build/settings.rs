//! How documents are made.

use std::ffi::OsString;
use std::path::PathBuf;
use std::time::Duration;

use crate::compile::{Engine, EngineName, ProcessEngine, Standard};
#[cfg(not(feature = "embedded"))]
use crate::diagnostic::Message;
use crate::error::Error;
use crate::fonts::Fonts;
use crate::render::typst::Templates;

/// What can be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Emit {
    /// The document.
    Pdf,
    /// The Typst text it is set from.
    Typ,
    /// The document for Word.
    Docx,
    /// Its tables for Excel.
    Xlsx,
    /// The document and those that go with it, for printing.
    Print,
}

impl Emit {
    /// All of them, in the order they are made.
    pub const ALL: [Self; 5] = [Self::Pdf, Self::Typ, Self::Docx, Self::Xlsx, Self::Print];

    /// Its name on the command line.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Print => "print",
            _ => self.extension(),
        }
    }

    /// The extension of its files.
    #[must_use]
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Typ => "typ",
            Self::Docx => "docx",
            Self::Xlsx => "xlsx",
            Self::Print => "print.pdf",
        }
    }

    /// Whether it comes of the Typst text.
    #[must_use]
    pub const fn is_typst(self) -> bool {
        match self {
            Self::Pdf | Self::Typ | Self::Print => true,
            Self::Docx | Self::Xlsx => false,
        }
    }
}

/// How documents are made: what the command line and `vanthu.yaml` come to.
#[derive(Debug)]
pub(crate) struct BuildSettings {
    /// Which Typst.
    pub(crate) engine: EngineName,
    /// The Typst program, for the engine that is one.
    pub(crate) program: OsString,
    /// The time for one document.
    pub(crate) limit: Duration,
    /// What the PDFs conform to.
    pub(crate) standard: Standard,
    /// The memory for one worker, in bytes.
    pub(crate) memory: u64,
    /// Documents at once.
    pub(crate) jobs: usize,
    /// What to write.
    pub(crate) emit: Vec<Emit>,
    /// Where to.
    pub(crate) out: PathBuf,
}

impl BuildSettings {
    /// The extensions of the files to write.
    pub(crate) fn extensions(&self) -> Vec<&'static str> {
        self.all(|_| true)
    }

    /// Those of the files that come of the Typst text.
    pub(crate) fn typst_extensions(&self) -> Vec<&'static str> {
        self.all(Emit::is_typst)
    }

    fn all(&self, which: impl Fn(Emit) -> bool) -> Vec<&'static str> {
        let wanted = Emit::ALL.into_iter().filter(|it| self.emit.contains(it) && which(*it));
        wanted.map(Emit::extension).collect()
    }

    /// Whether anything is set.
    fn makes_pdf(&self) -> bool {
        self.emit.iter().any(|emit| matches!(emit, Emit::Pdf | Emit::Print))
    }

    /// Engine and standard by name; nothing when none is needed.
    pub(crate) fn engine_name(&self) -> String {
        if !self.makes_pdf() {
            return String::new();
        }
        format!("{} {}", self.engine.name(), self.standard.name())
    }

    /// The engine; nothing when no PDF is made.
    pub(crate) fn engine(
        &self,
        templates: &Templates,
        fonts: &Fonts,
    ) -> Result<Option<Box<dyn Engine>>, Error> {
        if !self.makes_pdf() {
            return Ok(None);
        }
        let library = templates.library();
        let engine: Box<dyn Engine> = match self.engine {
            EngineName::TypstCli => {
                let engine = ProcessEngine::new(&self.program, library, fonts, self.limit)?;
                Box::new(engine.with_standard(self.standard))
            }
            #[cfg(feature = "embedded")]
            EngineName::Embedded => {
                let engine = crate::compile::EmbeddedEngine::new(library, fonts);
                let engine = if templates.has_own() { engine.from_nothing() } else { engine };
                Box::new(engine.with_standard(self.standard))
            }
            #[cfg(not(feature = "embedded"))]
            EngineName::Embedded => return Err(Error::Usage(Message::new("engine-absent"))),
        };
        Ok(Some(engine))
    }
}
