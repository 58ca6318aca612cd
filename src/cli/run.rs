//! What all commands share that examine directives: which directives, the findings, and the
//! outcome.

use std::collections::BTreeMap;
use std::io::IsTerminal as _;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use super::args::Format;
use super::print::{Closed, Printer};
use super::progress::Progress;
use super::settings::Settings;
use super::{Outcome, issued_changes};
use crate::build::observer::BuildObserver;
use crate::check::numbers::{self, Numbers};
use crate::diagnostic::{Diagnostic, Message, Report, Severity};
use crate::error::{Error, catch};
use crate::messages::Catalog;
use crate::messages::stored::StoredFinding;
use crate::model::Directive;
use crate::pipeline::{self, Examined};
use crate::project::file::Inputs;
use crate::project::{Project, files, record};
use crate::source::Sources;
use crate::source::disk;

/// A run of a command: its settings, and the findings so far.
pub(super) struct Run<'a> {
    pub(super) settings: &'a Settings,
    pub(super) printer: Printer,
    pub(super) project: Rc<Project>,
    progress: Option<Progress>,
    outcome: Outcome,
    errors: usize,
    warnings: usize,
    accepted: usize,
}

impl<'a> Run<'a> {
    /// A run under `settings`, or the outcome if that failed: the failure has been printed then.
    pub(super) fn new(settings: &'a Settings) -> Result<Self, Result<Outcome, Closed>> {
        let printer =
            Printer::new(Catalog::new(settings.language), settings.format, settings.color)
                .below(below(settings))
                .showing_accepted(settings.show_accepted);
        // What cannot be settled here, on a disk that cannot be written, is seen as not done.
        if let Ok(Some(settled)) = record::settle(&settings.project) {
            tell_settled(&printer, &settled);
        }
        match settings.open_project() {
            Ok(project) => Ok(Self {
                settings,
                printer,
                project: Rc::new(project),
                progress: None,
                outcome: Outcome::Clean,
                errors: 0,
                warnings: 0,
                accepted: 0,
            }),
            Err(error) => {
                let outcome = printer.error(&error, &settings.project);
                Err(printer.end().map(|()| outcome))
            }
        }
    }

    /// The directives to work on, by their paths in the project.
    pub(super) fn directives(&mut self) -> BTreeMap<String, PathBuf> {
        let project = &self.settings.project;
        let skip = files::not_directives(project);
        let mut directives = BTreeMap::new();
        for path in &self.settings.paths {
            if !path.starts_with(project) {
                let message = Message::new("outside-project")
                    .with("path", disk::from_here(path).display())
                    .with("project", project.display());
                self.fail(&Error::Usage(message));
                continue;
            }
            let (files, failures) = files::below(project, path, &skip);
            if files.is_empty() && failures.is_empty() {
                let message =
                    Message::new("nothing-found").with("path", disk::from_here(path).display());
                self.fail(&Error::Usage(message));
            }
            failures.iter().for_each(|failure| self.fail(failure));
            directives.extend(files);
        }
        directives
    }

    /// All directives of the project, whatever was named.
    pub(crate) fn all_directives(&self) -> BTreeMap<String, PathBuf> {
        let project = &self.settings.project;
        files::below(project, &project.join("data"), &files::not_directives(project))
            .0
            .into_iter()
            .collect()
    }

    /// The one file that was named, as a directive; a folder is refused.
    pub(crate) fn one_directive(&mut self) -> Option<(String, PathBuf)> {
        if let Some(folder) = self.settings.paths.iter().find(|path| path.is_dir()) {
            let message =
                Message::new("not-a-file").with("path", disk::from_here(folder).display());
            self.fail(&Error::Usage(message));
            return None;
        }
        self.directives().into_iter().next()
    }

    /// Prints what is wrong with the catalog and with the record of issued documents.
    pub(super) fn tell_project(&mut self) -> Result<(), Closed> {
        let findings = self.project.findings();
        self.findings(&findings)
    }

    /// The same, but for issued documents whose directive is gone.
    pub(super) fn tell_files(&mut self) -> Result<(), Closed> {
        let findings = self.project.findings_of_files();
        self.findings(&findings)
    }

    /// Whether an error was found.
    pub(super) fn has_errors(&self) -> bool {
        self.errors > 0
    }

    /// Examines every directive. All are tried; all findings are printed, in the order of the
    /// paths.
    pub(super) fn examine(&mut self, directives: &BTreeMap<String, PathBuf>) -> Result<(), Closed> {
        self.tell_project()?;
        let mut numbers = Numbers::none();
        let project = Rc::clone(&self.project);
        let mut others = project.other_numbers(directives).into_iter().peekable();
        self.begin(directives.len());
        for (name, path) in directives {
            self.step(name);
            while let Some((other, own)) = others.next_if(|(other, _)| other < name) {
                numbers.note(&own, &other);
            }
            let mut sources = project.office.sources();
            let mut report = Report::default();
            let (file, read) = (project.file(name, path), Inputs::default());
            let around = project.context(&numbers, project.record.entry(name));
            // If examining one directive panics, only that one is lost.
            let examined = catch(|| {
                file.examine(pipeline::examine, &around, &read, &mut sources, &mut report)
            });
            let examined = examined.and_then(|examined| examined);
            // The number of a directive with errors is taken, too.
            let own = match &examined {
                Ok(Some(Examined { directive, .. })) => {
                    numbers::keys(directive, pipeline::numbered_letters(directive))
                }
                Ok(None) | Err(_) => file.numbers(),
            };
            numbers.note(&own, name);
            self.tell(&report, &sources)?;
            if let Err(error) = examined {
                self.fail(&error);
            }
        }
        self.end();
        Ok(())
    }

    /// Calls `each` with every directive that can be computed, its path and the project. Prints
    /// why one cannot; what the rules say is told by `check` alone.
    pub(super) fn each_computed(
        &mut self,
        mut each: impl FnMut(&Project, &str, &Directive),
    ) -> Result<(), Closed> {
        let project = Rc::clone(&self.project);
        for (name, path) in self.directives() {
            let (mut sources, mut report) = (project.office.sources(), Report::default());
            let file = project.file(&name, &path);
            match catch(|| file.computed(&mut sources, &mut report)).and_then(|found| found) {
                Ok(Some(found)) => each(&project, &name, &found.directive),
                Ok(None) => self.tell(&report, &sources)?,
                Err(error) => self.fail(&error),
            }
        }
        Ok(())
    }

    /// Prints what was found.
    pub(super) fn tell(&mut self, report: &Report, sources: &Sources) -> Result<(), Closed> {
        for finding in report.sorted() {
            self.one(finding, sources)?;
        }
        Ok(())
    }

    /// Counts and prints a finding.
    fn one(&mut self, finding: &Diagnostic, sources: &Sources) -> Result<(), Closed> {
        self.count(finding.severity, finding.accepted.is_some());
        let told = issued_changes::told(finding, sources, &self.project, &self.printer);
        let finding = told.as_ref().unwrap_or(finding);
        self.print(|printer| printer.finding(finding, sources))
    }

    /// Prints without disturbing the progress bar.
    fn print<T>(&self, print: impl FnOnce(&Printer) -> T) -> T {
        match &self.progress {
            Some(progress) => progress.aside(|| print(&self.printer)),
            None => print(&self.printer),
        }
    }

    fn count(&mut self, severity: Severity, is_accepted: bool) {
        match severity {
            _ if is_accepted => self.accepted += 1,
            Severity::Error => self.errors += 1,
            Severity::Warning => self.warnings += 1,
            Severity::Info => {}
        }
        let is_denied =
            self.settings.deny_warnings && severity == Severity::Warning && !is_accepted;
        if severity == Severity::Error || is_denied {
            self.outcome = self.outcome.max(Outcome::Findings);
        }
    }

    /// A line about what is done, besides findings and failures.
    pub(super) fn note(&self, message: &Message) {
        self.print(|printer| printer.note_message(message));
    }

    /// Notes that something was found which is printed elsewhere.
    pub(super) fn found(&mut self) {
        self.outcome = self.outcome.max(Outcome::Findings);
    }

    pub(super) fn fail(&mut self, error: &Error) {
        let outcome = self.print(|printer| printer.error(error, &self.settings.project));
        self.errors += usize::from(outcome == Outcome::Findings);
        self.outcome = self.outcome.max(outcome);
    }

    /// Prints a last line if a person reads it, and gives the outcome.
    pub(super) fn finish(self, summary: Message, files: usize) -> Result<Outcome, Closed> {
        let is_wanted = std::io::stderr().is_terminal();
        self.finish_with(summary, files, is_wanted)
    }

    /// Prints a last line in any case, and gives the outcome.
    pub(super) fn finish_counted(self, summary: Message, files: usize) -> Result<Outcome, Closed> {
        self.finish_with(summary, files, true)
    }

    fn finish_with(
        self,
        summary: Message,
        files: usize,
        is_wanted: bool,
    ) -> Result<Outcome, Closed> {
        if is_wanted && self.is_for_person() {
            let summary = summary.with("files", files).with("counts", self.counts());
            self.printer.note(&self.printer.say(&summary));
        }
        self.stop(Outcome::Clean)
    }

    /// Whether a person reads what is printed, and wants more than findings.
    fn is_for_person(&self) -> bool {
        !self.settings.quiet && self.settings.format == Format::Human
    }

    /// How many findings there are: `1 lỗi, 2 cảnh báo, 21 đã chấp nhận`.
    fn counts(&self) -> String {
        let count = |id, count: usize| self.printer.say(&Message::new(id).with("count", count));
        let mut counts = vec![count("count-errors", self.errors)];
        if self.warnings > 0 {
            counts.push(count("count-warnings", self.warnings));
        }
        if self.accepted > 0 {
            counts.push(count("count-accepted", self.accepted));
        }
        counts.join(", ")
    }

    /// The end of a run that cannot go on: `error` is why.
    pub(super) fn abort(mut self, error: &Error) -> Result<Outcome, Closed> {
        self.fail(error);
        self.stop(Outcome::Findings)
    }

    /// The end of a run that came to `outcome`, or worse before.
    pub(super) fn stop(self, outcome: Outcome) -> Result<Outcome, Closed> {
        self.printer.end()?;
        Ok(self.outcome.max(outcome))
    }
}

impl BuildObserver for Run<'_> {
    fn findings(&mut self, findings: &[StoredFinding]) -> Result<(), Closed> {
        for (finding, sources) in findings.iter().filter_map(StoredFinding::restore) {
            self.one(&finding, &sources)?;
        }
        Ok(())
    }

    fn failure(&mut self, error: &Error) {
        self.fail(error);
    }

    fn failure_message(&mut self, message: &Message) {
        self.outcome = Outcome::Failed;
        self.print(|printer| printer.failed(&printer.say(message)));
    }

    fn note(&mut self, message: &Message) {
        Run::note(self, message);
    }

    fn aside(&mut self, message: &Message) {
        self.print(|printer| printer.aside_message(message));
    }

    fn begin(&mut self, directives: usize) {
        let is_wanted = self.is_for_person() && std::io::stderr().is_terminal();
        let says = is_wanted.then(|| self.printer.say(&Message::new("progress")));
        self.progress = Some(Progress::new(directives, says));
    }

    fn step(&mut self, name: &str) {
        if let Some(progress) = &self.progress {
            progress.step(name);
        }
    }

    fn end(&mut self) {
        if let Some(progress) = self.progress.take() {
            progress.end();
        }
    }
}

/// Prints what was done about an interrupted `issue`.
pub(super) fn tell_settled(printer: &Printer, settled: &record::Settled) {
    let message = match settled {
        record::Settled::Completed(path) => Message::new("issue-completed").with("path", path),
        record::Settled::Reverted(path) => Message::new("issue-reverted").with("path", path),
    };
    printer.aside_message(&message);
}

/// Where the project lies below the root of its repository, from where annotations and SARIF name
/// files: that of the GitHub workflow, else the nearest folder above with a `.git`.
#[expect(clippy::disallowed_methods, reason = "GitHub says it in no other way")]
fn below(settings: &Settings) -> String {
    if !matches!(settings.format, Format::Github | Format::Sarif) {
        return String::new();
    }
    let named = std::env::var_os("GITHUB_WORKSPACE");
    let named = named.and_then(|root| disk::absolute(Path::new(&root)).ok());
    let project = &settings.project;
    let root = named.filter(|root| project.starts_with(root));
    let nearest = || project.ancestors().find(|folder| folder.join(".git").exists());
    let root = root.or_else(|| nearest().map(Path::to_owned));
    let below = root.and_then(|root| project.strip_prefix(root).ok().map(Path::to_owned));
    below
        .filter(|below| below.components().next().is_some())
        .map_or_else(String::new, |below| format!("{}/", disk::with_slashes(&below)))
}
