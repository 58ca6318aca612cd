//! Which spaces of a text no line may end at: they are printed as U+00A0.
//!
//! Nothing else changes: with U+00A0 read as a space, the text is what it was.

use super::word_groups::{
    ABBREVIATIONS, LABELS, LABELS_OF_NUMBERS, MULTIPLIERS, ORDINALS, PERSONS, PLACES, TIMES, UNITS,
};

/// The space no line ends at.
pub(super) const HELD: char = '\u{a0}';

/// What belongs together is not held together beyond so many characters: lines must be able to
/// break, and justified ones to do so without wide gaps.
pub(super) const LONGEST: usize = 22;

/// A label and its number, which no line may part: a symbol may be as long as this.
const LONGEST_PAIR: usize = 30;

/// How much two words belong together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Bond {
    /// A line may end between them, if both do not fit into one short group.
    Weak,
    /// No line may end between them.
    Strong,
}

/// The text with the spaces held that running text wants held.
pub(super) fn running(text: &str) -> String {
    if !text.contains(' ') {
        return text.to_owned();
    }
    let words: Vec<&str> = text.split(' ').collect();
    let bonds: Vec<Option<Bond>> = (1..words.len()).map(|next| bond(&words, next)).collect();
    joined(&words, &bonds, LONGEST)
}

/// The words with a space or a held one between them.
pub(super) fn joined(words: &[&str], bonds: &[Option<Bond>], longest: usize) -> String {
    let held = held(words, bonds, longest);
    let mut text = words.first().copied().unwrap_or_default().to_owned();
    for (word, is_held) in words.iter().skip(1).zip(held) {
        text.push(if is_held { HELD } else { ' ' });
        text.push_str(word);
    }
    text
}

/// Strong bonds first, then weak ones from left to right, as far as groups stay short.
fn held(words: &[&str], bonds: &[Option<Bond>], longest: usize) -> Vec<bool> {
    let mut held = vec![false; bonds.len()];
    for (kind, most) in [(Bond::Strong, LONGEST_PAIR), (Bond::Weak, longest)] {
        for gap in (0..bonds.len()).filter(|gap| bonds[*gap] == Some(kind)) {
            let first = (0..gap).rev().take_while(|gap| held[*gap]).last().unwrap_or(gap);
            let last = (gap + 1..held.len()).take_while(|gap| held[*gap]).last().unwrap_or(gap);
            let length: usize =
                words[first..=last + 1].iter().map(|word| word.chars().count() + 1).sum();
            held[gap] = length - 1 <= most;
        }
    }
    held
}

/// What holds `words[next]` to the word before it.
pub(super) fn bond(words: &[&str], next: usize) -> Option<Bond> {
    let (word, following) = (words[next - 1], words[next]);
    if word.is_empty() || following.is_empty() {
        return None;
    }
    if is_mark(following) || is_opening(word) {
        return Some(Bond::Strong);
    }
    let before = next.checked_sub(2).map_or("", |at| words[at]);
    let after = words.get(next + 1).copied().unwrap_or("");
    if is_label(before, word, following) {
        return Some(Bond::Strong);
    }
    let is_weak = is_dash(following)
        || is_dash(word) && is_number(before) && is_number(following)
        || is_counted(before, word, following, after)
        || is_counted_on(before, word, following, after)
        || is_labelled_label(word, following, after)
        || is_title(word, following);
    is_weak.then_some(Bond::Weak)
}

/// The word without quotes and brackets before it, in small letters.
pub(super) fn opened(word: &str) -> String {
    word.trim_start_matches(['(', '[', '“', '"', '‘', '\'']).to_lowercase()
}

/// The word without punctuation around it, in small letters.
pub(super) fn bare(word: &str) -> String {
    opened(word)
        .trim_end_matches(['.', ',', ';', ':', ')', ']', '”', '"', '’', '\'', '…', '!', '?'])
        .to_owned()
}

/// `số 28-NQ/TW`, `từ 01/01`, `Điều 5`, `điểm đ`, `quý IV`, `lần thứ bảy`, `giai đoạn 2021-2025`.
fn is_label(before: &str, word: &str, following: &str) -> bool {
    let label = opened(word);
    if label.trim_end_matches(':') == "số" {
        return is_number(following) || is_open(following) || following.contains('/');
    }
    if ["từ", "đến"].contains(&label.as_str()) {
        return is_number(following);
    }
    if label == "thứ" {
        return is_number(following) || ORDINALS.contains(&bare(following).as_str());
    }
    if TIMES.contains(&label.as_str()) || LABELS_OF_NUMBERS.contains(&label.as_str()) {
        return is_number(following) || is_open(following) || is_roman(following);
    }
    // `lục` of `Phụ lục`, `đoạn` of `giai đoạn`.
    let pair = format!("{} {label}", opened(before));
    (LABELS.contains(&label.as_str()) || LABELS.contains(&pair.as_str()))
        && (is_number(following) || is_roman(following) || is_letter(following))
}

/// `18.304 người`, `92 %`, `5 năm`; but not `5 năm` of `tháng 5 năm 2024`.
fn is_counted(before: &str, word: &str, following: &str, after: &str) -> bool {
    let unit = bare(following);
    let is_date = TIMES.contains(&unit.as_str())
        && is_number(after)
        && TIMES.contains(&opened(before).as_str());
    is_amount(word)
        && !is_date
        && (is_multiplier(&unit) || is_unit(&unit) || is_pair(following, after))
}

/// `10 triệu đồng`, `12 lao động`: what goes on behind an amount.
fn is_counted_on(before: &str, word: &str, following: &str, after: &str) -> bool {
    let (first, unit) = (bare(word), bare(following));
    is_amount(before) && is_pair(word, following)
        || (is_amount(before) || is_multiplier(&bare(before)))
            && is_multiplier(&first)
            && (is_multiplier(&unit) || is_unit(&unit) || is_pair(following, after))
}

fn is_unit(word: &str) -> bool {
    UNITS.contains(&word)
}

/// Whether both words together are a unit.
fn is_pair(word: &str, following: &str) -> bool {
    UNITS.contains(&format!("{} {}", opened(word), bare(following)).as_str())
}

fn is_multiplier(word: &str) -> bool {
    MULTIPLIERS.contains(&word)
}

/// `Phụ lục` before its number, `giai đoạn` before its years, `lần` before `thứ`;
/// `đến` behind a number.
fn is_labelled_label(word: &str, following: &str, after: &str) -> bool {
    let (word_, label) = (opened(word), opened(following));
    let pair = format!("{word_} {label}");
    let is_pair = LABELS.contains(&pair.as_str()) && (is_number(after) || is_roman(after));
    let is_ordinal = label == "thứ" && ["lần", "kỳ", "khóa"].contains(&word_.as_str());
    let is_range = is_number(word) && label == "đến" && is_number(after);
    is_pair || is_ordinal || is_range
}

/// `TP. Hải Dương`, `đ/c Minh`, `ông Nguyễn`, `V. A.`: the first word of the name is held.
fn is_title(word: &str, following: &str) -> bool {
    let starts_upper = following.chars().next().is_some_and(char::is_uppercase);
    let is_initial = word.ends_with('.')
        && word.chars().count() == 2
        && word.chars().all(|c| c == '.' || c.is_uppercase());
    let title = opened(word);
    let is_abbreviation = ABBREVIATIONS.contains(&title.as_str());
    let is_place = PLACES.contains(&title.as_str()) && is_number(following);
    starts_upper && (is_initial || is_abbreviation || PERSONS.contains(&title.as_str())) || is_place
}

/// Marks alone belong to what is before them: `./.`, `;`, `…`.
fn is_mark(word: &str) -> bool {
    word.chars().all(|sign| ".,;:!?…)”’]/".contains(sign))
}

fn is_opening(word: &str) -> bool {
    word.chars().all(|sign| "([“‘".contains(sign))
}

pub(super) fn is_dash(word: &str) -> bool {
    ["-", "–", "—"].contains(&word)
}

/// Anything that begins with a digit: `5`, `(17.060`, `08/12/2022`, `28-NQ/TW`.
pub(super) fn is_number(word: &str) -> bool {
    opened(word).starts_with(|sign: char| sign.is_ascii_digit())
}

/// An amount, which may have a unit: `5`, `1,92`, `15-20`, `(17.060`.
fn is_amount(word: &str) -> bool {
    let word = opened(word);
    let inner = word.trim_end_matches(')');
    is_number(inner)
        && inner.ends_with(|sign: char| sign.is_ascii_digit())
        && inner.chars().all(|sign| sign.is_ascii_digit() || ".,-–".contains(sign))
}

/// Room that is still open: `…`, `....`.
fn is_open(word: &str) -> bool {
    word.starts_with('…') || word.starts_with("..")
}

/// `IV`, `XII,`.
fn is_roman(word: &str) -> bool {
    let word = word.trim_start_matches(['(', '“', '"']);
    let word = word.trim_end_matches(['.', ',', ';', ':', ')', '”', '"']);
    !word.is_empty() && word.chars().all(|sign| "IVXLC".contains(sign))
}

/// A letter that counts: `a`, `đ)`, `B`; not the words `ở` and `ý`.
fn is_letter(word: &str) -> bool {
    let word = bare(word);
    let mut signs = word.chars();
    let first = signs.next();
    signs.next().is_none() && first.is_some_and(|sign| sign.is_ascii_lowercase() || sign == 'đ')
}

#[cfg(test)]
mod tests;
