//! The header of a table: a tree of headings as rows of cells.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::model::target::{Header, Target};
use crate::render::column_numbers;
use crate::render::names::name;

#[derive(Debug, Serialize)]
pub(in crate::render) struct HeaderCell {
    pub(in crate::render) text: String,
    /// The first column it stands over, and how many.
    pub(in crate::render) column: usize,
    pub(in crate::render) colspan: usize,
    rowspan: usize,
    /// A column number is not bold.
    pub(in crate::render) is_number: bool,
    /// Whether it has room on one line.
    pub(in crate::render) fits: bool,
}

/// The header tree as rows: a leaf reaches down to the last row, a group lies over its leaves.
pub(super) fn header(target: &Target) -> Vec<Vec<HeaderCell>> {
    let depth = target.headers.iter().map(depth).max().unwrap_or(1);
    let mut rows: Vec<Vec<HeaderCell>> = (0..depth).map(|_| Vec::new()).collect();
    for text in [&target.index_header, &target.row_header] {
        rows[0].push(header_cell(name(&text.value), 1, depth));
    }
    target.headers.iter().for_each(|header| place(header, 0, &mut rows));
    if target.is_numbered {
        let numbers = ["A", "B"].map(str::to_owned).into_iter();
        let numbers = numbers.chain(column_numbers::column_numbers(target));
        let cell = |text| HeaderCell { is_number: true, ..header_cell(text, 1, 1) };
        rows.push(numbers.map(cell).collect());
    }
    rows
}

pub(super) fn header_cell(text: String, colspan: usize, rowspan: usize) -> HeaderCell {
    HeaderCell { text, column: 0, colspan, rowspan, is_number: false, fits: false }
}

fn depth(header: &Header) -> usize {
    match header {
        Header::Leaf { .. } => 1,
        Header::Group { under, .. } => 1 + under.iter().map(depth).max().unwrap_or(0),
    }
}

fn place(header: &Header, level: usize, rows: &mut [Vec<HeaderCell>]) {
    match header {
        Header::Leaf { text, unit } => {
            let unit = unit.as_ref().map(|unit| format!(" ({})", unit.value));
            let text = format!("{}{}", text.value, unit.unwrap_or_default());
            rows[level].push(header_cell(name(&text), 1, rows.len() - level));
        }
        Header::Group { text, under } => {
            rows[level].push(header_cell(name(&text.value), header.width(), 1));
            under.iter().for_each(|header| place(header, level + 1, rows));
        }
    }
}

/// Each cell of the header gets its column, spans considered.
pub(super) fn stand(header: &mut [Vec<HeaderCell>]) {
    let mut taken = BTreeSet::new();
    for (place, row) in header.iter_mut().enumerate() {
        let mut column = 0;
        for cell in row {
            while taken.contains(&(place, column)) {
                column += 1;
            }
            cell.column = column;
            for under in place..place + cell.rowspan {
                taken.extend((column..column + cell.colspan).map(|column| (under, column)));
            }
        }
    }
}
