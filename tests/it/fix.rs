//! `vanthu check --fix` and `--diff`: what is written, and what stays as it is.

use std::fs;

use serde_json::Value;

use crate::expect;
use crate::project::{Project, files_of, of_project, same_as_file};

/// A letter with two mistakes that have one safe edit each, a comment and Windows line ends.
const WRONG: &str = "\
# Hộ nghèo năm 2026\r
kind: cong-van\r
symbol: UBND-VX\r
date: 5/3/2026   # ngày ký\r
subject: rà soát hộ nghèo\r
body: Đề nghị các xã rà soát hộ nghèo./.\r
";

fn right() -> String {
    WRONG.replace("5/3/2026", "2026-03-05")
}

#[test]
fn only_what_is_wrong_is_written_anew() {
    let project = Project::new().file("data/a.yaml", WRONG);
    project.run(["check", "--fix"]).stderr("vanthu: đã sửa 1 chỗ trong `data/a.yaml`\n").succeeds();
    assert_eq!(project.output_file("data/a.yaml"), right());
    assert_eq!(project.all_files("data"), ["data/a.yaml"]);
    assert_eq!(expect::fixed(WRONG), right());
    // A second run has nothing to do.
    project.run(["check", "--fix"]).succeeds();
    assert_eq!(project.output_file("data/a.yaml"), right());
}

/// A letter with mistakes of typing that can be mended in one way, and some that cannot.
const TYPED: &str = "\
kind: cong-van   # gửi các sở
symbol: UBND-NC
subject: V/v đôn đốc  thực hiện.
recipients: {to: [Các sở], cc: [Như trên], file: {unit: NC}}
body: |
  Theo Kế hoạch số 6/KH-UBND ngày 5 tháng 1 năm 2026 của UBND tỉnh về lúa chất lượng cao , các sở ,ngành báo cáo.Kinh phí 3.5 tỷ đồng.

  Theo Tờ trình số 15 /TTr-SYT ngày 05/01/2026 của Sở Y tế về thuốc, giao Sở tài chính thẩm định ;lập danh sách theo bộ luật lao động./.
signatory: {title: Chánh Văn phòng, authority: [TL. Chủ tịch], name: Lê An}
";

/// What `--fix` makes of it: `3.5 tỷ` may be meant in two ways, and stays.
const MENDED: &str = "\
kind: cong-van   # gửi các sở
symbol: UBND-NC
subject: đôn đốc thực hiện
recipients: {to: [Các sở], cc: [Như trên], file: {unit: NC}}
body: |
  Theo Kế hoạch số 06/KH-UBND ngày 05 tháng 01 năm 2026 của UBND tỉnh về lúa chất lượng cao, các sở, ngành báo cáo. Kinh phí 3.5 tỷ đồng.

  Theo Tờ trình số 15/TTr-SYT ngày 05/01/2026 của Sở Y tế về thuốc, giao Sở Tài chính thẩm định; lập danh sách theo Bộ luật Lao động./.
signatory: {title: Chánh Văn phòng, authority: [TL. Chủ tịch], name: Lê An}
";

#[test]
fn mistakes_of_typing_are_mended_and_nothing_else_changes() {
    assert_eq!(expect::fixed(TYPED), MENDED);
    assert_eq!(expect::fixed(MENDED), MENDED);
}

#[test]
fn a_diff_shows_what_a_fix_writes_and_writes_nothing() {
    let project = Project::new().file("data/a.yaml", WRONG).file("data/b.yaml", crate::MINIMAL);
    for arguments in [&["check", "--diff", "-q"][..], &["check", "--fix", "--diff", "-q"]] {
        project
            .run(arguments)
            .stdout(
                "\
--- data/a.yaml
+++ data/a.yaml
@@ -1,6 +1,6 @@
 # Hộ nghèo năm 2026\r
 kind: cong-van\r
 symbol: UBND-VX\r
-date: 5/3/2026   # ngày ký\r
+date: 2026-03-05   # ngày ký\r
 subject: rà soát hộ nghèo\r
 body: Đề nghị các xã rà soát hộ nghèo./.\r
",
            )
            .stderr_has(&["[N002]"])
            .fails(1);
    }
    assert_eq!(project.output_file("data/a.yaml"), WRONG);
    project.run(["check", "--diff", "data/b.yaml"]).succeeds();
    project.run(["check", "--diff", "--format", "json"]).stderr_has(&["`--diff`"]).breaks(2);
}

#[test]
fn what_is_left_is_told_and_what_cannot_be_read_stays() {
    let other = WRONG.replace("UBND-VX", "\u{1}");
    let project = Project::new()
        .file("data/a.yaml", &WRONG.replace("kind: cong-van", "kind: khong-co"))
        .file("data/b.yaml", &other)
        .bytes("data/c.yaml", b"kind: \xff");
    project
        .run(["check", "--fix", "--format", "short", "data/a.yaml"])
        .stderr_has(&["đã sửa 1 chỗ", "data/a.yaml:2:7: error[N001]"])
        .fails(1);
    project.run(["check", "--fix"]).whatever().fails(1);
    assert_eq!(fs::read(project.path("data/c.yaml")).unwrap(), b"kind: \xff");
}

#[test]
fn the_edits_are_in_json_and_in_sarif() {
    let project = Project::new().file("data/a.yaml", WRONG);
    let (json, _) = project.run(["check", "--format", "json"]).said();
    let line: Value = serde_json::from_str(&json).unwrap();
    let edit = serde_json::json!([{
        "file": "data/a.yaml", "line": 4, "column": 7, "end_line": 4, "end_column": 15,
        "replacement": "2026-03-05", "safe": true,
    }]);
    assert_eq!(line["edits"], edit);
    let (sarif, _) = project.run(["check", "--format", "sarif"]).said();
    let log: Value = serde_json::from_str(&sarif).unwrap();
    let fix = serde_json::json!([{
        "description": {"text": "viết `2026-03-05`"},
        "artifactChanges": [{
            "artifactLocation": {"uri": "data/a.yaml", "uriBaseId": "%SRCROOT%"},
            "replacements": [{
                "deletedRegion": {"startLine": 4, "startColumn": 7, "endLine": 4, "endColumn": 15},
                "insertedContent": {"text": "2026-03-05"},
            }],
        }],
    }]);
    assert_eq!(log["runs"][0]["results"][0]["fixes"], fix);
}

#[test]
#[cfg(unix)]
fn a_link_stays_a_link_and_a_file_keeps_its_permissions() {
    use std::os::unix::fs::{PermissionsExt as _, symlink};

    let elsewhere = Project::new().file("x.yaml", WRONG);
    let project = Project::new().file("texts/a.yaml", WRONG).folder("data");
    let file = project.path("texts/a.yaml");
    fs::set_permissions(&file, fs::Permissions::from_mode(0o600)).unwrap();
    symlink("../texts/a.yaml", project.path("data/a.yaml")).unwrap();
    symlink(elsewhere.path("x.yaml"), project.path("data/b.yaml")).unwrap();
    // The second file lies outside of the project.
    project
        .run(["check", "--fix"])
        .stderr_has(&["`data/b.yaml` là liên kết dẫn ra ngoài"])
        .fails(1);
    assert!(project.path("data/a.yaml").is_symlink());
    assert_eq!(project.output_file("texts/a.yaml"), right());
    assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
    assert_eq!(elsewhere.output_file("x.yaml"), WRONG);
}

#[test]
#[cfg(unix)]
fn a_file_that_may_not_be_written_is_a_failure() {
    use std::os::unix::fs::PermissionsExt as _;

    let project = Project::new().file("data/a.yaml", WRONG).file("data/b.yaml", WRONG);
    let file = project.path("data/a.yaml");
    fs::set_permissions(file, fs::Permissions::from_mode(0o444)).unwrap();
    project
        .run(["check", "--fix"])
        .stderr_has(&["không ghi được `data/a.yaml`", "đã sửa 1 chỗ trong `data/b.yaml`"])
        .breaks(2);
    assert_eq!(project.output_file("data/a.yaml"), WRONG);
    assert_eq!(project.output_file("data/b.yaml"), right());
}

/// The files of officers' mistakes that `--fix` repairs wholly, and those of which it repairs a
/// part. In all others nothing changes.
#[test]
fn of_the_mistakes_of_officers_so_many_are_repaired() {
    let (mut repaired, mut changed, mut same) = (Vec::new(), Vec::new(), 0);
    for (name, path) in files_of("tests/cases/human", "yaml") {
        let before = fs::read_to_string(path).unwrap();
        let project = Project::new().file("data/a.yaml", &before);
        let (findings, _) = project.run(["check", "--format", "json"]).said();
        let safe: Vec<Value> = findings
            .lines()
            .map(|line| serde_json::from_str::<Value>(line).unwrap())
            .flat_map(|finding| finding["edits"].as_array().unwrap().clone())
            .filter(|edit| edit["safe"] == true)
            .collect();
        let (_, left) = project.run(["check", "--fix", "-q", "--format", "short"]).said();
        let after = project.output_file("data/a.yaml");
        if before == after {
            assert!(safe.is_empty(), "{name}: {safe:?}");
            same += 1;
            continue;
        }
        // Lines that no edit names are as they were.
        let lines = |text: &str| text.lines().map(str::to_owned).collect::<Vec<_>>();
        let (old, new) = (lines(&before), lines(&after));
        assert_eq!(old.len(), new.len(), "{name}");
        for (index, (old, new)) in old.iter().zip(&new).enumerate() {
            let is_named = safe.iter().any(|edit| {
                let number = |key: &str| edit[key].as_u64().unwrap();
                (number("line")..=number("end_line")).contains(&(index as u64 + 1))
            });
            assert!(is_named || old == new, "{name}: {old} became {new}");
        }
        if left.contains("error[") { &mut changed } else { &mut repaired }.push(name);
    }
    let told = format!("{repaired:#?}\n{changed:#?}\n{same} unchanged\n");
    same_as_file(&of_project("tests/cases/fix/human.txt"), &told)
        .unwrap_or_else(|it| panic!("{it}"));
}

/// What a person accepts is the reason: the figure that it was written for may become another one,
/// and that is shown.
#[test]
fn the_figure_of_an_accept_follows_the_declared_one_and_is_shown() {
    let letter = |declared: &str, found: &str| {
        format!(
            "{}targets:\n  t:\n    title: Số hộ\n    row_header: Xã\n    columns: [{{id: n, header: \
             Hộ}}]\n    rows: {{Xã A: [10], Xã B: [20]}}\n    total: {{label: Cộng}}\n    declared: \
             {{n: {declared}}}\naccept:\n  - {{rule: declared-total, at: t.total.n, found: {found}, \
             why: theo bản đã ký}}\n",
            crate::MINIMAL.replace("hộ nghèo./.", "hộ nghèo ({{ appendix(\"t\") }})./.")
        )
    };
    let project = Project::new().file("data/a.yaml", &letter("32", "31"));
    project.run(["check", "--format", "short"]).stderr_has(&["D500", "D503"]).fails(1);
    project
        .run(["check", "--fix", "-q"])
        .stderr_has(&["`data/a.yaml`", "ghi cho `31`, nay là `32`", "đọc lại lý do"])
        .succeeds();
    assert_eq!(project.output_file("data/a.yaml"), letter("32", "32"));
    project.run(["check", "-q"]).succeeds();
}
