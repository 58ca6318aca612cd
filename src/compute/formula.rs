//! The value of a formula.

use super::state::{RowContext, State};
use super::whole::aggregated;
use crate::model::amount::Amount;
use crate::model::formula::{CellRef, Comparison, Condition, Extreme, Formula, Operator, RowRef};
use crate::model::line_path::PathError;

/// Why a formula has no value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum EvalError {
    /// It divides by zero.
    DivisionByZero,
    /// A number in it outgrows every purpose.
    TooLarge,
    /// The other table has no line of this name.
    NoSuchLine(String),
    /// The other table has several lines of this name.
    SeveralLines(String),
}

type Result<T> = std::result::Result<T, EvalError>;

impl State<'_> {
    /// The value of `formula` at a row of its table; a blank makes it blank.
    pub(super) fn evaluate(&mut self, formula: &Formula, at: RowContext) -> Result<Option<Amount>> {
        let value = match formula {
            Formula::Number(amount) => Some(amount.clone()),
            Formula::Blank => None,
            Formula::Cell(cell) => self.cell(cell, at)?,
            Formula::Negative(inner) => self.evaluate(inner, at)?.map(|amount| -amount),
            Formula::Binary(operator, left, right) => {
                match (self.evaluate(left, at)?, self.evaluate(right, at)?) {
                    (Some(left), Some(right)) => Some(binary(*operator, &left, &right)?),
                    _ => None,
                }
            }
            Formula::If(condition, yes, no) => match self.holds(condition, at)? {
                Some(true) => self.evaluate(yes, at)?,
                Some(false) => self.evaluate(no, at)?,
                None => None,
            },
            Formula::Round(inner, decimals) => {
                self.evaluate(inner, at)?.map(|amount| amount.round(*decimals))
            }
            Formula::Extreme(extreme, parts) => self.extreme(*extreme, parts, at)?,
            Formula::Filled(aggregate, parts) => {
                // Every part is computed: a division by zero is one in any order.
                let values: Vec<Option<Amount>> =
                    parts.iter().map(|part| self.evaluate(part, at)).collect::<Result<_>>()?;
                aggregated(*aggregate, values.into_iter().flatten())
            }
            Formula::Growth(now, before) => {
                match (self.evaluate(now, at)?, self.evaluate(before, at)?) {
                    (Some(now), Some(before)) => growth(&now, &before),
                    _ => None,
                }
            }
            Formula::Aggregate(aggregate, column) => self.aggregate(*aggregate, *column),
            Formula::Cumulative(column) => self.cumulative(*column, at),
            Formula::Rank(column) => self.rank(*column, at),
            Formula::Share(column) => {
                let part = self.amount(*column, at);
                let whole =
                    self.amount(*column, RowContext { target: column.target, ..at }.total());
                match (part, whole) {
                    (Some(part), Some(whole)) => {
                        // Of a whole that is nothing there is no share.
                        (&part * &Amount::from(100)).checked_div(&whole)
                    }
                    _ => None,
                }
            }
        };
        match value {
            Some(value) if value.is_too_large() => Err(EvalError::TooLarge),
            value => Ok(value),
        }
    }

    fn cell(&self, cell: &CellRef, at: RowContext) -> Result<Option<Amount>> {
        let other = RowContext { target: cell.column.target, ..at };
        let at = match cell.row {
            RowRef::Same => at,
            RowRef::Total => other.total(),
            RowRef::Line(line) => other.line(line),
            RowRef::SameName { or_blank } => match at.line {
                None => other.total(),
                Some(line) => match self.line_of_same_name(at.target, line, other.target) {
                    Err(EvalError::NoSuchLine(_)) if or_blank => return Ok(None),
                    found => other.line(found?),
                },
            },
        };
        Ok(self.amount(cell.column, at))
    }

    /// The line of another table that is called as `line`.
    fn line_of_same_name(&self, here: usize, line: usize, other: usize) -> Result<usize> {
        let name = || self.targets[here].lines[line].name.value.clone();
        self.names.same(here, line, other).map_err(|error| match error {
            PathError::Unknown => EvalError::NoSuchLine(name()),
            PathError::Several(..) => EvalError::SeveralLines(name()),
        })
    }

    pub(super) fn holds(&mut self, condition: &Condition, at: RowContext) -> Result<Option<bool>> {
        let (left, right) =
            (self.evaluate(&condition.left, at)?, self.evaluate(&condition.right, at)?);
        // Whether something is blank is asked for by name: `x = ~`.
        if [&condition.left, &condition.right].iter().any(|side| **side == Formula::Blank) {
            let is_same = left == right;
            return Ok(match condition.comparison {
                Comparison::Equal => Some(is_same),
                Comparison::Different => Some(!is_same),
                _ => None,
            });
        }
        Ok(left.zip(right).map(|(left, right)| match condition.comparison {
            Comparison::Equal => left == right,
            Comparison::Different => left != right,
            Comparison::Less => left < right,
            Comparison::AtMost => left <= right,
            Comparison::Greater => left > right,
            Comparison::AtLeast => left >= right,
        }))
    }

    fn extreme(
        &mut self,
        extreme: Extreme,
        parts: &[Formula],
        at: RowContext,
    ) -> Result<Option<Amount>> {
        // Every part is computed, also behind a blank: a division by zero is one in any order.
        let values: Vec<Option<Amount>> =
            parts.iter().map(|part| self.evaluate(part, at)).collect::<Result<_>>()?;
        let values: Option<Vec<Amount>> = values.into_iter().collect();
        Ok(values.and_then(|values| match extreme {
            Extreme::Least => values.into_iter().min(),
            Extreme::Greatest => values.into_iter().max(),
        }))
    }
}

/// By how many per cent there is more now; nothing where nothing was before.
fn growth(now: &Amount, before: &Amount) -> Option<Amount> {
    (&(now - before) * &Amount::from(100)).checked_div(before)
}

fn binary(operator: Operator, left: &Amount, right: &Amount) -> Result<Amount> {
    Ok(match operator {
        Operator::Add => left + right,
        Operator::Subtract => left - right,
        Operator::Multiply => left * right,
        Operator::Divide => left.checked_div(right).ok_or(EvalError::DivisionByZero)?,
    })
}
