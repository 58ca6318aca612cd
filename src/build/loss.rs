//! What becomes of a directive whose worker was lost or whose document has errors.

use super::observer::BuildObserver;
use super::session::Session;
use super::settings::BuildSettings;
use super::worker::WorkerError;
use crate::codes;
use crate::diagnostic::{Diagnostic, Message};
use crate::messages::stored::StoredFinding;
use crate::source::Sources;
use crate::source::disk;

/// A document whose worker was lost: a finding, or a sentence that ends the run.
pub(crate) enum LostDocument {
    /// A finding.
    Finding(Box<StoredFinding>),
    /// A failure of the program.
    Failure(Message),
}

/// What to say of a lost worker that had the directive `name`.
pub(crate) fn loss(lost: WorkerError, name: &str, make: &BuildSettings) -> LostDocument {
    let finding = match lost {
        WorkerError::Late => {
            let message = Message::new("too-slow").with("seconds", make.limit.as_secs());
            Diagnostic::new(&codes::TOO_SLOW, message)
        }
        WorkerError::Memory => {
            let message =
                Message::new("too-much-memory").with("megabytes", make.memory / 1_024 / 1_024);
            Diagnostic::new(&codes::TOO_MUCH_MEMORY, message)
        }
        WorkerError::Stack => Diagnostic::new(&codes::CRASHED, Message::new("crashed-stack")),
        WorkerError::Crashed(status) => {
            Diagnostic::new(&codes::CRASHED, Message::new("crashed").with("status", status))
        }
        WorkerError::Never(error) => return LostDocument::Failure(error.message(&disk::here())),
        WorkerError::Unable(said) => return LostDocument::Failure(said),
    };
    let mut sources = Sources::default();
    sources.add(name, "");
    LostDocument::Finding(Box::new(StoredFinding::of(&finding, &sources)))
}

/// A document of an earlier version must not pass for that of this one: it is moved out of the
/// way, or, where it `stays`, called what it is.
pub(super) fn set_aside(
    session: &Session,
    name: &str,
    stays: bool,
    observer: &mut dyn BuildObserver,
) {
    for extension in &session.extensions {
        let file = session.outputs.file(name, extension);
        let path = disk::from_here(&file).display().to_string();
        if stays {
            if file.is_file() {
                observer.note(&Message::new("stale-kept").with("path", path));
            }
            continue;
        }
        match session.outputs.set_aside(&file) {
            Ok(Some(to)) => {
                let to = disk::from_here(&to);
                let message = Message::new("stale-moved").with("path", path);
                observer.note(&message.with("to", to.display()));
            }
            Ok(None) => {}
            Err(error) => observer.failure(&error),
        }
    }
}
