//! Rows of a table pasted from Excel: cells with tabs between them.

use super::lines::{Line, lines};
use crate::codes;
use crate::diagnostic::{Diagnostic, Edit, Message};
use crate::scalar;
use crate::span::{SourceId, Span};

/// A finding for each run of such rows.
pub(super) fn rows(text: &str, source: SourceId) -> Vec<Diagnostic> {
    if !text.contains('\t') {
        return Vec::new();
    }
    let all = lines(text);
    let mut found = Vec::new();
    let mut index = 0;
    while index < all.len() {
        let count = all[index..].iter().take_while(|line| is_row(line)).count();
        if count > 0
            && let Some(indent) = rows_above(&all[..index])
        {
            found.push(finding(&all[index..index + count], indent, source));
        }
        index += count.max(1);
    }
    found
}

/// Whether a tab stands between words.
fn is_row(line: &Line<'_>) -> bool {
    line.block.is_none() && !line.is_silent() && line.text.trim().contains('\t')
}

/// How far in the rows are to stand, when the line above is `rows:` or a row.
fn rows_above(above: &[Line<'_>]) -> Option<usize> {
    let said = above.iter().rev().filter(|line| !line.is_silent());
    for line in said.take(400) {
        let words = line.text.trim();
        let margin = line.margin().chars().count();
        if words == "rows:" {
            return Some(margin + 2);
        }
        if !(words.contains(": [") || words.ends_with(':')) {
            return None;
        }
    }
    None
}

fn finding(rows: &[Line<'_>], indent: usize, source: SourceId) -> Diagnostic {
    let (first, last) = (rows[0], rows[rows.len() - 1]);
    let written: Vec<Option<Row>> = rows.iter().map(|row| row_of(row.text)).collect();
    let tab =
        first.text[first.margin().len()..].find('\t').map_or(0, |at| first.margin().len() + at);
    let example = written.iter().flatten().next().map_or(String::new(), |row| row.text.clone());
    let message = Message::new("yaml-pasted-rows").with("count", rows.len());
    let span = Span::new(source, first.start + tab..last.start + last.text.len());
    let help = Message::new("yaml-pasted-rows-help").with("line", example);
    let mut finding = Diagnostic::new(&codes::YAML_SYNTAX, message).at(span).help(help);
    // A separator of thousands or decimals is the habit of a country.
    let is_safe = written.iter().flatten().all(|row| row.is_certain);
    for (row, line) in written.into_iter().zip(rows) {
        let Some(row) = row else { continue };
        let span = Span::new(source, line.start..line.start + line.text.len());
        let replacement = format!("{}{}", " ".repeat(indent), row.text);
        finding.edits.push(Edit::new(span, replacement, is_safe));
    }
    finding
}

/// A row as it is to be written.
struct Row {
    text: String,
    /// Whether every figure has one reading.
    is_certain: bool,
}

fn row_of(line: &str) -> Option<Row> {
    let mut cells: Vec<&str> = line.trim().split('\t').map(str::trim).collect();
    // A running number in front of the name.
    let is_index = |cell: &str| !cell.is_empty() && cell.bytes().all(|it| it.is_ascii_digit());
    let has_index = cells.len() > 2 && is_index(cells[0]) && !is_figure(cells[1]);
    if has_index {
        cells.remove(0);
    }
    let (name, rest) = cells.split_first()?;
    let name = name.trim_end_matches(':');
    let written: Vec<String> = rest.iter().map(|cell| cell_of(cell)).collect();
    let is_certain = !has_index
        && rest
            .iter()
            .all(|cell| !is_figure(cell) || is_index(cell.strip_prefix('-').unwrap_or(cell)));
    Some(Row { text: format!("{}: [{}]", scalar::written(name), written.join(", ")), is_certain })
}

/// Digits with marks between them.
fn is_figure(cell: &str) -> bool {
    let cell = cell.strip_prefix('-').unwrap_or(cell).trim_end_matches('%');
    cell.starts_with(|sign: char| sign.is_ascii_digit())
        && cell.chars().all(|sign| sign.is_ascii_digit() || ".,\u{a0} ".contains(sign))
}

/// A cell in YAML; the decimal mark of Vietnam is the comma.
fn cell_of(cell: &str) -> String {
    if cell.is_empty() || cell == "-" {
        return "~".to_owned();
    }
    if !is_figure(cell) {
        return scalar::written(cell);
    }
    let digits = cell.trim_end_matches('%').replace([' ', '\u{a0}'], "");
    let groups = |sign: char| digits.split(sign).skip(1).all(|group| group.len() == 3);
    match (digits.matches('.').count(), digits.matches(',').count()) {
        (0, 0) => digits,
        // Points between groups of three, then perhaps a comma.
        (_, 0) if groups('.') => digits.replace('.', ""),
        (_, 0) => digits,
        (0, 1) => digits.replace(',', "."),
        (0, _) => digits.replace(',', ""),
        _ if digits.rfind(',') > digits.rfind('.') => digits.replace('.', "").replace(',', "."),
        _ => digits.replace(',', ""),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_written_as_yaml_reads_them() {
        for (line, row, is_certain) in [
            ("Phòng Một\t1.250\t1.100", "Phòng Một: [1250, 1100]", false),
            ("Phòng Hai\t380\t352", "Phòng Hai: [380, 352]", true),
            ("  Phòng Ba\t\t12,5", "Phòng Ba: [~, 12.5]", false),
            ("1\tXã A\t5", "Xã A: [5]", false),
            ("Tổ 1: Đông\tghi chú, sau\t-3", "\"Tổ 1: Đông\": [\"ghi chú, sau\", -3]", true),
            ("A\t1.234.567,89\t85%", "A: [1234567.89, 85]", false),
        ] {
            let found = row_of(line).expect("it has cells");
            assert_eq!((found.text.as_str(), found.is_certain), (row, is_certain));
        }
    }
}
