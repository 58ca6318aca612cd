//! D200

use crate::check::rule::{RuleInput, RuleReport, rule};
use crate::diagnostic::Message;

rule! {
    /// Fewer copies on the Lưu line than Nơi nhận has entries.
    ///
    /// ## Why
    /// As many copies are made as Nơi nhận says; with fewer than entries somebody gets none.
    ///
    /// ## Bad
    /// ```yaml
    /// recipients: {to: [Sở Tài chính, Sở Y tế], cc: [Như trên], file: {unit: VP, drafter: HA, copies: 1}}
    /// ```
    ///
    /// ## Good
    /// ```yaml
    /// recipients: {to: [Sở Tài chính, Sở Y tế], cc: [Như trên], file: {unit: VP, drafter: HA, copies: 4}}
    /// ```
    ///
    /// ## Basis
    /// NĐ 30/2020/NĐ-CP, Điều 17 khoản 1 điểm a (R200)
    ///
    /// ## Là gì
    /// Số lượng bản ở dòng Lưu ít hơn số nơi nhận.
    ///
    /// ## Vì sao
    /// Văn bản được nhân bản đúng số lượng xác định ở phần nơi nhận; ít hơn thì có nơi không nhận
    /// được.
    "D200" "fewer-copies" Warning => check
}

fn check(input: &RuleInput<'_>, report: &mut RuleReport<'_>) {
    let recipients = &input.directive.recipients;
    let Some(file) = &recipients.file else { return };
    let (Some(copies), Some(unit)) = (file.copies, file.unit.as_ref().or(file.drafter.as_ref()))
    else {
        return;
    };
    let is_named = |words: &str| !words.starts_with("Như ") && !words.starts_with("như ");
    let named = recipients.cc.iter().filter(|entry| is_named(&entry.value)).count();
    let entries = recipients.to.len() + named;
    if usize::try_from(copies.get()).is_ok_and(|copies| copies < entries) {
        let message = Message::new("fewer-copies").with("copies", copies).with("entries", entries);
        report.emit(unit.span, message);
    }
}
