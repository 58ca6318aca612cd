//! D540

use std::ops::Range;
use std::sync::LazyLock;

use jiff::civil::Date;
use regex::Regex;

use crate::check::days::{self, Day, weekday};
use crate::check::rule::{RuleInput, RuleReport, rule};
use crate::diagnostic::Message;

rule! {
    /// A day of the week that is not that of the date beside it.
    ///
    /// ## Why
    /// `thứ Hai, ngày 20 tháng 3 năm 2026` was a Friday: people come on one of two days. Often date
    /// or weekday was not changed when an older invitation was taken over.
    ///
    /// Looked at: `thứ …` or `Chủ nhật` right before a date, or in parentheses right behind it. A
    /// date without a year may be of the year of the document, or of the next one.
    ///
    /// ## Bad
    /// ```yaml
    /// date: 2026-03-12
    /// body: Mời dự họp vào thứ Hai, ngày 20 tháng 3 năm 2026./.
    /// ```
    ///
    /// ## Good
    /// ```yaml
    /// date: 2026-03-12
    /// body: Mời dự họp vào thứ Sáu, ngày 20 tháng 3 năm 2026./.
    /// ```
    ///
    /// ## Basis
    /// The calendar.
    ///
    /// ## Là gì
    /// Thứ trong tuần không đúng với ngày ghi bên cạnh.
    ///
    /// ## Vì sao
    /// `thứ Hai, ngày 20 tháng 3 năm 2026` là thứ Sáu: người được mời không biết đến ngày nào.
    /// Thường do chép giấy mời cũ mà quên sửa thứ hoặc ngày.
    ///
    /// Chỉ xét `thứ …`, `Chủ nhật` ngay trước ngày, hoặc trong ngoặc ngay sau ngày. Ngày không ghi
    /// năm thì hiểu là của năm ban hành hoặc năm sau.
    ///
    /// ## Căn cứ
    /// Lịch.
    "D540" "wrong-weekday" Warning => check
}

static WEEKDAY: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("[Tt]hứ ?(?:[Hh]ai|[Bb]a|[Tt]ư|[Nn]ăm|[Ss]áu|[Bb]ảy|[2-7])|[Cc]hủ [Nn]hật")
        .expect("its fixture is tested")
});

fn check(input: &RuleInput<'_>, report: &mut RuleReport<'_>) {
    let year = input.directive.date.year();
    for prose in input.prose.iter().filter(|prose| prose.has_digit()) {
        if !prose.text.contains("hứ ") && !prose.text.contains("hủ ") {
            continue;
        }
        let days = days::find(&prose.text);
        for weekday in WEEKDAY.find_iter(&prose.text) {
            let next = days.partition_point(|day| day.range.start < weekday.start());
            let near = &days[next.saturating_sub(1)..days.len().min(next + 1)];
            let Some(day) = near.iter().find(|day| is_beside(&prose.text, &weekday.range(), day))
            else {
                continue;
            };
            let Some(right) = right(&prose.text[weekday.range()], day, year) else { continue };
            let start = weekday.start().min(day.range.start);
            let words = &prose.text[start..weekday.end().max(day.range.end)];
            let message = Message::new("wrong-weekday").with("words", words).with("right", right);
            let span = prose.span(weekday.range());
            report.emit(span, message).subject = Some(words.to_owned());
        }
    }
}

/// Whether nothing but marks and the word `ngày` stands between the two.
fn is_beside(text: &str, weekday: &Range<usize>, day: &Day) -> bool {
    // `lần thứ năm ngày 12/3`: the fifth one.
    let before = text[..weekday.start].to_lowercase();
    let counted = ["lần ", "kỳ họp ", "khóa ", "hội nghị ", "đại hội ", "phiên họp "];
    if counted.iter().any(|word| before.ends_with(word)) {
        return false;
    }
    if weekday.end <= day.range.start {
        let between = &text[weekday.end..day.range.start];
        return [", ngày ", " ngày ", " (ngày ", " (", ", "].contains(&between);
    }
    if weekday.start < day.range.end {
        return false;
    }
    let behind = &text[weekday.end..];
    match &text[day.range.end..weekday.start] {
        " (" => behind.starts_with(')'),
        // `ngày 20 tháng 5 năm 2026, thứ Hai tuần sau` speaks of two days.
        ", " | ", vào " => behind.is_empty() || behind.starts_with(['.', ';', ',', '\n', ')']),
        _ => false,
    }
}

/// The weekday of `day`, where it is not what `words` say.
fn right(words: &str, day: &Day, year: Option<i16>) -> Option<&'static str> {
    let words = words.to_lowercase();
    let is_said = |date: Date| {
        let name = weekday(date).to_lowercase();
        let number = date.weekday().to_monday_zero_offset() + 2;
        words == name || words == format!("thứ {number}")
    };
    if let Some(date) = day.date {
        return (!is_said(date)).then(|| weekday(date));
    }
    let (number, month) = day.of_month;
    let own = Date::new(year?, month, number).ok()?;
    let next = Date::new(year? + 1, month, number).ok();
    (!is_said(own) && !next.is_some_and(is_said)).then(|| weekday(own))
}
