//! One build from what is known to what is there: plan, work, tell, remember.

use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use super::depfile;
use super::lock;
use super::numbers;
use super::observer::{BuildObserver, Closed};
use super::plan::{self, OutputStatus, Plan, StaleReason};
use super::reporter::{BuildReporter, WrittenReply};
use super::session::Session;
use super::settings::Emit;
use super::state::{FOLDER, Output, Record, State};
use super::wire::Job;
use super::worker::Answer;
use crate::diagnostic::Message;
use crate::digest::Digest;
use crate::error::Error;
use crate::source::{disk, reach};
use crate::write;

/// What is wanted of a cycle besides.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct BuildOptions<'a> {
    /// Whether to build what is as it should be, too.
    pub(crate) force: bool,
    /// Whether to remove documents whose source is gone.
    pub(crate) prune: bool,
    /// Whether the last good document stays where it is when its source has errors.
    pub(crate) keeps_stale: bool,
    /// Whether findings of documents that are up to date are told once more.
    pub(crate) repeats: bool,
    /// Whether figures are wanted, too.
    pub(crate) with_figures: bool,
    /// Where to write what was read.
    pub(crate) deps: Option<&'a Path>,
    /// Where to write when what was worked on.
    pub(crate) timings: Option<&'a Path>,
}

pub(crate) use super::reporter::BuildOutcome;

/// Brings the documents of `directives` up to date. Failures are told; then some may not be.
pub(crate) fn cycle(
    session: &Session,
    observer: &mut dyn BuildObserver,
    directives: &BTreeMap<String, PathBuf>,
    how: &BuildOptions<'_>,
) -> Result<BuildOutcome, Closed> {
    match begin(session, observer, directives) {
        Ok((state, _lock)) => go(session, observer, directives, how, state),
        Err(error) => {
            observer.failure(&error);
            Ok(BuildOutcome::default())
        }
    }
}

/// The right to write, and what is known.
fn begin(
    session: &Session,
    observer: &mut dyn BuildObserver,
    directives: &BTreeMap<String, PathBuf>,
) -> Result<(State, lock::Lock), Error> {
    write::without_links(&session.make.out.join(FOLDER), &session.make.out)?;
    let waits = || observer.aside(&Message::new("waiting"));
    let lock = lock::lock(&session.store.folder, waits)?;
    let state = session.load(observer)?;
    session.clean(directives);
    Ok((state, lock))
}

fn go(
    session: &Session,
    observer: &mut dyn BuildObserver,
    directives: &BTreeMap<String, PathBuf>,
    how: &BuildOptions<'_>,
    state: State,
) -> Result<BuildOutcome, Closed> {
    if session.tell_project(observer)? {
        session.store_catalog();
    }
    let (plan, claims) = numbers::plan(session, directives, &state, how.force);
    let Plan { stale, stamps } = plan;
    for why in stale.values() {
        note_outputs(why, observer);
    }
    let mut teller = BuildReporter::new(session, directives, how, state, &claims);
    teller.refresh(stamps);
    if !stale.is_empty() {
        // Those of the program have no mistakes.
        let broken = if session.own.is_empty() { None } else { session.templates().err() };
        match broken {
            Some(finding) => observer.findings(&[*finding])?,
            None => work(session, observer, directives, how, &stale, &mut teller)?,
        }
    }
    teller.rest(observer)?;
    end(session, observer, directives, how, &mut teller);
    Ok(teller.came)
}

/// What somebody did to an output is not undone in silence.
fn note_outputs(why: &StaleReason, observer: &mut dyn BuildObserver) {
    let (id, file) = match why {
        StaleReason::Missing(file) => ("output-missing", file),
        StaleReason::Edited(file) => ("output-edited", file),
        _ => return,
    };
    observer.note(&Message::new(id).with("path", disk::from_here(file).display()));
}

fn work(
    session: &Session,
    observer: &mut dyn BuildObserver,
    directives: &BTreeMap<String, PathBuf>,
    how: &BuildOptions<'_>,
    stale: &BTreeMap<String, StaleReason>,
    teller: &mut BuildReporter<'_>,
) -> Result<(), Closed> {
    let jobs: Vec<Job> = stale
        .keys()
        .filter_map(|name| directives.get_key_value(name))
        .map(|(name, path)| Job {
            with_figures: how.with_figures,
            number_of: teller.claim(name).by,
            known: if how.force { None } else { known(session, &teller.state, name) },
            ..Job::document(name, path)
        })
        .collect();
    if let Err(error) = teller.begin() {
        observer.failure(&error);
        return Ok(());
    }
    let places = &session.outputs;
    let take = |index: usize, answer: Answer| {
        let Answer { reply, outputs } = answer;
        let mut written = BTreeMap::new();
        for (extension, bytes) in reply.outputs.iter().zip(&outputs) {
            match places.write(&jobs[index].name, extension, bytes) {
                Ok(output) => written.insert(extension.clone(), output),
                Err(error) => return WrittenReply { reply, written: Err(error) },
            };
        }
        WrittenReply { reply, written: Ok(written) }
    };
    observer.begin(jobs.len());
    let mut closed = None;
    session.pool.run(&jobs, &take, &mut |done| {
        let name = &jobs[done.index].name;
        observer.step(name);
        match teller.done(name, done, observer) {
            Ok(flow) => flow,
            Err(error) => {
                closed = Some(error);
                ControlFlow::Break(())
            }
        }
    });
    observer.end();
    session.outputs.sync(jobs.iter().map(|job| job.name.as_str()));
    closed.map_or(Ok(()), Err)
}

/// The Typst text that the documents of a directive that are there come of, when they would come of
/// it in the same way once more.
fn known(session: &Session, state: &State, name: &str) -> Option<Digest> {
    let record = state.records.get(name)?;
    let fingerprint = state.fingerprints.get(&record.fingerprint)?;
    let is_there = session.make.typst_extensions().iter().all(|extension| {
        let file = session.outputs.file(name, extension);
        record.outputs.get(*extension).is_some_and(|output| {
            let written = plan::as_written(&file, output, state.written);
            matches!(written, OutputStatus::Yes | OutputStatus::Elsewhere(_))
        })
    });
    // What Typst had to say would not be said again.
    let is_silent = !record.findings.iter().any(|finding| finding.code().starts_with('P'));
    record.text.filter(|_| fingerprint.sets_as(&session.fingerprint) && is_there && is_silent)
}

/// Everything behind the documents themselves.
fn end(
    session: &Session,
    observer: &mut dyn BuildObserver,
    directives: &BTreeMap<String, PathBuf>,
    how: &BuildOptions<'_>,
    teller: &mut BuildReporter<'_>,
) {
    let mut results = Vec::new();
    if session.make.emit.contains(&Emit::Typ) && !teller.came.in_place.is_empty() {
        results.push(write_library(session));
    }
    let gone = orphans(session, &teller.state, directives);
    if how.prune {
        results.push(prune(session, observer, directives, teller));
    } else {
        for file in &gone {
            let path = disk::from_here(file);
            observer.note(&Message::new("orphan").with("path", path.display()));
        }
    }
    if let Some(file) = how.deps {
        results.push(depfile::write(session, directives, file, teller));
    }
    results.push(teller.save());
    if let Some(file) = how.timings {
        let trace = std::mem::take(&mut teller.trace).into_json();
        results.push(write::write(file, trace.as_bytes()));
    }
    results
        .iter()
        .filter_map(|result| result.as_ref().err())
        .for_each(|error| observer.failure(error));
}

/// The texts import the library from the root: `typst compile --root out …` sets them.
fn write_library(session: &Session) -> Result<(), Error> {
    let Ok(templates) = session.templates() else { return Ok(()) };
    let mut library = templates.library().iter();
    library.try_for_each(|(name, bytes)| {
        let file = session.make.out.join(name);
        reach::may_write(&file, &session.make.out)?;
        write::write_through(&file, bytes, Some(&session.outputs.staging))
    })
}

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
fn prune(
    session: &Session,
    observer: &mut dyn BuildObserver,
    directives: &BTreeMap<String, PathBuf>,
    teller: &mut BuildReporter<'_>,
) -> Result<(), Error> {
    let gone: Vec<(String, Record)> = teller
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
            let id = match plan::as_written(&file, output, teller.state.written) {
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
        teller.forget(&name);
    }
    Ok(())
}

/// The outputs of a document that is up to date, for who takes a look at all of them.
pub(crate) fn outputs_of<'a>(
    session: &'a Session,
    name: &'a str,
    outputs: &'a BTreeMap<String, Output>,
) -> impl Iterator<Item = PathBuf> + 'a {
    let wanted = session.extensions.iter().filter(|extension| outputs.contains_key(**extension));
    wanted.map(|extension| session.outputs.file(name, extension))
}
