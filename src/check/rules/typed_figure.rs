//! D504

use crate::check::figures_in_text::{Sorted, figures};
use crate::check::rule::{RuleInput, RuleReport, rule};
use crate::diagnostic::Message;

rule! {
    /// A figure typed in the body that equals one of a table.
    ///
    /// ## Why
    /// When the table changes, the typed figure stays behind; a reference follows.
    ///
    /// ## Bad
    /// ```yaml
    /// targets:
    ///   chi-tieu:
    ///     title: Giao chỉ tiêu
    ///     row_header: Đơn vị
    ///     columns: [{id: so, header: Số người}]
    ///     rows: {Phường 1: [1000], Phường 2: [2000]}
    ///     total: {label: Tổng cộng}
    /// body: "Giao 3.000 người tại {{ appendix(\"chi-tieu\") }}./."
    /// ```
    ///
    /// ## Good
    /// ```yaml
    /// targets:
    ///   chi-tieu:
    ///     title: Giao chỉ tiêu
    ///     row_header: Đơn vị
    ///     columns: [{id: so, header: Số người}]
    ///     rows: {Phường 1: [1000], Phường 2: [2000]}
    ///     total: {label: Tổng cộng}
    /// body: "Giao {{ chi_tieu.total.so }} người tại {{ appendix(\"chi-tieu\") }}./."
    /// ```
    ///
    /// ## Basis
    /// A figure is written once.
    ///
    /// ## Là gì
    /// Số gõ trong nội dung bằng đúng một số của bảng.
    ///
    /// ## Vì sao
    /// Số gõ tay không đổi theo khi bảng thay đổi.
    ///
    /// ## Căn cứ
    /// Mỗi số chỉ ghi một lần.
    "D504" "typed-figure" Info => check
}

fn check(input: &RuleInput<'_>, report: &mut RuleReport<'_>) {
    let Some((typed, computed)) = figures(input) else { return };
    let computed = Sorted::new(computed.iter());
    for typed in typed {
        let Some(same) = computed.same(&typed.amount) else { continue };
        let message = Message::new("typed-figure")
            .with("figure", &typed.words)
            .with("reference", same.reference());
        report.emit(typed.span, message).subject = Some(typed.words.clone());
    }
}
