//! Tables for templates: header rows with spans, cells as text.

use serde::Serialize;

use crate::compute::{Cell, Table, Value};
use crate::model::target::{ColumnKind, Header, Target};

/// A table ready to print.
#[derive(Debug, Serialize)]
pub(super) struct TargetTable {
    header: Vec<Vec<HeaderCell>>,
    rows: Vec<Row>,
    align: Vec<&'static str>,
}

#[derive(Debug, Serialize)]
struct HeaderCell {
    text: String,
    colspan: usize,
    rowspan: usize,
}

#[derive(Debug, Serialize)]
struct Row {
    /// `row` or `total`.
    kind: &'static str,
    cells: Vec<BodyCell>,
}

#[derive(Debug, Serialize)]
struct BodyCell {
    text: String,
    colspan: usize,
}

/// The view of one table.
pub(super) fn view(target: &Target, table: &Table) -> TargetTable {
    let mut align = vec!["center", "left"];
    align.extend(printed(target).map(|column| match target.columns[column].kind {
        ColumnKind::Text => "left",
        _ => "right",
    }));
    let mut rows: Vec<Row> = target
        .rows
        .iter()
        .zip(&table.rows)
        .enumerate()
        .map(|(index, (row, cells))| {
            let mut texts = vec![single((index + 1).to_string()), single(row.name.value.clone())];
            texts.extend(figures(target, cells));
            Row { kind: "row", cells: texts }
        })
        .collect();
    if let (Some(label), Some(cells)) = (&target.total, &table.total) {
        let mut texts = vec![BodyCell { text: label.value.clone(), colspan: 2 }];
        texts.extend(figures(target, cells));
        rows.push(Row { kind: "total", cells: texts });
    }
    TargetTable { header: header(target), rows, align }
}

fn printed(target: &Target) -> impl Iterator<Item = usize> {
    (0..target.columns.len()).filter(|column| !target.columns[*column].hidden)
}

fn single(text: String) -> BodyCell {
    BodyCell { text, colspan: 1 }
}

fn figures<'a>(target: &'a Target, cells: &'a [Cell]) -> impl Iterator<Item = BodyCell> + 'a {
    printed(target).map(|column| {
        let decimals = target.columns[column].kind.decimals();
        single(match &cells[column].value {
            Value::Amount(amount) => amount.vietnamese(decimals),
            Value::Text(text) => text.clone(),
            Value::Blank => String::new(),
        })
    })
}

/// The header tree as rows: a leaf reaches down to the last row, a group lies over its leaves.
fn header(target: &Target) -> Vec<Vec<HeaderCell>> {
    let depth = target.headers.iter().map(depth).max().unwrap_or(1);
    let mut rows: Vec<Vec<HeaderCell>> = (0..depth).map(|_| Vec::new()).collect();
    for text in [&target.index_header, &target.row_header] {
        rows[0].push(HeaderCell { text: text.value.clone(), colspan: 1, rowspan: depth });
    }
    target.headers.iter().for_each(|header| place(header, 0, &mut rows));
    rows
}

fn depth(header: &Header) -> usize {
    match header {
        Header::Leaf { .. } => 1,
        Header::Group { under, .. } => 1 + under.iter().map(depth).max().unwrap_or(0),
    }
}

fn width(header: &Header) -> usize {
    match header {
        Header::Leaf { .. } => 1,
        Header::Group { under, .. } => under.iter().map(width).sum(),
    }
}

fn place(header: &Header, level: usize, rows: &mut [Vec<HeaderCell>]) {
    match header {
        Header::Leaf { text } => {
            let rowspan = rows.len() - level;
            rows[level].push(HeaderCell { text: text.value.clone(), colspan: 1, rowspan });
        }
        Header::Group { text, under } => {
            let colspan = width(header);
            rows[level].push(HeaderCell { text: text.value.clone(), colspan, rowspan: 1 });
            under.iter().for_each(|header| place(header, level + 1, rows));
        }
    }
}
