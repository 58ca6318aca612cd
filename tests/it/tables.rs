//! The table engine: cases made by hand, and properties of any table.
//!
//! A case is a folder of `tests/cases/tables`; what is in it, `tests/cases/tables/README.md` says.

mod allocations;
mod evaluator;
mod files;
mod formats;
mod formulas;
mod messes;
mod office;
mod printed;
mod rows;
mod said_figures;
mod sheets;
mod sums;
mod words;
pub(crate) mod workbook;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use office::run;

const EXPECTED: [&str; 2] = ["expected.txt", "expected.typ"];

#[test]
fn every_case_gives_what_is_expected_and_nothing_else() {
    let mut cases = entries(&folder());
    cases.retain(|path| path.is_dir());
    assert!(cases.len() >= 40, "only {} cases are found", cases.len());
    let wrong: Vec<String> = cases.iter().flat_map(|case| differences(case)).collect();
    assert!(
        wrong.is_empty(),
        "{}\nif the new text is right, run `UPDATE=1 cargo test every_case`",
        wrong.join("\n")
    );
}

/// What is wrong with a case, in words.
fn differences(case: &Path) -> Vec<String> {
    let name = case.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let mut found = made(case);
    if std::env::var_os("UPDATE").is_some() {
        for file in EXPECTED {
            let _ = fs::remove_file(case.join(file));
        }
        for (file, text) in &found {
            fs::write(case.join(file), text).expect("the folder of the case can be written");
        }
        return Vec::new();
    }
    let mut wrong = Vec::new();
    for file in EXPECTED {
        let expected = fs::read_to_string(case.join(file)).ok();
        match (expected, found.remove(file)) {
            (None, None) => {}
            (Some(expected), Some(found)) if expected == found => {}
            (Some(_), None) => wrong.push(format!("{name}/{file} is left over")),
            (None, Some(found)) => wrong.push(format!("{name}/{file} is missing:\n{found}")),
            (Some(expected), Some(found)) => {
                wrong.push(format!("{name}/{file}: expected\n{expected}found\n{found}"));
            }
        }
    }
    wrong
}

/// The expected files of a case, as the program makes them now.
fn made(case: &Path) -> BTreeMap<&'static str, String> {
    let read = |name: &str| match fs::read(case.join(name)) {
        Ok(bytes) => Some(bytes),
        Err(_) => fs::read_to_string(case.join(format!("{name}.txt")))
            .ok()
            .map(|text| workbook::from_text(&text)),
    };
    let input = fs::read_to_string(case.join("input.yaml")).expect("a case has an input.yaml");
    let ran = run(&input, &read);
    let document = ran.examined.as_ref().filter(|_| ran.typst.is_some());
    let document = document.map(|(model, tables)| vanthu::printed::print(model, tables, false));
    let mut text = document.as_ref().map(printed::rows).unwrap_or_default();
    if !ran.findings.is_empty() {
        text.push_str("---\n");
        text.push_str(&ran.findings);
    }
    let mut files = BTreeMap::from([("expected.txt", text)]);
    if let Some(typst) = &ran.typst {
        files.insert("expected.typ", printed::after_the_title(typst));
    }
    files
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/tables")
}

/// The shapes of real tables, each a whole directive, by their names.
#[cfg(feature = "embedded")]
pub(crate) fn shapes() -> Vec<(String, String)> {
    let input = |folder: PathBuf| {
        let name = folder.file_name()?.to_str()?.to_owned();
        let text = fs::read_to_string(folder.join("input.yaml")).ok()?;
        name.contains("-shape-").then_some((name, text))
    };
    entries(&folder()).into_iter().filter_map(input).collect()
}

/// The file called `name` beside one of them.
#[cfg(feature = "embedded")]
pub(crate) fn file_of_shapes(name: &str) -> Option<Vec<u8>> {
    let folders = entries(&folder()).into_iter();
    let folders = folders.filter(|folder| folder.to_string_lossy().contains("-shape-"));
    folders.map(|folder| folder.join(name)).find_map(|path| fs::read(path).ok())
}

/// What is in a folder, in order.
fn entries(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("the folder of cases is there");
    let mut paths: Vec<PathBuf> =
        entries.map(|entry| entry.expect("an entry can be read").path()).collect();
    paths.sort();
    paths
}
