//! The examples of docs/tables.md: each is a document without findings, or shows its message.

use std::fs;
use std::path::Path;

use crate::readme::{blocks, text, vanthu};

/// What every example is laid on.
const HEAD: &str = "kind: cong-van\nsymbol: UBND-VX\nsubject: ví dụ\n";

/// An example as a whole document: one that only shows tables gets a body that names them.
fn document(example: &str) -> String {
    if example.contains("\nbody:") {
        return format!("{HEAD}{example}");
    }
    let names = example.lines().filter_map(|line| line.strip_prefix("  ")?.strip_suffix(':'));
    let named: Vec<String> = names
        .filter(|name| name.starts_with(|sign: char| sign.is_ascii_lowercase()))
        .map(|name| format!("{{{{ appendix(\"{name}\") }}}}"))
        .collect();
    format!("{HEAD}{example}body: Số liệu tại {}./.\n", named.join(", "))
}

/// The files of rows that the examples name: blocks whose language is followed by a file name.
fn write_files(page: &str, folder: &Path) {
    for (language, block) in blocks(page) {
        if let Some(name) = language.strip_prefix("csv ") {
            fs::write(folder.join(name), block).expect("a file of rows");
        }
    }
}

/// Pictures of examples, by the order of the examples they follow.
fn pictures(page: &str) -> Vec<Option<&str>> {
    let after = page.split("\n```yaml\n").skip(1);
    let name = |part: &str| {
        let rest = part.split_once("\n```\n")?.1.trim_start();
        let path = rest.strip_prefix("![")?.split_once("](")?.1.split(')').next()?;
        page.find(path).map(|at| &page[at..at + path.len()])
    };
    after.map(name).collect()
}

#[test]
fn every_example_of_tables_builds_or_shows_its_message() {
    let page = text("docs/tables.md");
    let examples: Vec<&str> = blocks(&page)
        .into_iter()
        .filter(|(language, _)| *language == "yaml")
        .map(|(_, block)| block)
        .collect();
    let pictures = pictures(&page);
    assert_eq!(examples.len(), pictures.len(), "each example is one block");
    let temporary = tempfile::tempdir().expect("a temporary folder");
    // `make pictures` wants the documents; anyone else does not.
    let kept = std::env::var_os("VANTHU_EXAMPLES");
    let folder = kept.as_deref().map_or(temporary.path(), Path::new);
    write_files(&page, folder);
    for (index, (example, picture)) in examples.iter().zip(&pictures).enumerate() {
        let file = format!("{index:02}.yaml");
        fs::write(folder.join(&file), document(example)).expect("the example");
        let emit = if cfg!(feature = "embedded") { "pdf" } else { "typ" };
        let output = vanthu(folder, &["build", "-q", "--emit", emit, &file], "vi");
        let said = String::from_utf8_lossy(&output.stderr);
        // A message shown right below belongs to the example.
        let shown =
            page.split(example).nth(1).and_then(|rest| rest.strip_prefix("```\n\n```text\n"));
        match shown.and_then(|shown| shown.split("```").next()) {
            Some(shown) => {
                assert_eq!(output.status.code(), Some(1), "{example}\n{said}");
                let said = said.replace(&file, "vi-du.yaml");
                for part in shown.split("…\n") {
                    assert!(said.contains(part), "{example}\nprints\n{said}\nwithout\n{part}");
                }
            }
            None => assert_eq!(output.status.code(), Some(0), "{example}\n{said}"),
        }
        if let (Some(kept), Some(picture)) = (&kept, picture) {
            let name = Path::new(picture).file_stem().expect("a picture has a name");
            let from = folder.join(format!("out/{index:02}.pdf"));
            let to = Path::new(kept).join(name).with_extension("pdf");
            fs::rename(from, to).expect("the document of a picture");
        }
    }
}

#[test]
fn the_pictures_of_tables_are_small() {
    let page = text("docs/tables.md");
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs");
    let pictures: Vec<&str> = pictures(&page).into_iter().flatten().collect();
    assert!(pictures.len() >= 12, "{pictures:?}");
    for picture in pictures {
        let size = fs::metadata(root.join(picture)).map_or(0, |facts| facts.len());
        assert!((1..40_000).contains(&size), "{picture}: {size} bytes; run `make pictures`");
    }
}
