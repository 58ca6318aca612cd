//! Documents that are opened, changed, closed and saved, in the editor or beside it.

use std::path::{Path, PathBuf};

use lsp_server::Notification;

use super::Server;
use crate::lsp::diagnostics::ByFile;
use crate::lsp::document::{Document, name_in};
use crate::lsp::folder::Role;

impl Server<'_> {
    pub(super) fn notification(&mut self, notification: Notification) {
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
            // The text of an open document is that of the editor, not that on the disk.
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
    pub(super) fn forget(&mut self, root: &Path) {
        if let Some(folder) = self.folders.get(root) {
            folder.forget_numbers();
        }
        for document in self.documents.values_mut().filter(|it| it.root == root) {
            document.analysis = None;
        }
    }
}
