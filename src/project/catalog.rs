//! The catalog of the office: its texts are read once for a run, and understood when first asked.

pub(crate) mod cache;

use std::path::Path;
use std::sync::{Arc, OnceLock};

use self::cache::CatalogCache;
use super::{shown, unreadable};
use crate::diagnostic::{Diagnostic, Report};
use crate::digest::Digest;
use crate::error::Error;
use crate::limits;
use crate::load::catalog as load;
use crate::messages::stored::StoredFinding;
use crate::model::catalog::Catalog;
use crate::resolve;
use crate::source::disk::Text;
use crate::source::tree::Tree;
use crate::source::{SharedSources, Sources};
use crate::span::{SourceId, Span};

/// Where its files are, below the project folder.
pub(crate) const FOLDER: &str = "data/catalog";

/// The texts of the catalog, and what they come to.
#[derive(Default)]
pub(crate) struct ProjectCatalog {
    pub(crate) sources: SharedSources,
    readable: Vec<SourceId>,
    /// What is wrong with those that cannot be read.
    unreadable: Vec<Diagnostic>,
    /// What an output folder has of it.
    cache: OnceLock<Option<CatalogCache>>,
    of_cache: OnceLock<Option<Catalog>>,
    of_texts: OnceLock<(Catalog, Report)>,
}

/// Reads the texts of the catalog in `tree`; an office may have none.
pub(crate) fn read(tree: &Tree) -> Result<ProjectCatalog, Error> {
    Ok(of_texts(tree.texts(FOLDER)?))
}

/// The catalog of these files, by their paths in the project.
fn of_texts(texts: Vec<(String, Text)>) -> ProjectCatalog {
    let mut office = ProjectCatalog::default();
    let mut sources = Vec::new();
    for (name, text) in texts {
        match text {
            Text::Text(text) => office.readable.push(Sources::share(&mut sources, &name, &text)),
            bad => {
                let shown = shown(&bad);
                let source = Sources::share(&mut sources, &name, &shown);
                office.unreadable.push(unreadable(&bad, source));
            }
        }
    }
    ProjectCatalog { sources: Arc::new(sources), ..office }
}

impl ProjectCatalog {
    /// The catalog, without the entries that have findings.
    pub(crate) fn catalog(&self) -> &Catalog {
        let of_cache = || self.of_cache.get_or_init(|| self.cache()?.catalog()).as_ref();
        match self.of_texts.get() {
            Some((catalog, _)) => catalog,
            None => of_cache().unwrap_or_else(|| &self.of_texts().0),
        }
    }

    /// All texts, for who wants to show places in them.
    pub(crate) fn sources(&self) -> Sources {
        Sources::with_shared(self.sources.clone())
    }

    /// The texts that can be read, each with the id that spans in it have.
    pub(crate) fn texts(&self) -> impl Iterator<Item = (SourceId, &str)> {
        let sources = self.sources.iter();
        let named = (0..).filter_map(SourceId::of_shared).zip(sources);
        let is_readable = |id: &SourceId| self.readable.contains(id);
        named.filter(move |(id, _)| is_readable(id)).map(|(id, source)| (id, source.text.as_str()))
    }

    /// What is wrong with it; the places are in [`sources`](Self::sources).
    pub(crate) fn report(&self) -> &Report {
        &self.of_texts().1
    }

    /// Looks in `folder`, which is beside the outputs, for what these texts, whose digest is `texts`, came to before; only the
    /// first call does.
    pub(crate) fn load_cache(&self, folder: &Path, texts: Digest) {
        self.cache.get_or_init(|| cache::load(folder, texts).filter(|_| self.can_be_stored()));
    }

    /// What is to be stored for the next run: nothing when it is there already.
    pub(crate) fn to_store(&self) -> Option<&(Catalog, Report)> {
        self.of_texts.get().filter(|_| self.can_be_stored())
    }

    /// Two files that are no texts may look alike.
    fn can_be_stored(&self) -> bool {
        !self.sources.is_empty() && self.unreadable.is_empty()
    }

    fn cache(&self) -> Option<&CatalogCache> {
        self.cache.get()?.as_ref()
    }

    /// What is wrong with it.
    pub(super) fn findings(&self) -> Vec<StoredFinding> {
        if let Some(cache) = self.cache() {
            return cache.findings.clone();
        }
        let (findings, sources) = (self.of_texts().1.sorted(), self.sources());
        findings.into_iter().map(|it| StoredFinding::of(it, &sources)).collect()
    }

    fn of_texts(&self) -> &(Catalog, Report) {
        self.of_texts.get_or_init(|| {
            let mut report = Report::default();
            self.unreadable.iter().cloned().for_each(|finding| _ = report.emit(finding));
            let sources = self.sources();
            let mut files = Vec::new();
            for source in &self.readable {
                let entered = limits::enter(&sources.get(*source).path);
                if let Err(beyond) = &entered {
                    report.emit(beyond.finding().at(Span::new(*source, 0..0)));
                    continue;
                }
                match load::catalog(&sources.get(*source).text, *source) {
                    Ok(file) => files.push((*source, file)),
                    Err(findings) => findings.into_iter().for_each(|it| _ = report.emit(it)),
                }
            }
            (resolve::catalog(&files, &mut report), report)
        })
    }
}
