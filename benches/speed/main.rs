//! How fast documents are set, one and many, and how much memory that takes.
//!
//! Everything is measured on processes of their own: this program starts itself again as bare
//! Typst, and `vanthu` and `typst` beside it, in turn, round after round. What counts are the
//! ratios.
//!
//! `VANTHU_BENCH_ROUNDS` and `VANTHU_BENCH_SIZES` (`100,1000,10000`) say how often and how many.
#![expect(clippy::disallowed_methods, reason = "a bench starts programs and reads files")]
#![expect(clippy::print_stdout, reason = "a bench prints what it found")]

mod many;
mod plain;
mod report;
mod run;
mod subject;

use std::ffi::OsString;
use std::fs;
use std::path::Path;
use std::process::ExitCode;

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
        "--floor" => plain::set_all(Path::new(&arguments[2]), Path::new(&arguments[3])),
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
    for size in sizes.split(',').filter_map(|size| size.trim().parse().ok()) {
        for rows in [12, 63] {
            // The long tables are there to compare with; a thousand of them tell nothing new.
            if rows == 63 && size > 100 {
                continue;
            }
            let table = many::measure(folder.path(), size, rows, rounds);
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
