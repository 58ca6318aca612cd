//! `vanthu work`: what `build`, `watch` and `verify` start for themselves.

use super::Outcome;
use super::args::BuildArgs;
use super::settings::{Settings, build_settings};
use crate::build::serve::{WorkerInput, serve};
use crate::diagnostic::Message;
use crate::error::Error;
use crate::project::settings::SettingsError;
use crate::source::disk;

/// Answers jobs until stdin is closed.
pub(super) fn work(args: &BuildArgs) -> Outcome {
    serve(|| open(args));
    Outcome::Failed
}

fn open(args: &BuildArgs) -> Result<WorkerInput, Message> {
    let message = |error: Error| error.message(&disk::here());
    let settings = Settings::new(&args.make.common).map_err(|why| match why {
        SettingsError::Failure(error) => message(error),
        // Who started this process read them without findings.
        SettingsError::Findings(..) => Message::new("changed-meanwhile"),
    })?;
    let make = build_settings(&args.make, &settings).map_err(message)?;
    let project = settings.open_project().map_err(message)?;
    Ok(WorkerInput { project, make, shard: args.shard })
}
