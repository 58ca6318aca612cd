//! What an office has set in its `vanthu.yaml`.

use crate::check::levels::Levels;
use crate::codes;
use crate::compile::EngineName;
use crate::diagnostic::{Diagnostic, Message, Report};
use crate::error::Error;
use crate::load::office::{self, Office};
use crate::load::raw::Text;
use crate::messages::Language;
use crate::model::output::OutputChoice;
use crate::model::profile::Profile;
use crate::nearest::listed;
use crate::resolve;
use crate::source::Sources;
use crate::source::disk::Text as FileText;
use crate::source::reach;
use crate::source::tree::Tree;
use crate::span::Span;

/// The file that marks a project folder.
pub(crate) const OFFICE_FILE: &str = "vanthu.yaml";

/// The settings of an office, understood.
#[derive(Debug, Clone)]
pub(crate) struct ProjectSettings {
    pub(crate) language: Option<Language>,
    pub(crate) engine: Option<EngineName>,
    /// What the files of documents are to be.
    pub(crate) output: OutputChoice,
    pub(crate) profile: Profile,
    pub(crate) levels: Levels,
    pub(crate) draft_mark: bool,
    pub(crate) font: Option<String>,
    /// Folders with more fonts, from the project folder.
    pub(crate) font_paths: Vec<String>,
    /// Folders outside the project that links may lead to, from the project folder.
    outside_paths: Vec<String>,
}

/// Why there are no settings.
#[derive(Debug)]
pub(crate) enum SettingsError {
    /// `vanthu.yaml` has mistakes: the sources to print them from, and the findings.
    Findings(Sources, Vec<Diagnostic>),
    /// Something else.
    Failure(Error),
}

impl From<Error> for SettingsError {
    fn from(error: Error) -> Self {
        Self::Failure(error)
    }
}

/// `vanthu.yaml` of `tree`, added to `sources`; a missing file is treated as an empty one.
fn load(tree: &Tree, sources: &mut Sources) -> Result<Result<Office, Vec<Diagnostic>>, Error> {
    Ok(match tree.text(OFFICE_FILE)? {
        None => {
            sources.add(OFFICE_FILE, "");
            Ok(Office::default())
        }
        Some(FileText::Text(text)) => {
            let source = sources.add(OFFICE_FILE, text);
            office::office(sources, source)
        }
        Some(bad) => {
            let source = sources.add(OFFICE_FILE, "");
            Err(vec![super::unreadable(&bad, source)])
        }
    })
}

/// The language that the office has set; what else is wrong with its settings is told later.
pub(crate) fn language(tree: &Tree) -> Option<Language> {
    let office = load(tree, &mut Sources::default()).ok()?.ok()?;
    Language::named(&office.language?.value)
}

impl ProjectSettings {
    /// The settings in `tree`.
    pub(crate) fn read(tree: &Tree) -> Result<Self, SettingsError> {
        let mut sources = Sources::default();
        match load(tree, &mut sources)? {
            Ok(office) => {
                let settings = Self::new(office, &sources)
                    .map_err(|findings| SettingsError::Findings(sources, findings))?;
                if let Tree::Disk(root) = tree {
                    let outside = settings.outside_paths.iter().map(|path| root.join(path));
                    reach::name_outside(&outside.collect::<Vec<_>>());
                }
                Ok(settings)
            }
            Err(findings) => Err(SettingsError::Findings(sources, findings)),
        }
    }

    /// The settings of an office that has set nothing.
    pub(crate) fn unset() -> Result<Self, Error> {
        let mut sources = Sources::default();
        sources.add(OFFICE_FILE, "");
        Self::new(Office::default(), &sources).map_err(|_| Error::Internal(OFFICE_FILE.to_owned()))
    }

    /// What `office` means, or what is wrong with it.
    fn new(office: Office, sources: &Sources) -> Result<Self, Vec<Diagnostic>> {
        let mut report = Report::default();
        let mut chosen = |key: &str, text: Option<&Text>, known: &[&'static str]| {
            choice(key, text, known, sources).unwrap_or_else(|finding| {
                report.emit(*finding);
                None
            })
        };
        let language = chosen("language", office.language.as_ref(), &office::LANGUAGES);
        let engine = chosen("engine", office.engine.as_ref(), &office::ENGINES);
        let output = resolve::output((&office).into(), sources.first(), &mut report);
        let output = output.unwrap_or_default();
        report_conflict(&output, &mut report);
        let profile = resolve::profile(&office, sources.first(), &mut report);
        let levels = if office.rules.0.is_empty() {
            Levels::none()
        } else {
            Levels::new(&office.rules, sources.first()).unwrap_or_else(|wrong| {
                for finding in wrong {
                    report.emit(finding);
                }
                Levels::none()
            })
        };
        let Some(profile) = profile.filter(|_| !report.has_error()) else {
            return Err(report.sorted().into_iter().cloned().collect());
        };
        let engine = engine.map(|name| match name {
            "typst-cli" => EngineName::TypstCli,
            _ => EngineName::Embedded,
        });
        Ok(Self {
            language: language.and_then(Language::named),
            engine,
            output,
            profile,
            levels,
            draft_mark: office.draft_mark,
            font: office.font.map(|font| font.value),
            font_paths: office.font_paths.into_iter().map(|path| path.value.0).collect(),
            outside_paths: office.outside_paths.into_iter().map(|path| path.value.0).collect(),
        })
    }
}

/// A standard that was chosen, and files that its PDFs cannot have inside.
fn report_conflict(output: &OutputChoice, report: &mut Report) {
    if let (Some(standard), Some((_, span))) = (output.conflict(), &output.attach) {
        report.emit(resolve::attach_standard(standard, *span));
    }
}

/// The one of `known` that `text` names.
fn choice(
    key: &str,
    text: Option<&Text>,
    known: &[&'static str],
    sources: &Sources,
) -> Result<Option<&'static str>, Box<Diagnostic>> {
    let Some(text) = text else { return Ok(None) };
    known.iter().find(|name| **name == text.value).map(|name| Some(*name)).ok_or_else(|| {
        let message = Message::new("bad-value").with("key", key).with("value", &text.value);
        let help = Message::new("suggest-known").with("known", listed(known.iter().copied()));
        let span = Span::new(sources.first(), text.range.clone());
        Box::new(Diagnostic::new(&codes::BAD_VALUE, message).at(span).help(help))
    })
}
