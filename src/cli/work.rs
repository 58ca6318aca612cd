//! `vanthu work`: what `build`, `watch` and `verify` start for themselves.

use super::Outcome;
use super::args::BuildArgs;
use super::settings::{Settings, build_settings};
use crate::build::serve::{WorkerInput, serve};
use crate::error::Error;
use crate::messages::Catalog;
use crate::project::settings::{OFFICE_FILE, SettingsError};
use crate::source::disk;

/// Works until nobody asks any more.
pub(super) fn work(args: &BuildArgs) -> Outcome {
    serve(|| open(args));
    Outcome::Failed
}

fn open(args: &BuildArgs) -> Result<WorkerInput, String> {
    let settings = Settings::new(&args.make.common).map_err(|why| match why {
        SettingsError::Failure(error) => error.to_string(),
        SettingsError::Findings(..) => OFFICE_FILE.to_owned(),
    })?;
    let words = Catalog::new(settings.language);
    let worded = |error: Error| words.say(&error.message(&disk::here()));
    let make = build_settings(&args.make, &settings).map_err(worded)?;
    let project = settings.open_project().map_err(worded)?;
    Ok(WorkerInput { project, make, shard: args.shard, words })
}
