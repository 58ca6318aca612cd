//! What is said about figures agrees with what is printed: ratios of totals, figures in words,
//! formulas in the row of column numbers.

use super::office::{Ran, run, run_with};

const COLUMNS: &str = "row_header: Cây\ncolumns:\n  - {id: dt, header: ha, type: decimal(2)}\n  - \
                       {id: sl, header: tấn, type: decimal(1)}\n  - {id: ns, header: tấn/ha, type: \
                       percent(1), formula: sl / dt}\n";

fn table(text: &str) -> Ran {
    run_with(text, "", b"")
}

#[test]
fn a_ratio_of_totals_is_one_of_the_same_rows_or_an_error() {
    let asks = |text: &str| {
        let ran = table(text);
        assert!(
            ran.examined.is_none() && ran.findings.contains("other rows are summed"),
            "{}",
            ran.findings
        );
    };
    let rows = "rows:\n  Ngô: [68.86, 378.7]\n  Rau: [120, ~]\n";
    asks(&format!("{COLUMNS}{rows}total: {{label: Cộng}}\n"));
    asks(&format!("{COLUMNS}rows:\n  Vụ xuân: {{Ngô: [68.86, 378.7], Rau: [~, 3]}}\n"));
    asks(&format!(
        "{}{rows}total: {{label: Cộng}}\n",
        COLUMNS.replace("formula: sl / dt", "formula: sl / dt, total: ratio")
    ));
    for good in [
        format!("{COLUMNS}{rows}"),
        format!("{COLUMNS}{}total: {{label: Cộng}}\n", rows.replace('~', "0")),
        format!("{COLUMNS}{}total: {{label: Cộng}}\n", rows.replace("120", "~")),
        format!(
            "{}{rows}total: {{label: Cộng}}\n",
            COLUMNS.replace("formula: sl / dt", "formula: sl / dt, total: none")
        ),
        format!(
            "{}{rows}total: {{label: Cộng}}\n",
            COLUMNS.replace("formula: sl / dt", "formula: sl / dt, total: sl / dt")
        ),
    ] {
        let ran = table(&good);
        assert!(ran.examined.is_some() && ran.findings.is_empty(), "{good}\n{}", ran.findings);
    }
}

fn two_tables(other: &str) -> String {
    format!(
        "kind: ke-hoach\nsymbol: KH-UBND\nsubject: Thử\ntargets:\n  dan-so:\n    row_header: Xã\n    \
         columns: [{{id: n, header: Số người}}]\n    rows: {{{other}}}\n    total: {{label: Cộng}}\n  \
         the:\n    row_header: Xã\n    columns:\n      - {{id: co, header: Có thẻ}}\n      - {{id: tl, \
         header: Tỷ lệ, type: percent(1), formula: co / dan_so.row.n * 100}}\n    rows: {{A: [5], B: \
         [6]}}\n    total: {{label: Cộng}}\nbody: |\n  Thử:\n\n  {{{{ table(\"dan-so\") }}}}\n\n  {{{{ \
         table(\"the\") }}}}\n"
    )
}

#[test]
fn a_ratio_over_another_table_is_one_of_the_same_rows() {
    let good = run(&two_tables("A: [10], B: [20]"), &|_| None);
    assert!(good.examined.is_some(), "{}", good.findings);
    let more = run(&two_tables("A: [10], B: [20], C: [30]"), &|_| None);
    assert!(more.findings.contains("other rows are summed"), "{}", more.findings);
}

#[test]
fn a_figure_in_words_says_what_its_digits_say() {
    let said = |words: &str| {
        let yaml = format!(
            "kind: ke-hoach\nsymbol: KH-UBND\nsubject: Thử\ntargets:\n  t:\n    row_header: X\n    \
             columns:\n      - {{id: a, header: A}}\n      - {{id: b, header: B}}\n      - {{id: p, \
             header: P, type: percent(1), formula: a / b * 100}}\n    rows: {{y: [2, 3]}}\nbody: |\n  \
             Đạt {words}.\n\n  {{{{ table(\"t\") }}}}\n"
        );
        let ran = run(&yaml, &|_| None);
        ran.typst.unwrap_or(ran.findings).replace('\u{a0}', " ")
    };
    let p = "t[\"y\"].p";
    for (text, words) in [
        (format!("{{{{ {p} }}}} ({{{{ {p} | bang_chu }}}})"), "66,7 (sáu mươi sáu phẩy bảy)"),
        (
            format!("{{{{ {p} | phan_tram(2) }}}} ({{{{ {p} | bang_chu }}}})"),
            "66,67% (sáu mươi sáu phẩy sáu mươi bảy)",
        ),
        (format!("{{{{ {p} | bang_chu }}}} ({{{{ {p} | so(0) }}}})"), "sáu mươi bảy (67)"),
        (format!("{{{{ {p} | bang_chu(2) }}}}"), "sáu mươi sáu phẩy sáu mươi bảy"),
        ("{{ t[\"y\"].a }} ({{ t[\"y\"].a | bang_chu }})".to_owned(), "2 (hai)"),
    ] {
        let said = said(&text);
        assert!(said.contains(words), "{text}: {words}\n{said}");
    }
}

#[test]
fn a_formula_that_printed_figures_contradict_is_not_spelt() {
    let said = |columns: &str, rows: &str| {
        let yaml = format!(
            "kind: ke-hoach\nsymbol: KH-UBND\nsubject: Thử\ntargets:\n  t:\n    row_header: X\n    \
             column_numbers: true\n    columns: [{{id: a, header: A}}, {{id: b, header: B}}, \
             {columns}]\n    rows: {{{rows}}}\n    total: {{label: Cộng}}\nbody: |\n  Thử:\n\n  \
             {{{{ table(\"t\") }}}}\n"
        );
        let ran = run(&yaml, &|_| None);
        ran.typst.unwrap_or(ran.findings)
    };
    let sum = "{id: c, header: C, formula: a + b}";
    assert!(said(sum, "x: [1, 2], y: [3, 4]").contains("(3)=(1)+(2)"));
    let ratio = "{id: c, header: C, type: percent(1), formula: a / b * 100}";
    assert!(said(ratio, "x: [1, 3], y: [3, 7]").contains("(3)=(1)/(2)×100"));
    // The total is the sum of the products, not the product of the sums.
    let product = "{id: c, header: C, formula: a * b}";
    assert!(!said(product, "x: [1, 2], y: [3, 4]").contains("(3)="));
    // 33,3 and 33,3 are not 66,7.
    let shares = "{id: c, header: C, type: percent(1), formula: a / 3}, {id: d, header: D, type: \
                  percent(1), formula: b / 3}, {id: e, header: E, type: percent(1), formula: c + d}";
    let said = said(shares, "x: [100, 100]");
    assert!(said.contains("(3)=(1)/3") && !said.contains("(5)="), "{said}");
}
