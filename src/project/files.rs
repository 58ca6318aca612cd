//! One directive of a project, or all of them, whatever was named.

use std::path::{Path, PathBuf};

use super::catalog;
use super::record;
use super::settings::OFFICE_FILE;
use crate::error::Error;
use crate::source::disk;

/// The directives below `path`, by their paths in the project, and what could not be read.
pub(crate) fn below(
    project: &Path,
    path: &Path,
    skip: &[PathBuf],
) -> (Vec<(String, PathBuf)>, Vec<Error>) {
    let (files, failures) = disk::find_directives(path, project, skip);
    (files.into_iter().map(|file| (name_of(project, &file), file)).collect(), failures)
}

/// Below a path of the project there are only paths of the project.
fn name_of(project: &Path, file: &Path) -> String {
    disk::with_slashes(file.strip_prefix(project).unwrap_or(file))
}

/// What holds no directives: settings, the record of what was issued, folders below `data/`.
pub(crate) fn not_directives(project: &Path) -> [PathBuf; 4] {
    [OFFICE_FILE, record::OLD_FILE, catalog::FOLDER, "data/schema"].map(|path| project.join(path))
}

/// The nearest folder from `start` upwards that has a `vanthu.yaml`, else `start`.
pub(crate) fn project_above(start: &Path) -> PathBuf {
    start.ancestors().find(|folder| folder.join(OFFICE_FILE).is_file()).unwrap_or(start).to_owned()
}
