//! The server: what the editor tells, what is known, and what is told to the editor.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::rc::Rc;

use gen_lsp_types::{
    CodeActionKind, CodeActionOptions, CompletionOptions, InitializeParams, PositionEncodingKind,
    PublishDiagnosticsParams, RenameOptions, Save, ServerCapabilities, TextDocumentSync,
    TextDocumentSyncKind, TextDocumentSyncOptions, Uri,
};
use lsp_server::{Connection, Message, Notification, Request, RequestId, Response};
use serde_json::json;

use super::analysis::Analysis;
use super::diagnostics::{ByFile, diagnostics};
use super::document::{Document, name_in};
use super::folder::{self, Folder, Role, Texts};
use super::places::Places;
use super::uri;
use crate::error::catch;
use crate::messages::{Catalog, Language};
use crate::project::OpenOptions;
use crate::project::settings::{OFFICE_FILE, SettingsError};
use crate::source::disk;

/// What the server is started with.
#[derive(Debug, Clone, Default)]
pub(crate) struct Options {
    /// The language of messages, when it is not that of the project.
    pub(crate) language: Option<Language>,
    /// What projects are opened with.
    pub(crate) open: OpenOptions,
}

/// Serves one editor until it says goodbye; whether it did.
pub(crate) fn serve(connection: &Connection, options: Options) -> bool {
    let Ok((id, params)) = connection.initialize_start() else { return false };
    let params: InitializeParams = serde_json::from_value(params).unwrap_or_default();
    let result = json!({
        "capabilities": capabilities(),
        "serverInfo": {"name": "vanthu", "version": env!("CARGO_PKG_VERSION")},
    });
    if connection.initialize_finish(id, result).is_err() {
        return false;
    }
    let mut server = Server::new(connection, options, &params);
    if can_watch(&params) {
        server.watch_files();
    }
    server.run()
}

fn capabilities() -> ServerCapabilities {
    let sync = TextDocumentSyncOptions {
        open_close: Some(true),
        change: Some(TextDocumentSyncKind::Incremental),
        save: Some(Save::Bool(true)),
        ..TextDocumentSyncOptions::default()
    };
    let triggers = ["\"", ".", "{", "[", "(", "|", " "].map(str::to_owned).to_vec();
    let completion =
        CompletionOptions { trigger_characters: Some(triggers), ..CompletionOptions::default() };
    let kinds = vec![CodeActionKind::QuickFix, CodeActionKind::SourceFixAll];
    let actions =
        CodeActionOptions { code_action_kinds: Some(kinds), ..CodeActionOptions::default() };
    let rename = RenameOptions { prepare_provider: Some(true), ..RenameOptions::default() };
    ServerCapabilities {
        position_encoding: Some(PositionEncodingKind::UTF16),
        text_document_sync: Some(TextDocumentSync::Options(sync)),
        completion_provider: Some(completion),
        hover_provider: Some(true.into()),
        definition_provider: Some(true.into()),
        references_provider: Some(true.into()),
        document_symbol_provider: Some(true.into()),
        folding_range_provider: Some(true.into()),
        inlay_hint_provider: Some(true.into()),
        code_action_provider: Some(actions.into()),
        rename_provider: Some(rename.into()),
        ..ServerCapabilities::default()
    }
}

/// Whether the editor tells of files that others change.
fn can_watch(params: &InitializeParams) -> bool {
    let capabilities = serde_json::to_value(&params.capabilities).unwrap_or_default();
    capabilities["workspace"]["didChangeWatchedFiles"]["dynamicRegistration"] == true
}

/// What is known of the documents of one editor.
pub(super) struct Server<'c> {
    connection: &'c Connection,
    options: Options,
    /// The folders that are open in the editor.
    roots: Vec<PathBuf>,
    /// Whether keys and closed lists are offered.
    pub(super) with_schema: bool,
    vietnamese: Catalog,
    english: Catalog,
    documents: BTreeMap<String, Document>,
    folders: BTreeMap<PathBuf, Rc<Folder>>,
    /// What was told of each file: by project, then by what it was found in.
    told: BTreeMap<(PathBuf, String), ByFile>,
    /// Projects whose shared files have changed.
    stale: BTreeSet<PathBuf>,
}

impl<'c> Server<'c> {
    #[expect(deprecated, reason = "older editors say it in no other way")]
    fn new(connection: &'c Connection, options: Options, params: &InitializeParams) -> Self {
        let folders = serde_json::to_value(&params.workspace_folders_initialize_params);
        let folders = folders.unwrap_or_default();
        let named = folders["workspaceFolders"].as_array().into_iter().flatten();
        let mut roots: Vec<PathBuf> =
            named.filter_map(|it| uri::path(it["uri"].as_str()?)).collect();
        roots.extend(params.root_uri.as_ref().and_then(|it| uri::path(it.as_ref())));
        let roots = roots.iter().filter_map(|root| disk::absolute(root).ok()).collect();
        let wanted = params.initialization_options.as_ref().map(|it| serde_json::json!(it));
        Self {
            connection,
            options,
            roots,
            with_schema: wanted.is_none_or(|it| it["schema"] != false),
            vietnamese: Catalog::new(Language::Vi),
            english: Catalog::new(Language::En),
            documents: BTreeMap::new(),
            folders: BTreeMap::new(),
            told: BTreeMap::new(),
            stale: BTreeSet::new(),
        }
    }

    /// Answers until the editor says goodbye, or is gone.
    fn run(&mut self) -> bool {
        while let Ok(first) = self.connection.receiver.recv() {
            let mut messages = vec![first];
            messages.extend(self.connection.receiver.try_iter());
            let cancelled = cancelled(&messages);
            for message in messages {
                match message {
                    Message::Request(request) => {
                        if let Ok(true) = self.connection.handle_shutdown(&request) {
                            return true;
                        }
                        let is_cancelled = cancelled.contains(&request.id.to_string());
                        self.request(request, is_cancelled);
                    }
                    Message::Notification(notification) if notification.method == "exit" => {
                        return false;
                    }
                    Message::Notification(notification) => self.notification(notification),
                    Message::Response(_) => {}
                }
            }
            self.refresh();
        }
        false
    }

    fn request(&mut self, request: Request, is_cancelled: bool) {
        const CANCELLED: i32 = -32_800;
        const INTERNAL: i32 = -32_603;
        let id = request.id.clone();
        if is_cancelled {
            return self.send(Response::new_err(id, CANCELLED, String::new()).into());
        }
        let response = catch(|| super::requests::answer(self, request));
        let response = response.unwrap_or_else(|error| {
            let text = self.vietnamese.say(&error.message(Path::new("")));
            Response::new_err(id, INTERNAL, text)
        });
        self.send(response.into());
    }

    fn send(&self, message: Message) {
        // An editor that is gone is noticed by the next message.
        let _ = self.connection.sender.send(message);
    }

    fn notify(&self, method: &str, params: serde_json::Value) {
        self.send(Notification::new(method.to_owned(), params).into());
    }

    /// Asks the editor to tell of files that others change.
    fn watch_files(&self) {
        let files = ["**/*.{yaml,yml,csv,xlsx,xls,ods}", "issued/*.jsonl"];
        let watchers = files.map(|glob| json!({"globPattern": glob}));
        let params = json!({"registrations": [{
            "id": "files",
            "method": "workspace/didChangeWatchedFiles",
            "registerOptions": {"watchers": watchers},
        }]});
        let id = RequestId::from("files".to_owned());
        let request = Request::new(id, "client/registerCapability".to_owned(), params);
        self.send(request.into());
    }

    fn notification(&mut self, notification: Notification) {
        let Notification { method, params } = notification;
        // What cannot be read is as if it had not been told.
        let _ = match method.as_str() {
            "textDocument/didOpen" => serde_json::from_value(params).map(|it| self.opened(it)),
            "textDocument/didChange" => serde_json::from_value(params).map(|it| self.changed(it)),
            "textDocument/didClose" => serde_json::from_value(params).map(|it| self.closed(&it)),
            "textDocument/didSave" => serde_json::from_value(params).map(|it| self.saved(&it)),
            "workspace/didChangeWatchedFiles" => {
                serde_json::from_value(params).map(|it| self.changed_elsewhere(&it))
            }
            _ => Ok(()),
        };
    }

    fn opened(&mut self, params: gen_lsp_types::DidOpenTextDocumentParams) {
        let item = params.text_document;
        let uri = item.uri.to_string();
        let Some(document) = Document::open(&uri, item.version, item.text, &self.roots) else {
            return;
        };
        self.touch(&document.root.clone(), &document.name, document.role);
        self.documents.insert(uri, document);
    }

    fn changed(&mut self, params: gen_lsp_types::DidChangeTextDocumentParams) {
        let id = params.text_document;
        let uri = id.text_document_identifier.uri.to_string();
        let Some(document) = self.documents.get_mut(&uri) else { return };
        document.change(id.version, params.content_changes);
        let (root, name, role) = (document.root.clone(), document.name.clone(), document.role);
        self.touch(&root, &name, role);
    }

    fn closed(&mut self, params: &gen_lsp_types::DidCloseTextDocumentParams) {
        let uri = params.text_document.uri.to_string();
        let Some(document) = self.documents.remove(&uri) else { return };
        self.touch(&document.root, &document.name, document.role);
        if document.role == Role::Directive {
            self.tell(&document.root, &document.name, ByFile::new());
        }
    }

    fn saved(&mut self, params: &gen_lsp_types::DidSaveTextDocumentParams) {
        let uri = params.text_document.uri.to_string();
        let Some(root) = self.documents.get(&uri).map(|it| it.root.clone()) else { return };
        self.forget(&root);
    }

    fn changed_elsewhere(&mut self, params: &gen_lsp_types::DidChangeWatchedFilesParams) {
        let roots: Vec<PathBuf> = self.folders.keys().cloned().collect();
        for change in &params.changes {
            let uri = change.uri.to_string();
            // Of an open document the editor knows best.
            if self.documents.contains_key(&uri) {
                continue;
            }
            for root in &roots {
                if let Some(name) = name_in(root, &uri) {
                    self.touch(root, &name, Role::of(&name));
                    self.forget(root);
                }
            }
        }
    }

    /// A file of a project has another text now.
    fn touch(&mut self, root: &Path, name: &str, role: Role) {
        let is_record = name.starts_with("issued/");
        if matches!(role, Role::Catalog | Role::Office) || is_record {
            self.stale.insert(root.to_owned());
        } else if role == Role::Other {
            self.forget(root);
        }
    }

    /// All directives of a project are to be looked at anew.
    fn forget(&mut self, root: &Path) {
        if let Some(folder) = self.folders.get(root) {
            folder.forget_numbers();
        }
        for document in self.documents.values_mut().filter(|it| it.root == root) {
            document.analysis = None;
        }
    }

    /// Examines what has changed, and tells what is wrong with it.
    fn refresh(&mut self) {
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
    pub(super) fn folder(&mut self, root: &Path) -> Option<Rc<Folder>> {
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
    pub(super) fn analysis(&mut self, uri: &str) -> Option<Rc<Analysis>> {
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
    fn tell(&mut self, root: &Path, owner: &str, found: ByFile) {
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

    /// The texts of the editor in a project.
    pub(super) fn texts(&self, root: &Path) -> Texts {
        let documents = self.documents.values().filter(|it| it.root == root);
        documents.map(|it| (it.name.clone(), it.text.clone())).collect()
    }

    /// The addresses of the documents of a project, by their paths in it.
    pub(super) fn open(&self, root: &Path) -> BTreeMap<String, String> {
        let documents = self.documents.iter().filter(|(_, it)| it.root == root);
        documents.map(|(uri, it)| (it.name.clone(), uri.clone())).collect()
    }

    /// The document at the address `uri`.
    pub(super) fn document(&self, uri: &str) -> Option<&Document> {
        self.documents.get(uri)
    }

    /// The sentences in the language of the project.
    pub(super) fn catalog(&self, folder: &Folder) -> &Catalog {
        match self.options.language.or(folder.language()) {
            Some(Language::En) => &self.english,
            Some(Language::Vi) | None => &self.vietnamese,
        }
    }
}

/// The ids of the requests that are not wanted any more.
fn cancelled(messages: &[Message]) -> BTreeSet<String> {
    let ids = messages.iter().filter_map(|message| match message {
        Message::Notification(it) if it.method == "$/cancelRequest" => {
            serde_json::from_value::<RequestId>(it.params["id"].clone()).ok()
        }
        _ => None,
    });
    ids.map(|id| id.to_string()).collect()
}
