//! D022

use crate::check::rule::{RuleReport, Subject, rule};
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
    /// issuer: {name: UBND xã Nam Hưng}
    /// ```
    ///
    /// ## Good
    /// ```yaml
    /// issuer: {name: Ủy ban nhân dân xã Nam Hưng}
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
    "D022" "abbreviated-issuer" Warning => check
}

/// Abbreviations that stand in names of agencies.
const SHORT: [&str; 24] = [
    "UBND", "HĐND", "BCĐ", "BQL", "BHXH", "BHYT", "BHTN", "TAND", "VKSND", "UBMTTQ", "MTTQ",
    "LĐTBXH", "TBXH", "GDĐT", "TNMT", "NNPTNT", "KHĐT", "KHCN", "VHTTDL", "TTTT", "PCTT", "TKCN",
    "CCHC", "ATTP",
];

fn check(subject: &Subject<'_>, report: &mut RuleReport<'_>) {
    let Some(issuer) = &subject.directive.issuer else { return };
    let mut words = issuer.name.value.split(|sign: char| !sign.is_alphanumeric());
    if let Some(word) = words.find(|word| SHORT.contains(word)) {
        let message = Message::new("abbreviated-issuer").with("word", word);
        report.emit(issuer.name.span, message);
    }
}
