//! D502

use crate::check::rule::{RuleReport, Subject, rule};
use crate::diagnostic::Message;

rule! {
    /// A run of characters without a space that no line can hold.
    ///
    /// ## Why
    /// It would run over the margin and off the paper.
    ///
    /// ## Bad
    /// ```yaml
    /// subject: xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
    /// ```
    ///
    /// ## Good
    /// ```yaml
    /// subject: nghiêng nghiêng
    /// ```
    ///
    /// ## Basis
    /// NĐ 30/2020/NĐ-CP, Phụ lục I, I.3 (R8)
    "D502" "unbreakable-word" Error => check
}

/// No line of 165 mm holds more letters of 14 pt; the longest Vietnamese syllable has seven.
const MOST: usize = 60;

fn check(subject: &Subject<'_>, report: &mut RuleReport<'_>) {
    subject.directive.texts(&mut |text, span| {
        let longest = text.split_whitespace().map(|word| word.chars().count()).max().unwrap_or(0);
        if longest > MOST {
            let message =
                Message::new("unbreakable-word").with("length", longest).with("most", MOST);
            report.emit(span, message);
        }
    });
}
