//! Names of files and sheets, and where reports go.

use std::fs;
use std::process::Stdio;

use crate::MINIMAL;
use crate::project::Project;

/// Names that would do something to a terminal, a log or a page if they were printed as they are.
const NAMES: [&str; 8] = [
    "a\n::error::forged",
    "a\r::error::forged",
    "\u{1b}[31mred",
    "\u{1b}]8;;https://example.com\u{7}link\u{1b}]8;;\u{7}",
    "\u{9b}31mred",
    "\u{202e}lmay.a",
    "a\u{2066}b\u{2028}c",
    "\u{7f}\u{85}\u{feff}",
];

/// What may stand in no report.
fn is_forged(text: &str, is_colored: bool) -> bool {
    let is_color = |ch: char| is_colored && ch == '\u{1b}';
    let is_bad = |ch: char| vanthu::visible::is_unsafe(ch) && ch != '\n' && !is_color(ch);
    text.chars().any(is_bad) || text.lines().any(|line| line.starts_with("::error::forged"))
}

#[test]
fn no_name_of_a_file_or_a_sheet_does_anything_to_where_it_is_printed() {
    for name in NAMES {
        let rows = format!("data/{name}.csv");
        let quoted = serde_json::to_string(&format!("{name}.csv")).unwrap();
        let text = MINIMAL.replace("subject: rà soát", "subject: V/v rà soát")
            + &format!(
                "targets:\n  t:\n    title: T\n    row_header: Xã\n    columns: [{{id: so, header: \
                 Số}}]\n    rows: {{file: {quoted}}}\n"
            );
        let project = Project::new()
            .file("vanthu.yaml", "")
            .file(&format!("data/{name}.yaml"), &text)
            .file(&rows, &format!("Xã,so\nXã A,x\n\"{name}\",y\n"))
            .file("data/b.yaml", MINIMAL);
        for format in ["human", "short", "json", "github", "sarif"] {
            for command in ["check", "build"] {
                let mut run = project.command();
                run.args([command, "--format", format, "--color", "never"]);
                if command == "build" {
                    run.args(["--emit", "typ"]);
                }
                let output = run.output().unwrap();
                assert_eq!(output.status.code(), Some(1), "{name:?} {format} {output:?}");
                for stream in [output.stdout, output.stderr] {
                    let said = String::from_utf8(stream).unwrap();
                    assert!(!is_forged(&said, false), "{name:?} {format}: {said:?}");
                }
            }
        }
        let good = project.file(&format!("data/{name}.yaml"), MINIMAL);
        let output = good.command().args(["build", "--emit", "typ"]).output().unwrap();
        let said = String::from_utf8(output.stdout).unwrap();
        assert!(output.status.success() && !is_forged(&said, false), "{name:?} {said:?}");
        assert_eq!(said.lines().count(), 2, "{said:?}");
    }
}

#[test]
fn no_name_does_anything_to_a_report_of_changes() {
    for name in NAMES.into_iter().chain(["https://example.com #1 GH-2 deadbeef1", "@a/b !3 %4"]) {
        let folder = |text: &str| {
            let project = Project::new();
            let name = name.replace('/', "");
            project.file("vanthu.yaml", "").file(&format!("data/{name}.yaml"), text)
        };
        let (old, new) = (folder(MINIMAL), folder(&MINIMAL.replace("hộ nghèo", "hộ cận nghèo")));
        for format in ["human", "markdown", "html", "json"] {
            let arguments = [old.path(""), new.path("")];
            let mut run = new.command();
            run.args(["diff", "--no-index", "--no-pages", "--format", format]).args(arguments);
            let output = run.output().unwrap();
            let said = String::from_utf8(output.stdout.clone()).unwrap();
            assert!(!said.is_empty(), "{output:?}");
            assert!(!is_forged(&said, false), "{name:?} {format}: {said:?}");
            let shown = said.lines().filter(|line| !line.starts_with('`'));
            let shown: String = shown.collect();
            if format == "markdown" {
                for link in ["://", " #1", "GH-2", "deadbeef1", "@a", " !3", " %4"] {
                    assert!(!shown.contains(link), "{link}: {said}");
                }
            }
        }
    }
}

#[cfg(unix)]
#[test]
fn two_names_that_are_no_text_are_two_files_with_a_finding_each() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt as _;
    let project = Project::new().file("vanthu.yaml", "").file("data/a.yaml", MINIMAL);
    for name in [&b"data/b\xff.yaml"[..], b"data/b\xfe.yaml"] {
        let path = project.path("").join(OsStr::from_bytes(name));
        // Some systems have no such names.
        if fs::write(path, MINIMAL).is_err() {
            return;
        }
    }
    let said = "data/b\\xFE.yaml:1:1: error[Y013]: tên tệp `data/b\\xFE.yaml` không phải UTF-8\n\
                data/b\\xFF.yaml:1:1: error[Y013]: tên tệp `data/b\\xFF.yaml` không phải UTF-8\n";
    project.run(["check", "--format", "short"]).stderr(said).fails(1);
    project
        .run(["build", "--emit", "typ", "--format", "short"])
        .stdout("out/a.typ\n")
        .stderr(said)
        .fails(1);
}

#[cfg(target_os = "linux")]
#[test]
fn a_report_that_cannot_be_written_is_a_failure_and_a_closed_pipe_is_none() {
    let full = || Stdio::from(fs::OpenOptions::new().write(true).open("/dev/full").unwrap());
    let closed = || {
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        Stdio::from(writer)
    };
    let good = Project::new().file("vanthu.yaml", "").file("data/a.yaml", MINIMAL);
    let bad = Project::new().file("vanthu.yaml", "").file("data/a.yaml", "kind: x\n");
    let to_stdout: [(&Project, &[&str]); 10] = [
        (&good, &["build", "--emit", "typ"]),
        (&bad, &["check", "--format", "json"]),
        (&bad, &["check", "--format", "github"]),
        (&bad, &["check", "--format", "sarif"]),
        (&good, &["schema"]),
        (&good, &["explain", "D034"]),
        (&good, &["--help"]),
        (&good, &["check", "--help"]),
        (&good, &["--version"]),
        (&good, &["diff", "--no-index", "--no-pages", "data", "."]),
    ];
    for (project, arguments) in to_stdout {
        let code = |stdout: Stdio| {
            let mut run = project.command();
            run.args(arguments).stdout(stdout).stderr(Stdio::null()).status().unwrap().code()
        };
        assert_eq!(code(full()), Some(2), "{arguments:?}");
        assert_eq!(code(closed()), Some(0), "{arguments:?}");
    }
    for format in ["human", "short"] {
        let code = |stderr: Stdio| {
            let mut run = bad.command();
            run.args(["check", "--format", format]).stderr(stderr).status().unwrap().code()
        };
        assert_eq!(code(full()), Some(2), "{format}");
        assert_eq!(code(closed()), Some(1), "{format}");
    }
}
