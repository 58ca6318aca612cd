//! Reads what documents are made from. Besides it only `git` and `work_tree`, which ask git, and the
//! engines and workers read anything; all writing is in `write`.

mod machine;
mod paths;
mod stamp;
mod walk;

pub(super) use machine::needed_by_git;
pub(crate) use machine::needed_by_programs;
pub use machine::{memory, peak_memory};
pub(super) use paths::real;
pub use paths::{
    absolute, absolute_even_if_new, from_here, here, is_plain_path, relative, seen_from_here,
    with_slashes, without_detours,
};
pub use stamp::{Stamp, stamp, written};
pub(crate) use walk::files_below;
pub use walk::{directives, files_in, find_directives, folders, is_yaml};

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Read as _};
use std::path::Path;

use crate::digest::Digest;
use crate::error::{Error, Stray};
use crate::source::reach;

/// No directive is larger: 5,000 rows of 20 figures are under a megabyte.
pub const MOST_BYTES: u64 = 2 * 1024 * 1024;

/// No file of rows is larger: 5,000 rows of 20 columns are about a megabyte.
pub const MOST_TABLE_BYTES: u64 = 16 * 1024 * 1024;

/// No PDF that is copied is larger: a scan has about a megabyte for each page.
pub const MOST_PDF_BYTES: u64 = 64 * 1024 * 1024;

/// A text file, or why it is none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Text {
    /// Its text.
    Text(String),
    /// It is larger than [`MOST_BYTES`]; how large.
    TooLarge(u64),
    /// It is not UTF-8 from this byte on; the text before it, the byte, and all bytes.
    NotUtf8(String, u8, Vec<u8>),
}

/// Reads a text file.
pub fn read_text(path: &Path) -> Result<Text, Error> {
    read_directive(path).map(|bytes| text_of(path, bytes))
}

/// The bytes of a directive; no more of them than one too many.
pub fn read_directive(path: &Path) -> Result<Vec<u8>, Error> {
    let failed = |cause| Error::Read { path: path.to_owned(), cause };
    #[expect(clippy::disallowed_methods, reason = "the one place that opens files")]
    let file = fs::File::open(path).map_err(failed)?;
    // Most are shorter, and read at once.
    let mut bytes = Vec::with_capacity(8 * 1024);
    // The limit holds for what is read: a pipe has no size.
    file.take(MOST_BYTES + 1).read_to_end(&mut bytes).map_err(failed)?;
    Ok(bytes)
}

/// These bytes as a text, of which at most `most` are wanted.
#[must_use]
pub fn text_within(bytes: Vec<u8>, most: u64) -> Text {
    let length = bytes.len() as u64;
    if length > most {
        return Text::TooLarge(length);
    }
    utf8(bytes)
}

/// What was read from `path`, as a text.
#[must_use]
pub fn text_of(path: &Path, bytes: Vec<u8>) -> Text {
    let length = bytes.len() as u64;
    if length > MOST_BYTES {
        return Text::TooLarge(fs::metadata(path).map_or(length, |facts| facts.len()).max(length));
    }
    utf8(bytes)
}

fn utf8(bytes: Vec<u8>) -> Text {
    match String::from_utf8(bytes) {
        Ok(text) => Text::Text(text),
        Err(error) => {
            let good = error.utf8_error().valid_up_to();
            let bytes = error.into_bytes();
            let byte = bytes[good];
            Text::NotUtf8(String::from_utf8_lossy(&bytes[..good]).into_owned(), byte, bytes)
        }
    }
}

/// The file `name`, a path from `folder`; `None` when there is none within the project. Of one
/// that is too large no more is read than shows that it is.
pub fn read_beside(folder: &Path, project: &Path, name: &str) -> Result<Option<Vec<u8>>, Error> {
    let Ok(path) = real(&folder.join(name)) else { return Ok(None) };
    if !reach::is_reached(&path, project) || !path.is_file() {
        return Ok(None);
    }
    let is_pdf = path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("pdf"));
    read_no_more(&path, if is_pdf { MOST_PDF_BYTES } else { MOST_TABLE_BYTES })
}

/// Every file below `folder` of `project` by its path in it, with `/`; none when there is no such
/// folder.
pub fn read_folder(folder: &Path, project: &Path) -> Result<BTreeMap<String, Vec<u8>>, Error> {
    let mut files = BTreeMap::new();
    for path in files_below(folder, &[project])? {
        let name = with_slashes(path.strip_prefix(folder).unwrap_or(&path));
        files.insert(name, read_bytes(&path)?);
    }
    Ok(files)
}

/// Fails where there is nothing at `path`.
pub(crate) fn must_exist(path: &Path) -> Result<(), Error> {
    fs::metadata(path).map_err(|cause| Error::Read { path: path.to_owned(), cause })?;
    Ok(())
}

/// The bytes of a file.
#[expect(clippy::disallowed_methods, reason = "the one place that reads files")]
pub(crate) fn read_bytes(path: &Path) -> Result<Vec<u8>, Error> {
    fs::read(path).map_err(|cause| Error::Read { path: path.to_owned(), cause })
}

/// As [`read_if_there`], of a file that the program has written itself: a link or a pipe is none.
pub fn read_own(path: &Path) -> Result<Option<Vec<u8>>, Error> {
    match fs::symlink_metadata(path) {
        Ok(facts) if !facts.is_file() => Ok(None),
        _ => read_if_there(path),
    }
}

/// Whether there is anything at `path`, if only a link that leads nowhere.
#[must_use]
pub fn is_anything(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok()
}

/// The settings or another file right in the folder `project`; nothing when it is not there.
pub fn read_in_project(path: &Path, project: &Path) -> Result<Option<Text>, Error> {
    if fs::symlink_metadata(path).is_err() {
        return Ok(None);
    }
    let real = reach::within(path, project)?;
    if !real.is_file() {
        return Err(Error::Stray { path: path.to_owned(), why: Stray::Special });
    }
    read_text(path).map(Some)
}

/// The bytes of a file, when there is one.
pub fn read_if_there(path: &Path) -> Result<Option<Vec<u8>>, Error> {
    match read_bytes(path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(Error::Read { cause, .. })
            if matches!(cause.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) =>
        {
            Ok(None)
        }
        Err(error) => Err(error),
    }
}

/// The bytes of a file, no more of them than one too many, when there is one.
pub fn read_no_more(path: &Path, most: u64) -> Result<Option<Vec<u8>>, Error> {
    let failed = |cause| Error::Read { path: path.to_owned(), cause };
    #[expect(clippy::disallowed_methods, reason = "the one place that opens files")]
    let file = match fs::File::open(path) {
        Err(cause) if cause.kind() == io::ErrorKind::NotFound => return Ok(None),
        file => file.map_err(failed)?,
    };
    let size = file.metadata().map_or(0, |facts| facts.len()).min(most + 1);
    let mut bytes = Vec::with_capacity(usize::try_from(size).unwrap_or(0) + 1);
    file.take(most + 1).read_to_end(&mut bytes).map_err(failed)?;
    Ok(Some(bytes))
}

/// The digest of a file; `None` when it cannot be read.
#[must_use]
pub fn digest_of_file(path: &Path) -> Option<Digest> {
    read_bytes(path).ok().map(|bytes| Digest::of(&bytes))
}
