//! Which rows get a copy, and what its file is called.

use super::Row;
use super::file_names::FileNames;
use crate::codes;
use crate::compute::{Evaluator, Value};
use crate::diagnostic::{Diagnostic, Message, Report};
use crate::model::cell_id::CellId;
use crate::model::copies::{RowPart, RowTest, RowValue, Rows};
use crate::model::reference::{Figure, Format};
use crate::model::text::Text;
use crate::printed;

/// A row that gets a copy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recipient {
    /// From 1, in the order of the rows.
    pub number: usize,
    /// Index of the line of the table, or of the entry of the list.
    pub row: usize,
    /// The name of the row.
    pub name: String,
    /// The name of its file, without extension.
    pub file: String,
}

impl Row<'_> {
    /// The name of a row.
    pub(super) fn name(&self, row: usize) -> &Text {
        match &self.copies.rows {
            Rows::Table(table) => &self.directive.targets[*table].lines[row].name,
            Rows::List(entries) => &entries[row],
        }
    }

    /// All rows, in order.
    pub(super) fn rows(&self) -> Vec<usize> {
        match &self.copies.rows {
            Rows::Table(table) => self.directive.targets[*table].units(None).collect(),
            Rows::List(entries) => (0..entries.len()).collect(),
        }
    }

    /// The cell of a row as a figure of the table.
    pub(super) fn figure(&self, row: usize, column: usize, format: Format) -> Option<Figure> {
        let Rows::Table(target) = self.copies.rows else { return None };
        Some(Figure { cell: CellId { target, line: Some(row), column }, format })
    }

    /// What `value` is in a row; nothing where the cell is blank.
    pub(super) fn value(&self, row: usize, number: usize, value: RowValue) -> Option<String> {
        match value {
            RowValue::Name => Some(self.name(row).value.clone()),
            RowValue::SmallName => Some(small(&self.name(row).value)),
            RowValue::Count => Some(number.to_string()),
            RowValue::Cell(column, format) => {
                let figure = self.figure(row, column, format)?;
                let cell = self.tables.cell(figure.cell);
                if matches!(cell.value, Value::Blank) {
                    return None;
                }
                Some(printed::figure(figure, self.tables).replace('\n', " "))
            }
        }
    }

    /// Whether all of `tests` hold; nothing where that cannot be said.
    pub(super) fn holds(
        &self,
        tests: &[RowTest],
        row: usize,
        evaluator: &mut Evaluator<'_>,
    ) -> Option<bool> {
        let mut all = Some(true);
        for test in tests {
            let holds = match test {
                RowTest::Figures(condition) => match self.copies.rows {
                    Rows::Table(table) => evaluator.holds(condition, table, row),
                    Rows::List(_) => None,
                },
                RowTest::Words { value, is_same, words } => {
                    let found = self.value(row, 0, *value).unwrap_or_default();
                    Some((found.trim() == words.trim()) == *is_same)
                }
            };
            match holds {
                Some(false) => return Some(false),
                Some(true) => {}
                None => all = None,
            }
        }
        all
    }
}

/// `name` with a small letter first.
fn small(name: &str) -> String {
    let mut signs = name.chars();
    signs.next().map_or_else(String::new, |first| first.to_lowercase().chain(signs).collect())
}

/// The rows of which all tests hold. Where it cannot be said of a row, or none is left, that is
/// reported.
#[must_use]
pub(crate) fn recipients(
    of: &Row<'_>,
    evaluator: &mut Evaluator<'_>,
    report: &mut Report,
) -> Vec<Recipient> {
    let mut chosen = Vec::new();
    for row in of.rows() {
        match of.holds(&of.copies.tests, row, evaluator) {
            Some(true) => chosen.push(row),
            Some(false) => {}
            None => {
                let name = of.name(row);
                let message = Message::new("copies-undecided").with("row", &name.value);
                let finding = Diagnostic::new(&codes::COPY_LACKS, message);
                report.emit(
                    finding
                        .at(name.span)
                        .related(of.copies.tests_span, Message::new("copies-tests")),
                );
            }
        }
    }
    if chosen.is_empty() {
        let message = Message::new("copies-nobody");
        report.emit(Diagnostic::new(&codes::BAD_COPIES, message).at(of.copies.tests_span));
    }
    let mut names = FileNames::new(chosen.len());
    let recipient = |(index, row): (usize, usize)| {
        let number = index + 1;
        let parts = of.copies.file.iter().map(|part| match part {
            RowPart::Words(words) => (words.clone(), false),
            RowPart::Value(RowValue::Count, _) => (names.count(number), false),
            RowPart::Value(value, is_plain) => {
                (of.value(row, number, *value).unwrap_or_default(), *is_plain)
            }
        });
        let parts: Vec<(String, bool)> = parts.collect();
        let file = names.unique(&parts, number);
        Recipient { number, row, name: of.name(row).value.clone(), file }
    };
    chosen.into_iter().enumerate().map(recipient).collect()
}
