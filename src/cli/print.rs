//! Findings and failures as text: for people, for other programs, for code hosts.

use std::cell::RefCell;
use std::io::{self, Write as _};
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};

use anstream::{AutoStream, ColorChoice};

use super::Outcome;
use super::args::{Color, Format};
pub(super) use crate::build::observer::Closed;
use crate::diagnostic::{Diagnostic, Message};
use crate::diff::change::Change;
use crate::diff::report;
use crate::error::Error;
use crate::limits;
use crate::messages::finding::Finding;
use crate::messages::{Catalog, Language, github, human, sarif};
use crate::source::{Sources, disk};
use crate::visible;

/// Prints data to stdout, and messages about it to stderr.
pub(super) struct Printer {
    catalog: Catalog,
    format: Format,
    color: ColorChoice,
    /// Whether accepted findings are printed for people, too.
    shows_accepted: bool,
    /// The project folder from the root of its repository, with a `/` behind.
    below: String,
    /// What is collected and printed at the end.
    log: RefCell<sarif::Log>,
}

/// Whether a message to stderr was lost, though its reader is still there.
static IS_LOST: AtomicBool = AtomicBool::new(false);

/// Whether all messages to stderr were written, or their reader was gone.
pub(super) fn is_all_said() -> bool {
    !IS_LOST.load(Ordering::Relaxed)
}

impl Printer {
    pub(super) fn new(catalog: Catalog, format: Format, color: Color) -> Self {
        let color = match color {
            Color::Auto => ColorChoice::Auto,
            Color::Always => ColorChoice::Always,
            Color::Never => ColorChoice::Never,
        };
        Self {
            catalog,
            format,
            color,
            shows_accepted: false,
            below: String::new(),
            log: RefCell::default(),
        }
    }

    /// The same, which prints accepted findings, too, where people read them.
    pub(super) fn showing_accepted(self, shows_accepted: bool) -> Self {
        Self { shows_accepted, ..self }
    }

    /// Programs get all findings, and whether each is accepted.
    fn hides_accepted(&self) -> bool {
        !self.shows_accepted && !matches!(self.format, Format::Json | Format::Sarif)
    }

    /// The same for a project that lies `below` the root of the work tree.
    pub(super) fn below(self, below: String) -> Self {
        Self { below, ..self }
    }

    /// A message as text.
    pub(super) fn say(&self, message: &Message) -> String {
        self.catalog.say(message)
    }

    /// A change of a document in words.
    pub(super) fn change(&self, change: &Change) -> String {
        report::change(change, &self.catalog)
    }

    /// The sentences it prints.
    pub(super) fn catalog(&self) -> &Catalog {
        &self.catalog
    }

    /// A printer for messages before the settings are known.
    pub(super) fn early(language: Language) -> Self {
        Self::new(Catalog::new(language), Format::Human, Color::Auto)
    }

    /// A message about what the program does, besides findings and failures.
    pub(super) fn note_message(&self, message: &Message) {
        self.note(&self.own(message));
    }

    /// The same for what need not happen twice.
    pub(super) fn aside_message(&self, message: &Message) {
        self.aside(&self.own(message));
    }

    fn own(&self, message: &Message) -> String {
        format!("vanthu: {}", self.say(message))
    }

    /// A line of data.
    pub(super) fn data(line: &str) -> Result<(), Closed> {
        if !limits::is_next_new() {
            return Ok(());
        }
        let mut stdout = io::stdout().lock();
        Ok(writeln!(stdout, "{line}").and_then(|()| stdout.flush())?)
    }

    /// A line of data that is a path.
    pub(super) fn path(path: &Path) -> Result<(), Closed> {
        Self::data(&visible::path(disk::from_here(path).as_path()))
    }

    /// A line about the data. A closed stderr does not stop the program.
    pub(super) fn note(&self, text: &str) {
        if limits::is_next_new() {
            self.aside(text);
        }
    }

    /// A line about what else happens on the machine, which need not happen twice.
    pub(super) fn aside(&self, text: &str) {
        let mut stream = AutoStream::new(io::stderr().lock(), self.color);
        let said = writeln!(stream, "{text}").map_err(Closed::from);
        if matches!(said, Err(Closed { cause: Some(_) })) {
            IS_LOST.store(true, Ordering::Relaxed);
        }
    }

    /// A failure of the program.
    pub(super) fn failure(&self, error: &Error) {
        self.failed(&self.say(&error.message(&disk::here())));
    }

    /// A failure, or a finding where it is the author's mistake, in `project`.
    pub(super) fn error(&self, error: &Error, project: &Path) -> Outcome {
        let Some((finding, path)) = error.finding(&disk::here()) else {
            self.failure(error);
            return Outcome::Failed;
        };
        let mut sources = Sources::default();
        let name = disk::with_slashes(path.strip_prefix(project).unwrap_or(path));
        sources.add(name, "");
        // A closed stdout is no failure: its reader wants no more.
        let _ = self.finding(&finding, &sources);
        Outcome::Findings
    }

    /// A failure of the program whose text is given.
    pub(super) fn failed(&self, said: &str) {
        if self.format == Format::Sarif {
            self.log.borrow_mut().failures.push(said.to_owned());
        }
        // Not put into a sentence of the catalog, which would cut it short.
        self.note(&format!("vanthu: {}: {said}", self.say(&Message::new("failure"))));
    }

    /// One finding.
    pub(super) fn finding(&self, finding: &Diagnostic, sources: &Sources) -> Result<(), Closed> {
        if finding.accepted.is_some() && self.hides_accepted() {
            return Ok(());
        }
        if self.format == Format::Human {
            self.note(&format!("{}\n", human::human(finding, sources, &self.catalog)));
            return Ok(());
        }
        self.print(&Finding::of(finding, sources, &self.catalog))
    }

    fn print(&self, finding: &Finding) -> Result<(), Closed> {
        match self.format {
            Format::Human | Format::Short => self.note(&finding.short(&self.catalog)),
            Format::Json => return Self::data(&finding.json()),
            Format::Github => return Self::data(&github::line(finding, &self.below)),
            Format::Sarif => {
                self.log.borrow_mut().findings.push(finding.clone().below(&self.below));
            }
        }
        Ok(())
    }

    /// What can only be printed when everything is known.
    pub(super) fn end(&self) -> Result<(), Closed> {
        if self.format == Format::Sarif {
            return Self::data(&self.log.borrow().text(self.catalog.language()));
        }
        Ok(())
    }
}
