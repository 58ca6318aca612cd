//! `vanthu init`: a new project folder.

use std::path::Path;

use super::Outcome;
use super::args::InitArgs;
use super::print::{Closed, Printer};
use super::settings::early_language;
use crate::diagnostic::Message;
use crate::error::Error;
use crate::project::settings::OFFICE_FILE;
use crate::source::disk;
use crate::starter;
use crate::write;

pub(super) fn init(args: &InitArgs) -> Result<Outcome, Closed> {
    let printer = Printer::early(early_language(args.lang));
    let files = match create(&args.folder) {
        Ok(files) => files,
        Err(error) => {
            printer.failure(&error);
            return Ok(Outcome::Failed);
        }
    };
    for (path, is_new) in &files {
        let shown = args.folder.join(path).display().to_string();
        if *is_new {
            Printer::data(&shown)?;
        } else {
            printer.note_message(&Message::new("init-kept").with("path", shown));
        }
    }
    let folder = args.folder.display();
    printer.note_message(
        &Message::new("init-done").with("folder", folder).with("document", starter::DOCUMENT),
    );
    Ok(Outcome::Clean)
}

/// Writes the files. Returns their paths in the project, and whether each one is new: a file that
/// exists stays as it is. A folder that is a project already is refused.
fn create(folder: &Path) -> Result<Vec<(String, bool)>, Error> {
    let folder = disk::absolute_even_if_new(folder)?;
    if disk::must_exist(&folder.join(OFFICE_FILE)).is_ok() {
        let shown = disk::from_here(&folder.join(OFFICE_FILE)).display().to_string();
        return Err(Error::Usage(Message::new("init-exists").with("path", shown)));
    }
    // The settings mark a project, so they are written last: after a failure `init` works again.
    let (settings, others): (Vec<_>, Vec<_>) =
        starter::files().into_iter().partition(|(path, _)| path == OFFICE_FILE);
    let mut written = Vec::new();
    for (path, text) in others.into_iter().chain(settings) {
        let is_new = write::write_new(&folder.join(&path), text.as_bytes())?;
        written.push((path, is_new));
    }
    Ok(written)
}
