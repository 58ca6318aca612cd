//! `file:` addresses and paths.

use std::path::{Path, PathBuf};

use percent_encoding::{AsciiSet, CONTROLS, percent_decode_str, utf8_percent_encode};

/// What is not written as it is in the path of an address.
const ENCODED: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'%')
    .add(b'<')
    .add(b'>')
    .add(b'?')
    .add(b'`')
    .add(b'[')
    .add(b'\\')
    .add(b']')
    .add(b'^')
    .add(b'{')
    .add(b'|')
    .add(b'}');

/// The path of a `file:` address; nothing for any other address.
pub(super) fn path(uri: &str) -> Option<PathBuf> {
    let rest = uri.strip_prefix("file://")?;
    // A host would be that of another machine.
    let rest = rest.strip_prefix("localhost").unwrap_or(rest);
    if !rest.starts_with('/') {
        return None;
    }
    let rest = rest.split(['?', '#']).next().unwrap_or_default();
    let decoded = percent_decode_str(rest).decode_utf8().ok()?;
    Some(PathBuf::from(without_root(&decoded)))
}

/// On Windows `/c:/x` is `c:/x`.
fn without_root(path: &str) -> &str {
    let is_drive = cfg!(windows)
        && path.as_bytes().get(1).is_some_and(u8::is_ascii_alphabetic)
        && path.as_bytes().get(2) == Some(&b':');
    if is_drive { &path[1..] } else { path }
}

/// The address of a path from the root of the system.
pub(super) fn uri(path: &Path) -> String {
    let path = path.to_string_lossy().replace(std::path::MAIN_SEPARATOR, "/");
    // What Windows writes in front of a canonical path.
    let path = path.strip_prefix("//?/").unwrap_or(&path);
    let root = if path.starts_with('/') { "" } else { "/" };
    format!("file://{root}{}", utf8_percent_encode(path, ENCODED))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[cfg(unix)]
    fn a_path_comes_back_from_its_address() {
        for words in ["/a/b.yaml", "/Dự án/công văn #1.yaml", "/a%20b/[c]{d}?.yaml"] {
            assert_eq!(path(&uri(Path::new(words))), Some(PathBuf::from(words)), "{words}");
        }
        assert_eq!(uri(Path::new("/Dự án/a.yaml")), "file:///D%E1%BB%B1%20%C3%A1n/a.yaml");
    }

    #[test]
    fn only_files_of_this_machine_have_paths() {
        assert_eq!(path("untitled:Untitled-1"), None);
        assert_eq!(path("file://server/share/a.yaml"), None);
        assert_eq!(path("file:///a%FF.yaml"), None);
    }
}
