//! What `build`, `watch` and `verify` have to tell: why documents are built, and why they are
//! not.

use std::path::Path;

use super::print::Printer;
use super::run::Run;
use super::session::Session;
use crate::build::plan::Why;
use crate::build::worker::Lost;
use crate::codes;
use crate::diagnostic::{Diagnostic, Message};
use crate::messages::finding::Said;
use crate::source::Sources;
use crate::source::disk;

use super::settings::MakeSettings;

/// A document whose worker was lost: a finding, or a sentence that ends the run.
pub(super) enum Loss {
    /// A finding.
    Finding(Box<Said>),
    /// A failure of the program.
    Failure(String),
}

/// What to say of a lost worker that had the directive `name`.
pub(super) fn loss(lost: Lost, name: &str, make: &MakeSettings, printer: &Printer) -> Loss {
    let finding = match lost {
        Lost::Late => {
            let message = Message::new("too-slow").with("seconds", make.limit.as_secs());
            Diagnostic::new(&codes::TOO_SLOW, message)
        }
        Lost::Memory => {
            let message =
                Message::new("too-much-memory").with("megabytes", make.memory / 1_024 / 1_024);
            Diagnostic::new(&codes::TOO_MUCH_MEMORY, message)
        }
        Lost::Stack => Diagnostic::new(&codes::CRASHED, Message::new("crashed-stack")),
        Lost::Crashed(status) => {
            Diagnostic::new(&codes::CRASHED, Message::new("crashed").with("status", status))
        }
        Lost::Never(error) => return Loss::Failure(printer.say(&error.message(&disk::here()))),
        Lost::Unable(said) => return Loss::Failure(said),
    };
    let mut sources = Sources::default();
    sources.add(name, "");
    Loss::Finding(Box::new(printer.worded(&finding, &sources)))
}

/// Why a document is built, in a sentence.
pub(super) fn reason(why: &Why, printer: &Printer) -> String {
    let shown = |path: &Path| disk::from_here(path).display().to_string();
    let message = match why {
        Why::New => Message::new("why-new"),
        Why::Forced => Message::new("why-forced"),
        Why::HadErrors => Message::new("why-errors"),
        Why::Recipe(parts) => Message::new("why-recipe").with("parts", named(parts, printer)),
        Why::Changed(input) => Message::new("why-changed").with("path", input),
        Why::Missing(file) => Message::new("why-missing").with("path", shown(file)),
        Why::Edited(file) => Message::new("why-edited").with("path", shown(file)),
        Why::NotYet(file) => Message::new("why-not-yet").with("path", shown(file)),
        Why::Language => Message::new("why-language"),
        Why::Number => Message::new("why-number"),
    };
    printer.say(&message)
}

/// The parts of a recipe, in words.
pub(super) fn named(parts: &[&'static str], printer: &Printer) -> String {
    let name = |part: &&str| {
        let id = match *part {
            "program" => "part-program",
            "engine" => "part-engine",
            "settings" => "part-settings",
            "catalog" => "part-catalog",
            "templates" => "part-templates",
            "fonts" => "part-fonts",
            "issued" => "part-issued",
            _ => "part-arguments",
        };
        printer.say(&Message::new(id))
    };
    parts.iter().map(name).collect::<Vec<_>>().join(", ")
}

/// A document of an earlier version must not pass for that of this one: it is moved out of the
/// way, or, where it `stays`, called what it is.
pub(super) fn set_aside(session: &Session, name: &str, stays: bool, run: &mut Run<'_>) {
    for extension in &session.extensions {
        let file = session.outputs.file(name, extension);
        let path = disk::from_here(&file).display().to_string();
        if stays {
            if file.is_file() {
                run.note(&Message::new("stale-kept").with("path", path));
            }
            continue;
        }
        match session.outputs.set_aside(&file) {
            Ok(Some(to)) => {
                let to = disk::from_here(&to);
                let message = Message::new("stale-moved").with("path", path);
                run.note(&message.with("to", to.display()));
            }
            Ok(None) => {}
            Err(error) => run.fail(&error),
        }
    }
}
