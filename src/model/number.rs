//! The number of a document (ô 3).

use std::fmt;
use std::num::NonZeroU32;
use std::str::FromStr;

/// A whole number from 1; below 10 it is written with a leading zero (R28).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct DocumentNumber(NonZeroU32);

impl DocumentNumber {
    /// The number so many behind it; nothing where that would be too long.
    #[must_use]
    pub fn plus(self, count: u32) -> Option<Self> {
        let sum = self.0.checked_add(count)?;
        (sum.get() <= 999_999).then_some(Self(sum))
    }

    /// As a number.
    #[must_use]
    pub fn get(self) -> u32 {
        self.0.get()
    }
}

impl fmt::Display for DocumentNumber {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:02}", self.0)
    }
}

impl FromStr for DocumentNumber {
    type Err = ();

    /// Reads `5`, `05` and `1751`; no sign, no separator.
    fn from_str(text: &str) -> Result<Self, ()> {
        let is_plain = (1..=6).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
        is_plain.then(|| text.parse().ok()).flatten().map(Self).ok_or(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_below_ten_has_a_leading_zero() {
        for (written, printed) in [("5", "05"), ("05", "05"), ("10", "10"), ("1751", "1751")] {
            assert_eq!(
                written.parse::<DocumentNumber>().map(|n| n.to_string()),
                Ok(printed.into())
            );
        }
    }

    #[test]
    fn what_is_no_whole_number_from_one_is_refused() {
        for written in ["0", "00", "", "-5", "+5", "5a", "1.5", "1234567", "٥"] {
            assert_eq!(written.parse::<DocumentNumber>(), Err(()), "{written}");
        }
    }
}
