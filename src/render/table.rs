//! Tables for templates: header rows with spans, cells as text, widths of columns.

use serde::Serialize;

use super::columns::Layout;
use super::names::name;
use super::sheet::Sheet;
use super::spacing::{NBSP, running};
use super::{columns, lines};
use crate::model::target::Orientation;
use crate::printed::grid::{self, Content, Grid, RowKind};

/// A table with its layout.
#[derive(Debug, Serialize)]
pub(super) struct TargetTable {
    /// `(Đơn vị tính: người)`
    unit: Option<String>,
    header: Vec<Vec<HeaderCell>>,
    rows: Vec<Row>,
    /// Printed below the table.
    notes: Vec<String>,
    columns: Vec<Column>,
    /// Type size, and the space on each side of the text of a cell, in hundred-thousandths of a
    /// point.
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
    /// How many columns the first cell spans.
    colspan: usize,
    cells: Vec<String>,
    /// Whether the text of each cell fits on one line.
    fits: bool,
}

#[derive(Debug, Serialize)]
pub(super) struct HeaderCell {
    pub(super) text: String,
    /// The first column it spans, and how many.
    pub(super) column: usize,
    pub(super) colspan: usize,
    rowspan: usize,
    /// A column number is not bold.
    pub(super) is_number: bool,
    /// Whether its text fits on one line.
    pub(super) fits: bool,
}

impl Row {
    fn new(row: &grid::Row) -> Self {
        let kind = match row.kind {
            RowKind::Unit => "row",
            RowKind::Group => "group",
            RowKind::Total => "total",
        };
        let cells = row.cells.iter().map(|cell| lines::run(&cell.run, running)).collect();
        Self { kind, colspan: row.colspan, cells, fits: false }
    }

    /// The text of the cell in `column`; `None` if the cell spans several columns.
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

/// Where a table is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// Within the text, in portrait.
    Body,
    /// On pages of its own, which may be in landscape.
    Appendix,
}

impl HeaderCell {
    fn new(cell: &grid::HeaderCell) -> Self {
        let grid::HeaderCell { column, colspan, rowspan, is_number, .. } = *cell;
        let text = lines::text(&cell.line, name);
        Self { text, column, colspan, rowspan, is_number, fits: false }
    }
}

/// The view of one table: type size and widths are chosen here.
pub(super) fn view(grid: &Grid, place: Place, sheet: &Sheet<'_>) -> TargetTable {
    let sides: Vec<&str> = grid.columns.iter().map(|column| side(*column)).collect();
    let header_row = |row: &Vec<grid::HeaderCell>| row.iter().map(HeaderCell::new).collect();
    let mut header: Vec<Vec<HeaderCell>> = grid.header.iter().map(header_row).collect();
    let mut rows: Vec<Row> = grid.rows.iter().map(Row::new).collect();
    let at = |width| Layout::new(&header, &rows, &sides, sheet, width);
    let upright = at(sheet.upright);
    let is_upright = match (place, grid.orientation) {
        (Place::Body, _) | (Place::Appendix, Orientation::Portrait) => true,
        (Place::Appendix, Orientation::Landscape) => false,
        (Place::Appendix, Orientation::Auto) => upright.is_good_upright(),
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
    TargetTable {
        unit: lines::optional(grid.unit.as_ref(), running),
        header,
        rows,
        notes: lines::all(&grid.notes, lines::as_it_is),
        columns: layout.columns.iter().zip(&sides).map(column).collect(),
        size: layout.size,
        inset: layout.inset,
        is_upright,
    }
}

/// On which side of its column the text of a cell stands.
fn side(column: grid::Column) -> &'static str {
    match column.holds {
        Content::Index | Content::Date | Content::Bound => "center",
        Content::Name | Content::Text => "left",
        Content::Figure => "right",
    }
}

/// Replaces no-break spaces by ordinary ones where a group is wider than its column or the cell
/// spans several columns, and finds out whether each cell fits on one line.
fn fit(row: &mut Row, layout: &Layout, sheet: &Sheet<'_>) {
    let face = sheet.face(row.is_strong());
    row.fits = true;
    let mut column = 0;
    for (index, text) in row.cells.iter_mut().enumerate() {
        let count = if index == 0 { row.colspan } else { 1 };
        if text.contains(NBSP) && (count > 1 || !layout.columns[column].holds) {
            *text = text.replace(NBSP, " ");
        }
        let is_one_line = layout.points(face.width(text)) <= layout.room(column..column + count);
        row.fits = row.fits && is_one_line && !text.contains('\n');
        column += count;
    }
}
