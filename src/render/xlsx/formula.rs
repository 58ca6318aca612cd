//! What makes a figure, as a formula of Excel.
//!
//! A figure has a formula where Excel can come to the same value: not a part of an amount that
//! was spread, nor a share that was rounded so that all of them add up.

use super::places::{Place, letters, of_sheet};
use crate::compute::{Cell, Origin};
use crate::model::formula::{
    Aggregate, CellRef, ColumnRef, Comparison, Condition, Extreme, Formula, Operator, RowRef,
};
use crate::model::target::{MadeBy, Target, TotalRule};

/// All tables, and where they stand; nothing for one that stands nowhere.
pub(super) struct Book<'a> {
    pub(super) targets: &'a [Target],
    pub(super) places: Vec<Option<Place>>,
}

/// A row of a table; `None` is the row of totals.
#[derive(Debug, Clone, Copy)]
struct At {
    target: usize,
    line: Option<usize>,
}

/// How deep formulas of totals that are not printed are written into others.
const DEEPEST: usize = 8;

impl Book<'_> {
    /// The formula of `cell` in `column` of a table, in the row of `line` (`None`: totals).
    pub(super) fn formula(
        &self,
        cell: &Cell,
        target: usize,
        line: Option<usize>,
        column: usize,
    ) -> Option<String> {
        let of = &self.targets[target].columns[column];
        let at = At { target, line };
        let is_total = line.is_none_or(|line| self.targets[target].lines[line].group.is_some());
        let reference = ColumnRef { target, column };
        match cell.origin {
            Origin::Sum => self.over(Aggregate::Sum, reference, line, at),
            Origin::Least => self.over(Aggregate::Extreme(Extreme::Least), reference, line, at),
            Origin::Greatest => {
                self.over(Aggregate::Extreme(Extreme::Greatest), reference, line, at)
            }
            Origin::Average => self.over(Aggregate::Average, reference, line, at),
            Origin::Count => self.over(Aggregate::Count, reference, line, at),
            Origin::Formula => {
                let own = line.and_then(|line| self.targets[target].lines[line].formula(column));
                if let Some(written) = own {
                    return self.text(&written.formula, at, 0);
                }
                let written = match (&of.total, &of.made_by) {
                    (TotalRule::Formula(written), _) if is_total => written,
                    (_, MadeBy::Formula(written)) => written,
                    _ => return None,
                };
                self.text(&written.formula, at, 0)
            }
            Origin::Input | Origin::Allocation | Origin::Adjusted | Origin::Nothing => None,
        }
    }

    /// `SUM(C5:C16)` over the units of a column, or of one group of it.
    fn over(
        &self,
        aggregate: Aggregate,
        column: ColumnRef,
        group: Option<usize>,
        at: At,
    ) -> Option<String> {
        let name = match aggregate {
            Aggregate::Sum => "SUM",
            Aggregate::Count => "COUNT",
            Aggregate::Average => "AVERAGE",
            Aggregate::Extreme(Extreme::Least) => "MIN",
            Aggregate::Extreme(Extreme::Greatest) => "MAX",
        };
        let ranges = self.units(column, group, at)?;
        (!ranges.is_empty()).then(|| format!("{name}({})", ranges.join(",")))
    }

    /// The units of a column, in ranges.
    fn units(&self, column: ColumnRef, group: Option<usize>, at: At) -> Option<Vec<String>> {
        let place = self.places[column.target].as_ref()?;
        let units = self.targets[column.target].units(group);
        let sheet = self.sheet(column.target, at)?;
        let ranges = place.ranges(column.column, units).into_iter();
        Some(ranges.map(|range| format!("{sheet}{range}")).collect())
    }

    /// What stands before cells of `target` in a formula of another sheet.
    fn sheet(&self, target: usize, at: At) -> Option<String> {
        let place = self.places[target].as_ref()?;
        Some(if target == at.target { String::new() } else { of_sheet(&place.sheet) })
    }

    fn text(&self, formula: &Formula, at: At, depth: usize) -> Option<String> {
        let text = |formula: &Formula| self.text(formula, at, depth);
        Some(match formula {
            Formula::Number(amount) => format!("({})", amount.exact()),
            // A cell of Excel that is empty counts as 0 in a formula: these stay figures.
            Formula::Blank | Formula::Filled(..) | Formula::Growth(..) | Formula::Cumulative(_) => {
                return None;
            }
            Formula::Cell(cell) => self.cell(cell, at, depth)?,
            Formula::Negative(inner) => format!("(-{})", text(inner)?),
            Formula::Binary(operator, left, right) => {
                let sign = match operator {
                    Operator::Add => "+",
                    Operator::Subtract => "-",
                    Operator::Multiply => "*",
                    Operator::Divide => "/",
                };
                format!("({}{sign}{})", text(left)?, text(right)?)
            }
            Formula::If(condition, yes, no) => {
                let condition = self.condition(condition, at, depth)?;
                format!("IF({condition},{},{})", text(yes)?, text(no)?)
            }
            Formula::Round(inner, decimals) => format!("ROUND({},{decimals})", text(inner)?),
            Formula::Extreme(extreme, parts) => {
                let name = match extreme {
                    Extreme::Least => "MIN",
                    Extreme::Greatest => "MAX",
                };
                let parts: Option<Vec<String>> = parts.iter().map(text).collect();
                format!("{name}({})", parts?.join(","))
            }
            Formula::Aggregate(aggregate, column) => self.over(*aggregate, *column, None, at)?,
            Formula::Rank(column) => self.rank(*column, at)?,
            Formula::Share(column) => {
                let part = self.at(*column, at)?;
                let whole = self.total(*column, at, depth)?;
                format!("({part}*100/{whole})")
            }
        })
    }

    fn condition(&self, condition: &Condition, at: At, depth: usize) -> Option<String> {
        let sign = match condition.comparison {
            Comparison::Equal => "=",
            Comparison::Different => "<>",
            Comparison::Less => "<",
            Comparison::AtMost => "<=",
            Comparison::Greater => ">",
            Comparison::AtLeast => ">=",
        };
        let left = self.text(&condition.left, at, depth)?;
        Some(format!("{left}{sign}{}", self.text(&condition.right, at, depth)?))
    }

    /// 1 and how many units are greater.
    fn rank(&self, column: ColumnRef, at: At) -> Option<String> {
        let own = self.at(column, at)?;
        let ranges = self.units(column, None, at)?;
        let greater = ranges.iter().map(|range| format!("+COUNTIF({range},\">\"&{own})"));
        Some(format!("(1{})", greater.collect::<String>()))
    }

    fn cell(&self, cell: &CellRef, at: At, depth: usize) -> Option<String> {
        let column = cell.column;
        let there = At { target: column.target, ..at };
        match cell.row {
            RowRef::Same => self.at(column, at),
            RowRef::Total => self.total(column, at, depth),
            RowRef::Line(line) => self.on_line(column, line, at),
            RowRef::SameName { .. } => match at.line {
                None => self.total(column, at, depth),
                Some(line) => {
                    let path = self.targets[at.target].path_of(Some(line));
                    let line = self.targets[there.target].line_at(&path).ok()?;
                    self.on_line(column, line, at)
                }
            },
        }
    }

    /// The cell of `column` in the row of the formula itself.
    fn at(&self, column: ColumnRef, at: At) -> Option<String> {
        match at.line {
            Some(line) => self.on_line(column, line, at),
            None => self.total(column, at, 0),
        }
    }

    fn on_line(&self, column: ColumnRef, line: usize, at: At) -> Option<String> {
        let place = self.places[column.target].as_ref()?;
        self.name(column, *place.lines.get(line)?, at)
    }

    fn name(&self, column: ColumnRef, row: u32, at: At) -> Option<String> {
        let place = self.places[column.target].as_ref()?;
        let sheet = self.sheet(column.target, at)?;
        Some(format!("{sheet}{}{}", letters(place.columns[column.column]), row + 1))
    }

    /// The total of a column: its cell, or where none is printed, what makes it.
    fn total(&self, column: ColumnRef, at: At, depth: usize) -> Option<String> {
        let place = self.places[column.target].as_ref()?;
        if let Some(row) = place.total {
            return self.name(column, row, at);
        }
        if depth >= DEEPEST {
            return None;
        }
        let of = &self.targets[column.target].columns[column.column];
        match (&of.total, &of.made_by) {
            (TotalRule::Sum | TotalRule::BothWays, _) => {
                self.over(Aggregate::Sum, column, None, at)
            }
            (TotalRule::Least, _) => {
                self.over(Aggregate::Extreme(Extreme::Least), column, None, at)
            }
            (TotalRule::Greatest, _) => {
                self.over(Aggregate::Extreme(Extreme::Greatest), column, None, at)
            }
            (TotalRule::Formula(written), _) | (TotalRule::Ratio, MadeBy::Formula(written))
                if column.target == at.target =>
            {
                let totals = At { target: column.target, line: None };
                self.text(&written.formula, totals, depth + 1)
            }
            _ => None,
        }
    }
}
