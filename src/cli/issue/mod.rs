//! `vanthu issue`: a draft to an issued document; an issued one corrected or withdrawn.

mod draft;
mod later;
mod recorded;
mod shown;

use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::args::{CommonArgs, IssueArgs, MakeArgs};
use super::print::{Closed, Printer};
use super::run::{Run, tell_settled};
use super::settings::{Settings, build_settings};
use super::{Outcome, unsettled};
use crate::build::settings::BuildSettings;
use crate::check::numbers::{self, Numbers};
use crate::codes;
use crate::diagnostic::{Diagnostic, Message, Report, Severity};
use crate::digest::Digest;
use crate::error::{Error, catch};
use crate::issue;
use crate::messages::Catalog;
use crate::pipeline::{self, Examined};
use crate::project::file::{File, Inputs};
use crate::project::{lock, record};
use crate::register::Numbered;
use crate::source::Sources;
use crate::span::Span;

pub(super) fn issue(args: &IssueArgs) -> Result<Outcome, Closed> {
    let make = make_args(args);
    let settings = match Settings::new(&make.common) {
        Ok(found) => found,
        Err(why) => return unsettled(&make.common, &why),
    };
    let locked = locked(args, &settings);
    let _lock = match locked {
        Ok(lock) => lock,
        Err(error) => {
            let printer =
                Printer::new(Catalog::new(settings.language), settings.format, settings.color);
            let outcome = printer.error(&error, &settings.project);
            return printer.end().map(|()| outcome);
        }
    };
    let mut run = match Run::new(&settings) {
        Ok(run) => run,
        Err(ended) => return ended,
    };
    let make = match build_settings(&make, &settings) {
        Ok(make) => make,
        Err(error) => return run.abort(&error),
    };
    let Some((name, path)) = run.one_directive() else { return run.stop(Outcome::Failed) };
    // A document that was moved is what this may be about.
    run.tell_files()?;
    if run.has_errors() {
        return run.stop(Outcome::Findings);
    }
    let mut desk = IssueCommand {
        args,
        run,
        make,
        name,
        path,
        inputs: BTreeMap::new(),
        others: OnceCell::new(),
    };
    let done = match (&args.correct, &args.withdraw) {
        (Some(reason), _) => desk.correct(reason),
        (None, Some(reason)) => desk.withdraw(reason),
        (None, None) => desk.issue(),
    };
    match done {
        Ok(()) => desk.run.stop(Outcome::Clean),
        Err(Stopped::Told(outcome)) => desk.run.stop(outcome),
        Err(Stopped::Failed(error)) => desk.run.abort(&error),
        Err(Stopped::Closed(closed)) => Err(closed),
    }
}

/// The right to write, unless nothing is to be written; what a run that was ended has left is
/// settled.
fn locked(args: &IssueArgs, settings: &Settings) -> Result<Option<lock::Lock>, Error> {
    if args.dry_run {
        return Ok(None);
    }
    let printer = Printer::new(Catalog::new(settings.language), settings.format, settings.color);
    let waits = || {
        let said = printer.say(&Message::new("issue-waiting"));
        printer.aside(&format!("vanthu: {said}"));
    };
    let lock = lock::project(&settings.project, waits)?;
    if let Some(settled) = record::settle_locked(&settings.project)? {
        tell_settled(&printer, &settled);
    }
    Ok(Some(lock))
}

/// Why nothing is written.
enum Stopped {
    /// It has been told.
    Told(Outcome),
    /// The program or its context failed.
    Failed(Error),
    /// Nobody listens any more.
    Closed(Closed),
}

impl From<Closed> for Stopped {
    fn from(closed: Closed) -> Self {
        Self::Closed(closed)
    }
}

impl From<Error> for Stopped {
    fn from(error: Error) -> Self {
        Self::Failed(error)
    }
}

/// One directive, and all that is asked for it.
struct IssueCommand<'a> {
    args: &'a IssueArgs,
    run: Run<'a>,
    make: BuildSettings,
    name: String,
    path: PathBuf,
    /// What was read for it the last time.
    inputs: BTreeMap<String, Option<Digest>>,
    /// Made when it is first asked for.
    others: OnceCell<(Numbers, Vec<Numbered>)>,
}

impl IssueCommand<'_> {
    /// The directive on the disk.
    fn file(&self) -> File<'_> {
        self.run.project.file(&self.name, &self.path)
    }

    /// Tells `report` and stops.
    fn refuse(&mut self, report: &Report, sources: &Sources) -> Stopped {
        match self.run.tell(report, sources) {
            Ok(()) => Stopped::Told(Outcome::Findings),
            Err(closed) => Stopped::Closed(closed),
        }
    }

    /// Its text.
    fn read(&mut self) -> Result<(Sources, String), Stopped> {
        let mut sources = self.run.project.office.sources();
        let mut report = Report::default();
        let source = self.file().text(&mut sources, &mut report)?;
        match source {
            Some(source) => {
                let text = sources.get(source).text.clone();
                Ok((sources, text))
            }
            None => Err(self.refuse(&report, &sources)),
        }
    }

    /// The directive that `text` holds, examined as an issued one; whatever is an error or a
    /// warning that nobody answers for stops it.
    fn examined(&mut self, text: &str) -> Result<(Examined, Sources), Stopped> {
        self.examined_as(text, None)
    }

    /// The same for a text that is not on the disk yet: there stands another one, and `edits` make
    /// `text` of it. Findings give the lines on the disk.
    fn examined_as(
        &mut self,
        text: &str,
        on_disk: Option<(&str, &[issue::Edit])>,
    ) -> Result<(Examined, Sources), Stopped> {
        let (numbers, _) = self.others();
        let run = &self.run;
        let mut sources = run.project.office.sources();
        let mut report = Report::default();
        let file = self.file();
        let around = run.project.context(numbers, None);
        let read = Inputs::default();
        let examined = catch(|| file.examine_text(text, &around, &read, &mut sources, &mut report));
        let examined = examined.and_then(|examined| examined)?;
        self.inputs = read.found.into_inner();
        let is_in_the_way =
            |finding: &Diagnostic| finding.severity < Severity::Info && finding.accepted.is_none();
        let count = report.findings().iter().filter(|finding| is_in_the_way(finding)).count();
        match examined {
            Some(examined) if count == 0 => Ok((examined, sources)),
            _ => {
                if let Some((before, edits)) = on_disk {
                    moved_to(before, edits, &mut report, &mut sources);
                }
                let refused = self.refuse(&report, &sources);
                self.run.note(&Message::new("issue-findings").with("count", count));
                Err(refused)
            }
        }
    }

    /// The numbers that all other directives of the project bear, and the issued ones among them.
    fn others(&self) -> &(Numbers, Vec<Numbered>) {
        self.others.get_or_init(|| {
            let (mut numbers, mut issued) = (Numbers::none(), Vec::new());
            for (name, path) in self.run.all_directives() {
                if name == self.name {
                    continue;
                }
                let file = self.run.project.file(&name, &path);
                let Some(directive) = catch(|| file.numbered()).ok().flatten() else { continue };
                let letters = pipeline::numbered_letters(&directive);
                numbers.note(&numbers::keys(&directive, letters), &name);
                issued.extend(Numbered::of(&name, &directive));
            }
            (numbers, issued)
        })
    }
}

/// Moves what was found in the first text to where it stood `before` the `edits`.
fn moved_to(before: &str, edits: &[issue::Edit], report: &mut Report, sources: &mut Sources) {
    let first = sources.first();
    let moved = |span: &mut Span| {
        if span.source == first {
            span.start = issue::offset_before(edits, span.start);
            span.end = issue::offset_before(edits, span.end).max(span.start);
        }
    };
    for finding in report.findings_mut() {
        let places = finding.place.iter_mut().chain(&mut finding.related);
        places.for_each(|place| moved(&mut place.span));
        finding.edits.iter_mut().for_each(|edit| moved(&mut edit.span));
    }
    sources.replace_first(before);
}

/// A finding about issuing as such.
fn cannot(message: Message) -> Diagnostic {
    Diagnostic::new(&codes::CANNOT_ISSUE, message)
}

/// The arguments of commands that make documents, as far as this one takes them.
fn make_args(args: &IssueArgs) -> MakeArgs {
    MakeArgs {
        common: CommonArgs::of_one(args.file.clone(), args.of_project.clone()),
        engine: args.engine,
        typst: args.typst.clone(),
        time_limit: None,
        memory_limit: None,
        jobs: None,
        emit: Vec::new(),
        out: Some(Path::new("out").to_owned()),
    }
}
