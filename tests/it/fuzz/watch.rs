//! What cannot be caught within the process: inputs that end it, or never end.

use std::fs;
use std::io::Write as _;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use super::corpus::Input;
use crate::project::of_project;

/// No input may need more, in kilobytes.
pub(super) const MOST_MEMORY: u64 = 256 << 10;

/// An input that is not done by then never will be.
const PATIENCE: Duration = Duration::from_secs(30);

/// Writes each input down before it is tried, and ends the process when one takes for ever.
pub(super) struct Watch {
    start: Instant,
    /// Milliseconds from `start` at which the present input began; 0 between inputs.
    begun: Arc<AtomicU64>,
}

impl Watch {
    pub(super) fn new() -> Self {
        let watch = Self { start: Instant::now(), begun: Arc::default() };
        let (start, begun) = (watch.start, Arc::clone(&watch.begun));
        std::thread::spawn(move || {
            loop {
                std::thread::sleep(Duration::from_secs(1));
                let since = Duration::from_millis(begun.load(Ordering::Relaxed));
                if since > Duration::ZERO && start.elapsed() > since + PATIENCE {
                    let _ = std::io::stderr()
                        .write_all(b"an input does not end: it is target/fuzz/last.*\n");
                    std::process::abort();
                }
            }
        });
        watch
    }

    pub(super) fn begin(&self, input: &Input) {
        let folder = of_project("target/fuzz");
        let _ = fs::create_dir_all(&folder);
        let name = format!("last{}", input.kind.ending());
        fs::write(folder.join(name), &input.bytes).expect("target can be written");
        let now = u64::try_from(self.start.elapsed().as_millis()).unwrap_or(u64::MAX);
        self.begun.store(now.max(1), Ordering::Relaxed);
    }

    pub(super) fn end(&self) {
        self.begun.store(0, Ordering::Relaxed);
    }
}

/// The most memory the process ever had, in kilobytes, where the system tells it.
pub(super) fn peak_of_memory() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.split_whitespace().next()?.parse().ok()).unwrap_or(0)
}
