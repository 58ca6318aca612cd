//! D507

use std::collections::BTreeMap;

use crate::check::rule::{RuleInput, RuleReport, rule};
use crate::diagnostic::{Message, Place};
use crate::model::text::Text;

rule! {
    /// A recipient that is named twice.
    ///
    /// ## Why
    /// It gets two copies, or the second name was meant to be another one.
    ///
    /// ## Bad
    /// ```yaml
    /// recipients: {cc: [Ban Dân vận, Ban dân vận], file: {unit: VX}}
    /// ```
    ///
    /// ## Good
    /// ```yaml
    /// recipients: {cc: [Sở Nội vụ, Sở Y tế], file: {unit: VX}}
    /// ```
    ///
    /// ## Basis
    /// Each recipient is named once.
    ///
    /// ## Là gì
    /// Một nơi nhận ghi hai lần.
    ///
    /// ## Vì sao
    /// Nơi đó sẽ nhận hai bản, hoặc tên thứ hai lẽ ra là nơi khác.
    ///
    /// ## Căn cứ
    /// Mỗi nơi nhận ghi một lần.
    "D507" "duplicate-recipient" Warning => check
}

fn check(input: &RuleInput<'_>, report: &mut RuleReport<'_>) {
    let recipients = &input.directive.recipients;
    let mut seen: BTreeMap<String, &Text> = BTreeMap::new();
    for entry in recipients.to.iter().chain(&recipients.cc) {
        let folded = folded(entry);
        if let Some(first) = seen.get(&folded) {
            let message = Message::new("duplicate-recipient").with("entry", &entry.value);
            let finding = report.emit(entry.span, message);
            let label = Some(Message::new("duplicate-key-first"));
            finding.related.push(Place { span: first.span, label });
            finding.subject = Some(entry.value.clone());
        }
        seen.entry(folded).or_insert(entry);
    }
}

fn folded(entry: &Text) -> String {
    entry.value.trim_matches(['-', ';', '.', ',', ' ']).to_lowercase()
}
