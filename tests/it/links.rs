//! Symbolic links, pipes and devices in a project: nothing outside of it is read or written.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use tempfile::TempDir;

use crate::MINIMAL;
use crate::project::Project;

/// A word that stands outside the project alone.
const SECRET: &str = "Mật ong rừng";

const BUILD: [&str; 5] = ["build", "--emit", "typ", "--format", "short"];

/// A directive whose rows stand in `rows.csv`.
const ROWS: &str = "\
kind: cong-van
symbol: UBND-VX
subject: giao chỉ tiêu
targets:
  bang:
    title: Chỉ tiêu
    row_header: Xã
    columns:
      - {id: so, header: Số hộ}
    rows: {file: rows.csv}
body: Giao tại {{ appendix(\"bang\") }}./.
";

/// A folder outside of any project, with one file of every kind.
fn outside() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).unwrap();
    write("a.yaml", &MINIMAL.replace("rà soát", SECRET));
    write("rows.csv", &format!("Xã,so\n{SECRET},10\n"));
    write("catalog.yaml", &format!("issuers:\n  x: {{name: {SECRET}, code: X}}\n"));
    write("vanthu.yaml", &format!("font: {SECRET}\n"));
    write("cong-van.typ", &format!("{{% extends \"van-ban.typ\" %}}{SECRET}"));
    write("2023.jsonl", &format!("{{\"path\":\"{SECRET}\"}}\n"));
    write("x.ttf", SECRET);
    write("keep", SECRET);
    folder
}

/// All that is outside, so that a change is seen.
fn contents(folder: &Path) -> Vec<(String, String)> {
    let files = walkdir::WalkDir::new(folder).sort_by_file_name().into_iter().flatten();
    let text = |entry: walkdir::DirEntry| {
        let name = entry.path().display().to_string();
        (name, fs::read_to_string(entry.path()).unwrap_or_default())
    };
    files.map(text).collect()
}

fn link(project: &Project, to: &Path, path: &str) {
    let path = project.path(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::remove_file(&path).ok();
    symlink(to, path).unwrap();
}

/// Where a link may stand, and what in the folder outside it leads to.
const PLACES: [(&str, &str); 14] = [
    ("data/x.yaml", "a.yaml"),
    ("data/x.yml", "a.yaml"),
    ("data/folder", ""),
    ("data/b/rows.csv", "rows.csv"),
    ("data/catalog/x.yaml", "catalog.yaml"),
    ("data/catalog", ""),
    ("vanthu.yaml", "vanthu.yaml"),
    ("templates/cong-van.typ", "cong-van.typ"),
    ("templates", ""),
    ("templates/lib", ""),
    ("fonts", ""),
    ("fonts/x.ttf", "x.ttf"),
    ("issued/2023.jsonl", "2023.jsonl"),
    ("issued", ""),
];

#[test]
fn nothing_outside_is_read_through_a_link() {
    for (path, target) in PLACES {
        let outside = outside();
        let before = contents(outside.path());
        let project = Project::new()
            .file("data/a.yaml", MINIMAL)
            .file("data/b/b.yaml", ROWS)
            .file("data/b/rows.csv", "Xã,so\nXã A,10\n")
            .file(
                "vanthu.yaml",
                if path.starts_with("fonts") { "font_paths: [fonts]\n" } else { "" },
            );
        link(&project, &outside.path().join(target), path);
        for command in [
            &BUILD[..],
            &["check", "--format", "short"],
            &["verify", "--emit", "typ", "--format", "short"],
        ] {
            let output = project.command().args(command).output().unwrap();
            let said = String::from_utf8_lossy(&output.stderr).into_owned()
                + &String::from_utf8_lossy(&output.stdout);
            assert!(!said.contains(SECRET), "{path}: {said}");
            // A file of rows out of reach is like one that is not there.
            let is_told = said.contains("[Y013]") || path == "data/b/rows.csv";
            // What is not set has no use for templates.
            let is_needed = command[0] != "check" || !path.starts_with("templates");
            assert_eq!(is_told, is_needed, "{path} {command:?}: {said}");
            let code = output.status.code();
            assert_eq!(code, Some(i32::from(is_needed)), "{path} {command:?}: {said}");
        }
        let written = contents(&project.path("out"));
        assert!(!written.iter().any(|(_, text)| text.contains(SECRET)), "{path}");
        assert_eq!(contents(outside.path()), before, "{path}");
    }
}

#[test]
fn a_folder_outside_that_the_settings_name_may_be_reached() {
    let outside = outside();
    let settings = format!("outside_paths: [\"{}\"]\n", outside.path().display());
    let project = Project::new().file("data/b/b.yaml", ROWS).file("vanthu.yaml", &settings);
    link(&project, &outside.path().join("a.yaml"), "data/x.yaml");
    link(&project, &outside.path().join("rows.csv"), "data/b/rows.csv");
    project.run(BUILD).stdout("out/b/b.typ\nout/x.typ\n").succeeds();
    assert!(project.output_file("out/b/b.typ").contains("rừng"));
    project.run(BUILD).stdout("out/b/b.typ\nout/x.typ\n").succeeds();
}

/// Where a link may stand in the output folder.
const OWN: [&str; 11] = [
    "out/.vanthu/journal.jsonl",
    "out/.vanthu/state.json",
    "out/.vanthu/catalog.bin",
    "out/.vanthu/lock",
    "out/.vanthu/tmp",
    "out/.vanthu/aside",
    "out/.vanthu",
    "out/a.typ",
    "out/b",
    "out",
    "issued/.pending",
];

#[test]
fn nothing_outside_is_written_through_a_link() {
    for path in OWN {
        let outside = outside();
        fs::write(outside.path().join("b.typ"), "mine").unwrap();
        let before = contents(outside.path());
        let target = |name: &str| match name {
            "tmp" | "aside" | ".vanthu" | "b" | "out" => outside.path().to_owned(),
            _ => outside.path().join("keep"),
        };
        let project = Project::new()
            .file("vanthu.yaml", "")
            .file("data/a.yaml", MINIMAL)
            .file("data/b/b.yaml", MINIMAL)
            .file("data/catalog/c.yaml", "issuers:\n  x: {name: Trung tâm, code: X}\n");
        link(&project, &target(path.rsplit('/').next().unwrap()), path);
        for command in [&BUILD[..], &["build", "--emit", "typ", "--prune"], &["check"]] {
            let output = project.command().args(command).output().unwrap();
            let code = output.status.code();
            assert!(matches!(code, Some(0 | 1)), "{path} {command:?}: {output:?}");
            assert_eq!(contents(outside.path()), before, "{path} {command:?}");
        }
        // What has errors is set aside, and what is gone is pruned.
        project.write("data/b/b.yaml", "kind: x\n");
        project.run(BUILD).whatever().fails(1);
        fs::remove_file(project.path("data/b/b.yaml")).unwrap();
        project.command().args(["build", "--emit", "typ", "--prune"]).output().unwrap();
        assert_eq!(contents(outside.path()), before, "{path}");
    }
}

#[test]
fn a_record_of_what_is_about_to_be_issued_writes_nothing_but_directives() {
    let outside = outside();
    for path in ["../x.yaml", "/etc/x.yaml", "data/../../x.yaml", ".git/config", "data/l/a.yaml"] {
        let before = contents(outside.path());
        let project = Project::new().file("data/a.yaml", MINIMAL).file("vanthu.yaml", "");
        link(&project, outside.path(), "data/l");
        let text = fs::read(outside.path().join("a.yaml")).unwrap();
        let pending = serde_json::json!({
            "path": path,
            "before": vanthu::digest::Digest::of(&text),
            "text": "overwritten",
            "line": "",
            "previous": null,
        });
        project.write("issued/.pending", &pending.to_string());
        project.run(["check"]).whatever().fails(1);
        assert_eq!(contents(outside.path()), before, "{path}");
    }
}

#[test]
fn pipes_and_devices_are_findings_and_hold_nothing_up() {
    for path in [
        "data/p.yaml",
        "data/catalog/p.yaml",
        "data/b/rows.csv",
        "vanthu.yaml",
        "templates/p.typ",
        "issued/2023.jsonl",
        "issued.yaml",
        "issued/.pending",
        "out/.vanthu/state.json",
        "out/.vanthu/journal.jsonl",
    ] {
        let project = Project::new().file("data/a.yaml", MINIMAL).file("data/b/b.yaml", ROWS);
        let pipe = project.path(path);
        fs::create_dir_all(pipe.parent().unwrap()).unwrap();
        assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
        let mut command = project.command();
        command.args(BUILD).stdout(Stdio::piped()).stderr(Stdio::piped());
        let clock = Instant::now();
        let mut run = command.spawn().unwrap();
        while run.try_wait().unwrap().is_none() {
            if clock.elapsed() > Duration::from_secs(30) {
                run.kill().unwrap();
                panic!("{path} holds the program up");
            }
            std::thread::sleep(Duration::from_millis(10));
        }
        let output = run.wait_with_output().unwrap();
        assert!(matches!(output.status.code(), Some(1 | 2)), "{path}: {output:?}");
    }
    let project = Project::new().file("data/a.yaml", MINIMAL);
    link(&project, Path::new("/dev/zero"), "data/zero.yaml");
    link(&project, Path::new("/dev/zero"), "data/rows.csv");
    project
        .run(["check", "--format", "short"])
        .stderr(
            "data/zero.yaml:1:1: error[Y013]: `data/zero.yaml` là liên kết dẫn ra ngoài dự án\n",
        )
        .fails(1);
}

#[test]
fn a_link_that_an_editor_has_left_is_no_finding() {
    let project = Project::new().file("data/a.yaml", MINIMAL).file("vanthu.yaml", "");
    link(&project, Path::new("van-thu@may-1.123"), "data/.#a.yaml");
    link(&project, Path::new("a.yaml"), "data/b.yaml");
    project.run(BUILD).stdout("out/a.typ\nout/b.typ\n").succeeds();
}
