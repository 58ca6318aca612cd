//! What is wrong where a text is no YAML.
//!
//! The parser gives no kinds of syntax error, only sentences; the usual slips are told apart by
//! what stands at the place.

use super::damage::{quote_value, whole_value};
use crate::codes;
use crate::diagnostic::{Code, Diagnostic, Edit, Message};
use crate::scalar;
use crate::span::Span;

/// The finding for a `sentence` of the parser about the place `at`.
pub(super) fn finding(text: &str, at: Span, sentence: &str) -> Diagnostic {
    let says = |words: &str| sentence.contains(words);
    let line_start = text[..at.start].rfind('\n').map_or(0, |newline| newline + 1);
    let before = &text[line_start..at.start];
    if says("tab") || before.trim_start_matches(' ').starts_with('\t') {
        let mut tab = found(&codes::TAB_INDENTATION, "yaml-tab", at);
        tab.message = tab.message.with("count", 1);
        return tab;
    }
    if ["a tag", "TAG", "!!", "anchor", "verbatim"].into_iter().any(says) {
        return found(&codes::ANCHOR, "anchor", at);
    }
    if let Some(open) = open_bracket(text, at) {
        return bracket(text, open);
    }
    if says("quoted scalar") && !["escape", "hexadecimal", "surrogate"].into_iter().any(says) {
        return found(&codes::YAML_SYNTAX, "yaml-quote", opening_quote(text, at));
    }
    let is_colon = text[at.start..].starts_with(':') || says("mapping values are not allowed");
    let id = if is_colon && before.contains(": ") {
        let is_curly =
            ["“", "‘", "”", "’"].iter().any(|quote| before.contains(&format!(": {quote}")));
        if is_curly { "yaml-curly-quote" } else { "yaml-colon" }
    } else if is_colon || ["expected key", "'-' indicator", "indentation"].into_iter().any(says) {
        "yaml-indent"
    } else if says("trailing content") {
        "yaml-after-quote"
    } else if says("quoted scalar") {
        "yaml-escape"
    } else if says("unexpected character") {
        return sign(text, at);
    } else if says("flow") || says("node content") {
        "yaml-flow"
    } else if says("simple key expected") {
        let above = text[..line_start].trim_end().lines().next_back().unwrap_or_default();
        if above.ends_with(['|', '>']) { "yaml-block" } else { "yaml-no-key" }
    } else {
        let cause = sentence.split(" at line ").next().unwrap_or(sentence);
        let message = Message::new("yaml-other").with("cause", cause);
        return Diagnostic::new(&codes::YAML_SYNTAX, message).at(at);
    };
    let mut finding = found(&codes::YAML_SYNTAX, id, at);
    if id == "yaml-colon" {
        finding.edits.extend(quote_value(text, at.source, at.start));
    } else if id == "yaml-curly-quote" {
        finding.edits.extend(straight_quotes(text, at));
    }
    finding
}

/// The value of the line with straight quotes around it in place of the curly ones.
fn straight_quotes(text: &str, at: Span) -> Option<Edit> {
    let range = whole_value(text, at.start)?;
    let value = text[range.clone()].strip_prefix(['“', '‘', '”', '’'])?;
    let value = value.strip_suffix(['”', '’', '“', '‘'])?;
    Some(Edit::guess(Span::new(at.source, range), scalar::quoted(value)))
}

/// A `- ` further in than the plain entry above it: to YAML it goes on with that entry, and the
/// two would be printed as one.
pub(super) fn deeper_dash(text: &str) -> Option<std::ops::Range<usize>> {
    let mut offset = 0;
    // How far in the last plain entry begins.
    let mut entry: Option<usize> = None;
    // How far in the key of the block scalar begins that is being read.
    let mut block: Option<usize> = None;
    for line in text.split_inclusive('\n') {
        let words = line.trim();
        let indent = line.len() - line.trim_start_matches(' ').len();
        let start = offset + indent;
        offset += line.len();
        if words.is_empty() || block.is_some_and(|key| indent > key) {
            continue;
        }
        block =
            [": |", ": |-", ": >", ": >-"].iter().any(|end| words.ends_with(end)).then_some(indent);
        let Some(value) = words.strip_prefix("- ") else {
            entry = None;
            continue;
        };
        if entry.is_some_and(|entry| indent > entry) {
            return Some(start..start + words.len());
        }
        let is_plain = value.starts_with(char::is_alphanumeric)
            && !value.ends_with(':')
            && !value.contains(": ");
        entry = is_plain.then_some(indent);
    }
    None
}

fn found(code: &'static Code, id: &'static str, at: Span) -> Diagnostic {
    Diagnostic::new(code, Message::new(id)).at(at)
}

fn sign(text: &str, at: Span) -> Diagnostic {
    let here = text[at.start..].chars().next().unwrap_or(' ');
    let sign = if here.is_control() { here.escape_unicode().to_string() } else { here.into() };
    let message = Message::new("yaml-sign").with("sign", sign);
    Diagnostic::new(&codes::YAML_SYNTAX, message).at(at)
}

fn bracket(text: &str, open: Span) -> Diagnostic {
    let (sign, close) = if text[open.range()].starts_with('[') { ('[', ']') } else { ('{', '}') };
    let message = Message::new("yaml-bracket").with("sign", sign).with("close", close);
    Diagnostic::new(&codes::YAML_SYNTAX, message).at(open)
}

/// The last bracket before `at` that begins a value and is never closed.
fn open_bracket(text: &str, at: Span) -> Option<Span> {
    let begins = |(start, sign): &(usize, char)| {
        "[{".contains(*sign)
            && text[..*start].ends_with([' ', '[', '{'])
            && is_open(&text[*start..])
    };
    let (start, _) = text[..at.start].char_indices().rev().take(FARTHEST).find(begins)?;
    Some(Span { start, end: start + 1, ..at })
}

/// No slip shows itself further from where it was made.
const FARTHEST: usize = 4_000;

/// Whether the bracket `text` begins with is not closed in it.
fn is_open(text: &str) -> bool {
    let mut depth = 0usize;
    for sign in text.chars().take(2 * FARTHEST) {
        match sign {
            '[' | '{' => depth += 1,
            ']' | '}' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return false;
        }
    }
    true
}

/// The quote that begins the value in which the parser gave up.
fn opening_quote(text: &str, at: Span) -> Span {
    let begins = |(start, sign): &(usize, char)| {
        "\"'".contains(*sign) && text[..*start].ends_with([' ', '[', '{', '\n'])
    };
    let found = text[..at.start].char_indices().rev().find(begins);
    found.map_or(at, |(start, _)| Span { start, end: start + 1, ..at })
}
