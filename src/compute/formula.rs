//! The value of a formula.

use super::Value;
use crate::model::amount::Amount;
use crate::model::formula::{Formula, Operator};
use crate::model::target::Column;

/// A formula divides by zero: it has no value.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct DivisionByZero;

/// The value of `formula` over the cells of one row; a blank makes it blank.
pub(super) fn evaluate(
    formula: &Formula,
    cells: &[Value],
) -> Result<Option<Amount>, DivisionByZero> {
    Ok(match formula {
        Formula::Number(amount) => Some(amount.clone()),
        Formula::Column(column) => cells[*column].amount().cloned(),
        Formula::Negative(inner) => evaluate(inner, cells)?.map(|amount| -amount),
        Formula::Binary(operator, left, right) => {
            let (Some(left), Some(right)) = (evaluate(left, cells)?, evaluate(right, cells)?)
            else {
                return Ok(None);
            };
            Some(match operator {
                Operator::Add => &left + &right,
                Operator::Subtract => &left - &right,
                Operator::Multiply => &left * &right,
                Operator::Divide => left.checked_div(&right).ok_or(DivisionByZero)?,
            })
        }
    })
}

/// The columns in an order in which each formula comes after those it reads.
/// Resolve has refused cycles.
pub(super) fn order(columns: &[Column]) -> Vec<usize> {
    let mut order = Vec::new();
    let mut placed = vec![false; columns.len()];
    for column in 0..columns.len() {
        place(column, columns, &mut placed, &mut order);
    }
    order
}

fn place(column: usize, columns: &[Column], placed: &mut [bool], order: &mut Vec<usize>) {
    if placed[column] {
        return;
    }
    placed[column] = true;
    let read = columns[column].formula.as_ref().map(|formula| formula.formula.columns());
    for earlier in read.unwrap_or_default() {
        place(earlier, columns, placed, order);
    }
    order.push(column);
}
