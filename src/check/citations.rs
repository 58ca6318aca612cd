//! Documents that a directive cites, with where.

use super::prose::{Part, Prose};
use crate::model::citation::{self, Citation};
use crate::span::Span;

/// A citation and the words it stands in.
#[derive(Debug)]
pub(super) struct Cited<'a> {
    pub(super) prose: &'a Prose,
    pub(super) citation: Citation,
}

impl Cited<'_> {
    /// Kind, number and symbol as written.
    pub(super) fn words(&self) -> &str {
        &self.prose.text[self.citation.range.clone()]
    }

    /// Where they stand.
    pub(super) fn span(&self) -> Span {
        self.prose.span(self.citation.range.clone())
    }

    /// The words behind number and day, up to the next citation or the end of the clause.
    pub(super) fn rest(&self) -> &str {
        let rest = &self.prose.text[self.citation.rest..];
        &rest[..rest.find([';', '\n']).unwrap_or(rest.len())]
    }
}

/// Every citation outside of the tables.
pub(super) fn of(prose: &[Prose]) -> Vec<Cited<'_>> {
    let mut found = Vec::new();
    for prose in prose {
        let is_looked_at =
            matches!(prose.part, Part::Subject | Part::Basis | Part::Heading | Part::Paragraph);
        if is_looked_at && prose.text.contains(['/', '-']) {
            let citations = citation::find(&prose.text);
            found.extend(citations.into_iter().map(|citation| Cited { prose, citation }));
        }
    }
    found
}
