//! D562

use jiff::civil::{Date, date};

use crate::check::bodies;
use crate::check::citations::Cited;
use crate::check::days::printed;
use crate::check::prose::Part;
use crate::check::rule::{RuleInput, RuleReport, rule};
use crate::diagnostic::{Message, Severity};

rule! {
    /// A cited document of a body that was no more, or a basis of one whose acts end.
    ///
    /// ## Why
    /// A district or a ministry that ended cannot have issued anything later; the acts of districts
    /// hold on only until others take their place, at latest until 01/3/2027.
    ///
    /// Looked at: documents dated after the end of the body they name, and bases of districts in a
    /// document dated from 01/3/2027 on (before that a note); and ministries that ended among the
    /// recipients.
    ///
    /// ## Bad
    /// ```yaml
    /// body: |
    ///   Theo Thông tư số 05/2025/TT-BLĐTBXH ngày 10/4/2025 của Bộ Lao động - Thương binh và Xã hội về việc làm./.
    /// ```
    ///
    /// ## Good
    /// ```yaml
    /// body: |
    ///   Theo Thông tư số 05/2024/TT-BLĐTBXH ngày 10/4/2024 của Bộ Lao động - Thương binh và Xã hội về việc làm./.
    /// ```
    ///
    /// ## Basis
    /// Luật Tổ chức chính quyền địa phương số 72/2025/QH15, Điều 51, 54; Nghị quyết số
    /// 176/2025/QH15
    ///
    /// ## Là gì
    /// Văn bản của cơ quan khi đó không còn, hoặc căn cứ của cơ quan đã kết thúc hoạt động.
    ///
    /// ## Vì sao
    /// Huyện, bộ đã kết thúc hoạt động không thể ban hành văn bản sau đó; văn bản của cấp huyện chỉ
    /// còn hiệu lực đến khi được thay thế, chậm nhất 01/3/2027.
    ///
    /// Xét văn bản ghi ngày sau khi cơ quan kết thúc, và căn cứ của cấp huyện trong văn bản từ ngày
    /// 01/3/2027 (trước đó chỉ ghi chú); và bộ đã kết thúc hoạt động ở Kính gửi, Nơi nhận.
    "D562" "act-of-ended-body" Warning => check
}

/// The first day without districts.
const TWO_TIERS: Date = date(2025, 7, 1);

/// The day on which the acts of districts end at latest.
const LAST: Date = date(2027, 3, 1);

/// How councils and committees of districts are named.
const DISTRICTS: [&str; 6] = ["huyện ", "quận ", "thị xã ", "thị trấn ", "cấp huyện", "Quận "];

fn check(input: &RuleInput<'_>, report: &mut RuleReport<'_>) {
    let own = input.directive.date.period().map(|(first, _)| first);
    recipients(input, own, report);
    for cited in input.citations {
        let Some(day) = cited.citation.date.as_ref().and_then(|date| date.date) else { continue };
        let Some((name, since)) = ended(cited) else { continue };
        let message = |id: &'static str| {
            Message::new(id)
                .with("cited", cited.words())
                .with("day", printed(day))
                .with("body", &name)
                .with("since", printed(since))
        };
        if day >= since {
            let finding = report.emit(cited.span(), message("act-of-ended-body"));
            finding.subject = Some(cited.words().to_owned());
        } else if cited.prose.part == Part::Basis && since == TWO_TIERS {
            let Some(own) = own.filter(|own| *own >= TWO_TIERS) else { continue };
            let finding = report.emit(cited.span(), message("act-of-ended-body-basis"));
            finding.subject = Some(cited.words().to_owned());
            if own < LAST {
                finding.severity = Severity::Info;
            }
        }
    }
}

/// Bodies that a document is sent to, and that are no more.
fn recipients(input: &RuleInput<'_>, own: Option<Date>, report: &mut RuleReport<'_>) {
    let looked_at = input.prose.iter().filter(|prose| prose.part == Part::Recipients);
    for prose in looked_at {
        let names =
            prose.text.match_indices("Bộ ").chain(prose.text.match_indices("Ủy ban Dân tộc"));
        for (at, _) in names {
            let Some((body, length)) = bodies::named(&prose.text[at..]) else { continue };
            let Some(since) = body.ended_on().filter(|since| own >= Some(*since)) else { continue };
            let name = &prose.text[at..at + length];
            let message = Message::new("act-of-ended-body-recipient")
                .with("body", name)
                .with("since", printed(since))
                .with("successor", body.successor().unwrap_or_default());
            let finding = report.emit(prose.span(at..at + length), message);
            finding.subject = Some(name.to_owned());
        }
    }
}

/// The body that a citation names, where it is no more, and its first day without it.
fn ended(cited: &Cited<'_>) -> Option<(String, Date)> {
    let rest = cited.rest().trim_start_matches([' ', ',']);
    let words = rest.strip_prefix("của ")?;
    let (body, length) = bodies::named(words)?;
    if let Some(since) = body.ended_on() {
        return Some((body.name().to_owned(), since));
    }
    let unit = words[length..].trim_start();
    let is_district = ["UBND", "HĐND"].contains(&body.code)
        && DISTRICTS.iter().any(|noun| unit.starts_with(noun));
    let end = [" về ", ",", ".", " ban ", " phê ", " quy "]
        .iter()
        .filter_map(|end| words[length..].find(end))
        .min()
        .map_or(words.len(), |at| length + at);
    is_district.then(|| (words[..end].trim().to_owned(), TWO_TIERS))
}
