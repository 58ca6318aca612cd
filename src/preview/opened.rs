//! A project that is open in the browser, and what was shown of its documents.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use super::view::{FindingView, PageMaker, PageView, View, changed, figures, finding_view};
use crate::compile::{self, DrawnPage, EmbeddedEngine};
use crate::diagnostic::Report;
use crate::digest::Digest;
use crate::error::Error;
use crate::messages::{Catalog, Language};
use crate::pipeline::{self, Examined, RenderContext, Rendered};
use crate::printed::phrases;
use crate::project::bundle::Bundle;
use crate::project::file::Inputs;
use crate::project::settings::{ProjectSettings, SettingsError};
use crate::project::{OpenOptions, Project};
use crate::render::typst::Templates;
use crate::source::Sources;
use crate::source::tree::Tree;
use crate::verify;

/// What the page shows first, and in which language.
#[derive(Debug, Clone)]
pub(crate) struct Options {
    /// The project folder.
    pub(crate) folder: PathBuf,
    /// The document to show first, by its path in the project.
    pub(crate) first: Option<String>,
    /// The language, when it is not that of the project.
    pub(crate) language: Option<Language>,
    /// What the project is opened with.
    pub(crate) open: OpenOptions,
}

/// A project in one state of what its documents share.
pub(super) struct Opened {
    pub(super) project: Project,
    templates: Templates,
    engine: EmbeddedEngine,
}

/// Why there is no project.
pub(super) enum OpenError {
    Findings(Sources, Vec<crate::diagnostic::Diagnostic>),
    Failure(Error),
}

impl From<Error> for OpenError {
    fn from(error: Error) -> Self {
        Self::Failure(error)
    }
}

pub(super) fn wrong(error: SettingsError) -> OpenError {
    match error {
        SettingsError::Findings(sources, findings) => OpenError::Findings(sources, findings),
        SettingsError::Failure(error) => OpenError::Failure(error),
    }
}

/// What was shown of a document last.
#[derive(Default)]
pub(super) struct Shown {
    figures: BTreeMap<String, String>,
    changed: BTreeSet<String>,
    /// The pictures of its pages, by their digests.
    pub(super) pages: BTreeMap<String, String>,
    /// Those of the state before: a browser may still be loading them.
    pub(super) former: BTreeMap<String, String>,
}

impl Opened {
    /// Opens the project; what is wrong with its settings is told as findings.
    pub(super) fn new(options: &Options) -> Result<Self, OpenError> {
        let folder = &options.folder;
        let settings = ProjectSettings::read(&Tree::Disk(folder.clone())).map_err(wrong)?;
        let tree = Tree::Disk(folder.clone());
        let project = Project::open(tree, folder, settings, &options.open)?;
        let own = project.own_templates()?;
        let mut sources = Sources::default();
        let templates = Templates::new(&own, &mut sources);
        let templates = templates.map_err(|it| OpenError::Findings(sources, vec![*it]))?;
        let mut engine = EmbeddedEngine::new(templates.library(), &project.fonts);
        if templates.has_own() {
            engine = engine.from_nothing();
        }
        Ok(Self { project, templates, engine })
    }

    pub(super) fn view(
        &self,
        name: &str,
        path: &Path,
        catalog: &Catalog,
        shown: &mut Shown,
    ) -> Result<View, Error> {
        let project = &self.project;
        let mut sources = project.office.sources();
        let mut report = Report::default();
        let numbers = project.numbers_before(name, path);
        let context = project.context(&numbers, project.record.entry(name));
        let (file, read) = (project.file(name, path), Inputs::default());
        let examined =
            file.examine(pipeline::examine, &context, &read, &mut sources, &mut report)?;
        let pages = match &examined {
            Some(examined) => {
                let fingerprint = self.fingerprint(name, examined, read, &sources)?;
                self.pages(examined, fingerprint, &mut sources, &mut report, shown)?
            }
            None => None,
        };
        let findings = report.sorted().into_iter().filter(|it| it.accepted.is_none());
        let findings = findings.map(|it| finding_view(it, &sources, catalog)).collect();
        let lines = sources.text_of_first().lines().map(str::to_owned).collect();
        let changed = shown.changed.iter().cloned().collect();
        Ok(View { pages, changed, ..without_pages(name, path, findings, lines) })
    }

    /// The fingerprint of the sources, where it stands on the pages.
    fn fingerprint(
        &self,
        name: &str,
        examined: &Examined,
        read: Inputs,
        sources: &Sources,
    ) -> Result<Option<Digest>, Error> {
        let choice = self.project.output_of(&examined.directive);
        if !choice.fingerprint.unwrap_or_default() {
            return Ok(None);
        }
        let text = sources.text_of_first().as_bytes().to_vec();
        let bundle = Bundle::of(&self.project, (name, text), &read.found.into_inner())?;
        Ok(Some(bundle.fingerprint()))
    }

    /// The pages of a directive without errors; nothing where it cannot be set.
    fn pages(
        &self,
        examined: &Examined,
        fingerprint: Option<Digest>,
        sources: &mut Sources,
        report: &mut Report,
        shown: &mut Shown,
    ) -> Result<Option<Vec<PageView>>, Error> {
        let (templates, fonts) = (&self.templates, &self.project.fonts);
        let style = self.project.style();
        let context = RenderContext { templates, fonts, style, engine: None };
        let mut document = pipeline::print(examined, &context);
        document.fingerprint = fingerprint.map(phrases::fingerprint);
        let rendered = pipeline::render(&document, &context, sources, report)?;
        let Some(Rendered { typst, expected, .. }) = rendered else { return Ok(None) };
        let mut drawn = match self.engine.drawn(&typst) {
            Ok(drawn) => drawn,
            Err(findings) => {
                for finding in &findings {
                    let file = |name: &str| context.file(name, &typst);
                    report.emit(compile::diagnose(finding, file, sources));
                }
                return Ok(None);
            }
        };
        if document.is_copy_alone() {
            // Who copied the pages of another document is shown alone, without the empty page that
            // stands for the last one of them.
            drawn.retain(|drawn| !drawn.page.pieces.is_empty());
        }
        let pages: Vec<_> = drawn.iter().map(|drawn| drawn.page.clone()).collect();
        let templates = context.verified_as(examined.directive.rules);
        let violations = verify::verify(&pages, &expected, templates);
        let told = pipeline::told_by(&examined.directive);
        let found = verify::findings(&violations, told, templates);
        found.into_iter().for_each(|finding| _ = report.emit(finding));
        shown.take(figures(examined));
        let source = sources.first();
        let maker = PageMaker { examined, sources, source, changed: &shown.changed };
        let views = maker.pages(&drawn, &expected);
        shown.keep(drawn, &views);
        Ok(Some(views))
    }
}

impl Shown {
    /// Compares with the figures before; where none changed, those that did before stay marked.
    fn take(&mut self, now: BTreeMap<String, String>) {
        if now != self.figures {
            self.changed = changed(&self.figures, &now);
            self.figures = now;
        }
    }

    fn keep(&mut self, drawn: Vec<DrawnPage>, views: &[PageView]) {
        let pages = drawn.into_iter().zip(views);
        let pages = pages.map(|(drawn, view)| (view.digest.clone(), drawn.svg)).collect();
        self.former = std::mem::replace(&mut self.pages, pages);
    }
}

pub(super) fn without_pages(
    name: &str,
    path: &Path,
    findings: Vec<FindingView>,
    lines: Vec<String>,
) -> View {
    let (name, path) = (name.to_owned(), path.display().to_string());
    View { name, path, pages: None, findings, lines, changed: Vec::new() }
}
