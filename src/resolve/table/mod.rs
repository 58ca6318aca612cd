//! Tables of targets, in two passes: first what there is (columns, lines), then what refers to
//! it (formulas, allocations, declared figures), for a formula may name any other table.

mod allocation;
mod columns;
mod figures;
mod line_cells;
mod line_details;
mod lines;
mod number_format;
mod row_formulas;
mod sheet;
mod sums;
mod tasks;

pub(crate) use columns::{COLUMN_TYPES, MISSING, TOTAL_RULES, WIDTHS};

use std::collections::BTreeSet;

use super::Resolver;
use crate::codes;
use crate::diagnostic::Message;
use crate::load::{LoadedRows, LoadedTable, raw};
use crate::model::measure::Measure;
use crate::model::numbering::Numbering;
use crate::model::profile::{Field, Profile};
use crate::model::row_names::plain;
use crate::model::table_lines::{self, is_same_id};
use crate::model::target::{
    Beside, Column, ColumnKind, Declared, Details, Header, Input, Line, Orientation, Paper,
    TableSigner, Target, Total, TotalRule,
};
use crate::model::tasks::TaskColumns;
use crate::model::text::Text;
use crate::nearest::listed;
use crate::span::Span;

/// Headers of columns of units.
const UNIT_HEADERS: [&str; 4] = ["đvt", "đơn vị tính", "đv tính", "đơn vị đo"];

/// Names that references and formulas use themselves.
const TAKEN: [&str; 6] = ["appendix", "bases", "cite", "row", "table", "total"];

/// Words that no table and no column can be called by.
pub(crate) fn taken_names() -> impl Iterator<Item = &'static str> {
    TAKEN.into_iter().chain(super::formula::FUNCTIONS)
}

/// How the pages of a table lie, their paper, and the size of its type.
struct TablePage {
    orientation: Orientation,
    paper: Paper,
    table_size: Option<Measure>,
}

/// A table after the first pass.
pub(super) struct Outline {
    pub(super) id: Text,
    headers: Vec<Header>,
    pub(super) columns: Vec<ColumnOutline>,
    pub(super) lines: Vec<Line>,
    /// What rows of sums, and computed columns of a file, say.
    declared: Vec<Declared>,
    /// Label and place of the row of totals among the rows.
    own_total: Option<Total>,
    /// Formulas of single rows.
    formulas: Vec<row_formulas::RowFormula>,
    /// Whether every line could be read. If not the table is given up in the end, but its
    /// formulas are looked at all the same: one mistake hides no other.
    pub(super) has_all_lines: bool,
}

/// A column after the first pass.
pub(super) struct ColumnOutline {
    pub(super) id: Text,
    pub(super) kind: ColumnKind,
    is_input: bool,
    /// Printed header, by which a file of rows may name it.
    header: String,
    /// Headers of the groups it stands in, the outermost first.
    groups: Vec<String>,
    /// Unit of its figures.
    unit: Option<String>,
}

/// What stands below a table, and what makes it one of tasks.
struct Around {
    notes: Vec<Text>,
    source: Option<Text>,
    signers: Vec<TableSigner>,
    tasks: Option<TaskColumns>,
}

impl Outline {
    /// A table after all, as what is written elsewhere may name it.
    pub(super) fn of(target: &Target) -> Self {
        let column = |column: &Column| ColumnOutline {
            id: column.id.clone(),
            kind: column.kind,
            is_input: false,
            header: String::new(),
            groups: Vec::new(),
            unit: None,
        };
        Self {
            id: target.id.clone(),
            headers: Vec::new(),
            columns: target.columns.iter().map(column).collect(),
            lines: target.lines.clone(),
            declared: Vec::new(),
            own_total: None,
            formulas: Vec::new(),
            has_all_lines: true,
        }
    }

    /// In formulas and references `-` may be spelt `_`.
    pub(super) fn is_called(&self, name: &str) -> bool {
        is_same_id(&self.id.value, name)
    }

    /// What the cell of a column in a line (`None`: the row of totals) holds.
    fn kind_at(&self, line: Option<usize>, column: usize) -> ColumnKind {
        table_lines::kind_at(&self.lines, self.columns[column].kind, line)
    }
}

impl Resolver<'_> {
    pub(super) fn targets(
        &mut self,
        raw: &raw::Entries<raw::Target>,
        loaded: &[LoadedTable],
    ) -> Option<Vec<Target>> {
        let outlines: Vec<Option<Outline>> = raw
            .0
            .iter()
            .zip(loaded)
            .map(|((id, target), table)| self.outline(id, target, table))
            .collect();
        let outlines: Vec<Outline> = outlines.into_iter().collect::<Option<_>>()?;
        let targets: Vec<Option<Target>> = raw
            .0
            .iter()
            .zip(loaded)
            .enumerate()
            .map(|(index, ((_, target), table))| self.target(index, target, table, &outlines))
            .collect();
        targets.into_iter().collect()
    }

    fn outline(
        &mut self,
        id: &raw::Text,
        raw: &raw::Target,
        loaded: &LoadedTable,
    ) -> Option<Outline> {
        let id = self.id(id, "-");
        let headers = self.headers(&raw.columns, 1);
        let columns = self.column_outlines(&raw.columns)?;
        let has_total = raw.total.is_some();
        let rows = match &loaded.rows {
            LoadedRows::Lines(lines) => {
                self.lines(lines, &columns, has_total, self.span(&raw.rows))
            }
            // Who asks for shapes alone has not computed the other directive.
            LoadedRows::Directive(_) => None,
            LoadedRows::Book(book) => {
                self.book_lines(book, &columns, raw).and_then(|(lines, is_good)| {
                    let rows = self.lines(&lines, &columns, has_total, book.span);
                    rows.filter(|_| is_good)
                })
            }
        };
        let has_all_lines = rows.is_some();
        let rows = rows.unwrap_or_default();
        Some(Outline {
            id: id?,
            headers: headers?,
            columns,
            lines: rows.lines,
            declared: rows.declared,
            own_total: rows.total,
            formulas: rows.formulas,
            has_all_lines,
        })
    }

    fn target(
        &mut self,
        index: usize,
        raw: &raw::Target,
        loaded: &LoadedTable,
        outlines: &[Outline],
    ) -> Option<Target> {
        let outline = &outlines[index];
        let title = self.optional(raw.title.as_ref());
        let unit = self.optional(raw.unit.as_ref());
        let row_header = self.text(&raw.row_header);
        let name_width = self.column_width(raw.name_width.as_ref());
        let index_header = self.optional(raw.index_header.as_ref());
        let numbering = self.numbering(raw.numbering.as_ref());
        let page = self.table_page(raw);
        let total = raw.total.as_ref().map(|total| self.total(total));
        let columns = self.columns(&raw.columns, index, outlines);
        let has_total = raw.total.is_some() || outline.own_total.is_some();
        let declared = self.declared(&loaded.declared, outline, has_total);
        let beside = self.beside(raw, outline);
        let around = self.around(raw, outline);
        let lines =
            columns.as_ref().and_then(|columns| self.computed_lines(index, columns, outlines));
        if !outline.has_all_lines {
            return None;
        }
        self.has_one_unit(
            total.as_ref().and_then(Option::as_ref),
            columns.as_deref(),
            lines.as_deref(),
        )?;
        let (around, page) = (around?, page?);
        Some(Target {
            id: outline.id.clone(),
            title: title?,
            unit: unit?,
            row_header: row_header?,
            name_width: name_width?,
            index_header: index_header?.unwrap_or_else(|| stt(self.span(&raw.row_header))),
            is_printed: raw.printed.unwrap_or(true),
            is_form: raw.form,
            tasks: around.tasks,
            notes: around.notes,
            source: around.source,
            signers: around.signers,
            numbering: numbering?,
            is_numbered: raw.column_numbers,
            orientation: page.orientation,
            paper: page.paper,
            table_size: page.table_size,
            can_split: raw.split_columns,
            headers: outline.headers.clone(),
            columns: columns?,
            lines: lines?,
            total: super::flatten(total)?.or_else(|| outline.own_total.clone()),
            has_row_decimals: outline.lines.iter().any(|line| line.details.decimals.is_some()),
            beside: beside?,
            declared: outline.declared.iter().cloned().chain(declared?).collect(),
        })
    }

    /// How the pages of a table lie, their paper, and the size of its type.
    fn table_page(&mut self, raw: &raw::Target) -> Option<TablePage> {
        let orientation = self.orientation(raw.orientation.as_ref());
        let paper = self.word("paper", raw.paper.as_ref(), &Paper::KNOWN);
        let table_size = self.table_size(raw.table_size.as_ref());
        let paper = paper?.unwrap_or(Paper::A4);
        Some(TablePage { orientation: orientation?, paper, table_size: table_size? })
    }

    /// Whether the rows that are summed have one unit.
    fn has_one_unit(
        &mut self,
        total: Option<&Total>,
        columns: Option<&[Column]>,
        lines: Option<&[Line]>,
    ) -> Option<()> {
        let (Some(total), Some(columns), Some(lines)) = (total, columns, lines) else {
            return Some(());
        };
        let is_summed =
            |column: &Column| column.kind.is_figure() && !matches!(column.total, TotalRule::None);
        // A column of words may hold the units, too.
        let place = columns.iter().position(|column| {
            column.kind == ColumnKind::Text
                && UNIT_HEADERS.contains(&plain(&column.header).as_str())
        });
        let in_column = |line: &Line| match line.inputs.get(place?) {
            Some(Input::Text(text)) => Some(text.value.clone()),
            _ => None,
        };
        let unit = |line: &Line| line.details.unit.as_ref().map(|unit| unit.value.clone());
        let units = lines.iter().filter(|line| line.is_summed());
        let units: BTreeSet<String> = units
            .map(|line| unit(line).or_else(|| in_column(line)).unwrap_or_else(|| "–".to_owned()))
            .collect();
        if units.len() < 2 || !columns.iter().any(is_summed) {
            return Some(());
        }
        let message =
            Message::new("total-of-units").with("units", listed(units.iter().map(String::as_str)));
        self.emit(&codes::BAD_ROW, message, total.label.span);
        None
    }

    /// Headers over codes, units and notes of rows, where there are any.
    fn beside(&mut self, raw: &raw::Target, outline: &Outline) -> Option<Beside> {
        let mut header = |own: Option<&raw::Text>, words: &str, of: fn(&Details) -> bool| {
            let first = outline.lines.iter().find(|line| of(&line.details));
            match (own, first) {
                (Some(own), _) => self.text(own).map(Some),
                (None, Some(line)) => Some(Some(Text::new(words, line.name.span))),
                (None, None) => Some(None),
            }
        };
        let code = header(raw.code_header.as_ref(), CODE_HEADER, |it| it.code.is_some());
        let unit = header(raw.unit_header.as_ref(), UNIT_HEADER, |it| it.unit.is_some());
        let note = header(raw.note_header.as_ref(), NOTE_HEADER, |it| it.note.is_some());
        Some(Beside { code: code?, unit: unit?, note: note? })
    }

    fn total(&mut self, raw: &raw::Total) -> Option<Total> {
        let label = self.text(&raw.label);
        let is_on_top = self.word("at", raw.at.as_ref(), &Total::PLACES);
        Some(Total { label: label?, is_on_top: is_on_top?.unwrap_or(false) })
    }

    /// What stands below a table, and what makes it one of tasks.
    fn around(&mut self, raw: &raw::Target, outline: &Outline) -> Option<Around> {
        let notes = raw.note.as_ref().map_or_else(|| Some(Vec::new()), |note| self.lines_of(note));
        let source = self.optional(raw.source.as_ref());
        let signers = self.signers(&raw.signatures);
        let tasks = match &raw.tasks {
            Some(tasks) => self.task_columns(tasks, &outline.columns).map(Some),
            None => Some(None),
        };
        Some(Around { notes: notes?, source: source?, signers: signers?, tasks: tasks? })
    }

    fn signers(&mut self, raw: &[raw::TableSignature]) -> Option<Vec<TableSigner>> {
        let one = |signer: &raw::TableSignature| {
            let title = self.text(&signer.title);
            let name = self.optional(signer.name.as_ref());
            Some(TableSigner { title: title?, name: name? })
        };
        let all: Vec<Option<TableSigner>> = raw.iter().map(one).collect();
        all.into_iter().collect()
    }

    fn numbering(&mut self, raw: Option<&raw::Text>) -> Option<Numbering> {
        let Some(raw) = raw else { return Some(Numbering::Auto) };
        let found = Numbering::read(&raw.value);
        found.or_else(|| self.bad_value("numbering", raw, &Numbering::SAMPLES))
    }

    pub(in crate::resolve) fn orientation(
        &mut self,
        raw: Option<&raw::Text>,
    ) -> Option<Orientation> {
        let written = self.word("orientation", raw, &Orientation::KNOWN)?;
        Some(written.unwrap_or(Orientation::Auto))
    }

    /// A size of type in points, in the range of the office's own.
    #[expect(clippy::option_option, reason = "unreadable and not written are two things")]
    fn table_size(&mut self, raw: Option<&raw::Text>) -> Option<Option<Measure>> {
        let Some(raw) = raw else { return Some(None) };
        let allowed = Profile::WIDE.allowed(Field::TableSize);
        let measure = raw.value.trim().parse::<Measure>().ok();
        if let Some(measure) = measure.filter(|measure| allowed.has(*measure)) {
            return Some(Some(measure));
        }
        let message = Message::new("bad-table-size").with("value", &raw.value);
        self.emit(&codes::BAD_VALUE, message, self.span(raw));
        None
    }

    /// A name in references: small letters, digits and `joint`, a letter first.
    fn id(&mut self, raw: &raw::Text, joint: &str) -> Option<Text> {
        let span = self.span(raw);
        let value = raw.value.clone();
        let is_name = value.starts_with(|c: char| c.is_ascii_lowercase())
            && value
                .chars()
                .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || joint.contains(c))
            && value.len() <= 40;
        let is_taken = taken_names().any(|taken| taken == value);
        let id = match (is_name, is_taken) {
            (false, _) => "bad-id",
            (true, true) => "taken-id",
            (true, false) => return Some(Text::new(value, span)),
        };
        let message = Message::new(id).with("value", &value).with("joint", joint);
        self.emit(&codes::BAD_ID, message, span);
        None
    }
}

/// Headers unless the author has others.
const CODE_HEADER: &str = "Mã số";
const UNIT_HEADER: &str = "Đơn vị tính";
const NOTE_HEADER: &str = "Ghi chú";

/// The header of running numbers unless the author has another; it has no place of its own.
fn stt(span: Span) -> Text {
    Text::new("STT", span)
}
