//! Known words, told to an author who used another one.

use std::cell::Cell;

use unicode_normalization::UnicodeNormalization;

use crate::diagnostic::Message;

/// What to write instead of `word`: the known one it is near to, or some of all that are known;
/// nothing when nothing is known.
pub(crate) fn suggestion<'a>(
    word: &str,
    known: impl IntoIterator<Item = &'a str, IntoIter: Clone>,
) -> Option<Message> {
    let known = known.into_iter();
    if let Some(nearest) = nearest(word, known.clone()) {
        return Some(Message::new("suggest-nearest").with("nearest", nearest));
    }
    let known = listed(known.take(MOST_LISTED));
    (!known.is_empty()).then(|| Message::new("suggest-known").with("known", known))
}

/// No closed list of the program is longer; of a catalog the first ones are told.
const MOST_LISTED: usize = 60;

/// So many words are compared for one directive: of 5,000 rows 60 wrong names get a suggestion, the
/// others the finding alone. Without a bound, time would grow with the product of both.
const MOST_COMPARED: usize = 300_000;

thread_local! {
    static LEFT: Cell<usize> = const { Cell::new(MOST_COMPARED) };
}

/// Begins another directive, for which words may be compared again.
pub(crate) fn begin() {
    LEFT.set(MOST_COMPARED);
}

/// Whether one more word may be compared.
fn is_left() -> bool {
    LEFT.replace(LEFT.get().saturating_sub(1)) > 0
}

/// The one of `known` nearest to `word`, if it is near enough to be a slip of the hand. Tones,
/// capitals and the way words are joined do not count: `Công văn` is `cong-van`.
pub(crate) fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word = folded(word);
    known
        .into_iter()
        .take_while(|_| is_left())
        .filter_map(|candidate| Some((from_folded(&word, candidate)?, candidate)))
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// How far `other` is from `word`; nothing when it is too far for a slip of the hand.
pub(crate) fn distance(word: &str, other: &str) -> Option<usize> {
    from_folded(&folded(word), other)
}

fn from_folded(word: &str, other: &str) -> Option<usize> {
    let length = word.chars().count();
    let most = (length / 3).max(1);
    let other = folded(other);
    // Each letter that one has more is a slip.
    if other.chars().count().abs_diff(length) > most {
        return None;
    }
    Some(strsim::damerau_levenshtein(word, &other)).filter(|distance| *distance <= most)
}

/// `word` without tones and marks, small, its parts joined by `-`; quotes around it are not its.
pub(crate) fn folded(word: &str) -> String {
    let letters = word.trim_matches(['“', '”', '‘', '’', '"', '\'']).nfd();
    letters
        .filter(|sign| !('\u{300}'..='\u{36f}').contains(sign))
        .flat_map(char::to_lowercase)
        .map(|sign| match sign {
            'đ' => 'd',
            ' ' | '_' => '-',
            sign => sign,
        })
        .collect()
}

/// `a`, `b`, `c`, each in backticks.
pub(crate) fn listed<'a>(words: impl IntoIterator<Item = &'a str>) -> String {
    words.into_iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_is_mended_and_a_stranger_is_not() {
        let known = ["number", "place", "subject"];
        assert_eq!(nearest("numbr", known), Some("number"));
        assert_eq!(nearest("chuong", known), None);
    }

    #[test]
    fn words_beyond_the_bound_are_not_compared_until_the_next_directive() {
        begin();
        let known: Vec<String> = (0..5_000).map(|index| format!("xã số {index}")).collect();
        let found = |word: &str| nearest(word, known.iter().map(String::as_str)).is_some();
        let count = (0..1_000).filter(|_| found("xã sô 17")).count();
        assert_eq!(count, MOST_COMPARED / known.len());
        begin();
        assert!(found("xã sô 17"));
    }

    #[test]
    fn tones_capitals_and_joints_do_not_count() {
        let known = ["cong-van", "to-trinh", "Huyện Nam Sách", "Phường Đông Hải"];
        assert_eq!(nearest("Công văn", known), Some("cong-van"));
        assert_eq!(nearest("“to_trinh”", known), Some("to-trinh"));
        assert_eq!(nearest("huyen nam sach", known), Some("Huyện Nam Sách"));
        assert_eq!(nearest("phuong dong hai", known), Some("Phường Đông Hải"));
    }
}
