//! D582

use crate::check::rule::{RuleInput, RuleReport, rule};
use crate::diagnostic::Message;
use crate::model::tasks::units;

rule! {
    /// A unit that both leads a task and helps in it.
    ///
    /// ## Why
    /// Who leads needs no one else to be named twice: one of the two cells is wrong, and the other unit
    /// that was meant does not know of its task.
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
    ///     rows: {Rà soát: [Sở Nội vụ, "Sở Tài chính, Sở Nội vụ", Tháng 6]}
    /// body: |
    ///   Phân công như sau:
    ///
    ///   {{ table("nhiem-vu") }}
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
    /// Each task has one who answers for it, and others who help.
    ///
    /// ## Là gì
    /// Một cơ quan vừa chủ trì vừa phối hợp cùng một nhiệm vụ.
    ///
    /// ## Vì sao
    /// Một trong hai ô ghi sai, và cơ quan đáng lẽ phải phối hợp thì không biết việc của mình.
    ///
    /// ## Căn cứ
    /// Mỗi nhiệm vụ có nơi chủ trì và nơi phối hợp khác nhau.
    "D582" "task-lead-and-support" Error => check
}

fn check(input: &RuleInput<'_>, report: &mut RuleReport<'_>) {
    for target in input.directive.targets.iter() {
        for task in target.tasks() {
            let (Some(lead), Some(support)) = (task.lead, task.support) else { continue };
            let twice = units(&support.value).find(|unit| {
                units(&lead.value).any(|other| other.to_lowercase() == unit.to_lowercase())
            });
            let Some(unit) = twice else { continue };
            let message = Message::new("task-lead-and-support")
                .with("row", &task.name.value)
                .with("unit", unit);
            let subject =
                format!("{}.{}", target.id.value, target.path_of(Some(task.line)).join("."));
            report.emit(support.span, message).subject = Some(subject);
        }
    }
}
