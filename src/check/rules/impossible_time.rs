//! D542

use std::sync::LazyLock;

use regex::{Captures, Regex};

use crate::check::rule::{RuleInput, RuleReport, rule};
use crate::diagnostic::Message;

rule! {
    /// A time of day, a month or a quarter that there is none of.
    ///
    /// ## Why
    /// `14 giờ 75` and `tháng 13` are slips of the finger; nobody knows what was meant.
    ///
    /// Looked at: hours above 24 with minutes or behind `lúc`, `hồi`, `trước`; minutes above 59;
    /// `tháng` above 12; `quý` above IV. Durations (`48 giờ`) and `lương tháng 13` are none.
    ///
    /// ## Bad
    /// ```yaml
    /// body: Hội nghị khai mạc lúc 14 giờ 75 phút./.
    /// ```
    ///
    /// ## Good
    /// ```yaml
    /// body: Hội nghị khai mạc lúc 14 giờ 15 phút./.
    /// ```
    ///
    /// ## Basis
    /// Clock and calendar.
    ///
    /// ## Là gì
    /// Giờ, tháng hoặc quý không có thật.
    ///
    /// ## Vì sao
    /// `14 giờ 75`, `tháng 13` là gõ nhầm; không ai biết ý muốn ghi gì.
    ///
    /// Chỉ xét giờ trên 24 có phút hoặc đứng sau `lúc`, `hồi`, `trước`; phút trên 59; `tháng` trên
    /// 12; `quý` trên IV. Khoảng thời gian (`48 giờ`) và `lương tháng 13` không xét.
    ///
    /// ## Căn cứ
    /// Đồng hồ và lịch.
    "D542" "impossible-time" Warning => check
}

static TIMES: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(concat!(
        r"(lúc |hồi |từ |trước )?([0-9]{1,2}) ?(giờ|h)(?: ?([0-9]{2})(?: phút)?)?",
        r"|[Tt]háng ([0-9]{1,2})",
        r"|[Qq]uý ([05-9]|VIII|VII|VI|V|IX|X)",
    ))
    .expect("its fixture is tested")
});

fn check(input: &RuleInput<'_>, report: &mut RuleReport<'_>) {
    let looked_at =
        input.prose.iter().filter(|prose| prose.has_digit() || prose.has(b'V') || prose.has(b'X'));
    for prose in looked_at {
        let text = &prose.text;
        let has_time = text.contains("giờ") || text.contains("háng ") || text.contains("uý ");
        if !has_time && !prose.has(b'h') {
            continue;
        }
        for captures in TIMES.captures_iter(text) {
            let Some(whole) = captures.get(0) else { continue };
            let start = captures.get(1).map_or(whole.start(), |word| word.end());
            let before = &text[..start];
            let touches = |sign: char| sign.is_alphanumeric() || "/-.,".contains(sign);
            let is_part = before.ends_with(touches)
                || text[whole.end()..].starts_with(|sign: char| sign.is_alphanumeric());
            let is_pay = ["lương ", "thưởng ", "thu nhập "].iter().any(|it| before.ends_with(it));
            // `18 tháng 24 ngày` is a duration.
            let is_days = captures.get(5).is_some() && text[whole.end()..].starts_with(" ngày");
            // `vào 06 giờ 00 và 28 giờ 00 hằng ngày`: a clock, as the time before it.
            let is_daily = [
                " hằng ngày",
                " hàng ngày",
                " ngày 0",
                " ngày 1",
                " ngày 2",
                " ngày 3",
                " cùng ngày",
            ]
            .iter()
            .any(|it| text[whole.end()..].starts_with(it));
            if !is_part && !is_pay && !is_days && is_impossible(&captures, is_daily) {
                let words = &text[start..whole.end()];
                let message = Message::new("impossible-time").with("words", words);
                let span = prose.span(start..whole.end());
                report.emit(span, message).subject = Some(words.to_owned());
            }
        }
    }
}

/// Whether there is no such time; `is_daily`, when the words behind it say that it is one of the
/// clock.
fn is_impossible(captures: &Captures<'_>, is_daily: bool) -> bool {
    let number = |index: usize| -> Option<u32> { captures.get(index)?.as_str().parse().ok() };
    if let Some(hour) = number(2) {
        let word = captures.get(1).map_or("", |word| word.as_str());
        let is_clock = captures.get(3).is_some_and(|sign| sign.as_str() == "h");
        return match number(4) {
            // `36 giờ 30 phút` may be a duration.
            Some(minute) => {
                let is_late = hour > 24 || hour == 24 && minute > 0;
                minute > 59 || is_late && (is_clock || is_daily || !word.is_empty())
            }
            // `trước 48 giờ` is one, too.
            None => hour > 24 && ["lúc ", "hồi "].contains(&word),
        };
    }
    number(5).map_or(captures.get(6).is_some(), |month| month > 12 || month == 0)
}
