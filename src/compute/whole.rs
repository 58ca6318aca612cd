//! What is made of a whole column: sums, extremes, places.

use std::collections::BTreeMap;

use super::state::{RowContext, State};
use crate::model::amount::Amount;
use crate::model::formula::{Aggregate, ColumnRef, Extreme};

impl State<'_> {
    /// What is made of the units of a column, computed once.
    pub(super) fn aggregate(&mut self, aggregate: Aggregate, column: ColumnRef) -> Option<Amount> {
        let key = match aggregate {
            Aggregate::Sum => 0,
            Aggregate::Extreme(Extreme::Least) => 1,
            Aggregate::Extreme(Extreme::Greatest) => 2,
        };
        if let Some(known) = self.aggregates.get(&(column, key)) {
            return known.clone();
        }
        let at = RowContext { target: column.target, line: None };
        let lines = self.targets[column.target].units(None);
        let found =
            aggregated(aggregate, lines.filter_map(|line| self.amount(column, at.line(line))));
        self.aggregates.insert((column, key), found.clone());
        found
    }

    /// The place of a unit: one more than there are greater ones.
    pub(super) fn rank(&mut self, column: ColumnRef, at: RowContext) -> Option<Amount> {
        let line = at.line?;
        if !self.ranks.contains_key(&column) {
            let units = self.targets[column.target].units(None);
            let at = RowContext { target: column.target, line: None };
            let mut amounts: Vec<(Amount, usize)> = units
                .filter_map(|line| Some((self.amount(column, at.line(line))?, line)))
                .collect();
            amounts.sort_by(|a, b| b.0.cmp(&a.0));
            let mut ranks: BTreeMap<usize, usize> = BTreeMap::new();
            let mut place = 0;
            for (index, (amount, line)) in amounts.iter().enumerate() {
                if index == 0 || amounts[index - 1].0 != *amount {
                    place = index + 1;
                }
                ranks.insert(*line, place);
            }
            self.ranks.insert(column, ranks);
        }
        let place = self.ranks.get(&column)?.get(&line)?;
        Some(Amount::from(i64::try_from(*place).ok()?))
    }
}

/// Of the figures there are; of none at all, nothing.
pub(super) fn aggregated(
    aggregate: Aggregate,
    amounts: impl Iterator<Item = Amount>,
) -> Option<Amount> {
    match aggregate {
        Aggregate::Sum => sum(amounts.collect()),
        Aggregate::Extreme(Extreme::Least) => amounts.min(),
        Aggregate::Extreme(Extreme::Greatest) => amounts.max(),
    }
}

/// The sum, pair by pair: fractions that have nothing in common grow with every one added, and
/// so only the last few sums are of large ones.
fn sum(mut amounts: Vec<Amount>) -> Option<Amount> {
    while amounts.len() > 1 {
        let pairs = amounts.chunks(2);
        amounts = pairs
            .map(|pair| match pair {
                [first, second] => first + second,
                _ => pair[0].clone(),
            })
            .collect();
    }
    amounts.pop()
}
