//! D530

use crate::check::rule::{RuleInput, RuleReport, rule};
use crate::diagnostic::Message;
use crate::issue::meaning_of;

rule! {
    /// An issued document that no longer says what it said when it was issued.
    ///
    /// ## Why
    /// An issued document has gone out under its number. Whoever changes its source afterwards
    /// has a text that nobody signed; a correction is an act of its own, with a reason.
    ///
    /// ## Bad
    /// ```yaml
    /// subject: rà soát hộ nghèo, hộ cận nghèo
    /// ```
    /// ```yaml issued
    /// data/issued-changed-Bad.yaml:
    ///   document: /UBND-VX
    ///   date: 2026-03-05
    ///   state: issued
    ///   meaning: 1-00000000000000000000000000000000
    ///   source: "00000000000000000000000000000000"
    ///   program: vanthu
    /// ```
    ///
    /// ## Good
    /// ```yaml
    /// subject: rà soát hộ nghèo
    /// ```
    ///
    /// ## Basis
    /// NĐ 30/2020/NĐ-CP, Điều 18 khoản 3, khoản 4 (R203, R204). The record in `issued/`, which
    /// `vanthu issue` writes, holds what each issued document says; one that was withdrawn is kept
    /// as it is.
    ///
    /// ## Là gì
    /// Văn bản đã ban hành mà nội dung in ra không còn như khi ban hành.
    ///
    /// ## Vì sao
    /// Văn bản đã ban hành là văn bản đã ký, đã gửi. Sửa tệp sau đó thì có một bản không ai ký;
    /// đính chính phải có lý do.
    ///
    /// ## Căn cứ
    /// NĐ 30/2020/NĐ-CP, Điều 18 khoản 3, khoản 4. Sổ `issued/`, do `vanthu issue` ghi, giữ nội
    /// dung của từng văn bản đã ban hành; văn bản đã thu hồi được giữ nguyên.
    "D530" "issued-changed" Error => check
}

fn check(input: &RuleInput<'_>, report: &mut RuleReport<'_>) {
    let Some(entry) = input.context.issued else { return };
    if meaning_of(input.directive, input.tables) == entry.meaning {
        return;
    }
    let span = input.directive.status_span.unwrap_or(input.directive.span);
    let message = Message::new("issued-changed")
        .with("document", &entry.document)
        .with("date", &entry.date)
        .with("state", entry.state.name());
    report.emit(span, message);
}
