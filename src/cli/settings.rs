//! What the command line, the environment and `vanthu.yaml` mean together, in this order of
//! weight. Every contradiction is refused here; nothing below looks at arguments.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::args::{BuildArgs, Color, CommonArgs, Emit, EngineName, Format, LanguageName};
use crate::codes;
use crate::diagnostic::{Diagnostic, Message};
use crate::error::Error;
use crate::load::office::{self, Office};
use crate::load::raw::Text;
use crate::messages::Language;
use crate::nearest::listed;
use crate::source::disk::{self, Text as FileText};
use crate::source::{Sources, Span};

/// The file that marks a project folder.
const OFFICE_FILE: &str = "vanthu.yaml";

/// A program has so long for one document unless told otherwise.
const TIME_LIMIT: u64 = 60;

/// What both commands go by.
#[derive(Debug)]
pub(super) struct Settings {
    /// The project folder.
    pub project: PathBuf,
    /// Files and folders to work on.
    pub paths: Vec<PathBuf>,
    /// How findings are printed.
    pub format: Format,
    /// Language of messages.
    pub language: Language,
    /// Colours.
    pub color: Color,
    /// Name of the page profile.
    pub profile: String,
    /// Whether drafts are marked as such.
    pub draft_mark: bool,
    /// The family asked for.
    pub font: Option<String>,
    /// Folders with more fonts.
    pub font_paths: Vec<PathBuf>,
    /// Whether warnings fail.
    pub deny_warnings: bool,
    /// Whether only findings are printed.
    pub quiet: bool,
    /// The date of documents whose own one is open.
    pub fallback_date: (i16, i8, i8),
}

/// What `build` goes by besides.
#[derive(Debug)]
pub(super) struct BuildSettings {
    /// Which Typst, and the program if it is one.
    pub engine: EngineName,
    /// The Typst program.
    pub program: OsString,
    /// The time it has for one document.
    pub limit: Duration,
    /// What to write.
    pub emit: Vec<Emit>,
    /// Where to.
    pub out: PathBuf,
}

/// Why there are no settings.
#[derive(Debug)]
pub(super) enum Unsettled {
    /// `vanthu.yaml` has mistakes: the sources to print them from, and the findings.
    Findings(Sources, Vec<Diagnostic>),
    /// Something else.
    Failure(Error),
}

impl From<Error> for Unsettled {
    fn from(error: Error) -> Self {
        Self::Failure(error)
    }
}

/// The language as far as it is known before `vanthu.yaml` is read.
pub(super) fn early_language(name: Option<LanguageName>) -> Language {
    match name {
        Some(LanguageName::En) => Language::En,
        Some(LanguageName::Vi) | None => Language::Vi,
    }
}

impl Settings {
    /// The settings of a run, and those of the office that `build` needs.
    pub(super) fn new(args: &CommonArgs) -> Result<(Self, Option<EngineName>), Unsettled> {
        let project = match &args.project {
            Some(folder) => disk::absolute(folder)?,
            None => project_above(&disk::absolute(Path::new("."))?),
        };
        let mut sources = Sources::default();
        let office = read_office(&project, &mut sources)?;
        let mut findings = Vec::new();
        let mut chosen = |key: &str, text: Option<&Text>, known: &[&'static str]| {
            choice(key, text, known, &sources).unwrap_or_else(|finding| {
                findings.push(*finding);
                None
            })
        };
        let language = chosen("language", office.language.as_ref(), &office::LANGUAGES);
        let engine = chosen("engine", office.engine.as_ref(), &office::ENGINES);
        let profile = chosen("profile", office.profile.as_ref(), &office::PROFILES);
        if !findings.is_empty() {
            return Err(Unsettled::Findings(sources, findings));
        }
        let paths = match &args.paths[..] {
            [] => vec![project.join("data")],
            paths => paths.iter().map(|path| disk::absolute(path)).collect::<Result<_, _>>()?,
        };
        let own_fonts = office.font_paths.iter().map(|path| project.join(&path.value));
        let settings = Self {
            paths,
            format: args.format.unwrap_or(Format::Human),
            language: match args.lang {
                Some(name) => early_language(Some(name)),
                None => language.and_then(Language::named).unwrap_or(Language::Vi),
            },
            color: args.color.unwrap_or(Color::Auto),
            profile: profile.unwrap_or("wide").to_owned(),
            draft_mark: office.draft_mark,
            font: office.font.map(|font| font.value),
            font_paths: own_fonts.chain(args.font_path.iter().cloned()).collect(),
            deny_warnings: args.deny_warnings,
            quiet: args.quiet,
            fallback_date: fallback_date()?,
            project,
        };
        let engine = engine.map(|name| match name {
            "typst-cli" => EngineName::TypstCli,
            _ => EngineName::Embedded,
        });
        Ok((settings, engine))
    }
}

impl BuildSettings {
    /// The settings of `build`; `office_engine` is what the office has set.
    #[must_use]
    pub(super) fn new(args: &BuildArgs, office_engine: Option<EngineName>, project: &Path) -> Self {
        Self {
            engine: args.engine.or(office_engine).unwrap_or(EngineName::Embedded),
            program: args.typst.as_deref().map_or_else(|| "typst".into(), program),
            limit: Duration::from_secs(args.time_limit.unwrap_or(TIME_LIMIT)),
            emit: if args.emit.is_empty() { vec![Emit::Pdf] } else { args.emit.clone() },
            out: args.out.clone().unwrap_or_else(|| project.join("out")),
        }
    }
}

/// A bare name is looked for where programs are; a path is one from here, wherever it is run.
fn program(path: &Path) -> OsString {
    let is_bare = path.components().count() == 1;
    let from_here = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    if is_bare { path.as_os_str().to_owned() } else { from_here.into_os_string() }
}

/// The nearest folder from `start` upwards that has a `vanthu.yaml`, else `start`.
fn project_above(start: &Path) -> PathBuf {
    start.ancestors().find(|folder| folder.join(OFFICE_FILE).is_file()).unwrap_or(start).to_owned()
}

fn read_office(project: &Path, sources: &mut Sources) -> Result<Office, Unsettled> {
    let path = project.join(OFFICE_FILE);
    if !path.is_file() {
        return Ok(Office::default());
    }
    let (text, finding) = match disk::read_text(&path)? {
        FileText::Text(text) => (text, None),
        bad => (String::new(), Some(bad)),
    };
    let source = sources.add(OFFICE_FILE, text);
    let found = match finding {
        Some(bad) => Err(Box::new(super::unreadable(&bad, source))),
        None => office::office(sources, source),
    };
    found.map_err(|finding| Unsettled::Findings(std::mem::take(sources), vec![*finding]))
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

/// The day of `SOURCE_DATE_EPOCH`, or that of the decree the rules are from: PDF/A wants a date
/// even where a draft has none yet, and the clock is not asked.
fn fallback_date() -> Result<(i16, i8, i8), Error> {
    #[expect(clippy::disallowed_methods, reason = "the environment is read here")]
    let Some(value) = std::env::var_os("SOURCE_DATE_EPOCH") else { return Ok((2020, 3, 5)) };
    let value = value.to_string_lossy().into_owned();
    let day = value.parse::<i64>().ok().and_then(|seconds| {
        let time = jiff::Timestamp::from_second(seconds).ok()?;
        let date = time.to_zoned(jiff::tz::TimeZone::UTC).date();
        (date.year() >= 1).then(|| (date.year(), date.month(), date.day()))
    });
    day.ok_or_else(|| Error::Usage(Message::new("epoch-bad").with("value", value)))
}
