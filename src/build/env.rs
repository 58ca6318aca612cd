//! Where the documents of a run go and who works on them: known before anything else is read.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::pool::Pool;
use super::settings::BuildSettings;
use super::shard::Shard;
use super::state::Store;
use super::worker::Starter;
use crate::compile::EngineName;
use crate::error::Error;

/// The Typst program is ended by the worker, with its children; this is for the rest of a
/// document's time.
const BEYOND_THE_PROGRAM: Duration = Duration::from_secs(10);

/// An output folder and workers.
pub(crate) struct BuildEnv {
    pub(crate) make: BuildSettings,
    pub(crate) store: Store,
    pub(crate) pool: Pool,
    /// This program.
    pub(crate) program: PathBuf,
}

impl BuildEnv {
    /// The environment of a command that was called with `words`.
    pub(crate) fn new(
        project: &Path,
        make: BuildSettings,
        shard: Option<Shard>,
        words: Vec<OsString>,
    ) -> Result<Self, Error> {
        let program = this_program()?;
        let arguments = std::iter::once("work".into()).chain(words).collect();
        let limit = match make.engine {
            EngineName::TypstCli => make.limit + BEYOND_THE_PROGRAM,
            EngineName::Embedded => make.limit,
        };
        let starter = Starter { program: program.clone(), arguments, variables: Vec::new() };
        let pool = Pool::new(starter, make.jobs, limit);
        let store = Store::new(&make.out, project, shard);
        Ok(Self { make, store, pool, program })
    }

    /// The same with workers for which a variable of the environment has this value.
    pub(crate) fn with_variable(self, key: &str, value: &str) -> Self {
        Self { pool: self.pool.with_variable(key, value), ..self }
    }

    /// The same for one cycle after the other.
    pub(crate) fn that_stays(self) -> Self {
        Self { pool: self.pool.that_stays(), ..self }
    }
}

fn this_program() -> Result<PathBuf, Error> {
    std::env::current_exe().map_err(|cause| Error::Worker { program: "vanthu".to_owned(), cause })
}
