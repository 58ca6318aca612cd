//! What comes of the documents of a cycle, told in the order of their paths and remembered.

mod replies;

use std::collections::{BTreeMap, BTreeSet};
use std::iter::Peekable;
use std::ops::ControlFlow;
use std::path::PathBuf;

use crate::build::copies;
use crate::build::numbers::{NumberClaim, NumberClaims};
use crate::build::observer::{BuildObserver, Closed};
use crate::build::options::BuildOptions;
use crate::build::outputs::WrittenReply;
use crate::build::pool::Done;
use crate::build::session::Session;
use crate::build::state::{Journal, JournalState, Output, State};
use crate::build::trace::Trace;
use crate::build::wire::Job;
use crate::diff::stored_figures::Figures;
use crate::digest::Digest;
use crate::error::Error;
use crate::source::disk::Stamp;

/// What a cycle came to.
#[derive(Debug, Default)]
pub(crate) struct BuildOutcome {
    /// Documents that are as they should be.
    pub(crate) in_place: Vec<PathBuf>,
    /// Directives that were built in this cycle: name, microseconds, figures.
    pub(crate) built: Vec<(String, u64, Option<Figures>)>,
}

/// Tells and remembers.
pub(crate) struct BuildReporter<'a> {
    session: &'a Session,
    /// The digest of the session's fingerprint.
    fingerprint: Digest,
    how: BuildOptions<'a>,
    claims: &'a NumberClaims,
    /// The directives that were not come to yet.
    left: Peekable<std::collections::btree_map::Keys<'a, String, PathBuf>>,
    pub(crate) state: State,
    is_changed: bool,
    /// Whether something is known now that no journal tells.
    is_beyond_journal: bool,
    journal: Option<Journal>,
    good: BTreeSet<String>,
    /// The copies of the directive that is being worked on, and its first part.
    letters: Vec<WrittenReply>,
    first: Option<Done<WrittenReply>>,
    pub(crate) came: BuildOutcome,
    pub(crate) trace: Trace,
}

impl<'a> BuildReporter<'a> {
    pub(crate) fn new(
        session: &'a Session,
        directives: &'a BTreeMap<String, PathBuf>,
        how: &BuildOptions<'a>,
        state: State,
        claims: &'a NumberClaims,
    ) -> Self {
        let is_behind = state.written.is_none() || state.left == JournalState::Spent;
        Self {
            session,
            fingerprint: session.fingerprint.digest(),
            how: *how,
            claims,
            left: directives.keys().peekable(),
            is_changed: is_behind,
            is_beyond_journal: is_behind,
            state,
            journal: None,
            good: BTreeSet::new(),
            letters: Vec::new(),
            first: None,
            came: BuildOutcome::default(),
            trace: Trace::default(),
        }
    }

    /// The number of a directive.
    pub(crate) fn claim(&self, name: &str) -> NumberClaim {
        self.claims.get(name).cloned().unwrap_or_default()
    }

    /// Begins a journal, or goes on with that of a run by the same fingerprint. Another one that is
    /// there is in the state already, which is written first.
    pub(crate) fn begin(&mut self) -> Result<(), Error> {
        let left = match self.state.left {
            JournalState::Lines(fingerprint, _) if fingerprint != self.fingerprint => {
                JournalState::Spent
            }
            left => left,
        };
        let is_behind = self.state.written.is_none() || left == JournalState::Spent;
        // What cannot be noted is not begun, and nothing of it is noted at the end.
        self.is_changed = false;
        let left = if is_behind && !self.state.records.is_empty() {
            self.session.store.save(&self.state)?;
            self.is_beyond_journal = false;
            JournalState::Nothing
        } else {
            left
        };
        let fingerprint = &self.session.fingerprint;
        self.journal = Some(self.session.store.begin(fingerprint, left)?);
        self.state.fingerprints.insert(self.fingerprint, fingerprint.clone());
        self.is_changed = true;
        Ok(())
    }

    /// Outputs that are what they were, in files that are not.
    pub(crate) fn refresh(&mut self, stamps: Vec<(String, String, Stamp)>) {
        for (name, extension, stamp) in stamps {
            let record = self.state.records.get_mut(&name);
            if let Some(output) = record.and_then(|record| record.outputs.get_mut(&extension)) {
                output.stamp = stamp;
                self.is_changed = true;
                self.is_beyond_journal = true;
            }
        }
    }

    /// Whether the documents of this directive are as they should be.
    pub(crate) fn is_in_place(&self, name: &str) -> bool {
        self.good.contains(name)
    }

    /// Forgets a directive that is gone.
    pub(crate) fn forget(&mut self, name: &str) {
        let is_changed = self.state.records.remove(name).is_some();
        self.is_changed |= is_changed;
        self.is_beyond_journal |= is_changed;
    }

    /// Tells of a directive that was worked on, after those before it that need not be.
    pub(crate) fn done(
        &mut self,
        job: &Job,
        mut done: Done<WrittenReply>,
        letters: Vec<WrittenReply>,
        observer: &mut dyn BuildObserver,
    ) -> Result<ControlFlow<()>, Closed> {
        let name = job.name.as_str();
        self.letters.extend(letters);
        if job.part.count > 1 {
            match self.gathered(job, done) {
                Some(all) => done = all,
                None => return Ok(ControlFlow::Continue(())),
            }
        }
        while let Some(before) = self.left.next_if(|next| next.as_str() < name) {
            self.up_to_date(before, observer)?;
        }
        self.left.next_if(|next| next.as_str() == name);
        self.note_time(name, &done);
        match done.came {
            Ok(WrittenReply { reply, written }) => {
                let letters = std::mem::take(&mut self.letters);
                match reply.copies {
                    Some(copies) => {
                        let answer = WrittenReply { reply, written };
                        self.with_copies(name, copies, (answer, letters), done.took, observer)?;
                    }
                    None => self.answered(name, reply, written, done.took, observer)?,
                }
            }
            Err(lost) => return self.lost(name, lost, observer),
        }
        Ok(ControlFlow::Continue(()))
    }

    /// The first part of a directive with copies, when the last one is done; one that was lost
    /// stands for all.
    fn gathered(&mut self, job: &Job, done: Done<WrittenReply>) -> Option<Done<WrittenReply>> {
        let is_last = job.part.index + 1 == job.part.count;
        self.first = match self.first.take() {
            Some(first) if first.came.is_ok() => {
                let is_failed = match &done.came {
                    Ok(part) => part.reply.failure.is_some(),
                    Err(_) => true,
                };
                Some(if is_failed { done } else { first })
            }
            Some(first) => Some(first),
            None => Some(done),
        };
        if is_last { self.first.take() } else { None }
    }

    /// Tells of all that is left.
    pub(crate) fn rest(&mut self, observer: &mut dyn BuildObserver) -> Result<(), Closed> {
        while let Some(name) = self.left.next() {
            self.up_to_date(name, observer)?;
        }
        Ok(())
    }

    fn up_to_date(&mut self, name: &str, observer: &mut dyn BuildObserver) -> Result<(), Closed> {
        // Where the run could not go on, some are left that are not.
        let Some(record) = self.state.records.get(name) else { return Ok(()) };
        if record.outputs.is_empty() || record.fingerprint != self.fingerprint {
            return Ok(());
        }
        if self.how.repeats {
            observer.findings(&record.findings)?;
        }
        self.came.in_place.extend(outputs_of(self.session, name, &record.outputs));
        self.good.insert(name.to_owned());
        Ok(())
    }

    fn note_time(&mut self, name: &str, done: &Done<WrittenReply>) {
        if self.how.timings.is_none() {
            return;
        }
        let reply = done.came.as_ref().ok().map(|taken| &taken.reply);
        let peak = reply.map_or(0, |reply| reply.peak);
        self.trace.document(name, done.worker, done.start, done.took, peak);
        let mut start = done.start;
        for (stage, took) in reply.iter().flat_map(|reply| &reply.phases) {
            self.trace.stage(stage, done.worker, start, *took);
            start += took;
        }
    }

    /// Writes down what is known now, when it is something new. Where that is little, the journal
    /// is enough.
    pub(crate) fn save(&mut self) -> Result<(), Error> {
        let store = &self.session.store;
        let records = self.state.records.len();
        let journal = self.journal.take().filter(|journal| journal.is_short(records));
        let is_noted = journal.is_some() && !self.is_beyond_journal && store.may_leave_lines();
        if !self.is_changed || is_noted { Ok(()) } else { store.save(&self.state) }
    }
}

/// The outputs of a document that is up to date, for who takes a look at all of them.
fn outputs_of<'a>(
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
