//! Many documents: what the whole of the program adds to Typst, and what it saves.

use std::cell::Cell;
use std::ffi::OsString;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::letters::{Text, catalog, directive};
use crate::report::{median, ratio};
use crate::run::{Call, Taken, run};

/// What is measured, in the order of the table.
const LINES: [&str; 8] = [
    "a. the same texts, bare Typst crates, one thread",
    "b. `vanthu build -j1`",
    "c. `vanthu build -j2`",
    "d. `typst compile` for each, two at a time",
    "e. `vanthu build`, nothing changed",
    "f. `vanthu build`, one changed",
    "g. `vanthu build` of one, from nothing",
    "h. `vanthu check`",
];

/// What a line stands for.
type Round = [Option<Taken>; LINES.len()];

/// Of more documents, lines a and d are measured on so many and multiplied: there each document
/// is set by itself.
const SAMPLE: usize = 1_000;

/// What is measured: so many letters, so often.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Plan {
    pub(crate) size: usize,
    /// Of the table of each letter.
    pub(crate) rows: usize,
    pub(crate) text: Text,
    pub(crate) rounds: usize,
}

/// A project of generated directives, and the texts that come of it.
struct Many {
    folder: PathBuf,
    project: PathBuf,
    texts: PathBuf,
    size: usize,
    typst: Option<PathBuf>,
    /// How many folders were asked for.
    asked: Cell<usize>,
}

/// The table of `plan`.
pub(crate) fn measure(folder: &Path, plan: Plan) -> String {
    let Plan { size, rows, text, rounds } = plan;
    let many = Many::new(&folder.join(format!("{size}-{rows}-{text:?}")), plan);
    let mut all: Vec<Round> = Vec::new();
    for round in 1..=rounds {
        all.push(many.round());
        println!("{size} directives, {rows} rows, {}: round {round} of {rounds}", text.name());
        // Whatever is removed while lines are measured makes the disk slower for them.
        if size > SAMPLE {
            many.clear();
        }
    }
    many.clear();
    table(plan, &all)
}

impl Many {
    fn new(folder: &Path, Plan { size, rows, text, .. }: Plan) -> Self {
        let project = folder.join("project");
        let data = project.join("data");
        fs::create_dir_all(&data).expect("a folder");
        fs::write(project.join("vanthu.yaml"), "").expect("settings");
        fs::create_dir_all(data.join("catalog")).expect("a folder");
        fs::write(data.join("catalog/all.yaml"), catalog()).expect("a catalog");
        for number in 0..size {
            let letter = directive(number, rows, text);
            fs::write(data.join(format!("v{number:05}.yaml")), letter).expect("a directive");
        }
        let texts = folder.join("texts");
        let words = ["build", "--quiet", "--emit", "typ"];
        let call = Self::call(&project, &words, &texts, None);
        run(&call);
        fs::remove_dir_all(texts.join(".vanthu")).expect("notes");
        let typst = std::env::var_os("VANTHU_TEST_TYPST").map(PathBuf::from);
        let typst = typst.filter(|path| path.is_file());
        Self { folder: folder.to_owned(), project, texts, size, typst, asked: Cell::new(0) }
    }

    /// A folder nothing was written to before.
    fn fresh(&self) -> PathBuf {
        self.asked.set(self.asked.get() + 1);
        self.folder.join(format!("out-{}", self.asked.get()))
    }

    /// Removes all of them.
    fn clear(&self) {
        for number in 1..=self.asked.get() {
            let _ = fs::remove_dir_all(self.folder.join(format!("out-{number}")));
        }
    }

    /// What all documents take, if `taken` is what the first ones of a sample do.
    fn of_all(&self, taken: Taken) -> Taken {
        let sample = self.size.min(SAMPLE);
        let micros = taken.time.as_micros() * self.size as u128 / sample.max(1) as u128;
        Taken { time: Duration::from_micros(u64::try_from(micros).unwrap_or(u64::MAX)), ..taken }
    }

    fn call(project: &Path, words: &[&str], out: &Path, trace: Option<&Path>) -> Call {
        let words = words.iter().map(OsString::from);
        let folders = ["--project".into(), project.into(), "--out".into(), out.into()];
        Call::vanthu(words.chain(folders), trace)
    }

    /// Everything once, one after the other.
    fn round(&self) -> Round {
        let trace = self.folder.join("trace.json");
        let build = |words: &[&str], out: &Path| {
            run(&Self::call(
                &self.project,
                &[&["build", "--quiet"], words].concat(),
                out,
                Some(&trace),
            ))
        };
        let count = self.size.min(SAMPLE).to_string();
        let texts =
            ["--floor".into(), self.texts.clone().into(), self.fresh().into(), count.into()];
        let floor = self.of_all(run(&Call::own(texts)));
        let one = build(&["-j1"], &self.fresh());
        let out = self.fresh();
        let two = build(&["-j2"], &out);
        let programs =
            self.typst.as_deref().map(|typst| self.of_all(self.each(typst, &self.fresh())));
        let nothing = build(&[], &out);
        self.change();
        let changed = build(&[], &out);
        let path = self.project.join("data/v00000.yaml");
        let path = path.to_str().expect("temporary folders are UTF-8");
        let first = build(&[path], &self.fresh());
        let words = ["check", "--quiet", "--project"].map(OsString::from);
        let check = Call::vanthu(words.into_iter().chain([self.project.clone().into()]), None);
        let check = run(&check);
        [
            Some(floor),
            Some(one),
            Some(two),
            programs,
            Some(nothing),
            Some(changed),
            Some(first),
            Some(check),
        ]
    }

    /// Changes the last directive.
    fn change(&self) {
        let path = self.project.join(format!("data/v{:05}.yaml", self.size - 1));
        let text = fs::read_to_string(&path).expect("a directive");
        fs::write(path, text.replacen("đợt", "đợt một của đợt", 1)).expect("a directive");
    }

    /// `typst compile` for each text, two at a time, as a shell would do it.
    fn each(&self, typst: &Path, out: &Path) -> Taken {
        fs::create_dir_all(out).expect("a folder");
        let fonts = Path::new(env!("CARGO_MANIFEST_DIR")).join("templates/fonts");
        let start = Instant::now();
        let mut running: Vec<Child> = Vec::new();
        for number in 0..self.size.min(SAMPLE) {
            if running.len() == 2 {
                wait_for_one(&mut running);
            }
            let name = format!("v{number:05}");
            let mut command = Command::new(typst);
            command.args(["compile", "--ignore-system-fonts", "--pdf-standard", "a-2b", "--root"]);
            command.arg(&self.texts).arg("--font-path").arg(&fonts);
            command
                .arg(self.texts.join(format!("{name}.typ")))
                .arg(out.join(format!("{name}.pdf")));
            command.env("RAYON_NUM_THREADS", "1").stdout(Stdio::null()).stderr(Stdio::null());
            running.push(command.spawn().expect("a process"));
        }
        while !running.is_empty() {
            wait_for_one(&mut running);
        }
        Taken { time: start.elapsed(), ..Taken::default() }
    }
}

fn wait_for_one(running: &mut Vec<Child>) {
    let has_ended = |child: &mut Child| child.try_wait().expect("a process").is_some();
    loop {
        if let Some(index) = running.iter_mut().position(has_ended) {
            let status = running.remove(index).wait().expect("a process");
            assert!(status.success(), "typst: {status}");
            return;
        }
        std::thread::sleep(Duration::from_micros(200));
    }
}

/// Ratios first: each is taken within a round, then the median of the rounds.
fn table(plan: Plan, rounds: &[Round]) -> String {
    let Plan { size, rows, .. } = plan;
    let micros = |taken: &Taken| u64::try_from(taken.time.as_micros()).unwrap_or(u64::MAX);
    let of = |line: usize, what: &dyn Fn(&Taken) -> u64| -> Option<u64> {
        let found: Option<Vec<u64>> =
            rounds.iter().map(|round| round[line].as_ref().map(what)).collect();
        found.map(median)
    };
    let against = |line: usize, other: usize| -> Option<u64> {
        let found: Option<Vec<u64>> = rounds
            .iter()
            .map(|round| {
                let (own, other) = (round[line].as_ref()?, round[other].as_ref()?);
                Some(micros(own) * 1_000 / micros(other).max(1))
            })
            .collect();
        found.map(median)
    };
    let shown = |found: Option<u64>, show: &dyn Fn(u64) -> String| {
        found.map_or_else(|| "not measured".to_owned(), show)
    };
    let mut text = format!("### {size} directives of three pages, {rows} rows, ");
    let _ = writeln!(text, "{}\n\nMedians of {} rounds.\n", plan.text.name(), plan.rounds);
    for (what, line, other) in [("b/a", 1, 0), ("b/c", 1, 2), ("d/c", 3, 2), ("e/b", 4, 1)] {
        let _ = writeln!(text, "- {what}: {}", shown(against(line, other), &|found| ratio(found)));
    }
    // How many documents of a line would take as long as f takes longer than e.
    let beyond = |line: usize, hands: u64| {
        let of_round = |round: &Round| {
            let time = |line: usize| round[line].as_ref().map_or(0, micros);
            let one = time(line).max(1) * hands;
            time(5).saturating_sub(time(4)) * 1_000 * size as u64 / one
        };
        ratio(median(rounds.iter().map(of_round).collect()))
    };
    let _ = writeln!(text, "- f − e, in documents of b: {}", beyond(1, 1));
    let _ = writeln!(text, "- f − e, in documents of d, each a process: {}", beyond(3, 2));
    let worker = [1, 2].into_iter().filter_map(|line| of(line, &|taken| taken.worker)).max();
    let _ = writeln!(text, "- memory of a worker: {} MB\n", worker.unwrap_or(0) / 1_024);
    text.push_str("| what | time, ratio to a | time, ms | memory of all processes, MB |\n");
    text.push_str("|---|---|---|---|\n");
    for (line, name) in LINES.iter().enumerate() {
        let to_floor = shown(against(line, 0), &|found| ratio(found));
        let time = shown(of(line, &micros), &|found| (found / 1_000).to_string());
        let memory = of(line, &|taken| taken.kibibytes).filter(|memory| *memory > 0);
        let memory = shown(memory, &|found| (found / 1_024).to_string());
        let _ = writeln!(text, "| {name} | {to_floor} | {time} | {memory} |");
    }
    text.push('\n');
    text
}
