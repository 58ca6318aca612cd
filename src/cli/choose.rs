//! One directive of a project, or all of them, whatever was named.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::catalog;
use super::run::Run;
use crate::diagnostic::Message;
use crate::error::Error;
use crate::source::disk;

impl Run<'_> {
    /// All directives of the project, whatever was named.
    pub(super) fn all_directives(&self) -> BTreeMap<String, PathBuf> {
        let project = &self.settings.project;
        let (files, _) = disk::find_directives(&project.join("data"), &not_directives(project));
        let name = |file: &PathBuf| disk::with_slashes(file.strip_prefix(project).unwrap_or(file));
        files.into_iter().map(|file| (name(&file), file)).collect()
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

/// Folders below `data/` that hold no directives.
pub(super) fn not_directives(project: &Path) -> [PathBuf; 2] {
    [project.join(catalog::FOLDER), project.join("data/schema")]
}
