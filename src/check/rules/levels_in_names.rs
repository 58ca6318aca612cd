//! D611

use crate::check::rule::{RuleInput, RuleReport, rule};
use crate::compute::{ComputedTable, Table};
use crate::diagnostic::{Message, Place};
use crate::load::part_rows::DASHES;
use crate::model::amount::Amount;
use crate::model::row_number::{LastLetters, RowNumber, numbered};
use crate::model::target::Target;

rule! {
    /// Names of rows numbered on two levels (`I. …`, `1. …`) that are summed as equals.
    ///
    /// ## Why
    /// The number of a row says that it is part of the row above; the program knows only what the
    /// YAML nests, and adds both.
    ///
    /// ## Bad
    /// ```yaml
    /// targets:
    ///   t:
    ///     title: Kết quả
    ///     row_header: Đơn vị
    ///     columns: [{id: n, header: Số thu}]
    ///     rows:
    ///       I. Vùng 1: [30]
    ///       1. Xã A: [10]
    ///       2. Xã B: [20]
    ///     total: {label: Tổng cộng}
    /// body: |
    ///   Kết quả tại {{ appendix("t") }}./.
    /// ```
    ///
    /// ## Good
    /// ```yaml
    /// targets:
    ///   t:
    ///     title: Kết quả
    ///     row_header: Đơn vị
    ///     columns: [{id: n, header: Số thu}]
    ///     rows:
    ///       Vùng 1:
    ///         Xã A: [10]
    ///         Xã B: [20]
    ///     total: {label: Tổng cộng}
    /// body: |
    ///   Kết quả tại {{ appendix("t") }}./.
    /// ```
    ///
    /// ## Basis
    /// A group and its units are never added to each other; `numbering` prints the numbers.
    ///
    /// ## Là gì
    /// Tên dòng đánh số hai cấp (`I. …`, `1. …`) mà được cộng ngang hàng với nhau.
    ///
    /// ## Vì sao
    /// Số thứ tự nói rằng dòng này thuộc dòng trên; công cụ chỉ biết những gì YAML lồng vào nhau, nên cộng
    /// cả hai.
    ///
    /// ## Căn cứ
    /// Nhóm và đơn vị trong nhóm không cộng với nhau; `numbering` in số thứ tự.
    "D611" "levels-in-names" Warning => check
}

fn check(input: &RuleInput<'_>, report: &mut RuleReport<'_>) {
    for ComputedTable { target, table } in input.tables.iter() {
        for rows in target.runs_of_units() {
            let found = levels(target, &rows).or_else(|| dashed(target, table, &rows));
            let Some((upper, lower)) = found else { continue };
            let (upper, lower) = (&target.lines[upper].name, &target.lines[lower].name);
            let message = Message::new("levels-in-names")
                .with("upper", &upper.value)
                .with("lower", &lower.value);
            let finding = report.emit(upper.span, message);
            let label = Some(Message::new("levels-in-names-lower"));
            finding.related.push(Place { span: lower.span, label });
            finding.subject = Some(format!("{}.{}", target.id.value, upper.value));
        }
    }
}

/// The first row of the upper level, and the first one of the level below it. A level begins with
/// its first number: `P. Tân An` and `X. Long Đức` are no numbers.
fn levels(target: &Target, rows: &[usize]) -> Option<(usize, usize)> {
    let mut last = LastLetters::default();
    let mut first: Option<(usize, (u8, usize))> = None;
    for row in rows {
        let name = &target.lines[*row].name.value;
        let Some((number, _)) = numbered(name, last) else { continue };
        last.note(number);
        let kind = number.kind();
        match first {
            Some((_, known)) if known == kind => {}
            _ if !begins(number, name) => {}
            Some((upper, _)) => return Some((upper, *row)),
            None => first = Some((*row, kind)),
        }
    }
    None
}

/// The first row above rows with dashes, and the first of these, where they are not the parts that
/// they look like: of true parts D586 tells.
fn dashed(target: &Target, table: &Table, rows: &[usize]) -> Option<(usize, usize)> {
    let is_dashed = |row: usize| target.lines[row].name.value.trim_start().starts_with(DASHES);
    let figures = |column: &usize| target.columns[*column].kind.is_figure();
    let column = (0..target.columns.len()).find(figures)?;
    let amount = |row: usize| {
        table.cell(Some(row), column).value.amount().cloned().unwrap_or_else(Amount::zero)
    };
    (1..rows.len()).find_map(|at| {
        let (upper, lower) = (rows[at - 1], rows[at]);
        if is_dashed(upper) || !is_dashed(lower) {
            return None;
        }
        let below = rows[at..].iter().take_while(|row| is_dashed(**row));
        let sum = below.fold(Amount::zero(), |sum, row| &sum + &amount(*row));
        (sum != amount(upper)).then_some((upper, lower))
    })
}

/// Whether the number is the first one of its kind.
fn begins(number: RowNumber, name: &str) -> bool {
    let own = name.trim_start().split([' ', '\u{a0}']).next().unwrap_or_default();
    let own = own.trim_matches(['(', ')', '.', '/']);
    match number {
        RowNumber::Letter(letter) => letter == 'A',
        RowNumber::Small(letter) => letter == 'a',
        RowNumber::Roman => own == "I",
        RowNumber::SmallRoman => own == "i",
        RowNumber::Number(number) => number == 1,
        RowNumber::Dotted(_) => own.ends_with(".1") || own.ends_with(",1"),
        RowNumber::Dash => false,
    }
}
