//! The model to appendix tables: arithmetic only, exact, every cell knowing what made it.

mod formula;

use crate::codes;
use crate::diagnostic::{Diagnostic, Message, Report};
use crate::model::Directive;
use crate::model::amount::Amount;
use crate::model::reference::{Figure, FigureRow};
use crate::model::target::{ColumnKind, Input, Row, Target};

/// A computed table, in the order of its target's rows and columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// Cells of each row.
    pub rows: Vec<Vec<Cell>>,
    /// Cells of the row of totals, if there is one.
    pub total: Option<Vec<Cell>>,
}

/// A cell and what made it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// What is printed, not yet as text.
    pub value: Value,
    /// What made it.
    pub origin: Origin,
}

/// What a cell holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// Nothing.
    Blank,
    /// A figure.
    Amount(Amount),
    /// Words.
    Text(String),
}

/// What made a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// The author.
    Input,
    /// The formula of the column, over the cells of the same row.
    Formula,
    /// The sum of the column.
    Sum,
    /// Nothing makes a total of this column.
    NoTotal,
}

impl Value {
    /// The figure, if it is one.
    #[must_use]
    pub fn amount(&self) -> Option<&Amount> {
        match self {
            Self::Amount(amount) => Some(amount),
            Self::Blank | Self::Text(_) => None,
        }
    }
}

/// The tables of `directive`, one for each target. Where a formula has no value (a division by
/// zero) there is a finding and a blank.
#[must_use]
pub fn compute(directive: &Directive, report: &mut Report) -> Vec<Table> {
    directive.targets.iter().map(|target| table(target, report)).collect()
}

/// The cell a figure refers to.
///
/// # Panics
///
/// When the figure is not one of these tables: references are resolved against the same model.
#[must_use]
pub fn cell(tables: &[Table], figure: Figure) -> &Cell {
    let table = &tables[figure.target];
    match figure.row {
        FigureRow::Unit(row) => &table.rows[row][figure.column],
        FigureRow::Total => {
            &table.total.as_ref().expect("resolve refuses totals of a table without any")
                [figure.column]
        }
    }
}

fn table(target: &Target, report: &mut Report) -> Table {
    let rows: Vec<Vec<Cell>> =
        target.rows.iter().map(|row| row_cells(target, row, report)).collect();
    let total = target.total.as_ref().map(|_| totals(target, &rows, report));
    Table { rows, total }
}

fn row_cells(target: &Target, row: &Row, report: &mut Report) -> Vec<Cell> {
    let inputs: Vec<Value> = row
        .inputs
        .iter()
        .map(|input| match input {
            Input::Blank => Value::Blank,
            Input::Amount(amount) => Value::Amount(amount.clone()),
            Input::Text(text) => Value::Text(text.value.clone()),
        })
        .collect();
    let values = formulas(target, inputs, &row.name.value, |_| true, report);
    let origin = |index: usize| match target.columns[index].formula {
        Some(_) => Origin::Formula,
        None => Origin::Input,
    };
    values
        .into_iter()
        .enumerate()
        .map(|(index, value)| Cell { value, origin: origin(index) })
        .collect()
}

/// The row of totals: amounts are summed; a percentage is the formula over the totals, for a
/// sum or a mean of percentages means nothing.
fn totals(target: &Target, rows: &[Vec<Cell>], report: &mut Report) -> Vec<Cell> {
    let origins: Vec<Origin> = target
        .columns
        .iter()
        .map(|column| match (column.kind, &column.formula) {
            (ColumnKind::Integer | ColumnKind::Decimal(_), _) => Origin::Sum,
            (ColumnKind::Percent(_), Some(_)) => Origin::Formula,
            (ColumnKind::Percent(_), None) | (ColumnKind::Text, _) => Origin::NoTotal,
        })
        .collect();
    let sums = origins
        .iter()
        .enumerate()
        .map(|(column, origin)| match origin {
            Origin::Sum => sum(rows.iter().filter_map(|row| row[column].value.amount())),
            _ => Value::Blank,
        })
        .collect();
    let label = target.total.as_ref().map_or("", |label| label.value.as_str());
    let is_formula = |column: usize| origins[column] == Origin::Formula;
    let values = formulas(target, sums, label, is_formula, report);
    values
        .into_iter()
        .zip(&origins)
        .map(|(value, origin)| Cell { value, origin: *origin })
        .collect()
}

/// The sum of the figures there are; of none at all, nothing.
fn sum<'a>(amounts: impl Iterator<Item = &'a Amount>) -> Value {
    amounts
        .fold(None, |sum: Option<Amount>, amount| {
            Some(sum.map_or_else(|| amount.clone(), |sum| &sum + amount))
        })
        .map_or(Value::Blank, Value::Amount)
}

/// Fills in the columns with a formula that `wanted` names.
fn formulas(
    target: &Target,
    mut values: Vec<Value>,
    row: &str,
    wanted: impl Fn(usize) -> bool,
    report: &mut Report,
) -> Vec<Value> {
    for index in formula::order(&target.columns) {
        let column = &target.columns[index];
        let Some(made_by) = column.formula.as_ref().filter(|_| wanted(index)) else { continue };
        if let Ok(value) = formula::evaluate(&made_by.formula, &values) {
            values[index] = value.map_or(Value::Blank, Value::Amount);
        } else {
            let message = Message::new("division-by-zero")
                .with("column", &column.id.value)
                .with("row", row)
                .with("formula", &made_by.text);
            report.emit(Diagnostic::new(&codes::BAD_FORMULA, message).at(made_by.span));
        }
    }
    values
}
