//! Known words, told to an author who used another one.

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

/// A longer list helps nobody.
const MOST_LISTED: usize = 24;

/// The one of `known` nearest to `word`, if it is near enough to be a slip of the hand. Tones,
/// capitals and the way words are joined do not count: `Công văn` is `cong-van`.
pub(crate) fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word = folded(word);
    let most = (word.chars().count() / 3).max(1);
    known
        .into_iter()
        .map(|candidate| (strsim::damerau_levenshtein(&word, &folded(candidate)), candidate))
        .filter(|(distance, _)| *distance <= most)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
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
    fn tones_capitals_and_joints_do_not_count() {
        let known = ["cong-van", "to-trinh", "Huyện Nam Sách", "Phường Đông Hải"];
        assert_eq!(nearest("Công văn", known), Some("cong-van"));
        assert_eq!(nearest("“to_trinh”", known), Some("to-trinh"));
        assert_eq!(nearest("huyen nam sach", known), Some("Huyện Nam Sách"));
        assert_eq!(nearest("phuong dong hai", known), Some("Phường Đông Hải"));
    }
}
