//! `vanthu preview`: pages in the browser, anew as often as something is saved.

use super::Outcome;
use super::args::PreviewArgs;
use super::print::Closed;

#[cfg(not(feature = "embedded"))]
#[expect(clippy::unnecessary_wraps, reason = "as where there is Typst")]
pub(super) fn preview(args: &PreviewArgs) -> Result<Outcome, Closed> {
    use super::print::Printer;
    use super::settings::early_language;
    use crate::diagnostic::Message;
    use crate::error::Error;
    let error = Error::Usage(Message::new("preview-no-engine"));
    Printer::early(early_language(args.of_project.lang)).failure(&error);
    Ok(Outcome::Failed)
}

#[cfg(feature = "embedded")]
pub(super) fn preview(args: &PreviewArgs) -> Result<Outcome, Closed> {
    use super::args::CommonArgs;
    use super::print::Printer;
    use super::settings::Settings;
    use super::unsettled;
    use crate::build::file_watcher::FileWatcher;
    use crate::diagnostic::Message;
    use crate::messages::Catalog;
    use crate::preview::Preview;
    let path = args.file.clone().unwrap_or_else(|| ".".into());
    let common = CommonArgs::of_one(path, args.of_project.clone());
    let settings = match Settings::new(&common) {
        Ok(settings) => settings,
        Err(why) => return unsettled(&common, &why),
    };
    let catalog = Catalog::new(settings.language);
    let printer = Printer::new(catalog, settings.format, settings.color);
    let first = args.file.as_ref().and_then(|_| settings.paths.first());
    let options = match options(args, &settings, first) {
        Ok(options) => options,
        Err(error) => return Ok(printer.error(&error, &settings.project)),
    };
    let started = Preview::start(options, args.port).and_then(|it| Ok((it, FileWatcher::open()?)));
    let (preview, watcher) = match started {
        Ok(started) => started,
        Err(error) => return Ok(printer.error(&error, &settings.project)),
    };
    Printer::data(&preview.address())?;
    printer.note_message(&Message::new("preview-ready"));
    watch(watcher, settings.project, preview.save_notifier());
    preview.run();
    Ok(Outcome::Failed)
}

/// What the server is started with; a file that is no directive of the project is refused.
#[cfg(feature = "embedded")]
fn options(
    args: &PreviewArgs,
    settings: &super::settings::Settings,
    first: Option<&std::path::PathBuf>,
) -> Result<crate::preview::Options, crate::error::Error> {
    use super::settings::early_language;
    use crate::diagnostic::Message;
    use crate::error::Error;
    use crate::project::files;
    use crate::source::disk;
    let name = |path: &std::path::PathBuf| {
        let skip = files::not_directives(&settings.project);
        let (found, _) = files::below(&settings.project, path, &skip);
        let is_one = path.is_file() && path.starts_with(&settings.project);
        found.into_iter().next().filter(|_| is_one).map(|(name, _)| name).ok_or_else(|| {
            let path = disk::from_here(path);
            Error::Usage(Message::new("not-a-file").with("path", path.display()))
        })
    };
    Ok(crate::preview::Options {
        folder: settings.project.clone(),
        first: first.map(name).transpose()?,
        language: args.of_project.lang.map(|it| early_language(Some(it))),
        open: settings.options.clone(),
    })
}

/// Tells the server of what is saved, on a thread of its own.
#[cfg(feature = "embedded")]
fn watch(
    mut watcher: crate::build::file_watcher::FileWatcher,
    project: std::path::PathBuf,
    save_notifier: crate::preview::SaveNotifier,
) {
    use crate::project::settings::OFFICE_FILE;
    use crate::project::{catalog, record};
    watcher.out = project.join("out");
    watcher.look_at(&project, false);
    for folder in ["data", "templates", record::FOLDER] {
        watcher.look_at(&project.join(folder), true);
    }
    std::thread::spawn(move || {
        let is_shared = |path: &std::path::PathBuf| {
            let folders = ["templates", catalog::FOLDER, record::FOLDER];
            folders.iter().any(|folder| path.starts_with(project.join(folder)))
                || *path == project.join(OFFICE_FILE)
        };
        while watcher.wait().is_some() {
            save_notifier.saved(watcher.seen.iter().any(is_shared));
            watcher.seen.clear();
        }
    });
}
