//! `vanthu tasks`: what is due, from the tables of tasks of all plans.

use super::args::{TaskFormat, TasksArgs};
use super::print::{Closed, Printer};
use super::run::Run;
use super::settings::Settings;
use super::{Outcome, unsettled};
use crate::diagnostic::Message;
use crate::error::Error;
use crate::tasks;

pub(super) fn tasks(args: &TasksArgs) -> Result<Outcome, Closed> {
    let settings = match Settings::new(&args.common) {
        Ok(settings) => settings,
        Err(why) => return unsettled(&args.common, &why),
    };
    let mut run = match Run::new(&settings) {
        Ok(run) => run,
        Err(ended) => return ended,
    };
    let month = match args.month.as_deref().map(month) {
        Some(None) => {
            let value = args.month.clone().unwrap_or_default();
            return run.abort(&Error::Usage(Message::new("tasks-month").with("value", value)));
        }
        month => month.flatten(),
    };
    let mut all = Vec::new();
    // A plan that cannot be read may have tasks.
    run.each_computed(|_, name, directive| all.extend(tasks::of_directive(name, directive)))?;
    let due = tasks::wanted(all, args.unit.as_deref(), month);
    match args.as_format {
        TaskFormat::Text => {
            let no_day = run.printer.say(&Message::new("tasks-no-day"));
            for line in tasks::text(&due, &no_day) {
                Printer::data(&line)?;
            }
        }
        TaskFormat::Csv => Printer::data(tasks::csv(&due).trim_end_matches('\n'))?,
        TaskFormat::Ics => Printer::data(tasks::calendar(&due).trim_end_matches('\n'))?,
    }
    run.stop(Outcome::Clean)
}

/// `2026-06`: year and month.
fn month(text: &str) -> Option<(i16, i8)> {
    let (year, month) = text.split_once('-')?;
    let (year, month) = (year.parse().ok()?, month.parse().ok()?);
    (1..=12).contains(&month).then_some((year, month))
}
