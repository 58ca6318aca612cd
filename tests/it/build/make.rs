//! What make is told.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, SystemTime};

use super::{BUILD, ROWS, WITH_FILE, three, write};
use crate::MINIMAL;
use crate::project::{Project, of_project};

/// Runs make in the project; what it printed to stdout.
#[track_caller]
fn make(project: &Project, arguments: &[&str]) -> (bool, String) {
    let mut command = Command::new("make");
    command.current_dir(project.path("")).env_clear().env("LC_ALL", "C");
    command.env("PATH", std::env::var_os("PATH").unwrap()).args(arguments);
    let output = command.output().expect("make is installed");
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    (output.status.success(), text)
}

#[test]
fn a_depfile_names_all_that_was_read_from_the_present_folder() {
    let project = three();
    let run = project.run(BUILD.into_iter().chain(["--deps", "deps.mk"]));
    run.whatever().succeeds();
    let program =
        vanthu::source::disk::relative(Path::new(env!("CARGO_BIN_EXE_vanthu")), &project.path(""));
    let program = program.unwrap().display().to_string();
    let rule = |target: &str, inputs: &[&str]| {
        let inputs: Vec<String> = inputs.iter().map(|input| format!(" \\\n  {input}")).collect();
        format!("{target}:{}\n", inputs.concat())
    };
    let rules = rule("out/a.typ", &[&program, "data/a.yaml", "vanthu.yaml"])
        + &rule("out/b/b.typ", &[&program, "data/b/b.yaml", "data/b/rows.csv", "vanthu.yaml"])
        + &rule("out/c.typ", &[&program, "data/c.yaml", "vanthu.yaml"]);
    let found = project.output_file("deps.mk");
    assert!(found.starts_with(&rules), "{found}\n---\n{rules}");
    for input in ["data/b/rows.csv", "vanthu.yaml"] {
        assert!(found.contains(&format!("\n{input}:\n")), "{found}");
    }
    // From another folder the names are others.
    let project = project.within("data");
    let run = project.run(["build", "--emit", "typ", "--deps", "../deps.mk"]);
    run.whatever().succeeds();
    assert!(project.output_file("deps.mk").contains("../out/b/b.typ: \\\n"));
    assert!(project.output_file("deps.mk").contains("\n  b/rows.csv\n"));
}

#[test]
fn a_depfile_is_true_after_a_failure_too() {
    let project = three();
    write(&project, "data/b/rows.csv", "Xã,so\nXã A,mười\n");
    project.run(BUILD.into_iter().chain(["--deps", "deps.mk"])).whatever().fails(1);
    let found = project.output_file("deps.mk");
    assert!(found.contains("out/b/b.typ:"), "{found}");
    assert!(found.contains("\n\ndata/b/rows.csv:\n"), "{found}");
}

/// Make itself reads the names back: with `%` it knows no wildcards, so there are two folders.
#[test]
fn names_that_mean_something_to_make_are_escaped() {
    for (folder, target, input) in [
        (
            "xã Đông #1; $(x) = 50% |~",
            "xã\\ Đông\\ \\#1\\$(semicolon)\\ $$(x)\\ $(equals)\\ 50\\%\\ |~",
            "xã\\ Đông\\ \\#1\\$(semicolon)\\ $$(x)\\ $(equals)\\ 50%\\ \\|~",
        ),
        ("[a]*?", "\\[a\\]\\*\\?", "\\[a\\]\\*\\?"),
    ] {
        let rows = format!("data/{folder}/rows.csv");
        let project = Project::new()
            .file("vanthu.yaml", "")
            .file(&format!("data/{folder}/a:b.yaml"), WITH_FILE)
            .file(&rows, ROWS);
        let run = project.run(BUILD.into_iter().chain(["--deps", "deps.mk"]));
        run.whatever().succeeds();
        // On the command line a name with `=` would be something else.
        let goal = format!("all: out/{input}/a\\:b.typ\nout/{target}/a\\:b.typ:\n\t@echo made\n");
        let makefile = format!("include deps.mk\n.DEFAULT_GOAL := all\n.PHONY: all\n{goal}");
        write(&project, "Makefile", &makefile);
        let nothing = "make: Nothing to be done for 'all'.\n";
        assert_eq!(make(&project, &[]), (true, nothing.to_owned()), "{folder}");
        let later = SystemTime::now() + Duration::from_mins(1);
        let rows = fs::File::options().write(true).open(project.path(&rows));
        rows.unwrap().set_modified(later).unwrap();
        assert_eq!(make(&project, &[]), (true, "made\n".to_owned()), "{folder}");
    }
}

/// The project's own Makefile, with a program that is there already.
fn with_makefile(project: Project) -> Project {
    for folder in ["src", "templates"] {
        fs::create_dir_all(project.path(folder)).unwrap();
    }
    let long_ago = SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000_000);
    for name in ["Makefile", "Cargo.toml", "Cargo.lock"] {
        fs::copy(of_project(name), project.path(name)).unwrap();
        let file = fs::File::options().write(true).open(project.path(name)).unwrap();
        file.set_modified(long_ago).unwrap();
    }
    // What the rules say does not depend on what is made; a text takes no Typst.
    let text = project.output_file("Makefile");
    let text = text.replace("out/%.pdf", "out/%.typ").replace(" build", " build --emit typ");
    write(&project, "Makefile", &text);
    project
}

/// `make` with the program of this test; what it printed.
#[track_caller]
fn made(project: &Project, more: &[&str]) -> String {
    let program = format!("VANTHU={}", env!("CARGO_BIN_EXE_vanthu"));
    let (is_good, said) = make(project, &[&[program.as_str()], more].concat());
    assert!(is_good, "{more:?}: {said}");
    said
}

#[test]
fn make_always_asks_the_program_whatever_the_times_say() {
    let project = with_makefile(three());
    let all = "out/a.typ\nout/b/b.typ\nout/c.typ\n";
    let text = |path: &str| project.output_file(path);
    assert_eq!(made(&project, &[]), all);
    assert_eq!(made(&project, &["-j4"]), all);
    // A source with a time long ago: restored from an archive.
    let rows = project.path("data/b/rows.csv");
    write(&project, "data/b/rows.csv", &ROWS.replace("20", "25"));
    let long_ago = SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000_000);
    fs::File::options().write(true).open(&rows).unwrap().set_modified(long_ago).unwrap();
    assert_eq!(made(&project, &[]), all);
    assert!(text("out/b/b.typ").contains("35"));
    // A document that was edited, one that is gone, one that was left empty.
    let good = text("out/a.typ");
    for spoil in ["edited", ""] {
        write(&project, "out/a.typ", spoil);
        assert_eq!(made(&project, &[]), all);
        assert_eq!(text("out/a.typ"), good);
    }
    fs::remove_file(project.path("out/a.typ")).unwrap();
    assert_eq!(made(&project, &[]), all);
    assert_eq!(text("out/a.typ"), good);
    // The other ending of a directive, a name with blanks, and settings.
    write(&project, "data/d.yml", MINIMAL);
    write(&project, "data/thu muc/e f.yaml", MINIMAL);
    let all = "out/a.typ\nout/b/b.typ\nout/c.typ\nout/d.typ\nout/thu muc/e f.typ\n";
    assert_eq!(made(&project, &[]), all);
    write(&project, "data/d.yml", &MINIMAL.replace("rà soát", "kiểm tra"));
    write(&project, "data/thu muc/e f.yaml", &MINIMAL.replace("rà soát", "thẩm định"));
    assert_eq!(made(&project, &[]), all);
    assert!(text("out/d.typ").contains("kiểm tra"));
    assert!(text("out/thu muc/e f.typ").contains("thẩm định"));
    write(&project, "vanthu.yaml", "draft_mark: true\n");
    assert_eq!(made(&project, &[]), all);
    assert_ne!(text("out/a.typ"), good);
    // A source that is gone.
    fs::remove_file(project.path("data/b/rows.csv")).unwrap();
    fs::remove_file(project.path("data/b/b.yaml")).unwrap();
    assert_eq!(made(&project, &[]), all.replace("out/b/b.typ\n", ""));
    // One document, by either ending.
    assert_eq!(made(&project, &["-j2", "out/d.typ"]), "out/d.typ\n");
    assert_eq!(made(&project, &["out/thu muc/e f.typ"]), "out/thu muc/e f.typ\n");
}

/// Names that mean something to make, to a shell, to a pattern or to a terminal.
const UNUSUAL: [&str; 34] = [
    "a b",
    " a",
    "a ",
    "a:b",
    "a;b",
    "a|b",
    "a%b",
    "%",
    "a#b",
    "a$b",
    "$(touch x)",
    "${IFS}",
    "`touch x`",
    "a'b",
    "a\"b",
    "a\\b",
    "a\\",
    "a*b",
    "a?b",
    "[a]",
    "~",
    "a~b",
    "-a",
    "--help",
    "a&b",
    "a>x",
    "(a)",
    "{a,b}",
    "!a",
    "a=b",
    "a\tb",
    "a\nb",
    "xã Đông",
    "a;touch${IFS}x;",
];

#[test]
fn every_name_of_a_file_is_built_by_make_and_none_is_a_command() {
    let files = UNUSUAL.iter().map(|name| format!("data/{name}.yaml"));
    let project = with_makefile(files.fold(three(), |it, file| it.file(&file, MINIMAL)));
    made(&project, &[]);
    for name in UNUSUAL {
        assert!(project.path(&format!("out/{name}.typ")).is_file(), "{name:?}");
    }
    let is_kept = |path: &String| !path.starts_with("out/.vanthu/");
    let files = || project.all_files("").into_iter().filter(is_kept).collect::<Vec<_>>();
    let before = files();
    for name in UNUSUAL {
        let goal = format!("out/{name}.typ");
        fs::remove_file(project.path(&goal)).unwrap();
        made(&project, &[&goal]);
        assert!(project.path(&goal).is_file(), "{name:?}");
    }
    assert_eq!(files(), before, "no name has run as a command");
    // A name of no directive, as somebody may have put it into a repository.
    let program = format!("VANTHU={}", env!("CARGO_BIN_EXE_vanthu"));
    let goals = ["out/a;touch${IFS}y;.typ", "out/$(shell touch y).typ", "out/`touch y`.typ"];
    for goal in goals {
        assert!(!make(&project, &[&program, goal]).0, "{goal}");
    }
    assert!(!project.path("y").exists());
}
