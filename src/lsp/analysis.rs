//! What is known of one directive at one state of its text.

use std::cell::OnceCell;

use super::occurrence::{self, Occurrence};
use super::position::Lines;
use crate::check::numbers::Numbers;
use crate::diagnostic::{Diagnostic, Report};
use crate::error::{Error, catch};
use crate::load::{Loaded, ReadFile};
use crate::pipeline::{self, Examined};
use crate::project::Project;
use crate::source::Sources;
use crate::span::{SourceId, Span};

/// A directive, examined: what the features of the server read.
pub(super) struct Analysis {
    /// Its path in the project.
    pub(super) name: String,
    /// Its text and all others it is made from.
    pub(super) sources: Sources,
    /// Which of them is its own.
    pub(super) source: SourceId,
    /// What is wrong with it, in the order of the places.
    pub(super) findings: Vec<Diagnostic>,
    /// As it is written; nothing where the text is no YAML.
    pub(super) loaded: Option<Loaded>,
    /// Model and tables; nothing where they could not be made.
    pub(super) examined: Option<Examined>,
    occurrences: OnceCell<Vec<Occurrence>>,
}

/// Examines the directive `name` of `project` as if its file held `text`. `read_file` gives the
/// files that it names.
pub(super) fn analyse(
    project: &Project,
    name: &str,
    text: &str,
    numbers: &Numbers,
    read_file: &ReadFile<'_>,
) -> Result<Analysis, Error> {
    let mut sources = project.office.sources();
    let source = sources.add(name, text);
    let mut report = Report::default();
    let around = project.context(numbers, project.record.entry(name));
    let partly = catch(|| pipeline::partly(&mut sources, source, read_file, &around, &mut report));
    let mut partly = partly.and_then(|partly| partly)?;
    let loaded = partly.loaded.take();
    let findings = report.sorted().into_iter().cloned().collect();
    Ok(Analysis {
        name: name.to_owned(),
        sources,
        source,
        findings,
        loaded,
        examined: partly.into_both(),
        occurrences: OnceCell::new(),
    })
}

impl Analysis {
    /// Its text.
    pub(super) fn text(&self) -> &str {
        &self.sources.get(self.source).text
    }

    /// The lines of its text.
    pub(super) fn lines(&self) -> Lines<'_> {
        Lines::new(self.text())
    }

    /// Where things are named in it, in the order of their places.
    pub(super) fn occurrences(&self) -> &[Occurrence] {
        self.occurrences.get_or_init(|| {
            let Some(loaded) = &self.loaded else { return Vec::new() };
            occurrence::of_directive(loaded, self.examined.as_ref(), &self.sources)
        })
    }

    /// What is named at byte `offset` of its text: where several names stand there, the first.
    pub(super) fn occurrence_at(&self, offset: usize) -> Option<&Occurrence> {
        self.occurrences().iter().find(|it| self.is_at(it.span, offset))
    }

    /// Whether byte `offset` of its text is in `span`, or right behind it.
    pub(super) fn is_at(&self, span: Span, offset: usize) -> bool {
        span.source == self.source && (span.start..=span.end).contains(&offset)
    }
}
