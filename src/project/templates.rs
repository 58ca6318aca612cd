//! The templates of a project that are its own.

use std::collections::BTreeMap;
use std::path::Path;

use crate::error::Error;
use crate::source::disk;

/// The project's own templates, by name.
pub(crate) type Own = BTreeMap<String, Vec<u8>>;

/// The templates of the project that differ from those of the program.
pub(crate) fn own_templates(project: &Path) -> Result<Own, Error> {
    Ok(own_of(disk::read_folder(&project.join("templates"))?))
}

/// Those of the files below `templates/` that are an office's own.
pub(crate) fn own_of(files: Own) -> Own {
    // The built-in folder of this very program lies over itself: that is not an office's own.
    let is_own = |name: &str, bytes: &[u8]| {
        !name.starts_with("fonts/") && !crate::render::is_built_in(name, bytes)
    };
    files.into_iter().filter(|(name, bytes)| is_own(name, bytes)).collect()
}
