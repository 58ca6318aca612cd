//! Tables of targets, in two passes: first what there is (columns, lines), then what refers to
//! it (formulas, allocations, declared figures), for a formula may name any other table.

mod allocation;
mod columns;
mod figures;
mod lines;
mod names;
mod number_format;
mod sheet;

pub(crate) use columns::{COLUMN_TYPES, TOTAL_RULES};

use super::Resolver;
use crate::codes;
use crate::diagnostic::Message;
use crate::load::{LoadedRows, LoadedTable, raw};
use crate::model::measure::Measure;
use crate::model::profile::{Field, Profile};
use crate::model::target::{ColumnKind, Declared, Header, Line, Orientation, Paper, Target, Total};
use crate::model::text::Text;
use crate::span::Span;

/// Names that references and formulas use themselves.
const TAKEN: [&str; 6] = ["appendix", "bases", "cite", "row", "table", "total"];

/// Words that no table and no column can be called by.
pub(crate) fn taken_names() -> impl Iterator<Item = &'static str> {
    TAKEN.into_iter().chain(super::formula::FUNCTIONS)
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

impl Outline {
    /// In formulas and references `-` may be spelt `_`.
    pub(super) fn is_called(&self, name: &str) -> bool {
        self.id.value.replace('-', "_") == name.replace('-', "_")
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
        let index_header = self.optional(raw.index_header.as_ref());
        let orientation = self.orientation(raw.orientation.as_ref());
        let paper = self.word("paper", raw.paper.as_ref(), &Paper::KNOWN);
        let table_size = self.table_size(raw.table_size.as_ref());
        let total = raw.total.as_ref().map(|total| self.total(total));
        let columns = self.columns(&raw.columns, index, outlines);
        let has_total = raw.total.is_some() || outline.own_total.is_some();
        let declared = self.declared(&loaded.declared, outline, has_total);
        if !outline.has_all_lines {
            return None;
        }
        Some(Target {
            id: outline.id.clone(),
            title: title?,
            unit: unit?,
            row_header: row_header?,
            index_header: index_header?.unwrap_or_else(|| stt(self.span(&raw.row_header))),
            is_numbered: raw.column_numbers,
            orientation: orientation?,
            paper: paper?.unwrap_or(Paper::A4),
            table_size: table_size?,
            can_split: raw.split_columns,
            headers: outline.headers.clone(),
            columns: columns?,
            lines: outline.lines.clone(),
            total: super::flatten(total)?.or_else(|| outline.own_total.clone()),
            declared: outline.declared.iter().cloned().chain(declared?).collect(),
        })
    }

    fn total(&mut self, raw: &raw::Total) -> Option<Total> {
        let label = self.text(&raw.label);
        let is_on_top = self.word("at", raw.at.as_ref(), &Total::PLACES);
        Some(Total { label: label?, is_on_top: is_on_top?.unwrap_or(false) })
    }

    fn orientation(&mut self, raw: Option<&raw::Text>) -> Option<Orientation> {
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
            (true, false) => return Some(Text { value, span }),
        };
        let message = Message::new(id).with("value", &value).with("joint", joint);
        self.emit(&codes::BAD_ID, message, span);
        None
    }
}

/// The header of running numbers unless the author has another; it has no place of its own.
fn stt(span: Span) -> Text {
    Text { value: "STT".to_owned(), span }
}
