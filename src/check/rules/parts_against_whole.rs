//! D580

use std::collections::BTreeMap;

use crate::check::rule::{RuleInput, RuleReport, rule};
use crate::compute::{ComputedTable, Table};
use crate::diagnostic::{Message, Place};
use crate::model::amount::Amount;
use crate::model::target::{Extent, Part, Role, Target};
use crate::scalar;

rule! {
    /// Parts of a row that are together more than the row, or, where they are all of it, something
    /// else.
    ///
    /// ## Why
    /// `Trong đó` names some of a whole: it cannot be more than the whole. `Gồm` names all of it:
    /// then both figures are one.
    ///
    /// ## Bad
    /// ```yaml
    /// targets:
    ///   chi-tieu:
    ///     title: Giao chỉ tiêu
    ///     row_header: Đơn vị
    ///     columns: [{id: so, header: Số người}]
    ///     rows: {Phường 1: [10], "Trong đó: Nữ": [12]}
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
    ///     rows: {Phường 1: [10], "Trong đó: Nữ": [6]}
    /// body: "Chỉ tiêu tại {{ appendix(\"chi-tieu\") }}./."
    /// ```
    ///
    /// ## Basis
    /// Parts are not more than the whole.
    ///
    /// ## Là gì
    /// Các dòng `Trong đó` cộng lại lớn hơn dòng chứa chúng; hoặc các dòng `Gồm` cộng lại khác dòng
    /// chứa chúng.
    ///
    /// ## Vì sao
    /// `Trong đó` là một phần của cả dòng, không thể lớn hơn cả dòng. `Gồm` là toàn bộ, nên hai số
    /// phải bằng nhau.
    ///
    /// ## Căn cứ
    /// Các phần không lớn hơn toàn bộ.
    "D580" "parts-against-whole" Error => check
}

/// The parts of one breakdown of one row.
type Breakdowns = BTreeMap<(usize, usize), (Part, Vec<usize>)>;

fn check(input: &RuleInput<'_>, report: &mut RuleReport<'_>) {
    for ComputedTable { target, table } in input.tables.iter() {
        let mut breakdowns = Breakdowns::new();
        for (index, line) in target.lines.iter().enumerate() {
            if let Role::Part(part) = line.role {
                let (_, lines) =
                    breakdowns.entry((part.of, part.breakdown)).or_insert((part, Vec::new()));
                lines.push(index);
            }
        }
        for (part, lines) in breakdowns.values() {
            for column in 0..target.columns.len() {
                compare((target, table), *part, lines, column, report);
            }
        }
    }
}

fn compare(
    (target, table): (&Target, &Table),
    part: Part,
    lines: &[usize],
    column: usize,
    report: &mut RuleReport<'_>,
) {
    let kind = target.columns[column].kind;
    let unit_of = |line: usize| target.lines[line].details.unit.as_ref().map(|unit| &unit.value);
    let unit = unit_of(part.of);
    let is_other = |line: &usize| unit_of(*line).is_some() && unit_of(*line) != unit;
    if !kind.is_figure() || kind.is_ratio() || lines.iter().any(is_other) {
        return;
    }
    let amount = |line: usize| table.lines[line][column].value.amount();
    let found: Vec<&Amount> = lines.iter().filter_map(|line| amount(*line)).collect();
    let Some(whole) = amount(part.of).filter(|_| !found.is_empty()) else { return };
    let sum = found.iter().fold(Amount::zero(), |sum, part| &sum + *part);
    // Debts and deficits may be part of a smaller whole; where one is blank, they are not all.
    let is_negative = [whole].iter().chain(&found).any(|it| **it < Amount::zero());
    let is_whole = part.extent == Extent::Whole && found.len() == lines.len();
    if if is_whole { sum == *whole } else { is_negative || sum <= *whole } {
        return;
    }
    let path = target.accept_path(Some(part.of), column);
    let printed = |amount: &Amount| {
        let decimals = target.kind_at(Some(part.of), column).decimals();
        if amount.round(decimals) == *amount {
            amount.vietnamese(decimals)
        } else {
            amount.to_string()
        }
    };
    let id = if is_whole { "parts-unlike-whole" } else { "parts-above-whole" };
    let message = Message::new(id)
        .with("column", &target.columns[column].id.value)
        .with("row", &target.lines[part.of].name.value)
        .with("whole", printed(whole))
        .with("sum", printed(&sum))
        .with("difference", printed(&(&sum - whole)));
    let finding = report.emit(target.lines[part.of].name.span, message);
    let label = |line: &usize| {
        let figure = amount(*line).map(printed).unwrap_or_default();
        let label = Some(Message::new("part-of-whole").with("figure", figure));
        Place { span: target.lines[*line].name.span, label }
    };
    finding.related.extend(lines.iter().map(label));
    let help = Message::new("parts-against-whole-help")
        .with("path", scalar::written(&path))
        .with("found", scalar::written(&printed(&sum)));
    finding.help = Some(help);
    finding.subject = Some(path);
    finding.found = Some(printed(&sum));
}
