//! D028

use crate::check::rule::{RuleInput, RuleReport, rule};
use crate::diagnostic::Message;

rule! {
    /// A number and symbol that another document of the issuer bears in the same year.
    ///
    /// ## Why
    /// Number and symbol together name one document of the year; two documents of one name cannot
    /// be told apart in the register.
    ///
    /// ## Bad
    /// ```yaml
    /// issuer: {name: Ủy ban nhân dân xã Nam Sách}
    /// number: 7
    /// date: 2026-03
    /// ```
    ///
    /// ## Good
    /// ```yaml
    /// issuer: {name: Ủy ban nhân dân xã Nam Sách}
    /// number: 8
    /// date: 2026-03
    /// ```
    ///
    /// ## Basis
    /// NĐ 30/2020/NĐ-CP, Phụ lục I, II.3a; Điều 15.1 (R28)
    ///
    /// ## Là gì
    /// Số và ký hiệu trùng với một văn bản khác của cùng cơ quan trong cùng năm.
    ///
    /// ## Vì sao
    /// Trong một năm, số và ký hiệu chỉ thuộc về một văn bản; trùng thì không phân biệt được khi
    /// đăng ký, viện dẫn.
    "D028" "number-taken" Error => check
}

fn check(input: &RuleInput<'_>, report: &mut RuleReport<'_>) {
    let directive = input.directive;
    let bearer = input.context.numbers.bearer(directive);
    let (Some(number), Some(symbol), Some(bearer)) = (directive.number, &directive.symbol, bearer)
    else {
        return;
    };
    let message = Message::new("number-taken")
        .with("number", number)
        .with("symbol", &symbol.value)
        .with("bearer", bearer);
    report.emit(symbol.span, message);
}
