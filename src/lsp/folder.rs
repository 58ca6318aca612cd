//! A project that documents of the editor belong to, opened over what the editor holds of it.

use std::cell::{OnceCell, RefCell};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use super::analysis::{Analysis, analyse};
use super::catalog_index::CatalogIndex;
use crate::check::numbers::Numbers;
use crate::error::Error;
use crate::messages::Language;
use crate::project::settings::{OFFICE_FILE, ProjectSettings, SettingsError};
use crate::project::{OpenOptions, Project, catalog, files, record};
use crate::source::disk::{self, Text};
use crate::source::tree::Tree;

/// What a file of a project is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// A directive.
    Directive,
    /// A file of the catalog.
    Catalog,
    /// `vanthu.yaml`.
    Office,
    /// Any other: directives may read it.
    Other,
}

impl Role {
    /// The role of the file at the path `name` of a project.
    pub(super) fn of(name: &str) -> Self {
        let is_below =
            |folder: &str| name.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'));
        if name == OFFICE_FILE {
            return Self::Office;
        }
        if !is_below("data") || is_below("data/schema") || !disk::is_yaml(Path::new(name)) {
            return Self::Other;
        }
        if is_below(catalog::FOLDER) { Self::Catalog } else { Self::Directive }
    }
}

/// Texts of the editor, by their paths in the project.
pub(super) type Texts = BTreeMap<String, String>;

/// A project and what is known of its files.
pub(super) struct Folder {
    /// The project.
    pub(super) project: Project,
    /// What is wrong with `vanthu.yaml`; then the project has the settings of an empty one.
    pub(super) settings: Option<SettingsError>,
    index: OnceCell<CatalogIndex>,
    /// The numbers of other documents, for each document that asked for them.
    numbers: RefCell<BTreeMap<String, Rc<Numbers>>>,
}

/// Opens the project in the folder `root`, with the texts of the editor in the place of its files.
pub(super) fn open(root: &Path, texts: &Texts, options: &OpenOptions) -> Result<Folder, Error> {
    let tree = |texts: &Texts| {
        let disk = Tree::Disk(root.to_owned());
        texts.iter().fold(disk, |over, (path, text)| Tree::Laid {
            over: Box::new(over),
            path: path.clone(),
            content: text.clone().into_bytes(),
        })
    };
    let shared = texts.iter().filter(|(name, _)| {
        matches!(Role::of(name), Role::Catalog | Role::Office) || is_record(name)
    });
    let shared: Texts = shared.map(|(name, text)| (name.clone(), text.clone())).collect();
    let (settings, wrong) = match ProjectSettings::read(&tree(&shared)) {
        Ok(settings) => (settings, None),
        Err(wrong) => {
            let without = Texts::from([(OFFICE_FILE.to_owned(), String::new())]);
            let settings = ProjectSettings::read(&tree(&without));
            let Ok(settings) = settings else { return Err(Error::Internal(String::new())) };
            (settings, Some(wrong))
        }
    };
    let project = Project::open(tree(&shared), root, settings, options)?;
    Ok(Folder { project, settings: wrong, index: OnceCell::new(), numbers: RefCell::default() })
}

fn is_record(name: &str) -> bool {
    name.strip_prefix(record::FOLDER).is_some_and(|rest| rest.starts_with('/'))
}

impl Folder {
    /// The language that `vanthu.yaml` sets.
    pub(super) fn language(&self) -> Option<Language> {
        self.project.settings.language
    }

    /// Where the entries of the catalog are.
    pub(super) fn index(&self) -> &CatalogIndex {
        self.index.get_or_init(|| CatalogIndex::of(&self.project.office))
    }

    /// The path on the disk of a file of the project.
    pub(super) fn path(&self, name: &str) -> PathBuf {
        self.project.folder.join(name)
    }

    /// The directive `name` as if its file held `text`; `texts` are those of the editor.
    pub(super) fn analyse(&self, name: &str, text: &str, texts: &Texts) -> Result<Analysis, Error> {
        let path = self.path(name);
        let file = self.project.file(name, &path);
        let read = file.reader();
        let read_file = |beside: &str| {
            let full = Path::new(name).with_file_name("").join(beside);
            let full = disk::with_slashes(&disk::without_detours(&full));
            match texts.get(&full) {
                Some(text) => Ok(Some(text.clone().into_bytes())),
                None => read(beside),
            }
        };
        analyse(&self.project, name, text, &self.numbers(name, &path), &read_file)
    }

    /// The numbers of other documents of the project.
    fn numbers(&self, name: &str, path: &Path) -> Rc<Numbers> {
        if let Some(known) = self.numbers.borrow().get(name) {
            return Rc::clone(known);
        }
        let numbers = Rc::new(self.project.numbers_before(name, path));
        self.numbers.borrow_mut().insert(name.to_owned(), Rc::clone(&numbers));
        numbers
    }

    /// Forgets the numbers of other documents: files were saved.
    pub(super) fn forget_numbers(&self) {
        self.numbers.borrow_mut().clear();
    }

    /// The text of a file of the project, as the editor holds it or as it is on the disk; nothing
    /// where it is no text.
    pub(super) fn text(&self, name: &str, texts: &Texts) -> Option<String> {
        if let Some(text) = texts.get(name) {
            return Some(text.clone());
        }
        match disk::read_text(&self.path(name)).ok()? {
            Text::Text(text) => Some(text),
            Text::TooLarge(_) | Text::NotUtf8(..) => None,
        }
    }

    /// The paths of all directives of the project.
    pub(super) fn directives(&self) -> Vec<String> {
        let folder = &self.project.folder;
        let skip = files::not_directives(folder);
        let (found, _) = files::below(folder, &folder.join("data"), &skip);
        found.into_iter().map(|(name, _)| name).collect()
    }
}

/// The project folder of the file at `path`: the nearest one above it with a `vanthu.yaml`, else
/// one of `roots`, the folders of the editor, in whose `data/` it lies.
pub(super) fn root_of(path: &Path, roots: &[PathBuf]) -> Option<PathBuf> {
    let folder = disk::absolute(path.parent()?).ok()?;
    let above = files::project_above(&folder);
    if above.join(OFFICE_FILE).is_file() {
        return Some(above);
    }
    roots.iter().find(|root| folder.starts_with(root.join("data"))).cloned()
}
