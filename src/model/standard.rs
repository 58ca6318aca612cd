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
    /// PDF/A-3b: as PDF/A-2b, with files of any kind inside.
    A3b,
    /// PDF/A-3a: as PDF/A-2a, with files of any kind inside.
    A3a,
    /// PDF/UA-1: for readers who do not see the page.
    Ua1,
    /// PDF/A-2b and PDF/UA-1.
    A2bUa1,
    /// PDF/A-2a and PDF/UA-1.
    A2aUa1,
    /// PDF/A-3b and PDF/UA-1.
    A3bUa1,
    /// PDF/A-3a and PDF/UA-1.
    A3aUa1,
}

impl Standard {
    /// All of them, the usual one first.
    pub const ALL: [Self; 9] = [
        Self::A2b,
        Self::A2a,
        Self::A3b,
        Self::A3a,
        Self::Ua1,
        Self::A2bUa1,
        Self::A2aUa1,
        Self::A3bUa1,
        Self::A3aUa1,
    ];

    /// Its name in `vanthu.yaml`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::A2b => "a-2b",
            Self::A2a => "a-2a",
            Self::A3b => "a-3b",
            Self::A3a => "a-3a",
            Self::Ua1 => "ua-1",
            Self::A2bUa1 => "a-2b+ua-1",
            Self::A2aUa1 => "a-2a+ua-1",
            Self::A3bUa1 => "a-3b+ua-1",
            Self::A3aUa1 => "a-3a+ua-1",
        }
    }

    /// Typst's names of what it is made of.
    pub(crate) fn parts(self) -> impl Iterator<Item = &'static str> {
        self.name().split('+')
    }

    /// Whether a PDF of it may have files inside: PDF/A-3 alone allows it of the archival ones.
    #[must_use]
    pub fn takes_files(self) -> bool {
        self.name().starts_with("a-3")
    }

    /// The nearest one whose PDFs may have files inside.
    #[must_use]
    pub const fn with_files(self) -> Self {
        match self {
            Self::A2b | Self::A3b => Self::A3b,
            Self::A2a | Self::A3a => Self::A3a,
            Self::Ua1 | Self::A2bUa1 | Self::A3bUa1 => Self::A3bUa1,
            Self::A2aUa1 | Self::A3aUa1 => Self::A3aUa1,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_has_a_near_one_that_takes_files_and_keeps_what_it_promises() {
        for standard in Standard::ALL {
            let with_files = standard.with_files();
            assert!(with_files.takes_files(), "{standard:?}");
            assert_eq!(with_files.with_files(), with_files);
            let is_accessible = |it: Standard| it.parts().any(|part| part == "ua-1");
            assert_eq!(is_accessible(with_files), is_accessible(standard), "{standard:?}");
        }
    }
}
