//! The files of a project in one state: on the disk, or in a revision of git.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::disk::{self, Text};
use super::git::Revision;
use crate::error::Error;

/// A state of all files below a folder. Paths are from that folder, with `/`.
#[derive(Debug)]
pub enum Tree {
    /// As they are below this folder.
    Disk(PathBuf),
    /// As a revision has them.
    Revision(Revision),
    /// As another tree has them, but for one file.
    Laid {
        /// The others.
        over: Box<Self>,
        /// The file.
        path: String,
        /// Its content.
        content: Vec<u8>,
    },
}

impl Tree {
    /// The directives below `folder`, or the one that `folder` is; without those in `skip`.
    #[must_use]
    pub fn directives(&self, folder: &str, skip: &[&str]) -> (Vec<String>, Vec<Error>) {
        match self {
            Self::Disk(root) => {
                let start = if folder.is_empty() { root.clone() } else { root.join(folder) };
                if !start.exists() {
                    return (Vec::new(), Vec::new());
                }
                let skip: Vec<PathBuf> = skip.iter().map(|folder| root.join(folder)).collect();
                let (files, failures) = disk::find_directives(&start, root, &skip);
                let name =
                    |file: &PathBuf| disk::with_slashes(file.strip_prefix(root).unwrap_or(file));
                (files.iter().map(name).collect(), failures)
            }
            Self::Revision(revision) => {
                let is_wanted = |path: &&str| {
                    let is_skipped = skip.iter().any(|folder| is_below(path, folder));
                    let rest = below(path, folder);
                    let is_it = *path == folder;
                    let is_hidden =
                        rest.is_some_and(|rest| rest.split('/').any(|part| part.starts_with('.')));
                    is_it
                        || (rest.is_some()
                            && !is_skipped
                            && !is_hidden
                            && disk::is_yaml(Path::new(path)))
                };
                (revision.paths().filter(is_wanted).map(str::to_owned).collect(), Vec::new())
            }
            Self::Laid { over, .. } => over.directives(folder, skip),
        }
    }

    /// All files below `folder`.
    pub fn files(&self, folder: &str) -> Result<Vec<String>, Error> {
        match self {
            Self::Disk(root) => {
                let files = disk::files_below(&root.join(folder), &[root])?;
                let name =
                    |file: PathBuf| disk::with_slashes(file.strip_prefix(root).unwrap_or(&file));
                Ok(files.into_iter().map(name).collect())
            }
            Self::Revision(revision) => {
                let files = revision.paths().filter(|path| below(path, folder).is_some());
                Ok(files.map(str::to_owned).collect())
            }
            Self::Laid { over, .. } => over.files(folder),
        }
    }

    /// The content of a file; nothing when there is no such file in the project.
    pub fn read(&self, path: &str) -> Result<Option<Vec<u8>>, Error> {
        let path = disk::with_slashes(&disk::without_detours(Path::new(path)));
        match self {
            Self::Laid { path: known, content, .. } if path == *known => Ok(Some(content.clone())),
            Self::Laid { over, .. } => over.read(&path),
            Self::Disk(root) => disk::read_beside(root, root, &path),
            Self::Revision(revision) => revision.read(&path),
        }
    }

    /// The text of a file; nothing when there is no such file.
    pub fn text(&self, path: &str) -> Result<Option<Text>, Error> {
        match self {
            Self::Disk(root) => disk::read_in_project(&root.join(path), root),
            _ => Ok(self.read(path)?.map(|bytes| disk::text_of(Path::new(path), bytes))),
        }
    }

    /// The texts of the YAML files below `folder`, by their paths.
    pub fn texts(&self, folder: &str) -> Result<Vec<(String, Text)>, Error> {
        if let Self::Disk(root) = self {
            if !disk::is_anything(&root.join(folder)) {
                return Ok(Vec::new());
            }
            let (files, failures) = disk::find_directives(&root.join(folder), root, &[]);
            if let Some(failure) = failures.into_iter().next() {
                return Err(failure);
            }
            let name = |file: &Path| disk::with_slashes(file.strip_prefix(root).unwrap_or(file));
            let text = |file: PathBuf| Ok((name(&file), disk::read_text(&file)?));
            return files.into_iter().map(text).collect();
        }
        let (paths, failures) = self.directives(folder, &[]);
        if let Some(failure) = failures.into_iter().next() {
            return Err(failure);
        }
        let text = |path: String| {
            let bytes = self.read(&path)?.unwrap_or_default();
            let text = disk::text_of(Path::new(&path), bytes);
            Ok((path, text))
        };
        paths.into_iter().map(text).collect()
    }

    /// Every file below `folder`, by its path in it.
    pub fn folder(&self, folder: &str) -> Result<BTreeMap<String, Vec<u8>>, Error> {
        if let Self::Disk(root) = self {
            return disk::read_folder(&root.join(folder), root);
        }
        let mut files = BTreeMap::new();
        for path in self.files(folder)? {
            let name = below(&path, folder).unwrap_or(&path).to_owned();
            files.insert(name, self.read(&path)?.unwrap_or_default());
        }
        Ok(files)
    }

    /// Whether there is such a file.
    #[must_use]
    pub fn has(&self, path: &str) -> bool {
        match self {
            Self::Disk(root) => root.join(path).is_file(),
            Self::Revision(revision) => revision.paths().any(|known| known == path),
            Self::Laid { over, path: known, .. } => path == known || over.has(path),
        }
    }

    /// Whether a file has the same content in both; line ends do not count, for git may change
    /// them on the way to the disk.
    pub fn has_same(&self, other: &Self, path: &str) -> Result<bool, Error> {
        if let (Self::Revision(one), Self::Revision(other)) = (self, other)
            && let (Some(one), Some(other)) = (one.id(path), other.id(path))
        {
            return Ok(one == other);
        }
        let (one, other) = (self.read(path)?, other.read(path)?);
        Ok(match (one, other) {
            (Some(one), Some(other)) => {
                one == other || without_returns(&one) == without_returns(&other)
            }
            (None, None) => true,
            _ => false,
        })
    }
}

fn without_returns(bytes: &[u8]) -> Vec<u8> {
    let is_end = |at: usize| bytes[at] == b'\r' && bytes.get(at + 1) == Some(&b'\n');
    (0..bytes.len()).filter(|at| !is_end(*at)).map(|at| bytes[at]).collect()
}

/// The way from `folder` to `path`, when it is below.
fn below<'a>(path: &'a str, folder: &str) -> Option<&'a str> {
    if folder.is_empty() {
        return Some(path);
    }
    path.strip_prefix(folder.trim_end_matches('/'))?.strip_prefix('/')
}

/// Whether `path` is `folder` or lies below it.
#[must_use]
pub fn is_below(path: &str, folder: &str) -> bool {
    path == folder || below(path, folder).is_some()
}
