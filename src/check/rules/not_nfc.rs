//! D010

use unicode_normalization::is_nfc;

use crate::characters::normalized;
use crate::check::rule::{RuleInput, RuleReport, rule};
use crate::diagnostic::Message;

rule! {
    /// Letters that are put together from a letter and a mark instead of being one sign.
    ///
    /// ## Why
    /// The program reads and prints them as one sign, but they stay two in the file: whoever searches
    /// it for the word does not find it.
    ///
    /// ## Bad
    /// ```yaml
    /// subject: rà soát hộ nghèo
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
    /// Chương trình đọc và in thành chữ dựng sẵn, nhưng trong tệp vẫn là hai ký tự: tìm trong tệp
    /// không ra.
    "D010" "not-nfc" Info => check
}

fn check(input: &RuleInput<'_>, report: &mut RuleReport<'_>) {
    for prose in input.prose.iter().filter(|prose| !prose.text.is_ascii()) {
        for written in prose.written(input.sources) {
            let text = written.text;
            if !text.chars().any(|sign| ('\u{300}'..='\u{36f}').contains(&sign)) {
                continue;
            }
            let Some(word) = text.split_whitespace().find(|word| !is_nfc(word)) else { continue };
            let message = Message::new("not-nfc").with("word", normalized(word));
            let start = text.find(word).unwrap_or(0);
            report.emit(written.span(start..start + word.len()), message);
            break;
        }
    }
}
