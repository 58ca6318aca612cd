//! D006

use crate::check::rule::{RuleInput, RuleReport, rule};
use crate::diagnostic::Message;
use crate::model::reference::Appendix;
use crate::model::target::Paper;

rule! {
    /// An appendix on paper that the decree does not name.
    ///
    /// ## Why
    /// The decree names A4 only. Larger paper is a choice that the office answers for, and the
    /// document can no longer be printed on every machine.
    ///
    /// ## Bad
    /// ```yaml
    /// targets:
    ///   chi-tieu:
    ///     title: Giao chỉ tiêu
    ///     paper: a3
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
    /// NĐ 30/2020/NĐ-CP, Phụ lục I, I.1 (R6)
    ///
    /// ## Là gì
    /// Phụ lục in trên khổ giấy mà thể thức không quy định.
    ///
    /// ## Vì sao
    /// Thể thức chỉ quy định khổ A4. Dùng khổ lớn hơn là lựa chọn của cơ quan, và không phải máy
    /// nào cũng in được.
    "D006" "other-paper" Info => check
}

fn check(input: &RuleInput<'_>, report: &mut RuleReport<'_>) {
    for appendix in input.directive.appendices() {
        let Appendix::Table(target) = appendix else { continue };
        if input.directive.targets[target].paper == Paper::A3 {
            let (id, span) = input.directive.appendix_id(appendix);
            let finding = report.emit(span, Message::new("other-paper").with("id", &id));
            finding.subject = Some(id);
        }
    }
}
