//! The header of a table: a tree of headings as rows of cells.

use std::collections::BTreeSet;

use super::{Column, Content, HeaderCell, column_numbers};
use crate::compute::Table;
use crate::model::numbering::letter;
use crate::model::target::{Header, Target};
use crate::model::text::Text;
use crate::printed::phrases;
use crate::printed::run::{Line, Run};

/// The header tree as rows: a leaf reaches down to the last row, a group lies over its leaves.
pub(super) fn header(target: &Target, table: &Table, columns: &[Column]) -> Vec<Vec<HeaderCell>> {
    let depth = target.headers.iter().map(depth).max().unwrap_or(1);
    let mut rows: Vec<Vec<HeaderCell>> = (0..depth).map(|_| Vec::new()).collect();
    let heads = columns.iter().filter(|column| column.holds != Content::Note);
    for text in heads.filter_map(|column| beside(target, column.holds)) {
        rows[0].push(header_cell(Run::typed(text), 1, depth));
    }
    target.headers.iter().for_each(|header| add(header, 0, &mut rows));
    if let Some(note) = &target.beside.note {
        rows[0].push(header_cell(Run::typed(note), 1, depth));
    }
    if target.is_numbered {
        let before = columns.iter().take_while(|column| column.index.is_none()).count();
        let letters = (1..=before).map(|count| letter(count, b'A'));
        let numbers = column_numbers::column_numbers(target, table);
        let after = numbers.len() + 1;
        let note = target.beside.note.as_ref().map(|_| format!("({after})"));
        let numbers = letters.chain(numbers).chain(note);
        let cell = |text| HeaderCell { is_number: true, ..header_cell(phrases::own(text), 1, 1) };
        rows.push(numbers.map(cell).collect());
    }
    assign_columns(&mut rows);
    rows
}

/// What stands over a column that holds no cells of the table.
fn beside(target: &Target, holds: Content) -> Option<&Text> {
    match holds {
        Content::Index => Some(&target.index_header),
        Content::Code => target.beside.code.as_ref(),
        Content::Name => Some(&target.row_header),
        Content::Unit => target.beside.unit.as_ref(),
        Content::Note => target.beside.note.as_ref(),
        Content::Figure | Content::Date | Content::Text | Content::Bound => None,
    }
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
