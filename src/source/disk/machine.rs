//! What the machine tells of this process: its memory, and variables for other programs.

use std::ffi::OsString;
#[cfg(not(windows))]
use std::path::Path;

#[cfg(not(windows))]
use super::read_bytes;
use crate::source::git;

/// The most memory this process ever had, in KiB; 0 where the system does not tell.
#[must_use]
pub fn peak_memory() -> u64 {
    of_this_process().1 / 1_024
}

/// The memory this process has now, in bytes; 0 where the system does not tell.
#[must_use]
pub fn memory() -> u64 {
    of_this_process().0
}

/// What this process has, and the most it ever had, in bytes.
#[cfg(not(windows))]
fn of_this_process() -> (u64, u64) {
    let status = read_bytes(Path::new("/proc/self/status")).unwrap_or_default();
    let status = String::from_utf8_lossy(&status);
    let bytes = |name| {
        let line = status.lines().find_map(|line| line.strip_prefix(name)).unwrap_or_default();
        line.trim().trim_end_matches(" kB").parse().unwrap_or(0) * 1_024
    };
    (bytes("VmRSS:"), bytes("VmHWM:"))
}

#[cfg(windows)]
fn of_this_process() -> (u64, u64) {
    use win32job::utils::{get_current_process, get_process_memory_info};
    let bytes = |size| u64::try_from(size).unwrap_or(u64::MAX);
    get_process_memory_info(get_current_process())
        .map_or((0, 0), |facts| (bytes(facts.WorkingSetSize), bytes(facts.PeakWorkingSetSize)))
}

/// The few variables without which programs do not start on some systems.
#[expect(clippy::disallowed_methods, reason = "passed on to the Typst program, not read")]
pub(crate) fn needed_by_programs() -> Vec<(&'static str, OsString)> {
    ["PATH", "SystemRoot", "TEMP", "TMP", "TMPDIR"]
        .into_iter()
        .filter_map(|key| std::env::var_os(key).map(|value| (key, value)))
        .collect()
}

/// The variables by which git finds its repository and its own settings.
#[expect(clippy::disallowed_methods, reason = "passed on to git, not read")]
pub(in crate::source) fn needed_by_git() -> Vec<git::Variable> {
    let set = git::VARIABLES.into_iter();
    set.filter_map(|key| std::env::var_os(key).map(|value| (key, value))).collect()
}
