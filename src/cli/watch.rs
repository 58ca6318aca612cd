//! `vanthu watch`: builds again whenever a file is saved.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::time::Instant;

use super::args::{Format, WatchArgs};
use super::build::directives;
use super::print::{Closed, Printer};
use super::run::Run;
use super::settings::{Settings, build_settings};
use super::{Outcome, unsettled};
use crate::build::cycle::{self, BuildOutcome};
use crate::build::env::BuildEnv;
use crate::build::file_watcher::FileWatcher;
use crate::build::options::BuildOptions;
use crate::build::session::Session;
use crate::build::wire::{CopiesPart, Job};
use crate::build::worker::Answer;
use crate::diagnostic::Message;
use crate::diff::report;
use crate::diff::stored_figures::Figures;
use crate::error::Error;
use crate::project::catalog;
use crate::project::record;
use crate::project::settings::OFFICE_FILE;
use crate::source::disk;

/// Upper limit of changed figures that are printed; further ones are only counted.
const MOST_CHANGES: usize = 20;

pub(super) fn watch(args: &WatchArgs, words: &[OsString]) -> Result<Outcome, Closed> {
    if args.make.common.of_project.format == Some(Format::Sarif) {
        let message = Message::new("watch-sarif");
        super::early_printer(&args.make.common).failure(&Error::Usage(message));
        return Ok(Outcome::Failed);
    }
    let mut watcher = match FileWatcher::open() {
        Ok(watcher) => watcher,
        Err(error) => {
            super::early_printer(&args.make.common).failure(&error);
            return Ok(Outcome::Failed);
        }
    };
    let mut figures = BTreeMap::new();
    loop {
        let settings = match Settings::new(&args.make.common) {
            Ok(found) => found,
            Err(why) => {
                unsettled(&args.make.common, &why)?;
                // Without a project there is nothing to watch.
                let Ok(here) = disk::absolute(Path::new(".")) else { return Ok(Outcome::Failed) };
                watcher
                    .look_at(args.make.common.of_project.project.as_ref().unwrap_or(&here), false);
                if watcher.wait().is_none() {
                    return Ok(Outcome::Failed);
                }
                continue;
            }
        };
        watcher.look_at(&settings.project, false);
        watcher.look_at(&settings.project.join("templates"), true);
        let fonts = settings.office.font_paths.iter().map(|path| settings.project.join(path));
        let fonts: Vec<PathBuf> =
            fonts.chain(settings.options.font_paths.iter().cloned()).collect();
        settings.paths.iter().chain(&fonts).for_each(|path| watcher.look_at(path, true));
        let Ok(mut run) = Run::new(&settings) else {
            if watcher.wait().is_none() {
                return Ok(Outcome::Failed);
            }
            continue;
        };
        let session = build_settings(&args.make, &settings)
            .and_then(|make| BuildEnv::new(&settings.project, make, None, words.to_vec()))
            .and_then(|env| super::build::session(&run, env.that_stays()));
        match session {
            Ok(session) => {
                watch_with_same_session(&session, &mut run, &mut watcher, &mut figures)?;
            }
            Err(error) => run.fail(&error),
        }
        if watcher.seen.is_empty() && watcher.wait().is_none() {
            return Ok(Outcome::Failed);
        }
        watcher.seen.clear();
    }
}

/// Cycles until something is saved that reaches every document.
fn watch_with_same_session(
    session: &Session,
    run: &mut Run<'_>,
    watcher: &mut FileWatcher,
    figures: &mut BTreeMap<String, Figures>,
) -> Result<(), Closed> {
    watcher.out.clone_from(&session.make.out);
    let mut is_first = true;
    loop {
        let since = if is_first { Instant::now() } else { watcher.since };
        watcher.seen.clear();
        let directives = directives(run);
        let how = BuildOptions {
            keeps_stale: true,
            with_figures: true,
            repeats: is_first,
            ..BuildOptions::default()
        };
        let came = cycle::cycle(session, run, &directives, &how)?;
        tell(session, run, came, since, figures)?;
        look_at_inputs(session, watcher);
        if is_first {
            run.note(&Message::new("watching").with("files", directives.len()));
        }
        is_first = false;
        get_ready(session, watcher, &directives, figures);
        if watcher.wait().is_none() {
            return Ok(());
        }
        let common = |path: &PathBuf| {
            path.starts_with(session.project.folder.join("templates"))
                || path.starts_with(session.project.folder.join(catalog::FOLDER))
                || *path == session.project.folder.join(OFFICE_FILE)
                || path.starts_with(session.project.folder.join(record::FOLDER))
                || session.shared.contains(path)
        };
        if watcher.seen.iter().any(common) {
            return Ok(());
        }
    }
}

/// Files that directives name may lie elsewhere in the project.
fn look_at_inputs(session: &Session, watcher: &mut FileWatcher) {
    let Ok((state, _)) = session.store.load() else { return };
    for input in state.records.values().flat_map(|record| record.inputs.keys()) {
        watcher.look_at(&disk::without_detours(&session.project.folder.join(input)), false);
    }
}

/// While nobody saves anything: learns the figures of documents that were not built by this run,
/// so that their next change can be told, and sets one of them, so that the next is set at once.
fn get_ready(
    session: &Session,
    watcher: &mut FileWatcher,
    directives: &BTreeMap<String, PathBuf>,
    figures: &mut BTreeMap<String, Figures>,
) {
    let mut is_cold = figures.is_empty();
    for (name, path) in directives {
        if watcher.has_seen() {
            return;
        }
        if figures.contains_key(name) {
            continue;
        }
        // No copy of it: the general document sets what they share.
        let part = CopiesPart { index: 0, count: usize::MAX };
        let document = Job::document(name, path);
        let job = Job { with_figures: true, with_document: is_cold, part, ..document };
        is_cold = false;
        let take = |_: usize, answer: Answer| answer.reply.figures;
        session.pool.run(&[job], (&take, &|_, _| {}), &mut |done| {
            // What has errors has no figures to compare with; its findings were told.
            if let Ok(Some(found)) = done.came {
                figures.insert(name.clone(), found);
            }
            ControlFlow::Continue(())
        });
    }
}

/// Says which documents were made, and which of their figures are others now.
fn tell(
    session: &Session,
    run: &Run<'_>,
    came: BuildOutcome,
    since: Instant,
    figures: &mut BTreeMap<String, Figures>,
) -> Result<(), Closed> {
    let is_data = run.settings.format.is_data();
    for (name, _, now) in came.built {
        let shown = session.extensions.iter().map(|extension| {
            disk::from_here(&session.outputs.file(&name, extension)).display().to_string()
        });
        let message = Message::new("watch-built")
            .with("path", shown.collect::<Vec<_>>().join(", "))
            .with("time", since.elapsed().as_millis());
        let before = figures.remove(&name);
        if !is_data {
            Printer::data(&run.printer.say(&message))?;
        }
        let Some(now) = now else { continue };
        let changes = before.map(|before| before.changes(&now)).unwrap_or_default();
        figures.insert(name, now);
        if !is_data {
            changes.iter().take(MOST_CHANGES).try_for_each(|change| {
                Printer::data(&format!("  {}", report::figure(change, run.printer.catalog())))
            })?;
            if changes.len() > MOST_CHANGES {
                let message =
                    Message::new("figures-more").with("count", changes.len() - MOST_CHANGES);
                Printer::data(&format!("  {}", run.printer.say(&message)))?;
            }
        }
    }
    Ok(())
}
