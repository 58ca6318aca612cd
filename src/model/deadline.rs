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
    Regex::new(r"^(?:(?:hoàn thành|xong|chậm nhất|trước|đến|trong|cuối|đầu|giữa|vào|là|ngày|hết|từ|kể từ|giai đoạn|năm học|niên khóa|nhiệm kỳ|các năm|khoảng)\s+)+")
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
const ONGOING: [&str; 20] = [
    "thường xuyên",
    "hằng",
    "hàng",
    "định kỳ",
    "liên tục",
    "theo tiến độ",
    "theo kế hoạch",
    "theo hướng dẫn",
    "theo quy định",
    "theo chỉ đạo",
    "theo lộ trình",
    "theo thời hạn",
    "cả năm",
    "khi có",
    "khi ",
    "theo yêu cầu",
    "sau khi",
    "ngay sau",
    "đã hoàn thành",
    "đột xuất",
];

/// What comes again and again, or is counted from an event: `Trước ngày 15 hằng tháng`,
/// `06 tháng/lần`, `15 ngày kể từ ngày nhận`.
static REPEATED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(concat!(
        r"(?:hằng|hàng|mỗi|từng) (?:ngày|tuần|tháng|quý|năm|kỳ)|/lần$|/(?:tuần|tháng|quý|năm)$",
        r"|^(?:trong |trong vòng )?\d{1,3} (?:ngày|tháng|tuần|giờ)(?: làm việc)?,? (?:kể từ|từ khi|từ ngày|sau)",
    ))
    .expect("its tests read deadlines with it")
});

/// Months at the beginning or the end of a year: `6 tháng đầu năm 2026`.
static PART_OF_YEAR: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^0?(\d{1,2}) tháng (đầu|cuối) năm(?: (\d{4}))?$")
        .expect("its tests read deadlines with it")
});

/// A span, or several times: what comes last in it counts.
static SPAN: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^(.+?)(?:\s*[-–]\s*|\s+đến\s+|\s*,\s*|\s+và\s+|\s*;\s*)(.+)$")
        .expect("its tests read deadlines with it")
});

impl Deadline {
    /// Reads a deadline; one without a year is due in `year`.
    #[must_use]
    pub fn read(text: &str, year: i16) -> Option<Self> {
        let words = text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
        let words = words.trim_end_matches(['.', ';', ',']);
        Self::of_words(words, year)
    }

    /// As [`read`](Self::read), of small letters with one space between words.
    fn of_words(words: &str, year: i16) -> Option<Self> {
        if ONGOING.iter().any(|word| words.starts_with(word)) || REPEATED.is_match(words) {
            return Some(Self::Ongoing);
        }
        let words = LEAD.replace(words, "");
        Self::point(&words, year).or_else(|| Self::end_of_span(&words, year))
    }

    /// The end of `tháng 9 - 12/2026`, `quý iii - iv/2026`, `2026 - 2027`.
    fn end_of_span(words: &str, year: i16) -> Option<Self> {
        let captures = SPAN.captures(words)?;
        let (first, last) = (captures.get(1)?.as_str(), captures.get(2)?.as_str());
        let kind = ["tháng ", "quý "].iter().find(|kind| first.starts_with(**kind));
        let named = |words: &str| match kind {
            Some(kind)
                if !words.contains(' ') || words.contains("năm ") && !words.starts_with("năm ") =>
            {
                if words.starts_with("tháng ") || words.starts_with("quý ") {
                    words.to_owned()
                } else {
                    format!("{kind}{words}")
                }
            }
            _ => words.to_owned(),
        };
        let is_number = first.len() < 3 && first.bytes().all(|byte| byte.is_ascii_digit());
        if !is_number {
            Self::of_words(first, year)?;
        }
        Self::of_words(&named(last), year)
    }

    /// A day, a month, a quarter or a year.
    fn point(words: &str, year: i16) -> Option<Self> {
        if let Some(found) = PART_OF_YEAR.captures(words) {
            let count =
                found.get(1)?.as_str().parse::<i8>().ok().filter(|it| (1..=12).contains(it))?;
            let year = found.get(3).and_then(|it| it.as_str().parse().ok()).unwrap_or(year);
            return Some(Self::Month(
                year,
                if found.get(2)?.as_str() == "đầu" { count } else { 12 },
            ));
        }
        let [day, iso, month, quarter, of_year] = &*FORMS;
        let number = |text: Option<regex::Match<'_>>| text?.as_str().parse::<i16>().ok();
        let small = |text: Option<regex::Match<'_>>| text?.as_str().parse::<i8>().ok();
        if let Some(found) = day.captures(words) {
            let year = number(found.get(3)).unwrap_or(year);
            return Date::new(year, small(found.get(2))?, small(found.get(1))?).ok().map(Self::Day);
        }
        if let Some(found) = iso.captures(words) {
            let date = Date::new(number(found.get(1))?, small(found.get(2))?, small(found.get(3))?);
            return date.ok().map(Self::Day);
        }
        if let Some(found) = month.captures(words) {
            let month = small(found.get(1)).filter(|month| (1..=12).contains(month))?;
            return Some(Self::Month(number(found.get(2)).unwrap_or(year), month));
        }
        if let Some(found) = quarter.captures(words) {
            let quarter = match found.get(1)?.as_str() {
                "i" | "1" => 1,
                "ii" | "2" => 2,
                "iii" | "3" => 3,
                _ => 4,
            };
            return Some(Self::Quarter(number(found.get(2)).unwrap_or(year), quarter));
        }
        number(of_year.captures(words)?.get(1)).map(Self::Year)
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
    fn what_comes_last_in_a_span_is_the_deadline() {
        for (text, last) in [
            ("Quý III - IV/2026", Some("2026-12-31")),
            ("Tháng 9 - 12/2026", Some("2026-12-31")),
            ("Tháng 8, 9/2026", Some("2026-09-30")),
            ("Từ tháng 9 đến tháng 11/2026", Some("2026-11-30")),
            ("Quý IV/2026 - Quý I/2027", Some("2027-03-31")),
            ("Từ quý III/2026", Some("2026-09-30")),
            ("2026 - 2027", Some("2027-12-31")),
            ("Giai đoạn 2026 - 2030", Some("2030-12-31")),
            ("Năm học 2026 - 2027", Some("2027-12-31")),
            ("Đến hết năm 2030", Some("2030-12-31")),
            ("6 tháng đầu năm", Some("2026-06-30")),
            ("06 tháng đầu năm 2027", Some("2027-06-30")),
            ("6 tháng cuối năm 2026", Some("2026-12-31")),
            ("Quý IV năm 2026 và năm 2027", Some("2027-12-31")),
            ("01/6 - 30/6/2026", Some("2026-06-30")),
            ("Từ ngày 01/6/2026 đến ngày 30/9/2026", Some("2026-09-30")),
        ] {
            let found = Deadline::read(text, 2026).and_then(Deadline::last_day);
            assert_eq!(found.map(|date| date.to_string()).as_deref(), last, "{text}");
        }
    }

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
        for text in [
            "Thường xuyên",
            "Hằng năm",
            "hàng quý",
            "Định kỳ 6 tháng",
            "Cả năm",
            "Trước ngày 15 hằng tháng",
            "Ngày 01 và 15 hằng tháng",
            "06 tháng/lần",
            "Sau khi có hướng dẫn của Bộ",
            "Đã hoàn thành",
            "Ngay sau khi Kế hoạch được ban hành",
            "Trong 15 ngày kể từ ngày nhận",
            "Mỗi quý",
        ] {
            assert_eq!(Deadline::read(text, 2026), Some(Deadline::Ongoing), "{text}");
        }
        for text in [
            "",
            "sớm",
            "Tháng 13",
            "31/02/2026",
            "Quý V",
            "Phòng A",
            "30/6/26",
            "Tháng 9 - 13/2026",
            "Tháng 9 - Sở Y tế",
        ] {
            assert_eq!(Deadline::read(text, 2026), None, "{text}");
        }
    }
}
