//! D613

use crate::check::rule::{RuleInput, RuleReport, rule};
use crate::compute::{ComputedTable, Origin};
use crate::diagnostic::Message;
use crate::model::amount::Amount;

rule! {
    /// A figure in a row of sums, or of a group, whose column prints none there.
    ///
    /// ## Why
    /// Whoever wrote 85,3 in the total wants it to be read; it would be missing from the page without a
    /// word.
    ///
    /// ## Bad
    /// ```yaml
    /// targets:
    ///   t:
    ///     title: Kết quả
    ///     row_header: Đơn vị
    ///     columns: [{id: n, header: Số hộ}, {id: t, header: Tỷ lệ, type: percent(1)}]
    ///     rows:
    ///       Xã A: [412, 90]
    ///       Xã B: [368, 80]
    ///       Tổng cộng: [780, 85.3]
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
    ///     columns: [{id: n, header: Số hộ}, {id: d, header: Số hộ đạt}, {id: t, header: Tỷ lệ, type: percent(1), formula: d / n * 100}]
    ///     rows:
    ///       Xã A: [412, 371]
    ///       Xã B: [368, 294]
    ///     total: {label: Tổng cộng}
    /// body: |
    ///   Kết quả tại {{ appendix("t") }}./.
    /// ```
    ///
    /// ## Basis
    /// What the author declares is compared or printed, never dropped.
    ///
    /// ## Là gì
    /// Số ghi ở dòng cộng hoặc dòng nhóm mà cột không in số nào ở đó.
    ///
    /// ## Vì sao
    /// Người ghi 85,3 ở dòng cộng muốn số ấy được đọc; nếu không báo thì trang in mất số mà không ai biết.
    ///
    /// ## Căn cứ
    /// Số đã khai thì được so hoặc được in, không bao giờ bị bỏ.
    "D613" "total-not-printed" Warning => check
}

fn check(input: &RuleInput<'_>, report: &mut RuleReport<'_>) {
    for ComputedTable { target, table } in input.tables.iter() {
        for declared in target.declared.iter().filter(|it| it.is_among_rows) {
            let is_sum = declared.line.is_none_or(|line| target.lines[line].group.is_some());
            let cell = table.cell(declared.line, declared.column);
            let is_dropped = cell.origin == Origin::Nothing && declared.amount != Amount::zero();
            if !is_sum || !is_dropped {
                continue;
            }
            let column = &target.columns[declared.column];
            let decimals = target.kind_at(declared.line, declared.column).decimals();
            let message = Message::new("total-not-printed")
                .with("found", declared.amount.vietnamese(decimals.max(declared.decimals)))
                .with("column", &column.header)
                .with("id", &column.id.value);
            let path = target.accept_path(declared.line, declared.column);
            report.emit(declared.span, message).subject = Some(path);
        }
    }
}
