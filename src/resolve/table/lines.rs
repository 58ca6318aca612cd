//! Groups, units and what is written in their cells.

use super::ColumnOutline;
use crate::codes;
use crate::diagnostic::{Diagnostic, Message};
use crate::load::{self, CellText, Content};
use crate::model::target::{ColumnKind, Input, Line};
use crate::nearest::{listed, suggestion};
use crate::resolve::Resolver;
use crate::span::Span;

/// Groups nest no deeper: A, I, 1.
const DEEPEST_GROUP: usize = 3;

impl Resolver<'_> {
    /// The lines of a table; every name stands there once.
    pub(super) fn lines(
        &mut self,
        loaded: &[load::Line],
        columns: &[ColumnOutline],
    ) -> Option<Vec<Line>> {
        let mut lines = Vec::new();
        let mut is_good = true;
        for line in loaded {
            is_good &= self.line(line, 0, columns, &mut lines);
        }
        is_good &= self.has_no_duplicate(&lines);
        is_good.then_some(lines)
    }

    fn has_no_duplicate(&mut self, lines: &[Line]) -> bool {
        let mut seen = std::collections::BTreeMap::new();
        let mut is_good = true;
        for line in lines {
            if let Some(first) = seen.insert(line.name.value.as_str(), line.name.span) {
                let message = Message::new("duplicate-row").with("name", &line.name.value);
                self.report.emit(
                    Diagnostic::new(&codes::BAD_ROW, message)
                        .at(line.name.span)
                        .related(first, Message::new("duplicate-key-first")),
                );
                is_good = false;
            }
        }
        is_good
    }

    /// Adds the line and what is below it; whether all of it is good.
    fn line(
        &mut self,
        loaded: &load::Line,
        level: usize,
        columns: &[ColumnOutline],
        lines: &mut Vec<Line>,
    ) -> bool {
        let Some(name) = self.cell_text(&loaded.name) else { return false };
        match &loaded.content {
            Content::Group(_) if level == DEEPEST_GROUP => {
                let message = Message::new("deep-group").with("most", DEEPEST_GROUP);
                self.emit(&codes::BAD_ROW, message, loaded.name.span);
                false
            }
            Content::Group(below) => {
                let index = lines.len();
                lines.push(Line { name, level, group: Some(0), inputs: Vec::new() });
                let mut is_good = true;
                for line in below {
                    is_good &= self.line(line, level + 1, columns, lines);
                }
                lines[index].group = Some(lines.len() - index - 1);
                is_good
            }
            Content::Cells(cells) => {
                let inputs = self.listed_cells(&loaded.name, cells, columns);
                push_unit(name, level, inputs, lines)
            }
            Content::Keyed(cells) => {
                let inputs = self.keyed_cells(cells, columns);
                push_unit(name, level, inputs, lines)
            }
        }
    }

    /// One value for each input column, in their order.
    fn listed_cells(
        &mut self,
        name: &CellText,
        cells: &[CellText],
        columns: &[ColumnOutline],
    ) -> Option<Vec<Input>> {
        let wanted: Vec<&ColumnOutline> = columns.iter().filter(|column| column.is_input).collect();
        // Words at the end of a row may be left out, figures may not: a gap must be seen.
        let least = wanted.iter().rposition(|column| column.kind != ColumnKind::Text);
        let least = least.map_or(0, |last| last + 1);
        if !(least..=wanted.len()).contains(&cells.len()) {
            let names = listed(wanted.iter().map(|column| column.id.value.as_str()));
            let message = Message::new("row-length")
                .with("name", name.value.as_deref().unwrap_or_default())
                .with("found", cells.len())
                .with("expected", wanted.len())
                .with("columns", names);
            self.emit(&codes::BAD_ROW, message, name.span);
            return None;
        }
        let mut cells = cells.iter();
        let inputs: Vec<Option<Input>> = columns
            .iter()
            .map(|column| match column.is_input.then(|| cells.next()).flatten() {
                Some(cell) => self.input(cell, column),
                None => Some(Input::Blank),
            })
            .collect();
        inputs.into_iter().collect()
    }

    /// Values by the id, or the printed header, of their columns; those left out are blank.
    fn keyed_cells(
        &mut self,
        cells: &[(CellText, CellText)],
        columns: &[ColumnOutline],
    ) -> Option<Vec<Input>> {
        let mut inputs = vec![Input::Blank; columns.len()];
        let mut named: Vec<Option<Span>> = vec![None; columns.len()];
        let mut is_good = true;
        for (key, cell) in cells {
            let name = key.value.as_deref().unwrap_or_default();
            let found = columns
                .iter()
                .position(|column| column.id.value == name)
                .or_else(|| columns.iter().position(|column| column.header == name));
            let Some(index) = found else {
                self.unknown_column(name, key, columns);
                is_good = false;
                continue;
            };
            // By its id and by its header: one of the two figures would be lost.
            if let Some(first) = named[index].replace(key.span) {
                let message = Message::new("duplicate-key").with("key", name);
                self.report.emit(
                    Diagnostic::new(&codes::BAD_COLUMN, message)
                        .at(key.span)
                        .related(first, Message::new("duplicate-key-first")),
                );
                is_good = false;
                continue;
            }
            // A file may show what is computed here; only inputs are taken from it.
            if !columns[index].is_input {
                if cell.cell.is_none() {
                    let message = Message::new("cell-of-formula").with("column", name);
                    self.emit(&codes::BAD_ROW, message, key.span);
                    is_good = false;
                }
                continue;
            }
            match self.input(cell, &columns[index]) {
                Some(input) => inputs[index] = input,
                None => is_good = false,
            }
        }
        is_good.then_some(inputs)
    }

    fn unknown_column(&mut self, name: &str, key: &CellText, columns: &[ColumnOutline]) {
        let inputs = columns.iter().filter(|column| column.is_input);
        let names = inputs.clone().map(|column| column.id.value.as_str());
        let headers = inputs.map(|column| column.header.as_str());
        let message = Message::new("reference-no-column").with("name", name);
        let finding = Diagnostic::new(&codes::BAD_COLUMN, message).at(key.span);
        self.report.emit(finding.suggest(suggestion(name, names.chain(headers))));
    }
}

fn push_unit(
    name: crate::model::text::Text,
    level: usize,
    inputs: Option<Vec<Input>>,
    lines: &mut Vec<Line>,
) -> bool {
    let Some(inputs) = inputs else { return false };
    lines.push(Line { name, level, group: None, inputs });
    true
}
