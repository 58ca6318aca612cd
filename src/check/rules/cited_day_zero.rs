//! D034

use crate::check::rule::{RuleInput, RuleReport, rule};
use crate::diagnostic::Message;

rule! {
    /// A cited day in words with a zero too few or too many.
    ///
    /// ## Why
    /// Days below 10 and the months 1 and 2 have a zero in front, so that nobody can add a digit;
    /// the other months have none.
    ///
    /// ## Bad
    /// ```yaml
    /// legal_bases: [Nghị quyết số 28-NQ/TW ngày 5 tháng 03 năm 2018 của Ban Chấp hành Trung ương về bảo hiểm]
    /// body: Thực hiện {{ bases }}, đề nghị các xã rà soát./.
    /// ```
    ///
    /// ## Good
    /// ```yaml
    /// legal_bases: [Nghị quyết số 28-NQ/TW ngày 05 tháng 3 năm 2018 của Ban Chấp hành Trung ương về bảo hiểm]
    /// body: Thực hiện {{ bases }}, đề nghị các xã rà soát./.
    /// ```
    ///
    /// ## Basis
    /// NĐ 30/2020/NĐ-CP, Phụ lục I, II.4b (R34)
    ///
    /// ## Là gì
    /// Ngày tháng viện dẫn bằng chữ thiếu hoặc thừa số 0.
    ///
    /// ## Vì sao
    /// Ngày nhỏ hơn 10 và tháng 1, 2 phải thêm số 0 ở trước để không ai thêm được chữ số; các tháng
    /// khác không thêm.
    "D034" "cited-day-zero" Warning => check
}

fn check(input: &RuleInput<'_>, report: &mut RuleReport<'_>) {
    for cited in input.citations {
        let Some(date) = cited.citation.date.as_ref().filter(|date| date.in_words) else {
            continue;
        };
        let Some(day) = date.date else { continue };
        let wanted_day = format!("{:02}", day.day());
        let month = day.month();
        let wanted_month = if month < 3 { format!("{month:02}") } else { month.to_string() };
        if (&wanted_day, &wanted_month) != (&date.written.0, &date.written.1) {
            let expected = format!("ngày {wanted_day} tháng {wanted_month} năm {}", day.year());
            let found = &cited.prose.text[date.range.clone()];
            let message =
                Message::new("cited-day-zero").with("found", found).with("expected", &expected);
            let span = cited.prose.span(date.range.clone());
            let finding = report.emit(span, message);
            finding.subject = Some(found.to_owned());
            finding.edits.extend(cited.prose.safe_edit(date.range.clone(), &expected));
        }
    }
}
