//! The fonts of a project.

use std::path::{Path, PathBuf};

use super::settings::ProjectSettings;
use crate::diagnostic::Message;
use crate::error::Error;
use crate::fonts::{self, FontError, FontFile, Fonts};
use crate::nearest::listed;
use crate::source::disk;
use crate::source::tree::Tree;

/// The fonts of a project in `tree`, besides those of the program: the folders that its settings
/// name, then `added`. Folders within the project are those of the tree, others those of this
/// machine.
pub(crate) fn fonts(
    tree: &Tree,
    folder: &Path,
    settings: &ProjectSettings,
    added: &[PathBuf],
) -> Result<Fonts, Error> {
    let mut extra: Vec<FontFile> = Vec::new();
    let mut elsewhere: Vec<PathBuf> = Vec::new();
    for path in &settings.font_paths {
        let full = disk::without_detours(&folder.join(path));
        match (tree, full.strip_prefix(folder)) {
            (Tree::Revision(_), Ok(relative)) => {
                extra.extend(fonts_of(tree, &disk::with_slashes(relative))?);
            }
            _ => elsewhere.push(folder.join(path)),
        }
    }
    elsewhere.extend(added.iter().cloned());
    extra.extend(fonts::read_fonts(&elsewhere, folder)?);
    let wanted = settings.font.as_deref();
    Fonts::new(extra, wanted).map_err(|error| font_error(error, wanted))
}

fn fonts_of(tree: &Tree, folder: &str) -> Result<Vec<FontFile>, Error> {
    let mut files = Vec::new();
    for path in tree.files(folder)? {
        if fonts::is_font(Path::new(&path)) {
            let name = Path::new(&path).file_name().unwrap_or_default();
            let name = name.to_string_lossy().into_owned();
            let data = tree.read(&path)?.unwrap_or_default().into();
            files.push(FontFile { name, data });
        }
    }
    Ok(files)
}

/// Why `wanted`, or the family of the decree, cannot be used.
fn font_error(error: FontError, wanted: Option<&str>) -> Error {
    let family = wanted.unwrap_or(crate::fonts::DECREE_FAMILY);
    Error::Usage(match error {
        FontError::Unknown(known) => Message::new("font-unknown")
            .with("family", family)
            .with("known", listed(known.iter().map(String::as_str))),
        FontError::Lacks(style) => {
            Message::new("font-lacks").with("family", family).with("style", style)
        }
    })
}
