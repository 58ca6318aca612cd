//! What the system tells of a file without reading it.

use std::fs;
use std::path::Path;

use serde::{Deserialize, Serialize};

/// What the system tells of a file without reading it. Where it counts every change, two equal
/// stamps are of one file with one content; elsewhere no two stamps are equal.
#[derive(Debug, Default, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stamp {
    size: u64,
    inode: u64,
    /// When it was written last, in nanoseconds.
    pub modified: i64,
    /// When anything about it was changed last; nobody can set this back.
    changed: Option<i64>,
}

impl Stamp {
    /// Whether the file has not changed since before `time`.
    #[must_use]
    pub fn is_before(&self, time: i64) -> bool {
        self.changed.is_some_and(|changed| changed < time && self.modified < time)
    }
}

/// The stamp of a file; `None` when there is none.
#[must_use]
pub fn stamp(path: &Path) -> Option<Stamp> {
    // A symbolic link in the place of a file is not that file.
    let facts = fs::symlink_metadata(path).ok().filter(fs::Metadata::is_file)?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt as _;
        let nanoseconds =
            |seconds: i64, rest: i64| seconds.saturating_mul(1_000_000_000).saturating_add(rest);
        Some(Stamp {
            size: facts.len(),
            inode: facts.ino(),
            modified: nanoseconds(facts.mtime(), facts.mtime_nsec()),
            changed: Some(nanoseconds(facts.ctime(), facts.ctime_nsec())),
        })
    }
    #[cfg(not(unix))]
    {
        Some(Stamp { size: facts.len(), ..Stamp::default() })
    }
}

/// When `path` was written last.
#[must_use]
pub fn written(path: &Path) -> Option<std::time::SystemTime> {
    fs::metadata(path).ok()?.modified().ok()
}
