//! Which directives a change reaches, and what it means for them.
//!
//! A directive whose file is the same in both states is not read, unless a file of rows it names
//! or something that all share is not.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::side::DiffSide;
use crate::check::numbers::Numbers;
use crate::cli::progress::Progress;
use crate::diff::report::Report;
use crate::diff::{self, Document, Reason, Snapshot, State};
use crate::error::Error;
use crate::printed;
use crate::project::settings::OFFICE_FILE;
use crate::project::{catalog, record};
use crate::render::typst;
use crate::source::Sources;
use crate::source::tree::{Tree, is_below};

/// What was compared, and what it was compared by.
#[cfg_attr(not(feature = "embedded"), expect(dead_code, reason = "nothing is set without Typst"))]
pub(super) struct Compared {
    pub(super) report: Report,
    pub(super) before: BTreeMap<String, Snapshot>,
    pub(super) after: BTreeMap<String, Snapshot>,
    /// Whether the library of templates, the fonts or the standard of PDFs are others: then equal
    /// texts need not be equal on paper.
    pub(super) is_set_otherwise: bool,
}

/// Files that directives name end in these: rows, and documents that are copied.
const DATA: [&str; 5] = ["csv", "xlsx", "pdf", "yaml", "yml"];

pub(super) fn report(
    before: &DiffSide,
    after: &DiffSide,
    progress: &dyn Fn(usize) -> Progress,
) -> Result<Compared, Error> {
    let shared = shared(before, after)?;
    let is_set_otherwise = !shared.is_empty() && is_set_otherwise(before, after);
    let mut work = Work {
        before,
        after,
        data: changed_data(before, after)?,
        shared,
        snapshots: (BTreeMap::new(), BTreeMap::new()),
        reasons: BTreeMap::new(),
        is_set_otherwise,
        numbers: Numbers::none(),
    };
    let names: BTreeSet<&String> =
        before.directives.keys().chain(after.directives.keys()).collect();
    let progress = progress(names.len());
    for name in names {
        progress.step(name);
        work.one(name)?;
    }
    progress.end();
    let (old, new) = work.snapshots;
    let mut documents = diff::compare(&old, &new, &work.reasons);
    documents.retain(is_worth_telling);
    let failures = before.failures.iter().chain(&after.failures).cloned().collect();
    let report = Report {
        before: before.name.clone(),
        after: after.name.clone(),
        shared: work.shared,
        documents,
        failures,
    };
    Ok(Compared { report, before: old, after: new, is_set_otherwise })
}

/// What was only looked at because of something else, and is as it was, is not told.
pub(super) fn is_worth_telling(document: &Document) -> bool {
    document.reason.own
        || document.state != State::Kept
        || document.on_paper == Some(true)
        || !document.authored.is_empty()
        || !document.follows.is_empty()
        || !document.new_findings.is_empty()
        || !document.gone_findings.is_empty()
}

struct Work<'a> {
    before: &'a DiffSide,
    after: &'a DiffSide,
    /// Files of rows that are not the same.
    data: BTreeSet<String>,
    shared: Vec<String>,
    snapshots: (BTreeMap<String, Snapshot>, BTreeMap<String, Snapshot>),
    reasons: BTreeMap<String, Reason>,
    is_set_otherwise: bool,
    numbers: Numbers,
}

impl Work<'_> {
    /// Snapshots at the directive called `name` in both states, if anything reaches it.
    fn one(&mut self, name: &str) -> Result<(), Error> {
        let paths = (self.before.directives.get(name), self.after.directives.get(name));
        let own = match paths {
            (Some(old), Some(new)) if old == new => {
                !self.before.project.tree.has_same(&self.after.project.tree, old)?
            }
            (Some(old), Some(new)) => {
                self.before.project.tree.read(old)? != self.after.project.tree.read(new)?
            }
            _ => true,
        };
        let path = paths.1.or(paths.0).map_or("", String::as_str);
        let is_recorded =
            self.before.project.record.entry(path) != self.after.project.record.entry(path);
        let is_elsewhere = paths.0 != paths.1;
        let may_be_reached = own
            || is_elsewhere
            || is_recorded
            || !self.shared.is_empty()
            || self.mentions_data(paths.1.map_or("", String::as_str))?;
        if !may_be_reached {
            return Ok(());
        }
        let mut shared = self.shared.clone();
        shared.extend(is_recorded.then(|| record::FOLDER.to_owned()));
        let mut reason = Reason { own, shared, ..Reason::default() };
        if let Some(path) = paths.0 {
            let seen = self.before.snapshot(name, path, &self.numbers)?;
            reason.data.extend(seen.files.intersection(&self.data).cloned());
            self.snapshots.0.insert(name.to_owned(), seen.snapshot);
        }
        if let Some(path) = paths.1 {
            let seen = self.after.snapshot(name, path, &self.numbers)?;
            reason.data.extend(seen.files.intersection(&self.data).cloned());
            reason.is_house_other = !self.shared.is_empty() && self.is_house_other(&seen.snapshot);
            reason.is_set_otherwise = self.is_set_otherwise;
            self.snapshots.1.insert(name.to_owned(), seen.snapshot);
        }
        let is_own = |file: &String| Some(file) == paths.0 || Some(file) == paths.1;
        reason.data.retain(|file| !is_own(file));
        reason.data.sort();
        reason.data.dedup();
        self.reasons.insert(name.to_owned(), reason);
        Ok(())
    }

    /// Whether the text names a file of rows that has changed; one that might is taken for one
    /// that does.
    fn mentions_data(&self, path: &str) -> Result<bool, Error> {
        if self.data.is_empty() {
            return Ok(false);
        }
        let text = self.after.project.tree.read(path)?.unwrap_or_default();
        let text = String::from_utf8_lossy(&text);
        let named = self.data.iter().filter_map(|file| file.rsplit('/').next());
        let mut named = named.map(|name| text.contains(name));
        Ok(named.any(|is_there| is_there) || text.contains('\\'))
    }

    /// Whether the present directive would be set in another way with the former templates.
    fn is_house_other(&self, snapshot: &Snapshot) -> bool {
        let (Some(directive), Some(tables)) = (&snapshot.directive, &snapshot.tables) else {
            return false;
        };
        let mut sources = Sources::default();
        let templates = &self.before.templates;
        let style = self.before.project.style();
        let fonts = &self.before.project.fonts;
        let printed = printed::print(directive, tables, style.draft_mark);
        let former = typst::render(&printed, None, templates, &style, fonts, &mut sources).ok();
        let former = former.map(|rendered| rendered.typst);
        snapshot.typst.is_some() && (self.is_set_otherwise || former != snapshot.typst)
    }
}

fn is_set_otherwise(before: &DiffSide, after: &DiffSide) -> bool {
    let fonts = |side: &DiffSide| -> Vec<(String, crate::digest::Digest)> {
        let files = side.project.fonts.files.iter();
        files.map(|file| (file.name.clone(), crate::digest::Digest::of(&file.data))).collect()
    };
    before.templates.library() != after.templates.library()
        || before.project.settings.output.standard() != after.project.settings.output.standard()
        || fonts(before) != fonts(after)
}

/// What all directives share and is not the same, by path.
fn shared(before: &DiffSide, after: &DiffSide) -> Result<Vec<String>, Error> {
    let mut paths = BTreeSet::from([OFFICE_FILE.to_owned()]);
    for side in [before, after] {
        paths.extend(side.own.keys().map(|name| format!("templates/{name}")));
        paths.extend(side.project.tree.directives(catalog::FOLDER, &[]).0);
        for folder in &side.project.settings.font_paths {
            paths.extend(side.project.tree.files(folder)?);
        }
    }
    let mut changed = Vec::new();
    for path in paths {
        if !before.project.tree.has_same(&after.project.tree, &path)? {
            changed.push(path);
        }
    }
    Ok(changed)
}

/// Files of rows that are not the same.
fn changed_data(before: &DiffSide, after: &DiffSide) -> Result<BTreeSet<String>, Error> {
    let is_data = |path: &String| {
        let extension = Path::new(path).extension().unwrap_or_default().to_ascii_lowercase();
        DATA.iter().any(|known| extension == *known)
    };
    let mut paths = BTreeSet::new();
    for side in [before, after] {
        let folder = match &side.project.tree {
            // What lies beside `data` may be anything, and much.
            Tree::Disk(root) if root.join("data").is_dir() => "data",
            _ => "",
        };
        paths.extend(side.project.tree.files(folder)?.into_iter().filter(is_data));
    }
    let mut changed = BTreeSet::new();
    for path in paths {
        let is_office = is_below(&path, "out") || is_below(&path, "target");
        if !is_office && !before.project.tree.has_same(&after.project.tree, &path)? {
            changed.insert(path);
        }
    }
    Ok(changed)
}
