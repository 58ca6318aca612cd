//! The numbers that the directives of a folder bear.

use std::collections::BTreeMap;

use crate::model::Directive;

/// The numbers of directives, and who bears them.
#[derive(Debug, Clone, Default)]
pub struct Numbers {
    seen: BTreeMap<String, String>,
    /// Whoever is asked about bears a number that this one bears already.
    told: Option<String>,
}

impl Numbers {
    /// Nobody bears a number.
    #[must_use]
    pub const fn none() -> Self {
        Self { seen: BTreeMap::new(), told: None }
    }

    /// What is known elsewhere of the one directive that will be asked about: `bearer` bears its
    /// number already.
    #[must_use]
    pub fn told(bearer: Option<String>) -> Self {
        Self { seen: BTreeMap::new(), told: bearer }
    }

    /// The directive that bears the number of `directive` already.
    #[must_use]
    pub fn bearer(&self, directive: &Directive) -> Option<&str> {
        if self.told.is_some() {
            return self.told.as_deref();
        }
        self.seen.get(&key(directive)?).map(String::as_str)
    }

    /// Takes note of the number `key` of `path`; the first bearer keeps it. Gives the bearer
    /// there was before.
    pub fn note(&mut self, key: String, path: &str) -> Option<String> {
        if let Some(bearer) = self.seen.get(&key) {
            return Some(bearer.clone());
        }
        self.seen.insert(key, path.to_owned());
        None
    }
}

/// Issuer, year, number and symbol in one; `None` where issuer, year or number is still open.
#[must_use]
pub fn key(directive: &Directive) -> Option<String> {
    let issuer = directive.issuer.as_ref()?;
    let parent = issuer.parent.as_ref().map_or("", |parent| parent.value.as_str());
    let names = format!("{parent}\n{}", issuer.name.value).to_lowercase();
    let number = directive.number?;
    let symbol = directive.symbol.as_ref()?.value.to_lowercase();
    Some(format!("{names}\n{}\n{number}/{symbol}", directive.date.year()?))
}
