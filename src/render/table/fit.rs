//! How a table gets room: size of type, widths of columns, how the paper lies, and parts.

use super::rows::{self, fit};
use super::{Column, HeaderCell, Place, Row, TargetTable};
use crate::model::measure::Measure;
use crate::model::target::{Orientation, Paper};
use crate::render::columns::{self, Layout, TableNeeds};
use crate::render::sheet::Sheet;
use crate::verify::expected::TableId;

/// What the author and the place want of the paper.
#[derive(Debug, Clone, Copy)]
pub(super) struct Wanted {
    pub(super) place: Place,
    pub(super) orientation: Orientation,
    pub(super) paper: Paper,
    /// The smallest type.
    pub(super) smallest: Measure,
    /// Whether it may be printed in parts.
    pub(super) can_split: bool,
    /// How many of the first columns are printed again in each part.
    pub(super) lead: usize,
    pub(super) id: TableId,
    /// The width it has, where that is not the whole page.
    pub(super) width: Option<i64>,
}

impl Wanted {
    /// The width that a table has on such paper.
    fn room(&self, paper: Paper, is_upright: bool, sheet: &Sheet<'_>) -> i64 {
        self.width.unwrap_or(sheet.room(paper, is_upright).0)
    }
}

/// A table in whose columns whole words have no room.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::render) struct TooWide {
    /// How much is missing, in hundred-thousandths of a point.
    pub(in crate::render) lack: i64,
    /// The keys that would give it room, as the author writes them.
    pub(in crate::render) options: Vec<String>,
    /// Whether it stands in a body and would fit in an appendix on its side.
    pub(in crate::render) fits_appendix: bool,
}

/// The smallest type that can be asked for.
const SMALLEST: Measure = Measure::whole(7);

/// A table with nothing beside it, in one part or in several.
pub(super) fn laid_out(
    header: &[Vec<HeaderCell>],
    rows: &[Row],
    (align, widths): (&[&'static str], &[Option<Measure>]),
    wanted: Wanted,
    sheet: &Sheet<'_>,
) -> Vec<TargetTable> {
    let needs_of_table = TableNeeds::new(header, rows, (align, wanted.lead), widths, sheet);
    let width = |is_upright| wanted.room(wanted.paper, is_upright, sheet);
    let at = |is_upright| Layout::new(&needs_of_table, width(is_upright), wanted.smallest);
    let upright = at(true);
    let is_upright = match wanted.orientation {
        Orientation::Auto => upright.is_good_upright(),
        Orientation::Portrait => true,
        Orientation::Landscape => false,
    };
    let layout = if is_upright { upright } else { at(false) };
    let all: Vec<usize> = (0..align.len()).collect();
    let page = Page { wanted, is_upright, sheet };
    if layout.lack > 0 && wanted.can_split {
        let parts = Layout::parts(&needs_of_table, width(is_upright), wanted.smallest);
        if let Some(parts) = parts.filter(|parts| parts.len() > 1) {
            let part = |columns: &Vec<usize>| {
                let layout =
                    Layout::new(&needs_of_table.of(columns), width(is_upright), wanted.smallest);
                let (header, rows) = (some_headings(header, columns), some_cells(rows, columns));
                page.table(header, rows, align, (layout, columns))
            };
            return parts.iter().map(part).collect();
        }
    }
    let too_wide = (layout.lack > 0).then(|| TooWide {
        lack: layout.lack,
        options: options(&needs_of_table, wanted, is_upright, sheet),
        fits_appendix: wanted.place == Place::Body
            && needs_of_table.can_fit(sheet.room(Paper::A4, false).0, wanted.smallest),
    });
    vec![TargetTable {
        too_wide,
        ..page.table(header.to_vec(), rows.to_vec(), align, (layout, &all))
    }]
}

/// The options with which whole words would have room.
fn options(
    needs_of_table: &TableNeeds,
    wanted: Wanted,
    is_upright: bool,
    sheet: &Sheet<'_>,
) -> Vec<String> {
    let is_appendix = wanted.place == Place::Appendix;
    let width = |paper, is_upright| wanted.room(paper, is_upright, sheet);
    let here = width(wanted.paper, is_upright);
    let mut options = Vec::new();
    let mut add = |works: bool, option: &str| {
        if works {
            options.push(option.to_owned());
        }
    };
    let sideways = needs_of_table.can_fit(width(Paper::A4, false), wanted.smallest);
    add(is_appendix && is_upright && sideways, "orientation: landscape");
    let smaller = (7..10).rev().map(Measure::whole).filter(|size| *size < wanted.smallest);
    let size = smaller.into_iter().find(|size| needs_of_table.can_fit(here, *size));
    add(size.is_some(), &format!("table_size: {}", size.unwrap_or(SMALLEST)));
    let parts = Layout::parts(needs_of_table, here, wanted.smallest);
    add(!wanted.can_split && parts.is_some_and(|parts| parts.len() > 1), "split_columns: true");
    let on_a3 = needs_of_table.can_fit(width(Paper::A3, false), wanted.smallest);
    add(is_appendix && wanted.paper == Paper::A4 && on_a3, "paper: a3");
    options
}

/// The page a table is laid out for.
struct Page<'a> {
    wanted: Wanted,
    is_upright: bool,
    sheet: &'a Sheet<'a>,
}

impl Page<'_> {
    fn table(
        &self,
        mut header: Vec<Vec<HeaderCell>>,
        mut rows: Vec<Row>,
        align: &[&'static str],
        (layout, shown): (Layout, &[usize]),
    ) -> TargetTable {
        let sheet = self.sheet;
        for row in &mut rows {
            fit(row, &layout, sheet);
        }
        for cell in header.iter_mut().flatten() {
            let width = layout.points(sheet.face(!cell.is_number).width(&cell.text));
            let is_one_line = !cell.text.contains('\n');
            cell.fits =
                is_one_line && width <= layout.room(cell.column..cell.column + cell.colspan);
        }
        let height = sheet.room(self.wanted.paper, self.is_upright).1;
        let (tall, can_hold) = rows::tall(&rows, &layout, sheet, height);
        let column = |(column, shown): (&columns::Column, &usize)| Column {
            side: align[*shown],
            width: column.width,
            widest: column.widest,
        };
        TargetTable {
            unit: None,
            header,
            rows,
            notes: Vec::new(),
            signers: Vec::new(),
            columns: layout.columns.iter().zip(shown).map(column).collect(),
            size: layout.size,
            inset: layout.inset,
            is_upright: self.is_upright,
            is_a3: self.wanted.paper == Paper::A3,
            room: self.wanted.room(self.wanted.paper, self.is_upright, sheet),
            tall,
            id: self.wanted.id,
            shown: shown.to_vec(),
            can_hold,
            too_wide: None,
        }
    }
}

/// The headings over some of the columns, each with its place among them.
fn some_headings(header: &[Vec<HeaderCell>], columns: &[usize]) -> Vec<Vec<HeaderCell>> {
    let one = |cell: &HeaderCell| {
        let inside = |column: &&usize| (cell.column..cell.column + cell.colspan).contains(*column);
        let first = columns.iter().position(|column| inside(&column))?;
        let colspan = columns.iter().filter(inside).count();
        Some(HeaderCell { column: first, colspan, ..cell.clone() })
    };
    header.iter().map(|row| row.iter().filter_map(one).collect()).collect()
}

/// The cells of some of the columns.
fn some_cells(rows: &[Row], columns: &[usize]) -> Vec<Row> {
    let some = |row: &Row| {
        let mut start = 0;
        let (mut cells, mut spans, mut runs) = (Vec::new(), Vec::new(), Vec::new());
        for (at, (text, span)) in row.cells.iter().zip(&row.spans).enumerate() {
            let over = start..start + span;
            start = over.end;
            let count = columns.iter().filter(|column| over.contains(*column)).count();
            if count > 0 {
                cells.push(text.clone());
                spans.push(count);
                runs.extend(row.runs.get(at).cloned());
            }
        }
        Row { runs, ..Row::of(row.kind, row.line, cells, spans) }
    };
    rows.iter().map(some).collect()
}
