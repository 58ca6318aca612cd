//! Findings and failures as text: for people, for other programs, for code hosts.

use std::cell::RefCell;
use std::io::Write as _;

use anstream::{AutoStream, ColorChoice};

use super::args::{Color, Format};
pub(super) use crate::build::observer::Closed;
use crate::diagnostic::{Diagnostic, Message};
use crate::error::Error;
use crate::messages::finding::Finding;
use crate::messages::{Catalog, github, human, sarif};
use crate::source::{Sources, disk};

/// The way to the terminal: data to stdout, what is said about it to stderr.
pub(super) struct Printer {
    catalog: Catalog,
    format: Format,
    color: ColorChoice,
    /// The project folder from the root of its repository, with a `/` behind.
    below: String,
    /// What is printed at the end, all at once.
    log: RefCell<sarif::Log>,
}

impl Printer {
    pub(super) fn new(catalog: Catalog, format: Format, color: Color) -> Self {
        let color = match color {
            Color::Auto => ColorChoice::Auto,
            Color::Always => ColorChoice::Always,
            Color::Never => ColorChoice::Never,
        };
        Self { catalog, format, color, below: String::new(), log: RefCell::default() }
    }

    /// The same for a project that lies `below` the root of the work tree.
    pub(super) fn below(self, below: String) -> Self {
        Self { below, ..self }
    }

    /// A sentence of the catalog.
    pub(super) fn say(&self, message: &Message) -> String {
        self.catalog.say(message)
    }

    /// The sentences it prints.
    pub(super) fn catalog(&self) -> &Catalog {
        &self.catalog
    }

    /// A line of data.
    pub(super) fn data(line: &str) -> Result<(), Closed> {
        writeln!(std::io::stdout().lock(), "{line}").map_err(|_| Closed)
    }

    /// A line about the data. That nobody reads it is no reason to stop.
    pub(super) fn note(&self, text: &str) {
        let mut stream = AutoStream::new(std::io::stderr().lock(), self.color);
        let _ = writeln!(stream, "{text}");
    }

    /// A failure of the program.
    pub(super) fn failure(&self, error: &Error) {
        self.failed(&self.say(&error.message(&disk::here())));
    }

    /// A failure of the program that was worded before.
    pub(super) fn failed(&self, said: &str) {
        if self.format == Format::Sarif {
            self.log.borrow_mut().failures.push(said.to_owned());
        }
        // Not put into a sentence of the catalog, which would cut it short.
        self.note(&format!("vanthu: {}: {said}", self.say(&Message::new("failure"))));
    }

    /// One finding.
    pub(super) fn finding(&self, finding: &Diagnostic, sources: &Sources) -> Result<(), Closed> {
        if self.format == Format::Human {
            self.note(&format!("{}\n", human::human(finding, sources, &self.catalog)));
            return Ok(());
        }
        self.print(&Finding::of(finding, sources, &self.catalog))
    }

    fn print(&self, finding: &Finding) -> Result<(), Closed> {
        match self.format {
            Format::Human | Format::Short => self.note(&finding.short()),
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
