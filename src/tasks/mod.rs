//! What plans have to be done, from all directives of a folder: who, until when, and where it
//! is written. Nothing is printed here.

mod calendar;
mod table;

use jiff::civil::Date;

use crate::model::Directive;
use crate::model::deadline::Deadline;
use crate::model::target::Input;
use crate::model::tasks::units;

pub(crate) use calendar::calendar;
pub(crate) use table::{csv, text};

/// A task of a directive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct DueTask {
    /// The directive, by its path in the project.
    pub(crate) file: String,
    /// What names the directive: number and symbol, else its trích yếu.
    pub(crate) document: String,
    /// What is to be done.
    pub(crate) name: String,
    /// Who leads; each unit.
    pub(crate) lead: Vec<String>,
    /// Who helps; each unit.
    pub(crate) support: Vec<String>,
    /// When it is due, in the words of the directive.
    pub(crate) due: String,
    /// The last day on which it is met; nothing where there is none.
    pub(crate) last_day: Option<Date>,
    /// What comes of it.
    pub(crate) output: String,
}

/// The tasks of `directive`, which is the file `file`, in the order of its tables.
#[must_use]
pub(crate) fn of_directive(file: &str, directive: &Directive) -> Vec<DueTask> {
    let year = directive.date.year();
    let document = name_of(directive);
    let mut tasks = Vec::new();
    for target in directive.targets.iter() {
        for task in target.tasks() {
            let words = |text: Option<&crate::model::text::Text>| {
                let units = text.into_iter().flat_map(|text| units(&text.value));
                units.map(str::to_owned).collect::<Vec<_>>()
            };
            let (due, last_day) = match task.due {
                Some(Input::Date(date)) => (date.strftime("%d/%m/%Y").to_string(), Some(*date)),
                Some(Input::Text(text)) => {
                    let read = year.and_then(|year| Deadline::read(&text.value, year));
                    (text.value.clone(), read.and_then(Deadline::last_day))
                }
                _ => (String::new(), None),
            };
            tasks.push(DueTask {
                file: file.to_owned(),
                document: document.clone(),
                name: task.name.value.clone(),
                lead: words(task.lead),
                support: words(task.support),
                due,
                last_day,
                output: task.output.map(|text| text.value.clone()).unwrap_or_default(),
            });
        }
    }
    tasks
}

fn name_of(directive: &Directive) -> String {
    match directive.number {
        Some(_) => directive.number_and_symbol(),
        None => directive.subject.value.clone(),
    }
}

/// Those of one unit, whether it leads or helps, and those due in one month; in the order of their
/// last days, and without one at the end.
#[must_use]
pub(crate) fn wanted(
    mut tasks: Vec<DueTask>,
    unit: Option<&str>,
    month: Option<(i16, i8)>,
) -> Vec<DueTask> {
    let is_named = |known: &String, unit: &str| known.to_lowercase().contains(&unit.to_lowercase());
    if let Some(unit) = unit {
        tasks.retain(|task| task.lead.iter().chain(&task.support).any(|it| is_named(it, unit)));
    }
    if let Some(month) = month {
        tasks.retain(|task| task.last_day.is_some_and(|day| (day.year(), day.month()) == month));
    }
    tasks.sort_by_key(|task| (task.last_day.is_none(), task.last_day));
    tasks
}
