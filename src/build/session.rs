//! What `build`, `watch` and `verify` share: a project, an output folder, the state of the last
//! build, and workers.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::rc::Rc;

use super::env::BuildEnv;
use super::fingerprint::Fingerprint;
use super::observer::{BuildObserver, Closed};
use super::outputs::Outputs;
use super::plan::Wanted;
use super::pool::Pool;
use super::settings::BuildSettings;
use super::state::{State, Store, Unusable};
use crate::diagnostic::Message;
use crate::error::Error;
use crate::fonts;
use crate::messages::stored::StoredFinding;
use crate::project::catalog::cache;
use crate::project::settings::OFFICE_FILE;
use crate::project::{OwnTemplates, Project, record};
use crate::render::typst::Templates;
use crate::source::Sources;
use crate::source::disk;
use crate::write;

/// A project with an output folder, the state of its documents, and workers.
///
/// `build`, `watch` and `verify` make one and hand it to [`cycle`](super::cycle::cycle) or to the
/// pool. Workers do not use it: they have a [`Project`] and a job at a time.
pub(crate) struct Session {
    pub(crate) make: BuildSettings,
    pub(crate) project: Rc<Project>,
    pub(crate) own: OwnTemplates,
    pub(crate) fingerprint: Fingerprint,
    pub(crate) extensions: Vec<&'static str>,
    pub(crate) outputs: Outputs,
    pub(crate) store: Store,
    pub(crate) pool: Pool,
    /// What every document depends on, besides its own files.
    pub(crate) shared: Vec<PathBuf>,
    /// Whether findings about the project as a whole were reported already.
    is_project_told: Cell<bool>,
}

impl Session {
    /// The session that builds `project` in `env`.
    pub(crate) fn new(project: Rc<Project>, env: BuildEnv) -> Result<Self, Error> {
        let BuildEnv { make, store, pool, program } = env;
        let own = project.own_templates()?;
        let fingerprint = project_fingerprint(&project, &make, &own)?;
        pool.works_by(fingerprint.clone());
        let folder = &project.folder;
        let templates = own.keys().map(|name| folder.join("templates").join(name));
        let shared = templates
            .chain(Some(folder.join(OFFICE_FILE)).filter(|path| path.is_file()))
            .chain(record::files(folder)?)
            .chain(project.office.sources.iter().map(|file| folder.join(&file.path)))
            .chain(fonts::font_files(&project.font_paths, folder)?)
            .chain([program])
            .collect();
        Ok(Self {
            own,
            fingerprint,
            extensions: make.extensions(),
            outputs: Outputs { out: make.out.clone(), staging: store.staging() },
            store,
            pool,
            shared,
            is_project_told: Cell::new(false),
            project,
            make,
        })
    }

    /// Reports findings about the project as a whole, the first time only; returns whether it did.
    pub(crate) fn tell_project(&self, observer: &mut dyn BuildObserver) -> Result<bool, Closed> {
        let is_first = !self.is_project_told.replace(true);
        if is_first {
            observer.findings(&self.project.findings())?;
        }
        Ok(is_first)
    }

    /// The templates, or the finding about one: reported here once, not by every worker.
    pub(crate) fn templates(&self) -> Result<Templates, Box<StoredFinding>> {
        let mut sources = Sources::default();
        Templates::new(&self.own, &mut sources)
            .map_err(|finding| Box::new(StoredFinding::of(&finding, &sources)))
    }

    /// What is asked for.
    pub(crate) fn wanted(&self, force: bool) -> Wanted<'_> {
        Wanted {
            project: &self.project.folder,
            outputs: &self.outputs,
            fingerprint: &self.fingerprint,
            extensions: &self.extensions,
            force,
        }
    }

    /// The state of the output folder. A state that cannot be used is reported.
    pub(crate) fn load(&self, observer: &mut dyn BuildObserver) -> Result<State, Error> {
        self.project.office.load_cache(&self.store.folder, self.fingerprint.catalog);
        let (state, unusable) = self.store.load()?;
        if let Some(why) = unusable {
            let id = match why {
                Unusable::Damaged => "state-damaged",
                Unusable::Foreign => "state-foreign",
            };
            let folder = disk::from_here(&self.store.folder);
            observer.note(&Message::new(id).with("path", folder.display()));
        }
        Ok(state)
    }

    /// Writes the catalog cache, when the texts of the catalog had to be read. Only under the lock.
    pub(crate) fn store_catalog(&self) {
        let office = &self.project.office;
        let Some((catalog, report)) = office.to_store() else { return };
        let (findings, sources) = (report.sorted().into_iter(), office.sources());
        let findings = findings.map(|it| StoredFinding::of(it, &sources)).collect();
        let staging = self.store.staging();
        let place = (self.store.folder.as_path(), staging.as_path());
        // Without a cache the texts are read again.
        let _ = cache::store(place, self.fingerprint.catalog, findings, catalog);
    }

    /// Removes temporary files of runs that were interrupted.
    pub(crate) fn clean(&self, directives: &BTreeMap<String, PathBuf>) {
        let folders = self.outputs.folders(directives.keys().map(String::as_str));
        write::clean(&self.outputs.staging, folders.iter().map(PathBuf::as_path));
    }
}

/// The fingerprint of what every document of `project` depends on.
pub(super) fn project_fingerprint(
    project: &Project,
    make: &BuildSettings,
    own: &OwnTemplates,
) -> Result<Fingerprint, Error> {
    let office = disk::read_if_there(&project.folder.join(OFFICE_FILE))?.unwrap_or_default();
    let (catalog, fonts) = (&project.office.sources, &project.fonts);
    let engine = make.engine_name();
    let fingerprint = Fingerprint::new(&engine, &office, catalog, own, fonts, &project.style());
    Ok(fingerprint.with_issued(project.record.digest))
}
