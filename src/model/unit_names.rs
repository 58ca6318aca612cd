//! The names of administrative units, and where they stand in a text.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::catalog::Unit;
use super::names::{Names, WordStarts};

/// Finds the names of many units in one pass; a name within a longer one is not found.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct UnitNames {
    /// With the places in `ids` of the units of each name.
    names: Names<Range<usize>>,
    /// Those of one name side by side.
    ids: Vec<String>,
}

impl UnitNames {
    /// The names of `units`, as written and with a capital, as a row of a table begins.
    #[must_use]
    pub(super) fn of(units: &BTreeMap<String, Unit>) -> Self {
        let written = units.iter().map(|(id, unit)| (Cow::from(unit.name.value.as_str()), id));
        let with_capital = units.iter().map(|(id, unit)| (with_capital(&unit.name.value), id));
        let mut all: Vec<(Cow<'_, str>, &String)> = written.chain(with_capital).collect();
        all.sort_unstable();
        all.dedup();
        let mut names: Vec<(String, Range<usize>)> = Vec::with_capacity(all.len());
        let mut ids = Vec::with_capacity(all.len());
        for (name, id) in all {
            match names.last_mut().filter(|last| last.0 == name) {
                Some((_, places)) => places.end += 1,
                None => names.push((name.into_owned(), ids.len()..ids.len() + 1)),
            }
            ids.push(id.clone());
        }
        Self { names: Names::new(names), ids }
    }

    /// Every name that stands in `text`, whose words begin at `starts`, as whole words: where, and
    /// the ids of its units.
    pub fn find_in<'a>(
        &'a self,
        text: &'a str,
        starts: &'a WordStarts,
    ) -> impl Iterator<Item = (Range<usize>, &'a [String])> {
        let found = self.names.find_in(text, starts);
        let found = found.filter(|(range, _)| is_whole(text, range.end));
        found.map(|(range, places)| (range, self.ids.get(places.clone()).unwrap_or_default()))
    }
}

fn with_capital(name: &str) -> Cow<'_, str> {
    let mut letters = name.chars();
    match letters.next().filter(|first| !first.is_uppercase()) {
        Some(first) => Cow::from(first.to_uppercase().to_string() + letters.as_str()),
        None => Cow::from(name),
    }
}

/// Whether the name goes no further: `xã An Lạc`, not `xã An Lạc Đông`.
fn is_whole(text: &str, end: usize) -> bool {
    let next = text[end..].strip_prefix([' ', '\u{a0}']).and_then(|rest| rest.chars().next());
    !next.is_some_and(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::text::Text;
    use crate::source::Sources;
    use crate::span::Span;

    #[test]
    fn names_are_found_as_whole_words_the_longest_first() {
        let source = Sources::default().add("a", "");
        let unit = |name: &str| Unit {
            name: Text::new(name, Span::new(source, 0..0)),
            code: None,
            parent: None,
            from: None,
            until: None,
            successor: None,
        };
        let units: BTreeMap<String, Unit> =
            [("a", "xã An Lạc"), ("b", "xã An Lạc Đông"), ("c", "xã An Lạc")]
                .map(|(id, name)| (id.to_owned(), unit(name)))
                .into();
        let names = UnitNames::of(&units);
        let text =
            "Xã An Lạc, xã An Lạc Đông, xã An Lạc Tây, xã An Lạcs, uxã An Lạc, xã An Lạc và xã";
        let starts = WordStarts::of(text);
        let found: Vec<_> = names
            .find_in(text, &starts)
            .map(|(range, ids)| (&text[range], ids.join(" ")))
            .collect();
        let expected = [
            ("Xã An Lạc", "a c".to_owned()),
            ("xã An Lạc Đông", "b".to_owned()),
            ("xã An Lạc", "a c".to_owned()),
        ];
        assert_eq!(found, expected);
        assert_eq!(UnitNames::of(&BTreeMap::new()).find_in(text, &starts).count(), 0);
    }
}
