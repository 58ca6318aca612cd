//! D143

use crate::check::rule::{RuleInput, RuleReport, rule};
use crate::diagnostic::Message;
use crate::model::symbol::STATE_CODES;
use crate::model::text::Text;

rule! {
    /// A symbol that is not that of the document's own kind.
    ///
    /// ## Why
    /// The code in the symbol and the title of the document say the same thing; where they differ,
    /// the register and the document contradict each other.
    ///
    /// ## Bad
    /// ```yaml
    /// kind: ke-hoach
    /// symbol: QĐ-UBND
    /// ```
    ///
    /// ## Good
    /// ```yaml
    /// kind: ke-hoach
    /// symbol: KH-UBND
    /// ```
    ///
    /// ## Basis
    /// NĐ 30/2020/NĐ-CP, Phụ lục I, II.3b; Phụ lục III, I (R30, R107, R143)
    ///
    /// ## Là gì
    /// Ký hiệu không phải của chính loại văn bản.
    ///
    /// ## Vì sao
    /// Mã loại trong ký hiệu và tên loại của văn bản nói cùng một điều; khác nhau thì sổ đăng ký và
    /// văn bản trái nhau.
    "D143" "symbol-against-kind" Error => check
}

fn check(input: &RuleInput<'_>, report: &mut RuleReport<'_>) {
    let directive = input.directive;
    let Some(Text { value: symbol, span, .. }) = &directive.symbol else { return };
    let first = symbol.split(['-', '/', ' ', '–']).next().unwrap_or_default();
    let is = |code: &str| first.to_lowercase() == code.to_lowercase();
    let what = match directive.kind.code {
        // Another case is D029, a code of one's own D138, a number in front D029.
        Some(code) if is(code) || super::unknown_type_code::is_made_up(code, first) => return,
        Some(_) if first.bytes().all(|byte| byte.is_ascii_digit()) => return,
        Some(_) if STATE_CODES.iter().any(|known| is(known)) => "other",
        Some(_) => "none",
        None if first == "CV" => "letter",
        None if is_only_a_code(first) && symbol.contains('-') => "typed",
        None => return,
    };
    let rest = symbol.split_once('-').map_or("…", |(_, rest)| rest);
    let rest = if what == "none" { symbol } else { rest };
    let expected =
        directive.kind.code.map_or_else(|| "UBND-VX".to_owned(), |code| format!("{code}-{rest}"));
    let message = Message::new("symbol-against-kind")
        .with("what", what)
        .with("symbol", symbol)
        .with("first", first)
        .with("kind", directive.kind.name)
        .with("expected", expected);
    report.emit(*span, message).subject = Some(symbol.clone());
}

/// Codes that no agency bears; `CT` is also Cục Thuế, `TC` a sở.
fn is_only_a_code(first: &str) -> bool {
    ["NQ", "QĐ", "QyĐ", "TB", "HD", "CTr", "KH", "PA", "ĐA", "BB", "TTr", "GUQ", "GM"]
        .contains(&first)
}
