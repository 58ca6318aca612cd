//! D022

use crate::check::rule::{RuleInput, RuleReport, rule};
use crate::diagnostic::Message;

rule! {
    /// An issuing agency whose name is abbreviated.
    ///
    /// ## Why
    /// The issuer stands there with its full official name; only the agency above it may be
    /// abbreviated.
    ///
    /// ## Bad
    /// ```yaml
    /// issuer: {name: UBND xã Nam Sách}
    /// ```
    ///
    /// ## Good
    /// ```yaml
    /// issuer: {name: Ủy ban nhân dân xã Nam Sách}
    /// ```
    ///
    /// ## Basis
    /// NĐ 30/2020/NĐ-CP, Phụ lục I, II.2b (R22)
    ///
    /// ## Là gì
    /// Tên cơ quan ban hành còn viết tắt.
    ///
    /// ## Vì sao
    /// Cơ quan ban hành phải ghi đầy đủ tên chính thức; chỉ cơ quan chủ quản mới được viết tắt.
    "D022" "abbreviated-issuer" Error => check
}

/// Abbreviations that are part of official names.
const OFFICIAL: [&str; 8] = ["TNHH", "MTV", "VNPT", "EVN", "CP", "BOT", "ODA", "FDI"];

/// A longer run of capitals is a name or an accident.
const LONGEST: usize = 7;

fn check(input: &RuleInput<'_>, report: &mut RuleReport<'_>) {
    let Some(issuer) = &input.directive.issuer else { return };
    let name = &issuer.name.value;
    // A name that is all in capitals has none that can be told.
    if !name.contains(char::is_lowercase) {
        return;
    }
    let mut words = name.split([' ', '-', '/', '(', ')', ',', '.']);
    if let Some(word) = words.find(|word| is_abbreviation(word)) {
        let message = Message::new("abbreviated-issuer").with("word", word);
        report.emit(issuer.name.span, message);
    }
}

/// `UBND`, `GD&ĐT`, `PCTT`; a Roman numeral is none.
fn is_abbreviation(word: &str) -> bool {
    let length = word.chars().count();
    let is_roman = word.bytes().all(|byte| b"IVXLC".contains(&byte));
    let are_capitals = word.chars().all(|sign| sign.is_uppercase() || sign == '&');
    (2..=LONGEST).contains(&length) && are_capitals && !is_roman && !OFFICIAL.contains(&word)
}
