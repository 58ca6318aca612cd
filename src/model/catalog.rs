//! What many directives of an office share.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;

use super::issuer::Contact;
use super::legal_document::LegalDocument;
use super::signatory::Signatory;
use super::text::Text;

/// The catalog of an office, by the ids directives use.
#[derive(Debug, Clone, Default)]
pub struct Catalog {
    /// Documents that others rest on or cite.
    pub documents: BTreeMap<String, Arc<LegalDocument>>,
    /// Bodies that issue documents.
    pub issuers: BTreeMap<String, CatalogIssuer>,
    /// Administrative units.
    pub units: BTreeMap<String, Unit>,
}

/// A body that issues documents, and what its documents have in common.
#[derive(Debug, Clone)]
pub struct CatalogIssuer {
    /// Cơ quan chủ quản.
    pub parent: Option<Text>,
    /// Cơ quan ban hành.
    pub name: Text,
    /// How appendices name it.
    pub cited_as: Option<Text>,
    /// Its code in symbols.
    pub code: Option<Text>,
    /// The place of its seat.
    pub place: Option<Text>,
    /// How it can be reached.
    pub contact: Contact,
    /// Who signs for it, by id.
    pub signatories: BTreeMap<String, Signatory>,
}

/// An administrative unit, and when there was one.
#[derive(Debug, Clone)]
pub struct Unit {
    /// Its name, with its kind.
    pub name: Text,
    /// The code of the national list.
    pub code: Option<Text>,
    /// Id of the unit it is part of.
    pub parent: Option<Text>,
    /// The first day it existed; always, when not said.
    pub from: Option<Date>,
    /// The last day it existed; to this day, when not said.
    pub until: Option<Date>,
    /// Id of the unit that took its place.
    pub successor: Option<Text>,
}

impl Catalog {
    /// An office without one.
    #[must_use]
    pub const fn none() -> Self {
        Self { documents: BTreeMap::new(), issuers: BTreeMap::new(), units: BTreeMap::new() }
    }
}

impl Unit {
    /// Whether it existed on `day`.
    #[must_use]
    pub fn is_there_on(&self, day: Date) -> bool {
        self.from.is_none_or(|from| from <= day) && self.until.is_none_or(|until| day <= until)
    }
}
