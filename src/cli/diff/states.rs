//! Which two states are compared, of what was typed.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::Context;
use super::side::DiffSide;
use crate::cli::args::DiffArgs;
use crate::diagnostic::Message;
use crate::diff::report::Named;
use crate::error::Error;
use crate::project::files::project_above;
use crate::source::disk;
use crate::source::git::Repository;
use crate::source::tree::{Tree, is_below};

/// Folders below the project that hold no directives.
const NOT_DIRECTIVES: [&str; 2] = ["data/catalog", "data/schema"];

/// Two states, and what of them is compared.
pub(super) struct States {
    before: State,
    after: State,
}

/// A state: its files, and its directives by what they are called in the comparison.
struct State {
    tree: Tree,
    name: Named,
    project: PathBuf,
    directives: BTreeMap<String, String>,
    failures: Vec<Error>,
}

impl States {
    pub(super) fn sides(self, args: &DiffArgs, context: &Context) -> Result<[DiffSide; 2], Error> {
        let side = |state: State| {
            let State { tree, name, project, directives, failures } = state;
            let mut side = DiffSide::read(tree, name, &project, args, context)?;
            side.directives = directives;
            let failures = failures
                .iter()
                .map(|failure| super::said(context, &failure.message(&disk::here())));
            side.failures.extend(failures);
            Ok(side)
        };
        Ok([side(self.before)?, side(self.after)?])
    }
}

pub(super) fn states(args: &DiffArgs, context: &Context) -> Result<States, Error> {
    if args.no_index {
        return two_paths(args);
    }
    let repository = match Repository::around(&context.project) {
        Ok(repository) => repository,
        Err(error) => {
            // Where there is no repository, two paths can mean one thing only.
            let has_two = args.words.len() == 2 && args.words.iter().all(|word| word.exists());
            return if has_two { two_paths(args) } else { Err(error) };
        }
    };
    let (revisions, paths) = sorted(args, &repository)?;
    let [before, after] = trees(&revisions, &repository, context)?;
    let mut states =
        States { before: State::new(before, context), after: State::new(after, context) };
    states.choose(&paths, context)?;
    Ok(states)
}

/// Revisions first, then paths: as in git, the first word that is no revision is a path.
fn sorted(args: &DiffArgs, repository: &Repository) -> Result<(Vec<String>, Vec<PathBuf>), Error> {
    let mut revisions = Vec::new();
    let mut words = args.words.iter();
    let mut paths: Vec<PathBuf> = Vec::new();
    for word in words.by_ref() {
        let text = word.to_string_lossy();
        let is_range = text.contains("..") && !word.exists();
        let is_full =
            revisions.len() == 2 || revisions.iter().any(|known: &String| known.contains(".."));
        let is_revision = !is_full
            && (is_range
                || (!word.exists() && args.only.is_empty())
                || repository.find(&text)?.is_some());
        if is_revision && !is_range && !repository.may_have(&text)? {
            return Err(Error::Usage(Message::new("diff-usage").with("value", text)));
        }
        if is_revision {
            revisions.push(text.into_owned());
        } else {
            paths.push(word.clone());
            break;
        }
    }
    paths.extend(words.cloned());
    paths.extend(args.only.iter().cloned());
    Ok((revisions, paths))
}

/// A tree and what it is called.
type NamedTree = (Tree, Named);

/// The two trees that the revisions mean.
fn trees(
    revisions: &[String],
    repository: &Repository,
    context: &Context,
) -> Result<[NamedTree; 2], Error> {
    let revision = |name: &str| -> Result<NamedTree, Error> {
        let name = if name.is_empty() { "HEAD" } else { name };
        let commit = repository.commit(name)?;
        let named = Named::Revision { name: name.to_owned(), commit: commit.clone() };
        Ok((Tree::Revision(repository.revision(name, &commit)?), named))
    };
    let work_tree = || {
        if repository.is_bare {
            return Err(Error::Usage(Message::new("git-bare")));
        }
        Ok((Tree::Disk(context.project.clone()), Named::WorkTree))
    };
    match revisions {
        [] => Ok([revision("HEAD")?, work_tree()?]),
        [before, after] => Ok([revision(before)?, revision(after)?]),
        [range, ..] => {
            if let Some((before, after)) = range.split_once("...") {
                let after = if after.is_empty() { "HEAD" } else { after };
                let base = repository
                    .merge_base(if before.is_empty() { "HEAD" } else { before }, after)?;
                return Ok([revision(&base)?, revision(after)?]);
            }
            match range.split_once("..") {
                Some((before, after)) => Ok([revision(before)?, revision(after)?]),
                None => Ok([revision(range)?, work_tree()?]),
            }
        }
    }
}

impl State {
    fn new((tree, name): (Tree, Named), context: &Context) -> Self {
        let project = context.project.clone();
        Self { tree, name, project, directives: BTreeMap::new(), failures: Vec::new() }
    }

    /// Adds the directives below a folder of the project; how many there are.
    fn add(&mut self, folder: &str) -> usize {
        let (directives, failures) = self.tree.directives(folder, &NOT_DIRECTIVES);
        let count = directives.len() + failures.len();
        self.directives.extend(directives.into_iter().map(|path| (path.clone(), path)));
        self.failures.extend(failures);
        count
    }
}

impl States {
    /// Only the directives below these paths; all of `data/` where there are none.
    fn choose(&mut self, paths: &[PathBuf], context: &Context) -> Result<(), Error> {
        if paths.is_empty() {
            self.before.add("data");
            self.after.add("data");
            return Ok(());
        }
        for path in paths {
            let full = disk::absolute_even_if_new(path)?;
            let Ok(relative) = full.strip_prefix(&context.project) else {
                let message = Message::new("outside-project")
                    .with("path", path.display())
                    .with("project", context.project.display());
                return Err(Error::Usage(message));
            };
            let folder = disk::with_slashes(relative);
            if self.before.add(&folder) + self.after.add(&folder) == 0 {
                let message = Message::new("diff-no-such-path").with("path", path.display());
                return Err(Error::Usage(message));
            }
        }
        Ok(())
    }
}

/// Two files or two folders, whatever git knows of them.
fn two_paths(args: &DiffArgs) -> Result<States, Error> {
    let words: Vec<&PathBuf> = args.words.iter().chain(&args.only).collect();
    let wrong = || Error::Usage(Message::new("diff-two-paths"));
    let [before, after] = words[..] else { return Err(wrong()) };
    let (old, new) = (disk::absolute(before)?, disk::absolute(after)?);
    if old.is_dir() != new.is_dir() {
        return Err(wrong());
    }
    // Both are told by the name that the second one has.
    let called = new.file_name().unwrap_or_default().to_string_lossy().into_owned();
    Ok(States { before: alone(before, &old, &called), after: alone(after, &new, &called) })
}

/// A file or a folder with the project it is in.
fn alone(word: &Path, path: &Path, called: &str) -> State {
    let start = if path.is_dir() { path } else { path.parent().unwrap_or(path) };
    let project = project_above(start);
    let tree = Tree::Disk(project.clone());
    let relative = disk::with_slashes(path.strip_prefix(&project).unwrap_or(path));
    let (found, failures) = tree.directives(&relative, &NOT_DIRECTIVES);
    let name = |file: &String| {
        if path.is_dir() {
            let rest = file.strip_prefix(relative.as_str()).unwrap_or(file);
            rest.trim_start_matches('/').to_owned()
        } else {
            called.to_owned()
        }
    };
    // The project of a folder may be the folder: then only what is built from it counts.
    let is_data = |file: &&String| {
        !relative.is_empty() || !project.join("data").is_dir() || is_below(file, "data")
    };
    let directives = found.iter().filter(is_data).map(|file| (name(file), file.clone())).collect();
    let name = Named::Path(word.display().to_string());
    State { tree, name, project, directives, failures }
}
