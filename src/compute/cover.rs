//! Whether the totals in a ratio are sums over the same rows.

use std::collections::BTreeSet;

use super::order::Part;
use super::state::{RowContext, State};
use crate::codes;
use crate::diagnostic::{Diagnostic, Message};
use crate::model::formula::{CellRef, ColumnRef, Formula, Operator, RowRef};
use crate::model::target::{SourceFormula, Target, TotalRule};

impl State<'_> {
    /// Above and below the bar the rows must be the same ones: with a blank in one of them, or a
    /// row that another table lacks, the quotient is that of nothing.
    pub(super) fn covers_the_same_rows(
        &mut self,
        written: &SourceFormula,
        part: Part,
        group: Option<usize>,
    ) {
        let mut quotients = Vec::new();
        written.formula.walk(&mut |formula| {
            if let Formula::Binary(Operator::Divide, above, below) | Formula::Growth(above, below) =
                formula
            {
                quotients.push((summed(above), summed(below)));
            }
        });
        let here = &self.targets[part.target];
        for (above, below) in quotients {
            if above.is_empty() || below.is_empty() {
                continue;
            }
            let cells: Vec<CellRef> = above.into_iter().chain(below).collect();
            let rows: Vec<Option<BTreeSet<Covered>>> =
                cells.iter().map(|cell| self.rows_in(cell, part, group)).collect();
            let rows: Option<Vec<BTreeSet<Covered>>> = rows.into_iter().collect();
            let Some(rows) = rows else { continue };
            let Some(other) = rows.iter().position(|lines| *lines != rows[0]) else { continue };
            let lacking = rows[0].symmetric_difference(&rows[other]).next().copied();
            let Some((target, line)) = lacking else { continue };
            let name = self.targets[target].lines[line].name.value.clone();
            let message = Message::new("ratio-over-other-rows")
                .with("column", &here.columns[part.column].id.value)
                .with("row", self.row_name(RowContext { target: part.target, line: group }))
                .with("formula", &written.text)
                .with("unit", &name);
            let finding = Diagnostic::new(&codes::BAD_FORMULA, message).at(written.span);
            // A group and the whole table lack the same row.
            let is_known = |known: &Diagnostic| {
                known.code == finding.code
                    && known.place == finding.place
                    && known.message.id == finding.message.id
            };
            if self.report.findings().iter().any(is_known) {
                return;
            }
            let same_name = || here.units(group).find(|at| here.lines[*at].name.value == name);
            let line = if target == part.target { Some(line) } else { same_name() };
            self.report.emit(match line {
                Some(line) => {
                    finding.related(here.lines[line].name.span, Message::new("ratio-row"))
                }
                None => finding,
            });
            return;
        }
    }

    /// The units whose figures are summed for a cell of the row of totals; `None` where it is no
    /// sum. Rows of another table count as those they stand for here, where all of them are here.
    fn rows_in(
        &self,
        cell: &CellRef,
        part: Part,
        group: Option<usize>,
    ) -> Option<BTreeSet<Covered>> {
        let column = cell.column;
        let target = &self.targets[column.target];
        let is_sum =
            matches!(target.columns[column.column].total, TotalRule::Sum | TotalRule::BothWays);
        if !is_sum {
            return None;
        }
        if cell.row == RowRef::Same {
            return Some(self.filled(target, column, group));
        }
        let there = |line| self.names.same(part.target, line, column.target).ok();
        let of = match group {
            None => None,
            Some(group) => Some(there(group)?),
        };
        let all = self.filled(target, column, of);
        let (mut covered, mut named) = (BTreeSet::new(), BTreeSet::new());
        for unit in self.targets[part.target].units(group) {
            let Some(line) = there(unit) else { continue };
            let before = covered.len();
            match target.lines[line].group {
                Some(_) => covered.extend(self.filled(target, column, Some(line))),
                None => covered.extend(all.get(&(column.target, line)).copied()),
            }
            if covered.len() > before {
                named.insert((part.target, unit));
            }
        }
        Some(if covered == all { named } else { all })
    }

    fn filled(
        &self,
        target: &Target,
        column: ColumnRef,
        group: Option<usize>,
    ) -> BTreeSet<Covered> {
        let at = RowContext { target: column.target, line: None };
        let is_filled = |line: &usize| self.amount(column, at.line(*line)).is_some();
        target.units(group).filter(is_filled).map(|line| (column.target, line)).collect()
    }
}

/// A line of a table, by the indexes of both.
type Covered = (usize, usize);

/// The cells of a formula that are sums in the row of totals.
fn summed(formula: &Formula) -> Vec<CellRef> {
    let mut cells = Vec::new();
    formula.walk(&mut |part| {
        if let Formula::Cell(cell) = part
            && matches!(cell.row, RowRef::Same | RowRef::SameName { .. })
        {
            cells.push(cell.clone());
        }
    });
    cells
}
