//! D501

use crate::check::rule::{RuleInput, RuleReport, rule};
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

fn check(input: &RuleInput<'_>, report: &mut RuleReport<'_>) {
    let coverage = input.context.coverage;
    input.directive.texts(&mut |text, span| {
        if let Some(sign) = text.chars().find_map(|sign| coverage.lacks(sign)) {
            let message = Message::new("missing-glyph")
                .with("sign", sign)
                .with("number", format!("U+{:04X}", u32::from(sign)))
                .with("font", coverage.family());
            report.emit(span, message);
        }
    });
}
