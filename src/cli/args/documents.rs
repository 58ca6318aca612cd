//! Commands that make documents.

use std::path::PathBuf;

use clap::Args as ClapArgs;

use super::{CommonArgs, ProjectArgs};
use crate::build::settings::Emit;
use crate::build::shard::Shard;
use crate::compile::EngineName;

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
    /// The project folder, and how findings are printed.
    #[command(flatten)]
    pub of_project: ProjectArgs,
    /// Which Typst.
    #[arg(long, env = "VANTHU_ENGINE", value_enum)]
    pub engine: Option<EngineName>,
    /// The Typst program of the other engine.
    #[arg(long, env = "VANTHU_TYPST", value_name = "PROGRAM")]
    pub typst: Option<PathBuf>,
}
