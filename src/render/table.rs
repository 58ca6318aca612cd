//! Tables for templates: header rows with spans, cells as text, widths of columns.

mod fit;
mod rows;

use serde::Serialize;

use super::by_hand::Drawn;
use super::lines::{self, Spacing};
use super::names::name;
use super::sheet::Sheet;
use super::spacing::running;
use crate::model::blank::Blank;
use crate::model::measure::Measure;
use crate::model::reference::Appendix;
use crate::model::target::{Orientation, Paper};
use crate::printed::grid::{self, Content, Grid, RowKind};
use crate::printed::phrases;
use crate::printed::run::{self, Line};
use crate::verify::expected::TableId;
pub(super) use fit::TooWide;
use fit::{Wanted, laid_out};

/// A table with its layout.
#[derive(Debug, Serialize)]
pub(super) struct TargetTable {
    /// `(Đơn vị tính: người)`
    pub(super) unit: Option<String>,
    pub(super) header: Vec<Vec<HeaderCell>>,
    pub(super) rows: Vec<Row>,
    /// Said below the table.
    pub(super) notes: Vec<Note>,
    /// Who sign below the notes.
    pub(super) signers: Vec<Signer>,
    pub(super) columns: Vec<Column>,
    /// Type size, and the space on each side of the text of a cell, in hundred-thousandths of a
    /// point.
    pub(super) size: i64,
    pub(super) inset: i64,
    pub(super) is_upright: bool,
    pub(super) is_a3: bool,
    /// The width of the text it stands in, in hundred-thousandths of a point.
    #[serde(skip)]
    pub(super) room: i64,
    /// The rows that are so tall that they may go on on the next page, by their indexes.
    pub(super) tall: Vec<usize>,
    /// Which table it is.
    #[serde(skip)]
    pub(super) id: TableId,
    /// The columns of the whole table that it shows, by their printed indexes.
    #[serde(skip)]
    pub(super) shown: Vec<usize>,
    /// Whether the signature can be kept with the last rows.
    #[serde(skip)]
    pub(super) can_hold: bool,
    /// Where whole words have no room in its columns.
    #[serde(skip)]
    pub(super) too_wide: Option<TooWide>,
}

/// A line below a table.
#[derive(Debug, Serialize)]
pub(super) struct Note {
    pub(super) text: String,
    /// Whether something is filled in by hand in it.
    has_blanks: bool,
    pub(super) runs: Vec<CellRun>,
}

/// Who signs below a table.
#[derive(Debug, Serialize)]
pub(super) struct Signer {
    pub(super) title: String,
    pub(super) name: Option<String>,
}

/// Widths in hundred-thousandths of a point.
#[derive(Debug, Serialize)]
pub(super) struct Column {
    pub(super) side: &'static str,
    pub(super) width: i64,
    /// The widest of its cells.
    pub(super) widest: i64,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct Row {
    /// `row`, `part`, `group` or `total`.
    kind: &'static str,
    /// How many of the first columns the first cell takes, where all others take one.
    colspan: usize,
    /// Whether another cell takes more than one.
    is_spread: bool,
    pub(super) cells: Vec<String>,
    /// How many columns each cell takes.
    pub(super) spans: Vec<usize>,
    /// The runs of each cell, where some cell of the row has bold words or a blank to be filled in.
    pub(super) runs: Vec<Vec<CellRun>>,
    /// Whether each cell has room on one line.
    fits: bool,
    /// Index of the line of the table; none for totals.
    #[serde(skip)]
    pub(super) line: Option<usize>,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct HeaderCell {
    pub(super) text: String,
    /// The first column it spans, and how many.
    pub(super) column: usize,
    pub(super) colspan: usize,
    pub(super) rowspan: usize,
    /// A column number is not bold.
    pub(super) is_number: bool,
    /// Whether its text fits on one line.
    pub(super) fits: bool,
}

impl Row {
    fn new(row: &grid::Row) -> Self {
        let kind = match row.kind {
            RowKind::Unit => "row",
            RowKind::Part | RowKind::Heading => "part",
            RowKind::Group => "group",
            RowKind::Total => "total",
        };
        let cells = row.cells.iter().map(|cell| lines::text(&cell.text, running)).collect();
        let spans = row.cells.iter().map(|cell| cell.colspan).collect();
        let is_rich = |run: &run::Run| run.style.strong || run.by_hand().is_some();
        let is_rich = row.cells.iter().flat_map(|cell| &cell.text.runs).any(is_rich);
        let of_cell = |cell: &grid::Cell| line_runs(&cell.text, running);
        let runs = if is_rich { row.cells.iter().map(of_cell).collect() } else { Vec::new() };
        Self { runs, ..Self::of(kind, row.line, cells, spans) }
    }

    /// A row of such cells.
    fn of(kind: &'static str, line: Option<usize>, cells: Vec<String>, spans: Vec<usize>) -> Self {
        let colspan = spans.first().copied().unwrap_or(1);
        // The label of totals stands in the middle of its cell, the name of a group where names do.
        let first = usize::from(kind == "total");
        let is_spread = spans.iter().skip(first).any(|span| *span > 1);
        Self { kind, colspan, is_spread, cells, spans, runs: Vec::new(), fits: false, line }
    }

    /// The text of the cell in `column`; `None` if the cell spans several columns.
    pub(super) fn text_in(&self, column: usize) -> Option<&str> {
        if !self.is_spread {
            let index = match column {
                0 if self.colspan == 1 => 0,
                _ => (column + 1).checked_sub(self.colspan).filter(|index| *index > 0)?,
            };
            return self.cells.get(index).map(String::as_str);
        }
        let mut start = 0;
        for (text, span) in self.cells.iter().zip(&self.spans) {
            if start >= column {
                return (start == column && *span == 1).then_some(text);
            }
            start += span;
        }
        None
    }

    /// Whether it stands above what belongs to it.
    pub(super) fn is_group(&self) -> bool {
        self.kind == "group"
    }

    /// Whether it holds totals.
    pub(super) fn is_total(&self) -> bool {
        self.kind == "total"
    }

    /// Groups and totals are bold.
    pub(super) fn is_strong(&self) -> bool {
        matches!(self.kind, "group" | "total")
    }

    /// Whether it is measured as if it were bold: where some of its words are, all may be.
    pub(super) fn may_be_strong(&self) -> bool {
        self.is_strong() || self.runs.iter().flatten().any(|run| run.strong)
    }
}

/// Words of a cell or a note in one style, or a place to be filled in by hand.
#[derive(Debug, Clone, Serialize)]
pub(super) struct CellRun {
    pub(super) text: String,
    pub(super) strong: bool,
    pub(super) drawn: Option<Drawn>,
    #[serde(skip)]
    pub(super) blank: Option<Blank>,
}

fn line_runs(line: &Line, spacing: Spacing) -> Vec<CellRun> {
    let texts = lines::runs(line, spacing).into_iter();
    let run = |(run, text): (&run::Run, String)| CellRun {
        text,
        strong: run.style.strong,
        drawn: None,
        blank: run.by_hand(),
    };
    line.runs.iter().zip(texts).map(run).collect()
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

/// The view of one table, whose type size and widths are chosen here; of several parts with some
/// of the columns each, where it is too wide and may be split.
pub(super) fn view(grid: &Grid, place: Place, sheet: &Sheet<'_>) -> Vec<TargetTable> {
    view_in(grid, place, None, sheet)
}

/// Between two tables beside each other: 5 mm.
const BETWEEN: i64 = Measure::whole(5).parts() * 720 / 254;

/// The parts of the width, in hundredths, that the first of two tables can have: the first one with
/// which both have room, in type as large as can be.
const SHARES: [i64; 9] = [50, 45, 55, 40, 60, 35, 65, 30, 70];

/// Two tables beside each other; one that is alone.
pub(super) fn side_by_side(grids: &[Grid], sheet: &Sheet<'_>) -> Vec<TargetTable> {
    let [left, right] = grids else {
        return grids.iter().flat_map(|grid| view(grid, Place::Body, sheet)).collect();
    };
    let total = sheet.room(Paper::A4, sheet.is_upright).0 - BETWEEN;
    let with = |share: &i64| {
        let width = total * share / 100;
        let mut both = view_in(left, Place::Body, Some(width), sheet);
        both.extend(view_in(right, Place::Body, Some(total - width), sheet));
        both
    };
    let merit = |both: &Vec<TargetTable>| {
        let has_room = both.iter().all(|table| table.too_wide.is_none());
        (has_room, both.iter().map(|table| table.size).min())
    };
    let mut all = SHARES.iter().map(with);
    let first = all.next().unwrap_or_default();
    all.fold(first, |best, next| if merit(&next) > merit(&best) { next } else { best })
}

/// The same in a part of the page that is so wide.
fn view_in(grid: &Grid, place: Place, width: Option<i64>, sheet: &Sheet<'_>) -> Vec<TargetTable> {
    let sides: Vec<&str> = grid.columns.iter().map(|column| side(*column)).collect();
    let widths: Vec<Option<Measure>> = grid.columns.iter().map(|column| column.width).collect();
    let header_row = |row: &Vec<grid::HeaderCell>| row.iter().map(HeaderCell::new).collect();
    let header: Vec<Vec<HeaderCell>> = grid.header.iter().map(header_row).collect();
    let rows: Vec<Row> = grid.rows.iter().map(Row::new).collect();
    let is_appendix = place == Place::Appendix;
    let wanted = Wanted {
        place,
        orientation: match (is_appendix, sheet.is_upright) {
            (true, _) => grid.orientation,
            (false, true) => Orientation::Portrait,
            (false, false) => Orientation::Landscape,
        },
        paper: if is_appendix { grid.paper } else { Paper::A4 },
        smallest: grid.table_size.unwrap_or(sheet.table_size()),
        can_split: grid.can_split && width.is_none(),
        width,
        lead: lead(&grid.columns),
        id: match grid.shows {
            Appendix::Table(target) => TableId::Target(target),
            Appendix::Working(target, column) => TableId::Working(target, column),
            Appendix::Text(_) => unreachable!("a grid shows a table or a working"),
        },
    };
    let mut parts = laid_out(&header, &rows, (&sides, &widths), wanted, sheet);
    let count = parts.len();
    let unit = lines::optional(grid.unit.as_ref(), running);
    for (index, part) in parts.iter_mut().enumerate() {
        let said = (count > 1).then(|| phrases::part_line(unit.as_deref(), index + 1, count));
        part.unit = said.or_else(|| unit.clone());
    }
    if let Some(last) = parts.last_mut() {
        let note = |line: &Line| rows::note(line, (last.room, last.size), sheet);
        last.notes = grid.notes.iter().map(note).collect();
        let signer = |signer: &grid::Signer| Signer {
            title: lines::text(&signer.title, name),
            name: lines::optional(signer.name.as_ref(), name),
        };
        last.signers = grid.signers.iter().map(signer).collect();
    }
    parts
}

/// How many columns say which row it is.
fn lead(columns: &[grid::Column]) -> usize {
    let is_of_row = |column: &&grid::Column| {
        matches!(column.holds, Content::Index | Content::Code | Content::Name | Content::Unit)
    };
    columns.iter().take_while(is_of_row).count()
}

/// On which side of its column the text of a cell stands.
fn side(column: grid::Column) -> &'static str {
    match column.holds {
        Content::Index | Content::Code | Content::Unit | Content::Date | Content::Bound => "center",
        Content::Name | Content::Text | Content::Note => "left",
        Content::Figure => "right",
    }
}
