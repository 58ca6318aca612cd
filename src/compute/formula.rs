//! The value of a formula.

use super::state::{RowContext, State};
use crate::model::amount::Amount;
use crate::model::formula::{CellRef, Comparison, Condition, Extreme, Formula, Operator, RowRef};

/// Why a formula has no value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum EvalError {
    /// It divides by zero.
    DivisionByZero,
    /// A number in it outgrows every purpose.
    TooLarge,
    /// The other table has no line of this name.
    NoSuchLine(String),
}

type Result<T> = std::result::Result<T, EvalError>;

impl State<'_> {
    /// The value of `formula` at a row of its table; a blank makes it blank.
    pub(super) fn evaluate(&mut self, formula: &Formula, at: RowContext) -> Result<Option<Amount>> {
        let value = match formula {
            Formula::Number(amount) => Some(amount.clone()),
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
            Formula::Aggregate(aggregate, column) => self.aggregate(*aggregate, *column),
            Formula::Rank(column) => self.rank(*column, at),
            Formula::Share(column) => {
                let part = self.amount(*column, at);
                let whole =
                    self.amount(*column, RowContext { target: column.target, ..at }.total());
                match (part, whole) {
                    (Some(part), Some(whole)) => {
                        let hundred = &part * &Amount::from(100);
                        Some(hundred.checked_div(&whole).ok_or(EvalError::DivisionByZero)?)
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
            RowRef::SameName => match self.name_at(at) {
                None => other.total(),
                Some(name) => {
                    let line = self.targets[other.target].line_named(name);
                    other.line(line.ok_or_else(|| EvalError::NoSuchLine(name.to_owned()))?)
                }
            },
        };
        Ok(self.amount(cell.column, at))
    }

    fn holds(&mut self, condition: &Condition, at: RowContext) -> Result<Option<bool>> {
        let (left, right) =
            (self.evaluate(&condition.left, at)?, self.evaluate(&condition.right, at)?);
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

fn binary(operator: Operator, left: &Amount, right: &Amount) -> Result<Amount> {
    Ok(match operator {
        Operator::Add => left + right,
        Operator::Subtract => left - right,
        Operator::Multiply => left * right,
        Operator::Divide => left.checked_div(right).ok_or(EvalError::DivisionByZero)?,
    })
}
