//! What a cell of a sheet says in a column of the table.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;

use super::super::ColumnOutline;
use super::super::number_format::{leaves_out_thousands, percent_decimals, shows_no_day};
use super::grid::{shown, words};
use crate::codes;
use crate::diagnostic::{Diagnostic, Message};
use crate::load::CellText;
use crate::load::sheet::{DecimalMark, Sheet, SheetCell, SheetValue};
use crate::model::amount::Amount;
use crate::model::note_mark::at_end;
use crate::model::target::ColumnKind;
use crate::resolve::Resolver;
use crate::resolve::date::turned_round;

/// Errors of spreadsheets, as they stand in a text.
const ERRORS: [&str; 9] =
    ["#DIV/0!", "#REF!", "#N/A", "#VALUE!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!"];

impl Resolver<'_> {
    /// The words of a cell for a column; `None` after a finding.
    pub(super) fn sheet_cell(
        &mut self,
        cell: &SheetCell,
        column: &ColumnOutline,
        sheet: &Sheet,
    ) -> Option<CellText> {
        let marks = sheet.marks;
        let text = words(&cell.value).nfc().collect::<String>();
        let value = Some(text.trim().to_owned()).filter(|text| !text.is_empty());
        let plain = CellText::in_file(value, cell.span);
        self.is_a_value(cell)?;
        match column.kind {
            ColumnKind::Text => self.shown_words(cell, with_lines(cell, plain)),
            ColumnKind::Date => self.sheet_day(cell, plain, sheet),
            kind => {
                let exact = self.sheet_figure(cell, column, kind, marks)?;
                Some(CellText { exact, ..plain })
            }
        }
    }

    /// A cell of a column of days. A day that is typed as people write it, `5/3/2026`, is read where
    /// it has one reading: in a workbook and in a file of a Vietnamese spreadsheet the day stands
    /// first, and after the 12th it does everywhere.
    fn sheet_day(&mut self, cell: &SheetCell, plain: CellText, sheet: &Sheet) -> Option<CellText> {
        let is_vietnamese = sheet.name.is_some() || sheet.marks != DecimalMark::Unknown;
        match &cell.value {
            SheetValue::Day { format: Some(format), .. } if shows_no_day(format) => {
                let message = Message::new("cell-without-day").with("format", format);
                self.report.emit(Diagnostic::new(&codes::BAD_DATE, message).at(cell.span));
                None
            }
            SheetValue::Text(text) => {
                let day_first = turned_round(text.trim()).filter(|iso| {
                    let is_late = iso.get(8..).and_then(|day| day.parse().ok()) > Some(12u8);
                    is_late || is_vietnamese
                });
                let is_day = day_first.filter(|iso| iso.len() == 10);
                Some(CellText { value: is_day.or(plain.value), ..plain })
            }
            _ => Some(plain),
        }
    }

    /// Refuses errors and formulas that nobody has computed.
    pub(super) fn is_a_value(&mut self, cell: &SheetCell) -> Option<()> {
        let message = match &cell.value {
            SheetValue::NoValue => Message::new("cell-without-value"),
            SheetValue::Error(error) => Message::new("cell-error").with("value", error),
            SheetValue::Text(text) if is_error(text) => {
                Message::new("cell-error").with("value", text)
            }
            _ => return Some(()),
        };
        self.report.emit(Diagnostic::new(&codes::BAD_FIGURE, message).at(cell.span));
        None
    }

    /// A cell of a column of words, as the sheet shows it.
    fn shown_words(&mut self, cell: &SheetCell, plain: CellText) -> Option<CellText> {
        if let SheetValue::Number { .. } | SheetValue::Day { .. } = &cell.value {
            self.has_known_format(cell)?;
            let value = shown(&cell.value).map(Cow::into_owned);
            return Some(CellText { value, ..plain });
        }
        Some(plain)
    }

    /// Refuses a cell of words in a format that is not known here.
    pub(super) fn has_known_format(&mut self, cell: &SheetCell) -> Option<()> {
        if shown(&cell.value).is_some() {
            return Some(());
        }
        let (SheetValue::Number { format, .. } | SheetValue::Day { format, .. }) = &cell.value
        else {
            return Some(());
        };
        let message = Message::new("cell-format")
            .with("value", words(&cell.value))
            .with("format", format.as_deref().unwrap_or_default());
        self.report.emit(Diagnostic::new(&codes::BAD_FIGURE, message).at(cell.span));
        None
    }

    /// The figure that the file says it is; `None` within where its words have to tell.
    fn sheet_figure(
        &mut self,
        cell: &SheetCell,
        column: &ColumnOutline,
        kind: ColumnKind,
        marks: DecimalMark,
    ) -> Option<Option<Amount>> {
        let is_percent = matches!(kind, ColumnKind::Percent(_));
        match &cell.value {
            SheetValue::Number { digits, format, .. } => {
                if format.as_deref().is_some_and(leaves_out_thousands) {
                    let message = Message::new("cell-in-thousands")
                        .with("value", words(&cell.value))
                        .with("format", format.as_deref().unwrap_or_default());
                    self.report.emit(Diagnostic::new(&codes::BAD_FIGURE, message).at(cell.span));
                    return None;
                }
                let amount = Amount::from_decimal(digits);
                let Some(shown) = format.as_deref().and_then(percent_decimals) else {
                    return Some(amount);
                };
                let percent = amount.map(|amount| &amount * &Amount::from(100));
                if is_percent {
                    return Some(percent.map(|percent| as_printed(percent, shown, kind)));
                }
                let message = Message::new("percent-in-column")
                    .with("value", percent.map_or_else(String::new, |it| it.vietnamese_plain(6)))
                    .with("column", &column.id.value);
                self.report.emit(Diagnostic::new(&codes::BAD_FIGURE, message).at(cell.span));
                None
            }
            SheetValue::Text(text) => {
                let text = at_end(text.trim()).map_or(text.trim(), |(text, _)| text);
                let figure = text.strip_suffix('%').filter(|_| is_percent).map(str::trim_end);
                let exact = figure_of(figure.unwrap_or(text), marks);
                Some(match (exact, figure) {
                    (None, Some(figure)) => Amount::from_figure(figure).ok(),
                    // Where three decimals are printed, three are no thousands.
                    (None, None) if marks == DecimalMark::Unknown && kind.decimals() == 3 => {
                        let has_three = |(_, after): (&str, &str)| after.len() == 3;
                        let is_meant = text.rsplit_once('.').is_some_and(has_three);
                        Amount::from_decimal(text).filter(|_| is_meant)
                    }
                    (exact, _) => exact,
                })
            }
            _ => Some(None),
        }
    }
}

/// The words of a cell in the lines that it has.
fn with_lines(cell: &SheetCell, plain: CellText) -> CellText {
    let SheetValue::Text(text) = &cell.value else { return plain };
    if !text.contains('\n') {
        return plain;
    }
    let line = |line: &str| line.split_whitespace().collect::<Vec<_>>().join(" ");
    let lines: Vec<String> = text.lines().map(line).collect();
    let value = composed(lines.join("\n").trim());
    CellText { value: Some(value).filter(|value| !value.is_empty()), ..plain }
}

/// A percentage whose cell shows as many decimals as the column prints is what is shown.
fn as_printed(percent: Amount, shown: u32, kind: ColumnKind) -> Amount {
    if shown == kind.decimals() { percent.round(shown) } else { percent }
}

fn is_error(text: &str) -> bool {
    let text = text.trim();
    ERRORS.contains(&text) || (text.len() > 2 && text.bytes().all(|byte| byte == b'#'))
}

/// A figure of a text file whose commas are decimal marks, if it reads in one way.
pub(super) fn figure_of(text: &str, marks: DecimalMark) -> Option<Amount> {
    if marks == DecimalMark::Unknown {
        return None;
    }
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    let (whole, fraction) =
        unsigned.split_once(',').map_or((unsigned, None), |(w, f)| (w, Some(f)));
    let groups: Vec<&str> = whole.split('.').collect();
    let is_digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let is_grouped = groups.len() > 1
        && groups[0].len() <= 3
        && groups[0] != "0"
        && groups[1..].iter().all(|group| group.len() == 3);
    let is_one_group = groups.len() == 2 && fraction.is_none();
    let is_read = groups.iter().all(|group| is_digits(group))
        && fraction.is_none_or(is_digits)
        && (groups.len() == 1 || is_grouped)
        // `1.250` alone may be one and a quarter where no comma proves the opposite.
        && (!is_one_group || marks == DecimalMark::CommaProved);
    let is_plain = groups.len() == 1 && fraction.is_none();
    if !is_read || is_plain {
        return None;
    }
    let sign = if text.starts_with('-') { "-" } else { "" };
    let point = fraction.map_or_else(String::new, |fraction| format!(".{fraction}"));
    Amount::from_decimal(&format!("{sign}{}{point}", groups.concat()))
}

/// Words in one line, composed.
pub(super) fn composed(text: &str) -> String {
    text.nfc().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn in_a_file_parted_by_semicolons_the_comma_has_one_reading() {
        use DecimalMark::{Comma, CommaProved, Unknown};
        for (text, marks, figure) in [
            ("165,5", Comma, Some("165.5")),
            ("19,905", Comma, Some("19.905")),
            ("1.250,5", Comma, Some("1250.5")),
            ("-1.250.000", Comma, Some("-1250000")),
            ("1.250", Comma, None),
            ("1.250", CommaProved, Some("1250")),
            ("165.5", CommaProved, None),
            ("0.125", CommaProved, None),
            ("165", CommaProved, None),
            ("165,5", Unknown, None),
            ("1,250,000", Comma, None),
            ("12,", Comma, None),
            ("a,5", Comma, None),
        ] {
            let wanted = figure.and_then(Amount::from_decimal);
            assert_eq!(figure_of(text, marks), wanted, "{text} {marks:?}");
        }
    }
}
