//! Where the documents of a run go and who works on them: known before anything else is read.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::pool::Pool;
use super::settings::BuildSettings;
use super::shard::Shard;
use super::state::Store;
use super::wire::Job;
use super::worker::Starter;
use crate::compile::EngineName;
use crate::error::Error;
use crate::source::disk;

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
        let pool = Pool::new(Starter { program: program.clone(), arguments }, make.jobs, limit);
        let store = Store::new(&make.out, project, shard);
        Ok(Self { make, store, pool, program })
    }

    /// The same for one cycle after the other.
    pub(crate) fn that_stays(self) -> Self {
        Self { pool: self.pool.that_stays(), ..self }
    }

    /// Has workers begin, before it is known what is to be done, with those `directives` that were
    /// saved after the state was. Their times are a hint and no more: the plan goes by content,
    /// and what was begun is taken only when it comes to the same text.
    pub(crate) fn rehearse(&self, directives: impl Iterator<Item = (String, PathBuf)>) {
        // A Typst program would have to be ended where it turns out not to be needed.
        if self.make.engine == EngineName::TypstCli {
            return;
        }
        let Some(written) = self.store.touched() else {
            // Where nothing is known, all is to be done: when the catalog is understood.
            return self.pool.get_ready(directives.take(self.make.jobs).count());
        };
        let is_younger =
            |path: &PathBuf| disk::stamp(path).is_some_and(|stamp| stamp.modified > written);
        let younger = directives.filter(|(_, path)| is_younger(path));
        self.pool.rehearse(younger.map(|(name, path)| Job::document(&name, &path)));
    }
}

fn this_program() -> Result<PathBuf, Error> {
    std::env::current_exe().map_err(|cause| Error::Worker { program: "vanthu".to_owned(), cause })
}
