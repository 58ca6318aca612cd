//! The catalog of the office, read once for a run.

use std::path::Path;
use std::sync::Arc;

use super::unreadable;
use crate::diagnostic::Report;
use crate::error::Error;
use crate::load::catalog as load;
use crate::model::catalog::Catalog;
use crate::resolve;
use crate::source::disk::{self, Text};
use crate::source::{SharedSources, Sources};

/// Where its files are, below the project folder.
pub(super) const FOLDER: &str = "data/catalog";

/// The catalog, the texts it is made from, and what is wrong with them.
#[derive(Default)]
pub(super) struct OfficeCatalog {
    pub(super) catalog: Catalog,
    pub(super) sources: SharedSources,
    pub(super) report: Report,
}

/// Reads the catalog of `project`; an office may have none.
pub(super) fn read(project: &Path) -> Result<OfficeCatalog, Error> {
    let folder = project.join(FOLDER);
    if !folder.is_dir() {
        return Ok(OfficeCatalog::default());
    }
    let (paths, failures) = disk::find_directives(&folder, &[]);
    if let Some(failure) = failures.into_iter().next() {
        return Err(failure);
    }
    let mut texts = Vec::new();
    for path in paths {
        let name = disk::with_slashes(path.strip_prefix(project).unwrap_or(&path));
        texts.push((name, disk::read_text(&path)?));
    }
    Ok(of_texts(texts))
}

/// The catalog of these files, by their paths in the project.
pub(super) fn of_texts(texts: Vec<(String, Text)>) -> OfficeCatalog {
    let mut sources = Vec::new();
    let mut report = Report::default();
    let mut files = Vec::new();
    for (name, text) in texts {
        match text {
            Text::Text(text) => {
                let source = Sources::share(&mut sources, &name, &text);
                match load::catalog(&text, source) {
                    Ok(file) => files.push((source, file)),
                    Err(finding) => {
                        report.emit(*finding);
                    }
                }
            }
            bad => {
                let shown = if let Text::NotUtf8(before, _) = &bad { before.as_str() } else { "" };
                let source = Sources::share(&mut sources, &name, shown);
                report.emit(unreadable(&bad, source));
            }
        }
    }
    let catalog = resolve::catalog(&files, &mut report);
    OfficeCatalog { catalog, sources: Arc::new(sources), report }
}
