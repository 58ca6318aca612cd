//! How fast documents are set, one and many, and how much memory that takes.
//!
//! Everything is measured on processes of their own: this program starts itself again as bare
//! Typst, and `vanthu` and `typst` beside it, in turn, round after round. What counts are the
//! ratios.
//!
//! `VANTHU_BENCH_ROUNDS` and `VANTHU_BENCH_SIZES` (`100,1000,10000:3`, the last in three rounds)
//! say how often and how many.
#![expect(clippy::disallowed_methods, reason = "a bench starts programs and reads files")]
#![expect(clippy::print_stdout, reason = "a bench prints what it found")]

mod letters;
mod many;
mod plain;
mod report;
mod run;
mod subject;

use std::ffi::OsString;
use std::fs;
use std::path::Path;
use std::process::ExitCode;

use letters::Text;
use many::Plan;
use report::Report;

/// Rounds unless `VANTHU_BENCH_ROUNDS` says otherwise; an odd number has a middle one.
const ROUNDS: usize = 5;

/// Numbers of documents unless `VANTHU_BENCH_SIZES` says otherwise.
const SIZES: &str = "100,1000";

fn main() -> ExitCode {
    let arguments: Vec<OsString> = std::env::args_os().collect();
    let child = arguments.get(1).and_then(|word| word.to_str()).unwrap_or_default().to_owned();
    match child.as_str() {
        "--plain" => plain::set(Path::new(&arguments[2]), Path::new(&arguments[3])),
        "--floor" => {
            let count = arguments[4].to_str().and_then(|count| count.parse().ok());
            let count = count.expect("a number of texts");
            plain::set_all(Path::new(&arguments[2]), Path::new(&arguments[3]), count);
        }
        _ => measure(),
    }
    ExitCode::SUCCESS
}

fn variable(name: &str, otherwise: &str) -> String {
    std::env::var(name).unwrap_or_else(|_| otherwise.to_owned())
}

fn measure() {
    let rounds = variable("VANTHU_BENCH_ROUNDS", "").parse().unwrap_or(ROUNDS);
    let sizes = variable("VANTHU_BENCH_SIZES", SIZES);
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut many = String::new();
    for size in sizes.split(',') {
        let (size, often) = size.split_once(':').unwrap_or((size, ""));
        let Ok(size) = size.trim().parse() else { continue };
        let rounds = often.trim().parse().unwrap_or(rounds);
        for (rows, text) in [(12, Text::Own), (12, Text::Shared), (63, Text::Own)] {
            let table = many::measure(folder.path(), Plan { size, rows, text, rounds });
            println!("\n{table}");
            many.push_str(&table);
        }
    }
    let subjects = subject::all(folder.path());
    let mut report = Report::new(&subjects);
    for round in 1..=rounds {
        for (index, subject) in subjects.iter().enumerate() {
            report.add(index, run::run(&subject.command));
        }
        println!("round {round} of {rounds}");
    }
    let table = report.to_string();
    println!("\n{table}");
    // Without a date nothing is written: the clock is not asked.
    if let Ok(date) = std::env::var("VANTHU_BENCH_DATE") {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/performance.md");
        fs::write(path, report::page(&date, rounds, &many, &table)).expect("the page is written");
    }
}
