//! One build from what is known to what is there: plan, work, tell, remember.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use super::copies;
use super::depfile;
use super::lock;
use super::numbers;
use super::observer::{BuildObserver, Closed};
use super::outputs::Outputs;
use super::plan::{self, OutputStatus, Plan, StaleReason};
use super::reporter::{BuildReporter, WrittenReply};
use super::session::Session;
use super::settings::Emit;
use super::state::{FOLDER, Output, Record, State};
use super::wire::{CopiesPart, Job};
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
    let jobs = jobs(session, directives, how, stale, teller);
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
    let letters = Mutex::new(Vec::new());
    let closed_for = Mutex::new(BTreeSet::new());
    let take_copy = |index: usize, answer: Answer| {
        let written = write_copy(places, &jobs[index].name, &answer, &closed_for);
        let reply = WrittenReply { reply: answer.reply, written };
        if let Ok(mut letters) = letters.lock() {
            letters.push((index, reply));
        }
    };
    observer.begin(jobs.len());
    let mut closed = None;
    session.pool.run(&jobs, (&take, &take_copy), &mut |done| {
        let job = &jobs[done.index];
        observer.step(&job.name);
        let letters = letters.lock().map(|mut all| taken(&mut all, done.index));
        match teller.done(job, done, letters.unwrap_or_default(), observer) {
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

/// What workers are asked, in the order of the paths.
fn jobs(
    session: &Session,
    directives: &BTreeMap<String, PathBuf>,
    how: &BuildOptions<'_>,
    stale: &BTreeMap<String, StaleReason>,
    teller: &BuildReporter<'_>,
) -> Vec<Job> {
    let mut jobs: Vec<Job> = Vec::new();
    for (name, path) in stale.keys().filter_map(|name| directives.get_key_value(name)) {
        let known = teller.state.records.get(name).filter(|_| !how.force);
        let job = Job {
            with_figures: how.with_figures,
            number_of: teller.claim(name).by,
            taken: teller.claim(name).taken,
            known: known.and_then(|_| known_text(session, &teller.state, name)),
            known_copies: known
                .map(|_| known_copies(session, &teller.state, name))
                .unwrap_or_default(),
            ..Job::document(name, path)
        };
        jobs.extend(parts(job, session.make.jobs));
    }
    jobs
}

/// The replies about copies that belong to the job of this index, in the order they came.
fn taken(all: &mut Vec<(usize, WrittenReply)>, index: usize) -> Vec<WrittenReply> {
    let of_job = all.extract_if(.., |(job, _)| *job == index);
    of_job.map(|(_, reply)| reply).collect()
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

/// Writes the files of a copy. Before the first one of a directive the files about all copies go.
fn write_copy(
    places: &Outputs,
    name: &str,
    answer: &Answer,
    closed: &Mutex<BTreeSet<String>>,
) -> Result<BTreeMap<String, Output>, Error> {
    let mut written = BTreeMap::new();
    let Some(copy) = &answer.reply.copy else { return Ok(written) };
    for (extension, bytes) in answer.reply.outputs.iter().zip(&answer.outputs) {
        let key = copies::key(&copy.file, extension);
        if let Ok(mut closed) = closed.lock()
            && !closed.contains(name)
            && disk::digest_of_file(&places.file(name, &key)) != Some(Digest::of(bytes))
        {
            copies::close(places, name)?;
            closed.insert(name.to_owned());
        }
        written.insert(key.clone(), places.write(name, &key, bytes)?);
    }
    Ok(written)
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
    let is_wanted = |key: &&String| {
        let extension = key.rsplit_once('.').map_or(key.as_str(), |(_, extension)| extension);
        session.extensions.contains(&extension) || copies::is_about_all(key)
    };
    // The document itself before its copies.
    let (plain, letters): (Vec<&String>, Vec<&String>) =
        outputs.keys().filter(is_wanted).partition(|key| !key.starts_with(copies::FOLDER));
    let in_order = |key: &&String| session.extensions.iter().position(|it| *it == key.as_str());
    let mut plain = plain;
    plain.sort_by_key(in_order);
    plain.into_iter().chain(letters).map(|key| session.outputs.file(name, key))
}
