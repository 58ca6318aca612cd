//! D500

use crate::check::rule::{RuleInput, RuleReport, rule};
use crate::compute::{Cell, ComputedTable, Origin, Table, Value};
use crate::diagnostic::{Message, Place};
use crate::model::amount::Amount;
use crate::model::target::{Declared, MadeBy, Target, TotalRule};
use crate::scalar;
use crate::span::Span;

rule! {
    /// A declared figure that is not what its rows or its formula give.
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
    ///
    /// ## Là gì
    /// Số khai khác với số các dòng hoặc công thức tính ra.
    ///
    /// ## Vì sao
    /// Bảng có tổng không bằng các dòng cộng lại thì tự trái mình; người thực hiện không biết theo
    /// số nào.
    ///
    /// ## Căn cứ
    /// Số được tính từ các dòng và chỉ in một lần.
    "D500" "declared-total" Error => check
}

fn check(input: &RuleInput<'_>, report: &mut RuleReport<'_>) {
    for ComputedTable { target, table } in input.tables.iter() {
        for declared in &target.declared {
            let cell = table.cell(declared.line, declared.column);
            // A column without sums prints none, whatever the file has there; a spreadsheet says 0
            // where nothing is summed.
            let is_nothing = cell.origin == Origin::Nothing
                || cell.value == Value::Blank && declared.amount == Amount::zero();
            if declared.is_among_rows && is_nothing {
                continue;
            }
            compare(target, table, declared, cell, report);
        }
    }
}

fn compare(
    target: &Target,
    table: &Table,
    declared: &Declared,
    cell: &Cell,
    report: &mut RuleReport<'_>,
) {
    let decimals = target.kind_at(declared.line, declared.column).decimals();
    let column = &target.columns[declared.column].id.value;
    let row = match declared.line {
        Some(line) => target.lines[line].name.value.as_str(),
        None => "total",
    };
    let path = target.accept_path(declared.line, declared.column);
    let Some(computed) = cell.value.amount().map(|amount| amount.round(decimals)) else {
        let id = if declared.line.is_some() { "declared-line-nothing" } else { "declared-nothing" };
        let message = Message::new(id).with("column", column).with("row", row);
        report.emit(declared.span, message).subject = Some(path);
        return;
    };
    let exact = cell.value.amount().map(|amount| amount.round(declared.decimals));
    if computed == declared.amount || exact.as_ref() == Some(&declared.amount) {
        return;
    }
    let difference = &declared.amount - &computed;
    let message =
        Message::new(if declared.line.is_some() { "declared-line" } else { "declared-total" })
            .with("column", column)
            .with("row", row)
            .with("declared", shown(&declared.amount, decimals))
            .with("computed", computed.vietnamese(decimals))
            .with("difference", signed(&shown(&difference, decimals)));
    let finding = report.emit(declared.span, message);
    finding.related.push(made_by(target, declared, cell.origin));
    finding.related.extend(guess(target, table, declared, &computed));
    let found = shown(&declared.amount, decimals);
    let help = Message::new("declared-total-help")
        .with("path", scalar::written(&path))
        .with("found", scalar::written(&found));
    finding.help = Some(help);
    finding.subject = Some(path);
    finding.found = Some(found);
}

/// As the column prints it; with all its decimals where it has more.
fn shown(amount: &Amount, decimals: u32) -> String {
    if amount.round(decimals) == *amount { amount.vietnamese(decimals) } else { amount.to_string() }
}

fn signed(difference: &str) -> String {
    if difference.starts_with('-') { difference.to_owned() } else { format!("+{difference}") }
}

/// The place that says otherwise: the formula, or the rows that are summed.
fn made_by(target: &Target, declared: &Declared, origin: Origin) -> Place {
    let column = &target.columns[declared.column];
    let own = declared.line.and_then(|line| target.lines[line].formula(declared.column));
    let formula = match (&column.total, &column.made_by) {
        _ if own.is_some() => own.map(|written| written.span),
        (TotalRule::Formula(written), _) if declared.line.is_none() => Some(written.span),
        (_, MadeBy::Formula(written)) => Some(written.span),
        (_, MadeBy::Allocation(allocation)) => Some(allocation.span),
        (_, MadeBy::Input) => None,
    };
    if let (Origin::Formula | Origin::Allocation | Origin::Adjusted, Some(span)) = (origin, formula)
    {
        return Place { span, label: Some(Message::new("declared-total-formula")) };
    }
    let group = declared.line.filter(|line| target.lines[*line].group.is_some());
    let lines: Vec<usize> = match declared.line {
        Some(line) if group.is_none() => vec![line],
        _ => target.units(group).collect(),
    };
    let span =
        |line: Option<&usize>| line.map_or(declared.span, |line| target.lines[*line].name.span);
    let (first, last) = (span(lines.first()), span(lines.last()));
    let label = match origin {
        Origin::Input => Message::new("declared-total-input"),
        _ => Message::new("declared-total-rows").with("count", lines.len()),
    };
    Place { span: Span { end: last.end, ..first }, label: Some(label) }
}

/// The one row, or the one pair of digits, that explains the difference exactly.
fn guess(target: &Target, table: &Table, declared: &Declared, computed: &Amount) -> Option<Place> {
    let decimals = target.kind_at(declared.line, declared.column).decimals();
    let difference = &declared.amount - computed;
    let is_total = declared.line.is_none_or(|line| target.lines[line].group.is_some());
    let mut guesses = Vec::new();
    let units = if is_total { target.units(declared.line).collect() } else { Vec::new() };
    for line in units {
        let Some(amount) = table.lines[line][declared.column].value.amount() else { continue };
        let name = &target.lines[line].name;
        if *amount == difference.abs() {
            let id = if difference < Amount::zero() { "guess-missing" } else { "guess-twice" };
            let message = Message::new(id).with("row", &name.value);
            guesses.push(Place { span: name.span, label: Some(message) });
        }
        let wanted = amount + &difference;
        if is_swapped(amount, &wanted, decimals) {
            let message = Message::new("guess-swapped")
                .with("row", &name.value)
                .with("found", amount.vietnamese(decimals))
                .with("expected", wanted.vietnamese(decimals));
            guesses.push(Place { span: name.span, label: Some(message) });
        }
    }
    if is_swapped(computed, &declared.amount, decimals) {
        let message = Message::new("guess-swapped-here");
        guesses.push(Place { span: declared.span, label: Some(message) });
    }
    // Two explanations are none.
    (guesses.len() == 1).then(|| guesses.remove(0))
}

/// Whether one figure becomes the other when two neighbouring digits change places.
fn is_swapped(one: &Amount, other: &Amount, decimals: u32) -> bool {
    let digits = |amount: &Amount| amount.vietnamese(decimals).replace('.', "");
    let (one, other) = (digits(one), digits(other));
    let (one, other) = (one.as_bytes(), other.as_bytes());
    if one.len() != other.len() {
        return false;
    }
    let different: Vec<usize> = (0..one.len()).filter(|at| one[*at] != other[*at]).collect();
    matches!(different[..], [a, b] if b == a + 1 && one[a] == other[b] && one[b] == other[a])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighbouring_digits_that_changed_places_are_seen() {
        let is_swapped = |one, other| is_swapped(&Amount::from(one), &Amount::from(other), 0);
        assert!(is_swapped(4988, 4898));
        assert!(is_swapped(12345, 12354));
        assert!(!is_swapped(4988, 4989));
        assert!(!is_swapped(1234, 4231));
        assert!(!is_swapped(66688, 66688));
    }
}
