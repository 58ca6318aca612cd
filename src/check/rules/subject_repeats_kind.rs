//! D039

use crate::check::rule::{RuleInput, RuleReport, rule};
use crate::diagnostic::Message;

rule! {
    /// A trích yếu that begins with the kind of the document.
    ///
    /// ## Why
    /// The program prints the kind as the title above the trích yếu; it would stand there twice.
    ///
    /// ## Bad
    /// ```yaml
    /// kind: ke-hoach
    /// symbol: KH-UBND
    /// subject: Kế hoạch rà soát hộ nghèo năm 2026
    /// ```
    ///
    /// ## Good
    /// ```yaml
    /// kind: ke-hoach
    /// symbol: KH-UBND
    /// subject: Rà soát hộ nghèo năm 2026
    /// ```
    ///
    /// ## Basis
    /// NĐ 30/2020/NĐ-CP, Phụ lục I, II.5a (R38, R39)
    ///
    /// ## Là gì
    /// Trích yếu bắt đầu bằng chính tên loại văn bản.
    ///
    /// ## Vì sao
    /// Tên loại đã được in thành tên văn bản ở dòng trên; ghi nữa thì in hai lần.
    "D039" "subject-repeats-kind" Warning => check
}

fn check(input: &RuleInput<'_>, report: &mut RuleReport<'_>) {
    let directive = input.directive;
    let text = directive.subject.value.to_lowercase();
    let name = directive.kind.name.to_lowercase();
    let Some(rest) = text.strip_prefix(&name).filter(|_| directive.kind.has_title()) else {
        return;
    };
    // `Kế hoạch hóa gia đình` is a word of its own.
    let is_other_word = [" hóa", " hoá", " viên"].iter().any(|word| rest.starts_with(word));
    if rest.starts_with(' ') && !is_other_word {
        let message = Message::new("subject-repeats-kind").with("kind", directive.kind.name);
        report.emit(directive.subject.span, message);
    }
}
