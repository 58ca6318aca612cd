//! D600

use crate::check::rule::{RuleInput, RuleReport, rule};
use crate::diagnostic::Message;

rule! {
    /// A symbol of a Party document that is not code, slash, organ, with the code of its kind.
    ///
    /// ## Why
    /// The number `05-KH/TU` is put together of number, code and organ; the register finds the
    /// document by it.
    ///
    /// ## Bad
    /// ```yaml
    /// rules: hd05@2026-05-27
    /// kind: ke-hoach
    /// symbol: KH-TU
    /// body: Các chi bộ thực hiện.
    /// ```
    ///
    /// ## Good
    /// ```yaml
    /// rules: hd05@2026-05-27
    /// kind: ke-hoach
    /// symbol: KH/TU
    /// body: Các chi bộ thực hiện.
    /// ```
    ///
    /// ## Basis
    /// Hướng dẫn 05-HD/VPTW ngày 27/5/2026 (R129, R157)
    ///
    /// ## Là gì
    /// Ký hiệu văn bản của Đảng không viết: mã loại, gạch chéo, cơ quan; hoặc mã loại khác tên loại.
    ///
    /// ## Vì sao
    /// Số và ký hiệu `05-KH/TU` gồm số, mã loại và cơ quan; sổ đăng ký tìm văn bản theo đó.
    ///
    /// ## Căn cứ
    /// Hướng dẫn 05-HD/VPTW ngày 27/5/2026 (R157)
    "D600" "party-symbol" Error => check
}

fn check(input: &RuleInput<'_>, report: &mut RuleReport<'_>) {
    let directive = input.directive;
    let (Some(symbol), Some(code)) = (&directive.symbol, directive.rules.code(directive.kind))
    else {
        return;
    };
    let organ = match symbol.value.split_once('/') {
        Some((first, organ)) if first == code && !organ.is_empty() => return,
        Some((_, organ)) => organ,
        None => symbol.value.split_once('-').map_or("", |(_, organ)| organ),
    };
    let organ = if organ.is_empty() { "TU" } else { organ };
    let message = Message::new("party-symbol")
        .with("symbol", &symbol.value)
        .with("kind", directive.kind.name)
        .with("expected", format!("{code}/{organ}"));
    report.emit(symbol.span, message).subject = Some(symbol.value.clone());
}
