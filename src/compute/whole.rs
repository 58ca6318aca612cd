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
            Aggregate::Count => 3,
            Aggregate::Average => 4,
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

impl State<'_> {
    /// The sum of the units of a column down to the one at `at`; of none, nothing.
    pub(super) fn cumulative(&mut self, column: ColumnRef, at: RowContext) -> Option<Amount> {
        let line = at.line.filter(|line| self.targets[at.target].lines[*line].is_summed())?;
        if !self.sums_so_far.contains_key(&column) {
            let units = self.targets[column.target].units(None);
            let of = RowContext { target: column.target, line: None };
            let mut so_far = BTreeMap::new();
            let mut sum: Option<Amount> = None;
            for line in units {
                if let Some(amount) = self.amount(column, of.line(line)) {
                    sum = Some(sum.map_or(amount.clone(), |sum| &sum + &amount));
                }
                so_far.insert(line, sum.clone());
            }
            self.sums_so_far.insert(column, so_far);
        }
        self.sums_so_far.get(&column)?.get(&line)?.clone()
    }
}

/// Of the figures there are; of none at all, nothing.
pub(super) fn aggregated(
    aggregate: Aggregate,
    amounts: impl Iterator<Item = Amount>,
) -> Option<Amount> {
    match aggregate {
        Aggregate::Sum => sum(amounts.collect()),
        Aggregate::Count => count(amounts.count()),
        Aggregate::Average => {
            let amounts: Vec<Amount> = amounts.collect();
            let count = count(amounts.len())?;
            sum(amounts)?.checked_div(&count)
        }
        Aggregate::Extreme(Extreme::Least) => amounts.min(),
        Aggregate::Extreme(Extreme::Greatest) => amounts.max(),
    }
}

fn count(count: usize) -> Option<Amount> {
    i64::try_from(count).ok().map(Amount::from)
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
