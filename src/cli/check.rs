//! `vanthu check`: everything but the rendering.

use super::args::CheckArgs;
use super::fix;
use super::print::Closed;
use super::run::Run;
use super::settings::Settings;
use super::{Outcome, unsettled};
use crate::diagnostic::Message;

pub(super) fn check(args: &CheckArgs) -> Result<Outcome, Closed> {
    let settings = match Settings::new(&args.common) {
        Ok(settings) => settings,
        Err(why) => return unsettled(&args.common, &why),
    };
    if args.diff && settings.format.is_data() {
        let run = match Run::new(&settings) {
            Ok(run) => run,
            Err(ended) => return ended,
        };
        return run.abort(&crate::error::Error::Usage(Message::new("diff-format")));
    }
    let mut run = match Run::new(&settings) {
        Ok(run) => run,
        Err(ended) => return ended,
    };
    let directives = run.directives();
    let changes = if args.fix || args.diff { run.changes(&directives) } else { Vec::new() };
    if !args.diff {
        run.write(&changes);
    }
    run.examine(&directives)?;
    if args.diff {
        fix::show(&changes)?;
        if !changes.is_empty() {
            run.found();
        }
    }
    run.finish_counted(Message::new("summary"), directives.len())
}
