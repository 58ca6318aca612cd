//! Settings and their order of weight: command line, environment, `vanthu.yaml`.

use crate::MINIMAL;
use crate::project::Project;

const NO_SUBJECT: &str = "kind: cong-van\nsymbol: UBND-VX\nbody: Đề nghị các xã./.\n";
const VI: &str = "data/a.yaml:3:1: error[Y004]: thiếu khóa `subject`\n";
const EN: &str = "data/a.yaml:3:1: error[Y004]: key `subject` is missing\n";

fn project() -> Project {
    Project::new().file("data/a.yaml", NO_SUBJECT)
}

#[test]
fn messages_are_vietnamese_unless_told_otherwise() {
    project().run(["check", "--format", "short"]).stderr(VI).fails(1);
    project().run(["check", "--format", "short", "--lang", "en"]).stderr(EN).fails(1);
}

#[test]
fn the_command_line_outweighs_the_environment_and_that_the_file() {
    let file = || project().file("vanthu.yaml", "language: en\n").env("VANTHU_FORMAT", "short");
    file().run(["check"]).stderr(EN).fails(1);
    file().env("VANTHU_LANG", "vi").run(["check"]).stderr(VI).fails(1);
    let all = file().file("vanthu.yaml", "language: vi\n").env("VANTHU_LANG", "vi");
    all.run(["check", "--lang", "en"]).stderr(EN).fails(1);
    all.run(["check", "--lang=en", "--format=json"]).stdout_has(&["is missing"]).fails(1);
}

#[test]
fn wrong_usage_is_told_in_the_language_that_is_set() {
    let said = "vanthu: failed: there is no argument `--mau`\n";
    project().run(["check", "--lang", "en", "--mau"]).stderr(said).breaks(2);
    project().env("VANTHU_LANG", "en").run(["check", "--mau"]).stderr(said).breaks(2);
}

#[test]
fn an_unknown_value_of_a_variable_is_wrong_usage() {
    let said = "vanthu: lỗi: `fr` không phải là một giá trị của --lang <LANG>; có: `vi`, `en`\n";
    project().env("VANTHU_LANG", "fr").run(["check"]).stderr(said).breaks(2);
}

#[test]
fn a_mistake_in_the_settings_is_a_finding_at_its_place() {
    let file = "language: fr\nengine: typst\nprofile: rộng\n";
    project()
        .file("vanthu.yaml", file)
        .run(["check", "--format", "short"])
        .stderr(
            "vanthu.yaml:1:11: error[N001]: `fr` không phải là một giá trị của `language`\n\
             vanthu.yaml:2:9: error[N001]: `typst` không phải là một giá trị của `engine`\n\
             vanthu.yaml:3:10: error[N001]: `rộng` không phải là một giá trị của `profile`\n",
        )
        .fails(1);
    project()
        .file("vanthu.yaml", "lang: en\n")
        .run(["check", "--format", "short"])
        .stderr("vanthu.yaml:1:1: error[Y003]: không có khóa `lang`\n")
        .fails(1);
    project()
        .bytes("vanthu.yaml", b"language: v\xed\n")
        .run(["check", "--format", "short"])
        .stderr_has(&["vanthu.yaml", "error[Y009]"])
        .fails(1);
}

#[test]
fn settings_that_say_nothing_set_nothing() {
    for file in ["", "# cài đặt\n", "language:\nfont_paths:\n"] {
        let project = project().file("vanthu.yaml", file);
        project.run(["check", "--format", "short"]).stderr(VI).fails(1);
    }
}

#[test]
fn a_typeface_or_folder_of_fonts_that_is_not_there_is_a_failure() {
    project()
        .file("vanthu.yaml", "font: Arial\n")
        .run(["check"])
        .stderr("vanthu: lỗi: không có kiểu chữ `Arial`; có: `Liberation Serif`\n")
        .breaks(2);
    project()
        .file("vanthu.yaml", "font_paths: [phong-chu]\n")
        .run(["check"])
        .stderr(
            "vanthu: lỗi: không đọc được `phong-chu`: \
             không có tệp hoặc thư mục này\n",
        )
        .breaks(2);
}

#[test]
fn colours_are_asked_for_and_refused_with_the_command_line_before_the_environment() {
    let is_coloured = |project: Project, arguments: &[&str]| {
        let (_, said) = project.run(arguments).said();
        said.contains('\u{1b}')
    };
    assert!(!is_coloured(project(), &["check"]));
    assert!(is_coloured(project(), &["check", "--color", "always"]));
    assert!(is_coloured(project().env("CLICOLOR_FORCE", "1"), &["check"]));
    assert!(is_coloured(project().env("VANTHU_COLOR", "always"), &["check"]));
    let forced = || project().env("CLICOLOR_FORCE", "1");
    assert!(!is_coloured(forced().env("NO_COLOR", "1"), &["check"]));
    assert!(!is_coloured(forced(), &["check", "--color", "never"]));
    assert!(is_coloured(project().env("NO_COLOR", "1"), &["check", "--color", "always"]));
}

#[test]
fn documents_go_where_they_are_told_to() {
    let project = || Project::new().file("data/2024/a.yaml", MINIMAL);
    let absolute = project();
    let folder = absolute.path("ra").display().to_string();
    let told = absolute.run(["build", "--emit", "typ", "-o", &folder]);
    assert!(told.stdout("ra/2024/a.typ\n").succeeds().path("ra/2024/a.typ").is_file());
    let relative = project().env("VANTHU_OUT", "ra");
    relative.run(["build", "--emit", "typ"]).stdout("ra/2024/a.typ\n").succeeds();
    relative
        .run(["build", "--emit", "typ", "--out", "khac"])
        .stdout("khac/2024/a.typ\n")
        .succeeds();
    assert!(relative.path("ra/2024/a.typ").is_file() && relative.path("khac/2024/a.typ").is_file());
}

#[test]
fn the_project_folder_may_be_named() {
    let project =
        Project::new().file("co-quan/data/a.yaml", NO_SUBJECT).folder("khac").within("khac");
    project.run(["check", "-C", "../co-quan", "--format", "short"]).stderr(VI).fails(1);
    let named = project.env("VANTHU_PROJECT", "../co-quan");
    named.run(["check", "--format", "short"]).stderr(VI).fails(1);
}

#[test]
fn the_day_of_an_open_date_comes_from_source_date_epoch_alone() {
    let build = ["build", "--emit", "typ", "-q"];
    let date = |project: &Project| {
        let text = project.output_file("out/a.typ");
        text.lines().find(|line| line.contains("date:")).unwrap_or_default().trim().to_owned()
    };
    let plain = Project::new().file("data/a.yaml", MINIMAL);
    assert_eq!(date(plain.run(build).succeeds()), "date: datetime(year: 2020, month: 3, day: 5),");
    let told = Project::new().file("data/a.yaml", MINIMAL).env("SOURCE_DATE_EPOCH", "1709596800");
    assert_eq!(date(told.run(build).succeeds()), "date: datetime(year: 2024, month: 3, day: 5),");
    for garbage in ["hôm nay", "", "1e9", "99999999999999999999"] {
        let said =
            format!("vanthu: lỗi: SOURCE_DATE_EPOCH là `{garbage}`, không phải một số giây\n");
        let project = Project::new().file("data/a.yaml", MINIMAL).env("SOURCE_DATE_EPOCH", garbage);
        project.run(build).stderr(&said).breaks(2);
    }
}

#[cfg(not(feature = "embedded"))]
#[test]
fn without_typst_within_a_pdf_is_refused_and_typst_text_is_not() {
    let project = Project::new().file("data/a.yaml", MINIMAL);
    let said = "vanthu: lỗi: bản vanthu này không có Typst bên trong; dùng `--engine typst-cli`\n";
    project.run(["build"]).stderr(said).breaks(2);
    project.run(["build", "--emit", "typ"]).stdout("out/a.typ\n").succeeds();
}

#[cfg(feature = "embedded")]
#[test]
fn pdf_and_typst_text_are_written_side_by_side() {
    let project = Project::new().file("data/a.yaml", MINIMAL);
    let run = project.run(["build", "--emit", "typ,pdf"]);
    run.stdout("out/a.pdf\nout/a.typ\n").succeeds();
    project.run(["build"]).stdout("out/a.pdf\n").succeeds();
}

/// A letter with one note, one warning and one error of the rules.
const THREE: &str = "kind: cong-van\nsymbol: UBND-VX\nsubject: rà soát hộ nghèo.\n\
    body: Theo Khoản 1 điều 2, đề nghị các xã rà soát hộ nghèo\n\
    signatory: {title: Giám đốc, name: TS. Nguyễn Văn A}\n";

fn levels(rules: &str) -> Project {
    let settings = format!("language: en\nrules: {{{rules}}}\n");
    Project::new().file("vanthu.yaml", &settings).file("data/a.yaml", THREE)
}

#[test]
fn an_office_makes_rules_weigh_more_or_less() {
    let (_, said) = levels("subject-full-stop: deny, end-mark: allow, cited-part-case: warn")
        .run(["check", "--format", "short"])
        .said();
    let found: Vec<&str> = said.lines().filter_map(|line| line.split(' ').nth(1)).collect();
    assert_eq!(found, ["error[D042]:", "warning[D117]:", "error[D066]:"], "{said}");
}

#[test]
fn what_the_decree_forbids_is_not_lowered_and_rules_must_be_known() {
    levels("academic-title: warn")
        .run(["check", "--format", "short", "--lang", "en"])
        .stderr(
            "vanthu.yaml:2:25: error[N001]: `academic-title` is an error, which `vanthu.yaml` \
             cannot lower\n",
        )
        .fails(1);
    levels("end-marks: allow, end-mark: off")
        .run(["check", "--format", "short", "--lang", "en"])
        .stderr(
            "vanthu.yaml:2:9: error[N013]: there is no rule `end-marks`\n\
             vanthu.yaml:2:37: error[N001]: `off` is not a value of `end-mark`\n",
        )
        .fails(1);
}
