//! What is kept of issued documents: one entry for each, in a file that is committed.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::Meaning;
use crate::build::digest::Digest;

/// What is kept of one issued document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Number and symbol: `49/KH-UBND`.
    pub document: String,
    /// The day it was issued.
    pub date: String,
    /// What has become of it.
    pub state: State,
    /// What it says.
    pub meaning: Meaning,
    /// The bytes of the directive.
    pub source: Digest,
    /// The bytes of the PDF, where the program could set it.
    pub pdf: Option<Digest>,
    /// By what program.
    pub program: String,
    /// Why it was corrected or withdrawn, the last reason last.
    pub reasons: Vec<String>,
}

/// What has become of an issued document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// It holds as it was issued.
    Issued,
    /// It holds as it was corrected.
    Corrected,
    /// It does not hold any more.
    Withdrawn,
}

impl State {
    /// What the file says, and what it means.
    pub const KNOWN: [(&str, Self); 3] =
        [("issued", Self::Issued), ("corrected", Self::Corrected), ("withdrawn", Self::Withdrawn)];

    fn name(self) -> &'static str {
        let known = Self::KNOWN.iter().find(|(_, state)| *state == self);
        known.map_or("", |(name, _)| name)
    }
}

/// All of an office, by the paths of the directives.
pub type Record = BTreeMap<String, Entry>;

/// What the file says of itself.
const HEAD: &str = "\
# Văn bản đã ban hành. `vanthu issue` ghi tệp này; không sửa tay, đưa vào git cùng văn bản.
# Issued documents. `vanthu issue` writes this file; do not edit it, commit it with the documents.
";

/// The file that holds `record`.
#[must_use]
pub fn text(record: &Record) -> String {
    let mut text = HEAD.to_owned();
    for (path, entry) in record {
        // Writing to a text cannot fail.
        let _ = write!(text, "\n{}:\n{}", quoted(path), entry_text(entry));
    }
    text
}

fn entry_text(entry: &Entry) -> String {
    let mut text = format!(
        "  document: {}\n  date: {}\n  state: {}\n  meaning: {}\n  source: {}\n",
        quoted(&entry.document),
        entry.date,
        entry.state.name(),
        entry.meaning,
        quoted(&entry.source.to_string()),
    );
    if let Some(pdf) = entry.pdf {
        let _ = writeln!(text, "  pdf: {}", quoted(&pdf.to_string()));
    }
    let _ = writeln!(text, "  program: {}", quoted(&entry.program));
    if !entry.reasons.is_empty() {
        text.push_str("  reasons:\n");
        for reason in &entry.reasons {
            let _ = writeln!(text, "    - {}", quoted(reason));
        }
    }
    text
}

/// A text that YAML reads back as it is.
fn quoted(text: &str) -> String {
    serde_json::to_string(text).expect("a text has a form in JSON, which is YAML")
}
