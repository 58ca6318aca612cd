//! The value of any formula is that of another evaluator.

use proptest::prelude::*;
use vanthu::model::amount::Amount;

use super::evaluator::{Failure, Fraction, Tree};
use super::office::run_table;

fn tree() -> impl Strategy<Value = Tree> {
    let leaf = prop_oneof![
        (0u32..2_000).prop_map(Tree::Number),
        (0usize..3).prop_map(Tree::Column),
        (0usize..3).prop_map(Tree::Column),
        Just(Tree::Blank),
    ];
    leaf.prop_recursive(5, 24, 4, |inner| {
        let boxed = inner.clone().prop_map(Box::new);
        let signs = prop::sample::select(vec!['+', '-', '*', '/']);
        let comparisons = prop::sample::select(vec!["=", "<>", "<", "<=", ">", ">="]);
        let several = prop::collection::vec(inner.clone(), 2..4);
        let names = prop::sample::select(vec!["sum", "count", "average"]);
        let four = [inner.clone(), inner.clone(), inner.clone(), inner];
        prop_oneof![
            4 => (signs, boxed.clone(), boxed.clone())
                .prop_map(|(sign, left, right)| Tree::Binary(sign, left, right)),
            1 => boxed.clone().prop_map(Tree::Negative),
            1 => (boxed.clone(), 0u32..4).prop_map(|(inner, decimals)| Tree::Round(inner, decimals)),
            1 => several.clone().prop_map(Tree::Least),
            1 => (names, several.clone()).prop_map(|(name, parts)| Tree::Filled(name, parts)),
            1 => (boxed.clone(), boxed.clone())
                .prop_map(|(now, before)| Tree::Growth(now, before)),
            1 => several.prop_map(Tree::Greatest),
            1 => (comparisons, four).prop_map(|(sign, parts)| Tree::If(sign, Box::new(parts))),
        ]
    })
}

/// Tenths, small and often equal, so that comparisons and divisions by zero happen.
fn cell() -> impl Strategy<Value = Option<i64>> {
    prop_oneof![
        1 => Just(None),
        2 => (-2i64..3).prop_map(|whole| Some(whole * 10)),
        3 => (-500i64..500).prop_map(Some),
    ]
}

fn written(tenths: Option<i64>) -> String {
    tenths.map_or("~".to_owned(), |tenths| {
        let sign = if tenths < 0 { "-" } else { "" };
        format!("{sign}{}.{}", tenths.abs() / 10, tenths.abs() % 10)
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    #[test]
    fn a_formula_has_the_value_that_another_evaluator_finds(
        tree in tree(),
        cells in [cell(), cell(), cell()],
    ) {
        let row = cells.map(|tenths| tenths.map(|tenths| {
            Fraction::new(i128::from(tenths), 10).expect("a small fraction")
        }));
        let expected = tree.value(&row);
        prop_assume!(expected != Err(Failure::TooLarge));
        let formula = tree.text();
        let ran = run_table(&format!(
            "title: T\nrow_header: R\ncolumns:\n\
             - {{id: a, header: A, type: decimal(1)}}\n\
             - {{id: b, header: B, type: decimal(1)}}\n\
             - {{id: c, header: C, type: decimal(1)}}\n\
             - {{id: x, header: X, type: percent(2), total: none, formula: '{formula}'}}\n\
             rows:\n  Xã A: [{}]",
            cells.map(written).join(", ")
        ));
        if expected == Err(Failure::DivisionByZero) {
            prop_assert_eq!(&ran.ids, &["division-by-zero"], "{}", ran.findings);
            return Ok(());
        }
        let found = ran.table().lines[0][3].value.amount();
        match expected.ok().flatten() {
            None => prop_assert_eq!(found, None, "{}", formula),
            Some(fraction) => {
                let part = |number| Amount::from(i64::try_from(number).expect("it is small"));
                let expected = part(fraction.over).checked_div(&part(fraction.under));
                prop_assert_eq!(found, expected.as_ref(), "{}", formula);
            }
        }
    }
}

#[test]
fn parentheses_stand_only_where_they_are_needed() {
    let column = |index| Box::new(Tree::Column(index));
    let sum = Box::new(Tree::Binary('-', column(0), column(1)));
    let tree = Tree::Binary('-', sum.clone(), Box::new(Tree::Binary('/', sum, column(2))));
    assert_eq!(tree.text(), "a - b - (a - b) / c");
}
