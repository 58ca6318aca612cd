//! A document of the editor.

use std::path::{Path, PathBuf};
use std::rc::Rc;

use gen_lsp_types::TextDocumentContentChangeEvent as Change;

use super::analysis::Analysis;
use super::folder::{Role, root_of};
use super::position::Lines;
use super::uri::path;
use crate::source::disk;

/// A document that is open in the editor.
pub(super) struct Document {
    /// Counted up by the editor with each change.
    pub(super) version: i32,
    /// Its text.
    pub(super) text: String,
    /// The project it belongs to.
    pub(super) root: PathBuf,
    /// Its path in the project.
    pub(super) name: String,
    /// What it is.
    pub(super) role: Role,
    /// What is known of the text; nothing where it has changed.
    pub(super) analysis: Option<Rc<Analysis>>,
    /// The last analysis of a text whose shape could be read.
    pub(super) readable: Option<Rc<Analysis>>,
}

impl Document {
    /// The document at the address `uri`; nothing when it is no file of a project.
    pub(super) fn open(uri: &str, version: i32, text: String, roots: &[PathBuf]) -> Option<Self> {
        let root = root_of(&path(uri)?, roots)?;
        let name = name_in(&root, uri)?;
        let role = Role::of(&name);
        Some(Self { version, text, root, name, role, analysis: None, readable: None })
    }

    /// Takes in what was typed.
    pub(super) fn change(&mut self, version: i32, changes: Vec<Change>) {
        for change in changes {
            match change {
                Change::TextDocumentContentChangePartial(part) => {
                    let bytes = Lines::new(&self.text).bytes(part.range);
                    self.text.replace_range(bytes, &part.text);
                }
                Change::TextDocumentContentChangeWholeDocument(whole) => self.text = whole.text,
            }
        }
        self.version = version;
        self.analysis = None;
    }

    /// Keeps what is known of the text.
    pub(super) fn keep(&mut self, analysis: Rc<Analysis>) {
        if analysis.loaded.is_some() {
            self.readable = Some(Rc::clone(&analysis));
        }
        self.analysis = Some(analysis);
    }
}

/// The path in the project at `root` of the file at the address `uri`; nothing when it is not in it.
pub(super) fn name_in(root: &Path, uri: &str) -> Option<String> {
    let path = path(uri)?;
    let folder = disk::absolute(path.parent()?).ok()?;
    let below = folder.strip_prefix(root).ok()?.join(path.file_name()?);
    Some(disk::with_slashes(&below))
}
