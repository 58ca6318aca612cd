//! What workers are asked: a directive, or a part of its copies, and what is known of it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::copies;
use super::options::BuildOptions;
use super::plan::{self, OutputStatus, StaleReason};
use super::reporter::BuildReporter;
use super::session::Session;
use super::state::{Record, State};
use super::wire::{CopiesPart, Job};
use crate::digest::Digest;
use crate::source::disk;

/// What workers are asked, in the order of the paths.
pub(super) fn jobs(
    session: &Session,
    directives: &BTreeMap<String, PathBuf>,
    how: &BuildOptions<'_>,
    stale: &BTreeMap<String, StaleReason>,
    reporter: &BuildReporter<'_>,
) -> Vec<Job> {
    let mut jobs: Vec<Job> = Vec::new();
    for (name, path) in stale.keys().filter_map(|name| directives.get_key_value(name)) {
        let known = reporter.state.records.get(name).filter(|_| !how.force);
        let job = Job {
            with_figures: how.with_figures,
            number_of: reporter.claim(name).by,
            taken: reporter.claim(name).taken,
            known: known.and_then(|_| known_text(session, &reporter.state, name)),
            known_copies: known
                .map(|_| known_copies(session, &reporter.state, name))
                .unwrap_or_default(),
            ..Job::document(name, path)
        };
        jobs.extend(parts(job, session.make.jobs));
    }
    jobs
}

/// The jobs of a directive: several where it may have copies, for each worker a part of them.
fn parts(job: Job, workers: usize) -> Vec<Job> {
    if workers < 2 || !may_have_copies(&job.path) {
        return vec![job];
    }
    let count = workers.min(MOST_PARTS);
    let part = |index| {
        let is_first = index == 0;
        let part = CopiesPart { index, count };
        Job { part, with_figures: job.with_figures && is_first, ..job.clone() }
    };
    (0..count).map(part).collect()
}

/// More parts make the directive be read more often, and nothing faster.
const MOST_PARTS: usize = 8;

/// Whether a directive may have copies; one that has not gives the other parts nothing to do.
pub(crate) fn may_have_copies(path: &Path) -> bool {
    let bytes = disk::read_directive(path).unwrap_or_default();
    let mut lines = bytes.split(|byte| *byte == b'\n');
    lines.any(|line| line.trim_ascii_start().starts_with(b"copies"))
}

/// Whether what a directive became may be known without setting it once more.
fn is_known(session: &Session, state: &State, record: &Record) -> bool {
    let fingerprint = state.fingerprints.get(&record.fingerprint);
    let sets_same = fingerprint.is_some_and(|it| it.sets_as(&session.fingerprint));
    // What Typst had to say would not be said again.
    sets_same && !record.findings.iter().any(|finding| finding.code().starts_with('P'))
}

/// The same as [`known_text`] of the copies of a directive.
fn known_copies(session: &Session, state: &State, name: &str) -> BTreeMap<String, Digest> {
    let record = state.records.get(name).filter(|record| is_known(session, state, record));
    record.map(|it| copies::known(session, it, name, state.written)).unwrap_or_default()
}

/// The Typst text that the documents of a directive that are there come of, when they would come of
/// it in the same way once more.
fn known_text(session: &Session, state: &State, name: &str) -> Option<Digest> {
    let record = state.records.get(name).filter(|record| is_known(session, state, record))?;
    let is_there = session.make.typst_extensions().iter().all(|extension| {
        let file = session.outputs.file(name, extension);
        record.outputs.get(*extension).is_some_and(|output| {
            let written = plan::as_written(&file, output, state.written);
            matches!(written, OutputStatus::Yes | OutputStatus::Elsewhere(_))
        })
    });
    record.text.filter(|_| is_there)
}
