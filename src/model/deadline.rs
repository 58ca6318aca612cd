//! When a task is due, as plans write it: `30/6/2026`, `Tháng 6`, `Quý II/2026`, `Thường xuyên`.

use std::sync::LazyLock;

use jiff::civil::Date;
use regex::Regex;

/// When a task is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Deadline {
    /// By a day.
    Day(Date),
    /// Within a month: year and month.
    Month(i16, i8),
    /// Within a quarter: year and quarter.
    Quarter(i16, i8),
    /// Within a year.
    Year(i16),
    /// Again and again, or as long as the plan lasts.
    Ongoing,
}

/// What a deadline begins with, besides the time itself.
static LEAD: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^(?:(?:hoàn thành|xong|chậm nhất|trước|đến|trong|cuối|đầu|giữa|vào|là|ngày)\s+)+")
        .expect("its tests read deadlines with it")
});

static FORMS: LazyLock<[Regex; 5]> = LazyLock::new(|| {
    let form = |text: &str| Regex::new(text).expect("its tests read deadlines with it");
    [
        form(r"^(\d{1,2})(?:[/.-]|\s+tháng\s+)(\d{1,2})(?:(?:[/.-]|\s+năm\s+)(\d{4}))?$"),
        form(r"^(\d{4})-(\d{2})-(\d{2})$"),
        form(r"^tháng\s+(\d{1,2})(?:(?:\s*/\s*|\s+năm\s+)(\d{4}))?$"),
        form(r"^quý\s+(iv|iii|ii|i|[1-4])(?:(?:\s*/\s*|\s+năm\s+)(\d{4}))?$"),
        form(r"^(?:năm\s+)?(\d{4})$"),
    ]
});

/// Words of what has no end of its own.
const ONGOING: [&str; 10] = [
    "thường xuyên",
    "hằng",
    "hàng",
    "định kỳ",
    "liên tục",
    "theo tiến độ",
    "theo kế hoạch",
    "cả năm",
    "khi có",
    "theo yêu cầu",
];

impl Deadline {
    /// Reads a deadline; one without a year is due in `year`.
    #[must_use]
    pub fn read(text: &str, year: i16) -> Option<Self> {
        let words = text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
        let words = words.trim_end_matches(['.', ';', ',']);
        if ONGOING.iter().any(|word| words.starts_with(word)) {
            return Some(Self::Ongoing);
        }
        let words = LEAD.replace(words, "");
        let [day, iso, month, quarter, of_year] = &*FORMS;
        let number = |text: Option<regex::Match<'_>>| text?.as_str().parse::<i16>().ok();
        let small = |text: Option<regex::Match<'_>>| text?.as_str().parse::<i8>().ok();
        if let Some(found) = day.captures(&words) {
            let year = number(found.get(3)).unwrap_or(year);
            return Date::new(year, small(found.get(2))?, small(found.get(1))?).ok().map(Self::Day);
        }
        if let Some(found) = iso.captures(&words) {
            let date = Date::new(number(found.get(1))?, small(found.get(2))?, small(found.get(3))?);
            return date.ok().map(Self::Day);
        }
        if let Some(found) = month.captures(&words) {
            let month = small(found.get(1)).filter(|month| (1..=12).contains(month))?;
            return Some(Self::Month(number(found.get(2)).unwrap_or(year), month));
        }
        if let Some(found) = quarter.captures(&words) {
            let quarter = match found.get(1)?.as_str() {
                "i" | "1" => 1,
                "ii" | "2" => 2,
                "iii" | "3" => 3,
                _ => 4,
            };
            return Some(Self::Quarter(number(found.get(2)).unwrap_or(year), quarter));
        }
        number(of_year.captures(&words)?.get(1)).map(Self::Year)
    }

    /// The last day on which it is met; nothing where there is none.
    #[must_use]
    pub fn last_day(self) -> Option<Date> {
        let end_of = |year, month| Date::new(year, month, 1).ok().map(Date::last_of_month);
        match self {
            Self::Day(date) => Some(date),
            Self::Month(year, month) => end_of(year, month),
            Self::Quarter(year, quarter) => end_of(year, quarter * 3),
            Self::Year(year) => end_of(year, 12),
            Self::Ongoing => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn deadlines_are_read_as_plans_write_them() {
        for (text, last) in [
            ("30/6/2026", Some("2026-06-30")),
            ("Trước ngày 05/3/2026", Some("2026-03-05")),
            ("Trước 15/7", Some("2026-07-15")),
            ("ngày 30 tháng 6 năm 2026", Some("2026-06-30")),
            ("2026-06-30", Some("2026-06-30")),
            ("Tháng 6", Some("2026-06-30")),
            ("Trong tháng 02/2028", Some("2028-02-29")),
            ("tháng 9 năm 2027", Some("2027-09-30")),
            ("Quý II", Some("2026-06-30")),
            ("Quý IV/2027", Some("2027-12-31")),
            ("Quý 3 năm 2026.", Some("2026-09-30")),
            ("Năm 2030", Some("2030-12-31")),
            ("2026", Some("2026-12-31")),
            ("Hoàn thành trước ngày 30/11/2026", Some("2026-11-30")),
        ] {
            let found = Deadline::read(text, 2026).and_then(Deadline::last_day);
            assert_eq!(found.map(|date| date.to_string()).as_deref(), last, "{text}");
        }
        for text in ["Thường xuyên", "Hằng năm", "hàng quý", "Định kỳ 6 tháng", "Cả năm"]
        {
            assert_eq!(Deadline::read(text, 2026), Some(Deadline::Ongoing), "{text}");
        }
        for text in ["", "sớm", "Tháng 13", "31/02/2026", "Quý V", "Phòng A", "30/6/26"] {
            assert_eq!(Deadline::read(text, 2026), None, "{text}");
        }
    }
}
