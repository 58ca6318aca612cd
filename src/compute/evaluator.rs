//! Computed tables, asked once more: what a part of a formula gave.

use super::state::{RowContext, State};
use super::{Tables, Value};
use crate::diagnostic::Report;
use crate::model::amount::Amount;
use crate::model::formula::{Condition, Formula};

/// Tables that are computed, and the arithmetic they were computed by.
pub struct Evaluator<'a> {
    state: State<'a>,
}

impl<'a> Evaluator<'a> {
    /// `tables` as [`super::compute`] gave them; `report` takes nothing that was not said then.
    #[must_use]
    pub fn new(tables: &'a Tables, report: &'a mut Report) -> Self {
        let computed = tables.computed().to_vec();
        Self { state: State::again(tables.targets(), computed, report) }
    }

    /// What `formula` gives at a line of a table, `None` being the row of totals.
    pub fn value(&mut self, formula: &Formula, target: usize, line: Option<usize>) -> Value {
        self.state.evaluate(formula, RowContext { target, line }).ok().flatten().into()
    }

    /// The same as an amount.
    pub fn amount(
        &mut self,
        formula: &Formula,
        target: usize,
        line: Option<usize>,
    ) -> Option<Amount> {
        self.value(formula, target, line).amount().cloned()
    }

    /// Whether `condition` holds at a line of a table; nothing where a value is blank or cannot be
    /// computed.
    pub fn holds(&mut self, condition: &Condition, target: usize, line: usize) -> Option<bool> {
        self.state.holds(condition, RowContext { target, line: Some(line) }).ok().flatten()
    }

    /// The line of another table that is called as a line of this one.
    #[must_use]
    pub fn same_line(&self, target: usize, line: usize, other: usize) -> Option<usize> {
        self.state.names.same(target, line, other).ok()
    }
}
