//! The bar that shows how far a long run is.

use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// Work that lasts no longer shows no progress.
const PATIENCE: Duration = Duration::from_millis(500);

/// A bar on a terminal when work lasts; nothing otherwise.
pub(super) struct Progress {
    bar: ProgressBar,
    /// When to show it; never, where stderr is no terminal.
    shown_from: Option<Instant>,
}

impl Progress {
    /// One of `count` steps that says `says`; none at all where it says nothing.
    pub(super) fn new(count: usize, says: Option<String>) -> Self {
        let bar = ProgressBar::with_draw_target(Some(count as u64), ProgressDrawTarget::hidden());
        let shown_from = says.is_some().then(|| Instant::now() + PATIENCE);
        if let Some(says) = says {
            let style = ProgressStyle::with_template("{prefix} {bar:30} {pos}/{len} {msg}");
            bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
            bar.set_prefix(says);
        }
        Self { bar, shown_from }
    }

    pub(super) fn step(&self, name: &str) {
        let is_due = self.shown_from.is_some_and(|from| Instant::now() >= from);
        if is_due && self.bar.is_hidden() {
            self.bar.set_draw_target(ProgressDrawTarget::stderr());
        }
        self.bar.set_message(name.to_owned());
        self.bar.inc(1);
    }

    pub(super) fn aside<T>(&self, print: impl FnOnce() -> T) -> T {
        self.bar.suspend(print)
    }

    pub(super) fn end(&self) {
        self.bar.finish_and_clear();
    }
}
