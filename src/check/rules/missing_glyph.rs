//! D501

use crate::check::rule::{RuleReport, Subject, rule};
use crate::diagnostic::Message;

rule! {
    /// A character that the typeface has no sign for.
    ///
    /// ## Why
    /// It would be printed as an empty box, or in another typeface; the decree allows one only.
    ///
    /// ## Bad
    /// ```yaml
    /// subject: triển khai nhiệm vụ 🎯
    /// ```
    ///
    /// ## Good
    /// ```yaml
    /// subject: triển khai nhiệm vụ
    /// ```
    ///
    /// ## Basis
    /// NĐ 30/2020/NĐ-CP, Phụ lục I, I.4 (R9)
    ///
    /// ## Là gì
    /// Ký tự mà kiểu chữ không có.
    ///
    /// ## Vì sao
    /// Nó sẽ in thành ô trống hoặc bằng kiểu chữ khác; Nghị định chỉ cho một kiểu chữ.
    "D501" "missing-glyph" Error => check
}

fn check(subject: &Subject<'_>, report: &mut RuleReport<'_>) {
    subject.directive.texts(&mut |text, span| {
        // Capitals are looked at too: many texts are printed IN HOA.
        let missing = text
            .chars()
            .chain(text.to_uppercase().chars())
            .find(|sign| !subject.surroundings.coverage.has(*sign));
        if let Some(sign) = missing {
            let message = Message::new("missing-glyph")
                .with("sign", sign)
                .with("number", format!("U+{:04X}", u32::from(sign)))
                .with("font", subject.surroundings.coverage.family());
            report.emit(span, message);
        }
    });
}
