//! What a certified copy (sao y, sao lục, trích sao) is a copy of, and what a document attaches.

use std::sync::Arc;

use jiff::civil::DateTime;

use super::directive::Directive;
use super::text::Text;

/// The document that is copied, and how.
#[derive(Debug, Clone)]
pub struct CopiedDocument {
    /// Its file, from the folder of the directive.
    pub file: Text,
    /// What the file holds.
    pub content: Content,
    /// The form it has.
    pub from: Medium,
    /// The form that the copy has.
    pub to: Medium,
    /// When an electronic copy is signed, where the program is to print the mark.
    pub signed_at: Option<SigningTime>,
    /// The parts that an extract repeats; all of the file where none are named.
    pub extract: Vec<Text>,
}

/// What is copied or attached.
#[derive(Debug, Clone)]
pub enum Content {
    /// Finished pages.
    Pdf(Arc<Vec<u8>>),
    /// A directive.
    Directive(Box<Directive>),
}

/// A document that goes with another one.
#[derive(Debug, Clone)]
pub struct Attachment {
    /// Its file, from the folder of the directive.
    pub file: Text,
    /// What the file holds.
    pub content: Content,
}

/// The form of a document (Điều 25).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Medium {
    /// On paper.
    Paper,
    /// A signed file.
    Electronic,
}

impl Medium {
    /// What the YAML says, and what it means.
    pub const KNOWN: [(&str, Self); 2] = [("paper", Self::Paper), ("electronic", Self::Electronic)];
}

/// What a certified copy is made from (Điều 3 khoản 10–12).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Original {
    /// Bản gốc.
    Original,
    /// Bản chính.
    Authentic,
    /// Bản sao y.
    Copy,
}

impl Original {
    /// What the YAML says, and what it means.
    pub const KNOWN: [(&str, Self); 3] =
        [("ban-goc", Self::Original), ("ban-chinh", Self::Authentic), ("ban-sao-y", Self::Copy)];
}

/// When an electronic copy is signed, by Vietnamese time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SigningTime(DateTime);

impl SigningTime {
    /// Reads `2026-04-02T17:08:02+07:00`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let local = text.strip_suffix("+07:00").filter(|local| local.len() == 19)?;
        if local.as_bytes().get(10) != Some(&b'T') {
            return None;
        }
        local.parse().ok().map(Self)
    }

    /// As the mark of an electronic copy says it: `02/04/2026; 17:08:02; +07:00`.
    #[must_use]
    pub fn printed(self) -> String {
        format!("{}; +07:00", self.0.strftime("%d/%m/%Y; %H:%M:%S"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_one_of_vietnam() {
        let printed = |text: &str| SigningTime::parse(text).map(SigningTime::printed);
        let wanted = Some("02/04/2026; 07:08:02; +07:00".to_owned());
        assert_eq!(printed("2026-04-02T07:08:02+07:00"), wanted);
        for wrong in [
            "2026-04-02T07:08:02",
            "2026-04-02T07:08:02Z",
            "2026-04-02 07:08:02+07:00",
            "2026-04-31T07:08:02+07:00",
            "2026-04-02T24:08:02+07:00",
            "2026-04-02T07:08+07:00",
        ] {
            assert_eq!(printed(wrong), None, "{wrong}");
        }
    }
}
