//! Syllables whose letters stand apart: `n gười`, `ngườ i`, `cơ qua n`.

use super::{Found, LONGEST_ONSET, Word, is_syllable};
use crate::model::syllable::INITIALS;

/// `cơ qua n`, `cá c xã`: letters at the end of a syllable that stand apart.
pub(super) fn broken_coda(
    text: &str,
    (start, word): Word<'_>,
    previous: Option<Word<'_>>,
) -> Option<Found> {
    const CODAS: [&str; 9] = ["c", "n", "t", "p", "m", "g", "h", "ng", "nh"];
    const LABELLED: [&str; 17] = [
        "số", "lô", "cỡ", "giá", "ô", "dãy", "nhà", "tầng", "bờ", "hệ", "bảng", "hàm", "ý", "câu",
        "đoạn", "tờ", "a",
    ];
    let (at, before) = previous?;
    let is_label = NAMED.contains(&before.to_lowercase().as_str())
        || LABELLED.contains(&before.to_lowercase().as_str());
    let is_apart = &text[at + before.len()..start] == " " && is_syllable(&before.to_lowercase());
    let ends = text[start + word.len()..].chars().next();
    let is_word = ends.is_none_or(|sign| sign == ' ' || ",.;:)".contains(sign));
    if !CODAS.contains(&word)
        || is_label
        || !is_apart
        || !is_word
        || before.is_ascii() && before.len() < 3
    {
        return None;
    }
    let whole = format!("{before}{word}");
    is_syllable(&whole.to_lowercase())
        .then(|| Found { range: at..start + word.len(), right: Some(whole) })
}

/// Nouns that a letter behind them labels: `điểm c`, `lớp h`.
const NAMED: [&str; 22] = [
    "điểm", "khoản", "tiết", "mục", "lớp", "nhóm", "loại", "lục", "tổ", "khối", "biểu", "mẫu",
    "dòng", "cột", "hạng", "bậc", "chữ", "hiệu", "phương", "án", "đội", "khu",
];

/// `ngườ i`: no syllable alone, but one together with the next word.
pub(super) fn joined(text: &str, (start, word): Word<'_>, (at, next): Word<'_>) -> Option<Found> {
    let whole = format!("{word}{next}");
    let is_meant = &text[start + word.len()..at] == " " && is_syllable(&whole);
    is_meant.then(|| Found { range: start..at + next.len(), right: Some(whole) })
}

/// `n gười`: an onset alone before a rime or a syllable.
pub(super) fn broken_onset(
    text: &str,
    (start, word): Word<'_>,
    previous: Option<Word<'_>>,
    next: Option<Word<'_>>,
) -> Option<Found> {
    let is_onset = word.len() <= LONGEST_ONSET
        && INITIALS.contains(&word)
        && !"i u o".contains(word)
        && word != "gi";
    let (at, behind) = next.filter(|_| is_onset)?;
    let before = text[..start].trim_end();
    let is_label = previous.is_some_and(|(_, word)| NAMED.contains(&word.to_lowercase().as_str()))
        || before.ends_with(|sign: char| sign.is_ascii_digit() || "/-(,.;&".contains(sign))
        || before.is_empty();
    if is_label || behind.is_ascii() || !behind.chars().all(char::is_lowercase) {
        return None;
    }
    joined(text, (start, word), (at, behind))
}
