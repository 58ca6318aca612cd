//! D502

use crate::check::rule::{RuleReport, Subject, rule};
use crate::diagnostic::Message;
use crate::fonts::estimated_width;
use crate::source::Span;

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
    ///
    /// ## Là gì
    /// Dãy ký tự dài mà không dòng nào chứa hết.
    ///
    /// ## Vì sao
    /// Nó sẽ in tràn ra lề hoặc đè lên cột bên cạnh.
    "D502" "unbreakable-word" Error => check
}

/// A line of 155 mm in 14 pt, in thousandths of the type size.
const LINE: usize = 31_000;

/// The left column of the header, 56 mm in 13 pt; bold capitals are wider than the others.
const COLUMN: usize = 11_500;

fn check(subject: &Subject<'_>, report: &mut RuleReport<'_>) {
    let directive = subject.directive;
    let narrow: Vec<Span> = directive.column_texts().iter().map(|text| text.span).collect();
    directive.texts(&mut |text, span| {
        let most = if narrow.contains(&span) { COLUMN } else { LINE };
        // A line may also break behind `/` and `-`.
        let words = text.split_whitespace().flat_map(|word| word.split_inclusive(['/', '-']));
        let widest = words.max_by_key(|word| width(word)).unwrap_or_default();
        if width(widest) > most {
            let message = Message::new("unbreakable-word")
                .with("word", widest)
                .with("length", widest.chars().count());
            report.emit(span, message);
        }
    });
}

/// As printed in capitals, which is never narrower.
fn width(word: &str) -> usize {
    estimated_width(&word.to_uppercase())
}
