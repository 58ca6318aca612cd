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
        Some(code) if is_nearly(code, first) => "near",
        Some(code) if symbol.split('-').next_back() == Some(code) => "order",
        Some(_) => "none",
        None if first == "CV" => "letter",
        None if is_only_a_code(first) && symbol.contains('-') => "typed",
        None => return,
    };
    let rest = symbol.split_once('-').map_or("…", |(_, rest)| rest);
    let rest = if what == "none" { symbol } else { rest };
    let expected = match directive.kind.code {
        Some(code) if what == "order" => {
            format!("{code}-{}", symbol.trim_end_matches(code).trim_end_matches('-'))
        }
        Some(code) => format!("{code}-{rest}"),
        // `CV-SNV`: the agency is there, its unit is not.
        None if rest.contains('-') => rest.to_owned(),
        None => format!("{rest}-…"),
    };
    let message = Message::new("symbol-against-kind")
        .with("what", what)
        .with("symbol", symbol)
        .with("first", first)
        .with("code", directive.kind.code.unwrap_or_default())
        .with("kind", directive.kind.name)
        .with("expected", expected);
    report.emit(*span, message).subject = Some(symbol.clone());
}

/// Whether `first` is the code but for a mark or a letter too many: `QD` for `QĐ`, `KEH` for `KH`.
fn is_nearly(code: &str, first: &str) -> bool {
    let plain = |text: &str| text.to_uppercase().replace('Đ', "D");
    let (code, first) = (plain(code), plain(first));
    let without = |at: usize| -> String {
        first.chars().enumerate().filter(|(index, _)| *index != at).map(|(_, sign)| sign).collect()
    };
    code == first || code.len() > 1 && (0..first.chars().count()).any(|at| without(at) == code)
}

/// Codes that no agency bears; `CT` is also Cục Thuế, `TC` a sở.
fn is_only_a_code(first: &str) -> bool {
    ["NQ", "QĐ", "QyĐ", "TB", "HD", "CTr", "KH", "PA", "ĐA", "BB", "TTr", "GUQ", "GM"]
        .contains(&first)
}
