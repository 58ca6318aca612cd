//! Rows in full form: computed rows, parts and rows that are not summed, against other arithmetic;
//! the same from YAML, CSV and a workbook.

use std::fmt::Write as _;

use proptest::prelude::*;
use vanthu::compute::Value;
use vanthu::model::amount::Amount;

use super::evaluator::{Fraction, Tree};
use super::office::{run_table, run_with};
use super::workbook;

/// A row with two figures.
#[derive(Debug, Clone)]
struct Row {
    figures: [Option<i64>; 2],
    kind: Kind,
}

#[derive(Debug, Clone)]
enum Kind {
    Counted,
    Apart,
    /// So many parts.
    With(usize),
}

impl Row {
    /// The figures of each part: together not more than those of the row.
    fn part(&self, count: usize) -> [Option<i64>; 2] {
        let count = i64::try_from(count).expect("there are few");
        self.figures.map(|figure| figure.map(|whole| (whole / (count + 1)).max(0)))
    }
}

/// A row without any figure is a heading in a file: one is always there.
fn figures() -> impl Strategy<Value = [Option<i64>; 2]> {
    let one = -9_999i64..99_999;
    (one.clone(), prop::option::weighted(0.85, one)).prop_map(|(x, y)| [Some(x), y])
}

fn row() -> impl Strategy<Value = Row> {
    let kind = prop_oneof![
        3 => Just(Kind::Counted),
        1 => Just(Kind::Apart),
        1 => (1usize..4).prop_map(Kind::With),
    ];
    (figures(), kind).prop_map(|(figures, kind)| Row { figures, kind })
}

/// A formula over three rows, which are written as columns `a`, `b`, `c`.
fn tree() -> impl Strategy<Value = Tree> {
    let leaf = prop_oneof![
        (0usize..3).prop_map(Tree::Column),
        (0u32..9).prop_map(|it| Tree::Number(it * 100))
    ];
    leaf.prop_recursive(3, 8, 2, |inner| {
        let boxed = inner.prop_map(Box::new);
        let signs = prop::sample::select(vec!['+', '-', '*']);
        (signs, boxed.clone(), boxed)
            .prop_map(|(sign, left, right)| Tree::Binary(sign, left, right))
    })
}

fn written(figure: Option<i64>) -> String {
    figure.map_or("~".to_owned(), |figure| figure.to_string())
}

fn cell(figure: Option<i64>) -> String {
    figure.map_or_else(String::new, |figure| figure.to_string())
}

const COLUMNS: &str = "title: T\nrow_header: R\ncolumns:\n\
     - {id: x, header: X, type: decimal(6)}\n- {id: y, header: Y, type: decimal(6)}\n";

/// The table in YAML. Rows are `D1`, `D2`, …; a part of `D1` is `P1-1`.
fn yaml(rows: &[Row], formula: &str) -> String {
    let mut text = format!("{COLUMNS}total: {{label: Cộng}}\nrows:\n");
    for (index, row) in rows.iter().enumerate() {
        let values = row.figures.map(written).join(", ");
        let _ = write!(text, "  D{index}: {{values: [{values}]");
        match &row.kind {
            Kind::Counted => {}
            Kind::Apart => text.push_str(", counted: false"),
            Kind::With(count) => {
                text.push_str(", of_which: {");
                for at in 0..*count {
                    let part = row.part(*count).map(written).join(", ");
                    let _ = write!(text, "P{index}-{at}: [{part}], ");
                }
                text.push('}');
            }
        }
        text.push_str("}\n");
    }
    let _ = writeln!(text, "  K: {{formula: '{formula}'}}");
    text
}

/// The cells of the same table as a file, row by row.
fn cells(rows: &[Row], formula: &str) -> Vec<[String; 6]> {
    let of = |name: String, figures: [Option<i64>; 2], counted: &str, part: &str| {
        let [x, y] = figures.map(cell);
        [name, x, y, counted.to_owned(), part.to_owned(), String::new()]
    };
    let mut cells = vec![["R", "X", "Y", "counted", "part", "formula"].map(str::to_owned)];
    for (index, row) in rows.iter().enumerate() {
        let counted = if matches!(row.kind, Kind::Apart) { "false" } else { "" };
        cells.push(of(format!("D{index}"), row.figures, counted, ""));
        if let Kind::With(count) = row.kind {
            for at in 0..count {
                cells.push(of(format!("P{index}-{at}"), row.part(count), "", "trong đó"));
            }
        }
    }
    let mut computed = of("K".to_owned(), [None, None], "", "");
    formula.clone_into(&mut computed[5]);
    cells.push(computed);
    cells
}

fn csv(cells: &[[String; 6]]) -> Vec<u8> {
    let quoted = |row: &[String; 6]| row.each_ref().map(|cell| format!("\"{cell}\"")).join(",");
    cells.iter().map(quoted).collect::<Vec<_>>().join("\n").into_bytes()
}

fn sheet(cells: &[[String; 6]]) -> Vec<u8> {
    let typed = |(at, cell): (usize, &String)| match cell.parse::<i64>() {
        _ if cell.is_empty() => String::new(),
        Ok(_) if at == 1 || at == 2 => format!("n:{cell}"),
        _ => format!("t:{cell}"),
    };
    let line = |row: &[String; 6]| row.iter().enumerate().map(typed).collect::<Vec<_>>().join("|");
    let lines: Vec<String> = cells.iter().map(line).collect();
    workbook::from_text(&format!("# Thu\n{}", lines.join("\n")))
}

fn values(rows: &[Vec<vanthu::compute::Cell>]) -> Vec<Vec<Value>> {
    rows.iter().map(|row| row.iter().map(|cell| cell.value.clone()).collect()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(120))]

    #[test]
    fn rows_are_computed_and_summed_as_by_hand_from_every_kind_of_file(
        rows in prop::collection::vec(row(), 3..9),
        tree in tree(),
    ) {
        // The first three rows are what the formula speaks of.
        let formula = ["a", "b", "c"].iter().zip(["d0", "d1", "d2"]).fold(
            tree.text(),
            |text, (letter, name)| text.replace(letter, name),
        );
        // A row of numbers alone would be summed like any other.
        prop_assume!(formula.contains('d'));
        let from_yaml = run_table(&yaml(&rows, &formula));
        let table = from_yaml.table().clone();
        let last = table.lines.last().expect("there is a row");
        for (column, cell) in last.iter().enumerate().take(2) {
            let whole: Option<i64> = rows
                .iter()
                .filter(|row| !matches!(row.kind, Kind::Apart))
                .filter_map(|row| row.figures[column])
                .reduce(|sum, one| sum + one);
            prop_assert_eq!(&table.total[column].value, &Value::from(whole.map(Amount::from)));
            let inputs = [0, 1, 2].map(|row: usize| {
                rows[row].figures[column].map(|it| Fraction::new(i128::from(it), 1).expect("small"))
            });
            let Ok(expected) = tree.value(&inputs) else { continue };
            let found = cell.value.amount();
            let wanted = expected.map(|fraction| {
                let part = |number: i128| Amount::from(i64::try_from(number).expect("small"));
                part(fraction.over).checked_div(&part(fraction.under)).expect("not zero")
            });
            prop_assert_eq!(found, wanted.as_ref(), "{}", formula);
        }
        let cells = cells(&rows, &formula);
        let file = format!("{COLUMNS}total: {{label: Cộng}}\nrows: {{file: a.csv}}");
        let from_csv = run_with(&file, "a.csv", &csv(&cells));
        let book = format!("{COLUMNS}total: {{label: Cộng}}\nrows: {{file: a.xlsx}}");
        let from_book = run_with(&book, "a.xlsx", &sheet(&cells));
        for other in [from_csv, from_book] {
            let found = other.table();
            prop_assert_eq!(values(&found.lines), values(&table.lines));
            prop_assert_eq!(values(std::slice::from_ref(&found.total)), values(std::slice::from_ref(&table.total)));
        }
    }
}
