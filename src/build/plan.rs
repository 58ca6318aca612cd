//! Which documents are up to date, and why the others are not.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::fingerprint::Fingerprint;
use super::outputs::Outputs;
use super::state::{Output, Record, State};
use crate::digest::Digest;
use crate::source::disk::{self, Stamp};

/// A file that was touched so shortly before the state was written may have been changed again
/// in the same tick of the file system's clock.
const TICK: i64 = 20_000_000;

/// So many directives are worth a thread of their own.
const MANY: usize = 64;

/// Why a document is built.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum StaleReason {
    /// It was never built.
    New,
    /// `--force` was given.
    Forced,
    /// It had errors, or the program failed.
    HadErrors,
    /// These reach every document, and have changed.
    Fingerprint(Vec<&'static str>),
    /// This input has changed.
    Changed(String),
    /// This output is missing.
    Missing(PathBuf),
    /// This output is not the one that was written.
    Edited(PathBuf),
    /// This output was not wanted before.
    NotYet(PathBuf),
    /// Another directive has taken its number, or has given it up.
    Number,
}

/// What is asked for.
pub(crate) struct Wanted<'a> {
    /// The project folder.
    pub project: &'a Path,
    /// Where documents go.
    pub outputs: &'a Outputs,
    /// What reaches all of them.
    pub fingerprint: &'a Fingerprint,
    /// Extensions.
    pub extensions: &'a [&'static str],
    /// Whether to build what is up to date, too.
    pub force: bool,
}

/// What is to be done.
#[derive(Debug, Default)]
pub(crate) struct Plan {
    /// Directives to build, and why, in the order of their paths.
    pub stale: BTreeMap<String, StaleReason>,
    /// Outputs with unchanged content whose files have another stamp now.
    pub stamps: Vec<(String, String, Stamp)>,
}

/// Compares the `directives` with the state of the last build. Inputs are compared by content; an
/// output whose size, times and inode are those it was written with is not read.
#[must_use]
pub(crate) fn plan(
    directives: &BTreeMap<String, PathBuf>,
    state: &State,
    wanted: &Wanted<'_>,
) -> Plan {
    let all: Vec<(&String, &PathBuf)> = directives.iter().collect();
    let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let part = all.len().div_ceil(cores).max(MANY);
    let fingerprint = wanted.fingerprint.digest();
    let look_at = |part: &[(&String, &PathBuf)]| {
        let mut plan = Plan::default();
        for (name, path) in part {
            if let Some(why) = why(name, path, state, wanted, fingerprint, &mut plan.stamps) {
                plan.stale.insert((*name).clone(), why);
            }
        }
        plan
    };
    let parts: Vec<Plan> = std::thread::scope(|scope| {
        let others: Vec<_> =
            all.chunks(part).skip(1).map(|p| scope.spawn(move || look_at(p))).collect();
        let first = all.chunks(part).next().map(look_at);
        let others = others.into_iter().map(|other| match other.join() {
            Ok(plan) => plan,
            Err(panic) => std::panic::resume_unwind(panic),
        });
        first.into_iter().chain(others).collect()
    });
    parts.into_iter().fold(Plan::default(), |mut all, part| {
        all.stale.extend(part.stale);
        all.stamps.extend(part.stamps);
        all
    })
}

fn why(
    name: &str,
    path: &Path,
    state: &State,
    wanted: &Wanted<'_>,
    fingerprint: Digest,
    stamps: &mut Vec<(String, String, Stamp)>,
) -> Option<StaleReason> {
    let Some(record) = state.records.get(name) else { return Some(StaleReason::New) };
    if record.outputs.is_empty() || record.copies.as_ref().is_some_and(|it| !it.is_whole) {
        return Some(StaleReason::HadErrors);
    }
    if wanted.force {
        return Some(StaleReason::Forced);
    }
    if record.fingerprint != fingerprint {
        let old = state.fingerprints.get(&record.fingerprint);
        return Some(old.map_or(StaleReason::New, |old| {
            StaleReason::Fingerprint(old.differences(wanted.fingerprint))
        }));
    }
    if let Some(input) = changed(name, path, record, wanted.project) {
        return Some(StaleReason::Changed(input));
    }
    for extension in record.keys(wanted.extensions) {
        let file = wanted.outputs.file(name, &extension);
        let Some(output) = record.outputs.get(&extension) else {
            return Some(StaleReason::NotYet(file));
        };
        match as_written(&file, output, state.written) {
            OutputStatus::Yes => {}
            OutputStatus::Elsewhere(stamp) => {
                stamps.push((name.to_owned(), extension, stamp));
            }
            OutputStatus::Missing => return Some(StaleReason::Missing(file)),
            OutputStatus::No => return Some(StaleReason::Edited(file)),
        }
    }
    None
}

/// The first input that has changed since it was read.
fn changed(name: &str, path: &Path, record: &Record, project: &Path) -> Option<String> {
    let differs = |(input, before): (&String, &Option<Digest>)| {
        let now = if input == name {
            disk::read_directive(path).ok()
        } else {
            // An input that cannot be read any more has changed.
            disk::read_beside(project, project, input).ok().flatten()
        };
        now.as_deref().map(Digest::of) != *before
    };
    record.inputs.iter().find(|input| differs(*input)).map(|(input, _)| input.clone())
}

/// Whether an output is what was written.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum OutputStatus {
    /// Yes, and the file is untouched.
    Yes,
    /// Yes, but the file was replaced or touched.
    Elsewhere(Stamp),
    /// No: its content differs.
    No,
    /// The file is missing.
    Missing,
}

/// Whether `file` is `output`; the state that says so was written at `state`.
#[must_use]
pub(crate) fn as_written(file: &Path, output: &Output, state: Option<i64>) -> OutputStatus {
    let Some(stamp) = disk::stamp(file) else { return OutputStatus::Missing };
    let is_sure = state.is_some_and(|written| stamp.is_before(written - TICK));
    if stamp == output.stamp && is_sure {
        return OutputStatus::Yes;
    }
    match disk::digest_of_file(file) {
        Some(digest) if digest == output.digest && stamp == output.stamp => OutputStatus::Yes,
        Some(digest) if digest == output.digest => OutputStatus::Elsewhere(stamp),
        _ => OutputStatus::No,
    }
}
