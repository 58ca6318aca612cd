//! A formula with figures in place of names.

use crate::model::amount::Amount;
use crate::model::formula::{Aggregate, CellRef, Condition, Extreme, Formula, Operator, RowRef};

/// `formula` with what `value` gives for each name in it; `None` where one is blank.
pub(super) fn worked(
    formula: &Formula,
    value: &mut dyn FnMut(&Formula) -> Option<Amount>,
) -> Option<String> {
    Some(match formula {
        Formula::Number(amount) => amount.to_string(),
        Formula::Blank => "~".to_owned(),
        Formula::Growth(now, before) => {
            let (now, shown) = (operand(now, 1, value)?, operand(before, 2, value)?);
            format!("({now} - {shown}) / {shown} × 100")
        }
        Formula::Filled(how, parts) => filled(*how, parts, value),
        Formula::Share(column) => {
            let cell = |row| Formula::Cell(CellRef { column: *column, row });
            let mut shown = |formula: &Formula| operand(formula, 2, value);
            let (part, whole) = (shown(&cell(RowRef::Same))?, shown(&cell(RowRef::Total))?);
            format!("{part} / {whole} × 100")
        }
        Formula::Cell(_) | Formula::Aggregate(..) | Formula::Cumulative(_) | Formula::Rank(_) => {
            let shown = value(formula)?.to_string();
            if shown.starts_with('-') { format!("({shown})") } else { shown }
        }
        Formula::Negative(inner) => format!("-{}", operand(inner, 3, value)?),
        Formula::Binary(operator, left, right) => {
            let (sign, weight) = match operator {
                Operator::Add => ("+", 1),
                Operator::Subtract => ("-", 1),
                Operator::Multiply => ("×", 2),
                Operator::Divide => ("/", 2),
            };
            // Behind `-` and `/` another one of the same weight is not what it was without
            // parentheses.
            let is_strict = matches!(operator, Operator::Subtract | Operator::Divide);
            let left = operand(left, weight, value)?;
            format!("{left} {sign} {}", operand(right, weight + u8::from(is_strict), value)?)
        }
        Formula::If(condition, yes, no) => choice(condition, [yes, no], value)?,
        Formula::Round(inner, decimals) => format!("round({}; {decimals})", worked(inner, value)?),
        Formula::Extreme(extreme, parts) => {
            let name = if *extreme == Extreme::Least { "min" } else { "max" };
            let parts: Option<Vec<String>> = parts.iter().map(|part| worked(part, value)).collect();
            format!("{name}({})", parts?.join("; "))
        }
    })
}

/// Several values of which blanks are passed over: the whole has a value all the same.
fn filled(
    how: Aggregate,
    parts: &[Formula],
    value: &mut dyn FnMut(&Formula) -> Option<Amount>,
) -> String {
    let name = match how {
        Aggregate::Count => "count",
        Aggregate::Average => "average",
        Aggregate::Sum | Aggregate::Extreme(_) => "sum",
    };
    let parts = parts.iter().map(|part| worked(part, value));
    let parts: Vec<String> = parts.map(|it| it.unwrap_or_else(|| "~".to_owned())).collect();
    format!("{name}({})", parts.join("; "))
}

/// `if(…)`
fn choice(
    condition: &Condition,
    [yes, no]: [&Formula; 2],
    value: &mut dyn FnMut(&Formula) -> Option<Amount>,
) -> Option<String> {
    let sign = condition.comparison.sign();
    let (left, right) = (worked(&condition.left, value)?, worked(&condition.right, value)?);
    let (yes, no) = (worked(yes, value)?, worked(no, value)?);
    Some(format!("if({left} {sign} {right}; {yes}; {no})"))
}

/// A part of a formula, in parentheses where it binds less than `weight`.
fn operand(
    formula: &Formula,
    weight: u8,
    value: &mut dyn FnMut(&Formula) -> Option<Amount>,
) -> Option<String> {
    let own = match formula {
        Formula::Binary(Operator::Add | Operator::Subtract, ..) => 1,
        Formula::Binary(..) | Formula::Share(_) | Formula::Growth(..) => 2,
        _ => 3,
    };
    let words = worked(formula, value)?;
    Some(if own < weight { format!("({words})") } else { words })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::formula::ColumnRef;

    fn cell(column: usize) -> Formula {
        let column = ColumnRef { target: 0, column };
        Formula::Cell(CellRef { column, row: RowRef::Same })
    }

    fn binary(operator: Operator, left: Formula, right: Formula) -> Formula {
        Formula::Binary(operator, Box::new(left), Box::new(right))
    }

    #[test]
    fn parentheses_stand_where_the_value_needs_them() {
        use Operator::{Divide, Multiply, Subtract};
        let amounts = [1000, 20, -3];
        let mut value = |formula: &Formula| match formula {
            Formula::Cell(cell) => Some(Amount::from(amounts[cell.column.column])),
            _ => None,
        };
        let difference = || binary(Subtract, cell(0), cell(1));
        for (formula, wanted) in [
            (difference(), "1.000 - 20"),
            (binary(Subtract, cell(0), difference()), "1.000 - (1.000 - 20)"),
            (binary(Subtract, difference(), cell(2)), "1.000 - 20 - (-3)"),
            (binary(Divide, difference(), cell(1)), "(1.000 - 20) / 20"),
            (
                binary(
                    Multiply,
                    binary(Divide, cell(1), cell(0)),
                    Formula::Number(Amount::from(100)),
                ),
                "20 / 1.000 × 100",
            ),
        ] {
            assert_eq!(worked(&formula, &mut value).as_deref(), Some(wanted));
        }
    }
}
