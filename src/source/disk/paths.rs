//! Paths: from the root of the system, from the present folder, as text.

use std::fs;
use std::path::{Component, Path, PathBuf};

use crate::error::{Error, below};
use crate::visible;

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
