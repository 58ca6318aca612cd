//! Measures on paper.

use std::fmt;
use std::str::FromStr;

/// A length or a factor, exact to a hundred-thousandth of its unit. Which unit, the user knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Measure(i64);

/// Parts in a unit.
const PARTS: i64 = 100_000;

impl Measure {
    /// So many units.
    #[must_use]
    pub const fn whole(units: i64) -> Self {
        Self(units * PARTS)
    }

    /// So many thousandths of a unit.
    #[must_use]
    pub const fn thousandths(thousandths: i64) -> Self {
        Self(thousandths * (PARTS / 1_000))
    }

    /// Of so many parts.
    #[must_use]
    pub const fn of_parts(parts: i64) -> Self {
        Self(parts)
    }

    /// Its hundred-thousandths.
    #[must_use]
    pub const fn parts(self) -> i64 {
        self.0
    }

    /// This and `other`.
    #[must_use]
    pub const fn plus(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }

    /// This without `other`.
    #[must_use]
    pub const fn minus(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }

    /// This many times `factor`; what is smaller than a part is cut off.
    #[must_use]
    pub const fn times(self, factor: Self) -> Self {
        Self(self.0 * factor.0 / PARTS)
    }
}

impl fmt::Display for Measure {
    /// As it is written in YAML and Typst: `12.7`.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let (whole, parts) = (self.0.abs() / PARTS, self.0.abs() % PARTS);
        let fraction = format!("{parts:05}");
        match fraction.trim_end_matches('0') {
            "" => write!(formatter, "{sign}{whole}"),
            fraction => write!(formatter, "{sign}{whole}.{fraction}"),
        }
    }
}

/// The text is no measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoMeasure;

impl FromStr for Measure {
    type Err = NoMeasure;

    /// Up to four digits and, behind a point, up to two more: nobody measures finer.
    fn from_str(text: &str) -> Result<Self, NoMeasure> {
        let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
        let is_digits = |text: &str, most: usize| {
            (1..=most).contains(&text.len()) && text.bytes().all(|sign| sign.is_ascii_digit())
        };
        if !is_digits(whole, 4) || !is_digits(fraction, 2) {
            return Err(NoMeasure);
        }
        let number = |digits: &str| digits.parse::<i64>().map_err(|_| NoMeasure);
        Ok(Self(number(whole)? * PARTS + number(&format!("{fraction:0<5}"))?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_what_is_read() {
        for text in ["0", "6", "12.7", "1.15", "9999.99"] {
            let measure: Measure = text.parse().expect("a measure");
            assert_eq!(measure.to_string(), text);
        }
        assert_eq!("20.0".parse(), Ok(Measure::whole(20)));
        assert_eq!("12.70".parse(), Ok(Measure::thousandths(12_700)));
    }

    #[test]
    fn what_is_no_plain_number_is_no_measure() {
        for text in
            ["", ".", "1.", ".5", "-1", "+1", "1e1", "12,7", "20mm", "10000", "1.234", "1 0", "٣"]
        {
            assert_eq!(text.parse::<Measure>(), Err(NoMeasure), "{text}");
        }
    }

    #[test]
    fn products_are_exact() {
        let lines: Measure = "1.15".parse().expect("a measure");
        assert_eq!(lines.times(Measure::thousandths(1_149)).to_string(), "1.32135");
        assert_eq!(Measure::whole(1).minus(Measure::thousandths(2_500)).to_string(), "-1.5");
    }
}
