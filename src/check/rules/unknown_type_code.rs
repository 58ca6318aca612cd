//! D138

use crate::check::rule::{RuleInput, RuleReport, rule};
use crate::diagnostic::{Message, Severity};
use crate::model::symbol::{STATE_CODES, Shape, of_groups};

rule! {
    /// A code for the kind of document that Phụ lục III does not have.
    ///
    /// ## Why
    /// The codes are fixed for the whole country; one of an office's own is not found in registers.
    /// A citation keeps what was printed.
    ///
    /// ## Bad
    /// ```yaml
    /// kind: chuong-trinh
    /// symbol: CTHĐ-BCĐ
    /// ```
    ///
    /// ## Good
    /// ```yaml
    /// kind: chuong-trinh
    /// symbol: CTr-BCĐ
    /// ```
    ///
    /// ## Basis
    /// NĐ 30/2020/NĐ-CP, Phụ lục III, I (R107, R108, R138)
    ///
    /// ## Là gì
    /// Mã loại văn bản không có trong Phụ lục III.
    ///
    /// ## Vì sao
    /// Mã loại dùng chung cả nước; mã tự đặt thì sổ đăng ký không có. Khi viện dẫn thì giữ như bản
    /// đã ban hành.
    "D138" "unknown-type-code" Warning => check
}

fn check(input: &RuleInput<'_>, report: &mut RuleReport<'_>) {
    let directive = input.directive;
    if let (Some(code), Some(symbol)) = (directive.kind.code, &directive.symbol)
        && let Shape::Letter { first, .. } = of_groups(&symbol.value)
        && is_made_up(code, &first)
    {
        let message = Message::new("unknown-type-code")
            .with("found", &first)
            .with("kind", directive.kind.name)
            .with("expected", code);
        report.emit(symbol.span, message).subject = Some(first);
    }
    for cited in input.citations {
        let Shape::Letter { first, .. } = &cited.citation.shape else { continue };
        let Some(code) = cited.citation.kind.state.first() else { continue };
        if !cited.is_old && is_made_up(code, first) {
            let message = Message::new("unknown-type-code-cited")
                .with("cited", cited.words())
                .with("found", first)
                .with("expected", code);
            let finding = report.emit(cited.span(), message);
            finding.subject = Some(cited.words().to_owned());
            finding.severity = Severity::Info;
        }
    }
}

/// Whether `first` is meant as a code of the kind whose code is `code`, and is none: `CTHĐ` for
/// `CTr`, `TTh`.
pub(super) fn is_made_up(code: &str, first: &str) -> bool {
    let start: String = code.chars().take(2).collect::<String>().to_uppercase();
    let is_like = first.to_uppercase().starts_with(&start) && code.chars().count() > 1;
    let is_known = STATE_CODES.iter().any(|known| known.to_lowercase() == first.to_lowercase());
    let is_word = first.chars().all(char::is_alphabetic);
    is_like && is_word && !is_known && !["TTLT", "NQLT", "NĐ", "TT"].contains(&first)
}
