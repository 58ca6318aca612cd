//! `vanthu check`: everything but the rendering.

use super::args::CheckArgs;
use super::print::Closed;
use super::run::Run;
use super::settings::Settings;
use super::{Outcome, unsettled};
use crate::diagnostic::Message;

pub(super) fn check(args: &CheckArgs) -> Result<Outcome, Closed> {
    let settings = match Settings::new(&args.common) {
        Ok((settings, _)) => settings,
        Err(why) => return unsettled(&args.common, &why),
    };
    let mut run = match Run::new(&settings) {
        Ok(run) => run,
        Err(ended) => return ended,
    };
    let directives = run.directives();
    run.examine(&directives)?;
    run.end(Message::new("summary"), directives.len())
}
