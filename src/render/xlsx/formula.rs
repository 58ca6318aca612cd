//! What makes a figure, as a formula of Excel.
//!
//! A figure has a formula where Excel can come to the same value: not a part of an amount that
//! was spread, nor a share that was rounded so that all of them add up.

use super::places::{Place, letters, of_sheet};
use crate::compute::{Cell, Origin};
use crate::model::cell_id::CellId;
use crate::model::formula::{
    Aggregate, CellRef, ColumnRef, Comparison, Condition, Extreme, Formula, Operator, RowRef,
};
use crate::model::lines_by_name::LinesByName;
use crate::model::target::{MadeBy, Target, TotalRule};

/// All tables, and where they stand; nothing for one that stands nowhere.
pub(super) struct Book<'a> {
    pub(super) targets: &'a [Target],
    pub(super) places: Vec<Option<Place>>,
    pub(super) names: LinesByName<'a>,
}

/// A row of a table; `None` is the row of totals.
#[derive(Debug, Clone, Copy)]
struct At {
    target: usize,
    line: Option<usize>,
    /// How many totals that are not printed lead here.
    depth: usize,
}

/// How deep formulas of totals that are not printed are written into others.
const DEEPEST: usize = 8;

/// Excel takes no longer formula.
const LONGEST: usize = 8_192;

impl Book<'_> {
    /// The formula of `cell`, which stands at `id`.
    pub(super) fn formula(&self, cell: &Cell, id: CellId) -> Option<String> {
        let CellId { target, line, column } = id;
        let at = At { target, line, depth: 0 };
        let reference = ColumnRef { target, column };
        let text = match (cell.origin, cell.origin.aggregate()) {
            (_, Some(aggregate)) => self.over(aggregate, reference, line, at),
            (Origin::Formula, _) => {
                self.text(&self.targets[target].formula_of(line, column)?.formula, at)
            }
            _ => None,
        };
        text.filter(|text| text.len() <= LONGEST)
    }

    /// `SUM(C5:C16)` over the units of a column, or of one group of it.
    fn over(
        &self,
        aggregate: Aggregate,
        column: ColumnRef,
        group: Option<usize>,
        at: At,
    ) -> Option<String> {
        self.aggregated(aggregate, column, self.targets[column.target].units(group), at)
    }

    /// The same over these lines of it; nothing where there are none.
    fn aggregated(
        &self,
        aggregate: Aggregate,
        column: ColumnRef,
        lines: impl Iterator<Item = usize>,
        at: At,
    ) -> Option<String> {
        let ranges = self.ranges(column, lines, at)?;
        (!ranges.is_empty()).then(|| format!("{}({})", name_of(aggregate), ranges.join(",")))
    }

    /// Several values of which blanks are passed over: cells and numbers, as an expression with an
    /// empty cell in it has a value in Excel.
    fn filled(&self, how: Aggregate, parts: &[Formula], at: At) -> Option<String> {
        let is_plain = |part: &Formula| matches!(part, Formula::Cell(_) | Formula::Number(_));
        let parts = parts.iter().map(|part| self.text(part, at).filter(|_| is_plain(part)));
        let parts: Option<Vec<String>> = parts.collect();
        Some(format!("{}({})", name_of(how), parts?.join(",")))
    }

    /// The cells of a column in these lines, neighbours as one range.
    fn ranges(
        &self,
        column: ColumnRef,
        units: impl Iterator<Item = usize>,
        at: At,
    ) -> Option<Vec<String>> {
        let place = self.places[column.target].as_ref()?;
        let sheet = self.sheet(column.target, at)?;
        let ranges = place.ranges(column.column, units).into_iter();
        Some(ranges.map(|range| format!("{sheet}{range}")).collect())
    }

    /// What stands before cells of `target` in a formula of another sheet.
    fn sheet(&self, target: usize, at: At) -> Option<String> {
        let place = self.places[target].as_ref()?;
        Some(if target == at.target { String::new() } else { of_sheet(&place.sheet) })
    }

    fn text(&self, formula: &Formula, at: At) -> Option<String> {
        let text = |formula: &Formula| self.text(formula, at);
        Some(match formula {
            Formula::Number(amount) => format!("({})", amount.exact()),
            // An empty cell counts as 0 in a formula of Excel: what a blank makes blank has none.
            Formula::Blank => return None,
            Formula::Filled(how, parts) => self.filled(*how, parts, at)?,
            Formula::Growth(now, before) => {
                let (now, before) = (text(now)?, text(before)?);
                format!("IF({before}=0,\"\",({now}-{before})*100/{before})")
            }
            Formula::Cumulative(column) => {
                let until = at.line?;
                let units = self.targets[column.target].units(None).filter(|line| *line <= until);
                self.aggregated(Aggregate::Sum, *column, units, at)?
            }
            Formula::Cell(cell) => self.cell(cell, at)?,
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
                let condition = self.condition(condition, at)?;
                let branch = |formula: &Formula| match formula {
                    Formula::Blank => Some("\"\"".to_owned()),
                    formula => text(formula),
                };
                format!("IF({condition},{},{})", branch(yes)?, branch(no)?)
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
                let whole = self.total(*column, at)?;
                format!("({part}*100/{whole})")
            }
        })
    }

    fn condition(&self, condition: &Condition, at: At) -> Option<String> {
        let value = match (&condition.left, &condition.right) {
            (value @ Formula::Cell(_), Formula::Blank)
            | (Formula::Blank, value @ Formula::Cell(_)) => Some(self.text(value, at)?),
            _ => None,
        };
        match (value, condition.comparison) {
            (Some(value), Comparison::Equal) => return Some(format!("NOT(ISNUMBER({value}))")),
            (Some(value), Comparison::Different) => return Some(format!("ISNUMBER({value})")),
            _ => {}
        }
        let sign = condition.comparison.sign();
        let left = self.text(&condition.left, at)?;
        Some(format!("{left}{sign}{}", self.text(&condition.right, at)?))
    }

    /// 1 and how many units are greater.
    fn rank(&self, column: ColumnRef, at: At) -> Option<String> {
        let own = self.at(column, at)?;
        let ranges = self.ranges(column, self.targets[column.target].units(None), at)?;
        let greater = ranges.iter().map(|range| format!("+COUNTIF({range},\">\"&{own})"));
        Some(format!("(1{})", greater.collect::<String>()))
    }

    fn cell(&self, cell: &CellRef, at: At) -> Option<String> {
        let column = cell.column;
        match cell.row {
            RowRef::Same => self.at(column, at),
            RowRef::Total => self.total(column, at),
            RowRef::Line(line) => self.on_line(column, line, at),
            RowRef::SameName { .. } => match at.line {
                None => self.total(column, at),
                Some(line) => {
                    let line = self.names.same(at.target, line, column.target).ok()?;
                    self.on_line(column, line, at)
                }
            },
        }
    }

    /// The cell of `column` in the row of the formula itself.
    fn at(&self, column: ColumnRef, at: At) -> Option<String> {
        match at.line {
            Some(line) => self.on_line(column, line, at),
            None => self.total(column, at),
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
    fn total(&self, column: ColumnRef, at: At) -> Option<String> {
        let place = self.places[column.target].as_ref()?;
        if let Some(row) = place.total {
            return self.name(column, row, at);
        }
        if at.depth >= DEEPEST {
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
                let totals = At { target: column.target, line: None, depth: at.depth + 1 };
                self.text(&written.formula, totals)
            }
            _ => None,
        }
    }
}

/// What Excel calls what is made of several values.
fn name_of(aggregate: Aggregate) -> &'static str {
    match aggregate {
        Aggregate::Sum => "SUM",
        Aggregate::Count => "COUNT",
        Aggregate::Average => "AVERAGE",
        Aggregate::Extreme(Extreme::Least) => "MIN",
        Aggregate::Extreme(Extreme::Greatest) => "MAX",
    }
}
