//! The columns of a table of tasks.

use super::ColumnOutline;
use crate::codes;
use crate::diagnostic::{Diagnostic, Message};
use crate::load::raw;
use crate::model::target::ColumnKind;
use crate::model::tasks::TaskColumns;
use crate::nearest::suggestion;
use crate::resolve::{Resolver, flatten};

impl Resolver<'_> {
    pub(super) fn task_columns(
        &mut self,
        raw: &raw::Tasks,
        columns: &[ColumnOutline],
    ) -> Option<TaskColumns> {
        let is_words = |kind| kind == ColumnKind::Text;
        let is_time = |kind| matches!(kind, ColumnKind::Text | ColumnKind::Date);
        let lead = self.task_column(&raw.lead, columns, is_words);
        let mut other = |raw: Option<&raw::Text>, is_meant: fn(ColumnKind) -> bool| {
            flatten(raw.map(|raw| self.task_column(raw, columns, is_meant)))
        };
        let support = other(raw.support.as_ref(), is_words);
        let due = other(raw.due.as_ref(), is_time);
        let output = other(raw.output.as_ref(), is_words);
        Some(TaskColumns { lead: lead?, support: support?, due: due?, output: output? })
    }

    /// The column with this id that holds what is meant.
    fn task_column(
        &mut self,
        raw: &raw::Text,
        columns: &[ColumnOutline],
        is_meant: fn(ColumnKind) -> bool,
    ) -> Option<usize> {
        let known = columns.iter().filter(|column| is_meant(column.kind));
        let known = known.map(|column| column.id.value.as_str());
        let found =
            columns.iter().position(|column| column.id.value == raw.value && is_meant(column.kind));
        if found.is_none() {
            let message = Message::new("task-column").with("name", &raw.value);
            let finding = Diagnostic::new(&codes::BAD_COLUMN, message).at(self.span(raw));
            self.report.emit(finding.suggest(suggestion(&raw.value, known)));
        }
        found
    }
}
