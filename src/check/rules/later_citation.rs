//! D506

use std::sync::LazyLock;

use jiff::civil::Date;
use regex::Regex;

use crate::check::citations;
use crate::check::days::printed;
use crate::check::prose::Part;
use crate::check::rule::{RuleInput, RuleReport, rule};
use crate::diagnostic::Message;
use crate::span::Span;

rule! {
    /// A cited document that is dated after the document itself.
    ///
    /// ## Why
    /// Nobody can cite what is not there yet; one of the two days is wrong.
    ///
    /// ## Bad
    /// ```yaml
    /// date: 2024-03-05
    /// body: Theo Kế hoạch số 07/KH-UBND ngày 06/3/2024 của UBND tỉnh, đề nghị các xã rà soát./.
    /// ```
    ///
    /// ## Good
    /// ```yaml
    /// date: 2024-03-05
    /// body: Theo Kế hoạch số 07/KH-UBND ngày 05/3/2024 của UBND tỉnh, đề nghị các xã rà soát./.
    /// ```
    ///
    /// ## Basis
    /// A base is issued before what is based on it.
    ///
    /// ## Là gì
    /// Văn bản viện dẫn ghi ngày sau ngày của chính văn bản này.
    ///
    /// ## Vì sao
    /// Không ai viện dẫn được văn bản chưa có; một trong hai ngày đã sai.
    ///
    /// ## Căn cứ
    /// Văn bản làm căn cứ phải có trước văn bản dựa vào nó.
    "D506" "later-citation" Warning => check
}

fn check(input: &RuleInput<'_>, report: &mut RuleReport<'_>) {
    let Some((_, last)) = input.directive.date.period() else { return };
    // What the catalog words is found by its entry: the author wrote an id.
    let by_id = || input.documents.named.iter().filter(|named| named.is_id);
    for named in by_id() {
        let Some(day) = named.document.date.filter(|day| *day > last) else { continue };
        let day = format!("ngày {}", printed(day));
        tell(named.words(), &day, named.span, report);
    }
    laws(input, last, report);
    for cited in input.citations.iter().chain(&citations::in_cells(input.prose)) {
        let Some(date) = &cited.citation.date else { continue };
        let is_typed = by_id().all(|named| named.span != cited.span());
        // `về tổ chức hội nghị ngày …`: the day of what it is about.
        let between = &cited.prose.text[cited.citation.range.end..date.range.start];
        let is_of_subject = between.contains(" về ") || between.contains(" v/v ");
        let is_later = date.date.is_some_and(|day| day > last);
        if is_typed && is_later && !is_of_subject {
            let found = &cited.prose.text[date.range.clone()];
            tell(cited.words().to_owned(), found, cited.prose.span(date.range.clone()), report);
        }
    }
}

/// A law that is called by its name and its day.
static LAW: LazyLock<Regex> = LazyLock::new(|| {
    let day = "([0-9]{1,2})(?:[/.-]([0-9]{1,2})[/.-]([0-9]{4})| tháng ([0-9]{1,2}) năm ([0-9]{4}))";
    Regex::new(&format!(
        r"((?:Bộ luật|Luật|Pháp lệnh) [^;.:()0-9]{{1,120}}?)(?: số [0-9]{{1,4}}/[0-9]{{4}}/(?:QH|UBTVQH)[0-9]{{1,2}},?)? (ngày {day})"
    ))
    .expect("its fixture is tested")
});

/// Laws with a day behind that of the document; not the day they take effect on.
fn laws(input: &RuleInput<'_>, last: Date, report: &mut RuleReport<'_>) {
    for prose in input.prose.iter().filter(|prose| prose.is_body() || prose.part == Part::Basis) {
        for captures in LAW.captures_iter(&prose.text) {
            let number = |index: usize| captures.get(index).and_then(|it| it.as_str().parse().ok());
            let of_day = |month: usize, year: usize| {
                let year = captures.get(year)?.as_str().parse().ok()?;
                Date::new(year, number(month)?, number(3)?).ok()
            };
            let (Some(name), Some(day)) = (captures.get(1), captures.get(2)) else { continue };
            let is_other =
                ["hiệu lực", "thi hành", " từ", " trước", " đến", " sau", ","].iter().any(|word| {
                    name.as_str().contains(word)
                        && !LISTS.iter().any(|it| name.as_str().starts_with(it))
                });
            // What the catalog words is found by its entry.
            let span = prose.span(day.range());
            let is_id = input.documents.named.iter().any(|named| named.is_id && named.span == span);
            let is_other = is_other || is_id;
            let date = of_day(4, 5).or_else(|| of_day(6, 7));
            if !is_other && date.is_some_and(|date| date > last) && !prose.is_quoted(name.start()) {
                tell(name.as_str().to_owned(), day.as_str(), prose.span(day.range()), report);
            }
        }
    }
}

/// Laws with a comma in their names.
const LISTS: [&str; 3] = ["Luật Phòng, chống", "Luật Thi đua, khen", "Luật Cán bộ, công"];

fn tell(cited: String, date: &str, span: Span, report: &mut RuleReport<'_>) {
    let message = Message::new("later-citation").with("cited", &cited).with("date", date);
    report.emit(span, message).subject = Some(cited);
}
