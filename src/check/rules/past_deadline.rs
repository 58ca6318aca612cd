//! D514

use std::sync::LazyLock;

use regex::Regex;

use crate::check::days;
use crate::check::rule::{RuleInput, RuleReport, rule};
use crate::compute::Value;
use crate::diagnostic::Message;
use crate::model::date::IssueDate;

rule! {
    /// A deadline that lies before the day of the document.
    ///
    /// ## Why
    /// Nobody can be late before being asked; often the year was not changed when last year's text
    /// was taken over.
    ///
    /// Looked at: days behind `trước ngày`, `chậm nhất ngày`, `thời hạn: ngày`, `hoàn thành ngày`,
    /// also with a time (`trước 17 giờ 00, thứ Sáu, ngày`), in a sentence that asks (`báo cáo`, `gửi`, `hoàn thành`, …) and does not tell (`đã …`), and
    /// columns of days whose header has `thời hạn` or `hoàn thành`.
    ///
    /// ## Bad
    /// ```yaml
    /// date: 2026-03-05
    /// body: Đề nghị các xã báo cáo trước ngày 15/02/2026./.
    /// ```
    ///
    /// ## Good
    /// ```yaml
    /// date: 2026-03-05
    /// body: Đề nghị các xã báo cáo trước ngày 15/4/2026./.
    /// ```
    ///
    /// ## Basis
    /// A deadline follows the task.
    ///
    /// ## Là gì
    /// Thời hạn giao việc trước ngày của chính văn bản.
    ///
    /// ## Vì sao
    /// Không thể đòi xong việc trước khi giao; thường là quên sửa năm khi chép văn bản năm ngoái.
    ///
    /// Chỉ xét ngày đứng sau `trước ngày`, `chậm nhất ngày`, `thời hạn: ngày`, `hoàn thành ngày`,
    /// cả khi có giờ (`trước 17 giờ 00, thứ Sáu, ngày`), trong câu giao việc (có `báo cáo`, `gửi`, `hoàn thành`…, không có `đã`), và cột ngày có chữ
    /// `thời hạn` hoặc `hoàn thành` ở đầu cột.
    ///
    /// ## Căn cứ
    /// Thời hạn phải sau ngày giao việc.
    "D514" "past-deadline" Warning => check
}

/// Words right before a day that make it a deadline, with a time of day and a weekday or without.
static UNTIL: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(concat!(
        "(?:[Tt]rước|[Cc]hậm nhất(?: là| đến| vào)?|[Mm]uộn nhất(?: là)?|[Tt]hời hạn:|[Hh]oàn thành)",
        "(?: ngày | (?:lúc )?[0-9]{1,2} ?(?:giờ|h|g)(?: ?[0-9]{2})?(?: phút|')?,? ",
        "(?:(?:thứ [^\\s,]+|[Cc]hủ nhật),? )?(?:ngày )?)$",
    ))
    .expect("its fixture is tested")
});

fn check(input: &RuleInput<'_>, report: &mut RuleReport<'_>) {
    let IssueDate::Day(own) = input.directive.date else { return };
    let mut late = |found: String, span, at: String| {
        let message =
            Message::new("past-deadline").with("day", found).with("own", days::printed(own));
        report.emit(span, message).subject = Some(at);
    };
    for prose in input.prose.iter().filter(|prose| prose.is_body()) {
        for day in days::find(&prose.text) {
            let before = &prose.text[..day.range.start];
            let is_past = day.date.is_some_and(|date| date < own);
            let is_until = || UNTIL.is_match(before);
            if is_past && is_until() && is_asked(before) {
                let found = prose.text[day.range.clone()].to_owned();
                late(found.clone(), prose.span(day.range), found);
            }
        }
    }
    // A column of days whose header speaks of a deadline.
    for (target, table) in input.directive.targets.iter().zip(input.tables) {
        for (index, column) in target.columns.iter().enumerate() {
            let header = column.header.to_lowercase();
            if !["thời hạn", "hoàn thành"].iter().any(|word| header.contains(word)) {
                continue;
            }
            for (line, cells) in target.lines.iter().zip(&table.lines) {
                if let Value::Date(date) = cells[index].value
                    && date < own
                {
                    let at = format!("{}.{}", target.id.value, line.name.value);
                    late(days::printed(date), line.name.span, at);
                }
            }
        }
    }
}

/// A sentence that asks for something; `đã nộp trước ngày …` tells, and `ban hành trước ngày …`
/// says which.
fn is_asked(before: &str) -> bool {
    let sentence = before.rsplit(['.', ';']).next().unwrap_or_default().to_lowercase();
    let asks = ["báo cáo", "gửi", "hoàn thành", "nộp", "xong", "tổng hợp", "trình", "thực hiện"];
    let tells = ["đã ", "trước đây", "ban hành trước", "sinh trước", "có hiệu lực", "phát sinh"];
    asks.iter().any(|word| sentence.contains(word))
        && !tells.iter().any(|word| sentence.contains(word))
}
