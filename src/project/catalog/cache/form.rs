//! The entries of a catalog as arrays in arrays, and back.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil;
use serde::{Deserialize, Serialize};

use crate::model::catalog::{self, Catalog, CatalogIssuer};
use crate::model::issuer;
use crate::model::legal_document;
use crate::model::signatory;
use crate::model::text;
use crate::model::unit_names::UnitNames;
use crate::source::Source;
use crate::span::{SourceId, Span};

/// Every list in the order of the ids.
#[derive(Serialize, Deserialize)]
pub(crate) struct Entries {
    documents: Vec<Document>,
    issuers: Vec<(String, Issuer)>,
    units: Vec<(String, Unit)>,
    /// Of the units; to put thousands in order takes longer than to read them.
    names: UnitNames,
}

/// Words, which of the shared texts they are in, and from where to where.
#[derive(Serialize, Deserialize)]
struct Words(String, u32, usize, usize);

/// Year, month, day.
#[derive(Clone, Copy, Serialize, Deserialize)]
struct Day(i16, i8, i8);

type Document = (Three, Option<Day>, [Option<Words>; 3], [Option<Day>; 2]);

/// Id, type and number.
type Three = (Words, Words, Option<Words>);

/// Name and what is known besides, how it can be reached, who signs.
#[derive(Serialize, Deserialize)]
struct Issuer(Words, [Option<Words>; 4], [Option<Words>; 5], Vec<(String, Signatory)>);

#[derive(Serialize, Deserialize)]
struct Signatory(Vec<Words>, [Option<Words>; 3]);

#[derive(Serialize, Deserialize)]
struct Unit(Words, [Option<Words>; 3], [Option<Day>; 2]);

impl Entries {
    pub(crate) fn of(catalog: &Catalog) -> Self {
        let issuers = catalog.issuers.iter();
        let units = catalog.units.iter();
        Self {
            documents: catalog.documents.values().map(|it| document(it)).collect(),
            issuers: issuers.map(|(id, it)| (id.clone(), Issuer::of(it))).collect(),
            units: units.map(|(id, it)| (id.clone(), Unit::of(it))).collect(),
            names: catalog.unit_names().clone(),
        }
    }

    /// The catalog; nothing when a place is not in the `shared` texts.
    pub(crate) fn into_catalog(self, shared: &[Source]) -> Option<Catalog> {
        let documents = self.documents.into_iter().map(|it| {
            let document = document_of(it, shared)?;
            Some((document.id.value.clone(), Arc::new(document)))
        });
        let issuers = self.issuers.into_iter().map(|(id, it)| Some((id, it.back(shared)?)));
        let units = self.units.into_iter().map(|(id, it)| Some((id, it.back(shared)?)));
        let documents = documents.collect::<Option<BTreeMap<_, _>>>()?;
        let issuers = issuers.collect::<Option<_>>()?;
        let catalog = Catalog::new(documents, issuers, units.collect::<Option<_>>()?);
        self.names.are_sound().then(|| catalog.with_unit_names(self.names))
    }
}

impl Words {
    fn of(text: &text::Text) -> Self {
        let span = text.span;
        Self(text.value.clone(), span.source.shared_index(), span.start, span.end)
    }

    fn back(self, shared: &[Source]) -> Option<text::Text> {
        let Self(value, place, start, end) = self;
        let length = shared.get(usize::try_from(place).ok()?)?.text.len();
        let is_there = start <= end && end <= length;
        let span = Span::new(SourceId::of_shared(place)?, start..end);
        is_there.then_some(text::Text { value, span })
    }
}

fn all<const N: usize>(texts: [&Option<text::Text>; N]) -> [Option<Words>; N] {
    texts.map(|text| text.as_ref().map(Words::of))
}

fn all_back<const N: usize>(
    words: [Option<Words>; N],
    shared: &[Source],
) -> Option<[Option<text::Text>; N]> {
    let mut is_good = true;
    let texts = words.map(|words| {
        let text = words.map(|words| words.back(shared));
        is_good &= !matches!(text, Some(None));
        text.flatten()
    });
    is_good.then_some(texts)
}

impl Day {
    fn of(date: civil::Date) -> Self {
        Self(date.year(), date.month(), date.day())
    }

    fn back(day: Option<Self>) -> Option<Option<civil::Date>> {
        let Some(Self(year, month, day)) = day else { return Some(None) };
        civil::Date::new(year, month, day).ok().map(Some)
    }
}

fn document(document: &legal_document::LegalDocument) -> Document {
    let legal_document::LegalDocument {
        id,
        kind,
        number,
        date,
        issuer,
        subject,
        from,
        until,
        replaced_by,
    } = document;
    let three = (Words::of(id), Words::of(kind), number.as_ref().map(Words::of));
    let days = [from, until].map(|day| day.map(Day::of));
    (three, date.map(Day::of), all([issuer, subject, replaced_by]), days)
}

fn document_of(document: Document, shared: &[Source]) -> Option<legal_document::LegalDocument> {
    let ((id, kind, number), date, others, [from, until]) = document;
    let [number] = all_back([number], shared)?;
    let [issuer, subject, replaced_by] = all_back(others, shared)?;
    Some(legal_document::LegalDocument {
        id: id.back(shared)?,
        kind: kind.back(shared)?,
        number,
        date: Day::back(date)?,
        issuer,
        subject,
        from: Day::back(from)?,
        until: Day::back(until)?,
        replaced_by,
    })
}

impl Issuer {
    fn of(it: &CatalogIssuer) -> Self {
        let CatalogIssuer { parent, name, cited_as, code, place, contact, signatories } = it;
        let issuer::Contact { address, phone, fax, email, website } = contact;
        let signatories = signatories.iter().map(|(id, it)| (id.clone(), Signatory::of(it)));
        Self(
            Words::of(name),
            all([parent, cited_as, code, place]),
            all([address, phone, fax, email, website]),
            signatories.collect(),
        )
    }

    fn back(self, shared: &[Source]) -> Option<CatalogIssuer> {
        let Self(name, others, contact, signatories) = self;
        let [parent, cited_as, code, place] = all_back(others, shared)?;
        let [address, phone, fax, email, website] = all_back(contact, shared)?;
        let signatories = signatories.into_iter().map(|(id, it)| Some((id, it.back(shared)?)));
        Some(CatalogIssuer {
            parent,
            name: name.back(shared)?,
            cited_as,
            code,
            place,
            contact: issuer::Contact { address, phone, fax, email, website },
            signatories: signatories.collect::<Option<_>>()?,
        })
    }
}

impl Signatory {
    fn of(it: &signatory::Signatory) -> Self {
        let signatory::Signatory { authority, title, office, name } = it;
        Self(authority.iter().map(Words::of).collect(), all([title, office, name]))
    }

    fn back(self, shared: &[Source]) -> Option<signatory::Signatory> {
        let Self(authority, others) = self;
        let authority = authority.into_iter().map(|words| words.back(shared));
        let [title, office, name] = all_back(others, shared)?;
        let authority = authority.collect::<Option<_>>()?;
        Some(signatory::Signatory { authority, title, office, name })
    }
}

impl Unit {
    fn of(it: &catalog::Unit) -> Self {
        let catalog::Unit { name, code, parent, from, until, successor } = it;
        let days = [from, until].map(|day| day.map(Day::of));
        Self(Words::of(name), all([code, parent, successor]), days)
    }

    fn back(self, shared: &[Source]) -> Option<catalog::Unit> {
        let Self(name, others, [from, until]) = self;
        let [code, parent, successor] = all_back(others, shared)?;
        Some(catalog::Unit {
            name: name.back(shared)?,
            code,
            parent,
            from: Day::back(from)?,
            until: Day::back(until)?,
            successor,
        })
    }
}
