//! What becomes of a reply: its documents are told, and remembered.

use std::collections::BTreeMap;
use std::ops::ControlFlow;

use super::{BuildReporter, outputs_of};
use crate::build::copies;
use crate::build::loss::{LostDocument, loss, set_aside};
use crate::build::numbers::NumberClaim;
use crate::build::observer::{BuildObserver, Closed};
use crate::build::outputs::WrittenReply;
use crate::build::state::{Copies, Output, Record};
use crate::build::wire::{CopiesReply, Reply};
use crate::build::worker::WorkerError;
use crate::diagnostic::Severity;
use crate::digest::Digest;
use crate::error::Error;

impl BuildReporter<'_> {
    pub(super) fn answered(
        &mut self,
        name: &str,
        reply: Reply,
        written: Result<BTreeMap<String, Output>, Error>,
        took: u64,
        observer: &mut dyn BuildObserver,
    ) -> Result<(), Closed> {
        observer.findings(&reply.findings)?;
        if let Some(failure) = &reply.failure {
            observer.failure_message(failure);
        }
        let outputs = match written {
            Ok(outputs) if reply.is_known => {
                self.outputs_known(name).into_iter().chain(outputs).collect()
            }
            Ok(outputs) => outputs,
            Err(error) => {
                observer.failure(&error);
                return Ok(());
            }
        };
        self.no_copies(name, observer);
        let is_good = !outputs.is_empty();
        if is_good {
            self.came.in_place.extend(outputs_of(self.session, name, &outputs));
            if self.is_new(name, &reply, &outputs) {
                self.came.built.push((name.to_owned(), took, reply.figures));
            }
            self.good.insert(name.to_owned());
        } else if reply.findings.iter().any(|it| it.severity() == Severity::Error) {
            set_aside(self.session, name, self.how.keeps_stale, observer);
        }
        let record = Record {
            outputs,
            text: reply.text,
            // What led to no document is found anew the next time.
            findings: if is_good { reply.findings } else { Vec::new() },
            ..self.record(name, reply.inputs)
        };
        self.remember(name, record, observer);
        Ok(())
    }

    /// Tells of a directive with copies.
    pub(super) fn with_copies(
        &mut self,
        name: &str,
        main: CopiesReply,
        (answer, letters): (WrittenReply, Vec<WrittenReply>),
        took: u64,
        observer: &mut dyn BuildObserver,
    ) -> Result<(), Closed> {
        let WrittenReply { mut reply, written } = answer;
        if let Some(failure) = &reply.failure {
            observer.failure_message(failure);
        }
        let before = self.state.records.get(name).cloned();
        let general = std::mem::take(&mut reply.findings);
        let outputs = written.map(|written| {
            let known = if reply.is_known { self.outputs_known(name) } else { BTreeMap::new() };
            known.into_iter().chain(written).collect::<BTreeMap<_, _>>()
        });
        let gathered = outputs.and_then(|outputs| {
            let is_new = !outputs.is_empty() && self.is_new(name, &reply, &outputs);
            let found = (main, general);
            let mut all = copies::gather(self.session, before.as_ref(), found, outputs, letters)?;
            all.is_new |= is_new;
            let former = self.former(before.as_ref());
            copies::finish(self.session, name, former, main, &mut all, observer)?;
            Ok(all)
        });
        let gathered = match gathered {
            Ok(gathered) => gathered,
            Err(error) => {
                observer.failure(&error);
                return Ok(());
            }
        };
        self.remember_copies(name, reply, gathered, took, observer)
    }

    fn remember_copies(
        &mut self,
        name: &str,
        reply: Reply,
        gathered: copies::Gathered,
        took: u64,
        observer: &mut dyn BuildObserver,
    ) -> Result<(), Closed> {
        let copies::Gathered { findings, outputs, copies, is_new } = gathered;
        observer.findings(&findings)?;
        let is_whole = copies.is_whole && reply.failure.is_none();
        self.came.in_place.extend(outputs_of(self.session, name, &outputs));
        if is_new {
            self.came.built.push((name.to_owned(), took, reply.figures));
        }
        if is_whole {
            self.good.insert(name.to_owned());
        }
        let has_document = self.session.extensions.iter().any(|it| outputs.contains_key(*it));
        if !has_document && (copies::has_error(&findings) || !copies.has_general) {
            set_aside(self.session, name, self.how.keeps_stale, observer);
        }
        let record = Record {
            outputs,
            copies: Some(Copies { is_whole, ..copies }),
            text: reply.text,
            findings,
            ..self.record(name, reply.inputs)
        };
        self.remember(name, record, observer);
        Ok(())
    }

    pub(super) fn lost(
        &mut self,
        name: &str,
        lost: WorkerError,
        observer: &mut dyn BuildObserver,
    ) -> Result<ControlFlow<()>, Closed> {
        match loss(lost, name, &self.session.make) {
            LostDocument::Failure(message) => {
                observer.failure_message(&message);
                return Ok(ControlFlow::Break(()));
            }
            LostDocument::Finding(finding) => observer.findings(&[*finding])?,
        }
        self.letters.clear();
        self.no_copies(name, observer);
        set_aside(self.session, name, self.how.keeps_stale, observer);
        let inputs = self.state.records.get(name).map(|record| record.inputs.clone());
        let record = self.record(name, inputs.unwrap_or_default());
        self.remember(name, record, observer);
        Ok(ControlFlow::Continue(()))
    }

    /// What is remembered of a directive without documents.
    fn record(&self, name: &str, inputs: BTreeMap<String, Option<Digest>>) -> Record {
        let NumberClaim { numbers, by: number_of, .. } = self.claim(name);
        Record {
            fingerprint: self.fingerprint,
            numbers,
            number_of,
            inputs,
            outputs: BTreeMap::new(),
            copies: None,
            text: None,
            findings: Vec::new(),
        }
    }

    fn former<'r>(&self, record: Option<&'r Record>) -> copies::Former<'r> {
        copies::Former { record, is_pruned: self.how.prune }
    }

    /// A directive without copies, or with errors, has none of before, either.
    fn no_copies(&self, name: &str, observer: &mut dyn BuildObserver) {
        let before = self.state.records.get(name).filter(|record| record.copies.is_some());
        if before.is_none() || self.how.keeps_stale {
            return;
        }
        let former = self.former(before);
        if let Err(error) = copies::take_away(self.session, name, former, &|_| false, observer) {
            observer.failure(&error);
        }
    }

    /// Whether a document was set, or one that is made without Typst is another one now.
    fn is_new(&self, name: &str, reply: &Reply, outputs: &BTreeMap<String, Output>) -> bool {
        let before = self.state.records.get(name).map(|record| &record.outputs);
        let is_same = |(extension, output): (&String, &Output)| {
            let before = before.and_then(|before| before.get(extension));
            before.is_some_and(|before| before.digest == output.digest)
        };
        reply.text.is_some() && !reply.is_known || !outputs.iter().all(is_same)
    }

    /// The documents that are there, when they need not be set once more.
    fn outputs_known(&self, name: &str) -> BTreeMap<String, Output> {
        let record = self.state.records.get(name);
        let known = record.map(|record| record.outputs.clone()).unwrap_or_default();
        let of_typst = self.session.make.typst_extensions();
        let wanted = |extension: &String| of_typst.contains(&extension.as_str());
        known.into_iter().filter(|(extension, _)| wanted(extension)).collect()
    }

    fn remember(&mut self, name: &str, mut record: Record, observer: &mut dyn BuildObserver) {
        if let Some(before) = self.state.records.get(name)
            && before.fingerprint == record.fingerprint
            && before.inputs == record.inputs
            && !record.outputs.is_empty()
        {
            // Documents of another kind that were made of the same.
            let is_there = |key: &&String| {
                let letter = key.strip_prefix(copies::FOLDER);
                let letter = letter.and_then(|file| file.rsplit_once('.'));
                letter.is_none_or(|(file, _)| {
                    record.copies.as_ref().is_some_and(|it| it.letters.contains_key(file))
                })
            };
            let of_before = before.outputs.iter().filter(|(key, _)| is_there(key));
            let of_before: Vec<_> = of_before.collect();
            for (extension, output) in of_before {
                record.outputs.entry(extension.clone()).or_insert_with(|| output.clone());
            }
        }
        if let Some(journal) = &mut self.journal
            && let Err(error) = journal.add(name, Some(&record))
        {
            // The state is still written at the end, if it can be.
            self.journal = None;
            observer.failure(&error);
        }
        self.state.records.insert(name.to_owned(), record);
    }
}
