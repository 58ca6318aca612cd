//! The command line: exit codes, what goes to which stream, and wrong usage.

use std::process::Stdio;

use crate::MINIMAL;
use crate::project::Project;

/// `number` misspelt, and nothing else wrong.
const MISSPELT: &str = "\
kind: cong-van
nummer: 12
symbol: UBND-VX
subject: rà soát hộ nghèo
body: Đề nghị các xã rà soát hộ nghèo./.
";

const MISSPELT_FOUND: &str = "\
lỗi[Y003]: không có khóa `nummer`
 --> data/a.yaml:2:1
  |
2 | nummer: 12
  | ^^^^^^
  |
cách sửa: ý bạn là `number`?
  |
2 - nummer: 12
2 + number: 12
  |

";

/// A warning: nothing is wrong, but the numbers leave a gap.
const GAP: &str = "\
kind: cong-van
symbol: UBND-VX
subject: rà soát hộ nghèo
body: |
  1. Rà soát.

  3. Báo cáo./.
";

const GAP_FOUND: &str = "data/a.yaml:7:3: warning[D047]: số thứ tự `3.`, đáng lẽ là `2.`\n";

#[test]
fn a_clean_check_says_nothing_and_ends_with_0() {
    Project::new().file("data/a.yaml", MINIMAL).run(["check"]).succeeds();
}

#[test]
fn an_error_goes_to_stderr_with_its_place_and_the_edit_and_ends_with_1() {
    Project::new().file("data/a.yaml", MISSPELT).run(["check"]).stderr(MISSPELT_FOUND).fails(1);
}

#[test]
fn findings_are_printed_under_quiet_and_paths_are_not() {
    let project = Project::new().file("data/a.yaml", MISSPELT).file("data/b.yaml", MINIMAL);
    project.run(["check", "--quiet"]).stderr(MISSPELT_FOUND).fails(1);
    project.run(["build", "-q", "--emit", "typ"]).stderr(MISSPELT_FOUND).fails(1);
}

#[test]
fn a_warning_ends_with_0_and_with_1_when_warnings_are_denied() {
    let project = Project::new().file("data/a.yaml", GAP);
    project.run(["check", "--format", "short"]).stderr(GAP_FOUND).succeeds();
    project.run(["check", "--format", "short", "--deny-warnings"]).stderr(GAP_FOUND).fails(1);
}

#[test]
fn a_denied_warning_stops_no_document() {
    let project = Project::new().file("data/a.yaml", GAP);
    let run = project.run(["build", "--emit", "typ", "--format", "short", "--deny-warnings"]);
    run.stdout("out/a.typ\n").stderr(GAP_FOUND).fails(1);
}

#[test]
fn what_is_accepted_fails_not_even_when_warnings_are_denied() {
    let accepted = "accept: [{rule: numbering-gap, at: 3., why: mục 2 đã bãi bỏ}]\n";
    let project = Project::new().file("data/a.yaml", &format!("{GAP}{accepted}"));
    project.run(["check", "--deny-warnings"]).succeeds();
    project
        .run(["check", "--deny-warnings", "--show", "accepted"])
        .stderr(
            "\
cảnh báo[D047]: số thứ tự `3.`, đáng lẽ là `2.`
--> data/a.yaml:7:3
 |
đã chấp nhận: mục 2 đã bãi bỏ

",
        )
        .succeeds();
}

#[test]
fn json_is_data_on_stdout_one_object_a_line() {
    Project::new()
        .file("data/a.yaml", MISSPELT)
        .run(["check", "--format", "json"])
        .stdout(concat!(
            r#"{"schema":1,"code":"Y003","name":"unknown-key","severity":"error","#,
            r#""message":"không có khóa `nummer`","file":"data/a.yaml","line":2,"column":1,"#,
            r#""end_line":2,"end_column":7,"related":[],"help":"ý bạn là `number`?","accepted":false,"#,
            r#""edits":[{"file":"data/a.yaml","line":2,"column":1,"end_line":2,"end_column":7,"#,
            r#""replacement":"number","safe":true}]}"#,
            "\n"
        ))
        .fails(1);
}

#[test]
fn json_stands_alone_on_stdout_when_documents_are_built() {
    let project = Project::new().file("data/a.yaml", MINIMAL).file("data/b.yaml", MISSPELT);
    let (stdout, stderr) = project.run(["build", "--emit", "typ", "--format", "json"]).said();
    assert_eq!(stdout.lines().filter(|line| line.starts_with('{')).count(), 1, "{stdout}");
    assert_eq!((stdout.lines().count(), stderr.as_str()), (1, ""));
}

#[test]
fn all_files_are_tried_and_all_findings_printed_in_the_order_of_paths() {
    Project::new()
        .file("data/nam-sach/b.yaml", MISSPELT)
        .file("data/an-lac.yaml", &MISSPELT.replace("nummer", "numbr"))
        .file("data/z.yml", MISSPELT)
        .file("data/ghi-chu.txt", "không phải văn bản")
        .run(["check", "--format", "short"])
        .stderr(
            "data/an-lac.yaml:2:1: error[Y003]: không có khóa `numbr`\n\
             data/nam-sach/b.yaml:2:1: error[Y003]: không có khóa `nummer`\n\
             data/z.yml:2:1: error[Y003]: không có khóa `nummer`\n",
        )
        .fails(1);
}

#[test]
fn what_was_written_is_listed_on_stdout() {
    let project = Project::new().file("data/2024/a.yaml", MINIMAL).file("data/b.yaml", MINIMAL);
    project.run(["build", "--emit", "typ"]).stdout("out/2024/a.typ\nout/b.typ\n").succeeds();
    assert!(project.output_file("out/2024/a.typ").contains("Công văn rà soát hộ nghèo"));
    assert!(project.listing("out").contains(&"out/lib/vanthu.typ".to_owned()));
}

#[test]
fn only_the_paths_that_are_named_are_worked_on() {
    let project = Project::new()
        .file("data/a.yaml", MINIMAL)
        .file("data/nam-sach/b.yaml", MINIMAL)
        .file("data/c.yaml", MISSPELT);
    project
        .run(["build", "--emit", "typ", "data/a.yaml", "data/nam-sach", "data/a.yaml"])
        .stdout("out/a.typ\nout/nam-sach/b.typ\n")
        .succeeds();
}

#[test]
fn the_project_is_found_from_a_folder_within_it() {
    let project = Project::new()
        .file("vanthu.yaml", "")
        .file("data/a.yaml", MISSPELT)
        .folder("data/nam-sach")
        .within("data/nam-sach");
    project.run(["check"]).stderr(MISSPELT_FOUND).fails(1);
    project.run(["check", "../a.yaml"]).stderr(MISSPELT_FOUND).fails(1);
}

#[test]
fn the_catalog_and_hidden_files_are_no_directives() {
    Project::new()
        .file("data/a.yaml", MINIMAL)
        .file("data/catalog/issuers.yaml", "# nothing yet\n")
        .file("data/schema/x.yaml", "x: 1\n")
        .file("data/.nhap.yaml", "x: 1\n")
        .run(["check"])
        .succeeds();
}

#[test]
fn a_closed_stdout_is_success() {
    let project = Project::new().file("data/a.yaml", MISSPELT);
    for arguments in [&["check", "--format", "json"][..], &["explain", "D500"], &["--help"]] {
        let (reader, writer) = std::io::pipe().expect("a pipe");
        drop(reader);
        let mut command = project.command();
        let child = command.args(arguments).stdout(writer).stderr(Stdio::piped()).spawn();
        let output = child.expect("the program starts").wait_with_output().expect("its end");
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!((output.status.code(), &*said), (Some(0), ""), "{arguments:?}");
    }
}

#[test]
fn wrong_usage_is_told_in_one_line_and_ends_with_2() {
    for (arguments, said) in [
        (
            &["dung"][..],
            "không có lệnh `dung`; có: `build`, `check`, `explain`, `diff`, `watch`, `verify`, `issue`, `register`, `schema`, `init`, `new`, `doctor`, `fonts`, `preview`, `lsp`, `completions`, `man`, `tasks`",
        ),
        (&["check", "--mau"], "không có đối số `--mau`"),
        (
            &["build", "--emit", "doc"],
            "`doc` không phải là một giá trị của --emit <EMIT>; có: `pdf`, `typ`, `docx`, `xlsx`, `print`",
        ),
        (&["check", "--format"], "thiếu --format <FORMAT>"),
        (&["explain"], "thiếu <CODE>"),
    ] {
        let said = format!("vanthu: lỗi: {said}\n");
        Project::new().run(arguments).stderr(&said).breaks(2);
    }
}

#[test]
fn without_a_command_the_help_goes_to_stderr_and_with_help_to_stdout() {
    let (stdout, help) = Project::new().run(["--help"]).said();
    Project::new().run(["--help"]).stdout(&stdout).succeeds();
    Project::new().run([""; 0]).stderr(&stdout).breaks(2);
    assert_eq!(help, "");
    for words in ["Cách dùng: vanthu <…>", "build", "dựng văn bản", "-V, --version"] {
        assert!(stdout.contains(words), "{stdout}");
    }
    Project::new().run(["--version"]).stdout("vanthu 0.1.0\n").succeeds();
}

#[test]
fn paths_without_a_document_are_a_failure_that_names_them() {
    let project = Project::new().folder("data/trong").file("khac/x.txt", "");
    project
        .run(["check", "data/trong"])
        .stderr("vanthu: lỗi: không có văn bản nào trong `data/trong`\n")
        .breaks(2);
    project
        .run(["check", "data/2025"])
        .stderr("vanthu: lỗi: không đọc được `data/2025`: không có tệp hoặc thư mục này\n")
        .breaks(2);
    Project::new()
        .run(["check"])
        .stderr("vanthu: lỗi: không đọc được `data`: không có tệp hoặc thư mục này\n")
        .breaks(2);
}

#[test]
fn a_path_outside_of_the_project_is_refused_once() {
    let project = Project::new()
        .file("co-quan/vanthu.yaml", "")
        .file("khac/a.yaml", MINIMAL)
        .file("khac/b.yaml", MINIMAL)
        .within("co-quan");
    project
        .run(["check", "../khac"])
        .stderr("vanthu: lỗi: `[project]/khac` nằm ngoài thư mục dự án `[project]/co-quan`\n")
        .breaks(2);
}

#[test]
fn two_sources_of_one_output_are_refused_and_the_first_is_built() {
    let project = Project::new().file("data/a.yaml", MINIMAL).file("data/a.yml", MINIMAL);
    project
        .run(["build", "--emit", "typ"])
        .stdout("out/a.typ\n")
        .stderr("vanthu: lỗi: `data/a.yaml` và `data/a.yml` cùng cho ra `a`; đổi tên một tệp\n")
        .breaks(2);
}

#[test]
fn explain_tells_a_rule_by_code_or_name_and_knows_no_other() {
    let project = Project::new();
    let (by_code, _) = project.run(["explain", "d500"]).said();
    project.run(["explain", "declared-total"]).stdout(&by_code).succeeds();
    for words in ["# D500 declared-total (lỗi)", "## Vì sao", "## Sai", "## Đúng", "## Căn cứ"]
    {
        assert!(by_code.contains(words), "{by_code}");
    }
    let (english, _) = project.run(["explain", "D500", "--lang", "en"]).said();
    for words in ["# D500 declared-total (error)", "## Why", "## Bad", "## Good", "## Basis"] {
        assert!(english.contains(words), "{english}");
    }
    project
        .run(["explain", "y002"])
        .stdout("# Y002 empty-file (lỗi)\n\nTệp không có gì.\n")
        .succeeds();
    project
        .run(["explain", "D999"])
        .stderr_has(&["không có quy tắc `D999`; có: `D006`, `D010`"])
        .breaks(2);
}
