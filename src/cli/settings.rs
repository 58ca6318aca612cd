//! What the command line, the environment and `vanthu.yaml` mean together, in this order of
//! weight. Every contradiction is refused here; nothing below looks at arguments.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::args::{Color, CommonArgs, Format, LanguageName, MakeArgs};
use crate::build::settings::{BuildSettings, Emit};
use crate::compile::EngineName;
use crate::diagnostic::Message;
use crate::error::Error;
use crate::fonts::Fonts;
use crate::messages::Language;
use crate::project::files::project_above;
use crate::project::fonts::fonts;
use crate::project::settings::{ProjectSettings, SettingsError};
use crate::project::{OpenOptions, Project};
use crate::source::tree::Tree;
use crate::source::{disk, reach};

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
    /// Whether warnings fail.
    pub deny_warnings: bool,
    /// Whether accepted findings are printed, too.
    pub show_accepted: bool,
    /// Whether only findings are printed.
    pub quiet: bool,
    /// What the project is opened with.
    pub options: OpenOptions,
    /// What `vanthu.yaml` says.
    pub office: ProjectSettings,
}

/// The language as far as it is known before `vanthu.yaml` is read.
pub(super) fn early_language(name: Option<LanguageName>) -> Language {
    match name {
        Some(LanguageName::En) => Language::En,
        Some(LanguageName::Vi) | None => Language::Vi,
    }
}

impl Settings {
    /// The settings of a run.
    pub(super) fn new(args: &CommonArgs) -> Result<Self, SettingsError> {
        let of_project = &args.of_project;
        let project = project_of(of_project.project.as_deref())?;
        let office = ProjectSettings::read(&Tree::Disk(project.clone()))?;
        let paths = match &args.paths[..] {
            [] => vec![project.join("data")],
            paths => paths.iter().map(|path| disk::absolute(path)).collect::<Result<_, _>>()?,
        };
        Ok(Self {
            paths,
            format: of_project.format.unwrap_or(Format::Human),
            language: match of_project.lang {
                Some(name) => early_language(Some(name)),
                None => office.language.unwrap_or(Language::Vi),
            },
            color: of_project.color.unwrap_or(Color::Auto),
            deny_warnings: args.deny_warnings,
            show_accepted: args.show.is_some(),
            quiet: args.quiet,
            options: OpenOptions {
                font_paths: of_project.font_path.clone(),
                fallback_date: fallback_date()?,
            },
            office,
            project,
        })
    }

    /// The fonts of the project.
    pub(super) fn fonts(&self) -> Result<Fonts, Error> {
        let tree = Tree::Disk(self.project.clone());
        fonts(&tree, &self.project, &self.office, &self.options.font_paths)
    }

    /// The project on the disk.
    pub(super) fn open_project(&self) -> Result<Project, Error> {
        let tree = Tree::Disk(self.project.clone());
        Project::open(tree, &self.project, self.office.clone(), &self.options)
    }
}

/// How documents are made by a command that was called with `args`.
pub(super) fn build_settings(args: &MakeArgs, settings: &Settings) -> Result<BuildSettings, Error> {
    let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let out = args.out.clone().unwrap_or_else(|| settings.project.join("out"));
    // Who names a folder, means the one it leads to.
    if args.out.is_none() && disk::is_anything(&out) {
        reach::within(&out, &settings.project)?;
    }
    let office = &settings.office;
    let (limit, memory) = limits(args.time_limit, args.memory_limit);
    Ok(BuildSettings {
        engine: args.engine.or(office.engine).unwrap_or(EngineName::Embedded),
        program: args.typst.as_deref().map_or_else(|| "typst".into(), program),
        limit,
        standard: office.output.standard(),
        memory,
        jobs: args.jobs.map_or(cores, usize::from),
        emit: if args.emit.is_empty() { vec![Emit::Pdf] } else { args.emit.clone() },
        out: disk::absolute_even_if_new(&out)?,
    })
}

/// The time for one document, and the memory in bytes; what is not given is as usual.
pub(super) fn limits(seconds: Option<u64>, megabytes: Option<u64>) -> (Duration, u64) {
    let time = Duration::from_secs(seconds.unwrap_or(TIME_LIMIT));
    (time, megabytes.unwrap_or(MEMORY_LIMIT).saturating_mul(1_024 * 1_024))
}

/// The number in a variable of the environment, for commands without an option for it.
pub(super) fn limit(variable: &str) -> Option<u64> {
    #[expect(clippy::disallowed_methods, reason = "the environment is read here")]
    let value = std::env::var(variable).ok()?;
    value.parse().ok().filter(|limit| *limit > 0)
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

/// The value of `SOURCE_DATE_EPOCH` for a day; nothing where there is none.
pub(super) fn epoch_of((year, month, day): (i16, i8, i8)) -> Option<String> {
    let date = jiff::civil::Date::new(year, month, day).ok()?;
    let time = date.to_zoned(jiff::tz::TimeZone::UTC).ok()?;
    Some(time.timestamp().as_second().to_string())
}
