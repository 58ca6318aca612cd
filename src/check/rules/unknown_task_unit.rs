//! D584

use crate::check::rule::{RuleInput, RuleReport, rule};
use crate::diagnostic::Message;
use crate::model::tasks::units;
use crate::nearest::nearest;

rule! {
    /// A unit in a table of tasks that is nearly, but not quite, one of the catalog.
    ///
    /// ## Why
    /// A task goes to the unit that is named. Where the catalog of the office lists the units, a name
    /// that differs by a letter or two is a slip, and the list of tasks of that unit lacks the task.
    ///
    /// ## Bad
    /// ```yaml
    /// targets:
    ///   nhiem-vu:
    ///     row_header: Nhiệm vụ
    ///     tasks: {lead: chu_tri, support: phoi_hop, due: thoi_han}
    ///     columns:
    ///       - {id: chu_tri, header: Cơ quan chủ trì, type: text}
    ///       - {id: phoi_hop, header: Cơ quan phối hợp, type: text}
    ///       - {id: thoi_han, header: Thời hạn, type: text}
    ///     rows: {Rà soát: [Sở Nội vu, Sở Tài chính, Tháng 6]}
    /// body: |
    ///   Phân công như sau:
    ///
    ///   {{ table("nhiem-vu") }}
    /// ```
    ///
    /// ```yaml catalog
    /// issuers:
    ///   snv: {name: Sở Nội vụ}
    ///   stc: {name: Sở Tài chính}
    /// ```
    ///
    /// ## Good
    /// ```yaml
    /// targets:
    ///   nhiem-vu:
    ///     row_header: Nhiệm vụ
    ///     tasks: {lead: chu_tri, support: phoi_hop, due: thoi_han}
    ///     columns:
    ///       - {id: chu_tri, header: Cơ quan chủ trì, type: text}
    ///       - {id: phoi_hop, header: Cơ quan phối hợp, type: text}
    ///       - {id: thoi_han, header: Thời hạn, type: text}
    ///     rows: {Rà soát: [Sở Nội vụ, Sở Tài chính, Tháng 6]}
    /// body: |
    ///   Phân công như sau:
    ///
    ///   {{ table("nhiem-vu") }}
    /// ```
    ///
    /// ## Basis
    /// A name is written in one way.
    ///
    /// ## Là gì
    /// Cơ quan trong bảng nhiệm vụ gần giống nhưng không đúng tên trong danh mục.
    ///
    /// ## Vì sao
    /// Việc được giao theo tên. Sai một hai chữ thì danh sách việc của cơ quan đó thiếu việc này.
    ///
    /// ## Căn cứ
    /// Một cơ quan chỉ viết một cách.
    "D584" "unknown-task-unit" Warning => check
}

fn check(input: &RuleInput<'_>, report: &mut RuleReport<'_>) {
    let issuers = &input.context.catalog.issuers;
    let known = || issuers.values().map(|issuer| issuer.name.value.as_str());
    if issuers.is_empty() {
        return;
    }
    for target in input.directive.targets.iter() {
        for task in target.tasks() {
            for text in task.lead.into_iter().chain(task.support) {
                for unit in units(&text.value) {
                    let is_known = known().any(|name| name.to_lowercase() == unit.to_lowercase());
                    let Some(near) = nearest(unit, known()).filter(|_| !is_known) else { continue };
                    let message = Message::new("unknown-task-unit")
                        .with("row", &task.name.value)
                        .with("unit", unit)
                        .with("nearest", near);
                    report.emit(text.span, message).subject = Some(unit.to_owned());
                }
            }
        }
    }
}
