//! D612

use crate::check::rule::{RuleInput, RuleReport, rule};
use crate::compute::{ComputedTable, Table};
use crate::diagnostic::Message;
use crate::model::amount::Amount;
use crate::model::row_number::{LastLetters, numbered};
use crate::model::target::{MadeBy, Target};

rule! {
    /// A balance typed beside receipts and expenses (`Thu`, `Chi`, `Kết dư`) that is not their difference.
    ///
    /// ## Why
    /// Three figures in one table contradict each other, and a reader cannot know which one is wrong.
    ///
    /// ## Bad
    /// ```yaml
    /// targets:
    ///   t:
    ///     title: Kết quả
    ///     row_header: Đơn vị
    ///     columns: [{id: n, header: Số tiền}]
    ///     rows: {Thu: [10], Chi: [7], Kết dư: [9]}
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
    ///     columns: [{id: n, header: Số tiền}]
    ///     rows: {Thu: [10], Chi: [7], Kết dư: {formula: thu - chi}}
    /// body: |
    ///   Kết quả tại {{ appendix("t") }}./.
    /// ```
    ///
    /// ## Basis
    /// A balance is receipts less expenses; a deficit is expenses less receipts.
    ///
    /// ## Là gì
    /// Số cân đối gõ tay bên cạnh thu và chi (`Thu`, `Chi`, `Kết dư`) không bằng hiệu của chúng.
    ///
    /// ## Vì sao
    /// Ba số trong một bảng mâu thuẫn nhau, người đọc không biết số nào sai.
    ///
    /// ## Căn cứ
    /// Kết dư là thu trừ chi; bội chi là chi trừ thu.
    "D612" "typed-balance" Warning => check
}

/// Names of balances, and whether expenses are taken from receipts.
const BALANCES: [(&str, bool); 7] = [
    ("kết dư", true),
    ("bội thu", true),
    ("bội chi", false),
    ("chênh lệch thu", true),
    ("chênh lệch (thu", true),
    ("cân đối thu", true),
    ("thu trừ chi", true),
];

/// What stands before `thu` and `chi` where the row is the whole of them.
const WHOLES: [&str; 5] = ["", "tổng ", "tổng số ", "tổng cộng ", "cộng "];

fn check(input: &RuleInput<'_>, report: &mut RuleReport<'_>) {
    for ComputedTable { target, table } in input.tables.iter() {
        let (Some(receipts), Some(expenses)) = (only(target, "thu"), only(target, "chi")) else {
            continue;
        };
        for (line, is_receipts_less) in balances(target) {
            let (from, less) =
                if is_receipts_less { (receipts, expenses) } else { (expenses, receipts) };
            let Some((column, found, right)) = difference(target, table, line, (from, less)) else {
                continue;
            };
            let name = |line: usize| &target.lines[line].name;
            let decimals = target.kind_at(Some(line), column).decimals();
            let message = Message::new("typed-balance")
                .with("name", &name(line).value)
                .with("found", found.vietnamese(decimals))
                .with("from", &name(from).value)
                .with("less", &name(less).value)
                .with("right", right.vietnamese(decimals));
            let subject = format!("{}.{}", target.id.value, name(line).value);
            report.emit(name(line).span, message).subject = Some(subject);
        }
    }
}

/// The name of a line without its number, in small letters.
fn plain(target: &Target, line: usize) -> String {
    let name = target.lines[line].name.value.to_lowercase();
    numbered(&name, LastLetters::default())
        .map_or(name.as_str(), |(_, rest)| rest)
        .trim()
        .to_owned()
}

/// Lines that stand in no group.
fn outer(target: &Target) -> Vec<usize> {
    let parents = target.parents();
    (0..target.lines.len()).filter(|line| parents[*line].is_none()).collect()
}

/// The one line of all receipts (`thu`), or of all expenses (`chi`).
fn only(target: &Target, word: &str) -> Option<usize> {
    let is_whole = |line: &usize| {
        let name = plain(target, *line);
        WHOLES.iter().any(|before| {
            let rest = name.strip_prefix(before).and_then(|rest| rest.strip_prefix(word));
            rest.is_some_and(|rest| {
                let rest = rest.trim_start();
                rest.is_empty() || rest.starts_with("ngân sách") || rest.starts_with("ns")
            })
        })
    };
    let mut found = outer(target).into_iter().filter(is_whole);
    found.next().filter(|_| found.next().is_none())
}

/// Balances that are typed, and whether they are receipts less expenses. What was left of another
/// year is a receipt.
fn balances(target: &Target) -> Vec<(usize, bool)> {
    let lines = outer(target).into_iter().filter(|line| {
        let line = &target.lines[*line];
        line.group.is_none()
    });
    lines
        .filter_map(|line| {
            let name = plain(target, line);
            let is_of_other = ["năm trước", "chuyển", "lũy kế", "luỹ kế"];
            let (_, is_receipts_less) = BALANCES.iter().find(|(word, _)| name.starts_with(word))?;
            let is_own = !is_of_other.iter().any(|word| name.contains(word));
            is_own.then_some((line, *is_receipts_less))
        })
        .collect()
}

/// The first column where the balance is not the difference, with both figures.
fn difference(
    target: &Target,
    table: &Table,
    line: usize,
    (from, less): (usize, usize),
) -> Option<(usize, Amount, Amount)> {
    (0..target.columns.len()).find_map(|column| {
        let kind = target.columns[column].kind;
        let is_input = matches!(target.columns[column].made_by, MadeBy::Input);
        let is_computed = target.lines[line].formula(column).is_some();
        if !kind.is_figure() || kind.is_ratio() || !is_input || is_computed {
            return None;
        }
        let amount = |line: usize| table.cell(Some(line), column).value.amount().cloned();
        let (found, from, less) = (amount(line)?, amount(from)?, amount(less)?);
        let right = &from - &less;
        (found != right).then_some((column, found, right))
    })
}
