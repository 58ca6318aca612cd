//! Groups, units and what is written in their cells.

use super::ColumnOutline;
use super::names::{RowName, plain, row_name};
use crate::codes;
use crate::diagnostic::{Diagnostic, Message};
use crate::load::{self, CellText, Content};
use crate::model::amount::{Amount, FigureError};
use crate::model::target::{ColumnKind, Declared, Input, Line, Total};
use crate::nearest::{listed, suggestion};
use crate::resolve::Resolver;
use crate::span::Span;

/// Groups nest no deeper: A, I, 1.
const DEEPEST_GROUP: usize = 3;

/// The rows of a table, and what stood among them.
#[derive(Default)]
pub(super) struct ReadRows {
    pub(super) lines: Vec<Line>,
    /// What rows of sums, and computed columns of a file, say.
    pub(super) declared: Vec<Declared>,
    /// The row of totals, when it stands among the rows and nowhere else.
    pub(super) total: Option<Total>,
}

/// Where a line stands.
#[derive(Clone, Copy)]
struct Within<'a> {
    columns: &'a [ColumnOutline],
    level: usize,
    /// The group that holds it.
    group: Option<usize>,
    /// Whether what stands here is summed in print.
    is_summed: bool,
}

impl Resolver<'_> {
    /// The lines of a table; every name stands there once. Rows of sums are no lines: what they
    /// say is compared with the sums.
    pub(super) fn lines(
        &mut self,
        loaded: &[load::Line],
        columns: &[ColumnOutline],
        has_total: bool,
        span: Span,
    ) -> Option<ReadRows> {
        let mut rows = ReadRows::default();
        let within = Within { columns, level: 0, group: None, is_summed: has_total };
        let mut is_good = self.lines_within(loaded, within, &mut rows);
        is_good &= self.has_no_duplicate(&rows.lines);
        if is_good && !rows.lines.iter().any(|line| line.group.is_none()) {
            self.emit(&codes::BAD_ROW, Message::new("rows-empty"), span);
            return None;
        }
        is_good.then_some(rows)
    }

    /// Adds lines that stand beside each other; whether all of them are good.
    fn lines_within(
        &mut self,
        loaded: &[load::Line],
        within: Within<'_>,
        rows: &mut ReadRows,
    ) -> bool {
        let sums: Vec<bool> = (0..loaded.len())
            .map(|at| is_sum(loaded, at, within.is_summed, within.columns))
            .collect();
        let first = sums.iter().position(|is_sum| !is_sum);
        let last = sums.iter().rposition(|is_sum| !is_sum);
        let mut is_good = true;
        for (at, line) in loaded.iter().enumerate() {
            if let Some(comma) = &line.comma {
                self.decimal_comma(comma);
                is_good = false;
                continue;
            }
            if !sums[at] {
                is_good &= self.line(line, within, rows);
                continue;
            }
            let is_outside =
                first.is_none_or(|first| at < first) || last.is_none_or(|last| at > last);
            if !is_outside && line.is_total.is_none() {
                let name = line.name.value.as_deref().unwrap_or_default();
                let message = Message::new("table-sum-in-the-middle").with("name", name);
                self.emit(&codes::BAD_ROW, message, line.name.span);
                is_good = false;
                continue;
            }
            is_good &= self.sum(line, within, rows);
            if within.group.is_none() && !within.is_summed && rows.total.is_none() {
                let is_on_top = first.is_some_and(|first| at < first);
                rows.total = self.cell_text(&line.name).map(|label| Total { label, is_on_top });
            }
        }
        is_good
    }

    fn decimal_comma(&mut self, comma: &load::DecimalComma) {
        let (left, right) = (&comma.left, &comma.right);
        let value = format!("{left},{right}");
        let readings = match Amount::from_figure(&value) {
            Err(FigureError::Ambiguous(readings)) => listed(readings.iter().map(String::as_str)),
            _ => format!("`{left}.{right}`"),
        };
        let message = Message::new("comma-without-space").with("value", value);
        let help = Message::new("comma-without-space-help")
            .with("readings", readings)
            .with("left", left)
            .with("right", right);
        self.report.emit(Diagnostic::new(&codes::BAD_FIGURE, message).at(comma.span).help(help));
    }

    /// A row of sums: its figures are compared, never added.
    fn sum(&mut self, line: &load::Line, within: Within<'_>, rows: &mut ReadRows) -> bool {
        let cells: Vec<(usize, &CellText)> = match &line.content {
            Content::Group(_) => return false,
            Content::Cells(cells) => {
                let wanted: Vec<usize> = within
                    .columns
                    .iter()
                    .enumerate()
                    .filter(|(_, column)| column.is_input)
                    .map(|(index, _)| index)
                    .collect();
                if !self.is_of_length(&line.name, cells, within.columns) {
                    return false;
                }
                wanted.into_iter().zip(cells).collect()
            }
            Content::Keyed(cells) => {
                let mut found = Vec::new();
                for (key, cell) in cells {
                    let name = key.value.as_deref().unwrap_or_default();
                    let Some(index) = column_of(name, within.columns) else {
                        self.unknown_column(name, key, within.columns);
                        return false;
                    };
                    found.push((index, cell));
                }
                found
            }
        };
        let mut is_good = true;
        for (index, cell) in cells {
            let column = &within.columns[index];
            let is_figure = column.kind.is_figure()
                && cell.value.as_deref().is_some_and(|value| {
                    !matches!(value.trim(), "x" | "X" | "-" | "–" | "…" | "...")
                });
            if !is_figure {
                continue;
            }
            match self.declared_cell(within.group, index, cell, column) {
                Some(declared) => rows.declared.push(declared),
                None => is_good = false,
            }
        }
        is_good
    }

    /// What a cell says that is computed here as well.
    fn declared_cell(
        &mut self,
        line: Option<usize>,
        index: usize,
        cell: &CellText,
        column: &ColumnOutline,
    ) -> Option<Declared> {
        let printed = column.kind.decimals();
        let value = cell.value.as_deref().unwrap_or_default();
        let amount = self.figure(value, cell, printed)?;
        let (amount, decimals) = if cell.is_in_file {
            // A workbook holds more digits than it shows; a percentage may be written with fewer.
            let own = (0..printed).find(|count| amount.round(*count) == amount).unwrap_or(printed);
            let is_percent = matches!(column.kind, ColumnKind::Percent(_));
            let decimals = if is_percent { own } else { printed };
            (amount.round(decimals), decimals)
        } else {
            (self.in_print(amount, cell, column)?, printed)
        };
        Some(Declared {
            line,
            column: index,
            amount,
            decimals,
            is_among_rows: true,
            span: cell.span,
        })
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
    fn line(&mut self, loaded: &load::Line, within: Within<'_>, rows: &mut ReadRows) -> bool {
        let Some(name) = self.cell_text(&loaded.name) else { return false };
        let level = within.level;
        match &loaded.content {
            Content::Group(_) if level == DEEPEST_GROUP => {
                let message = Message::new("deep-group").with("most", DEEPEST_GROUP);
                self.emit(&codes::BAD_ROW, message, loaded.name.span);
                false
            }
            Content::Group(below) => {
                let index = rows.lines.len();
                rows.lines.push(Line { name, level, group: Some(0), inputs: Vec::new() });
                let inner =
                    Within { level: level + 1, group: Some(index), is_summed: true, ..within };
                let is_good = self.lines_within(below, inner, rows);
                rows.lines[index].group = Some(rows.lines.len() - index - 1);
                is_good
            }
            Content::Cells(cells) => {
                let inputs = self.listed_cells(&loaded.name, cells, within.columns);
                push_unit(name, level, inputs, &mut rows.lines)
            }
            Content::Keyed(cells) => {
                let (line, columns) = (rows.lines.len(), within.columns);
                let inputs = self.keyed_cells(cells, columns, line, &mut rows.declared);
                push_unit(name, level, inputs, &mut rows.lines)
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
        if !self.is_of_length(name, cells, columns) {
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

    /// Whether a row has one value for each input column. Words at the end of a row may be left
    /// out, figures may not: a gap must be seen.
    fn is_of_length(
        &mut self,
        name: &CellText,
        cells: &[CellText],
        columns: &[ColumnOutline],
    ) -> bool {
        let wanted: Vec<&ColumnOutline> = columns.iter().filter(|column| column.is_input).collect();
        let least = wanted.iter().rposition(|column| column.kind != ColumnKind::Text);
        let least = least.map_or(0, |last| last + 1);
        if (least..=wanted.len()).contains(&cells.len()) {
            return true;
        }
        let names = listed(wanted.iter().map(|column| column.id.value.as_str()));
        let message = Message::new("row-length")
            .with("name", name.value.as_deref().unwrap_or_default())
            .with("found", cells.len())
            .with("expected", wanted.len())
            .with("columns", names);
        // The values that are too many, or the row that has too few.
        let surplus = cells.get(wanted.len()..).and_then(|cells| cells.first().zip(cells.last()));
        let span =
            surplus.map_or(name.span, |(first, last)| Span { end: last.span.end, ..first.span });
        self.emit(&codes::BAD_ROW, message, span);
        false
    }

    /// Values by the id, or the printed header, of their columns; those left out are blank. What
    /// a file shows in computed columns is compared.
    fn keyed_cells(
        &mut self,
        cells: &[(CellText, CellText)],
        columns: &[ColumnOutline],
        line: usize,
        declared: &mut Vec<Declared>,
    ) -> Option<Vec<Input>> {
        let mut inputs = vec![Input::Blank; columns.len()];
        let mut named: Vec<Option<Span>> = vec![None; columns.len()];
        let mut is_good = true;
        for (key, cell) in cells {
            let name = key.value.as_deref().unwrap_or_default();
            let Some(index) = column_of(name, columns) else {
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
                if cell.is_in_file {
                    match self.declared_cell(Some(line), index, cell, &columns[index]) {
                        Some(found) => declared.push(found),
                        None => is_good = false,
                    }
                } else {
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

/// The column with this id, else with this printed header.
fn column_of(name: &str, columns: &[ColumnOutline]) -> Option<usize> {
    let by_id = columns.iter().position(|column| column.id.value == name);
    let words = plain(name);
    by_id.or_else(|| columns.iter().position(|column| plain(&column.header) == words))
}

/// Whether a line is a row of sums among its neighbours.
fn is_sum(lines: &[load::Line], at: usize, is_summed: bool, columns: &[ColumnOutline]) -> bool {
    let line = &lines[at];
    if let Some(is_total) = line.is_total {
        return is_total;
    }
    if matches!(line.content, Content::Group(_)) {
        return false;
    }
    let name = |line: &load::Line| row_name(line.name.value.as_deref().unwrap_or_default());
    match name(line) {
        // A table of this one row has nothing that it could be the sum of.
        RowName::Total => lines.iter().any(|other| {
            matches!(other.content, Content::Group(_)) || name(other) != RowName::Total
        }),
        RowName::PerhapsTotal => {
            let is_outside = at == 0 || at + 1 == lines.len();
            is_summed && is_outside && lines.len() > 2 && is_sum_of_others(lines, at, columns)
        }
        RowName::Note | RowName::Unit => false,
    }
}

/// Whether all figures of a line are the sums of those of the others.
fn is_sum_of_others(lines: &[load::Line], at: usize, columns: &[ColumnOutline]) -> bool {
    let mut count = 0;
    for (index, column) in columns.iter().enumerate() {
        if !column.is_input
            || !column.kind.is_figure()
            || matches!(column.kind, ColumnKind::Percent(_))
        {
            continue;
        }
        let Some(own) = amount_of(&lines[at].content, index, columns) else { continue };
        let others = lines.iter().enumerate().filter(|(other, _)| *other != at);
        let sum = others
            .fold(Amount::zero(), |sum, (_, line)| &sum + &sum_of(&line.content, index, columns));
        if own != sum {
            return false;
        }
        count += 1;
    }
    count > 0
}

fn sum_of(content: &Content, column: usize, columns: &[ColumnOutline]) -> Amount {
    match content {
        Content::Group(lines) => lines.iter().fold(Amount::zero(), |sum, line| {
            let is_total = line.is_total == Some(true)
                || row_name(line.name.value.as_deref().unwrap_or_default()) == RowName::Total;
            if is_total { sum } else { &sum + &sum_of(&line.content, column, columns) }
        }),
        content => amount_of(content, column, columns).unwrap_or_else(Amount::zero),
    }
}

fn amount_of(content: &Content, column: usize, columns: &[ColumnOutline]) -> Option<Amount> {
    let cell = match content {
        Content::Cells(cells) => {
            let place = columns[..column].iter().filter(|column| column.is_input).count();
            cells.get(place)
        }
        Content::Keyed(cells) => cells
            .iter()
            .find(|(key, _)| {
                let name = key.value.as_deref().unwrap_or_default();
                column_of(name, columns) == Some(column)
            })
            .map(|(_, cell)| cell),
        Content::Group(_) => None,
    }?;
    let read = || Amount::from_figure(cell.value.as_deref().unwrap_or_default().trim()).ok();
    cell.exact.clone().or_else(read)
}
