//! `vanthu check --fix` and `--diff`: safe edits, written or shown.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use similar::TextDiff;

use super::print::{Closed, Printer};
use super::run::Run;
use crate::diagnostic::Message;
use crate::error::{Error, catch};
use crate::fix::{Fixed, fixed};
use crate::project::encoding;
use crate::source::disk::{self, Text};
use crate::write;

/// A file that the safe edits of its findings change.
pub(super) struct Change {
    /// Its path in the project.
    name: String,
    /// Where it is.
    path: PathBuf,
    /// The bytes on the disk.
    before: Vec<u8>,
    /// The text after the edits.
    after: String,
    /// The number of findings that are put right.
    count: usize,
    /// What a person has to know of it.
    announced: Vec<Message>,
}

impl Run<'_> {
    /// What safe edits would change in `directives`. Files that cannot be read have none.
    pub(super) fn changes(&self, directives: &BTreeMap<String, PathBuf>) -> Vec<Change> {
        let changes = directives.iter().filter_map(|(name, path)| {
            // Why it cannot be examined is told by the examination that follows.
            catch(|| self.change(name, path)).ok()?.ok()?
        });
        changes.collect()
    }

    fn change(&self, name: &str, path: &Path) -> Result<Option<Change>, Error> {
        let file = self.project.file(name, path);
        let before = disk::read_directive(path)?;
        let (text, saved_anew) = match disk::text_of(path, before.clone()) {
            Text::Text(text) => (text, 0),
            Text::TooLarge(_) => return Ok(None),
            // To save it as UTF-8 is an edit, too.
            Text::NotUtf8(..) => match encoding::decoded(&before) {
                Some(decoded) => (decoded.text, 1),
                None => return Ok(None),
            },
        };
        let fixed = fixed(&text, &|text| file.examination(text))?;
        let count = fixed.count + saved_anew;
        let (name, path) = (name.to_owned(), path.to_owned());
        let Fixed { text: after, announced, .. } = fixed;
        Ok((count > 0).then_some(Change { name, path, before, after, count, announced }))
    }

    /// Writes `changes`. One that was saved by somebody else meanwhile, lies outside the project
    /// or may not be written is a failure, and the others are written all the same.
    pub(super) fn write(&mut self, changes: &[Change]) {
        for change in changes {
            match self.write_one(change) {
                Ok(()) => self.tell_change(change),
                Err(error) => self.fail(&error),
            }
        }
    }

    fn tell_change(&self, change: &Change) {
        let announced = change.announced.iter().map(|finding| {
            let what = self.printer.say(finding);
            Message::new("fixed-accept").with("path", &change.name).with("what", what)
        });
        announced.for_each(|message| self.note(&message));
        if !self.settings.quiet {
            let fixed = Message::new("fixed").with("path", &change.name);
            self.note(&fixed.with("count", change.count));
        }
    }

    fn write_one(&self, change: &Change) -> Result<(), Error> {
        // Through links: the file is written, the link stays.
        let path = disk::absolute(&change.path)?;
        let refused = |id| Err(Error::Usage(Message::new(id).with("path", &change.name)));
        if !path.starts_with(&self.settings.project) {
            return refused("fix-outside");
        }
        if disk::read_directive(&path)? != change.before {
            return refused("fix-changed");
        }
        write::rewrite(&path, change.after.as_bytes())
    }
}

/// Prints `changes` as one unified diff, from the project folder.
pub(super) fn show(changes: &[Change]) -> Result<(), Closed> {
    for change in changes {
        let before = String::from_utf8_lossy(&change.before);
        let diff = TextDiff::from_lines(&*before, &change.after);
        let diff = diff.unified_diff().header(&change.name, &change.name).to_string();
        Printer::data(diff.trim_end_matches('\n'))?;
    }
    Ok(())
}
