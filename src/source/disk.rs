//! Reads what documents are made from. Besides it only `git` and `work_tree`, which ask git, and the
//! engines and workers read anything; all writing is in `write`.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fs;
use std::io::{self, Read as _};
use std::path::{Component, Path, PathBuf};

use serde::{Deserialize, Serialize};
use walkdir::WalkDir;

use super::reach;
use crate::digest::Digest;
use crate::error::{Error, Stray, below};
use crate::visible;

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

/// The directives below `path`, or `path` itself when it is a file, in the order of their
/// paths. Folders that cannot be read are failures; the others are gone through all the same.
#[must_use]
pub fn find_directives(
    path: &Path,
    project: &Path,
    skip: &[PathBuf],
) -> (Vec<PathBuf>, Vec<Error>) {
    let mut found = Vec::new();
    let mut failures = Vec::new();
    for directive in directives(path, project, skip.to_vec()) {
        match directive {
            Ok(path) => found.push(path),
            Err(failure) => failures.push(failure),
        }
    }
    (found, failures)
}

/// The same, one after the other; what leads out of `project` is an error.
pub fn directives(
    root: &Path,
    project: &Path,
    skip: Vec<PathBuf>,
) -> impl Iterator<Item = Result<PathBuf, Error>> {
    let (root, project) = (root.to_owned(), project.to_owned());
    let mut walk = WalkDir::new(&root).follow_links(true).sort_by_file_name().into_iter();
    std::iter::from_fn(move || {
        loop {
            let entry = match walk.next()? {
                Ok(entry) => entry,
                Err(error) if is_hidden(&error) => continue,
                Err(error) => return Some(Err(unwalkable(&error, &root))),
            };
            let is_folder = entry.file_type().is_dir();
            if entry.depth() > 0 && !is_wanted(&entry, &skip) {
                if is_folder {
                    walk.skip_current_dir();
                }
                continue;
            }
            let is_one = entry.depth() == 0 || is_yaml(entry.path());
            if !is_folder && !is_one {
                continue;
            }
            if (entry.depth() == 0 || entry.path_is_symlink())
                && let Err(error) = reach::within(entry.path(), &project)
            {
                if is_folder {
                    walk.skip_current_dir();
                }
                return Some(Err(error));
            }
            if is_folder {
                continue;
            }
            let is_file = entry.file_type().is_file();
            let path = entry.into_path();
            let within = path.strip_prefix(&project).unwrap_or(&path);
            if within.to_str().is_none() {
                return Some(Err(Error::Stray { path, why: Stray::Name }));
            }
            return Some(if is_file {
                Ok(path)
            } else {
                Err(Error::Stray { path, why: Stray::Special })
            });
        }
    })
}

/// Whether it is about a file that is hidden: editors leave links there that lead nowhere.
fn is_hidden(error: &walkdir::Error) -> bool {
    let name = error.path().and_then(Path::file_name).unwrap_or_default();
    error.depth() > 0 && name.to_string_lossy().starts_with('.')
}

/// Why a walk through `root` cannot go on here.
fn unwalkable(error: &walkdir::Error, root: &Path) -> Error {
    let path = error.path().unwrap_or(root).to_owned();
    if error.loop_ancestor().is_some() {
        return Error::Stray { path, why: Stray::Loop };
    }
    match error.io_error() {
        Some(cause) => reach::stray(&path, cause),
        None => Error::Read { path, cause: io::Error::other("not a path") },
    }
}

fn is_wanted(entry: &walkdir::DirEntry, skip: &[PathBuf]) -> bool {
    let is_hidden = entry.file_name().to_string_lossy().starts_with('.');
    !is_hidden && !skip.iter().any(|folder| entry.path() == folder)
}

/// Whether the name is that of a YAML file.
#[must_use]
pub fn is_yaml(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "yaml" || extension == "yml")
}

/// The file `name`, a path from `folder`; `None` when there is none within the project. Of one
/// that is too large no more is read than shows that it is.
pub fn read_beside(folder: &Path, project: &Path, name: &str) -> Result<Option<Vec<u8>>, Error> {
    let Ok(path) = fs::canonicalize(folder.join(name)) else { return Ok(None) };
    if !reach::is_reached(&path, project) || !path.is_file() {
        return Ok(None);
    }
    read_no_more(&path, MOST_TABLE_BYTES)
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

/// The files below `folder`; a link that leads out of all `roots` is an error.
pub(crate) fn files_below(folder: &Path, roots: &[&Path]) -> Result<Vec<PathBuf>, Error> {
    let mut files = Vec::new();
    if fs::symlink_metadata(folder).is_err() {
        return Ok(files);
    }
    for entry in WalkDir::new(folder).follow_links(true).sort_by_file_name() {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) if is_hidden(&error) => continue,
            Err(error) => return Err(unwalkable(&error, folder)),
        };
        let is_link = entry.path_is_symlink();
        if entry.depth() == 0 || is_link {
            let found: Vec<_> =
                roots.iter().map(|root| reach::within(entry.path(), root)).collect();
            if let Some(Err(stray)) =
                found.into_iter().reduce(|one, other| if one.is_ok() { one } else { other })
            {
                return Err(stray);
            }
        }
        let kind = entry.file_type();
        let path = entry.into_path();
        if kind.is_file() {
            files.push(path);
        } else if !kind.is_dir() {
            return Err(Error::Stray { path, why: Stray::Special });
        }
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

/// The folders right in `folder`, in the order of their names.
#[must_use]
pub fn folders(folder: &Path) -> Vec<PathBuf> {
    let walk = WalkDir::new(folder).min_depth(1).max_depth(1).sort_by_file_name().into_iter();
    let found = walk.filter_map(Result::ok).filter(|entry| entry.file_type().is_dir());
    found.map(walkdir::DirEntry::into_path).collect()
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

/// The files and links to files right in `folder`, in the order of their names; none when there is no such folder.
#[must_use]
pub fn files_in(folder: &Path) -> Vec<PathBuf> {
    let walk = WalkDir::new(folder).min_depth(1).max_depth(1).sort_by_file_name().into_iter();
    let found = walk.filter_map(Result::ok).filter(|entry| !entry.file_type().is_dir());
    found.map(walkdir::DirEntry::into_path).collect()
}

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
    // A link that somebody has put in the place of a file is not that file.
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

/// The digest of a file; `None` when it cannot be read.
#[must_use]
pub fn digest_of_file(path: &Path) -> Option<Digest> {
    read_bytes(path).ok().map(|bytes| Digest::of(&bytes))
}

/// `path` as seen from `folder`, both from the root of the system; `None` where no way leads
/// from one to the other.
#[must_use]
pub fn relative(path: &Path, folder: &Path) -> Option<PathBuf> {
    let same = path.components().zip(folder.components()).take_while(|(one, other)| one == other);
    let same = same.count();
    if same == 0 {
        return None;
    }
    let up = folder.components().skip(same).map(|_| Component::ParentDir);
    Some(up.chain(path.components().skip(same)).collect())
}

/// `path` without `.` and `..`, as far as words alone tell.
#[must_use]
pub fn without_detours(path: &Path) -> PathBuf {
    path.components().fold(PathBuf::new(), |mut straight, part| {
        match part {
            Component::CurDir => {}
            Component::ParentDir if straight.file_name().is_some() => {
                straight.pop();
            }
            part => straight.push(part),
        }
        straight
    })
}

/// `path` from the present folder, also where it is not below it.
#[must_use]
pub fn seen_from_here(path: &Path) -> PathBuf {
    relative(path, &here()).unwrap_or_else(|| path.to_owned())
}

/// The most memory this process ever had, in KiB; 0 where the system does not tell.
#[must_use]
pub fn peak_memory() -> u64 {
    let status = read_bytes(Path::new("/proc/self/status")).unwrap_or_default();
    let status = String::from_utf8_lossy(&status);
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or_default();
    line.trim().trim_end_matches(" kB").parse().unwrap_or(0)
}

/// The memory this process has now, in bytes; 0 where the system does not tell.
#[must_use]
pub fn memory() -> u64 {
    let status = read_bytes(Path::new("/proc/self/status")).unwrap_or_default();
    let status = String::from_utf8_lossy(&status);
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap_or_default();
    line.trim().trim_end_matches(" kB").parse().unwrap_or(0) * 1_024
}

/// `path` from the root of the system, links followed; it must exist.
pub fn absolute(path: &Path) -> Result<PathBuf, Error> {
    fs::canonicalize(path).map_err(|cause| Error::Read { path: path.to_owned(), cause })
}

/// As [`absolute`], also of what is not there yet: as far as it is, links are followed.
pub fn absolute_even_if_new(path: &Path) -> Result<PathBuf, Error> {
    let failed = |cause| Error::Read { path: path.to_owned(), cause };
    let path = std::path::absolute(path).map_err(failed)?;
    let there = path.ancestors().find_map(|above| Some((above, fs::canonicalize(above).ok()?)));
    let Some((above, real)) = there else { return Ok(path) };
    Ok(path.strip_prefix(above).map_or_else(|_| path.clone(), |rest| real.join(rest)))
}

/// `path` with `/` between its parts, on every system.
#[must_use]
pub fn with_slashes(path: &Path) -> String {
    path.components().map(|part| visible::text_of(part.as_os_str())).collect::<Vec<_>>().join("/")
}

/// The present folder; empty where the system does not tell.
#[must_use]
#[expect(clippy::disallowed_methods, reason = "for print only")]
pub fn here() -> PathBuf {
    std::env::current_dir().unwrap_or_default()
}

/// `path` as a person here would type it: from the present folder where it is below it.
#[must_use]
pub fn from_here(path: &Path) -> PathBuf {
    below(path, &here()).to_owned()
}

/// The few variables without which programs do not start on some systems.
#[expect(clippy::disallowed_methods, reason = "passed on to the Typst program, not read")]
pub(crate) fn needed_by_programs() -> Vec<(&'static str, OsString)> {
    ["PATH", "SystemRoot", "TEMP", "TMP", "TMPDIR"]
        .into_iter()
        .filter_map(|key| std::env::var_os(key).map(|value| (key, value)))
        .collect()
}

/// The variables by which git finds its repository and its own settings.
#[expect(clippy::disallowed_methods, reason = "passed on to git, not read")]
pub(super) fn needed_by_git() -> Vec<super::git::Variable> {
    let set = super::git::VARIABLES.into_iter();
    set.filter_map(|key| std::env::var_os(key).map(|value| (key, value))).collect()
}
