//! One directive of a project, or all of them, whatever was named.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::catalog;
use super::run::Run;
use super::settings::Settings;
use crate::diagnostic::Message;
use crate::error::Error;
use crate::source::disk;

impl Run<'_> {
    /// All directives of the project, whatever was named.
    pub(super) fn all_directives(&self) -> BTreeMap<String, PathBuf> {
        let project = &self.settings.project;
        below(project, &project.join("data"), &not_directives(project)).0.into_iter().collect()
    }

    /// The one file that was named, as a directive; a folder is refused.
    pub(super) fn one_directive(&mut self) -> Option<(String, PathBuf)> {
        if let Some(folder) = self.settings.paths.iter().find(|path| path.is_dir()) {
            let message =
                Message::new("not-a-file").with("path", disk::from_here(folder).display());
            self.fail(&Error::Usage(message));
            return None;
        }
        self.directives().into_iter().next()
    }
}

/// The directives that were named, as far as they are found, one after the other; nothing is
/// told of the others.
pub(super) fn found(settings: &Settings) -> impl Iterator<Item = (String, PathBuf)> {
    let project = &settings.project;
    let within = settings.paths.iter().filter(move |path| path.starts_with(project));
    let skip = move || not_directives(project).to_vec();
    let files = within.flat_map(move |path| disk::directives(path, skip()));
    let files = files.filter_map(Result::ok);
    files.map(move |file| (name_of(project, &file), file))
}

/// The directives below `path`, by their paths in the project, and what could not be read.
pub(super) fn below(
    project: &Path,
    path: &Path,
    skip: &[PathBuf],
) -> (Vec<(String, PathBuf)>, Vec<Error>) {
    let (files, failures) = disk::find_directives(path, skip);
    (files.into_iter().map(|file| (name_of(project, &file), file)).collect(), failures)
}

/// Below a path of the project there are only paths of the project.
fn name_of(project: &Path, file: &Path) -> String {
    disk::with_slashes(file.strip_prefix(project).unwrap_or(file))
}

/// Folders below `data/` that hold no directives.
pub(super) fn not_directives(project: &Path) -> [PathBuf; 2] {
    [project.join(catalog::FOLDER), project.join("data/schema")]
}
