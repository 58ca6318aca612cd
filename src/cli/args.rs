//! What was typed, and nothing of what it means.

use std::path::PathBuf;

use clap::{Args as ClapArgs, Parser, Subcommand, ValueEnum};

use crate::build::shard::Shard;

/// The command line. Help texts are in the catalog, under `arg-…` and `command-…`.
#[derive(Debug, Parser)]
#[command(name = "vanthu", version, arg_required_else_help = true)]
pub struct Args {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Sources to documents.
    Build(BuildArgs),
    /// Everything but the rendering.
    Check(CheckArgs),
    /// A rule and its basis.
    Explain(ExplainArgs),
    /// Documents anew, as often as something is saved.
    Watch(WatchArgs),
    /// Whether documents are what their sources give.
    Verify(VerifyArgs),
    /// What `build`, `watch` and `verify` start for themselves.
    #[command(hide = true)]
    Work(BuildArgs),
    /// A draft to an issued document.
    Issue(IssueArgs),
    /// The form of what is read, for editors.
    Schema(SchemaArgs),
}

/// What `build` takes.
#[derive(Debug, ClapArgs)]
pub struct BuildArgs {
    /// What all commands take that make documents.
    #[command(flatten)]
    pub make: MakeArgs,
    /// Also what is as it should be.
    #[arg(long)]
    pub force: bool,
    /// Say what would be done.
    #[arg(long)]
    pub dry_run: bool,
    /// Remove documents whose source is gone.
    #[arg(long)]
    pub prune: bool,
    /// One part of all directives.
    #[arg(long, env = "VANTHU_SHARD", value_name = "I/N")]
    pub shard: Option<Shard>,
    /// A file for make.
    #[arg(long, value_name = "FILE")]
    pub deps: Option<PathBuf>,
    /// A file for a viewer of traces.
    #[arg(long, value_name = "FILE")]
    pub timings: Option<PathBuf>,
}

/// What `watch` takes.
#[derive(Debug, ClapArgs)]
pub struct WatchArgs {
    /// What all commands take that make documents.
    #[command(flatten)]
    pub make: MakeArgs,
}

/// What `verify` takes.
#[derive(Debug, ClapArgs)]
pub struct VerifyArgs {
    /// What all commands take that make documents.
    #[command(flatten)]
    pub make: MakeArgs,
}

/// What all commands take that make documents. Their workers are started with the same words.
#[derive(Debug, ClapArgs)]
pub struct MakeArgs {
    /// What all commands take.
    #[command(flatten)]
    pub common: CommonArgs,
    /// Which Typst.
    #[arg(long, env = "VANTHU_ENGINE", value_enum)]
    pub engine: Option<EngineName>,
    /// The Typst program of the other engine.
    #[arg(long, env = "VANTHU_TYPST", value_name = "PROGRAM")]
    pub typst: Option<PathBuf>,
    /// Seconds for one document.
    #[arg(long, env = "VANTHU_TIME_LIMIT", value_name = "SECONDS",
        value_parser = clap::value_parser!(u64).range(1..=86_400))]
    pub time_limit: Option<u64>,
    /// Megabytes for one worker.
    #[arg(long, env = "VANTHU_MEMORY_LIMIT", value_name = "MB",
        value_parser = clap::value_parser!(u64).range(512..=1_048_576))]
    pub memory_limit: Option<u64>,
    /// Documents at once.
    #[arg(short, long, env = "VANTHU_JOBS", value_name = "N",
        value_parser = clap::value_parser!(u16).range(1..=1_024))]
    pub jobs: Option<u16>,
    /// What to write.
    #[arg(long, value_enum, value_delimiter = ',')]
    pub emit: Vec<Emit>,
    /// Where to.
    #[arg(short, long, env = "VANTHU_OUT", value_name = "DIR")]
    pub out: Option<PathBuf>,
}

/// What `check` takes.
#[derive(Debug, ClapArgs)]
pub struct CheckArgs {
    /// What all commands take.
    #[command(flatten)]
    pub common: CommonArgs,
}

/// What `explain` takes.
#[derive(Debug, ClapArgs)]
pub struct ExplainArgs {
    /// Id or name of a rule; a file, where a figure is behind it.
    pub code: String,
    /// A figure of that file.
    pub figure: Option<String>,
    /// All rows.
    #[arg(long)]
    pub all: bool,
    /// The project folder.
    #[arg(short = 'C', long, env = "VANTHU_PROJECT", value_name = "DIR")]
    pub project: Option<PathBuf>,
    /// How it is printed.
    #[arg(long, env = "VANTHU_FORMAT", value_enum)]
    pub format: Option<Format>,
    /// Language of messages.
    #[arg(long, env = "VANTHU_LANG", value_enum)]
    pub lang: Option<LanguageName>,
    /// Colours.
    #[arg(long, env = "VANTHU_COLOR", value_enum)]
    pub color: Option<Color>,
    /// More fonts.
    #[arg(long, env = "VANTHU_FONT_PATH", value_name = "DIR")]
    pub font_path: Vec<PathBuf>,
}

/// What `issue` takes.
#[derive(Debug, ClapArgs)]
pub struct IssueArgs {
    /// The directive.
    pub file: PathBuf,
    /// Its number.
    #[arg(long, value_name = "N")]
    pub number: Option<String>,
    /// The day of issue.
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub date: Option<String>,
    /// Record an issued document as it stands now.
    #[arg(long, value_name = "REASON", conflicts_with_all = ["number", "date", "withdraw"])]
    pub correct: Option<String>,
    /// Record that an issued document does not hold any more.
    #[arg(long, value_name = "REASON", conflicts_with_all = ["number", "date"])]
    pub withdraw: Option<String>,
    /// Say what would be written.
    #[arg(long)]
    pub dry_run: bool,
    /// Also what is not committed.
    #[arg(long)]
    pub allow_dirty: bool,
    /// The project folder.
    #[arg(short = 'C', long, env = "VANTHU_PROJECT", value_name = "DIR")]
    pub project: Option<PathBuf>,
    /// How findings are printed.
    #[arg(long, env = "VANTHU_FORMAT", value_enum)]
    pub format: Option<Format>,
    /// Language of messages.
    #[arg(long, env = "VANTHU_LANG", value_enum)]
    pub lang: Option<LanguageName>,
    /// Colours.
    #[arg(long, env = "VANTHU_COLOR", value_enum)]
    pub color: Option<Color>,
    /// More fonts.
    #[arg(long, env = "VANTHU_FONT_PATH", value_name = "DIR")]
    pub font_path: Vec<PathBuf>,
    /// Which Typst.
    #[arg(long, env = "VANTHU_ENGINE", value_enum)]
    pub engine: Option<EngineName>,
    /// The Typst program of the other engine.
    #[arg(long, env = "VANTHU_TYPST", value_name = "PROGRAM")]
    pub typst: Option<PathBuf>,
}

/// What `schema` takes.
#[derive(Debug, ClapArgs)]
pub struct SchemaArgs {
    /// Of what.
    #[arg(value_enum)]
    pub subject: Option<SubjectName>,
    /// Language of messages.
    #[arg(long, env = "VANTHU_LANG", value_enum)]
    pub lang: Option<LanguageName>,
}

/// What there is a schema of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum SubjectName {
    /// A directive.
    Directive,
    /// A file of the catalog.
    Catalog,
    /// `vanthu.yaml`.
    Office,
    /// A line of `--format json`.
    Finding,
    /// What `explain` says of a figure.
    Explanation,
}

/// What all commands take that look at directives.
#[derive(Debug, ClapArgs)]
pub struct CommonArgs {
    /// Files and folders; `data` unless given.
    pub paths: Vec<PathBuf>,
    /// The project folder.
    #[arg(short = 'C', long, env = "VANTHU_PROJECT", value_name = "DIR")]
    pub project: Option<PathBuf>,
    /// How findings are printed.
    #[arg(long, env = "VANTHU_FORMAT", value_enum)]
    pub format: Option<Format>,
    /// Language of messages.
    #[arg(long, env = "VANTHU_LANG", value_enum)]
    pub lang: Option<LanguageName>,
    /// Colours.
    #[arg(long, env = "VANTHU_COLOR", value_enum)]
    pub color: Option<Color>,
    /// More fonts.
    #[arg(long, env = "VANTHU_FONT_PATH", value_name = "DIR")]
    pub font_path: Vec<PathBuf>,
    /// Warnings fail.
    #[arg(long)]
    pub deny_warnings: bool,
    /// Findings only.
    #[arg(short, long)]
    pub quiet: bool,
}

/// Which Typst.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum EngineName {
    /// The one within the program.
    Embedded,
    /// A program of its own.
    TypstCli,
}

/// What can be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Emit {
    /// The document.
    Pdf,
    /// The Typst text it is set from.
    Typ,
}

/// How findings are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// With the lines they are about.
    Human,
    /// One line each.
    Short,
    /// One JSON object a line, to stdout.
    Json,
    /// Annotations of GitHub Actions, to stdout.
    Github,
    /// One SARIF log of the whole run, to stdout.
    Sarif,
}

impl Format {
    /// Whether findings are the data of a run, so that nothing else goes to stdout.
    #[must_use]
    pub fn is_data(self) -> bool {
        !matches!(self, Self::Human | Self::Short)
    }
}

/// A language, by its code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum LanguageName {
    /// Vietnamese.
    Vi,
    /// English.
    En,
}

/// When to use colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Color {
    /// On a terminal.
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}
