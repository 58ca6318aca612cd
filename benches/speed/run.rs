//! One command, from its start to its end.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant};

/// How often a command is looked at that has just begun.
const LOOK: Duration = Duration::from_millis(1);

/// How often later: each look takes time from a command that uses every core.
const LATER: Duration = Duration::from_millis(20);

/// From when on it is later.
const SOON: Duration = Duration::from_millis(100);

/// What a command took.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Taken {
    pub(crate) time: Duration,
    /// The peaks of its processes, added up.
    pub(crate) kibibytes: u64,
    /// The highest peak of a worker.
    pub(crate) worker: u64,
}

/// A command.
#[derive(Debug, Clone)]
pub(crate) struct Call {
    pub(crate) program: PathBuf,
    pub(crate) arguments: Vec<OsString>,
    /// Where it tells what its workers took, if it has any.
    pub(crate) trace: Option<PathBuf>,
}

impl Call {
    /// This program again, as bare Typst on one thread.
    pub(crate) fn own(arguments: impl IntoIterator<Item = OsString>) -> Self {
        let program = std::env::current_exe().expect("this program has a path");
        Self { program, arguments: arguments.into_iter().collect(), trace: None }
    }

    /// `vanthu`; what its workers take goes to `trace`.
    pub(crate) fn vanthu(
        arguments: impl IntoIterator<Item = OsString>,
        trace: Option<&Path>,
    ) -> Self {
        let mut arguments: Vec<OsString> = arguments.into_iter().collect();
        if let Some(trace) = trace {
            arguments.extend(["--timings".into(), trace.as_os_str().to_owned()]);
        }
        let program = PathBuf::from(env!("CARGO_BIN_EXE_vanthu"));
        Self { program, arguments, trace: trace.map(Path::to_owned) }
    }
}

/// Runs `call`, which must end well.
pub(crate) fn run(call: &Call) -> Taken {
    let start = Instant::now();
    let mut child = Command::new(&call.program)
        .args(&call.arguments)
        .env("RAYON_NUM_THREADS", "1")
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("a process");
    let process = child.id();
    let (ended, end) = channel();
    let (status, time, own) = std::thread::scope(|scope| {
        let looker = scope.spawn(move || highest(process, start, &end));
        let status = child.wait().expect("a process that can be waited for");
        let time = start.elapsed();
        drop::<Sender<()>>(ended);
        (status, time, looker.join().expect("it looks, and no more"))
    });
    assert!(status.success(), "{}: {status}", call.program.display());
    let workers = call.trace.as_deref().map(workers).unwrap_or_default();
    let worker = workers.iter().copied().max().unwrap_or(0);
    Taken { time, kibibytes: own + workers.iter().sum::<u64>(), worker }
}

/// The highest peak of a process until its end is told.
fn highest(process: u32, start: Instant, end: &Receiver<()>) -> u64 {
    let mut highest = 0;
    loop {
        highest = highest.max(peak(process));
        let pause = if start.elapsed() < SOON { LOOK } else { LATER };
        if end.recv_timeout(pause) != Err(RecvTimeoutError::Timeout) {
            return highest;
        }
    }
}

/// The most memory a process ever had, in KiB.
fn peak(process: u32) -> u64 {
    let status = fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or_default();
    line.trim().trim_end_matches(" kB").parse().unwrap_or(0)
}

/// The peak of each worker, as the trace tells.
fn workers(trace: &Path) -> Vec<u64> {
    let text = fs::read_to_string(trace).expect("a trace");
    let trace: serde_json::Value = serde_json::from_str(&text).expect("a trace is JSON");
    let mut peaks = std::collections::BTreeMap::new();
    for event in trace["traceEvents"].as_array().into_iter().flatten() {
        if let (Some(worker), Some(peak)) =
            (event["tid"].as_u64(), event["args"]["peak_kib"].as_u64())
        {
            let highest: &mut u64 = peaks.entry(worker).or_default();
            *highest = peak.max(*highest);
        }
    }
    peaks.into_values().collect()
}
