//! The directives in `data/`, and the files of rows beside them.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Every directive in `data/`, by its path in the project.
pub(crate) fn all() -> BTreeMap<String, String> {
    files("yaml")
}

/// The same without certified copies.
pub(crate) fn examples() -> BTreeMap<String, String> {
    let mut found = all();
    found.retain(|_, text| !is_copy(text));
    assert!(found.len() > 1, "data/ has examples");
    found
}

/// Whether a directive is a certified copy, which needs the file of what it copies.
fn is_copy(text: &str) -> bool {
    let kinds = vanthu::model::kind::CERTIFIED.iter();
    kinds.map(|kind| format!("kind: {}", kind.id)).any(|kind| text.lines().any(|line| line == kind))
}

/// The PDFs in `data/` that are copied.
pub(crate) fn pdfs() -> BTreeMap<String, Vec<u8>> {
    let read = |path: PathBuf| std::fs::read(path).expect("it can be read");
    paths("pdf").into_iter().map(|(name, path)| (name, read(path))).collect()
}

/// Every file in `data/` that the directives are made from.
pub(crate) fn sources() -> BTreeMap<String, String> {
    files("yaml").into_iter().chain(files("csv")).collect()
}

/// The file of rows called `name`, wherever in `data/` it is, or beside a shape of tables.
pub(crate) fn rows_named(name: &str) -> Option<Vec<u8>> {
    let extension = name.rsplit('.').next();
    if extension == Some("pdf") {
        return Some(crate::certified::pdfs::pdf(&[crate::certified::pdfs::Sheet::said(
            "Mot", 600,
        )]));
    }
    let kind = if extension == Some("yaml") { "yaml" } else { "csv" };
    let found = files(kind).into_iter().find(|(path, _)| path.ends_with(&format!("/{name}")));
    found.map(|(_, text)| text.into_bytes()).or_else(|| crate::tables::file_of_shapes(name))
}

fn files(kind: &str) -> BTreeMap<String, String> {
    let read = |path: PathBuf| std::fs::read_to_string(path).expect("it can be read");
    paths(kind).into_iter().map(|(name, path)| (name, read(path))).collect()
}

fn paths(kind: &str) -> BTreeMap<String, PathBuf> {
    let project = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = BTreeMap::new();
    let mut folders: Vec<PathBuf> = vec![project.join("data")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).expect("data/ can be read") {
            let path = entry.expect("data/ can be read").path();
            let is_shared = path.ends_with("data/catalog") || path.ends_with("data/schema");
            if path.is_dir() && !is_shared {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == kind) {
                let name = path.strip_prefix(project).expect("it is below the project");
                let name = name.to_str().expect("names in data/ are UTF-8").replace('\\', "/");
                found.insert(name, path);
            }
        }
    }
    found
}
