//! What is kept of issued documents: one entry for each.

use std::fmt;
use std::str::FromStr;

use crate::digest::Digest;

/// What is kept of one issued document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Number and symbol: `49/KH-UBND`.
    pub document: String,
    /// The day it was issued.
    pub date: String,
    /// What has become of it.
    pub state: State,
    /// What it says.
    pub meaning: Meaning,
    /// The bytes of the directive.
    pub source: Digest,
    /// The bytes of the PDF, where the program could set it.
    pub pdf: Option<Digest>,
    /// By what program.
    pub program: String,
    /// Why it was corrected or withdrawn, the last reason last.
    pub reasons: Vec<String>,
}

/// What has become of an issued document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// It holds as it was issued.
    Issued,
    /// It holds as it was corrected.
    Corrected,
    /// It does not hold any more.
    Withdrawn,
}

impl State {
    /// What the file says, and what it means.
    pub const KNOWN: [(&str, Self); 3] =
        [("issued", Self::Issued), ("corrected", Self::Corrected), ("withdrawn", Self::Withdrawn)];

    /// What the file says.
    #[must_use]
    pub fn name(self) -> &'static str {
        let known = Self::KNOWN.iter().find(|(_, state)| *state == self);
        known.map_or("", |(name, _)| name)
    }
}

/// The form of the lines that a digest is made of. Another form is another number, and the digests of both cannot
/// be compared.
pub(crate) const FORM: u32 = 1;

/// The digest of what a document says. Comments, order of keys, quotes and folding do not reach
/// it, nor do templates, measures, fonts, or `accept`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Meaning {
    pub(crate) form: u32,
    pub(crate) digest: Digest,
}

impl Meaning {
    /// Whether this program can tell if the other one is the same.
    #[must_use]
    pub fn is_comparable(self) -> bool {
        self.form == FORM
    }
}

impl fmt::Display for Meaning {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}-{}", self.form, self.digest)
    }
}

impl FromStr for Meaning {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let (form, digest) = text.split_once('-').ok_or(())?;
        let digest = digest.parse()?;
        Ok(Self { form: form.parse().map_err(|_| ())?, digest })
    }
}
