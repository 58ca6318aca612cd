//! D083

use crate::check::rule::{RuleInput, RuleReport, rule};
use crate::diagnostic::Message;
use crate::model::reference::{Appendix, Referent};

rule! {
    /// An appendix that the main text never points to.
    ///
    /// ## Why
    /// A reader of the document would not learn that the table binds them.
    ///
    /// ## Bad
    /// ```yaml
    /// targets:
    ///   chi-tieu:
    ///     title: Giao chỉ tiêu
    ///     row_header: Đơn vị
    ///     columns: [{id: so, header: Số người}]
    ///     rows: {Phường 1: [10]}
    /// body: "Các phường tổ chức thực hiện./."
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
    /// NĐ 30/2020/NĐ-CP, Phụ lục I, III.1a (R83)
    ///
    /// ## Là gì
    /// Phụ lục mà nội dung không nhắc đến.
    ///
    /// ## Vì sao
    /// Người đọc văn bản không biết bảng đó ràng buộc mình.
    "D083" "unreferenced-appendix" Error => check
}

fn check(input: &RuleInput<'_>, report: &mut RuleReport<'_>) {
    let mut mentioned = Vec::new();
    input.directive.references(|reference| {
        if let Referent::Appendix(appendix) = reference.to {
            mentioned.push(appendix);
        }
    });
    for appendix in input.directive.appendices() {
        if mentioned.contains(&appendix) {
            continue;
        }
        // A text without a name is referred to by typed words.
        if let Appendix::Text(index) = appendix
            && input.directive.appended[index].id.is_none()
            && input.prose.iter().any(|prose| prose.body == 0 && prose.text.contains("hụ lục"))
        {
            continue;
        }
        let (id, span) = input.directive.appendix_id(appendix);
        let finding = report.emit(span, Message::new("unreferenced-appendix").with("id", &id));
        finding.subject = Some(id);
    }
}
