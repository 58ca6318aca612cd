//! `vanthu verify`: whether documents are what their sources give.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::ops::ControlFlow;
use std::path::PathBuf;
use std::sync::Mutex;

use super::args::VerifyArgs;
use super::build::{directives, session};
use super::print::{Closed, Printer};
use super::reasons;
use super::run::Run;
use super::settings::{Settings, build_settings};
use super::{Outcome, unsettled, verify_pdf};
use crate::build::copies;
use crate::build::env::BuildEnv;
use crate::build::loss::{LostDocument, loss};
use crate::build::numbers;
use crate::build::observer::BuildObserver;
use crate::build::outputs::Outputs;
use crate::build::pool::Done;
use crate::build::session::Session;
use crate::build::state::{Record, State};
use crate::build::wire::{Job, Reply};
use crate::build::worker::Answer;
use crate::diagnostic::Message;
use crate::digest::Digest;
use crate::error::Error;
use crate::messages::stored::told_once;
use crate::source::disk;

pub(super) fn verify(args: &VerifyArgs, words: Vec<OsString>) -> Result<Outcome, Closed> {
    let settings = match Settings::new(&args.make.common) {
        Ok(found) => found,
        Err(why) => return unsettled(&args.make.common, &why),
    };
    let mut run = match Run::new(&settings) {
        Ok(run) => run,
        Err(ended) => return ended,
    };
    let pdfs = settings.paths.iter().filter(|path| verify_pdf::is_pdf(path)).count();
    if pdfs > 0 && pdfs == settings.paths.len() {
        return verify_pdf::verify(args, &settings, run);
    }
    if pdfs > 0 {
        return run.abort(&Error::Usage(Message::new("verify-pdf-mixed")));
    }
    let session = build_settings(&args.make, &settings)
        .and_then(|make| BuildEnv::new(&settings.project, make, None, words))
        .and_then(|env| session(&run, env))
        .and_then(|session| Ok((session.load(&mut run)?, session)));
    let (state, session) = match session {
        Ok(found) => found,
        Err(error) => return run.abort(&error),
    };
    let directives = directives(&mut run);
    if let Err(finding) = session.templates() {
        run.findings(&[*finding])?;
        return run.stop(Outcome::Findings);
    }
    let verified = compare(&session, &state, &mut run, &directives)?;
    let summary = Message::new("summary-verified").with("same", verified);
    run.finish(summary, directives.len())
}

/// An answer, and the outputs that are not what it gives.
struct Compared {
    reply: Reply,
    missing: Vec<PathBuf>,
    other: Vec<PathBuf>,
}

/// Sets every document in memory and compares it with that of the output folder; how many are
/// the same.
fn compare(
    session: &Session,
    state: &State,
    run: &mut Run<'_>,
    directives: &BTreeMap<String, PathBuf>,
) -> Result<usize, Closed> {
    session.tell_project(run)?;
    let claims = numbers::claims(session, directives, state, &|_| false);
    let job = |(name, path): (&String, &PathBuf)| Job {
        number_of: claims.get(name).and_then(|claim| claim.by.clone()),
        taken: claims.get(name).map(|claim| claim.taken.clone()).unwrap_or_default(),
        ..Job::document(name, path)
    };
    let jobs: Vec<Job> = directives.iter().map(job).collect();
    let places = &session.outputs;
    let take = |index: usize, answer: Answer| compared(places, &jobs[index].name, answer);
    let letters = Mutex::new(BTreeMap::<usize, Vec<Compared>>::new());
    let take_copy = |index: usize, answer: Answer| {
        let compared = take(index, answer);
        if let Ok(mut letters) = letters.lock() {
            letters.entry(index).or_default().push(compared);
        }
    };
    run.begin(jobs.len());
    let mut closed = None;
    let mut same = 0;
    session.pool.run(&jobs, (&take, &take_copy), &mut |mut done| {
        let name = &jobs[done.index].name;
        run.step(name);
        let copies = letters.lock().ok().and_then(|mut letters| letters.remove(&done.index));
        if let (Ok(compared), Some(copies)) = (&mut done.came, copies) {
            with_copies(compared, copies, session, state.records.get(name), name);
        }
        match tell_one(session, state, run, name, done) {
            Ok((flow, is_same)) => {
                same += usize::from(is_same);
                flow
            }
            Err(error) => {
                closed = Some(error);
                ControlFlow::Break(())
            }
        }
    });
    run.end();
    closed.map_or(Ok(same), Err)
}

/// Compares what came of a document, or of a copy, with the files that are there.
fn compared(places: &Outputs, name: &str, Answer { reply, outputs }: Answer) -> Compared {
    let mut compared = Compared { reply, missing: Vec::new(), other: Vec::new() };
    for (extension, bytes) in compared.reply.outputs.iter().zip(&outputs) {
        let key = match &compared.reply.copy {
            Some(copy) => copies::key(&copy.file, extension),
            None => extension.clone(),
        };
        let file = places.file(name, &key);
        match disk::digest_of_file(&file) {
            Some(digest) if digest == Digest::of(bytes) => {}
            Some(_) => compared.other.push(file),
            None => compared.missing.push(file),
        }
    }
    compared
}

/// Adds what was found of the copies of a document, and of the files about all of them: those must
/// be as they were written.
fn with_copies(
    compared: &mut Compared,
    copies: Vec<Compared>,
    session: &Session,
    record: Option<&Record>,
    name: &str,
) {
    let findings = copies.iter().flat_map(|copy| copy.reply.findings.clone());
    let general = std::mem::take(&mut compared.reply.findings);
    let count = compared.reply.copies.map_or(0, |copies| copies.count);
    compared.reply.findings = told_once(general, findings.collect::<Vec<_>>().into_iter(), count);
    for copy in copies {
        compared.reply.outputs.extend(copy.reply.outputs);
        compared.missing.extend(copy.missing);
        compared.other.extend(copy.other);
    }
    let outputs = record.into_iter().flat_map(|record| &record.outputs);
    for (key, output) in outputs.filter(|(key, _)| copies::is_about_all(key)) {
        let file = session.outputs.file(name, key);
        match disk::digest_of_file(&file) {
            Some(digest) if digest == output.digest => {}
            Some(_) => compared.other.push(file),
            None => compared.missing.push(file),
        }
    }
}

fn tell_one(
    session: &Session,
    state: &State,
    run: &mut Run<'_>,
    name: &str,
    done: Done<Compared>,
) -> Result<(ControlFlow<()>, bool), Closed> {
    let compared = match done.came {
        Ok(compared) => compared,
        Err(lost) => match loss(lost, name, &session.make) {
            LostDocument::Failure(message) => {
                run.failure_message(&message);
                return Ok((ControlFlow::Break(()), false));
            }
            LostDocument::Finding(finding) => {
                run.findings(&[*finding])?;
                return Ok((ControlFlow::Continue(()), false));
            }
        },
    };
    run.findings(&compared.reply.findings)?;
    if let Some(failure) = &compared.reply.failure {
        run.failure_message(failure);
    }
    let why = reasons(session, state, run, name, &compared.reply);
    let missing = compared.missing.iter().map(|file| ("verify-missing", file));
    for (id, file) in missing.chain(compared.other.iter().map(|file| ("verify-other", file))) {
        let path = disk::from_here(file).display().to_string();
        let said = run.printer.say(&Message::new(id).with("path", path).with("why", &why));
        if run.settings.format.is_data() {
            run.printer.note(&said);
        } else {
            Printer::data(&said)?;
        }
        run.found();
    }
    let is_same = compared.missing.is_empty()
        && compared.other.is_empty()
        && !compared.reply.outputs.is_empty();
    Ok((ControlFlow::Continue(()), is_same))
}

/// What is other than when the document was built, in words.
fn reasons(session: &Session, state: &State, run: &Run<'_>, name: &str, reply: &Reply) -> String {
    let Some(record) = state.records.get(name) else {
        return run.printer.say(&Message::new("verify-unknown"));
    };
    let mut reasons = Vec::new();
    match state.fingerprints.get(&record.fingerprint) {
        Some(old) => {
            let parts = old.differences(&session.fingerprint);
            if parts.contains(&"program") {
                let message = Message::new("verify-program").with("before", &old.program);
                reasons.push(run.printer.say(&message.with("now", &session.fingerprint.program)));
            }
            let others: Vec<&'static str> =
                parts.into_iter().filter(|part| *part != "program").collect();
            if !others.is_empty() {
                let parts = reasons::named(&others, &run.printer);
                reasons.push(run.printer.say(&Message::new("verify-parts").with("parts", parts)));
            }
        }
        None => reasons.push(run.printer.say(&Message::new("verify-unknown"))),
    }
    let names = record.inputs.keys().chain(reply.inputs.keys());
    let names: std::collections::BTreeSet<&String> = names.collect();
    for input in names {
        if record.inputs.get(input) != reply.inputs.get(input) {
            reasons.push(run.printer.say(&Message::new("verify-input").with("path", input)));
        }
    }
    if reasons.is_empty() {
        // Nothing that is known would change it: the file was edited by hand.
        reasons.push(run.printer.say(&Message::new("verify-edited")));
    }
    reasons.join("; ")
}
