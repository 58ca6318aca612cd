//! D513

use crate::check::days;
use crate::check::rule::{RuleInput, RuleReport, rule};
use crate::diagnostic::Message;

rule! {
    /// A day in the text that no calendar has.
    ///
    /// ## Why
    /// Nobody can keep a deadline of 31/6; one of its digits is wrong.
    ///
    /// Looked at: `31/6/2026`, `30 tháng 02 năm 2026`, and `31/6` behind `ngày`.
    ///
    /// ## Bad
    /// ```yaml
    /// body: Đề nghị các xã báo cáo trước ngày 31/6/2026./.
    /// ```
    ///
    /// ## Good
    /// ```yaml
    /// body: Đề nghị các xã báo cáo trước ngày 30/6/2026./.
    /// ```
    ///
    /// ## Basis
    /// The calendar.
    ///
    /// ## Là gì
    /// Ngày viết trong nội dung không có trong lịch.
    ///
    /// ## Vì sao
    /// Không ai làm kịp hạn 31/6; trong ngày đó có chữ số sai.
    ///
    /// Chỉ xét `31/6/2026`, `30 tháng 02 năm 2026`, và `31/6` đứng sau chữ `ngày`.
    ///
    /// ## Căn cứ
    /// Lịch.
    "D513" "impossible-day" Warning => check
}

fn check(input: &RuleInput<'_>, report: &mut RuleReport<'_>) {
    for prose in input.prose {
        for day in days::find(&prose.text) {
            if day.is_impossible {
                let found = &prose.text[day.range.clone()];
                let (_, month) = day.of_month;
                let last = last_of(month);
                let message = Message::new("impossible-day")
                    .with("day", found)
                    .with("month", month)
                    .with("last", last.map_or_else(|| "none".to_owned(), |last| last.to_string()));
                report.emit(prose.span(day.range.clone()), message).subject =
                    Some(found.to_owned());
            }
        }
    }
}

/// The last day of a month; that of February depends on the year.
fn last_of(month: i8) -> Option<i8> {
    match month {
        4 | 6 | 9 | 11 => Some(30),
        1..=12 if month != 2 => Some(31),
        _ => None,
    }
}
