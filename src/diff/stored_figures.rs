//! The figures of a directive, small enough to be kept and sent.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::change::{Figure, MadeBy};
use super::columns;
use super::figures;
use super::table_state::State;
use crate::compute::{ComputedTable, Tables};
use crate::model::amount::Amount;

/// Every figure of a directive's tables, in their order.
#[derive(Debug, Default, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figures(Vec<(Place, StoredFigure)>);

/// Where a figure stands: which one of this table, row and column, for names may come twice.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
struct Place {
    table: String,
    row: String,
    column: String,
    /// How many of that name stand before it.
    nth: usize,
}

/// A figure as it is printed, which is exactly what it is, unless it is a percentage.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct StoredFigure {
    text: String,
    decimals: u32,
    is_percentage: bool,
    is_printed: bool,
    is_input: bool,
}

impl Figures {
    /// The figures of `tables`.
    #[must_use]
    pub fn of(tables: &Tables) -> Self {
        let mut figures = Vec::new();
        let mut seen: BTreeMap<(String, String, String), usize> = BTreeMap::new();
        for ComputedTable { target, table } in tables.iter() {
            let state = State { target, table, is_appendix: false };
            let names = columns::names(target);
            let last = target.lines.len() + usize::from(target.total.is_some());
            for line in 0..last {
                for (index, column) in target.columns.iter().enumerate() {
                    if !column.kind.is_figure() {
                        continue;
                    }
                    let (table, row) = (target.id.value.clone(), state.row_name(line));
                    let key = (table.clone(), row.clone(), names[index].clone());
                    let count = seen.entry(key).or_default();
                    let column_name = names[index].clone();
                    let place = Place { table, row, column: column_name, nth: *count };
                    *count += 1;
                    let spot = StoredFigure {
                        text: state.printed(line, index).unwrap_or_default(),
                        decimals: state.kind_at(line, index).decimals(),
                        is_percentage: figures::is_percentage(column.kind),
                        is_printed: !column.hidden,
                        is_input: state.is_input(line, index),
                    };
                    figures.push((place, spot));
                }
            }
        }
        Self(figures)
    }

    /// What is other in `after`, in its order; then what is gone.
    #[must_use]
    pub fn changes(&self, after: &Self) -> Vec<Figure> {
        let mut left: BTreeMap<&Place, &StoredFigure> =
            self.0.iter().map(|(place, spot)| (place, spot)).collect();
        let mut changes = Vec::new();
        for (place, now) in &after.0 {
            let before = left.remove(place);
            if before.is_none_or(|before| before.text != now.text) {
                changes.push(change(place, before, Some(now)));
            }
        }
        let gone = self.0.iter().filter(|(place, _)| left.contains_key(place));
        changes.extend(gone.map(|(place, before)| change(place, Some(before), None)));
        changes
    }
}

fn change(place: &Place, before: Option<&StoredFigure>, after: Option<&StoredFigure>) -> Figure {
    let text = |spot: Option<&StoredFigure>| {
        spot.map(|spot| spot.text.clone()).filter(|text| !text.is_empty())
    };
    let amounts = before.and_then(amount).zip(after.and_then(amount));
    let spot = after.or(before);
    let is_percentage = spot.is_some_and(|spot| spot.is_percentage);
    let decimals = spot.map_or(0, |spot| spot.decimals);
    Figure {
        table: place.table.clone(),
        row: place.row.clone(),
        column: place.column.clone(),
        before: text(before),
        after: text(after),
        difference: amounts.as_ref().map(|(was, is)| figures::difference(was, is, decimals)),
        percent: amounts
            .filter(|_| !is_percentage)
            .and_then(|(was, is)| figures::percent(&was, &is)),
        is_percentage,
        made_by: match spot {
            Some(spot) if spot.is_input => MadeBy::Input,
            _ => MadeBy::Formula,
        },
        is_printed: spot.is_some_and(|spot| spot.is_printed),
        swapped_with: None,
    }
}

/// What is printed, read back.
fn amount(spot: &StoredFigure) -> Option<Amount> {
    let text = spot.text.trim_start_matches('+');
    Amount::from_figure(&text.replace('.', "").replace(',', ".")).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn figures(list: &[(&str, &str)]) -> Figures {
        let place = |row: &str| Place {
            table: "bang".into(),
            row: row.into(),
            column: "so".into(),
            nth: 0,
        };
        let spot = |text: &str| StoredFigure {
            text: text.to_owned(),
            decimals: 0,
            is_percentage: false,
            is_printed: true,
            is_input: true,
        };
        Figures(list.iter().map(|(row, text)| (place(row), spot(text))).collect())
    }

    #[test]
    fn only_what_changed_is_told_in_the_order_of_now_and_what_is_gone_last() {
        let before = figures(&[("a", "1.250"), ("b", "2"), ("c", "3")]);
        let after = figures(&[("d", "4"), ("c", "3"), ("a", "1.000")]);
        let told: Vec<_> = before
            .changes(&after)
            .into_iter()
            .map(|figure| (figure.row, figure.before, figure.after, figure.difference))
            .collect();
        let text = |text: &str| Some(text.to_owned());
        assert_eq!(
            told,
            [
                ("d".to_owned(), None, text("4"), None),
                ("a".to_owned(), text("1.250"), text("1.000"), text("-250")),
                ("b".to_owned(), text("2"), None, None)
            ]
        );
    }
}
