//! The files of the catalog to one catalog.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;

use super::Resolver;
use crate::codes;
use crate::diagnostic::{Diagnostic, Message, Report};
use crate::load::catalog as raw;
use crate::load::raw::{Entries, Signatory as RawSignatory, Text as RawText};
use crate::model::catalog::{Catalog, CatalogIssuer, Unit};
use crate::model::date::IssueDate;
use crate::model::legal_document::{LegalDocument, is_law};
use crate::model::signatory::Signatory;
use crate::model::text::Text;
use crate::nearest::suggestion;
use crate::span::SourceId;

/// One catalog of all files; entries with findings are left out.
pub fn catalog(files: &[(SourceId, raw::Catalog)], report: &mut Report) -> Catalog {
    let nothing = Catalog::default();
    let mut documents = Gathered::default();
    let mut issuers = Gathered::default();
    let mut units = Gathered::default();
    let mut lists = Gathered::default();
    for (source, file) in files {
        let mut resolver = Resolver::new(*source, &nothing, report);
        resolver.gather(&file.legal_documents, &mut documents, Resolver::legal_document);
        resolver.gather(&file.issuers, &mut issuers, Resolver::catalog_issuer);
        resolver.gather(&file.units, &mut units, Resolver::catalog_unit);
        let list = |this: &mut Resolver<'_>, _: &Text, raw: &Vec<RawText>| this.texts(raw);
        resolver.gather(&file.recipient_lists, &mut lists, list);
    }
    let replaced = documents.values().filter_map(|(_, it)| it.replaced_by.as_ref());
    are_known("legal_documents", replaced, &documents, report);
    let others = units.values().flat_map(|(_, unit)| unit.parent.iter().chain(&unit.successor));
    are_known("units", others, &units, report);
    Catalog::new(without_place(documents), without_place(issuers), without_place(units))
        .with_lists(without_place(lists))
}

/// Entries by id, with the place where the id is written.
type Gathered<T> = BTreeMap<String, (Text, T)>;

fn without_place<T>(gathered: Gathered<T>) -> BTreeMap<String, T> {
    gathered.into_iter().map(|(id, (_, entry))| (id, entry)).collect()
}

/// Every id that an entry names is one of `list`.
fn are_known<'a, T>(
    list: &'static str,
    named: impl Iterator<Item = &'a Text>,
    known: &Gathered<T>,
    report: &mut Report,
) {
    for id in named {
        if !known.contains_key(&id.value) {
            let finding = unknown_entry(list, id, known.keys().map(String::as_str));
            report.emit(finding);
        }
    }
}

/// The finding for an id that no entry of `list` has.
pub(super) fn unknown_entry<'a>(
    list: &'static str,
    id: &Text,
    known: impl Iterator<Item = &'a str> + Clone,
) -> Diagnostic {
    let message = Message::new("unknown-entry").with("list", list).with("id", &id.value);
    Diagnostic::new(&codes::UNKNOWN_ENTRY, message)
        .at(id.span)
        .suggest(suggestion(&id.value, known))
}

impl Resolver<'_> {
    /// Adds the entries of one file to those of the files before it.
    fn gather<R, T>(
        &mut self,
        entries: &Entries<R>,
        gathered: &mut Gathered<T>,
        resolve: fn(&mut Self, &Text, &R) -> Option<T>,
    ) {
        for (id, entry) in &entries.0 {
            let Some(id) = self.entry_id(id) else { continue };
            if let Some((first, _)) = gathered.get(&id.value) {
                let message = Message::new("entry-twice").with("id", &id.value);
                let finding = Diagnostic::new(&codes::BAD_ENTRY, message).at(id.span);
                self.report.emit(finding.related(first.span, Message::new("entry-first")));
                continue;
            }
            if let Some(entry) = resolve(self, &id, entry) {
                gathered.insert(id.value.clone(), (id, entry));
            }
        }
    }

    fn legal_document(
        &mut self,
        id: &Text,
        raw: &raw::LegalDocument,
    ) -> Option<Arc<LegalDocument>> {
        let kind = self.text(&raw.kind);
        let number = self.optional(raw.number.as_ref());
        let (date, from, until) = (
            self.whole_date(raw.date.as_ref()),
            self.whole_date(raw.from.as_ref()),
            self.whole_date(raw.until.as_ref()),
        );
        let issuer = self.optional(raw.issuer.as_ref());
        let subject = self.optional(raw.subject.as_ref());
        let replaced_by = self.optional(raw.replaced_by.as_ref());
        let (kind, number, subject) = (kind?, number?, subject?);
        // A document is told from others by its number; a luật by its name (R44, R45).
        let lacks = if is_law(&kind.value) {
            subject.is_none().then_some("subject")
        } else {
            number.is_none().then_some("number")
        };
        if let Some(key) = lacks {
            let message = Message::new("entry-lacks").with("id", &id.value).with("key", key);
            self.emit(&codes::BAD_ENTRY, message, id.span);
            return None;
        }
        Some(Arc::new(LegalDocument {
            id: id.clone(),
            kind,
            number,
            date: date?,
            issuer: issuer?,
            subject,
            from: from?,
            until: until?,
            replaced_by: replaced_by?,
        }))
    }

    fn catalog_issuer(&mut self, _: &Text, raw: &raw::Issuer) -> Option<CatalogIssuer> {
        let parent = self.optional_name(raw.parent.as_ref());
        let name = self.name(&raw.name);
        let cited_as = self.optional(raw.cited_as.as_ref());
        let code = self.optional(raw.code.as_ref());
        let place = self.optional(raw.place.as_ref());
        let contact = self.contact(&raw.contact);
        let mut signatories = Gathered::default();
        let signatory = |this: &mut Self, _: &Text, raw: &RawSignatory| -> Option<Signatory> {
            this.signatory(raw)
        };
        self.gather(&raw.signatories, &mut signatories, signatory);
        Some(CatalogIssuer {
            parent: parent?,
            name: name?,
            cited_as: cited_as?,
            code: code?,
            place: place?,
            contact: contact?,
            signatories: without_place(signatories),
        })
    }

    fn catalog_unit(&mut self, _: &Text, raw: &raw::Unit) -> Option<Unit> {
        let name = self.text(&raw.name);
        let code = self.optional(raw.code.as_ref());
        let parent = self.optional(raw.parent.as_ref());
        let (from, until) =
            (self.whole_date(raw.from.as_ref()), self.whole_date(raw.until.as_ref()));
        let successor = self.optional(raw.successor.as_ref());
        Some(Unit {
            name: name?,
            code: code?,
            parent: parent?,
            from: from?,
            until: until?,
            successor: successor?,
        })
    }

    /// A whole date.
    fn whole_date(&mut self, raw: Option<&RawText>) -> Option<Option<Date>> {
        let Some(raw) = raw else { return Some(None) };
        if let IssueDate::Day(date) = self.date(Some(raw))? {
            return Some(Some(date));
        }
        let message = Message::new("bad-date-form").with("value", &raw.value);
        self.emit(&codes::BAD_DATE, message, self.span(raw));
        None
    }

    /// An id: small letters without marks, digits and `-`.
    fn entry_id(&mut self, raw: &RawText) -> Option<Text> {
        if is_entry_id(&raw.value) {
            return Some(Text::new(&raw.value, self.span(raw)));
        }
        let message = Message::new("bad-id").with("value", &raw.value).with("joint", "-");
        self.emit(&codes::BAD_ID, message, self.span(raw));
        None
    }
}

/// Whether a text can only be the id of an entry: no Vietnamese phrase is written so.
pub(super) fn is_entry_id(text: &str) -> bool {
    let belongs = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    text.bytes().all(belongs) && text.starts_with(|first: char| first.is_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_no_phrase() {
        assert!(is_entry_id("nq-28-nq-tw-2018"));
        for phrase in ["Luật Bảo hiểm y tế", "qđ-546", "546-qd", "quy che", "NQ-28"] {
            assert!(!is_entry_id(phrase), "{phrase}");
        }
    }
}
