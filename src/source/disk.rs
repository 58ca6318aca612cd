//! The only reader of files.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fs;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use walkdir::WalkDir;

use crate::error::Error;
use crate::fonts::FontFile;

/// No directive is larger: 5,000 rows of 20 figures are under a megabyte.
pub const MOST_BYTES: u64 = 2 * 1024 * 1024;

/// No file of rows is larger: 5,000 rows of 20 columns are about a megabyte.
pub const MOST_TABLE_BYTES: u64 = 16 * 1024 * 1024;

/// A text file, or why it is none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Text {
    /// Its text.
    Text(String),
    /// It is larger than [`MOST_BYTES`]; how large.
    TooLarge(u64),
    /// It is not UTF-8 from this byte on; the text before it, and the byte.
    NotUtf8(String, u8),
}

/// Reads a text file.
pub fn read_text(path: &Path) -> Result<Text, Error> {
    let failed = |cause| Error::Read { path: path.to_owned(), cause };
    let size = fs::metadata(path).map_err(failed)?.len();
    if size > MOST_BYTES {
        return Ok(Text::TooLarge(size));
    }
    #[expect(clippy::disallowed_methods, reason = "the one place that opens files")]
    let mut file = fs::File::open(path).map_err(failed)?;
    let mut bytes = Vec::new();
    // The limit holds for what is read, too: a pipe has no size.
    file.by_ref().take(MOST_BYTES + 1).read_to_end(&mut bytes).map_err(failed)?;
    if bytes.len() as u64 > MOST_BYTES {
        return Ok(Text::TooLarge(bytes.len() as u64));
    }
    Ok(match String::from_utf8(bytes) {
        Ok(text) => Text::Text(text),
        Err(error) => {
            let good = error.utf8_error().valid_up_to();
            let bytes = error.into_bytes();
            Text::NotUtf8(String::from_utf8_lossy(&bytes[..good]).into_owned(), bytes[good])
        }
    })
}

/// The directives below `path`, or `path` itself when it is a file, in the order of their
/// paths. Folders that cannot be read are failures; the others are gone through all the same.
#[must_use]
pub fn find_directives(path: &Path, skip: &[PathBuf]) -> (Vec<PathBuf>, Vec<Error>) {
    let mut found = Vec::new();
    let mut failures = Vec::new();
    let walk = WalkDir::new(path).follow_links(true).sort_by_file_name().into_iter();
    for entry in walk.filter_entry(|entry| entry.depth() == 0 || is_wanted(entry, skip)) {
        match entry {
            Ok(entry) => {
                if entry.file_type().is_file() && (entry.depth() == 0 || is_yaml(entry.path())) {
                    found.push(entry.into_path());
                }
            }
            Err(error) => {
                let path = error.path().unwrap_or(path).to_owned();
                let cause = error.into_io_error();
                let cause = cause.unwrap_or_else(|| io::Error::other("file system loop"));
                failures.push(Error::Read { path, cause });
            }
        }
    }
    (found, failures)
}

fn is_wanted(entry: &walkdir::DirEntry, skip: &[PathBuf]) -> bool {
    let is_hidden = entry.file_name().to_string_lossy().starts_with('.');
    !is_hidden && !skip.iter().any(|folder| entry.path() == folder)
}

fn is_yaml(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "yaml" || extension == "yml")
}

/// The file `name`, a path from `folder`; `None` when there is none within the project.
pub fn read_beside(folder: &Path, project: &Path, name: &str) -> Result<Option<Vec<u8>>, Error> {
    let Ok(path) = fs::canonicalize(folder.join(name)) else { return Ok(None) };
    if !path.starts_with(project) || !path.is_file() {
        return Ok(None);
    }
    let size =
        fs::metadata(&path).map_err(|cause| Error::Read { path: path.clone(), cause })?.len();
    if size > MOST_TABLE_BYTES {
        let cause = io::Error::other(format!("{size} bytes, at most {MOST_TABLE_BYTES}"));
        return Err(Error::Read { path, cause });
    }
    read_bytes(&path).map(Some)
}

/// Every file below `folder` by its path in it, with `/`; none when there is no such folder.
pub fn read_folder(folder: &Path) -> Result<BTreeMap<String, Vec<u8>>, Error> {
    let mut files = BTreeMap::new();
    if !folder.exists() {
        return Ok(files);
    }
    for entry in WalkDir::new(folder).follow_links(true).sort_by_file_name() {
        let entry = entry.map_err(|error| {
            let path = error.path().unwrap_or(folder).to_owned();
            let cause = error.into_io_error().unwrap_or_else(|| io::Error::other("loop"));
            Error::Read { path, cause }
        })?;
        if entry.file_type().is_file() {
            let name = with_slashes(entry.path().strip_prefix(folder).unwrap_or(entry.path()));
            files.insert(name, read_bytes(entry.path())?);
        }
    }
    Ok(files)
}

/// The font files below `folders`, which must exist.
pub fn read_fonts(folders: &[PathBuf]) -> Result<Vec<FontFile>, Error> {
    let mut fonts = Vec::new();
    for folder in folders {
        fs::metadata(folder).map_err(|cause| Error::Read { path: folder.clone(), cause })?;
        for (name, data) in read_folder(folder)? {
            let extension = name.rsplit('.').next().unwrap_or_default().to_ascii_lowercase();
            if ["ttf", "otf", "ttc", "otc"].contains(&extension.as_str()) {
                let name = name.rsplit('/').next().unwrap_or_default().to_owned();
                fonts.push(FontFile { name, data: Arc::from(data) });
            }
        }
    }
    Ok(fonts)
}

#[expect(clippy::disallowed_methods, reason = "the one place that reads files")]
fn read_bytes(path: &Path) -> Result<Vec<u8>, Error> {
    fs::read(path).map_err(|cause| Error::Read { path: path.to_owned(), cause })
}

/// `path` from the root of the system, links followed; it must exist.
pub fn absolute(path: &Path) -> Result<PathBuf, Error> {
    fs::canonicalize(path).map_err(|cause| Error::Read { path: path.to_owned(), cause })
}

/// `path` with `/` between its parts, on every system.
#[must_use]
pub fn with_slashes(path: &Path) -> String {
    path.components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/")
}

/// `path` as a person here would type it: from the present folder where it is below it.
#[must_use]
#[expect(clippy::disallowed_methods, reason = "for print only")]
pub fn from_here(path: &Path) -> PathBuf {
    let here = std::env::current_dir().ok();
    here.and_then(|here| path.strip_prefix(here).ok()).unwrap_or(path).to_owned()
}

/// The few variables without which programs do not start on some systems.
#[expect(clippy::disallowed_methods, reason = "passed on to the Typst program, not read")]
pub(crate) fn needed_by_programs() -> Vec<(&'static str, OsString)> {
    ["PATH", "SystemRoot", "TEMP", "TMP", "TMPDIR"]
        .into_iter()
        .filter_map(|key| std::env::var_os(key).map(|value| (key, value)))
        .collect()
}
