//! Many names, and where they stand in a text.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use crate::characters::is_alphanumeric;

/// How many bits tell of first words.
const BITS: u32 = 2_048;

/// Finds names in one pass over a text. A list in order is asked, and no automaton, which takes
/// longer to make for thousands of names than a run has use for it.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Names<T> {
    /// In the order of their bytes, each once.
    list: Vec<Name<T>>,
    /// For each word that a name begins with, the bit of its hash; empty where a name begins with
    /// no letter and no digit.
    first: Vec<u64>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
struct Name<T> {
    words: String,
    of: T,
    /// The longest other name that this one begins with.
    shorter: Option<usize>,
}

/// Where the words of a text begin, and their hashes: found once, many lists are looked for.
#[derive(Debug)]
pub struct WordStarts(Vec<(usize, u32)>);

impl WordStarts {
    /// Those of `text`: words are runs of letters and digits.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let mut starts = Vec::with_capacity(text.len() / 5);
        let mut at = 0;
        while let Some(skipped) = text[at..].find(is_alphanumeric) {
            let start = at + skipped;
            let word = first_word(&text[start..]);
            starts.push((start, hash(word)));
            at = start + word.len();
        }
        Self(starts)
    }
}

impl<T> Names<T> {
    /// These names; of two that are the same the first counts, and an empty one is none.
    #[must_use]
    pub fn new(mut names: Vec<(String, T)>) -> Self {
        names.retain(|(words, _)| !words.is_empty());
        names.sort_by(|a, b| a.0.cmp(&b.0));
        names.dedup_by(|later, first| later.0 == first.0);
        let first = first_words(&names);
        let mut list: Vec<Name<T>> = Vec::with_capacity(names.len());
        for (words, of) in names {
            // In this order, what a name begins with stands right before it, or is that of it.
            let mut shorter = list.len().checked_sub(1);
            while let Some(at) = shorter.filter(|at| !words.starts_with(&list[*at].words)) {
                shorter = list[at].shorter;
            }
            list.push(Name { words, of, shorter });
        }
        Self { list, first }
    }

    /// Every name that stands in `text` as whole words. From left to right, at each word the
    /// longest name that the text goes on with is taken, and what is behind it is looked at next;
    /// one that ends within a word is taken, but not given.
    pub fn find<'a>(&'a self, text: &'a str) -> impl Iterator<Item = (Range<usize>, &'a T)> {
        let starts = WordStarts::of(text);
        let mut index = 0;
        self.found(text, move |at| self.next_start(text, &starts, &mut index, at))
    }

    /// As [`find`](Self::find), in a text whose words begin at `starts`.
    pub fn find_in<'a>(
        &'a self,
        text: &'a str,
        starts: &'a WordStarts,
    ) -> impl Iterator<Item = (Range<usize>, &'a T)> {
        let mut index = 0;
        self.found(text, move |at| self.next_start(text, starts, &mut index, at))
    }

    /// The names at the places that `next` gives, each at or behind the byte it is asked for.
    fn found<'a>(
        &'a self,
        text: &'a str,
        mut next: impl FnMut(usize) -> Option<usize> + 'a,
    ) -> impl Iterator<Item = (Range<usize>, &'a T)> {
        let mut at = 0;
        std::iter::from_fn(move || {
            while let Some(start) = next(at) {
                at = start + 1;
                let Some(name) = self.longest(&text[start..]) else { continue };
                at = start + name.words.len();
                if !text[at..].starts_with(is_alphanumeric) {
                    return Some((start..at, &name.of));
                }
            }
            None
        })
    }

    /// The next place, at byte `at` or behind it, at which a name may begin. `index` counts the
    /// words that were passed.
    fn next_start(
        &self,
        text: &str,
        starts: &WordStarts,
        index: &mut usize,
        mut at: usize,
    ) -> Option<usize> {
        if self.first.is_empty() {
            // Names that begin with other signs may stand anywhere but within a word.
            while at < text.len() && (!text.is_char_boundary(at) || is_within_word(text, at)) {
                at += 1;
            }
            return (at < text.len()).then_some(at);
        }
        while let Some((start, hash)) = starts.0.get(*index) {
            *index += 1;
            let (slot, bit) = place(*hash);
            if *start >= at && self.first[slot] & bit != 0 {
                return Some(*start);
            }
        }
        None
    }

    /// The longest name that `text` begins with.
    fn longest(&self, text: &str) -> Option<&Name<T>> {
        // All of them are the last name that is not behind the text, or what it begins with.
        let behind = self.list.partition_point(|name| name.words.as_str() <= text);
        let mut name = self.list.get(behind.checked_sub(1)?)?;
        let pairs = name.words.bytes().zip(text.bytes());
        let same = pairs.take_while(|(of_name, of_text)| of_name == of_text).count();
        while name.words.len() > same {
            name = &self.list[name.shorter?];
        }
        Some(name)
    }
}

/// Whether a letter or digit stands right before byte `at` of `text`.
fn is_within_word(text: &str, at: usize) -> bool {
    text[..at].ends_with(is_alphanumeric)
}

/// The bits of the words that names begin with: see [`Names::first`].
fn first_words<T>(names: &[(String, T)]) -> Vec<u64> {
    let mut bits = vec![0; (BITS / u64::BITS) as usize];
    for (words, _) in names {
        let word = first_word(words);
        if word.is_empty() {
            return Vec::new();
        }
        let (index, bit) = place(hash(word));
        bits[index] |= bit;
    }
    bits
}

/// FNV-1a, which is short for short words.
pub(crate) fn hash(word: &str) -> u32 {
    word.bytes()
        .fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

/// Where the bit of a word with this hash is.
fn place(hash: u32) -> (usize, u64) {
    let at = hash % BITS;
    ((at / u64::BITS) as usize, 1 << (at % u64::BITS))
}

/// The letters and digits that `text` begins with.
fn first_word(text: &str) -> &str {
    let end = text.find(|sign: char| !is_alphanumeric(sign)).unwrap_or(text.len());
    &text[..end]
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// What [`Names::find`] says it does, and no more.
    fn naive(names: &[String], text: &str) -> Vec<Range<usize>> {
        let mut found = Vec::new();
        let mut at = 0;
        while let Some(letter) = text[at..].chars().next() {
            let begins = !text[..at].ends_with(char::is_alphanumeric);
            let here = names.iter().filter(|name| begins && text[at..].starts_with(name.as_str()));
            let Some(length) = here.map(String::len).filter(|length| *length > 0).max() else {
                at += letter.len_utf8();
                continue;
            };
            if !text[at + length..].starts_with(char::is_alphanumeric) {
                found.push(at..at + length);
            }
            at += length;
        }
        found
    }

    fn words(most: usize) -> impl Strategy<Value = String> {
        let letters = prop::sample::select(vec!["a", "b", "ã", "X", " ", " ", "-", "\u{a0}", "1"]);
        prop::collection::vec(letters, 0..most).prop_map(|letters| letters.concat())
    }

    proptest! {
        #[test]
        fn what_is_found_is_what_a_search_for_each_name_finds(
            names in prop::collection::vec(words(6), 0..12),
            text in words(60),
        ) {
            let all = Names::new(names.iter().map(|name| (name.clone(), name.clone())).collect());
            let found: Vec<_> = all.find(&text).collect();
            let starts = WordStarts::of(&text);
            prop_assert!(all.find_in(&text, &starts).eq(all.find(&text)));
            prop_assert!(found.iter().all(|(range, name)| text[range.clone()] == **name));
            let found: Vec<_> = found.into_iter().map(|(range, _)| range).collect();
            prop_assert_eq!(found, naive(&names, &text));
        }
    }

    #[test]
    fn a_name_hides_no_other_that_begins_where_it_is_no_name() {
        let names = Names::new(vec![("a xã".to_owned(), 1), ("xã An Lạc".to_owned(), 2)]);
        let text = "Ba xã An Lạc";
        let found: Vec<_> = names.find(text).map(|(range, of)| (&text[range], *of)).collect();
        assert_eq!(found, [("xã An Lạc", 2)]);
    }
}
