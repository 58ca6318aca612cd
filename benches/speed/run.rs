//! One command, from its start to its end.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// How often a running command is looked after.
const LOOK: Duration = Duration::from_millis(1);

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
    let mut own = 0;
    let status = loop {
        own = own.max(peak(child.id()));
        if let Some(status) = child.try_wait().expect("a process that can be waited for") {
            break status;
        }
        std::thread::sleep(LOOK);
    };
    let time = start.elapsed();
    assert!(status.success(), "{}: {status}", call.program.display());
    let workers = call.trace.as_deref().map(workers).unwrap_or_default();
    let worker = workers.iter().copied().max().unwrap_or(0);
    Taken { time, kibibytes: own + workers.iter().sum::<u64>(), worker }
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
