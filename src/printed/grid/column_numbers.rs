//! The row of column numbers: `(1)`, `(2)`, `(3)=(2)-(1)`.

use super::printed;
use crate::model::formula::{Formula, Operator, RowRef};
use crate::model::target::{MadeBy, Target};

/// What stands under each printed column. A formula that says more than sums, differences,
/// products and quotients of printed columns is not spelt out.
pub(super) fn column_numbers(target: &Target) -> Vec<String> {
    let printed: Vec<usize> = printed(target).collect();
    let number = |column: usize| {
        printed.iter().position(|known| *known == column).map(|place| format!("({})", place + 1))
    };
    printed
        .iter()
        .enumerate()
        .map(|(place, column)| {
            let formula = match &target.columns[*column].made_by {
                MadeBy::Formula(written) => spelt(&written.formula, 0, &number),
                MadeBy::Input | MadeBy::Allocation(_) => None,
            };
            let own = format!("({})", place + 1);
            formula.map_or_else(|| own.clone(), |formula| format!("{own}={formula}"))
        })
        .collect()
}

/// The formula in column numbers; `outer` is how tightly what is around it binds.
fn spelt(
    formula: &Formula,
    outer: u8,
    number: &impl Fn(usize) -> Option<String>,
) -> Option<String> {
    match formula {
        Formula::Number(amount) => Some(amount.to_string()),
        Formula::Cell(cell) if cell.row == RowRef::Same => number(cell.column.column),
        Formula::Round(inner, _) => spelt(inner, outer, number),
        Formula::Binary(operator, left, right) => {
            let (sign, binding) = match operator {
                Operator::Add => ("+", 1),
                Operator::Subtract => ("-", 1),
                Operator::Multiply => ("×", 2),
                Operator::Divide => ("/", 2),
            };
            // What follows a minus or a bar keeps its parentheses.
            let after = matches!(operator, Operator::Subtract | Operator::Divide);
            let left = spelt(left, binding, number)?;
            let right = spelt(right, binding + u8::from(after), number)?;
            let text = format!("{left}{sign}{right}");
            Some(if binding < outer { format!("[{text}]") } else { text })
        }
        _ => None,
    }
}
