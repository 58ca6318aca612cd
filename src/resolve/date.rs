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
        } else if let Some(date) = month_end(&raw.value) {
            finding = finding.help(Message::new("bad-date-month-end").with("date", &date));
            finding = finding.edit(Edit::guess(self.span(raw), date));
        }
        self.report.emit(finding);
        None
    }
}

/// `5/3/2024`, `2024-3-5`, `ngày 5 tháng 3 năm 2024` or `tháng 3/2024` as it is to be written, when
/// it is a day or a month.
pub(super) fn turned_round(text: &str) -> Option<String> {
    let (year, month, day) = parts(text)?;
    let day = day.map_or_else(String::new, |day| format!("-{day:0>2}"));
    let date = format!("{year}-{month:0>2}{day}");
    (date != text && date.parse::<IssueDate>().is_ok()).then_some(date)
}

/// The last day of the month, when a later one is written.
fn month_end(text: &str) -> Option<String> {
    let (year, month, day) = parts(text)?;
    let day: u32 = day?.parse().ok()?;
    let month: IssueDate = format!("{year}-{month:0>2}").parse().ok()?;
    let (_, last) = month.period()?;
    (29..=31).contains(&day).then(|| last.to_string())
}

/// Year, month and day as they are written, in whichever order.
fn parts(text: &str) -> Option<(&str, &str, Option<&str>)> {
    let is_other = |sign: char| !sign.is_ascii_digit();
    // What else stands there is a word of a date or a mark.
    let words = text.split(|sign: char| !sign.is_alphabetic()).filter(|word| !word.is_empty());
    if !words.into_iter().all(|word| {
        ["ngày", "tháng", "năm", "mùng", "mồng"].contains(&word.to_lowercase().as_str())
    }) {
        return None;
    }
    let numbers: Vec<&str> = text.split(is_other).filter(|part| !part.is_empty()).collect();
    match numbers[..] {
        [year, month, day] if year.len() == 4 => Some((year, month, Some(day))),
        [day, month, year] if year.len() == 4 => Some((year, month, Some(day))),
        [year, month] if year.len() == 4 => Some((year, month, None)),
        [month, year] if year.len() == 4 => Some((year, month, None)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_in_another_form_is_turned_into_the_one_to_write() {
        for (text, date) in [
            ("5/3/2026", "2026-03-05"),
            ("05-03-2026", "2026-03-05"),
            ("5.3.2026", "2026-03-05"),
            ("2026/3/5", "2026-03-05"),
            ("ngày 5 tháng 3 năm 2026", "2026-03-05"),
            ("tháng 3 năm 2026", "2026-03"),
            ("3/2026", "2026-03"),
        ] {
            assert_eq!(turned_round(text).as_deref(), Some(date), "{text}");
        }
        for text in ["30/02/2026", "5/3/26", "quý I/2026", "khoảng 5/3/2026", "2026", "mai"] {
            assert_eq!(turned_round(text), None, "{text}");
        }
        assert_eq!(month_end("2026-02-30").as_deref(), Some("2026-02-28"));
        assert_eq!(month_end("31/6/2026").as_deref(), Some("2026-06-30"));
        assert_eq!(month_end("2026-13-30"), None);
    }
}
