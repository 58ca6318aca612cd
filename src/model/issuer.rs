//! Who issues a document.

use serde::{Deserialize, Serialize};

use super::text::Text;

/// The issuing body (ô 2).
#[derive(Debug, Clone)]
pub struct Issuer {
    /// Cơ quan chủ quản.
    pub parent: Option<Text>,
    /// Cơ quan ban hành.
    pub name: Text,
    /// How appendices name it.
    pub cited_as: Option<Text>,
    /// Thẩm quyền ban hành: who resolves, decides or wires (R123).
    pub authority: Option<Text>,
    /// Where it can be reached; printed at the foot of the first page (ô 13).
    pub contact: Contact,
}

/// How an office can be reached (R96, R97).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contact {
    /// Street and place.
    pub address: Option<Text>,
    /// Telephone.
    pub phone: Option<Text>,
    /// Fax.
    pub fax: Option<Text>,
    /// E-mail.
    pub email: Option<Text>,
    /// Website.
    pub website: Option<Text>,
}

impl Issuer {
    /// Every text of it.
    #[must_use]
    pub fn texts(&self) -> Vec<&Text> {
        let mut texts = vec![&self.name];
        texts.extend(self.parent.iter().chain(&self.cited_as).chain(&self.authority));
        texts.extend(self.contact.texts());
        texts
    }
}

impl Contact {
    fn texts(&self) -> impl Iterator<Item = &Text> {
        let Self { address, phone, fax, email, website } = self;
        [address, phone, fax, email, website].into_iter().flatten()
    }

    /// What is not known here, as `other` has it.
    #[must_use]
    pub fn or(self, other: Option<&Self>) -> Self {
        let Some(other) = other else { return self };
        let Self { address, phone, fax, email, website } = self;
        Self {
            address: address.or_else(|| other.address.clone()),
            phone: phone.or_else(|| other.phone.clone()),
            fax: fax.or_else(|| other.fax.clone()),
            email: email.or_else(|| other.email.clone()),
            website: website.or_else(|| other.website.clone()),
        }
    }
}
