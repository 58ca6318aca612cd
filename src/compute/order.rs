//! In which order columns are computed: each after all that it reads.

use std::collections::BTreeSet;

use crate::model::formula::{CellRef, ColumnRef, Formula, RowRef};
use crate::model::target::{MadeBy, SourceFormula, Target, TotalRule};
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
    /// All rows that hold figures of their own. In a table with computed rows, where a column
    /// reads itself, they are computed line by line, and this is all of these lines.
    Rows,
    /// All lines that totals sum, where they are computed line by line.
    Units,
    /// One line alone, in a table with computed rows.
    Line(usize),
    /// The subtotals and the total; where lines are computed one by one the total alone.
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
    let has_computed_rows = targets.iter().map(Target::has_computed_rows).collect();
    let mut walk = Walk {
        targets,
        has_computed_rows,
        done: BTreeSet::new(),
        order: Vec::new(),
        path: Vec::new(),
    };
    for (target, table) in targets.iter().enumerate() {
        for column in 0..table.columns.len() {
            walk.visit(Part { target, column, cells: CellSet::Totals })?;
            walk.visit(Part { target, column, cells: CellSet::Rows })?;
        }
    }
    let read = walk.order.iter().flat_map(|part| walk.reads(*part)).collect();
    Ok(Ordered { read, parts: walk.order })
}

struct Walk<'a> {
    targets: &'a [Target],
    /// Of each table.
    has_computed_rows: Vec<bool>,
    done: BTreeSet<Part>,
    order: Vec<Part>,
    path: Vec<Part>,
}

impl Walk<'_> {
    /// Takes `first` after all that it reads. Not by recursion: rows may follow each other in a
    /// chain as long as the table.
    fn visit(&mut self, first: Part) -> Result<(), Cycle> {
        let mut waiting = vec![(first, None)];
        while let Some((part, reads)) = waiting.pop() {
            let mut reads: std::vec::IntoIter<Part> = match reads {
                Some(reads) => reads,
                None if self.done.contains(&part) => continue,
                None => {
                    if let Some(first) = self.path.iter().position(|seen| *seen == part) {
                        return Err(self.cycle(first));
                    }
                    self.path.push(part);
                    self.reads(part).into_iter()
                }
            };
            if let Some(next) = reads.next() {
                waiting.push((part, Some(reads)));
                waiting.push((next, None));
                continue;
            }
            self.path.pop();
            self.done.insert(part);
            self.order.push(part);
        }
        Ok(())
    }

    /// Whether the cells of a column are computed one by one. What is spread over rows, or rounded
    /// together, is computed at once.
    fn is_by_line(&self, target: usize, column: usize) -> bool {
        self.has_computed_rows[target] && !self.targets[target].columns[column].is_made_at_once()
    }

    /// The parts of a column that hold what totals are made of, of the whole table or of a group.
    fn units(&self, target: usize, column: usize, group: Option<usize>) -> Vec<Part> {
        if !self.is_by_line(target, column) {
            return vec![Part { target, column, cells: CellSet::Rows }];
        }
        if group.is_none() {
            return vec![Part { target, column, cells: CellSet::Units }];
        }
        of_lines(target, column, self.targets[target].units(group))
    }

    /// The part that the cell of one line is computed in.
    fn line(&self, target: usize, column: usize, line: usize) -> Part {
        let cells = if self.is_by_line(target, column) {
            CellSet::Line(line)
        } else if self.targets[target].lines[line].group.is_some() {
            CellSet::Totals
        } else {
            CellSet::Rows
        };
        Part { target, column, cells }
    }

    /// The parts of a column that hold the total, and the subtotals.
    fn totals(&self, target: usize, column: usize) -> Vec<Part> {
        let mut parts = vec![Part { target, column, cells: CellSet::Totals }];
        if self.is_by_line(target, column) {
            let lines = self.targets[target].lines.iter().enumerate();
            let groups = lines.filter(|(_, line)| line.group.is_some());
            parts.extend(groups.map(|(line, _)| Part {
                target,
                column,
                cells: CellSet::Line(line),
            }));
        }
        parts
    }

    /// The parts of another column that hold the cells of the rows of `part`.
    fn same(&self, column: usize, part: Part) -> Vec<Part> {
        match part.cells {
            CellSet::Rows | CellSet::Units => vec![Part { column, ..part }],
            CellSet::Line(line) => vec![self.line(part.target, column, line)],
            CellSet::Totals => self.totals(part.target, column),
        }
    }

    fn cycle(&self, first: usize) -> Cycle {
        let parts = self.path[first..].iter().chain([&self.path[first]]);
        let chain = parts.map(|part| self.name(*part)).collect::<Vec<_>>().join(" → ");
        // A part without a formula of its own (an input, a sum) is only passed through.
        let spans = self.path[first..].iter().filter_map(|part| {
            let target = &self.targets[part.target];
            let column = &target.columns[part.column];
            if let CellSet::Line(line) = part.cells
                && let Some(own) = target.lines[line].formula(part.column)
            {
                return Some(own.span);
            }
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
            CellSet::Rows | CellSet::Units => format!("{table}{column}"),
            CellSet::Line(line) => {
                format!("{table}[\"{}\"].{column}", target.lines[line].name.value)
            }
            CellSet::Totals => format!("{table}total.{column}"),
        }
    }

    fn reads(&self, part: Part) -> Vec<Part> {
        let Part { target, column, cells } = part;
        match cells {
            CellSet::Rows if self.is_by_line(target, column) => {
                of_lines(target, column, 0..self.targets[target].lines.len())
            }
            CellSet::Units => of_lines(target, column, self.targets[target].units(None)),
            CellSet::Rows => self.row_reads(part, None),
            CellSet::Line(line) if self.targets[part.target].lines[line].group.is_none() => {
                self.row_reads(part, Some(line))
            }
            CellSet::Line(line) => self.total_reads(part, Some(line)),
            CellSet::Totals => self.total_reads(part, None),
        }
    }

    /// What the rows of a column read, or one of them alone.
    fn row_reads(&self, part: Part, line: Option<usize>) -> Vec<Part> {
        let target = &self.targets[part.target];
        if let Some(written) = line.and_then(|line| target.lines[line].formula(part.column)) {
            return self.formula(&written.formula, part);
        }
        match &target.columns[part.column].made_by {
            MadeBy::Input => Vec::new(),
            MadeBy::Formula(written) => self.formula(&written.formula, part),
            MadeBy::Allocation(allocation) => {
                let mut reads = self.formula(&allocation.amount.formula, part);
                reads.extend(self.units(part.target, allocation.by, None));
                reads
            }
        }
    }

    /// What the total of a column reads, or the subtotal of one group alone.
    fn total_reads(&self, part: Part, group: Option<usize>) -> Vec<Part> {
        let column = &self.targets[part.target].columns[part.column];
        let of_formula = |written: &SourceFormula| self.formula(&written.formula, part);
        let units = || self.units(part.target, part.column, group);
        if column.adds_up {
            return units();
        }
        match (&column.total, &column.made_by) {
            (TotalRule::BothWays, MadeBy::Formula(written)) => {
                let mut reads = units();
                reads.extend(of_formula(written));
                reads
            }
            (
                TotalRule::Sum
                | TotalRule::Least
                | TotalRule::Greatest
                | TotalRule::Average
                | TotalRule::Count
                | TotalRule::BothWays,
                _,
            ) => units(),
            (TotalRule::Formula(written), _) | (TotalRule::Ratio, MadeBy::Formula(written)) => {
                of_formula(written)
            }
            (TotalRule::None | TotalRule::Ratio, _) => Vec::new(),
        }
    }

    fn has_groups(&self, target: usize) -> bool {
        self.targets[target].lines.iter().any(|line| line.group.is_some())
    }

    /// What a formula reads when it is computed for `part`.
    fn formula(&self, formula: &Formula, part: Part) -> Vec<Part> {
        let mut reads = Vec::new();
        formula.walk(&mut |piece| match piece {
            Formula::Cell(cell) => reads.extend(self.cell(cell, part)),
            Formula::Aggregate(_, column) | Formula::Rank(column) | Formula::Cumulative(column) => {
                reads.extend(self.units(column.target, column.column, None));
            }
            Formula::Share(column) => {
                reads.extend(self.same(column.column, part));
                reads.push(Part {
                    target: part.target,
                    column: column.column,
                    cells: CellSet::Totals,
                });
            }
            _ => {}
        });
        reads
    }

    fn cell(&self, cell: &CellRef, part: Part) -> Vec<Part> {
        let ColumnRef { target, column } = cell.column;
        match cell.row {
            RowRef::Same => self.same(column, part),
            RowRef::SameName { .. } => self.same_name(cell.column, part),
            RowRef::Total => vec![Part { target, column, cells: CellSet::Totals }],
            RowRef::Line(line) => vec![self.line(target, column, line)],
        }
    }

    /// What the rows of the same names are computed in. A unit may bear the name of a group in
    /// the other table, and a group that of a unit; the row of totals reads the other one.
    fn same_name(&self, of: ColumnRef, part: Part) -> Vec<Part> {
        let mut reads = Vec::new();
        let is_of_rows = part.cells != CellSet::Totals;
        if is_of_rows || self.has_groups(part.target) {
            reads.push(Part { target: of.target, column: of.column, cells: CellSet::Rows });
        }
        if !is_of_rows || self.has_groups(of.target) {
            reads.extend(self.totals(of.target, of.column));
        }
        reads
    }
}

/// The parts of some lines of a column.
fn of_lines(target: usize, column: usize, lines: impl Iterator<Item = usize>) -> Vec<Part> {
    lines.map(|line| Part { target, column, cells: CellSet::Line(line) }).collect()
}
