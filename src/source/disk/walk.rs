//! The files of a folder, and of all folders below it.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use crate::error::{Error, Stray};
use crate::source::reach;

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

/// The folders right in `folder`, in the order of their names.
#[must_use]
pub fn folders(folder: &Path) -> Vec<PathBuf> {
    let walk = WalkDir::new(folder).min_depth(1).max_depth(1).sort_by_file_name().into_iter();
    let found = walk.filter_map(Result::ok).filter(|entry| entry.file_type().is_dir());
    found.map(walkdir::DirEntry::into_path).collect()
}

/// The files and links to files right in `folder`, in the order of their names; none when there is no such folder.
#[must_use]
pub fn files_in(folder: &Path) -> Vec<PathBuf> {
    let walk = WalkDir::new(folder).min_depth(1).max_depth(1).sort_by_file_name().into_iter();
    let found = walk.filter_map(Result::ok).filter(|entry| !entry.file_type().is_dir());
    found.map(walkdir::DirEntry::into_path).collect()
}
