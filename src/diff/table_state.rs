//! One state of a table.

use super::change::{Change, Event, Table};
use super::columns;
use crate::compute;
use crate::model::target::{ColumnKind, Target};
use crate::printed::numbers;

/// One state of a table: the model and its cells.
#[derive(Clone, Copy)]
pub(super) struct State<'a> {
    pub(super) target: &'a Target,
    pub(super) table: &'a compute::Table,
    pub(super) is_appendix: bool,
}

impl State<'_> {
    pub(super) fn id(&self) -> &str {
        &self.target.id.value
    }

    /// What a cell holds and what made it; the row of totals is behind the lines.
    pub(super) fn cell(&self, line: usize, column: usize) -> Option<&compute::Cell> {
        self.table.lines.get(line).unwrap_or(&self.table.total).get(column)
    }

    /// What a line is called: with its group, where two lines have one name.
    pub(super) fn row_name(&self, line: usize) -> String {
        let Some(found) = self.target.lines.get(line) else {
            let total = self.target.total.as_ref();
            return total.map_or_else(String::new, |total| total.label.value.clone());
        };
        let name = &found.name.value;
        let same = self.target.lines.iter().filter(|other| other.name.value == *name).count();
        let parent = self.target.parents()[line].filter(|_| same > 1);
        parent.map_or_else(
            || name.clone(),
            |group| format!("{} › {name}", self.target.lines[group].name.value),
        )
    }

    /// Whether the author wrote what stands in a cell.
    pub(super) fn is_input(&self, line: usize, column: usize) -> bool {
        self.cell(line, column).is_some_and(|cell| cell.origin == compute::Origin::Input)
    }

    /// What a cell holds, and with how many decimals; the row of totals is behind the lines.
    pub(super) fn kind_at(&self, line: usize, column: usize) -> ColumnKind {
        self.target.kind_at((line < self.target.lines.len()).then_some(line), column)
    }

    pub(super) fn printed(&self, line: usize, column: usize) -> Option<String> {
        let is_total = line >= self.target.lines.len();
        let kind = self.kind_at(line, column);
        let cell = self.cell(line, column).filter(|_| !is_total || self.target.total.is_some())?;
        Some(numbers::cell(&cell.value, kind)).filter(|text| !text.is_empty())
    }

    /// The printed cells of a line, by columns.
    pub(super) fn cells_of(&self, line: usize) -> Vec<(String, String)> {
        let names = columns::names(self.target);
        let printed = (0..names.len()).filter(|column| !self.target.columns[*column].hidden);
        printed
            .filter_map(|column| Some((names[column].clone(), self.printed(line, column)?)))
            .collect()
    }

    /// A whole table that is new or gone.
    pub(super) fn whole(&self, event: Event) -> Change {
        let names = columns::names(self.target);
        let printed: Vec<usize> =
            (0..names.len()).filter(|column| !self.target.columns[*column].hidden).collect();
        let last = self.target.lines.len() + usize::from(self.target.total.is_some());
        let line = |line: usize| {
            let cells = printed.iter().map(|column| self.printed(line, *column));
            (self.row_name(line), cells.map(Option::unwrap_or_default).collect())
        };
        Change::Table(Table {
            table: self.id().to_owned(),
            event,
            is_appendix: self.is_appendix,
            headers: printed.iter().map(|column| names[*column].clone()).collect(),
            lines: (0..last).map(line).collect(),
        })
    }
}
