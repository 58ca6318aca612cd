//! Vietnamese syllables by their structure: initial, rhyme, tone.
//!
//! The spelling is that of the standard orthography (Quyết định 240/QĐ of the Ministry of
//! Education, 05/3/1984, and the dictionaries since): which rhymes there are, that `k`, `gh` and
//! `ngh` stand before `e`, `ê`, `i` and `y`, and that rhymes in `c`, `ch`, `p` and `t` have the
//! tone sắc or nặng.

use unicode_normalization::UnicodeNormalization;

/// What a syllable may begin with; longer ones first.
pub(crate) const INITIALS: [&str; 28] = [
    "ngh", "ng", "nh", "gh", "gi", "kh", "th", "tr", "ch", "ph", "qu", "b", "c", "d", "đ", "g",
    "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "x", "",
];

/// What it may go on with.
pub(crate) const RHYMES: &[&str] = &[
    "a", "ac", "ach", "ai", "am", "an", "ang", "anh", "ao", "ap", "at", "au", "ay", "e", "ec",
    "em", "en", "eng", "eo", "ep", "et", "i", "ia", "ich", "im", "in", "inh", "ip", "it", "iu",
    "iêc", "iêm", "iên", "iêng", "iêp", "iêt", "iêu", "o", "oa", "oac", "oach", "oai", "oam",
    "oan", "oang", "oanh", "oao", "oap", "oat", "oay", "oc", "oe", "oem", "oen", "oeo", "oet",
    "oi", "om", "on", "ong", "ooc", "oong", "op", "ot", "oăc", "oăm", "oăn", "oăng", "oăt", "u",
    "ua", "uc", "ui", "um", "un", "ung", "up", "ut", "uy", "uya", "uych", "uyn", "uynh", "uyp",
    "uyt", "uyu", "uyên", "uyêt", "uân", "uâng", "uât", "uây", "uê", "uêch", "uênh", "uôc", "uôi",
    "uôm", "uôn", "uông", "uôt", "uơ", "y", "ych", "ynh", "yt", "yêm", "yên", "yêng", "yêt", "yêu",
    "âc", "âm", "ân", "âng", "âp", "ât", "âu", "ây", "ê", "êch", "êm", "ên", "ênh", "êp", "êt",
    "êu", "ô", "ôc", "ôi", "ôm", "ôn", "ông", "ôp", "ôt", "ăc", "ăm", "ăn", "ăng", "ăp", "ăt", "ơ",
    "ơi", "ơm", "ơn", "ơp", "ơt", "ư", "ưa", "ưc", "ưi", "ưm", "ưng", "ưt", "ưu", "ươc", "ươi",
    "ươm", "ươn", "ương", "ươp", "ươt", "ươu",
];

/// Names of places in another spelling than that of other words.
const EXCEPTIONS: [&str; 1] = ["kạn"];

/// A tone: its letter, counted from the start of the word, and whether it is sắc or nặng.
type Tone = Option<(usize, bool)>;

/// Whether `word`, in composed letters, can be a syllable of Vietnamese, whatever its case; the
/// tone may be placed in the old or the new way (`hòa`, `hoà`).
#[must_use]
pub fn is_syllable(word: &str) -> bool {
    let Some((letters, tone)) = without_tone(word) else { return false };
    let is_with = |initial: &str, rhyme: &str| {
        let start = letters.chars().count() - rhyme.chars().count();
        agree(initial, rhyme) && is_rhyme(rhyme, start, tone)
    };
    let mut split = INITIALS.iter().filter_map(|it| Some((*it, letters.strip_prefix(it)?)));
    // `gì`, `giếng`: the i belongs to the rhyme, too.
    let shared = letters.strip_prefix('g').filter(|rhyme| rhyme.starts_with('i'));
    split.any(|(initial, rhyme)| is_with(initial, rhyme))
        || shared.is_some_and(|rhyme| is_with("gi", rhyme))
        || EXCEPTIONS.contains(&word.to_lowercase().as_str())
}

/// `word` in small letters without its tone, and that; nothing when it has two tones, or a letter
/// that is none of Vietnamese.
fn without_tone(word: &str) -> Option<(String, Tone)> {
    let mut tone = None;
    let mut letters = String::with_capacity(word.len());
    let mut count = 0_usize;
    for sign in word.nfd().flat_map(char::to_lowercase) {
        match sign {
            '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}' if tone.is_none() => {
                tone = Some((count.checked_sub(1)?, matches!(sign, '\u{301}' | '\u{323}')));
            }
            'a'..='z' | 'đ' => {
                letters.push(sign);
                count += 1;
            }
            '\u{302}' | '\u{306}' | '\u{31b}' => letters.push(sign),
            _ => return None,
        }
    }
    Some((letters.nfc().collect(), tone))
}

/// Whether `rhyme`, which begins at the letter `start`, is one and has its tone where it belongs.
fn is_rhyme(rhyme: &str, start: usize, tone: Tone) -> bool {
    let is_stopped = ["c", "ch", "p", "t"].iter().any(|stop| rhyme.ends_with(stop));
    let vowels = rhyme.trim_end_matches(['c', 'g', 'h', 'm', 'n', 'p', 't']);
    let is_open = vowels.len() == rhyme.len();
    let is_placed = |letter: usize| {
        let place = letter.checked_sub(start);
        match (vowels.chars().count(), is_open) {
            (1, _) => place == Some(0),
            (2, true) => {
                let may_be_last = ["oa", "oe", "uy", "uê", "uơ"].contains(&vowels);
                place == Some(0) || may_be_last && place == Some(1)
            }
            (2, false) | (_, true) => place == Some(1),
            (_, false) => place == Some(2),
        }
    };
    RHYMES.contains(&rhyme)
        && (!is_stopped || tone.is_some_and(|(_, has_stop_tone)| has_stop_tone))
        && tone.is_none_or(|(letter, _)| is_placed(letter))
}

fn agree(initial: &str, rhyme: &str) -> bool {
    let is_front = rhyme.starts_with(['e', 'ê', 'i', 'y']);
    match initial {
        "ngh" | "gh" | "k" => is_front,
        "ng" | "g" | "c" => !is_front,
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_documents_are_syllables() {
        let text = "Cộng hòa xã hội chủ nghĩa Việt Nam Độc lập Tự do Hạnh phúc quyết định nghiên \
            cứu khuyến khích giếng gì gìn giữ quý uỷ ủy thuở huyện Khoái Châu ngoằn ngoèo khuya \
            khuỷu nguýt quạ quốc yếu kỹ thuật chuyên nghiệp tuyển sinh oán hoặc kiểm ghi nghe \
            rượu hươu xoong quên quây quỳnh quýt soạn thảo ĐỒNG NAI Bắc Kạn";
        for word in text.split_whitespace() {
            assert!(is_syllable(word), "{word}");
        }
    }

    #[test]
    fn other_words_are_none() {
        for word in [
            "Céng", "hßa", "Coäng", "hoøa", "xaõ", "Müller", "Köln", "señor", "fax", "wifi",
            "cơquan", "ngiệp", "kông", "cac", "",
        ] {
            assert!(!is_syllable(word), "{word}");
        }
    }
}
