//! The model to appendix tables: arithmetic only, exact, every cell knowing what made it.
//!
//! Columns are computed one after the other, each after all that it reads (`order`): first the
//! units of the column, then its subtotals and its total.

mod allocation;
mod cover;
mod evaluator;
mod findings;
mod formula;
mod order;
mod remainder;
mod state;
mod tables;
mod whole;

use std::sync::Arc;

use jiff::civil::Date;

use crate::codes;
use crate::diagnostic::{Diagnostic, Message, Report};
use crate::model::Directive;
use crate::model::amount::Amount;
use crate::model::formula::{Aggregate, Extreme};
use crate::model::target::{Input, Mark};
use order::Ordered;

pub use allocation::{Bound, Share, Working};
pub use evaluator::Evaluator;
pub use remainder::largest_remainder;
pub use tables::{ComputedTable, Tables};

/// A computed table, in the order of its target's lines and columns.
///
/// It is read together with its target, as a [`ComputedTable`] of [`Tables`]. Rules, rendering,
/// `diff` and `explain` read it; nothing is calculated from printed numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// Cells of each line.
    pub lines: Vec<Vec<Cell>>,
    /// Cells of the row of totals; where none is printed, only those that a formula reads.
    pub total: Vec<Cell>,
    /// How amounts were spread, by column.
    pub workings: Vec<Working>,
}

impl Table {
    /// The cell of a column; `line` of `None` is the row of totals.
    #[must_use]
    pub fn cell(&self, line: Option<usize>, column: usize) -> &Cell {
        &line.map_or(&self.total, |line| &self.lines[line])[column]
    }
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
    /// A day.
    Date(Date),
    /// Words.
    Text(String),
    /// A mark in place of a figure.
    Mark(Mark),
}

/// What made a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// The author.
    Input,
    /// A formula: that of the column, or of its total.
    Formula,
    /// A part of an amount that was spread.
    Allocation,
    /// A share, rounded so that all of them add up.
    Adjusted,
    /// The sum of the units.
    Sum,
    /// The least of the units.
    Least,
    /// The greatest of the units.
    Greatest,
    /// The mean of the units.
    Average,
    /// How many units hold a figure.
    Count,
    /// Nothing makes one here.
    Nothing,
}

impl Origin {
    /// What was made of the units, where that is what made the cell.
    #[must_use]
    pub fn aggregate(self) -> Option<Aggregate> {
        Some(match self {
            Self::Sum => Aggregate::Sum,
            Self::Least => Aggregate::Extreme(Extreme::Least),
            Self::Greatest => Aggregate::Extreme(Extreme::Greatest),
            Self::Average => Aggregate::Average,
            Self::Count => Aggregate::Count,
            Self::Input | Self::Formula | Self::Allocation | Self::Adjusted | Self::Nothing => {
                return None;
            }
        })
    }
}

impl Value {
    /// The figure, if it is one.
    #[must_use]
    pub fn amount(&self) -> Option<&Amount> {
        match self {
            Self::Amount(amount) => Some(amount),
            Self::Blank | Self::Date(_) | Self::Text(_) | Self::Mark(_) => None,
        }
    }
}

impl From<&Input> for Value {
    fn from(input: &Input) -> Self {
        match input {
            Input::Blank => Self::Blank,
            Input::Amount(amount) => Self::Amount(amount.clone()),
            Input::Noted(noted) => Self::Amount(noted.amount.clone()),
            Input::Date(date) => Self::Date(*date),
            Input::Text(text) => Self::Text(text.value.clone()),
            Input::Mark(mark) => Self::Mark(*mark),
        }
    }
}

impl From<Option<Amount>> for Value {
    fn from(amount: Option<Amount>) -> Self {
        amount.map_or(Self::Blank, Self::Amount)
    }
}

/// The tables of `directive`. Where a formula has no value (a division by
/// zero) there is a finding and a blank.
#[must_use]
pub fn compute(directive: &Directive, report: &mut Report) -> Tables {
    let targets = &directive.targets;
    let Ordered { parts, read } = match order::order(targets) {
        Ok(ordered) => ordered,
        Err(cycle) => {
            let message = Message::new("formula-cycle").with("chain", cycle.chain);
            report.emit(Diagnostic::new(&codes::BAD_FORMULA, message).at(cycle.span));
            Ordered::default()
        }
    };
    let mut state = state::State::new(targets, read, report);
    parts.into_iter().for_each(|part| state.compute(part));
    Tables::new(Arc::clone(targets), state.into_tables())
}
