//! What a change means: two states of the sources to what is different on paper.
//!
//! A [`Snapshot`] is one directive in one state, as far as it could be examined. Two of them give a
//! [`Document`]: first what the author changed, then what follows from it, each [`Change`] a
//! value with a weight. Words for people are made of it by [`report`]; nothing here reads a file
//! or knows of git.
//!
//! What is printed decides: figures are compared as their columns print them, texts word by word
//! with their figures put in. Whether anything is different on paper at all is not concluded from
//! the changes but from the printed documents ([`crate::printed`]) and from what they are set
//! with; a difference that no change explains is told as [`Change::Look`].
//!
//! | module | compares |
//! |---|---|
//! | `document` | one directive in two states |
//! | `fields`, `lists`, `body` | head and signature; bases and recipients; paragraphs |
//! | `table`, `rows`, `columns`, `properties`, `figures` | tables: who is who, then cell by cell |
//! | `words`, `sequence` | two texts; what moved |
//! | `stored_figures` | figures alone, as `watch` keeps them |
//! | `pairs` | directives that were renamed or split |
//! | `paper` | pages, once they are drawn |

mod body;
pub mod change;
mod columns;
mod document;
mod fields;
mod figures;
mod letters;
mod lists;
mod pairs;
pub mod paper;
mod properties;
pub mod report;
mod rows;
mod sequence;
pub mod stored_figures;
mod table;
mod table_state;
pub mod words;

use std::collections::BTreeMap;

use change::{Change, Weight};

use crate::compute;
use crate::diagnostic::{Message, Severity};
use crate::model::Directive;
use crate::printed;

/// One directive in one state.
#[derive(Debug, Clone)]
pub struct Snapshot {
    /// Its path in the project.
    pub path: String,
    /// The model; nothing where there are errors in the file.
    pub directive: Option<Directive>,
    /// The tables; nothing where they could not be computed.
    pub tables: Option<compute::Tables>,
    /// The printed document; nothing where there are errors.
    pub printed: Option<printed::Document>,
    /// The same as Typst text, for those who draw its pages.
    pub typst: Option<String>,
    /// What was found.
    pub findings: Vec<Finding>,
}

/// A finding, for comparison.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Its code.
    pub code: &'static str,
    /// Its weight.
    pub severity: Severity,
    /// What it says.
    pub message: Message,
    /// The line it is at, from 1.
    pub line: usize,
    /// Whether an `accept` covers it.
    pub is_accepted: bool,
}

/// What was changed that one directive is made of.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Reason {
    /// The file itself.
    pub own: bool,
    /// Files of rows, by their paths.
    pub data: Vec<String>,
    /// What all directives share, by path.
    pub shared: Vec<String>,
    /// Whether templates, typeface or page measures are others.
    pub is_house_other: bool,
    /// Whether equal texts may be set to something else now: library, fonts or standard are
    /// others.
    pub is_set_otherwise: bool,
}

/// What the change of one directive means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// Its path; the former one when it is gone.
    pub path: String,
    /// Tên loại, number and trích yếu, as far as they are known.
    pub title: String,
    /// What became of it.
    pub state: State,
    /// Why it is told.
    pub reason: Reason,
    /// Whether anything is different on paper; nothing when that cannot be known.
    pub on_paper: Option<bool>,
    /// What the author changed, the heaviest first.
    pub authored: Vec<Change>,
    /// What follows from it, the heaviest first.
    pub follows: Vec<Change>,
    /// Tables by their names, for readers.
    pub tables: Vec<TableName>,
    /// Pages before and after, as far as they were counted.
    pub pages: (Option<usize>, Option<usize>),
    /// What is found now and was not.
    pub new_findings: Vec<Finding>,
    /// What was found and is not now.
    pub gone_findings: Vec<Finding>,
    /// Whether each state is without errors in the file itself.
    pub is_readable: (bool, bool),
    /// Whether each state is without any error.
    pub is_printable: (bool, bool),
}

/// What became of a directive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum State {
    /// It is new.
    Added(Size),
    /// Part of another one has become this one.
    Split {
        /// The path of the other one.
        from: String,
        /// What it took over.
        taken: Size,
        /// All it has.
        size: Size,
    },
    /// It is gone.
    Removed(Size),
    /// It has another path, and perhaps other content.
    Renamed {
        /// The former path.
        from: String,
    },
    /// It is where it was.
    Kept,
}

/// How much there is of a document.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    /// Paragraphs and headings.
    pub paragraphs: usize,
    /// Tables.
    pub tables: usize,
}

/// A table by its name in references and what a reader calls it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableName {
    /// Its name in references.
    pub id: String,
    /// Its title, else its name.
    pub title: String,
}

/// What was found of one pair.
#[derive(Debug, Default)]
struct Found {
    authored: Vec<Change>,
    follows: Vec<Change>,
}

/// What the change of all directives means that were looked at, the heaviest first; `reasons` by
/// path, of the state after where there is one.
#[must_use]
pub fn compare(
    before: &BTreeMap<String, Snapshot>,
    after: &BTreeMap<String, Snapshot>,
    reasons: &BTreeMap<String, Reason>,
) -> Vec<Document> {
    let paired = pairs::pairs(before, after);
    let mut documents: Vec<Document> = paired
        .iter()
        .map(|pair| {
            let (old, new) = (pair.before(before), pair.after(after));
            let path = new.or(old).map_or("", |snapshot| snapshot.path.as_str());
            let reason = reasons.get(path).cloned().unwrap_or_default();
            document::compare(old, new, reason)
        })
        .collect();
    pairs::tell(&paired, before, after, &mut documents);
    documents.sort_by_key(|document| (document.weight(), document.path.clone()));
    documents
}

impl Document {
    /// How much its heaviest change weighs.
    #[must_use]
    pub fn weight(&self) -> Weight {
        match self.state {
            State::Added(_) | State::Removed(_) | State::Split { .. } => return Weight::Figures,
            State::Renamed { .. } | State::Kept => {}
        }
        if self.is_readable != (true, true) {
            return Weight::Figures;
        }
        let changes = self.authored.iter().chain(&self.follows);
        changes.map(Change::weight).min().unwrap_or(Weight::Aside)
    }

    /// Whether the present state is without errors, as far as it is there.
    #[must_use]
    pub fn is_good_now(&self) -> bool {
        !self.new_findings.iter().any(|finding| finding.severity == Severity::Error)
    }
}
