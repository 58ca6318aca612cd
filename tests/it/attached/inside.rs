//! Which files are inside a PDF.

use std::collections::BTreeMap;
use std::fs;

use rust_xlsxwriter::Workbook;

use super::{CATALOG, DIRECTIVE, ROWS, SETTINGS, built, bytes, project};
use crate::pdf::{Attached, Pdf};
use crate::project::Project;

fn names(pdf: &Pdf) -> Vec<&str> {
    pdf.attached.keys().map(String::as_str).collect()
}

fn text<'a>(attached: &'a BTreeMap<String, Attached>, name: &str) -> &'a str {
    str::from_utf8(&attached[name].bytes).expect("a text")
}

#[test]
fn inside_are_what_a_rebuild_takes_and_the_office_files() {
    let project = project(SETTINGS);
    let pdf = built(&project);
    assert_eq!(pdf.conformance.as_deref(), Some("3B"));
    let all = &pdf.attached;
    assert_eq!(
        names(&pdf),
        [
            "data/catalog/co-quan.yaml",
            "data/xa/giao.yaml",
            "data/xa/so-lieu/ho.csv",
            "giao.docx",
            "giao.xlsx",
            "vanthu.json",
            "vanthu.yaml",
        ]
    );
    assert_eq!(text(all, "data/xa/giao.yaml"), DIRECTIVE);
    assert_eq!(text(all, "data/xa/so-lieu/ho.csv"), ROWS);
    let catalog = text(all, "data/catalog/co-quan.yaml");
    assert!(catalog.contains("luat-1") && catalog.contains("Nguyễn Văn A"), "{catalog}");
    assert!(!catalog.contains("luat-2") && !catalog.contains("xa-khac"), "{catalog}");
    let settings = text(all, "vanthu.yaml");
    assert!(settings.contains("narrow") && settings.contains("attach"), "{settings}");
    assert!(!settings.contains("near-figure") && !settings.contains("language"), "{settings}");
    for (name, relationship, mime) in [
        ("data/xa/giao.yaml", "Source", "application/yaml"),
        ("data/xa/so-lieu/ho.csv", "Source", "text/csv"),
        ("vanthu.json", "Supplement", "application/json"),
        ("giao.xlsx", "Data", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        (
            "giao.docx",
            "Alternative",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ),
    ] {
        let Attached { relationship: is, mime: of, description, .. } = &all[name];
        assert_eq!((is.as_str(), of.as_str()), (relationship, mime), "{name}");
        assert!(!description.is_empty(), "{name}");
    }
}

#[test]
fn the_office_files_inside_are_those_beside() {
    let project = project(SETTINGS);
    project.run(["build", "--quiet", "--emit", "pdf,docx,xlsx"]).whatever().succeeds();
    let pdf = Pdf::read(&fs::read(project.path("out/xa/giao.pdf")).unwrap());
    for extension in ["docx", "xlsx"] {
        let beside = fs::read(project.path(&format!("out/xa/giao.{extension}"))).unwrap();
        assert!(pdf.attached[&format!("giao.{extension}")].bytes == beside, "{extension}");
    }
    assert!(!project.listing("out").iter().any(|file| file.contains(".json")));
}

#[test]
fn the_list_names_every_source_with_its_digest() {
    let pdf = built(&project(SETTINGS));
    let list: serde_json::Value = serde_json::from_str(text(&pdf.attached, "vanthu.json")).unwrap();
    assert_eq!(list["document"], "data/xa/giao.yaml");
    let files = list["files"].as_object().unwrap();
    let sources = pdf.attached.iter().filter(|(_, file)| file.relationship == "Source");
    let sources: BTreeMap<&String, &Attached> = sources.collect();
    assert_eq!(files.keys().collect::<Vec<_>>(), sources.keys().copied().collect::<Vec<_>>());
    for (name, file) in sources {
        let digest = blake3::hash(&file.bytes).to_hex()[..32].to_owned();
        assert_eq!(files[name], digest, "{name}");
    }
}

#[test]
fn the_bytes_depend_on_the_sources_alone() {
    let first = bytes(&project(SETTINGS));
    assert!(bytes(&project(SETTINGS)) == first, "in another folder");
    let other = project(SETTINGS).file("data/khac.yaml", crate::MINIMAL);
    let other = other.file("data/catalog/co-quan.yaml", &CATALOG.replace("xa-khac", "xa-nao"));
    assert!(bytes(&other) == first, "beside other documents and entries");
    let other = project(&SETTINGS.replace("language: en", "engine: embedded"));
    assert!(bytes(&other) == first, "with settings that do not reach the paper");
}

#[test]
fn a_document_is_set_anew_when_what_is_inside_it_is_another_one() {
    let project = project(SETTINGS);
    let first = bytes(&project);
    project.write("data/xa/giao.yaml", &format!("# one more note\n{DIRECTIVE}"));
    let second = bytes(&project);
    assert!(second != first, "the directive inside is another one");
    project.run(["verify"]).whatever().whatever().succeeds();
    project.write("data/xa/so-lieu/ho.csv", &ROWS.replace("Hai", "Ba"));
    assert!(bytes(&project) != second);
    project.write("data/xa/so-lieu/ho.csv", ROWS);
    project.write("data/xa/giao.yaml", DIRECTIVE);
    assert!(bytes(&project) == first, "and back");
    let unused = CATALOG.replace("Ngân sách nhà nước", "Ngân sách");
    project.write("data/catalog/co-quan.yaml", &unused);
    assert!(bytes(&project) == first);
    project.write("vanthu.yaml", "language: en\n");
    assert_eq!(names(&built(&project)), Vec::<&str>::new());
    project.write("vanthu.yaml", SETTINGS);
    assert!(bytes(&project) == first);
}

#[test]
fn a_document_may_have_something_else_inside_than_the_office_wants() {
    let with = |more: &str| {
        let own = format!("{DIRECTIVE}{more}");
        built(&project(SETTINGS).file("data/xa/giao.yaml", &own))
    };
    let nothing = with("pdf: {attach: []}\n");
    assert_eq!((names(&nothing), nothing.conformance.as_deref()), (vec![], Some("2B")));
    assert_eq!(names(&with("pdf: {attach: [xlsx]}\n")), ["giao.xlsx"]);
    let accessible = with("pdf: {standard: a-3a+ua-1}\n");
    assert_eq!(accessible.conformance.as_deref(), Some("3A"));
    assert_eq!(accessible.accessibility.as_deref(), Some("1"));
    assert_eq!(accessible.attached.len(), 7);
}

#[test]
fn a_document_without_a_table_has_no_tables_inside() {
    let project = Project::new()
        .file("vanthu.yaml", "pdf: {attach: [xlsx, docx]}\n")
        .file("data/xa/giao.yaml", crate::MINIMAL);
    assert_eq!(names(&built(&project)), ["giao.docx"]);
}

#[test]
fn a_source_keeps_its_name_beside_an_office_file() {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.write(0, 0, "Thôn").unwrap().write(0, 1, "Số hộ").unwrap();
    sheet.write(1, 0, "Thôn Một").unwrap().write(1, 1, 120).unwrap();
    let book = workbook.save_to_buffer().unwrap();
    let project = project("pdf: {attach: [source, xlsx]}\n")
        .file("giao.yaml", &DIRECTIVE.replace("so-lieu/ho.csv", "giao.xlsx").replace("12", "13"))
        .bytes("giao.xlsx", &book);
    project.run(["build", "--quiet", "giao.yaml"]).whatever().succeeds();
    let pdf = Pdf::read(&fs::read(project.path("out/giao.pdf")).unwrap());
    assert!(pdf.attached["giao.xlsx"].bytes == book);
    assert_eq!(pdf.attached["giao-2.xlsx"].relationship, "Data");
}

fn findings(project: &Project, command: &str) -> String {
    let (stdout, stderr) = project.run([command, "--lang", "en"]).said();
    stdout + &stderr
}

#[test]
fn standards_that_take_no_files_are_refused() {
    for standard in ["a-2b", "a-2a", "ua-1", "a-2b+ua-1", "a-2a+ua-1"] {
        let own = format!("{DIRECTIVE}pdf: {{standard: {standard}, attach: [docx]}}\n");
        let in_document = project("").file("data/xa/giao.yaml", &own);
        let in_both = project(&format!("pdf: {standard}\n"))
            .file("data/xa/giao.yaml", &format!("{DIRECTIVE}pdf: {{attach: [docx]}}\n"));
        let of_office = project(&format!("pdf: {{standard: {standard}, attach: [docx]}}\n"));
        for project in [in_document, in_both, of_office] {
            let said = findings(&project, "check");
            assert!(said.contains("[N050]") && said.contains("write `standard: a-3"), "{said}");
            let said = findings(&project, "build");
            assert!(said.contains("[N050]"), "{said}");
            assert!(!project.path("out/xa/giao.pdf").exists());
        }
        // Nothing is to be inside: nothing is wrong.
        let none = format!("pdf: {{standard: {standard}, attach: []}}\n");
        project(&none).run(["build", "--quiet"]).whatever().succeeds();
    }
}

/// What is recorded of an issued document is what `build` makes of it.
#[cfg(unix)]
#[test]
fn an_issued_document_is_recorded_with_what_is_inside_it() {
    let draft = DIRECTIVE
        .replace("status: issued\n", "")
        .replace("number: 12\n", "")
        .replace("date: 2026-03-05\n", "");
    let project =
        project(&format!("{SETTINGS}source_fingerprint: true\n")).file("data/xa/giao.yaml", &draft);
    let words =
        ["issue", "--allow-dirty", "data/xa/giao.yaml", "--number", "12", "--date", "2026-03-05"];
    project.run(words).whatever().succeeds();
    let record = project.output_file("issued/2026.jsonl");
    let line: serde_json::Value = serde_json::from_str(record.lines().last().unwrap()).unwrap();
    let digest = blake3::hash(&bytes(&project)).to_hex()[..32].to_owned();
    assert_eq!(line["pdf"], digest, "{record}");
}

#[test]
fn both_engines_put_the_same_files_inside() {
    let typst = crate::engines::typst();
    let first = bytes(&project(SETTINGS));
    let project = project(SETTINGS);
    let words = ["build", "--engine", "typst-cli", "--typst"].map(std::ffi::OsStr::new);
    project.run(words.into_iter().chain([typst.as_os_str()])).whatever().succeeds();
    assert!(fs::read(project.path("out/xa/giao.pdf")).unwrap() == first);
}
