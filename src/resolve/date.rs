//! Dates.

use super::Resolver;
use crate::codes;
use crate::diagnostic::{Diagnostic, Edit, Message};
use crate::load::raw;
use crate::model::date::{DateError, IssueDate};

impl Resolver<'_> {
    pub(super) fn date(&mut self, raw: Option<&raw::Text>) -> Option<IssueDate> {
        let Some(raw) = raw else { return Some(IssueDate::Open) };
        let id = match raw.value.parse() {
            Ok(date) => return Some(date),
            Err(DateError::Form) => "bad-date-form",
            Err(DateError::Calendar) => "bad-date-calendar",
        };
        let mut finding =
            Diagnostic::new(&codes::BAD_DATE, Message::new(id).with("value", &raw.value))
                .at(self.span(raw));
        if let Some(date) = turned_round(&raw.value) {
            finding = finding.help(Message::new("bad-date-turned").with("date", &date));
            // Whatever quotes are around it: a date needs none.
            finding = finding.edit(Edit::safe(self.span(raw), date));
        }
        self.report.emit(finding);
        None
    }
}

/// `5/3/2024` or `2024-3-5` as it is to be written, when it is a day.
fn turned_round(text: &str) -> Option<String> {
    let parts: Vec<&str> = text.split(['/', '-', '.']).collect();
    let [first, month, last] = parts[..] else { return None };
    let (year, day) = if first.len() == 4 { (first, last) } else { (last, first) };
    let date = format!("{year}-{month:0>2}-{day:0>2}");
    date.parse::<IssueDate>().is_ok().then_some(date)
}
