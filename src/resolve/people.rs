//! Who issues, receives and signs.

use super::{Resolver, flatten};
use crate::codes;
use crate::diagnostic::Message;
use crate::load::raw;
use crate::model::directive::{FileNote, Recipients};
use crate::model::issuer::{Contact, Issuer};
use crate::model::kind::Kind;
use crate::model::signatory::Signatory;

/// No more sign side by side than a line has room for.
const MOST_SIGNATORIES: usize = 2;

impl Resolver<'_> {
    pub(super) fn issuer(&mut self, raw: &raw::Issuer, kind: Option<&Kind>) -> Option<Issuer> {
        let parent = self.optional(raw.parent.as_ref());
        let name = self.text(&raw.name);
        let cited_as = self.optional(raw.cited_as.as_ref());
        let authority = self.optional(raw.authority.as_ref());
        let contact = self.contact(&raw.contact);
        if let (Some(authority), Some(kind)) = (&raw.authority, kind)
            && !kind.has_authority()
        {
            self.emit_not_for_kind("issuer.authority", kind, self.span(authority));
            return None;
        }
        Some(Issuer {
            parent: parent?,
            name: name?,
            cited_as: cited_as?,
            authority: authority?,
            contact: contact?,
        })
    }

    fn contact(&mut self, raw: &raw::Contact) -> Option<Contact> {
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

    /// One, who may be open, or two.
    pub(super) fn signatories(&mut self, raw: &raw::Directive) -> Option<Vec<Signatory>> {
        let Some(several) = &raw.signatories else {
            let one = raw.signatory.as_ref();
            let one = one.map_or(Some(Signatory::default()), |one| self.signatory(one));
            return one.map(|one| vec![one]);
        };
        let count = several.value.len();
        let fault = match (&raw.signatory, count) {
            (Some(_), _) => Some("twice"),
            (None, MOST_SIGNATORIES) => None,
            (None, _) => Some("count"),
        };
        if let Some(fault) = fault {
            let message = Message::new("bad-signatories").with("fault", fault).with("count", count);
            self.emit(&codes::BAD_SIGNATORIES, message, self.span(several));
        }
        let all: Vec<_> = several.value.iter().map(|raw| self.signatory(raw)).collect();
        if fault.is_some() { None } else { all.into_iter().collect() }
    }

    fn signatory(&mut self, raw: &raw::Signatory) -> Option<Signatory> {
        let authority = self.texts(&raw.authority);
        let title = self.optional(raw.title.as_ref());
        let office = self.optional(raw.office.as_ref());
        let name = self.optional(raw.name.as_ref());
        Some(Signatory { authority: authority?, title: title?, office: office?, name: name? })
    }
}
