//! What the machine tells of this process: its memory, and variables for other programs.

use std::ffi::OsString;
use std::path::Path;

use super::read_bytes;
use crate::source::git;

/// The most memory this process ever had, in KiB; 0 where the system does not tell.
#[must_use]
pub fn peak_memory() -> u64 {
    let status = read_bytes(Path::new("/proc/self/status")).unwrap_or_default();
    let status = String::from_utf8_lossy(&status);
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or_default();
    line.trim().trim_end_matches(" kB").parse().unwrap_or(0)
}

/// The memory this process has now, in bytes; 0 where the system does not tell.
#[must_use]
pub fn memory() -> u64 {
    let status = read_bytes(Path::new("/proc/self/status")).unwrap_or_default();
    let status = String::from_utf8_lossy(&status);
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap_or_default();
    line.trim().trim_end_matches(" kB").parse().unwrap_or(0) * 1_024
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
