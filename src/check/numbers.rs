//! The numbers that the directives of a folder bear.

use std::collections::BTreeMap;

use crate::model::Directive;
use crate::model::number::DocumentNumber;

/// The numbers of directives, and who bears them.
#[derive(Debug, Clone, Default)]
pub struct Numbers {
    seen: BTreeMap<String, String>,
    /// Whoever is asked about bears a number that this one bears already: one of these, where
    /// copies have numbers of their own.
    told: Option<(String, Vec<String>)>,
}

impl Numbers {
    /// Nobody bears a number.
    #[must_use]
    pub const fn none() -> Self {
        Self { seen: BTreeMap::new(), told: None }
    }

    /// What is known elsewhere of the one directive that will be asked about: `bearer` bears its
    /// number already, or those of `taken` where its copies have numbers of their own.
    #[must_use]
    pub fn told(bearer: Option<String>, taken: Vec<String>) -> Self {
        Self { seen: BTreeMap::new(), told: bearer.map(|bearer| (bearer, taken)) }
    }

    /// The directive that bears the number of `directive` already.
    #[must_use]
    pub fn bearer(&self, directive: &Directive) -> Option<&str> {
        if let Some((bearer, taken)) = &self.told {
            let is_taken = taken.is_empty() || taken.contains(&key(directive)?);
            return is_taken.then_some(bearer.as_str());
        }
        self.seen.get(&key(directive)?).map(String::as_str)
    }

    /// Those of `keys` that somebody bears.
    #[must_use]
    pub fn taken(&self, keys: &[String]) -> Vec<String> {
        keys.iter().filter(|key| self.seen.contains_key(*key)).cloned().collect()
    }

    /// Takes note of the numbers `keys` of `path`; the first bearer keeps each. Gives a bearer
    /// there was before.
    pub fn note(&mut self, keys: &[String], path: &str) -> Option<String> {
        let mut before = None;
        for key in keys {
            match self.seen.get(key) {
                Some(bearer) => before = before.or_else(|| Some(bearer.clone())),
                None => _ = self.seen.insert(key.clone(), path.to_owned()),
            }
        }
        before
    }
}

/// The numbers of a directive of which `letters` copies have numbers of their own, behind its own.
#[must_use]
pub fn keys(directive: &Directive, letters: usize) -> Vec<String> {
    let has_general = directive.copies.as_ref().is_none_or(|copies| copies.has_general);
    let last = u32::try_from(letters).unwrap_or(u32::MAX);
    let last = if has_general { last } else { last.saturating_sub(1) };
    let Some(first) = directive.number else { return Vec::new() };
    let numbers = (0..=last).map_while(|count| first.plus(count));
    numbers.filter_map(|number| key_with(directive, number)).collect()
}

/// Issuer, year, number and symbol in one; `None` where issuer, year or number is still open.
#[must_use]
pub fn key(directive: &Directive) -> Option<String> {
    key_with(directive, directive.number?)
}

fn key_with(directive: &Directive, number: DocumentNumber) -> Option<String> {
    let issuer = directive.issuer.as_ref()?;
    let parent = issuer.parent.as_ref().map_or("", |parent| parent.value.as_str());
    let names = format!("{parent}\n{}", issuer.name.value).to_lowercase();
    let symbol = directive.series()?;
    let joint = directive.rules.before_symbol();
    Some(format!("{names}\n{}\n{number}{joint}{symbol}", directive.date.year()?))
}
