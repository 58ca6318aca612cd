//! All tables of a directive, each with its target.

use std::sync::Arc;

use super::{Cell, Table};
use crate::model::cell_id::CellId;
use crate::model::target::{Line, Target};

/// The computed tables of a directive, in the order of its targets.
///
/// The targets are those of the directive: what a table was made of and what was made of it stay
/// together.
#[derive(Debug, Default, Clone)]
pub struct Tables {
    targets: Arc<[Target]>,
    tables: Vec<Table>,
}

/// A table: as it is written, and as it is computed.
#[derive(Debug, Clone, Copy)]
pub struct ComputedTable<'a> {
    /// Columns, lines, formulas and texts.
    pub target: &'a Target,
    /// The cells.
    pub table: &'a Table,
}

impl Tables {
    /// `tables` of `targets`, which have as many lines and columns, in the same order.
    pub(crate) fn new(targets: Arc<[Target]>, tables: Vec<Table>) -> Self {
        Self { targets, tables }
    }

    /// What they were computed from.
    #[must_use]
    pub fn targets(&self) -> &Arc<[Target]> {
        &self.targets
    }

    /// From the first to the last.
    #[must_use]
    pub fn iter(&self) -> impl ExactSizeIterator<Item = ComputedTable<'_>> {
        let both = self.targets.iter().zip(&self.tables);
        both.map(|(target, table)| ComputedTable { target, table })
    }

    /// The table of the target with this index.
    #[must_use]
    pub fn of(&self, target: usize) -> ComputedTable<'_> {
        ComputedTable { target: &self.targets[target], table: &self.tables[target] }
    }

    /// A cell of one of them.
    #[must_use]
    pub fn cell(&self, cell: CellId) -> &Cell {
        self.tables[cell.target].cell(cell.line, cell.column)
    }

    /// The cells alone.
    pub(super) fn computed(&self) -> &[Table] {
        &self.tables
    }
}

impl<'a> ComputedTable<'a> {
    /// The cell of a column; `line` of `None` is the row of totals.
    #[must_use]
    pub fn cell(self, line: Option<usize>, column: usize) -> &'a Cell {
        self.table.cell(line, column)
    }

    /// Its lines, each with its cells.
    pub fn lines(self) -> impl Iterator<Item = (&'a Line, &'a [Cell])> {
        self.target.lines.iter().zip(self.table.lines.iter().map(Vec::as_slice))
    }
}
