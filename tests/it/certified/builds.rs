//! Copies in builds: what is built anew, what is known of the source.

use std::fs;

use super::pdfs::{Sheet, pdf};
use super::{notice, of_directive, of_pdf};
use crate::project::Project;

const BUILD: [&str; 4] = ["build", "--emit", "typ", "--quiet"];

/// The documents that a build writes.
fn written(project: &Project) -> Vec<String> {
    let times = || {
        let time = |file: &String| fs::metadata(project.path(file)).unwrap().modified().unwrap();
        let files = project.listing("out").into_iter().filter(|file| !file.contains("/lib/"));
        files.map(|file| (time(&file), file)).collect::<Vec<_>>()
    };
    let before = times();
    project.run(BUILD).whatever().succeeds();
    times().into_iter().filter(|it| !before.contains(it)).map(|(_, file)| file).collect()
}

#[test]
fn another_source_builds_the_copy_anew() {
    let project = of_pdf();
    assert_eq!(written(&project), ["out/sao.typ"]);
    assert_eq!(written(&project), Vec::<String>::new());
    let other = pdf(&[Sheet::said("Lich tiem chung moi", 700)]);
    let project = project.bytes("data/nguon.pdf", &other);
    assert_eq!(written(&project), ["out/sao.typ"]);
    project.run(["verify", "--emit", "typ", "--quiet"]).succeeds();

    let project = of_directive();
    assert_eq!(written(&project).len(), 2);
    project.write("data/thong-bao.yaml", &notice(" mới"));
    assert_eq!(written(&project), ["out/sao.typ", "out/thong-bao.typ"]);
    // A comment changes nothing on paper.
    project.write("data/thong-bao.yaml", &format!("# ghi chú\n{}", notice(" mới")));
    assert_eq!(written(&project), Vec::<String>::new());
}

#[test]
fn a_source_that_goes_is_found_and_one_that_comes_back_is_used() {
    let project = of_pdf();
    project.run(BUILD).succeeds();
    let bytes = fs::read(project.path("data/nguon.pdf")).unwrap();
    fs::remove_file(project.path("data/nguon.pdf")).unwrap();
    let words = ["N031", "data/sao.yaml:10"];
    project
        .run(["build", "--emit", "typ", "--format", "short"])
        .whatever()
        .stderr_has(&words)
        .fails(1);
    project.bytes("data/nguon.pdf", &bytes).run(BUILD).succeeds();
}

#[test]
fn other_build_systems_know_the_source() {
    let project = of_pdf();
    project.run(["build", "--emit", "typ", "--quiet", "--deps", "deps.d"]).succeeds();
    let deps = project.output_file("deps.d");
    assert!(deps.contains("data/nguon.pdf"), "{deps}");
    let project = of_directive();
    project.run(["build", "--emit", "typ", "--quiet", "--deps", "deps.d"]).succeeds();
    let deps = project.output_file("deps.d");
    let rule = deps.lines().find(|line| line.contains("sao.typ")).unwrap_or_default();
    assert!(rule.contains("data/thong-bao.yaml") || deps.contains("data/thong-bao.yaml"), "{deps}");
}

#[test]
fn a_copy_whose_directive_is_gone_is_pruned() {
    let project = of_pdf();
    project.run(BUILD).succeeds();
    fs::remove_file(project.path("data/sao.yaml")).unwrap();
    project.write("data/thong-bao.yaml", &notice(""));
    project.run(["build", "--emit", "typ", "--quiet", "--prune"]).whatever().succeeds();
    assert!(!project.path("out/sao.typ").exists() && project.path("out/thong-bao.typ").exists());
    assert!(project.path("data/nguon.pdf").exists());
}

#[cfg(feature = "embedded")]
#[test]
fn all_formats_are_the_same_bytes_on_every_run() {
    let files = |workers: &str| {
        let project = of_directive()
            .file("data/lan-hai.yaml", &super::copy("sao-y", 6, super::OF_PDF))
            .bytes("data/nguon.pdf", &pdf(&[Sheet::said("Lich", 80), Sheet::said("Lich", 60)]))
            .file("data/trich.yaml", &super::copy("trich-sao", 7, super::OF_DIRECTIVE));
        project.run(["build", "--quiet", "--emit", "pdf,typ,docx,xlsx", "-j", workers]).succeeds();
        project.run(["verify", "--quiet", "--emit", "pdf,typ,docx,xlsx"]).succeeds();
        let read = |file: String| (fs::read(project.path(&file)).unwrap(), file);
        let files = project.listing("out").into_iter().filter(|file| !file.contains("/lib/"));
        files.map(read).collect::<Vec<_>>()
    };
    let one = files("1");
    assert_eq!(one.len(), 16);
    assert!(one == files("3"), "other bytes");
}

#[test]
fn a_changed_source_is_told_by_diff() {
    let before = of_pdf();
    let other = pdf(&[Sheet::said("Lich tiem chung moi", 700)]);
    let after = of_pdf().bytes("data/nguon.pdf", &other);
    let [old, new] = [&before, &after].map(|project| project.path("."));
    let arguments =
        ["diff".into(), "--lang".into(), "en".into(), old.into_os_string(), new.into_os_string()];
    let (said, stderr) = before.run::<std::ffi::OsString>(arguments).said();
    assert!(said.contains("Document that is copied"), "{said}{stderr}");
}
