//! D086

use crate::check::rule::{RuleInput, RuleReport, rule};
use crate::diagnostic::Message;
use crate::model::reference::Appendix;

rule! {
    /// An appendix without a title.
    ///
    /// ## Why
    /// The decree leaves the title open (`tên Phụ lục (nếu có)`); without one a reader holds a table of
    /// nothing.
    ///
    /// ## Bad
    /// ```yaml
    /// targets:
    ///   chi-tieu:
    ///     row_header: Đơn vị
    ///     columns: [{id: so, header: Số người}]
    ///     rows: {Phường 1: [10]}
    /// body: "Các phường thực hiện chỉ tiêu tại {{ appendix(\"chi-tieu\") }}./."
    /// ```
    ///
    /// ## Good
    /// ```yaml
    /// targets:
    ///   chi-tieu:
    ///     title: Giao chỉ tiêu
    ///     row_header: Đơn vị
    ///     columns: [{id: so, header: Số người}]
    ///     rows: {Phường 1: [10]}
    /// body: "Các phường thực hiện chỉ tiêu tại {{ appendix(\"chi-tieu\") }}./."
    /// ```
    ///
    /// ## Basis
    /// NĐ 30/2020/NĐ-CP, Phụ lục I, III.1b (R86)
    ///
    /// ## Là gì
    /// Phụ lục không có tên.
    ///
    /// ## Vì sao
    /// Nghị định không bắt buộc (`tên Phụ lục (nếu có)`), nhưng có tên thì người đọc biết bảng nói về gì.
    "D086" "untitled-appendix" Info => check
}

fn check(input: &RuleInput<'_>, report: &mut RuleReport<'_>) {
    for appendix in input.directive.appendices() {
        // The working of an allocation has a title of its own.
        let Appendix::Table(index) = appendix else { continue };
        let target = &input.directive.targets[index];
        if target.title.is_none() {
            let message = Message::new("untitled-appendix").with("id", &target.id.value);
            report.emit(target.id.span, message).subject = Some(target.id.value.clone());
        }
    }
}
