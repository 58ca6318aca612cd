//! How a Vietnamese syllable is spelt: its onset, its rime, and the letter that bears the tone.

use std::sync::LazyLock;

use crate::model::syllable::{INITIALS, RHYMES};

/// The six tones: none, sắc, huyền, hỏi, ngã, nặng.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Tone {
    Level,
    Acute,
    Grave,
    Hook,
    Tilde,
    Dot,
}

/// Each vowel with its six tones, in the order of [`TONES`].
const VOWELS: [&str; 12] = [
    "aáàảãạ",
    "ăắằẳẵặ",
    "âấầẩẫậ",
    "eéèẻẽẹ",
    "êếềểễệ",
    "iíìỉĩị",
    "oóòỏõọ",
    "ôốồổỗộ",
    "ơớờởỡợ",
    "uúùủũụ",
    "ưứừửữự",
    "yýỳỷỹỵ",
];

const TONES: [Tone; 6] =
    [Tone::Level, Tone::Acute, Tone::Grave, Tone::Hook, Tone::Tilde, Tone::Dot];

/// The letters that are not ASCII, in order, each without its tone, and that: texts are long.
static LETTERS: LazyLock<Vec<(char, (char, Tone))>> = LazyLock::new(|| {
    let of_vowel = |vowel: &'static str| {
        let plain = vowel.chars().next().unwrap_or_default();
        vowel.chars().zip(TONES).map(move |(sign, tone)| (sign, (plain, tone)))
    };
    let mut letters: Vec<_> = VOWELS.into_iter().flat_map(of_vowel).collect();
    letters.push(('đ', ('đ', Tone::Level)));
    letters.sort_unstable_by_key(|(sign, _)| *sign);
    letters
});

/// A small letter without its tone, and the tone; `None` for a letter that Vietnamese lacks.
fn letter(sign: char) -> Option<(char, Tone)> {
    if sign.is_ascii_lowercase() {
        return (!"fjwz".contains(sign)).then_some((sign, Tone::Level));
    }
    let index = LETTERS.binary_search_by_key(&sign, |(letter, _)| *letter).ok()?;
    Some(LETTERS[index].1)
}

/// Whether `sign` is a letter of Vietnamese words.
pub(super) fn is_letter(sign: char) -> bool {
    letter(sign).is_some()
}

/// Whether `sign` bears a mark of a tone.
pub(super) fn has_tone(sign: char) -> bool {
    letter(sign).is_some_and(|(_, tone)| tone != Tone::Level)
}

/// A word taken apart: its letters without tones, and its tone with the place of its letter.
struct Parts {
    base: String,
    tone: Tone,
    at: usize,
}

/// The parts of a word in small letters; `None` with two tones or a foreign letter.
fn parts(word: &str) -> Option<Parts> {
    let (mut base, mut tone, mut at) = (String::with_capacity(word.len()), Tone::Level, 0);
    for (index, sign) in word.chars().enumerate() {
        let (plain, its) = letter(sign)?;
        base.push(plain);
        if its != Tone::Level {
            if tone != Tone::Level {
                return None;
            }
            (tone, at) = (its, index);
        }
    }
    Some(Parts { base, tone, at })
}

/// Whether `word`, in small letters, is a syllable with its tone in its place.
pub(in crate::check) fn is_syllable(word: &str) -> bool {
    parts(word).is_some_and(|parts| split(&parts).is_some_and(|onset| is_in_place(&parts, onset)))
}

/// The onset of a syllable, its tone wherever it is; `None` if it is none.
fn split(parts: &Parts) -> Option<&'static str> {
    let fits = |onset: &&&str| {
        // The first byte tells most of them apart.
        if onset.bytes().next().is_some_and(|byte| parts.base.as_bytes().first() != Some(&byte)) {
            return false;
        }
        let Some(rime) = parts.base.strip_prefix(**onset) else { return false };
        is_rime(rime) && goes_with(onset, rime) && tone_fits(rime, parts.tone)
    };
    INITIALS.iter().find(fits).copied()
}

fn is_rime(rime: &str) -> bool {
    RHYMES.binary_search(&rime).is_ok()
}

/// Whether the spelling of the onset goes with that of the rime: `k`, `gh`, `ngh` stand before e,
/// ê and i, `c`, `g`, `ng` before the others.
fn goes_with(onset: &str, rime: &str) -> bool {
    let is_front = rime.starts_with(['e', 'ê', 'i', 'y']);
    match onset {
        "k" | "gh" | "ngh" => is_front,
        "c" | "ng" => !is_front,
        // `gì`, `gìn`, `giếng`: the i of gi is the vowel.
        "g" => !is_front || rime.starts_with('i'),
        "qu" => !rime.starts_with(['o', 'u', 'ư']),
        // `yêu`, not `iêu`.
        "" => !rime.starts_with("iê"),
        // The u of `quýnh` and `quyết` stands in the onset.
        _ => !rime.starts_with('y') || rime == "y",
    }
}

/// A rime that ends with a stop has the tones sắc and nặng only.
fn tone_fits(rime: &str, tone: Tone) -> bool {
    let is_stop = rime.ends_with(['c', 'p', 't']) || rime.ends_with("ch");
    !is_stop || matches!(tone, Tone::Acute | Tone::Dot)
}

/// Whether `word` would be a syllable with the tone sắc or nặng, which its rime needs: `sach`.
pub(super) fn lacks_tone(word: &str) -> bool {
    parts(word).is_some_and(|parts| {
        parts.tone == Tone::Level
            && split(&parts).is_none()
            && split(&Parts { tone: Tone::Acute, ..parts }).is_some()
    })
}

/// The letters of a rime that may bear the tone, counted from its first.
fn bearers(rime: &str) -> Vec<usize> {
    let letters: Vec<char> = rime.chars().collect();
    let marked = |sign: &char| "ăâêôơ".contains(*sign);
    if let Some(index) = letters.iter().rposition(marked) {
        return vec![index];
    }
    if letters.first() == Some(&'ư') {
        return vec![0];
    }
    let vowels = letters.iter().take_while(|sign| "aeiouy".contains(**sign)).count();
    let has_final = vowels < letters.len();
    match (&letters[..vowels.min(letters.len())], has_final) {
        // `hòa` and `hoà`, `thúy` and `thuý`: both ways of placing are in use.
        (['o', 'a' | 'e'] | ['u', 'y'], false) => vec![0, 1],
        (['o', 'o' | 'a' | 'e'] | ['u', 'y'], true) | ([_, _, _], false) => vec![1],
        _ => vec![0],
    }
}

fn is_in_place(parts: &Parts, onset: &str) -> bool {
    let rime = &parts.base[onset.len()..];
    let first = onset.chars().count();
    parts.tone == Tone::Level || bearers(rime).iter().any(|index| first + index == parts.at)
}

/// The same word with its tone in its place, where that is all that is wrong.
pub(super) fn placed(word: &str) -> Option<String> {
    let parts = parts(word)?;
    let onset = split(&parts)?;
    if is_in_place(&parts, onset) {
        return None;
    }
    let index = onset.chars().count() + *bearers(&parts.base[onset.len()..]).last()?;
    let mut letters: Vec<char> = parts.base.chars().collect();
    let toned = |plain: char| {
        (0xc0..=0x1ef9)
            .filter_map(char::from_u32)
            .find(|sign| sign.is_lowercase() && letter(*sign) == Some((plain, parts.tone)))
    };
    letters[index] = toned(letters[index])?;
    Some(letters.into_iter().collect())
}

/// Where the word parts into two or three syllables.
pub(super) fn parted(word: &str) -> Option<String> {
    let cuts = || word.char_indices().map(|(at, _)| at).filter(|at| *at > 0);
    // Two whole syllables first, then such as have one letter; of two ways the one with the longer
    // first syllable: `thực hiện`, not `thự chiện`.
    let two = |least: usize| {
        cuts().rev().find(|at| {
            let (one, other) = word.split_at(*at);
            one.chars().count() >= least
                && other.chars().count() >= least
                && is_syllable(one)
                && is_syllable(other)
        })
    };
    if let Some(at) = two(2).or_else(|| two(1)) {
        return Some(format!("{} {}", &word[..at], &word[at..]));
    }
    cuts().rev().find_map(|at| {
        let (one, rest) = word.split_at(at);
        let is_first = one.chars().count() > 1 && is_syllable(one);
        is_first
            .then(|| parted(rest).filter(|rest| rest.matches(' ').count() == 1))?
            .map(|rest| format!("{one} {rest}"))
    })
}
