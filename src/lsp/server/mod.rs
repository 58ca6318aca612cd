//! The server: what the editor tells, what is known, and what is told to the editor.

mod documents;
mod findings;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::rc::Rc;

use gen_lsp_types::{
    CodeActionKind, CodeActionOptions, CompletionOptions, InitializeParams, PositionEncodingKind,
    RenameOptions, Save, ServerCapabilities, TextDocumentSync, TextDocumentSyncKind,
    TextDocumentSyncOptions,
};
use lsp_server::{Connection, Message, Notification, Request, RequestId, Response};
use serde_json::json;

use crate::error::catch;
use crate::lsp::diagnostics::ByFile;
use crate::lsp::document::Document;
use crate::lsp::folder::{Folder, Texts};
use crate::lsp::uri;
use crate::messages::{Catalog, Language};
use crate::project::OpenOptions;
use crate::source::disk;

/// What the server is started with.
#[derive(Debug, Clone, Default)]
pub(crate) struct Options {
    /// The language of messages, when it is not that of the project.
    pub(crate) language: Option<Language>,
    /// What projects are opened with.
    pub(crate) open: OpenOptions,
}

/// Serves one editor until it sends `shutdown` and `exit`, or is gone; whether it sent `shutdown`.
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

    /// Answers until the editor sends `exit`, or is gone; whether it sent `shutdown` before.
    fn run(&mut self) -> bool {
        let mut is_ending = false;
        while let Ok(first) = self.connection.receiver.recv() {
            let mut messages = vec![first];
            messages.extend(self.connection.receiver.try_iter());
            let cancelled = cancelled(&messages);
            for message in messages {
                match message {
                    Message::Request(request) => {
                        if is_ending {
                            self.refuse(request.id);
                        } else if request.method == "shutdown" {
                            is_ending = true;
                            self.send(Response::new_ok(request.id, ()).into());
                        } else {
                            let is_cancelled = cancelled.contains(&request.id.to_string());
                            self.request(request, is_cancelled);
                        }
                    }
                    Message::Notification(notification) if notification.method == "exit" => {
                        return is_ending;
                    }
                    Message::Notification(_) if is_ending => {}
                    Message::Notification(notification) => self.notification(notification),
                    Message::Response(_) => {}
                }
            }
            if !is_ending {
                self.refresh();
            }
        }
        is_ending
    }

    /// Nothing is answered after `shutdown`.
    fn refuse(&self, id: RequestId) {
        const INVALID: i32 = -32_600;
        self.send(Response::new_err(id, INVALID, "after shutdown".to_owned()).into());
    }

    fn request(&mut self, request: Request, is_cancelled: bool) {
        const CANCELLED: i32 = -32_800;
        const INTERNAL: i32 = -32_603;
        let id = request.id.clone();
        if is_cancelled {
            return self.send(Response::new_err(id, CANCELLED, String::new()).into());
        }
        let response = catch(|| crate::lsp::requests::answer(self, request));
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
