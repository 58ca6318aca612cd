//! What holds of any amount that is spread, through the whole line.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use proptest::prelude::*;

use super::office::{Ran, run_table};

/// An allocation that may be impossible.
#[derive(Debug, Clone)]
struct Spread {
    amount: i64,
    weights: Vec<Option<i64>>,
    floor: Option<i64>,
    cap: Option<i64>,
    /// The parts of the first units.
    fixed: Vec<i64>,
}

fn spread() -> impl Strategy<Value = Spread> {
    let weights = prop::collection::vec(prop::option::weighted(0.9, 0i64..500), 1..25);
    let bound = |most| prop::option::of(0..most);
    let fixed = prop::collection::vec(0i64..60, 0..3);
    (0i64..2_000, weights, bound(60i64), bound(400i64), fixed).prop_map(
        |(amount, weights, floor, cap, mut fixed)| {
            fixed.truncate(weights.len());
            Spread { amount, weights, floor, cap, fixed }
        },
    )
}

impl Spread {
    /// The units that take part with their weights, settled ones not counted.
    fn free(&self) -> Vec<(usize, i64)> {
        let units = self.weights.iter().enumerate().skip(self.fixed.len());
        units.filter_map(|(unit, weight)| Some((unit, (*weight)?))).collect()
    }

    fn rest(&self) -> i64 {
        self.amount - self.fixed.iter().sum::<i64>()
    }

    /// Whether there is a way at all: the bounds leave room, and whoever is to get more than the
    /// floor has a weight.
    fn is_possible(&self) -> bool {
        let free = self.free();
        let floor = self.floor.unwrap_or(0);
        let cap = self.cap.unwrap_or(i64::from(i32::MAX));
        let least: i64 = free.iter().map(|_| floor).sum();
        let most: i64 = free.iter().map(|(_, weight)| if *weight > 0 { cap } else { floor }).sum();
        (floor <= cap || free.is_empty()) && (least..=most).contains(&self.rest())
    }

    fn run(&self, ties: &str, order: &[usize]) -> Ran {
        let mut spread = format!("amount: {}, by: w, ties: {ties}", self.amount);
        for (key, bound) in [("floor", self.floor), ("cap", self.cap)] {
            if let Some(bound) = bound {
                let _ = write!(spread, ", {key}: {bound}");
            }
        }
        let fixed = self.fixed.iter().enumerate();
        let fixed: Vec<String> =
            fixed.map(|(unit, part)| format!("{}: {part}", name(unit))).collect();
        let _ = write!(spread, ", fixed: {{{}}}", fixed.join(", "));
        let mut rows = String::new();
        for unit in order {
            let weight = self.weights[*unit].map_or("~".to_owned(), |weight| weight.to_string());
            let _ = writeln!(rows, "  {}: [{weight}]", name(*unit));
        }
        run_table(&format!(
            "row_header: R\ncolumns:\n  - {{id: w, header: W}}\n  \
             - {{id: g, header: G, allocate: {{{spread}}}}}\nrows:\n{rows}total: {{label: Tổng}}"
        ))
    }

    fn in_order(&self) -> Vec<usize> {
        (0..self.weights.len()).collect()
    }
}

fn name(unit: usize) -> String {
    // Not in the order of the alphabet.
    format!("Xã {}", (unit * 7 + 3) % 25)
}

/// The part of each unit that has one.
fn parts(ran: &Ran, order: &[usize]) -> BTreeMap<usize, i64> {
    let cells = order.iter().zip(&ran.table().lines);
    cells
        .filter_map(|(unit, cells)| {
            let printed = cells[1].value.amount()?.vietnamese(0);
            Some((*unit, printed.replace('.', "").parse().expect("a whole number")))
        })
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 250, max_global_rejects: 20_000, ..Default::default() })]

    #[test]
    fn an_amount_is_spread_whenever_there_is_a_way(spread in spread()) {
        let ran = spread.run("order", &spread.in_order());
        prop_assert_eq!(ran.examined.is_some(), spread.is_possible(), "{}", ran.findings);
        prop_assert!(ran.ids.iter().all(|id| id.starts_with("allocate-")));
    }

    #[test]
    fn the_parts_come_to_the_amount_within_all_bounds(spread in spread()) {
        prop_assume!(spread.is_possible());
        let parts = parts(&spread.run("order", &spread.in_order()), &spread.in_order());
        prop_assert_eq!(parts.values().sum::<i64>(), spread.amount);
        for (unit, fixed) in spread.fixed.iter().enumerate() {
            prop_assert_eq!(parts.get(&unit), Some(fixed));
        }
        let free = spread.free();
        prop_assert_eq!(parts.len(), spread.fixed.len() + free.len());
        for (unit, weight) in &free {
            let part = parts[unit];
            prop_assert!(part >= spread.floor.unwrap_or(0));
            prop_assert!(spread.cap.is_none_or(|cap| part <= cap));
            for (other, heavier) in free.iter().filter(|(_, other)| other > weight) {
                prop_assert!(parts[other] >= part, "{} has more than {}", weight, heavier);
            }
        }
    }

    #[test]
    fn without_bounds_every_part_is_less_than_one_from_its_share(spread in spread()) {
        let spread = Spread { floor: None, cap: None, ..spread };
        prop_assume!(spread.is_possible());
        let parts = parts(&spread.run("order", &spread.in_order()), &spread.in_order());
        let free = spread.free();
        let whole: i64 = free.iter().map(|(_, weight)| weight).sum();
        for (unit, weight) in free {
            let distance = (parts[&unit] * whole - weight * spread.rest()).abs();
            prop_assert!(distance < whole.max(1), "{weight} of {whole}: {}", parts[&unit]);
        }
    }

    #[test]
    fn between_the_bounds_parts_are_in_proportion(spread in spread()) {
        prop_assume!(spread.is_possible());
        let parts = parts(&spread.run("order", &spread.in_order()), &spread.in_order());
        let (floor, cap) = (spread.floor.unwrap_or(0), spread.cap.unwrap_or(i64::from(i32::MAX)));
        let inside = |part: i64| floor + 1 < part && part + 1 < cap;
        for (a, weight) in spread.free() {
            for (b, other) in spread.free() {
                if inside(parts[&a]) && inside(parts[&b]) {
                    // Each is less than one from one common rate.
                    let difference = (parts[&a] * other - parts[&b] * weight).abs();
                    prop_assert!(difference < weight + other);
                }
            }
        }
    }

    #[test]
    fn with_ties_by_name_the_order_of_rows_does_not_matter(
        (spread, order) in spread().prop_flat_map(|spread| {
            let order = Just(spread.in_order()).prop_shuffle();
            (Just(spread), order)
        }),
    ) {
        prop_assume!(spread.is_possible());
        let (first, second) = (spread.run("name", &spread.in_order()), spread.run("name", &order));
        prop_assert_eq!(parts(&first, &spread.in_order()), parts(&second, &order));
    }

    #[test]
    fn without_ties_the_order_of_rows_does_not_matter(
        (spread, order) in spread().prop_flat_map(|mut spread| {
            spread.weights.truncate(8);
            spread.fixed.truncate(spread.weights.len());
            let order = Just(spread.in_order()).prop_shuffle();
            (Just(Spread { floor: None, cap: None, ..spread }), order)
        }),
    ) {
        prop_assume!(spread.is_possible());
        let free = spread.free();
        let whole: i64 = free.iter().map(|(_, weight)| weight).sum();
        let remainders = free.iter().map(|(_, weight)| weight * spread.rest() % whole.max(1));
        let remainders: Vec<i64> = remainders.filter(|remainder| *remainder > 0).collect();
        prop_assume!(remainders.iter().collect::<BTreeSet<_>>().len() == remainders.len());
        let (first, second) = (spread.run("order", &spread.in_order()), spread.run("order", &order));
        prop_assert_eq!(parts(&first, &spread.in_order()), parts(&second, &order));
    }
}
