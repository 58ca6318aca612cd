//! One writer at a time in the sources of a project.

use std::fs::{File, TryLockError};
use std::path::Path;

use crate::error::Error;
use crate::write;

/// The right to write to the sources; it goes when it is dropped, or when the program ends in
/// whatever way.
#[derive(Debug)]
pub(crate) struct Lock(
    #[expect(dead_code, reason = "the lock is held as long as its file is open")] File,
);

/// Takes the lock of the sources in the folder `project`: at most one program writes to them.
/// When another program has it, `waits` is told, and this returns when that one has ended.
pub(crate) fn project(project: &Path, waits: impl FnOnce()) -> Result<Lock, Error> {
    let path = lockable(project)?;
    match path.try_lock() {
        Ok(()) => return Ok(Lock(path)),
        Err(TryLockError::WouldBlock) => waits(),
        Err(TryLockError::Error(_)) => {}
    }
    path.lock().map_err(|cause| Error::Write { path: project.to_owned(), cause })?;
    Ok(Lock(path))
}

/// The same, when no other program has it.
pub(crate) fn try_project(project: &Path) -> Result<Option<Lock>, Error> {
    let file = lockable(project)?;
    match file.try_lock() {
        Ok(()) => Ok(Some(Lock(file))),
        Err(TryLockError::WouldBlock) => Ok(None),
        Err(TryLockError::Error(cause)) => Err(Error::Write { path: project.to_owned(), cause }),
    }
}

/// What is locked: the folder itself, so that nothing is left behind in it; where the system locks
/// no folders, a file in the output folder.
fn lockable(project: &Path) -> Result<File, Error> {
    if let Some(folder) = write::lockable_folder(project) {
        return Ok(folder);
    }
    write::keep(&project.join("out/.vanthu/issue.lock"))
}
