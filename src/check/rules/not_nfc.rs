//! D010

use unicode_normalization::{UnicodeNormalization, is_nfc};

use crate::check::rule::{RuleReport, Subject, rule};
use crate::diagnostic::Message;

rule! {
    /// Letters that are put together from a letter and a mark instead of being one sign.
    ///
    /// ## Why
    /// They look the same and are not: who searches for the word, or compares two names, does not
    /// find it.
    ///
    /// ## Bad
    /// ```yaml
    /// subject: "ra\u0300 soát hộ nghèo"
    /// ```
    ///
    /// ## Good
    /// ```yaml
    /// subject: rà soát hộ nghèo
    /// ```
    ///
    /// ## Basis
    /// NĐ 30/2020/NĐ-CP, Phụ lục I, I.4: TCVN 6909:2001 (R10)
    ///
    /// ## Là gì
    /// Chữ tiếng Việt gõ rời dấu (dạng tổ hợp), không phải dạng dựng sẵn.
    ///
    /// ## Vì sao
    /// Nhìn thì giống nhau nhưng máy coi là khác: tìm kiếm hay so sánh tên đều không ra.
    "D010" "not-nfc" Warning => check
}

fn check(subject: &Subject<'_>, report: &mut RuleReport<'_>) {
    for prose in subject.prose.iter().filter(|prose| !prose.text.is_ascii()) {
        // Marks of their own, and the few signs that stand for others: most texts have none.
        let is_doubtful = |sign: char| {
            matches!(sign, '\u{300}'..='\u{36f}' | '\u{1100}'..='\u{11ff}' | '\u{212a}'..='\u{212b}')
                || sign >= '\u{f900}'
        };
        if !prose.text.chars().any(is_doubtful) || is_nfc(&prose.text) {
            continue;
        }
        let mut words = prose.text.split([' ', '\n']).map(|word| (prose.offset_of(word), word));
        let Some((start, word)) = words.find(|(_, word)| !is_nfc(word)) else { continue };
        let whole: String = word.nfc().collect();
        let message = Message::new("not-nfc").with("word", whole);
        report.emit(prose.span(start..start + word.len()), message);
    }
}
