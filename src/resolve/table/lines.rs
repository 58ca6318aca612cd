//! Groups, units and what is written in their cells.

use super::ColumnOutline;
use super::line_details::most_decimals;
use super::names::{RowName, plain, row_name};
use super::row_formulas::RowFormula;
use crate::codes;
use crate::diagnostic::{Diagnostic, Message};
use crate::load::{self, CellText, Content};
use crate::model::amount::{Amount, FigureError};
use crate::model::target::{ColumnKind, Declared, Input, Line, Mark, Part, Role, Total};
use crate::model::text::Text;
use crate::nearest::{listed, suggestion};
use crate::resolve::Resolver;
use crate::span::Span;

/// A formula that makes nothing.
const BLANK: &str = "~";

/// Groups nest no deeper.
const DEEPEST_GROUP: usize = 5;

/// The rows of a table, and what stood among them.
#[derive(Default)]
pub(super) struct ReadRows {
    pub(super) lines: Vec<Line>,
    /// What rows of sums, and computed columns of a file, say.
    pub(super) declared: Vec<Declared>,
    /// The row of totals, when it stands among the rows and nowhere else.
    pub(super) total: Option<Total>,
    pub(super) formulas: Vec<RowFormula>,
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
    /// Number of decimals of sums among these lines.
    decimals: Option<u32>,
}

/// The line whose cells are read.
#[derive(Clone, Copy)]
struct OfLine<'a> {
    columns: &'a [ColumnOutline],
    /// Its index.
    line: usize,
    decimals: Option<u32>,
    /// Whether a formula of its own makes the cells its author would fill in.
    is_computed: bool,
}

impl OfLine<'_> {
    /// What the cell of a column holds.
    fn kind(self, column: usize) -> ColumnKind {
        self.columns[column].kind.with_decimals(self.decimals)
    }

    /// Whether its author fills the cell in.
    fn is_input(self, column: usize) -> bool {
        let column = &self.columns[column];
        column.is_input && !(self.is_computed && column.kind.is_figure())
    }
}

impl Resolver<'_> {
    /// The lines of a table. Rows of sums are no lines: what they say is compared with the sums.
    pub(super) fn lines(
        &mut self,
        loaded: &[load::Line],
        columns: &[ColumnOutline],
        has_total: bool,
        span: Span,
    ) -> Option<ReadRows> {
        let mut rows = ReadRows::default();
        let decimals = most_decimals(loaded);
        let within = Within { columns, level: 0, group: None, is_summed: has_total, decimals };
        let is_good = self.lines_within(loaded, within, &mut rows);
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
                is_good &= self.has_whole(line) && self.line(line, within, rows);
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

    /// A row named as a part stands behind the row that it is a part of.
    fn has_whole(&mut self, line: &load::Line) -> bool {
        let name = line.name.value.as_deref().unwrap_or_default();
        let is_group = matches!(line.content, Content::Group(_));
        let is_said = line.details.part.is_some() || line.is_blank;
        if is_group || is_said || load::part_rows::of_name(name).is_none() {
            return true;
        }
        let message = Message::new("part-row-without-whole").with("name", name);
        self.emit(&codes::BAD_ROW, message, line.name.span);
        false
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
        for part in line.parts.iter().flat_map(|parts| &parts.lines) {
            let name = part.name.value.as_deref().unwrap_or_default();
            let message = Message::new("part-of-sum").with("name", name);
            self.emit(&codes::BAD_ROW, message, part.name.span);
            is_good = false;
        }
        for (index, cell) in cells {
            let column = &within.columns[index];
            let is_figure = column.kind.is_figure()
                && cell.value.as_deref().is_some_and(|value| Mark::read(value).is_none());
            if !is_figure {
                let words = cell.value.as_deref().unwrap_or_default();
                if !column.kind.is_figure() && !words.is_empty() && Mark::read(words).is_none() {
                    self.not_printed_in_a_sum(words, column, cell.span);
                }
                continue;
            }
            let most = within.decimals.map(|most| most.max(column.kind.decimals()));
            let kind = column.kind.with_decimals(most);
            match self.declared_cell(within.group, index, cell, column, kind) {
                Some(declared) => rows.declared.push(declared),
                None => is_good = false,
            }
        }
        is_good
    }

    /// Words in a row of sums, or in that of a group: only figures are printed there.
    pub(super) fn not_printed_in_a_sum(&mut self, words: &str, column: &ColumnOutline, span: Span) {
        let message =
            Message::new("words-in-sum").with("words", words).with("column", &column.header);
        self.emit(&codes::WORDS_IN_SUM, message, span);
    }

    /// What a cell says that is computed here as well.
    fn declared_cell(
        &mut self,
        line: Option<usize>,
        index: usize,
        cell: &CellText,
        column: &ColumnOutline,
        kind: ColumnKind,
    ) -> Option<Declared> {
        let printed = kind.decimals();
        let value = cell.value.as_deref().unwrap_or_default();
        let amount = self.figure(value, cell, printed)?;
        let (amount, decimals) = if cell.is_in_file {
            // A workbook holds more digits than it shows; a percentage may be written with fewer.
            let own = (0..printed).find(|count| amount.round(*count) == amount).unwrap_or(printed);
            let decimals = match (kind.is_ratio(), column.is_input) {
                (true, _) => own,
                // A sum of figures with so many decimals has no more of them.
                (false, true) => decimals_held(&amount).max(printed),
                (false, false) => printed,
            };
            (amount.round(decimals), decimals)
        } else {
            (self.in_print(amount, cell, column, kind)?, printed)
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

    /// Adds the line and what is below it; whether all of it is good.
    fn line(&mut self, loaded: &load::Line, within: Within<'_>, rows: &mut ReadRows) -> bool {
        let level = within.level;
        if loaded.is_blank {
            let name = Text::new("", loaded.name.span);
            let blanks = vec![Input::Blank; within.columns.len()];
            rows.lines.push(Line { role: Role::Blank, ..Line::unit(name, level, blanks) });
            return true;
        }
        let Some(name) = self.cell_text(&loaded.name) else { return false };
        let Content::Group(below) = &loaded.content else {
            return self.row(name, loaded, (within.columns, level, None), rows);
        };
        if level == DEEPEST_GROUP {
            let message = Message::new("deep-group").with("most", DEEPEST_GROUP);
            self.emit(&codes::BAD_ROW, message, loaded.name.span);
            return false;
        }
        let Some(details) = self.details(&loaded.details) else { return false };
        let mut is_good = self.has_no_formula(&loaded.details);
        let index = rows.lines.len();
        let decimals = details.decimals.or_else(|| most_decimals(below));
        rows.lines.push(Line { group: Some(0), details, ..Line::unit(name, level, Vec::new()) });
        is_good &= self.parts(&loaded.parts, index, within, rows);
        let inner =
            Within { level: level + 1, group: Some(index), is_summed: true, decimals, ..within };
        is_good &= self.lines_within(below, inner, rows);
        rows.lines[index].group = Some(rows.lines.len() - index - 1);
        is_good
    }

    /// Sums make the figures of a group, nothing else.
    fn has_no_formula(&mut self, details: &load::Details) -> bool {
        let Some(formula) = details.formulas.first() else { return true };
        self.emit(&codes::BAD_ROW, Message::new("group-formula"), formula.text.span);
        false
    }

    /// Adds a unit, a computed row or a part, and the parts of it.
    fn row(
        &mut self,
        name: Text,
        loaded: &load::Line,
        (columns, level, decimals): (&[ColumnOutline], usize, Option<u32>),
        rows: &mut ReadRows,
    ) -> bool {
        let Some(mut details) = self.details(&loaded.details) else { return false };
        details.decimals = details.decimals.or(decimals);
        let line = rows.lines.len();
        let is_computed = loaded.details.formulas.iter().any(|formula| formula.column.is_none());
        let of = OfLine { columns, line, decimals: details.decimals, is_computed };
        let inputs = match &loaded.content {
            Content::Cells(cells) => self.listed_cells(&loaded.name, cells, of, rows),
            Content::Keyed(cells) => self.keyed_cells(cells, of, rows),
            Content::Group(_) => None,
        };
        let counted = self.counted(&loaded.details);
        let (Some(inputs), Some(counted)) = (inputs, counted) else { return false };
        let role = if counted == Some(false) { Role::Apart } else { Role::Counted };
        rows.lines.push(Line { role, details, ..Line::unit(name, level, inputs) });
        let is_good = self.row_formulas(&loaded.details, (line, counted), columns, rows);
        let within = Within { columns, level, group: None, is_summed: false, decimals: None };
        is_good & self.parts(&loaded.parts, line, within, rows)
    }

    /// The formulas of a row, to be read when all tables are known.
    fn row_formulas(
        &mut self,
        details: &load::Details,
        (line, is_counted): (usize, Option<bool>),
        columns: &[ColumnOutline],
        rows: &mut ReadRows,
    ) -> bool {
        let mut is_good = true;
        for formula in &details.formulas {
            let mut column = None;
            if let Some(key) = &formula.column {
                let name = key.value.as_deref().unwrap_or_default();
                column = column_of(name, columns).filter(|at| columns[*at].kind.is_figure());
                if column.is_none() {
                    let figures = columns.iter().filter(|column| column.kind.is_figure());
                    let known = figures.map(|column| column.id.value.as_str());
                    let message = Message::new("reference-no-column").with("name", name);
                    let finding = Diagnostic::new(&codes::BAD_COLUMN, message).at(key.span);
                    self.report.emit(finding.suggest(suggestion(name, known)));
                    is_good = false;
                    continue;
                }
            }
            let mut text = formula.text.clone();
            if column.is_some() {
                // `ss: ~`: this cell has none of what its column computes.
                text.value.get_or_insert_with(|| BLANK.to_owned());
            }
            if text.value.is_some() {
                rows.formulas.push(RowFormula { line, column, text, is_counted });
            }
        }
        is_good
    }

    /// Adds the parts of the line `of`.
    fn parts(
        &mut self,
        parts: &[load::Parts],
        of: usize,
        within: Within<'_>,
        rows: &mut ReadRows,
    ) -> bool {
        // Parts are printed as their whole is, unless they say otherwise.
        let decimals = rows.lines[of].details.decimals;
        let mut is_good = true;
        for (breakdown, parts) in parts.iter().enumerate() {
            let mut level = within.level + 1;
            if let Some(title) = &parts.title {
                is_good &= self.has_parts(title, parts);
                let Some(name) = self.cell_text(title) else { return false };
                let blanks = vec![Input::Blank; within.columns.len()];
                let heading = Line::unit(name, level, blanks);
                rows.lines.push(Line { role: Role::Heading, ..heading });
                level += 1;
            }
            for (at, line) in parts.lines.iter().enumerate() {
                let index = rows.lines.len();
                let Some(name) = self.cell_text(&line.name) else { return false };
                is_good &= self.row(name, line, (within.columns, level, decimals), rows);
                let part = Part {
                    of,
                    breakdown,
                    is_first: at == 0 && parts.title.is_none(),
                    is_only: parts.lines.len() == 1,
                    extent: parts.extent,
                };
                if let Some(line) = rows.lines.get_mut(index) {
                    line.role = Role::Part(part);
                }
            }
        }
        is_good
    }

    /// A title of parts has some below it: rows without a dash would be units again.
    fn has_parts(&mut self, title: &CellText, parts: &load::Parts) -> bool {
        if !parts.lines.is_empty() {
            return true;
        }
        let name = title.value.as_deref().unwrap_or_default();
        let message = Message::new("part-title-alone").with("name", name);
        self.emit(&codes::BAD_ROW, message, title.span);
        false
    }

    /// One value for each input column, in their order.
    fn listed_cells(
        &mut self,
        name: &CellText,
        cells: &[CellText],
        of: OfLine<'_>,
        rows: &mut ReadRows,
    ) -> Option<Vec<Input>> {
        if !self.is_of_length(name, cells, of.columns) {
            return None;
        }
        let mut cells = cells.iter();
        let inputs: Vec<Option<Input>> = (0..of.columns.len())
            .map(|index| match of.columns[index].is_input.then(|| cells.next()).flatten() {
                Some(cell) if of.is_input(index) => {
                    self.input(cell, &of.columns[index], of.kind(index))
                }
                Some(cell) => self.compared(index, cell, of, rows).then_some(Input::Blank),
                None => Some(Input::Blank),
            })
            .collect();
        inputs.into_iter().collect()
    }

    /// Keeps what a cell says that is computed here as well; whether it can be read.
    fn compared(
        &mut self,
        index: usize,
        cell: &CellText,
        of: OfLine<'_>,
        rows: &mut ReadRows,
    ) -> bool {
        if cell.value.is_none() {
            return true;
        }
        let column = &of.columns[index];
        let found = self.declared_cell(Some(of.line), index, cell, column, of.kind(index));
        let is_read = found.is_some();
        rows.declared.extend(found);
        is_read
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
    /// a file shows in computed columns is compared, and so is what stands in a computed row.
    fn keyed_cells(
        &mut self,
        cells: &[(CellText, CellText)],
        of: OfLine<'_>,
        rows: &mut ReadRows,
    ) -> Option<Vec<Input>> {
        let columns = of.columns;
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
            if of.is_input(index) {
                match self.input(cell, &columns[index], of.kind(index)) {
                    Some(input) => inputs[index] = input,
                    None => is_good = false,
                }
            } else if cell.is_in_file || columns[index].is_input {
                // A file may show what is computed here; only inputs are taken from it.
                is_good &= self.compared(index, cell, of, rows);
            } else {
                let message = Message::new("cell-of-formula").with("column", name);
                self.emit(&codes::BAD_ROW, message, key.span);
                is_good = false;
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

/// The decimals of an amount that came out of binary arithmetic: 0.30000000000000004 has one.
fn decimals_held(amount: &Amount) -> u32 {
    const MOST: u32 = 6;
    let rounded = amount.round(MOST);
    (0..MOST).find(|count| amount.round(*count) == rounded).unwrap_or(MOST)
}

/// The column with this id, else the only one with this printed header.
fn column_of(name: &str, columns: &[ColumnOutline]) -> Option<usize> {
    if let Some(by_id) = columns.iter().position(|column| column.id.value == name) {
        return Some(by_id);
    }
    let words = plain(name);
    let mut named = (0..columns.len()).filter(|at| plain(&columns[*at].header) == words);
    named.next().filter(|_| named.next().is_none())
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
        if !column.is_input || !column.kind.is_figure() || column.kind.is_ratio() {
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
