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
fn with_makefile() -> Project {
    let project = three();
    let folder = ["src", "templates"].map(|name| project.path(name));
    folder.iter().for_each(|folder| fs::create_dir_all(folder).unwrap());
    let long_ago = SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000_000);
    for name in ["Makefile", "Cargo.toml", "Cargo.lock"] {
        fs::copy(of_project(name), project.path(name)).unwrap();
        let file = fs::File::options().write(true).open(project.path(name)).unwrap();
        file.set_modified(long_ago).unwrap();
    }
    // What the rules say does not depend on what is made; a text takes no Typst.
    let text = project.output_file("Makefile");
    let text =
        text.replace("out/%.pdf", "out/%.typ").replace("build --deps", "build --emit typ --deps");
    write(&project, "Makefile", &text);
    project
}

#[test]
fn make_again_starts_nothing_and_says_so() {
    let project = with_makefile();
    let program = format!("VANTHU={}", env!("CARGO_BIN_EXE_vanthu"));
    let all = "out/a.typ\nout/b/b.typ\nout/c.typ\n";
    let nothing = "make: Nothing to be done for 'all'.\n";
    let make = |more: &[&str]| {
        let (is_good, said) = make(&project, &[&[program.as_str()], more].concat());
        assert!(is_good, "{said}");
        said
    };
    assert_eq!(make(&[]), all);
    assert_eq!(make(&[]), nothing);
    // A change that leads to the same document is no reason to start for ever.
    write(&project, "data/b/rows.csv", ROWS);
    assert_eq!(make(&["-j4"]), all);
    assert_eq!(make(&["-j4"]), nothing);
    write(&project, "data/b/rows.csv", &ROWS.replace("20", "25"));
    assert_eq!(make(&[]), all);
    assert!(project.output_file("out/b/b.typ").contains("35"));
    assert_eq!(make(&[]), nothing);
    fs::remove_file(project.path("out/a.typ")).unwrap();
    assert_eq!(make(&[]), all);
    assert_eq!(make(&[]), nothing);
    write(&project, "data/d.yaml", MINIMAL);
    assert_eq!(make(&["-j2", "out/d.typ"]), "out/d.typ\n");
    assert_eq!(make(&["-j2", "out/c.typ"]), "make: 'out/c.typ' is up to date.\n");
    fs::remove_file(project.path("data/b/rows.csv")).unwrap();
    fs::remove_file(project.path("data/b/b.yaml")).unwrap();
    assert_eq!(make(&[]), "out/a.typ\nout/c.typ\nout/d.typ\n");
}
