//! D155

use crate::check::prose::{Part, Prose};
use crate::check::rule::{RuleReport, Subject, rule};
use crate::check::units;
use crate::diagnostic::Message;
use crate::model::date::IssueDate;

rule! {
    /// A district, a thị trấn or a merged province in a document dated when it was no more.
    ///
    /// ## Why
    /// The district level ended on 01/7/2025 and provinces were merged; a task given to a unit that
    /// is no more is nobody's.
    ///
    /// Looked at: issuer, recipients, signature and body; not bases, quoted words, and sentences
    /// that speak of what was (`cũ`, `trước đây`, `sáp nhập`, `năm 2024`).
    ///
    /// ## Bad
    /// ```yaml
    /// date: 2026-03
    /// body: Giao UBND huyện Nam Sách rà soát hộ nghèo./.
    /// ```
    ///
    /// ## Good
    /// ```yaml
    /// date: 2026-03
    /// body: Giao Ủy ban nhân dân xã Nam Hưng rà soát hộ nghèo./.
    /// ```
    ///
    /// ## Basis
    /// Luật 72/2025/QH15, Điều 51; NQ 202/2025/QH15 (R150, R151, R155, R156)
    ///
    /// ## Là gì
    /// Nhắc đến cấp huyện, thị trấn hoặc tỉnh đã sáp nhập trong văn bản ghi ngày sau khi các đơn vị
    /// đó không còn.
    ///
    /// ## Vì sao
    /// Cấp huyện kết thúc từ 01/7/2025, nhiều tỉnh đã sáp nhập; giao việc cho đơn vị không còn thì
    /// không ai làm.
    ///
    /// Chỉ xét cơ quan ban hành, nơi nhận, chữ ký và nội dung; không xét căn cứ, chữ trong dấu
    /// nháy, câu nói về trước đây (`cũ`, `trước đây`, `sáp nhập`, `năm 2024`).
    ///
    /// ## Căn cứ
    /// Luật 72/2025/QH15, Điều 51; NQ 202/2025/QH15 (R150, R151, R155, R156)
    "D155" "abolished-unit" Warning => check
}

fn check(subject: &Subject<'_>, report: &mut RuleReport<'_>) {
    let date = subject.directive.date;
    let (Some(year), Some(month)) = (date.year(), date.month()) else { return };
    // Where the day is open, the last of the month would be a guess: the first is meant.
    let day = match date {
        IssueDate::Day(day) => day.day(),
        _ => 1,
    };
    let parts = [Part::Issuer, Part::Recipients, Part::Signature, Part::Heading, Part::Paragraph];
    for prose in subject.prose.iter().filter(|prose| parts.contains(&prose.part)) {
        for unit in units::ended((year, month, day)) {
            for (start, words) in prose.text.match_indices(unit.words) {
                if !is_whole(&prose.text, start, words) || is_past(prose, start) {
                    continue;
                }
                let message = Message::new("abolished-unit")
                    .with("unit", words)
                    .with("since", unit.since())
                    .with("successor", unit.successor)
                    .with("what", if unit.successor.is_empty() { "district" } else { "province" });
                let span = prose.span(start..start + words.len());
                report.emit(span, message).subject = Some(words.to_owned());
            }
        }
    }
}

/// Whether the words stand alone: `tỉnh Hà Nam`, not `tỉnh Hà Nam Ninh`.
fn is_whole(text: &str, start: usize, words: &str) -> bool {
    let behind = &text[start + words.len()..];
    let goes_on = behind.starts_with(char::is_alphanumeric);
    let next = behind.strip_prefix(' ').and_then(|rest| rest.chars().next());
    let is_longer = words.starts_with("tỉnh ") && next.is_some_and(char::is_uppercase);
    !goes_on && !is_longer && !text[..start].ends_with(char::is_alphanumeric)
}

/// A title between quotation marks, and a sentence that speaks of what was.
fn is_past(prose: &Prose, start: usize) -> bool {
    let begin = prose.text[..start].rfind(['.', ';']).map_or(0, |end| end + 1);
    let end = prose.text[start..].find(['.', ';']).map_or(prose.text.len(), |end| start + end);
    let sentence = &prose.text[begin..end];
    prose.is_quoted(start) || units::PAST.iter().any(|word| sentence.contains(word))
}
