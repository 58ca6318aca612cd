//! Many documents: what the whole of the program adds to Typst, and what it saves.

use std::ffi::OsString;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

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

/// A project of generated directives, and the texts that come of it.
struct Many {
    project: PathBuf,
    texts: PathBuf,
    size: usize,
    typst: Option<PathBuf>,
}

/// The table for `size` directives of three pages with `rows` rows each.
pub(crate) fn measure(folder: &Path, size: usize, rows: usize, rounds: usize) -> String {
    let many = Many::new(&folder.join(format!("{size}-{rows}")), size, rows);
    let mut all: Vec<Round> = Vec::new();
    for round in 1..=rounds {
        all.push(many.round());
        println!("{size} directives, {rows} rows: round {round} of {rounds}");
    }
    table(size, rows, &all)
}

impl Many {
    fn new(folder: &Path, size: usize, rows: usize) -> Self {
        let project = folder.join("project");
        let data = project.join("data");
        fs::create_dir_all(&data).expect("a folder");
        fs::write(project.join("vanthu.yaml"), "").expect("settings");
        fs::create_dir_all(data.join("catalog")).expect("a folder");
        fs::write(data.join("catalog/all.yaml"), catalog()).expect("a catalog");
        for number in 0..size {
            let text = directive(number, rows);
            fs::write(data.join(format!("v{number:05}.yaml")), text).expect("a directive");
        }
        let texts = folder.join("texts");
        let words = ["build", "--quiet", "--emit", "typ"];
        let call = Self::call(&project, &words, &texts, None);
        run(&call);
        fs::remove_dir_all(texts.join(".vanthu")).expect("notes");
        let typst = std::env::var_os("VANTHU_TEST_TYPST").map(PathBuf::from);
        Self { project, texts, size, typst: typst.filter(|path| path.is_file()) }
    }

    fn call(project: &Path, words: &[&str], out: &Path, trace: Option<&Path>) -> Call {
        let words = words.iter().map(OsString::from);
        let folders = ["--project".into(), project.into(), "--out".into(), out.into()];
        Call::vanthu(words.chain(folders), trace)
    }

    /// Everything once, one after the other.
    fn round(&self) -> Round {
        let out = |name: &str| self.project.with_file_name(name);
        let fresh = |name: &str| {
            let folder = out(name);
            let _ = fs::remove_dir_all(&folder);
            folder
        };
        let trace = out("trace.json");
        let build = |words: &[&str], out: &Path| {
            run(&Self::call(
                &self.project,
                &[&["build", "--quiet"], words].concat(),
                out,
                Some(&trace),
            ))
        };
        let texts = ["--floor".into(), self.texts.clone().into(), fresh("floor").into()];
        let floor = run(&Call::own(texts));
        let one = build(&["-j1"], &fresh("one"));
        let two = build(&["-j2"], &fresh("two"));
        let programs = self.typst.as_deref().map(|typst| self.each(typst, &fresh("each")));
        let nothing = build(&[], &out("two"));
        self.change();
        let changed = build(&[], &out("two"));
        let path = self.project.join("data/v00000.yaml");
        let path = path.to_str().expect("temporary folders are UTF-8");
        let first = build(&[path], &fresh("first"));
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
        for number in 0..self.size {
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
fn table(size: usize, rows: usize, rounds: &[Round]) -> String {
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
    let mut text = format!("### {size} directives of three pages, {rows} rows each\n\n");
    for (what, line, other) in [("b/a", 1, 0), ("b/c", 1, 2), ("d/c", 3, 2), ("e/b", 4, 1)] {
        let _ = writeln!(text, "- {what}: {}", shown(against(line, other), &|found| ratio(found)));
    }
    let beyond = rounds.iter().map(|round| {
        let time = |line: usize| round[line].as_ref().map_or(0, micros);
        // So many documents of a run of all of them.
        time(5).saturating_sub(time(4)) * 1_000 * size as u64 / time(1).max(1)
    });
    let _ = writeln!(text, "- f − e, in documents of b: {}", ratio(median(beyond.collect())));
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

/// The legal documents a province cites.
const DOCUMENTS: usize = 200;

/// The communes there are, and as many units that are no more.
const UNITS: usize = 3_321;

/// What all letters share.
fn catalog() -> String {
    let mut text = "legal_documents:\n".to_owned();
    for number in 1..=DOCUMENTS {
        let _ = writeln!(
            text,
            "  kh-{number}: {{type: Kế hoạch, number: {number:02}/KH-UBND, date: 2024-02-05, issuer: \
             Ủy ban nhân dân tỉnh, subject: về phát triển người tham gia bảo hiểm, from: 2024-02-05}}"
        );
    }
    text.push_str("units:\n");
    for number in 1..=UNITS {
        let _ = writeln!(text, "  xa-{number}: {{name: xã số {number}, from: 2025-07-01}}");
        let _ = writeln!(
            text,
            "  thi-tran-{number}: {{name: thị trấn số {number}, until: 2025-06-30, successor: \
             xa-{number}}}"
        );
    }
    text
}

/// A letter of three pages: the words and figures differ from one to the next.
fn directive(number: usize, rows: usize) -> String {
    let figure = |row: usize, seed: usize| 100 + (number * 7 + row * seed) % 900;
    let mut lines = String::new();
    for row in 1..=rows {
        let _ = writeln!(lines, "      Xã số {row}: [{}, {}]", figure(row, 13), figure(row, 17));
    }
    let mut points = String::new();
    for point in 1..=11 {
        let _ = write!(
            points,
            "  {point}. Đề nghị các đơn vị căn cứ chỉ tiêu được giao tại {{{{ appendix(\"chi-tieu\") }}}}, \
             xây dựng kế hoạch triển khai cụ thể đến từng thôn, tổ dân phố (văn bản {number}, \
             điểm {point}); phân công người chịu trách nhiệm, thời hạn hoàn thành và báo cáo kết \
             quả trước ngày 20 hằng tháng để tổng hợp, báo cáo Ủy ban nhân dân tỉnh theo quy \
             định.\n\n"
        );
    }
    let (first, second) = (number % DOCUMENTS + 1, (number + 7) % DOCUMENTS + 1);
    format!(
        "kind: cong-van
symbol: BHXH-VP
date: 2026-03
subject: giao chỉ tiêu đợt {number}
legal_bases: [kh-{first}, kh-{second}]
targets:
  chi-tieu:
    title: Chỉ tiêu đợt {number}
    row_header: Đơn vị
    columns:
      - {{id: a, header: Hiện có}}
      - {{id: b, header: Chỉ tiêu}}
      - {{id: tang, header: Số tăng, formula: b - a}}
    rows:
{lines}    total: {{label: Tổng cộng}}
body: |
  Thực hiện {{{{ bases }}}}, đề nghị các đơn vị thực hiện các nội dung sau:

{points}  Tổng số tăng là {{{{ chi_tieu.total.tang }}}} người./.
"
    )
}
