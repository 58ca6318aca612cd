//! D029

use crate::check::rule::{RuleInput, RuleReport, rule};
use crate::diagnostic::Message;
use crate::model::symbol::STATE_CODES;

rule! {
    /// A symbol with spaces, a long dash, its number or letters of the wrong case.
    ///
    /// ## Why
    /// The symbol is in capitals, its groups are parted by a hyphen without spaces; only `CTr`, `TTr`,
    /// `QyĐ` and `TrS` are mixed.
    ///
    /// ## Bad
    /// ```yaml
    /// kind: chuong-trinh
    /// symbol: CTR - UBND
    /// ```
    ///
    /// ## Good
    /// ```yaml
    /// kind: chuong-trinh
    /// symbol: CTr-UBND
    /// ```
    ///
    /// ## Basis
    /// NĐ 30/2020/NĐ-CP, Phụ lục I, II.3c; Phụ lục III, I (R29)
    ///
    /// ## Là gì
    /// Ký hiệu có dấu cách, dấu gạch dài, có cả số, hoặc sai chữ hoa chữ thường.
    ///
    /// ## Vì sao
    /// Ký hiệu viết IN HOA, các nhóm cách nhau bằng gạch nối, không có dấu cách; chỉ `CTr`, `TTr`, `QyĐ`,
    /// `TrS` có chữ thường.
    "D029" "symbol-form" Error => check
}

fn check(input: &RuleInput<'_>, report: &mut RuleReport<'_>) {
    let Some(symbol) = &input.directive.symbol else { return };
    let Some((what, expected)) = wrong(&symbol.value) else { return };
    let message = Message::new("symbol-form")
        .with("what", what)
        .with("symbol", &symbol.value)
        .with("expected", expected);
    report.emit(symbol.span, message);
}

/// What is wrong in a symbol, and how it is to be written.
fn wrong(symbol: &str) -> Option<(&'static str, String)> {
    let joined = symbol.replace([' ', '\u{a0}'], "").replace(['–', '—'], "-");
    if joined != symbol {
        let what = if symbol.contains(['–', '—']) { "dash" } else { "space" };
        return Some((what, mended(&joined)));
    }
    let (front, rest) = symbol.split_once('/').unwrap_or(("", symbol));
    if !rest.is_empty() && front.bytes().all(|byte| byte.is_ascii_digit()) && symbol != rest {
        return Some(("number", mended(rest)));
    }
    let mended = mended(symbol);
    (mended != symbol).then_some(("case", mended))
}

/// The symbol with its groups in their case.
fn mended(symbol: &str) -> String {
    let groups = symbol.split('-').enumerate().map(|(index, group)| {
        let known = STATE_CODES.iter().find(|code| code.to_lowercase() == group.to_lowercase());
        let is_small = group.chars().count() > 1 && group == group.to_lowercase();
        match known {
            Some(code) if index == 0 => (*code).to_owned(),
            _ if is_small => group.to_uppercase(),
            _ => group.to_owned(),
        }
    });
    groups.collect::<Vec<_>>().join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn good_symbols_are_left_alone() {
        for symbol in ["KH-UBND", "CTr-BCĐ", "QĐ-TTg", "CVT&LTNN-NV", "BCĐ", "KH/TU", "TTr-SYT"]
        {
            assert_eq!(wrong(symbol), None, "{symbol}");
        }
    }
}
