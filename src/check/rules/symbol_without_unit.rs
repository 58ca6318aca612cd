//! D137

use crate::check::rule::{RuleInput, RuleReport, rule};
use crate::diagnostic::Message;
use crate::model::symbol::{Shape, of_groups};

rule! {
    /// A công văn whose symbol has no drafting unit or field.
    ///
    /// ## Why
    /// The symbol of a công văn is issuer and unit: `UBND-VX`. The second group says who drafted it
    /// and where it is filed.
    ///
    /// ## Bad
    /// ```yaml
    /// symbol: UBND
    /// ```
    ///
    /// ## Good
    /// ```yaml
    /// symbol: UBND-VX
    /// ```
    ///
    /// ## Basis
    /// NĐ 30/2020/NĐ-CP, Phụ lục I, II.3b (R30, R137)
    ///
    /// ## Là gì
    /// Ký hiệu công văn thiếu đơn vị soạn thảo hoặc lĩnh vực.
    ///
    /// ## Vì sao
    /// Ký hiệu công văn gồm cơ quan và đơn vị: `UBND-VX`. Nhóm thứ hai cho biết ai soạn thảo, lưu ở
    /// đâu.
    "D137" "symbol-without-unit" Warning => check
}

fn check(input: &RuleInput<'_>, report: &mut RuleReport<'_>) {
    let directive = input.directive;
    let Some(symbol) = &directive.symbol else { return };
    let is_bare = matches!(of_groups(&symbol.value), Shape::Letter { has_unit: false, .. });
    // `SNV–VTLT` has its unit behind a long dash (D029).
    let has_dash = symbol.value.contains(['–', '—']);
    if is_bare && !has_dash && !directive.kind.has_title() {
        report.emit(symbol.span, Message::new("symbol-without-unit").with("symbol", &symbol.value));
    }
}
