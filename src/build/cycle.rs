//! One build from what is known to what is there: plan, work, tell, remember.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;
use std::path::PathBuf;
use std::sync::Mutex;

use super::copies;
use super::depfile;
use super::jobs::jobs;
use super::lock;
use super::numbers;
use super::observer::{BuildObserver, Closed};
use super::options::BuildOptions;
use super::orphans::{orphans, prune};
use super::outputs::{Outputs, WrittenReply};
use super::plan::{Plan, StaleReason};
pub(crate) use super::reporter::BuildOutcome;
use super::reporter::BuildReporter;
use super::session::Session;
use super::settings::Emit;
use super::state::{FOLDER, Output, State};
use super::worker::Answer;
use crate::diagnostic::Message;
use crate::digest::Digest;
use crate::error::Error;
use crate::source::{disk, reach};
use crate::write;

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
    let mut reporter = BuildReporter::new(session, directives, how, state, &claims);
    reporter.refresh(stamps);
    if !stale.is_empty() {
        // Those of the program have no mistakes.
        let broken = if session.own.is_empty() { None } else { session.templates().err() };
        match broken {
            Some(finding) => observer.findings(&[*finding])?,
            None => work(session, observer, directives, how, &stale, &mut reporter)?,
        }
    }
    reporter.rest(observer)?;
    end(session, observer, directives, how, &mut reporter);
    Ok(reporter.came)
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
    reporter: &mut BuildReporter<'_>,
) -> Result<(), Closed> {
    let jobs = jobs(session, directives, how, stale, reporter);
    if let Err(error) = reporter.begin() {
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
        match reporter.done(job, done, letters.unwrap_or_default(), observer) {
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

/// The replies about copies that belong to the job of this index, in the order they came.
fn taken(all: &mut Vec<(usize, WrittenReply)>, index: usize) -> Vec<WrittenReply> {
    let of_job = all.extract_if(.., |(job, _)| *job == index);
    of_job.map(|(_, reply)| reply).collect()
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

/// Everything behind the documents themselves.
fn end(
    session: &Session,
    observer: &mut dyn BuildObserver,
    directives: &BTreeMap<String, PathBuf>,
    how: &BuildOptions<'_>,
    reporter: &mut BuildReporter<'_>,
) {
    let mut results = Vec::new();
    if session.make.emit.contains(&Emit::Typ) && !reporter.came.in_place.is_empty() {
        results.push(write_library(session));
    }
    let gone = orphans(session, &reporter.state, directives);
    if how.prune {
        results.push(prune(session, observer, directives, reporter));
    } else {
        for file in &gone {
            let path = disk::from_here(file);
            observer.note(&Message::new("orphan").with("path", path.display()));
        }
    }
    if let Some(file) = how.deps {
        results.push(depfile::write(session, directives, file, reporter));
    }
    results.push(reporter.save());
    if let Some(file) = how.timings {
        let trace = std::mem::take(&mut reporter.trace).into_json();
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
