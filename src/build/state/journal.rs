//! What came of each document while a run lasts, line by line: a run that is ended loses no work.
//!
//! Few lines may be left behind by a run that came to its end, too: to write the state of
//! thousands of documents anew for one of them would take longer than to set it.

use std::io::Write as _;
use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use super::{FORM, Record, State, Store};
use crate::build::fingerprint::Fingerprint;
use crate::digest::Digest;
use crate::error::Error;
use crate::source::disk;
use crate::write;

/// One line of a journal that is left for so many records of a state.
const RECORDS_A_LINE: usize = 16;

/// The first line.
#[derive(Serialize, Deserialize)]
struct Begin {
    form: String,
    project: String,
    fingerprint: Fingerprint,
}

/// Another line: the record is the last known one, or nothing any longer.
#[derive(Serialize, Deserialize)]
struct Entry {
    name: String,
    record: Option<Record>,
}

/// The journal that was there with a state.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum JournalState {
    /// None.
    #[default]
    Nothing,
    /// One of so many lines, of a run by this fingerprint, to which lines can be added.
    Lines(Digest, usize),
    /// One to be done away with: it breaks off, has grown long, or is of no use.
    Spent,
}

/// The journal of a run.
pub struct Journal {
    file: std::fs::File,
    path: PathBuf,
    lines: usize,
}

impl Journal {
    /// Notes that `record` is what is known of `name` now.
    pub fn add(&mut self, name: &str, record: Option<&Record>) -> Result<(), Error> {
        self.lines += 1;
        self.line(&Entry { name: name.to_owned(), record: record.cloned() })
    }

    /// Whether it may be left beside a state of so many records.
    #[must_use]
    pub fn is_short(&self, records: usize) -> bool {
        is_short(self.lines, records)
    }

    fn line(&mut self, value: &impl Serialize) -> Result<(), Error> {
        let failed = |cause| Error::Write { path: self.path.clone(), cause };
        let mut line = serde_json::to_vec(value).map_err(|error| failed(error.into()))?;
        line.push(b'\n');
        self.file.write_all(&line).map_err(failed)
    }
}

impl Store {
    pub(super) fn journal(&self) -> PathBuf {
        self.folder.join("journal.jsonl")
    }

    /// Begins a journal of a run by `fingerprint`, or goes on with the one that was `left`.
    pub fn begin(&self, fingerprint: &Fingerprint, left: JournalState) -> Result<Journal, Error> {
        let path = self.journal();
        if let JournalState::Lines(_, lines) = left {
            return Ok(Journal { file: write::more(&path)?, path, lines });
        }
        let mut journal = Journal { file: write::fresh(&path)?, path, lines: 0 };
        let (form, project) = (FORM.to_owned(), self.project.clone());
        journal.line(&Begin { form, project, fingerprint: fingerprint.clone() })?;
        Ok(journal)
    }

    /// Adds what the journal tells to `state`.
    pub(super) fn replay(&self, state: &mut State) -> Result<(), Error> {
        if let Some(bytes) = disk::read_own(&self.journal())? {
            state.left = self.replay_lines(&bytes, state).unwrap_or(JournalState::Spent);
        }
        Ok(())
    }

    /// Lines up to the first that is not whole: the run may have been ended within it.
    fn replay_lines(&self, bytes: &[u8], state: &mut State) -> Option<JournalState> {
        let mut lines = bytes.split(|byte| *byte == b'\n');
        let begin: Begin = serde_json::from_slice(lines.next()?).ok()?;
        if begin.form != FORM || begin.project != self.project {
            return None;
        }
        let fingerprint = begin.fingerprint.digest();
        state.fingerprints.insert(fingerprint, begin.fingerprint);
        let mut count = 0;
        for line in lines.by_ref().take_while(|line| !line.is_empty()) {
            let Entry { name, record } = serde_json::from_slice(line).ok()?;
            match record {
                Some(record) => state.records.insert(name, record),
                None => state.records.remove(&name),
            };
            count += 1;
        }
        // Whoever wrote the last line came to its end.
        let is_whole = bytes.ends_with(b"\n") && lines.next().is_none();
        (is_whole && is_short(count, state.records.len()))
            .then_some(JournalState::Lines(fingerprint, count))
    }
}

fn is_short(lines: usize, records: usize) -> bool {
    lines * RECORDS_A_LINE <= records
}
