//! When what was worked on, in the form that viewers of traces read (Chrome's `about:tracing`,
//! Perfetto): one track for each worker.

use serde_json::{Value, json};

/// A trace in the making; times are microseconds from its beginning.
#[derive(Debug, Default)]
pub(crate) struct Trace {
    events: Vec<Value>,
}

impl Trace {
    /// One document: which worker had it, from when on and for how long.
    pub(crate) fn document(&mut self, name: &str, worker: usize, start: u64, took: u64, peak: u64) {
        self.event(name, "document", worker, start, took, &json!({ "peak_kib": peak }));
    }

    /// A stage of a document.
    pub(crate) fn stage(&mut self, name: &str, worker: usize, start: u64, took: u64) {
        self.event(name, "stage", worker, start, took, &json!({}));
    }

    fn event(&mut self, name: &str, kind: &str, on: usize, start: u64, took: u64, args: &Value) {
        self.events.push(json!({
            "name": name, "cat": kind, "ph": "X", "pid": 1, "tid": on,
            "ts": start, "dur": took, "args": args,
        }));
    }

    /// The file.
    #[must_use]
    pub(crate) fn into_json(self) -> String {
        json!({ "displayTimeUnit": "ms", "traceEvents": self.events }).to_string() + "\n"
    }
}
