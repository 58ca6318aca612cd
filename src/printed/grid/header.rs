//! The header of a table: a tree of headings as rows of cells.

use std::collections::BTreeSet;

use super::{HeaderCell, column_numbers};
use crate::compute::Table;
use crate::model::target::{Header, Target};
use crate::printed::phrases;
use crate::printed::run::{Line, Run};

/// The header tree as rows: a leaf reaches down to the last row, a group lies over its leaves.
pub(super) fn header(target: &Target, table: &Table) -> Vec<Vec<HeaderCell>> {
    let depth = target.headers.iter().map(depth).max().unwrap_or(1);
    let mut rows: Vec<Vec<HeaderCell>> = (0..depth).map(|_| Vec::new()).collect();
    for text in [&target.index_header, &target.row_header] {
        rows[0].push(header_cell(Run::typed(text), 1, depth));
    }
    target.headers.iter().for_each(|header| add(header, 0, &mut rows));
    if target.is_numbered {
        let numbers = ["A", "B"].map(str::to_owned).into_iter();
        let numbers = numbers.chain(column_numbers::column_numbers(target, table));
        let cell = |text| HeaderCell { is_number: true, ..header_cell(phrases::own(text), 1, 1) };
        rows.push(numbers.map(cell).collect());
    }
    assign_columns(&mut rows);
    rows
}

/// A cell whose column is not known yet.
pub(super) fn header_cell(line: impl Into<Line>, colspan: usize, rowspan: usize) -> HeaderCell {
    HeaderCell { line: line.into(), column: 0, colspan, rowspan, is_number: false }
}

fn depth(header: &Header) -> usize {
    match header {
        Header::Leaf { .. } => 1,
        Header::Group { under, .. } => 1 + under.iter().map(depth).max().unwrap_or(0),
    }
}

fn add(header: &Header, level: usize, rows: &mut [Vec<HeaderCell>]) {
    match header {
        Header::Leaf { text, unit } => {
            let mut line = Line::typed(text);
            if let Some(unit) = unit {
                let (open, close) = (phrases::own(" ("), phrases::own(")"));
                line = line.with(open).with(Run::typed(unit)).with(close);
            }
            rows[level].push(header_cell(line, 1, rows.len() - level));
        }
        Header::Group { text, under } => {
            rows[level].push(header_cell(Run::typed(text), header.width(), 1));
            under.iter().for_each(|header| add(header, level + 1, rows));
        }
    }
}

/// Each cell of the header gets its column, spans considered.
pub(super) fn assign_columns(header: &mut [Vec<HeaderCell>]) {
    let mut taken = BTreeSet::new();
    for (index, row) in header.iter_mut().enumerate() {
        let mut column = 0;
        for cell in row {
            while taken.contains(&(index, column)) {
                column += 1;
            }
            cell.column = column;
            for under in index..index + cell.rowspan {
                taken.extend((column..column + cell.colspan).map(|column| (under, column)));
            }
        }
    }
}
