//! Exact amounts.

mod figure;

use std::fmt;
use std::ops::{Add, Mul, Neg, Sub};

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{Pow, Signed, Zero};

pub use figure::FigureError;

/// A number without any rounding: a fraction of two whole numbers of any size.
///
/// Only printing rounds, and says to how many decimals.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Amount(BigRational);

impl Amount {
    /// Zero.
    #[must_use]
    pub fn zero() -> Self {
        Self(BigRational::zero())
    }

    /// The quotient, or `None` when `divisor` is zero.
    #[must_use]
    pub fn checked_div(&self, divisor: &Self) -> Option<Self> {
        (!divisor.0.is_zero()).then(|| Self(&self.0 / &divisor.0))
    }

    /// Whether it has no fraction.
    #[must_use]
    pub fn is_integer(&self) -> bool {
        self.0.is_integer()
    }

    /// Rounded to `decimals`, a half away from zero, as schools and ministries do.
    #[must_use]
    pub fn round(&self, decimals: u32) -> Self {
        if self.is_integer() {
            return self.clone();
        }
        let scale = BigRational::from_integer(BigInt::from(10).pow(decimals));
        Self((&self.0 * &scale).round() / scale)
    }

    /// As printed in Vietnamese: `18.305`, `29,72`, `-5`.
    #[must_use]
    pub fn vietnamese(&self, decimals: u32) -> String {
        let scaled = (self * &Self::power_of_ten(decimals)).0.round().to_integer();
        let digits = scaled.abs().to_string();
        let width = decimals as usize + 1;
        let digits = format!("{digits:0>width$}");
        let (whole, fraction) = digits.split_at(digits.len() - decimals as usize);
        let sign = if scaled.is_negative() { "-" } else { "" };
        let comma = if fraction.is_empty() { "" } else { "," };
        format!("{sign}{}{comma}{fraction}", grouped(whole))
    }

    /// Without any rounding, as a figure is written in a source, or as a fraction: `12.5`, `1/3`.
    #[must_use]
    pub fn exact(&self) -> String {
        const MOST: u32 = 12;
        let Some(decimals) = (0..=MOST).find(|count| self.round(*count) == *self) else {
            return format!("{}/{}", self.0.numer(), self.0.denom());
        };
        self.vietnamese(decimals).replace('.', "").replace(',', ".")
    }

    /// The same for a person: `1.250,5`, and `0,333333…` where the digits do not end soon.
    #[must_use]
    pub fn exact_vietnamese(&self) -> String {
        const MOST: u32 = 6;
        if self.round(MOST) == *self {
            return self.vietnamese_plain(MOST);
        }
        // Digits that are printed do not change when more follow: nothing is rounded.
        let scale = Self::power_of_ten(MOST);
        let cut = Self((&self.0 * &scale.0).trunc() / scale.0);
        format!("{}…", cut.vietnamese(MOST))
    }

    /// As printed with as many decimals as it has, at most `most`.
    #[must_use]
    pub fn vietnamese_plain(&self, most: u32) -> String {
        let decimals = (0..most).find(|count| self.round(*count) == *self).unwrap_or(most);
        self.vietnamese(decimals)
    }
}

fn grouped(digits: &str) -> String {
    let mut out = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push('.');
        }
        out.push(digit);
    }
    out
}

impl fmt::Display for Amount {
    /// As a person reads it, exact up to six decimals.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.vietnamese_plain(6))
    }
}

impl From<i64> for Amount {
    fn from(value: i64) -> Self {
        Self(BigRational::from_integer(value.into()))
    }
}

impl From<BigInt> for Amount {
    fn from(value: BigInt) -> Self {
        Self(BigRational::from_integer(value))
    }
}

impl Neg for Amount {
    type Output = Self;

    fn neg(self) -> Self {
        Self(-self.0)
    }
}

impl Add for &Amount {
    type Output = Amount;

    fn add(self, other: Self) -> Amount {
        self.between(other, |a, b| a + b, |a, b| a + b)
    }
}

impl Sub for &Amount {
    type Output = Amount;

    fn sub(self, other: Self) -> Amount {
        self.between(other, |a, b| a - b, |a, b| a - b)
    }
}

impl Mul for &Amount {
    type Output = Amount;

    fn mul(self, other: Self) -> Amount {
        self.between(other, |a, b| a * b, |a, b| a * b)
    }
}

impl Amount {
    /// Nearly all figures are whole: there is nothing to reduce then, which is what takes time.
    fn between(
        &self,
        other: &Self,
        whole: impl Fn(&BigInt, &BigInt) -> BigInt,
        fraction: impl Fn(&BigRational, &BigRational) -> BigRational,
    ) -> Self {
        if self.is_integer() && other.is_integer() {
            Self(BigRational::from_integer(whole(self.0.numer(), other.0.numer())))
        } else {
            Self(fraction(&self.0, &other.0))
        }
    }

    /// The amounts as whole numbers of one and the same fraction, and what that one divides by.
    #[must_use]
    pub fn over_one_divisor(amounts: &[Self]) -> (Vec<BigInt>, BigInt) {
        let mut divisor = BigInt::from(1);
        for amount in amounts {
            // Most often the greatest of them divides by all of the others do.
            if !(&divisor % amount.0.denom()).is_zero() {
                let reduced = BigRational::new(amount.0.denom().clone(), divisor.clone());
                divisor *= reduced.numer();
            }
        }
        let over = |amount: &Self| amount.0.numer() * (&divisor / amount.0.denom());
        (amounts.iter().map(over).collect(), divisor)
    }

    /// Its size without its sign.
    #[must_use]
    pub fn abs(&self) -> Self {
        Self(self.0.abs())
    }

    /// The greatest whole number that is not greater.
    #[must_use]
    pub fn floor(&self) -> Self {
        Self(self.0.floor())
    }

    /// One and as many zeros as `exponent` says.
    #[must_use]
    pub fn power_of_ten(exponent: u32) -> Self {
        Self(BigRational::from_integer(BigInt::from(10).pow(exponent)))
    }

    /// Whether it has outgrown every purpose: more than 600 digits on either side of the bar, or
    /// a whole part of more than 30.
    #[must_use]
    pub fn is_too_large(&self) -> bool {
        let bits = self.0.numer().bits().max(self.0.denom().bits());
        bits > 2_000 || self.0.to_integer().bits() > 100
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn amount(text: &str) -> Amount {
        Amount::from_figure(text).expect("a plain figure")
    }

    #[test]
    fn thousands_have_points_and_decimals_a_comma() {
        for (written, decimals, printed) in [
            ("18305", 0, "18.305"),
            ("999", 0, "999"),
            ("88421118", 0, "88.421.118"),
            ("29.72", 2, "29,72"),
            ("1234.5", 2, "1.234,50"),
            ("-1250", 0, "-1.250"),
            ("0.05", 1, "0,1"),
            ("-0.04", 1, "0,0"),
            ("2.5", 0, "3"),
            ("-2.5", 0, "-3"),
        ] {
            assert_eq!(amount(written).vietnamese(decimals), printed, "{written}");
        }
    }

    #[test]
    fn exactly_is_as_decimals_or_as_a_fraction() {
        let third = Amount::from(-1).checked_div(&Amount::from(3)).expect("three is not zero");
        for (amount, exact, read) in [
            (amount("18304"), "18304", "18.304"),
            (amount("-1250.125"), "-1250.125", "-1.250,125"),
            (amount("0"), "0", "0"),
            (third, "-1/3", "-0,333333…"),
            (amount("0.9999999"), "0.9999999", "0,999999…"),
        ] {
            assert_eq!(
                (amount.exact().as_str(), amount.exact_vietnamese().as_str()),
                (exact, read)
            );
        }
    }

    #[test]
    fn amounts_of_any_kind_have_one_divisor() {
        let sixth = Amount::from(1).checked_div(&Amount::from(6)).expect("six is not zero");
        let (over, divisor) = Amount::over_one_divisor(&[amount("0.25"), amount("-7"), sixth]);
        assert_eq!(over, [3, -84, 2].map(BigInt::from));
        assert_eq!(divisor, BigInt::from(12));
    }

    proptest! {
        #[test]
        fn a_plain_figure_prints_back_to_its_digits(value in any::<i64>()) {
            let printed = Amount::from(value).vietnamese(0);
            prop_assert_eq!(printed.replace('.', ""), value.to_string());
            prop_assert_eq!(amount(&value.to_string()), Amount::from(value));
        }

        #[test]
        fn a_quotient_times_its_divisor_is_the_dividend(a in any::<i32>(), b in 1..i32::MAX) {
            let (a, b) = (Amount::from(i64::from(a)), Amount::from(i64::from(b)));
            let quotient = a.checked_div(&b).expect("the divisor is not zero");
            prop_assert_eq!(&quotient * &b, a);
        }
    }
}
