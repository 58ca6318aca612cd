//! `data/catalog/*.yaml`: what many directives share, as written.

use schemars::JsonSchema;
use serde::Deserialize;

use super::raw::{Contact, Signatory};
use super::spanned::{Entries, Text, blank_is_empty};
use super::yaml;
use crate::diagnostic::Diagnostic;
use crate::span::SourceId;

/// One file of the catalog.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Catalog {
    /// Legal documents, by id.
    #[serde(default, deserialize_with = "blank_is_empty")]
    pub legal_documents: Entries<LegalDocument>,
    /// Issuers, by id.
    #[serde(default, deserialize_with = "blank_is_empty")]
    pub issuers: Entries<Issuer>,
    /// Administrative units, by id.
    #[serde(default, deserialize_with = "blank_is_empty")]
    pub units: Entries<Unit>,
    /// Lists of recipients, by id.
    #[serde(default, deserialize_with = "blank_is_empty")]
    pub recipient_lists: Entries<Vec<Text>>,
}

/// A document that others rest on or cite.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LegalDocument {
    /// `Luật`, `Nghị quyết`, …
    #[serde(rename = "type")]
    pub kind: Text,
    /// Number and symbol: `28-NQ/TW`; a luật has none in citations.
    pub number: Option<Text>,
    /// The day it was issued.
    pub date: Option<Text>,
    /// Who issued it.
    pub issuer: Option<Text>,
    /// What it is about, with its first word: `về …`; of a luật its name.
    pub subject: Option<Text>,
    /// The day it came into force.
    pub from: Option<Text>,
    /// The last day it was in force.
    pub until: Option<Text>,
    /// Id of the document that took its place.
    pub replaced_by: Option<Text>,
}

/// A body that issues documents.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "CatalogIssuer")]
pub struct Issuer {
    /// Cơ quan chủ quản.
    pub parent: Option<Text>,
    /// Cơ quan ban hành.
    pub name: Text,
    /// How an appendix names it after `của`.
    pub cited_as: Option<Text>,
    /// Its code in symbols: `UBND`.
    pub code: Option<Text>,
    /// The place of its seat (ô 4).
    pub place: Option<Text>,
    /// How it can be reached (ô 13).
    #[serde(default, deserialize_with = "blank_is_empty")]
    pub contact: Contact,
    /// Who signs for it, by id.
    #[serde(default, deserialize_with = "blank_is_empty")]
    pub signatories: Entries<Signatory>,
}

/// An administrative unit.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Unit {
    /// Its name, with its kind: `huyện Nam Sách`.
    pub name: Text,
    /// The code of the national list.
    pub code: Option<Text>,
    /// Id of the unit it is part of.
    pub parent: Option<Text>,
    /// The first day it existed.
    pub from: Option<Text>,
    /// The last day it existed.
    pub until: Option<Text>,
    /// Id of the unit that took its place.
    pub successor: Option<Text>,
}

/// Reads one file of the catalog; a file that says nothing holds nothing.
pub fn catalog(text: &str, source: SourceId) -> Result<Catalog, Vec<Diagnostic>> {
    if yaml::is_blank(text) { Ok(Catalog::default()) } else { yaml::parse(text, source).whole() }
}
