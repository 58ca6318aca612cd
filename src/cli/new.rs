//! `vanthu new`: a starting document of any kind.

use std::path::{Path, PathBuf};

use super::Outcome;
use super::args::NewArgs;
use super::print::{Closed, Printer};
use super::settings::early_language;
use crate::diagnostic::Message;
use crate::error::Error;
use crate::model::kind::{self, Kind};
use crate::nearest::{folded, listed, nearest};
use crate::project::catalog;
use crate::project::files::project_above;
use crate::source::disk;
use crate::source::tree::Tree;
use crate::starter::{BLANK, CatalogEntry, ProjectFacts, document};
use crate::write;

pub(super) fn new(args: &NewArgs) -> Result<Outcome, Closed> {
    let printer = Printer::early(early_language(args.lang));
    match create(args) {
        Ok((path, blanks)) => {
            let shown = disk::from_here(&path).display().to_string();
            Printer::data(&shown)?;
            let done = Message::new("new-done").with("path", shown).with("blanks", blanks);
            printer.note_message(&done);
            Ok(Outcome::Clean)
        }
        Err(error) => {
            printer.failure(&error);
            Ok(Outcome::Failed)
        }
    }
}

/// Writes the file. Returns its path and the number of its blanks.
fn create(args: &NewArgs) -> Result<(PathBuf, usize), Error> {
    let kind = kind(&args.kind)?;
    let path = disk::absolute_even_if_new(&with_extension(&args.file)?)?;
    let folder = path.parent().unwrap_or(Path::new("/"));
    let there = folder.ancestors().find(|folder| folder.is_dir()).unwrap_or(folder);
    let project = project_above(there);
    let text = document(kind, &project_facts(&project, folder)?);
    if !write::write_new(&path, text.as_bytes())? {
        let shown = disk::from_here(&path).display().to_string();
        return Err(Error::Usage(Message::new("new-exists").with("path", shown)));
    }
    Ok((path, text.matches(BLANK).count() - 1))
}

/// The kind with this id or name, tone marks and case aside.
fn kind(word: &str) -> Result<&'static Kind, Error> {
    let wanted = folded(word);
    let mut all = kind::all();
    let found = all.find(|kind| kind.id == wanted || folded(kind.name) == wanted);
    found.ok_or_else(|| {
        let ids = || kind::all().map(|kind| kind.id);
        let message = Message::new("new-kind").with("kind", word);
        Error::Usage(match nearest(word, ids()) {
            Some(near) => message.with("known", format!("`{near}`")),
            None => message.with("known", listed(ids())),
        })
    })
}

/// The path with `.yaml`, if it has no extension.
fn with_extension(path: &Path) -> Result<PathBuf, Error> {
    if path.extension().is_none() && path.file_name().is_some() {
        return Ok(path.with_extension("yaml"));
    }
    if disk::is_yaml(path) {
        return Ok(path.to_owned());
    }
    Err(Error::Usage(Message::new("new-extension").with("path", path.display())))
}

/// What a document in `folder` can use of `project`.
fn project_facts(project: &Path, folder: &Path) -> Result<ProjectFacts, Error> {
    const SCHEMA: &str = "data/schema/directive.json";
    let has_schema = disk::must_exist(&project.join(SCHEMA)).is_ok();
    let within = folder.strip_prefix(project).ok().filter(|_| has_schema);
    let office = catalog::read(&Tree::Disk(project.to_owned()))?;
    let issuers = office.catalog().issuers.iter().map(|(id, issuer)| CatalogEntry {
        issuer: id.clone(),
        has_code: issuer.code.is_some(),
        has_place: issuer.place.is_some(),
        signatories: issuer.signatories.keys().cloned().collect(),
    });
    Ok(ProjectFacts {
        schema: within.map(|within| relative(within, Path::new(SCHEMA))),
        issuers: issuers.collect(),
        basis: office.catalog().documents.keys().next().cloned(),
    })
}

/// The path from `folder` to `file`, both relative to the project.
fn relative(folder: &Path, file: &Path) -> String {
    let mut file: Vec<_> = file.components().collect();
    let mut folder: Vec<_> = folder.components().collect();
    while file.len() > 1 && folder.first() == file.first() {
        file.remove(0);
        folder.remove(0);
    }
    let rest: PathBuf = file.into_iter().collect();
    "../".repeat(folder.len()) + &disk::with_slashes(&rest)
}
