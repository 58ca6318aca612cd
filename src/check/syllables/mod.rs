//! Vietnamese syllables: a closed set, built of an onset, a rime and a tone.
//!
//! The tables are those of [`crate::model::syllable`]; here words are taken apart by them.

mod broken;
mod compounds;
mod foreign;
mod spelling;

use broken::{broken_coda, broken_onset, joined};
use foreign::OTHERS;
pub(super) use spelling::is_syllable;
use spelling::{has_tone, is_letter, lacks_tone, placed};

use std::borrow::Cow;
use std::ops::Range;

use crate::characters::{capital, is_alphabetic};

/// Where a word parts into syllables: as a frequent word first.
fn parted(word: &str) -> Option<String> {
    compounds::parted(word).or_else(|| spelling::parted(word))
}

/// A longer word is not taken apart: it is an accident of another kind.
const LONGEST: usize = 30;

/// The words of a text, runs of letters with the places they begin at.
pub(super) fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.split(|sign: char| !is_alphabetic(sign) && !is_combining(sign))
        .filter(|word| !word.is_empty())
        .map(|word| (word.as_ptr() as usize - text.as_ptr() as usize, word))
}

/// Whether it is a tone or another mark typed apart from its letter: D010 tells of those.
fn is_combining(sign: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&sign)
}

/// Something that is no syllable.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Found {
    /// Where; of the parts of a broken word all of them.
    pub(super) range: Range<usize>,
    /// What is meant, where it can be told.
    pub(super) right: Option<String>,
}

type Word<'a> = (usize, &'a str);

/// The words on both sides of one.
struct Beside<'a> {
    text: &'a str,
    range: Range<usize>,
    previous: Option<Word<'a>>,
    next: Option<Word<'a>>,
}

impl Beside<'_> {
    /// What is meant by `word`, which stands there: see [`compounds::meant`].
    fn meant(&self, word: &str) -> Option<String> {
        let is_space = |range: Range<usize>| self.text.get(range) == Some(" ");
        let last = self.previous.filter(|(at, it)| is_space(at + it.len()..self.range.start));
        let next = self.next.filter(|(at, _)| is_space(self.range.end..*at));
        compounds::meant(word, last.map(|(_, it)| it), next.map(|(_, it)| it))
    }
}

/// Whether a word is right whatever stands beside it: [`look`] finds nothing there.
pub(super) fn is_right_anywhere(word: &str) -> bool {
    if word.is_ascii() {
        return word.len() > LONGEST_ONSET && !lacks_tone(word);
    }
    word.chars().all(char::is_lowercase) && is_syllable(word) && !compounds::is_unused(word)
}

/// How many letters the longest onset has: `ngh`.
const LONGEST_ONSET: usize = 3;

/// Looks at a word and the words beside it.
pub(super) fn look(
    text: &str,
    (start, word): Word<'_>,
    previous: Option<Word<'_>>,
    next: Option<Word<'_>>,
) -> Option<Found> {
    let end = start + word.len();
    let beside = Beside { text, range: start..end, previous, next };
    if word.is_ascii() {
        return of_ascii((start, word), &beside);
    }
    let is_small = word.chars().all(char::is_lowercase);
    let lower = if is_small { Cow::Borrowed(word) } else { Cow::Owned(word.to_lowercase()) };
    // `3.000 đ`, `điểm đ`
    if is_small && compounds::is_unused(&lower) && !is_part_of_more(text, start, end) {
        let right = if lower == "gưi" { Some("gửi".to_owned()) } else { beside.meant(&lower) };
        return Some(Found { range: start..end, right });
    }
    if lower == "đ" || is_syllable(&lower) || OTHERS.contains(&lower.as_ref()) {
        return None;
    }
    if is_part_of_more(text, start, end) || word.contains(is_combining) {
        return None;
    }
    if word.chars().nth(LONGEST).is_some() {
        return None;
    }
    let is_capitalised = word.chars().skip(1).all(char::is_lowercase);
    let whole = |right: Option<String>| Some(Found { range: start..end, right });
    if let Some((head, tail)) = after_capitals(word) {
        return whole(Some(format!("{head} {tail}")));
    }
    if !is_small && !is_capitalised {
        // In capitals: an abbreviation has no two tones.
        let tones = lower.chars().filter(|sign| has_tone(*sign));
        let parted = parted(&lower).filter(|_| tones.count() > 1);
        return parted.and_then(|right| whole(Some(right.to_uppercase())));
    }
    if lower.chars().any(|sign| !is_letter(sign)) {
        return None;
    }
    if let Some(joined) =
        next.filter(|_| is_small).and_then(|next| joined(text, (start, word), next))
    {
        return Some(joined);
    }
    let right = placed(&lower).or_else(|| parted(&lower));
    // A name may follow other rules: `Krông`, `Đắk`. What begins a sentence and goes on in small
    // letters is a word.
    let before = text[..start].trim_end();
    let begins = before.is_empty() || before.ends_with(['.', ':', '!', '?', '\n']);
    let goes_on = next.is_some_and(|(at, word)| &text[end..at] == " " && is_syllable(word));
    if is_capitalised && !is_small && !(begins && goes_on) {
        let is_parted = right.as_deref().is_some_and(is_sure);
        return if is_parted { whole(right.map(|right| capital(&right))) } else { None };
    }
    whole(right.or_else(|| beside.meant(&lower)))
}

/// The same of a word without any mark: `danh sach`, `dich vụ` only where the words beside it say
/// what is meant.
fn of_ascii((start, word): Word<'_>, beside: &Beside<'_>) -> Option<Found> {
    let Beside { text, range, previous, next } = beside;
    let is_bare = lacks_tone(word) && !is_part_of_more(text, range.start, range.end);
    let bare = || is_bare.then(|| beside.meant(word)).flatten();
    broken_onset(text, (start, word), *previous, *next)
        .or_else(|| broken_coda(text, (start, word), *previous))
        .or_else(|| bare().map(|right| Found { range: range.clone(), right: Some(right) }))
}

/// Whether letters, digits or marks right beside it make it a part of something else: an address,
/// a symbol, a foreign name in syllables.
fn is_part_of_more(text: &str, start: usize, end: usize) -> bool {
    let is_more = |sign: Option<char>| {
        sign.is_some_and(|sign| sign.is_ascii_digit() || "-/_@'’&".contains(sign))
    };
    let is_letter = |sign: Option<char>| sign.is_some_and(char::is_alphanumeric);
    let (before, behind) = (&text[..start], &text[end..]);
    let joined_before =
        before.strip_suffix('.').is_some_and(|it| is_letter(it.chars().next_back()));
    let joined_behind = behind.strip_prefix('.').is_some_and(|it| is_letter(it.chars().next()));
    is_more(before.chars().next_back())
        || is_more(behind.chars().next())
        || joined_before
        || joined_behind
}

/// Whether the parts of a capitalised word are certainly words: `Côte` is a foreign name.
fn is_sure(parted: &str) -> bool {
    let last = parted.rsplit(' ').next().unwrap_or_default();
    let is_word = !last.is_ascii() || last.len() > 2;
    is_word && parted.split(' ').all(|part| part.chars().count() > 1)
}

/// `UBNDtỉnh`: an abbreviation and a syllable.
fn after_capitals(word: &str) -> Option<(&str, &str)> {
    let at = word.char_indices().find(|(_, sign)| sign.is_lowercase())?.0;
    let (head, tail) = word.split_at(at);
    (head.chars().count() > 1 && tail.chars().count() > 1 && is_syllable(tail))
        .then_some((head, tail))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<(&str, Option<String>)> {
        let all: Vec<Word<'_>> = words(text).collect();
        let look = |index: usize| {
            let previous = index.checked_sub(1).map(|index| all[index]);
            look(text, all[index], previous, all.get(index + 1).copied())
        };
        let found = (0..all.len()).filter_map(look);
        found.map(|found| (&text[found.range], found.right)).collect()
    }

    #[test]
    fn words_that_are_right_anywhere_are_never_found() {
        let beside = ["n", "gười", "ngườ", "c", "danh", "đề", "nghị", "Sở", "i", "ác", ""];
        let words = "danh sach dich vụ phương phươn thực hien người nghi qua n trong anh thi";
        for word in words.split(' ').filter(|word| is_right_anywhere(word)) {
            for (before, behind) in beside.iter().flat_map(|it| beside.map(|other| (it, other))) {
                let text = format!("{before} {word} {behind}");
                let at = before.len() + 1;
                let next = Some((at + word.len() + 1, behind)).filter(|it| !it.1.is_empty());
                let previous = Some((0, *before)).filter(|it| !it.1.is_empty());
                assert_eq!(look(&text, (at, word), previous, next), None, "{text}");
            }
        }
    }

    #[test]
    fn rimes_stand_in_the_order_of_their_bytes() {
        assert!(crate::model::syllable::RHYMES.is_sorted_by(|one, next| one < next));
    }

    #[test]
    fn joined_broken_and_wrongly_toned_words_are_found_with_what_is_meant() {
        let table = [
            ("cơquan", "cơ quan"),
            ("đềnghị", "đề nghị"),
            ("các nghành", "ngành"),
            ("nghiêp vụ", "nghiệp"),
            ("danh sach trẻ", "sách"),
            ("phươn tiện", "phương"),
            ("Kếhoạch", "Kế hoạch"),
            ("KẾHOẠCH", "KẾ HOẠCH"),
            ("UBNDtỉnh", "UBND tỉnh"),
            ("thựchiện", "thực hiện"),
            ("các ngườ i dân", "người"),
            ("mọi n gười dân", "người"),
            ("đơn vị th ực hiện", "thực"),
            ("hòan thành", "hoàn"),
            ("tòan diện", "toàn"),
            ("kểtừ ngày", "kể từ"),
            ("bảohiểmxã", "bảo hiểm xã"),
            ("các cơ qua n báo cáo", "quan"),
            ("cá c xã", "các"),
            ("ngày càn g tốt", "càng"),
        ];
        for (text, right) in table {
            let found: Vec<Option<String>> = found(text).into_iter().map(|found| found.1).collect();
            assert_eq!(found, [Some(right.to_owned())], "{text}");
        }
        for text in [
            "thưc hiện",
            "Kêt quả đạt cao",
            "Tốt. Quyêt tâm lớn",
            "Đươc ủng hộ",
            "nghành",
            "ngiên cứu",
            "qủan lý",
            "kàc",
        ] {
            assert_eq!(found(text).len(), 1, "{text}");
        }
    }

    /// Every name of a province, district or commune, as it stands in a table and in a sentence.
    #[test]
    fn names_of_units_are_none() {
        let units = include_str!("../units/units.txt");
        let lines = units.lines().filter(|line| !line.starts_with('#'));
        let names = lines.flat_map(|line| line.split([',', ':']));
        let names =
            names.map(|name| name.trim().trim_start_matches(['+', '=', '-', '~', '!', ' ']));
        let mut wrong = Vec::new();
        for name in names.filter(|name| !name.is_empty()) {
            let name =
                name.split_once(' ').filter(|(kind, _)| kind.len() == 1).map_or(name, |it| it.1);
            for text in
                [name.to_owned(), format!("tại {name} và các xã"), format!("UBND xã {name}.")]
            {
                let all: Vec<_> = words(&text).collect();
                for at in 0..all.len() {
                    let previous = at.checked_sub(1).map(|at| all[at]);
                    let found = look(&text, all[at], previous, all.get(at + 1).copied());
                    wrong.extend(found.map(|found| text[found.range].to_owned()));
                }
            }
        }
        wrong.sort();
        wrong.dedup();
        assert_eq!(wrong, Vec::<String>::new());
    }

    #[test]
    fn syllables_names_and_foreign_words_are_none() {
        let text = "Ủy ban nhân dân, Uỷ ban, hoà và hòa, thuý và thúy, khuỷu tay, nghiêng ngả, gì, \
            gìn giữ, giếng, giặt, quốc, quyển, quý, quả, khuya, huơ, thuở, xoong, boong, rượu, yêu, \
            yến, ý, ở, ạ, oán, uyển, uống, ướt, Đắk Lắk, Krông Nô, Ea Súp, Hrê, Xơ Đăng, Mnông, \
            Lê-nin, Mát-xcơ-va, các-bon, TƯATTP, QĐ-TTg, BCĐTƯ, São Paulo, Müller, ôtô, 5 đ, 10 m², \
            điểm c khoản 1 Điều 5, lớp 6A, điểm đ khoản 2, tổ b làm, phụ lục h kèm, gồm n phần, \
            nhuần nhuyễn, loằng ngoằng, ngoéo, khoắng, tuýp, huýt, suýt, quỵt, nguýt, quặng, \
            hoẵng, thoăn thoắt, nguệch ngoạc, xuềnh xoàng, huênh hoang, bâng khuâng";
        assert_eq!(found(text), []);
    }
}
