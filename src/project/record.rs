//! The record of issued documents, read once for a run.
//!
//! `issued/YEAR.jsonl` holds it; `issued.yaml`, which earlier programs wrote, is read, too, and
//! taken over by the next `vanthu issue`.

mod pending;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

pub(crate) use self::pending::{Pending, Settled, settle, settle_locked};
use super::unreadable;
use crate::codes;
use crate::diagnostic::{Diagnostic, Message, Report};
use crate::digest::Digest;
use crate::error::{Error, Stray};
use crate::issue::record::Record;
use crate::load::issued::issued;
use crate::model::issued::{Entry, State};
use crate::source::Sources;
use crate::source::disk::{self, Text};
use crate::source::reach;
use crate::source::tree::Tree;
use crate::span::Span;
use crate::write;

/// Where it is, in the project folder.
pub(crate) const FOLDER: &str = "issued";

/// What earlier programs kept it in.
pub(crate) const OLD_FILE: &str = "issued.yaml";

/// No file of a year is larger; 100,000 entries take a tenth of it.
const MOST_BYTES: u64 = 256 * 1024 * 1024;

/// The record, its text, and what is wrong with it.
#[derive(Default)]
pub(crate) struct IssueRecord {
    pub(crate) record: Record,
    pub(crate) sources: Sources,
    pub(crate) report: Report,
    /// What all its files hold.
    pub(crate) digest: Option<Digest>,
    /// Whether some of it is in the old file.
    is_old: bool,
    /// Where the paths stand in the old file.
    old: BTreeMap<String, Span>,
}

impl IssueRecord {
    /// What is recorded of the directive `name`.
    pub(crate) fn entry(&self, name: &str) -> Option<&Entry> {
        self.record.get(name)
    }

    /// Writes what `record` has other than it was read, and removes the old file, whose entries
    /// are written too then. The files that were written.
    pub(crate) fn store(&self, project: &Path, record: &Record) -> Result<Vec<PathBuf>, Error> {
        if self.report.has_error() {
            let cause = std::io::Error::other("the record of issued documents is damaged");
            return Err(Error::Write { path: project.join(FOLDER), cause });
        }
        let mut files = Vec::new();
        for (year, text) in record.changed() {
            let path = project.join(file_of(&year));
            if text.is_empty() {
                write::remove(&path)?;
                continue;
            }
            write::write(&path, text.as_bytes())?;
            files.push(path);
        }
        if self.is_old {
            write::remove(&project.join(OLD_FILE))?;
        }
        Ok(files)
    }
}

/// The file of a year, by its path in the project.
pub(crate) fn file_of(year: &str) -> String {
    format!("{FOLDER}/{year}.jsonl")
}

/// The year of a file of the record.
fn year_of(name: &str) -> Option<&str> {
    name.strip_prefix(FOLDER)?.strip_prefix('/')?.strip_suffix(".jsonl")
}

/// Whether `name`, a path in the project, is a file of the record.
pub(crate) fn is_file(name: &str) -> bool {
    name == OLD_FILE || year_of(name).is_some_and(|year| !year.contains('/'))
}

/// The files of the record of `project`.
pub(crate) fn files(project: &Path) -> Result<Vec<PathBuf>, Error> {
    let is_there = |path: &PathBuf| disk::is_anything(path);
    let folder = Some(project.join(FOLDER)).filter(is_there);
    folder.iter().try_for_each(|folder| reach::within(folder, project).map(|_| ()))?;
    let mut files = folder.as_deref().map(disk::files_in).unwrap_or_default();
    files.retain(|path| path.extension().is_some_and(|extension| extension == "jsonl"));
    files.extend(Some(project.join(OLD_FILE)).filter(is_there));
    for path in &files {
        if !reach::within(path, project)?.is_file() {
            return Err(Error::Stray { path: path.clone(), why: Stray::Special });
        }
    }
    Ok(files)
}

/// Reads the record in `tree`; an office may have none.
pub(crate) fn read(tree: &Tree) -> Result<IssueRecord, Error> {
    if let Tree::Disk(root) = tree {
        let mut office = read_files(root)?;
        pending::undone(root, &mut office.record);
        return Ok(office);
    }
    let mut names = tree.files(FOLDER)?;
    names.retain(|name| is_file(name));
    names.push(OLD_FILE.to_owned());
    let mut files = Vec::new();
    for name in names {
        if let Some(bytes) = tree.read(&name)? {
            files.push((name, bytes));
        }
    }
    Ok(of_bytes(files))
}

fn read_files(project: &Path) -> Result<IssueRecord, Error> {
    let mut texts = Vec::new();
    for path in files(project)? {
        let name = disk::with_slashes(path.strip_prefix(project).unwrap_or(&path));
        // It may be gone since it was listed: then somebody has just written the record.
        let Some(bytes) = disk::read_no_more(&path, MOST_BYTES)? else { continue };
        texts.push((name, bytes));
    }
    Ok(of_bytes(texts))
}

/// The record in these files, by their paths in the project.
fn of_bytes(files: Vec<(String, Vec<u8>)>) -> IssueRecord {
    let mut office = IssueRecord::default();
    if !files.is_empty() {
        let parts = files.iter().flat_map(|(name, bytes)| [name.as_bytes(), bytes.as_slice()]);
        office.digest = Some(Digest::of_parts(parts));
    }
    let mut old = None;
    for (name, bytes) in files {
        let text =
            disk::text_within(bytes, if name == OLD_FILE { disk::MOST_BYTES } else { MOST_BYTES });
        let text = match text {
            Text::Text(text) => text,
            bad => {
                let shown = super::shown(&bad);
                let source = office.sources.add(name, shown);
                office.report.emit(unreadable(&bad, source));
                continue;
            }
        };
        match year_of(&name) {
            Some(year) => office.add(&name, year, text),
            None => old = Some(text),
        }
    }
    // A file that was taken over counts more than the one it was taken from.
    if let Some(text) = old {
        office.add_old(text);
    }
    office
}

impl IssueRecord {
    fn add(&mut self, name: &str, year: &str, text: String) {
        let bad = self.record.add_file(year, text);
        if bad.is_empty() {
            return;
        }
        let text = self.record.text(year).unwrap_or_default();
        let source = self.sources.add(name, text);
        for line in bad {
            let value = &text[line.range.clone()];
            let id = if line.is_second { "record-twice" } else { "bad-record" };
            let message = Message::new(id).with("value", value).with("file", name);
            let at = Span::new(source, line.range);
            self.report.emit(Diagnostic::new(&codes::BAD_RECORD, message).at(at));
        }
    }

    fn add_old(&mut self, text: String) {
        self.is_old = true;
        let source = self.sources.add(OLD_FILE, text);
        let found = issued(&self.sources, source, &mut self.report);
        for (name, span, entry) in found {
            if self.record.place(&name).is_none() {
                self.record.put(&name, entry);
                self.old.insert(name, span);
            }
        }
    }

    /// Entries whose directive is not in `tree`; `others` are the directives that are. The sources
    /// are those of the findings.
    pub(crate) fn lost(
        &self,
        tree: &Tree,
        others: &dyn Fn() -> Vec<(String, PathBuf)>,
    ) -> (Sources, Report) {
        let (mut sources, mut report) = (self.sources.clone(), Report::default());
        let gone = self.record.paths().filter(|name| !tree.has(name));
        let gone = gone.filter_map(|name| Some((name, self.record.get(name)?)));
        let gone: Vec<(&str, &Entry)> =
            gone.filter(|(_, entry)| entry.state != State::Withdrawn).collect();
        let mut by_content = BTreeMap::new();
        for (name, path) in if gone.is_empty() { Vec::new() } else { others() } {
            if self.record.place(&name).is_none()
                && let Some(digest) = disk::digest_of_file(&path)
            {
                by_content.insert(digest, name);
            }
        }
        for (name, entry) in gone {
            let message = match by_content.get(&entry.source) {
                Some(to) => Message::new("record-moved").with("to", to),
                None => Message::new("record-without-file"),
            };
            let (file, span) = self.span_of(name, &mut sources);
            let message = message.with("path", name).with("file", file);
            report.emit(Diagnostic::new(&codes::BAD_RECORD, message).at(span));
        }
        (sources, report)
    }

    /// The file that `name` is recorded in, and the place of its entry there.
    fn span_of(&self, name: &str, sources: &mut Sources) -> (String, Span) {
        if let Some(span) = self.old.get(name) {
            return (OLD_FILE.to_owned(), *span);
        }
        let Some((year, line)) = self.record.place(name) else {
            return (FOLDER.to_owned(), Span::new(sources.add(FOLDER, ""), 0..0));
        };
        let (year, line) = (year.to_owned(), line.unwrap_or(0..0));
        let file = file_of(&year);
        let source = sources.find(&file).unwrap_or_else(|| {
            let text = self.record.text(&year).unwrap_or_default().to_owned();
            sources.add(&file, text)
        });
        (file, Span::new(source, line))
    }
}
