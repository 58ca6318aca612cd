//! The diff driver of git.

use super::Repository;
use crate::project::Project;

const LETTER: &str = "\
kind: cong-van
symbol: UBND-VX
subject: rà soát hộ nghèo
body: Đề nghị các xã rà soát hộ nghèo./.
";

/// A repository with the driver, and a letter in it.
fn installed() -> Repository {
    let project = Project::new().file("vanthu.yaml", "").file("data/một hai.yaml", LETTER);
    let repository = Repository::of(project);
    let (said, code) = repository.diff(&["--install-git"]);
    assert_eq!(code, Some(0), "{said}");
    let lines: Vec<&str> = said.lines().filter(|line| line.starts_with("data/")).collect();
    assert_eq!(
        lines,
        ["data/**/*.yaml diff=vanthu", "data/**/*.yml diff=vanthu", "data/catalog/** !diff"]
    );
    repository.write(".gitattributes", &(lines.join("\n") + "\n"));
    repository.commit("first");
    repository
}

const CHANGED: &str = "
data/một hai.yaml
Công văn: rà soát hộ nghèo
  Người soạn sửa
    Đoạn 1: Đề nghị các [-xã-]{+thôn+} rà soát hộ nghèo./.
";

#[test]
fn git_diff_log_and_show_say_what_a_change_means() {
    let repository = installed();
    repository.replace("data/một hai.yaml", "các xã", "các thôn");
    assert_eq!(repository.git(&["diff"]), CHANGED);
    repository.commit("second");
    let log = repository.git(&["log", "-p", "--ext-diff", "-1", "--format=%s"]);
    assert_eq!(log, format!("second\n\n{CHANGED}"));
    let show = repository.git(&["show", "--ext-diff", "--format=%s"]);
    assert_eq!(show, format!("second\n\n{CHANGED}"));
    // Within another folder, too.
    let output = repository
        .git_command()
        .current_dir(repository.project.path("data"))
        .args(["show", "--ext-diff", "--format=%s"])
        .output()
        .expect("git starts");
    assert_eq!(String::from_utf8_lossy(&output.stdout), format!("second\n\n{CHANGED}"));
}

#[test]
fn what_is_new_or_gone_is_told_and_what_is_no_directive_is_shown_as_text() {
    let repository = installed();
    repository.write("data/moi.yaml", &LETTER.replace("các xã", "các thôn"));
    repository.write("data/catalog/units.yaml", "units: []\n");
    std::fs::remove_file(repository.project.path("data/một hai.yaml")).expect("it is there");
    repository.write("data/ghi-chu.txt", "a\n");
    repository.commit("second");
    let shown = repository.git(&["show", "--ext-diff", "--no-renames", "--format=%s"]);
    assert!(shown.contains("Văn bản mới: 1 đoạn văn, 0 bảng"), "{shown}");
    assert!(shown.contains("Bỏ văn bản này: 1 đoạn văn, 0 bảng"), "{shown}");
    assert!(shown.contains("diff --git a/data/catalog/units.yaml"), "{shown}");
    assert!(shown.contains("+units: []"), "{shown}");
    let renamed = repository.git(&["show", "--ext-diff", "-M", "--format=%s"]);
    assert!(renamed.contains("data/moi.yaml\n"), "{renamed}");
    assert!(renamed.contains("Đoạn 1: Đề nghị các [-xã-]{+thôn+} rà soát"), "{renamed}");
}

#[test]
fn an_old_file_with_errors_does_not_stop_git() {
    let repository = installed();
    repository.write("data/một hai.yaml", "kind: no-such\n");
    repository.commit("second");
    repository.write("data/một hai.yaml", LETTER);
    repository.commit("third");
    let log = repository.git(&["log", "-p", "--ext-diff", "--format=%s"]);
    assert!(log.contains("third") && log.contains("second") && log.contains("first"), "{log}");
    assert!(log.contains("Nay tệp có lỗi"), "{log}");
    assert!(log.contains("Trước đây tệp có lỗi"), "{log}");
}

#[test]
fn a_file_in_conflict_is_said_to_be_in_conflict() {
    let repository = installed();
    repository.git(&["switch", "--quiet", "--create", "khac"]);
    repository.replace("data/một hai.yaml", "các xã", "các thôn");
    repository.commit("one");
    repository.git(&["switch", "--quiet", "main"]);
    repository.replace("data/một hai.yaml", "các xã", "các phường");
    repository.commit("other");
    let merged = repository.git_command().args(["merge", "--quiet", "khac"]).output();
    assert!(!merged.expect("git starts").status.success());
    let shown = repository.git(&["diff", "--cached"]);
    assert_eq!(shown, "data/một hai.yaml\n  đang xung đột, chưa hợp nhất\n");
}
