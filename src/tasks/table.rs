//! Tasks as lines of text, and as a CSV.

use super::DueTask;
use crate::csv_rows;

/// What stands over the columns of a CSV.
const HEADERS: [&str; 8] =
    ["Thời hạn", "Hạn cuối", "Nhiệm vụ", "Chủ trì", "Phối hợp", "Sản phẩm", "Văn bản", "Tệp"];

/// A line for each task, under the month in which it is due; `no_day` heads those without one.
#[must_use]
pub(crate) fn text(tasks: &[DueTask], no_day: &str) -> Vec<String> {
    let mut lines = Vec::new();
    let mut month = None;
    for task in tasks {
        let own = match task.last_day {
            Some(day) => format!("{}/{}", day.month(), day.year()),
            None => no_day.to_owned(),
        };
        if month.as_ref() != Some(&own) {
            if month.is_some() {
                lines.push(String::new());
            }
            lines.push(own.clone());
            month = Some(own);
        }
        let day = task.last_day.map(|day| day.strftime("%d/%m/%Y").to_string());
        let due = day.unwrap_or_else(|| in_line(&task.due));
        let mut line = format!("  {due}  {}  [{}]", in_line(&task.name), task.lead.join(", "));
        if !task.support.is_empty() {
            line += " + ";
            line += &task.support.join(", ");
        }
        line += "  (";
        line += &task.file;
        line += ")";
        lines.push(line);
    }
    lines
}

/// All tasks as CSV for a spreadsheet, with a header.
#[must_use]
pub(crate) fn csv(tasks: &[DueTask]) -> String {
    let mut text = format!("{}{}", csv_rows::START, csv_rows::row(&HEADERS));
    for task in tasks {
        let day = task.last_day.map(|day| day.to_string()).unwrap_or_default();
        let (lead, support) = (task.lead.join(", "), task.support.join(", "));
        let cells = [
            &task.due,
            &day,
            &task.name,
            &lead,
            &support,
            &task.output,
            &task.document,
            &task.file,
        ];
        text.push_str(&csv_rows::row(&cells.map(|cell| in_line(cell))));
    }
    text
}

fn in_line(text: &str) -> String {
    text.replace("**", "").split_whitespace().collect::<Vec<_>>().join(" ")
}
