//! What many directives of an office share.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use jiff::civil::Date;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::date;
use super::issuer::Contact;
use super::legal_document::LegalDocument;
use super::signatory::Signatory;
use super::text::Text;
use super::unit_names::UnitNames;

/// The catalog of an office, by the ids directives use.
#[derive(Debug, Clone, Default)]
pub struct Catalog {
    /// Documents that others rest on or cite.
    pub documents: BTreeMap<String, Arc<LegalDocument>>,
    /// Bodies that issue documents.
    pub issuers: BTreeMap<String, CatalogIssuer>,
    /// Administrative units.
    pub units: BTreeMap<String, Unit>,
    /// Lists of recipients.
    pub lists: BTreeMap<String, Vec<Text>>,
    /// The ids of the documents of each number and symbol.
    numbered: BTreeMap<String, Vec<String>>,
    /// The ids of the documents that are cited by name.
    laws: Vec<String>,
    /// The names of the units, sorted when they are first needed: only checks need them.
    names: OnceLock<UnitNames>,
}

impl PartialEq for Catalog {
    /// The entries tell all: the rest is made from them.
    fn eq(&self, other: &Self) -> bool {
        let Self { documents, issuers, units, lists, .. } = self;
        (documents, issuers, units) == (&other.documents, &other.issuers, &other.units)
            && *lists == other.lists
    }
}

/// Entries and the names of the units in order, which take longer to make than to read.
impl Serialize for Catalog {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let documents: Vec<&LegalDocument> = self.documents.values().map(Arc::as_ref).collect();
        (documents, &self.issuers, &self.units, &self.lists, self.unit_names())
            .serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Catalog {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        type Parts = (
            Vec<LegalDocument>,
            BTreeMap<String, CatalogIssuer>,
            BTreeMap<String, Unit>,
            BTreeMap<String, Vec<Text>>,
            UnitNames,
        );
        let (documents, issuers, units, lists, names) = Parts::deserialize(deserializer)?;
        let with_id = |document: LegalDocument| (document.id.value.clone(), Arc::new(document));
        let documents = documents.into_iter().map(with_id).collect();
        let catalog = Self::new(documents, issuers, units).with_lists(lists);
        Ok(Self { names: OnceLock::from(names), ..catalog })
    }
}

/// A body that issues documents, and what its documents have in common.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
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
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unit {
    /// Its name, with its kind.
    pub name: Text,
    /// The code of the national list.
    pub code: Option<Text>,
    /// Id of the unit it is part of.
    pub parent: Option<Text>,
    /// The first day it existed; always, when not said.
    #[serde(with = "date::stored")]
    pub from: Option<Date>,
    /// The last day it existed; to this day, when not said.
    #[serde(with = "date::stored")]
    pub until: Option<Date>,
    /// Id of the unit that took its place.
    pub successor: Option<Text>,
}

impl Catalog {
    /// An office without one.
    #[must_use]
    pub const fn none() -> Self {
        Self {
            documents: BTreeMap::new(),
            issuers: BTreeMap::new(),
            units: BTreeMap::new(),
            lists: BTreeMap::new(),
            numbered: BTreeMap::new(),
            laws: Vec::new(),
            names: OnceLock::new(),
        }
    }

    /// A catalog of these entries.
    #[must_use]
    pub fn new(
        documents: BTreeMap<String, Arc<LegalDocument>>,
        issuers: BTreeMap<String, CatalogIssuer>,
        units: BTreeMap<String, Unit>,
    ) -> Self {
        let mut numbered: BTreeMap<String, Vec<String>> = BTreeMap::new();
        let mut laws = Vec::new();
        for (id, document) in &documents {
            if document.is_law() {
                laws.push(id.clone());
            } else if let Some(number) = &document.number {
                numbered.entry(number.value.replace(' ', "")).or_default().push(id.clone());
            }
        }
        let (lists, names) = (BTreeMap::new(), OnceLock::new());
        Self { documents, issuers, units, lists, numbered, laws, names }
    }

    /// The same with these lists of recipients.
    #[must_use]
    pub fn with_lists(self, lists: BTreeMap<String, Vec<Text>>) -> Self {
        Self { lists, ..self }
    }

    /// The documents that bear `symbol`, written without spaces.
    pub fn numbered(&self, symbol: &str) -> impl Iterator<Item = &LegalDocument> {
        let ids = self.numbered.get(symbol).map_or(&[][..], Vec::as_slice);
        ids.iter().filter_map(|id| self.documents.get(id).map(Arc::as_ref))
    }

    /// The documents that are cited by name.
    pub fn laws(&self) -> impl Iterator<Item = &LegalDocument> {
        self.laws.iter().filter_map(|id| self.documents.get(id).map(Arc::as_ref))
    }

    /// The names of the units.
    #[must_use]
    pub fn unit_names(&self) -> &UnitNames {
        self.names.get_or_init(|| UnitNames::of(&self.units))
    }
}

impl Unit {
    /// Whether it existed at any time from `first` to `last`.
    #[must_use]
    pub fn existed_between(&self, first: Date, last: Date) -> bool {
        self.from.is_none_or(|from| from <= last) && self.until.is_none_or(|until| first <= until)
    }
}
