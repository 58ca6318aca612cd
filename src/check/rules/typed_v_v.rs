//! D041

use crate::check::prose::Part;
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
        let message = Message::new("typed-v-v").with("typed", typed.trim());
        let finding = report.emit(directive.subject.span, message);
        // What is printed before the subject is typed a second time.
        let typed = ["Về việc ", "về việc ", "V/v ", "v/v ", "V/V "]
            .iter()
            .find(|typed| is_letter && directive.subject.value.starts_with(**typed));
        let subject = input.prose.iter().find(|prose| prose.part == Part::Subject);
        if let (Some(typed), Some(prose)) = (typed, subject) {
            let first = prose.text[typed.len()..].chars().next().map_or(0, char::len_utf8);
            let range = 0..typed.len() + first;
            finding
                .edits
                .extend(prose.safe_edit(range.clone(), &prose.text[typed.len()..range.end]));
        }
    }
}
