//! A directive of a project, and what is read for it.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::{Project, shown, unreadable};
use crate::check::CheckContext;
use crate::check::numbers::{self, Numbers};
use crate::diagnostic::{Diagnostic, Report};
use crate::digest::Digest;
use crate::error::Error;
use crate::fix::{ALL_STAGES, Examination};
use crate::limits::{self, Beyond, Entered};
use crate::load::ReadFile;
use crate::model::Directive;
use crate::pipeline;
use crate::source::Sources;
use crate::source::disk::{self, Text};
use crate::source::tree::Tree;
use crate::span::{SourceId, Span};

/// What was read for one directive.
#[derive(Debug, Default)]
pub(crate) struct Inputs {
    pub(crate) found: RefCell<BTreeMap<String, Option<Digest>>>,
}

impl Inputs {
    fn note(&self, name: String, bytes: Option<&[u8]>) {
        self.found.borrow_mut().insert(name, bytes.map(Digest::of));
    }
}

/// A directive of a project.
pub(crate) struct File<'a> {
    /// Its path in the project.
    pub(super) name: &'a str,
    /// Where it is, when the project is on the disk: its name may lack what is not UTF-8.
    pub(super) path: &'a Path,
    /// The project.
    pub(super) project: &'a Project,
}

/// How far the pipeline looks at a directive.
pub(crate) type Examine = fn(
    &mut Sources,
    SourceId,
    &ReadFile<'_>,
    &CheckContext<'_>,
    &mut Report,
) -> Result<Option<pipeline::Examined>, Error>;

impl File<'_> {
    /// The directive, when it has no errors, as far as `examine` looks at it; `read` takes note of
    /// all that is read for it.
    pub(crate) fn examine(
        &self,
        examine: Examine,
        context: &CheckContext<'_>,
        read: &Inputs,
        sources: &mut Sources,
        report: &mut Report,
    ) -> Result<Option<pipeline::Examined>, Error> {
        let Some(_entered) = self.enter(sources, report) else { return Ok(None) };
        let Some(source) = self.read(read, sources, report)? else { return Ok(None) };
        let read_file = |name: &str| self.read_beside(name, read);
        examine(sources, source, &read_file, context, report)
    }

    /// The directive as far as it can be examined; `read` takes note of all that is read for it.
    pub(crate) fn partly(
        &self,
        context: &CheckContext<'_>,
        read: &Inputs,
        sources: &mut Sources,
        report: &mut Report,
    ) -> Result<pipeline::Partly, Error> {
        let entered = self.enter(sources, report);
        let source = if entered.is_some() { self.read(read, sources, report)? } else { None };
        let Some(source) = source else { return Ok(pipeline::Partly::default()) };
        let read_file = |name: &str| self.read_beside(name, read);
        pipeline::partly(sources, source, &read_file, context, report)
    }

    /// The directive and its tables, whatever the rules say of them.
    pub(crate) fn computed(
        &self,
        sources: &mut Sources,
        report: &mut Report,
    ) -> Result<Option<pipeline::Examined>, Error> {
        let Some(_entered) = self.enter(sources, report) else { return Ok(None) };
        let read = Inputs::default();
        let Some(source) = self.read(&read, sources, report)? else { return Ok(None) };
        let read_file = |name: &str| self.read_beside(name, &read);
        pipeline::computed(sources, source, &read_file, self.project.catalog(), report)
    }

    /// Its text alone, added to `sources`; `None` when it is none.
    pub(crate) fn text(
        &self,
        sources: &mut Sources,
        report: &mut Report,
    ) -> Result<Option<SourceId>, Error> {
        let Some(_entered) = self.enter(sources, report) else { return Ok(None) };
        self.read(&Inputs::default(), sources, report)
    }

    /// Begins work on it; nothing, and a finding, when it is known to be beyond its limits.
    pub(crate) fn enter(&self, sources: &mut Sources, report: &mut Report) -> Option<Entered> {
        let refuse = |beyond: Beyond| {
            let source = sources.add(self.name, "");
            report.emit(beyond.finding().at(Span::new(source, 0..0)));
        };
        limits::enter(self.name).map_err(refuse).ok()
    }

    /// What the directive would be if it held `text`; `read` takes note of all that is read for it.
    pub(crate) fn examine_text(
        &self,
        text: &str,
        context: &CheckContext<'_>,
        read: &Inputs,
        sources: &mut Sources,
        report: &mut Report,
    ) -> Result<Option<pipeline::Examined>, Error> {
        let Some(_entered) = self.enter(sources, report) else { return Ok(None) };
        let source = sources.add(self.name, text);
        read.note(self.name.to_owned(), Some(text.as_bytes()));
        let read_file = |name: &str| self.read_beside(name, read);
        pipeline::examine(sources, source, &read_file, context, report)
    }

    /// The examination of the directive as if it held `text`: what the choice of edits goes by.
    pub(crate) fn examination(&self, text: &str) -> Result<Examination, Error> {
        let mut sources = self.project.office.sources();
        let source = sources.add(self.name, text);
        let mut report = Report::default();
        let numbers = Numbers::none();
        let around = self.project.context(&numbers, self.project.record.entry(self.name));
        let partly = pipeline::partly(&mut sources, source, &self.reader(), &around, &mut report)?;
        let stages = match (&partly.directive, &partly.tables) {
            (Some(_), Some(_)) => ALL_STAGES,
            (Some(_), None) => 2,
            (None, _) => usize::from(!report.findings().iter().any(is_syntax)),
        };
        Ok(Examination { report, source, stages })
    }

    /// Gives the files that the directive names.
    pub(crate) fn reader(&self) -> impl Fn(&str) -> Result<Option<Vec<u8>>, Error> + '_ {
        |name| self.read_beside(name, &Inputs::default())
    }

    /// The numbers it bears, as far as it has any and can be read: several where its copies have
    /// their own.
    pub(crate) fn numbers(&self) -> Vec<String> {
        let directive = self.numbered();
        directive.map(|it| numbers::keys(&it, pipeline::numbered_letters(&it))).unwrap_or_default()
    }

    /// What it says, as far as it can be read; nothing for one whose text has no number.
    pub(crate) fn numbered(&self) -> Option<Directive> {
        let _entered = limits::enter(self.name).ok()?;
        let (read, mut sources) = (Inputs::default(), Sources::default());
        let source = self.read(&read, &mut sources, &mut Report::default()).ok()??;
        // Most drafts bear none; then the catalog need not be understood.
        if !sources.get(source).text.contains("number") {
            return None;
        }
        let read_file = |name: &str| self.read_beside(name, &read);
        let directive =
            pipeline::resolved(&mut sources, source, &read_file, self.project.catalog());
        directive.ok()?
    }

    /// Its text, added to `sources`; `None` when it is none.
    fn read(
        &self,
        read: &Inputs,
        sources: &mut Sources,
        report: &mut Report,
    ) -> Result<Option<SourceId>, Error> {
        let bytes = match &self.project.tree {
            Tree::Disk(_) => disk::read_directive(self.path),
            tree => tree.read(self.name).map(Option::unwrap_or_default),
        };
        let text = bytes.map(|bytes| {
            read.note(self.name.to_owned(), Some(&bytes));
            disk::text_of(self.path, bytes)
        });
        let text = text.inspect_err(|_| {
            sources.add(self.name, "");
        })?;
        match text {
            Text::Text(text) => Ok(Some(sources.add(self.name, text))),
            bad => {
                let shown = shown(&bad);
                let source = sources.add(self.name, shown);
                report.emit(unreadable(&bad, source));
                Ok(None)
            }
        }
    }

    /// A file that the directive names, by its path from the directive's folder.
    fn read_beside(&self, name: &str, read: &Inputs) -> Result<Option<Vec<u8>>, Error> {
        let beside = disk::with_slashes(&PathBuf::from(self.name).with_file_name("").join(name));
        let found = match &self.project.tree {
            Tree::Disk(root) => {
                let folder = self.path.parent().unwrap_or(Path::new("."));
                disk::read_beside(folder, root, name)?
            }
            tree => tree.read(&beside)?,
        };
        read.note(beside, found.as_deref());
        Ok(found)
    }
}

/// Whether the text could not even be taken apart.
fn is_syntax(finding: &Diagnostic) -> bool {
    ["Y001", "Y007", "Y011", "Y014", "Y015", "Y016"].contains(&finding.code.id)
}
