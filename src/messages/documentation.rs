//! What a rule says of itself, in both languages, from its doc comment.
//!
//! The examples are shared; `## Là gì`, `## Vì sao` and, where the basis is no law, `## Căn cứ`
//! are the Vietnamese words.

use std::fmt::Write as _;

use super::Language;
use crate::check::rule::Rule;
use crate::check::rules::RULES;
use crate::diagnostic::{Code, Severity};

/// The lines of a section of the documentation of `rule`; those before the first heading have
/// the name of nothing.
#[must_use]
pub fn section(rule: &Rule, name: &str) -> String {
    let mut lines = rule.docs.lines().map(|line| line.strip_prefix(' ').unwrap_or(line));
    if !name.is_empty() {
        let heading = format!("## {name}");
        lines.by_ref().find(|line| *line == heading);
    }
    let text =
        lines.take_while(|line| !line.starts_with("## ")).fold(String::new(), |mut text, line| {
            let _ = writeln!(text, "{line}");
            text
        });
    text.trim().to_owned()
}

/// The heading of a code: `D083 unreferenced-appendix (lỗi)`.
#[must_use]
pub fn heading(code: &Code, language: Language) -> String {
    let weight = match (language, code.severity) {
        (Language::En, severity) => severity.name(),
        (Language::Vi, Severity::Error) => "lỗi",
        (Language::Vi, Severity::Warning) => "cảnh báo",
        (Language::Vi, Severity::Info) => "ghi chú",
    };
    format!("{} {} ({weight})", code.id, code.name)
}

/// All that `rule` says of itself, below a heading of the depth of `hashes`.
#[must_use]
pub fn of(rule: &Rule, language: Language, hashes: &str) -> String {
    let in_vietnamese = |name: &str, fallback: &str| {
        let text = section(rule, name);
        if text.is_empty() { section(rule, fallback) } else { text }
    };
    let parts = match language {
        Language::En => [
            ("Why", section(rule, "Why")),
            ("Bad", section(rule, "Bad")),
            ("Good", section(rule, "Good")),
            ("Basis", section(rule, "Basis")),
        ],
        Language::Vi => [
            ("Vì sao", section(rule, "Vì sao")),
            ("Sai", section(rule, "Bad")),
            ("Đúng", section(rule, "Good")),
            ("Căn cứ", in_vietnamese("Căn cứ", "Basis")),
        ],
    };
    let what = match language {
        Language::En => section(rule, ""),
        Language::Vi => section(rule, "Là gì"),
    };
    let mut text = format!("{hashes} {}\n\n{what}\n", heading(&rule.code, language));
    for (name, words) in parts {
        let _ = write!(text, "\n{hashes}# {name}\n\n{words}\n");
    }
    text
}

/// The page about all rules.
#[must_use]
pub fn page(language: Language) -> String {
    let head = match language {
        Language::En => {
            "# The rules\n\nMade from the rules themselves by `make docs`. \
             In Vietnamese: [rules.vi.md](rules.vi.md).\n\
             An example shows the keys that matter; the rest of the document is a good one.\n"
        }
        Language::Vi => {
            "# Các quy tắc kiểm tra\n\nTrang này do `make docs` tạo từ chính các quy tắc. \
             Bản tiếng Anh: [rules.md](rules.md).\n\
             Ví dụ chỉ ghi những khóa liên quan; phần còn lại của văn bản là đúng.\n\
             Xem một quy tắc: `vanthu explain D083`.\n"
        }
    };
    RULES.iter().fold(head.to_owned(), |mut text, rule| {
        let _ = write!(text, "\n{}", of(rule, language, "##"));
        text
    })
}
