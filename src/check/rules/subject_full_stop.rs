//! D042

use crate::check::prose::Part;
use crate::check::rule::{RuleInput, RuleReport, rule};
use crate::diagnostic::Message;

rule! {
    /// A mark at the end of the trích yếu.
    ///
    /// ## Why
    /// A trích yếu is a phrase, not a sentence; the forms of the decree end it without a mark.
    ///
    /// ## Bad
    /// ```yaml
    /// subject: rà soát hộ nghèo.
    /// ```
    ///
    /// ## Good
    /// ```yaml
    /// subject: rà soát hộ nghèo
    /// ```
    ///
    /// ## Basis
    /// NĐ 30/2020/NĐ-CP, Phụ lục I, II.5 (R42)
    ///
    /// ## Là gì
    /// Cuối trích yếu có dấu chấm hoặc dấu câu khác.
    ///
    /// ## Vì sao
    /// Trích yếu là một cụm từ, không phải câu; các mẫu của Nghị định không có dấu ở cuối.
    "D042" "subject-full-stop" Info => check
}

fn check(input: &RuleInput<'_>, report: &mut RuleReport<'_>) {
    let text = &input.directive.subject;
    let Some(mark) = text.value.chars().next_back().filter(|sign| ".;,".contains(*sign)) else {
        return;
    };
    if !text.value.ends_with("v.v.") && !text.value.ends_with("...") {
        let finding = report.emit(text.span, Message::new("subject-full-stop").with("mark", mark));
        let subject = input.prose.iter().find(|prose| prose.part == Part::Subject);
        finding.edits.extend(subject.and_then(|prose| {
            let end = prose.text.len();
            prose.safe_edit(end - mark.len_utf8()..end, "")
        }));
    }
}
