//! Why documents are built, in sentences.

use std::path::Path;

use super::print::Printer;
use crate::build::plan::StaleReason;
use crate::diagnostic::Message;
use crate::source::disk;

/// Why a document is built, in a sentence.
pub(super) fn reason(why: &StaleReason, printer: &Printer) -> String {
    let shown = |path: &Path| disk::from_here(path).display().to_string();
    let message = match why {
        StaleReason::New => Message::new("why-new"),
        StaleReason::Forced => Message::new("why-forced"),
        StaleReason::HadErrors => Message::new("why-errors"),
        StaleReason::Fingerprint(parts) => {
            Message::new("why-recipe").with("parts", named(parts, printer))
        }
        StaleReason::Changed(input) => Message::new("why-changed").with("path", input),
        StaleReason::Missing(file) => Message::new("why-missing").with("path", shown(file)),
        StaleReason::Edited(file) => Message::new("why-edited").with("path", shown(file)),
        StaleReason::NotYet(file) => Message::new("why-not-yet").with("path", shown(file)),
        StaleReason::Number => Message::new("why-number"),
    };
    printer.say(&message)
}

/// The parts of a fingerprint, in words.
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
