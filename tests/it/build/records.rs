//! What is noted in `out/.vanthu/` may be lost, damaged, or come from elsewhere.

use std::fs;

use super::{BUILD, DRY, built, three};

const STATE: &str = "out/.vanthu/state.json";

const ALL: &str = "out/a.typ\nout/b/b.typ\nout/c.typ\n";

#[test]
fn without_its_notes_everything_is_built_anew_and_nothing_is_touched() {
    let project = built();
    let time = || fs::metadata(project.path("out/a.typ")).unwrap().modified().unwrap();
    let before = time();
    fs::remove_dir_all(project.path("out/.vanthu")).unwrap();
    project.run(BUILD).stdout(ALL).succeeds();
    assert_eq!(time(), before);
    project.run(DRY).succeeds();
}

#[test]
fn damaged_notes_are_not_believed() {
    let good = fs::read(built().path(STATE)).unwrap();
    let half = good[..good.len() / 2].to_vec();
    let mut turned = good.clone();
    let last = turned.len() - 20;
    turned[last] ^= 1;
    let next = String::from_utf8(good).unwrap().replace("vanthu-state-3", "vanthu-state-9");
    for bad in [half, turned, next.into_bytes(), b"\0\xff{}\n[]".to_vec(), Vec::new()] {
        let project = built();
        fs::write(project.path(STATE), bad).unwrap();
        let said = "vanthu: bỏ qua ghi chép trong `out/.vanthu`: hỏng, hoặc của phiên bản khác; \
                    các văn bản được dựng lại\n";
        project.run(BUILD).stdout(ALL).stderr(said).succeeds();
        project.run(DRY).succeeds();
    }
}

#[test]
fn the_notes_of_another_project_are_not_believed() {
    let first = three();
    let second = three();
    let out = second.path("out");
    let out = out.to_str().unwrap();
    first.run(BUILD.into_iter().chain(["--out", out])).whatever().succeeds();
    let said =
        "vanthu: bỏ qua ghi chép trong `out/.vanthu`: của dự án khác; các văn bản được dựng lại\n";
    second.run(BUILD).stdout(ALL).stderr(said).succeeds();
}

#[test]
fn a_project_that_was_moved_keeps_its_notes() {
    let project = built();
    let elsewhere = crate::project::Project::new();
    let to = elsewhere.path("b");
    fs::rename(project.path("data"), {
        fs::create_dir(&to).unwrap();
        to.join("data")
    })
    .unwrap();
    fs::rename(project.path("out"), to.join("out")).unwrap();
    fs::rename(project.path("vanthu.yaml"), to.join("vanthu.yaml")).unwrap();
    elsewhere.run(DRY.into_iter().chain(["-C", "b"])).succeeds();
}

/// A run that was ended has noted what it had done, up to the line it was writing.
#[test]
fn the_journal_of_a_run_that_was_ended_is_read() {
    let project = built();
    let state = fs::read_to_string(project.path(STATE)).unwrap();
    let (head, body) = state.split_once('\n').unwrap();
    let head: serde_json::Value = serde_json::from_str(head).unwrap();
    let body: serde_json::Value = serde_json::from_str(body).unwrap();
    let fingerprint = body["fingerprints"].as_object().unwrap().values().next().unwrap();
    let begin = serde_json::json!({"form": head["form"], "project": head["project"], "fingerprint": fingerprint});
    let entry = |name: &str| serde_json::json!({"name": name, "record": body["records"][name]});
    let journal = format!(
        "{begin}\n{}\n{}\n{{\"name\":\"data/c.ya",
        entry("data/a.yaml"),
        entry("data/b/b.yaml")
    );
    fs::remove_file(project.path(STATE)).unwrap();
    fs::write(project.path("out/.vanthu/journal.jsonl"), journal).unwrap();
    project.run(DRY).stdout("data/c.yaml: chưa có ghi chép\n").succeeds();
    project.run(BUILD).stdout(ALL).succeeds();
    project.run(DRY).succeeds();
    assert!(!project.path("out/.vanthu/journal.jsonl").exists());
}

/// Many documents, one of which is changed: their notes are not written anew for it.
#[test]
fn of_few_changes_the_journal_alone_tells() {
    let name = |number: usize| format!("data/xa-{number:02}.yaml");
    let project = (0..32)
        .fold(crate::project::Project::new(), |it, number| it.file(&name(number), crate::MINIMAL));
    let journal = || fs::read_to_string(project.path("out/.vanthu/journal.jsonl")).ok();
    let change = |number: usize, words: &str| {
        super::write(&project, &name(number), &crate::MINIMAL.replace("rà soát", words));
        project.run(BUILD).whatever().succeeds();
        project.run(DRY).succeeds();
    };
    project.run(BUILD).whatever().succeeds();
    assert_eq!(journal(), None);
    let state = fs::read(project.path(STATE)).unwrap();
    change(5, "xem xét");
    change(6, "xem xét");
    // By the recipe of both, two documents.
    assert_eq!(journal().map(|lines| lines.lines().count()), Some(3));
    assert_eq!(fs::read(project.path(STATE)).unwrap(), state);

    // One that breaks off is not gone on with.
    let broken = journal().unwrap() + "{\"name\":\"data/xa-0";
    fs::write(project.path("out/.vanthu/journal.jsonl"), broken).unwrap();
    project.run(DRY).succeeds();
    change(7, "kiểm tra");
    assert_eq!(journal().map(|lines| lines.lines().count()), Some(2));
    change(8, "kiểm tra");
    // Nor is one that has grown long.
    change(9, "kiểm tra");
    assert_eq!(journal(), None);
    assert_ne!(fs::read(project.path(STATE)).unwrap(), state);
    let texts = |number: usize| fs::read(project.path(&format!("out/xa-{number:02}.typ"))).unwrap();
    assert_eq!((texts(5) == texts(6), texts(7) == texts(9)), (true, true));
    assert_eq!((texts(5) == texts(4), texts(5) == texts(7)), (false, false));
}
