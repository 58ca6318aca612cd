//! Tables that are not printed and that formulas of printed ones read: they have hidden sheets, so
//! that these formulas stay live.

use std::collections::BTreeSet;

use crate::compute::Tables;
use crate::model::formula::Formula;
use crate::model::reference::Appendix;
use crate::model::target::Target;
use crate::printed::grid::Grid;
use crate::printed::{Document, unprinted};

/// The hidden tables with their indexes, in the order of the directive.
pub(super) fn grids(tables: &Tables, document: &Document) -> Vec<(usize, Grid)> {
    let printed: BTreeSet<usize> = document
        .grids()
        .filter_map(|(_, grid)| match grid.shows {
            Appendix::Table(target) => Some(target),
            Appendix::Working(..) | Appendix::Text(_) => None,
        })
        .collect();
    let mut known = printed.clone();
    let mut open: Vec<usize> = printed.iter().copied().collect();
    while let Some(target) = open.pop() {
        let read = read_by(tables.of(target).target);
        open.extend(read.into_iter().filter(|read| known.insert(*read)));
    }
    let hidden = known.difference(&printed);
    hidden.map(|target| (*target, unprinted(tables, *target))).collect()
}

/// The tables that formulas of `target` read.
fn read_by(target: &Target) -> BTreeSet<usize> {
    let mut read = BTreeSet::new();
    let lines = (0..target.lines.len()).map(Some).chain([None]);
    for line in lines {
        for column in 0..target.columns.len() {
            let Some(made) = target.formula_of(line, column) else { continue };
            made.formula.walk(&mut |part| {
                read.extend(match part {
                    Formula::Cell(cell) => Some(cell.column.target),
                    Formula::Aggregate(_, column)
                    | Formula::Cumulative(column)
                    | Formula::Rank(column)
                    | Formula::Share(column) => Some(column.target),
                    _ => None,
                });
            });
        }
    }
    read
}
