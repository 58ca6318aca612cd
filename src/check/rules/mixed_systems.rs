//! D141

use crate::check::rule::{RuleInput, RuleReport, rule};
use crate::diagnostic::Message;
use crate::model::symbol::Shape;

rule! {
    /// A symbol that mixes the ways of Party and State.
    ///
    /// ## Why
    /// A Party symbol has the hyphen first and the slash before the organ (`05-KH/TU`), a state
    /// symbol the slash first (`05/KH-UBND`).
    ///
    /// ## Bad
    /// ```yaml
    /// body: Theo Kế hoạch số 05/KH/TU ngày 05/3/2026 của Tỉnh ủy về giảm nghèo, đề nghị các xã rà soát./.
    /// ```
    ///
    /// ## Good
    /// ```yaml
    /// body: Theo Kế hoạch số 05-KH/TU ngày 05/3/2026 của Tỉnh ủy về giảm nghèo, đề nghị các xã rà soát./.
    /// ```
    ///
    /// ## Basis
    /// NĐ 30/2020/NĐ-CP, Phụ lục I, II.3; Hướng dẫn 05-HD/VPTW (R128, R141, R147)
    ///
    /// ## Là gì
    /// Ký hiệu lẫn cách viết của văn bản Đảng và văn bản hành chính.
    ///
    /// ## Vì sao
    /// Ký hiệu của Đảng viết gạch nối trước, gạch chéo trước tên cơ quan (`05-KH/TU`); của Nhà nước
    /// viết gạch chéo trước (`05/KH-UBND`).
    "D141" "mixed-systems" Warning => check
}

fn check(input: &RuleInput<'_>, report: &mut RuleReport<'_>) {
    // What a Party document's own symbol is like, D600 looks at.
    let own = input.directive.symbol.as_ref().filter(|_| !input.directive.rules.is_of_party());
    if let Some(symbol) = own {
        let (front, organ) = symbol.value.split_once('/').unwrap_or_default();
        // A number in front of the slash is D029.
        if !organ.is_empty() && !front.bytes().all(|byte| byte.is_ascii_digit()) {
            let message = Message::new("mixed-systems-own").with("symbol", &symbol.value);
            report.emit(symbol.span, message).subject = Some(symbol.value.clone());
        }
    }
    for cited in input.citations {
        if cited.citation.shape == Shape::Mixed && !cited.is_old {
            let message =
                Message::new("mixed-systems").with("cited", cited.words()).with("expected", {
                    let parts: Vec<&str> = cited.citation.symbol.split(['/', '-']).collect();
                    parts.iter().skip(2).fold(
                        format!("{}-{}/", parts[0], parts.get(1).unwrap_or(&"…")),
                        |text, part| text + part,
                    )
                });
            report.emit(cited.span(), message).subject = Some(cited.words().to_owned());
        }
    }
}
