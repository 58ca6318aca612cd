//! D544

use std::ops::Range;
use std::sync::LazyLock;

use jiff::civil::Date;
use regex::Regex;

use crate::check::days;
use crate::check::prose::Prose;
use crate::check::rule::{RuleInput, RuleReport, rule};
use crate::diagnostic::Message;

rule! {
    /// A number of days that is not that of the span beside it.
    ///
    /// ## Why
    /// `03 ngày, từ ngày 20/3/2026 đến ngày 25/3/2026` contradicts itself: one of the three is
    /// wrong.
    ///
    /// Looked at: `… ngày` right before or right behind a span of two days with their years. Both
    /// ways of counting, with and without the last day, are right; working days are not looked at.
    ///
    /// ## Bad
    /// ```yaml
    /// body: Kiểm tra trong 03 ngày, từ ngày 20/3/2026 đến ngày 25/3/2026./.
    /// ```
    ///
    /// ## Good
    /// ```yaml
    /// body: Kiểm tra trong 06 ngày, từ ngày 20/3/2026 đến ngày 25/3/2026./.
    /// ```
    ///
    /// ## Basis
    /// The calendar.
    ///
    /// ## Là gì
    /// Số ngày không khớp với khoảng thời gian ghi bên cạnh.
    ///
    /// ## Vì sao
    /// `03 ngày, từ ngày 20/3/2026 đến ngày 25/3/2026` tự trái nhau: một trong ba chỗ đã sai.
    ///
    /// Chỉ xét `… ngày` ngay trước hoặc ngay sau khoảng từ ngày đến ngày có ghi năm. Tính cả ngày
    /// cuối hay không đều được; ngày làm việc không xét.
    ///
    /// ## Căn cứ
    /// Lịch.
    "D544" "duration-against-range" Warning => check
}

/// The number at the end of what stands before a span, and at the beginning of what stands behind.
static BEFORE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"([0-9]{1,3}) ngày,? ?\(?(?:kể |tính )?(?:từ )?(?:ngày )?$").expect("tested")
});
static BEHIND: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"^,? ?\(([0-9]{1,3}) ngày\)").expect("its fixture is tested"));

/// `ngày 26 đến ngày 28 tháng 9 năm 2026`
static OF_ONE_MONTH: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"ngày ([0-9]{1,2})(?: đến (?:hết )?(?:ngày )?| ?[-–] ?)([0-9]{1,2})(?: tháng |/)[0-9]{1,2}(?:(?: năm |/)[0-9]{4})?")
        .expect("its fixture is tested")
});

fn check(input: &RuleInput<'_>, report: &mut RuleReport<'_>) {
    let looked_at = input.prose.iter().filter(|prose| prose.has_digit());
    for prose in looked_at.filter(|prose| prose.text.contains(" ngày")) {
        let text = &prose.text;
        let all = days::find(text);
        for pair in all.windows(2) {
            let between = &text[pair[0].range.end..pair[1].range.start];
            let is_span = [" đến ngày ", " đến hết ngày ", " đến "].contains(&between);
            let Some(last) = pair[1].date else { continue };
            // `từ ngày 26 tháng 8 đến ngày 03 tháng 9 năm 2026`: one year for both.
            let (day, month) = pair[0].of_month;
            let same_year = || Date::new(last.year(), month, day).ok();
            let Some(first) = pair[0].date.or_else(same_year) else { continue };
            if !is_span || last < first {
                continue;
            }
            let range = pair[0].range.start..pair[1].range.end;
            compare(prose, range, (last - first).get_days(), report);
        }
        for captures in OF_ONE_MONTH.captures_iter(text) {
            let number = |index: usize| captures.get(index)?.as_str().parse::<i8>().ok();
            let Some((first, last, whole)) =
                number(1).zip(number(2)).zip(captures.get(0)).map(|((a, b), c)| (a, b, c))
            else {
                continue;
            };
            let start = captures.get(1).map_or(whole.start(), |day| day.start());
            if first <= last {
                compare(prose, start..whole.end(), i32::from(last - first), report);
            }
        }
    }
}

/// Compares the number of days beside the span `range`, which is `days` long without its last day.
fn compare(prose: &Prose, range: Range<usize>, days: i32, report: &mut RuleReport<'_>) {
    let text = &prose.text;
    let before = BEFORE.captures(&text[..range.start]);
    let behind = BEHIND.captures(&text[range.end..]);
    let Some(count) = before.or(behind).and_then(|it| it.get(1)) else { return };
    let said: i32 = count.as_str().parse().unwrap_or(0);
    if said == days || said == days + 1 {
        return;
    }
    let message = Message::new("duration-against-range")
        .with("count", format!("{} ngày", count.as_str()))
        .with("span", &text[range.clone()])
        .with("days", days + 1);
    report.emit(prose.span(range), message).subject = Some(count.as_str().to_owned());
}
