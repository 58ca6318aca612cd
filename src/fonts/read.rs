//! Font files on the disk.

use std::path::{Path, PathBuf};

use super::FontFile;
use crate::error::Error;
use crate::source::disk::{files_below, must_exist, read_bytes, without_detours};

/// The font files below `folders`, which must exist.
pub(crate) fn read_fonts(folders: &[PathBuf], project: &Path) -> Result<Vec<FontFile>, Error> {
    let font = |path: PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        Ok(FontFile { name, data: read_bytes(&path)?.into() })
    };
    font_files(folders, project)?.into_iter().map(font).collect()
}

/// Where the font files below `folders` are. A folder outside of `project` is named by whoever
/// wants its fonts; one in it may not be a link that leads outside.
pub(crate) fn font_files(folders: &[PathBuf], project: &Path) -> Result<Vec<PathBuf>, Error> {
    let mut files = Vec::new();
    let named: Vec<PathBuf> = folders.iter().map(|folder| without_detours(folder)).collect();
    let outside = named.iter().filter(|folder| !folder.starts_with(project));
    let roots: Vec<&Path> = outside.map(PathBuf::as_path).chain([project]).collect();
    for folder in folders {
        must_exist(folder)?;
        for path in files_below(folder, &roots)? {
            if is_font(&path) {
                files.push(path);
            }
        }
    }
    Ok(files)
}

/// Whether the name is that of a font file.
#[must_use]
pub(crate) fn is_font(path: &Path) -> bool {
    let extension = path.extension().unwrap_or_default().to_ascii_lowercase();
    ["ttf", "otf", "ttc", "otc"].iter().any(|known| extension == *known)
}
