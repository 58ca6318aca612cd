//! Text in an encoding from before Unicode: TCVN3 (fonts `.VnTime`) and VNI (`VNI-Times`).
//!
//! A file does not tell its encoding, but its words do: as they stand they are no syllables of
//! Vietnamese, and read in the right encoding they are. Tables: TCVN 5712:1993, VN3; VNI-Windows.

use std::ops::Range;

use crate::model::syllable::is_syllable;

/// An encoding from before Unicode.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Encoding {
    Tcvn3,
    Vni,
}

impl Encoding {
    /// How users know it.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Tcvn3 => "TCVN3 (ABC)",
            Self::Vni => "VNI",
        }
    }

    /// `text` in Unicode.
    pub(crate) fn decoded(self, text: &str) -> String {
        match self {
            Self::Tcvn3 => text.chars().map(of_tcvn3).collect(),
            Self::Vni => of_vni(text),
        }
    }
}

/// A run of words in one encoding.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Run {
    pub(super) encoding: Encoding,
    pub(super) range: Range<usize>,
}

/// Fewer words may be a foreign name or a sign of measure.
const FEWEST_WORDS: usize = 2;

/// The runs of `text`, as it is written, that are in another encoding than Unicode.
pub(super) fn find(text: &str) -> Vec<Run> {
    if !text.chars().any(is_suspicious) {
        return Vec::new();
    }
    // Many words are syllables in both encodings; a run goes on while one reads all of them.
    let mut runs: Vec<(Range<usize>, Vec<Encoding>, usize)> = Vec::new();
    for range in words(text) {
        let word = &text[range.clone()];
        let encodings = encodings_of(word);
        if encodings.is_empty() {
            continue;
        }
        let weight = usize::from(is_evidence(word));
        if let Some((run, common, count)) = runs.last_mut()
            && !text[run.end..range.start].contains(ENDS_CLAUSE)
            && common.iter().any(|encoding| encodings.contains(encoding))
        {
            common.retain(|encoding| encodings.contains(encoding));
            run.end = range.end;
            *count += weight;
        } else {
            runs.push((range, encodings, weight));
        }
    }
    runs.dedup_by(|later, first| {
        let is_same = later.1[0] == first.1[0];
        if is_same {
            (first.0.end, first.2) = (later.0.end, first.2 + later.2);
        }
        is_same
    });
    runs.retain(|(_, _, count)| *count >= FEWEST_WORDS);
    let mut runs: Vec<Run> =
        runs.into_iter().map(|(range, common, _)| Run { encoding: common[0], range }).collect();
    // Words without marks that stand beside are shown with the others.
    for at in 0..runs.len() {
        let end = runs.get(at + 1).map_or(text.len(), |next| next.range.start);
        let begin = at.checked_sub(1).map_or(0, |before| runs[before].range.end);
        let run = &mut runs[at].range;
        let is_mark = |sign: char| !sign.is_ascii_alphabetic() && sign != ' ';
        let behind = &text[run.end..end];
        run.end += whole_words(&behind[..behind.find(is_mark).unwrap_or(behind.len())], behind);
        let before = &text[begin..run.start];
        let start = before.char_indices().rev().find(|(_, sign)| is_mark(*sign));
        let words = start.map_or(before, |(at, sign)| &before[at + sign.len_utf8()..]);
        let is_cut = start.is_some_and(|(_, sign)| is_part(sign));
        let words = if is_cut { words.split_once(' ').map_or("", |(_, rest)| rest) } else { words };
        run.start -= words.trim_start().len();
    }
    runs
}

/// What a run does not go on over without a word that tells its encoding.
const ENDS_CLAUSE: [char; 4] = [';', '.', ':', '\n'];

/// The length of the whole words among `words`, with which `text` begins.
fn whole_words(words: &str, text: &str) -> usize {
    let is_cut = text[words.len()..].starts_with(is_part);
    let words = if is_cut { words.rsplit_once(' ').map_or("", |(whole, _)| whole) } else { words };
    words.trim_end().len()
}

/// Signs that these encodings have for letters, and Vietnamese has not.
fn is_suspicious(sign: char) -> bool {
    matches!(sign, '\u{a1}'..='\u{bf}'
        | 'Ä'..='Ç' | 'Ë' | 'Î' | 'Ï' | 'Ñ' | 'Ö'..='Ø' | 'Û' | 'Ü' | 'Þ' | 'ß'
        | 'ä'..='ç' | 'ë' | 'î' | 'ï' | 'ñ' | 'ö'..='ø' | 'û' | 'ü' | 'þ')
}

/// A letter, or a sign that may stand for one.
fn is_part(sign: char) -> bool {
    sign.is_alphabetic() || matches!(sign, '\u{a1}'..='\u{bf}' | '×' | '÷')
}

/// The runs of letters, and of signs that may stand for letters.
fn words(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + text[at..].find(is_part)?;
        let end = text[start..].find(|sign| !is_part(sign)).map_or(text.len(), |end| start + end);
        at = end;
        Some(start..end)
    })
}

/// The encodings in which `word` is a syllable, when it is none as it stands.
fn encodings_of(word: &str) -> Vec<Encoding> {
    let has_letter = word.chars().any(|sign| sign.is_ascii_alphabetic());
    if word.is_ascii() || !has_letter || is_syllable(word) && is_of_one_case(word) {
        return Vec::new();
    }
    let reads = |encoding: &Encoding| is_syllable(&encoding.decoded(word));
    [Encoding::Tcvn3, Encoding::Vni].into_iter().filter(reads).collect()
}

/// Whether no capital stands behind a small letter: in `dÉn` the É is a small letter of TCVN3.
fn is_of_one_case(word: &str) -> bool {
    let mut letters = word.chars().skip_while(|sign| sign.is_uppercase());
    letters.all(|sign| !sign.is_uppercase())
}

/// Whether `word` is long enough to tell an encoding; `N·m` and `µm` are measures.
fn is_evidence(word: &str) -> bool {
    word.chars().count() >= if word.contains(['·', 'µ']) { 4 } else { 3 }
}

/// The signs of TCVN3, each followed by its letter.
const TCVN3: &str = "¡Ă¢Â£Ê¤Ô¥Ơ¦Ư§Đ¨ă©âªê«ô¬ơ\u{ad}ư®đµà¶ả·ã¸á¹ạ»ằ¼ẳ½ẵ¾ắÆặÇầÈẩÉẫÊấËậÌèÎẻÏẽÐéÑẹ\
    ÒềÓểÔễÕếÖệ×ìØỉÜĩÝíÞịßòáỏâõãóäọåồæổçỗèốéộêờëởìỡíớîợïùñủòũóúôụõừöử÷ữøứùựúỳûỷüỹýýþỵ";

fn of_tcvn3(sign: char) -> char {
    let mut pairs = TCVN3.chars();
    while let (Some(known), Some(letter)) = (pairs.next(), pairs.next()) {
        if known == sign {
            return letter;
        }
    }
    sign
}

/// Signs of VNI that are a letter by themselves.
const VNI_LETTERS: [(char, char); 14] = [
    ('ô', 'ơ'),
    ('Ô', 'Ơ'),
    ('ö', 'ư'),
    ('Ö', 'Ư'),
    ('î', 'ỵ'),
    ('Î', 'Ỵ'),
    ('æ', 'ỉ'),
    ('Æ', 'Ỉ'),
    ('ó', 'ĩ'),
    ('Ó', 'Ĩ'),
    ('ò', 'ị'),
    ('Ò', 'Ị'),
    ('ñ', 'đ'),
    ('Ñ', 'Đ'),
];

/// Signs of VNI that stand behind a letter, and the marks that they put on it.
const VNI_MARKS: [(char, &str); 17] = [
    ('ù', "\u{301}"),
    ('ø', "\u{300}"),
    ('û', "\u{309}"),
    ('õ', "\u{303}"),
    ('ï', "\u{323}"),
    ('â', "\u{302}"),
    ('á', "\u{302}\u{301}"),
    ('à', "\u{302}\u{300}"),
    ('å', "\u{302}\u{309}"),
    ('ã', "\u{302}\u{303}"),
    ('ä', "\u{302}\u{323}"),
    ('ê', "\u{306}"),
    ('é', "\u{306}\u{301}"),
    ('è', "\u{306}\u{300}"),
    ('ú', "\u{306}\u{309}"),
    ('ü', "\u{306}\u{303}"),
    ('ë', "\u{306}\u{323}"),
];

fn of_vni(text: &str) -> String {
    let mut letters = String::with_capacity(text.len());
    let mut is_vowel = false;
    for sign in text.chars() {
        let small = sign.to_lowercase().next().unwrap_or(sign);
        let mark = VNI_MARKS.iter().find(|(known, _)| is_vowel && *known == small);
        if let Some((_, marks)) = mark {
            letters.push_str(marks);
            is_vowel = false;
            continue;
        }
        let letter = VNI_LETTERS.iter().find(|(known, _)| *known == sign);
        letters.push(letter.map_or(sign, |(_, letter)| *letter));
        is_vowel = "aeiouyôöAEIOUYÔÖ".contains(sign);
    }
    crate::characters::normalized(&letters).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<(Encoding, String)> {
        let runs = find(text);
        runs.iter()
            .map(|run| (run.encoding, run.encoding.decoded(&text[run.range.clone()])))
            .collect()
    }

    #[test]
    fn text_in_tcvn3_is_found_and_shown_in_unicode() {
        for (text, decoded) in [
            ("Céng hßa x· héi chñ nghÜa ViÖt Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam"),
            ("ñy ban nh©n d©n tØnh", "ủy ban nhân dân tỉnh"),
            ("NguyÔn V¨n A", "Nguyễn Văn A"),
            ("c¬ quan t\u{ad} vÊn, h\u{ad}íng dÉn", "cơ quan tư vấn, hướng dẫn"),
            ("§éc lËp - Tù do - H¹nh phóc", "Độc lập - Tự do - Hạnh"),
        ] {
            assert_eq!(found(text), [(Encoding::Tcvn3, decoded.to_owned())], "{text}");
        }
    }

    #[test]
    fn text_in_vni_is_found_and_shown_in_unicode() {
        for (text, decoded) in [
            ("Coäng hoøa xaõ hoäi chuû nghóa", "Cộng hòa xã hội chủ nghĩa"),
            ("Uyû ban nhaân daân tænh Ñoàng Nai", "Uỷ ban nhân dân tỉnh Đồng Nai"),
            ("Ñoäc laäp - Töï do - Haïnh phuùc", "Độc lập - Tự do - Hạnh phúc"),
            ("ÑOÄC LAÄP - TÖÏ DO", "ĐỘC LẬP - TỰ DO"),
        ] {
            assert_eq!(found(text), [(Encoding::Vni, decoded.to_owned())], "{text}");
        }
    }

    #[test]
    fn both_in_one_text_are_told_apart() {
        let text = "Céng hßa x· héi chñ nghÜa ViÖt Nam; Coäng hoøa xaõ hoäi chuû nghóa./.";
        let encodings: Vec<Encoding> = found(text).into_iter().map(|(it, _)| it).collect();
        assert_eq!(encodings, [Encoding::Tcvn3, Encoding::Vni]);
    }

    #[test]
    fn names_measures_and_vietnamese_in_unicode_are_left_alone() {
        for text in [
            "Cộng hòa xã hội chủ nghĩa Việt Nam",
            "Công ty Müller, Köln, Zürich và Düsseldorf",
            "São Paulo, Curaçao, Bogotá; Señor Peña, Côte d’Ivoire, façade, Citroën",
            "diện tích 120 m², 35 °C, 10 µm, 5 N·m, ±2%, 1½ giờ, § 3, © 2026, Vin®",
            "Đơn giá 5 × 3 ÷ 2 = 7,5; «trích dẫn»",
            "Håkan Sjögren, Søren Ærø, Þór",
            "c · d · đ; a·b, x·y",
            "Hội đồng nhân dân ÐỒNG NAI",
            "Straße, Größe, Übung",
            "Phường Hoà Cường, xã Thuỵ Hương, quý III",
            "Bùi Thị Hoè, Ngô Huỳnh Toại",
        ] {
            assert_eq!(find(text), [], "{text}");
        }
    }
}
