//! The fonts of a project.

use std::path::PathBuf;

use crate::diagnostic::Message;
use crate::error::Error;
use crate::fonts::{self, FontError, Fonts};
use crate::nearest::listed;

/// The fonts of a project: those in `folders`, and those of the program; `wanted` is the family
/// that the office has set.
pub(crate) fn fonts(folders: &[PathBuf], wanted: Option<&str>) -> Result<Fonts, Error> {
    let extra = fonts::read_fonts(folders)?;
    Fonts::new(extra, wanted).map_err(|error| font_error(error, wanted))
}

/// Why `wanted`, or the family of the decree, cannot be used.
pub(crate) fn font_error(error: FontError, wanted: Option<&str>) -> Error {
    let family = wanted.unwrap_or(crate::fonts::DECREE_FAMILY);
    Error::Usage(match error {
        FontError::Unknown(known) => Message::new("font-unknown")
            .with("family", family)
            .with("known", listed(known.iter().map(String::as_str))),
        FontError::Lacks(style) => {
            Message::new("font-lacks").with("family", family).with("style", style)
        }
    })
}
