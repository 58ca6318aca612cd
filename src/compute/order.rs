//! In which order columns are computed: each after all that it reads.

use std::collections::BTreeSet;

use crate::model::formula::{Formula, RowRef};
use crate::model::target::{MadeBy, Target, TotalRule};
use crate::span::Span;

/// What is computed in one go.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Part {
    pub(super) target: usize,
    pub(super) column: usize,
    pub(super) cells: CellSet,
}

/// Which cells of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum CellSet {
    Units,
    Totals,
}

/// Formulas that lead back to themselves.
pub(super) struct Cycle {
    /// `a → total.b → a`
    pub(super) chain: String,
    pub(super) span: Span,
}

/// All there is to compute.
#[derive(Debug, Default)]
pub(super) struct Ordered {
    /// Every part, each after all that it reads.
    pub(super) parts: Vec<Part>,
    /// Those that another one reads.
    pub(super) read: BTreeSet<Part>,
}

/// Every part, in order.
pub(super) fn order(targets: &[Target]) -> Result<Ordered, Cycle> {
    let mut walk = Walk { targets, done: Vec::new(), path: Vec::new() };
    for (target, table) in targets.iter().enumerate() {
        for column in 0..table.columns.len() {
            walk.visit(Part { target, column, cells: CellSet::Totals })?;
            walk.visit(Part { target, column, cells: CellSet::Units })?;
        }
    }
    let read = walk.done.iter().flat_map(|part| walk.reads(*part)).collect();
    Ok(Ordered { read, parts: walk.done })
}

struct Walk<'a> {
    targets: &'a [Target],
    done: Vec<Part>,
    path: Vec<Part>,
}

impl Walk<'_> {
    fn visit(&mut self, part: Part) -> Result<(), Cycle> {
        if self.done.contains(&part) {
            return Ok(());
        }
        if let Some(first) = self.path.iter().position(|seen| *seen == part) {
            return Err(self.cycle(first));
        }
        self.path.push(part);
        for read in self.reads(part) {
            self.visit(read)?;
        }
        self.path.pop();
        self.done.push(part);
        Ok(())
    }

    fn cycle(&self, first: usize) -> Cycle {
        let parts = self.path[first..].iter().chain([&self.path[first]]);
        let chain = parts.map(|part| self.name(*part)).collect::<Vec<_>>().join(" → ");
        // A part without a formula of its own (an input, a sum) is only passed through.
        let spans = self.path[first..].iter().filter_map(|part| {
            let column = &self.targets[part.target].columns[part.column];
            match (&column.made_by, &column.total, part.cells) {
                (_, TotalRule::Formula(written), CellSet::Totals)
                | (MadeBy::Formula(written), ..) => Some(written.span),
                (MadeBy::Allocation(allocation), ..) => Some(allocation.span),
                _ => None,
            }
        });
        let target = &self.targets[self.path[first].target];
        let span = spans.min().unwrap_or(target.columns[self.path[first].column].id.span);
        Cycle { chain, span }
    }

    fn name(&self, part: Part) -> String {
        let target = &self.targets[part.target];
        let column = &target.columns[part.column].id.value;
        let table =
            if self.targets.len() > 1 { format!("{}.", target.id.value) } else { String::new() };
        match part.cells {
            CellSet::Units => format!("{table}{column}"),
            CellSet::Totals => format!("{table}total.{column}"),
        }
    }

    fn reads(&self, part: Part) -> Vec<Part> {
        let column = &self.targets[part.target].columns[part.column];
        let here = |column, cells| Part { target: part.target, column, cells };
        match (part.cells, &column.made_by) {
            (CellSet::Units, MadeBy::Input) => Vec::new(),
            (CellSet::Units, MadeBy::Formula(written)) => self.formula(&written.formula, part),
            (CellSet::Units, MadeBy::Allocation(allocation)) => {
                let mut reads = self.formula(&allocation.amount.formula, part);
                reads.push(here(allocation.by, CellSet::Units));
                reads
            }
            (CellSet::Totals, made_by) => match &column.total {
                _ if column.adds_up => vec![here(part.column, CellSet::Units)],
                TotalRule::Sum | TotalRule::Least | TotalRule::Greatest => {
                    vec![here(part.column, CellSet::Units)]
                }
                TotalRule::None => Vec::new(),
                TotalRule::BothWays => {
                    let mut reads = vec![here(part.column, CellSet::Units)];
                    if let MadeBy::Formula(written) = made_by {
                        reads.extend(self.formula(&written.formula, part));
                    }
                    reads
                }
                TotalRule::Formula(written) => self.formula(&written.formula, part),
                TotalRule::Ratio => match made_by {
                    MadeBy::Formula(written) => self.formula(&written.formula, part),
                    MadeBy::Input | MadeBy::Allocation(_) => Vec::new(),
                },
            },
        }
    }

    fn has_groups(&self, target: usize) -> bool {
        self.targets[target].lines.iter().any(|line| line.group.is_some())
    }

    /// What a formula reads when it is computed for `part`.
    fn formula(&self, formula: &Formula, part: Part) -> Vec<Part> {
        let mut reads = Vec::new();
        formula.walk(&mut |piece| {
            let mut read = |column: &crate::model::formula::ColumnRef, cells| {
                reads.push(Part { target: column.target, column: column.column, cells });
            };
            match piece {
                Formula::Cell(cell) => match cell.row {
                    RowRef::Same => read(&cell.column, part.cells),
                    // A unit may bear the name of a group in the other table, and a group that of
                    // a unit; the row of totals reads the other one.
                    RowRef::SameName => {
                        let is_grouped = |target: usize| self.has_groups(target);
                        if part.cells == CellSet::Units || is_grouped(part.target) {
                            read(&cell.column, CellSet::Units);
                        }
                        if part.cells == CellSet::Totals || is_grouped(cell.column.target) {
                            read(&cell.column, CellSet::Totals);
                        }
                    }
                    RowRef::Total => read(&cell.column, CellSet::Totals),
                    RowRef::Line(line) => {
                        let line = &self.targets[cell.column.target].lines[line];
                        read(
                            &cell.column,
                            if line.group.is_some() { CellSet::Totals } else { CellSet::Units },
                        );
                    }
                },
                Formula::Aggregate(_, column) | Formula::Rank(column) => {
                    read(column, CellSet::Units);
                }
                Formula::Share(column) => {
                    read(column, part.cells);
                    read(column, CellSet::Totals);
                }
                _ => {}
            }
        });
        reads
    }
}
