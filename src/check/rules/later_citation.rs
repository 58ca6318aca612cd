//! D506

use crate::check::rule::{RuleReport, Subject, rule};
use crate::diagnostic::Message;
use crate::model::date::IssueDate;

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

fn check(subject: &Subject<'_>, report: &mut RuleReport<'_>) {
    for cited in subject.citations {
        let Some(date) = &cited.citation.date else { continue };
        let Some(day) = date.date else { continue };
        let is_later = match subject.directive.date {
            IssueDate::Open => false,
            IssueDate::Year(year) => day.year() > year,
            IssueDate::Month(year, month) => (day.year(), day.month()) > (year, month),
            IssueDate::Day(own) => day > own,
        };
        if is_later {
            let found = &cited.prose.text[date.range.clone()];
            let message =
                Message::new("later-citation").with("cited", cited.words()).with("date", found);
            let span = cited.prose.span(date.range.clone());
            report.emit(span, message).subject = Some(cited.words().to_owned());
        }
    }
}
