//! Tables: header cells with spans, rows of cells. No widths, no type sizes, no lines.

mod column_numbers;
mod header;
mod working;

use std::collections::BTreeSet;

use super::run::{Line, Run, Source};
use super::{numbers, phrases};
use crate::compute::{Cell as Computed, Table, Value};
use crate::model::Directive;
use crate::model::measure::Measure;
use crate::model::reference::Appendix;
use crate::model::roman::roman;
use crate::model::target::{ColumnKind, Orientation, Paper, Target};

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
    /// How its author wants the paper to lie, on pages of its own.
    pub orientation: Orientation,
    /// The paper of these pages.
    pub paper: Paper,
    /// Its smallest type, where it is other than that of the office.
    pub table_size: Option<Measure>,
    /// Whether it may be printed in parts, each with some of its columns.
    pub can_split: bool,
}

/// A column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Column {
    /// What its cells hold.
    pub holds: Content,
    /// Index of the column of the table whose cells these are.
    pub index: Option<usize>,
}

/// What the cells of a column hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Content {
    /// Running numbers of rows.
    Index,
    /// Names of rows.
    Name,
    /// Figures.
    Figure,
    /// Days.
    Date,
    /// Words.
    Text,
    /// What limited a part of an amount that was spread.
    Bound,
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
    /// How many of the first columns the first cell takes.
    pub colspan: usize,
    /// From left to right.
    pub cells: Vec<Cell>,
}

/// What a row is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowKind {
    /// A unit.
    Unit,
    /// A group, above what belongs to it.
    Group,
    /// Totals.
    Total,
}

/// A cell below the header.
#[derive(Debug, Clone)]
pub struct Cell {
    /// What it prints.
    pub run: Run,
    /// What it holds exactly; nothing in numbers and names of rows.
    pub value: Option<Value>,
}

/// Cells are equal when they print the same.
impl PartialEq for Cell {
    fn eq(&self, other: &Self) -> bool {
        self.run == other.run
    }
}

impl Eq for Cell {}

impl From<Run> for Cell {
    fn from(run: Run) -> Self {
        Self { run, value: None }
    }
}

impl Column {
    /// A column that holds no cells of the table.
    fn of(holds: Content) -> Self {
        Self { holds, index: None }
    }
}

impl Grid {
    /// The cell of `column` in the row of `line` (`None`: totals), where it is printed.
    pub fn cell_mut(&mut self, line: Option<usize>, column: usize) -> Option<&mut Cell> {
        let (row, cell) = self.position(line, column)?;
        self.rows[row].cells.get_mut(cell)
    }

    /// Row and place in the row of the cell of `column` in the row of `line`.
    #[must_use]
    pub fn position(&self, line: Option<usize>, column: usize) -> Option<(usize, usize)> {
        let column = self.columns.iter().position(|it| it.index == Some(column))?;
        let row = self.rows.iter().position(|row| row.line == line)?;
        // Cells of the table stand behind those of number and name.
        Some((row, column + 1 - self.rows[row].colspan))
    }
}

/// Signs of groups from wide to narrow; units within the third level have a dash.
const GROUP_SIGNS: usize = 3;

/// The table of the target `index`.
pub(super) fn of_table(directive: &Directive, tables: &[Table], index: usize) -> Grid {
    let (target, table) = (&directive.targets[index], &tables[index]);
    let mut columns = vec![Column::of(Content::Index), Column::of(Content::Name)];
    columns.extend(printed(target).map(|column| {
        let holds = match target.columns[column].kind {
            ColumnKind::Text => Content::Text,
            ColumnKind::Date => Content::Date,
            _ => Content::Figure,
        };
        Column { holds, index: Some(column) }
    }));
    let mut rows = lines(target, table);
    if let Some(total) = &target.total {
        let label = Cell::from(Run::typed(&total.label));
        let cells = std::iter::once(label).chain(figures(target, &table.total)).collect();
        let total_row = Row { kind: RowKind::Total, line: None, colspan: 2, cells };
        rows.insert(if total.is_on_top { 0 } else { rows.len() }, total_row);
    }
    let adds_up = target.columns.iter().any(|column| column.adds_up && !column.hidden);
    Grid {
        shows: Appendix::Table(index),
        unit: target.unit.as_ref().map(phrases::unit_line),
        columns,
        header: header::header(target, table),
        rows,
        notes: adds_up.then(|| phrases::own(phrases::ADDS_UP).into()).into_iter().collect(),
        orientation: target.orientation,
        paper: target.paper,
        table_size: target.table_size,
        can_split: target.can_split,
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
    let row = |(index, (line, cells)): (usize, (&crate::model::target::Line, &Vec<Computed>))| {
        counts[line.level] += 1;
        counts[line.level + 1..].fill(0);
        let count = counts[line.level];
        // A unit beside groups is counted as they are.
        let sign = match (with_groups.contains(&parents[index]), line.level) {
            (true, 0) => letter(count),
            (true, 1) => roman(count),
            (_, GROUP_SIGNS) => "-".to_owned(),
            _ => count.to_string(),
        };
        let first = [phrases::own(sign), Run::typed(&line.name)].map(Cell::from);
        Row {
            kind: if line.group.is_some() { RowKind::Group } else { RowKind::Unit },
            line: Some(index),
            colspan: 1,
            cells: first.into_iter().chain(figures(target, cells)).collect(),
        }
    };
    target.lines.iter().zip(&table.lines).enumerate().map(row).collect()
}

/// `A`, `B`, … `Z`, `AA`.
fn letter(count: usize) -> String {
    let letter = u8::try_from((count - 1) % 26).map_or('?', |index| char::from(b'A' + index));
    letter.to_string().repeat((count - 1) / 26 + 1)
}

/// Indexes of the columns that are printed.
fn printed(target: &Target) -> impl Iterator<Item = usize> {
    (0..target.columns.len()).filter(|column| !target.columns[*column].hidden)
}

fn figures<'a>(target: &'a Target, cells: &'a [Computed]) -> impl Iterator<Item = Cell> + 'a {
    printed(target).map(|column| {
        let value = cells[column].value.clone();
        let text = numbers::cell(&value, target.columns[column].kind);
        Cell { run: Run::new(text, Source::Cell), value: Some(value) }
    })
}
