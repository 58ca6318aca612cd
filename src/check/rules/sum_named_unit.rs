//! D615

use crate::check::rule::{RuleInput, RuleReport, rule};
use crate::compute::{ComputedTable, Table};
use crate::diagnostic::Message;
use crate::model::amount::Amount;
use crate::model::row_names::{RowName, row_name};
use crate::model::target::Target;

rule! {
    /// A row named as a sum or a mean (`Tổng kinh phí`, `Bình quân`) that is summed as a unit.
    ///
    /// ## Why
    /// A total that does not agree with its rows is no total to the program: it would be added to the
    /// rows, and the printed total doubled.
    ///
    /// ## Bad
    /// ```yaml
    /// targets:
    ///   t:
    ///     title: Kết quả
    ///     row_header: Đơn vị
    ///     columns: [{id: n, header: Số hộ}]
    ///     rows: {Xã A: [412], Xã B: [368], Tổng số hộ: [781]}
    ///     total: {label: Cộng}
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
    ///     columns: [{id: n, header: Số hộ}]
    ///     rows: {Xã A: [412], Xã B: [368]}
    ///     total: {label: Tổng số hộ}
    /// body: |
    ///   Kết quả tại {{ appendix("t") }}./.
    /// ```
    ///
    /// ## Basis
    /// A name that begins with `Tổng`, first or last among its rows and above all of them, is looked at;
    /// so is `Bình quân` anywhere.
    ///
    /// ## Là gì
    /// Dòng mang tên dòng cộng hoặc dòng bình quân (`Tổng kinh phí`, `Bình quân`) mà được cộng như một đơn vị.
    ///
    /// ## Vì sao
    /// Dòng cộng sai số thì công cụ không nhận ra là dòng cộng: nó bị cộng cùng các dòng khác, và tổng in
    /// ra gấp đôi.
    ///
    /// ## Căn cứ
    /// Tên bắt đầu bằng `Tổng`, đứng đầu hoặc cuối các dòng và lớn hơn mọi dòng; `Bình quân` ở bất cứ đâu.
    "D615" "sum-named-unit" Warning => check
}

fn check(input: &RuleInput<'_>, report: &mut RuleReport<'_>) {
    for ComputedTable { target, table } in input.tables.iter() {
        for rows in target.runs_of_units().filter(|rows| rows.len() > 2) {
            for (at, row) in rows.iter().enumerate() {
                let name = &target.lines[*row].name;
                let is_outside = at == 0 || at + 1 == rows.len();
                let is_told = match row_name(&name.value) {
                    RowName::Derived => true,
                    RowName::Total => is_outside,
                    RowName::PerhapsTotal => is_outside && is_greatest(target, table, &rows, *row),
                    RowName::Note | RowName::Unit => false,
                };
                if !is_told {
                    continue;
                }
                let message = Message::new("sum-named-unit").with("name", &name.value);
                let subject = format!("{}.{}", target.id.value, name.value);
                report.emit(name.span, message).subject = Some(subject);
            }
        }
    }
}

/// Whether no other row has a greater figure in any column where this one has one.
fn is_greatest(target: &Target, table: &Table, rows: &[usize], row: usize) -> bool {
    let is_figure = |column: &usize| {
        let kind = target.columns[*column].kind;
        kind.is_figure() && !kind.is_ratio()
    };
    let amount = |row: usize, column: usize| table.cell(Some(row), column).value.amount().cloned();
    let mut columns = (0..target.columns.len()).filter(is_figure).peekable();
    columns.peek().is_some()
        && columns.all(|column| {
            let Some(own) = amount(row, column) else { return true };
            let others = rows.iter().filter(|other| **other != row);
            others
                .map(|other| amount(*other, column))
                .all(|it| it.unwrap_or_else(Amount::zero) <= own)
        })
}
