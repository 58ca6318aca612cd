//! Ends of pages in tables: a group with its first row, a total with its last.

use std::fmt::Write as _;

use super::{body_lines, built, within_margins};
use crate::pdf::Pdf;

/// An appendix with groups of so many rows.
fn grouped(groups: usize, rows: usize, name: &str) -> Pdf {
    let mut lines = String::new();
    for group in 1..=groups {
        let _ = writeln!(lines, "      Cụm {group}:");
        for row in 1..=rows {
            let _ = writeln!(lines, "        {name} {group}.{row}: [{row}]");
        }
    }
    built(&format!(
        "kind: ke-hoach\nsymbol: KH-UBND\nsubject: thu\nbody: Theo {{{{ appendix(\"bang\") }}}}./.\ntargets:\n  bang:\n    \
         title: Thu\n    row_header: Đơn vị\n    columns: [{{id: so, header: Số hộ}}]\n    rows:\n{lines}    total: {{label: Tổng cộng}}\n"
    ))
}

/// No page of the table ends with a group, none begins with the total.
#[track_caller]
fn tied(pdf: &Pdf) {
    for page in &pdf.pages[1..] {
        let mut lines = body_lines(page);
        lines.sort_by(|a, b| a.y().total_cmp(&b.y()));
        let names: Vec<String> = lines.iter().map(crate::pdf::Line::text).collect();
        let rows: Vec<&String> = names
            .iter()
            .filter(|name| ["Cụm", "Thôn", "Tổng"].iter().any(|start| name.starts_with(start)))
            .collect();
        let (first, last) =
            (rows.first().expect("a page has rows"), rows.last().expect("a page has rows"));
        assert!(!last.starts_with("Cụm"), "{last} ends a page");
        assert!(!first.starts_with("Tổng"), "{first} begins a page");
    }
}

#[test]
fn a_group_stays_with_its_first_row_and_the_total_with_its_last_in_tables_of_every_length() {
    for (groups, rows) in [(5, 11), (12, 9), (40, 7), (41, 8), (36, 9), (33, 10), (29, 11)] {
        for more in 0..4 {
            let pdf = grouped(groups, rows + more, "Thôn");
            tied(&pdf);
            within_margins(&pdf);
        }
    }
}

/// Rows of two lines have no height that is known before.
#[test]
fn rows_of_two_lines_are_tied_too() {
    let name = format!("Thôn {}", "của xã có nhiều hộ nghèo và cận nghèo ".repeat(3).trim());
    for groups in 30..34 {
        tied(&grouped(groups, 10, &name));
    }
}
