//! One of two states, with all that its directives share.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::{Context, said};
use crate::characters;
use crate::check::numbers::Numbers;
use crate::cli::args::DiffArgs;
use crate::diagnostic::{Diagnostic, Message, Report};
use crate::diff::report::Named;
use crate::diff::{Finding, Snapshot};
use crate::error::{Error, catch};
use crate::printed;
use crate::project::file::Inputs;
use crate::project::settings::{ProjectSettings, SettingsError};
use crate::project::{OpenOptions, OwnTemplates, Project};
use crate::render::typst::{self, Templates};
use crate::source::Sources;
use crate::source::tree::Tree;

/// A state.
pub(super) struct DiffSide {
    pub(super) project: Project,
    pub(super) name: Named,
    /// Its directives: what they are called here, and their paths.
    pub(super) directives: BTreeMap<String, String>,
    pub(super) own: OwnTemplates,
    pub(super) templates: Templates,
    /// What is wrong with the state as a whole.
    pub(super) failures: Vec<String>,
}

/// A directive of a state, and the files that were read for it.
pub(super) struct Seen {
    pub(super) snapshot: Snapshot,
    pub(super) files: BTreeSet<String>,
}

impl DiffSide {
    pub(super) fn read(
        tree: Tree,
        name: Named,
        project: &Path,
        args: &DiffArgs,
        context: &Context,
    ) -> Result<Self, Error> {
        let mut failures = Vec::new();
        let settings = settings_of(&tree, &name, context, &mut failures)?;
        let options = OpenOptions {
            font_paths: args.font_path.clone(),
            fallback_date: context.fallback_date,
        };
        let project = Project::open(tree, project, settings, &options)?;
        let own = project.own_templates()?;
        let mut sources = Sources::default();
        let templates = Templates::new(&own, &mut sources).or_else(|finding| {
            let message = Message::new("diff-templates-broken")
                .with("state", context.named(&name))
                .with("message", said(context, &finding.message));
            failures.push(context.capital(&message));
            Templates::new(&OwnTemplates::new(), &mut sources)
        });
        let templates =
            templates.map_err(|finding| Error::Internal(finding.code.name.to_owned()))?;
        Ok(Self { project, name, directives: BTreeMap::new(), own, templates, failures })
    }

    /// The directive at `path`, called `name`, as far as it can be examined.
    pub(super) fn snapshot(
        &self,
        name: &str,
        path: &str,
        numbers: &Numbers,
    ) -> Result<Seen, Error> {
        let project = &self.project;
        let mut sources = project.office.sources();
        let mut report = Report::default();
        let read = Inputs::default();
        let place = project.folder.join(path);
        let file = project.file(path, &place);
        let around = project.context(numbers, project.record.entry(path));
        let partly = catch(|| file.partly(&around, &read, &mut sources, &mut report));
        let mut partly = partly.and_then(|partly| partly)?;
        let (printed, typst) = match (&partly.directive, &partly.tables) {
            (Some(directive), Some(tables)) if !report.has_error() => {
                let style = project.style();
                let printed = printed::print(directive, tables, style.draft_mark);
                let (templates, fonts) = (&self.templates, &project.fonts);
                let text = typst::render(&printed, None, templates, &style, fonts, &mut sources);
                text.map_err(|finding| report.emit(*finding).clone())
                    .map_or((None, None), |rendered| (Some(printed), Some(rendered.typst)))
            }
            _ => (None, None),
        };
        let findings = report.sorted().into_iter().map(|it| finding(it, &sources)).collect();
        let snapshot = Snapshot {
            path: name.to_owned(),
            directive: partly.directive.take(),
            tables: partly.tables.take(),
            printed,
            typst,
            findings,
        };
        Ok(Seen { snapshot, files: read.found.into_inner().into_keys().collect() })
    }
}

impl Context {
    /// A sentence that stands alone.
    fn capital(&self, message: &Message) -> String {
        characters::capital(&said(self, message))
    }

    /// What a state is called in a sentence.
    pub(super) fn named(&self, name: &Named) -> String {
        match name {
            Named::Revision { name, .. } => name.clone(),
            Named::WorkTree => said(self, &Message::new("diff-work-tree")),
            Named::Path(path) => path.clone(),
        }
    }
}

fn finding(diagnostic: &Diagnostic, sources: &Sources) -> Finding {
    let line = diagnostic
        .place
        .as_ref()
        .map_or(1, |place| sources.get(place.span.source).line_column(place.span.start).line);
    Finding {
        code: diagnostic.code.id,
        severity: diagnostic.severity,
        message: diagnostic.message.clone(),
        line,
        is_accepted: diagnostic.accepted.is_some(),
    }
}

/// The settings of a state; where they have mistakes, those of an office that has set nothing,
/// and a failure that says so.
fn settings_of(
    tree: &Tree,
    name: &Named,
    context: &Context,
    failures: &mut Vec<String>,
) -> Result<ProjectSettings, Error> {
    let findings = match ProjectSettings::read(tree) {
        Ok(settings) => return Ok(settings),
        Err(SettingsError::Failure(error)) => return Err(error),
        Err(SettingsError::Findings(_, findings)) => findings,
    };
    for finding in &findings {
        let message = Message::new("diff-office-broken")
            .with("state", context.named(name))
            .with("message", said(context, &finding.message));
        failures.push(context.capital(&message));
    }
    ProjectSettings::unset()
}
