//! The names of administrative units, and where they stand in a text.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::OnceLock;

use aho_corasick::{AhoCorasick, MatchKind};

use super::catalog::Unit;

/// Finds the names of many units in one pass; a name within a longer one is not found.
#[derive(Debug, Clone, Default)]
pub struct UnitNames {
    /// The ids of the units of each name.
    ids: BTreeMap<String, Vec<String>>,
    /// Made when first asked: a run in which nothing is checked has no use for it. `None` where
    /// there are no units.
    search: OnceLock<Option<AhoCorasick>>,
}

impl UnitNames {
    /// No units.
    #[must_use]
    pub const fn none() -> Self {
        Self { ids: BTreeMap::new(), search: OnceLock::new() }
    }

    /// The names of `units`, as written and with a capital, as a row of a table begins.
    #[must_use]
    pub(super) fn of(units: &BTreeMap<String, Unit>) -> Self {
        let mut names = Self::none();
        for (id, unit) in units {
            let name = &unit.name.value;
            for name in [name.clone(), with_capital(name)] {
                let ids = names.ids.entry(name).or_default();
                if !ids.contains(id) {
                    ids.push(id.clone());
                }
            }
        }
        names
    }

    fn search(&self) -> Option<&AhoCorasick> {
        let make = || {
            let mut search = AhoCorasick::builder();
            let search = search.match_kind(MatchKind::LeftmostLongest).build(self.ids.keys());
            search.ok().filter(|_| !self.ids.is_empty())
        };
        self.search.get_or_init(make).as_ref()
    }

    /// Every name that stands in `text` as whole words: where, and the ids of its units.
    pub fn find<'a>(&'a self, text: &'a str) -> impl Iterator<Item = (Range<usize>, &'a [String])> {
        let matches = self.search().into_iter().flat_map(move |search| search.find_iter(text));
        matches.filter(move |found| is_whole(text, found.range())).filter_map(move |found| {
            let ids = self.ids.get(&text[found.range()])?;
            Some((found.range(), ids.as_slice()))
        })
    }
}

fn with_capital(name: &str) -> String {
    let mut letters = name.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}

/// Whether the words stand alone: `xã An Lạc`, not `xã An Lạc Đông` nor `xã An Lạcs`.
fn is_whole(text: &str, range: Range<usize>) -> bool {
    let behind = &text[range.end..];
    let goes_on = behind.starts_with(char::is_alphanumeric);
    let next = behind.strip_prefix([' ', '\u{a0}']).and_then(|rest| rest.chars().next());
    !goes_on
        && !next.is_some_and(char::is_uppercase)
        && !text[..range.start].ends_with(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::text::Text;
    use crate::source::{Sources, Span};

    #[test]
    fn names_are_found_as_whole_words_the_longest_first() {
        let source = Sources::default().add("a", "");
        let unit = |name: &str| Unit {
            name: Text { value: name.to_owned(), span: Span::new(source, 0..0) },
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
        let text = "Xã An Lạc, xã An Lạc Đông, xã An Lạc Tây, xã An Lạc và xã";
        let found: Vec<_> =
            names.find(text).map(|(range, ids)| (&text[range], ids.join(" "))).collect();
        let expected = [
            ("Xã An Lạc", "a c".to_owned()),
            ("xã An Lạc Đông", "b".to_owned()),
            ("xã An Lạc", "a c".to_owned()),
        ];
        assert_eq!(found, expected);
        assert_eq!(UnitNames::none().find(text).count(), 0);
    }
}
