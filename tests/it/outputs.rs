//! Findings for other programs: JSON, GitHub annotations, SARIF.

use std::fs;

use serde_json::Value;
use vanthu::check::rules::RULES;
use vanthu::codes;
use vanthu::diagnostic::{Diagnostic, Edit, Message};
use vanthu::messages::finding::Finding;
use vanthu::messages::{Catalog, Language};
use vanthu::schema::SchemaKind;
use vanthu::source::Sources;
use vanthu::span::Span;

use crate::MINIMAL;
use crate::expect;
use crate::project::{Project, of_project, same_as_file};
use crate::schema::Validator;

/// Two warnings, one of them accepted, with a name that a URI cannot hold as it is.
const GAP: &str = "\
kind: cong-van
symbol: UBND-VX
subject: rà soát
body: |
  1. Một.

  3. Ba.

  6. Sáu./.
accept: [{rule: numbering-gap, at: 6., why: mục 4 và 5 đã bãi bỏ}]
";

fn small() -> Project {
    Project::new()
        .file(
            "data/a.yaml",
            "kind: cong-van\nnummer: 5\nsymbol: UBND-VX\nsubject: rà soát\nbody: x./.\n",
        )
        .file("data/xã An Lạc.yaml", GAP)
}

/// The schema OASIS has published, unchanged.
fn sarif() -> Validator {
    let text = fs::read_to_string(of_project("tests/it/outputs/sarif-2.1.0.json")).unwrap();
    Validator::of("sarif", serde_json::from_str(&text).unwrap())
}

#[test]
fn every_finding_there_is_is_valid_json_and_valid_sarif() {
    let (finding, sarif) = (Validator::new(SchemaKind::Finding), sarif());
    for (folder, language) in [("check", "vi"), ("shape", "en"), ("catalog", "vi")] {
        let project = expect::project(&expect::fixtures(folder));
        let said = |format| project.run(["check", "--lang", language, "--format", format]).said().0;
        let lines: Vec<Value> =
            said("json").lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        assert!(lines.len() > 10, "{folder}");
        for line in &lines {
            assert_eq!(finding.complaint_about(line), None, "{line}");
        }
        let log: Value = serde_json::from_str(&said("sarif")).unwrap();
        assert_eq!(sarif.complaint_about(&log), None, "{folder}");
        let results = log["runs"][0]["results"].as_array().unwrap();
        let place = |line: &Value| {
            let numbers = ["line", "column", "end_line", "end_column"].map(|key| line[key].clone());
            (line["code"].clone(), line["accepted"] == true, numbers)
        };
        let of_result = |result: &Value| {
            let region = &result["locations"][0]["physicalLocation"]["region"];
            let keys = ["startLine", "startColumn", "endLine", "endColumn"];
            let is_suppressed = result["suppressions"].is_array();
            (result["ruleId"].clone(), is_suppressed, keys.map(|key| region[key].clone()))
        };
        let wanted: Vec<_> = lines.iter().map(place).collect();
        assert_eq!(results.iter().map(of_result).collect::<Vec<_>>(), wanted, "{folder}");
        let rules = log["runs"][0]["tool"]["driver"]["rules"].as_array().unwrap();
        for result in results {
            let index = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
            assert_eq!(rules[index]["id"], result["ruleId"]);
        }
    }
}

#[test]
fn every_code_there_is_fits_the_schema_of_findings() {
    let validator = Validator::new(SchemaKind::Finding);
    let (mut sources, catalog) = (Sources::default(), Catalog::new(Language::Vi));
    sources.add("data/a.yaml", "kind: cong-van\n");
    let codes = codes::ALL.iter().copied().chain(RULES.iter().map(|rule| &rule.code));
    let mut count = 0;
    for code in codes {
        let span = Span::new(sources.first(), 6..14);
        let finding = Diagnostic::new(code, Message::new("missing-key").with("key", "symbol"));
        let finding = finding.at(span).edit(Edit::guess(span, "ke-hoach"));
        let line = serde_json::to_value(Finding::of(&finding, &sources, &catalog)).unwrap();
        assert_eq!(validator.complaint_about(&line), None, "{line}");
        count += 1;
    }
    assert!(count > 100, "{count} codes");
}

#[test]
fn a_validator_of_these_schemas_finds_what_is_wrong() {
    let (log, _) = small().run(["check", "--format", "sarif"]).said();
    let mut log: Value = serde_json::from_str(&log).unwrap();
    log["runs"][0]["results"][0]["level"] = "fatal".into();
    assert!(sarif().complaint_about(&log).is_some());
    let (lines, _) = small().run(["check", "--format", "json"]).said();
    let mut line: Value = serde_json::from_str(lines.lines().next().unwrap()).unwrap();
    line["line"] = 0.into();
    assert!(Validator::new(SchemaKind::Finding).complaint_about(&line).is_some());
}

#[test]
fn a_sarif_log_is_one_document_for_the_whole_run() {
    let project = small();
    let (log, complaints) = project.run(["check", "--format", "sarif"]).said();
    assert_eq!(complaints, "");
    let file = of_project("tests/it/outputs/small.sarif");
    if let Err(difference) = same_as_file(&file, &log) {
        panic!("{difference}");
    }
    // Built, and told once more from what is known.
    for _ in 0..2 {
        let (built, _) = project.run(["build", "--emit", "typ", "--format", "sarif"]).said();
        assert_eq!(built, log);
    }
}

#[test]
fn a_run_that_fails_says_so_in_its_log() {
    let (log, complaints) = small().run(["check", "no-such", "--format", "sarif"]).said();
    let log: Value = serde_json::from_str(&log).unwrap();
    assert_eq!(sarif().complaint_about(&log), None);
    let invocation = &log["runs"][0]["invocations"][0];
    assert_eq!(invocation["executionSuccessful"], false);
    let text = invocation["toolExecutionNotifications"][0]["message"]["text"].as_str().unwrap();
    assert!(text.contains("no-such") && complaints.contains(text), "{text}\n{complaints}");
    let office = Project::new().file("vanthu.yaml", "nope: 1\n").file("data/a.yaml", MINIMAL);
    let (log, _) = office.run(["check", "--format", "sarif"]).said();
    let log: Value = serde_json::from_str(&log).unwrap();
    assert_eq!(log["runs"][0]["results"][0]["ruleId"], "Y003");
}

#[test]
fn annotations_name_files_from_the_root_of_the_work_tree() {
    const FOUND: &str = "\
::error file=data/a.yaml,line=2,endLine=2,col=1,endColumn=6,title=Y003 unknown-key::\
không có khóa `nummer`%0Aý bạn là `number`?
::warning file=data/xã An Lạc.yaml,line=7,endLine=7,col=3,endColumn=4,title=D047 numbering-gap::\
số thứ tự `3.`, đáng lẽ là `2.`%0Asửa thành `2.`, hoặc thêm mục còn thiếu ở trước
::notice file=data/xã An Lạc.yaml,line=9,endLine=9,col=3,endColumn=4,title=D047 numbering-gap::\
số thứ tự `6.`, đáng lẽ là `4.`%0Asửa thành `4.`, hoặc thêm mục còn thiếu ở trước
";
    small().run(["check", "--format", "github", "--show", "accepted"]).stdout(FOUND).fails(1);
    let project = small();
    let root = project.path("").parent().unwrap().display().to_string();
    let name = project.path("").file_name().unwrap().to_string_lossy().into_owned();
    let below = FOUND.replace("file=", &format!("file={name}/"));
    project
        .env("GITHUB_WORKSPACE", &root)
        .run(["check", "--format", "github", "--show", "accepted"])
        .stdout(&below)
        .fails(1);
}

#[test]
fn a_run_without_end_has_no_log() {
    small()
        .run(["watch", "--format", "sarif"])
        .stderr_has(&["`sarif`", "`--format json`"])
        .breaks(2);
}

/// A finding in a file of rows names the cell, and the file from the root of the repository, also
/// where the project is a folder of it.
#[test]
fn findings_in_files_of_rows_name_the_file_from_the_root_of_the_repository() {
    let directive = crate::MINIMAL.replacen(
        "body:",
        "targets:\n  b:\n    row_header: Đơn vị\n    columns: [{id: so, header: Số}]\n    \
         rows: {file: x.csv}\nbody:",
        1,
    );
    let project = Project::new()
        .file(".git/HEAD", "ref: refs/heads/main\n")
        .file("van-thu/vanthu.yaml", "language: vi\n")
        .file("van-thu/data/xa/a.yaml", &directive)
        .file("van-thu/data/xa/x.csv", "Đơn vị,so\nThôn Đông,1.250\n")
        .within("van-thu");
    let said = |format: &str| project.run(["check", "--format", format]).said();
    let (_, short) = said("short");
    assert!(short.contains("data/xa/x.csv:2:11: error[N007]: ô B2: `1.250`"), "{short}");
    let (github, _) = said("github");
    assert!(github.contains("file=van-thu/data/xa/x.csv,line=2"), "{github}");
    let (sarif, _) = said("sarif");
    assert!(sarif.contains("\"uri\": \"van-thu/data/xa/x.csv\""), "{sarif}");
}

/// A project with an error, a warning and an accepted error.
fn answered_for() -> Project {
    Project::new().file(
        "data/a.yaml",
        "kind: cong-van\nsymbol: UBND-VX\nsubject: rà soát hộ nghèo.\n\
         signatory: {title: Chủ tịch, name: TS. Nguyễn Văn A}\n\
         body: |\n  1. Việc thứ nhất theo Quyết định số 12/QĐ- của tỉnh.\n\n  3. Việc thứ hai./.\n\
         accept:\n  - {rule: academic-title, why: ngành y tế ghi học vị}\n",
    )
}

#[test]
fn severities_follow_the_language_and_accepted_findings_are_counted() {
    let project = answered_for();
    let said = |arguments: &[&str]| {
        let output = project.command().args(arguments).output().unwrap();
        String::from_utf8(output.stderr).unwrap()
    };
    let vietnamese = said(&["check", "--format", "short"]);
    for words in ["data/a.yaml:6:25: lỗi[D135]: ", ": cảnh báo[D047]: ", ": ghi chú[D042]: "]
    {
        assert!(vietnamese.contains(words), "{words} in {vietnamese}");
    }
    assert!(!vietnamese.contains("D066"), "{vietnamese}");
    let english = said(&["check", "--format", "short", "--lang", "en", "--show", "accepted"]);
    for words in [": error[D135]: ", ": warning[D047]: ", ": note[D042]: ", ": warning[D066]: "] {
        assert!(english.contains(words), "{words} in {english}");
    }
    let last = |said: &str| said.lines().last().unwrap_or_default().to_owned();
    let human = said(&["check"]);
    assert!(!human.contains("ngành y tế ghi học vị"), "{human}");
    assert_eq!(last(&human), "1 văn bản, 1 lỗi, 2 cảnh báo, 1 đã chấp nhận");
    let shown = said(&["check", "--show", "accepted", "--lang", "en"]);
    assert!(shown.contains("ngành y tế ghi học vị"), "{shown}");
    assert_eq!(last(&shown), "1 document; errors: 1, warnings: 2, accepted: 1");
    assert!(!said(&["check", "-q"]).contains("văn bản, "));
    let json = project.run(["check", "--format", "json"]).said().0;
    assert!(json.contains(r#""code":"D066""#) && json.contains(r#""accepted":true"#), "{json}");
}

#[test]
fn a_clean_run_prints_one_line() {
    let project = Project::new().file(
        "data/a.yaml",
        "kind: cong-van\nsymbol: UBND-VX\nsubject: rà soát hộ nghèo\nbody: Đề nghị các xã rà soát./.\n",
    );
    let output = project.command().arg("check").output().unwrap();
    assert_eq!(String::from_utf8(output.stderr).unwrap(), "1 văn bản, 0 lỗi\n");
    assert_eq!(output.stdout, b"");
}
