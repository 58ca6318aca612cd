//! D500

use crate::check::rule::{RuleReport, Subject, rule};
use crate::compute::Origin;
use crate::diagnostic::{Message, Place};
use crate::model::target::{Declared, Target};
use crate::source::Span;

rule! {
    /// A declared total that is not what its rows give.
    ///
    /// ## Why
    /// A table whose total is not the sum of its rows contradicts itself; whoever carries it out
    /// cannot know which of the two figures binds.
    ///
    /// ## Bad
    /// ```yaml
    /// targets:
    ///   chi-tieu:
    ///     title: Giao chỉ tiêu
    ///     row_header: Đơn vị
    ///     columns: [{id: so, header: Số người}]
    ///     rows: {Phường 1: [10], Phường 2: [20]}
    ///     total: {label: Tổng cộng}
    ///     declared: {so: 31}
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
    ///     rows: {Phường 1: [10], Phường 2: [20]}
    ///     total: {label: Tổng cộng}
    ///     declared: {so: 30}
    /// body: "Chỉ tiêu tại {{ appendix(\"chi-tieu\") }}./."
    /// ```
    ///
    /// ## Basis
    /// A figure is computed from its rows, and printed once.
    "D500" "declared-total" Error => check
}

fn check(subject: &Subject<'_>, report: &mut RuleReport<'_>) {
    for (target, table) in subject.directive.targets.iter().zip(subject.tables) {
        let Some(total) = &table.total else { continue };
        for declared in &target.declared {
            let cell = &total[declared.column];
            let decimals = target.columns[declared.column].kind.decimals();
            match cell.value.amount() {
                Some(computed) if computed.round(decimals) == declared.amount => {}
                Some(computed) => {
                    let computed = computed.round(decimals);
                    let difference = &declared.amount - &computed;
                    let column = &target.columns[declared.column].id.value;
                    let message = Message::new("declared-total")
                        .with("column", column)
                        .with("declared", declared.amount.vietnamese(decimals))
                        .with("computed", computed.vietnamese(decimals))
                        .with("difference", signed(&difference.vietnamese(decimals)));
                    let path = format!("{}.total.{column}", target.id.value);
                    let finding = report.emit(declared.span, message);
                    finding.related.push(made_by(target, declared, cell.origin));
                    finding.help = Some(Message::new("declared-total-help").with("path", &path));
                    finding.subject = Some(path);
                }
                None => {
                    let column = &target.columns[declared.column].id.value;
                    let message = Message::new("declared-nothing").with("column", column);
                    let path = format!("{}.total.{column}", target.id.value);
                    report.emit(declared.span, message).subject = Some(path);
                }
            }
        }
    }
}

fn signed(difference: &str) -> String {
    if difference.starts_with('-') { difference.to_owned() } else { format!("+{difference}") }
}

/// The place that says otherwise: the rows that are summed, or the formula.
fn made_by(target: &Target, declared: &Declared, origin: Origin) -> Place {
    let formula = target.columns[declared.column].formula.as_ref();
    if let (Origin::Formula, Some(formula)) = (origin, formula) {
        let label = Message::new("declared-total-formula");
        return Place { span: formula.span, label: Some(label) };
    }
    let first = target.rows.first().map_or(declared.span, |row| row.name.span);
    let last = target.rows.last().map_or(first, |row| row.name.span);
    let label = Message::new("declared-total-rows").with("count", target.rows.len());
    Place { span: Span { end: last.end, ..first }, label: Some(label) }
}
