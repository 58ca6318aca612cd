//! How fast a long table and the example documents are set, and how much memory that takes.
//!
//! Everything is measured on processes of their own: this program starts itself again, once as
//! bare Typst and once as `vanthu`, in turn, round after round. What counts are the ratios.
#![expect(clippy::disallowed_methods, reason = "a bench starts programs and reads files")]
#![expect(clippy::print_stdout, reason = "a bench prints what it found")]

mod plain;
mod report;
mod subject;

use std::ffi::OsString;
use std::fs;
use std::path::Path;
use std::process::{Command, ExitCode};
use std::time::{Duration, Instant};

use report::Report;
use subject::Subject;

/// Rounds unless `VANTHU_BENCH_ROUNDS` says otherwise; an odd number has a middle one.
const ROUNDS: usize = 5;

/// What one process took.
#[derive(Debug, Clone, Copy)]
struct Taken {
    time: Duration,
    kibibytes: u64,
}

fn main() -> ExitCode {
    let mut arguments: Vec<OsString> = std::env::args_os().collect();
    let child = arguments.get(1).and_then(|word| word.to_str()).unwrap_or_default().to_owned();
    match child.as_str() {
        "--plain" => {
            plain::set(Path::new(&arguments[2]), Path::new(&arguments[3]));
            println!("{}", peak());
            ExitCode::SUCCESS
        }
        "--vanthu" => {
            arguments.remove(1);
            let code = vanthu::cli::run(arguments);
            println!("{}", peak());
            code
        }
        _ => {
            measure();
            ExitCode::SUCCESS
        }
    }
}

/// The most memory this process ever had, in KiB.
fn peak() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or_default();
    line.trim().trim_end_matches(" kB").parse().unwrap_or(0)
}

fn measure() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let subjects = subject::all(folder.path());
    let rounds = std::env::var("VANTHU_BENCH_ROUNDS").ok().and_then(|text| text.parse().ok());
    let rounds = rounds.unwrap_or(ROUNDS);
    let mut report = Report::new(&subjects);
    for round in 1..=rounds {
        for (index, subject) in subjects.iter().enumerate() {
            report.add(index, run(subject));
        }
        println!("round {round} of {rounds}");
    }
    let table = report.to_string();
    println!("\n{table}");
    // Without a date nothing is written: the clock is not asked.
    if let Ok(date) = std::env::var("VANTHU_BENCH_DATE") {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/performance.md");
        fs::write(path, report::page(&date, rounds, &table)).expect("the page is written");
    }
}

/// Runs this program again as `subject`, from its start to its end.
fn run(subject: &Subject) -> Taken {
    let program = std::env::current_exe().expect("this program has a path");
    let start = Instant::now();
    let output = Command::new(program).args(&subject.arguments).output().expect("a process");
    let time = start.elapsed();
    let said = String::from_utf8_lossy(&output.stdout);
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{}: {errors}", subject.name);
    let last = said.lines().last().and_then(|line| line.parse().ok());
    Taken { time, kibibytes: last.expect("a child ends with its peak") }
}
