//! Which spaces of running text become no-break spaces (U+00A0).
//!
//! Nothing else in the text changes, so its number of characters stays the same.

use std::cell::OnceCell;

use super::word_groups::{
    ABBREVIATIONS, LABELS, LABELS_OF_NUMBERS, MULTIPLIERS, ORDINALS, PERSONS, PLACES, TIMES, UNITS,
};

/// The no-break space.
pub(super) const NBSP: char = '\u{a0}';

/// The longest group of words joined by no-break spaces, in characters: lines must be able to
/// break, and justified lines must not get wide gaps.
pub(super) const LONGEST: usize = 22;

/// The longest label with its number, in characters. A symbol may be as long as this.
const LONGEST_PAIR: usize = 30;

/// How strongly two neighbouring words belong together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Bond {
    /// Joined by a no-break space only where the group stays short.
    Weak,
    /// Always joined.
    Strong,
}

/// A word of a text, with the forms in which it is looked up in word lists.
pub(super) struct Word<'a> {
    /// As written.
    pub(super) text: &'a str,
    /// Without quotes and brackets before it.
    inner: &'a str,
    /// Whether it can never be joined to another plain word.
    is_plain: bool,
    small: OnceCell<String>,
}

impl<'a> Word<'a> {
    /// The words of a text, split at ordinary spaces.
    pub(super) fn all(text: &'a str) -> Vec<Self> {
        text.split(' ').map(Self::new).collect()
    }

    fn new(text: &'a str) -> Self {
        let inner = text.trim_start_matches(['(', '[', '“', '"', '‘', '\'']);
        Self { text, inner, is_plain: is_plain(text), small: OnceCell::new() }
    }

    /// Without quotes and brackets before it, in lower case.
    pub(super) fn opened(&self) -> &str {
        self.small.get_or_init(|| self.inner.to_lowercase())
    }

    /// The word without punctuation around it, in lower case.
    pub(super) fn bare(&self) -> &str {
        self.opened().trim_end_matches(MARKS_BEHIND)
    }

    fn is_one_of(&self, list: &[&str]) -> bool {
        may_be_in(list, self.inner) && list.contains(&self.opened())
    }

    fn is_bare_one_of(&self, list: &[&str]) -> bool {
        may_be_in(list, self.inner.trim_end_matches(MARKS_BEHIND)) && list.contains(&self.bare())
    }

    /// Anything that begins with a digit: `5`, `(17.060`, `08/12/2022`, `28-NQ/TW`.
    pub(super) fn is_number(&self) -> bool {
        self.inner.starts_with(|sign: char| sign.is_ascii_digit())
    }

    /// An amount, which may have a unit: `5`, `1,92`, `15-20`, `(17.060`.
    fn is_amount(&self) -> bool {
        let inner = self.inner.trim_end_matches(')');
        self.is_number()
            && inner.ends_with(|sign: char| sign.is_ascii_digit())
            && inner.chars().all(|sign| sign.is_ascii_digit() || ".,-–".contains(sign))
    }

    /// A letter that counts: `a`, `đ)`, `B`; not the words `ở` and `ý`.
    fn is_letter(&self) -> bool {
        let mut signs = self.inner.trim_end_matches(MARKS_BEHIND).chars();
        let first = signs.next();
        signs.next().is_none()
            && first.is_some_and(|sign| sign.is_ascii_alphabetic() || ['đ', 'Đ'].contains(&sign))
    }

    fn is_unit(&self) -> bool {
        UNITS.contains(self.bare())
    }
}

/// Whether a word is empty, or has two or more lower-case letters and is no number word.
fn is_plain(text: &str) -> bool {
    let is_small =
        |sign: char| sign.is_ascii_lowercase() || !sign.is_ascii() && sign.is_lowercase();
    let is_letter = || text.chars().nth(1).is_none();
    let counts = || text == "thứ" || may_be_in(MULTIPLIERS, text) && MULTIPLIERS.contains(&text);
    text.is_empty() || text.chars().all(is_small) && !is_letter() && !counts()
}

/// Whether a word in any case may be in a list of lower-case words, by length and first byte:
/// a cheap test that rules out most words.
fn may_be_in(list: &[&str], word: &str) -> bool {
    let Some(first) = word.bytes().next() else { return false };
    let first = first.to_ascii_lowercase();
    list.iter().any(|entry| entry.len() == word.len() && entry.bytes().next() == Some(first))
}

const MARKS_BEHIND: [char; 13] = ['.', ',', ';', ':', ')', ']', '”', '"', '’', '\'', '…', '!', '?'];

/// The text of a paragraph with its no-break spaces.
pub(super) fn running(text: &str) -> String {
    if !text.contains(' ') {
        return text.to_owned();
    }
    let words = Word::all(text);
    let bonds: Vec<Option<Bond>> = (1..words.len()).map(|next| bond(&words, next)).collect();
    joined(&words, &bonds, LONGEST)
}

/// The words joined by ordinary or no-break spaces, as `bonds` ask for; no group is longer than
/// `longest` characters.
pub(super) fn joined(words: &[Word<'_>], bonds: &[Option<Bond>], longest: usize) -> String {
    let held = held(words, bonds, longest);
    let mut text = words.first().map_or("", |word| word.text).to_owned();
    for (word, is_held) in words.iter().skip(1).zip(held) {
        text.push(if is_held { NBSP } else { ' ' });
        text.push_str(word.text);
    }
    text
}

/// Which gaps get a no-break space: strong bonds first, then weak ones from left to right, as
/// long as groups stay short.
fn held(words: &[Word<'_>], bonds: &[Option<Bond>], longest: usize) -> Vec<bool> {
    let mut held = vec![false; bonds.len()];
    for (kind, most) in [(Bond::Strong, LONGEST_PAIR), (Bond::Weak, longest)] {
        for gap in (0..bonds.len()).filter(|gap| bonds[*gap] == Some(kind)) {
            let first = (0..gap).rev().take_while(|gap| held[*gap]).last().unwrap_or(gap);
            let last = (gap + 1..held.len()).take_while(|gap| held[*gap]).last().unwrap_or(gap);
            let length: usize =
                words[first..=last + 1].iter().map(|word| word.text.chars().count() + 1).sum();
            held[gap] = length - 1 <= most;
        }
    }
    held
}

/// The bond between `words[next]` and the word before it.
pub(super) fn bond(words: &[Word<'_>], next: usize) -> Option<Bond> {
    let (word, following) = (&words[next - 1], &words[next]);
    if word.text.is_empty() || following.text.is_empty() {
        return None;
    }
    let nothing = Word::new("");
    let before = next.checked_sub(2).map_or(&nothing, |at| &words[at]);
    let after = words.get(next + 1).unwrap_or(&nothing);
    if [before, word, following, after].iter().all(|word| word.is_plain) {
        return None;
    }
    bond_between(before, word, following, after)
}

/// The same without the shortcut for plain words.
fn bond_between(
    before: &Word<'_>,
    word: &Word<'_>,
    following: &Word<'_>,
    after: &Word<'_>,
) -> Option<Bond> {
    if is_mark(following.text) || is_opening(word.text) {
        return Some(Bond::Strong);
    }
    if is_label(before, word, following) {
        return Some(Bond::Strong);
    }
    let is_weak = is_dash(following.text)
        || is_dash(word.text) && before.is_number() && following.is_number()
        || is_counted(before, word, following, after)
        || is_counted_on(before, word, following, after)
        || is_labelled_label(word, following, after)
        || is_title(word, following);
    is_weak.then_some(Bond::Weak)
}

/// Whether a list has the two words as one entry.
fn has_pair(list: &[&str], first: &str, second: &str) -> bool {
    list.iter().any(|entry| entry.split_once(' ') == Some((first, second)))
}

/// `số 28-NQ/TW`, `từ 01/01`, `Điều 5`, `điểm đ`, `quý IV`, `lần thứ bảy`, `giai đoạn 2021-2025`.
fn is_label(before: &Word<'_>, word: &Word<'_>, following: &Word<'_>) -> bool {
    let text = following.text;
    if word.is_one_of(&["thứ"]) {
        return following.is_number() || following.is_bare_one_of(ORDINALS);
    }
    let (is_count, is_open) = (following.is_number() || is_roman(text), is_open(text));
    // Few words count: the lists are looked through for those alone.
    if !(is_count || is_open || following.is_letter() || text.contains('/')) {
        return false;
    }
    if word.opened().trim_end_matches(':') == "số" {
        return following.is_number() || is_open || text.contains('/');
    }
    if word.is_one_of(&["từ", "đến"]) {
        return following.is_number();
    }
    if word.is_one_of(TIMES) || word.is_one_of(LABELS_OF_NUMBERS) {
        return is_count || is_open;
    }
    // `lục` of `Phụ lục`, `đoạn` of `giai đoạn`.
    (is_count || following.is_letter())
        && (word.is_one_of(LABELS) || has_pair(LABELS, before.opened(), word.opened()))
}

/// `18.304 người`, `92 %`, `5 năm`; but not `5 năm` of `tháng 5 năm 2024`.
fn is_counted(before: &Word<'_>, word: &Word<'_>, following: &Word<'_>, after: &Word<'_>) -> bool {
    let is_date =
        || following.is_bare_one_of(TIMES) && after.is_number() && before.is_one_of(TIMES);
    word.is_amount()
        && !is_date()
        && (following.is_bare_one_of(MULTIPLIERS)
            || following.is_unit()
            || is_pair(following, after))
}

/// `10 triệu đồng`, `12 lao động`: the further words of a unit behind an amount.
fn is_counted_on(
    before: &Word<'_>,
    word: &Word<'_>,
    following: &Word<'_>,
    after: &Word<'_>,
) -> bool {
    before.is_amount() && is_pair(word, following)
        || word.is_bare_one_of(MULTIPLIERS)
            && (before.is_amount() || before.is_bare_one_of(MULTIPLIERS))
            && (following.is_bare_one_of(MULTIPLIERS)
                || following.is_unit()
                || is_pair(following, after))
}

/// Whether both words together are a unit.
fn is_pair(word: &Word<'_>, following: &Word<'_>) -> bool {
    UNITS.contains(format!("{} {}", word.opened(), following.bare()).as_str())
}

/// `Phụ lục` before its number, `giai đoạn` before its years, `lần` before `thứ`;
/// `đến` behind a number.
fn is_labelled_label(word: &Word<'_>, following: &Word<'_>, after: &Word<'_>) -> bool {
    let is_pair = (after.is_number() || is_roman(after.text))
        && has_pair(LABELS, word.opened(), following.opened());
    let is_ordinal = following.is_one_of(&["thứ"]) && word.is_one_of(&["lần", "kỳ", "khóa"]);
    let is_range = word.is_number() && after.is_number() && following.opened() == "đến";
    is_pair || is_ordinal || is_range
}

/// `TP. Hải Dương`, `đ/c Minh`, `ông Nguyễn`, `V. A.`: a title and the first word of the name.
fn is_title(word: &Word<'_>, following: &Word<'_>) -> bool {
    let starts_upper = following.text.chars().next().is_some_and(char::is_uppercase);
    let is_initial = || {
        word.text.ends_with('.')
            && word.text.chars().count() == 2
            && word.text.chars().all(|c| c == '.' || c.is_uppercase())
    };
    starts_upper && (word.is_one_of(ABBREVIATIONS) || word.is_one_of(PERSONS) || is_initial())
        || following.is_number() && word.is_one_of(PLACES)
}

/// Punctuation on its own, which belongs to the word before it: `./.`, `;`, `…`.
pub(super) fn is_mark(word: &str) -> bool {
    word.chars().all(|sign| ".,;:!?…)”’]/".contains(sign))
}

fn is_opening(word: &str) -> bool {
    word.chars().all(|sign| "([“‘".contains(sign))
}

pub(super) fn is_dash(word: &str) -> bool {
    ["-", "–", "—"].contains(&word)
}

/// A placeholder: `…`, `....`.
fn is_open(word: &str) -> bool {
    word.starts_with('…') || word.starts_with("..")
}

/// `IV`, `XII,`.
fn is_roman(word: &str) -> bool {
    let word = word.trim_start_matches(['(', '“', '"']);
    let word = word.trim_end_matches(['.', ',', ';', ':', ')', '”', '"']);
    !word.is_empty() && word.chars().all(|sign| "IVXLC".contains(sign))
}

#[cfg(test)]
mod tests;
