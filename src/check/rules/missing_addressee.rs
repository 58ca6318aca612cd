//! D175

use crate::check::rule::{RuleInput, RuleReport, rule};
use crate::diagnostic::Message;
use crate::model::kind::Addressed;

rule! {
    /// A công văn or tờ trình with Nơi nhận that names nobody under Kính gửi.
    ///
    /// ## Why
    /// A letter goes to somebody; with Nơi nhận filled in and Kính gửi empty the addressee was
    /// forgotten.
    ///
    /// ## Bad
    /// ```yaml
    /// issuer: {name: Ủy ban nhân dân xã Yên Phú}
    /// recipients: {cc: [Lãnh đạo Sở], file: {unit: VP}}
    /// ```
    ///
    /// ## Good
    /// ```yaml
    /// issuer: {name: Ủy ban nhân dân xã Yên Phú}
    /// recipients: {to: [Các phòng thuộc Sở], cc: [Như trên, Lãnh đạo Sở], file: {unit: VP}}
    /// ```
    ///
    /// ## Basis
    /// NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 9 điểm b (R175)
    ///
    /// ## Là gì
    /// Công văn, tờ trình có Nơi nhận mà không có Kính gửi.
    ///
    /// ## Vì sao
    /// Công văn, tờ trình phải gửi cho ai; đã ghi Nơi nhận mà Kính gửi để trống là quên ghi.
    "D175" "missing-addressee" Warning => check
}

fn check(input: &RuleInput<'_>, report: &mut RuleReport<'_>) {
    let directive = input.directive;
    let recipients = &directive.recipients;
    // What is recorded as issued is mended by another document.
    if input.context.issued.is_some() {
        return;
    }
    // A draft without its issuer is not yet addressed.
    let Some(first) = recipients.cc.first().filter(|_| directive.issuer.is_some()) else { return };
    // `Như trên` without Kính gửi is D079.
    let is_above = |words: &str| words.to_lowercase().starts_with("như trên");
    let is_told = recipients.cc.iter().any(|entry| is_above(&entry.value));
    if directive.kind.addressed == Addressed::Always && recipients.to.is_empty() && !is_told {
        let message = Message::new("missing-addressee").with("kind", directive.kind.name);
        report.emit(first.span, message);
    }
}
