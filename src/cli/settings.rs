//! What the command line, the environment and `vanthu.yaml` mean together, in this order of
//! weight. Every contradiction is refused here; nothing below looks at arguments.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::args::{Color, CommonArgs, Emit, Format, LanguageName, MakeArgs};
use crate::check::Surroundings;
use crate::check::levels::Levels;
use crate::check::numbers::Numbers;
use crate::compile::{EngineName, Standard};
use crate::diagnostic::{Diagnostic, Message};
use crate::error::Error;
use crate::fonts::Coverage;
use crate::load::office::Office;
use crate::messages::Language;
use crate::model::catalog::Catalog;
use crate::model::issued::Entry;
use crate::model::profile::Profile;
use crate::project::files::project_above;
use crate::project::settings::{OFFICE_FILE, OfficeSettings, read};
use crate::render::Style;
use crate::source::Sources;
use crate::source::disk;

/// Seconds for one document unless told otherwise.
const TIME_LIMIT: u64 = 60;

/// Megabytes for one worker unless told otherwise; the longest tables take a fifth of it.
const MEMORY_LIMIT: u64 = 2_048;

/// What all commands go by.
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
    /// The page profile.
    pub profile: Profile,
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
    /// How much rules weigh.
    pub levels: Levels,
}

/// What commands go by that make documents, besides.
#[derive(Debug)]
pub(super) struct MakeSettings {
    /// Which Typst, and the program if it is one.
    pub engine: EngineName,
    /// The Typst program.
    pub program: OsString,
    /// The time for one document.
    pub limit: Duration,
    /// What the PDFs conform to.
    pub standard: Standard,
    /// The memory for one worker, in bytes.
    pub memory: u64,
    /// Documents at once.
    pub jobs: usize,
    /// What to write.
    pub emit: Vec<Emit>,
    /// Where to.
    pub out: PathBuf,
}

/// What an office has set for `build`.
#[derive(Debug)]
pub(super) struct OfficeBuild {
    pub(super) engine: Option<EngineName>,
    standard: Standard,
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
    /// What rules look at besides the directive.
    pub(super) fn surroundings<'a>(
        &'a self,
        catalog: &'a Catalog,
        coverage: &'a Coverage,
        numbers: &'a Numbers,
        issued: Option<&'a Entry>,
    ) -> Surroundings<'a> {
        let (profile, levels) = (&self.profile, &self.levels);
        Surroundings { catalog, coverage, profile, levels, numbers, issued }
    }

    /// What templates need besides the directive, when `family` is the typeface.
    pub(super) fn style<'a>(&'a self, family: &'a str) -> Style<'a> {
        Style {
            font: family,
            profile: self.profile,
            draft_mark: self.draft_mark,
            fallback_date: self.fallback_date,
        }
    }

    /// The settings of a run, and those of the office that `build` needs.
    pub(super) fn new(args: &CommonArgs) -> Result<(Self, OfficeBuild), Unsettled> {
        let house = &args.house;
        let project = project_of(house.project.as_deref())?;
        let mut sources = Sources::default();
        let office = read_office(&project, &mut sources)?;
        let office = OfficeSettings::new(office, &sources)
            .map_err(|findings| Unsettled::Findings(std::mem::take(&mut sources), findings))?;
        let paths = match &args.paths[..] {
            [] => vec![project.join("data")],
            paths => paths.iter().map(|path| disk::absolute(path)).collect::<Result<_, _>>()?,
        };
        let own_fonts = office.font_paths.iter().map(|path| project.join(path));
        let settings = Self {
            paths,
            format: house.format.unwrap_or(Format::Human),
            language: match house.lang {
                Some(name) => early_language(Some(name)),
                None => office.language.unwrap_or(Language::Vi),
            },
            color: house.color.unwrap_or(Color::Auto),
            profile: office.profile,
            draft_mark: office.draft_mark,
            font: office.font,
            font_paths: own_fonts.chain(house.font_path.iter().cloned()).collect(),
            deny_warnings: args.deny_warnings,
            quiet: args.quiet,
            fallback_date: fallback_date()?,
            levels: office.levels,
            project,
        };
        Ok((settings, OfficeBuild { engine: office.engine, standard: office.standard }))
    }
}

impl MakeSettings {
    /// The settings of a command that makes documents; `office` is what the office has set.
    pub(super) fn new(
        args: &MakeArgs,
        office: &OfficeBuild,
        project: &Path,
    ) -> Result<Self, Error> {
        let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
        let out = args.out.clone().unwrap_or_else(|| project.join("out"));
        Ok(Self {
            engine: args.engine.or(office.engine).unwrap_or(EngineName::Embedded),
            program: args.typst.as_deref().map_or_else(|| "typst".into(), program),
            limit: Duration::from_secs(args.time_limit.unwrap_or(TIME_LIMIT)),
            standard: office.standard,
            memory: args.memory_limit.unwrap_or(MEMORY_LIMIT) * 1_024 * 1_024,
            jobs: args.jobs.map_or(cores, usize::from),
            emit: if args.emit.is_empty() { vec![Emit::Pdf] } else { args.emit.clone() },
            out: disk::absolute_even_if_new(&out)?,
        })
    }

    /// The extensions of the files to write.
    pub(super) fn extensions(&self) -> Vec<&'static str> {
        let of = |emit, extension| self.emit.contains(&emit).then_some(extension);
        [of(Emit::Pdf, "pdf"), of(Emit::Typ, "typ")].into_iter().flatten().collect()
    }

    /// Engine and standard by name; nothing when none is needed.
    pub(super) fn engine_name(&self) -> String {
        if !self.emit.contains(&Emit::Pdf) {
            return String::new();
        }
        let is_embedded = self.engine == EngineName::Embedded;
        let name = if is_embedded { "embedded" } else { "typst-cli" };
        format!("{name} {}", self.standard.name())
    }
}

/// A bare name is looked for where programs are; a path is one from here, wherever it is run.
fn program(path: &Path) -> OsString {
    let is_bare = path.components().count() == 1;
    let from_here = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    if is_bare { path.as_os_str().to_owned() } else { from_here.into_os_string() }
}

/// The project folder: the one that was `given`, else the one we are in.
pub(super) fn project_of(given: Option<&Path>) -> Result<PathBuf, Error> {
    match given {
        Some(folder) => disk::absolute(folder),
        None => Ok(project_above(&disk::absolute(Path::new("."))?)),
    }
}

fn read_office(project: &Path, sources: &mut Sources) -> Result<Office, Unsettled> {
    let path = project.join(OFFICE_FILE);
    let text = if path.is_file() { Some(disk::read_text(&path)?) } else { None };
    read(text, sources)
        .map_err(|finding| Unsettled::Findings(std::mem::take(sources), vec![*finding]))
}

/// The day of `SOURCE_DATE_EPOCH`, or that of the decree the rules are from: PDF/A wants a date
/// even where a draft has none yet, and the clock is not asked.
pub(super) fn fallback_date() -> Result<(i16, i8, i8), Error> {
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
