//! What is saved below watched folders.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher as _};

use crate::diagnostic::Message;
use crate::error::Error;

/// An editor writes a file in several steps; this long after the last one it is done.
const QUIET: Duration = Duration::from_millis(8);

/// Nobody is kept waiting longer for somebody who never rests.
const LONGEST: Duration = Duration::from_millis(250);

/// What is watched, and what was seen there.
pub(crate) struct FileWatcher {
    watcher: RecommendedWatcher,
    events: Receiver<notify::Result<Event>>,
    watched: BTreeSet<PathBuf>,
    /// What was saved, but for what this program writes itself.
    pub(crate) seen: BTreeSet<PathBuf>,
    /// The folder this program writes to.
    pub(crate) out: PathBuf,
    /// When the first of it was saved.
    pub(crate) since: Instant,
}

impl FileWatcher {
    /// Watches nothing yet.
    pub(crate) fn open() -> Result<Self, Error> {
        let (sender, events) = channel();
        let watcher = notify::recommended_watcher(sender)
            .map_err(|error| Error::Usage(Message::new("watch-failed").with("cause", error)))?;
        let (watched, seen) = (BTreeSet::new(), BTreeSet::new());
        let since = Instant::now();
        Ok(Self { watcher, events, watched, seen, out: PathBuf::new(), since })
    }

    /// Watches a file or a folder, once it is there.
    pub(crate) fn look_at(&mut self, path: &Path, with_all_below: bool) {
        let mode =
            if with_all_below { RecursiveMode::Recursive } else { RecursiveMode::NonRecursive };
        // A file is often replaced by another one of its name: its folder is watched.
        let folder = if path.is_dir() { path } else { path.parent().unwrap_or(path) };
        let mode = if folder == path { mode } else { RecursiveMode::NonRecursive };
        let is_new = !self.watched.contains(folder);
        if is_new && self.watcher.watch(folder, mode).is_ok() {
            self.watched.insert(folder.to_owned());
        }
    }

    fn take(&mut self, event: notify::Result<Event>) {
        let Ok(event) = event else { return };
        if matches!(event.kind, EventKind::Access(_) | EventKind::Other) {
            return;
        }
        let others = event.paths.into_iter().filter(|path| !path.starts_with(&self.out));
        if self.seen.is_empty() {
            self.since = Instant::now();
        }
        self.seen.extend(others);
    }

    /// Whether something waits to be looked at.
    pub(crate) fn has_seen(&mut self) -> bool {
        while let Ok(event) = self.events.try_recv() {
            self.take(event);
        }
        !self.seen.is_empty()
    }

    /// Returns when something was saved and its writer rests; nothing when nobody can tell any
    /// more.
    pub(crate) fn wait(&mut self) -> Option<()> {
        while self.seen.is_empty() {
            let event = self.events.recv().ok()?;
            self.take(event);
        }
        while self.since.elapsed() < LONGEST {
            match self.events.recv_timeout(QUIET) {
                Ok(event) => self.take(event),
                Err(_) => break,
            }
        }
        Some(())
    }
}
