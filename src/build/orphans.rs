//! Documents whose source is gone.

use std::collections::BTreeMap;
use std::path::PathBuf;

use super::observer::BuildObserver;
use super::plan::{self, OutputStatus};
use super::reporter::BuildReporter;
use super::session::Session;
use super::state::{Record, State};
use crate::diagnostic::Message;
use crate::error::Error;
use crate::source::{disk, reach};
use crate::write;

/// Documents whose source is gone.
pub(crate) fn orphans(
    session: &Session,
    state: &State,
    directives: &BTreeMap<String, PathBuf>,
) -> Vec<PathBuf> {
    let gone = state.records.iter().filter(|(name, _)| is_gone(session, name, directives));
    let files = gone.flat_map(|(name, record)| {
        record.outputs.keys().map(|extension| session.outputs.file(name, extension))
    });
    files.filter(|file| file.exists()).collect()
}

pub(crate) fn is_gone(
    session: &Session,
    name: &str,
    directives: &BTreeMap<String, PathBuf>,
) -> bool {
    !directives.contains_key(name) && !session.project.folder.join(name).exists()
}

/// Removes documents whose source is gone; one that is not as it was written stays.
pub(super) fn prune(
    session: &Session,
    observer: &mut dyn BuildObserver,
    directives: &BTreeMap<String, PathBuf>,
    reporter: &mut BuildReporter<'_>,
) -> Result<(), Error> {
    let gone: Vec<(String, Record)> = reporter
        .state
        .records
        .iter()
        .filter(|(name, _)| is_gone(session, name, directives))
        .map(|(name, record)| (name.clone(), record.clone()))
        .collect();
    for (name, record) in gone {
        for (extension, output) in &record.outputs {
            let file = session.outputs.file(&name, extension);
            let path = disk::from_here(&file);
            let id = match plan::as_written(&file, output, reporter.state.written) {
                OutputStatus::Missing => continue,
                OutputStatus::No => "orphan-kept",
                OutputStatus::Yes | OutputStatus::Elsewhere(_) => {
                    reach::may_write(&file, &session.make.out)?;
                    write::remove(&file)?;
                    let folder = file.parent().unwrap_or(&session.make.out);
                    write::remove_empty_folders(folder, &session.make.out);
                    "pruned"
                }
            };
            observer.note(&Message::new(id).with("path", path.display()));
        }
        reporter.forget(&name);
    }
    Ok(())
}
