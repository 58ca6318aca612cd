//! Documents that others rest on or cite, and how they are cited.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::date;
use super::text::Text;

/// A document of the catalog.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LegalDocument {
    /// By which directives name it.
    pub id: Text,
    /// `Luật`, `Nghị quyết`, …
    pub kind: Text,
    /// Number and symbol; a luật is cited without.
    pub number: Option<Text>,
    /// The day it was issued.
    #[serde(with = "date::stored")]
    pub date: Option<Date>,
    /// Who issued it.
    pub issuer: Option<Text>,
    /// What it is about, with its first word; of a luật its name.
    pub subject: Option<Text>,
    /// The day it came into force.
    #[serde(with = "date::stored")]
    pub from: Option<Date>,
    /// The last day it was in force.
    #[serde(with = "date::stored")]
    pub until: Option<Date>,
    /// Id of the document that took its place.
    pub replaced_by: Option<Text>,
}

impl LegalDocument {
    /// Whether it is cited by its name, without number and issuer (R44, R45).
    #[must_use]
    pub fn is_law(&self) -> bool {
        is_law(&self.kind.value)
    }

    /// As cited the first time (R45): type, number and symbol, date, issuer, abstract; a luật by
    /// type and name.
    #[must_use]
    pub fn full(&self) -> String {
        if self.is_law() {
            return self.named(None);
        }
        self.named(self.date)
    }

    /// As a basis (R44): in full, a luật with its date.
    #[must_use]
    pub fn as_basis(&self) -> String {
        self.named(self.date)
    }

    /// As cited later (R45): type, number and symbol; a luật as before.
    #[must_use]
    pub fn short(&self) -> String {
        match &self.number {
            Some(number) if !self.is_law() => format!("{} số {}", self.kind.value, number.value),
            _ => self.full(),
        }
    }

    fn named(&self, date: Option<Date>) -> String {
        let mut words = vec![self.kind.value.clone()];
        let date = date.map(|date| format!("ngày {}", date::long(date)));
        let subject = self.subject.as_ref().map(|subject| subject.value.clone());
        if self.is_law() {
            words.extend(subject);
            words.extend(date);
        } else {
            words.extend(self.number.as_ref().map(|number| format!("số {}", number.value)));
            words.extend(date);
            words.extend(self.issuer.as_ref().map(|issuer| format!("của {}", issuer.value)));
            words.extend(subject);
        }
        words.join(" ")
    }
}

/// Types of documents that are cited by name.
pub const LAWS: [&str; 4] = ["Luật", "Bộ luật", "Pháp lệnh", "Hiến pháp"];

/// Whether documents of this type are cited by name.
#[must_use]
pub fn is_law(kind: &str) -> bool {
    LAWS.contains(&kind)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Sources;
    use crate::span::Span;

    fn document(
        kind: &str,
        number: Option<&str>,
        issuer: Option<&str>,
        subject: &str,
    ) -> LegalDocument {
        let source = Sources::default().add("a.yaml", "");
        let text = |value: &str| Text::new(value, Span::new(source, 0..0));
        LegalDocument {
            id: text("a"),
            kind: text(kind),
            number: number.map(text),
            date: Date::new(2015, 6, 9).ok(),
            issuer: issuer.map(text),
            subject: Some(text(subject)),
            from: None,
            until: None,
            replaced_by: None,
        }
    }

    #[test]
    fn a_document_is_cited_in_full_once_and_by_number_after() {
        let issuer = Some("Thủ tướng Chính phủ");
        let decision = document("Quyết định", Some("546/QĐ-TTg"), issuer, "về việc giao chỉ tiêu");
        let full = "Quyết định số 546/QĐ-TTg ngày 09 tháng 6 năm 2015 của Thủ tướng Chính phủ về \
                    việc giao chỉ tiêu";
        assert_eq!(decision.full(), full);
        assert_eq!(decision.as_basis(), full);
        assert_eq!(decision.short(), "Quyết định số 546/QĐ-TTg");
    }

    #[test]
    fn a_law_is_cited_by_its_name_and_as_a_basis_with_its_date() {
        let law = document("Luật", Some("76/2015/QH13"), Some("Quốc hội"), "Tổ chức Chính phủ");
        assert_eq!(law.full(), "Luật Tổ chức Chính phủ");
        assert_eq!(law.short(), "Luật Tổ chức Chính phủ");
        assert_eq!(law.as_basis(), "Luật Tổ chức Chính phủ ngày 09 tháng 6 năm 2015");
    }
}
