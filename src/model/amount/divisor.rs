//! The greatest common divisor of two whole numbers of any size.

use num_bigint::BigInt;
use num_traits::{ToPrimitive as _, Zero as _};

/// The greatest number that divides both, which are not below zero and not both zero.
///
/// By division (Euclid): of a long number and a short one, and of two that share nearly all of
/// their factors, it takes a few passes over the long one. Halving, as libraries do it, takes as
/// many passes as the long one has digits.
pub(super) fn greatest(one: &BigInt, other: &BigInt) -> BigInt {
    let (mut long, mut short) =
        if one < other { (other.clone(), one.clone()) } else { (one.clone(), other.clone()) };
    while !short.is_zero() {
        if let (Some(long), Some(short)) = (long.to_u64(), short.to_u64()) {
            return BigInt::from(of_short(long, short));
        }
        steps::count(&long);
        let rest = &long % &short;
        long = std::mem::replace(&mut short, rest);
    }
    long
}

fn of_short(mut long: u64, mut short: u64) -> u64 {
    while short != 0 {
        (long, short) = (short, long % short);
    }
    long
}

/// How much work was done, for tests of how it grows: in words of long numbers.
pub(super) mod steps {
    use num_bigint::BigInt;

    #[cfg(test)]
    thread_local! {
        static COUNT: std::cell::Cell<u64> = const { std::cell::Cell::new(0) };
    }

    /// Counts a pass over `number`.
    #[cfg_attr(not(test), expect(clippy::missing_const_for_fn, reason = "counts in tests"))]
    pub(in crate::model::amount) fn count(number: &BigInt) {
        #[cfg(test)]
        COUNT.with(|count| count.set(count.get() + number.bits().div_ceil(64)));
        #[cfg(not(test))]
        let _ = number;
    }

    /// How much was done since it was asked last.
    #[cfg(test)]
    pub(crate) fn taken() -> u64 {
        COUNT.with(|count| count.replace(0))
    }
}

#[cfg(test)]
mod tests {
    use num_rational::BigRational;
    use proptest::prelude::*;

    use super::*;
    use crate::model::amount::Amount;

    proptest! {
        #[test]
        fn sums_and_products_are_those_of_fractions(
            a in -10_000i64..10_000, b in 1i64..10_000, c in -10_000i64..10_000, d in 1i64..10_000,
        ) {
            let fraction = |over: i64, under: i64| BigRational::new(over.into(), under.into());
            let amount = |over, under| Amount(fraction(over, under));
            let (one, other) = (amount(a, b), amount(c, d));
            prop_assert_eq!(&(&one + &other).0, &(fraction(a, b) + fraction(c, d)));
            prop_assert_eq!(&(&one - &other).0, &(fraction(a, b) - fraction(c, d)));
            prop_assert_eq!(&(&one * &other).0, &(fraction(a, b) * fraction(c, d)));
            if c != 0 {
                let quotient = one.checked_div(&other).expect("not zero");
                prop_assert_eq!(&quotient.0, &(fraction(a, b) / fraction(c, d)));
                prop_assert_eq!(quotient.is_integer(), (fraction(a, b) / fraction(c, d)).is_integer());
            }
            let sum = &one + &other;
            let reduced = BigRational::new(sum.0.numer().clone(), sum.0.denom().clone());
            prop_assert_eq!(sum.0.denom(), reduced.denom());
        }
    }

    /// Quotients that share nothing: their sum has as many digits as all of them together.
    fn weights(count: i64) -> Vec<Amount> {
        let quotient = |index: i64| {
            let prime = 10_007 + 2 * index;
            Amount::from(index + 1).checked_div(&Amount::from(prime)).expect("not zero")
        };
        (0..count).map(quotient).collect()
    }

    #[test]
    fn shares_of_quotients_take_passes_over_long_numbers_in_proportion_to_their_count() {
        let work = |count: i64| {
            let weights = weights(count);
            let sum = weights.iter().fold(Amount::zero(), |sum, weight| &sum + weight);
            let shares: Vec<Amount> =
                weights.iter().map(|weight| weight.checked_div(&sum).expect("not zero")).collect();
            let words = sum.0.denom().bits().div_ceil(64);
            let order: Vec<usize> = (0..weights.len()).collect();
            assert_eq!(crate::compute::largest_remainder(&shares, &order).len(), weights.len());
            // Passes over a number as long as the sum.
            steps::taken() / words
        };
        let (few, many) = (work(100), work(400));
        assert!(many < few * 6, "{few} passes for 100, {many} for 400");
    }
}
