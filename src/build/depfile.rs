//! What was read, for make.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use super::deps;
use super::orphans::is_gone;
use super::reporter::BuildReporter;
use super::session::Session;
use crate::error::Error;
use crate::source::disk;
use crate::write;

/// Writes what each document was made from. Make goes by time, and takes the documents of one
/// recipe for one thing: those that are as they should be are made as young as the youngest of
/// all inputs.
pub(crate) fn write(
    session: &Session,
    directives: &BTreeMap<String, PathBuf>,
    file: &Path,
    reporter: &mut BuildReporter<'_>,
) -> Result<(), Error> {
    let shown = |path: &Path| disk::with_slashes(&disk::seen_from_here(path));
    let shared: BTreeSet<String> = session.shared.iter().map(|path| shown(path)).collect();
    let records = &reporter.state.records;
    let names: BTreeSet<&String> = directives.keys().chain(records.keys()).collect();
    let mut rules = Vec::new();
    let mut youngest = session.shared.iter().filter_map(|path| disk::written(path)).max();
    for name in names {
        if is_gone(session, name, directives) {
            continue;
        }
        let copies = records.get(name).filter(|record| record.copies.is_some());
        let extensions = copies.map_or_else(
            || session.extensions.iter().map(|it| (*it).to_owned()).collect(),
            |record| record.keys(&session.extensions),
        );
        let known = records.get(name).map(|record| record.inputs.keys().collect::<BTreeSet<_>>());
        let known = known.filter(|known| !known.is_empty()).unwrap_or_else(|| [name].into());
        let mut inputs = shared.clone();
        for input in known {
            let input = disk::without_detours(&session.project.folder.join(input));
            youngest = youngest.max(disk::written(&input));
            inputs.insert(shown(&input));
        }
        for extension in &extensions {
            rules.push((shown(&session.outputs.file(name, extension)), inputs.clone()));
        }
    }
    if let Some(youngest) = youngest {
        let stamps = grow_young(session, reporter, youngest)?;
        reporter.refresh(stamps);
    }
    write::write(file, deps::depfile(&rules).as_bytes())
}

fn grow_young(
    session: &Session,
    reporter: &BuildReporter<'_>,
    youngest: SystemTime,
) -> Result<Vec<(String, String, disk::Stamp)>, Error> {
    let mut stamps = Vec::new();
    for (name, record) in &reporter.state.records {
        for extension in record.outputs.keys().filter(|_| reporter.is_in_place(name)) {
            let file = session.outputs.file(name, extension);
            if write::no_older_than(&file, youngest)?
                && let Some(stamp) = disk::stamp(&file)
            {
                stamps.push((name.clone(), extension.clone(), stamp));
            }
        }
    }
    Ok(stamps)
}
