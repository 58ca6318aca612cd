//! Who issues, receives and signs.

use std::collections::BTreeMap;

use super::catalog::unknown_entry;
use super::{Resolver, flatten};
use crate::codes;
use crate::diagnostic::Message;
use crate::load::raw;
use crate::model::catalog::CatalogIssuer;
use crate::model::directive::{FileNote, Recipients};
use crate::model::issuer::{Contact, Issuer};
use crate::model::kind::Kind;
use crate::model::rule_set::RuleSet;
use crate::model::signatory::Signatory;
use crate::model::text::Text;

/// So many sign side by side: a line has no room for more.
const SIGNATORIES: usize = 2;

/// So many sign in rows of two, where a kind lets them.
pub(crate) const MOST_SIGNATORIES: usize = 8;

impl<'a> Resolver<'a> {
    /// The entry of the catalog that `issuer.id` names.
    pub(super) fn issuer_entry(&mut self, raw: &raw::Directive) -> Option<&'a CatalogIssuer> {
        let id = self.optional(raw.issuer.as_ref()?.value.id.as_ref())??;
        let found = self.catalog.issuers.get(&id.value);
        if found.is_none() {
            let known = self.catalog.issuers.keys().map(String::as_str);
            self.report.emit(unknown_entry("issuers", &id, known));
        }
        found
    }

    /// What is written goes before what the catalog says.
    pub(super) fn issuer(
        &mut self,
        raw: &raw::Spanned<raw::Issuer>,
        entry: Option<&CatalogIssuer>,
        kind: Option<&Kind>,
    ) -> Option<Issuer> {
        let (span, raw) = (self.span(raw), &raw.value);
        let parent = self.optional_name(raw.parent.as_ref());
        let name = self.optional_name(raw.name.as_ref());
        let cited_as = self.optional(raw.cited_as.as_ref());
        let authority = self.optional_name(raw.authority.as_ref());
        let contact = self.contact(&raw.contact);
        if let (Some(authority), Some(kind)) = (&raw.authority, kind)
            && !kind.has_authority()
        {
            self.emit_not_for_kind("issuer.authority", kind, self.span(authority));
            return None;
        }
        let of_entry = |value: fn(&CatalogIssuer) -> Option<&Text>| entry.and_then(value).cloned();
        let name = name?.or_else(|| of_entry(|entry| Some(&entry.name)));
        if name.is_none() && raw.id.is_none() {
            let message = Message::new("missing-key").with("key", "name");
            self.emit(&codes::MISSING_KEY, message, span);
        }
        Some(Issuer {
            parent: parent?.or_else(|| of_entry(|entry| entry.parent.as_ref())),
            name: name?,
            cited_as: cited_as?.or_else(|| of_entry(|entry| entry.cited_as.as_ref())),
            authority: authority?,
            contact: contact?.or(entry.map(|entry| &entry.contact)),
        })
    }

    /// As written, else that of the issuer in the catalog.
    pub(super) fn place(
        &mut self,
        raw: &raw::Directive,
        entry: Option<&CatalogIssuer>,
    ) -> Option<Option<Text>> {
        let place = self.optional(raw.place.as_ref())?;
        Some(place.or_else(|| entry.and_then(|entry| entry.place.clone())))
    }

    /// As written, else made of the codes of kind and issuer, or of issuer and drafting unit (R30);
    /// nothing where the kind bears no number.
    pub(super) fn symbol(
        &mut self,
        raw: &raw::Directive,
        entry: Option<&CatalogIssuer>,
        kind: Option<&Kind>,
        rules: RuleSet,
    ) -> Option<Option<Text>> {
        if let Some(kind) = kind.filter(|kind| !kind.has_number()) {
            let keys = [("number", &raw.number), ("symbol", &raw.symbol)];
            let mut found = keys.into_iter().filter_map(|(key, text)| Some((key, text.as_ref()?)));
            let Some((key, text)) = found.next() else { return Some(None) };
            self.emit_not_for_kind(key, kind, self.span(text));
            return None;
        }
        if let Some(symbol) = &raw.symbol {
            return self.text(symbol).map(Some);
        }
        let code = entry.and_then(|entry| entry.code.as_ref()).map(|code| code.value.as_str());
        let unit = raw.recipients.file.as_ref().and_then(|file| file.unit.as_ref());
        let unit = unit.map(|unit| unit.value.trim());
        let parts = match kind.map(|kind| rules.code(kind)) {
            Some(Some(kind)) => Some(kind).zip(code),
            Some(None) => code.zip(unit),
            None => return None,
        };
        let span = self.span(&raw.kind);
        let Some((first, second)) = parts else {
            // An issuer that could not be found has had its finding.
            if kind.is_some_and(Kind::may_lack_symbol) && raw.number.is_none() {
                return Some(None);
            }
            let is_lost = entry.is_none()
                && raw.issuer.as_ref().is_some_and(|issuer| issuer.value.id.is_some());
            if !is_lost {
                let id = if entry.is_some() { "symbol-unknown" } else { "missing-key" };
                let message = Message::new(id).with("key", "symbol");
                self.emit(&codes::MISSING_KEY, message, span);
            }
            return None;
        };
        Some(Some(Text::new(format!("{first}{}{second}", rules.within_symbol()), span)))
    }

    pub(super) fn contact(&mut self, raw: &raw::Contact) -> Option<Contact> {
        let address = self.optional(raw.address.as_ref());
        let phone = self.optional(raw.phone.as_ref());
        let fax = self.optional(raw.fax.as_ref());
        let email = self.optional(raw.email.as_ref());
        let website = self.optional(raw.website.as_ref());
        Some(Contact {
            address: address?,
            phone: phone?,
            fax: fax?,
            email: email?,
            website: website?,
        })
    }

    pub(super) fn recipients(&mut self, raw: &raw::Recipients) -> Option<Recipients> {
        let to = self.texts(&raw.to);
        let cc = self.texts(&raw.cc);
        let file = raw.file.as_ref().map(|file| {
            let unit = self.optional(file.unit.as_ref());
            let drafter = self.optional(file.drafter.as_ref());
            let copies = file.copies.as_ref().map(|copies| self.number(copies, "bad-count"));
            Some(FileNote { unit: unit?, drafter: drafter?, copies: flatten(copies)? })
        });
        Some(Recipients { to: to?, cc: cc?, file: flatten(file)? })
    }

    /// One, who may be open, or two; more where the kind lets them.
    pub(super) fn signatories(
        &mut self,
        raw: &raw::Directive,
        entry: Option<&CatalogIssuer>,
        kind: Option<&Kind>,
    ) -> Option<Vec<Signatory>> {
        let Some(several) = &raw.signatories else {
            let one = raw.signatory.as_ref();
            let one = one.map_or(Some(Signatory::default()), |one| self.signer(one, entry));
            return one.map(|one| vec![one]);
        };
        let count = several.value.len();
        let fault = match (&raw.signatory, count) {
            (Some(_), _) => Some("twice"),
            (None, SIGNATORIES) => None,
            (None, SIGNATORIES..=MOST_SIGNATORIES) if kind.is_none_or(Kind::has_many_signers) => {
                None
            }
            (None, _) if kind.is_some_and(Kind::has_many_signers) => Some("many"),
            (None, _) => Some("count"),
        };
        if let Some(fault) = fault {
            let message = Message::new("bad-signatories").with("fault", fault).with("count", count);
            self.emit(&codes::BAD_SIGNATORIES, message, self.span(several));
        }
        let all: Vec<_> = several.value.iter().map(|raw| self.signer(raw, entry)).collect();
        if fault.is_some() { None } else { all.into_iter().collect() }
    }

    /// What is written goes before what the catalog says of the signatory of this id.
    pub(super) fn signer(
        &mut self,
        raw: &raw::Signatory,
        entry: Option<&CatalogIssuer>,
    ) -> Option<Signatory> {
        let written = self.signatory(raw);
        let Some(id) = self.optional(raw.id.as_ref())? else { return written };
        let known = entry.map(|entry| &entry.signatories);
        let Some(found) = known.and_then(|known| known.get(&id.value)) else {
            let ids = known.into_iter().flat_map(BTreeMap::keys).map(String::as_str);
            self.report.emit(unknown_entry("signatories", &id, ids));
            return None;
        };
        Some(written?.or(found))
    }

    pub(super) fn signatory(&mut self, raw: &raw::Signatory) -> Option<Signatory> {
        let authority: Vec<_> = raw.authority.iter().map(|it| self.name(it)).collect();
        let authority = authority.into_iter().collect::<Option<_>>();
        let title = self.optional_name(raw.title.as_ref());
        let office = self.optional_name(raw.office.as_ref());
        let name = self.optional(raw.name.as_ref());
        Some(Signatory { authority: authority?, title: title?, office: office?, name: name? })
    }
}
