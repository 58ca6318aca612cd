//! Parts of a project, built by several machines.

use std::collections::BTreeSet;

use super::{BUILD, DRY};
use crate::MINIMAL;
use crate::project::Project;

fn many() -> Project {
    (0..24).fold(Project::new(), |project, number| {
        project.file(&format!("data/xa-{number:02}.yaml"), MINIMAL)
    })
}

#[test]
fn the_parts_are_the_whole_and_share_nothing() {
    let project = many();
    let mut all = BTreeSet::new();
    for part in ["1/3", "2/3", "3/3"] {
        let (stdout, stderr) = project.run(BUILD.into_iter().chain(["--shard", part])).said();
        assert_eq!(stderr, "");
        assert!(stdout.lines().count() > 3, "{part}: {stdout}");
        for line in stdout.lines() {
            assert!(all.insert(line.to_owned()), "{line} is built twice");
        }
    }
    assert_eq!(all.len(), 24);
}

/// Machines that share an output folder do not wait for each other, nor undo each other's notes.
#[test]
fn each_part_has_its_own_notes() {
    let project = many();
    for part in ["1/2", "2/2"] {
        project.run(BUILD.into_iter().chain(["--shard", part])).whatever().succeeds();
    }
    for part in ["1/2", "2/2"] {
        project.run(DRY.into_iter().chain(["--shard", part])).succeeds();
    }
    assert!(project.path("out/.vanthu/shard-1-of-2/state.json").exists());
    assert!(project.path("out/.vanthu/shard-2-of-2/state.json").exists());
    // Whoever builds the whole knows what the parts have done.
    project.run(DRY).succeeds();
    project.run(BUILD).whatever().succeeds();
    project.run(DRY).succeeds();
}

#[test]
fn a_part_that_there_is_not_is_wrong_usage() {
    for part in ["0/2", "3/2", "1", "a/b"] {
        let run = many().run(["build", "--shard", part]).said();
        assert!(run.1.starts_with("vanthu: lỗi: "), "{run:?}");
    }
}
