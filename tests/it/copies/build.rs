//! Which copies are built, and what is left behind.

use std::collections::BTreeMap;
use std::fs;
use std::process::Stdio;
use std::time::{Duration, SystemTime};

use super::{COPIES, directive, three};
use crate::MINIMAL;
use crate::project::Project;

const BUILD: [&str; 4] = ["build", "--emit", "typ", "--quiet"];

fn times(project: &Project) -> BTreeMap<String, SystemTime> {
    let time = |file: &String| fs::metadata(project.path(file)).unwrap().modified().unwrap();
    project.listing("out").into_iter().map(|file| (file.clone(), time(&file))).collect()
}

/// The files that are other ones now, without their folder.
fn changed(project: &Project, before: &BTreeMap<String, SystemTime>) -> Vec<String> {
    let now = times(project).into_iter();
    let other = now.filter(|(file, time)| before.get(file) != Some(time));
    other.map(|(file, _)| file.rsplit('/').next().unwrap_or_default().to_owned()).collect()
}

#[test]
fn one_changed_row_builds_one_letter() {
    let project = three();
    project.run(BUILD).succeeds();
    let before = times(&project);
    project.run(BUILD).succeeds();
    assert_eq!(changed(&project, &before), Vec::<String>::new());
    // The total is the same, so that the others say what they said.
    let text = directive(3, COPIES).replace("Xã Cam Bắc Sơn: [20014,", "Xã Cam Bắc Sơn: [20015,");
    project.write("data/giao.yaml", &text);
    project.run(BUILD).succeeds();
    let other = ["02-xa-cam-bac-son.typ", "_register.csv", "_register.xlsx", "giao.typ"];
    assert_eq!(changed(&project, &before), other);
    project.run(["verify", "--emit", "typ", "--quiet"]).succeeds();
}

#[test]
fn the_letters_are_the_same_whoever_makes_them_and_in_any_order() {
    let files = |workers: &str| {
        let project = Project::new().file("data/giao.yaml", &directive(9, COPIES));
        let emit = if cfg!(feature = "embedded") { "pdf,typ,docx,xlsx" } else { "typ,docx,xlsx" };
        project.run(["build", "--quiet", "--emit", emit, "-j", workers]).succeeds();
        let read = |file: String| (fs::read(project.path(&file)).unwrap(), file);
        project.listing("out").into_iter().map(read).collect::<Vec<_>>()
    };
    assert_eq!(files("1"), files("3"));
}

#[test]
fn a_letter_whose_row_is_gone_goes_too() {
    let project = three();
    project.run(BUILD).succeeds();
    let text = directive(2, COPIES);
    project.write("data/giao.yaml", &text);
    let moved = "vanthu: 1 bản gửi là của bản nguồn trước, được chuyển sang \
                 `out/.vanthu/aside/giao.copies`\n";
    project.run(["build", "--emit", "typ"]).whatever().stderr(moved).succeeds();
    let gone = "out/giao.copies/03-xa-dua-bac-son.typ";
    assert!(!project.path(gone).exists());
    assert!(project.path("out/.vanthu/aside/giao.copies/03-xa-dua-bac-son.typ").exists());

    project.write("data/giao.yaml", &directive(1, COPIES));
    let pruned = "vanthu: đã xóa `out/giao.copies/02-xa-cam-bac-son.typ`: không còn nguồn\n";
    let run = project.run(["build", "--emit", "typ", "--prune"]);
    run.whatever().stderr(pruned).succeeds();
    assert!(!project.path("out/.vanthu/aside/giao.copies/02-xa-cam-bac-son.typ").exists());

    fs::remove_file(project.path("data/giao.yaml")).unwrap();
    project.write("data/b.yaml", crate::MINIMAL);
    project.run(["build", "--emit", "typ", "--prune", "--quiet"]).whatever().succeeds();
    assert!(!project.path("out/giao.copies").exists() && project.path("out/b.typ").exists());
}

#[test]
fn the_letters_of_before_do_not_pass_for_those_of_a_source_with_an_error() {
    let project = three();
    project.run(BUILD).succeeds();
    project.write("data/giao.yaml", &directive(3, COPIES).replace("subject:", "subjekt:"));
    project.run(BUILD).whatever().fails(1);
    assert!(!project.path("out/giao.copies/01-xa-buoi-bac-son.typ").exists());
    assert!(!project.path("out/giao.copies/_register.csv").exists());
    project.write("data/giao.yaml", &directive(3, COPIES));
    project.run(BUILD).succeeds();
    assert!(project.path("out/giao.copies/01-xa-buoi-bac-son.typ").exists());
    project.write("data/giao.yaml", crate::MINIMAL);
    project.run(BUILD).whatever().succeeds();
    assert!(!project.path("out/giao.copies/01-xa-buoi-bac-son.typ").exists());
}

#[test]
fn killed_at_any_moment_the_register_lists_no_missing_file() {
    let version = |change: usize| {
        directive(40 + change % 3, COPIES)
            .replace("đơn vị thực", &format!("đơn vị lần {change} thực"))
    };
    let project = Project::new().file("data/giao.yaml", &version(0));
    for round in 0..20_u64 {
        project.write("data/giao.yaml", &version(usize::try_from(round).unwrap()));
        let mut command = project.command();
        command.args(["build", "--quiet", "--emit", "typ", "-j", "2"]);
        let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        std::thread::sleep(Duration::from_millis(20 + round * 13 % 180));
        child.kill().unwrap();
        child.wait().unwrap();
        let register = project.path("out/giao.copies/_register.csv");
        let Ok(register) = fs::read_to_string(register) else { continue };
        for line in register.lines().skip(1) {
            let file = line.split(';').nth(3).unwrap().trim_matches('"');
            let digest = line.split(';').nth(5).unwrap().trim_matches('"');
            let path = project.path("out/giao.copies").join(file);
            let bytes = fs::read(&path).unwrap_or_else(|_| panic!("{file} is missing"));
            assert!(vanthu::digest::Digest::of(&bytes).to_string() == digest, "{file}");
        }
    }
    project.run(BUILD).whatever().succeeds();
    project.run(["verify", "--emit", "typ", "--quiet"]).succeeds();
}

#[test]
fn no_document_is_built_into_the_folder_of_copies_of_another_one() {
    let project = Project::new()
        .file("data/giao.yaml", &directive(2, COPIES))
        .file("data/giao.copies/01-khac.yaml", MINIMAL)
        .file("data/don.yaml", MINIMAL)
        .file("data/don.copies/01-khac.yaml", MINIMAL);
    let said = "vanthu: lỗi: `data/giao.yaml` và `data/giao.copies/01-khac.yaml` cùng cho ra \
                `giao.copies`; đổi tên một tệp\n";
    project.run(BUILD).stderr(said).breaks(2);
    let files = project.listing("out");
    assert!(files.iter().all(|file| !file.ends_with("giao.copies/01-khac.typ")), "{files:?}");
    assert!(files.iter().any(|file| file.ends_with("don.copies/01-khac.typ")), "{files:?}");
}
