//! Documents that a directive cites, with where.

use jiff::civil::{Date, date};

use super::prose::{Part, Prose};
use crate::model::citation::{self, Citation};
use crate::span::Span;

/// A citation and the words it stands in.
#[derive(Debug)]
pub(super) struct Cited<'a> {
    pub(super) prose: &'a Prose,
    pub(super) citation: Citation,
    /// Whether it is from before the rules on symbols.
    pub(super) is_old: bool,
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
        let is_looked_at = matches!(
            prose.part,
            Part::Subject | Part::Basis | Part::Heading | Part::Paragraph | Part::Note
        );
        if is_looked_at && prose.text.contains(['/', '-']) {
            let citations = citation::find(&prose.text);
            found.extend(citations.into_iter().map(|citation| Cited {
                prose,
                is_old: is_old(&citation),
                citation,
            }));
        }
    }
    // The day may stand at another citation of the same document.
    for index in 0..found.len() {
        if found[index].is_old {
            let symbol = found[index].citation.symbol.clone();
            let same = |other: &&mut Cited<'_>| other.citation.symbol == symbol;
            let undated = |other: &&mut Cited<'_>| other.citation.date.is_none();
            found.iter_mut().filter(same).filter(undated).for_each(|other| other.is_old = true);
        }
    }
    found
}

/// Documents that the cells of tables name, for the rules that look at a citation alone: a column
/// of documents has their days and issuers elsewhere.
pub(super) fn in_cells(prose: &[Prose]) -> Vec<Cited<'_>> {
    let cells = prose.iter().filter(|prose| prose.part == Part::Cell && prose.has(b'/'));
    cells
        .flat_map(|prose| {
            let all = citation::find(&prose.text).into_iter();
            all.map(move |citation| Cited { prose, is_old: is_old(&citation), citation })
        })
        .collect()
}

/// The day on which NĐ 110/2004/NĐ-CP, the first one on symbols of all documents, came into force.
const FIRST_RULES: Date = date(2004, 5, 2);

/// Whether a document is dated before [`FIRST_RULES`], or has an earlier year in its symbol.
fn is_old(citation: &Citation) -> bool {
    let date = citation.date.as_ref().and_then(|date| date.date);
    let year = citation.symbol.split('/').nth(1).and_then(|year| year.parse::<i16>().ok());
    date.is_some_and(|date| date < FIRST_RULES)
        || date.is_none() && year.is_some_and(|year| (1945..FIRST_RULES.year()).contains(&year))
}
