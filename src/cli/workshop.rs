//! Where the documents of a run go and who works on them: known before anything else is read.

use std::ffi::OsString;
use std::path::PathBuf;
use std::time::Duration;

use super::settings::{MakeSettings, Settings};
use crate::build::pool::Pool;
use crate::build::shard::Shard;
use crate::build::state::Store;
use crate::build::wire::Job;
use crate::build::worker::Starter;
use crate::compile::EngineName;
use crate::error::Error;
use crate::source::disk;

/// The Typst program is ended by the worker, with its children; this is for the rest of a
/// document's time.
const BEYOND_THE_PROGRAM: Duration = Duration::from_secs(10);

/// An output folder and workers.
pub(super) struct Workshop {
    pub(super) make: MakeSettings,
    pub(super) store: Store,
    pub(super) pool: Pool,
    /// This program.
    pub(super) program: PathBuf,
}

impl Workshop {
    /// The workshop of a command that was called with `words`.
    pub(super) fn new(
        settings: &Settings,
        make: MakeSettings,
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
        let store = Store::new(&make.out, &settings.project, shard);
        Ok(Self { make, store, pool, program })
    }

    /// The same for one cycle after the other.
    pub(super) fn that_stays(self) -> Self {
        Self { pool: self.pool.that_stays(), ..self }
    }

    /// Has workers begin, before it is known what is to be done, with those `directives` that were
    /// saved after the state was. Their times are a hint and no more: the plan goes by content,
    /// and what was begun is taken only when it comes to the same text.
    pub(super) fn rehearse(&self, directives: impl Iterator<Item = (String, PathBuf)>) {
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
