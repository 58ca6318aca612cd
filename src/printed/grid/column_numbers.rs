//! The row of column numbers: `(1)`, `(2)`, `(3)=(2)-(1)`.

use super::printed;
use crate::compute::{Cell, Table};
use crate::model::amount::Amount;
use crate::model::formula::{Formula, Operator, RowRef};
use crate::model::target::{MadeBy, Target};

/// What stands under each printed column. A formula that says more than sums, differences,
/// products and quotients of printed columns is not spelt out, nor one that the printed figures of
/// some row contradict: that of rounded percentages, or a product in a row of sums.
pub(super) fn column_numbers(target: &Target, table: &Table) -> Vec<String> {
    let printed: Vec<usize> = printed(target).collect();
    let number =
        |column: usize| printed.iter().position(|known| *known == column).map(|place| place + 1);
    printed
        .iter()
        .enumerate()
        .map(|(place, column)| {
            let formula = match &target.columns[*column].made_by {
                MadeBy::Formula(written) => spelt(&written.formula, 0, &number)
                    .filter(|_| holds_in_print(&written.formula, *column, target, table)),
                MadeBy::Input | MadeBy::Allocation(_) => None,
            };
            let own = format!("({})", place + 1);
            formula.map_or_else(|| own.clone(), |formula| breakable(&format!("{own}={formula}")))
        })
        .collect()
}

/// Whether the formula gives what is printed from what is printed, in every row that has both.
fn holds_in_print(formula: &Formula, column: usize, target: &Target, table: &Table) -> bool {
    let decimals = |column: usize| target.columns[column].kind.decimals();
    let total = target.total.as_ref().map(|_| &table.total);
    table.lines.iter().chain(total).all(|cells| {
        let printed = |column: usize| {
            let cell: &Cell = &cells[column];
            cell.value.amount().map(|amount| amount.round(decimals(column)))
        };
        match (printed(column), value(formula, &printed)) {
            (Some(shown), Some(found)) => found.round(decimals(column)) == shown,
            _ => true,
        }
    })
}

/// The value of a formula that can be spelt out; nothing where it has a blank or divides by zero.
fn value(formula: &Formula, cell: &impl Fn(usize) -> Option<Amount>) -> Option<Amount> {
    match formula {
        Formula::Number(amount) => Some(amount.clone()),
        Formula::Cell(found) => cell(found.column.column),
        Formula::Round(inner, _) => value(inner, cell),
        Formula::Binary(operator, left, right) => {
            let (left, right) = (value(left, cell)?, value(right, cell)?);
            match operator {
                Operator::Add => Some(&left + &right),
                Operator::Subtract => Some(&left - &right),
                Operator::Multiply => Some(&left * &right),
                Operator::Divide => left.checked_div(&right),
            }
        }
        _ => None,
    }
}

/// A line may end here, without any sign.
pub const MAY_END: char = '\u{200b}';

/// A sum of so many columns in a row is printed as `(2)+…+(9)`.
const MOST_TERMS: usize = 5;

/// A formula with so many operators may go on on the next line behind each of them.
const MANY_OPERATORS: usize = 5;

fn breakable(formula: &str) -> String {
    let is_operator = |ch: char| matches!(ch, '=' | '+' | '-' | '×' | '/');
    if formula.chars().filter(|ch| is_operator(*ch)).count() < MANY_OPERATORS {
        return formula.to_owned();
    }
    let end = |ch: char| if is_operator(ch) { vec![ch, MAY_END] } else { vec![ch] };
    formula.chars().flat_map(end).collect()
}

/// The columns of a sum of nothing but columns, from left to right.
fn terms(formula: &Formula, number: &impl Fn(usize) -> Option<usize>) -> Option<Vec<usize>> {
    match formula {
        Formula::Cell(cell) if cell.row == RowRef::Same => Some(vec![number(cell.column.column)?]),
        Formula::Binary(Operator::Add, left, right) => {
            let mut all = terms(left, number)?;
            all.extend(terms(right, number)?);
            Some(all)
        }
        _ => None,
    }
}

/// `(2)+…+(9)` for a sum of many columns that stand side by side.
fn shortened(formula: &Formula, number: &impl Fn(usize) -> Option<usize>) -> Option<String> {
    let terms = terms(formula, number)?;
    let is_series = terms.windows(2).all(|pair| pair[0] + 1 == pair[1]);
    let (first, last) = (terms.first()?, terms.last()?);
    (is_series && terms.len() > MOST_TERMS).then(|| format!("({first})+…+({last})"))
}

/// The formula in column numbers; `outer` is how tightly what is around it binds.
fn spelt(formula: &Formula, outer: u8, number: &impl Fn(usize) -> Option<usize>) -> Option<String> {
    match formula {
        Formula::Number(amount) => Some(amount.to_string()),
        Formula::Cell(cell) if cell.row == RowRef::Same => {
            number(cell.column.column).map(|number| format!("({number})"))
        }
        Formula::Round(inner, _) => spelt(inner, outer, number),
        Formula::Binary(operator, left, right) => {
            if let Some(short) = shortened(formula, number) {
                return Some(if outer > 1 { format!("[{short}]") } else { short });
            }
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
