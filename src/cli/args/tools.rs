//! Commands that set up a project, and those for editors, shells and browsers.

use std::path::PathBuf;

use clap::Args as ClapArgs;

use super::ProjectArgs;
use crate::cli::choices::LanguageName;

/// What `init` takes.
#[derive(Debug, ClapArgs)]
pub struct InitArgs {
    /// The folder of the new project.
    #[arg(value_name = "DIR")]
    pub folder: PathBuf,
    /// Language of messages.
    #[arg(long, env = "VANTHU_LANG", value_enum)]
    pub lang: Option<LanguageName>,
}

/// What `new` takes.
#[derive(Debug, ClapArgs)]
pub struct NewArgs {
    /// The kind of document, by its id or its name.
    pub kind: String,
    /// The file to write.
    #[arg(id = "new-file", value_name = "FILE")]
    pub file: PathBuf,
    /// Language of messages.
    #[arg(long, env = "VANTHU_LANG", value_enum)]
    pub lang: Option<LanguageName>,
}

/// What `doctor` and `fonts` take.
#[derive(Debug, ClapArgs)]
pub struct DoctorArgs {
    /// Project and output.
    #[command(flatten)]
    pub of_project: ProjectArgs,
    /// The Typst program of the other engine.
    #[arg(long, env = "VANTHU_TYPST", value_name = "PROGRAM")]
    pub typst: Option<PathBuf>,
}

/// What `preview` takes.
#[derive(Debug, ClapArgs)]
pub struct PreviewArgs {
    /// The document to show first.
    #[arg(id = "preview-file", value_name = "FILE")]
    pub file: Option<PathBuf>,
    /// The port of this machine.
    #[arg(long, value_name = "PORT", default_value_t = 0, hide_default_value = true)]
    pub port: u16,
    /// The project folder, and how findings are printed.
    #[command(flatten)]
    pub of_project: ProjectArgs,
}

/// What `lsp` takes.
#[derive(Debug, ClapArgs)]
pub struct LspArgs {
    /// Language of messages.
    #[arg(long, env = "VANTHU_LANG", value_enum)]
    pub lang: Option<LanguageName>,
    /// More fonts.
    #[arg(long, env = "VANTHU_FONT_PATH", value_name = "DIR")]
    pub font_path: Vec<PathBuf>,
    /// What editors add, though there is no other way.
    #[arg(long, hide = true)]
    pub stdio: bool,
}

/// What `completions` takes.
#[derive(Debug, ClapArgs)]
pub struct CompletionsArgs {
    /// The shell.
    #[arg(value_enum)]
    pub shell: clap_complete::Shell,
    /// Language of the descriptions.
    #[arg(long, env = "VANTHU_LANG", value_enum)]
    pub lang: Option<LanguageName>,
}

/// What `man` takes.
#[derive(Debug, ClapArgs)]
pub struct ManArgs {
    /// The folder for one page per command; without it the main page is printed.
    #[arg(id = "man-folder", value_name = "DIR")]
    pub folder: Option<PathBuf>,
    /// Language of the pages.
    #[arg(long, env = "VANTHU_LANG", value_enum)]
    pub lang: Option<LanguageName>,
}
