//! D506

use crate::check::days::printed;
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
    for cited in input.citations {
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

fn tell(cited: String, date: &str, span: Span, report: &mut RuleReport<'_>) {
    let message = Message::new("later-citation").with("cited", &cited).with("date", date);
    report.emit(span, message).subject = Some(cited);
}
