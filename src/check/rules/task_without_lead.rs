//! D515

use crate::check::rule::{RuleInput, RuleReport, rule};
use crate::compute::Value;
use crate::diagnostic::Message;
use crate::model::target::{ColumnKind, Role};

rule! {
    /// A row of a table of tasks that names no lead agency.
    ///
    /// ## Why
    /// A task that nobody leads is done by nobody. The column of the lead is known by `chủ trì` in
    /// its header.
    ///
    /// ## Bad
    /// ```yaml
    /// targets:
    ///   nhiem-vu:
    ///     row_header: Nhiệm vụ
    ///     columns: [{id: chu_tri, header: Cơ quan chủ trì, type: text}]
    ///     rows: {Rà soát: [Sở Nội vụ], Báo cáo: []}
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
    ///     columns: [{id: chu_tri, header: Cơ quan chủ trì, type: text}]
    ///     rows: {Rà soát: [Sở Nội vụ], Báo cáo: [Sở Y tế]}
    /// body: |
    ///   Phân công như sau:
    ///
    ///   {{ table("nhiem-vu") }}
    /// ```
    ///
    /// ## Basis
    /// Each task has one who answers for it.
    ///
    /// ## Là gì
    /// Dòng nhiệm vụ trong bảng không ghi cơ quan chủ trì.
    ///
    /// ## Vì sao
    /// Việc không ai chủ trì thì không ai làm. Cột chủ trì được nhận ra nhờ chữ `chủ trì` ở đầu
    /// cột.
    ///
    /// ## Căn cứ
    /// Mỗi nhiệm vụ có một nơi chịu trách nhiệm.
    "D515" "task-without-lead" Warning => check
}

fn check(input: &RuleInput<'_>, report: &mut RuleReport<'_>) {
    for table in input.tables.iter() {
        let target = table.target;
        let leads = target.columns.iter().enumerate().filter(|(index, column)| {
            if let Some(tasks) = target.tasks {
                return tasks.lead == *index;
            }
            column.kind == ColumnKind::Text && column.header.to_lowercase().contains("chủ trì")
        });
        for (index, column) in leads {
            for (line, cells) in table.lines() {
                let has_cells =
                    line.group.is_none() && !matches!(line.role, Role::Heading | Role::Blank);
                if !has_cells || cells[index].value != Value::Blank {
                    continue;
                }
                let message = Message::new("task-without-lead")
                    .with("row", &line.name.value)
                    .with("column", &column.header);
                let subject = format!("{}.{}", target.id.value, line.name.value);
                report.emit(line.name.span, message).subject = Some(subject);
            }
        }
    }
}
