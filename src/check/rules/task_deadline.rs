//! D583

use crate::check::rule::{RuleInput, RuleReport, rule};
use crate::diagnostic::Message;
use crate::model::date::IssueDate;
use crate::model::deadline::Deadline;
use crate::model::target::Input;

rule! {
    /// A deadline in a table of tasks that cannot be read, or is over before the document is issued.
    ///
    /// ## Why
    /// A day, a month, a quarter, a year, or words such as `thường xuyên` say when a task is due; what
    /// cannot be read is in no calendar, and a past one was copied from the plan of last year.
    ///
    /// ## Bad
    /// ```yaml
    /// date: 2026-03-05
    /// targets:
    ///   nhiem-vu:
    ///     row_header: Nhiệm vụ
    ///     tasks: {lead: chu_tri, support: phoi_hop, due: thoi_han}
    ///     columns:
    ///       - {id: chu_tri, header: Cơ quan chủ trì, type: text}
    ///       - {id: phoi_hop, header: Cơ quan phối hợp, type: text}
    ///       - {id: thoi_han, header: Thời hạn, type: text}
    ///     rows: {Rà soát: [Sở Nội vụ, Sở Tài chính, Tháng 2]}
    /// body: |
    ///   Phân công như sau:
    ///
    ///   {{ table("nhiem-vu") }}
    /// ```
    ///
    /// ## Good
    /// ```yaml
    /// date: 2026-03-05
    /// targets:
    ///   nhiem-vu:
    ///     row_header: Nhiệm vụ
    ///     tasks: {lead: chu_tri, support: phoi_hop, due: thoi_han}
    ///     columns:
    ///       - {id: chu_tri, header: Cơ quan chủ trì, type: text}
    ///       - {id: phoi_hop, header: Cơ quan phối hợp, type: text}
    ///       - {id: thoi_han, header: Thời hạn, type: text}
    ///     rows: {Rà soát: [Sở Nội vụ, Sở Tài chính, Quý I]}
    /// body: |
    ///   Phân công như sau:
    ///
    ///   {{ table("nhiem-vu") }}
    /// ```
    ///
    /// ## Basis
    /// A deadline follows the task.
    ///
    /// ## Là gì
    /// Thời hạn trong bảng nhiệm vụ không đọc được, hoặc đã qua trước ngày của văn bản.
    ///
    /// ## Vì sao
    /// Thời hạn là ngày, tháng, quý, năm, hoặc `thường xuyên`, `hằng năm`, `định kỳ`. Không đọc được thì
    /// không đưa vào lịch được; đã qua thì thường là chép từ kế hoạch năm trước.
    ///
    /// ## Căn cứ
    /// Thời hạn phải sau ngày giao việc.
    "D583" "task-deadline" Warning => check
}

fn check(input: &RuleInput<'_>, report: &mut RuleReport<'_>) {
    let Some(year) = input.directive.date.year() else { return };
    let own = if let IssueDate::Day(own) = input.directive.date { Some(own) } else { None };
    for target in input.directive.targets.iter() {
        for task in target.tasks() {
            // A column of days is looked at with all other days.
            let Some(Input::Text(due)) = task.due else { continue };
            let read = Deadline::read(&due.value, year);
            let is_past =
                read.and_then(Deadline::last_day).zip(own).is_some_and(|(last, own)| last < own);
            let id = match read {
                None => "task-deadline-unread",
                Some(_) if is_past => "task-deadline-past",
                Some(_) => continue,
            };
            let message = Message::new(id).with("row", &task.name.value).with("due", &due.value);
            let subject =
                format!("{}.{}", target.id.value, target.path_of(Some(task.line)).join("."));
            report.emit(due.span, message).subject = Some(subject);
        }
    }
}
