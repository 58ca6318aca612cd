//! The numbers that the directives of a folder bear.

use std::collections::BTreeMap;

use crate::model::Directive;

/// Issuer, year, number and symbol.
type Key = (String, i16, String);

/// The numbers of the directives seen so far, and who bears them.
#[derive(Debug, Clone, Default)]
pub struct Numbers(BTreeMap<Key, String>);

impl Numbers {
    /// Nobody bears a number.
    #[must_use]
    pub const fn none() -> Self {
        Self(BTreeMap::new())
    }

    /// The directive that bears the number of `directive` already.
    #[must_use]
    pub fn bearer(&self, directive: &Directive) -> Option<&str> {
        self.0.get(&key(directive)?).map(String::as_str)
    }

    /// Takes note of the number of `directive`, known as `path`; the first bearer keeps it.
    pub fn note(&mut self, directive: &Directive, path: &str) {
        if let Some(key) = key(directive) {
            self.0.entry(key).or_insert_with(|| path.to_owned());
        }
    }
}

/// `None` where issuer, year or number is still open.
fn key(directive: &Directive) -> Option<Key> {
    let issuer = directive.issuer.as_ref()?;
    let parent = issuer.parent.as_ref().map_or("", |parent| parent.value.as_str());
    let names = format!("{parent}\n{}", issuer.name.value).to_lowercase();
    let number = directive.number?;
    let symbol = directive.symbol.value.to_lowercase();
    Some((names, directive.date.year()?, format!("{number}/{symbol}")))
}
