//! Computed figures, and how they changed.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::compute::{Cell, Table};
use crate::model::Directive;
use crate::model::target::Target;
use crate::render;

/// Every figure of a directive's tables, in their order, as it is printed.
#[derive(Debug, Default, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figures(Vec<(Place, String)>);

/// Where a figure stands: which one of this table, row and column, for names may come twice.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Place {
    /// The table, by its name in references.
    pub table: String,
    /// The unit, the group or the total.
    pub row: String,
    /// The column, by its name in formulas.
    pub column: String,
    /// How many of that name stand before it.
    nth: usize,
}

/// A figure that is another one now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Where.
    pub place: Place,
    /// What it was; nothing when the place is new.
    pub before: Option<String>,
    /// What it is; nothing when the place is gone.
    pub after: Option<String>,
}

impl Figures {
    /// The figures of `directive`, computed as `tables`.
    #[must_use]
    pub fn of(directive: &Directive, tables: &[Table]) -> Self {
        let mut figures = Vec::new();
        let mut seen = BTreeMap::new();
        for (target, table) in directive.targets.iter().zip(tables) {
            let lines = target.lines.iter().map(|line| line.name.value.as_str());
            let lines = lines.zip(table.lines.iter().map(Vec::as_slice));
            let total = target.total.iter().map(|total| total.label.value.as_str());
            for (row, cells) in lines.chain(total.zip([table.total.as_slice()])) {
                of_row(target, row, cells, &mut seen, &mut figures);
            }
        }
        Self(figures)
    }

    /// What is other in `after`, in its order; then what is gone.
    #[must_use]
    pub fn changes(&self, after: &Self) -> Vec<Change> {
        let mut left: BTreeMap<&Place, &String> =
            self.0.iter().map(|(place, text)| (place, text)).collect();
        let mut changes = Vec::new();
        for (place, now) in &after.0 {
            let before = left.remove(place);
            if before != Some(now) {
                let (before, after) = (before.cloned(), Some(now.clone()));
                changes.push(Change { place: place.clone(), before, after });
            }
        }
        let gone = self.0.iter().filter(|(place, _)| left.contains_key(place));
        changes.extend(gone.map(|(place, before)| Change {
            place: place.clone(),
            before: Some(before.clone()),
            after: None,
        }));
        changes
    }
}

fn of_row<'a>(
    target: &'a Target,
    row: &'a str,
    cells: &[Cell],
    seen: &mut BTreeMap<(&'a str, &'a str, &'a str), usize>,
    figures: &mut Vec<(Place, String)>,
) {
    let columns = target.columns.iter().zip(cells);
    for (column, cell) in columns.filter(|(column, _)| column.kind.is_figure()) {
        let (table, name) = (target.id.value.as_str(), column.id.value.as_str());
        let count = seen.entry((table, row, name)).or_default();
        let place = Place {
            table: table.to_owned(),
            row: row.to_owned(),
            column: name.to_owned(),
            nth: *count,
        };
        *count += 1;
        figures.push((place, render::printed(&cell.value, column.kind)));
    }
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
        Figures(list.iter().map(|(row, text)| (place(row), (*text).to_owned())).collect())
    }

    #[test]
    fn only_what_changed_is_told_in_the_order_of_now_and_what_is_gone_last() {
        let before = figures(&[("a", "1"), ("b", "2"), ("c", "3")]);
        let after = figures(&[("d", "4"), ("c", "3"), ("a", "5")]);
        let told: Vec<_> = before
            .changes(&after)
            .into_iter()
            .map(|change| (change.place.row, change.before, change.after))
            .collect();
        let text = |text: &str| Some(text.to_owned());
        assert_eq!(
            told,
            [
                ("d".to_owned(), None, text("4")),
                ("a".to_owned(), text("1"), text("5")),
                ("b".to_owned(), text("2"), None)
            ]
        );
    }
}
