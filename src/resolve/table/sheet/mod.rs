//! Rows of a file as offices make them: the table is found on its sheet by the names of its
//! columns; what is no row of it is passed over and told in one note; sums are taken as what the
//! file declares.

mod cells;
mod grid;
mod header;
mod headings;
mod kinds;
mod note;
mod parts;
mod problems;
mod tree;
mod units;

use std::collections::{BTreeMap, BTreeSet};

use super::ColumnOutline;
use crate::codes;
use crate::diagnostic::{Diagnostic, Message};
use crate::load::sheet::{Book, Hidden, Sheet, SheetCell, cell_name};
use crate::load::{CellText, Content, Details, Line, RowFormula, part_rows, raw};
use crate::model::row_names::{RowName, plain, row_name};
use crate::model::target::{ColumnKind, Extent, Mark};
use crate::nearest::listed;
use crate::resolve::Resolver;
use cells::composed;
use grid::Grid;
use header::Layout;
use kinds::{Entry, RowKind};
use note::Note;
use tree::{Node, Unclear};

/// A table found on a sheet.
struct Found<'a> {
    grid: Grid<'a>,
    layout: Layout,
    columns: &'a [ColumnOutline],
    /// Cells that are merged downwards.
    downwards: BTreeMap<u32, Vec<(u32, u32)>>,
}

/// The rows of the table, and the parts of them.
#[derive(Clone, Copy)]
struct Rows<'a> {
    entries: &'a [Entry],
    parts: &'a parts::Parts,
}

impl Resolver<'_> {
    /// The lines of a table whose rows stand in a file, and whether nothing is wrong with them.
    pub(super) fn book_lines(
        &mut self,
        book: &Book,
        columns: &[ColumnOutline],
        raw: &raw::Target,
    ) -> Option<(Vec<Line>, bool)> {
        let mut note = Note::default();
        let (sheet, layout) = self.sheet_of(book, columns, raw, &mut note)?;
        let downwards = downwards(sheet);
        let found = Found { grid: Grid { sheet }, layout, columns, downwards };
        let mut is_good = self.has_its_columns(&found, book);
        is_good &= self.has_its_units(&found, raw);
        let mut entries = kinds::entries(found.grid, &found.layout, columns);
        self.fractions_of_percent(&found, &entries);
        is_good &= self.rows_are_whole(&found, &entries);
        is_good &= self.names_are_shown(&found, &entries);
        is_good &= self.hidden_rows(&found, &mut entries, book, &mut note);
        is_good &= self.merged_cells(&found, &entries);
        note.passed_over(&found, &entries, book);
        entries
            .retain(|entry| matches!(entry.kind, RowKind::Unit | RowKind::Title | RowKind::Total));
        if entries.iter().all(|entry| entry.kind == RowKind::Total) {
            let message = Message::new("table-file-no-rows").with("path", &book.path);
            let header = found.grid.span(found.layout.after - 1, found.layout.name);
            let finding = Diagnostic::new(&codes::BAD_TABLE_FILE, message).at(book.span);
            self.report.emit(finding.related(header, Message::new("table-file-header")));
            return None;
        }
        let (entries, parts) = parts::split(&found, entries);
        let nodes = match tree::tree(&entries) {
            Ok(nodes) => nodes,
            Err(unclear) => {
                self.unclear(&found, &entries, unclear);
                return None;
            }
        };
        let rows = Rows { entries: &entries, parts: &parts };
        let lines = self.sheet_lines(&found, rows, &nodes, &mut is_good);
        is_good &= self.units_without_figures(&found, &entries, (&nodes, &Units::of(&entries)));
        if let (true, Some(message)) = (is_good, note.message(book)) {
            self.report.emit(Diagnostic::new(&codes::TABLE_FILE_NOTE, message).at(book.span));
        }
        Some((lines, is_good))
    }

    /// The sheet of the table, and where the table is on it.
    fn sheet_of<'a>(
        &mut self,
        book: &'a Book,
        columns: &[ColumnOutline],
        raw: &raw::Target,
        note: &mut Note,
    ) -> Option<(&'a Sheet, Layout)> {
        let layouts = book.sheets.iter().filter_map(|sheet| {
            let layout = header::find(Grid { sheet }, columns, raw)?;
            Some((sheet, layout))
        });
        let mut found: Vec<(&Sheet, Layout)> = layouts.collect();
        let most = |found: &[(&Sheet, Layout)], is_hidden: bool| {
            let counts = found.iter().filter(|(sheet, _)| sheet.is_hidden == is_hidden);
            counts.map(|(_, layout)| layout.count()).max()
        };
        let wanted =
            most(&found, false).or_else(|| most(&found, true).filter(|_| book.is_sheet_named));
        let Some(wanted) = wanted else {
            self.no_header(book, columns, &found);
            return None;
        };
        found.retain(|(sheet, layout)| {
            layout.count() == wanted && (book.is_sheet_named || !sheet.is_hidden)
        });
        let others = found.iter().skip(1).filter_map(|(sheet, _)| sheet.name.clone());
        note.alike = others.collect();
        Some(found.swap_remove(0))
    }

    /// No row of the file names a column.
    fn no_header(&mut self, book: &Book, columns: &[ColumnOutline], hidden: &[(&Sheet, Layout)]) {
        let inputs = columns.iter().filter(|column| column.is_input);
        let known = listed(inputs.map(|column| column.header.as_str()));
        if let Some(name) = hidden.first().and_then(|(sheet, _)| sheet.name.as_ref()) {
            let message = Message::new("table-file-hidden-sheet")
                .with("path", &book.path)
                .with("sheet", name);
            self.emit(&codes::BAD_TABLE_FILE, message, book.span);
            return;
        }
        let first = book.sheets.iter().find_map(|sheet| sheet.rows.first());
        let cells = first.map(|row| row.cells.iter().filter(|cell| !cell.value.is_blank()));
        let words: Vec<String> = cells
            .map(|cells| cells.take(12).map(|cell| grid::words(&cell.value).into_owned()).collect())
            .unwrap_or_default();
        let message = Message::new("table-file-no-header")
            .with("path", &book.path)
            .with("found", listed(words.iter().map(String::as_str)));
        let help = Message::new("table-file-no-header-help").with("known", known);
        let finding = Diagnostic::new(&codes::BAD_TABLE_FILE, message).at(book.span).help(help);
        let first = first.and_then(|row| row.cells.iter().find(|cell| !cell.value.is_blank()));
        let finding = match first {
            Some(cell) => finding.related(cell.span, Message::new("table-file-first-row")),
            None => finding,
        };
        self.report.emit(finding);
    }

    fn unclear(&mut self, found: &Found<'_>, entries: &[Entry], unclear: Unclear) {
        let (id, at) = match unclear {
            Unclear::Title(at) => ("table-row-without-figures", at),
            Unclear::SumInTheMiddle(at) => ("table-sum-in-the-middle", at),
            Unclear::AfterSum(at) => ("table-row-after-sum", at),
            Unclear::Derived(at) => ("table-row-derived", at),
        };
        let entry = &entries[at];
        let message = Message::new(id).with("name", &entry.label);
        let span = found.grid.span(entry.row, entry.column);
        self.report.emit(Diagnostic::new(&codes::BAD_ROW, message).at(span));
    }

    /// Rows without any figure that are units: one that the file cuts short is a mistake, and in a
    /// table without running numbers the name may be that of a group.
    fn units_without_figures(
        &mut self,
        found: &Found<'_>,
        entries: &[Entry],
        (nodes, units): (&[Node], &Units),
    ) -> bool {
        let mut is_good = true;
        for node in nodes {
            match node {
                Node::Unit(at) if entries[*at].kind == RowKind::Title => {
                    let entry = &entries[*at];
                    is_good &= self.is_long_enough(found, entry);
                    // Below the last figure stands what belongs to a signature, or a unit.
                    let next = entries.get(at + 1).map(|entry| entry.kind);
                    let is_last = units.last.is_some_and(|last| *at > last)
                        && !units.first_words.contains(&first_word(entry));
                    let is_unit = units.last.is_none() || units.has_marks;
                    if is_unit || (next != Some(RowKind::Unit) && !is_last) {
                        continue;
                    }
                    let message =
                        Message::new("table-row-perhaps-group").with("name", &entry.label);
                    let span = found.grid.span(entry.row, entry.column);
                    self.emit(&codes::PERHAPS_GROUP, message, span);
                }
                Node::Group(_, below) => {
                    is_good &= self.units_without_figures(found, entries, (below, units));
                }
                Node::Unit(_) | Node::Total(_) => {}
            }
        }
        is_good
    }

    fn sheet_lines(
        &mut self,
        found: &Found<'_>,
        rows: Rows<'_>,
        nodes: &[Node],
        is_good: &mut bool,
    ) -> Vec<Line> {
        part_rows::gathered(self.each_sheet_line(found, rows, nodes, is_good))
    }

    /// The lines of `nodes`, each unit followed by its parts.
    fn each_sheet_line(
        &mut self,
        found: &Found<'_>,
        rows: Rows<'_>,
        nodes: &[Node],
        is_good: &mut bool,
    ) -> Vec<Line> {
        let mut lines = Vec::new();
        for node in nodes {
            lines.push(self.sheet_line(found, rows, node, is_good));
            if let Node::Unit(at) | Node::Total(at) = node {
                lines.extend(self.part_lines(found, rows, *at, is_good));
            }
        }
        lines
    }

    fn part_lines(
        &mut self,
        found: &Found<'_>,
        rows: Rows<'_>,
        at: usize,
        is_good: &mut bool,
    ) -> Vec<Line> {
        let parts = rows.parts.get(&at).map(Vec::as_slice).unwrap_or_default();
        let mut lines = Vec::new();
        for part in parts {
            let mut line = self.unit_line(found, &part.entry, false, is_good);
            let word = part.extent.and_then(|extent| {
                Extent::KNOWN.iter().find(|(_, known)| *known == extent).map(|(word, _)| *word)
            });
            if let Some(word) = word {
                line.details.part = Some(CellText::in_file(Some(word.to_owned()), line.name.span));
            }
            lines.push(line);
        }
        lines
    }

    fn unit_line(
        &mut self,
        found: &Found<'_>,
        entry: &Entry,
        is_total: bool,
        is_good: &mut bool,
    ) -> Line {
        let content = Content::Keyed(self.row_cells(found, entry.row, is_total, is_good));
        // `Tổng số hộ` may be the sum of the others or a unit: figures tell.
        let is_perhaps = !is_total && row_name(&entry.label) == RowName::PerhapsTotal;
        let details = details(found, entry.row);
        let is_total = (!is_perhaps).then_some(is_total);
        Line { is_total, details, ..Line::new(name_of(found, entry), content) }
    }

    fn sheet_line(
        &mut self,
        found: &Found<'_>,
        rows: Rows<'_>,
        node: &Node,
        is_good: &mut bool,
    ) -> Line {
        let (at, nodes) = match node {
            Node::Unit(at) => return self.unit_line(found, &rows.entries[*at], false, is_good),
            Node::Total(at) => return self.unit_line(found, &rows.entries[*at], true, is_good),
            Node::Group(at, nodes) => (*at, nodes),
        };
        let entry = &rows.entries[at];
        let sums = self.row_cells(found, entry.row, true, is_good);
        let mut below = self.part_lines(found, rows, at, is_good);
        below.extend(self.each_sheet_line(found, rows, nodes, is_good));
        let name = name_of(found, entry);
        let empty = Line::new(name.clone(), Content::Group(Vec::new()));
        let details = details(found, entry.row);
        let mut group = part_rows::group(Line { details, is_total: Some(false), ..empty }, below);
        if let Content::Group(below) = &mut group.content
            && sums.iter().any(|(_, cell)| cell.value.is_some())
        {
            let sums = Line { is_total: Some(true), ..Line::new(name, Content::Keyed(sums)) };
            below.insert(0, sums);
        }
        group
    }

    /// The cells of a row by the ids of their columns; of sums and of computed columns only what
    /// can be compared.
    fn row_cells(
        &mut self,
        found: &Found<'_>,
        row: usize,
        is_total: bool,
        is_good: &mut bool,
    ) -> Vec<(CellText, CellText)> {
        let mut cells = Vec::new();
        for (index, column) in found.columns.iter().enumerate() {
            let Some(place) = found.layout.column(index) else { continue };
            let own = found.grid.cell(row, place);
            let cell = if column.kind == ColumnKind::Text && !is_total {
                own.filter(|cell| !cell.value.is_blank()).or_else(|| over(found, row, place))
            } else {
                own
            };
            let Some(cell) = cell.filter(|cell| !cell.value.is_blank()) else { continue };
            let is_compared = is_total || !column.is_input;
            if is_compared && (!column.kind.is_figure() || is_placeholder(&cell.value)) {
                if is_total && !is_placeholder(&cell.value) {
                    let words = composed(&grid::words(&cell.value));
                    self.not_printed_in_a_sum(&words, column, cell.span);
                }
                continue;
            }
            let over = found
                .layout
                .texts
                .get(&place)
                .map_or(cell.span, |(_, row)| found.grid.span(*row, place));
            let key = CellText::in_file(Some(column.id.value.clone()), over);
            match self.sheet_cell(cell, column, found.grid.sheet) {
                Some(words) => cells.push((key, words)),
                None => *is_good = false,
            }
        }
        cells
    }

    /// Hidden rows are figures or none: the directive says which.
    fn hidden_rows(
        &mut self,
        found: &Found<'_>,
        entries: &mut Vec<Entry>,
        book: &Book,
        note: &mut Note,
    ) -> bool {
        let hidden = |entry: &Entry| {
            let index = found.grid.rows()[entry.row].index;
            found.grid.sheet.hidden_rows.contains(&index)
        };
        let is_asked =
            |entry: &&Entry| matches!(entry.kind, RowKind::Unit | RowKind::Title) && hidden(entry);
        let asked: Vec<&Entry> = entries.iter().filter(is_asked).collect();
        if let (Some(first), None) = (asked.first(), book.hidden) {
            let names = listed(asked.iter().take(5).map(|entry| entry.label.as_str()));
            let message = Message::new("table-file-hidden-rows")
                .with("count", asked.len())
                .with("names", names)
                .with("path", &book.path);
            let span = found.grid.span(first.row, first.column);
            self.report.emit(Diagnostic::new(&codes::BAD_TABLE_FILE, message).at(span));
            return false;
        }
        if book.hidden == Some(Hidden::Skip) {
            note.left_out = asked.len();
            entries.retain(|entry| !hidden(entry));
        }
        true
    }
}

/// The cell whose words are merged over this one from above: they are those of every row.
fn over<'a>(found: &Found<'a>, row: usize, column: u32) -> Option<&'a SheetCell> {
    let index = found.grid.rows()[row].index;
    let ranges = found.downwards.get(&column)?;
    let (top, bottom) = ranges[ranges.partition_point(|(top, _)| *top <= index).checked_sub(1)?];
    let top = found.grid.place_of(top).filter(|_| index <= bottom)?;
    found.grid.cell(top, column)
}

/// First and last rows of cells that are merged downwards, by their column, in order.
fn downwards(sheet: &Sheet) -> BTreeMap<u32, Vec<(u32, u32)>> {
    let mut found: BTreeMap<u32, Vec<(u32, u32)>> = BTreeMap::new();
    for merged in sheet.merged.iter().filter(|it| it.left == it.right && it.top < it.bottom) {
        found.entry(merged.left).or_default().push((merged.top, merged.bottom));
    }
    found.values_mut().for_each(|ranges| ranges.sort_unstable());
    found
}

/// What is known of the units of a table, however its groups nest.
struct Units {
    /// The last one.
    last: Option<usize>,
    /// Whether rows are numbered.
    has_marks: bool,
    /// The first words of their names: a row called `Phường 2` among `Phường 1`, `Phường 3` is one
    /// of them.
    first_words: BTreeSet<String>,
}

impl Units {
    fn of(entries: &[Entry]) -> Self {
        let is_unit = |entry: &&Entry| entry.kind == RowKind::Unit;
        Self {
            last: entries.iter().rposition(|entry| entry.kind == RowKind::Unit),
            has_marks: entries.iter().any(|entry| entry.mark.is_some()),
            first_words: entries.iter().filter(is_unit).map(first_word).collect(),
        }
    }
}

fn first_word(entry: &Entry) -> String {
    plain(&entry.label).split(' ').next().unwrap_or_default().to_owned()
}

fn name_of(found: &Found<'_>, entry: &Entry) -> CellText {
    let span = found.grid.span(entry.row, entry.column);
    CellText::in_file(Some(composed(&entry.label)), span)
}

/// What a row of the sheet says besides its name and figures.
fn details(found: &Found<'_>, row: usize) -> Details {
    let mut details = Details::default();
    for (key, column) in &found.layout.details {
        let Some(cell) = found.grid.cell(row, *column) else { continue };
        let words = grid::shown(&cell.value).unwrap_or_else(|| grid::words(&cell.value));
        let words = composed(words.trim());
        if words.is_empty() {
            continue;
        }
        let text = CellText::in_file(Some(words), cell.span);
        match details.text_mut(key) {
            Some(place) => *place = Some(text),
            None => details.formulas.push(RowFormula { column: None, text }),
        }
    }
    details
}

/// What stands where nothing is summed.
fn is_placeholder(value: &crate::load::sheet::SheetValue) -> bool {
    let text = value.text().map(str::trim);
    text.is_some_and(|text| text == "." || Mark::read(text).is_some())
}
