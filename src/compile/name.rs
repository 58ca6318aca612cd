//! Which Typst sets a document.

/// Which Typst.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EngineName {
    /// The one within the program.
    Embedded,
    /// A program of its own.
    TypstCli,
}

impl EngineName {
    /// What `vanthu.yaml` and the command line call it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Embedded => "embedded",
            Self::TypstCli => "typst-cli",
        }
    }
}
