//! Only what a change can reach is built anew, and it is known why.

use std::fs;

use super::{BUILD, DRY, ROWS, WITH_FILE, built, three, write};
use crate::MINIMAL;
use crate::project::Project;

/// What a change leads to: each line of `--dry-run`.
#[track_caller]
fn leads_to(change: impl FnOnce(&crate::project::Project), lines: &str) {
    let project = built();
    change(&project);
    project.run(DRY).stdout(lines).succeeds();
    // What was said would be done is what is done; then nothing is left.
    project.run(BUILD).whatever().succeeds();
    project.run(DRY).succeeds();
}

#[test]
fn without_a_change_nothing_is_built_and_nothing_is_written() {
    let project = built();
    let state =
        || fs::metadata(project.path("out/.vanthu/state.json")).unwrap().modified().unwrap();
    let before = state();
    project.run(DRY).succeeds();
    project.run(BUILD).stdout("out/a.typ\nout/b/b.typ\nout/c.typ\n").succeeds();
    assert_eq!(state(), before);
}

#[test]
fn a_directive_reaches_its_own_document() {
    leads_to(
        |project| write(project, "data/a.yaml", &MINIMAL.replace("rà soát hộ", "rà soát các hộ")),
        "data/a.yaml: `data/a.yaml` đã đổi\n",
    );
}

#[test]
fn a_new_directive_is_built_and_the_others_are_not() {
    leads_to(|project| write(project, "data/d.yaml", MINIMAL), "data/d.yaml: chưa có ghi chép\n");
}

#[test]
fn a_file_of_rows_reaches_the_directive_that_names_it() {
    leads_to(
        |project| write(project, "data/b/rows.csv", &ROWS.replace("20", "21")),
        "data/b/b.yaml: `data/b/rows.csv` đã đổi\n",
    );
}

#[test]
fn a_file_in_another_folder_reaches_the_directive_that_names_it() {
    let project = three()
        .file("so-lieu/rows.csv", ROWS)
        .file("data/b/b.yaml", &WITH_FILE.replace("rows.csv", "../../so-lieu/rows.csv"));
    project.run(BUILD).whatever().succeeds();
    write(&project, "so-lieu/rows.csv", &ROWS.replace("10", "11"));
    let line = "data/b/b.yaml: `data/b/../../so-lieu/rows.csv` đã đổi\n";
    project.run(DRY).stdout(line).succeeds();
}

/// A time says nothing: a checkout of the same sources is not another project.
#[test]
fn a_file_that_was_only_touched_reaches_nothing() {
    leads_to(
        |project| {
            for path in ["data/a.yaml", "data/b/rows.csv", "vanthu.yaml", "out/c.typ"] {
                let text = fs::read(project.path(path)).unwrap();
                fs::remove_file(project.path(path)).unwrap();
                fs::write(project.path(path), text).unwrap();
            }
        },
        "",
    );
}

#[test]
fn settings_templates_and_arguments_reach_every_document() {
    let all = |why: &str| {
        ["data/a.yaml", "data/b/b.yaml", "data/c.yaml"]
            .map(|name| format!("{name}: {why}\n"))
            .concat()
    };
    leads_to(
        |project| write(project, "vanthu.yaml", "profile: narrow\n"),
        // The profile is among the arguments of a template, too.
        &all("đã đổi: vanthu.yaml, tham số hoặc biến môi trường"),
    );
    let own = "{% extends \"van-ban.typ\" %}\n";
    leads_to(
        |project| {
            fs::create_dir_all(project.path("templates")).unwrap();
            write(project, "templates/cong-van.typ", own);
        },
        &all("đã đổi: mẫu"),
    );
    let project = built();
    let mut command = project.command();
    command.args(DRY).env("SOURCE_DATE_EPOCH", "0");
    let line = all("đã đổi: tham số hoặc biến môi trường");
    project.finish(&mut command).stdout(&line).succeeds();
}

#[test]
fn a_font_reaches_every_document() {
    let project = built();
    let font = crate::project::of_project("templates/fonts/LiberationSerif-Bold.ttf");
    fs::create_dir_all(project.path("fonts")).unwrap();
    fs::copy(font, project.path("fonts/x.ttf")).unwrap();
    let run = project.run(DRY.into_iter().chain(["--font-path", "fonts"]));
    run.stdout_has(&["data/a.yaml: đã đổi: kiểu chữ\n", "data/c.yaml: đã đổi: kiểu chữ\n"])
        .succeeds();
}

#[test]
fn force_reaches_everything() {
    let project = built();
    let run = project.run(DRY.into_iter().chain(["--force", "data/a.yaml"]));
    run.stdout("data/a.yaml: theo `--force`\n").succeeds();
}

#[test]
fn a_document_that_somebody_changed_or_removed_is_built_anew_with_a_note() {
    let project = built();
    let good = project.output_file("out/a.typ");
    write(&project, "out/a.typ", &good.replace("hộ", "xã"));
    fs::remove_file(project.path("out/c.typ")).unwrap();
    project
        .run(DRY)
        .stdout("data/a.yaml: `out/a.typ` đã bị sửa\ndata/c.yaml: `out/c.typ` không còn ở đó\n")
        .succeeds();
    project
        .run(BUILD)
        .stdout("out/a.typ\nout/b/b.typ\nout/c.typ\n")
        .stderr(
            "vanthu: `out/a.typ` đã bị ai đó sửa, được dựng lại\n\
             vanthu: `out/c.typ` không còn ở đó, được dựng lại\n",
        )
        .succeeds();
    assert_eq!(project.output_file("out/a.typ"), good);
    assert!(project.path("out/c.typ").exists());
}

/// Size and times can be set to what they were; the content is looked at all the same when the
/// system says that something was changed.
#[cfg(unix)]
#[test]
fn a_change_that_hides_behind_the_old_time_and_size_is_found() {
    let project = built();
    std::thread::sleep(std::time::Duration::from_millis(100));
    project.run(BUILD.into_iter().chain(["--force"])).whatever().succeeds();
    let path = project.path("out/a.typ");
    let time = fs::metadata(&path).unwrap().modified().unwrap();
    let text = fs::read_to_string(&path).unwrap();
    let other = text.replacen('Đ', "Â", 1);
    assert!(text.len() == other.len() && text != other);
    fs::write(&path, other).unwrap();
    fs::File::options().write(true).open(&path).unwrap().set_modified(time).unwrap();
    project.run(DRY).stdout("data/a.yaml: `out/a.typ` đã bị sửa\n").succeeds();
}

#[test]
fn a_dry_run_says_the_same_as_objects_and_writes_nothing() {
    let project = three();
    let run =
        project.run(["build", "--emit", "typ", "--dry-run", "--format", "json", "data/a.yaml"]);
    run.stdout("{\"file\":\"data/a.yaml\",\"schema\":1,\"why\":\"chưa có ghi chép\"}\n").succeeds();
    assert_eq!(project.all_files("out"), [""; 0]);
}

#[test]
fn a_kind_of_output_that_was_not_asked_for_yet_is_built() {
    let project = built();
    let mut command = project.command();
    command.args(["build", "--emit", "pdf", "--dry-run"]);
    // Other outputs are made by an engine; that is another recipe.
    let run = project.finish(&mut command);
    run.stdout_has(&["data/a.yaml: đã đổi: Typst\n"]).succeeds();
}

/// D028 needs to know the whole folder; so a build does, also where little of it is built.
#[test]
fn a_number_that_is_taken_stops_the_second_document_as_long_as_it_is_taken() {
    let bearing = |number: u8| {
        format!(
            "kind: cong-van\nissuer: {{name: Ủy ban nhân dân xã An Lạc}}\nsymbol: UBND-VX\nnumber: {number}\n\
             date: 2026-03\nsubject: rà soát\nbody: Đề nghị rà soát./.\n"
        )
    };
    let project = Project::new().file("data/a.yaml", &bearing(7)).file("data/b.yaml", &bearing(8));
    let build = || project.run(["build", "--emit", "typ", "--format", "short"]);
    build().stdout("out/a.typ\nout/b.typ\n").succeeds();
    let project_b = |number: u8| std::fs::write(project.path("data/b.yaml"), bearing(number));
    project_b(7).expect("a directive can be written");
    build().stdout("out/a.typ\n").stderr_has(&["data/b.yaml:3:9: error[D028]: "]).fails(1);
    std::fs::write(project.path("data/a.yaml"), bearing(9)).expect("a directive can be written");
    build().stdout("out/a.typ\nout/b.typ\n").succeeds();
    // One that did not change has its number taken by another that did.
    std::fs::write(project.path("data/a.yaml"), bearing(7)).expect("a directive can be written");
    build().stdout("out/a.typ\n").stderr_has(&["data/b.yaml:3:9: error[D028]: "]).fails(1);
}
