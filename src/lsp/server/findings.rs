//! Examines what has changed, and tells the editor what is wrong with it.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::rc::Rc;

use gen_lsp_types::{PublishDiagnosticsParams, Uri};
use serde_json::json;

use super::Server;
use crate::error::catch;
use crate::lsp::analysis::Analysis;
use crate::lsp::diagnostics::{ByFile, diagnostics};
use crate::lsp::folder::{self, Folder, Role};
use crate::lsp::places::Places;
use crate::lsp::uri;
use crate::project::settings::{OFFICE_FILE, SettingsError};

impl Server<'_> {
    /// Examines what has changed, and tells what is wrong with it.
    pub(super) fn refresh(&mut self) {
        let roots: BTreeSet<PathBuf> = self.documents.values().map(|it| it.root.clone()).collect();
        for root in &roots {
            self.folder(root);
        }
        let is_changed = |it: &&String| {
            self.documents.get(*it).is_some_and(|document| document.analysis.is_none())
        };
        let changed: Vec<String> = self.documents.keys().filter(is_changed).cloned().collect();
        for uri in changed {
            self.analysis(&uri);
        }
    }

    /// The project in the folder `root`; nothing where it cannot be opened.
    pub(in crate::lsp) fn folder(&mut self, root: &Path) -> Option<Rc<Folder>> {
        let is_stale = self.stale.remove(root);
        if let Some(folder) = self.folders.get(root).filter(|_| !is_stale) {
            return Some(Rc::clone(folder));
        }
        let opened = catch(|| folder::open(root, &self.texts(root), &self.options.open));
        match opened.and_then(|opened| opened) {
            Ok(folder) => {
                let folder = Rc::new(folder);
                self.folders.insert(root.to_owned(), Rc::clone(&folder));
                self.forget(root);
                self.tell_shared(root, &folder);
                Some(folder)
            }
            Err(error) => {
                let text = self.vietnamese.say(&error.message(Path::new("")));
                self.notify("window/logMessage", json!({"type": 1, "message": text}));
                self.folders.get(root).cloned()
            }
        }
    }

    /// What is known of the directive at the address `uri`.
    pub(in crate::lsp) fn analysis(&mut self, uri: &str) -> Option<Rc<Analysis>> {
        let document = self.documents.get(uri)?;
        if document.role != Role::Directive {
            return None;
        }
        if let Some(analysis) = &document.analysis {
            return Some(Rc::clone(analysis));
        }
        let root = document.root.clone();
        let folder = self.folder(&root)?;
        let document = self.documents.get(uri)?;
        let texts = self.texts(&root);
        let name = document.name.clone();
        let analysis = Rc::new(folder.analyse(&name, &document.text, &texts).ok()?);
        let open = self.open(&root);
        let places = Places { folder: &folder, open: &open };
        let catalog = self.catalog(&folder);
        let (sources, source) = (&analysis.sources, analysis.source);
        let found = diagnostics(&analysis.findings, source, sources, &places, catalog);
        self.documents.get_mut(uri)?.keep(Rc::clone(&analysis));
        self.tell(&root, &name, found);
        Some(analysis)
    }

    /// Tells what is wrong with the catalog and the settings.
    fn tell_shared(&mut self, root: &Path, folder: &Folder) {
        let open = self.open(root);
        let places = Places { folder, open: &open };
        let catalog = self.catalog(folder);
        let sources = folder.project.office.sources();
        let report = folder.project.office.report();
        let mut found = ByFile::new();
        for finding in report.sorted() {
            let Some(place) = &finding.place else { continue };
            let more = diagnostics([finding], place.span.source, &sources, &places, catalog);
            more.into_iter().for_each(|(file, more)| found.entry(file).or_default().extend(more));
        }
        if let Some(SettingsError::Findings(sources, findings)) = &folder.settings {
            let first = sources.first();
            let more = diagnostics(findings, first, sources, &places, catalog);
            more.into_iter().for_each(|(file, more)| found.entry(file).or_default().extend(more));
        }
        self.tell(root, OFFICE_FILE, found);
    }

    /// Tells what was found in `owner`, in the place of what was found there before.
    pub(super) fn tell(&mut self, root: &Path, owner: &str, found: ByFile) {
        let key = (root.to_owned(), owner.to_owned());
        let mut files: BTreeSet<String> = found.keys().cloned().collect();
        files.insert(owner.to_owned());
        files.extend(self.told.insert(key, found).into_iter().flat_map(BTreeMap::into_keys));
        let open = self.open(root);
        for file in files {
            let owners = self.told.iter().filter(|((of, _), _)| of == root);
            let mut all: Vec<_> =
                owners.filter_map(|(_, found)| found.get(&file)).flatten().cloned().collect();
            all.dedup();
            let address = open.get(&file);
            let uri = address.cloned().unwrap_or_else(|| uri::uri(&root.join(&file)));
            let version = self.documents.get(&uri).map(|document| document.version);
            let params =
                PublishDiagnosticsParams { uri: Uri::from(uri), version, diagnostics: all };
            let params = serde_json::to_value(params).unwrap_or_default();
            self.notify("textDocument/publishDiagnostics", params);
        }
    }
}
