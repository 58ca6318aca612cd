//! Formulas of single rows, after all tables, columns and lines are known.

use super::super::formula;
use super::super::scope::{RowScope, Scope};
use super::Outline;
use crate::codes;
use crate::diagnostic::{Diagnostic, Message};
use crate::load::CellText;
use crate::model::formula::{Formula, RowRef};
use crate::model::target::{Column, Line, MadeBy, Role, SourceFormula};
use crate::resolve::Resolver;

/// A formula of one row.
pub(super) struct RowFormula {
    /// Index of the line.
    pub(super) line: usize,
    /// The column whose cell it makes; `None` is every column that the author would fill in.
    pub(super) column: Option<usize>,
    pub(super) text: CellText,
    /// Whether its author says that totals sum the row.
    pub(super) is_counted: Option<bool>,
}

/// No table has more computed rows.
const MOST_FORMULAS: usize = 1_000;

impl Resolver<'_> {
    /// The lines of a table, computed rows with their formulas.
    pub(super) fn computed_lines(
        &mut self,
        here: usize,
        columns: &[Column],
        tables: &[Outline],
    ) -> Option<Vec<Line>> {
        let outline = &tables[here];
        let mut lines = outline.lines.clone();
        let mut is_good = true;
        if let Some(beyond) = outline.formulas.get(MOST_FORMULAS) {
            let message = Message::new("many-row-formulas")
                .with("count", outline.formulas.len())
                .with("most", MOST_FORMULAS);
            self.emit(&codes::BAD_FORMULA, message, beyond.text.span);
            return None;
        }
        for row in &outline.formulas {
            is_good &= self.can_have_formula(row, columns);
            for column in made_columns(row, columns) {
                let of_row = RowScope { column, is_of_cell: row.column.is_some() };
                let scope = Scope {
                    tables,
                    here,
                    has_row: true,
                    missing_is_blank: false,
                    row: Some(of_row),
                };
                let Some(written) = self.row_formula(&row.text, scope) else {
                    // What is wrong with it in one column is wrong in all.
                    is_good = false;
                    break;
                };
                let line = &mut lines[row.line];
                if row.is_counted.is_none() && row.column.is_none() && reads(&written.formula, here)
                {
                    set_apart(line);
                }
                line.formulas.resize(columns.len(), None);
                line.formulas[column] = Some(written);
            }
        }
        is_good.then_some(lines)
    }

    /// What is spread over rows, or rounded together, has no formula in one of them.
    fn can_have_formula(&mut self, row: &RowFormula, columns: &[Column]) -> bool {
        let Some(column) = row.column.map(|column| &columns[column]) else { return true };
        if !column.adds_up && !matches!(column.made_by, MadeBy::Allocation(_)) {
            return true;
        }
        let message = Message::new("row-formula-column").with("column", &column.id.value);
        self.emit(&codes::BAD_FORMULA, message, row.text.span);
        false
    }

    fn row_formula(&mut self, text: &CellText, scope: Scope<'_>) -> Option<SourceFormula> {
        let value = text.value.as_deref().unwrap_or_default();
        match formula::parse(value, scope) {
            Ok(formula) => {
                Some(SourceFormula { formula, text: value.trim().to_owned(), span: text.span })
            }
            Err((message, help)) => {
                let finding = Diagnostic::new(&codes::BAD_FORMULA, message).at(text.span);
                self.report.emit(Diagnostic { help, ..finding });
                None
            }
        }
    }
}

fn set_apart(line: &mut Line) {
    if line.role == Role::Counted {
        line.role = Role::Apart;
    }
}

/// The columns whose cells a formula makes: those of figures that no formula of theirs makes.
fn made_columns(row: &RowFormula, columns: &[Column]) -> Vec<usize> {
    if let Some(column) = row.column {
        return vec![column];
    }
    let is_made =
        |column: &Column| column.kind.is_figure() && matches!(column.made_by, MadeBy::Input);
    (0..columns.len()).filter(|column| is_made(&columns[*column])).collect()
}

/// Whether a formula reads other rows of the table `here`: a total that summed it, too, would
/// count them twice.
fn reads(formula: &Formula, here: usize) -> bool {
    let mut found = false;
    formula.walk(&mut |part| {
        found |= match part {
            Formula::Cell(cell) => {
                let is_other = matches!(cell.row, RowRef::Line(_) | RowRef::Total);
                cell.column.target == here && is_other
            }
            Formula::Aggregate(_, column) => column.target == here,
            _ => false,
        };
    });
    found
}
