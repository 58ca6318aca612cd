//! One of two states, with all that its directives share.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use super::{Context, said};
use crate::check::Surroundings;
use crate::check::numbers::Numbers;
use crate::cli::args::DiffArgs;
use crate::diagnostic::{Diagnostic, Message, Report};
use crate::diff::report::{self, Named};
use crate::diff::{Finding, Look};
use crate::error::{Error, catch};
use crate::fonts::{self, FontFile, Fonts};
use crate::load::issued::issued;
use crate::load::office::Office;
use crate::model::issued::Record;
use crate::pipeline::{self, Partly};
use crate::project::catalog::{self, OfficeCatalog};
use crate::project::fonts::font_error;
use crate::project::record;
use crate::project::settings::{self, OFFICE_FILE, OfficeSettings};
use crate::project::templates::{Own, own_of};
use crate::project::unreadable;
use crate::render::{self, Style, Templates};
use crate::source::Sources;
use crate::source::disk::{self, Text};
use crate::source::tree::Tree;

/// A state.
pub(super) struct Side {
    pub(super) tree: Tree,
    pub(super) name: Named,
    /// Its directives: what they are called here, and their paths.
    pub(super) directives: BTreeMap<String, String>,
    pub(super) office: OfficeSettings,
    pub(super) catalog: OfficeCatalog,
    pub(super) fonts: Fonts,
    pub(super) own: Own,
    pub(super) templates: Templates,
    /// What is recorded of issued documents.
    pub(super) record: Record,
    /// What is wrong with the state as a whole.
    pub(super) failures: Vec<String>,
    fallback_date: (i16, i8, i8),
}

/// A directive of a state, and the files that were read for it.
pub(super) struct Seen {
    pub(super) look: Look,
    pub(super) files: BTreeSet<String>,
}

impl Side {
    pub(super) fn read(
        tree: Tree,
        name: Named,
        project: &Path,
        args: &DiffArgs,
        context: &Context,
    ) -> Result<Self, Error> {
        let mut failures = Vec::new();
        let office = office_of(&tree, &name, context, &mut failures)?;
        let catalog = catalog::of_texts(catalog_texts(&tree)?);
        let mut own = Own::new();
        for path in tree.files("templates")? {
            let content = tree.read(&path)?.unwrap_or_default();
            own.insert(path.trim_start_matches("templates/").to_owned(), content);
        }
        let own = own_of(own);
        let mut sources = Sources::default();
        let templates = Templates::new(&own, &mut sources).or_else(|finding| {
            let message = Message::new("diff-templates-broken")
                .with("state", context.named(&name))
                .with("message", said(context, &finding.message));
            failures.push(context.capital(&message));
            Templates::new(&Own::new(), &mut sources)
        });
        let templates =
            templates.map_err(|finding| Error::Internal(finding.code.name.to_owned()))?;
        let record = record_of(&tree)?;
        let fonts = fonts_of(&tree, project, &office, args)?;
        Ok(Self {
            tree,
            name,
            directives: BTreeMap::new(),
            office,
            catalog,
            fonts,
            own,
            templates,
            record,
            failures,
            fallback_date: context.fallback_date,
        })
    }

    /// What rendering needs besides a directive.
    pub(super) fn style(&self) -> Style<'_> {
        Style {
            font: &self.fonts.family,
            profile: self.office.profile,
            draft_mark: self.office.draft_mark,
            fallback_date: self.fallback_date,
        }
    }

    /// The directive at `path`, called `name`, as far as it can be examined.
    pub(super) fn look(&self, name: &str, path: &str, numbers: &Numbers) -> Result<Seen, Error> {
        let mut sources = self.catalog.sources();
        let mut report = Report::default();
        let files = RefCell::new(BTreeSet::new());
        let partly = catch(|| self.examine(path, numbers, &files, &mut sources, &mut report));
        let mut partly = partly.and_then(|partly| partly)?;
        let typst = match (&partly.directive, &partly.tables) {
            (Some(directive), Some(tables)) if !report.has_error() => {
                let style = self.style();
                render::render(
                    directive,
                    tables,
                    &self.templates,
                    &style,
                    &self.fonts,
                    &mut sources,
                )
                .map_err(|finding| report.emit(*finding).clone())
                .ok()
            }
            _ => None,
        };
        let findings = report.sorted().into_iter().map(|it| finding(it, &sources)).collect();
        let look = Look {
            path: name.to_owned(),
            directive: partly.directive.take(),
            tables: partly.tables.take(),
            typst,
            findings,
        };
        Ok(Seen { look, files: files.into_inner() })
    }

    fn examine(
        &self,
        path: &str,
        numbers: &Numbers,
        files: &RefCell<BTreeSet<String>>,
        sources: &mut Sources,
        report: &mut Report,
    ) -> Result<Partly, Error> {
        let bytes = self.tree.read(path)?.unwrap_or_default();
        let text = match disk::text_of(Path::new(path), bytes) {
            Text::Text(text) => text,
            bad => {
                let source = sources.add(path, "");
                report.emit(unreadable(&bad, source));
                return Ok(Partly::default());
            }
        };
        let source = sources.add(path, text);
        let read_file = |name: &str| {
            let beside = Path::new(path).with_file_name("").join(name);
            let beside = disk::with_slashes(&disk::without_detours(&beside));
            let content = self.tree.read(&beside);
            files.borrow_mut().insert(beside);
            content
        };
        let around = Surroundings {
            catalog: self.catalog.catalog(),
            coverage: self.fonts.coverage(),
            profile: &self.office.profile,
            levels: &self.office.levels,
            numbers,
            issued: self.record.get(path),
        };
        pipeline::partly(sources, source, &read_file, &around, report)
    }
}

impl Context {
    /// A sentence that stands alone.
    fn capital(&self, message: &Message) -> String {
        report::capital(&said(self, message))
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
fn office_of(
    tree: &Tree,
    name: &Named,
    context: &Context,
    failures: &mut Vec<String>,
) -> Result<OfficeSettings, Error> {
    let text = tree.read(OFFICE_FILE)?.map(|bytes| disk::text_of(Path::new(OFFICE_FILE), bytes));
    let mut sources = Sources::default();
    let found = settings::read(text, &mut sources)
        .map_err(|finding| vec![*finding])
        .and_then(|office| OfficeSettings::new(office, &sources));
    found.or_else(|findings| {
        for finding in &findings {
            let message = Message::new("diff-office-broken")
                .with("state", context.named(name))
                .with("message", said(context, &finding.message));
            failures.push(context.capital(&message));
        }
        let mut sources = Sources::default();
        sources.add(OFFICE_FILE, "");
        OfficeSettings::new(Office::default(), &sources)
            .map_err(|_| Error::Internal(OFFICE_FILE.to_owned()))
    })
}

fn catalog_texts(tree: &Tree) -> Result<Vec<(String, Text)>, Error> {
    let (paths, failures) = tree.directives(catalog::FOLDER, &[]);
    if let Some(failure) = failures.into_iter().next() {
        return Err(failure);
    }
    let mut texts = Vec::new();
    for path in paths {
        let text = disk::text_of(Path::new(&path), tree.read(&path)?.unwrap_or_default());
        texts.push((path, text));
    }
    Ok(texts)
}

/// The record of issued documents; what is wrong with it, `check` tells.
fn record_of(tree: &Tree) -> Result<Record, Error> {
    let bytes = tree.read(record::FILE)?.unwrap_or_default();
    let Text::Text(text) = disk::text_of(Path::new(record::FILE), bytes) else {
        return Ok(Record::new());
    };
    let mut sources = Sources::default();
    let source = sources.add(record::FILE, text);
    Ok(issued(&sources, source, &mut Report::default()).record)
}

/// Fonts that lie in the project are those of the state, others those of this machine.
fn fonts_of(
    tree: &Tree,
    project: &Path,
    office: &OfficeSettings,
    args: &DiffArgs,
) -> Result<Fonts, Error> {
    let mut extra: Vec<FontFile> = Vec::new();
    let mut elsewhere: Vec<PathBuf> = Vec::new();
    for folder in &office.font_paths {
        let full = disk::without_detours(&project.join(folder));
        match (tree, full.strip_prefix(project)) {
            (Tree::Revision(_), Ok(relative)) => {
                for path in tree.files(&disk::with_slashes(relative))? {
                    if fonts::is_font(Path::new(&path)) {
                        let name = Path::new(&path).file_name().unwrap_or_default();
                        let name = name.to_string_lossy().into_owned();
                        let data = tree.read(&path)?.unwrap_or_default().into();
                        extra.push(FontFile { name, data });
                    }
                }
            }
            _ => elsewhere.push(full),
        }
    }
    elsewhere.extend(args.font_path.iter().cloned());
    extra.extend(fonts::read_fonts(&elsewhere)?);
    let wanted = office.font.as_deref();
    Fonts::new(extra, wanted).map_err(|error| font_error(error, wanted))
}
