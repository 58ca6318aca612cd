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

recipients: {cc: [Các trạm y tế], file: {unit: KH}}
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

recipients: {cc: [Các trạm y tế], file: {unit: KH}}
body: |
  Đề nghị các trạm y tế rà soát hộ nghèo./.
signatory: {title: Giám đốc, name: Nguyễn Văn A}
";

const FILE: &str = "data/a.yaml";

/// Arguments that issue [`DRAFT`].
const ISSUE: [&str; 6] = ["issue", FILE, "--number", "49", "--date", "2023-02-10"];

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

/// The record without what differs from one build of the program to the next.
fn record(project: &Project) -> String {
    let text = project.output_file("issued.yaml");
    let lines = text.lines().filter(|line| !line.starts_with("  pdf: "));
    let known = |line: &str| match line.split_once("program: ") {
        Some((before, _)) => format!("{before}program: …\n"),
        None => format!("{line}\n"),
    };
    lines.map(known).collect()
}

#[test]
fn a_draft_gets_number_day_and_status_and_every_other_byte_stays() {
    let project = repository(&[(FILE, DRAFT)]);
    let (stdout, _) = project.run(ISSUE).said();
    assert_eq!(stdout, "data/a.yaml\nissued.yaml\n");
    assert_eq!(project.output_file(FILE), ISSUED);
    assert_eq!(
        record(&project),
        "\
# Văn bản đã ban hành. `vanthu issue` ghi tệp này; không sửa tay, đưa vào git cùng văn bản.
# Issued documents. `vanthu issue` writes this file; do not edit it, commit it with the documents.

\"data/a.yaml\":
  document: \"49/TTYT-KH\"
  date: 2023-02-10
  state: issued
  meaning: 1-MEANING
  source: \"SOURCE\"
  program: …
"
        .replace("MEANING", MEANING)
        .replace("SOURCE", SOURCE)
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
cách sửa: muốn sửa thì sửa tệp rồi chạy `vanthu issue TỆP --correct \"lý do\"`

",
        )
        .fails(1);
}

/// What the record says of [`ISSUED`]. When this changes, records that offices have do not hold
/// any more: the form of meanings must get a new number.
const MEANING: &str = "3d7fa52dec8ab5180ac39fb7efe4c3ea";
const SOURCE: &str = "f3f87eac75975eac2001ee792259360e";

#[cfg(feature = "embedded")]
#[test]
fn the_recorded_pdf_is_the_one_that_build_writes() {
    let project = repository(&[(FILE, DRAFT)]);
    project.run(ISSUE).whatever().succeeds();
    project.run(["build", "-q"]).succeeds();
    let pdf = std::fs::read(project.path("out/a.pdf")).unwrap();
    let digest = vanthu::digest::Digest::of(&pdf);
    let record = project.output_file("issued.yaml");
    assert!(record.contains(&format!("  pdf: \"{digest}\"\n")), "{record}");
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
    assert!(!project.path("issued.yaml").exists());
    assert!(project.output_file(FILE).contains("number:  "));
}

/// Runs `issue` and compares all that is said with a file; nothing may be written.
fn refused(name: &str, project: &Project, arguments: &[&str]) {
    let before = (project.output_file(FILE), project.path("issued.yaml").exists());
    let (stdout, stderr) = project.run(arguments).said();
    assert_eq!(stdout, "", "{name}");
    let path = of_project("tests/cases/issue").join(format!("{name}.txt"));
    let same = same_as_file(&path, &stderr);
    assert_eq!(same, Ok(()), "{name}");
    project.run(arguments).whatever().fails(1);
    assert_eq!((project.output_file(FILE), project.path("issued.yaml").exists()), before);
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
        .replace("recipients: {cc: [Các trạm y tế]", "recipients: {cc: [ Các trạm y tế ]")
        .replace("Đề nghị các trạm y tế", "Đề nghị các trạm\n  y tế");
    let project = project.file(FILE, &same);
    project.run(["check"]).succeeds();
    let changed = ISSUED.replace("rà soát hộ nghèo./.", "rà soát hộ cận nghèo./.");
    let project = project.file(FILE, &changed);
    let said = "data/a.yaml:3:9: error[D530]: văn bản 49/TTYT-KH đã ban hành ngày 2023-02-10 nhưng \
                nội dung in ra không còn như khi ban hành\n";
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
        .run(["issue", FILE, "--correct", "đính chính đối tượng: \"hộ cận nghèo\""])
        .whatever()
        .succeeds();
    assert_eq!(project.output_file(FILE), changed, "only the record is written");
    project.run(["check"]).succeeds();
    let text = record(&project);
    for words in [
        "  state: corrected\n",
        "  reasons:\n    - \"đính chính đối tượng: \\\"hộ cận nghèo\\\"\"\n",
    ] {
        assert!(text.contains(words), "{text}");
    }
    let unchanged = ["issue", FILE, "--correct", "x"];
    project.run(unchanged).stderr_has(&["không khác gì bản đã ban hành"]).fails(1);
    project.run(["issue", FILE, "--withdraw", "thu hồi"]).whatever().succeeds();
    assert!(record(&project).contains("  state: withdrawn\n"));
    let project = project.file(FILE, &ISSUED.replace("hộ nghèo", "hộ khác"));
    project.run(["check"]).succeeds();
    for again in ["--withdraw", "--correct"] {
        project
            .run(["issue", FILE, again, "x"])
            .stderr_has(&["lỗi[I001]: văn bản này đã thu hồi"])
            .fails(1);
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
    let spoilt = project.output_file("issued.yaml").replace("meaning: 1-", "meaning: 1-00");
    let shortened: String = spoilt
        .lines()
        .map(|line| match line.strip_prefix("  meaning: ") {
            Some(digest) => format!("  meaning: {}\n", &digest[..34]),
            None => format!("{line}\n"),
        })
        .collect();
    let project = project.file("issued.yaml", &shortened);
    project.run(["build", "-q", "--emit", "typ"]).stderr_has(&["D530"]).fails(1);
}

#[test]
fn what_was_withdrawn_can_be_issued_anew_and_keeps_its_reasons() {
    let project = repository(&[(FILE, DRAFT)]);
    project.run(ISSUE).whatever().succeeds();
    project.run(["issue", FILE, "--withdraw", "ban hành nhầm"]).whatever().succeeds();
    let project = project.file(FILE, DRAFT);
    commit(&project);
    project.run(["issue", FILE, "--number", "50", "--date", "2023-02-11"]).whatever().succeeds();
    let text = record(&project);
    assert!(text.contains("\"50/TTYT-KH\"") && text.contains("\"ban hành nhầm\""), "{text}");
    assert!(text.contains("state: issued"), "{text}");
}

#[test]
fn entries_stand_in_the_order_of_their_paths_with_a_blank_line_between() {
    let names = ["data/c.yaml", "data/a b.yaml", "data/Đề án.yaml"];
    let files: Vec<(&str, &str)> = names.iter().map(|name| (*name, DRAFT)).collect();
    let project = repository(&files);
    for (index, name) in names.iter().enumerate() {
        let number = (49 + index).to_string();
        let arguments =
            ["issue", name, "--number", &number, "--date", "2023-02-10", "--allow-dirty"];
        project.run(arguments).whatever().succeeds();
    }
    let text = project.output_file("issued.yaml");
    let keys: Vec<&str> = text.lines().filter(|line| line.starts_with('"')).collect();
    assert_eq!(keys, ["\"data/a b.yaml\":", "\"data/c.yaml\":", "\"data/Đề án.yaml\":"]);
    assert_eq!(text.matches("\n\n\"").count(), 3);
    project.run(["check"]).succeeds();
}
