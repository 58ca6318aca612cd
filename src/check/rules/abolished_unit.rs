//! D155

use std::ops::Range;

use jiff::civil::Date;

use crate::check::days::printed;
use crate::check::prose::{Part, Prose};
use crate::check::rule::{RuleReport, Subject, rule};
use crate::check::units;
use crate::diagnostic::Message;
use crate::model::catalog::{Catalog, Unit};

rule! {
    /// A unit in a document dated when it was no more, or not yet: a district, a thị trấn, a merged
    /// province, or what the catalog says of its `units`.
    ///
    /// ## Why
    /// The district level ended on 01/7/2025 and provinces were merged; a task given to a unit that
    /// is no more is nobody's.
    ///
    /// Looked at: issuer, recipients, signature and body; not bases, quoted words, and sentences
    /// that speak of what was (`cũ`, `trước đây`, `sáp nhập`, `năm 2024`). Units of the catalog also
    /// in tables.
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
    /// Nhắc đến một đơn vị vào ngày đơn vị đó không còn hoặc chưa có: cấp huyện, thị trấn, tỉnh đã
    /// sáp nhập, hoặc đơn vị mà danh mục (`units`) ghi ngày.
    ///
    /// ## Vì sao
    /// Cấp huyện kết thúc từ 01/7/2025, nhiều tỉnh đã sáp nhập; giao việc cho đơn vị không còn thì
    /// không ai làm.
    ///
    /// Chỉ xét cơ quan ban hành, nơi nhận, chữ ký và nội dung; không xét căn cứ, chữ trong dấu
    /// nháy, câu nói về trước đây (`cũ`, `trước đây`, `sáp nhập`, `năm 2024`). Đơn vị của danh mục
    /// xét cả trong bảng.
    ///
    /// ## Căn cứ
    /// Luật 72/2025/QH15, Điều 51; NQ 202/2025/QH15 (R150, R151, R155, R156)
    "D155" "abolished-unit" Warning => check
}

fn check(subject: &Subject<'_>, report: &mut RuleReport<'_>) {
    let Some((first, last)) = subject.directive.date.period() else { return };
    // Where the day is open, the last of the month would be a guess: the first is meant.
    let day = (first.year(), first.month(), first.day());
    let catalog = subject.surroundings.catalog;
    let parts = [Part::Issuer, Part::Recipients, Part::Signature, Part::Heading, Part::Paragraph];
    let is_month_known = subject.directive.date.month().is_some();
    for prose in subject.prose.iter().filter(|prose| parts.contains(&prose.part)) {
        let known = if is_month_known { built_in(prose, day) } else { Vec::new() };
        let of_office = in_catalog(prose, catalog, (first, last));
        // What the office says of a unit goes before what the program knows.
        let is_new = |found: &&Found| of_office.iter().all(|other| !found.overlaps(other));
        for found in known.iter().filter(is_new).chain(&of_office) {
            found.tell(prose, report);
        }
    }
    for prose in subject.prose.iter().filter(|prose| prose.part == Part::Table) {
        for found in in_catalog(prose, catalog, (first, last)) {
            found.tell(prose, report);
        }
    }
}

/// A unit named in a text, and what is the matter with it.
struct Found {
    range: Range<usize>,
    /// `district`, `province` or `unit` for one that is no more, `later` for one that is not yet.
    what: &'static str,
    /// The first day without it, or with it.
    since: String,
    /// Where it belongs now, if that is known.
    successor: String,
}

impl Found {
    fn overlaps(&self, other: &Self) -> bool {
        self.range.start < other.range.end && other.range.start < self.range.end
    }

    fn tell(&self, prose: &Prose, report: &mut RuleReport<'_>) {
        let words = &prose.text[self.range.clone()];
        let message = Message::new("abolished-unit")
            .with("unit", words)
            .with("since", &self.since)
            .with("successor", &self.successor)
            .with("what", self.what);
        report.emit(prose.span(self.range.clone()), message).subject = Some(words.to_owned());
    }
}

/// Units that the program knows the end of.
fn built_in(prose: &Prose, day: (i16, i8, i8)) -> Vec<Found> {
    let mut found = Vec::new();
    for (range, unit) in units::find(&prose.text, day) {
        if is_whole(&prose.text, range.end, unit.words) && !is_past(prose, range.start) {
            found.push(Found {
                range,
                what: if unit.successor.is_empty() { "district" } else { "province" },
                since: unit.since(),
                successor: unit.successor.to_owned(),
            });
        }
    }
    found
}

/// Units of the catalog of which none of the name is there at any time of `period`.
fn in_catalog(prose: &Prose, catalog: &Catalog, period: (Date, Date)) -> Vec<Found> {
    let mut all = Vec::new();
    for (range, ids) in catalog.unit_names().find(&prose.text) {
        let of_name: Vec<&Unit> = ids.iter().filter_map(|id| catalog.units.get(id)).collect();
        let is_there = of_name.iter().any(|unit| unit.existed_between(period.0, period.1));
        if is_there || is_past(prose, range.start) {
            continue;
        }
        // The last one of the name.
        let Some(unit) = of_name.iter().max_by_key(|unit| unit.from) else { continue };
        let end = unit.until.and_then(|until| until.tomorrow().ok());
        let ended = end.filter(|end| *end <= period.0);
        let Some(day) = ended.or(unit.from) else { continue };
        let successor = unit.successor.as_ref().and_then(|id| catalog.units.get(&id.value));
        let successor = successor.filter(|_| ended.is_some());
        all.push(Found {
            range,
            what: match (ended, successor) {
                (None, _) => "later",
                (Some(_), Some(_)) => "province",
                (Some(_), None) => "unit",
            },
            since: printed(day),
            successor: successor.map(|unit| unit.name.value.clone()).unwrap_or_default(),
        });
    }
    all
}

/// Whether the name goes no further: `tỉnh Hà Nam`, not `tỉnh Hà Nam Ninh`.
fn is_whole(text: &str, end: usize, words: &str) -> bool {
    let next = text[end..].strip_prefix(' ').and_then(|rest| rest.chars().next());
    !(words.starts_with("tỉnh ") && next.is_some_and(char::is_uppercase))
}

/// A title between quotation marks, and a sentence that speaks of what was.
fn is_past(prose: &Prose, start: usize) -> bool {
    let begin = prose.text[..start].rfind(['.', ';']).map_or(0, |end| end + 1);
    let end = prose.text[start..].find(['.', ';']).map_or(prose.text.len(), |end| start + end);
    let sentence = prose.text[begin..end].to_lowercase();
    prose.is_quoted(start) || units::PAST.iter().any(|word| sentence.contains(word))
}
