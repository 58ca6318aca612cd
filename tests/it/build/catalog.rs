//! What the catalog came to is kept in the output folder: it is used, and never believed more than
//! the texts.

use std::fs;

use vanthu::digest::Digest;

use super::{AN_LAC, BUILD, DRY, write};
use crate::MINIMAL;
use crate::project::Project;

const KEPT: &str = "out/.vanthu/catalog.bin";

const TEXTS: &str = "data/catalog/a.yaml";

const CATALOG: &str = "\
issuers:
  ubnd-an-lac: {name: Ủy ban nhân dân xã An Lạc, code: UBND, place: An Lạc}
units:
  xa: {name: xã An Lạc, from: hôm qua}
";

const BOTH: &str = "out/a.typ\nout/b.typ\n";

const FOUND: &str = "data/catalog/a.yaml:4:31: error[N002]: `hôm qua` không phải là một ngày theo \
                     dạng năm-tháng-ngày\n";

/// A value it tells of, and another one that only somebody who changed what is kept can have
/// written.
const TOLD: (&str, &str) = ("hôm qua", "hôm kia");

fn office(catalog: &str) -> Project {
    Project::new()
        .file("vanthu.yaml", "")
        .file(TEXTS, catalog)
        .file("data/a.yaml", AN_LAC)
        .file("data/b.yaml", MINIMAL)
}

/// An office whose catalog has a finding, built.
fn built() -> Project {
    let project = office(CATALOG);
    project.run(BUILD).stdout(BOTH).stderr(FOUND).fails(1);
    project
}

/// The place of an office as it is kept, behind its length, and another one that is as long.
const PLACES: (&str, &str) = ("\u{8}An Lạc", "\u{8}Hà Tân");

fn kept(project: &Project) -> Vec<u8> {
    fs::read(project.path(KEPT)).unwrap()
}

/// `bytes` with `to` wherever there is `from`.
fn replaced(bytes: &[u8], (from, to): (&str, &str)) -> Vec<u8> {
    let (mut rest, mut all) = (bytes, Vec::new());
    while let Some((first, behind)) = rest.split_first() {
        if let Some(behind) = rest.strip_prefix(from.as_bytes()) {
            all.extend(to.as_bytes());
            rest = behind;
        } else {
            all.push(*first);
            rest = behind;
        }
    }
    all
}

/// Puts other words into what is kept, as if they had been written there.
fn forge(project: &Project, words: (&str, &str)) {
    let kept = kept(project);
    let end = kept.iter().position(|byte| *byte == b'\n').unwrap() + 1;
    let (head, body) = kept.split_at(end);
    let forged = replaced(body, words);
    assert_ne!(forged, body);
    let digest = |body: &[u8]| Digest::of(body).to_string();
    let head = replaced(head, (&digest(body), &digest(&forged)));
    fs::write(project.path(KEPT), [head, forged].concat()).unwrap();
}

/// The document of An Lạc made anew.
fn an_lac_anew(project: &Project) -> String {
    fs::remove_file(project.path("out/a.typ")).unwrap();
    project.run(BUILD).whatever().fails(1);
    project.output_file("out/a.typ")
}

#[test]
fn findings_of_the_catalog_are_told_on_every_run_in_the_form_and_language_that_is_asked_for() {
    let (kept, lost) = (built(), built());
    let ways: [&[&str]; 6] = [
        &[],
        &["--lang", "en"],
        &["--lang", "en", "--format", "json"],
        &["--format", "sarif"],
        &["--format", "human"],
        &["--lang", "en", "--format", "github"],
    ];
    for way in ways {
        let words = || ["build", "--emit", "typ"].iter().chain(way);
        fs::remove_dir_all(lost.path("out/.vanthu")).unwrap();
        let anew = lost.run(words()).said();
        assert_eq!(kept.run(words()).said(), anew, "{way:?}");
        assert_eq!(kept.run(words()).said(), anew, "{way:?}");
        kept.run(words()).whatever().fails(1);
    }
}

#[test]
fn what_is_kept_is_used_by_the_program_and_by_its_workers() {
    let project = built();
    forge(&project, TOLD);
    forge(&project, PLACES);
    let said = FOUND.replace(TOLD.0, TOLD.1);
    project.run(BUILD).stdout(BOTH).stderr(&said).fails(1);
    assert!(an_lac_anew(&project).contains("Hà Tân"));
}

#[test]
fn what_is_damaged_or_of_other_texts_is_not_used_and_written_anew() {
    let project = built();
    let good = kept(&project);
    let other = office(&CATALOG.replace("place: An Lạc", "place: Xã An Lạc"));
    other.run(BUILD).whatever().fails(1);
    let bad = [
        good[..good.len() / 2].to_vec(),
        replaced(&good, ("vanthu-catalog-3", "vanthu-catalog-9")),
        replaced(&good, ("\"program\":\"", "\"program\":\"9")),
        replaced(&good, PLACES),
        kept(&other),
        b"{}\n[]\n{}".to_vec(),
        Vec::new(),
    ];
    for bad in bad {
        assert_ne!(bad, good);
        fs::write(project.path(KEPT), &bad).unwrap();
        assert!(an_lac_anew(&project).contains("An Lạc"));
        project.run(BUILD).stdout(BOTH).stderr(FOUND).fails(1);
        assert_eq!(kept(&project), good);
    }
    // Where it cannot be kept, it is read again.
    fs::remove_file(project.path(KEPT)).unwrap();
    fs::create_dir(project.path(KEPT)).unwrap();
    assert!(an_lac_anew(&project).contains("An Lạc"));
}

#[test]
fn a_changed_text_is_seen_by_the_program_and_by_its_workers() {
    let project = built();
    let good = CATALOG.replace("hôm qua", "2025-07-01");
    write(&project, TEXTS, &good.replace("place: An Lạc", "place: Xã An Lạc"));
    project.run(BUILD).stdout(BOTH).succeeds();
    assert!(project.output_file("out/a.typ").contains("Xã An Lạc"));
    // The same text under another name has its findings there.
    write(&project, TEXTS, CATALOG);
    project.run(BUILD).stdout(BOTH).stderr(FOUND).fails(1);
    fs::rename(project.path(TEXTS), project.path("data/catalog/b.yaml")).unwrap();
    let said = FOUND.replace("a.yaml", "b.yaml");
    project.run(BUILD).stdout(BOTH).stderr(&said).fails(1);
    fs::remove_dir_all(project.path("data/catalog")).unwrap();
    project.run(BUILD).stdout("out/b.typ\n").stderr_has(&["data/a.yaml:2:14: error[N0"]).fails(1);
}

#[test]
fn a_file_that_is_no_text_is_told_on_every_run_and_not_taken_for_one() {
    let text = "units: {}\n";
    let project = office(text).file("data/a.yaml", MINIMAL);
    for _ in 0..2 {
        write(&project, TEXTS, text);
        project.run(BUILD).stdout(BOTH).succeeds();
        // What can be read of it is the text that was there.
        fs::write(project.path(TEXTS), [text.as_bytes(), b"\xff"].concat()).unwrap();
        project.run(BUILD).stdout(BOTH).stderr_has(&["a.yaml:2:1: error[Y009]"]).fails(1);
        project.run(BUILD).stdout(BOTH).stderr_has(&["a.yaml:2:1: error[Y009]"]).fails(1);
    }
}

#[test]
fn verify_and_dry_runs_write_nothing_and_parts_keep_their_own() {
    let project = built();
    fs::remove_file(project.path(KEPT)).unwrap();
    project.run(DRY).succeeds();
    project.run(["verify", "--emit", "typ", "--format", "short"]).stderr(FOUND).fails(1);
    assert!(!project.path(KEPT).exists());
    project.run(BUILD).stdout(BOTH).stderr(FOUND).fails(1);
    forge(&project, TOLD);
    let said = FOUND.replace(TOLD.0, TOLD.1);
    project.run(["verify", "--emit", "typ", "--format", "short"]).stderr(&said).fails(1);
    let part = project.run(BUILD.into_iter().chain(["--shard", "1/2"]));
    part.whatever().fails(1);
    assert!(project.path("out/.vanthu/shard-1-of-2/catalog.bin").exists());
    // An office without a catalog keeps none.
    let none = Project::new().file("data/b.yaml", MINIMAL);
    none.run(BUILD).stdout("out/b.typ\n").succeeds();
    assert!(!none.path(KEPT).exists());
}
