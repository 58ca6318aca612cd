//! Writes files: the whole file, or nothing of it.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use crate::error::Error;
use crate::source::reach;

/// Writes `bytes` to `path`, folders included. At every moment the file is the old one or the
/// new one; a file that already holds these bytes is not touched.
pub(crate) fn write(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    write_through(path, bytes, None)
}

/// As [`write()`]; the file is made in the folder `staging`, where nobody looks for documents, and
/// moved to its place, when both are on one disk.
pub(crate) fn write_through(
    path: &Path,
    bytes: &[u8],
    staging: Option<&Path>,
) -> Result<(), Error> {
    if holds(path, bytes) {
        return Ok(());
    }
    replace(path, bytes, staging)
}

/// As [`write_through`], for one of many: the new name survives a power cut once the folder was
/// given to [`sync_folder`]. Until then the file may be the old one again, never a part.
pub(crate) fn write_one_of_many(
    path: &Path,
    bytes: &[u8],
    staging: Option<&Path>,
) -> Result<(), Error> {
    if holds(path, bytes) {
        return Ok(());
    }
    put(path, bytes, staging)
}

/// As [`write_through`], without comparing with the file that is there.
pub(crate) fn replace(path: &Path, bytes: &[u8], staging: Option<&Path>) -> Result<(), Error> {
    put(path, bytes, staging)?;
    sync_folder(path.parent().unwrap_or(Path::new(".")));
    Ok(())
}

/// Writes a new file, folders included. Returns whether it did: a file that exists stays as it is.
pub(crate) fn write_new(path: &Path, bytes: &[u8]) -> Result<bool, Error> {
    let failed = |cause| Error::Write { path: path.to_owned(), cause };
    let folder = path.parent().unwrap_or(Path::new("."));
    create_folder(folder).map_err(|(path, cause)| Error::Write { path, cause })?;
    let file = temporary(bytes, folder).map_err(failed)?;
    match file.persist_noclobber(path) {
        Ok(_) => Ok(true),
        Err(error) if error.error.kind() == io::ErrorKind::AlreadyExists => Ok(false),
        Err(error) => Err(failed(error.error)),
    }
}

/// Whether files can be made in `folder`, or in the nearest folder above that exists.
pub(crate) fn can_write(folder: &Path) -> Result<(), Error> {
    let there = folder.ancestors().find(|folder| folder.is_dir()).unwrap_or(folder);
    let probe = tempfile::tempfile_in(there);
    probe.map(|_| ()).map_err(|cause| Error::Write { path: there.to_owned(), cause })
}

/// As [`write()`], of a file that is there: it keeps its permissions, and one that may not be
/// written is a failure.
pub(crate) fn rewrite(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    let failed = |cause| Error::Write { path: path.to_owned(), cause };
    let permissions = fs::metadata(path).map_err(failed)?.permissions();
    if permissions.readonly() {
        return Err(failed(io::ErrorKind::PermissionDenied.into()));
    }
    write(path, bytes)?;
    fs::set_permissions(path, permissions).map_err(failed)
}

fn put(path: &Path, bytes: &[u8], staging: Option<&Path>) -> Result<(), Error> {
    let folder = path.parent().unwrap_or(Path::new("."));
    create_folder(folder).map_err(|(path, cause)| Error::Write { path, cause })?;
    let Some(staging) = staging else { return place(path, bytes, folder) };
    create_folder(staging).map_err(|(path, cause)| Error::Write { path, cause })?;
    match place(path, bytes, staging) {
        // Below the output folder another disk may be mounted.
        Err(Error::Write { cause, .. }) if cause.kind() == io::ErrorKind::CrossesDevices => {
            place(path, bytes, folder)
        }
        result => result,
    }
}

/// Writes what `fill` gives to `path`, bit by bit; the file is made in `staging` and moved to its
/// place when it is whole. `fill` fails where its words cannot be written, or for reasons of its own.
pub(crate) fn write_bit_by_bit(
    path: &Path,
    staging: &Path,
    fill: &mut dyn FnMut(&mut dyn Write) -> io::Result<()>,
) -> Result<(), Error> {
    let failed = |cause| Error::Write { path: path.to_owned(), cause };
    let folder = path.parent().unwrap_or(Path::new("."));
    for folder in [folder, staging] {
        create_folder(folder).map_err(|(path, cause)| Error::Write { path, cause })?;
    }
    let mut made = |folder: &Path| {
        let file = tempfile::Builder::new()
            .prefix(TEMPORARY_PREFIX)
            .permissions_of_others()
            .tempfile_in(folder)?;
        let mut words = io::BufWriter::new(file);
        fill(&mut words)?;
        let file = words.into_inner().map_err(io::IntoInnerError::into_error)?;
        file.as_file().sync_all()?;
        file.persist(path).map(|_| ()).map_err(|error| error.error)
    };
    match made(staging) {
        Err(cause) if cause.kind() == io::ErrorKind::CrossesDevices => made(folder),
        result => result,
    }
    .map_err(failed)
}

/// Makes the file in `folder` and moves it to `path`.
fn place(path: &Path, bytes: &[u8], folder: &Path) -> Result<(), Error> {
    let failed = |cause| Error::Write { path: path.to_owned(), cause };
    let file = temporary(bytes, folder).map_err(failed)?;
    file.persist(path).map_err(|error| failed(error.error))?;
    Ok(())
}

/// A temporary file in `folder` that holds `bytes`, synced.
fn temporary(bytes: &[u8], folder: &Path) -> io::Result<tempfile::NamedTempFile> {
    let mut file = tempfile::Builder::new()
        .prefix(TEMPORARY_PREFIX)
        .permissions_of_others()
        .tempfile_in(folder)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    Ok(file)
}

/// Removes what runs that were ended have left in `staging`, and half-written files beside
/// documents in `folders`. No other process may be writing there.
pub(crate) fn clean<'a>(staging: &'a Path, folders: impl IntoIterator<Item = &'a Path>) {
    let is_stray = |name: &std::ffi::OsStr| name.to_string_lossy().starts_with(TEMPORARY_PREFIX);
    for folder in std::iter::once(staging).chain(folders) {
        #[expect(clippy::disallowed_methods, reason = "the one place that cleans up")]
        let Ok(entries) = fs::read_dir(folder) else { continue };
        let files = entries.filter_map(Result::ok);
        for entry in files.filter(|entry| is_stray(&entry.file_name())) {
            // The folder of the state has a like name.
            if entry.file_type().is_ok_and(|kind| kind.is_file()) {
                let _ = remove(&entry.path());
            }
        }
    }
}

/// Removes all links below `folder`, in which the program keeps files of its own and no links; the
/// folder itself must lie in `root`.
pub(crate) fn without_links(folder: &Path, root: &Path) -> Result<(), Error> {
    reach::may_write(&folder.join("x"), root)?;
    let entries = walkdir::WalkDir::new(folder).into_iter().filter_map(Result::ok);
    let links = entries.filter(|entry| entry.depth() > 0 && entry.path_is_symlink());
    links.map(walkdir::DirEntry::into_path).try_for_each(|link| remove(&link))
}

/// Removes a file; it may be gone already.
#[expect(clippy::disallowed_methods, reason = "the one place that removes files")]
pub(crate) fn remove(path: &Path) -> Result<(), Error> {
    match fs::remove_file(path) {
        Err(cause) if cause.kind() != io::ErrorKind::NotFound => {
            Err(Error::Write { path: path.to_owned(), cause })
        }
        _ => Ok(()),
    }
}

/// Removes `folder` and those above it up to `root`, as far as they are empty.
pub(crate) fn remove_empty_folders(folder: &Path, root: &Path) {
    let above = folder.ancestors().take_while(|above| above.starts_with(root) && *above != root);
    for folder in above {
        if fs::remove_dir(folder).is_err() {
            return;
        }
    }
}

/// Moves a file, whatever is at its new place.
#[expect(clippy::disallowed_methods, reason = "the one place that moves files")]
pub(crate) fn rename(from: &Path, to: &Path) -> Result<(), Error> {
    let folder = to.parent().unwrap_or(Path::new("."));
    create_folder(folder).map_err(|(path, cause)| Error::Write { path, cause })?;
    fs::rename(from, to).map_err(|cause| Error::Write { path: from.to_owned(), cause })
}

/// A new file at `path`, open to be written bit by bit.
pub(crate) fn fresh(path: &Path) -> Result<fs::File, Error> {
    open(path, fs::OpenOptions::new().write(true).create(true).truncate(true))
}

/// The file at `path`, open to be written on behind what is there.
pub(crate) fn more(path: &Path) -> Result<fs::File, Error> {
    open(path, fs::OpenOptions::new().append(true).create(true))
}

/// The file at `path`, made when it is not there; its content does not matter.
pub(crate) fn keep(path: &Path) -> Result<fs::File, Error> {
    open(path, fs::OpenOptions::new().write(true).create(true).truncate(false))
}

fn open(path: &Path, how: &fs::OpenOptions) -> Result<fs::File, Error> {
    let folder = path.parent().unwrap_or(Path::new("."));
    create_folder(folder).map_err(|(path, cause)| Error::Write { path, cause })?;
    // What is opened is the program's own; a link or a pipe in its place is not.
    if fs::symlink_metadata(path).is_ok_and(|facts| !facts.is_file() && !facts.is_dir()) {
        remove(path)?;
    }
    how.open(path).map_err(|cause| Error::Write { path: path.to_owned(), cause })
}

/// Sets the modification time of `path` to `written`, for tools that compare times (make); a later
/// time stays. Returns whether it was earlier.
pub(crate) fn no_older_than(path: &Path, written: std::time::SystemTime) -> Result<bool, Error> {
    let failed = |cause| Error::Write { path: path.to_owned(), cause };
    let own = fs::metadata(path).and_then(|facts| facts.modified()).map_err(failed)?;
    if own >= written {
        return Ok(false);
    }
    let file = open(path, fs::OpenOptions::new().write(true))?;
    file.set_modified(written).map_err(failed)?;
    Ok(true)
}

/// What a half-written file is called while it is one.
const TEMPORARY_PREFIX: &str = ".vanthu-";

/// A file is made for its owner alone unless told otherwise; a document is for the office.
trait OthersMayRead {
    fn permissions_of_others(&mut self) -> &mut Self;
}

impl OthersMayRead for tempfile::Builder<'_, '_> {
    fn permissions_of_others(&mut self) -> &mut Self {
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            // The umask takes away what the user does not give.
            self.permissions(fs::Permissions::from_mode(0o666));
        }
        self
    }
}

#[expect(clippy::disallowed_methods, reason = "compares before it writes")]
fn holds(path: &Path, bytes: &[u8]) -> bool {
    let facts = fs::symlink_metadata(path).ok().filter(fs::Metadata::is_file);
    let same_size = facts.is_some_and(|facts| facts.len() == bytes.len() as u64);
    same_size && fs::read(path).is_ok_and(|found| found == bytes)
}

#[expect(clippy::disallowed_methods, reason = "the one place that makes folders")]
fn create_folder(folder: &Path) -> Result<(), (PathBuf, io::Error)> {
    fs::create_dir_all(folder).map_err(|cause| (folder.to_owned(), cause))
}

/// Makes the names in `folder` survive a power cut, where the system can.
#[expect(clippy::disallowed_methods, reason = "a folder is opened to be synced, not read")]
pub(crate) fn sync_folder(folder: &Path) {
    // Windows cannot open a folder; there the rename is all there is.
    if let Ok(folder) = fs::File::open(folder) {
        let _ = folder.sync_all();
    }
}

/// The folder, open to be locked; nothing where the system, or the disk, locks none.
#[expect(clippy::disallowed_methods, reason = "a folder is opened to be locked, not read")]
pub(crate) fn lockable_folder(folder: &Path) -> Option<fs::File> {
    let file = fs::File::open(folder).ok()?;
    match file.try_lock() {
        Ok(()) => file.unlock().ok()?,
        Err(fs::TryLockError::WouldBlock) => {}
        Err(fs::TryLockError::Error(_)) => return None,
    }
    Some(file)
}

/// A folder that only this user may enter and that goes when it is dropped.
pub(crate) fn private_folder() -> Result<TempDir, Error> {
    tempfile::Builder::new().prefix("vanthu-").tempdir().map_err(scratch_failed)
}

/// A file without a name that goes when it is closed.
pub(crate) fn scratch_file() -> Result<fs::File, Error> {
    tempfile::tempfile().map_err(scratch_failed)
}

/// The failure of a private file or folder.
pub(crate) fn scratch_failed(cause: io::Error) -> Error {
    Error::Write { path: std::env::temp_dir(), cause }
}

/// Writes a file of a private folder. No other process reads it, so it may be incomplete for a
/// moment.
#[expect(clippy::disallowed_methods, reason = "private files need no rename")]
pub(crate) fn plain(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    let folder = path.parent().unwrap_or(Path::new("."));
    create_folder(folder).map_err(|(path, cause)| Error::Write { path, cause })?;
    fs::write(path, bytes).map_err(|cause| Error::Write { path: path.to_owned(), cause })
}
