//! D141

use crate::check::rule::{RuleInput, RuleReport, rule};
use crate::diagnostic::Message;
use crate::model::symbol::{STATE_CODES, Shape};

rule! {
    /// A symbol that mixes the ways of Party and State.
    ///
    /// ## Why
    /// A Party symbol has the hyphen first and the slash before the organ (`05-KH/TU`), a state
    /// symbol the slash first (`05/KH-UBND`); `05-KH/UBND` has them exchanged.
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
    /// viết gạch chéo trước (`05/KH-UBND`); `05-KH/UBND` là viết ngược.
    "D141" "mixed-systems" Warning => check
}

/// `42-KH/UBND`: a symbol in the form of the Party's whose organ is one of the State.
fn is_state_organ(symbol: &str) -> bool {
    const ORGANS: [&str; 14] = [
        "UBND", "HĐND", "CP", "TTg", "BTC", "BNV", "BYT", "BXD", "BTP", "BCT", "BCA", "BGDĐT",
        "VPCP", "BNNMT",
    ];
    let Some((front, organ)) = symbol.split_once('/') else { return false };
    let Some((number, code)) = front.split_once('-') else { return false };
    let organ = organ.split('-').next().unwrap_or_default();
    let is_number = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
    let is_department = organ.chars().count() > 2 && organ.starts_with('S');
    is_number && STATE_CODES.contains(&code) && (ORGANS.contains(&organ) || is_department)
}

fn check(input: &RuleInput<'_>, report: &mut RuleReport<'_>) {
    // What a Party document's own symbol is like, D600 looks at.
    let own = input.directive.symbol.as_ref().filter(|_| !input.directive.rules.is_of_party());
    if let Some(symbol) = own {
        let (front, organ) = symbol.value.split_once('/').unwrap_or_default();
        // A number in front of the slash is D029.
        if !organ.is_empty() && !front.bytes().all(|byte| byte.is_ascii_digit()) {
            let message = Message::new("mixed-systems-own")
                .with("symbol", &symbol.value)
                .with("expected", symbol.value.replacen('/', "-", 1));
            report.emit(symbol.span, message).subject = Some(symbol.value.clone());
        }
    }
    for cited in input.citations.iter().filter(|cited| is_state_organ(&cited.citation.symbol)) {
        let symbol = &cited.citation.symbol;
        let Some((number, rest)) = symbol.split_once('-') else { continue };
        let message = Message::new("mixed-systems-state")
            .with("cited", cited.words())
            .with("expected", format!("{number}/{}", rest.replacen('/', "-", 1)));
        report.emit(cited.span(), message).subject = Some(cited.words().to_owned());
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
