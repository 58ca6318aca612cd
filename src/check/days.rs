//! Days written in a text.

use std::ops::Range;
use std::sync::LazyLock;

use jiff::civil::Date;
use regex::Regex;

/// A day as written.
pub(super) struct Day {
    /// Without the word `ngày` before it.
    pub(super) range: Range<usize>,
    /// `None` when the calendar does not have it, or no year is written.
    pub(super) date: Option<Date>,
    /// Day and month as written.
    pub(super) of_month: (i8, i8),
    /// Whether it is in no calendar, and cannot be meant as anything but a day.
    pub(super) is_impossible: bool,
}

static DAY: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        "([0-9]{1,2})(?: tháng ([0-9]{1,2})(?: năm ([0-9]{4}))?|/([0-9]{1,2})(?:/([0-9]{4}))?)",
    )
    .expect("a test finds days with it")
});

/// The days in `text`; a pair such as `31/6` only after `ngày`.
pub(super) fn find(text: &str) -> Vec<Day> {
    if !text.contains('/') && !text.contains(" tháng ") {
        return Vec::new();
    }
    let mut found = Vec::new();
    for captures in DAY.captures_iter(text) {
        let Some(whole) = captures.get(0) else { continue };
        let before = &text[..whole.start()];
        let goes_on = |sign: char| sign.is_alphanumeric() || "/.-".contains(sign);
        let behind = text[whole.end()..].chars().next();
        let is_part = before.ends_with(goes_on)
            || behind.is_some_and(|sign| sign.is_alphanumeric() || "/-".contains(sign));
        let number = |index: usize| captures.get(index).and_then(|part| part.as_str().parse().ok());
        let month: Option<i8> = number(2).or_else(|| number(4));
        let year = captures.get(3).or_else(|| captures.get(5));
        let year: Option<i16> = year.and_then(|year| year.as_str().parse().ok());
        let (Some(day), Some(month)) = (number(1), month) else { continue };
        let is_day = before.ends_with("ngày ");
        if is_part || year.is_none() && !is_day {
            continue;
        }
        // Without a year the 29th of February may be.
        let date = Date::new(year.unwrap_or(2024), month, day).ok();
        let is_likely = is_day || (1..=12).contains(&month) && (1..=31).contains(&day);
        found.push(Day {
            range: whole.range(),
            is_impossible: date.is_none() && is_likely,
            date: date.filter(|_| year.is_some()),
            of_month: (day, month),
        });
    }
    found
}

/// The name of the day of the week, as within a sentence: `thứ Sáu`.
pub(super) fn weekday(date: Date) -> &'static str {
    const NAMES: [&str; 7] =
        ["thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật"];
    let index = usize::try_from(date.weekday().to_monday_zero_offset()).unwrap_or_default();
    NAMES[index]
}

/// The day as documents print it: `05/3/2026`.
pub(super) fn printed(date: Date) -> String {
    let zero = if date.month() < 3 { "0" } else { "" };
    format!("{:02}/{zero}{}/{}", date.day(), date.month(), date.year())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_told_from_shares_and_numbers_of_documents() {
        let text = "ngày 31/6, 30/02/2026, 2/3 số hộ, số 12/15/2024/QĐ, ngày 05 tháng 3 năm 2026, \
            15/12/2024-NQ, ngày 29/02";
        let all = find(text);
        let words: Vec<_> =
            all.iter().map(|day| (&text[day.range.clone()], day.is_impossible)).collect();
        let expected = [
            ("31/6", true),
            ("30/02/2026", true),
            ("05 tháng 3 năm 2026", false),
            ("29/02", false),
        ];
        assert_eq!(words, expected);
    }
}
