//! Several workers: the same result for any number of them, and a bad document costs itself.

use super::BUILD;
use crate::MINIMAL;
use crate::project::Project;

fn many() -> Project {
    let gap = MINIMAL
        .replace("Đề nghị các xã rà soát hộ nghèo./.", "|\n  1. Rà soát.\n\n  3. Báo cáo./.\n");
    (0..20).fold(Project::new(), |project, number| {
        let text = match number % 5 {
            3 => "kind: cong-van\n",
            4 => &gap,
            _ => MINIMAL,
        };
        project.file(&format!("data/xa-{number:02}.yaml"), text)
    })
}

#[test]
fn output_and_its_order_are_the_same_for_any_number_of_workers() {
    let mut all = Vec::new();
    for jobs in ["1", "2", "7", "64"] {
        let project = many();
        let said = project.run(BUILD.into_iter().chain(["-j", jobs])).said();
        let files = project.listing("out");
        let texts: Vec<String> = files.iter().map(|file| project.output_file(file)).collect();
        all.push((said, files, texts));
    }
    assert_eq!(all[0].0.0.lines().count(), 16);
    assert!(all.windows(2).all(|pair| pair[0] == pair[1]));
}

#[test]
fn no_workers_at_all_is_wrong_usage() {
    many().run(["build", "-j", "0"]).stderr_has(&["vanthu: lỗi: "]).breaks(2);
}

#[test]
fn a_trace_tells_when_what_was_worked_on() {
    let project = many();
    project.run(BUILD.into_iter().chain(["--timings", "trace.json"])).whatever().fails(1);
    let trace: serde_json::Value =
        serde_json::from_str(&project.output_file("trace.json")).unwrap();
    let events = trace["traceEvents"].as_array().unwrap();
    let documents: Vec<&str> = events
        .iter()
        .filter(|event| event["cat"] == "document" && event["ph"] == "X" && event["dur"].is_u64())
        .filter_map(|event| event["name"].as_str())
        .collect();
    assert_eq!(documents.len(), 20);
    assert_eq!((documents[0], documents[19]), ("data/xa-00.yaml", "data/xa-19.yaml"));
}

/// A PDF of `data/a.yaml`, for a program in place of Typst to print: what is printed is read back.
#[cfg(all(unix, feature = "embedded"))]
fn printed(office: &crate::office::Office) -> String {
    let build = ["build", "-q", "--engine", "embedded", "-o", "made", "data/a.yaml"];
    let ended = office.run(&build).end();
    assert_eq!((ended.code, ended.stderr.as_str()), (Some(0), ""));
    office.path("made/a.pdf").display().to_string()
}

/// A worker that is killed from outside, as for want of memory, takes one document with it.
#[cfg(all(unix, feature = "embedded"))]
#[test]
fn a_worker_that_is_killed_is_replaced_and_the_finding_names_the_document() {
    use crate::office::{Office, directive};
    let office = Office::new();
    for name in ["a", "b", "c"] {
        let text = directive("ke-hoach", 0, 0);
        office.write(&format!("data/{name}.yaml"), &text);
    }
    // The one that is told a text with this mark ends who called it.
    let text = directive("ke-hoach", 0, 0) + "# b\n";
    office.write("data/b.yaml", &text.replace("subject: ", "subject: DẤU "));
    let script = format!(
        "[ \"$1\" = --version ] && echo 'typst 0.15.1' && exit 0\n\
         if grep -q DẤU main.typ; then kill -KILL $PPID; sleep 1; fi\n\
         cat '{}'",
        printed(&office),
    );
    let program = office.script("typst", &script);
    let run = office.run(&["build", "--engine", "typst-cli", "-j", "2", "--format", "short"]);
    let ended = run.env("VANTHU_TYPST", &program).end();
    assert_eq!(
        (ended.code, ended.stdout.as_str(), ended.stderr.as_str()),
        (
            Some(1),
            "out/a.pdf\nout/c.pdf\n",
            "data/b.yaml:1:1: lỗi[P007]: chương trình dựng văn bản này dừng bất thường \
             (signal: 9 (SIGKILL))\n"
        )
    );
}

/// Workers have folders for their Typst program; when they end, these go.
#[cfg(all(unix, feature = "embedded"))]
#[test]
fn workers_leave_nothing_behind() {
    use crate::office::{Office, directive};
    let office = Office::new();
    for name in ["a", "b", "c"] {
        office.write(&format!("data/{name}.yaml"), &directive("ke-hoach", 0, 0));
    }
    let script = format!(
        "[ \"$1\" = --version ] && echo 'typst 0.15.1' && exit 0\ncat '{}'",
        printed(&office),
    );
    let program = office.script("typst", &script);
    std::fs::create_dir(office.path("tmp")).unwrap();
    let run = office.run(&["build", "-q", "--engine", "typst-cli", "-j", "3"]);
    let ended = run.env("VANTHU_TYPST", &program).env("TMPDIR", office.path("tmp")).end();
    assert_eq!((ended.code, ended.stderr.as_str()), (Some(0), ""));
    assert_eq!(office.files("tmp"), []);
    assert_eq!(std::fs::read_dir(office.path("tmp")).unwrap().count(), 0);
}

#[cfg(all(unix, feature = "embedded"))]
mod with_typst {
    use std::fmt::Write as _;
    use std::time::{Duration, Instant};

    use crate::MINIMAL;
    use crate::project::Project;

    /// Without end in time, in memory, in depth: as the subject says.
    const HOSTILE: &str = "\
{% extends \"van-ban.typ\" %}
{% block type_name -%}
#let what = {{ type_name.subject | lit }}
#if what == \"lâu\" {
  for a in range(9000) { for b in range(9000) { for c in range(9000) { let _ = a + b + c } } }
}
#if what == \"bộ nhớ\" { let a = \"x\"; for _ in range(60) { a = a + a }; [#a.len()] }
#if what == \"chiều sâu\" { let a = [x]; for _ in range(400000) { a = strong(a) }; a }
{%- endblock %}
";

    #[test]
    fn time_memory_and_depth_without_end_cost_one_document_each() {
        let mut project = Project::new().file("templates/ten-loai.typ", HOSTILE);
        let mut good = String::new();
        for number in 0..8 {
            project = project.file(&format!("data/tot-{number}.yaml"), MINIMAL);
            let _ = writeln!(good, "out/tot-{number}.pdf");
        }
        for (name, subject) in [("a", "bộ nhớ"), ("m", "chiều sâu"), ("z", "lâu")] {
            let text = format!(
                "kind: thong-bao\nsymbol: TB-UBND\nsubject: {subject}\nbody: Thông báo./.\n"
            );
            project = project.file(&format!("data/{name}.yaml"), &text);
        }
        let started = Instant::now();
        project
            .run("build --format short --time-limit 30 --memory-limit 512 -j 2".split(' '))
            .stdout(&good)
            .stderr(
                "data/a.yaml:1:1: error[P006]: văn bản dùng quá 512 MB bộ nhớ nên đã bị dừng\n\
                 data/m.yaml:1:1: error[P007]: văn bản lồng vào nhau quá sâu: hết ngăn xếp khi dựng\n\
                 data/z.yaml:1:1: error[P005]: văn bản dựng quá 30 giây nên đã bị dừng\n",
            )
            .fails(1);
        assert!(started.elapsed() < Duration::from_mins(1));
    }

    /// Workers begin with what was saved last before the plan is made; the plan goes by content.
    #[test]
    fn what_is_begun_before_the_plan_is_what_is_built_without_it() {
        let text = |words: &str| MINIMAL.replace("rà soát hộ nghèo", words);
        let write = |project: &Project, name: &str, words: &str, age: Duration| {
            let path = project.path(&format!("data/{name}.yaml"));
            std::fs::write(&path, text(words)).unwrap();
            let file = std::fs::File::options().append(true).open(path).unwrap();
            file.set_modified(std::time::SystemTime::now() - age).unwrap();
        };
        let files = |project: &Project| {
            let file =
                |name: &str| std::fs::read(project.path(&format!("out/{name}.pdf"))).unwrap();
            ["a", "b", "c"].map(file)
        };
        let (now, before) = (Duration::ZERO, Duration::from_hours(1));
        for jobs in ["1", "2", "3"] {
            let project = Project::new().folder("data");
            let build = ["build", "-q", "-j", jobs];
            for name in ["a", "b", "c"] {
                write(&project, name, "rà soát", now);
            }
            project.run(build).succeeds();
            // The first was saved as it was, the second is another one and looks old, the third
            // has a finding.
            write(&project, "a", "rà soát", now);
            write(&project, "b", "xem xét", before);
            write(&project, "c", "xem  xét", now);
            let changed =
                ["data/b.yaml: `data/b.yaml` đã đổi", "data/c.yaml: `data/c.yaml` đã đổi"];
            let dry = ["build", "--dry-run", "-j", jobs];
            project.run(dry).stdout(&(changed.join("\n") + "\n")).succeeds();
            let found = project.run(build).said().1;
            // In its subject and in its text, each once.
            assert_eq!(found.matches("[D510]").count(), 2, "{found}");
            project.run(dry).succeeds();
            let anew = Project::new().folder("data");
            write(&anew, "a", "rà soát", now);
            write(&anew, "b", "xem xét", now);
            write(&anew, "c", "xem  xét", now);
            anew.run(["build", "-q", "--engine", "embedded", "-j", "1"]).whatever().succeeds();
            assert!(files(&project) == files(&anew), "-j {jobs}");
        }
    }

    #[test]
    fn the_bytes_are_the_same_for_any_number_of_workers() {
        let files = |jobs: &str| {
            let office = crate::office::Office::with_examples();
            let ended = office.run(&["build", "-q", "-j", jobs]).end();
            assert_eq!(ended.code, Some(0), "{}", ended.stderr);
            office.files("out")
        };
        let one = files("1");
        assert!(one.len() >= 5);
        assert!(one == files("2") && one == files("5"));
    }
}
