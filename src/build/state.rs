//! What was built from what, kept in `out/.vanthu/`.
//!
//! `state.json` is written whole at the end of a run; `journal.jsonl` takes a line for each
//! document while it lasts. Both may be deleted at any time: then documents are built again.
//! Neither is believed when it is damaged, of another version or of another project.

mod copies;
mod journal;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

pub use self::copies::{Copies, Letter};
pub use self::journal::{Journal, JournalState};
use super::fingerprint::Fingerprint;
use super::shard::Shard;
use crate::digest::Digest;
use crate::error::Error;
use crate::messages::stored::StoredFinding;
use crate::source::disk::{self, Stamp};
use crate::write;

/// What the form of the files is called; another form is not read.
const FORM: &str = "vanthu-state-3";

/// The folder below the output folder that holds all that is not a document.
pub const FOLDER: &str = ".vanthu";

/// What is known of the documents of an output folder.
#[derive(Debug, Default)]
pub struct State {
    /// What reached the documents of a run, by its digest.
    pub fingerprints: BTreeMap<Digest, Fingerprint>,
    /// What is known of each directive, by its path in the project.
    pub records: BTreeMap<String, Record>,
    /// When it was written, as the file system sees it; nothing while it is new.
    pub written: Option<i64>,
    /// The journal that tells more than was written; it is in the records already.
    pub left: JournalState,
}

/// What is known of one directive.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record {
    /// What reached it besides its own files.
    pub fingerprint: Digest,
    /// What was read for it, as in `super::wire::Reply`.
    pub inputs: BTreeMap<String, Option<Digest>>,
    /// The numbers it bears, as [`crate::check::numbers::keys`] words them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub numbers: Vec<String>,
    /// The directive that bore this number before it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number_of: Option<String>,
    /// Its documents, by extension; none when it had errors.
    pub outputs: BTreeMap<String, Output>,
    /// Its copies, when it has any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub copies: Option<Copies>,
    /// What they were set from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<Digest>,
    /// The findings it had.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub findings: Vec<StoredFinding>,
}

/// A document as it was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Output {
    /// Its content.
    pub digest: Digest,
    /// The file it was written to, as the system tells it from others.
    pub stamp: Stamp,
}

/// Why the state that was found is not used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unusable {
    /// Not what was written, or not by a program like this one.
    Damaged,
    /// Of another project.
    Foreign,
}

#[derive(Serialize, Deserialize)]
struct Head {
    form: String,
    project: String,
    body: Digest,
}

#[derive(Deserialize)]
struct Body {
    fingerprints: BTreeMap<Digest, Fingerprint>,
    records: BTreeMap<String, Record>,
}

/// The same, to be written.
#[derive(Serialize)]
struct BodyOf<'a> {
    fingerprints: BTreeMap<&'a Digest, &'a Fingerprint>,
    records: &'a BTreeMap<String, Record>,
}

/// Where the state of an output folder is, or that of one part of it.
#[derive(Debug, Clone)]
pub struct Store {
    /// The folder it is in.
    pub folder: PathBuf,
    /// The project as seen from there.
    project: String,
    /// Whether this is the state of one part of a shared build.
    is_part: bool,
}

/// What the folders of parts are called: `shard-1-of-4`.
const PART: &str = "shard-";

impl Store {
    /// The state of `out` for the project in `project`; each part of a shared build has its own.
    #[must_use]
    pub fn new(out: &Path, project: &Path, part: Option<Shard>) -> Self {
        let folder = out.join(FOLDER);
        let name = part.map(|Shard { index, count }| format!("{PART}{index}-of-{count}"));
        let is_part = name.is_some();
        let folder = name.map_or_else(|| folder.clone(), |name| folder.join(name));
        // Both may be moved together.
        let seen = disk::relative(project, out).unwrap_or_else(|| project.to_owned());
        Self { folder, project: disk::with_slashes(&seen), is_part }
    }

    fn file(&self) -> PathBuf {
        self.folder.join("state.json")
    }

    /// When the state was written, as the file system sees it, if there is one.
    fn written(&self) -> Option<i64> {
        disk::stamp(&self.file()).map(|stamp| stamp.modified)
    }

    /// When something was noted last, in the state or its journal.
    #[must_use]
    pub fn touched(&self) -> Option<i64> {
        self.written().max(disk::stamp(&self.journal()).map(|stamp| stamp.modified))
    }

    /// Where files are written before they take their place.
    #[must_use]
    pub fn staging(&self) -> PathBuf {
        self.folder.join("tmp")
    }

    /// What is known, also by the parts of a shared build; the second is why something that was
    /// found is not used.
    pub fn load(&self) -> Result<(State, Option<Unusable>), Error> {
        let (mut state, unusable) = self.load_own()?;
        if self.is_part {
            return Ok((state, unusable));
        }
        let own = self.touched();
        for folder in disk::folders(&self.folder).into_iter().filter(|path| is_part(path)) {
            let part = Self { folder, project: self.project.clone(), is_part: true };
            // What was noted last is true of an output that both know.
            if part.touched() > own {
                let (part, _) = part.load_own()?;
                state.fingerprints.extend(part.fingerprints);
                state.records.extend(part.records);
                // It is written anew with what the parts know.
                state.written = None;
            }
        }
        Ok((state, unusable))
    }

    fn load_own(&self) -> Result<(State, Option<Unusable>), Error> {
        let (mut state, unusable) = match disk::read_own(&self.file())? {
            None => (State::default(), None),
            Some(bytes) => match self.parse(&bytes) {
                Ok(mut state) => {
                    state.written = self.written();
                    (state, None)
                }
                Err(why) => (State::default(), Some(why)),
            },
        };
        self.replay(&mut state)?;
        Ok((state, unusable))
    }

    fn parse(&self, bytes: &[u8]) -> Result<State, Unusable> {
        let end = bytes.iter().position(|byte| *byte == b'\n').ok_or(Unusable::Damaged)?;
        let (head, body) = (&bytes[..end], &bytes[end + 1..]);
        let head: Head = serde_json::from_slice(head).map_err(|_| Unusable::Damaged)?;
        if head.form != FORM || head.body != Digest::of(body) {
            return Err(Unusable::Damaged);
        }
        if head.project != self.project {
            return Err(Unusable::Foreign);
        }
        let Body { fingerprints, records } =
            serde_json::from_slice(body).map_err(|_| Unusable::Damaged)?;
        Ok(State { fingerprints, records, written: None, left: JournalState::Nothing })
    }

    /// Whether a journal may be left beside the state: not beside that of a part, which others
    /// read.
    #[must_use]
    pub fn may_leave_lines(&self) -> bool {
        !self.is_part
    }

    /// Writes `state`, whole or not at all, and ends the journal.
    pub fn save(&self, state: &State) -> Result<(), Error> {
        let used: BTreeSet<Digest> =
            state.records.values().map(|record| record.fingerprint).collect();
        let fingerprints = state.fingerprints.iter().filter(|(digest, _)| used.contains(digest));
        let body = BodyOf { fingerprints: fingerprints.collect(), records: &state.records };
        let body = serde_json::to_vec(&body).map_err(|error| self.failed(error.into()))?;
        let head =
            Head { form: FORM.to_owned(), project: self.project.clone(), body: Digest::of(&body) };
        let mut bytes = serde_json::to_vec(&head).map_err(|error| self.failed(error.into()))?;
        bytes.push(b'\n');
        bytes.extend(body);
        write::replace(&self.file(), &bytes, Some(&self.staging()))?;
        write::remove(&self.journal())
    }

    fn failed(&self, cause: std::io::Error) -> Error {
        Error::Write { path: self.file(), cause }
    }
}

fn is_part(folder: &Path) -> bool {
    folder.file_name().is_some_and(|name| name.to_string_lossy().starts_with(PART))
}
