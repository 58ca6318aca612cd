//! For programs: the values themselves, and the sentence a person reads.

use schemars::JsonSchema;
use serde::Serialize;

use super::bits::plain;
use super::{Named, Report, Words};
use crate::diff::change::{Change, Weight};
use crate::diff::{Document, Finding, Size, State};
use crate::messages::Catalog;
use crate::visible;

/// What a change means.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Json {
    /// The version of this form.
    schema: u8,
    /// The former state.
    before: JsonNamed,
    /// The present state.
    after: JsonNamed,
    /// Whether anything is different on paper; nothing when that cannot be known of some document
    /// and no other one is.
    on_paper: Option<bool>,
    /// What all directives share and was changed, by path.
    shared: Vec<String>,
    /// Documents, the heaviest first.
    documents: Vec<JsonDocument>,
    /// What could not be compared.
    failures: Vec<String>,
}

#[derive(Debug, Serialize, JsonSchema)]
#[serde(tag = "kind", rename_all = "kebab-case")]
enum JsonNamed {
    /// A revision.
    Revision {
        /// As asked for.
        name: String,
        /// Its commit.
        commit: String,
    },
    /// The files as they are now.
    WorkTree,
    /// A file or folder.
    Path {
        /// Which.
        path: String,
    },
}

/// What the change of one directive means.
#[derive(Debug, Serialize, JsonSchema)]
struct JsonDocument {
    /// Its path; the former one when it is gone.
    path: String,
    /// Tên loại, number and trích yếu, as far as they are known.
    title: String,
    /// What became of it.
    #[serde(flatten)]
    state: JsonState,
    /// Why it is told.
    reason: JsonReason,
    /// How much its heaviest change weighs.
    weight: Weight,
    /// Whether anything is different on paper; nothing when that cannot be known.
    on_paper: Option<bool>,
    /// Whether each state is without errors in the file itself.
    readable: JsonReadable,
    /// What the author changed.
    authored: Vec<JsonChange>,
    /// What follows from it.
    follows: Vec<JsonChange>,
    /// Pages, as far as they were counted.
    pages: JsonPages,
    /// Findings that are new or gone.
    findings: Vec<JsonFinding>,
}

#[derive(Debug, Serialize, JsonSchema)]
#[serde(tag = "state", rename_all = "kebab-case")]
enum JsonState {
    /// It is where it was.
    Kept,
    /// It is new.
    Added {
        /// How much there is of it.
        size: JsonSize,
    },
    /// It is gone.
    Removed {
        /// How much there was of it.
        size: JsonSize,
    },
    /// It has another path.
    Renamed {
        /// The former one.
        from: String,
    },
    /// Part of another one has become this one.
    Split {
        /// The path of the other one.
        from: String,
        /// What it took over.
        taken: JsonSize,
        /// How much there is of it.
        size: JsonSize,
    },
}

#[derive(Debug, Serialize, JsonSchema)]
struct JsonSize {
    paragraphs: usize,
    tables: usize,
}

/// Why a document is told.
#[derive(Debug, Serialize, JsonSchema)]
struct JsonReason {
    /// The file itself has changed.
    own: bool,
    /// Files of rows that have changed.
    data: Vec<String>,
    /// What all directives share and has changed.
    shared: Vec<String>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct JsonReadable {
    before: bool,
    after: bool,
}

#[derive(Debug, Serialize, JsonSchema)]
struct JsonPages {
    before: Option<usize>,
    after: Option<usize>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct JsonChange {
    /// How much it weighs.
    weight: Weight,
    /// As a person reads it; words that are gone stand in `[-…-]`, new ones in `{+…+}`.
    said: String,
    /// The change itself.
    #[serde(flatten)]
    change: Change,
}

/// A finding that is new or gone.
#[derive(Debug, Serialize, JsonSchema)]
struct JsonFinding {
    /// Whether it is new; else it is gone.
    new: bool,
    /// Its code.
    code: &'static str,
    /// Its weight.
    severity: &'static str,
    /// What it says.
    message: String,
    /// The line it is, or was, at.
    line: usize,
    /// Whether an `accept` covers it.
    accepted: bool,
}

/// The report as one JSON object.
///
/// # Panics
///
/// Never: strings and numbers have a form in JSON.
#[must_use]
pub fn json(report: &Report, catalog: &Catalog) -> String {
    let words = Words { catalog };
    let papers = || report.documents.iter().map(|document| document.on_paper);
    let is_unknown = papers().any(|paper| paper.is_none());
    let on_paper = if papers().any(|paper| paper == Some(true)) {
        Some(true)
    } else {
        (!is_unknown).then_some(false)
    };
    let json = Json {
        schema: 1,
        before: named(&report.before),
        after: named(&report.after),
        on_paper,
        shared: report.shared.clone(),
        documents: report.documents.iter().map(|it| document(it, &words)).collect(),
        failures: report.failures.clone(),
    };
    let text = serde_json::to_string_pretty(&json);
    visible::json(text.expect("strings and numbers have a form in JSON"))
}

fn named(named: &Named) -> JsonNamed {
    match named.clone() {
        Named::Revision { name, commit } => JsonNamed::Revision { name, commit },
        Named::WorkTree => JsonNamed::WorkTree,
        Named::Path(path) => JsonNamed::Path { path },
    }
}

fn document(document: &Document, words: &Words<'_>) -> JsonDocument {
    let changes = |changes: &[Change]| -> Vec<JsonChange> {
        let change = |change: &Change| JsonChange {
            weight: change.weight(),
            said: plain(&words.change(document, change)),
            change: change.clone(),
        };
        changes.iter().map(change).collect()
    };
    let finding = |new: bool, finding: &Finding| JsonFinding {
        new,
        code: finding.code,
        severity: finding.severity.name(),
        message: words.catalog.say(&finding.message),
        line: finding.line,
        accepted: finding.is_accepted,
    };
    let new = document.new_findings.iter().map(|it| finding(true, it));
    let gone = document.gone_findings.iter().map(|it| finding(false, it));
    let reason = &document.reason;
    JsonDocument {
        path: document.path.clone(),
        title: document.title.clone(),
        state: state(&document.state),
        reason: JsonReason {
            own: reason.own,
            data: reason.data.clone(),
            shared: reason.shared.clone(),
        },
        weight: document.weight(),
        on_paper: document.on_paper,
        readable: JsonReadable { before: document.is_readable.0, after: document.is_readable.1 },
        authored: changes(&document.authored),
        follows: changes(&document.follows),
        pages: JsonPages { before: document.pages.0, after: document.pages.1 },
        findings: new.chain(gone).collect(),
    }
}

fn state(state: &State) -> JsonState {
    let of = |size: Size| JsonSize { paragraphs: size.paragraphs, tables: size.tables };
    match state.clone() {
        State::Kept => JsonState::Kept,
        State::Added(size) => JsonState::Added { size: of(size) },
        State::Removed(size) => JsonState::Removed { size: of(size) },
        State::Renamed { from } => JsonState::Renamed { from },
        State::Split { from, taken, size } => {
            JsonState::Split { from, taken: of(taken), size: of(size) }
        }
    }
}
