//! Tables for templates: header rows with spans, cells as text.

use std::collections::BTreeSet;

use serde::Serialize;

use super::names::name;
use super::samples::{Sample, samples};
use super::spacing::running;
use super::{column_numbers, numbers};
use crate::compute::{Bound, Cell, Share, Table, Working};
use crate::model::target::{ColumnKind, Header, Orientation, Target};

/// A table ready to print.
#[derive(Debug, Serialize)]
pub(super) struct TargetTable {
    /// `(Đơn vị tính: người)`
    unit: Option<String>,
    header: Vec<Vec<HeaderCell>>,
    rows: Vec<Row>,
    align: Vec<&'static str>,
    /// What the widths of the columns are made from.
    samples: Vec<Sample>,
    /// Said below the table.
    notes: Vec<String>,
    /// `auto`, `portrait` or `landscape`.
    pub(super) orientation: &'static str,
}

#[derive(Debug, Serialize)]
struct HeaderCell {
    text: String,
    colspan: usize,
    rowspan: usize,
    /// A column number is not bold.
    is_number: bool,
}

#[derive(Debug, Serialize)]
pub(super) struct Row {
    /// `row`, `group` or `total`.
    pub(super) kind: &'static str,
    /// How many of the first columns the first cell takes.
    pub(super) colspan: usize,
    pub(super) cells: Vec<String>,
}

/// Signs of groups from wide to narrow; units within the third level have a dash.
const GROUP_SIGNS: usize = 3;

/// The note of shares that were made to add up.
const ADDS_UP_NOTE: &str = "Ghi chú: Tỷ lệ được làm tròn theo phương pháp số dư lớn nhất để tổng \
                            các dòng bằng đúng 100%.";

/// The view of one table.
pub(super) fn view(target: &Target, table: &Table) -> TargetTable {
    let mut align = vec!["center", "left"];
    align.extend(printed(target).map(|column| match target.columns[column].kind {
        ColumnKind::Text => "left",
        ColumnKind::Date => "center",
        _ => "right",
    }));
    let mut rows = lines(target, table);
    if let Some(total) = &target.total {
        let mut cells = vec![running(&total.label.value)];
        cells.extend(figures(target, &table.total));
        let row = Row { kind: "total", colspan: 2, cells };
        rows.insert(if total.is_on_top { 0 } else { rows.len() }, row);
    }
    let adds_up = target.columns.iter().any(|column| column.adds_up && !column.hidden);
    TargetTable {
        unit: target.unit.as_ref().map(|unit| running(&format!("(Đơn vị tính: {})", unit.value))),
        header: header(target),
        samples: samples(&rows, align.len()),
        rows,
        align,
        notes: if adds_up { vec![ADDS_UP_NOTE.to_owned()] } else { Vec::new() },
        orientation: match target.orientation {
            Orientation::Auto => "auto",
            Orientation::Portrait => "portrait",
            Orientation::Landscape => "landscape",
        },
    }
}

fn lines(target: &Target, table: &Table) -> Vec<Row> {
    // The count of lines so far, by level; a group begins the levels below it anew.
    let mut counts = [0usize; GROUP_SIGNS + 1];
    let parents = target.parents();
    let with_groups: BTreeSet<Option<usize>> = target
        .lines
        .iter()
        .zip(&parents)
        .filter(|(line, _)| line.group.is_some())
        .map(|(_, parent)| *parent)
        .collect();
    target
        .lines
        .iter()
        .zip(&table.lines)
        .zip(&parents)
        .map(|((line, cells), parent)| {
            counts[line.level] += 1;
            counts[line.level + 1..].fill(0);
            let count = counts[line.level];
            // A unit beside groups is counted as they are.
            let sign = match (with_groups.contains(parent), line.level) {
                (true, 0) => letter(count),
                (true, 1) => crate::model::roman::roman(count),
                (_, GROUP_SIGNS) => "-".to_owned(),
                _ => count.to_string(),
            };
            let mut texts = vec![sign, running(&line.name.value)];
            texts.extend(figures(target, cells));
            let kind = if line.group.is_some() { "group" } else { "row" };
            Row { kind, colspan: 1, cells: texts }
        })
        .collect()
}

/// `A`, `B`, … `Z`, `AA`.
fn letter(count: usize) -> String {
    let letter = u8::try_from((count - 1) % 26).map_or('?', |index| char::from(b'A' + index));
    letter.to_string().repeat((count - 1) / 26 + 1)
}

pub(super) fn printed(target: &Target) -> impl Iterator<Item = usize> {
    (0..target.columns.len()).filter(|column| !target.columns[*column].hidden)
}

fn figures<'a>(target: &'a Target, cells: &'a [Cell]) -> impl Iterator<Item = String> + 'a {
    printed(target)
        .map(|column| running(&numbers::cell(&cells[column].value, target.columns[column].kind)))
}

/// The header tree as rows: a leaf reaches down to the last row, a group lies over its leaves.
fn header(target: &Target) -> Vec<Vec<HeaderCell>> {
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

fn header_cell(text: String, colspan: usize, rowspan: usize) -> HeaderCell {
    HeaderCell { text, colspan, rowspan, is_number: false }
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

/// How an amount was spread, as a table of its own.
pub(super) fn working_view(target: &Target, working: &Working) -> TargetTable {
    let column = &target.columns[working.column];
    let by = working_weight(target, working);
    let headers = [
        target.index_header.value.clone(),
        target.row_header.value.clone(),
        by.map_or_else(String::new, |by| target.columns[by].header.clone()),
        "Tính theo tỷ lệ".to_owned(),
        "Giới hạn".to_owned(),
        column.header.clone(),
    ];
    let decimals = column.kind.decimals();
    let row = |(index, share): (usize, &Share)| Row {
        kind: "row",
        colspan: 1,
        cells: vec![
            (index + 1).to_string(),
            running(&target.lines[share.line].name.value),
            share.weight.as_ref().map(|weight| weight.vietnamese_plain(6)).unwrap_or_default(),
            share.exact.vietnamese(decimals + 4),
            bound_name(share.bound).to_owned(),
            share.result.vietnamese(decimals),
        ],
    };
    let mut rows: Vec<Row> = working.shares.iter().enumerate().map(row).collect();
    let blank = String::new;
    let total = target.total.as_ref().map_or("Tổng cộng", |total| total.label.value.as_str());
    let cells =
        vec![total.to_owned(), blank(), blank(), blank(), working.amount.vietnamese(decimals)];
    rows.push(Row { kind: "total", colspan: 2, cells });
    let align = vec!["center", "left", "right", "right", "center", "right"];
    TargetTable {
        unit: None,
        samples: samples(&rows, align.len()),
        header: vec![headers.iter().map(|text| header_cell(name(text), 1, 1)).collect()],
        rows,
        align,
        notes: vec![
            "Ghi chú: Phần lẻ được làm tròn theo phương pháp số dư lớn nhất để tổng các dòng bằng \
             đúng số phân bổ."
                .to_owned(),
        ],
        orientation: "auto",
    }
}

/// The column of weights.
fn working_weight(target: &Target, working: &Working) -> Option<usize> {
    match &target.columns[working.column].made_by {
        crate::model::target::MadeBy::Allocation(allocation) => Some(allocation.by),
        _ => None,
    }
}

fn bound_name(bound: Bound) -> &'static str {
    match bound {
        Bound::Free => "",
        Bound::Floor => "tối thiểu",
        Bound::Cap => "tối đa",
        Bound::Fixed => "ấn định",
    }
}
