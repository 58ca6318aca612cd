//! Files made to cost time or memory: each is answered at once, and never with a panic.

use std::time::{Duration, Instant};

use crate::project::Project;

/// A program that is not optimised is given time; what grows without bound takes longer still.
const PATIENCE: Duration = Duration::from_secs(if cfg!(debug_assertions) { 10 } else { 1 });

const HEAD: &str = "kind: cong-van\nsymbol: UBND-VX\nsubject: rà soát hộ nghèo\n";
const BODY: &str = "body: Đề nghị các xã rà soát hộ nghèo./.\n";

/// A busy machine may be slow once; what is slow by itself is slow each time.
const TRIES: usize = 3;

/// Runs `check` over one file and demands this exit code and these words on stderr.
fn answers(text: &str, code: i32, words: &str) {
    let project = Project::new().file("data/a.yaml", text);
    let in_time = |_| {
        let start = Instant::now();
        let run = project.run(["check", "--format", "short"]);
        let took = start.elapsed();
        run.stderr_has(&[words]).fails(code);
        took < PATIENCE
    };
    assert!((0..TRIES).any(in_time), "took more than {PATIENCE:?}, {TRIES} times");
}

fn refused(text: &str, words: &str) {
    answers(text, 1, words);
}

fn lines(count: usize, line: impl Fn(usize) -> String) -> String {
    (0..count).map(|index| line(index) + "\n").collect()
}

#[test]
fn aliases_that_multiply_are_refused() {
    let levels = lines(9, |level| {
        format!("  - &a{} [{}]", level + 1, vec![format!("*a{level}"); 9].join(", "))
    });
    refused(&format!("{HEAD}legal_bases:\n  - &a0 [x, x, x]\n{levels}{BODY}"), "error[Y011]");
}

#[test]
fn a_thousand_levels_are_refused_in_each_way_of_writing_them() {
    let columns = "targets:\n  a:\n    row_header: Xã\n    columns: ";
    refused(
        &format!("{HEAD}{columns}{}\n{BODY}", "[{header: x, columns: ".repeat(1_000)),
        "error[Y008]",
    );
    let blocks =
        lines(1_000, |level| format!("{}- header: x\n{0}  columns:", " ".repeat(6 + 2 * level)));
    refused(
        &format!("{HEAD}targets:\n  a:\n    row_header: Xã\n    columns:\n{blocks}{BODY}"),
        "error[Y008]",
    );
    refused(&format!("{HEAD}legal_bases:\n{}x\n{BODY}", "- ".repeat(1_000)), "error[Y005]");
    refused(&format!("{HEAD}legal_bases: {}\n{BODY}", "[".repeat(1_000)), "error[Y");
    refused(&"? ".repeat(300_000), "error[Y008]");
}

#[test]
fn a_text_of_ten_megabytes_is_refused() {
    refused(&format!("{HEAD}place: {}\n{BODY}", "x".repeat(10_000_000)), "error[Y008]");
    refused(&format!("{HEAD}place: {}\n{BODY}", "x ".repeat(900_000)), "error[N006]");
    refused(&format!("{HEAD}body: |\n{}", lines(10_000, |_| "  x".repeat(60))), "error[N006]");
    refused(&format!("{HEAD}number: {}\n{BODY}", "9".repeat(1_000_000)), "error[N003]");
}

#[test]
fn a_hundred_thousand_keys_are_refused() {
    refused(&format!("{HEAD}{}{BODY}", lines(100_000, |key| format!("k{key}: 1"))), "error[Y003]");
    let rows = lines(20_000, |row| format!("      r{row}: [1]"));
    let table =
        "targets:\n  a:\n    row_header: Xã\n    columns: [{id: ho, header: Số hộ}]\n    rows:\n";
    refused(&format!("{HEAD}{table}{rows}      r0: [1]\n{BODY}"), "warning[D581]");
}

#[test]
fn brackets_quotes_tags_and_blanks_without_end_are_refused() {
    refused(&format!("{HEAD}legal_bases: {}", "[ ".repeat(500_000)), "error[Y");
    refused(&format!("{HEAD}place: {}\n{BODY}", "\"".repeat(100_001)), "error[Y001]");
    refused(&format!("{HEAD}place: {}\n{BODY}", "!a ".repeat(100_000)), "error[Y011]");
    refused(&"\n".repeat(1_900_000), "error[Y002]");
    refused(&"# a\n".repeat(400_000), "error[Y002]");
    refused(&": ".repeat(500_000), "error[Y005]");
    refused(&"\0".repeat(100_000), "error[Y001]");
}

#[test]
fn bodies_that_nest_without_end_are_refused() {
    let body = |words: String| format!("{HEAD}body: |\n  {words}\n");
    refused(&body("- ".repeat(20_000) + "x"), "error[N012]");
    refused(&body("> ".repeat(20_000) + "x"), "error[N012]");
    refused(&body("**a ".repeat(10_000) + "x" + &" a**".repeat(10_000)), "error[N012]");
    refused(&body("{{".repeat(100_000)), "error[N011]");
    refused(&body((0..2_000).map(|count| "`".repeat(count % 300) + " ").collect()), "error[N012]");
    answers(&body("*a ".repeat(20_000)), 0, "");
    answers(&body("[a](".repeat(20_000)), 0, "");
}

#[test]
fn thousands_of_findings_are_printed_at_once() {
    let items = lines(5_000, |_| "  a) Rà soát\n".to_owned());
    answers(&format!("{HEAD}body: |\n{items}"), 0, "warning[D047]");
    let accepts = lines(5_000, |_| "  - {rule: numbering-gap, why: x}".to_owned());
    answers(&format!("{HEAD}{BODY}accept:\n{accepts}"), 0, "warning[D503]");
    let links = lines(5_000, |link| format!("  [a{link}]: x\n"));
    refused(&format!("{HEAD}body: |\n{links}"), "error[N012]");
}
