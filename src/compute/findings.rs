//! What is found while tables are computed.

use super::Value;
use super::formula::EvalError;
use super::order::Part;
use super::state::{RowContext, State};
use crate::codes;
use crate::diagnostic::{Diagnostic, Message, Place};
use crate::model::formula::ColumnRef;
use crate::model::target::SourceFormula;

impl State<'_> {
    /// A blank in a row that others fill makes a total differ down and across.
    pub(super) fn agrees(
        &mut self,
        written: &SourceFormula,
        part: Part,
        group: Option<usize>,
        sum: &Value,
    ) {
        let across = self.written(written, part, group);
        let (Some(down), Some(across)) = (sum.amount(), across.amount()) else { return };
        if down == across {
            return;
        }
        let target = &self.targets[part.target];
        let reference = ColumnRef { target: part.target, column: part.column };
        let at = RowContext { target: part.target, line: None };
        let blank =
            target.units(group).find(|line| self.amount(reference, at.line(*line)).is_none());
        let message = Message::new("total-two-ways")
            .with("column", &target.columns[part.column].id.value)
            .with("down", down)
            .with("across", across)
            .with("formula", &written.text);
        let finding = Diagnostic::new(&codes::BAD_FORMULA, message).at(written.span);
        let finding = match blank {
            Some(line) => {
                finding.related(target.lines[line].name.span, Message::new("total-blank-row"))
            }
            None => finding,
        };
        self.report.emit(finding);
    }

    /// A formula has no value in a row.
    pub(super) fn trouble(
        &mut self,
        trouble: &EvalError,
        written: &SourceFormula,
        part: Part,
        line: Option<usize>,
    ) {
        let target = &self.targets[part.target];
        let row = self.row_name(RowContext { target: part.target, line });
        let message = match trouble {
            EvalError::DivisionByZero => Message::new("division-by-zero"),
            EvalError::TooLarge => Message::new("number-too-large"),
            EvalError::NoSuchLine(name) => Message::new("formula-no-line").with("name", name),
            EvalError::SeveralLines(name) => {
                Message::new("formula-several-lines").with("name", name)
            }
        };
        let message = message
            .with("column", &target.columns[part.column].id.value)
            .with("row", row)
            .with("formula", &written.text);
        let finding =
            self.report.emit(Diagnostic::new(&codes::BAD_FORMULA, message).at(written.span));
        if let Some(line) = line {
            let span = target.lines[line].name.span;
            let label = Message::new("formula-row");
            finding.related.push(Place { span, label: Some(label) });
        }
    }

    /// What is printed must be what is summed: a formula says itself where it rounds. Only
    /// percentages, which are never summed, are rounded in print.
    pub(super) fn is_round(
        &mut self,
        written: &SourceFormula,
        part: Part,
        lines: impl Iterator<Item = Option<usize>>,
    ) {
        let target = &self.targets[part.target];
        let column = &target.columns[part.column];
        if column.kind.is_ratio() {
            return;
        }
        let reference = ColumnRef { target: part.target, column: part.column };
        for line in lines {
            let at = RowContext { target: part.target, line };
            let Some(amount) = self.amount(reference, at) else { continue };
            let decimals = target.kind_at(line, part.column).decimals();
            if amount.round(decimals) != amount {
                let message = Message::new("formula-not-round")
                    .with("column", &column.id.value)
                    .with("row", self.row_name(at))
                    .with("value", &amount)
                    .with("decimals", decimals)
                    .with("formula", &written.text);
                self.report.emit(Diagnostic::new(&codes::BAD_FORMULA, message).at(written.span));
                return;
            }
        }
    }
}
