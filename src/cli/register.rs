//! `vanthu register`: the issued documents as a table for spreadsheets.

use super::args::RegisterArgs;
use super::print::{Closed, Printer};
use super::run::Run;
use super::settings::Settings;
use super::{Outcome, unsettled};
use crate::diagnostic::{Message, Report};
use crate::error::catch;
use crate::register::{Row, csv};

pub(super) fn register(args: &RegisterArgs) -> Result<Outcome, Closed> {
    let settings = match Settings::new(&args.common) {
        Ok(settings) => settings,
        Err(why) => return unsettled(&args.common, &why),
    };
    let mut run = match Run::new(&settings) {
        Ok(run) => run,
        Err(ended) => return ended,
    };
    run.tell_project()?;
    let mut rows = Vec::new();
    for (name, path) in run.directives() {
        let project = run.project.clone();
        let (mut sources, mut report) = (project.office.sources(), Report::default());
        let file = project.file(&name, &path);
        let computed = catch(|| file.computed(&mut sources, &mut report)).and_then(|it| it);
        // What the rules say is told by `check`; here only what cannot be read is in the way.
        match computed {
            Ok(Some(found)) => {
                rows.extend(Row::of(&found.directive, project.record.entry(&name)));
            }
            Ok(None) => run.tell(&report, &sources)?,
            Err(error) => run.fail(&error),
        }
    }
    rows.retain(|row| args.year.is_none_or(|year| row.year() == year));
    let count = rows.len();
    Printer::data(csv(rows).trim_end())?;
    run.note(&Message::new("register-done").with("count", count));
    run.stop(Outcome::Clean)
}
