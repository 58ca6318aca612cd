//! What `build`, `watch` and `verify` have in common: an output folder, what is known of it, and
//! workers.

use std::collections::BTreeMap;
use std::path::PathBuf;

use super::Outcome;
use super::run::Run;
use super::settings::{MakeSettings, Settings};
use super::workshop::Workshop;
use crate::build::outputs::Outputs;
use crate::build::plan::Wanted;
use crate::build::pool::Pool;
use crate::build::recipe::Recipe;
use crate::build::state::{State, Store, Unusable};
use crate::diagnostic::Message;
use crate::error::Error;
use crate::fonts::{self, Fonts};
use crate::project::catalog::{OfficeCatalog, cache};
use crate::project::record::{self, OfficeRecord};
use crate::project::settings::OFFICE_FILE;
use crate::project::templates::{Own, own_templates};
use crate::render::Templates;
use crate::source::Sources;
use crate::source::disk;
use crate::write;

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
    /// The session of `run` in `workshop`.
    pub(super) fn new(run: &Run<'_>, workshop: Workshop) -> Result<Self, Error> {
        let Workshop { make, store, pool, program } = workshop;
        let settings = run.settings;
        let own = own_templates(&settings.project)?;
        let recipe = house_recipe(settings, &make, &own, &run.fonts, &run.office, &run.record)?;
        pool.works_by(recipe.clone());
        let templates = own.keys().map(|name| settings.project.join("templates").join(name));
        let shared = templates
            .chain(Some(settings.project.join(OFFICE_FILE)).filter(|path| path.is_file()))
            .chain(Some(settings.project.join(record::FILE)).filter(|path| path.is_file()))
            .chain(run.office.sources.iter().map(|file| settings.project.join(&file.path)))
            .chain(fonts::font_files(&settings.font_paths)?)
            .chain([program])
            .collect();
        Ok(Self {
            project: settings.project.clone(),
            language: settings.language.name(),
            own,
            recipe,
            extensions: make.extensions(),
            outputs: Outputs { out: make.out.clone(), staging: store.staging() },
            store,
            pool,
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
            busy: self.pool.busy(),
        }
    }

    /// What is known of the output folder. That something was there and is not used, is said.
    pub(super) fn load(&self, run: &Run<'_>) -> Result<State, Error> {
        run.office.recall(&self.store.folder, self.recipe.catalog);
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
        let place = (self.store.folder.as_path(), self.store.staging());
        let place = (place.0, place.1.as_path());
        let _ = cache::store(place, self.recipe.catalog, self.language, &said, catalog);
    }

    /// Removes what runs that were ended have left behind.
    pub(super) fn clean(&self, directives: &BTreeMap<String, PathBuf>) {
        let folders = self.outputs.folders(directives.keys().map(String::as_str));
        write::clean(&self.outputs.staging, folders.iter().map(PathBuf::as_path));
    }
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
