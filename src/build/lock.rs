//! One build at a time in an output folder.

use std::fs::{File, TryLockError};
use std::path::Path;

use crate::error::Error;
use crate::write;

/// The right to write to an output folder; it goes when it is dropped, or when the program ends
/// in whatever way.
#[derive(Debug)]
pub(crate) struct Lock(
    #[expect(dead_code, reason = "the lock is held as long as its file is open")] File,
);

/// Takes the lock of the state in `folder`. When another program has it, `waits` is told, and
/// this returns when that one has ended.
pub(crate) fn lock(folder: &Path, waits: impl FnOnce()) -> Result<Lock, Error> {
    let path = folder.join("lock");
    let file = write::keep(&path)?;
    // Some shared folders know no locks; whoever uses one answers for the order of builds.
    if let Err(TryLockError::WouldBlock) = file.try_lock() {
        waits();
        file.lock().map_err(|cause| Error::Write { path, cause })?;
    }
    Ok(Lock(file))
}
