//! The method of the largest remainder (Hamilton).

use num_bigint::BigInt;
use num_traits::Zero as _;

use crate::model::amount::Amount;

/// Whole numbers near `exact` whose sum is that of `exact`, which must be whole: each is rounded
/// down, and the units left over go to the largest remainders. Of equal remainders the one with
/// the smaller `priority` comes first.
///
/// Each result is less than one away from its exact value, and a whole one stays as it is.
#[must_use]
pub fn largest_remainder(exact: &[Amount], priority: &[usize]) -> Vec<Amount> {
    // In whole numbers: comparing fractions takes long, and there may be thousands.
    let (over, divisor) = Amount::over_one_divisor(exact);
    let mut whole: Vec<BigInt> = over.iter().map(|over| floor(over, &divisor)).collect();
    let rest: Vec<BigInt> =
        over.iter().zip(&whole).map(|(over, whole)| over - whole * &divisor).collect();
    let mut left = rest.iter().sum::<BigInt>() / &divisor;
    let mut order: Vec<usize> = (0..exact.len()).collect();
    order.sort_by(|a, b| rest[*b].cmp(&rest[*a]).then(priority[*a].cmp(&priority[*b])));
    for index in order {
        if left.is_zero() {
            break;
        }
        whole[index] += 1;
        left -= 1;
    }
    whole.into_iter().map(Amount::from).collect()
}

/// The quotient rounded down, also below zero.
fn floor(over: &BigInt, divisor: &BigInt) -> BigInt {
    let quotient = over / divisor;
    let is_above = &quotient * divisor > *over;
    if is_above { quotient - 1 } else { quotient }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn amounts(texts: &[&str]) -> Vec<Amount> {
        texts.iter().map(|text| Amount::from_figure(text).expect("a figure")).collect()
    }

    #[test]
    fn the_largest_remainders_are_rounded_up() {
        let exact = amounts(&["33.4", "33.1", "33.5"]);
        assert_eq!(largest_remainder(&exact, &[0, 1, 2]), amounts(&["33", "33", "34"]));
    }

    #[test]
    fn equal_remainders_are_parted_by_priority() {
        let exact = amounts(&["0.5", "0.5", "1"]);
        assert_eq!(largest_remainder(&exact, &[1, 0, 2]), amounts(&["0", "1", "1"]));
    }

    #[test]
    fn below_zero_down_is_away_from_zero() {
        let exact = amounts(&["-0.5", "-2.25", "102.75"]);
        assert_eq!(largest_remainder(&exact, &[0, 1, 2]), amounts(&["-1", "-2", "103"]));
    }

    proptest! {
        #[test]
        fn the_sum_stays_and_no_part_moves_by_one(
            weights in proptest::collection::vec(0u32..10_000, 1..40),
            amount in 0u32..1_000_000,
        ) {
            let sum: u64 = weights.iter().map(|weight| u64::from(*weight)).sum();
            prop_assume!(sum > 0);
            let total = Amount::from(i64::from(amount));
            let exact: Vec<Amount> = weights
                .iter()
                .map(|weight| {
                    let share = &Amount::from(i64::from(*weight)) * &total;
                    let sum = Amount::from(i64::try_from(sum).expect("a small sum"));
                    share.checked_div(&sum).expect("the sum is not zero")
                })
                .collect();
            let priority: Vec<usize> = (0..exact.len()).collect();
            let parts = largest_remainder(&exact, &priority);
            let given = parts.iter().fold(Amount::zero(), |sum, part| &sum + part);
            prop_assert_eq!(given, total);
            for (part, exact) in parts.iter().zip(&exact) {
                prop_assert!((part - exact).abs() < Amount::from(1));
                prop_assert!(part.is_integer());
            }
        }
    }
}
