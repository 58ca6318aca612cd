//! The copies of a directive in the output folder: what is kept of each, and the files about all of
//! them.

use std::collections::BTreeMap;

use super::observer::BuildObserver;
use super::outputs::Outputs;
use super::outputs::WrittenReply;
use super::plan::{self, OutputStatus};
use super::session::Session;
use super::state::{Copies, Letter, Output, Record};
use super::wire::{CopiesReply, CopyReply};
use crate::compile::join::Joiner;
use crate::diagnostic::{Message, Severity};
use crate::digest::Digest;
use crate::error::Error;
use crate::messages::stored::{StoredFinding, told_once};
use crate::register::copies as register;
use crate::source::{disk, reach};
use crate::write;

/// What begins the keys of copies among the outputs of a directive: it makes the folder beside its
/// document.
pub(crate) const FOLDER: &str = "copies/";

/// The files about all copies, without extension; no copy has a name that begins so.
const REGISTER: &str = "_register";

pub(crate) const PRINT: &str = "_print.pdf";

/// The key of a copy among the outputs of its directive.
pub(crate) fn key(file: &str, extension: &str) -> String {
    format!("{FOLDER}{file}.{extension}")
}

impl Record {
    /// The keys of the outputs that there must be when these extensions are asked for.
    pub(crate) fn keys(&self, extensions: &[&'static str]) -> Vec<String> {
        let plain = extensions.iter().map(|extension| (*extension).to_owned());
        let Some(copies) = &self.copies else { return plain.collect() };
        let letters = copies.letters.keys();
        let letters = letters.flat_map(|file| extensions.iter().map(|it| key(file, it)));
        let about_all = self.outputs.keys().filter(|key| is_about_all(key)).cloned();
        plain.filter(|_| copies.has_general).chain(letters).chain(about_all).collect()
    }
}

/// Whether the key is one of a file about all copies.
pub(crate) fn is_about_all(key: &str) -> bool {
    key.strip_prefix(FOLDER).is_some_and(|file| file.starts_with('_'))
}

/// The Typst texts of copies that are there, when they would come of it in the same way once more.
pub(super) fn known(
    session: &Session,
    record: &Record,
    name: &str,
    written: Option<i64>,
) -> BTreeMap<String, Digest> {
    let extensions = session.make.typst_extensions();
    let is_there = |file: &str| {
        extensions.iter().all(|extension| {
            let key = key(file, extension);
            record.outputs.get(&key).is_some_and(|output| {
                let file = session.outputs.file(name, &key);
                let status = plan::as_written(&file, output, written);
                matches!(status, OutputStatus::Yes | OutputStatus::Elsewhere(_))
            })
        })
    };
    let letters = record.copies.iter().flat_map(|copies| &copies.letters);
    letters
        .filter(|(file, _)| is_there(file))
        .filter_map(|(file, letter)| Some((file.clone(), letter.text?)))
        .collect()
}

/// Before a copy is written over or goes, the files about all go: they never name what is not there.
pub(super) fn close(outputs: &Outputs, name: &str) -> Result<(), Error> {
    for file in [format!("{REGISTER}.csv"), format!("{REGISTER}.xlsx"), PRINT.to_owned()] {
        let file = outputs.file(name, &format!("{FOLDER}{file}"));
        if file.is_file() {
            reach::may_write(&file, &outputs.out)?;
            write::remove(&file)?;
        }
    }
    Ok(())
}

/// What came of all parts of a directive with copies.
pub(super) struct Gathered {
    pub(super) findings: Vec<StoredFinding>,
    pub(super) outputs: BTreeMap<String, Output>,
    pub(super) copies: Copies,
    /// Whether one of them is another one now.
    pub(super) is_new: bool,
}

/// Puts together the general document and the copies.
pub(super) fn gather(
    session: &Session,
    before: Option<&Record>,
    (main, general): (CopiesReply, Vec<StoredFinding>),
    mut outputs: BTreeMap<String, Output>,
    replies: Vec<WrittenReply>,
) -> Result<Gathered, Error> {
    let has_document = !outputs.is_empty();
    let mut letters = BTreeMap::new();
    let mut findings = Vec::new();
    let mut is_new = false;
    for WrittenReply { reply, written } in replies {
        let written = written?;
        let Some(CopyReply { at, number, name, file, mut pages }) = reply.copy else { continue };
        findings.extend(reply.findings);
        let known = before.filter(|_| reply.is_known);
        let former = known.and_then(|record| record.copies.as_ref()?.letters.get(&file));
        if let (Some(record), Some(former)) = (known, former) {
            pages = former.pages;
            for extension in session.make.typst_extensions() {
                let key = key(&file, extension);
                outputs.extend(record.outputs.get(&key).map(|it| (key, it.clone())));
            }
        }
        if written.is_empty() && former.is_none() {
            continue;
        }
        is_new |= reply.text.is_some() && former.is_none();
        outputs.extend(written);
        letters.insert(file, Letter { at, number, name, pages, text: reply.text });
    }
    let is_whole = letters.len() == main.count && (has_document || !main.has_general);
    let CopiesReply { has_general, is_duplex, .. } = main;
    let copies = Copies { has_general, is_duplex, is_whole, letters };
    let findings = told_once(general, findings.into_iter(), main.count);
    Ok(Gathered { findings, outputs, copies, is_new })
}

/// Writes the register and the file with all copies; takes away copies of before that are none now.
pub(super) fn finish(
    session: &Session,
    name: &str,
    former: Former<'_>,
    main: CopiesReply,
    gathered: &mut Gathered,
    observer: &mut dyn BuildObserver,
) -> Result<(), Error> {
    let Gathered { outputs, copies, .. } = gathered;
    let is_there = |file: &str| copies.letters.contains_key(file);
    take_away(session, name, former, &is_there, observer)?;
    let mut letters: Vec<(&String, &Letter)> = copies.letters.iter().collect();
    letters.sort_by_key(|(_, letter)| letter.at);
    let rows = letters.iter().map(|(file, letter)| row(session, outputs, file, letter));
    let rows: Vec<register::Row> = rows.collect();
    let mut write = |file: &str, bytes: &[u8]| {
        let key = format!("{FOLDER}{file}");
        let output = session.outputs.write(name, &key, bytes)?;
        outputs.insert(key, output);
        Ok::<(), Error>(())
    };
    if rows.is_empty() {
        return close(&session.outputs, name);
    }
    write(&format!("{REGISTER}.csv"), register::csv(&rows).as_bytes())?;
    write(&format!("{REGISTER}.xlsx"), &register::xlsx(&rows)?)?;
    let files: Vec<&str> = letters.iter().map(|(file, _)| file.as_str()).collect();
    join(session, name, (former.record, main), &files, outputs)
}

/// Writes the file with all copies, where it is wanted and would be another one.
fn join(
    session: &Session,
    name: &str,
    (former, main): (Option<&Record>, CopiesReply),
    files: &[&str],
    outputs: &mut BTreeMap<String, Output>,
) -> Result<(), Error> {
    let merged = format!("{FOLDER}{PRINT}");
    let file = session.outputs.file(name, &merged);
    reach::may_write(&file, &session.outputs.out)?;
    if !main.is_merged || !session.extensions.contains(&"pdf") {
        return write::remove(&file);
    }
    let pdfs: Vec<String> = files.iter().map(|file| key(file, "pdf")).collect();
    let digests = |outputs: &BTreeMap<String, Output>| -> Vec<Option<Digest>> {
        pdfs.iter().map(|pdf| outputs.get(pdf).map(|output| output.digest)).collect()
    };
    let is_same = former.is_some_and(|record| {
        let is_there = record
            .outputs
            .get(&merged)
            .is_some_and(|output| disk::digest_of_file(&file) == Some(output.digest));
        is_there
            && record.copies.as_ref().is_some_and(|copies| copies.is_duplex == main.is_duplex)
            && digests(&record.outputs) == digests(outputs)
    });
    if !is_same {
        let mut fill = |out: &mut dyn std::io::Write| {
            let mut joiner = Joiner::new(out, main.is_duplex)?;
            for pdf in &pdfs {
                let bytes = disk::read_own(&session.outputs.file(name, pdf)).ok().flatten();
                joiner.add(bytes.unwrap_or_default())?;
            }
            joiner.end()
        };
        write::write_bit_by_bit(&file, &session.outputs.staging, &mut fill)?;
    }
    let digest = disk::digest_of_file(&file);
    let stamp = disk::stamp(&file).unwrap_or_default();
    outputs.extend(digest.map(|digest| (merged, Output { digest, stamp })));
    Ok(())
}

/// The row of a copy in the register.
fn row(
    session: &Session,
    outputs: &BTreeMap<String, Output>,
    file: &str,
    letter: &Letter,
) -> register::Row {
    let found = session.extensions.iter().find_map(|extension| {
        let output = outputs.get(&key(file, extension))?;
        Some((format!("{file}.{extension}"), output.digest))
    });
    let (file, digest) = found.map_or_else(
        || (file.to_owned(), String::new()),
        |(file, digest)| (file, digest.to_string()),
    );
    register::Row {
        at: letter.at,
        number: letter.number.clone(),
        name: letter.name.clone(),
        file,
        pages: letter.pages,
        digest,
    }
}

/// What is known of the copies of before, and what becomes of those that are none now.
#[derive(Clone, Copy)]
pub(super) struct Former<'a> {
    /// What is known of them.
    pub(super) record: Option<&'a Record>,
    /// Whether they are removed; else they are moved out of the way.
    pub(super) is_pruned: bool,
}

/// A copy of an earlier version must not pass for one of this one: all but those that `is_there`
/// says of go, by the names of their files.
pub(super) fn take_away(
    session: &Session,
    name: &str,
    former: Former<'_>,
    is_there: &dyn Fn(&str) -> bool,
    observer: &mut dyn BuildObserver,
) -> Result<(), Error> {
    let outputs = former.record.into_iter().flat_map(|record| &record.outputs);
    let is_gone = |key: &str| {
        let file = key.strip_prefix(FOLDER).filter(|file| !file.starts_with('_'));
        file.is_some_and(|file| !file.rsplit_once('.').is_some_and(|(stem, _)| is_there(stem)))
    };
    let gone: Vec<(&String, &Output)> = outputs.filter(|(key, _)| is_gone(key)).collect();
    if gone.is_empty() {
        return Ok(());
    }
    close(&session.outputs, name)?;
    let mut moved = Vec::new();
    for (key, output) in gone {
        let file = session.outputs.file(name, key);
        if former.is_pruned && disk::digest_of_file(&file) == Some(output.digest) {
            reach::may_write(&file, &session.outputs.out)?;
            write::remove(&file)?;
            let path = disk::from_here(&file);
            observer.note(&Message::new("pruned").with("path", path.display()));
        } else {
            moved.extend(session.outputs.set_aside(&file)?);
        }
    }
    if let Some(to) = moved.first().and_then(|file| file.parent()) {
        let message = Message::new("copies-moved").with("count", moved.len());
        observer.note(&message.with("to", disk::from_here(to).display()));
    }
    Ok(())
}

/// Whether there is an error among `findings`.
pub(super) fn has_error(findings: &[StoredFinding]) -> bool {
    findings.iter().any(|it| it.severity() == Severity::Error)
}
