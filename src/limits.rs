//! Limits of time and memory for work that this process does itself.
//!
//! Workers are ended from outside (`build::worker`). What a command reads in its own process
//! (`check`, `diff`, `explain`, `issue`, the numbers of a build) is watched from a thread: each
//! file is entered before it is read. When one takes too long, or the process takes too much
//! memory, the program restarts in the same process, knows which file it was, and reports
//! that file instead of reading it. The other files are not affected.

use std::ffi::OsString;
use std::path::Path;
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, OnceLock, PoisonError};
use std::time::{Duration, Instant};

use serde::{Deserialize, Serialize};

use crate::codes;
use crate::diagnostic::{Diagnostic, Message};
use crate::source::disk;

/// Interval of the checks: memory grows by a few dozen megabytes in that time at most.
const PAUSE: Duration = Duration::from_millis(10);

/// With more files beyond their limits, something else is wrong.
const MOST: usize = 1_000;

/// The environment variable that carries [`Known`] over a restart.
const VARIABLE: &str = "VANTHU_BEYOND";

/// How much a file may take.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// The time for one file.
    pub time: Duration,
    /// The memory of the process, in bytes.
    pub memory: u64,
}

/// What a file took too much of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Beyond {
    /// Time, in seconds.
    Time(u64),
    /// Memory, in megabytes.
    Memory(u64),
}

impl Beyond {
    /// The finding for the file.
    #[must_use]
    pub fn finding(self) -> Diagnostic {
        match self {
            Self::Time(_) => Diagnostic::new(&codes::TOO_SLOW, self.message()),
            Self::Memory(_) => Diagnostic::new(&codes::TOO_MUCH_MEMORY, self.message()),
        }
    }

    /// In words.
    #[must_use]
    pub fn message(self) -> Message {
        match self {
            Self::Time(seconds) => Message::new("read-too-slow").with("seconds", seconds),
            Self::Memory(megabytes) => {
                Message::new("read-too-much-memory").with("megabytes", megabytes)
            }
        }
    }
}

/// What is carried over a restart.
#[derive(Debug, Default, Serialize, Deserialize)]
struct Known {
    /// Files that are not to be read, and why.
    beyond: Vec<(String, Beyond)>,
    /// How many lines were printed, which are not printed again.
    printed: usize,
}

/// The file that is worked on, and since when.
static CURRENT: Mutex<Option<(String, Instant)>> = Mutex::new(None);

/// What was carried over from before the restart.
static KNOWN: OnceLock<Known> = OnceLock::new();

/// How many lines this process has printed, those left out included.
static PRINTED: AtomicUsize = AtomicUsize::new(0);

/// Work on one file; it ends when this is dropped.
#[derive(Debug)]
pub struct Entered(Option<(String, Instant)>);

impl Drop for Entered {
    fn drop(&mut self) {
        *current() = self.0.take();
    }
}

fn current() -> std::sync::MutexGuard<'static, Option<(String, Instant)>> {
    CURRENT.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Begins work on the file `name`; an error when it was found beyond its limits before a restart.
/// Within work on another file it counts as that.
pub fn enter(name: &str) -> Result<Entered, Beyond> {
    if let Some(beyond) = beyond(name) {
        return Err(beyond);
    }
    let mut current = current();
    let before = current.clone();
    if before.is_none() {
        *current = Some((name.to_owned(), Instant::now()));
    }
    Ok(Entered(before))
}

fn beyond(name: &str) -> Option<Beyond> {
    let known = KNOWN.get()?.beyond.iter().find(|(known, _)| known == name);
    known.map(|(_, beyond)| *beyond)
}

/// Whether the next line is to be printed: the first ones were printed before the restart.
#[must_use]
pub fn is_next_new() -> bool {
    let count = PRINTED.fetch_add(1, Ordering::Relaxed);
    KNOWN.get().is_none_or(|known| count >= known.printed)
}

/// Starts to watch the limits of this process. `arguments` are those it was called with; `failed` says
/// that there is no file to blame, and ends the program.
pub fn watch(limits: Limits, arguments: Vec<OsString>, failed: fn(Beyond)) {
    #[expect(clippy::disallowed_methods, reason = "carried over a restart")]
    let known = std::env::var(VARIABLE).ok().and_then(|text| serde_json::from_str(&text).ok());
    KNOWN.get_or_init(|| known.unwrap_or_default());
    let look = move || {
        loop {
            std::thread::sleep(PAUSE);
            if let Some((name, beyond)) = found(limits) {
                restart(name, beyond, &arguments);
                failed(beyond);
                return;
            }
        }
    };
    // If no thread can be started there are no limits; all else works.
    let _ = std::thread::Builder::new().stack_size(256 * 1024).spawn(look);
}

/// What is beyond its limits now, and the file that is worked on.
fn found(limits: Limits) -> Option<(Option<String>, Beyond)> {
    if disk::memory() > limits.memory {
        let name = current().as_ref().map(|(name, _)| name.clone());
        return Some((name, Beyond::Memory(limits.memory / 1_024 / 1_024)));
    }
    let current = current();
    let (name, since) = current.as_ref()?;
    let is_late = since.elapsed() > limits.time;
    is_late.then(|| (Some(name.clone()), Beyond::Time(limits.time.as_secs())))
}

/// Restarts the program, if that can help.
fn restart(name: Option<String>, beyond: Beyond, arguments: &[OsString]) {
    let Some(name) = name else { return };
    let Some(before) = KNOWN.get() else { return };
    let mut known = before.beyond.clone();
    if known.len() >= MOST || known.iter().any(|(known, _)| *known == name) {
        return;
    }
    known.push((name, beyond));
    let printed = PRINTED.load(Ordering::Relaxed).max(before.printed);
    let Ok(told) = serde_json::to_string(&Known { beyond: known, printed }) else { return };
    let Ok(program) = std::env::current_exe() else { return };
    begin(&program, arguments, &told);
}

/// Replaces this process where the system can; else starts a child and waits for it.
fn begin(program: &Path, arguments: &[OsString], told: &str) {
    #[expect(clippy::disallowed_methods, reason = "starts this very program")]
    let mut command = Command::new(program);
    command.args(arguments.get(1..).unwrap_or_default()).env(VARIABLE, told);
    #[cfg(unix)]
    {
        use std::os::unix::process::CommandExt as _;
        let _ = command.exec();
    }
    #[cfg(not(unix))]
    if let Ok(status) = command.status() {
        #[expect(clippy::exit, reason = "the child has done the work of this process")]
        std::process::exit(status.code().unwrap_or(2));
    }
}

/// Removes the variable from the environment of a worker: workers have limits of their own.
pub fn without_restart_data(command: &mut Command) {
    command.env_remove(VARIABLE);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn work_within_work_on_a_file_counts_as_that() {
        {
            let _outer = enter("a").expect("nothing is known of it");
            let _inner = enter("b").expect("nothing is known of it");
            assert_eq!(current().as_ref().map(|(name, _)| name.clone()).as_deref(), Some("a"));
        }
        assert!(current().is_none());
    }
}
