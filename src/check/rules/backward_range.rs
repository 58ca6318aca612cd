//! D541

use std::ops::Range;
use std::sync::LazyLock;

use regex::{Captures, Regex};

use crate::check::days::{self, Day};
use crate::check::prose::Prose;
use crate::check::rule::{RuleInput, RuleReport, rule};
use crate::diagnostic::{Message, Place};
use crate::model::amount::Amount;
use crate::model::particulars::Particulars;

rule! {
    /// A span of time, or of articles, that ends before it begins.
    ///
    /// ## Why
    /// `từ ngày 20/3/2026 đến ngày 10/3/2026` cannot be kept; one of its ends is wrong, or they
    /// were exchanged.
    ///
    /// Looked at: days, months and quarters with their years, years behind `giai đoạn`, `nhiệm kỳ`,
    /// `từ năm`, …, times of one day, articles, and amounts of one unit (`từ 10,5% đến 10%`), unless
    /// something falls. The end of a meeting is compared with its beginning. A span into the night (`từ 22 giờ đến 06 giờ`)
    /// or into the next year is none.
    ///
    /// ## Bad
    /// ```yaml
    /// body: Đợt kiểm tra từ ngày 20/3/2026 đến ngày 10/3/2026./.
    /// ```
    ///
    /// ## Good
    /// ```yaml
    /// body: Đợt kiểm tra từ ngày 10/3/2026 đến ngày 20/3/2026./.
    /// ```
    ///
    /// ## Basis
    /// A span begins before it ends.
    ///
    /// ## Là gì
    /// Khoảng thời gian, hoặc dãy điều khoản, kết thúc trước khi bắt đầu.
    ///
    /// ## Vì sao
    /// `từ ngày 20/3/2026 đến ngày 10/3/2026` không thể thực hiện; một đầu đã sai, hoặc hai đầu bị
    /// đổi chỗ.
    ///
    /// Chỉ xét ngày, tháng, quý có ghi năm, năm sau `giai đoạn`, `nhiệm kỳ`, `từ năm`…, giờ trong
    /// một ngày, điều khoản, và số có cùng đơn vị (`từ 10,5% đến 10%`), trừ khi nói về giảm; giờ kết
    /// thúc cuộc họp với giờ bắt đầu. Khoảng qua đêm (`từ 22 giờ đến 06 giờ`) hoặc sang năm sau thì không
    /// xét.
    ///
    /// ## Căn cứ
    /// Khoảng thời gian phải bắt đầu trước khi kết thúc.
    "D541" "backward-range" Warning => check
}

/// Years of a period, months and quarters with their year, a day without its month, times of one
/// day, and articles.
static SPANS: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(concat!(
        r"(?:[Gg]iai đoạn|[Nn]hiệm kỳ|năm học|niên độ|niên khóa|niên khoá|[Tt]ừ năm|các năm)(?: từ)?(?: năm)? ([0-9]{4})(?: ?[-–] ?| đến (?:hết )?(?:năm )?)([0-9]{4})",
        r"|(?:tháng|quý) ([0-9]{1,2}|IV|I{1,3})(?:/| năm )([0-9]{4})(?: ?[-–] ?| đến (?:hết )?)(?:tháng |quý )?([0-9]{1,2}|IV|I{1,3})(?:/| năm )([0-9]{4})",
        r"|ngày ([0-9]{1,2})(?: đến (?:hết )?(?:ngày )?| ?[-–] ?)([0-9]{1,2})(?:/[0-9]{1,2}| tháng [0-9]{1,2})",
        r"|(?:[Tt]ừ |\()([0-9]{1,2}) ?(?:giờ|h|:) ?([0-9]{2})?(?: phút)?(?: ?[-–] ?| đến )([0-9]{1,2}) ?(?:giờ|h|:) ?([0-9]{2})?",
        r"|Điều ([0-9]{1,3}) đến (?:hết )?(?:Điều )?([0-9]{1,3})",
        r"|(?:khoản|trang) ([0-9]{1,3}) đến (?:hết )?(?:khoản |trang )?([0-9]{1,3})",
        r"|Chương ([0-9]{1,3}) đến (?:hết )?(?:Chương )?([0-9]{1,3})",
        r"|[Tt]ừ tháng ([0-9]{1,2}) đến (?:hết )?tháng ([0-9]{1,2}) năm [0-9]{4}",
        r"|(?:trung hạn|dài hạn|kế hoạch|chương trình|thời kỳ|[Tt]hời kỳ) ([0-9]{4}) ?[-–] ?([0-9]{4})",
    ))
    .expect("its fixture is tested")
});

/// `từ 10,5% đến 10%`, `400 - 250 mm`: two figures of one unit.
static AMOUNTS: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(concat!(
        r"(?:[Tt]ừ ([0-9][0-9.]*(?:,[0-9]+)?)(?: ?%)? đến ([0-9][0-9.]*(?:,[0-9]+)?) ?%",
        r"|([0-9][0-9.]*(?:,[0-9]+)?) [-–] ([0-9][0-9.]*(?:,[0-9]+)?) ?(?:%|mm|cm|km|ha|triệu đồng|tỷ đồng|người|hộ)(?:[ ,.;)]|$))",
    ))
    .expect("its fixture is tested")
});

/// Words of what goes down.
const FALLING: [&str; 9] =
    ["giảm", "hạ ", "xuống", "rút", "tụt", "bớt", "thấp dần", "còn ", "thu hẹp"];

/// A span of amounts that begins with the greater one, where nothing falls.
fn amounts(prose: &Prose, captures: &Captures<'_>, report: &mut RuleReport<'_>) {
    let pair = |one, other| Some((captures.get(one)?, captures.get(other)?));
    let Some((first, last)) = pair(1, 2).or_else(|| pair(3, 4)) else { return };
    let Some(whole) = captures.get(0) else { return };
    let before = &prose.text[..whole.start()];
    let sentence = before.rsplit(['.', ';']).next().unwrap_or_default().to_lowercase();
    let is_alone = !before.ends_with(|sign: char| sign.is_alphanumeric() || "/-.,".contains(sign))
        && !prose.text[whole.end()..].trim_start().starts_with('=');
    // Two parts of a range of days or pages, or a subtraction, have no `từ`.
    let is_subtraction = prose.text.contains('=') || sentence.ends_with("số ");
    let amount = |words: &str| {
        Amount::from_figure(&words.trim_end_matches('.').replace('.', "").replace(',', ".")).ok()
    };
    let (Some(one), Some(other)) = (amount(first.as_str()), amount(last.as_str())) else { return };
    let behind = prose.text[whole.end()..].split(['.', ';']).next().unwrap_or_default();
    let is_falling = FALLING.iter().any(|word| sentence.contains(word) || behind.contains(word));
    if other < one && is_alone && !is_subtraction && !is_falling {
        let end = whole.start() + whole.as_str().trim_end_matches([' ', ',', '.', ';', ')']).len();
        tell(prose, whole.start()..end, first.range(), last.range(), report);
    }
}

/// A time of a day.
static TIME: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"([0-9]{1,2}) ?(?:giờ|h)(?: ?([0-9]{2}))?").expect("its fixture is tested")
});

/// A meeting that ends before it began, on the day on which it began.
fn minutes(input: &RuleInput<'_>, report: &mut RuleReport<'_>) {
    if let Some(Particulars::Minutes(minutes)) = &input.directive.particulars {
        let (start, end) = (&minutes.start.value, &minutes.end.value);
        let at = |text: &str| {
            let captures = TIME.captures(text)?;
            let number = |index: usize| captures.get(index).map_or(0, |it| value(it.as_str()));
            Some((number(1), number(2)))
        };
        let day = |text: &str| days::find(text).first().and_then(|day| day.date);
        let is_same_day =
            end.contains("cùng ngày") || day(start).is_some() && day(start) == day(end);
        let is_earlier_day = day(end).zip(day(start)).is_some_and(|(end, start)| end < start);
        let is_earlier = at(start).zip(at(end)).is_some_and(|(start, end)| end < start);
        if is_same_day && is_earlier || is_earlier_day {
            let message = Message::new("backward-range-minutes").with("start", start);
            let message = message.with("end", end);
            let finding = report.emit(minutes.end.span, message);
            finding.subject = Some(end.clone());
            let label = Some(Message::new("backward-range-minutes-start"));
            finding.related.push(Place { span: minutes.start.span, label });
        }
    }
}

fn check(input: &RuleInput<'_>, report: &mut RuleReport<'_>) {
    minutes(input, report);
    let looked_at = input.prose.iter().filter(|prose| prose.has_digit());
    for prose in looked_at.filter(|prose| is_span(&prose.text)) {
        let days = days::find(&prose.text);
        for pair in days.windows(2) {
            if is_backward_pair(&prose.text, &pair[0], &pair[1]) {
                let range = pair[0].range.start..pair[1].range.end;
                tell(prose, range, pair[0].range.clone(), pair[1].range.clone(), report);
            }
        }
        for captures in AMOUNTS.captures_iter(&prose.text) {
            amounts(prose, &captures, report);
        }
        for captures in SPANS.captures_iter(&prose.text) {
            let Some(whole) = captures.get(0) else { continue };
            let is_whole = !prose.text[whole.end()..].starts_with(char::is_alphanumeric)
                || whole.as_str().ends_with("giờ");
            if let Some((first, last)) = backward(&captures, &prose.text[whole.end()..])
                && is_whole
            {
                tell(prose, whole.range(), first, last, report);
            }
        }
    }
}

/// Whether ` đến ` or a dash stands between figures: most texts have none.
fn is_span(text: &str) -> bool {
    /// The bytes between a figure and the word, at most.
    const NEAR: usize = 80;
    let has_digit = |bytes: &[u8]| bytes.iter().any(u8::is_ascii_digit);
    let is_between = |at: usize, end: usize| {
        let bytes = text.as_bytes();
        has_digit(&bytes[at.saturating_sub(NEAR)..at])
            && has_digit(&bytes[end..(end + NEAR).min(bytes.len())])
    };
    [" đến ", "-", "–"]
        .iter()
        .any(|joint| text.match_indices(joint).any(|(at, joint)| is_between(at, at + joint.len())))
}

fn tell(
    prose: &Prose,
    whole: Range<usize>,
    first: Range<usize>,
    last: Range<usize>,
    report: &mut RuleReport<'_>,
) {
    let words = &prose.text[whole.clone()];
    let message = Message::new("backward-range")
        .with("words", words)
        .with("first", &prose.text[first])
        .with("last", &prose.text[last]);
    report.emit(prose.span(whole), message).subject = Some(words.to_owned());
}

/// Whether two days are the ends of a span that runs backward.
fn is_backward_pair(text: &str, first: &Day, last: &Day) -> bool {
    let between = &text[first.range.end..last.range.start];
    let is_span = [" đến ngày ", " đến hết ngày ", " đến ", " đến hết ", " - ", "-", " – ", "–"]
        .contains(&between);
    if !is_span {
        return false;
    }
    if let (Some(first), Some(last)) = (first.date, last.date) {
        return last < first;
    }
    let ((day, month), (last_day, last_month)) = (first.of_month, last.of_month);
    // Without a year a span of months may run into the next one; with one at its end only a season
    // (`từ ngày 01 tháng 10 đến ngày 31 tháng 3 năm 2026`) does.
    let is_season = month >= 9 && last_month <= 6;
    let is_of_year = last.date.is_some() && !first.is_impossible && !is_season;
    first.date.is_none()
        && (month == last_month && last_day < day || is_of_year && last_month < month)
}

/// The two ends of what was found, when it runs backward.
fn backward(captures: &Captures<'_>, behind: &str) -> Option<(Range<usize>, Range<usize>)> {
    let number = |index: usize| captures.get(index).map(|part| value(part.as_str()));
    let range = |index: usize| captures.get(index).map(|part| part.range());
    let ends = |first: usize, last: usize| Some((range(first)?, range(last)?));
    if let (Some(first), Some(last)) = (number(1), number(2)) {
        return if last < first { ends(1, 2) } else { None };
    }
    if let (Some(first), Some(last)) = (number(4), number(6)) {
        let is_backward = (last, number(5)?) < (first, number(3)?);
        let whole = |from: usize, to: usize| Some(range(from)?.start..range(to)?.end);
        return if is_backward { Some((whole(3, 4)?, whole(5, 6)?)) } else { None };
    }
    if let (Some(first), Some(last)) = (number(7), number(8)) {
        return if last < first { ends(7, 8) } else { None };
    }
    if let (Some(first), Some(last)) = (number(9), number(11)) {
        let minutes = |index: usize| number(index).unwrap_or(0);
        // `từ 22 giờ đến 06 giờ` is a night.
        let is_night = first >= 17 && last <= 12 || behind.contains("hôm sau");
        let is_backward = (last, minutes(12)) < (first, minutes(10));
        let whole = |hour: usize, minute: usize| {
            Some(range(hour)?.start..range(minute).or_else(|| range(hour))?.end)
        };
        let is_found = is_backward && !is_night;
        return if is_found { Some((whole(9, 10)?, whole(11, 12)?)) } else { None };
    }
    let at = (13..=21).step_by(2).find(|index| captures.get(*index).is_some())?;
    let (first, last) = (number(at)?, number(at + 1)?);
    // `từ tháng 10 đến tháng 3 năm 2026`: a season that began a year before.
    let is_season = at == 19 && first >= 9 && last <= 6;
    if last < first && !is_season { ends(at, at + 1) } else { None }
}

/// What digits or a Roman quarter say.
fn value(words: &str) -> u32 {
    match words {
        "I" => 1,
        "II" => 2,
        "III" => 3,
        "IV" => 4,
        digits => digits.parse().unwrap_or(0),
    }
}
