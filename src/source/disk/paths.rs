//! Paths: from the root of the system, from the present folder, as text.

use std::fs;
use std::io;
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

/// `path` from the root of the system, links followed, as people and other programs write it. The
/// one place that asks the system for such a path: two of them can be compared.
pub(in crate::source) fn real(path: &Path) -> io::Result<PathBuf> {
    let real = fs::canonicalize(path)?;
    let typed = cfg!(windows).then(|| real.to_str().and_then(typed)).flatten();
    Ok(typed.map_or(real, PathBuf::from))
}

/// A path as Windows gives it (`\\?\C:\a`, `\\?\UNC\server\a`) as people write it (`C:\a`,
/// `\\server\a`); nothing where that would be another path.
fn typed(path: &str) -> Option<String> {
    let rest = path.strip_prefix(r"\\?\")?;
    let (head, parts) = match rest.strip_prefix(r"UNC\") {
        Some(share) => (r"\\", share),
        None if rest.get(1..3) == Some(r":\") => (rest.get(..3)?, rest.get(3..)?),
        None => return None,
    };
    // Written without the prefix, these are other names, or devices.
    let is_kept = |part: &str| !part.ends_with(['.', ' ']) && !is_device(part);
    parts.split('\\').all(is_kept).then(|| format!("{head}{parts}"))
}

/// Whether `path` names a file below some folder on every system, and no other one: its parts are
/// names, not `..`, a drive or a device.
#[must_use]
pub fn is_plain_path(path: &str) -> bool {
    let is_plain = |part: &str| {
        let is_odd = |sign: char| sign.is_control() || "\\:*?\"<>|".contains(sign);
        !part.is_empty()
            && part.len() <= 255
            && !part.ends_with(['.', ' '])
            && !part.contains(is_odd)
            && !is_device(part)
    };
    path.len() <= 1_024 && path.split('/').all(is_plain)
}

/// Whether Windows takes `name` for a device: `NUL`, `com1.txt`.
fn is_device(name: &str) -> bool {
    let stem = name.split(['.', ':']).next().unwrap_or_default().trim_end().to_ascii_uppercase();
    let is_number = |text: &str| text.chars().count() == 1 && "0123456789¹²³".contains(text);
    let numbered = |kind| stem.strip_prefix(kind).is_some_and(is_number);
    ["CON", "PRN", "AUX", "NUL"].contains(&stem.as_str()) || numbered("COM") || numbered("LPT")
}

/// `path` from the root of the system, links followed; it must exist.
pub fn absolute(path: &Path) -> Result<PathBuf, Error> {
    real(path).map_err(|cause| Error::Read { path: path.to_owned(), cause })
}

/// As [`absolute`], also of what is not there yet: as far as it is, links are followed.
pub fn absolute_even_if_new(path: &Path) -> Result<PathBuf, Error> {
    let failed = |cause| Error::Read { path: path.to_owned(), cause };
    let path = std::path::absolute(path).map_err(failed)?;
    let there = path.ancestors().find_map(|above| Some((above, real(above).ok()?)));
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_of_windows_are_what_people_write() {
        for (given, wanted) in [
            (r"\\?\C:\", Some(r"C:\")),
            (r"\\?\C:\Văn bản\a.yaml", Some(r"C:\Văn bản\a.yaml")),
            (r"\\?\z:\a\.vanthu", Some(r"z:\a\.vanthu")),
            (r"\\?\UNC\máy chủ\chung\a", Some(r"\\máy chủ\chung\a")),
            (r"\\?\C:\console\nulls\comx\com10", Some(r"C:\console\nulls\comx\com10")),
            (r"\\?\C:\a.\b", None),
            (r"\\?\C:\a \b", None),
            (r"\\?\C:\a\NUL", None),
            (r"\\?\C:\a\com1.txt", None),
            (r"\\?\C:\a\aux .txt", None),
            (r"\\?\Volume{1}\a", None),
            (r"\\?\C:", None),
            (r"C:\a", None),
            ("/a/b", None),
            ("", None),
        ] {
            assert_eq!(typed(given).as_deref(), wanted, "{given}");
        }
    }
}
