//! What is measured.

use std::ffi::OsString;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use crate::run::Call;
use vanthu::model::amount::Amount;
use vanthu::source::disk;

const ROWS: i64 = 5_000;

/// One command.
pub(crate) struct Subject {
    /// What it is, for people.
    pub(crate) name: String,
    /// What is run.
    pub(crate) command: Call,
    /// Index of the subject it is compared with; itself when it is a measure for others.
    pub(crate) against: usize,
}

/// The long table twice, then an empty document and the examples; their files go to `folder`.
pub(crate) fn all(folder: &Path) -> Vec<Subject> {
    let file = |name: &str, text: String| {
        let path = folder.join(name);
        fs::write(&path, text).expect("a file of the bench");
        path.into_os_string()
    };
    let plain = |name: &str, typ: OsString, against| {
        let pdf = folder.join("plain.pdf").into_os_string();
        Subject { name: name.to_owned(), command: Call::own(["--plain".into(), typ, pdf]), against }
    };
    let vanthu = |name: &str, project: &Path, path: OsString, against| {
        let words = ["build", "--quiet", "--force", "-j1", "--project"].map(OsString::from);
        let out = folder.join("out").into_os_string();
        let rest = [project.as_os_str().to_owned(), "--out".into(), out, path];
        let command = Call::vanthu(words.into_iter().chain(rest), Some(&folder.join("trace.json")));
        Subject { name: name.to_owned(), command, against }
    };
    file("vanthu.yaml", "engine: embedded\n".to_owned());
    file("rows.csv", rows());
    let mut subjects = vec![
        plain("one Typst `table`, 5,000 × 8", file("table.typ", plain_table()), 0),
        vanthu("`vanthu build`, the same table", folder, file("table.yaml", directive()), 0),
        plain("a line of text, Typst", file("line.typ", plain_head() + "Một dòng.\n"), 2),
    ];
    let project = Path::new(env!("CARGO_MANIFEST_DIR"));
    let data = project.join("data");
    let (documents, failures) = disk::find_directives(&data, project, &[data.join("catalog")]);
    assert!(failures.is_empty(), "{failures:?}");
    for document in &documents {
        let name = disk::with_slashes(document.strip_prefix(&data).expect("it is in data/"));
        subjects.push(vanthu(&format!("`{name}`"), project, document.clone().into(), 2));
    }
    let all = format!("all {} examples in one run", documents.len());
    subjects.push(vanthu(&all, project, data.into(), 2));
    subjects
}

/// Four inputs of a row.
fn inputs(row: i64) -> [i64; 4] {
    let number = |seed: i64| 100 + (row * seed) % 899;
    [7_919, 6_101, 3_571, 9_241].map(number)
}

fn name(row: i64) -> String {
    format!("Đơn vị số {row}")
}

fn rows() -> String {
    let mut text = "Đơn vị,a,b,c,d\n".to_owned();
    for row in 1..=ROWS {
        let [a, b, c, d] = inputs(row);
        let _ = writeln!(text, "{},{a},{b},{c},{d}", name(row));
    }
    text
}

/// Two of the eight columns are computed: with numbers and names, eight are printed.
fn directive() -> String {
    "kind: cong-van
symbol: BHXH
subject: giao chỉ tiêu
targets:
  bang:
    title: Chỉ tiêu
    row_header: Đơn vị
    columns:
      - {id: a, header: Hiện có}
      - {id: b, header: Chỉ tiêu}
      - {id: tang, header: Số tăng, formula: b - a}
      - {id: c, header: Nam}
      - {id: d, header: Nữ}
      - {id: ca, header: Cộng, formula: c + d}
    rows: {file: rows.csv}
    total: {label: Tổng cộng}
body: Chỉ tiêu tại {{ appendix(\"bang\") }}.
"
    .to_owned()
}

/// The same paper and typeface, all else as Typst does it.
fn plain_head() -> String {
    "#set document(title: \"Bảng\", date: datetime(year: 2020, month: 3, day: 5))
#set page(paper: \"a4\", margin: (top: 20mm, bottom: 20mm, left: 30mm, right: 15mm))
#set text(font: \"Liberation Serif\", size: 13pt, lang: \"vi\", region: \"VN\")
"
    .to_owned()
}

fn plain_table() -> String {
    let mut text = plain_head();
    text.push_str(
        "#table(
  columns: (auto, 1fr) + (auto,) * 6,
  align: (center, left) + (right,) * 6,
  stroke: 0.5pt,
  table.header([*STT*], [*Đơn vị*], [*Hiện có*], [*Chỉ tiêu*], [*Số tăng*], [*Nam*], [*Nữ*], [*Cộng*]),
",
    );
    let mut sums = [0; 6];
    let cells = |figures: [i64; 6]| {
        let words = figures.map(|figure| format!("[{}]", Amount::from(figure).vietnamese(0)));
        words.join(", ")
    };
    for row in 1..=ROWS {
        let [a, b, c, d] = inputs(row);
        let figures = [a, b, b - a, c, d, c + d];
        sums = std::array::from_fn(|index| sums[index] + figures[index]);
        let _ = writeln!(text, "  [{row}], [{}], {},", name(row), cells(figures));
    }
    let _ = writeln!(text, "  table.cell(colspan: 2)[*Tổng cộng*], {},\n)", cells(sums));
    text
}
