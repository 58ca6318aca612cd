//! The tables while they are computed.

use std::collections::{BTreeMap, BTreeSet};

use super::order::{CellSet, Part};
use super::whole::aggregated;
use super::{Cell, Origin, Table, Value, allocation, largest_remainder};
use crate::codes;
use crate::diagnostic::{Diagnostic, Message, Report};
use crate::model::amount::Amount;
use crate::model::formula::{Aggregate, ColumnRef, Extreme};
use crate::model::lines_by_name::LinesByName;
use crate::model::target::{MadeBy, Role, SourceFormula, Target, TotalRule};

/// A row of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct RowContext {
    pub(super) target: usize,
    /// Index of the line; `None` is the row of totals.
    pub(super) line: Option<usize>,
}

impl RowContext {
    pub(super) fn total(self) -> Self {
        Self { line: None, ..self }
    }

    pub(super) fn line(self, line: usize) -> Self {
        Self { line: Some(line), ..self }
    }
}

/// Cells so far, and what was made of whole columns.
pub(super) struct State<'a> {
    pub(super) targets: &'a [Target],
    pub(super) report: &'a mut Report,
    /// What is read by another part.
    read: BTreeSet<Part>,
    tables: Vec<Table>,
    pub(super) aggregates: BTreeMap<(ColumnRef, u8), Option<Amount>>,
    pub(super) ranks: BTreeMap<ColumnRef, BTreeMap<usize, usize>>,
    /// Of each table.
    has_computed_rows: Vec<bool>,
    /// The sum down to each unit of a column.
    pub(super) sums_so_far: BTreeMap<ColumnRef, BTreeMap<usize, Option<Amount>>>,
    pub(super) names: LinesByName<'a>,
}

impl<'a> State<'a> {
    pub(super) fn new(targets: &'a [Target], read: BTreeSet<Part>, report: &'a mut Report) -> Self {
        let blank = Cell { value: Value::Blank, origin: Origin::Nothing };
        let tables = targets
            .iter()
            .map(|target| Table {
                lines: vec![vec![blank.clone(); target.columns.len()]; target.lines.len()],
                total: vec![blank.clone(); target.columns.len()],
                workings: Vec::new(),
            })
            .collect();
        Self { read, ..Self::again(targets, tables, report) }
    }

    /// The state after all was computed.
    pub(super) fn again(targets: &'a [Target], tables: Vec<Table>, report: &'a mut Report) -> Self {
        let (aggregates, ranks) = (BTreeMap::new(), BTreeMap::new());
        let sums_so_far = BTreeMap::new();
        let has_computed_rows = targets.iter().map(Target::has_computed_rows).collect();
        let names = LinesByName::new(targets);
        let read = BTreeSet::new();
        Self {
            targets,
            report,
            read,
            tables,
            aggregates,
            ranks,
            has_computed_rows,
            sums_so_far,
            names,
        }
    }

    pub(super) fn into_tables(self) -> Vec<Table> {
        self.tables
    }

    /// The figure of a column in a row.
    pub(super) fn amount(&self, column: ColumnRef, at: RowContext) -> Option<Amount> {
        self.tables[column.target].cell(at.line, column.column).value.amount().cloned()
    }

    /// Name of the line, if it is one.
    pub(super) fn name_at(&self, at: RowContext) -> Option<&'a str> {
        at.line.map(|line| self.targets[at.target].lines[line].name.value.as_str())
    }

    /// What the line is called in findings.
    pub(super) fn row_name(&self, at: RowContext) -> &'a str {
        let label = self.targets[at.target].total.as_ref().map(|total| total.label.value.as_str());
        self.name_at(at).or(label).unwrap_or("total")
    }

    fn set(&mut self, part: Part, line: Option<usize>, value: Value, origin: Origin) {
        let table = &mut self.tables[part.target];
        let cells = match line {
            Some(line) => &mut table.lines[line],
            None => &mut table.total,
        };
        cells[part.column] = Cell { value, origin };
    }

    pub(super) fn compute(&mut self, part: Part) {
        let target = &self.targets[part.target];
        match part.cells {
            // Its lines are computed one by one, and before.
            CellSet::Units => {}
            CellSet::Rows if self.is_by_line(part) => {}
            CellSet::Rows => self.rows(part),
            CellSet::Line(line) if target.lines[line].group.is_some() => {
                let (value, origin) = self.total(part, Some(line));
                self.set(part, Some(line), value, origin);
                self.are_totals_round(part, std::iter::once(Some(line)));
            }
            CellSet::Line(line) => self.row(part, line),
            CellSet::Totals => self.totals(part),
        }
    }

    /// Whether the cells of a column are computed one by one.
    fn is_by_line(&self, part: Part) -> bool {
        let target = &self.targets[part.target];
        self.has_computed_rows[part.target] && !target.columns[part.column].is_made_at_once()
    }

    /// The cell of one row, in a table with computed rows.
    fn row(&mut self, part: Part, line: usize) {
        let target = &self.targets[part.target];
        if matches!(target.lines[line].role, Role::Heading | Role::Blank) {
            return;
        }
        let column = &target.columns[part.column];
        let Some(written) = target.formula_at(line, part.column) else {
            let value = Value::from(&target.lines[line].inputs[part.column]);
            self.set(part, Some(line), value, Origin::Input);
            return;
        };
        let value = self.written(written, part, Some(line));
        self.set(part, Some(line), value, Origin::Formula);
        if !column.adds_up {
            self.is_round(written, part, std::iter::once(Some(line)));
        }
    }

    fn rows(&mut self, part: Part) {
        let target = &self.targets[part.target];
        let column = &target.columns[part.column];
        match &column.made_by {
            MadeBy::Input => {
                for line in target.rows() {
                    let value = Value::from(&target.lines[line].inputs[part.column]);
                    self.set(part, Some(line), value, Origin::Input);
                }
            }
            MadeBy::Formula(written) => {
                for line in target.rows() {
                    let value = self.written(written, part, Some(line));
                    self.set(part, Some(line), value, Origin::Formula);
                }
                if column.adds_up {
                    self.adjust(written, part);
                } else {
                    self.is_round(written, part, target.rows().map(Some));
                }
            }
            MadeBy::Allocation(allocation) => self.allocate(allocation, part),
        }
    }

    fn allocate(&mut self, spread: &crate::model::allocation::Allocation, part: Part) {
        let target = &self.targets[part.target];
        let at = RowContext { target: part.target, line: None };
        let amount = match self.evaluate(&spread.amount.formula, at) {
            Ok(amount) => amount,
            Err(trouble) => {
                self.trouble(&trouble, &spread.amount, part, None);
                return;
            }
        };
        let by = ColumnRef { target: part.target, column: spread.by };
        let weights: Vec<(usize, Option<Amount>)> =
            target.units(None).map(|line| (line, self.amount(by, at.line(line)))).collect();
        let found = allocation::allocate(spread, amount, &weights, target, part.column);
        match found {
            Ok(working) => {
                for share in &working.shares {
                    let value = Value::Amount(share.result.clone());
                    self.set(part, Some(share.line), value, Origin::Allocation);
                }
                self.tables[part.target].workings.push(working);
            }
            Err(message) => {
                self.report.emit(Diagnostic::new(&codes::BAD_ALLOCATION, message).at(spread.span));
            }
        }
    }

    /// Subtotals of every group, innermost first, and the total.
    fn totals(&mut self, part: Part) {
        let target = &self.targets[part.target];
        let groups =
            (0..target.lines.len()).rev().filter(|line| target.lines[*line].group.is_some());
        // A total that nobody sees or reads may divide by zero.
        let is_wanted = target.total.is_some() || self.read.contains(&part);
        let last = if is_wanted { &[None][..] } else { &[] };
        // In a table with computed rows a subtotal may have been computed for one of them.
        let is_open = |group: &usize| {
            let cell = &self.tables[part.target].lines[*group][part.column];
            cell.origin == Origin::Nothing
        };
        let groups: Vec<usize> = groups.filter(is_open).collect();
        for line in groups.into_iter().map(Some).chain(last.iter().copied()) {
            let (value, origin) = self.total(part, line);
            self.set(part, line, value, origin);
        }
        let groups = (0..target.lines.len()).filter(|line| target.lines[*line].group.is_some());
        let total = target.total.as_ref().map(|_| None);
        self.are_totals_round(part, groups.map(Some).chain(total));
    }

    /// Whether totals that a formula makes are printed as they are.
    fn are_totals_round(&mut self, part: Part, lines: impl Iterator<Item = Option<usize>>) {
        let column = &self.targets[part.target].columns[part.column];
        if let (TotalRule::Formula(written), _) | (TotalRule::Ratio, MadeBy::Formula(written)) =
            (&column.total, &column.made_by)
            && !column.adds_up
        {
            self.is_round(written, part, lines);
        }
    }

    fn total(&mut self, part: Part, group: Option<usize>) -> (Value, Origin) {
        let target = &self.targets[part.target];
        let column = &target.columns[part.column];
        let reference = ColumnRef { target: part.target, column: part.column };
        // Persons and hectares have no sum.
        if target.has_mixed_units(group) {
            return (Value::Blank, Origin::Nothing);
        }
        let over = |aggregate| {
            let at = RowContext { target: part.target, line: None };
            let amounts =
                target.units(group).filter_map(|line| self.amount(reference, at.line(line)));
            Value::from(aggregated(aggregate, amounts))
        };
        match (&column.total, &column.made_by) {
            _ if column.adds_up => (over(Aggregate::Sum), Origin::Sum),
            (TotalRule::BothWays, MadeBy::Formula(written)) => {
                let sum = over(Aggregate::Sum);
                self.agrees(written, part, group, &sum);
                (sum, Origin::Sum)
            }
            (TotalRule::Sum | TotalRule::BothWays, _) => (over(Aggregate::Sum), Origin::Sum),
            (TotalRule::Least, _) => (over(Aggregate::Extreme(Extreme::Least)), Origin::Least),
            (TotalRule::Greatest, _) => {
                (over(Aggregate::Extreme(Extreme::Greatest)), Origin::Greatest)
            }
            (TotalRule::Average, _) => (over(Aggregate::Average), Origin::Average),
            (TotalRule::Count, _) => (over(Aggregate::Count), Origin::Count),
            (TotalRule::Ratio, MadeBy::Formula(written)) => {
                self.covers_the_same_rows(written, part, group);
                (self.written(written, part, group), Origin::Formula)
            }
            (TotalRule::Formula(written), _) => {
                (self.written(written, part, group), Origin::Formula)
            }
            (TotalRule::Ratio | TotalRule::None, _) => (Value::Blank, Origin::Nothing),
        }
    }

    pub(super) fn written(
        &mut self,
        written: &SourceFormula,
        part: Part,
        line: Option<usize>,
    ) -> Value {
        let at = RowContext { target: part.target, line };
        match self.evaluate(&written.formula, at) {
            Ok(value) => value.into(),
            Err(trouble) => {
                self.trouble(&trouble, written, part, line);
                Value::Blank
            }
        }
    }

    /// Shares rounded so that they add up to 100.
    fn adjust(&mut self, written: &SourceFormula, part: Part) {
        let target = &self.targets[part.target];
        let decimals = target.columns[part.column].kind.decimals();
        let scale = Amount::power_of_ten(decimals);
        let reference = ColumnRef { target: part.target, column: part.column };
        let at = RowContext { target: part.target, line: None };
        let found: Vec<(usize, Amount)> = target
            .units(None)
            .filter_map(|line| Some((line, self.amount(reference, at.line(line))?)))
            .collect();
        let sum = found.iter().fold(Amount::zero(), |sum, (_, share)| &sum + share);
        if !found.is_empty() && sum != Amount::from(100) {
            // They are shares of something else than their sum: nothing makes them add up.
            let column = &target.columns[part.column];
            let message = Message::new("shares-of-another-total")
                .with("column", &column.id.value)
                .with("sum", &sum);
            self.report.emit(Diagnostic::new(&codes::BAD_FORMULA, message).at(written.span));
            return;
        }
        let exact: Vec<Amount> = found.iter().map(|(_, share)| share * &scale).collect();
        let priority: Vec<usize> = (0..exact.len()).collect();
        for ((line, _), share) in found.iter().zip(largest_remainder(&exact, &priority)) {
            let share = share.checked_div(&scale).map_or(Value::Blank, Value::Amount);
            self.set(part, Some(*line), share, Origin::Adjusted);
        }
    }
}
