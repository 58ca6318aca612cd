//! What is recorded of a document, and how it is written.

use std::path::{Path, PathBuf};

use super::{IssueCommand, Stopped};
use crate::build::maker::Maker;
use crate::cli::print::Printer;
use crate::compile::TYPST_VERSION;
use crate::diagnostic::{Message, Report};
use crate::digest::Digest;
use crate::error::catch;
use crate::issue;
use crate::issue::record::Record;
use crate::model::date::IssueDate;
use crate::model::issued::{Entry, State};
use crate::pipeline::{Examined, RenderContext};
use crate::program::PROGRAM;
use crate::project::record;
use crate::render::typst::Templates;
use crate::source::Sources;
use crate::source::disk;
use crate::write;

impl IssueCommand<'_> {
    /// What is recorded of `examined`, whose file holds `text`.
    pub(super) fn entry(
        &mut self,
        examined: &Examined,
        text: &str,
        state: State,
        reasons: Vec<String>,
    ) -> Result<Entry, Stopped> {
        let directive = &examined.directive;
        let has_general = directive.copies.as_ref().is_none_or(|copies| copies.has_general);
        let pdf = if has_general { self.pdf(examined, text)? } else { None };
        let typst = if pdf.is_some() { format!(", typst {TYPST_VERSION}") } else { String::new() };
        Ok(Entry {
            document: directive.number_and_symbol(),
            date: given_day(directive.date),
            state,
            meaning: issue::meaning_of(directive, &examined.tables),
            source: Digest::of(text.as_bytes()),
            pdf: pdf.map(|bytes| Digest::of(&bytes)),
            program: format!("vanthu {PROGRAM}{typst}"),
            reasons,
        })
    }

    /// The document, where there is a Typst to set it; that there is none is said.
    fn pdf(&mut self, examined: &Examined, text: &str) -> Result<Option<Vec<u8>>, Stopped> {
        let (mut told, mut refused) = (Report::default(), Sources::default());
        let entered = self.file().enter(&mut refused, &mut told);
        if entered.is_none() {
            return Err(self.refuse(&told, &refused));
        }
        let own = self.run.project.own_templates()?;
        let (mut sources, mut report) = (Sources::default(), Report::default());
        let templates = match Templates::new(&own, &mut sources) {
            Ok(templates) => templates,
            Err(finding) => {
                report.emit(*finding);
                return Err(self.refuse(&report, &sources));
            }
        };
        let engine = match self.make.engine(&templates, &self.run.project.fonts) {
            Ok(engine) => engine,
            Err(error) => {
                let why = self.run.printer.say(&error.message(&disk::here()));
                self.run.note(&Message::new("issue-no-pdf").with("why", why));
                return Ok(None);
            }
        };
        let built = {
            let (fonts, style) = (&self.run.project.fonts, self.run.project.style());
            let context =
                RenderContext { templates: &templates, fonts, style, engine: engine.as_deref() };
            let maker = Maker { make: &self.make, project: &self.run.project, context };
            let source = (self.name.as_str(), text, &self.inputs);
            catch(|| maker.document(source, examined, &mut sources, &mut report))
        };
        match built.and_then(|built| built)? {
            Some(built) => Ok(built.pdf),
            None => Err(self.refuse(&report, &sources)),
        }
    }

    /// The entry of this document under a path where no file is any more, with that path.
    pub(super) fn former(&self, document: &str) -> Option<(String, Entry)> {
        let project = &self.run.project;
        let record = &project.record.record;
        if record.get(&self.name).is_some() {
            return None;
        }
        let gone = record.paths().filter(|path| !project.tree.has(path));
        let mut entries = gone.filter_map(|path| Some((path, record.get(path)?)));
        let found = entries.find(|(_, entry)| entry.document == document);
        found.map(|(path, entry)| (path.to_owned(), entry.clone()))
    }

    /// The record with `entry` for this directive, in the place of what is recorded under
    /// `former`.
    pub(super) fn record_with(&self, entry: Entry, former: Option<&str>) -> Record {
        let mut record = self.run.project.record.record.clone();
        match former {
            Some(former) => record.rename(former, &self.name, entry),
            None => record.put(&self.name, entry),
        }
        record
    }

    /// Writes the record.
    pub(super) fn write_record(&self, record: &Record) -> Result<(), Stopped> {
        let files = self.run.project.record.store(&self.run.settings.project, record)?;
        print(files.iter().map(PathBuf::as_path))
    }

    /// Writes the record and the directive: both or neither, also when the program is ended
    /// meanwhile.
    pub(super) fn write_both(
        &self,
        record: &Record,
        pending: &record::Pending,
    ) -> Result<(), Stopped> {
        let project = &self.run.settings.project;
        pending.announce(project)?;
        let files = self.run.project.record.store(project, record);
        let written = files.and_then(|files| pending.complete(project).map(|()| files));
        match written {
            Ok(files) => {
                print(std::iter::once(&*self.path).chain(files.iter().map(PathBuf::as_path)))
            }
            Err(error) => {
                // What cannot be taken back now is settled by the next run.
                let _ = pending.revert(project);
                write::remove_empty_folders(&project.join(record::FOLDER), project);
                Err(error.into())
            }
        }
    }
}

/// The files that were written, a line for each.
fn print<'a>(files: impl Iterator<Item = &'a Path>) -> Result<(), Stopped> {
    for path in files {
        Printer::path(path)?;
    }
    Ok(())
}

/// `2023-02-10`
fn given_day(date: IssueDate) -> String {
    match date {
        IssueDate::Day(day) => day.to_string(),
        _ => String::new(),
    }
}
