//! Whether what lies in the output folder is what the sources give.

use std::fs;

use super::{ROWS, built, write};

const VERIFY: [&str; 5] = ["verify", "--emit", "typ", "--format", "short"];

#[test]
fn what_was_just_built_is_what_its_sources_give() {
    built().run(VERIFY).succeeds();
}

#[test]
fn verify_writes_nothing() {
    let project = built();
    fs::remove_dir_all(project.path("out")).unwrap();
    let lines = ["out/a.typ", "out/b/b.typ", "out/c.typ"]
        .map(|file| format!("`{file}` chưa có (không rõ dựng từ gì)\n"));
    project.run(VERIFY).stdout(&lines.concat()).fails(1);
    assert!(!project.path("out").exists());
}

#[test]
fn each_difference_is_named_with_its_cause() {
    let project = built();
    fs::write(project.path("out/a.typ"), "sửa tay").unwrap();
    write(&project, "data/b/rows.csv", &ROWS.replace("10", "11"));
    fs::remove_file(project.path("out/c.typ")).unwrap();
    project
        .run(VERIFY)
        .stdout(
            "`out/a.typ` khác với bản dựng từ nguồn (nguồn và chương trình vẫn thế: ai đó đã sửa tệp ra)\n\
             `out/b/b.typ` khác với bản dựng từ nguồn (nguồn `data/b/rows.csv` đã đổi)\n\
             `out/c.typ` chưa có (nguồn và chương trình vẫn thế: ai đó đã sửa tệp ra)\n",
        )
        .fails(1);
}

#[test]
fn another_profile_is_named_as_a_cause() {
    let project = built();
    write(&project, "vanthu.yaml", "profile: narrow\n");
    let run = project.run(VERIFY.into_iter().chain(["data/a.yaml"]));
    run.stdout(
        "`out/a.typ` khác với bản dựng từ nguồn \
         (đã đổi: vanthu.yaml, tham số hoặc biến môi trường)\n",
    )
    .fails(1);
}

/// A document of years ago tells which program made it.
#[test]
fn another_program_is_named_with_its_version() {
    let project = built();
    // As if an earlier program had made the notes and the document.
    let path = project.path("out/.vanthu/state.json");
    let state = fs::read_to_string(&path).unwrap();
    let (head, body) = state.split_once('\n').unwrap();
    let mut head: serde_json::Value = serde_json::from_str(head).unwrap();
    let mut notes: serde_json::Value = serde_json::from_str(body).unwrap();
    for fingerprint in notes["fingerprints"].as_object_mut().unwrap().values_mut() {
        fingerprint["program"] = "0.0.9+0123456789abcdef".into();
    }
    let body = notes.to_string();
    head["body"] = vanthu::digest::Digest::of(body.as_bytes()).to_string().into();
    fs::write(&path, format!("{head}\n{body}")).unwrap();
    project.run(VERIFY).succeeds();
    fs::write(project.path("out/a.typ"), "bản của chương trình cũ").unwrap();
    let run = project.run(VERIFY.into_iter().chain(["data/a.yaml", "--lang", "en"]));
    run.stdout_has(&["built by vanthu 0.0.9+0123456789abcdef, this is "]).fails(1);
}

#[test]
fn a_source_with_an_error_is_not_verified() {
    let project = built();
    write(&project, "data/a.yaml", "kind: cong-van\nsymbol: UBND-VX\nbody: Đề nghị rà soát./.\n");
    let said = "data/a.yaml:3:1: error[Y004]: thiếu khóa `subject`\n";
    project.run(VERIFY).stderr(said).fails(1);
}
