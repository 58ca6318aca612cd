//! D505

use crate::check::figures_in_text::{Computed, Typed, figures};
use crate::check::rule::{RuleReport, Subject, rule};
use crate::diagnostic::{Message, Place};
use crate::model::amount::Amount;

rule! {
    /// A figure typed in the body that is close to one of a table, but not equal to it.
    ///
    /// ## Why
    /// Text and table would give two figures for one thing; this is how totals went wrong in
    /// documents that were signed.
    ///
    /// ## Bad
    /// ```yaml
    /// targets:
    ///   chi-tieu:
    ///     title: Giao chỉ tiêu
    ///     row_header: Đơn vị
    ///     columns: [{id: so, header: Số người}]
    ///     rows: {Phường 1: [8000], Phường 2: [10304]}
    ///     total: {label: Tổng cộng}
    /// body: "Giao 18.305 người tại {{ appendix(\"chi-tieu\") }}./."
    /// ```
    ///
    /// ## Good
    /// ```yaml
    /// targets:
    ///   chi-tieu:
    ///     title: Giao chỉ tiêu
    ///     row_header: Đơn vị
    ///     columns: [{id: so, header: Số người}]
    ///     rows: {Phường 1: [8000], Phường 2: [10304]}
    ///     total: {label: Tổng cộng}
    /// body: "Giao {{ chi_tieu.total.so }} người tại {{ appendix(\"chi-tieu\") }}./."
    /// ```
    ///
    /// ## Basis
    /// A figure is written once.
    ///
    /// ## Là gì
    /// Số gõ trong nội dung gần bằng nhưng không bằng một số của bảng.
    ///
    /// ## Vì sao
    /// Nội dung và bảng sẽ cho hai số về cùng một việc; nhiều văn bản đã ký bị sai tổng như vậy.
    ///
    /// ## Căn cứ
    /// Mỗi số chỉ ghi một lần.
    "D505" "near-figure" Warning => check
}

fn check(subject: &Subject<'_>, report: &mut RuleReport<'_>) {
    let Some((typed, computed)) = figures(subject) else { return };
    for typed in typed {
        if computed.iter().any(|figure| figure.amount == typed.amount) {
            continue;
        }
        let near = computed.iter().filter(|figure| is_near(&typed, figure));
        let nearest = near.min_by_key(|figure| (&figure.amount - &typed.amount).abs());
        let Some(nearest) = nearest else { continue };
        let message = Message::new("near-figure")
            .with("figure", &typed.words)
            .with("computed", nearest.printed())
            .with("reference", nearest.reference());
        let finding = report.emit(typed.span, message);
        let label = Some(Message::new("near-figure-place"));
        finding.related.push(Place { span: nearest.span(), label });
        finding.subject = Some(typed.words.clone());
        finding.found = Some(nearest.printed());
    }
}

/// Off by one, or off a total by no more than half a percent.
fn is_near(typed: &Typed, figure: &Computed<'_>) -> bool {
    let difference = (&figure.amount - &typed.amount).abs();
    difference <= Amount::from(1)
        || figure.is_total() && &difference * &Amount::from(200) <= figure.amount.abs()
}
