//! The sheet of one table, laid out as it is printed.

use rust_xlsxwriter::{Format, Formula, Worksheet, XlsxError};

use super::Writer;
use super::formats::{self, Look, Number, Side};
use super::places::Place;
use crate::compute::Value;
use crate::model::cell_id::CellId;
use crate::model::date::IssueDate;
use crate::model::reference::Appendix;
use crate::printed::grid::{Cell, Content, Grid, Row, RowKind};
use crate::printed::run::Line;
use crate::render::table::{self, Place as Where, TargetTable};

/// What stands above a table.
#[derive(Debug, Default)]
pub(super) struct Head<'a> {
    /// Label, title and what the appendix goes with.
    pub(super) lines: Vec<(String, Look)>,
    pub(super) unit: Option<&'a Line>,
}

impl Head<'_> {
    /// How many rows it takes.
    pub(super) fn rows(&self) -> u32 {
        u32::try_from(self.lines.len()).unwrap_or(0) + u32::from(self.unit.is_some())
    }
}

/// The row in which the lines of a table begin.
pub(super) fn first_line(head: &Head<'_>, grid: &Grid) -> u32 {
    head.rows() + u32::try_from(grid.header.len()).unwrap_or(0)
}

/// One table on its sheet.
pub(super) struct Sheet<'a> {
    pub(super) writer: &'a Writer<'a>,
    pub(super) grid: &'a Grid,
    pub(super) head: Head<'a>,
    pub(super) is_appendix: bool,
}

/// So many rows are left free between a title and a name.
const SIGNATURE: u32 = 3;

/// Excel keeps no longer text in a cell.
const LONGEST: usize = 32_767;

impl Sheet<'_> {
    pub(super) fn write(&self, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        let place = if self.is_appendix { Where::Appendix } else { Where::Body };
        let parts = table::view(self.grid, place, &self.writer.sheet);
        self.page(&parts, sheet);
        self.columns(&parts, sheet)?;
        let mut row = 0;
        let last = u16::try_from(self.grid.columns.len()).unwrap_or(u16::MAX).saturating_sub(1);
        for (text, look) in &self.head.lines {
            self.line(sheet, row, last, text, *look)?;
            row += 1;
        }
        if let Some(unit) = self.head.unit {
            let look = Look { is_italic: true, side: Side::Right, ..Look::default() };
            self.line(sheet, row, last, &unit.printed(), look)?;
            row += 1;
        }
        self.header(sheet, row)?;
        let first = first_line(&self.head, self.grid);
        for (line, index) in self.grid.rows.iter().zip(first..) {
            self.row(sheet, index, line)?;
        }
        self.hidden(sheet)?;
        let end = first + u32::try_from(self.grid.rows.len()).unwrap_or(0);
        let mut below = end;
        for note in &self.grid.notes {
            let look = Look { is_italic: true, ..Look::default() };
            self.line(sheet, below, last, &note.printed(), look)?;
            below += 1;
        }
        self.signers(sheet, below, last)?;
        if first > row && !self.grid.rows.is_empty() {
            sheet.set_repeat_rows(row, first - 1)?;
            sheet.set_freeze_panes(first, 0)?;
        }
        Ok(())
    }

    fn format(&self, look: Look) -> Format {
        formats::format(look, self.writer.family, SIZE)
    }

    /// A text over all columns.
    fn line(
        &self,
        sheet: &mut Worksheet,
        row: u32,
        last: u16,
        text: &str,
        look: Look,
    ) -> Result<(), XlsxError> {
        self.spanning(sheet, row, (0, last), text, look)
    }

    /// A text over the columns from `first` to `last`.
    fn spanning(
        &self,
        sheet: &mut Worksheet,
        row: u32,
        (first, last): (u16, u16),
        text: &str,
        look: Look,
    ) -> Result<(), XlsxError> {
        let format = self.format(look);
        if last > first {
            sheet.merge_range(row, first, row, last, "", &format)?;
            let width = (first..=last).map(|column| i64::from(self.writer.width_of(column))).sum();
            let of = self.writer.type_of(SIZE, look.is_bold);
            let lines = of.lines(text, width).count.max(1);
            set_height(sheet, row, lines)?;
        }
        put_text(sheet, row, first, text, format)
    }

    /// Paper, margins, page numbers, and how the page lies.
    fn page(&self, parts: &[TargetTable], sheet: &mut Worksheet) {
        /// What Excel calls A3 and A4.
        const A3: u8 = 8;
        const A4: u8 = 9;
        let first = parts.first();
        sheet.set_paper_size(if first.is_some_and(|part| part.is_a3) { A3 } else { A4 });
        if first.is_some_and(|part| !part.is_upright) {
            sheet.set_landscape();
        }
        sheet.set_print_fit_to_pages(1, 0);
        sheet.set_print_center_horizontally(true);
        sheet.set_header(format!("&C&\"{},Regular\"&13&P", self.writer.family));
        let [left, right, top, bottom] = self.writer.margins;
        sheet.set_margins(left, right, top, bottom, 0.4, 0.4);
    }

    /// Widths as they are printed; a table in parts has those of its parts.
    fn columns(&self, parts: &[TargetTable], sheet: &mut Worksheet) -> Result<(), XlsxError> {
        self.writer.widths.borrow_mut().clear();
        for part in parts {
            for (column, shown) in part.columns.iter().zip(&part.shown) {
                let index = u16::try_from(*shown).unwrap_or(u16::MAX);
                let twips = i32::try_from(column.width * 20 / 100_000).unwrap_or(i32::MAX);
                self.writer.widths.borrow_mut().insert(index, twips);
                let pixels = u32::try_from(twips / 15).unwrap_or(0);
                sheet.set_column_width_pixels(index, pixels.max(16))?;
            }
        }
        Ok(())
    }

    /// Who sign below the table, side by side, with rows left free for their hands; below each
    /// other in a table that has fewer columns.
    fn signers(&self, sheet: &mut Worksheet, first: u32, last: u16) -> Result<(), XlsxError> {
        let count = u32::try_from(self.grid.signers.len()).unwrap_or(u32::MAX);
        let columns = u32::from(last) + 1;
        let is_beside = count <= columns;
        let column = |part: u32| u16::try_from(part * columns / count).unwrap_or(u16::MAX);
        let look = Look { is_bold: true, side: Side::Center, ..Look::default() };
        for (index, signer) in (0..count).zip(&self.grid.signers) {
            let (from, to) =
                if is_beside { (column(index), column(index + 1) - 1) } else { (0, last) };
            let title = first + 1 + if is_beside { 0 } else { index * (SIGNATURE + 2) };
            let name = signer.name.as_ref().map(Line::printed).unwrap_or_default();
            for (row, text) in [(title, signer.title.printed()), (title + SIGNATURE + 1, name)] {
                self.spanning(sheet, row, (from, to), &text, look)?;
            }
        }
        Ok(())
    }

    fn header(&self, sheet: &mut Worksheet, first: u32) -> Result<(), XlsxError> {
        for (cells, row) in self.grid.header.iter().zip(first..) {
            let mut most = 1;
            for cell in cells {
                let look = Look {
                    is_bold: !cell.is_number,
                    has_lines: true,
                    side: Side::Center,
                    ..Look::default()
                };
                let format = self.format(look);
                let text = cell.line.printed();
                let column = u16::try_from(cell.column).unwrap_or(u16::MAX);
                let last = column + u16::try_from(cell.colspan.max(1) - 1).unwrap_or(0);
                let below = row + u32::try_from(cell.rowspan.max(1) - 1).unwrap_or(0);
                if last > column || below > row {
                    sheet.merge_range(row, column, below, last, "", &format)?;
                }
                put_text(sheet, row, column, &text, format)?;
                let width: i64 =
                    (column..=last).map(|it| i64::from(self.writer.width_of(it))).sum();
                let of = self.writer.type_of(SIZE, look.is_bold);
                let lines = of.lines(&text, (width - BESIDE).max(1)).count;
                most = most.max(lines.div_ceil(cell.rowspan.max(1)));
            }
            set_height(sheet, row, most)?;
        }
        Ok(())
    }

    fn row(&self, sheet: &mut Worksheet, index: u32, row: &Row) -> Result<(), XlsxError> {
        let is_bold = match row.kind {
            RowKind::Unit | RowKind::Part | RowKind::Heading => false,
            RowKind::Group | RowKind::Total => true,
        };
        let mut column = 0;
        for cell in &row.cells {
            let span = cell.colspan;
            let holds = self.grid.columns.get(column).map(|column| column.holds);
            let side = match holds {
                _ if span > 1 && row.kind == RowKind::Total => Side::Center,
                Some(
                    Content::Index | Content::Code | Content::Unit | Content::Date | Content::Bound,
                ) => Side::Center,
                Some(Content::Figure) => Side::Right,
                Some(Content::Name | Content::Text | Content::Note) | None => Side::Left,
            };
            let look = Look { is_bold, has_lines: true, side, ..Look::default() };
            let first = u16::try_from(column).unwrap_or(u16::MAX);
            if span > 1 {
                let last = first + u16::try_from(span - 1).unwrap_or(0);
                sheet.merge_range(index, first, index, last, "", &self.format(look))?;
            }
            self.cell(sheet, (index, first), row, column, cell, self.format(look))?;
            column += span;
        }
        Ok(())
    }

    fn cell(
        &self,
        sheet: &mut Worksheet,
        (row, column): (u32, u16),
        of: &Row,
        printed: usize,
        cell: &Cell,
        format: Format,
    ) -> Result<(), XlsxError> {
        let text = cell.text.printed();
        let mark = self.mark(of, printed);
        match &cell.value {
            Some(Value::Amount(amount)) => {
                let figure =
                    mark.and_then(|mark| text.strip_suffix(mark)).unwrap_or(&text).trim_end();
                let Some(number) = Number::new(amount, figure) else {
                    return put_text(sheet, row, column, &text, format);
                };
                let number = mark.map_or(number.clone(), |mark| number.with_mark(mark));
                put_figure(sheet, (row, column), &number, self.formula(of, printed), format)
            }
            Some(Value::Date(date)) => {
                let part = IssueDate::Day(*date);
                let month = if part.month().is_some_and(|month| month < 3) { "mm" } else { "m" };
                let day = rust_xlsxwriter::ExcelDateTime::from_ymd(
                    u16::try_from(date.year()).unwrap_or(0),
                    u8::try_from(date.month()).unwrap_or(0),
                    u8::try_from(date.day()).unwrap_or(0),
                );
                let Ok(day) = day else { return put_text(sheet, row, column, &text, format) };
                let format = format.set_num_format(format!("dd\"/\"{month}\"/\"yyyy"));
                sheet.write_datetime_with_format(row, column, &day, &format)?;
                Ok(())
            }
            Some(Value::Blank | Value::Text(_) | Value::Mark(_)) | None => {
                put_text(sheet, row, column, &text, format)
            }
        }
    }

    /// The mark behind the figure in the printed column of a row.
    fn mark(&self, row: &Row, printed: usize) -> Option<&str> {
        let Appendix::Table(target) = self.grid.shows else { return None };
        let column = self.grid.columns.get(printed)?.index?;
        self.writer.book.targets[target].lines[row.line?].mark(column)
    }

    /// What makes the cell in the printed column of a row, where Excel can make it.
    fn formula(&self, row: &Row, printed: usize) -> Option<String> {
        let Appendix::Table(target) = self.grid.shows else { return None };
        let column = self.grid.columns.get(printed)?.index?;
        let cell = CellId { target, line: row.line, column };
        self.writer.book.formula(self.writer.tables.cell(cell), cell)
    }

    /// Columns that formulas read and nobody prints.
    fn hidden(&self, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        let Appendix::Table(target) = self.grid.shows else { return Ok(()) };
        let Some(place) = &self.writer.book.places[target] else { return Ok(()) };
        let columns = &self.writer.book.targets[target].columns;
        for (index, column) in columns.iter().enumerate().filter(|(_, column)| column.hidden) {
            let at = place.columns[index];
            for (row, line) in rows_of(place) {
                let id = CellId { target, line, column: index };
                let cell = self.writer.tables.cell(id);
                let Some(amount) = cell.value.amount() else { continue };
                let printed = amount.vietnamese(column.kind.decimals());
                let Some(number) = Number::new(&amount.round(column.kind.decimals()), &printed)
                else {
                    continue;
                };
                let exact = Number::new(amount, &printed).unwrap_or(number);
                let formula = self.writer.book.formula(cell, id);
                put_figure(sheet, (row, at), &exact, formula, self.format(Look::default()))?;
            }
            sheet.set_column_hidden(at)?;
        }
        Ok(())
    }
}

/// The rows of the lines and of the totals.
fn rows_of(place: &Place) -> impl Iterator<Item = (u32, Option<usize>)> + '_ {
    let lines = place.lines.iter().enumerate().map(|(line, row)| (*row, Some(line)));
    lines.chain(place.total.map(|row| (row, None)))
}

/// Rows of merged cells do not grow with their text by themselves.
fn set_height(sheet: &mut Worksheet, row: u32, lines: usize) -> Result<(), XlsxError> {
    let lines = u16::try_from(lines.min(20)).unwrap_or(20);
    sheet.set_row_height(row, lines * LINE + 4)?;
    Ok(())
}

/// Type of a table, in half-points.
pub(super) const SIZE: i64 = 26;

/// A line of it, in points.
const LINE: u16 = 17;

/// What Excel leaves free beside the text of a cell, in twips.
const BESIDE: i64 = 120;

/// A figure, with the formula that makes it where Excel can make it.
fn put_figure(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    number: &Number,
    formula: Option<String>,
    format: Format,
) -> Result<(), XlsxError> {
    let format = format.set_num_format(&number.format);
    match formula {
        Some(formula) => {
            let formula = Formula::new(formula).set_result(&number.text);
            sheet.write_formula_with_format(row, column, formula, &format)?;
        }
        None => {
            sheet.write_number_with_format(row, column, number.value, &format)?;
        }
    }
    Ok(())
}

/// A text, which is never taken for a formula, also not when somebody edits the cell.
pub(super) fn put_text(
    sheet: &mut Worksheet,
    row: u32,
    column: u16,
    text: &str,
    format: Format,
) -> Result<(), XlsxError> {
    if text.is_empty() {
        sheet.write_blank(row, column, &format)?;
        return Ok(());
    }
    let looks_active = text.starts_with(['=', '+', '-', '@', '\'']);
    let format = if looks_active { format.set_quote_prefix() } else { format };
    let text: String = text.chars().take(LONGEST).collect();
    sheet.write_string_with_format(row, column, text, &format)?;
    Ok(())
}
