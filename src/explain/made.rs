//! What made a figure, down to what the author wrote.

use std::collections::BTreeSet;

use super::worked::worked;
use super::{Allocated, CellId, Derivation, Evaluation, Node, Part};
use crate::compute::{Bound, Evaluator, Origin, Share, Working};
use crate::diagnostic::Report;
use crate::model::Directive;
use crate::model::allocation::Allocation;
use crate::model::amount::Amount;
use crate::model::formula::{Aggregate, CellRef, ColumnRef, Formula, RowRef};
use crate::model::target::{Column, MadeBy, SourceFormula, TotalRule};
use crate::pipeline::Examined;
use crate::printed::numbers;

/// Makes nodes; each figure is told once.
pub(super) struct Maker<'a> {
    examined: &'a Examined,
    again: Evaluator<'a>,
    told: BTreeSet<CellId>,
}

impl<'a> Maker<'a> {
    pub(super) fn new(examined: &'a Examined, report: &'a mut Report) -> Self {
        let again = Evaluator::new(&examined.tables, report);
        Self { examined, again, told: BTreeSet::new() }
    }

    pub(super) fn node(&mut self, spot: CellId) -> Node {
        let cell = self.examined.tables.cell(spot);
        let kind = self.directive().targets[spot.target].kind_at(spot.line, spot.column);
        let decimals = kind.decimals();
        let is_rounded = cell.value.amount().is_some_and(|it| it.round(decimals) != *it);
        let printed = numbers::cell(&cell.value, kind);
        let made = if self.told.insert(spot) { self.made(spot) } else { Derivation::Above };
        Node { spot, value: cell.value.clone(), printed, is_rounded, made }
    }

    fn column(&self, spot: CellId) -> &'a Column {
        &self.directive().targets[spot.target].columns[spot.column]
    }

    fn directive(&self) -> &'a Directive {
        &self.examined.directive
    }

    fn made(&mut self, spot: CellId) -> Derivation {
        let column = self.column(spot);
        let written = self.directive().targets[spot.target].formula_of(spot.line, spot.column);
        let origin = self.examined.tables.cell(spot).origin;
        if let Some(how) = origin.aggregate() {
            return self.rows(spot, how, column);
        }
        match origin {
            Origin::Input => Derivation::Input,
            Origin::Formula => {
                written.map_or(Derivation::Nothing, |it| Derivation::Formula(self.worked(it, spot)))
            }
            Origin::Adjusted => written.map_or(Derivation::Nothing, |written| {
                let worked = self.worked(written, spot);
                Derivation::Adjusted { exact: worked.value.clone(), worked }
            }),
            Origin::Allocation => match &column.made_by {
                MadeBy::Allocation(spread) => self.allocated(spot, spread),
                MadeBy::Input | MadeBy::Formula(_) => Derivation::Nothing,
            },
            Origin::Sum
            | Origin::Least
            | Origin::Greatest
            | Origin::Average
            | Origin::Count
            | Origin::Nothing => Derivation::Nothing,
        }
    }

    fn rows(&mut self, spot: CellId, how: Aggregate, column: &'a Column) -> Derivation {
        let units = self.directive().targets[spot.target].units(spot.line);
        let all: Vec<CellId> = units.map(|line| CellId { line: Some(line), ..spot }).collect();
        let count = all.len();
        let mut rows = all;
        rows.retain(|row| self.examined.tables.cell(*row).value.amount().is_some());
        let across = match (&column.total, &column.made_by) {
            (TotalRule::BothWays, MadeBy::Formula(written)) if !column.adds_up => {
                Some(self.worked(written, spot))
            }
            _ => None,
        };
        Derivation::Rows { how, blank: count - rows.len(), rows, across }
    }

    fn worked(&mut self, written: &SourceFormula, spot: CellId) -> Evaluation {
        let formula = &written.formula;
        let value = self.again.amount(formula, spot.target, spot.line);
        let again = &mut self.again;
        let figures = worked(formula, &mut |part| again.amount(part, spot.target, spot.line));
        let mut leaves: Vec<&Formula> = Vec::new();
        formula.walk(&mut |leaf| {
            if !leaves.contains(&leaf) {
                leaves.push(leaf);
            }
        });
        let parts = leaves.into_iter().flat_map(|leaf| self.parts(leaf, spot)).collect();
        Evaluation { text: written.text.clone(), span: written.span, figures, value, parts }
    }

    /// What a leaf of a formula reads.
    fn parts(&mut self, formula: &Formula, spot: CellId) -> Vec<Part> {
        let of_column = |this: &mut Self, how, column: &ColumnRef| {
            let value = this.again.amount(formula, spot.target, spot.line);
            vec![Part::Column { how, column: *column, value }]
        };
        match formula {
            Formula::Cell(cell) => {
                let read = self.read(cell, spot);
                read.map(|read| Part::Figure(Box::new(self.node(read)))).into_iter().collect()
            }
            Formula::Share(column) => {
                let part = CellId { target: column.target, column: column.column, line: spot.line };
                let whole = CellId { line: None, ..part };
                let both = if part == whole { vec![part] } else { vec![part, whole] };
                both.into_iter().map(|spot| Part::Figure(Box::new(self.node(spot)))).collect()
            }
            Formula::Aggregate(how, column) => of_column(self, Some(*how), column),
            Formula::Cumulative(column) => of_column(self, Some(Aggregate::Sum), column),
            Formula::Rank(column) => of_column(self, None, column),
            _ => Vec::new(),
        }
    }

    fn read(&self, cell: &CellRef, spot: CellId) -> Option<CellId> {
        let line = match cell.row {
            RowRef::Same => spot.line,
            RowRef::Total => None,
            RowRef::Line(line) => Some(line),
            RowRef::SameName { .. } => match spot.line {
                None => None,
                Some(line) => Some(self.again.same_line(spot.target, line, cell.column.target)?),
            },
        };
        Some(CellId { target: cell.column.target, line, column: cell.column.column })
    }

    fn allocated(&mut self, spot: CellId, spread: &'a Allocation) -> Derivation {
        let workings = &self.examined.tables.of(spot.target).table.workings;
        let working = workings.iter().find(|working| working.column == spot.column);
        let share = working.and_then(|it| it.shares.iter().find(|it| Some(it.line) == spot.line));
        let (Some(working), Some(share)) = (working, share) else { return Derivation::Nothing };
        let amount = self.worked(&spread.amount, CellId { line: None, ..spot });
        let unit = Amount::power_of_ten(self.column(spot).kind.decimals());
        let by = ColumnRef { target: spot.target, column: spread.by };
        Derivation::Allocated(Box::new(allocated(working, share, spread, by, &unit, amount)))
    }
}

fn allocated(
    working: &Working,
    share: &Share,
    spread: &Allocation,
    by: ColumnRef,
    unit: &Amount,
    amount: Evaluation,
) -> Allocated {
    let whole = |share: &Share| {
        let units = (&share.exact * unit).floor();
        units.checked_div(unit).unwrap_or(units)
    };
    let free = || working.shares.iter().filter(|share| share.bound == Bound::Free);
    let held = working.shares.iter().filter(|share| share.bound != Bound::Free);
    let held = held.fold(Amount::zero(), |sum, share| &sum + &share.exact);
    let weights = free().filter_map(|share| share.weight.as_ref());
    let gets_one = |share: &&Share| share.result > whole(share);
    Allocated {
        amount,
        by,
        weight: share.weight.clone(),
        weights: weights.fold(Amount::zero(), |sum, weight| &sum + weight),
        left: &working.amount - &held,
        exact: share.exact.clone(),
        bound: share.bound,
        floor: spread.floor.clone(),
        cap: spread.cap.clone(),
        whole: whole(share),
        gets_one: gets_one(&share),
        left_over: working.shares.iter().filter(gets_one).count(),
    }
}
