//! Ends of pages: headings, first and last lines of paragraphs, the signature.

use super::{INDENT, LEFT, body_lines, built, plan, words};
use crate::pdf::{Line, Pdf};

const SIGNING: &str = "recipients: {cc: [Như trên, Các đơn vị], file: {unit: VP}}\n\
    signatory:\n  authority: [TM. Ủy ban nhân dân, KT. Chủ tịch]\n  title: Phó Chủ tịch\n  name: Nguyễn Văn A\n";

const TABLE: &str = "targets:\n  bang:\n    row_header: Đơn vị\n    columns: [{id: so, header: Số hộ}]\n    rows:\n";

/// A table in the body with so many rows and a total.
fn table(rows: usize) -> String {
    let row = |row| format!("      Thôn {row}: [{row}]\n");
    let rows = (1..=rows).map(row).collect::<Vec<_>>().concat();
    format!("{TABLE}{rows}    total: {{label: Tổng cộng}}\n")
}

/// Whether the line is one of body text.
fn is_text(line: &Line) -> bool {
    (line.words[0].glyphs[0].size - 14.0).abs() < 0.01
}

/// The page the signature is on, and how many lines stand above it there.
#[track_caller]
fn signature(pdf: &Pdf) -> (usize, usize) {
    let of = |start: &str| {
        let found: Vec<usize> = pdf
            .pages
            .iter()
            .enumerate()
            .filter(|(_, page)| page.lines().iter().any(|line| line.text().starts_with(start)))
            .map(|(index, _)| index)
            .collect();
        assert_eq!(found.len(), 1, "{start}");
        found[0]
    };
    let at = of("TM. ỦY BAN");
    for start in
        ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Nguyễn Văn A", "Nơi nhận:", "- Như trên;", "- Lưu: VT"]
    {
        assert_eq!(of(start), at, "{start} is not with the signature\n{}", pdf.text());
    }
    let page = &pdf.pages[at];
    let top = page.line("TM. ỦY BAN").y();
    assert!((page.line("Nơi nhận:").y() - top).abs() < 0.05);
    let name = page.line("Nguyễn Văn A");
    assert!(name.y() < super::BOTTOM, "{}", name.y());
    let mut above: Vec<f64> =
        body_lines(page).iter().map(Line::y).filter(|y| *y < top - 0.1).collect();
    above.sort_by(f64::total_cmp);
    above.dedup_by(|a, b| (*a - *b).abs() < 0.5);
    // The signature stands clear of the last line.
    let last = above.last().copied().unwrap_or_default();
    assert!(
        top - last > 6.0,
        "the signature begins {} mm below the last line\n{}",
        top - last,
        page.text()
    );
    (at, above.len())
}

/// Builds a body that fills the page by one line more each time; `tail` ends it.
fn sweep(tail: &[&str], rest: &str, least: usize) {
    let mut pages = std::collections::BTreeSet::new();
    for fill in 4..36 {
        let mut blocks: Vec<String> = (0..fill).map(|index| words(9, index)).collect();
        blocks.extend(tail.iter().map(|block| (*block).to_owned()));
        let pdf = built(&plan(&blocks, &format!("{SIGNING}{rest}")));
        let (page, above) = signature(&pdf);
        pages.insert(page);
        assert!(
            page == 0 || above >= least,
            "{above} lines above the signature with {fill}\n{}",
            pdf.text()
        );
    }
    assert!(pages.len() > 1, "the signature was on {pages:?}");
}

#[test]
fn the_signature_takes_two_lines_of_text_along() {
    let long = words(60, 5);
    let item = format!("- {}", words(40, 2));
    for tail in [
        &[long.as_str()][..],
        &["Thực hiện./."],
        &[&long, "Thực hiện./."],
        &[&item],
        &["a) Một.", "b) Hai./."],
    ] {
        sweep(tail, "", 2);
    }
}

#[test]
fn the_signature_takes_the_last_rows_of_a_table_along() {
    let reference = "{{ table(\"bang\") }}";
    for rows in [1, 3, 24, 25, 60] {
        sweep(&[reference], &table(rows), 2);
        sweep(&[reference, "Thực hiện./."], &table(rows), 3);
    }
}

/// What is said below a table stands between its last row and the signature.
#[test]
fn the_signature_takes_the_note_of_a_table_along() {
    let share = "{id: so, header: Số hộ}, {id: phan, header: Phần (%), type: percent(1), formula: \
                 share(so), adds_up: true}";
    let table = table(4).replace("{id: so, header: Số hộ}", share);
    sweep(&["{{ table(\"bang\") }}"], &table, 4);
}

/// A table so long that it is set in another way.
#[test]
fn the_signature_takes_the_last_rows_of_a_long_table_along() {
    for rows in 300..322 {
        for tail in [&["{{ table(\"bang\") }}"][..], &["{{ table(\"bang\") }}", "Thực hiện./."]]
        {
            let blocks: Vec<String> = tail.iter().map(|block| (*block).to_owned()).collect();
            let pdf = built(&plan(&blocks, &format!("{SIGNING}{}", table(rows))));
            let (page, above) = signature(&pdf);
            assert!(
                page > 5 && above >= 3,
                "{above} lines above the signature with {rows}\n{}",
                pdf.text()
            );
            pdf.pages[page].line("Tổng cộng");
            pdf.pages[page].line(&format!("Thôn {rows}"));
        }
    }
}

#[test]
fn a_heading_at_the_end_takes_the_signature_along() {
    sweep(&["## 1. Tổ chức thực hiện"], "", 1);
}

/// No first line of a paragraph ends a page, no last line begins one, no heading ends one.
#[test]
fn no_page_ends_with_a_heading_or_parts_one_line_from_its_paragraph() {
    let mut ends = 0;
    for fill in 0..40 {
        let mut blocks: Vec<String> = (0..fill).map(|index| words(9, index)).collect();
        for section in 1..6 {
            blocks.push(format!("## {section}. Đề mục"));
            blocks.push("### a) Mục con".to_owned());
            for length in [2, 3, 6, 1, 5, 4, 3] {
                blocks.push(words(14 * length, section + length));
            }
        }
        let pdf = built(&plan(&blocks, ""));
        for pair in pdf.pages.windows(2) {
            let (before, after) = (body_lines(&pair[0]), body_lines(&pair[1]));
            let last = &before[before.len() - 1];
            assert!(
                is_text(last) && !last.words[0].glyphs[0].font.is_bold,
                "{} ends a page",
                last.text()
            );
            let goes_on = (after[0].x0() - LEFT).abs() < 0.1;
            if goes_on {
                ends += 1;
                let is_first = (last.x0() - INDENT).abs() < 0.1;
                assert!(!is_first, "{} ends a page", last.text());
                let is_last = after.get(1).is_none_or(|line| (line.x0() - LEFT).abs() > 0.1);
                assert!(!is_last, "{} begins a page", after[0].text());
            }
        }
    }
    assert!(ends > 10, "{ends} paragraphs go on");
}
