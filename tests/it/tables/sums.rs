//! Totals, subtotals and shares of any table; rows from the YAML and from a file.

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use proptest::prelude::*;
use vanthu::compute::Value;
use vanthu::model::amount::Amount;

use super::office::{run_table, run_with};

/// A unit with its figure, or a group of lines.
#[derive(Debug, Clone)]
enum Line {
    Unit(Option<i64>),
    Group(Vec<Line>),
}

fn line() -> impl Strategy<Value = Line> {
    let unit = prop::option::weighted(0.9, -1_000_000i64..1_000_000).prop_map(Line::Unit);
    unit.prop_recursive(3, 40, 6, |inner| prop::collection::vec(inner, 1..6).prop_map(Line::Group))
}

impl Line {
    /// As YAML, every line under a name of its own.
    fn write(&self, depth: usize, names: &mut usize, yaml: &mut String) {
        *names += 1;
        let _ = write!(yaml, "{}D{names}:", "  ".repeat(depth));
        match self {
            Self::Unit(figure) => {
                let _ = writeln!(yaml, " [{}]", written(*figure));
            }
            Self::Group(lines) => {
                yaml.push('\n');
                lines.iter().for_each(|line| line.write(depth + 1, names, yaml));
            }
        }
    }

    /// Its sum, and before it those of all lines within, in printed order.
    fn sums(&self, sums: &mut Vec<Option<i64>>) -> Option<i64> {
        let place = sums.len();
        sums.push(None);
        sums[place] = match self {
            Self::Unit(figure) => *figure,
            Self::Group(lines) => {
                let parts: Vec<Option<i64>> = lines.iter().map(|line| line.sums(sums)).collect();
                parts.into_iter().flatten().reduce(|a, b| a + b)
            }
        };
        sums[place]
    }
}

fn written(figure: Option<i64>) -> String {
    figure.map_or("~".to_owned(), |figure| figure.to_string())
}

fn amount(figure: Option<i64>) -> Value {
    Value::from(figure.map(Amount::from))
}

fn table_of(columns: &str, rows: &str) -> String {
    format!("row_header: R\ncolumns:\n{columns}rows: {rows}\ntotal: {{label: Tổng}}")
}

proptest! {
    #[test]
    fn totals_and_subtotals_are_the_sums_of_the_rows(lines in prop::collection::vec(line(), 1..6)) {
        let (mut rows, mut names, mut sums) = ("\n".to_owned(), 0, Vec::new());
        lines.iter().for_each(|line| line.write(1, &mut names, &mut rows));
        let all: Vec<Option<i64>> = lines.iter().map(|line| line.sums(&mut sums)).collect();
        let ran = run_table(&table_of(
            "  - {id: a, header: A}\n  - {id: b, header: B, formula: 3 * a}\n",
            &rows,
        ));
        let table = ran.table();
        let thrice = |figure: Option<i64>| figure.map(|figure| 3 * figure);
        prop_assert_eq!(table.lines.len(), sums.len());
        for (cells, sum) in table.lines.iter().zip(&sums) {
            prop_assert_eq!(&cells[0].value, &amount(*sum));
            prop_assert_eq!(&cells[1].value, &amount(thrice(*sum)));
        }
        let total = all.into_iter().flatten().reduce(|a, b| a + b);
        prop_assert_eq!(&table.total[0].value, &amount(total));
        prop_assert_eq!(&table.total[1].value, &amount(thrice(total)));
    }

    #[test]
    fn shares_that_add_up_come_to_100_and_move_by_less_than_one_unit(
        figures in prop::collection::vec(prop::option::weighted(0.9, 0i64..10_000), 1..40),
        decimals in 0u32..4,
    ) {
        let whole: i64 = figures.iter().flatten().sum();
        prop_assume!(whole > 0);
        let mut rows = "\n".to_owned();
        for (index, figure) in figures.iter().enumerate() {
            let _ = writeln!(rows, "  D{index}: [{}]", written(*figure));
        }
        let share = format!(
            "  - {{id: a, header: A}}\n  - {{id: s, header: S, type: percent({decimals}), \
             formula: share(a), adds_up: true}}\n"
        );
        let ran = run_table(&table_of(&share, &rows));
        let table = ran.table();
        let scale = 10i64.pow(decimals);
        let mut sum = 0;
        for (cells, figure) in table.lines.iter().zip(&figures) {
            let Some(figure) = figure else {
                prop_assert_eq!(&cells[1].value, &Value::Blank);
                continue;
            };
            // In units of the last place: a whole number, less than one from the exact share.
            let printed = cells[1].value.amount().expect("a share").vietnamese(decimals);
            let units: i64 = printed.replace(['.', ','], "").parse().expect("digits");
            prop_assert!((units * whole - figure * 100 * scale).abs() < whole);
            sum += units;
        }
        prop_assert_eq!(sum, 100 * scale);
        prop_assert_eq!(&table.total[1].value, &amount(Some(100)));
    }

    #[test]
    fn rows_of_a_file_are_the_rows_of_the_yaml(
        figures in prop::collection::vec(
            (prop::option::of(any::<i32>()), prop::option::of(-9999i32..9999), "[a-zđ;,\"\t ]{0,6}"),
            1..20,
        ),
        sign in prop::sample::select(vec![',', ';', '\t']),
        line_end in prop::sample::select(vec!["\n", "\r\n"]),
        mark in prop::sample::select(vec!["", "\u{feff}"]),
    ) {
        let mut csv = format!("{mark}Đơn vị{sign}Hai{sign}a{sign}n{line_end}");
        let mut rows = "\n".to_owned();
        for (index, (a, b, words)) in figures.iter().enumerate() {
            let words = words.replace('\t', if sign == '\t' { "\t" } else { " " }).replace('\t', " ");
            let a = a.map(|a| a.to_string()).unwrap_or_default();
            // Four decimals: three would look like thousands.
            let b = b.map(|b| format!("{}{}.{:04}", if b < 0 { "-" } else { "" }, 7, b.abs()));
            let b = b.unwrap_or_default();
            let quoted = words.replace('"', "\"\"");
            let _ = write!(csv, "\"D{index}\"{sign}{b}{sign}{a}{sign}\"{quoted}\"{line_end}");
            let quoted = words.replace('"', "\\\"");
            let _ = writeln!(rows, "  D{index}: [{a:?}, {b:?}, \"{quoted}\"]");
        }
        let columns = "  - {id: a, header: Một}\n  - {id: b, header: Hai, type: decimal(4)}\n  \
                       - {id: c, header: Ba, type: decimal(4), formula: a - b, total: sum}\n  \
                       - {id: n, header: Chữ, type: text}\n";
        let inline = run_table(&table_of(columns, &rows));
        let filed = run_with(&table_of(columns, "{file: a.csv}"), "a.csv", csv.as_bytes());
        prop_assert_eq!(inline.table(), filed.table());
    }
}

#[test]
fn five_thousand_rows_are_summed_ranked_shared_and_spread_in_seconds() {
    let mut rows = "\n".to_owned();
    let (mut sum, mut seed) = (0i64, 1i64);
    for index in 0..5_000 {
        seed = seed * 48_271 % 2_147_483_647;
        sum += seed;
        let _ = writeln!(rows, "  Xã {index}: [{seed}]");
    }
    let table = table_of(
        "  - {id: a, header: A}\n  - {id: b, header: B, formula: a * 2 - total.a}\n  \
         - {id: s, header: S, type: percent(2), formula: share(a), adds_up: true}\n  \
         - {id: r, header: R, formula: rank(a)}\n  \
         - {id: g, header: G, allocate: {amount: 1000000, by: a, floor: 3, cap: 300}}\n",
        &rows,
    );
    let start = Instant::now();
    let ran = run_table(&table);
    assert!(start.elapsed() < Duration::from_secs(20), "{:?}", start.elapsed());
    let expected = [Some(sum), Some(2 * sum - 5_000 * sum), Some(100), None, Some(1_000_000)];
    for (cell, expected) in ran.table().total.iter().zip(expected) {
        assert_eq!(cell.value, amount(expected));
    }
}
