//! What a change means, in words: for a terminal, a merge request, a browser, a program.
//!
//! `say` puts one change into a sentence of [`Bits`], which each form marks up in its own way.

mod bits;
mod html;
mod human;
mod json;
mod labels;
mod markdown;
mod say;
mod say_tables;

use crate::characters::capital;
use crate::messages::Catalog;

pub use bits::{Bit, Bits, Style};
pub use html::{PagePicture, PagePictures, html};
pub use human::{documents, human};
pub use json::{Json, json};
pub use markdown::markdown;

use super::change::{Change, Figure, Weight};
use super::{Document, Finding, Size, State, TableName};
use crate::diagnostic::{Message, Severity};

/// All that is told of two states.
#[derive(Debug, Clone)]
pub struct Report {
    /// The former state.
    pub before: Named,
    /// The present one.
    pub after: Named,
    /// What all directives share and was changed, by path.
    pub shared: Vec<String>,
    /// The heaviest first.
    pub documents: Vec<Document>,
    /// What could not be compared, and why.
    pub failures: Vec<String>,
}

/// A figure that has changed, in words.
#[must_use]
pub fn figure(figure: &Figure, catalog: &Catalog) -> String {
    bits::plain(&say::figure(figure, catalog))
}

/// A change in words, its table by its name in references.
#[must_use]
pub fn change(change: &Change, catalog: &Catalog) -> String {
    bits::plain(&say::say(change, &str::to_owned, false, catalog))
}

/// What a state is called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Named {
    /// A revision: as it was asked for, and its commit.
    Revision {
        /// As asked for.
        name: String,
        /// Its commit.
        commit: String,
    },
    /// The files as they are now.
    WorkTree,
    /// A file or folder.
    Path(String),
}

impl Named {
    /// Words for it.
    fn say(&self, catalog: &Catalog) -> String {
        match self {
            Self::Revision { name, commit } => {
                let short: String = commit.chars().take(SHORT_COMMIT).collect();
                if commit.starts_with(name.as_str()) { short } else { format!("{name} ({short})") }
            }
            Self::WorkTree => catalog.say(&Message::new("diff-work-tree")),
            Self::Path(path) => path.clone(),
        }
    }
}

/// So many signs of a commit are told to people.
const SHORT_COMMIT: usize = 10;

/// Catalog and names: what words are made with.
struct Words<'a> {
    catalog: &'a Catalog,
}

impl Words<'_> {
    fn say(&self, id: &'static str) -> String {
        self.catalog.say(&Message::new(id))
    }

    fn heading_of(&self, id: &'static str) -> String {
        capital(&self.say(id))
    }

    /// The first line.
    fn heading(&self, report: &Report) -> String {
        let message = Message::new("diff-heading")
            .with("before", report.before.say(self.catalog))
            .with("after", report.after.say(self.catalog));
        capital(&self.catalog.say(&message))
    }

    /// Something that all directives share has changed.
    fn shared(&self, path: &str) -> Bits {
        let path = bits::bit(Style::Name, path);
        begun(bits::sentence(self.catalog, Message::new("diff-shared"), &[("path", path)]))
    }

    /// Above the changes of a table.
    fn of_table(&self, table: &TableName) -> String {
        capital(&self.catalog.say(&Message::new("diff-of-table").with("title", &table.title)))
    }

    /// What is said of a document before its changes: what became of it, why it is told, whether
    /// anything is different on paper.
    fn remarks(&self, document: &Document) -> Vec<Bits> {
        let size = |message: Message, size: Size| {
            message.with("paragraphs", size.paragraphs).with("tables", size.tables)
        };
        let name = |text: &str| bits::bit(Style::Name, text);
        let mut remarks = Vec::new();
        let mut remark = |message, bits: &[(&'static str, Bits)]| {
            remarks.push(begun(bits::sentence(self.catalog, message, bits)));
        };
        match &document.state {
            State::Kept => {}
            State::Added(it) => remark(size(Message::new("diff-state-added"), *it), &[]),
            State::Removed(it) => remark(size(Message::new("diff-state-removed"), *it), &[]),
            State::Renamed { from } => {
                remark(Message::new("diff-state-renamed"), &[("from", name(from))]);
            }
            State::Split { from, taken, size: it } => {
                remark(size(Message::new("diff-state-added"), *it), &[]);
                let message = size(Message::new("diff-state-split"), *taken);
                remark(message, &[("from", name(from))]);
            }
        }
        let reason = &document.reason;
        let others: Vec<&str> =
            reason.data.iter().chain(&reason.shared).map(String::as_str).collect();
        if !others.is_empty() && matches!(document.state, State::Kept) {
            let id = if reason.own { "diff-reason-too" } else { "diff-reason" };
            remark(Message::new(id), &[("paths", name(&others.join(", ")))]);
        }
        let (was, is) = document.is_readable;
        if !was {
            remark(Message::new("diff-unreadable-before"), &[]);
        }
        if !is {
            remark(Message::new("diff-unreadable-after"), &[]);
        }
        match document.on_paper {
            Some(false) => remark(Message::new("diff-paper-same"), &[]),
            None if was && is => {
                let id = match document.is_printable {
                    (true, true) => "diff-paper-unset",
                    (_, true) => "diff-unprinted-before",
                    (_, false) => "diff-unprinted-now",
                };
                remark(Message::new(id), &[]);
            }
            Some(true) | None => {}
        }
        remarks
    }

    /// Pages, where they were counted and there are both, or one of a new document.
    fn pages(&self, document: &Document) -> Option<String> {
        let message = match document.pages {
            (Some(before), Some(after)) if before == after => {
                Message::new("diff-pages-same").with("pages", after)
            }
            (Some(before), Some(after)) => {
                Message::new("diff-pages").with("before", before).with("after", after)
            }
            (None, Some(pages)) | (Some(pages), None) => {
                Message::new("diff-pages-one").with("pages", pages)
            }
            (None, None) => return None,
        };
        Some(capital(&self.catalog.say(&message)))
    }

    /// Findings that are new, then those that are gone: whether it is new, its weight and its
    /// words.
    fn findings(&self, document: &Document) -> Vec<(bool, String)> {
        let said = |is_new: bool, finding: &Finding| {
            let weight = match (finding.is_accepted, finding.severity) {
                (true, _) => "severity-accepted",
                (_, Severity::Error) => "severity-error",
                (_, Severity::Warning) => "severity-warning",
                (_, Severity::Info) => "severity-info",
            };
            let (weight, message) = (self.say(weight), self.catalog.say(&finding.message));
            (is_new, format!("{weight} {}: {message}", finding.code))
        };
        let new = document.new_findings.iter().map(|finding| said(true, finding));
        new.chain(document.gone_findings.iter().map(|finding| said(false, finding))).collect()
    }

    /// One change as a sentence.
    fn change(&self, document: &Document, change: &Change) -> Bits {
        let title = |id: &str| {
            let found = document.tables.iter().find(|name| name.id == id);
            found.map_or_else(|| id.to_owned(), |name| name.title.clone())
        };
        begun(say::say(change, &title, document.reason.is_house_other, self.catalog))
    }

    /// The last line: how many documents are others on paper, and how many are not.
    fn summary(&self, report: &Report) -> String {
        let count = |paper: Option<bool>| {
            report.documents.iter().filter(|document| document.on_paper == paper).count()
        };
        if report.documents.is_empty() {
            return capital(&self.say("diff-nothing"));
        }
        let told = |id, count: usize| {
            (count > 0).then(|| self.catalog.say(&Message::new(id).with("count", count)))
        };
        let parts = [
            told("diff-summary-changed", count(Some(true))),
            told("diff-summary-same", count(Some(false))),
            told("diff-summary-unknown", count(None)),
        ];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        let is_none = count(Some(true)) + count(None) == 0;
        let none = is_none.then(|| self.say("diff-summary-none"));
        capital(&none.into_iter().chain(parts).collect::<Vec<_>>().join("; "))
    }
}

/// A line that begins with words of the program.
fn begun(mut bits: Bits) -> Bits {
    if let Some(first) =
        bits.first_mut().filter(|bit| matches!(bit.style, Style::Plain | Style::Name))
    {
        first.text = capital(&first.text);
    }
    bits
}

/// Changes in their order, with the table each is of where that begins to be another one and
/// there are several.
fn grouped<'a>(
    document: &'a Document,
    changes: &[&'a Change],
) -> Vec<(Option<&'a TableName>, &'a Change)> {
    let mut present: Option<&str> = None;
    let grouped = changes.iter().map(|change| {
        let table = say::table(change);
        let begins = document.tables.len() > 1 && table.is_some() && table != present;
        present = table.or(present);
        let name = document.tables.iter().find(|name| begins && Some(name.id.as_str()) == table);
        (name, *change)
    });
    grouped.collect()
}

/// The changes of a document under their headings: the author's, what follows, and what is not
/// to be seen on paper.
fn sections(document: &Document) -> Vec<(&'static str, Vec<&Change>)> {
    let is_aside =
        |change: &&Change| document.on_paper == Some(false) || change.weight() == Weight::Aside;
    let all = || document.authored.iter().chain(&document.follows);
    let sections = [
        ("diff-authored", document.authored.iter().filter(|it| !is_aside(it)).collect()),
        ("diff-follows", document.follows.iter().filter(|it| !is_aside(it)).collect()),
        ("diff-aside", all().filter(is_aside).collect::<Vec<_>>()),
    ];
    sections.into_iter().filter(|(_, changes)| !changes.is_empty()).collect()
}
