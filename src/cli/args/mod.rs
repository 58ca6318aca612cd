//! What was typed, and nothing of what it means.

mod documents;
mod tools;

use std::path::PathBuf;

use clap::{Args as ClapArgs, Parser, Subcommand};

pub use crate::cli::choices::{
    Color, DiffFormat, Format, LanguageName, Shown, SubjectName, TaskFormat,
};

pub use documents::{BuildArgs, IssueArgs, MakeArgs, VerifyArgs, WatchArgs};
pub use tools::{CompletionsArgs, DoctorArgs, InitArgs, LspArgs, ManArgs, NewArgs, PreviewArgs};

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
    /// What a change means on paper.
    Diff(DiffArgs),
    /// Documents anew, as often as something is saved.
    Watch(WatchArgs),
    /// Whether documents are what their sources give.
    Verify(VerifyArgs),
    /// What `build`, `watch` and `verify` start for themselves.
    #[command(hide = true)]
    Work(BuildArgs),
    /// A draft to an issued document.
    Issue(IssueArgs),
    /// The issued documents as a table.
    Register(RegisterArgs),
    /// The form of what is read, for editors.
    Schema(SchemaArgs),
    /// A new project.
    Init(InitArgs),
    /// A new document.
    New(NewArgs),
    /// Whether this machine and this project are ready for use.
    Doctor(DoctorArgs),
    /// The fonts that documents can use.
    Fonts(DoctorArgs),
    /// Pages in the browser.
    Preview(PreviewArgs),
    /// A server for editors.
    Lsp(LspArgs),
    /// Completion of the command line for a shell.
    Completions(CompletionsArgs),
    /// The manual pages.
    Man(ManArgs),
    /// What is due, from the tables of tasks of all plans.
    Tasks(TasksArgs),
}

/// What `tasks` takes.
#[derive(Debug, ClapArgs)]
pub struct TasksArgs {
    /// Paths and printing.
    #[command(flatten)]
    pub common: CommonArgs,
    /// A unit that leads or helps.
    #[arg(long, value_name = "NAME")]
    pub unit: Option<String>,
    /// The month in which they are due.
    #[arg(long, value_name = "YYYY-MM")]
    pub month: Option<String>,
    /// How they are printed.
    #[arg(long = "as", value_enum, default_value_t = TaskFormat::Text, value_name = "FORM")]
    pub as_format: TaskFormat,
}

/// What `check` takes.
#[derive(Debug, ClapArgs)]
pub struct CheckArgs {
    /// What all commands take.
    #[command(flatten)]
    pub common: CommonArgs,
    /// Writes the safe edits of findings.
    #[arg(long)]
    pub fix: bool,
    /// Shows the safe edits, and writes nothing.
    #[arg(long)]
    pub diff: bool,
}

/// What `register` takes.
#[derive(Debug, ClapArgs)]
pub struct RegisterArgs {
    /// Which directives, and how findings are told.
    #[command(flatten)]
    pub common: CommonArgs,
    /// Documents of one year.
    #[arg(long, value_name = "YEAR", value_parser = clap::value_parser!(i16).range(1945..=9999))]
    pub year: Option<i16>,
}

/// What `diff` takes.
#[derive(Debug, ClapArgs)]
pub struct DiffArgs {
    /// Revisions, then files and folders.
    #[arg(value_name = "REV|PATH")]
    pub words: Vec<PathBuf>,
    /// Files and folders.
    #[arg(last = true, value_name = "PATH")]
    pub only: Vec<PathBuf>,
    /// The project folder.
    #[arg(short = 'C', long, env = "VANTHU_PROJECT", value_name = "DIR")]
    pub project: Option<PathBuf>,
    /// How it is told.
    #[arg(id = "diff-format", long = "format", value_enum, value_name = "FORMAT")]
    pub format: Option<DiffFormat>,
    /// Language of messages.
    #[arg(long, env = "VANTHU_LANG", value_enum)]
    pub lang: Option<LanguageName>,
    /// Colours.
    #[arg(long, env = "VANTHU_COLOR", value_enum)]
    pub color: Option<Color>,
    /// More fonts.
    #[arg(long, env = "VANTHU_FONT_PATH", value_name = "DIR")]
    pub font_path: Vec<PathBuf>,
    /// A difference on paper fails.
    #[arg(long)]
    pub exit_code: bool,
    /// Without setting anything.
    #[arg(long)]
    pub no_pages: bool,
    /// Two files or folders, whatever git knows of them.
    #[arg(long)]
    pub no_index: bool,
    /// Sets the driver in the repository.
    #[arg(long)]
    pub install_git: bool,
    /// What git calls.
    #[arg(long, hide = true)]
    pub driver: bool,
}

/// What `explain` takes.
#[derive(Debug, ClapArgs)]
pub struct ExplainArgs {
    /// Id or name of a rule; a file, where a figure is behind it.
    pub code: String,
    /// A figure of that file.
    pub figure: Option<String>,
    /// In the copy for this recipient.
    #[arg(long, value_name = "NAME", requires = "figure")]
    pub copy: Option<String>,
    /// All rows.
    #[arg(long)]
    pub all: bool,
    /// The project folder, and how findings are printed.
    #[command(flatten)]
    pub of_project: ProjectArgs,
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

/// The project folder, and how findings are printed.
#[derive(Debug, Clone, ClapArgs)]
pub struct ProjectArgs {
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
}

/// What all commands take that look at directives.
#[derive(Debug, ClapArgs)]
pub struct CommonArgs {
    /// Files and folders; `data` unless given.
    pub paths: Vec<PathBuf>,
    /// The project folder, and how findings are printed.
    #[command(flatten)]
    pub of_project: ProjectArgs,
    /// Warnings fail.
    #[arg(long)]
    pub deny_warnings: bool,
    /// Findings that are printed besides.
    #[arg(long, value_name = "WHAT")]
    pub show: Option<Shown>,
    /// Findings only.
    #[arg(short, long)]
    pub quiet: bool,
}

impl CommonArgs {
    /// Of a command that takes one directive and nothing else of these.
    #[must_use]
    pub fn of_one(path: PathBuf, of_project: ProjectArgs) -> Self {
        Self { paths: vec![path], of_project, deny_warnings: false, show: None, quiet: false }
    }
}
