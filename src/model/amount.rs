//! Exact amounts.

mod divisor;
mod figure;

use std::fmt;
use std::ops::{Add, Mul, Neg, Sub};

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{One as _, Pow, Signed, Zero};

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
        if divisor.0.is_zero() {
            return None;
        }
        let (over, under) = (divisor.0.numer(), divisor.0.denom());
        let sign = if over.is_negative() { -1 } else { 1 };
        Some(self.times(&(under * sign), &over.abs()))
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
        self.plus(other, |a, b| a + b)
    }
}

impl Sub for &Amount {
    type Output = Amount;

    fn sub(self, other: Self) -> Amount {
        self.plus(other, |a, b| a - b)
    }
}

impl Mul for &Amount {
    type Output = Amount;

    fn mul(self, other: Self) -> Amount {
        self.times(other.0.numer(), other.0.denom())
    }
}

impl Amount {
    /// The sum or difference. Only what both denominators share can be reduced (Knuth, The Art of
    /// Computer Programming, 4.5.1): a short fraction is added to a long one in one pass over it.
    fn plus(&self, other: &Self, add: impl Fn(BigInt, BigInt) -> BigInt) -> Self {
        let (a, b) = (self.0.numer(), self.0.denom());
        let (c, d) = (other.0.numer(), other.0.denom());
        // Nearly all figures are whole: there is nothing to reduce then.
        if self.is_integer() && other.is_integer() {
            return Self(BigRational::from_integer(add(a.clone(), c.clone())));
        }
        let shared = divisor::greatest(b, d);
        if shared.is_one() {
            return Self::reduced(add(a * d, c * b), b * d);
        }
        let over = add(a * (d / &shared), c * (b / &shared));
        let rest = divisor::greatest(&over.abs(), &shared);
        Self::reduced(&over / &rest, (b / &shared) * (d / &rest))
    }

    /// The product with the reduced fraction of `c` over `d`, which is above zero.
    fn times(&self, c: &BigInt, d: &BigInt) -> Self {
        let (a, b) = (self.0.numer(), self.0.denom());
        if b.is_one() && d.is_one() {
            return Self(BigRational::from_integer(a * c));
        }
        let (one, other) = (divisor::greatest(&a.abs(), d), divisor::greatest(&c.abs(), b));
        Self::reduced((a / &one) * (c / &other), (b / &other) * (d / &one))
    }

    /// A fraction that cannot be reduced, unless it is zero.
    fn reduced(over: BigInt, under: BigInt) -> Self {
        if over.is_zero() { Self::zero() } else { Self(BigRational::new_raw(over, under)) }
    }

    /// The amounts as whole numbers of one and the same fraction, and what that one divides by.
    #[must_use]
    pub fn over_one_divisor(amounts: &[Self]) -> (Vec<BigInt>, BigInt) {
        let mut divisor = BigInt::from(1);
        for amount in amounts {
            // Most often the greatest of them divides by all of the others do.
            if !(&divisor % amount.0.denom()).is_zero() {
                let shared = divisor::greatest(amount.0.denom(), &divisor);
                divisor *= amount.0.denom() / shared;
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
