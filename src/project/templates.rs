//! The templates of a project that are its own.

use std::collections::BTreeMap;

use crate::error::Error;
use crate::source::tree::Tree;

/// The project's own templates, by name.
pub(crate) type OwnTemplates = BTreeMap<String, Vec<u8>>;

/// The templates in `tree` that differ from those of the program.
pub(super) fn own_templates(tree: &Tree) -> Result<OwnTemplates, Error> {
    // The built-in folder of this very program lies over itself: that is not an office's own.
    let is_own = |name: &str, bytes: &[u8]| {
        !name.starts_with("fonts/") && !crate::render::typst::is_built_in(name, bytes)
    };
    let files = tree.folder("templates")?;
    Ok(files.into_iter().filter(|(name, bytes)| is_own(name, bytes)).collect())
}
