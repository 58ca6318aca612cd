//! Whatever is written, the program has an answer: findings or a document, within a second.
//!
//! A fuzzer that knows no coverage: it changes good files as a hand, a merge or a disk would, and
//! worse. Its random numbers come from a seed, so that a run can be had again.
//!
//! `make test` has a short run of it, `make fuzz` a long one: `FUZZ_SECONDS` says how long,
//! `FUZZ_SEED` where it begins.

mod corpus;
mod mutate;
mod readers;
mod trial;
mod watch;

use std::fmt::Write as _;
use std::io::Write as _;
use std::time::{Duration, Instant};

use corpus::{Input, Kind};
use mutate::Mutator;
use trial::Trial;

use crate::project::Project;

/// Changed files of a short run.
const SHORT_RUN: u32 = if cfg!(debug_assertions) { 300 } else { 3_000 };

#[test]
fn every_input_that_once_failed_has_an_answer() {
    let trial = Trial::new();
    for (name, input) in corpus::kept() {
        trial.run(&input).unwrap_or_else(|why| panic!("tests/corpus/{name}: {why}"));
    }
}

#[test]
fn no_changed_file_makes_the_program_fail() {
    let seconds = std::env::var("FUZZ_SECONDS")
        .ok()
        .map(|text| text.parse().unwrap_or_else(|_| panic!("FUZZ_SECONDS is `{text}`, no number")));
    let seed = std::env::var("FUZZ_SEED").ok().and_then(|text| text.parse().ok()).unwrap_or(0);
    // As much stack as the main thread of the program has.
    let worker = std::thread::Builder::new().stack_size(8 << 20);
    let worker = worker.spawn(move || match seconds {
        None => short_run(seed),
        Some(seconds) => long_run(seed, Duration::from_secs(seconds)),
    });
    let outcome = worker.expect("a thread starts").join();
    let failure = outcome.unwrap_or_else(|_| Some("the fuzzer itself failed".to_owned()));
    assert_eq!(failure, None);
}

fn short_run(seed: u64) -> Option<String> {
    let trial = Trial::new();
    let mut mutator = Mutator::new(seed);
    (0..SHORT_RUN).find_map(|_| {
        let input = mutator.next();
        let outcome = trial.run(&input);
        match outcome {
            Ok(is_document) => is_document.then(|| mutator.learn(input)).and(None),
            Err(why) => Some(keep(&trial, &input, &why)),
        }
    })
}

fn long_run(seed: u64, limit: Duration) -> Option<String> {
    let trial = Trial::new();
    let mut mutator = Mutator::new(seed);
    let watch = watch::Watch::new();
    let (start, mut told) = (Instant::now(), Duration::ZERO);
    let (mut runs, mut documents) = (0_u64, 0_u64);
    let tell = |runs: u64, documents: u64, spent: Duration| {
        let rate = runs / spent.as_secs().max(1);
        let peak = watch::peak_of_memory() / 1024;
        let line = format!(
            "{runs} runs, {rate} a second, {documents} became documents, at most {peak} MB\n"
        );
        let _ = std::io::stderr().write_all(line.as_bytes());
    };
    while start.elapsed() < limit {
        let input = mutator.next();
        watch.begin(&input);
        let before = watch::peak_of_memory();
        let mut outcome = trial.run(&input);
        let grown = watch::peak_of_memory().saturating_sub(before);
        if outcome.is_ok() && grown > watch::MOST_MEMORY {
            outcome = Err(format!("{grown} kB of memory"));
        }
        watch.end();
        match outcome {
            Ok(true) => {
                documents += 1;
                mutator.learn(input);
            }
            Ok(false) => {}
            Err(why) => {
                tell(runs, documents, start.elapsed());
                return Some(keep(&trial, &input, &why));
            }
        }
        runs += 1;
        if runs.is_multiple_of(20_000)
            && let Err(why) = printed(&mut mutator, 100)
        {
            return Some(why);
        }
        if start.elapsed() > told + Duration::from_secs(10) {
            told = start.elapsed();
            tell(runs, documents, told);
        }
    }
    tell(runs, documents, start.elapsed());
    None
}

/// Makes a failing input small, keeps it, and says how to have the failure again.
fn keep(trial: &Trial, input: &Input, why: &str) -> String {
    let small = mutate::smaller(input, &|input| trial.run(input).is_err());
    let name = corpus::keep(&small);
    format!(
        "{why}\nthe input is kept as tests/corpus/{name}; \
         again with: cargo test --no-default-features every_input_that_once_failed"
    )
}

#[test]
fn the_program_prints_the_findings_of_changed_files_in_every_form() {
    let count = if cfg!(debug_assertions) { 60 } else { 300 };
    printed(&mut Mutator::new(1), count).unwrap_or_else(|why| panic!("{why}"));
}

/// The program itself, with many changed directives at once.
fn printed(mutator: &mut Mutator, count: usize) -> Result<(), String> {
    let mut project = Project::new();
    let mut inputs = 0;
    while inputs < count {
        let input = mutator.next();
        if matches!(input.kind, Kind::Directive) {
            project = project.bytes(&format!("data/{inputs}.yaml"), &input.bytes);
            inputs += 1;
        }
    }
    let mut wrong = String::new();
    for format in ["human", "short", "json"] {
        for language in ["vi", "en"] {
            let arguments = ["check", "--format", format, "--lang", language, "--color", "always"];
            let output = project.command().args(arguments).output().expect("the program starts");
            let said = String::from_utf8_lossy(&output.stderr);
            if !matches!(output.status.code(), Some(0 | 1)) {
                let end: Vec<&str> = said.lines().rev().take(5).collect();
                let _ = writeln!(wrong, "{format} {language}: {:?} {end:?}", output.status);
            }
        }
    }
    if wrong.is_empty() {
        return Ok(());
    }
    let kept = std::env::temp_dir().join("vanthu-fuzz");
    let _ = std::fs::create_dir_all(&kept);
    for name in project.listing("data") {
        let file = kept.join(name.replace('/', "-"));
        let _ = std::fs::copy(project.path(&name), file);
    }
    Err(format!("{wrong}the files are in {}", kept.display()))
}
