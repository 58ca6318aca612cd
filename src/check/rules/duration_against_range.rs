//! D544

use std::sync::LazyLock;

use regex::Regex;

use crate::check::days;
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

fn check(input: &RuleInput<'_>, report: &mut RuleReport<'_>) {
    let looked_at = input.prose.iter().filter(|prose| prose.has_digit());
    for prose in looked_at.filter(|prose| prose.text.contains(" ngày")) {
        let text = &prose.text;
        let all = days::find(text);
        for pair in all.windows(2) {
            let between = &text[pair[0].range.end..pair[1].range.start];
            let is_span = [" đến ngày ", " đến hết ngày ", " đến "].contains(&between);
            let (Some(first), Some(last)) = (pair[0].date, pair[1].date) else { continue };
            if !is_span || last < first {
                continue;
            }
            let before = BEFORE.captures(&text[..pair[0].range.start]);
            let behind = BEHIND.captures(&text[pair[1].range.end..]);
            let Some(count) = before.or(behind).and_then(|it| it.get(1)) else { continue };
            let days = (last - first).get_days();
            let said: i32 = count.as_str().parse().unwrap_or(0);
            if said != days && said != days + 1 {
                let range = pair[0].range.start..pair[1].range.end;
                let message = Message::new("duration-against-range")
                    .with("count", format!("{} ngày", count.as_str()))
                    .with("span", &text[range.clone()])
                    .with("days", days + 1);
                report.emit(prose.span(range), message).subject = Some(count.as_str().to_owned());
            }
        }
    }
}
