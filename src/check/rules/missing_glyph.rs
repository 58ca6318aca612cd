//! D501

use crate::check::rule::{RuleInput, RuleReport, rule};
use crate::diagnostic::Message;
use crate::fonts::Coverage;

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
    let mut printed = Printed::new(input.context.coverage);
    input.directive.texts(&mut |text, span| {
        let missing = text.chars().find_map(|sign| printed.lacks(sign));
        if let Some(sign) = missing {
            let message = Message::new("missing-glyph")
                .with("sign", sign)
                .with("number", format!("U+{:04X}", u32::from(sign)))
                .with("font", input.context.coverage.family());
            report.emit(span, message);
        }
    });
}

/// Signs below this are remembered: Vietnamese texts have few others.
const REMEMBERED: usize = 0x2000;

/// What has been looked at.
struct Printed<'a> {
    coverage: &'a Coverage,
    can: Vec<bool>,
}

impl<'a> Printed<'a> {
    fn new(coverage: &'a Coverage) -> Self {
        Self { coverage, can: vec![false; REMEMBERED] }
    }

    /// The sign that the typeface lacks to print `sign`: it, or one of its capitals, for many
    /// texts are printed IN HOA.
    fn lacks(&mut self, sign: char) -> Option<char> {
        let index = sign as usize;
        if self.can.get(index) == Some(&true) {
            return None;
        }
        let mut needed = std::iter::once(sign).chain(sign.to_uppercase());
        let missing = needed.find(|sign| !self.coverage.has(*sign));
        if let Some(can) = self.can.get_mut(index) {
            *can = missing.is_none();
        }
        missing
    }
}
