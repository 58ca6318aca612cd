//! The external diff driver of git, and how it is set.
//!
//! git hands over the two states of one file and nothing else. What that file is made of besides
//! (files of rows, catalog, settings, templates) is read from the work tree, and from `HEAD` where
//! there is none.

use std::collections::BTreeMap;
use std::path::Path;

use similar::TextDiff;

use super::side::DiffSide;
use super::{Context, said, scope};
use crate::cli::Outcome;
use crate::cli::args::DiffArgs;
use crate::cli::print::{Closed, Printer};
use crate::cli::progress::Progress;
use crate::diagnostic::Message;
use crate::diff::report::{self, Named, PagePictures, Report};
use crate::error::Error;
use crate::project::files::project_above;
use crate::source::disk;
use crate::source::git::Repository;
use crate::source::tree::{Tree, is_below};

/// What git hands over of a file that is not there.
const NOTHING: &str = "/dev/null";

/// Says what the change of one file means. git stops at an exit code that is not 0, so a failure
/// is told in the place of the comparison.
pub(super) fn run(args: &DiffArgs, context: &Context) -> Result<Outcome, Closed> {
    let path = args.words.first().map(|path| path.to_string_lossy()).unwrap_or_default();
    let text = match told(args, context) {
        Ok(text) => text,
        Err(error) => format!("{path}\n  {}\n", said(context, &error.message(&disk::here()))),
    };
    context.write(&text)?;
    Ok(Outcome::Clean)
}

fn told(args: &DiffArgs, context: &Context) -> Result<String, Error> {
    // A rename has two more: the new path, and how much is the same.
    let (path, old, new) = match &args.words[..] {
        [path] => {
            let message = said(context, &Message::new("diff-driver-unmerged"));
            return Ok(format!("{}\n  {message}\n", path.display()));
        }
        [path, old, _, _, new, _, _] | [path, old, _, _, new, _, _, ..] => (path, old, new),
        words => {
            let message = Message::new("diff-driver-usage").with("count", words.len());
            return Err(Error::Usage(message));
        }
    };
    let called = args.words.get(7).unwrap_or(path);
    let (old, new) = (content(old)?, content(new)?);
    let here = disk::absolute(Path::new("."))?;
    let full = here.join(called);
    let project = project_above(full.parent().unwrap_or(&here));
    let name = disk::with_slashes(full.strip_prefix(&project).unwrap_or(called));
    let is_directive = is_below(&name, "data")
        && !["data/catalog", "data/schema"].iter().any(|folder| is_below(&name, folder))
        && disk::is_yaml(&full);
    if !is_directive {
        return Ok(as_text(called, old.as_deref(), new.as_deref()));
    }
    let side = |content: &Option<Vec<u8>>, label: &Path| {
        let over = Box::new(beside(&project)?);
        let path = name.clone();
        let directives: BTreeMap<String, String> =
            content.iter().map(|_| (name.clone(), name.clone())).collect();
        let tree = match content {
            Some(content) => Tree::Laid { over, path, content: content.clone() },
            None => *over,
        };
        let named = Named::Path(label.display().to_string());
        let mut side = DiffSide::read(tree, named, &project, args, context)?;
        side.directives = directives;
        Ok(side)
    };
    let (before, after) = (side(&old, path)?, side(&new, called)?);
    let compared = scope::report(&before, &after, &|count| Progress::new(count, None))?;
    let (_, width) = context.terminal();
    Ok(report::documents(&compared.report, &context.catalog, width))
}

fn content(path: &Path) -> Result<Option<Vec<u8>>, Error> {
    if path == Path::new(NOTHING) || path == Path::new("nul") {
        return Ok(None);
    }
    disk::read_directive(path).map(Some)
}

/// The files that one directive is made of besides itself.
fn beside(project: &Path) -> Result<Tree, Error> {
    let repository = Repository::around(project)?;
    if repository.is_bare {
        let commit = repository.commit("HEAD")?;
        return Ok(Tree::Revision(repository.revision("HEAD", &commit)?));
    }
    Ok(Tree::Disk(project.to_owned()))
}

/// What is no directive, as git itself would show it.
fn as_text(path: &Path, old: Option<&[u8]>, new: Option<&[u8]>) -> String {
    let text =
        |bytes: Option<&[u8]>| String::from_utf8_lossy(bytes.unwrap_or_default()).into_owned();
    let path = path.display();
    let name = |side: &str, bytes: Option<&[u8]>| {
        if bytes.is_some() { format!("{side}/{path}") } else { NOTHING.to_owned() }
    };
    let (before, after) = (text(old), text(new));
    let diff = TextDiff::from_lines(&before, &after);
    let (from, to) = (name("a", old), name("b", new));
    diff.unified_diff().header(&from, &to).to_string()
}

/// Sets the driver in the repository, and says which line makes git use it.
pub(super) fn install(context: &Context) -> Result<Option<(Report, PagePictures)>, Error> {
    let repository = Repository::around(&context.project)?;
    let program = std::env::current_exe()
        .map_err(|cause| Error::Worker { program: "vanthu".to_owned(), cause })?;
    let command = format!("{} diff --driver", quoted(&program));
    repository.set("diff.vanthu.command", &command)?;
    let printer = context.printer();
    let installed = Message::new("diff-installed").with("command", command);
    printer.note(&said(context, &installed));
    printer.note(&said(context, &Message::new("diff-attributes")));
    let prefix = &repository.prefix;
    for line in ["data/**/*.yaml diff=vanthu", "data/**/*.yml diff=vanthu", "data/catalog/** !diff"]
    {
        // Nobody listens any more: what was asked for is done.
        let _ = Printer::data(&format!("{prefix}{line}"));
    }
    Ok(None)
}

/// As a shell takes it for one word.
fn quoted(path: &Path) -> String {
    format!("'{}'", path.display().to_string().replace('\'', "'\\''"))
}
