//! Rows of sums among the rows of a table: their figures are compared, never added.

use super::ColumnOutline;
use super::line_cells::column_of;
use super::lines::{ReadRows, Within};
use crate::codes;
use crate::diagnostic::Message;
use crate::load::{self, CellText, Content};
use crate::model::amount::Amount;
use crate::model::row_names::{RowName, row_name};
use crate::model::target::{ColumnKind, Declared, Mark};
use crate::resolve::Resolver;
use crate::span::Span;

impl Resolver<'_> {
    /// A row of sums: its figures are compared, never added.
    pub(super) fn sum(
        &mut self,
        line: &load::Line,
        within: Within<'_>,
        rows: &mut ReadRows,
    ) -> bool {
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
        let mut is_good = self.has_no_parts(line);
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

    /// Parts of a row of sums cannot be printed.
    fn has_no_parts(&mut self, line: &load::Line) -> bool {
        let parts: Vec<&load::Line> = line.parts.iter().flat_map(|parts| &parts.lines).collect();
        for part in &parts {
            let name = part.name.value.as_deref().unwrap_or_default();
            let message = Message::new("part-of-sum").with("name", name);
            self.emit(&codes::BAD_ROW, message, part.name.span);
        }
        parts.is_empty()
    }

    /// Words in a row of sums, or in that of a group: only figures are printed there.
    pub(super) fn not_printed_in_a_sum(&mut self, words: &str, column: &ColumnOutline, span: Span) {
        let message =
            Message::new("words-in-sum").with("words", words).with("column", &column.header);
        self.emit(&codes::WORDS_IN_SUM, message, span);
    }

    /// What a cell says that is computed here as well.
    pub(super) fn declared_cell(
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
}

/// The decimals of an amount that came out of binary arithmetic: 0.30000000000000004 has one.
fn decimals_held(amount: &Amount) -> u32 {
    const MOST: u32 = 6;
    let rounded = amount.round(MOST);
    (0..MOST).find(|count| amount.round(*count) == rounded).unwrap_or(MOST)
}

/// Whether a line is a row of sums among its neighbours.
pub(super) fn is_sum(
    lines: &[load::Line],
    at: usize,
    is_summed: bool,
    columns: &[ColumnOutline],
) -> bool {
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
        RowName::Derived | RowName::Note | RowName::Unit => false,
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
