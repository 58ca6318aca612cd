//! What an officer reads, whole: each case is a directive and the text printed for it.
//! `UPDATE=1` takes what is printed now; read it as someone who has never seen YAML.

use std::fs;

use crate::project::{Project, files_of, same_as_file};

#[test]
fn every_case_is_told_as_expected() {
    let mut wrong = Vec::new();
    for (_, path) in files_of("tests/cases/human", "yaml") {
        let directive = fs::read_to_string(&path).unwrap();
        let project = Project::new().file("data/a.yaml", &directive);
        let (stdout, stderr) = project.run(["check", "--show", "accepted"]).said();
        assert_eq!(stdout, "");
        wrong.extend(same_as_file(&path.with_extension("txt"), &stderr).err());
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn every_expected_text_has_its_case() {
    for (name, path) in files_of("tests/cases/human", "txt") {
        assert!(path.with_extension("yaml").exists(), "tests/cases/human/{name}.txt is left over");
    }
}
