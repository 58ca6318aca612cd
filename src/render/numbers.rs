//! How numbers of documents and dates are printed.

use crate::model::date::IssueDate;

/// A day: below 10 with a leading zero (R34).
pub(super) fn day(date: IssueDate) -> Option<String> {
    date.day().map(|day| format!("{day:02}"))
}

/// A month: 1 and 2 with a leading zero, the others without (R34).
pub(super) fn month(date: IssueDate) -> Option<String> {
    date.month().map(|month| if month <= 2 { format!("{month:02}") } else { month.to_string() })
}

/// A year.
pub(super) fn year(date: IssueDate) -> Option<String> {
    date.year().map(|year| year.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zeros_stand_where_the_decree_puts_them() {
        for (date, printed_day, printed_month) in [
            ("2020-01-05", "05", "01"),
            ("2020-02-10", "10", "02"),
            ("2020-03-05", "05", "3"),
            ("2019-06-29", "29", "6"),
            ("2019-12-31", "31", "12"),
        ] {
            let date: IssueDate = date.parse().expect("a date");
            assert_eq!(day(date).as_deref(), Some(printed_day));
            assert_eq!(month(date).as_deref(), Some(printed_month));
        }
    }
}
