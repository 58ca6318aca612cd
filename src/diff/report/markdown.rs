//! For a merge request: Markdown that GitHub and GitLab show alike, figures as tables.
//!
//! Whatever an author wrote is escaped: no name can break a table, begin a list, name a person or
//! a ticket, or become HTML.

use std::fmt::Write as _;

use super::bits::{Bit, Style};
use super::say_tables::by;
use super::{Report, Words, grouped, sections};
use crate::diagnostic::Message;
use crate::diff::Document;
use crate::diff::change::{Change, Figure};
use crate::messages::Catalog;
use crate::visible::is_unsafe;

/// GitHub takes no longer comment than 65,536 signs; what weighs least is left out first.
const LONGEST: usize = 60_000;

/// No name of a commit is shorter.
const COMMIT: usize = 7;

/// The report as Markdown.
#[must_use]
pub fn markdown(report: &Report, catalog: &Catalog) -> String {
    let words = Words { catalog };
    let mut text = format!("## {}\n\n", escaped(&words.heading(report)));
    let _ = writeln!(text, "{}", escaped(&words.summary(report)));
    for path in &report.shared {
        let _ = writeln!(text, "\n{}", inline(&words.shared(path)));
    }
    for failure in &report.failures {
        let _ = writeln!(text, "\n**{}**", escaped(failure));
    }
    let mut left_out = 0;
    for document in &report.documents {
        let section = section(document, &words);
        if left_out > 0 || text.len() + section.len() > LONGEST {
            left_out += 1;
        } else {
            text.push_str(&section);
        }
    }
    if left_out > 0 {
        let message = Message::new("diff-left-out").with("count", left_out);
        let _ = writeln!(text, "\n{}", escaped(&catalog.say(&message)));
    }
    text
}

fn section(document: &Document, words: &Words<'_>) -> String {
    let title = if document.title.is_empty() { &document.path } else { &document.title };
    let mut text = format!("\n### {}\n\n{}\n", escaped(title), code(&document.path));
    for remark in words.remarks(document) {
        let _ = writeln!(text, "\n{}", inline(&remark));
    }
    for (heading, changes) in sections(document) {
        let _ = writeln!(text, "\n**{}**", escaped(&words.heading_of(heading)));
        let mut was_figure = None;
        for (table, change) in grouped(document, &changes) {
            if let Some(table) = table {
                let _ = writeln!(text, "\n{}", escaped(&words.of_table(table)));
                was_figure = None;
            }
            let is_figure = matches!(change, Change::Figure(_));
            if was_figure != Some(is_figure) {
                text.push('\n');
                if is_figure {
                    text.push_str(&header(words));
                }
            }
            was_figure = Some(is_figure);
            match change {
                Change::Figure(figure) => text.push_str(&row(figure, words)),
                change => {
                    let _ = writeln!(text, "- {}", inline(&words.change(document, change)));
                }
            }
        }
    }
    if let Some(pages) = words.pages(document) {
        let _ = writeln!(text, "\n{}", escaped(&pages));
    }
    let findings = words.findings(document);
    if !findings.is_empty() {
        let _ = writeln!(text, "\n**{}**\n", escaped(&words.heading_of("diff-findings")));
    }
    for (is_new, said) in findings {
        let label = words.heading_of(if is_new { "diff-finding-new" } else { "diff-finding-gone" });
        let _ = writeln!(text, "- {}: {}", escaped(&label), escaped(&said));
    }
    text
}

/// The head of a table of figures.
fn header(words: &Words<'_>) -> String {
    let ids = [
        "diff-head-row",
        "diff-head-column",
        "diff-head-before",
        "diff-head-after",
        "diff-head-by",
    ];
    let names: Vec<String> = ids.iter().map(|id| escaped(&words.heading_of(id))).collect();
    format!("| {} |\n|---|---|--:|--:|---|\n", names.join(" | "))
}

fn row(figure: &Figure, words: &Words<'_>) -> String {
    let blank = words.say("diff-blank");
    let value = |text: &Option<String>| escaped(text.as_ref().unwrap_or(&blank));
    let mut remarks: Vec<String> = by(figure, words.catalog).into_iter().collect();
    if let Some(row) = &figure.swapped_with {
        remarks.push(words.catalog.say(&Message::new("diff-swapped").with("row", row)));
    }
    if !figure.is_printed {
        remarks.push(words.say("diff-hidden"));
    }
    format!(
        "| {} | {} | {} | **{}** | {} |\n",
        escaped(&figure.row),
        escaped(&figure.column),
        value(&figure.before),
        value(&figure.after),
        escaped(&remarks.join(" ")),
    )
}

fn inline(bits: &[Bit]) -> String {
    let one = |bit: &Bit| {
        // Marks do not hold beside a space: spaces stand outside.
        let trimmed = bit.text.trim();
        let text = escaped(trimmed);
        let marked = match bit.style {
            _ if trimmed.is_empty() => String::new(),
            Style::Gone => format!("<del>{text}</del>"),
            Style::Come => format!("<ins>{text}</ins>"),
            Style::New | Style::Name => format!("<b>{text}</b>"),
            Style::Plain | Style::Old => text,
        };
        let lead = &bit.text[..bit.text.len() - bit.text.trim_start().len()];
        let rest = if trimmed.is_empty() { "" } else { &bit.text[bit.text.trim_end().len()..] };
        [lead, &marked, rest].concat()
    };
    bits.iter().map(one).collect()
}

/// As text and nothing else.
pub(super) fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    let mut signs = text.chars().peekable();
    let mut hex = 0;
    while let Some(sign) = signs.next() {
        if !sign.is_ascii_hexdigit() {
            hex = 0;
        }
        match sign {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            // Names of people and tickets are found in the finished text: an empty comment
            // stands between the sign and the name.
            '@' | '#' => escaped.extend(["\\", &sign.to_string(), "<!-- -->"]),
            // So is what is drawn for a word between colons, and an address behind one.
            ':' if signs.peek().is_some_and(|next| next.is_ascii_lowercase() || *next == '/') => {
                escaped.push_str(":<!-- -->");
            }
            // An address without a scheme, a milestone of GitLab, a ticket as `GH-1`.
            '.' if ends_with(&escaped, "www") => escaped.push_str("<!-- -->."),
            '%' if signs.peek().is_some_and(|next| next.is_alphanumeric() || *next == '"') => {
                escaped.push_str("%<!-- -->");
            }
            '-' if ends_with(&escaped, "gh") => escaped.push_str("-<!-- -->"),
            '\\' | '`' | '*' | '_' | '{' | '}' | '[' | ']' | '|' | '^' | '!' | '~' | '$' => {
                escaped.push('\\');
                escaped.push(sign);
            }
            sign if sign.is_control() => escaped.push(' '),
            sign if is_unsafe(sign) => escaped.extend(sign.escape_default()),
            sign => {
                escaped.push(sign);
                hex = if sign.is_ascii_hexdigit() { hex + 1 } else { 0 };
                // As long as the name of a commit: it is cut in two before it is one.
                if hex == COMMIT - 1 && signs.peek().is_some_and(char::is_ascii_hexdigit) {
                    escaped.push_str("<!-- -->");
                    hex = 0;
                }
            }
        }
    }
    // What would begin a list, a heading or a number at the beginning of a line.
    let begins = escaped.starts_with(['-', '+', '=']);
    if begins {
        escaped.insert(0, '\\');
    }
    escaped
}

/// Whether the last word of `text` is `word`, whatever its case.
fn ends_with(text: &str, word: &str) -> bool {
    let start = text.len().saturating_sub(word.len());
    let is_it = text.get(start..).is_some_and(|end| end.eq_ignore_ascii_case(word));
    is_it && !text[..start].ends_with(char::is_alphanumeric)
}

/// A path, as code.
fn code(path: &str) -> String {
    let path: String = path.chars().map(|sign| if is_unsafe(sign) { ' ' } else { sign }).collect();
    // A run of backticks is held by a longer one.
    let mut longest = 0;
    let mut run = 0;
    for sign in path.chars() {
        run = if sign == '`' { run + 1 } else { 0 };
        longest = longest.max(run);
    }
    let fence = "`".repeat(longest + 1);
    let space = if longest > 0 { " " } else { "" };
    format!("{fence}{space}{path}{space}{fence}")
}
