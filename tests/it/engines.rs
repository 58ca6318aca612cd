//! The contract of the two engines: the same text, the same bytes.

use std::path::{Path, PathBuf};
use std::time::Duration;

use vanthu::compile::ProcessEngine;
use vanthu::model::kind::KINDS;

use crate::house::{self, Outcome};
use crate::office::{Office, directive};

/// The Typst program that `make test` installs.
pub(crate) fn typst() -> PathBuf {
    let path = std::env::var_os("VANTHU_TEST_TYPST")
        .expect("VANTHU_TEST_TYPST is not set: run `make test`, which installs Typst and sets it");
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    assert!(path.is_file(), "{} is not there: run `make test`", path.display());
    path
}

fn engine() -> ProcessEngine {
    let (library, fonts) = house::library_and_fonts();
    let limit = Duration::from_mins(1);
    ProcessEngine::new(typst().as_os_str(), library, fonts, limit)
        .unwrap_or_else(|failure| panic!("{failure}"))
}

#[track_caller]
fn both_give_the_same(engine: &ProcessEngine, what: &str, yaml: &str) {
    let within: Outcome = house::build(yaml);
    let beside: Outcome = house::build_with(yaml, engine);
    assert_eq!(within.findings, beside.findings, "{what}");
    let pdf = within.pdf.unwrap_or_else(|| panic!("{what}: {}", house::listed(&within.findings)));
    assert!(beside.pdf.is_some_and(|beside| beside == pdf), "{what}: other bytes");
}

#[test]
fn examples_come_out_the_same_from_both() {
    let engine = engine();
    for (name, yaml) in crate::examples::examples() {
        both_give_the_same(&engine, &name, &yaml);
    }
}

#[test]
fn every_kind_comes_out_the_same_from_both() {
    let engine = engine();
    let examples = crate::examples::examples();
    for kind in KINDS {
        // Kinds that are built in another way are seen in their examples.
        let file = format!("vi-du/{}.yaml", kind.id);
        let example = examples.iter().find(|(name, _)| name.ends_with(&file));
        let plain = directive(kind.id, 1, 2);
        let is_plain = house::build(&plain).pdf.is_some();
        let example = example.expect("each kind has an example").1;
        let yaml = if is_plain { &plain } else { example };
        both_give_the_same(&engine, kind.id, yaml);
    }
}

#[test]
fn few_and_many_tables_and_rows_come_out_the_same_from_both() {
    let engine = engine();
    for (appendices, rows) in [(0, 0), (1, 1), (1, 60), (2, 63), (5, 12), (12, 1)] {
        let yaml = directive("ke-hoach", appendices, rows);
        both_give_the_same(&engine, &format!("{appendices} appendices, {rows} rows"), &yaml);
    }
}

#[test]
fn the_least_a_directive_can_say_comes_out_the_same_from_both() {
    let yaml = "kind: cong-van\nsymbol: A\nsubject: b\nbody: c\n";
    both_give_the_same(&engine(), "minimal", yaml);
}

/// One engine sets many documents: the one before leaves no trace in the next.
#[test]
fn an_engine_gives_the_same_bytes_again_after_others() {
    let engine = engine();
    let (one, other) = (directive("ke-hoach", 2, 9), directive("cong-van", 1, 3));
    for yaml in [&one, &other, &one] {
        both_give_the_same(&engine, "again", yaml);
    }
}

/// The same through the command line, where the engine is a choice of the user.
#[test]
fn the_program_writes_the_same_files_with_both() {
    let mut written = Vec::new();
    for engine in ["embedded", "typst-cli"] {
        let office = Office::with_examples();
        let run = office.run(&["build", "--engine", engine, "--format", "short"]);
        let ended = run.env("VANTHU_TYPST", typst()).end();
        assert_eq!(ended.code, Some(0), "{}", ended.stderr);
        written.push((ended.stderr, office.files("out")));
    }
    assert!(written[0].1.len() > 1);
    assert!(written[0] == written[1], "the engines differ");
}
