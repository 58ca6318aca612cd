//! How figures and dates are printed.

use crate::compute::{Tables, Value};
use crate::model::amount::Amount;
use crate::model::cell_id::CellId;
use crate::model::date::{IssueDate, padded_day, padded_month};
use crate::model::target::ColumnKind;
use crate::model::words::in_words;

/// A day: below 10 with a leading zero (R34).
#[must_use]
pub fn day(date: IssueDate) -> Option<String> {
    date.day().map(padded_day)
}

/// A month: 1 and 2 with a leading zero, the others without (R34).
#[must_use]
pub fn month(date: IssueDate) -> Option<String> {
    date.month().map(padded_month)
}

/// A year.
#[must_use]
pub fn year(date: IssueDate) -> Option<String> {
    date.year().map(|year| year.to_string())
}

/// What the cell `id` is printed as by its column.
#[must_use]
pub fn at(id: CellId, tables: &Tables) -> String {
    let kind = tables.of(id.target).target.kind_at(id.line, id.column);
    cell(&tables.cell(id).value, kind)
}

/// What a cell of a column of `kind` is printed as.
#[must_use]
pub fn cell(value: &Value, kind: ColumnKind) -> String {
    match value {
        Value::Blank => String::new(),
        Value::Amount(amount) => figure(amount, kind),
        Value::Date(date) => {
            let date = IssueDate::Day(*date);
            let part = Option::unwrap_or_default;
            format!("{}/{}/{}", part(day(date)), part(month(date)), part(year(date)))
        }
        Value::Text(text) => parts(text).into_iter().map(|(part, _)| part).collect(),
        Value::Mark(mark) => mark.sign().to_owned(),
    }
}

/// The words of a text cell, each part with whether it is bold. What stands between `**` is; marks
/// that do not count in pairs are words like others.
pub(super) fn parts(text: &str) -> Vec<(&str, bool)> {
    let parts: Vec<&str> = text.split("**").collect();
    if parts.len().is_multiple_of(2) {
        return vec![(text, false)];
    }
    let parts = parts.into_iter().enumerate().map(|(at, part)| (part, at % 2 == 1));
    parts.filter(|(part, _)| !part.is_empty()).collect()
}

/// A figure in a column of `kind`.
#[must_use]
pub fn figure(amount: &Amount, kind: ColumnKind) -> String {
    let figure = amount.vietnamese(kind.decimals());
    let is_above = kind.is_signed() && amount.round(kind.decimals()) > Amount::zero();
    if is_above { format!("+{figure}") } else { figure }
}

/// An amount in words: its whole part, and the digits of its fraction one by one.
#[must_use]
pub fn words(amount: &Amount) -> String {
    let printed = amount.vietnamese_plain(6).replace('.', "");
    let (sign, digits) =
        printed.strip_prefix('-').map_or(("", printed.as_str()), |digits| ("âm ", digits));
    let (whole, fraction) = digits.split_once(',').unwrap_or((digits, ""));
    let whole = format!("{sign}{}", in_words(whole));
    if fraction.is_empty() {
        return whole;
    }
    let zeros = fraction.len() - fraction.trim_start_matches('0').len();
    let zeros = "không ".repeat(zeros);
    format!("{whole} phẩy {zeros}{}", in_words(fraction))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zeros_stand_where_the_decree_puts_them() {
        for (date, printed_day, printed_month) in [
            ("2020-01-05", "05", "01"),
            ("2020-02-10", "10", "02"),
            ("2020-03-05", "05", "3"),
            ("2019-06-29", "29", "6"),
            ("2019-12-31", "31", "12"),
        ] {
            let date: IssueDate = date.parse().expect("a date");
            assert_eq!(day(date).as_deref(), Some(printed_day));
            assert_eq!(month(date).as_deref(), Some(printed_month));
        }
    }
}
