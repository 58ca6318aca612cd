//! What was measured, for people: ratios first.

use std::fmt;
use std::fs;

use crate::run::Taken;
use crate::subject::Subject;

/// Measurements, round by round.
pub(crate) struct Report<'a> {
    subjects: &'a [Subject],
    taken: Vec<Vec<Taken>>,
}

impl<'a> Report<'a> {
    pub(crate) fn new(subjects: &'a [Subject]) -> Self {
        Self { subjects, taken: vec![Vec::new(); subjects.len()] }
    }

    pub(crate) fn add(&mut self, subject: usize, taken: Taken) {
        self.taken[subject].push(taken);
    }

    /// The middle one of `what`, and of what it is in thousandths of the subject compared with,
    /// each round for itself: what disturbs a round disturbs both.
    fn middle(&self, subject: usize, what: impl Fn(&Taken) -> u64) -> (u64, u64) {
        let own = self.taken[subject].iter().map(&what);
        let other = self.taken[self.subjects[subject].against].iter().map(&what);
        let ratios = own.clone().zip(other).map(|(own, other)| own * 1_000 / other.max(1));
        (median(own.collect()), median(ratios.collect()))
    }
}

pub(crate) fn median(mut numbers: Vec<u64>) -> u64 {
    numbers.sort_unstable();
    numbers.get(numbers.len() / 2).copied().unwrap_or(0)
}

impl fmt::Display for Report<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(formatter, "| what | time, ratio | memory, ratio | time, ms | memory, MB |")?;
        writeln!(formatter, "|---|---|---|---|---|")?;
        for (index, subject) in self.subjects.iter().enumerate() {
            let millis = |taken: &Taken| u64::try_from(taken.time.as_micros()).unwrap_or(u64::MAX);
            let (time, slower) = self.middle(index, millis);
            let (memory, larger) = self.middle(index, |taken| taken.kibibytes);
            let (slower, larger) = (ratio(slower), ratio(larger));
            let (time, memory) = (time / 1_000, memory / 1_024);
            let name = &subject.name;
            writeln!(formatter, "| {name} | {slower} | {larger} | {time} | {memory} |")?;
        }
        Ok(())
    }
}

/// Thousandths as a number.
pub(crate) fn ratio(thousandths: u64) -> String {
    if thousandths < 100 {
        return format!("0.{thousandths:03}");
    }
    let hundredths = (thousandths + 5) / 10;
    format!("{}.{:02}", hundredths / 100, hundredths % 100)
}

/// The page `docs/performance.md`.
pub(crate) fn page(date: &str, rounds: usize, many: &str, table: &str) -> String {
    let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let facts = fs::read_to_string("/proc/meminfo").unwrap_or_default();
    let total = facts.lines().find_map(|line| line.strip_prefix("MemTotal:")).unwrap_or_default();
    let kibibytes: u64 = total.trim().trim_end_matches(" kB").parse().unwrap_or(0);
    let memory = kibibytes / 1_024 / 1_024;
    let system = std::env::consts::OS;
    format!(
        "# Performance

Written by `make bench` on {date}; do not edit.

{system}, {cores} cores, {memory} GB of memory, shared with other work.
Each line is the median of {rounds} rounds unless it says otherwise; within a round all commands run one after the other, each from its start to its end.
A ratio is taken within a round, then the median of the ratios.
The ratios are what to compare; times depend on the machine and on its neighbours.
Memory is the peak (`VmHWM`) of every process of a command, added up.

## Many documents

Generated letters of three pages with one appendix table, in a project with a catalog of 6,842 entries; documents are written to an empty folder, each synced to the disk.
Of letters of one text, subject and figures differ; otherwise each has its own number in every paragraph, so that no paragraph stands in two of them.
Line a has the allocator of the system, the program its own.
Of more than 1,000 documents, a and d are measured on 1,000 and multiplied.
The targets: b at most 1.15 times a; c at least 1.8 times as fast as b on two cores and 3 times as fast as d; e at most a hundredth of b and at most 100 ms for 1,000; f at most e and two documents; a worker of at most 150 MB, however many documents there are.

{many}## One document

The long table is compared with one plain Typst `table` with the same words on the same paper, an example with a document of one line set by the bare Typst crates.

{table}
The long table has 5,000 rows read from CSV, two of its columns computed, and a row of totals; both documents are PDF/A-2b with tags and the same typeface.
The target: at most 1.3 times the time and half the memory of the plain table.
"
    )
}
