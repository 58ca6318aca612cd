//! The files of the page that shows documents. They are in the program.

/// The page; `{language}` and `{first}` stand for its language and the document it shows first.
pub(super) const SHELL: &str = include_str!("assets/preview.html");

/// Its script.
pub(super) const SCRIPT: &str = include_str!("assets/preview.js");

/// Its icon.
pub(super) const ICON: &str = include_str!("assets/icon.svg");

/// Its style.
pub(super) const STYLE: &str = include_str!("assets/preview.css");

/// The words of the page: in it, the id of each stands in double braces.
pub(super) const WORDS: [&str; 21] = [
    "preview-beside",
    "preview-changed",
    "preview-clean",
    "preview-close",
    "preview-document",
    "preview-editor",
    "preview-explanation",
    "preview-failed",
    "preview-findings",
    "preview-gone",
    "preview-larger",
    "preview-line",
    "preview-none",
    "preview-page",
    "preview-pages",
    "preview-skip",
    "preview-smaller",
    "preview-source",
    "preview-stale",
    "preview-title",
    "preview-zoom",
];
