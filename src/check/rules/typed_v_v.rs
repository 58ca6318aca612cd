//! D041

use crate::check::rule::{RuleInput, RuleReport, rule};
use crate::diagnostic::Message;

rule! {
    /// `V/v` typed by the author.
    ///
    /// ## Why
    /// The program prints `V/v` before the trích yếu of a công văn; other kinds have none.
    ///
    /// ## Bad
    /// ```yaml
    /// subject: V/v rà soát hộ nghèo
    /// ```
    ///
    /// ## Good
    /// ```yaml
    /// subject: rà soát hộ nghèo
    /// ```
    ///
    /// ## Basis
    /// NĐ 30/2020/NĐ-CP, Phụ lục I, II.5b (R41)
    ///
    /// ## Là gì
    /// Tự gõ `V/v` ở đầu trích yếu.
    ///
    /// ## Vì sao
    /// `V/v` của công văn do chương trình in; các loại văn bản khác không có `V/v`.
    "D041" "typed-v-v" Error => check
}

fn check(input: &RuleInput<'_>, report: &mut RuleReport<'_>) {
    let directive = input.directive;
    let text = directive.subject.value.to_lowercase();
    let is_letter = !directive.kind.has_title();
    let begins = |words: &str| text.starts_with(words);
    if begins("v/v") || is_letter && (begins("về việc ") || begins("vv ")) {
        let typed: String = directive.subject.value.chars().take(3).collect();
        let typed = if begins("về việc ") { "Về việc".to_owned() } else { typed };
        report.emit(directive.subject.span, Message::new("typed-v-v").with("typed", typed.trim()));
    }
}
