//! A document in the act of being issued: two files are to be written, and the program may be
//! ended between them.
//!
//! `issued/.pending` says what is to be written before any of it is. It is removed when both files
//! are there; a run that finds it completes the act, or takes it back where somebody has changed
//! the directive meanwhile.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::{FOLDER, read_files};
use crate::digest::Digest;
use crate::error::{Error, Stray};
use crate::issue::record::{Record, line, read_line};
use crate::model::issued::Entry;
use crate::project::lock;
use crate::source::{disk, reach};
use crate::write;

const FILE: &str = ".pending";

/// What is to be written.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Pending {
    /// The directive, by its path in the project.
    path: String,
    /// What it held.
    before: Digest,
    /// What it is to hold.
    text: String,
    /// Its line in the record.
    line: String,
    /// The line it had.
    previous: Option<String>,
}

/// What came of an act that was interrupted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Settled {
    /// The document is issued.
    Completed(String),
    /// It is not: the directive was changed since.
    Reverted(String),
}

impl Pending {
    /// The directive at `path` holds `before` and is to hold `text`.
    pub(crate) fn new(
        path: &str,
        (before, text): (&str, &str),
        entry: &Entry,
        previous: Option<&Entry>,
    ) -> Self {
        Self {
            path: path.to_owned(),
            before: Digest::of(before.as_bytes()),
            text: text.to_owned(),
            line: line(path, entry),
            previous: previous.map(|entry| line(path, entry)),
        }
    }

    /// Says what is to be written; nothing of it is, yet.
    pub(crate) fn announce(&self, project: &Path) -> Result<(), Error> {
        let place = place(project);
        let bytes = serde_json::to_vec(self)
            .map_err(|cause| Error::Write { path: place.clone(), cause: cause.into() })?;
        write::write(&place, &bytes)
    }

    /// Writes the directive; what is said of it in the record is written.
    pub(crate) fn complete(&self, project: &Path) -> Result<(), Error> {
        write::write(&project.join(&self.path), self.text.as_bytes())?;
        forget(project)
    }

    /// Takes back what was recorded.
    pub(crate) fn revert(&self, project: &Path) -> Result<(), Error> {
        let office = read_files(project)?;
        let mut record = office.record.clone();
        self.undo(&mut record);
        office.store(project, &record)?;
        forget(project)
    }

    fn undo(&self, record: &mut Record) {
        match self.previous.as_deref().and_then(read_line) {
            Some((path, entry)) => record.put(&path, entry),
            None => record.remove(&self.path),
        }
    }

    fn settle(self, project: &Path) -> Result<Settled, Error> {
        let directive = project.join(&self.path);
        if let Some(folder) = directive.parent() {
            write::clean(folder, []);
        }
        let holds = disk::digest_of_file(&directive);
        let is_ours = holds == Some(self.before) || holds == Some(Digest::of(self.text.as_bytes()));
        let entry = read_line(&self.line).filter(|_| is_ours);
        let Some((path, entry)) = entry else {
            self.revert(project)?;
            return Ok(Settled::Reverted(self.path));
        };
        let office = read_files(project)?;
        let mut record = office.record.clone();
        if record.get(&path) != Some(&entry) {
            record.put(&path, entry);
        }
        office.store(project, &record)?;
        self.complete(project)?;
        Ok(Settled::Completed(self.path))
    }
}

/// Settles what an earlier run has left, unless somebody is at it now.
pub(crate) fn settle(project: &Path) -> Result<Option<Settled>, Error> {
    if !place(project).is_file() {
        return Ok(None);
    }
    let Some(_lock) = lock::try_project(project)? else { return Ok(None) };
    settle_locked(project)
}

/// Settles what an earlier run has left; the caller has the lock of the project.
pub(crate) fn settle_locked(project: &Path) -> Result<Option<Settled>, Error> {
    let folder = project.join(FOLDER);
    reach::may_write(&folder.join(FILE), project)?;
    write::clean(&folder, []);
    let pending = found(project)?;
    pending.map(|pending| pending.settle(project)).transpose()
}

/// Takes out of `record` what is not true yet: somebody is issuing the document right now.
pub(super) fn undone(project: &Path, record: &mut Record) {
    let Ok(Some(pending)) = found(project) else { return };
    if disk::digest_of_file(&project.join(&pending.path)) == Some(pending.before) {
        pending.undo(record);
    }
}

fn found(project: &Path) -> Result<Option<Pending>, Error> {
    let path = place(project);
    let Some(bytes) = disk::read_own(&path)? else { return Ok(None) };
    let pending: Pending = serde_json::from_slice(&bytes)
        .map_err(|cause| Error::Read { path, cause: cause.into() })?;
    // The file may have been written by another program: only a directive of this project is written.
    let directive = project.join(&pending.path);
    if !disk::is_yaml(&directive) || disk::without_detours(&directive) != directive {
        return Err(Error::Stray { path: directive, why: Stray::Outside });
    }
    reach::may_write(&directive, project)?;
    Ok(Some(pending))
}

fn forget(project: &Path) -> Result<(), Error> {
    write::remove(&place(project))?;
    write::sync_folder(&project.join(FOLDER));
    Ok(())
}

fn place(project: &Path) -> PathBuf {
    project.join(FOLDER).join(FILE)
}
