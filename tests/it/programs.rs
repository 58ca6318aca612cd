//! Typst programs that are none, or fail: each in its own words, and never half a document.

use std::path::Path;
use std::time::{Duration, Instant};

use crate::office::{Ended, Office, directive};

/// Builds one document with a program, with one second for it; its path is `TYPST` in the output.
fn build(office: &Office, program: &Path) -> Ended {
    office.write("data/a.yaml", &directive("ke-hoach", 0, 0));
    let run = office.run(&["build", "--engine", "typst-cli", "--time-limit", "1"]);
    let mut ended = run.env("VANTHU_TYPST", program).end();
    ended.stderr = ended.stderr.replace(&program.display().to_string(), "TYPST");
    assert_eq!(office.files("out"), [], "nothing is written");
    ended
}

/// A program that says it is the right Typst and then does something else.
fn pretender(office: &Office, does: &str) -> std::path::PathBuf {
    let lines = format!("[ \"$1\" = --version ] && echo 'typst 0.15.1' && exit 0\n{does}");
    office.script("typst", &lines)
}

#[track_caller]
fn fails(ended: &Ended, stderr: &str) {
    let expected = Ended { code: Some(2), stdout: String::new(), stderr: format!("{stderr}\n") };
    assert_eq!(*ended, expected);
}

/// Of a program that says it is the right Typst.
#[track_caller]
fn fails_when_it(does: &str, stderr: &str) {
    let office = Office::new();
    let program = pretender(&office, does);
    fails(&build(&office, &program), stderr);
}

#[test]
fn a_program_that_is_not_there_is_named() {
    let office = Office::new();
    fails(
        &build(&office, &office.path("none")),
        "vanthu: lỗi: không chạy được chương trình Typst `TYPST`: No such file or directory \
         (os error 2); chỉ đường dẫn bằng VANTHU_TYPST, hoặc dùng `--engine embedded`",
    );
}

#[test]
fn a_file_that_cannot_be_run_is_named() {
    let office = Office::new();
    office.write("typst", "no program");
    fails(
        &build(&office, &office.path("typst")),
        "vanthu: lỗi: không chạy được chương trình Typst `TYPST`: Permission denied \
         (os error 13); chỉ đường dẫn bằng VANTHU_TYPST, hoặc dùng `--engine embedded`",
    );
}

#[test]
fn another_version_is_refused_with_the_one_that_is_wanted() {
    let office = Office::new();
    let program = office.script("typst", "echo 'typst 0.14.2 (b3d9e5a)'");
    fails(
        &build(&office, &program),
        "vanthu: lỗi: chương trình `TYPST` là `typst 0.14.2 (b3d9e5a)`, cần typst 0.15.1; chỉ \
         chương trình khác bằng VANTHU_TYPST, hoặc dùng `--engine embedded`",
    );
}

#[test]
fn a_version_that_is_garbage_is_shown_harmless() {
    let office = Office::new();
    let program = office.script("typst", "printf 'x\\033[31m\\377\\001 y\\n'");
    fails(
        &build(&office, &program),
        "vanthu: lỗi: chương trình `TYPST` là `x\\u{1b}[31m\u{fffd}\\u{1} y`, cần typst 0.15.1; \
         chỉ chương trình khác bằng VANTHU_TYPST, hoặc dùng `--engine embedded`",
    );
}

#[test]
fn a_program_that_does_not_even_tell_its_version_is_stopped() {
    let office = Office::new();
    let program = office.script("typst", "sleep 300");
    let started = Instant::now();
    fails(
        &build(&office, &program),
        "vanthu: lỗi: chương trình Typst `TYPST` chạy quá 1 giây và đã bị dừng",
    );
    assert!(started.elapsed() < Duration::from_secs(10));
}

#[test]
fn a_program_that_hangs_is_killed_with_its_children() {
    let office = Office::new();
    let note = office.path("child");
    let does = format!("sleep 300 & echo $! > {}; wait", note.display());
    let program = pretender(&office, &does);
    let started = Instant::now();
    fails(
        &build(&office, &program),
        "vanthu: lỗi: chương trình Typst `TYPST` chạy quá 1 giây và đã bị dừng",
    );
    assert!(started.elapsed() < Duration::from_secs(10));
    let child = std::fs::read_to_string(note).expect("the program had a child");
    // What is killed may wait for somebody to take note of it: state Z.
    let is_alive = || {
        let state = std::fs::read_to_string(format!("/proc/{}/stat", child.trim()));
        state.is_ok_and(|state| !state.contains(") Z"))
    };
    let patience = Instant::now() + Duration::from_secs(5);
    while is_alive() && Instant::now() < patience {
        std::thread::sleep(Duration::from_millis(10));
    }
    assert!(!is_alive(), "its child is alive");
}

#[test]
fn a_signal_is_named() {
    fails_when_it(
        "kill -KILL $$",
        "vanthu: lỗi: chương trình Typst `TYPST` dừng bất thường (signal: 9 (SIGKILL)): ",
    );
}

#[test]
fn an_exit_code_is_named_with_the_last_words() {
    fails_when_it(
        "echo first >&2; echo last >&2; echo >&2; exit 7",
        "vanthu: lỗi: chương trình Typst `TYPST` dừng bất thường (exit status: 7): last",
    );
}

#[test]
fn errors_without_a_readable_word_are_a_crash() {
    fails_when_it(
        "printf '\\377\\376\\001' >&2; exit 1",
        "vanthu: lỗi: chương trình Typst `TYPST` dừng bất thường (exit status: 1): \
         \u{fffd}\u{fffd}\\u{1}",
    );
}

#[test]
fn what_is_no_whole_pdf_is_not_taken_for_one() {
    for does in ["echo hello", "true", "printf '%%PDF-1.7\\n1 0 obj\\n<<'", "printf 'x%%%%EOF'"] {
        fails_when_it(
            does,
            "vanthu: lỗi: chương trình Typst `TYPST` báo xong nhưng không cho ra PDF trọn vẹn",
        );
    }
}

#[test]
fn a_flood_of_words_is_cut_short() {
    fails_when_it(
        "yes 0123456789 | head -c 3000000 | tr -d '\\n' >&2; exit 3",
        &format!(
            "vanthu: lỗi: chương trình Typst `TYPST` dừng bất thường (exit status: 3): {}",
            "0123456789".repeat(20)
        ),
    );
}

#[test]
fn a_flood_without_end_is_stopped() {
    let office = Office::new();
    office.write("data/a.yaml", &directive("ke-hoach", 0, 0));
    let program = pretender(&office, "exec cat /dev/zero >&2");
    let run = office.run(&["build", "--engine", "typst-cli", "--time-limit", "60"]);
    let ended = run.env("VANTHU_TYPST", &program).end();
    let expected = format!(
        "vanthu: lỗi: chương trình Typst `{}` ghi ra quá nhiều và đã bị dừng\n",
        program.display()
    );
    assert_eq!((ended.code, ended.stderr), (Some(2), expected));
}

/// All directives are tried, also after a program has failed for one.
#[test]
fn every_document_says_that_its_program_failed() {
    let office = Office::new();
    office.write("data/b.yaml", &directive("ke-hoach", 0, 0));
    let ended = build(&office, &pretender(&office, "exit 7"));
    assert_eq!(ended.code, Some(2));
    assert_eq!(ended.stderr.lines().count(), 2, "{}", ended.stderr);
}
