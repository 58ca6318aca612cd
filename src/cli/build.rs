//! `vanthu build`: sources to documents.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use super::args::{BuildArgs, Format};
use super::print::{Closed, Printer};
use super::run::Run;
use super::settings::{Settings, build_settings};
use super::{Outcome, reasons, unsettled};
use crate::build::cycle;
use crate::build::env::BuildEnv;
use crate::build::jobs;
use crate::build::numbers;
use crate::build::options::BuildOptions;
use crate::build::orphans;
use crate::build::outputs::Outputs;
use crate::build::session::Session;
use crate::diagnostic::Message;
use crate::error::Error;
use crate::source::disk;
use crate::visible;

pub(super) fn build(args: &BuildArgs, words: Vec<OsString>) -> Result<Outcome, Closed> {
    let settings = match Settings::new(&args.make.common) {
        Ok(found) => found,
        Err(why) => return unsettled(&args.make.common, &why),
    };
    let env = build_settings(&args.make, &settings)
        .and_then(|make| BuildEnv::new(&settings.project, make, args.shard, words));
    let of_part = |name: &str| args.shard.is_none_or(|shard| shard.has(name));
    let mut run = match Run::new(&settings) {
        Ok(run) => run,
        Err(ended) => return ended,
    };
    let session = match env.and_then(|env| session(&run, env)) {
        Ok(session) => session,
        Err(error) => return run.abort(&error),
    };
    let mut directives = directives(&mut run);
    directives.retain(|name, _| of_part(name));
    if args.dry_run {
        return dry_run(&session, run, &directives, args.force);
    }
    let how = BuildOptions {
        force: args.force,
        prune: args.prune,
        keeps_stale: false,
        repeats: true,
        with_figures: false,
        deps: args.deps.as_deref(),
        timings: args.timings.as_deref(),
    };
    let came = cycle::cycle(&session, &mut run, &directives, &how)?;
    if !settings.quiet && !settings.format.is_data() {
        for path in &came.in_place {
            Printer::path(path)?;
        }
    }
    let summary = Message::new("summary-built")
        .with("built", came.in_place.len())
        .with("new", came.built.len())
        .with("out", session.make.out.display());
    run.finish(summary, directives.len())
}

/// The session of `run` in `env`.
pub(super) fn session(run: &Run<'_>, env: BuildEnv) -> Result<Session, Error> {
    Session::new(Rc::clone(&run.project), env)
}

/// The directives to work on, by their paths in the project; two that would become one document
/// are a failure, and the second is left out.
pub(super) fn directives(run: &mut Run<'_>) -> BTreeMap<String, PathBuf> {
    let mut directives = run.directives();
    let mut taken: BTreeMap<OsString, &String> = BTreeMap::new();
    let mut twice = Vec::new();
    for name in directives.keys() {
        let output = Outputs::stem(name);
        let folder = folder_of_copies(name, &directives);
        if let Some((first, folder)) = &folder {
            let message = Message::new("same-output")
                .with("first", first)
                .with("second", name)
                .with("out", folder.display());
            run.fail(&Error::Usage(message));
            twice.push(name.clone());
            continue;
        }
        if let Some(first) = taken.get(output.as_os_str()) {
            let message = Message::new("same-output")
                .with("first", first)
                .with("second", name)
                .with("out", output.display());
            run.fail(&Error::Usage(message));
            twice.push(name.clone());
            continue;
        }
        taken.insert(output.into_os_string(), name);
    }
    for name in twice {
        directives.remove(&name);
    }
    directives
}

/// The directive whose copies stand in the folder that the document of `name` would stand in.
fn folder_of_copies<'a>(
    name: &str,
    directives: &'a BTreeMap<String, PathBuf>,
) -> Option<(&'a String, PathBuf)> {
    let folders = Path::new(name).ancestors().skip(1);
    folders.filter(|folder| folder.extension().is_some_and(|it| it == "copies")).find_map(
        |folder| {
            let stem = folder.with_extension("");
            let is_of = |(name, path): &(&String, &PathBuf)| {
                Path::new(name).with_extension("") == stem && jobs::may_have_copies(path)
            };
            let (first, _) = directives.iter().find(is_of)?;
            Some((first, folder.strip_prefix("data").unwrap_or(folder).to_owned()))
        },
    )
}

/// Says what would be done and why, and does nothing.
fn dry_run(
    session: &Session,
    mut run: Run<'_>,
    directives: &BTreeMap<String, PathBuf>,
    force: bool,
) -> Result<Outcome, Closed> {
    let state = match session.load(&mut run) {
        Ok(state) => state,
        Err(error) => return run.abort(&error),
    };
    let (plan, _) = numbers::plan(session, directives, &state, force);
    for (name, why) in &plan.stale {
        let why = reasons::reason(why, &run.printer);
        let name = shown(directives.get(name).map_or(Path::new(name), PathBuf::as_path));
        Printer::data(&match run.settings.format {
            Format::Json => serde_json::json!({"schema": 1, "file": name, "why": why}).to_string(),
            Format::Human | Format::Short => format!("{name}: {why}"),
            // Nothing was found.
            Format::Github | Format::Sarif => continue,
        })?;
    }
    for file in orphans::orphans(session, &state, directives) {
        run.note(&Message::new("would-prune").with("path", shown(&file)));
    }
    let summary = Message::new("summary-dry").with("stale", plan.stale.len());
    run.finish(summary, directives.len())
}

fn shown(path: &Path) -> String {
    visible::path(&disk::from_here(path))
}
