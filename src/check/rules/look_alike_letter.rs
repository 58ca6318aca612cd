//! D509

use crate::check::rule::{RuleReport, Subject, rule};
use crate::diagnostic::Message;

rule! {
    /// A Cyrillic or Greek letter among Latin ones.
    ///
    /// ## Why
    /// It looks the same, but the word is not found by a search, and some typefaces show it in
    /// another shape.
    ///
    /// ## Bad
    /// ```yaml
    /// subject: "rà soát h\u043e nghèo"
    /// ```
    ///
    /// ## Good
    /// ```yaml
    /// subject: rà soát ho nghèo
    /// ```
    ///
    /// ## Basis
    /// NĐ 30/2020/NĐ-CP, Phụ lục I, I.4 (R9)
    ///
    /// ## Là gì
    /// Chữ cái Kirin hoặc Hy Lạp lẫn trong từ viết bằng chữ Latinh.
    ///
    /// ## Vì sao
    /// Nhìn giống nhau nhưng tìm kiếm không ra, và có kiểu chữ in ra hình khác.
    "D509" "look-alike-letter" Warning => check
}

fn check(subject: &Subject<'_>, report: &mut RuleReport<'_>) {
    for prose in subject.prose.iter().filter(|prose| prose.text.chars().any(is_foreign)) {
        for word in prose.text.split(|sign: char| !sign.is_alphanumeric()) {
            let foreign = word.chars().find(|sign| is_foreign(*sign));
            let has_latin = word.chars().any(|sign| sign.is_alphabetic() && !is_foreign(sign));
            let Some(sign) = foreign.filter(|_| has_latin) else { continue };
            let start = prose.offset_of(word);
            let message = Message::new("look-alike-letter")
                .with("word", word)
                .with("sign", sign)
                .with("number", format!("U+{:04X}", u32::from(sign)));
            let span = prose.span(start..start + word.len());
            report.emit(span, message).subject = Some(word.to_owned());
        }
    }
}

/// Greek and Cyrillic.
fn is_foreign(sign: char) -> bool {
    matches!(sign, '\u{370}'..='\u{3ff}' | '\u{400}'..='\u{52f}')
}
