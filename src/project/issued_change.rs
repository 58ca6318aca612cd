//! What has changed of an issued document since it was issued: the state that git keeps of it,
//! compared with the present one.

use std::collections::BTreeMap;

use super::file::Inputs;
use super::settings::ProjectSettings;
use super::{OpenOptions, Project};
use crate::check::numbers::Numbers;
use crate::diagnostic::Report;
use crate::diff::change::Change;
use crate::diff::{Document, Reason, Snapshot, compare};
use crate::digest::Digest;
use crate::issue::meaning_of;
use crate::model::issued::Entry;
use crate::pipeline::Examined;
use crate::printed;
use crate::source::git::Repository;
use crate::source::tree::Tree;

/// So many commits of a file are looked through, the last ones first.
const MOST_COMMITS: usize = 200;

/// What has changed.
pub(crate) struct IssuedChange {
    /// What is different on paper: what the author changed before what follows from it, the
    /// heaviest first.
    pub(crate) changes: Vec<Change>,
    /// The files that are others, by their paths in the project.
    pub(crate) files: Vec<String>,
}

/// What has changed of the document at `name` since it was issued; nothing where git does not
/// have the state in which it was, or where a state cannot be computed.
pub(crate) fn issued_change(project: &Project, name: &str) -> Option<IssuedChange> {
    let entry = project.record.entry(name)?;
    let repository = Repository::around(&project.folder).ok()?;
    let commits = repository.commits_of(name, MOST_COMMITS).ok()?;
    let found = commits.iter().find_map(|commit| issued(project, &repository, commit, name, entry));
    let (former, before) = found?;
    let (after, read) = state(project, name)?;
    let (old, new) = (snapshot(name, &before), snapshot(name, &after));
    let one = |snapshot| BTreeMap::from([(name.to_owned(), snapshot)]);
    let reasons = BTreeMap::from([(name.to_owned(), Reason::default())]);
    let Document { authored, follows, .. } =
        compare(&one(old), &one(new), &reasons).into_iter().next()?;
    let mut changes: Vec<Change> = authored.into_iter().chain(follows).collect();
    changes.retain(Change::is_on_paper);
    let is_other = |path: &String| {
        let bytes = |tree: &Tree| tree.read(path).ok().flatten();
        bytes(&project.tree) != bytes(&former.tree)
    };
    let shared = project.tree.directives(super::catalog::FOLDER, &[]).0;
    let mut files: Vec<String> = read.found.into_inner().into_keys().chain(shared).collect();
    files.retain(is_other);
    Some(IssuedChange { changes, files })
}

/// The project and the document in `commit`, if that is how the document was issued.
fn issued(
    project: &Project,
    repository: &Repository,
    commit: &str,
    name: &str,
    entry: &Entry,
) -> Option<(Project, Examined)> {
    let tree = Tree::Revision(repository.revision(commit, commit).ok()?);
    let text = tree.read(name).ok()??;
    if Digest::of(&text) != entry.source {
        return None;
    }
    let settings = ProjectSettings::read(&tree).ok()?;
    let options = OpenOptions {
        font_paths: project.font_paths.clone(),
        fallback_date: project.fallback_date,
    };
    let former = Project::open(tree, &project.folder, settings, &options).ok()?;
    let (examined, _) = state(&former, name)?;
    let is_as_issued = meaning_of(&examined.directive, &examined.tables) == entry.meaning;
    is_as_issued.then_some((former, examined))
}

/// The document as it is in a project, and the files that were read for it.
fn state(project: &Project, name: &str) -> Option<(Examined, Inputs)> {
    let path = project.folder.join(name);
    let (numbers, read) = (Numbers::none(), Inputs::default());
    let (mut sources, mut report) = (project.office.sources(), Report::default());
    let around = project.context(&numbers, None);
    let partly = project.file(name, &path).partly(&around, &read, &mut sources, &mut report);
    Some((partly.ok()?.into_both()?, read))
}

fn snapshot(name: &str, examined: &Examined) -> Snapshot {
    let Examined { directive, tables } = examined;
    Snapshot {
        path: name.to_owned(),
        directive: Some(directive.clone()),
        tables: Some(tables.clone()),
        printed: Some(printed::print(directive, tables, false)),
        typst: None,
        findings: Vec::new(),
    }
}
