//! What an error makes of the document of before, and what becomes of documents whose source is
//! gone.

use std::fs;

use super::{BUILD, DRY, built, write};
use crate::MINIMAL;
use crate::project::Project;

const WRONG: &str = "kind: cong-van\nsymbol: UBND-VX\nbody: Đề nghị rà soát./.\n";

const FOUND: &str = "data/a.yaml:3:1: error[Y004]: thiếu khóa `subject`\n";

#[test]
fn the_document_of_before_does_not_pass_for_that_of_a_source_with_an_error() {
    let project = built();
    let good = project.output_file("out/a.typ");
    write(&project, "data/a.yaml", WRONG);
    let moved = "vanthu: `out/a.typ` là của bản nguồn trước, được chuyển sang \
                 `out/.vanthu/aside/a.typ`\n";
    let run = project.run(BUILD).stdout("out/b/b.typ\nout/c.typ\n");
    run.stderr(&format!("{FOUND}{moved}")).fails(1);
    assert!(!project.path("out/a.typ").exists());
    assert_eq!(project.output_file("out/.vanthu/aside/a.typ"), good);

    // It is said once more that there is an error, but there is nothing left to move.
    project.run(DRY).stdout("data/a.yaml: lần trước chưa dựng được\n").succeeds();
    project.run(BUILD).stdout("out/b/b.typ\nout/c.typ\n").stderr(FOUND).fails(1);

    write(&project, "data/a.yaml", MINIMAL);
    project.run(BUILD).stdout("out/a.typ\nout/b/b.typ\nout/c.typ\n").succeeds();
    assert_eq!(project.output_file("out/a.typ"), good);
    assert!(!project.path("out/.vanthu/aside/a.typ").exists());
}

/// A warning is said as long as it is true, not only when the document is built.
#[test]
fn findings_of_documents_that_are_up_to_date_are_repeated_in_their_place() {
    let gap = MINIMAL
        .replace("Đề nghị các xã rà soát hộ nghèo./.", "|\n  1. Rà soát.\n\n  3. Báo cáo./.\n");
    let project = Project::new()
        .file("data/a.yaml", WRONG)
        .file("data/b.yaml", &gap)
        .file("data/c.yaml", WRONG);
    let first = project.run(BUILD).said();
    let second = project.run(BUILD).said();
    assert_eq!(first, second);
    let codes: Vec<&str> =
        first.1.lines().filter_map(|line| line.split(['[', ']']).nth(1)).collect();
    assert_eq!(codes, ["Y004", "D047", "Y004"]);
    let denied = project.run(BUILD.into_iter().chain(["--deny-warnings", "data/b.yaml"]));
    denied.stdout("out/b.typ\n").stderr_has(&["D047"]).fails(1);
    // In another form or language they are at hand, and nothing is built for it.
    let json = project.run(["build", "--emit", "typ", "--format", "json", "data/b.yaml"]);
    json.stdout_has(&["\"code\":\"D047\"", "số thứ tự"]).succeeds();
    let document = project.path("out/b.typ");
    let written = std::fs::metadata(&document).unwrap().modified().unwrap();
    let dry = ["--lang", "en", "data/b.yaml"];
    project.run(DRY.into_iter().chain(dry)).stdout("").succeeds();
    let timings = ["--lang", "en", "--timings", "timings.json", "data/b.yaml"];
    let run = project.run(BUILD.into_iter().chain(timings));
    run.stdout("out/b.typ\n").stderr_has(&["warning[D047]: found number `3.`"]).succeeds();
    assert_eq!(std::fs::metadata(&document).unwrap().modified().unwrap(), written);
    // Not even a worker was started.
    let timings = std::fs::read_to_string(project.path("timings.json")).unwrap();
    assert!(!timings.contains("data/b.yaml"), "{timings}");
}

#[test]
fn a_document_whose_source_is_gone_is_named_and_removed_when_asked() {
    let project = built();
    fs::remove_dir_all(project.path("data/b")).unwrap();
    let left = "out/a.typ\nout/c.typ\n";
    let said = "vanthu: `out/b/b.typ` không còn nguồn; xóa bằng `vanthu build --prune`\n";
    project.run(BUILD).stdout(left).stderr(said).succeeds();
    let prune = || BUILD.into_iter().chain(["--prune"]);
    let said = "vanthu: đã xóa `out/b/b.typ`: không còn nguồn\n";
    project.run(prune()).stdout(left).stderr(said).succeeds();
    assert!(!project.path("out/b").exists());
    project.run(prune()).stdout(left).succeeds();
}

#[test]
fn only_what_this_program_made_is_removed() {
    let project = built().file("out/b/ghi-chu.txt", "của văn thư");
    fs::remove_dir_all(project.path("data/b")).unwrap();
    fs::remove_file(project.path("data/c.yaml")).unwrap();
    write(&project, "out/c.typ", "đã sửa tay");
    let said = "vanthu: đã xóa `out/b/b.typ`: không còn nguồn\n\
                vanthu: `out/c.typ` không còn nguồn nhưng đã bị ai đó sửa, nên được giữ lại\n";
    let run = project.run(BUILD.into_iter().chain(["--prune"]));
    run.stdout("out/a.typ\n").stderr(said).succeeds();
    assert_eq!(project.output_file("out/c.typ"), "đã sửa tay");
    assert_eq!(project.output_file("out/b/ghi-chu.txt"), "của văn thư");
}

/// A part of the project says nothing about the rest of it.
#[test]
fn documents_of_other_folders_are_not_orphans() {
    let project = built();
    let run = project.run(BUILD.into_iter().chain(["--prune", "data/b"]));
    run.stdout("out/b/b.typ\n").succeeds();
    assert!(project.path("out/a.typ").exists());
}
