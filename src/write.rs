//! Bytes to disk: the whole file, or nothing of it.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use crate::error::Error;

/// Writes `bytes` to `path`, folders included. At every moment the file is the old one or the
/// new one; a file that already holds these bytes is not touched.
pub fn write(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    let failed = |cause| Error::Write { path: path.to_owned(), cause };
    if holds(path, bytes) {
        return Ok(());
    }
    let folder = path.parent().unwrap_or(Path::new("."));
    create_folder(folder).map_err(|(path, cause)| Error::Write { path, cause })?;
    let mut file = tempfile::Builder::new()
        .prefix(TEMPORARY_PREFIX)
        .permissions_of_others()
        .tempfile_in(folder)
        .map_err(failed)?;
    file.write_all(bytes).and_then(|()| file.as_file().sync_all()).map_err(failed)?;
    file.persist(path).map_err(|error| failed(error.error))?;
    sync_folder(folder);
    Ok(())
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
    let same_size = fs::metadata(path).is_ok_and(|facts| facts.len() == bytes.len() as u64);
    same_size && fs::read(path).is_ok_and(|found| found == bytes)
}

#[expect(clippy::disallowed_methods, reason = "the one place that makes folders")]
fn create_folder(folder: &Path) -> Result<(), (PathBuf, io::Error)> {
    fs::create_dir_all(folder).map_err(|cause| (folder.to_owned(), cause))
}

/// Makes the new name survive a power cut, where the system can.
#[expect(clippy::disallowed_methods, reason = "a folder is opened to be synced, not read")]
fn sync_folder(folder: &Path) {
    // Windows cannot open a folder; there the rename is all there is.
    if let Ok(folder) = fs::File::open(folder) {
        let _ = folder.sync_all();
    }
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

/// Writes a file of a private folder: nobody else reads it, so it need not be whole at every
/// moment.
#[expect(clippy::disallowed_methods, reason = "private files need no rename")]
pub(crate) fn plain(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    let folder = path.parent().unwrap_or(Path::new("."));
    create_folder(folder).map_err(|(path, cause)| Error::Write { path, cause })?;
    fs::write(path, bytes).map_err(|cause| Error::Write { path: path.to_owned(), cause })
}
