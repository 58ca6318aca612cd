//! UTF-8 that was read as Windows-1252 and saved again: `CÃ´ng vÄƒn` for `Công văn`.

use std::ops::Range;

use crate::codes;
use crate::diagnostic::{Diagnostic, Edit, Message};
use crate::span::{SourceId, Span};

/// What the first bytes of Vietnamese letters and of curly quotes become.
const SIGNS: [&str; 8] = ["Ã", "Ä", "Å", "Æ", "á»", "áº", "â€", "Â"];

/// Signs of such bytes that no Vietnamese text has.
const LOST: [char; 5] = ['Ä', 'Å', 'Æ', '»', 'º'];

/// The characters of Windows-1252 from 0x80 on that Latin-1 has not.
const HIGH: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}',
    '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// The one finding for all such places of `text`, at the first of them.
pub(super) fn find(text: &str, source: SourceId) -> Option<Diagnostic> {
    if !SIGNS.iter().any(|sign| text.contains(sign)) {
        return None;
    }
    let runs: Vec<(Range<usize>, String)> = runs(text);
    let (first, _) = runs.first()?;
    let start = text[..first.start].rfind(char::is_whitespace).map_or(0, |it| it + 1);
    let start = start + text[start..].len() - text[start..].trim_start().len();
    let end = text[first.end..].find(char::is_whitespace).map_or(text.len(), |it| first.end + it);
    let word = start.min(first.start)..end;
    let found = &text[word.clone()];
    let mut meant = String::new();
    let mut from = word.start;
    for (run, letters) in runs.iter().filter(|(run, _)| word.contains(&run.start)) {
        meant.push_str(&text[from..run.start]);
        meant.push_str(letters);
        from = run.end;
    }
    meant.push_str(text.get(from..word.end).unwrap_or_default());
    let message = Message::new("mojibake").with("found", found).with("meant", meant);
    let message = message.with("count", runs.len());
    let mut finding = Diagnostic::new(&codes::WRONG_ENCODING, message).at(Span::new(source, word));
    // Bytes that no character stands for were lost on the way: such letters must be typed again.
    let is_left = |(at, _): (usize, &str)| !runs.iter().any(|(range, _)| range.contains(&at));
    let safe = !text.match_indices(LOST).any(is_left);
    let edit =
        |(range, right): (Range<usize>, String)| Edit::new(Span::new(source, range), right, safe);
    finding.edits = runs.iter().cloned().map(edit).collect();
    Some(finding)
}

/// Each run of signs that are bytes of Vietnamese letters, and these.
fn runs(text: &str) -> Vec<(Range<usize>, String)> {
    let mut found = Vec::new();
    let mut signs = text.char_indices().peekable();
    while let Some((start, sign)) = signs.next() {
        let Some(byte) = byte_of(sign).filter(|_| !sign.is_ascii()) else { continue };
        let mut bytes = vec![byte];
        let mut end = start + sign.len_utf8();
        while let Some((at, next)) = signs.peek().copied() {
            let Some(byte) = byte_of(next).filter(|_| !next.is_ascii()) else { break };
            bytes.push(byte);
            end = at + next.len_utf8();
            signs.next();
        }
        if let Ok(letters) = String::from_utf8(bytes)
            && letters.chars().all(is_expected)
        {
            found.push((start..end, letters));
        }
    }
    found
}

fn byte_of(sign: char) -> Option<u8> {
    if let Some(place) = HIGH.iter().position(|high| *high == sign) {
        return u8::try_from(0x80 + place).ok();
    }
    u8::try_from(u32::from(sign)).ok()
}

/// Letters of Vietnamese and signs of its texts, beyond ASCII.
fn is_expected(sign: char) -> bool {
    matches!(sign, 'À'..='Ý' | 'à'..='ý' | 'Ă' | 'ă' | 'Đ' | 'đ' | 'Ĩ' | 'ĩ' | 'Ũ' | 'ũ' | 'Ơ' | 'ơ'
        | 'Ư' | 'ư' | '\u{1ea0}'..='\u{1ef9}' | '“' | '”' | '‘' | '’' | '–' | '—' | '…' | '²' | '³'
        | '°' | '\u{a0}' | '•' | '₫' | '\u{300}'..='\u{323}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Sources;

    /// `text` as a program shows it that takes its bytes for Windows-1252.
    fn garbled(text: &str) -> String {
        text.bytes()
            .map(|byte| match byte {
                0x80..=0x9f => HIGH[usize::from(byte) - 0x80],
                byte => char::from(byte),
            })
            .collect()
    }

    fn mended(text: &str) -> String {
        let source = Sources::default().add("a", text);
        let Some(finding) = find(text, source) else { return text.to_owned() };
        let edits: Vec<&Edit> = finding.edits.iter().collect();
        crate::fix::applied(text, &edits)
    }

    #[test]
    fn every_letter_of_vietnamese_is_found_again() {
        let words = "Ủy ban nhân dân xã Đắk Lắk, số 12/QĐ-UBND; “ằặẵẳ ỳỷỹỵ Ỷ” – ưỡng ÀÁÂÃ ướt…";
        for word in words.split(' ') {
            assert_eq!(mended(&garbled(word)), word);
        }
        assert_eq!(mended(&garbled(words)), words);
    }

    #[test]
    fn texts_without_damage_stay() {
        for text in [
            "Công văn số 12/UBND-VX",
            "ỦY BAN NHÂN DÂN XÃ AN LẠC",
            "Ã ã Ä ä Å å Æ æ Â â",
            "XÃ ĐÃ NÃO BÃI",
            "Â€ và â€",
            "“Đã” – ‘Âu’… «Ã»",
            "Ăn, Âu, Êđê, Ôtô, Ơn, Ưu",
            "ÂÂ ÊÊ ÃÃ ÔÔ",
            "naïve café Zürich Ångström",
            "10 €, 20 ‰, 5 m², 30°C",
            "KHÔNG CÓ GÌ",
        ] {
            assert_eq!(mended(text), text);
        }
    }
}
