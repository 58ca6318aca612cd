//! Tasks as a calendar (iCalendar, RFC 5545): an event of a whole day on the last day of each.

use super::DueTask;
use crate::digest::Digest;

/// No line of a calendar has more bytes (RFC 5545, 3.1).
const LONGEST: usize = 74;

/// The tasks that have a last day. The same tasks give the same bytes: an event is known by its
/// file, its name and its day, and bears no time at which it was made but its day.
#[must_use]
pub(crate) fn calendar(tasks: &[DueTask]) -> String {
    let mut text = String::new();
    let mut line = |words: &str| folded(words, &mut text);
    line("BEGIN:VCALENDAR");
    line("VERSION:2.0");
    line("PRODID:-//vanthu//tasks//VI");
    for task in tasks {
        let Some(day) = task.last_day else { continue };
        let next = day.tomorrow().unwrap_or(day);
        let (day, next) = (day.strftime("%Y%m%d").to_string(), next.strftime("%Y%m%d").to_string());
        let parts = [task.file.as_bytes(), task.name.as_bytes(), day.as_bytes()];
        line("BEGIN:VEVENT");
        line(&format!("UID:{}@vanthu", Digest::of_parts(parts.into_iter())));
        line(&format!("DTSTAMP:{day}T000000Z"));
        line(&format!("DTSTART;VALUE=DATE:{day}"));
        line(&format!("DTEND;VALUE=DATE:{next}"));
        line(&format!("SUMMARY:{}", escaped(&format!("{} [{}]", task.name, task.lead.join(", ")))));
        let mut about = vec![task.document.clone()];
        about.extend((!task.support.is_empty()).then(|| task.support.join(", ")));
        about.extend((!task.output.is_empty()).then(|| task.output.clone()));
        line(&format!("DESCRIPTION:{}", escaped(&about.join("\n"))));
        line("END:VEVENT");
    }
    line("END:VCALENDAR");
    text
}

/// A text as a value of a calendar.
fn escaped(text: &str) -> String {
    let text = text.replace("**", "").replace('\\', "\\\\");
    text.replace(';', "\\;").replace(',', "\\,").replace('\n', "\\n")
}

/// A line of a calendar, in pieces that are not too long; a piece that goes on begins with a space.
fn folded(words: &str, text: &mut String) {
    let mut length = 0;
    for sign in words.chars() {
        if length + sign.len_utf8() > LONGEST {
            text.push_str("\r\n ");
            length = 1;
        }
        text.push(sign);
        length += sign.len_utf8();
    }
    text.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_lines_are_folded_between_letters_and_read_back() {
        let words = format!("SUMMARY:{}", "Rà soát, cập nhật; ".repeat(20));
        let mut text = String::new();
        folded(&words, &mut text);
        assert!(text.split("\r\n").all(|line| line.len() <= 75), "{text}");
        assert_eq!(text.replace("\r\n ", "").trim_end(), words.trim_end());
        assert_eq!(escaped("a, b; c\\d\n**e**"), "a\\, b\\; c\\\\d\\ne");
    }
}
