//! The fingerprint of the sources at the foot of the pages.
#![expect(clippy::float_arithmetic, reason = "positions are measures, not amounts")]

use std::fs;
use std::io::{Cursor, Read as _};

use super::{CATALOG, DIRECTIVE, ROWS, built, project};
use crate::pdf::Pdf;
use crate::project::Project;

const LABEL: &str = "Mã đối chiếu nguồn: ";
const ON: &str = "source_fingerprint: true\n";

/// The fingerprint on all pages of a document.
pub(super) fn printed(pdf: &Pdf) -> String {
    let on_page = |page: &crate::pdf::Page| {
        let line = page.line(LABEL);
        let glyphs = line.words.iter().flat_map(|word| &word.glyphs);
        for glyph in glyphs {
            assert!((glyph.size - 7.0).abs() < 0.01, "its type is small");
            assert!(glyph.y > page.height - 20.0, "it stands in the lower margin");
        }
        line.text().trim_start_matches(LABEL).to_owned()
    };
    let all: Vec<String> = pdf.pages.iter().map(on_page).collect();
    assert!(all.iter().all(|print| *print == all[0]), "{all:?}");
    assert!(all[0].len() == 32 && all[0].bytes().all(|sign| sign.is_ascii_hexdigit()), "{all:?}");
    all[0].clone()
}

#[test]
fn there_is_none_unless_it_is_asked_for() {
    assert!(!built(&project("")).text().contains("đối chiếu"));
    let own = format!("{DIRECTIVE}source_fingerprint: false\n");
    let project = project(ON).file("data/xa/giao.yaml", &own);
    assert!(!built(&project).text().contains("đối chiếu"), "the document says otherwise");
}

#[test]
fn it_stands_on_every_page_and_changes_nothing_else() {
    let (without, with) = (built(&project("")), built(&project(ON)));
    printed(&with);
    let lines = |pdf: &Pdf| -> Vec<String> {
        let lines = pdf.pages.iter().flat_map(crate::pdf::Page::lines);
        lines.map(|line| line.text()).filter(|line| !line.starts_with(LABEL)).collect()
    };
    assert_eq!(lines(&with), lines(&without));
    assert_eq!(with.pages.len(), without.pages.len());
}

#[test]
fn it_tells_sources_from_others_and_knows_neither_place_nor_clock() {
    let print = |project: &Project| printed(&built(project));
    let usual = print(&project(ON));
    assert_eq!(print(&project(ON)), usual, "another folder");
    assert_eq!(print(&project(ON).env("SOURCE_DATE_EPOCH", "86400")), usual, "another day");
    let settings = |more: &str| format!("{ON}{more}");
    let with = |path: &str, text: &str| project(ON).file(path, text);
    for (what, same) in [
        ("language and levels", project(&settings("language: en\nrules: {near-figure: deny}\n"))),
        (
            "an entry that is not used",
            with("data/catalog/co-quan.yaml", &CATALOG.replace("Khác", "Nào")),
        ),
        ("a note in the catalog", with("data/catalog/co-quan.yaml", &format!("# more\n{CATALOG}"))),
        ("another document", with("data/xa/khac.yaml", crate::MINIMAL)),
    ] {
        assert_eq!(print(&same), usual, "{what}");
    }
    for (what, other) in [
        ("a figure", with("data/xa/so-lieu/ho.csv", &ROWS.replace("95", "96"))),
        ("a note of the author", with("data/xa/giao.yaml", &format!("# more\n{DIRECTIVE}"))),
        (
            "an entry that is used",
            with("data/catalog/co-quan.yaml", &CATALOG.replace("Văn A", "Văn B")),
        ),
        ("the measures", project(&settings("profile: narrow\n"))),
    ] {
        assert_ne!(print(&other), usual, "{what}");
    }
}

#[test]
fn the_word_file_says_it_on_every_page_too_and_the_excel_file_does_not() {
    let project = project(ON);
    project.run(["build", "--quiet", "--emit", "pdf,docx,xlsx"]).whatever().succeeds();
    let print = printed(&Pdf::read(&fs::read(project.path("out/xa/giao.pdf")).unwrap()));
    let parts = |name: &str| -> Vec<(String, String)> {
        let bytes = fs::read(project.path(name)).unwrap();
        let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        let count = archive.len();
        let part = |index| {
            let mut part = archive.by_index(index).unwrap();
            let (name, mut text) = (part.name().unwrap().into_owned(), String::new());
            part.read_to_string(&mut text).unwrap();
            (name, text)
        };
        (0..count).map(part).collect()
    };
    let word = parts("out/xa/giao.docx");
    let has = |(_, text): &&(String, String)| text.contains(&print);
    let feet: Vec<&String> = word.iter().filter(has).map(|(name, _)| name).collect();
    assert!(feet.iter().all(|name| name.starts_with("word/footer")), "{feet:?}");
    // The first page and the others of the document; the first pages of what stands behind it.
    assert_eq!(feet.len(), 3, "{feet:?}");
    assert!(!parts("out/xa/giao.xlsx").iter().any(|part| has(&part)));
}
