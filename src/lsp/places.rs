//! Places in texts as places of the protocol.

use std::collections::BTreeMap;

use gen_lsp_types::{Location, TextEdit, Uri, WorkspaceEdit};

use super::folder::Folder;
use super::position::Lines;
use super::uri::uri;
use crate::diagnostic::Edit;
use crate::source::Sources;
use crate::span::Span;

/// Knows by which address the editor knows each file of a project.
pub(super) struct Places<'a> {
    /// The project.
    pub(super) folder: &'a Folder,
    /// The addresses of the documents that are open, by their paths in the project.
    pub(super) open: &'a BTreeMap<String, String>,
}

/// Texts to replace, by the path of the file in the project.
pub(super) type Edits = BTreeMap<String, Vec<TextEdit>>;

impl Places<'_> {
    /// The address of a file of the project.
    pub(super) fn uri(&self, name: &str) -> Uri {
        let known = self.open.get(name).cloned();
        Uri::from(known.unwrap_or_else(|| uri(&self.folder.path(name))))
    }

    /// The place of `span`.
    pub(super) fn location(&self, span: Span, sources: &Sources) -> Location {
        let source = sources.get(span.source);
        let range = Lines::of(source).range(&source.whole(span.range()));
        Location { uri: self.uri(&source.path), range }
    }

    /// Several edits of files as one.
    pub(super) fn workspace_edit(&self, edits: Edits) -> WorkspaceEdit {
        let changes = edits.into_iter().map(|(name, edits)| (self.uri(&name), edits)).collect();
        WorkspaceEdit { changes: Some(changes), ..WorkspaceEdit::default() }
    }
}

/// Adds an edit; nothing, when it is in a workbook, which is no text.
pub(super) fn add_edit(edits: &mut Edits, edit: &Edit, sources: &Sources) -> Option<()> {
    let source = sources.get(edit.span.source);
    if source.sheet().is_some() {
        return None;
    }
    let range = Lines::of(source).range(&source.whole(edit.span.range()));
    let edit = TextEdit { range, new_text: edit.replacement.clone() };
    let of_file = edits.entry(source.path.clone()).or_default();
    if !of_file.contains(&edit) {
        of_file.push(edit);
    }
    Some(())
}
