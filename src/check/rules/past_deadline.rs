//! D514

use std::sync::LazyLock;

use jiff::civil::Date;
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
        "(?:[Tt]rước|[Cc]hậm nhất(?: là| đến| vào)?|[Mm]uộn nhất(?: là)?|[Kk]hông muộn hơn",
        "|[Tt]hời hạn(?: cuối)?:|[Hh]ạn(?: cuối| chót)?(?::| là)|[Hh]oàn thành|[Tt]rong|[Đđ]ến hết)",
        "(?: (?:ngày )?| (?:lúc )?[0-9]{1,2} ?(?:giờ|h|g)(?: ?[0-9]{2})?(?: phút|')?,? ",
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
            let behind = &prose.text[day.range.end..];
            if is_past && is_until() && is_due(input, before, behind) {
                let found = prose.text[day.range.clone()].to_owned();
                late(found.clone(), prose.span(day.range), found);
            }
        }
    }
    for prose in input.prose.iter().filter(|prose| prose.is_body() && prose.has_digit()) {
        for captures in PERIOD.captures_iter(&prose.text) {
            let Some(period) = captures.get(1) else { continue };
            let is_past = last_day(&captures).is_some_and(|last| last < own);
            let (before, behind) = (&prose.text[..period.start()], &prose.text[period.end()..]);
            if is_past && is_due(input, before, behind) {
                late(
                    period.as_str().to_owned(),
                    prose.span(period.range()),
                    period.as_str().to_owned(),
                );
            }
        }
    }
    // A column of days whose header speaks of a deadline.
    for table in input.tables.iter() {
        let target = table.target;
        for (index, column) in target.columns.iter().enumerate() {
            let header = column.header.to_lowercase();
            if !["thời hạn", "hoàn thành"].iter().any(|word| header.contains(word)) {
                continue;
            }
            for (line, cells) in table.lines() {
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

/// A month or a quarter in which something is to be done.
static PERIOD: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(concat!(
        "(?:[Tt]rong|[Tt]rước|[Hh]ết|cuối) ",
        "((?:tháng ([0-9]{1,2})|[Qq]uý (IV|I{1,3}|[1-4]))(?:/| năm )([0-9]{4}))",
    ))
    .expect("its fixture is tested")
});

fn last_day(captures: &regex::Captures<'_>) -> Option<Date> {
    let number = |index: usize| captures.get(index).and_then(|it| it.as_str().parse::<i8>().ok());
    let quarter = captures.get(3).map(|it| match it.as_str() {
        "I" | "1" => 3,
        "II" | "2" => 6,
        "III" | "3" => 9,
        _ => 12,
    });
    let year = captures.get(4)?.as_str().parse().ok()?;
    Date::new(year, number(2).or(quarter)?, 1).ok().map(Date::last_of_month)
}

/// Whether something is still to be done until a day: the words around it ask for it. A report
/// tells, unless it orders or its sentence begins with the task.
fn is_due(input: &RuleInput<'_>, before: &str, behind: &str) -> bool {
    let sentence = before.rsplit(['.', ';']).next().unwrap_or_default().trim_start();
    let is_told = input.directive.kind.id == "bao-cao" && sentence.starts_with("Việc ");
    is_asked(before) && !is_criterion(behind) && !is_told
}

/// Whether the sentence `before` a day asks for something until then, in words of somebody who
/// has not yet got it.
fn is_asked(before: &str) -> bool {
    const ASKS: [&str; 8] =
        ["báo cáo", "gửi", "hoàn thành", "nộp", "xong", "tổng hợp", "trình", "thực hiện"];
    const ORDERS: [&str; 5] = ["đề nghị", "yêu cầu", "giao ", "hạn cuối", "thời hạn"];
    const TELLS: [&str; 7] = [
        "trước đây",
        "ban hành trước",
        "sinh trước",
        "có hiệu lực",
        "phát sinh",
        "chưa ",
        "không kịp",
    ];
    let sentence = before.rsplit(['.', ';']).next().unwrap_or_default().to_lowercase();
    let verb = ASKS.iter().filter_map(|word| sentence.rfind(word)).max();
    let is_ordered = ORDERS.iter().any(|word| sentence.contains(word));
    // `đã hoàn thành` tells; in `các xã đã được giao hoàn thành` the verb is another one.
    let is_done = sentence.rfind("đã ").is_some_and(|done| {
        !is_ordered || verb.is_some_and(|verb| verb >= done && words(&sentence[done..verb]) <= 2)
    });
    let is_deadline =
        ["hạn cuối:", "thời hạn:", "hạn:"].iter().any(|it| sentence.trim_end().ends_with(it));
    (verb.is_some() || is_deadline) && !is_done && !TELLS.iter().any(|word| sentence.contains(word))
}

fn words(text: &str) -> usize {
    text.split_whitespace().count()
}

/// Whether the words behind a day say what becomes of what was done until then: nothing is asked.
fn is_criterion(behind: &str) -> bool {
    ["được ", "thì ", "phải ", "bị ", "mà ", "nhưng ", "vẫn ", "chưa ", "đã "]
        .iter()
        .any(|words| behind.strip_prefix(' ').is_some_and(|rest| rest.starts_with(words)))
        // `trong quý I năm 2026, Sở Nội vụ đã kiểm tra`
        || behind.starts_with(", ")
            && behind.split(['.', ';']).next().is_some_and(|clause| clause.contains(" đã "))
}
