//! Tables: header cells with spans, rows of cells. No widths, no type sizes, no lines.

mod column_numbers;
mod header;
mod lines;
mod working;

use super::phrases;
use super::run::{Line, Run};
use crate::compute::{ComputedTable, Tables, Value};
use crate::model::cell_id::CellId;
use crate::model::measure::Measure;
use crate::model::reference::Appendix;
use crate::model::target::{Orientation, Paper, TableSigner, Target};

pub use column_numbers::MAY_END;
pub(super) use working::of_working;

/// A table as it stands on paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grid {
    /// What it shows: a table, or how an amount of it was spread.
    pub shows: Appendix,
    /// `(Đơn vị tính: người)`, above it.
    pub unit: Option<Line>,
    /// From left to right.
    pub columns: Vec<Column>,
    /// Rows of header cells; each cell knows its column and how far it reaches.
    pub header: Vec<Vec<HeaderCell>>,
    /// From top to bottom.
    pub rows: Vec<Row>,
    /// Below it.
    pub notes: Vec<Line>,
    /// Who sign below its notes, from left to right.
    pub signers: Vec<Signer>,
    /// How its author wants the paper to lie, on pages of its own.
    pub orientation: Orientation,
    /// The paper of these pages.
    pub paper: Paper,
    /// Its smallest type, where it is other than that of the office.
    pub table_size: Option<Measure>,
    /// Whether it may be printed in parts, each with some of its columns.
    pub can_split: bool,
}

/// Who signs below a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signer {
    /// Who: `Người lập biểu`.
    pub title: Line,
    /// The name; there is room above it.
    pub name: Option<Line>,
}

/// A column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Column {
    /// What its cells hold.
    pub holds: Content,
    /// Index of the column of the table whose cells these are.
    pub index: Option<usize>,
    /// Its width in millimetres, where its author sets one.
    pub width: Option<Measure>,
}

/// What the cells of a column hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Content {
    /// Running numbers of rows.
    Index,
    /// Codes of rows, before their names.
    Code,
    /// Names of rows.
    Name,
    /// Units of the figures of rows, behind their names.
    Unit,
    /// Figures.
    Figure,
    /// Days.
    Date,
    /// Words.
    Text,
    /// What limited a part of an amount that was spread.
    Bound,
    /// Notes to rows, in the last column.
    Note,
}

/// A cell of the header.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeaderCell {
    /// What it says.
    pub line: Line,
    /// The first column it stands over.
    pub column: usize,
    /// Over how many columns it stands.
    pub colspan: usize,
    /// How many rows of the header it fills.
    pub rowspan: usize,
    /// Whether it is a column number: `(1)`.
    pub is_number: bool,
}

/// A row below the header.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// What it is.
    pub kind: RowKind,
    /// Index of the line of the table; `None` for totals.
    pub line: Option<usize>,
    /// From left to right; each knows over how many columns it lies, and together they fill the
    /// row.
    pub cells: Vec<Cell>,
}

/// What a row is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowKind {
    /// A unit.
    Unit,
    /// A group, above what belongs to it.
    Group,
    /// A part of a row above it (`Trong đó: …`), which no total sums.
    Part,
    /// A name over parts, without figures.
    Heading,
    /// Totals.
    Total,
}

/// A cell below the header.
#[derive(Debug, Clone)]
pub struct Cell {
    /// What it prints.
    pub text: Line,
    /// What it holds exactly; nothing in numbers, codes, names, units and notes of rows.
    pub value: Option<Value>,
    /// Over how many columns it lies.
    pub colspan: usize,
}

/// Cells are equal when they print the same.
impl PartialEq for Cell {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text && self.colspan == other.colspan
    }
}

impl Eq for Cell {}

impl From<Run> for Cell {
    fn from(run: Run) -> Self {
        Self { text: run.into(), value: None, colspan: 1 }
    }
}

impl Cell {
    /// A cell in which nothing stands.
    fn blank() -> Self {
        phrases::own("").into()
    }
}

impl Column {
    /// A column that holds no cells of the table.
    fn of(holds: Content) -> Self {
        Self { holds, index: None, width: None }
    }
}

impl Grid {
    /// The cell of `column` in the row of `line` (`None`: totals), where it is printed.
    pub fn cell_mut(&mut self, line: Option<usize>, column: usize) -> Option<&mut Cell> {
        let (row, cell) = self.position(line, column)?;
        self.rows[row].cells.get_mut(cell)
    }

    /// Whether it shows `cell`.
    #[must_use]
    pub fn has(&self, cell: CellId) -> bool {
        let is_shown = match self.shows {
            Appendix::Table(target) => target == cell.target,
            Appendix::Working(target, column) => {
                (target, column) == (cell.target, cell.column) && cell.line.is_some()
            }
            Appendix::Text(_) => false,
        };
        is_shown && self.position(cell.line, cell.column).is_some()
    }

    /// Row and place in the row of the cell of `column` in the row of `line`.
    #[must_use]
    pub fn position(&self, line: Option<usize>, column: usize) -> Option<(usize, usize)> {
        let column = self.columns.iter().position(|it| it.index == Some(column))?;
        let row = self.rows.iter().position(|row| row.line == line)?;
        let mut start = 0;
        for (index, cell) in self.rows[row].cells.iter().enumerate() {
            if start == column {
                return Some((row, index));
            }
            start += cell.colspan;
        }
        None
    }
}

/// The table of the target `index`.
pub(super) fn of_table(tables: &Tables, index: usize) -> Grid {
    let ComputedTable { target, table } = tables.of(index);
    let columns = lines::columns(target);
    let mut rows = lines::rows(target, table, &columns);
    for cell in rows.iter_mut().flat_map(|row| &mut row.cells) {
        let holds_words = matches!(cell.value, None | Some(Value::Text(_)));
        if holds_words {
            cell.text.part_blanks();
        }
    }
    Grid {
        shows: Appendix::Table(index),
        unit: target.unit.as_ref().map(phrases::unit_line),
        header: header::header(target, table, &columns),
        columns,
        rows,
        notes: notes(target),
        signers: target.signers.iter().map(signer).collect(),
        orientation: target.orientation,
        paper: target.paper,
        table_size: target.table_size,
        can_split: target.can_split,
    }
}

/// What is said below a table: notes of its author, where its figures come from, and of shares that
/// were made to add up.
fn notes(target: &Target) -> Vec<Line> {
    let adds_up = target.columns.iter().any(|column| column.adds_up && !column.hidden);
    let source = target.source.as_ref().map(|source| phrases::source(source).with_blanks());
    let adds_up = adds_up.then(|| phrases::own(phrases::ADDS_UP).into());
    target
        .notes
        .iter()
        .map(|note| Line::typed(note).with_blanks())
        .chain(source)
        .chain(adds_up)
        .collect()
}

fn signer(signer: &TableSigner) -> Signer {
    Signer { title: Line::typed(&signer.title), name: signer.name.as_ref().map(Line::typed) }
}

/// Indexes of the columns that are printed.
fn printed(target: &Target) -> impl Iterator<Item = usize> {
    (0..target.columns.len()).filter(|column| !target.columns[*column].hidden)
}
