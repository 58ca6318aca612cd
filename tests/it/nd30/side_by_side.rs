//! Tables beside each other: all of them in every format, in their part of the width.

use std::fmt::Write as _;

use super::asked::{NARROW, WIDE};
use super::{consistency, excel, office_press, word};
use crate::pdf::Pdf;
use crate::project::Project;

const HEAD: &str = "kind: bao-cao\nsymbol: BC-UBND\nissuer: {name: Ủy ban nhân dân xã Tân Hòa}\n\
                    subject: Thu, chi ngân sách\n";

/// A table of so many columns of figures and so many rows.
fn table(id: &str, columns: usize, rows: usize) -> String {
    let headers: Vec<String> =
        (1..=columns).map(|at| format!("{{id: c{at}, header: Cột {at}, type: money}}")).collect();
    let row = |row: usize| {
        let cells: Vec<String> = (1..=columns).map(|at| (row * 1_000 * at).to_string()).collect();
        format!("      Khoản {id} thứ {row}: [{}]\n", cells.join(", "))
    };
    let rows: String = (1..=rows).map(row).collect::<Vec<_>>().concat();
    format!(
        "  {id}:\n    unit: đồng\n    row_header: Nội dung {id}\n    columns: [{}]\n    rows:\n{rows}    \
         total: {{label: Tổng {id}}}\n    note: Số liệu của {id}.\n",
        headers.join(", ")
    )
}

/// Both tables in the text, in an appendix, or in one on its side.
fn documents() -> Vec<(String, String)> {
    let mut all = Vec::new();
    for (left, right, rows) in [(1, 1, 4), (1, 3, 4), (3, 1, 2), (2, 2, 9), (1, 2, 5)] {
        let tables = table("thu", left, rows) + &table("chi", right, rows + 2);
        let both = "{{ table(\"thu\") }} {{ table(\"chi\") }}";
        let text = format!("{HEAD}targets:\n{tables}body: |\n  Cân đối:\n\n  {both}\n\n  Hết./.\n");
        all.push((format!("{left} and {right}, {rows} rows, in the text"), text));
        for side in ["portrait", "landscape"] {
            let appendix = format!(
                "{HEAD}targets:\n{tables}body: Xem {{{{ appendix(\"a\") }}}}./.\nappendices:\n  - id: \
                 a\n    title: Cân đối\n    orientation: {side}\n    body: |\n      Cân đối:\n\n      \
                 {both}\n\n      Hết./.\n    signatories: [{{title: Kế toán}}]\n"
            );
            all.push((format!("{left} and {right}, {rows} rows, {side}"), appendix));
        }
    }
    all
}

#[test]
fn tables_beside_each_other_are_printed_whole_in_every_format() {
    let press = office_press();
    let mut wrong = String::new();
    for (name, yaml) in documents() {
        for asked in [&WIDE, &NARROW] {
            let set = press.set(&yaml, asked).expect("it can be set");
            let pdf = Pdf::read(&set.pdf);
            let mut found = consistency::differences(&set.document, &pdf);
            found.extend(word::differences(&press.word(&yaml, asked).expect("it was set")));
            found.extend(excel::differences(&press.excel(&yaml, asked).expect("it was set")));
            for difference in found {
                let _ = writeln!(wrong, "{name}, {}: {difference}", asked.name);
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.lines().take(30).collect::<Vec<_>>().join("\n"));
}

#[test]
fn they_stand_on_one_line_and_pass_the_verification_of_pages() {
    let mut project = Project::new();
    for (index, (_, yaml)) in documents().into_iter().enumerate() {
        project = project.file(&format!("data/{index:02}.yaml"), &yaml);
    }
    project.run(["build", "-q"]).whatever().succeeds();
    let set = office_press().set(&documents()[0].1, &WIDE).expect("it can be set");
    let pdf = Pdf::read(&set.pdf);
    let words = pdf.pages[0].words();
    let place = |text: &str| {
        let of_total = words.iter().filter(|word| word.text == text);
        of_total.map(|word| (word.x0(), word.y())).collect::<Vec<_>>()
    };
    let totals = place("STT");
    assert_eq!(totals.len(), 2, "{totals:?}");
    assert!((totals[0].1 - totals[1].1).abs() < 0.1, "level: {totals:?}");
    assert!((totals[0].0 - totals[1].0).abs() > 60.0, "beside each other: {totals:?}");
}

#[test]
fn two_tables_taller_than_a_page_are_told() {
    let tables = table("thu", 1, 60) + &table("chi", 1, 60);
    let both = "{{ table(\"thu\") }} {{ table(\"chi\") }}";
    let yaml = format!("{HEAD}targets:\n{tables}body: |\n  {both}\n\n  Hết./.\n");
    let project = Project::new().file("data/a.yaml", &yaml);
    let (out, said) = project.run(["build", "--format", "short"]).said();
    assert!(format!("{out}{said}").contains("error[P012]"), "{out}{said}");
}

#[test]
fn a_third_table_or_words_beside_tables_are_refused() {
    for text in ["{0} {1} {0}", "{0} và {1}", "{0}; {1}", "Xem {0} {1}"] {
        let text =
            text.replace("{0}", "{{ table(\"thu\") }}").replace("{1}", "{{ table(\"chi\") }}");
        let tables = table("thu", 1, 2) + &table("chi", 1, 2);
        let yaml = format!("{HEAD}targets:\n{tables}body: |\n  {text}\n");
        let project = Project::new().file("data/a.yaml", &yaml);
        let (out, said) = project.run(["check", "--format", "short"]).said();
        assert!(format!("{out}{said}").contains("error[N011]"), "{text}: {out}{said}");
    }
}
