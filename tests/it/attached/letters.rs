//! What is inside the PDFs of letters.

use std::fs;
use std::io::{Cursor, Read as _};

use crate::copies::{COPIES, commune, directive, figures};
use crate::pdf::{Attached, Pdf};
use crate::project::Project;

const COUNT: usize = 12;

/// All that the files inside say, those of archives unpacked.
fn said(pdf: &Pdf) -> String {
    let mut said = String::new();
    for (name, Attached { bytes, .. }) in &pdf.attached {
        said.push_str(name);
        if !bytes.starts_with(b"PK") {
            said.push_str(&String::from_utf8_lossy(bytes));
            continue;
        }
        let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("an archive");
        for index in 0..archive.len() {
            let mut part = archive.by_index(index).expect("a part");
            part.read_to_string(&mut said).expect("its text");
        }
    }
    said
}

fn settings(attach: &str) -> String {
    format!("pdf: {{attach: {attach}}}\nsource_fingerprint: true\n")
}

#[test]
fn a_letter_holds_its_own_figures_and_no_other_recipients() {
    let project = Project::new()
        .file("vanthu.yaml", &settings("[source, xlsx, docx]"))
        .file("data/giao.yaml", &directive(COUNT, COPIES));
    project.run(["build", "--quiet"]).whatever().succeeds();
    let mut listing = project.listing("out/giao.copies");
    listing.retain(|file| !file.contains("/_"));
    assert_eq!(listing.len(), COUNT);
    let general = Pdf::read(&fs::read(project.path("out/giao.pdf")).unwrap());
    assert!(general.attached.contains_key("data/giao.yaml"), "the general document has them all");
    for (at, file) in (1..).zip(&listing) {
        let pdf = Pdf::read(&fs::read(project.path(file)).unwrap());
        let names: Vec<&str> = pdf.attached.keys().map(String::as_str).collect();
        assert_eq!(names.len(), 2, "{file}: {names:?}");
        assert!(names.iter().all(|name| !name.contains(".yaml") && *name != "vanthu.json"));
        assert_eq!(pdf.conformance.as_deref(), Some("3B"));
        let said = said(&pdf);
        let own = commune(at);
        assert!(said.contains(&own), "{file} says nothing of {own}");
        for other in (1..=COUNT).filter(|other| *other != at) {
            let [before, now] = figures(other);
            for foreign in [commune(other), before.to_string(), now.to_string()] {
                assert!(!said.contains(&foreign), "{file} holds `{foreign}` of another one");
            }
        }
    }
}

/// The sources of all copies are the same, and so is what tells them from others.
#[test]
fn letters_bear_the_fingerprint_of_the_general_document() {
    let project = Project::new()
        .file("vanthu.yaml", &settings("[]"))
        .file("data/giao.yaml", &directive(3, COPIES));
    project.run(["build", "--quiet"]).whatever().succeeds();
    let mut listing = project.listing("out/giao.copies");
    listing.retain(|file| !file.contains("/_"));
    listing.push("out/giao.pdf".to_owned());
    let prints: Vec<String> = listing
        .iter()
        .map(|file| {
            let pdf = Pdf::read(&fs::read(project.path(file)).unwrap());
            assert!(pdf.attached.is_empty());
            super::fingerprint::printed(&pdf)
        })
        .collect();
    assert_eq!(prints.len(), 4);
    assert!(prints.iter().all(|print| *print == prints[0]), "{prints:?}");
}

#[test]
fn a_letter_is_set_anew_only_when_it_or_what_is_inside_it_is_another_one() {
    let project = Project::new()
        .file("vanthu.yaml", &settings("[xlsx]").replace("true", "false"))
        .file("data/giao.yaml", &directive(3, COPIES));
    project.run(["build", "--quiet"]).whatever().succeeds();
    let read = |name: &str| fs::read(project.path(&format!("out/giao.copies/{name}"))).unwrap();
    let mut listing = project.listing("out/giao.copies");
    listing.retain(|file| !file.contains("/_"));
    let names: Vec<&str> = listing.iter().filter_map(|file| file.rsplit('/').next()).collect();
    let before: Vec<Vec<u8>> = names.iter().map(|name| read(name)).collect();
    let [old, _] = figures(2);
    let changed = directive(3, COPIES).replace(&format!("[{old},"), &format!("[{},", old + 1));
    project.write("data/giao.yaml", &changed);
    project.run(["build", "--quiet"]).whatever().succeeds();
    let after: Vec<Vec<u8>> = names.iter().map(|name| read(name)).collect();
    let same: Vec<bool> = before.iter().zip(&after).map(|(one, other)| one == other).collect();
    assert_eq!(same, [true, false, true]);
    project.run(["verify", "--quiet"]).whatever().succeeds();
}

#[test]
fn sources_of_copies_alone_are_refused() {
    let copies = format!("{COPIES}  general: false\n");
    let text = directive(3, &copies);
    let own = format!("{text}pdf: {{attach: [source, xlsx]}}\n");
    let project = Project::new().file("data/giao.yaml", &own);
    let (said, _) = project.run(["check", "--lang", "en", "--format", "json"]).said();
    assert!(said.contains("\"N050\"") && said.contains("general: true"), "{said}");
    // Where the office wants them everywhere, these documents have none.
    let project =
        Project::new().file("vanthu.yaml", &settings("[source]")).file("data/giao.yaml", &text);
    project.run(["build", "--quiet"]).whatever().succeeds();
}
