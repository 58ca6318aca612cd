//! Bases: written out, or by their ids in the catalog.

use std::sync::Arc;

use super::Resolver;
use super::catalog::{is_entry_id, unknown_entry};
use crate::load::raw;
use crate::model::legal_basis::LegalBasis;
use crate::model::legal_document::LegalDocument;
use crate::model::text::Text;

impl Resolver<'_> {
    pub(super) fn legal_bases(&mut self, raw: &[raw::Text]) -> Option<Vec<LegalBasis>> {
        let all: Vec<_> = raw.iter().map(|basis| self.legal_basis(basis)).collect();
        all.into_iter().collect()
    }

    fn legal_basis(&mut self, raw: &raw::Text) -> Option<LegalBasis> {
        let text = self.text(raw)?;
        if !is_entry_id(&text.value) {
            return Some(LegalBasis { text: without_mark(text), document: None });
        }
        let document = self.document(&text)?;
        let text = Text::new(document.as_basis(), text.span);
        Some(LegalBasis { text, document: Some(document) })
    }

    /// The document of the catalog that has this id.
    fn document(&mut self, id: &Text) -> Option<Arc<LegalDocument>> {
        let found = self.catalog.documents.get(&id.value).cloned();
        if found.is_none() {
            let known = self.catalog.documents.keys().map(String::as_str);
            self.report.emit(unknown_entry("legal_documents", id, known));
        }
        found
    }
}

/// A basis without the mark it was pasted with: the program sets the marks between bases (R43).
fn without_mark(text: Text) -> Text {
    if text.value.ends_with("...") {
        return text;
    }
    let words = text.value.trim_end_matches(['.', ';', ',', ':', ' ']);
    if words.is_empty() { text } else { Text { value: words.to_owned(), ..text } }
}
