//! The record of issued documents, read once for a run.

use super::unreadable;
use crate::codes;
use crate::diagnostic::{Diagnostic, Message, Report};
use crate::error::Error;
use crate::load::issued::issued;
use crate::model::issued::{Entry, Record, State};
use crate::source::Sources;
use crate::source::disk::Text;
use crate::source::tree::Tree;

/// Where it is, in the project folder.
pub(crate) const FILE: &str = "issued.yaml";

/// The record, its text, and what is wrong with it.
#[derive(Default)]
pub(crate) struct IssueRecord {
    pub(crate) record: Record,
    pub(crate) sources: Sources,
    pub(crate) report: Report,
}

impl IssueRecord {
    /// What is recorded of the directive `name`.
    pub(crate) fn entry(&self, name: &str) -> Option<&Entry> {
        self.record.get(name)
    }

    /// Its bytes; none where there is no file.
    pub(crate) fn bytes(&self) -> &[u8] {
        self.sources.text_of_first().as_bytes()
    }
}

/// Reads the record in `tree`; an office may have none.
pub(crate) fn read(tree: &Tree) -> Result<IssueRecord, Error> {
    let Some(text) = tree.text(FILE)? else { return Ok(IssueRecord::default()) };
    let (mut sources, mut report) = (Sources::default(), Report::default());
    let text = match text {
        Text::Text(text) => text,
        bad => {
            let shown = if let Text::NotUtf8(before, _) = &bad { before.as_str() } else { "" };
            let source = sources.add(FILE, shown);
            report.emit(unreadable(&bad, source));
            return Ok(IssueRecord { record: Record::new(), sources, report });
        }
    };
    let source = sources.add(FILE, text);
    let found = issued(&sources, source, &mut report);
    for (name, span) in &found.paths {
        let holds = found.record.get(name).is_some_and(|entry| entry.state != State::Withdrawn);
        if holds && !tree.has(name) {
            let message = Message::new("record-without-file").with("path", name);
            report.emit(Diagnostic::new(&codes::BAD_RECORD, message).at(*span));
        }
    }
    Ok(IssueRecord { record: found.record, sources, report })
}
