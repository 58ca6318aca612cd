//! What a PDF conforms to.

/// A standard, or an archival and an accessible one together, that Typst can hold a document to.
///
/// There are no more: of PDF/A-1, which knows no accessible headers, of PDF/A-4, which needs
/// PDF 2.0, and of two kinds of PDF/A, Typst makes none together with PDF/UA-1 or each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Standard {
    /// PDF/A-2b: looks the same for ever (R103).
    #[default]
    A2b,
    /// PDF/A-2a: besides, text and structure can be read by programs.
    A2a,
    /// PDF/UA-1: for readers who do not see the page.
    Ua1,
    /// PDF/A-2b and PDF/UA-1.
    A2bUa1,
    /// PDF/A-2a and PDF/UA-1.
    A2aUa1,
}

impl Standard {
    /// All of them, the usual one first.
    pub const ALL: [Self; 5] = [Self::A2b, Self::A2a, Self::Ua1, Self::A2bUa1, Self::A2aUa1];

    /// Its name in `vanthu.yaml`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::A2b => "a-2b",
            Self::A2a => "a-2a",
            Self::Ua1 => "ua-1",
            Self::A2bUa1 => "a-2b+ua-1",
            Self::A2aUa1 => "a-2a+ua-1",
        }
    }

    /// The one of this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|standard| standard.name() == name)
    }

    /// Typst's names of what it is made of.
    pub(super) fn parts(self) -> impl Iterator<Item = &'static str> {
        self.name().split('+')
    }
}
