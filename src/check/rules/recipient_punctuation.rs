//! D077

use crate::check::rule::{RuleInput, RuleReport, rule};
use crate::diagnostic::Message;

rule! {
    /// An entry of Kính gửi or Nơi nhận with a dash in front or a mark behind.
    ///
    /// ## Why
    /// The program sets dashes, `;` and the last full stop; they would stand there twice.
    ///
    /// ## Bad
    /// ```yaml
    /// recipients: {to: ["- Sở Nội vụ", Sở Y tế]}
    /// ```
    ///
    /// ## Good
    /// ```yaml
    /// recipients: {to: [Sở Nội vụ, Sở Y tế]}
    /// ```
    ///
    /// ## Basis
    /// NĐ 30/2020/NĐ-CP, Phụ lục I, II.9d (R74, R77)
    ///
    /// ## Là gì
    /// Dòng Kính gửi hoặc Nơi nhận có gạch đầu dòng hoặc dấu phẩy ở cuối.
    ///
    /// ## Vì sao
    /// Gạch đầu dòng, dấu `;` và dấu `.` cuối do chương trình đặt; ghi thêm thì in hai lần.
    "D077" "recipient-punctuation" Error => check
}

fn check(input: &RuleInput<'_>, report: &mut RuleReport<'_>) {
    let recipients = &input.directive.recipients;
    for entry in recipients.to.iter().chain(&recipients.cc) {
        let mended = entry.value.trim_start_matches(['-', '–', '—', '+', '*', ' ']);
        let is_short = mended.ends_with("v.v.") || mended.ends_with("...");
        let mended = if is_short { mended } else { mended.trim_end_matches([',', '.', ' ']) };
        if mended != entry.value {
            let message = Message::new("recipient-punctuation")
                .with("entry", &entry.value)
                .with("mended", mended);
            report.emit(entry.span, message).subject = Some(entry.value.clone());
        }
    }
}
