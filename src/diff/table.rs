//! Two states of one table.

use crate::compute::{self, Value};
use crate::model::target::{ColumnKind, MadeBy as Making};

use super::change::{Cell, Change, Column, Event, Figure, MadeBy, Row};
use super::columns;
use super::properties;
use super::rows::{self, Matched};
use super::sequence::moved;
use super::table_state::State;
use super::{Found, figures};

/// Both states, and which lines and columns belong together.
struct Pair<'a> {
    old: State<'a>,
    new: State<'a>,
    rows: Matched,
    columns: Matched,
    names: Vec<String>,
}

/// What changed in a table.
pub(super) fn compare(old: State<'_>, new: State<'_>, found: &mut Found) {
    let pair = Pair {
        rows: rows::rows(old.target, new.target),
        columns: columns::columns(old.target, new.target),
        names: columns::names(new.target),
        old,
        new,
    };
    if old.id() != new.id() {
        let from = old.id().to_owned();
        found.authored.push(new.whole(Event::Renamed { from }));
    }
    pair.lines(found);
    pair.moved_lines(found);
    pair.whole_columns(found);
    let first = (found.authored.len(), found.follows.len());
    pair.cells(found);
    swaps(&mut found.authored[first.0..]);
    let matched = (&pair.rows, &pair.columns);
    properties::compare(old.target, new.target, matched, &pair.names, found);
}

/// More rows that stand elsewhere are told as one change: a table sorted in another way.
const MOST_MOVED: usize = 3;

impl Pair<'_> {
    fn table(&self) -> String {
        self.new.id().to_owned()
    }

    /// Lines that are new, gone or have another name.
    fn lines(&self, found: &mut Found) {
        let row = |state: &State<'_>, line: usize, event, cells| {
            Change::Row(Row {
                table: self.table(),
                row: state.row_name(line),
                is_group: state.target.lines[line].group.is_some(),
                event,
                cells,
            })
        };
        for line in &self.rows.added {
            let cells = self.new.cells_of(*line);
            found.authored.push(row(&self.new, *line, Event::Added, cells));
        }
        for line in &self.rows.removed {
            let cells = self.old.cells_of(*line);
            found.authored.push(row(&self.old, *line, Event::Removed, cells));
        }
        for (before, after) in &self.rows.pairs {
            let old = &self.old.target.lines[*before].name.value;
            if *old != self.new.target.lines[*after].name.value {
                let event = Event::Renamed { from: old.clone() };
                found.authored.push(row(&self.new, *after, event, Vec::new()));
            }
        }
    }

    /// Lines that stand elsewhere among those of their group, or in another group.
    fn moved_lines(&self, found: &mut Found) {
        let (old, new) = (self.old.target.parents(), self.new.target.parents());
        let parent_before = |after: usize| new[after].map(|parent| self.rows.before(parent));
        let stays = |pair: &(usize, usize)| match (old[pair.0], parent_before(pair.1)) {
            (None, None) => true,
            (Some(was), Some(is)) => is == Some(was),
            _ => false,
        };
        let mut elsewhere: Vec<usize> =
            self.rows.pairs.iter().filter(|pair| !stays(pair)).map(|pair| pair.1).collect();
        let mut parents: Vec<Option<usize>> = new.clone();
        parents.sort_unstable();
        parents.dedup();
        for parent in parents {
            let mut siblings: Vec<(usize, usize)> = self.rows.pairs.clone();
            siblings.retain(|pair| new[pair.1] == parent && stays(pair));
            siblings.sort_unstable();
            let positions: Vec<usize> = siblings.iter().map(|pair| pair.1).collect();
            let flags = moved(&positions);
            elsewhere.extend(positions.iter().zip(flags).filter(|(_, it)| *it).map(|(at, _)| *at));
        }
        elsewhere.sort_unstable();
        if elsewhere.len() > MOST_MOVED {
            found.authored.push(Change::Row(Row {
                table: self.table(),
                row: String::new(),
                is_group: false,
                event: Event::Reordered {
                    moved: elsewhere.iter().map(|line| self.new.row_name(*line)).collect(),
                },
                cells: Vec::new(),
            }));
            return;
        }
        for line in elsewhere {
            let above = (0..line).rev().find(|above| new[*above] == new[line]);
            let behind = above.or(new[line]).map(|above| self.new.row_name(above));
            found.authored.push(Change::Row(Row {
                table: self.table(),
                row: self.new.row_name(line),
                is_group: self.new.target.lines[line].group.is_some(),
                event: Event::Moved { behind },
                cells: Vec::new(),
            }));
        }
    }

    fn whole_columns(&self, found: &mut Found) {
        let whole = |state: &State<'_>, names: &[String], column: usize, event| {
            let rows = 0..=state.target.lines.len();
            let cell = |row| Some((state.row_name(row), state.printed(row, column)?));
            Change::Column(Column {
                table: self.table(),
                column: names[column].clone(),
                event,
                cells: rows.filter_map(cell).collect(),
                is_printed: !state.target.columns[column].hidden,
            })
        };
        for column in &self.columns.added {
            found.authored.push(whole(&self.new, &self.names, *column, Event::Added));
        }
        let old_names = columns::names(self.old.target);
        for column in &self.columns.removed {
            found.authored.push(whole(&self.old, &old_names, *column, Event::Removed));
        }
        let mut pairs = self.columns.pairs.clone();
        pairs.retain(|(_, after)| !self.new.target.columns[*after].hidden);
        pairs.sort_unstable();
        let positions: Vec<usize> = pairs.iter().map(|pair| pair.1).collect();
        for (column, is_moved) in positions.iter().zip(moved(&positions)) {
            if is_moved {
                let before = (0..*column).rev().find(|it| !self.new.target.columns[*it].hidden);
                found.authored.push(Change::Column(Column {
                    table: self.table(),
                    column: self.names[*column].clone(),
                    event: Event::Moved { behind: before.map(|it| self.names[it].clone()) },
                    cells: Vec::new(),
                    is_printed: true,
                }));
            }
        }
    }

    /// Cells that are in both states, and the row of totals.
    fn cells(&self, found: &mut Found) {
        let mut lines = self.rows.pairs.clone();
        if self.old.target.total.is_some() || self.new.target.total.is_some() {
            lines.push((self.old.target.lines.len(), self.new.target.lines.len()));
        }
        for (old, new) in lines {
            for (was, is) in &self.columns.pairs {
                self.cell((old, *was), (new, *is), found);
            }
        }
    }

    fn cell(&self, old: (usize, usize), new: (usize, usize), found: &mut Found) {
        let column = &self.new.target.columns[new.1];
        let (Some(was), Some(is)) = (self.old.cell(old.0, old.1), self.new.cell(new.0, new.1))
        else {
            return;
        };
        let kind = self.old.kind_at(old.0, old.1);
        let kind_now = self.new.kind_at(new.0, new.1);
        let before = self.old.printed(old.0, old.1);
        let after = self.new.printed(new.0, new.1);
        // Another number of decimals is told of the column.
        let is_same_amount = kind_now != kind && was.value == is.value;
        if before == after || is_same_amount {
            return;
        }
        let is_input = |cell: &compute::Cell| cell.origin == compute::Origin::Input;
        let is_authored = (is_input(is) || is_input(was))
            && matches!(column.made_by, Making::Input)
            && self.new.target.lines.get(new.0).is_some_and(|it| it.formula(new.1).is_none());
        let table = self.table();
        let row = Some(self.new.row_name(new.0)).filter(|name| !name.is_empty());
        let row = row.unwrap_or_else(|| self.old.row_name(old.0));
        let (name, is_printed) = (self.names[new.1].clone(), !column.hidden);
        let change = if column.kind.is_figure() {
            let made_by =
                MadeBy::from(if matches!(is.value, Value::Blank) { was } else { is }.origin);
            let figure = Figure {
                table,
                row,
                column: name,
                before,
                after,
                difference: None,
                percent: None,
                is_percentage: figures::is_percentage(column.kind),
                made_by,
                is_printed,
                swapped_with: None,
            };
            let is_in_both = figure.before.is_some() && figure.after.is_some();
            let measured = |figure| measured(figure, &was.value, &is.value, kind_now);
            Change::Figure(if is_in_both { measured(figure) } else { figure })
        } else {
            Change::Cell(Cell { table, row, column: name, before, after, is_printed })
        };
        if is_authored { found.authored.push(change) } else { found.follows.push(change) }
    }
}

/// The figure with what it has changed by.
fn measured(figure: Figure, was: &Value, is: &Value, kind: ColumnKind) -> Figure {
    let (Some(was), Some(is)) = (was.amount(), is.amount()) else { return figure };
    Figure {
        difference: Some(figures::difference(was, is, kind.decimals())),
        percent: figures::percent(was, is).filter(|_| !figure.is_percentage),
        ..figure
    }
}

/// Marks pairs of figures of one column that have changed places.
fn swaps(changes: &mut [Change]) {
    let found: Vec<Option<Figure>> = changes
        .iter()
        .map(|change| if let Change::Figure(figure) = change { Some(figure.clone()) } else { None })
        .collect();
    for change in changes {
        let Change::Figure(figure) = change else { continue };
        let mut others = found.iter().flatten().filter(|other| {
            other.column == figure.column
                && other.row != figure.row
                && other.before == figure.after
                && other.after == figure.before
        });
        if let (Some(other), None) = (others.next(), others.next()) {
            figure.swapped_with = Some(other.row.clone());
        }
    }
}
