//! The file that keeps what is known of issued documents; it is committed.

use std::fmt::Write as _;

use crate::model::issued::{Entry, Record};

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
