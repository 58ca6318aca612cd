//! D079

use crate::check::rule::{RuleInput, RuleReport, rule};
use crate::diagnostic::{Message, Severity};
use crate::model::kind::{Addressed, Form};

rule! {
    /// Nơi nhận whose first entry does not fit: `Như trên` without Kính gửi, or Kính gửi without
    /// `Như trên`.
    ///
    /// ## Why
    /// `Như trên` stands for those under Kính gửi: it comes first where there are such, and means
    /// nothing where there are none.
    ///
    /// ## Bad
    /// ```yaml
    /// recipients: {to: [Sở Nội vụ], cc: [Sở Y tế], file: {unit: VX}}
    /// ```
    ///
    /// ## Good
    /// ```yaml
    /// recipients: {to: [Sở Nội vụ], cc: [Như trên, Sở Y tế], file: {unit: VX}}
    /// ```
    ///
    /// ## Basis
    /// NĐ 30/2020/NĐ-CP, Phụ lục I, II.9b; Phụ lục III, các mẫu 1.1, 1.2, 1.5 (R79)
    ///
    /// ## Là gì
    /// Dòng đầu của Nơi nhận không hợp: có `Như trên` mà không có Kính gửi, hoặc ngược lại.
    ///
    /// ## Vì sao
    /// `Như trên` thay cho những nơi ở Kính gửi: có Kính gửi thì nó đứng đầu, không có thì nó vô
    /// nghĩa.
    "D079" "first-recipient" Warning => check
}

fn check(input: &RuleInput<'_>, report: &mut RuleReport<'_>) {
    let recipients = &input.directive.recipients;
    let Some(first) = recipients.cc.first() else { return };
    let is_above =
        |words: &str| words.to_lowercase().trim_start_matches("- ").starts_with("như trên");
    if ["quyet-dinh", "nghi-quyet"].contains(&input.directive.kind.id) {
        if !first.value.starts_with("Như Điều") {
            report.emit(first.span, Message::new("first-recipient").with("what", "article"));
        }
        return;
    }
    // A giấy giới thiệu goes to whom the person is sent to (Mẫu 1.8).
    let is_sent = input.directive.kind.form == Form::Introduction;
    if recipients.to.is_empty() && is_sent {
        return;
    }
    if recipients.to.is_empty() {
        if let Some(entry) = recipients.cc.iter().find(|entry| is_above(&entry.value)) {
            report.emit(entry.span, Message::new("first-recipient").with("what", "nobody"));
        }
    } else if !is_above(&first.value) && !is_needless(input) {
        let message = Message::new("first-recipient").with("what", "missing");
        // The decree commands this one (II.9b); the others are only in its forms.
        report.emit(first.span, message).severity = Severity::Error;
    }
}

/// A document that has no Kính gửi: that it has one is D072, and nothing goes with it.
fn is_needless(input: &RuleInput<'_>) -> bool {
    let kind = input.directive.kind;
    kind.addressed == Addressed::Never && !kind.id.starts_with("phieu-")
}
