//! A project: its settings, its catalog, its record of issued documents, and its directives.

pub(crate) mod catalog;
pub(crate) mod file;
pub(crate) mod files;
pub(crate) mod fonts;
pub(crate) mod record;
pub(crate) mod settings;
pub(crate) mod templates;

use crate::codes;
use crate::diagnostic::{Diagnostic, Message};
use crate::source::disk::{self, Text};
use crate::span::{SourceId, Span};

/// The finding for a file that is no text.
///
/// # Panics
///
/// When it is one.
pub(crate) fn unreadable(text: &Text, source: SourceId) -> Diagnostic {
    match text {
        Text::TooLarge(bytes) => {
            let message =
                Message::new("too-large").with("bytes", bytes).with("most", disk::MOST_BYTES);
            Diagnostic::new(&codes::TOO_LARGE, message).at(Span::new(source, 0..0))
        }
        Text::NotUtf8(before, byte) => {
            let message = Message::new("not-utf8").with("byte", format!("0x{byte:02X}"));
            Diagnostic::new(&codes::NOT_UTF8, message)
                .at(Span::new(source, before.len()..before.len()))
        }
        Text::Text(_) => unreachable!("a text can be read"),
    }
}
