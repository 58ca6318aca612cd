//! Where the entries of the catalog are made, and where they name each other.

use super::occurrence::{Occurrence, Spelling, Symbol};
use crate::load::catalog::{self as raw};
use crate::load::raw::{Entries, Text};
use crate::project::catalog::ProjectCatalog;
use crate::span::{SourceId, Span};

/// All occurrences of the files of a catalog.
#[derive(Debug, Default)]
pub(super) struct CatalogIndex {
    /// In the order of the files and of the places in them.
    pub(super) occurrences: Vec<Occurrence>,
}

impl CatalogIndex {
    /// Those of `catalog`; a file with mistakes of shape has none.
    pub(super) fn of(catalog: &ProjectCatalog) -> Self {
        let mut index = Self::default();
        for (source, text) in catalog.texts() {
            if let Ok(file) = raw::catalog(text, source) {
                index.file(source, &file);
            }
        }
        index.occurrences.sort_by_key(|occurrence| occurrence.span);
        index
    }

    /// Where `symbol` is made.
    pub(super) fn definition(&self, symbol: &Symbol) -> Option<&Occurrence> {
        self.occurrences.iter().find(|it| it.is_definition && it.symbol == *symbol)
    }

    fn file(&mut self, source: SourceId, file: &raw::Catalog) {
        self.keys(source, &file.legal_documents, Symbol::Document);
        for (_, document) in &file.legal_documents.0 {
            self.refer(source, document.replaced_by.as_ref(), Symbol::Document);
        }
        self.keys(source, &file.issuers, Symbol::Issuer);
        for (id, issuer) in &file.issuers.0 {
            let signatory = |name: String| Symbol::Signatory(id.value.clone(), name);
            self.keys(source, &issuer.signatories, signatory);
        }
        self.keys(source, &file.units, Symbol::Unit);
        for (_, unit) in &file.units.0 {
            self.refer(source, unit.parent.as_ref(), Symbol::Unit);
            self.refer(source, unit.successor.as_ref(), Symbol::Unit);
        }
    }

    fn keys<T>(
        &mut self,
        source: SourceId,
        entries: &Entries<T>,
        symbol: impl Fn(String) -> Symbol,
    ) {
        for (id, _) in &entries.0 {
            self.add(source, id, symbol(id.value.clone()), true);
        }
    }

    fn refer(&mut self, source: SourceId, id: Option<&Text>, symbol: fn(String) -> Symbol) {
        if let Some(id) = id {
            self.add(source, id, symbol(id.value.clone()), false);
        }
    }

    fn add(&mut self, source: SourceId, id: &Text, symbol: Symbol, is_definition: bool) {
        let span = Span::new(source, id.range.clone());
        self.occurrences.push(Occurrence {
            span,
            symbol,
            is_definition,
            spelling: Spelling::Plain,
        });
    }
}
