//! What `build`, `watch` and `verify` have in common: an output folder, what is known of it, and
//! workers.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::Outcome;
use super::args::EngineName;
use super::catalog::OfficeCatalog;
use super::record::{self, OfficeRecord};
use super::run::Run;
use super::settings::{MakeSettings, OFFICE_FILE, Settings};
use crate::build::outputs::Outputs;
use crate::build::plan::Wanted;
use crate::build::pool::Pool;
use crate::build::recipe::Recipe;
use crate::build::shard::Shard;
use crate::build::state::{State, Store, Unusable};
use crate::build::worker::Starter;
use crate::diagnostic::Message;
use crate::error::Error;
use crate::fonts::Fonts;
use crate::render::Templates;
use crate::source::Sources;
use crate::source::disk;
use crate::write;

/// The Typst program is ended by the worker, with its children; this is for the rest of a
/// document's time.
const BEYOND_THE_PROGRAM: Duration = Duration::from_secs(10);

/// The project's own templates, by name.
pub(super) type Own = BTreeMap<String, Vec<u8>>;

/// All that the documents of a run share, but for the run itself.
pub(super) struct Session {
    pub(super) make: MakeSettings,
    pub(super) project: PathBuf,
    pub(super) language: &'static str,
    pub(super) own: Own,
    pub(super) recipe: Recipe,
    pub(super) extensions: Vec<&'static str>,
    pub(super) outputs: Outputs,
    pub(super) store: Store,
    pub(super) pool: Pool,
    /// What all documents depend on, besides their own files.
    pub(super) shared: Vec<PathBuf>,
}

impl Session {
    /// The session of a command that was called with `words`.
    pub(super) fn new(
        run: &Run<'_>,
        make: MakeSettings,
        shard: Option<Shard>,
        words: Vec<OsString>,
    ) -> Result<Self, Error> {
        let settings = run.settings;
        let own = own_templates(&settings.project)?;
        let recipe = house_recipe(settings, &make, &own, &run.fonts, &run.office, &run.record)?;
        let store = Store::new(&make.out, &settings.project, shard);
        let program = this_program()?;
        let templates = own.keys().map(|name| settings.project.join("templates").join(name));
        let shared = templates
            .chain(Some(settings.project.join(OFFICE_FILE)).filter(|path| path.is_file()))
            .chain(Some(settings.project.join(record::FILE)).filter(|path| path.is_file()))
            .chain(run.office.sources.iter().map(|file| settings.project.join(&file.path)))
            .chain(disk::font_files(&settings.font_paths)?)
            .chain([program.clone()])
            .collect();
        let starter = Starter {
            program,
            arguments: std::iter::once("work".into()).chain(words).collect(),
            recipe: recipe.clone(),
        };
        let limit = match make.engine {
            EngineName::TypstCli => make.limit + BEYOND_THE_PROGRAM,
            EngineName::Embedded => make.limit,
        };
        Ok(Self {
            project: settings.project.clone(),
            language: settings.language.name(),
            own,
            recipe,
            extensions: make.extensions(),
            outputs: Outputs { out: make.out.clone(), staging: store.staging() },
            store,
            pool: Pool::new(starter, make.jobs, limit),
            shared,
            make,
        })
    }

    /// The templates, or how the run ended: a mistake in one is told once, not by every worker.
    pub(super) fn templates(&self, run: &mut Run<'_>) -> Result<Templates, Outcome> {
        let mut sources = Sources::default();
        Templates::new(&self.own, &mut sources).map_err(|finding| {
            // Who closed stdout has seen enough of it.
            let _ = run.printer.finding(&finding, &sources);
            Outcome::Findings
        })
    }

    /// What is asked for.
    pub(super) fn wanted(&self, force: bool) -> Wanted<'_> {
        Wanted {
            project: &self.project,
            outputs: &self.outputs,
            recipe: &self.recipe,
            extensions: &self.extensions,
            language: self.language,
            force,
        }
    }

    /// What is known of the output folder. That something was there and is not used, is said.
    pub(super) fn load(&self, run: &Run<'_>) -> Result<State, Error> {
        run.office.recall(&self.store, self.recipe.catalog);
        let (state, unusable) = self.store.load()?;
        if let Some(why) = unusable {
            let id = match why {
                Unusable::Damaged => "state-damaged",
                Unusable::Foreign => "state-foreign",
            };
            let folder = disk::from_here(&self.store.folder);
            run.note(&Message::new(id).with("path", folder.display()));
        }
        Ok(state)
    }

    /// Keeps what the catalog came to, when its texts had to be read. Only under the lock.
    pub(super) fn keep_catalog(&self, run: &Run<'_>) {
        let Some((catalog, report)) = run.office.to_keep() else { return };
        let sources = run.office.sources();
        let findings = report.sorted().into_iter();
        let said: Vec<_> = findings.map(|it| run.printer.worded(it, &sources)).collect();
        // What could not be kept is read from the texts again.
        let _ = self.store.keep_catalog(self.recipe.catalog, self.language, &said, catalog);
    }

    /// Has workers get ready while the plan is made, when directives were saved after the state
    /// was. Their times are a hint and no more: the plan goes by content.
    pub(super) fn warm(&self, directives: &BTreeMap<String, PathBuf>) {
        let written = self.store.written();
        let is_younger = |path: &&PathBuf| disk::stamp(path).map(|it| it.modified) > written;
        self.pool.warm(directives.values().filter(is_younger).take(self.make.jobs).count());
    }

    /// Removes what runs that were ended have left behind.
    pub(super) fn clean(&self, directives: &BTreeMap<String, PathBuf>) {
        let folders = self.outputs.folders(directives.keys().map(String::as_str));
        write::clean(&self.outputs.staging, folders.iter().map(PathBuf::as_path));
    }
}

/// The templates of the project that differ from those of the program.
pub(super) fn own_templates(project: &Path) -> Result<Own, Error> {
    Ok(own_of(disk::read_folder(&project.join("templates"))?))
}

/// Those of the files below `templates/` that are an office's own.
pub(super) fn own_of(files: Own) -> Own {
    // The built-in folder of this very program lies over itself: that is not an office's own.
    let is_own = |name: &str, bytes: &[u8]| {
        !name.starts_with("fonts/") && !crate::render::is_built_in(name, bytes)
    };
    files.into_iter().filter(|(name, bytes)| is_own(name, bytes)).collect()
}

/// What reaches every document of a run under these settings.
pub(super) fn house_recipe(
    settings: &Settings,
    make: &MakeSettings,
    own: &Own,
    fonts: &Fonts,
    catalog: &OfficeCatalog,
    record: &OfficeRecord,
) -> Result<Recipe, Error> {
    let office = disk::read_if_there(&settings.project.join(OFFICE_FILE))?.unwrap_or_default();
    let style = settings.style(&fonts.family);
    let recipe = Recipe::new(&make.engine_name(), &office, &catalog.sources, own, fonts, &style);
    Ok(recipe.with_issued(record.bytes()))
}

fn this_program() -> Result<PathBuf, Error> {
    std::env::current_exe().map_err(|cause| Error::Worker { program: "vanthu".to_owned(), cause })
}
