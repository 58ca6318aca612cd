//! How far a project reaches: what a symbolic link in it may lead to.
//!
//! A repository may hold links that somebody else has committed. Nothing outside the project
//! folder is read or written through one, unless the settings name the folder it leads to.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::RwLock;

use crate::error::{Error, Stray};
use crate::source::disk;

/// Folders outside the project that its settings name, links followed.
static NAMED: RwLock<Vec<PathBuf>> = RwLock::new(Vec::new());

/// Says which folders outside the project may be reached; those that are not there reach nothing.
pub fn name_outside(folders: &[PathBuf]) {
    if let Ok(mut named) = NAMED.write() {
        *named = folders.iter().filter_map(|folder| disk::real(folder).ok()).collect();
    }
}

/// `path` with all links followed. An error when it is nowhere, goes round, or is neither in
/// `root` nor in a folder that the settings name.
pub fn within(path: &Path, root: &Path) -> Result<PathBuf, Error> {
    let real = disk::real(path).map_err(|cause| stray(path, &cause))?;
    if is_reached(&real, root) {
        return Ok(real);
    }
    Err(Error::Stray { path: path.to_owned(), why: Stray::Outside })
}

/// Whether a file may be written at `path` in the folder `root`: no folder on the way to it leads
/// outside.
pub fn may_write(path: &Path, root: &Path) -> Result<(), Error> {
    let above = path.ancestors().skip(1).find(|above| fs::symlink_metadata(above).is_ok());
    let Some(above) = above else { return Ok(()) };
    if above.starts_with(root) || above == root {
        within(above, root)?;
    }
    Ok(())
}

/// Whether `real`, a path without links, is in `root` or in a folder that the settings name.
pub(super) fn is_reached(real: &Path, root: &Path) -> bool {
    let is_in = |folder: &Path| real.starts_with(folder);
    if is_in(root) {
        return true;
    }
    // The folder itself may have been given through a link.
    let is_named = NAMED.read().is_ok_and(|named| named.iter().any(|folder| is_in(folder)));
    is_named || disk::real(root).is_ok_and(|root| is_in(&root))
}

/// Why there is no way to `path`: a link that leads nowhere or goes round is the author's, all
/// else is a failure.
pub(super) fn stray(path: &Path, cause: &io::Error) -> Error {
    let is_link = fs::symlink_metadata(path).is_ok_and(|facts| facts.is_symlink());
    let why = match cause.kind() {
        io::ErrorKind::NotFound if is_link => Stray::Nowhere,
        io::ErrorKind::PermissionDenied | io::ErrorKind::NotFound => {
            let cause = io::Error::new(cause.kind(), cause.to_string());
            return Error::Read { path: path.to_owned(), cause };
        }
        _ if is_link => Stray::Loop,
        kind => {
            let cause = io::Error::new(kind, cause.to_string());
            return Error::Read { path: path.to_owned(), cause };
        }
    };
    Error::Stray { path: path.to_owned(), why }
}
