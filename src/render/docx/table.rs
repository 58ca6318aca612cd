//! Tables of targets: the header repeated on each page, cells merged as they are printed.

use super::by_hand;
use super::layout::Layout;
use super::measures::{half_points, twips};
use super::styles::{GRID, PLAIN, Style};
use super::word::{
    Cell, Element, Inline, Justify, Merge, Paragraph, Row, Run, RunProperties, SideBySide, Table,
    TableBorders,
};
use crate::printed::grid::Grid;
use crate::render::spacing::NBSP;
use crate::render::table::{self, CellRun, Column, HeaderCell, Place, TargetTable};

/// Above and below the text of a cell: 3 pt.
const INSET_Y: i64 = 60;

/// Word takes the lines beside a cell from its room: so much less stands beside the text, in twips.
const BORDER: i64 = 10;

/// The table, in one part or in several, with its unit above and its notes below.
pub(super) fn grid(grid: &Grid, place: Place, layout: &Layout<'_>) -> Vec<Element> {
    let parts = table::view(grid, place, &layout.sheet);
    let mut elements = Vec::new();
    for (index, part) in parts.iter().enumerate() {
        elements.extend(of_part(part, grid, (index, place), layout));
    }
    elements
}

/// Two tables beside each other.
pub(super) fn side_by_side(grids: &[Grid], layout: &Layout<'_>) -> Element {
    let parts = table::side_by_side(grids, &layout.sheet);
    let of_one = |(part, grid): (&TargetTable, &Grid)| {
        (twips(part.room), of_part(part, grid, (0, Place::Body), layout))
    };
    Element::SideBySide(SideBySide {
        style: PLAIN,
        separator: Style::Separator.id(),
        width: layout.measures.text_width,
        columns: parts.iter().zip(grids).map(of_one).collect(),
    })
}

/// Whether the pages of an appendix stand upright, and whether they are A3.
pub(super) fn paper(grid: &Grid, layout: &Layout<'_>) -> (bool, bool) {
    let parts = table::view(grid, Place::Appendix, &layout.sheet);
    parts.first().map_or((true, false), |part| (part.is_upright, part.is_a3))
}

fn of_part(
    part: &TargetTable,
    grid: &Grid,
    (index, place): (usize, Place),
    layout: &Layout<'_>,
) -> Vec<Element> {
    let size = Layout::table_size(part.size);
    let mut elements: Vec<Element> = Vec::new();
    if let Some(unit) = &part.unit {
        let mut unit = paragraph(Style::TableUnit, unit, size);
        // A further part stands on a page of its own.
        unit.properties.page_break_before = index > 0;
        elements.push(unit.into());
    }
    let of = CellText { part, layout };
    let mut rows: Vec<Row> = header_rows(&of);
    let first = rows.first_mut().and_then(|row| row.cells.first_mut());
    // References to a table in the text lead here; those to an appendix lead to its label.
    let first = first.filter(|_| index == 0 && place == Place::Body);
    if let Some(first) = first.and_then(|cell| cell.content.first_mut()) {
        first.content = layout.place_of(grid.shows, std::mem::take(&mut first.content));
    }
    rows.extend(body_rows(&of));
    elements.push(
        Table {
            style: GRID,
            widths: part.columns.iter().map(|column| twips(column.width)).collect(),
            is_centred: true,
            borders: TableBorders::All,
            inset: (twips(part.inset) - BORDER, INSET_Y),
            rows,
        }
        .into(),
    );
    let width = twips(part.room);
    let note = |note: &table::Note| {
        let line = |(nth, line): (usize, &Vec<CellRun>)| {
            let text: String = line.iter().map(|run| run.text.as_str()).collect();
            let style = if nth == 0 { Style::TableNote } else { Style::TableNoteContinued };
            by_hand::with_runs(paragraph(style, &text, size), line, width).into()
        };
        by_hand::lines_of(&note.runs).iter().enumerate().map(line).collect::<Vec<Element>>()
    };
    elements.extend(part.notes.iter().flat_map(note));
    if !part.signers.is_empty() {
        if part.notes.is_empty() {
            // Word makes one table of two that follow each other.
            elements.push(paragraph(Style::TableNote, "", size).into());
        }
        elements.push(signers(part, size).into());
    }
    elements
}

/// Room for the hand of who signs below a table: 48 pt.
const SIGNATURE: i64 = 960;

/// Who sign below a table, side by side: titles in one row, names in another.
fn signers(part: &TargetTable, size: Option<i64>) -> Table {
    let count = part.signers.len();
    let whole: i64 = part.columns.iter().map(|column| twips(column.width)).sum();
    let width = whole / i64::try_from(count).unwrap_or(1).max(1);
    let cell = |text: &str, before: i64| {
        let mut paragraph = paragraph(Style::TableHeader, text, size);
        paragraph.properties.spacing.before = Some(before);
        Cell { width, span: 1, merge: Merge::Alone, is_middle: false, content: vec![paragraph] }
    };
    let row = |cells: Vec<Cell>| Row { cells, is_header: false, can_split: false };
    let titles = part.signers.iter().map(|signer| cell(&signer.title, SIGNATURE / 4));
    let name = |signer: &table::Signer| cell(signer.name.as_deref().unwrap_or(""), SIGNATURE);
    Table {
        style: PLAIN,
        widths: vec![width; count],
        is_centred: true,
        borders: TableBorders::None,
        inset: (0, 0),
        rows: vec![row(titles.collect()), row(part.signers.iter().map(name).collect())],
    }
}

/// What is in a cell over some of the columns.
struct CellText<'a> {
    part: &'a TargetTable,
    layout: &'a Layout<'a>,
}

impl CellText<'_> {
    /// `text` in a cell that is so wide; no-break spaces give way where they leave no room for a
    /// word.
    fn paragraph(&self, style: Style, text: &str, (width, is_bold): (i64, bool)) -> Paragraph {
        let of = self.layout.type_at(half_points(self.part.size), is_bold);
        let room = width - 2 * twips(self.part.inset);
        let size = Layout::table_size(self.part.size);
        if of.holds(text, room) {
            return paragraph(style, text, size);
        }
        paragraph(style, &text.replace(NBSP, " "), size)
    }
}

fn paragraph(style: Style, text: &str, size: Option<i64>) -> Paragraph {
    let properties = RunProperties { size, ..RunProperties::default() };
    let run = Run { properties, text: text.to_owned() };
    Paragraph::new(style.id(), vec![Inline::Run(run)])
}

/// So wide are the columns from one to another.
fn width(columns: &[Column], from: usize, count: usize) -> i64 {
    let columns = columns.get(from..from + count).unwrap_or_default();
    columns.iter().map(|column| twips(column.width)).sum()
}

/// Every cell of the header, and in each row the cells that reach into it from above.
fn header_rows(of: &CellText<'_>) -> Vec<Row> {
    let part = of.part;
    let count = part.columns.len();
    let row = |index: usize| {
        let mut cells = Vec::new();
        let mut column = 0;
        while column < count {
            let Some((cell, begins)) = over(part, index, column) else {
                column += 1;
                continue;
            };
            cells.push(header_cell(cell, begins, of));
            column = cell.column + cell.colspan;
        }
        Row { cells, is_header: true, can_split: false }
    };
    (0..part.header.len()).map(row).collect()
}

/// The header cell over `column` in the row `index`, and whether it begins there.
fn over(part: &TargetTable, index: usize, column: usize) -> Option<(&HeaderCell, bool)> {
    let rows = part.header.iter().enumerate().take(index + 1);
    let cells = rows.flat_map(|(row, cells)| cells.iter().map(move |cell| (row, cell)));
    let mut found = cells.filter(|(row, cell)| {
        let is_here = (cell.column..cell.column + cell.colspan).contains(&column);
        is_here && row + cell.rowspan > index
    });
    found.next().map(|(row, cell)| (cell, row == index))
}

fn header_cell(cell: &HeaderCell, begins: bool, of: &CellText<'_>) -> Cell {
    let width = width(&of.part.columns, cell.column, cell.colspan);
    let mut content = Vec::new();
    if begins {
        let look = (width, !cell.is_number);
        let mut paragraph = of.paragraph(Style::TableHeader, &cell.text, look);
        if cell.is_number {
            for inline in &mut paragraph.content {
                if let Inline::Run(run) = inline {
                    run.properties.bold = Some(false);
                }
            }
        }
        content.push(paragraph);
    }
    Cell {
        width,
        span: cell.colspan,
        merge: match (cell.rowspan, begins) {
            (1, _) => Merge::Alone,
            (_, true) => Merge::Begins,
            (_, false) => Merge::GoesOn,
        },
        is_middle: true,
        content,
    }
}

fn body_rows(of: &CellText<'_>) -> Vec<Row> {
    let part = of.part;
    let row = |(index, row): (usize, &table::Row)| {
        let next = part.rows.get(index + 1);
        let is_tall = part.tall.contains(&index);
        // A group stays with its first row, the row before it with a total.
        let keeps = !is_tall && (row.is_group() || next.is_some_and(table::Row::is_total));
        let mut column = 0;
        let cells = row.cells.iter().zip(&row.spans).enumerate().map(|(at, (text, span))| {
            let runs = row.runs.get(at).map(Vec::as_slice).unwrap_or_default();
            let cell = body_cell((text, runs), row, (column, *span), of, keeps);
            column += span;
            cell
        });
        Row { cells: cells.collect(), is_header: false, can_split: is_tall }
    };
    part.rows.iter().enumerate().map(row).collect()
}

/// The lines of a cell, each a paragraph of its own, in the styles of its runs.
fn lines(
    (text, runs): (&str, &[CellRun]),
    row: &table::Row,
    width: i64,
    of: &CellText<'_>,
) -> Vec<Paragraph> {
    let look = (width, row.is_strong());
    let line = |line: &str| of.paragraph(Style::TableCell, line, look);
    if runs.is_empty() {
        return text.split('\n').map(line).collect();
    }
    let rich = |runs: Vec<CellRun>| {
        let text: String = runs.iter().map(|run| run.text.as_str()).collect();
        by_hand::with_runs(line(&text), &runs, width - 2 * twips(of.part.inset))
    };
    by_hand::lines_of(runs).into_iter().map(rich).collect()
}

fn body_cell(
    text: (&str, &[CellRun]),
    row: &table::Row,
    (column, span): (usize, usize),
    of: &CellText<'_>,
    keeps: bool,
) -> Cell {
    let part = of.part;
    let width = width(&part.columns, column, span);
    let mut content = lines(text, row, width, of);
    for paragraph in &mut content {
        look(paragraph, row, (column, span), of);
        paragraph.properties.keep_next = keeps;
    }
    Cell { width, span, merge: Merge::Alone, is_middle: true, content }
}

/// On which side of its cell a paragraph stands, and whether it is bold. The name of a group that
/// lies over empty cells stands where names do; the label of totals in the middle.
fn look(
    paragraph: &mut Paragraph,
    row: &table::Row,
    (column, span): (usize, usize),
    of: &CellText<'_>,
) {
    let part = of.part;
    paragraph.properties.justify = Some(Justify::Center);
    if span == 1 || !row.is_total() {
        let above = &part.columns[column];
        let side = match above.side {
            "right" => Justify::Right,
            "left" => Justify::Left,
            _ => Justify::Center,
        };
        // Figures stand on their last digits, the widest in the middle of the column.
        let spare = above.width - 2 * part.inset - above.widest;
        if side == Justify::Right && spare > 0 && span == 1 {
            paragraph.properties.indent.right = Some(twips(spare / 2));
        }
        paragraph.properties.justify = Some(side);
    }
    if row.is_strong() {
        for inline in &mut paragraph.content {
            if let Inline::Run(run) = inline {
                run.properties.bold = Some(true);
            }
        }
    }
}
