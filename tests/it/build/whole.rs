//! Whole or nothing, whenever the program is ended and whatever the disk refuses.

use std::collections::BTreeMap;
use std::fs;
use std::process::Stdio;
use std::time::Duration;

use crate::MINIMAL;
use crate::project::Project;

/// What is made: what is there to be made in this build of the program.
const KIND: &str = if cfg!(feature = "embedded") { "pdf" } else { "typ" };

/// Rounds unless `VANTHU_TEST_KILLS` says otherwise.
const ROUNDS: usize = 40;

const DOCUMENTS: usize = 100;

fn write_sources(project: &Project, version: usize) {
    for number in 0..DOCUMENTS {
        let text = MINIMAL.replace("hộ nghèo./.", &format!("hộ nghèo lần {version}./."));
        fs::write(project.path(&format!("data/xa-{number:03}.yaml")), text).unwrap();
    }
}

/// Every file of the output folder but the notes.
fn files(project: &Project) -> BTreeMap<String, Vec<u8>> {
    let listing = project.all_files("out").into_iter();
    let documents = listing.filter(|name| !name.starts_with("out/.vanthu/"));
    documents.map(|name| (name.clone(), fs::read(project.path(&name)).unwrap())).collect()
}

fn stray(project: &Project) -> Vec<String> {
    let known = ["out/.vanthu/lock", "out/.vanthu/state.json", "out/.vanthu/journal.jsonl"];
    let mut all = project.all_files("out");
    all.retain(|name| {
        let is_document = name.starts_with("out/xa-") || name.starts_with("out/lib/");
        !is_document && !known.contains(&name.as_str())
    });
    all
}

fn build() -> [&'static str; 6] {
    ["build", "--quiet", "--emit", KIND, "-j", "2"]
}

/// The documents of a version, built without disturbance.
fn undisturbed(version: usize) -> BTreeMap<String, Vec<u8>> {
    let project = Project::new().folder("data");
    write_sources(&project, version);
    project.run(build()).succeeds();
    files(&project)
}

#[test]
fn killed_at_any_moment_every_document_is_the_old_one_or_the_new_one() {
    let rounds = std::env::var("VANTHU_TEST_KILLS").ok().and_then(|text| text.parse().ok());
    let rounds: usize = rounds.unwrap_or(ROUNDS);
    let versions = [undisturbed(0), undisturbed(1)];
    let project = Project::new().folder("data");
    write_sources(&project, 1);
    project.run(build()).succeeds();
    for round in 0..rounds {
        write_sources(&project, round % 2);
        let mut child = project
            .command()
            .args(build())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        // Moments that are spread over a build, from its first millisecond on.
        std::thread::sleep(Duration::from_micros((round as u64 * 7_919) % 400_000));
        child.kill().unwrap();
        child.wait().unwrap();
        for (name, bytes) in files(&project) {
            let is_whole = versions.iter().any(|version| version.get(&name) == Some(&bytes));
            assert!(is_whole, "round {round}: {name} is neither the old one nor the new one");
        }
        project.run(build()).succeeds();
        assert!(files(&project) == versions[round % 2], "round {round}");
        assert_eq!(stray(&project), [""; 0], "round {round}");
    }
}

#[test]
fn half_written_files_of_an_earlier_run_are_removed() {
    let project = Project::new()
        .file("data/xa-1.yaml", MINIMAL)
        .file("out/.vanthu/tmp/.vanthu-abc", "nửa chừng")
        .file("out/.vanthu-def", "nửa chừng")
        .file("out/của-văn-thư.txt", "giữ lại");
    project.run(build()).succeeds();
    assert_eq!(stray(&project), ["out/của-văn-thư.txt"]);
}

/// The limit on the size of a file stands in for a disk without room: it holds for root, too.
#[test]
fn a_disk_that_fills_up_keeps_what_is_there_and_leaves_nothing_half() {
    let project = Project::new().folder("data");
    write_sources(&project, 0);
    project.run(build()).succeeds();
    let old = files(&project);
    write_sources(&project, 1);
    let script = "trap '' XFSZ; ulimit -f 1; exec \"$@\"";
    let mut command = std::process::Command::new("sh");
    command.args(["-c", script, "sh", env!("CARGO_BIN_EXE_vanthu")]).args(build());
    command.current_dir(project.path("")).env_clear();
    let said = project.finish(&mut command);
    said.stderr_has(&["vanthu: lỗi: không ghi được `out/", "đĩa không còn chỗ"]).breaks(2);
    let new = undisturbed(1);
    for (name, bytes) in files(&project) {
        let is_whole = [&old, &new].iter().any(|version| version.get(&name) == Some(&bytes));
        assert!(is_whole, "{name} is neither the old one nor the new one");
    }
    project.run(build()).succeeds();
    assert!(files(&project) == new);
    assert_eq!(stray(&project), [""; 0]);
}
