//! Tables for templates: header rows with spans, cells as text, widths of columns.

mod header;
mod working;

use std::collections::BTreeSet;

use serde::Serialize;

use super::columns::Layout;
use super::sheet::Sheet;
use super::spacing::{HELD, running};
use super::{columns, numbers};
use crate::compute::{Cell, Table};
use crate::model::target::{ColumnKind, Orientation, Target};
pub(super) use header::HeaderCell;
use header::{header, stand};
pub(super) use working::working_view;

/// A table ready to print.
#[derive(Debug, Serialize)]
pub(super) struct TargetTable {
    /// `(Đơn vị tính: người)`
    unit: Option<String>,
    header: Vec<Vec<HeaderCell>>,
    rows: Vec<Row>,
    /// Said below the table.
    notes: Vec<String>,
    columns: Vec<Column>,
    /// Type size and the space beside the text of a cell, in hundred-thousandths of a point.
    size: i64,
    inset: i64,
    is_upright: bool,
}

/// Widths in hundred-thousandths of a point.
#[derive(Debug, Serialize)]
struct Column {
    side: &'static str,
    width: i64,
    /// The widest of its cells.
    widest: i64,
}

#[derive(Debug, Serialize)]
pub(super) struct Row {
    /// `row`, `group` or `total`.
    kind: &'static str,
    /// How many of the first columns the first cell takes.
    colspan: usize,
    cells: Vec<String>,
    /// Whether each cell has room on one line.
    fits: bool,
}

impl Row {
    fn new(kind: &'static str, colspan: usize, cells: Vec<String>) -> Self {
        Self { kind, colspan, cells, fits: false }
    }

    /// The text of the cell in `column`, if that is in no other column, too.
    pub(super) fn text_in(&self, column: usize) -> Option<&str> {
        let index = match column {
            0 if self.colspan == 1 => 0,
            _ => (column + 1).checked_sub(self.colspan).filter(|index| *index > 0)?,
        };
        self.cells.get(index).map(String::as_str)
    }

    /// Groups and totals are bold.
    pub(super) fn is_strong(&self) -> bool {
        self.kind != "row"
    }
}

/// Signs of groups from wide to narrow; units within the third level have a dash.
const GROUP_SIGNS: usize = 3;

/// The note of shares that were made to add up.
const ADDS_UP_NOTE: &str = "Ghi chú: Tỷ lệ được làm tròn theo phương pháp số dư lớn nhất để tổng \
                            các dòng bằng đúng 100%.";

/// The view of one table.
pub(super) fn view(target: &Target, table: &Table, place: Place, sheet: &Sheet<'_>) -> TargetTable {
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
        rows.insert(if total.is_on_top { 0 } else { rows.len() }, Row::new("total", 2, cells));
    }
    let adds_up = target.columns.iter().any(|column| column.adds_up && !column.hidden);
    let unit = target.unit.as_ref().map(|unit| running(&format!("(Đơn vị tính: {})", unit.value)));
    let orientation = match place {
        Place::Body => Orientation::Portrait,
        Place::Appendix => target.orientation,
    };
    TargetTable {
        unit,
        notes: if adds_up { vec![ADDS_UP_NOTE.to_owned()] } else { Vec::new() },
        ..laid_out(header(target), rows, &align, orientation, sheet)
    }
}

/// Where a table stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// On upright pages.
    Body,
    /// On pages of its own, which may lie on their side.
    Appendix,
}

/// A table with nothing beside it.
fn laid_out(
    mut header: Vec<Vec<HeaderCell>>,
    mut rows: Vec<Row>,
    align: &[&'static str],
    orientation: Orientation,
    sheet: &Sheet<'_>,
) -> TargetTable {
    stand(&mut header);
    let at = |width| Layout::new(&header, &rows, align, sheet, width);
    let upright = at(sheet.upright);
    let is_upright = match orientation {
        Orientation::Auto => upright.is_good_upright(),
        Orientation::Portrait => true,
        Orientation::Landscape => false,
    };
    let layout = if is_upright { upright } else { at(sheet.sideways) };
    for row in &mut rows {
        fit(row, &layout, sheet);
    }
    for cell in header.iter_mut().flatten() {
        let width = layout.points(sheet.face(!cell.is_number).width(&cell.text));
        let is_one_line = !cell.text.contains('\n');
        cell.fits = is_one_line && width <= layout.room(cell.column..cell.column + cell.colspan);
    }
    let column = |(column, side): (&columns::Column, &&'static str)| Column {
        side,
        width: column.width,
        widest: column.widest,
    };
    let columns = layout.columns.iter().zip(align).map(column).collect();
    let (size, inset) = (layout.size, layout.inset);
    TargetTable { unit: None, header, rows, notes: Vec::new(), columns, size, inset, is_upright }
}

/// Held spaces give way where a group is wider than its column, or lies over several.
fn fit(row: &mut Row, layout: &Layout, sheet: &Sheet<'_>) {
    let face = sheet.face(row.is_strong());
    row.fits = true;
    let mut column = 0;
    for (index, text) in row.cells.iter_mut().enumerate() {
        let count = if index == 0 { row.colspan } else { 1 };
        if text.contains(HELD) && (count > 1 || !layout.columns[column].holds) {
            *text = text.replace(HELD, " ");
        }
        let is_one_line = layout.points(face.width(text)) <= layout.room(column..column + count);
        row.fits = row.fits && is_one_line && !text.contains('\n');
        column += count;
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
            Row::new(kind, 1, texts)
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
