//! D581

use std::collections::BTreeMap;

use crate::check::rule::{RuleInput, RuleReport, rule};
use crate::diagnostic::{Message, Place};

rule! {
    /// Two rows of one group with one name, in a table of nothing but figures.
    ///
    /// ## Why
    /// Names may come twice: in two groups, or as names of persons, whom other columns tell apart.
    /// Where a row has only a name and figures, the second one is nearly always a slip, and is
    /// counted twice.
    ///
    /// ## Bad
    /// ```yaml
    /// targets:
    ///   chi-tieu:
    ///     title: Giao chỉ tiêu
    ///     row_header: Đơn vị
    ///     columns: [{id: so, header: Số người}]
    ///     rows: [Phường 1: [10], Phường 2: [20], Phường 1: [10]]
    /// body: "Chỉ tiêu tại {{ appendix(\"chi-tieu\") }}./."
    /// ```
    ///
    /// ## Good
    /// ```yaml
    /// targets:
    ///   chi-tieu:
    ///     title: Giao chỉ tiêu
    ///     row_header: Đơn vị
    ///     columns: [{id: so, header: Số người}]
    ///     rows: [Phường 1: [10], Phường 2: [20], Phường 3: [10]]
    /// body: "Chỉ tiêu tại {{ appendix(\"chi-tieu\") }}./."
    /// ```
    ///
    /// ## Basis
    /// Each unit is counted once.
    ///
    /// ## Là gì
    /// Hai dòng cùng tên trong một nhóm, ở bảng chỉ có số.
    ///
    /// ## Vì sao
    /// Tên có thể trùng ở hai nhóm, hoặc là tên người mà các cột khác phân biệt được. Dòng chỉ có tên
    /// và số mà trùng tên thì thường là ghi hai lần, và bị cộng hai lần.
    ///
    /// ## Căn cứ
    /// Mỗi đơn vị chỉ tính một lần.
    "D581" "row-named-twice" Warning => check
}

fn check(input: &RuleInput<'_>, report: &mut RuleReport<'_>) {
    for target in input.directive.targets.iter() {
        let tells_apart = target.columns.iter().any(|column| !column.kind.is_figure());
        if tells_apart || target.beside.code.is_some() {
            continue;
        }
        let parents = target.parents();
        let mut firsts = BTreeMap::new();
        for (index, line) in target.lines.iter().enumerate().filter(|(_, it)| it.is_summed()) {
            let key = (parents[index], line.name.value.as_str());
            let Some(first) = firsts.insert(key, line.name.span) else { continue };
            let message = Message::new("row-named-twice").with("name", &line.name.value);
            let finding = report.emit(line.name.span, message);
            let label = Some(Message::new("duplicate-key-first"));
            finding.related.push(Place { span: first, label });
            finding.subject = Some(format!("{}.{}", target.id.value, line.name.value));
        }
    }
}
