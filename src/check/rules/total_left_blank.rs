//! D614

use crate::check::rule::{RuleInput, RuleReport, rule};
use crate::compute::ComputedTable;
use crate::diagnostic::Message;
use crate::model::amount::Amount;
use crate::model::target::{Column, MadeBy, TotalRule};

rule! {
    /// A column that is summed, though the row of sums among its rows leaves it blank.
    ///
    /// ## Why
    /// Whoever left the price out of the total knew that prices have no sum; a total would be printed
    /// all the same.
    ///
    /// ## Bad
    /// ```yaml
    /// targets:
    ///   t:
    ///     title: Kết quả
    ///     row_header: Đơn vị
    ///     columns: [{id: n, header: Số lượng}, {id: p, header: Giá mua}]
    ///     rows:
    ///       Bàn: [2, 1000]
    ///       Ghế: [3, 500]
    ///       Tổng cộng: [5, ~]
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
    ///     columns: [{id: n, header: Số lượng}, {id: p, header: Giá mua, total: none}]
    ///     rows:
    ///       Bàn: [2, 1000]
    ///       Ghế: [3, 500]
    ///       Tổng cộng: [5, ~]
    /// body: |
    ///   Kết quả tại {{ appendix("t") }}./.
    /// ```
    ///
    /// ## Basis
    /// The row of sums says what has a sum.
    ///
    /// ## Là gì
    /// Cột được cộng trong khi dòng cộng ghi cùng các dòng để trống cột ấy.
    ///
    /// ## Vì sao
    /// Người để trống giá ở dòng cộng biết rằng giá không cộng được; công cụ vẫn sẽ in một tổng.
    ///
    /// ## Căn cứ
    /// Dòng cộng cho biết cột nào có tổng.
    "D614" "total-left-blank" Warning => check
}

fn check(input: &RuleInput<'_>, report: &mut RuleReport<'_>) {
    for ComputedTable { target, table } in input.tables.iter() {
        let sums = target.declared.iter().filter(|it| it.line.is_none() && it.is_among_rows);
        let declared: Vec<_> = sums.collect();
        let Some(first) = declared.first() else { continue };
        for (index, column) in target.columns.iter().enumerate().filter(|(_, it)| is_summed(it)) {
            let total = table.cell(None, index).value.amount().cloned();
            let is_declared = declared.iter().any(|it| it.column == index);
            let Some(total) = total.filter(|it| !is_declared && *it != Amount::zero()) else {
                continue;
            };
            let message = Message::new("total-left-blank")
                .with("column", &column.header)
                .with("total", total.vietnamese(column.kind.decimals()))
                .with("id", &column.id.value);
            let path = target.accept_path(None, index);
            report.emit(first.span, message).subject = Some(path);
        }
    }
}

/// Whether its total is the sum of what its author wrote, and nobody said so.
fn is_summed(column: &Column) -> bool {
    matches!((&column.total, &column.made_by), (TotalRule::Sum, MadeBy::Input))
        && column.kind.is_figure()
        && !column.is_total_chosen
        && !column.hidden
}
