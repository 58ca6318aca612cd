//! The date of a document (ô 4), as far as it is known.

use std::str::FromStr;

use jiff::civil::Date;

/// A date that a draft may leave open from the right: day, then month, then year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IssueDate {
    /// Nothing is known yet.
    Open,
    /// `2024`
    Year(i16),
    /// `2024-03`
    Month(i16, i8),
    /// `2024-03-05`
    Day(Date),
}

/// Why a text is no date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateError {
    /// It is not written as year, month, day with `-`.
    Form,
    /// There is no such day, month or year.
    Calendar,
}

impl IssueDate {
    /// The year, if it is known.
    #[must_use]
    pub fn year(self) -> Option<i16> {
        match self {
            Self::Open => None,
            Self::Year(year) | Self::Month(year, _) => Some(year),
            Self::Day(date) => Some(date.year()),
        }
    }

    /// The first and the last day it can be; `None` where nothing is known.
    #[must_use]
    pub fn period(self) -> Option<(Date, Date)> {
        let (first, last) = match self {
            Self::Open => return None,
            Self::Year(year) => (Date::new(year, 1, 1), Date::new(year, 12, 31)),
            Self::Month(year, month) => {
                let first = Date::new(year, month, 1);
                (first.clone(), first.map(Date::last_of_month))
            }
            Self::Day(day) => return Some((day, day)),
        };
        Some((first.ok()?, last.ok()?))
    }

    /// The month, if it is known.
    #[must_use]
    pub fn month(self) -> Option<i8> {
        match self {
            Self::Open | Self::Year(_) => None,
            Self::Month(_, month) => Some(month),
            Self::Day(date) => Some(date.month()),
        }
    }

    /// The day, if it is known.
    #[must_use]
    pub fn day(self) -> Option<i8> {
        match self {
            Self::Day(date) => Some(date.day()),
            _ => None,
        }
    }
}

impl FromStr for IssueDate {
    type Err = DateError;

    /// Reads `2024`, `2024-03` and `2024-03-05`; years from 1945.
    fn from_str(text: &str) -> Result<Self, DateError> {
        let parts: Vec<&str> = text.split('-').collect();
        let lengths: Vec<usize> = parts.iter().map(|part| part.len()).collect();
        let digits = parts.iter().all(|part| part.bytes().all(|byte| byte.is_ascii_digit()));
        if !digits || ![&[4][..], &[4, 2], &[4, 2, 2]].contains(&&lengths[..]) {
            return Err(DateError::Form);
        }
        let year: i16 = parts[0].parse().map_err(|_| DateError::Form)?;
        if !(1945..=2999).contains(&year) {
            return Err(DateError::Calendar);
        }
        let number = |index: usize| parts.get(index).map(|part| part.parse::<i8>());
        let (month, day) = match (number(1), number(2)) {
            (Some(Ok(month)), Some(Ok(day))) => (month, Some(day)),
            (Some(Ok(month)), None) => (month, None),
            _ => return Ok(Self::Year(year)),
        };
        let date = Date::new(year, month, day.unwrap_or(1)).map_err(|_| DateError::Calendar)?;
        Ok(if day.is_some() { Self::Day(date) } else { Self::Month(year, month) })
    }
}

/// `05 tháng 3 năm 2024`: a zero in front of days below 10 and of months 1 and 2 (R34).
#[must_use]
pub fn long(date: Date) -> String {
    format!("{} tháng {} năm {}", padded_day(date.day()), padded_month(date.month()), date.year())
}

/// A day: below 10 with a leading zero (R34).
#[must_use]
pub fn padded_day(day: i8) -> String {
    format!("{day:02}")
}

/// A month: 1 and 2 with a leading zero, the others without (R34).
#[must_use]
pub fn padded_month(month: i8) -> String {
    if month <= 2 { format!("{month:02}") } else { month.to_string() }
}

/// Days in caches: year, month and day.
pub(crate) mod stored {
    use jiff::civil::Date;
    use serde::de::Error as _;
    use serde::{Deserialize as _, Deserializer, Serialize as _, Serializer};

    type Parts = Option<(i16, i8, i8)>;

    #[expect(
        clippy::ref_option,
        clippy::trivially_copy_pass_by_ref,
        reason = "serde asks for it like this"
    )]
    pub(crate) fn serialize<S: Serializer>(
        date: &Option<Date>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        date.map(|date| (date.year(), date.month(), date.day())).serialize(serializer)
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Option<Date>, D::Error> {
        let date = |(year, month, day)| Date::new(year, month, day).map_err(D::Error::custom);
        Parts::deserialize(deserializer)?.map(date).transpose()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_may_be_open_from_the_right() {
        assert_eq!("2024".parse(), Ok(IssueDate::Year(2024)));
        assert_eq!("2024-03".parse(), Ok(IssueDate::Month(2024, 3)));
        let date: IssueDate = "2024-02-29".parse().expect("2024 is a leap year");
        assert_eq!((date.year(), date.month(), date.day()), (Some(2024), Some(2), Some(29)));
    }

    #[test]
    fn an_open_date_is_a_period() {
        let period = |text: &str| {
            let date: IssueDate = text.parse().expect("a date");
            date.period().map(|(first, last)| format!("{first} {last}"))
        };
        assert_eq!(period("2024").as_deref(), Some("2024-01-01 2024-12-31"));
        assert_eq!(period("2024-02").as_deref(), Some("2024-02-01 2024-02-29"));
        assert_eq!(period("2024-02-03").as_deref(), Some("2024-02-03 2024-02-03"));
        assert_eq!(IssueDate::Open.period(), None);
    }

    #[test]
    fn other_ways_to_write_a_date_are_refused() {
        for text in ["05/03/2024", "5-3-2024", "2024-3-5", "24-03-05", "2024-03-05T00", "", "năm"]
        {
            assert_eq!(text.parse::<IssueDate>(), Err(DateError::Form), "{text}");
        }
    }

    #[test]
    fn days_that_do_not_exist_are_refused() {
        for text in ["2023-02-29", "2024-06-31", "2024-13", "2024-00", "0001", "1944-12-31"] {
            assert_eq!(text.parse::<IssueDate>(), Err(DateError::Calendar), "{text}");
        }
    }
}
