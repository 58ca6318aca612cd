//! `vanthu issue`: a draft becomes an issued document, and stays what it was.

mod span_edit;

use std::process::Command;

use crate::project::{Project, files_of, of_project, same_as_file};

/// A draft that lacks number and day, and nothing else.
const DRAFT: &str = "\
# Công văn của xã.
kind: cong-van            # Mẫu 1.5
status: draft
issuer:
  parent: Ủy ban nhân dân huyện Yên Phong
  name: Trung tâm Y tế   # tên đầy đủ
  # hết phần cơ quan
number:                   # văn thư ghi
symbol: TTYT-KH
place: Yên Phong
date: 2023-02             # ngày còn trống
subject: rà soát hộ nghèo

recipients: {to: [Các trạm y tế], cc: [Như trên], file: {unit: KH}}
body: |
  Đề nghị các trạm y tế rà soát hộ nghèo./.
signatory: {title: Giám đốc, name: Nguyễn Văn A}
";

/// What [`DRAFT`] becomes.
const ISSUED: &str = "\
# Công văn của xã.
kind: cong-van            # Mẫu 1.5
status: issued
issuer:
  parent: Ủy ban nhân dân huyện Yên Phong
  name: Trung tâm Y tế   # tên đầy đủ
  # hết phần cơ quan
number: 49                   # văn thư ghi
symbol: TTYT-KH
place: Yên Phong
date: 2023-02-10             # ngày còn trống
subject: rà soát hộ nghèo

recipients: {to: [Các trạm y tế], cc: [Như trên], file: {unit: KH}}
body: |
  Đề nghị các trạm y tế rà soát hộ nghèo./.
signatory: {title: Giám đốc, name: Nguyễn Văn A}
";

const FILE: &str = "data/a.yaml";

/// Arguments that issue [`DRAFT`].
const ISSUE: [&str; 6] = ["issue", FILE, "--number", "49", "--date", "2023-02-10"];

/// A reason that names the document behind a change (R203, R204).
const BY: &str = "Công văn số 57/TTYT đính chính";

/// A repository with these files, all committed.
fn repository(files: &[(&str, &str)]) -> Project {
    let project = files.iter().fold(Project::new(), |it, (path, text)| it.file(path, text));
    let project = project
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .env("GIT_CONFIG_SYSTEM", "/dev/null")
        .file(".gitignore", "out/\n");
    git(&project, &["init", "-q"]);
    commit(&project);
    project
}

fn commit(project: &Project) {
    git(project, &["add", "-A"]);
    git(project, &["commit", "-q", "-m", "x"]);
}

fn git(project: &Project, arguments: &[&str]) {
    let mut git = Command::new("git");
    git.current_dir(project.path("")).env_clear();
    for (key, value) in [
        ("GIT_CONFIG_GLOBAL", "/dev/null"),
        ("GIT_CONFIG_SYSTEM", "/dev/null"),
        ("GIT_AUTHOR_NAME", "A"),
        ("GIT_AUTHOR_EMAIL", "a@example.com"),
        ("GIT_AUTHOR_DATE", "2026-03-05T00:00:00Z"),
        ("GIT_COMMITTER_NAME", "A"),
        ("GIT_COMMITTER_EMAIL", "a@example.com"),
        ("GIT_COMMITTER_DATE", "2026-03-05T00:00:00Z"),
    ] {
        git.env(key, value);
    }
    git.env("PATH", std::env::var_os("PATH").unwrap_or_default());
    let output = git.args(arguments).output().expect("git is there");
    assert!(output.status.success(), "{arguments:?}: {output:?}");
}

/// Where the documents of this test are recorded.
const RECORD: &str = "issued/2023.jsonl";

/// The record without what differs from one build of the program to the next.
fn record(project: &Project) -> String {
    let text = project.output_file(RECORD);
    let known = |line: &str| {
        let (before, after) = line.split_once(",\"program\":\"").unwrap();
        let (_, after) = after.split_once('"').unwrap();
        let before = before.split_once(",\"pdf\"").map_or(before, |(before, _)| before);
        format!("{before},\"program\":\"…\"{after}\n")
    };
    text.lines().map(known).collect()
}

#[test]
fn a_draft_gets_number_day_and_status_and_every_other_byte_stays() {
    let project = repository(&[(FILE, DRAFT)]);
    let (stdout, _) = project.run(ISSUE).said();
    assert_eq!(stdout, "data/a.yaml\nissued/2023.jsonl\n");
    assert_eq!(project.output_file(FILE), ISSUED);
    assert_eq!(
        record(&project),
        r#"{"path":"data/a.yaml","document":"49/TTYT-KH","date":"2023-02-10","state":"issued",
"meaning":"1-MEANING","source":"SOURCE","program":"…"}"#
            .replace('\n', "")
            .replace("MEANING", MEANING)
            .replace("SOURCE", SOURCE)
            + "\n"
    );
    project.run(["check"]).succeeds();
    commit(&project);
    project
        .run(ISSUE)
        .stderr(
            "\
lỗi[I001]: văn bản này đã ban hành
 --> data/a.yaml:3:9
  |
3 | status: issued
  |         ^^^^^^
  |
cách sửa: sai nội dung thì sửa đổi, thay thế bằng văn bản tương đương; sai thể thức thì đính chính bằng công văn; rồi sửa tệp và chạy `vanthu issue TỆP --correct \"Công văn số …\"`

",
        )
        .fails(1);
}

/// What the record says of [`ISSUED`]. When this changes, records that offices have do not hold
/// any more: the form of meanings must get a new number.
const MEANING: &str = "f53a14b7d77de78d0a4aca52e2923a97";
const SOURCE: &str = "77ed6970926fa3c8392ea768efa30b64";

/// The digest that an earlier program recorded for this document; `accept` is not part of it.
#[test]
fn a_document_means_what_it_meant_to_an_earlier_program() {
    let earlier = DRAFT.replace("{to: [Các trạm y tế], cc: [Như trên]", "{cc: [Các trạm y tế]")
        + "accept: [{rule: missing-addressee, why: gửi theo nơi nhận}]\n";
    let project = repository(&[(FILE, &earlier)]);
    project.run(ISSUE).whatever().succeeds();
    let recorded = record(&project);
    assert!(recorded.contains("\"1-3d7fa52dec8ab5180ac39fb7efe4c3ea\""), "{recorded}");
}

#[cfg(feature = "embedded")]
#[test]
fn the_recorded_pdf_is_the_one_that_build_writes() {
    let project = repository(&[(FILE, DRAFT)]);
    project.run(ISSUE).whatever().succeeds();
    project.run(["build", "-q"]).succeeds();
    let pdf = std::fs::read(project.path("out/a.pdf")).unwrap();
    let digest = vanthu::digest::Digest::of(&pdf);
    let record = project.output_file(RECORD);
    assert!(record.contains(&format!(",\"pdf\":\"{digest}\",")), "{record}");
}

#[test]
fn a_dry_run_shows_the_edit_and_writes_nothing() {
    let project = Project::new().file(FILE, &DRAFT.replace("status: draft\n", ""));
    let (stdout, _) = project.run(ISSUE.into_iter().chain(["--dry-run"])).said();
    assert_eq!(
        stdout,
        "\
data/a.yaml
    3 + status: issued
    7 - number:                   # văn thư ghi
    8 + number: 49                   # văn thư ghi
   10 - date: 2023-02             # ngày còn trống
   11 + date: 2023-02-10             # ngày còn trống
"
    );
    assert!(!project.path("issued").exists());
    assert!(project.output_file(FILE).contains("number:  "));
}

/// Runs `issue` and compares all that is said with a file; nothing may be written.
fn refused(name: &str, project: &Project, arguments: &[&str]) {
    let before = (project.output_file(FILE), project.path("issued").exists());
    let (stdout, stderr) = project.run(arguments).said();
    assert_eq!(stdout, "", "{name}");
    let path = of_project("tests/cases/issue").join(format!("{name}.txt"));
    let same = same_as_file(&path, &stderr);
    assert_eq!(same, Ok(()), "{name}");
    project.run(arguments).whatever().fails(1);
    assert_eq!((project.output_file(FILE), project.path("issued").exists()), before);
}

#[test]
fn what_cannot_be_issued_is_refused_and_says_why() {
    let clean = |text: &str| repository(&[(FILE, text)]);
    refused("number-missing", &clean(DRAFT), &["issue", FILE]);
    let [_, _, number, n, date, d] = ISSUE;
    refused("impossible-day", &clean(DRAFT), &["issue", FILE, number, n, date, "2023-02-30"]);
    refused("open-day", &clean(DRAFT), &["issue", FILE, number, n, date, "2023-02"]);
    refused("no-number", &clean(DRAFT), &["issue", FILE, number, "49/KH", date, d]);
    let other = DRAFT.replace("number:  ", "number: 50").replace("2023-02 ", "2023-02-09 ");
    refused("other-number-and-day", &clean(&other), &ISSUE);
    let blank = DRAFT.replace("rà soát hộ nghèo./.", "rà soát ...... hộ nghèo./.");
    refused("placeholder", &clean(&blank), &ISSUE);
    let warning = DRAFT.replace("nghèo./.", "nghèo.");
    refused("warning", &clean(&warning), &ISSUE);
    let broken = DRAFT.replace("kind: cong-van", "kind: cong-vann");
    refused("mistakes", &clean(&broken), &ISSUE);
    let nobody = DRAFT.replace(", name: Nguyễn Văn A", "");
    refused("nobody-signs", &clean(&nobody), &ISSUE);
    let taken = ISSUED.replace("rà soát", "báo cáo về");
    refused("taken", &repository(&[(FILE, DRAFT), ("data/b.yaml", &taken)]), &ISSUE);
    let dirty = clean(DRAFT).file("data/b.yaml", DRAFT).file("vanthu.yaml", "");
    refused("dirty", &dirty, &ISSUE);
    refused("no-repository", &Project::new().file(FILE, DRAFT), &ISSUE);
    let bom = Project::new().file(FILE, &format!("\u{feff}{DRAFT}"));
    refused("byte-order-mark", &bom, &ISSUE);
    refused("reason", &clean(ISSUED), &["issue", FILE, "--correct", " "]);
    refused("correct-a-draft", &clean(DRAFT), &["issue", FILE, "--correct", "sửa lỗi"]);
    refused("withdraw-what-is-not-recorded", &clean(ISSUED), &["issue", FILE, "--withdraw", "x"]);
    let names = files_of("tests/cases/issue", "txt").len();
    assert_eq!(names, 16, "a file without a case");
}

#[test]
fn without_git_the_work_tree_is_not_known() {
    let project = repository(&[(FILE, DRAFT)]).env("PATH", "/nowhere");
    let output = project.command().args(ISSUE).output().unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.starts_with("lỗi[I001]: máy này không có chương trình git\n"), "{said}");
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn what_is_not_committed_is_issued_when_that_is_asked_for() {
    let project = Project::new().file(FILE, DRAFT);
    project.run(ISSUE.into_iter().chain(["--allow-dirty"])).whatever().succeeds();
    assert_eq!(project.output_file(FILE), ISSUED);
}

#[test]
fn an_issued_document_that_says_something_else_is_an_error_until_it_is_corrected_or_withdrawn() {
    let project = repository(&[(FILE, DRAFT), ("data/b.yaml", crate::MINIMAL)]);
    project.run(ISSUE).whatever().succeeds();
    commit(&project);
    // Comments, quotes, order and folding say nothing.
    let same = ISSUED
        .replace("place: Yên Phong\n", "")
        .replace("kind: cong-van ", "place: \"Yên Phong\"   # nơi\nkind: 'cong-van' ")
        .replace("recipients: {to: [Các trạm y tế]", "recipients: {to: [ Các trạm y tế ]")
        .replace("Đề nghị các trạm y tế", "Đề nghị các trạm\n  y tế");
    let project = project.file(FILE, &same);
    project.run(["check"]).succeeds();
    let changed = ISSUED.replace("rà soát hộ nghèo./.", "rà soát hộ cận nghèo./.");
    let project = project.file(FILE, &changed);
    let said = "data/a.yaml:3:9: error[D530]: văn bản 49/TTYT-KH đã ban hành ngày 2023-02-10 nhưng \
                nội dung in ra không còn như khi ban hành: đoạn 1: Đề nghị các trạm y tế rà soát hộ {+cận +}nghèo./. \
                (`data/a.yaml`)\n";
    project.run(["check", "--format", "short"]).stderr(said).fails(1);
    project
        .run(["build", "--emit", "typ", "--format", "short"])
        .stdout("out/b.typ\n")
        .stderr(said)
        .fails(1);
    let draft = project.file(FILE, &ISSUED.replace("status: issued", "status: draft"));
    draft.run(["check", "--format", "short"]).stderr_has(&["error[D530]"]).fails(1);
    let project = draft.file(FILE, &changed);
    project
        .run(["issue", FILE, "--correct", "Công văn số 57/TTYT đính chính: \"hộ cận nghèo\""])
        .whatever()
        .succeeds();
    assert_eq!(project.output_file(FILE), changed, "only the record is written");
    project.run(["check"]).succeeds();
    let text = record(&project);
    for words in [
        r#""state":"corrected""#,
        r#""reasons":["Công văn số 57/TTYT đính chính: \"hộ cận nghèo\""]"#,
    ] {
        assert!(text.contains(words), "{text}");
    }
    let unchanged = ["issue", FILE, "--correct", BY];
    project.run(unchanged).stderr_has(&["không khác gì bản đã ban hành"]).fails(1);
    project.run(["issue", FILE, "--withdraw", BY]).whatever().succeeds();
    assert!(record(&project).contains(r#""state":"withdrawn""#));
    let project = project.file(FILE, &ISSUED.replace("hộ nghèo", "hộ khác"));
    let kept = "văn bản đã thu hồi vẫn giữ nguyên tệp và số";
    project.run(["check"]).stderr_has(&["D530", kept]).fails(1);
    for again in ["--withdraw", "--correct"] {
        project
            .run(["issue", FILE, again, "x"])
            .stderr_has(&["lỗi[I001]: văn bản này đã thu hồi"])
            .fails(1);
    }
}

/// What git has of a document says which figure or text has changed, and in which file.
#[test]
fn a_changed_figure_or_text_of_an_issued_document_is_named_with_its_file() {
    const TABLE: &str = "targets:\n  t:\n    title: Chỉ tiêu\n    row_header: Xã\n    columns: [{id: n, \
                         header: Số hộ}]\n    rows: {file: xa.csv}\n    total: {label: Cộng}\n";
    let draft = DRAFT
        .replace("  name: Trung tâm Y tế   # tên đầy đủ", "  id: ttyt")
        .replace("body: |\n", &format!("{TABLE}body: |\n  Xem {{{{ appendix(\"t\") }}}}.\n\n"));
    let rows = "Xã,n\nXã A,120\nXã B,80\n";
    let catalog = "issuers:\n  ttyt: {name: Trung tâm Y tế, code: TTYT}\n";
    let files = [(FILE, draft.as_str()), ("data/xa.csv", rows), ("data/catalog/a.yaml", catalog)];
    let project = repository(&files);
    project.run(ISSUE).whatever().succeeds();
    commit(&project);
    let issued = project.output_file(FILE);
    project.run(["check", "-q", "--format", "short"]).succeeds();
    for (file, text, told) in [
        (
            "data/xa.csv",
            rows.replace("120", "130"),
            "Xã A · Số hộ: 120 → 130 (+10; +8,33%); và 1 chỗ khác",
        ),
        (
            FILE,
            issued.replace("hộ nghèo./.", "hộ cận nghèo./."),
            "đoạn 2: Đề nghị các trạm y tế rà soát hộ {+cận +}nghèo./.",
        ),
        (
            "data/catalog/a.yaml",
            catalog.replace("Y tế,", "Y tế huyện,"),
            "cơ quan ban hành: Trung tâm Y tế → Trung tâm Y tế huyện",
        ),
    ] {
        let before = project.output_file(file);
        std::fs::write(project.path(file), &text).unwrap();
        let said = format!(
            "data/a.yaml:3:9: error[D530]: văn bản 49/TTYT-KH đã ban hành ngày 2023-02-10 nhưng nội \
             dung in ra không còn như khi ban hành: {told} (`{file}`)\n"
        );
        project.run(["check", "--format", "short"]).stderr(&said).fails(1);
        project.run(["build", "-q", "--emit", "typ", "--format", "short"]).stderr(&said).fails(1);
        std::fs::write(project.path(file), before).unwrap();
    }
}

#[test]
fn a_change_of_the_catalog_that_reaches_an_issued_document_is_noticed_when_it_is_built() {
    let catalog = "issuers:\n  ttyt: {name: Trung tâm Y tế, code: TTYT}\n";
    let draft = DRAFT.replace("  name: Trung tâm Y tế   # tên đầy đủ", "  id: ttyt");
    let project = repository(&[(FILE, &draft), ("data/catalog/a.yaml", catalog)]);
    project.run(ISSUE).whatever().succeeds();
    project.run(["build", "-q", "--emit", "typ"]).succeeds();
    let renamed = catalog.replace("Trung tâm Y tế", "Trung tâm Y tế huyện");
    let project = project.file("data/catalog/a.yaml", &renamed);
    project.run(["build", "-q", "--emit", "typ"]).stderr_has(&["D530"]).fails(1);
    // The record alone makes documents out of date, too.
    let project = project.file("data/catalog/a.yaml", catalog);
    project.run(["build", "-q", "--emit", "typ"]).succeeds();
    let text = project.output_file(RECORD);
    let (before, digest) = text.split_once("\"1-").unwrap();
    let spoilt = format!("{before}\"1-00{}", &digest[2..]);
    let project = project.file(RECORD, &spoilt);
    project.run(["build", "-q", "--emit", "typ"]).stderr_has(&["D530"]).fails(1);
}

/// NĐ 30/2020/NĐ-CP, Điều 18 khoản 4 (R204): the number stays taken, the record stays as it is.
#[test]
fn what_was_withdrawn_is_not_issued_anew() {
    let project = repository(&[(FILE, DRAFT), ("data/b.yaml", DRAFT)]);
    project.run(ISSUE).whatever().succeeds();
    project.run(["issue", FILE, "--withdraw", BY]).whatever().succeeds();
    commit(&project);
    let before = record(&project);
    let same = ["issue", "data/b.yaml", "--number", "49", "--date", "2023-02-10"];
    project.run(same).stderr_has(&["D028"]).fails(1);
    let project = project.file(FILE, DRAFT);
    commit(&project);
    let again = ["issue", FILE, "--number", "50", "--date", "2023-02-11"];
    project.run(again).stderr_has(&["lỗi[I001]", "văn bản này đã thu hồi"]).fails(1);
    assert_eq!(record(&project), before);
}

/// NĐ 30/2020/NĐ-CP, Điều 18 khoản 3 (R203): content is amended by a document of equivalent form,
/// form is corrected by a công văn.
#[test]
fn a_correction_names_the_document_that_makes_it() {
    let plan = DRAFT
        .replace("kind: cong-van", "kind: ke-hoach")
        .replace("symbol: TTYT-KH", "symbol: KH-TTYT")
        .replace("to: [Các trạm y tế], cc: [Như trên]", "cc: [Các trạm y tế]")
        .replace("  Đề nghị các", "  1. Các");
    for (draft, good, bad) in [
        (DRAFT, "Công văn số 57/TTYT-KH đính chính", "Quyết định số 5/QĐ-TTYT sửa đổi"),
        (DRAFT, "theo công văn số 57/TTYT", "sửa lỗi chính tả"),
        (&*plan, "Kế hoạch số 60/KH-TTYT sửa đổi, bổ sung", "Thông báo số 3/TB-TTYT"),
        (&*plan, "Công văn số 57/TTYT-KH ngày 12/02/2023", "Công văn số 57"),
    ] {
        let project = repository(&[(FILE, draft)]);
        project.run(ISSUE).whatever().succeeds();
        let issued = project.output_file(FILE);
        project.write(FILE, &issued.replace("hộ nghèo./.", "hộ cận nghèo./."));
        let before = record(&project);
        let why = "không nêu văn bản nào được phép sửa";
        project.run(["issue", FILE, "--correct", bad]).stderr_has(&["lỗi[I001]", why]).fails(1);
        let why = "không nêu số của văn bản thu hồi";
        project.run(["issue", FILE, "--withdraw", "x"]).stderr_has(&["lỗi[I001]", why]).fails(1);
        assert_eq!(record(&project), before);
        project.run(["issue", FILE, "--correct", good]).whatever().succeeds();
        project.run(["check"]).succeeds();
    }
}

#[test]
fn entries_stand_in_the_order_of_their_paths_a_line_for_each() {
    let names = ["data/c.yaml", "data/a b.yaml", "data/Đề án.yaml"];
    let files: Vec<(&str, &str)> = names.iter().map(|name| (*name, DRAFT)).collect();
    let project = repository(&files);
    for (index, name) in names.iter().enumerate() {
        let number = (49 + index).to_string();
        let arguments =
            ["issue", name, "--number", &number, "--date", "2023-02-10", "--allow-dirty"];
        project.run(arguments).whatever().succeeds();
    }
    let text = project.output_file(RECORD);
    let path = |line: &str| line[..line.find(",\"document\"").unwrap()].to_owned();
    let wanted = ["a b", "c", "Đề án"].map(|name| format!("{{\"path\":\"data/{name}.yaml\""));
    assert_eq!(text.lines().map(path).collect::<Vec<_>>(), wanted);
    project.run(["check"]).succeeds();
}

/// What the record of a project would be if this entry were in a file of an earlier program.
fn old_record(project: &Project) -> String {
    let line = project.output_file(RECORD);
    let line: serde_json::Value = serde_json::from_str(line.lines().next().unwrap()).unwrap();
    let key = |name: &str| line[name].as_str().unwrap().to_owned();
    format!(
        "\"{}\":\n  document: \"{}\"\n  date: {}\n  state: {}\n  meaning: {}\n  source: \"{}\"\n  \
         program: \"{}\"\n",
        key("path"),
        key("document"),
        key("date"),
        key("state"),
        key("meaning"),
        key("source"),
        key("program")
    )
}

#[test]
fn a_record_of_an_earlier_program_is_read_and_taken_over_when_something_is_issued() {
    let project = repository(&[(FILE, DRAFT), ("data/b.yaml", &DRAFT.replace("rà soát", "x"))]);
    project.run(ISSUE).whatever().succeeds();
    let old = old_record(&project);
    std::fs::remove_dir_all(project.path("issued")).unwrap();
    let project = project.file("issued.yaml", &old);
    commit(&project);
    project.run(["check"]).succeeds();
    project.run(ISSUE).stderr_has(&["lỗi[I001]: văn bản này đã ban hành"]).fails(1);
    let changed = project.output_file(FILE).replace("hộ nghèo./.", "hộ cận nghèo./.");
    let project = project.file(FILE, &changed);
    project.run(["check", "--format", "short"]).stderr_has(&["error[D530]"]).fails(1);
    let project = project.file(FILE, ISSUED);
    let second = ["issue", "data/b.yaml", "--number", "50", "--date", "2024-01-05"];
    let (stdout, _) = project.run(second).said();
    assert_eq!(stdout, "data/b.yaml\nissued/2023.jsonl\nissued/2024.jsonl\n");
    assert!(!project.path("issued.yaml").exists());
    assert!(record(&project).starts_with("{\"path\":\"data/a.yaml\""));
    project.run(["check"]).succeeds();
}

#[test]
fn two_that_issue_at_once_both_are_recorded() {
    let names: Vec<String> = (0..8).map(|index| format!("data/{index}.yaml")).collect();
    for _ in 0..3 {
        let files: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), DRAFT)).collect();
        let project = repository(&files);
        let mut runs: Vec<_> = names
            .iter()
            .enumerate()
            .map(|(index, name)| {
                let number = (index + 1).to_string();
                let mut command = project.command();
                command.args(["issue", name, "--number", &number, "--date", "2023-02-10"]);
                command.arg("--allow-dirty").stderr(std::process::Stdio::null());
                command.stdout(std::process::Stdio::null()).spawn().unwrap()
            })
            .collect();
        assert!(runs.iter_mut().all(|run| run.wait().unwrap().success()));
        assert_eq!(record(&project).lines().count(), names.len());
        project.run(["check"]).succeeds();
        assert_eq!(project.listing("issued"), [RECORD]);
    }
}

#[test]
fn ended_between_the_two_files_the_next_run_completes_it_and_undoes_it_where_the_file_changed() {
    let project = repository(&[(FILE, DRAFT)]);
    project.run(ISSUE).whatever().succeeds();
    let line = project.output_file(RECORD);
    let pending = serde_json::json!({
        "path": FILE,
        "before": vanthu::digest::Digest::of(DRAFT.as_bytes()),
        "text": ISSUED,
        "line": line.trim_end(),
        "previous": null,
    });
    let pending = pending.to_string();
    let completed = "vanthu: lần ban hành `data/a.yaml` trước bị ngắt giữa chừng; đã ghi nốt, văn \
                     bản đã ban hành\n";
    let reverted = "vanthu: lần ban hành `data/a.yaml` trước bị ngắt giữa chừng và tệp đã sửa từ \
                    đó; đã bỏ lần ấy, văn bản chưa ban hành\n";
    // What a run may have left, by how far it came.
    for (record, directive) in [(None, DRAFT), (Some(&line), DRAFT), (Some(&line), ISSUED)] {
        std::fs::remove_file(project.path(RECORD)).ok();
        project.write("issued/.pending", &pending);
        project.write("issued/.vanthu-part", "torn");
        project.write("data/.vanthu-part", "torn");
        record.iter().for_each(|line| project.write(RECORD, line));
        project.write(FILE, directive);
        project.run(["check"]).stderr(completed).succeeds();
        assert_eq!(project.output_file(FILE), ISSUED);
        assert_eq!(project.output_file(RECORD), line);
        assert_eq!(project.listing("issued"), [RECORD]);
        assert_eq!(project.listing("data"), [FILE]);
    }
    let edited = DRAFT.replace("hộ nghèo./.", "hộ cận nghèo./.");
    for record in [None, Some(&line)] {
        project.write("issued/.pending", &pending);
        std::fs::remove_file(project.path(RECORD)).ok();
        record.iter().for_each(|line| project.write(RECORD, line));
        project.write(FILE, &edited);
        project.run(["check"]).stderr(reverted).succeeds();
        assert_eq!(project.output_file(FILE), edited);
        assert!(project.listing("issued").is_empty());
    }
    // The very command that was ended, once more.
    project.write("issued/.pending", &pending);
    project.write(FILE, DRAFT);
    project
        .run(ISSUE.into_iter().chain(["--allow-dirty"]))
        .stderr_has(&[completed, "lỗi[I001]: văn bản này đã ban hành"])
        .fails(1);
    assert_eq!(project.output_file(RECORD), line);
}

/// Both files are there or neither, whenever the program is ended, once the next run is done.
#[cfg(unix)]
#[test]
#[expect(clippy::print_stderr, reason = "says what the kills came to")]
fn killed_at_any_moment_a_document_is_issued_or_it_is_not() {
    let rounds = std::env::var("KILLS").ok().and_then(|count| count.parse().ok()).unwrap_or(15);
    let project = repository(&[(FILE, DRAFT)]);
    let clock = std::time::Instant::now();
    project.run(ISSUE.into_iter().chain(["--dry-run"])).whatever().succeeds();
    let takes = clock.elapsed() * 2;
    let (mut issued, mut stuck) = (0, 0);
    for round in 0..rounds {
        project.write(FILE, DRAFT);
        std::fs::remove_dir_all(project.path("issued")).ok();
        let mut command = project.command();
        command.args(ISSUE).arg("--allow-dirty").stderr(std::process::Stdio::null());
        let mut run = command.stdout(std::process::Stdio::null()).spawn().unwrap();
        std::thread::sleep(takes * round / rounds);
        run.kill().unwrap();
        run.wait().unwrap();
        stuck += i32::from(project.path("issued/.pending").exists());
        project.run(["check"]).whatever().succeeds();
        match project.output_file(FILE).as_str() {
            ISSUED => {
                issued += 1;
                assert_eq!(record(&project).lines().count(), 1);
            }
            draft => {
                assert_eq!(draft, DRAFT);
                assert!(project.listing("issued").iter().all(|path| path.contains(".vanthu-")));
            }
        }
    }
    eprintln!("{rounds} kills: {issued} issued, {stuck} were settled by the next run");
}

#[test]
fn a_document_that_was_renamed_is_found_again_and_its_entry_follows() {
    let project = repository(&[(FILE, DRAFT)]);
    project.run(ISSUE).whatever().succeeds();
    git(&project, &["mv", FILE, "data/b.yaml"]);
    commit(&project);
    project
        .run(["check", "--format", "short"])
        .stderr(
            "issued/2023.jsonl:1:1: error[I002]: issued/2023.jsonl ghi `data/a.yaml` đã ban hành; \
             tệp ấy nay là `data/b.yaml`\n",
        )
        .fails(1);
    project
        .run(["issue", "data/b.yaml"])
        .stdout("issued/2023.jsonl\n")
        .stderr(
            "vanthu: 49/TTYT-KH nay ở `data/b.yaml`, trước ở `data/a.yaml`; đã ghi tên mới, commit \
             cùng tệp\n",
        )
        .succeeds();
    project.run(["check"]).succeeds();
    assert!(record(&project).starts_with("{\"path\":\"data/b.yaml\""));
    // Renamed and changed: the record follows, and says that it was changed.
    git(&project, &["mv", "data/b.yaml", "data/c.yaml"]);
    project.write("data/c.yaml", &ISSUED.replace("hộ nghèo./.", "hộ cận nghèo./."));
    let lost = "không còn tệp đó";
    project.run(["check", "--format", "short"]).stderr_has(&["error[I002]", lost]).fails(1);
    project.run(["issue", "data/c.yaml"]).whatever().succeeds();
    project.run(["check", "--format", "short"]).stderr_has(&["error[D530]"]).fails(1);
    project.run(["issue", "data/c.yaml", "--correct", BY]).whatever().succeeds();
    project.run(["check"]).succeeds();
}

#[test]
fn names_of_all_kinds_are_recorded() {
    for name in ["data/\n\u{1b}[31m.yaml", "data/\u{85}\u{2028}\"\\.yaml", "data/a: {b}.yaml"] {
        let project = repository(&[(name, DRAFT)]);
        project
            .run(["issue", name, "--number", "49", "--date", "2023-02-10"])
            .whatever()
            .succeeds();
        commit(&project);
        project.run(["check"]).succeeds();
        assert_eq!(record(&project).lines().count(), 1);
        project.run(["issue", name, "--withdraw", BY]).whatever().succeeds();
    }
}

/// A record of 10,000 entries was no longer read: it is larger than a directive may be.
#[test]
fn a_record_of_many_years_and_documents_is_read() {
    let project = repository(&[(FILE, DRAFT)]);
    project.run(ISSUE).whatever().succeeds();
    let line = project.output_file(RECORD);
    let withdrawn = line.replace("\"issued\"", "\"withdrawn\"");
    let mut text = line;
    for number in 0..20_000 {
        text += &withdrawn.replace("data/a.yaml", &format!("data/b/{number:05}.yaml"));
    }
    assert!(text.len() > 4 * 1024 * 1024);
    project.write(RECORD, &text);
    project.run(["check"]).succeeds();
    let changed = ISSUED.replace("hộ nghèo./.", "hộ cận nghèo./.");
    project.write(FILE, &changed);
    project.run(["check", "--format", "short"]).stderr_has(&["error[D530]"]).fails(1);
    project.run(["issue", FILE, "--correct", BY]).whatever().succeeds();
    assert_eq!(record(&project).lines().count(), 20_001);
}

#[test]
fn a_damaged_record_is_named_by_its_line_and_stops_everything_that_would_write_it() {
    let project = repository(&[(FILE, DRAFT), ("data/b.yaml", DRAFT)]);
    project.run(ISSUE).whatever().succeeds();
    commit(&project);
    let line = project.output_file(RECORD);
    let torn = &line[..line.len() / 2];
    let text = format!("{line}{line}<<<<<<< HEAD\n{torn}\n");
    project.write(RECORD, &text);
    let (_, stderr) = project.run(["check", "--format", "short"]).said();
    let at = |prefix: &str| stderr.lines().any(|line| line.starts_with(prefix));
    assert!(
        at("issued/2023.jsonl:2:1: error[I002]: issued/2023.jsonl có thêm một mục"),
        "{stderr}"
    );
    assert!(at("issued/2023.jsonl:3:1: error[I002]: không dùng được `<<<<<<< HEAD`"), "{stderr}");
    assert!(at("issued/2023.jsonl:4:1: error[I002]: không dùng được"), "{stderr}");
    let second = ["issue", "data/b.yaml", "--number", "50", "--date", "2023-02-11"];
    project.run(second.into_iter().chain(["--allow-dirty"])).whatever().fails(1);
    assert_eq!(project.output_file(RECORD), text);
}
