//! What is wanted of a build besides documents.

use std::path::Path;

/// What is wanted of a cycle besides.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct BuildOptions<'a> {
    /// Whether to build what is as it should be, too.
    pub(crate) force: bool,
    /// Whether to remove documents whose source is gone.
    pub(crate) prune: bool,
    /// Whether the last good document stays where it is when its source has errors.
    pub(crate) keeps_stale: bool,
    /// Whether findings of documents that are up to date are told once more.
    pub(crate) repeats: bool,
    /// Whether figures are wanted, too.
    pub(crate) with_figures: bool,
    /// Where to write what was read.
    pub(crate) deps: Option<&'a Path>,
    /// Where to write when what was worked on.
    pub(crate) timings: Option<&'a Path>,
}
