//! Bad input and bad context, end to end: a finding or a named failure, and nothing stray.

use std::fs;
use std::process::Command;

use crate::MINIMAL;
use crate::expect;
use crate::project::Project;

const BUILD: [&str; 6] = ["build", "--quiet", "--emit", "typ", "--format", "short"];

/// A directive that lacks its subject and nothing else.
const NO_SUBJECT: &str = "kind: cong-van\nsymbol: UBND-VX\nbody: Đề nghị rà soát./.\n";

#[test]
fn nothing_is_written_for_a_directive_with_an_error() {
    // An error of one copy leaves the document and the other copies, a warning leaves all.
    let mut fixtures = expect::fixtures("shape");
    fixtures.retain(|fixture| {
        !["n024", "n025", "n030", "n033", "n034"].contains(&fixture.name.as_str())
    });
    let project = expect::project(&fixtures);
    assert_eq!(project.run(BUILD).whatever().fails(1).listing("out"), [""; 0]);
}

#[test]
fn good_directives_are_built_beside_bad_ones() {
    let project = Project::new()
        .file("data/a.yaml", NO_SUBJECT)
        .bytes("data/b.yaml", b"\xff\xfe\0")
        .file("data/c.yaml", MINIMAL)
        .file("data/d.yaml", "");
    project
        .run(["build", "--emit", "typ", "--format", "short"])
        .stdout("out/c.typ\n")
        .stderr(
            "data/a.yaml:3:1: error[Y004]: thiếu khóa `subject`\n\
             data/b.yaml:1:1: error[Y009]: tệp không phải UTF-8: byte 0xFF không đọc được\n\
             data/d.yaml:1:1: error[Y002]: tệp trống\n",
        )
        .fails(1);
    assert_eq!(documents(&project), ["out/c.typ"]);
}

#[test]
fn a_file_of_50_megabytes_is_refused_unread() {
    Project::new()
        .sparse("data/a.yaml", 50_000_000)
        .file("data/b.yaml", MINIMAL)
        .run(["check", "--format", "short"])
        .stderr(
            "data/a.yaml:1:1: error[Y008]: tệp dài 50000000 byte, nhiều nhất được 2097152 byte\n",
        )
        .fails(1);
}

#[test]
fn zero_bytes_are_refused_where_they_stand() {
    Project::new()
        .file("data/a.yaml", &MINIMAL.replace("rà soát", "rà\0soát"))
        .file("data/b.yaml", "\0\0\0\0")
        .run(["check", "--format", "short"])
        .stderr(
            "data/a.yaml:3:12: error[Y001]: giá trị không thể bắt đầu bằng dấu `\\u{0}`\n\
             data/b.yaml:1:1: error[Y001]: giá trị không thể bắt đầu bằng dấu `\\u{0}`\n",
        )
        .fails(1);
}

#[cfg(unix)]
#[test]
fn links_that_lead_nowhere_or_round_are_findings_and_the_rest_is_checked() {
    let project = Project::new().file("data/a.yaml", NO_SUBJECT).folder("data/nam-sach");
    let link = |to: &str, path: &str| std::os::unix::fs::symlink(to, project.path(path)).unwrap();
    link("khong-co.yaml", "data/b.yaml");
    link("c.yaml", "data/c.yaml");
    link("..", "data/nam-sach/vong");
    project
        .run(["check", "--format", "short"])
        .stderr(
            "data/b.yaml:1:1: error[Y013]: `data/b.yaml` là liên kết đến chỗ không có gì\n\
             data/c.yaml:1:1: error[Y013]: `data/c.yaml` là liên kết vòng về chính nó\n\
             data/nam-sach/vong:1:1: error[Y013]: `data/nam-sach/vong` là liên kết vòng về chính \
             nó\n\
             data/a.yaml:3:1: error[Y004]: thiếu khóa `subject`\n",
        )
        .fails(1);
}

#[cfg(unix)]
#[test]
fn a_file_one_may_not_read_is_a_failure_and_the_rest_is_built() {
    let project = Project::new().file("data/a.yaml", MINIMAL).file("data/b.yaml", MINIMAL);
    permit(&project, "data/a.yaml", 0o000);
    let said = "vanthu: lỗi: không đọc được `data/a.yaml`: không có quyền\n";
    project.finish(unprivileged(&project).args(BUILD)).stderr(said).breaks(2);
    assert_eq!(documents(&project), ["out/b.typ"]);
}

#[cfg(unix)]
#[test]
fn a_folder_one_may_not_write_is_a_failure() {
    let project = Project::new().file("data/a.yaml", MINIMAL).folder("out");
    permit(&project, "out", 0o555);
    let said = "vanthu: lỗi: không ghi được `out/.vanthu`: không có quyền\n";
    project.finish(unprivileged(&project).args(BUILD)).stderr(said).breaks(2);
    assert_eq!(project.listing("out"), [""; 0]);
}

#[cfg(unix)]
fn permit(project: &Project, path: &str, mode: u32) {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(project.path(path), fs::Permissions::from_mode(mode)).unwrap();
}

/// The program, run by a user whom permissions hold back: they mean nothing to root.
#[cfg(unix)]
fn unprivileged(project: &Project) -> Command {
    use std::os::unix::fs::MetadataExt;
    use std::os::unix::process::CommandExt;
    const NOBODY: u32 = 65_534;
    if fs::metadata(project.path("")).unwrap().uid() != 0 {
        return project.command();
    }
    // Where the program was built others may not go.
    fs::copy(env!("CARGO_BIN_EXE_vanthu"), project.path("vanthu")).unwrap();
    permit(project, "", 0o777);
    let mut command = Command::new(project.path("vanthu"));
    command.current_dir(project.path("")).env_clear().uid(NOBODY).gid(NOBODY);
    command
}

#[test]
fn out_that_is_a_file_is_a_failure_and_stays_as_it_is() {
    let project = Project::new().file("data/a.yaml", MINIMAL).file("out", "ghi chú");
    project
        .run(BUILD)
        .stderr(
            "vanthu: lỗi: không ghi được `out/.vanthu`: \
             trên đường dẫn có một tệp ở chỗ phải là thư mục\n",
        )
        .breaks(2);
    assert_eq!(project.output_file("out"), "ghi chú");
}

#[test]
fn a_folder_in_the_place_of_a_document_is_a_failure_and_leaves_nothing_stray() {
    let project = Project::new()
        .file("data/a.yaml", MINIMAL)
        .file("data/b.yaml", MINIMAL)
        .folder("out/a.typ");
    let run = project.run(BUILD);
    run.stderr_has(&["vanthu: lỗi: không ghi được `out/a.typ`: "]).breaks(2);
    assert_eq!(documents(&project), ["out/b.typ"]);
}

/// The limit on the size of a file stands in for a disk without room: it holds for root, too.
#[cfg(unix)]
#[test]
fn a_full_disk_is_a_failure_that_keeps_the_old_document_and_leaves_nothing_stray() {
    let project = Project::new().file("data/a.yaml", MINIMAL);
    let old = project.run(BUILD).succeeds().output_file("out/a.typ");
    let bases =
        (0..3_000).fold(String::new(), |bases, number| format!("{bases}Quy chế số {number}, "));
    let long = format!("{MINIMAL}legal_bases: [{bases}]\n");
    let long = long.replace("Đề nghị", "'Căn cứ {{ bases }}, đề nghị").replace("./.", "./.'");
    fs::write(project.path("data/a.yaml"), long).unwrap();
    let mut command = Command::new("sh");
    let script = "trap '' XFSZ; ulimit -f 64; exec \"$@\"";
    command.args(["-c", script, "sh", env!("CARGO_BIN_EXE_vanthu")]).args(BUILD);
    command.current_dir(project.path("")).env_clear();
    let run = project.finish(&mut command);
    let said = "vanthu: lỗi: không ghi được `out/a.typ`: đĩa không còn chỗ\n";
    run.stderr(said).breaks(2);
    assert_eq!(documents(&project), ["out/a.typ"]);
    assert_eq!(project.output_file("out/a.typ"), old);
}

#[test]
fn a_document_that_does_not_change_is_not_touched() {
    let project = Project::new().file("data/a.yaml", MINIMAL);
    let time =
        |project: &Project| fs::metadata(project.path("out/a.typ")).unwrap().modified().unwrap();
    let first = time(project.run(BUILD).succeeds());
    assert_eq!(time(project.run(BUILD).succeeds()), first);
}

/// What lies in `out`, but for the library.
fn documents(project: &Project) -> Vec<String> {
    project.listing("out").into_iter().filter(|path| !path.starts_with("out/lib/")).collect()
}
