//! The files of a new project.

use crate::schema::{SchemaKind, text};

/// The document that a new project has.
pub(crate) const DOCUMENT: &str = "data/vi-du/ra-soat-bhyt.yaml";

/// Files with a fixed text, by their paths in the project.
const FIXED: &[(&str, &str)] = &[
    ("vanthu.yaml", include_str!("files/vanthu.yaml")),
    ("Makefile", include_str!("files/Makefile")),
    ("HUONG-DAN.md", include_str!("files/HUONG-DAN.md")),
    (".gitattributes", include_str!("files/gitattributes")),
    (".gitignore", "/out/\n"),
    (".vscode/extensions.json", include_str!("files/extensions.json")),
    ("data/catalog/co-quan.yaml", include_str!("files/co-quan.yaml")),
    ("data/catalog/van-ban.yaml", include_str!("files/van-ban.yaml")),
    (DOCUMENT, include_str!("files/ra-soat-bhyt.yaml")),
];

/// The files of a new project, by their paths in it, in the order in which they are written.
pub(crate) fn files() -> Vec<(String, String)> {
    let fixed = FIXED.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned()));
    let schemas = SchemaKind::INPUTS
        .into_iter()
        .map(|subject| (format!("data/schema/{}.json", subject.name()), text(subject)));
    fixed.chain(schemas).collect()
}
