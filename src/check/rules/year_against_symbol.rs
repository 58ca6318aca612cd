//! D543

use std::sync::LazyLock;

use regex::Regex;

use crate::check::prose::Part;
use crate::check::rule::{RuleInput, RuleReport, rule};
use crate::diagnostic::Message;
use crate::model::symbol::Shape;

rule! {
    /// A cited document whose day is of another year than its symbol.
    ///
    /// ## Why
    /// `Nghị định số 30/2020/NĐ-CP ngày 05/3/2021` contradicts itself: the year in the number is
    /// that in which it was issued.
    ///
    /// ## Bad
    /// ```yaml
    /// body: |
    ///   Thực hiện Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2021 của Chính phủ về công tác văn thư./.
    /// ```
    ///
    /// ## Good
    /// ```yaml
    /// body: |
    ///   Thực hiện Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư./.
    /// ```
    ///
    /// ## Basis
    /// NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 6 (R45)
    ///
    /// ## Là gì
    /// Văn bản được viện dẫn có ngày ban hành khác năm ghi trong số, ký hiệu.
    ///
    /// ## Vì sao
    /// `Nghị định số 30/2020/NĐ-CP ngày 05/3/2021` tự trái nhau: năm trong số, ký hiệu là năm ban
    /// hành.
    "D543" "year-against-symbol" Error => check
}

/// A law with its number and its day: its name stands between its kind and its number.
static LAW: LazyLock<Regex> = LazyLock::new(|| {
    let day = "[0-9]{1,2}(?:[/.-][0-9]{1,2}[/.-]([0-9]{4})| tháng [0-9]{1,2} năm ([0-9]{4}))";
    Regex::new(&format!(
        r"(?:Luật|luật|Pháp lệnh) [^;.:()0-9/]{{1,120}}? số ([0-9]{{1,4}}/([0-9]{{4}})/(?:QH|UBTVQH)[0-9]{{1,2}}),? (ngày {day})"
    ))
    .expect("its fixture is tested")
});

fn check(input: &RuleInput<'_>, report: &mut RuleReport<'_>) {
    for prose in input.prose.iter().filter(|prose| prose.is_body() || prose.part == Part::Basis) {
        for captures in LAW.captures_iter(&prose.text) {
            let part = |index: usize| captures.get(index);
            let (Some(symbol), Some(year), Some(day)) = (part(1), part(2), part(3)) else {
                continue;
            };
            let of_day = part(4).or_else(|| part(5)).map_or("", |year| year.as_str());
            if of_day == year.as_str() {
                continue;
            }
            let message = Message::new("year-against-symbol")
                .with("symbol", symbol.as_str())
                .with("year", year.as_str())
                .with("day", &day.as_str()["ngày ".len()..]);
            let span = prose.span(symbol.start()..day.end());
            report.emit(span, message).subject = Some(symbol.as_str().to_owned());
        }
    }
    for cited in input.citations {
        let citation = &cited.citation;
        let Some(date) = &citation.date else { continue };
        // A day further on may be that of another thing.
        let is_beside = date.range.start <= citation.range.end + 2;
        if !is_beside || !matches!(citation.shape, Shape::Normative { .. }) {
            continue;
        }
        let year = citation.symbol.split('/').nth(1).unwrap_or_default();
        if date.date.is_some_and(|day| day.year().to_string() != year) {
            let day = &cited.prose.text[date.range.clone()];
            let message = Message::new("year-against-symbol")
                .with("symbol", &citation.symbol)
                .with("year", year)
                .with("day", day);
            let span = cited.prose.span(citation.range.start..date.range.end);
            report.emit(span, message).subject = Some(citation.symbol.clone());
        }
    }
}
