//! Figures as they are written: in cells, and as others declared them.

use super::{ColumnOutline, Outline};
use crate::codes;
use crate::diagnostic::{Diagnostic, Message};
use crate::load::{CellText, DeclaredText};
use crate::model::amount::{Amount, FigureError};
use crate::model::date::IssueDate;
use crate::model::line_path::{self, PathError};
use crate::model::note_mark::at_end;
use crate::model::target::{ColumnKind, Declared, Input, Mark, NotedAmount};
use crate::model::text::Text;
use crate::nearest::{listed, nearest, suggestion};
use crate::resolve::Resolver;
use crate::resolve::date::turned_round;
use crate::resolve::text::MOST_IN_A_LINE;

impl Resolver<'_> {
    /// The words of a cell that must hold some.
    pub(super) fn cell_text(&mut self, cell: &CellText) -> Option<Text> {
        self.line_of_text(cell.value.as_deref().unwrap_or_default(), cell.span)
    }

    /// Words of a cell in one line or several.
    fn cell_lines(&mut self, cell: &CellText) -> Option<Text> {
        let value = cell.value.as_deref().unwrap_or_default();
        if !value.contains('\n') {
            return self.cell_text(cell);
        }
        let lines: Vec<&str> = value.split('\n').map(str::trim).collect();
        let lines = lines.join("\n");
        let value = lines.trim_matches('\n').to_owned();
        let is_short = self.is_short(&value, MOST_IN_A_LINE, cell.span);
        let is_printable = self.is_printable(&value, cell.span, |sign| sign == '\n');
        (is_short && is_printable).then_some(Text::new(value, cell.span))
    }

    /// What is written in a cell of `column`, which is of this kind.
    pub(super) fn input(
        &mut self,
        cell: &CellText,
        column: &ColumnOutline,
        kind: ColumnKind,
    ) -> Option<Input> {
        let Some(value) = &cell.value else { return Some(Input::Blank) };
        match kind {
            ColumnKind::Text => self.cell_lines(cell).map(Input::Text),
            ColumnKind::Date => self.day(value, cell).map(Input::Date),
            kind => {
                if let Some(mark) = Mark::read(value).filter(|_| cell.exact.is_none()) {
                    return Some(Input::Mark(mark));
                }
                let (value, mark) = at_end(value)
                    .map_or((value.as_str(), None), |(value, mark)| (value, Some(mark)));
                let value = unsigned(value, kind);
                let amount = self.figure(value, cell, kind.decimals())?;
                if matches!(kind, ColumnKind::Integer | ColumnKind::Money) && !amount.is_integer() {
                    let message = Message::new("figure-not-whole")
                        .with("value", value)
                        .with("column", &column.id.value);
                    self.emit(&codes::BAD_FIGURE, message, cell.span);
                    return None;
                }
                let amount = self.in_print(amount, cell, column, kind)?;
                Some(match mark {
                    Some(mark) => {
                        let cell = self.cell_text(cell)?;
                        let mark = mark.to_owned();
                        Input::Noted(Box::new(NotedAmount { amount, mark, cell }))
                    }
                    None => Input::Amount(amount),
                })
            }
        }
    }

    /// The figure, if the column prints all of its decimals.
    pub(super) fn in_print(
        &mut self,
        amount: Amount,
        cell: &CellText,
        column: &ColumnOutline,
        kind: ColumnKind,
    ) -> Option<Amount> {
        let decimals = kind.decimals();
        if amount.round(decimals) == amount {
            return Some(amount);
        }
        let message = Message::new("figure-too-fine")
            .with("value", cell.value.as_deref().unwrap_or_default())
            .with("column", &column.id.value)
            .with("decimals", decimals);
        self.emit(&codes::BAD_FIGURE, message, cell.span);
        None
    }

    fn day(&mut self, value: &str, cell: &CellText) -> Option<jiff::civil::Date> {
        if let Ok(IssueDate::Day(date)) = value.trim().parse() {
            return Some(date);
        }
        let message = Message::new("bad-date-form").with("value", value);
        let mut finding = Diagnostic::new(&codes::BAD_DATE, message).at(cell.span);
        if let Some(date) = turned_round(value.trim()) {
            finding = finding.help(Message::new("bad-date-turned").with("date", &date));
        }
        self.report.emit(finding);
        None
    }

    /// The number that `value` is, if it can be read in one way only in a column of so many
    /// decimals: where three are printed, three are no thousands.
    pub(super) fn figure(&mut self, value: &str, cell: &CellText, decimals: u32) -> Option<Amount> {
        if let Some(exact) = &cell.exact {
            return Some(exact.clone());
        }
        let value = value.trim();
        let finding = match Amount::from_figure(value) {
            Ok(amount) => return Some(amount),
            Err(FigureError::NotANumber) => Diagnostic::new(
                &codes::BAD_FIGURE,
                Message::new("figure-not-a-number").with("value", value),
            ),
            Err(FigureError::Ambiguous(readings)) => {
                let has_three = value.rsplit_once('.').is_some_and(|(_, after)| after.len() == 3);
                let amount = Amount::from_decimal(value);
                if let (3, false, true, Some(amount)) =
                    (decimals, cell.is_in_file, has_three, amount)
                {
                    return Some(amount);
                }
                let message = Message::new("figure-ambiguous").with("value", value);
                let readings = possible(&readings, decimals);
                Diagnostic::new(&codes::BAD_FIGURE, message)
                    .help(Message::new("figure-readings").with("readings", readings))
            }
        };
        self.report.emit(finding.at(cell.span));
        None
    }

    pub(super) fn declared(
        &mut self,
        declared: &[DeclaredText],
        outline: &Outline,
        has_total: bool,
    ) -> Option<Vec<Declared>> {
        let figures: Vec<Option<Declared>> = declared
            .iter()
            .map(|declared| self.declared_figure(declared, outline, has_total))
            .collect();
        figures.into_iter().collect()
    }

    fn declared_figure(
        &mut self,
        declared: &DeclaredText,
        outline: &Outline,
        has_total: bool,
    ) -> Option<Declared> {
        let figure = &declared.figure;
        let column = self.declared_column(&declared.column, outline);
        let line = match &declared.line {
            None if !has_total => {
                let message = Message::new("declared-without-total");
                self.emit(&codes::BAD_ROW, message, figure.span);
                return None;
            }
            None => Some(None),
            Some(name) => self.declared_line(name, outline).map(Some),
        };
        let kind = column.map(|column| outline.kind_at(line.flatten(), column));
        let decimals = kind.map_or(0, ColumnKind::decimals);
        let amount = self.figure(figure.value.as_deref().unwrap_or_default(), figure, decimals);
        let (column, amount, kind, line) = (column?, amount?, kind?, line?);
        // What is printed has no more decimals, and could never agree with it.
        let amount = self.in_print(amount, figure, &outline.columns[column], kind)?;
        Some(Declared { line, column, amount, decimals, is_among_rows: false, span: figure.span })
    }

    fn declared_column(&mut self, name: &CellText, outline: &Outline) -> Option<usize> {
        let id = name.value.as_deref().unwrap_or_default();
        let is_meant = |column: &ColumnOutline| column.id.value == id && column.kind.is_figure();
        let found = outline.columns.iter().position(is_meant);
        if found.is_none() {
            let figures = outline.columns.iter().filter(|column| column.kind.is_figure());
            let names = figures.map(|column| column.id.value.as_str());
            let message = Message::new("reference-no-column").with("name", id);
            let finding = Diagnostic::new(&codes::BAD_COLUMN, message).at(name.span);
            self.report.emit(finding.suggest(suggestion(id, names)));
        }
        found
    }

    /// The line called `name`: also for the parts of an allocation. Names of groups before it are
    /// parted from it by ` › `.
    pub(super) fn declared_line(&mut self, name: &CellText, outline: &Outline) -> Option<usize> {
        let words = name.value.as_deref().unwrap_or_default();
        let whole = line_path::find(&outline.lines, &[words]);
        let parts: Vec<&str> = words.split(PATH_SIGN).map(str::trim).collect();
        let found = match whole {
            Err(PathError::Unknown) if parts.len() > 1 => line_path::find(&outline.lines, &parts),
            found => found,
        };
        match found {
            Ok(line) => Some(line),
            Err(_) if !outline.has_all_lines => None,
            Err(PathError::Several(first, second)) => {
                let message = Message::new("row-of-several").with("name", words);
                let paths =
                    [first, second].map(|line| line_path::names(&outline.lines, line).join(" › "));
                let help = Message::new("row-of-several-help")
                    .with("paths", listed(paths.iter().map(String::as_str)));
                let finding = Diagnostic::new(&codes::BAD_ROW, message).at(name.span).help(help);
                let label = || Message::new("duplicate-key-first");
                self.report.emit(finding.related(outline.lines[first].name.span, label()));
                None
            }
            Err(PathError::Unknown) => {
                let names = outline.lines.iter().map(|line| line.name.value.as_str());
                let help = nearest(words, names)
                    .map(|known| Message::new("suggest-nearest").with("nearest", known));
                let message = Message::new("reference-no-row").with("name", words);
                let finding = Diagnostic::new(&codes::BAD_ROW, message).at(name.span);
                self.report.emit(Diagnostic { help, ..finding });
                None
            }
        }
    }
}

/// Between the names of a path where it is written as one text.
const PATH_SIGN: char = '›';

/// The figure without the plus that a column of signed figures may have.
fn unsigned(value: &str, kind: ColumnKind) -> &str {
    let value = value.trim();
    if kind.is_signed() { value.strip_prefix('+').unwrap_or(value) } else { value }
}

/// The readings that a column of so many decimals can print. One of whole numbers may have the
/// wrong type: there all of them are told.
fn possible(readings: &[String], decimals: u32) -> String {
    let is_printed = |reading: &&String| {
        Amount::from_figure(reading).is_ok_and(|amount| amount.round(decimals) == amount)
    };
    let printed: Vec<&str> = readings.iter().filter(is_printed).map(String::as_str).collect();
    if printed.is_empty() || decimals == 0 {
        return listed(readings.iter().map(String::as_str));
    }
    listed(printed)
}
