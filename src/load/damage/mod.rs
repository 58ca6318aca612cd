//! What happens to a file on its way: a merge that was not finished, a wrong encoding, what was
//! pasted from Word or Excel. Each has its own message at the exact character.
//!
//! Some of it is found in any text, for YAML may read it as something else without a word. The
//! rest is looked for where a text cannot be read, and is then said instead of what the parser
//! stumbled over.

mod conflict;
mod indentation;
mod lines;
mod mojibake;
mod pasted;
mod values;

use crate::diagnostic::Diagnostic;
use crate::span::SourceId;

pub(super) use conflict::without_conflicts;
pub(super) use values::{quote_value, whole_value};

/// What is found in any text.
pub(super) fn of_any_text(text: &str, source: SourceId) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    found.extend(mojibake(text, source));
    found.extend(indentation::spaces(text, source));
    found.extend(values::cut_by_hash(text, source));
    found.extend(pasted::rows(text, source));
    found
}

/// Letters whose bytes were read in another encoding.
pub(super) fn mojibake(text: &str, source: SourceId) -> Option<Diagnostic> {
    mojibake::find(text, source)
}

/// What explains that a text cannot be read; `at` is where the parser gave up.
pub(super) fn of_unreadable_text(text: &str, source: SourceId, at: usize) -> Option<Diagnostic> {
    let tabs = indentation::tabs(text, source);
    tabs.or_else(|| values::text_behind_quote(text, source, at))
}
