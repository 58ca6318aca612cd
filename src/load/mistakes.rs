//! Findings about the shape of YAML, each with the edit to make.

use std::ops::Range;

use super::key_words;
use crate::codes;
use crate::diagnostic::{Diagnostic, Edit, Message};
use crate::nearest::suggestion;
use crate::span::Span;

/// Whether the line has an open brace before byte `at`.
fn is_in_braces(text: &str, at: usize) -> bool {
    let line = text[..at].rsplit('\n').next().unwrap_or_default();
    line.matches('{').count() > line.matches('}').count()
}

/// A comma within braces ends a value; what follows it reads as a key without a value.
fn is_rest_of_value(text: &str, at: Span) -> bool {
    let before = text[..at.start].trim_end_matches(' ');
    let after = text[at.end..].trim_start_matches(' ');
    before.ends_with(',') && after.starts_with([',', '}'])
}

/// The key of the line above, when it has no value and stands as far in: what follows it was to
/// stand below it.
fn open_group(text: &str, at: Span) -> Option<&str> {
    let line_start = text[..at.start].rfind('\n')? + 1;
    let indent = &text[line_start..at.start];
    let above = text[..line_start].trim_end().rsplit('\n').next()?;
    let key = above.strip_prefix(indent)?.strip_suffix(':')?;
    let groups = ["issuer", "recipients", "signatory", "file", "total", "contact"];
    groups.contains(&key).then_some(key)
}

/// The finding for the key `field`, none of those `expected`. `near` is one that could be meant.
pub(super) fn unknown_key(
    field: &str,
    expected: &[&str],
    near: Option<&str>,
    text: &str,
    at: Span,
) -> Diagnostic {
    let message = Message::new("unknown-key").with("key", field);
    let found = Diagnostic::new(&codes::UNKNOWN_KEY, message).at(at);
    if is_rest_of_value(text, at) {
        return found.help(Message::new("unknown-key-comma").with("words", field));
    }
    if let Some(group) = open_group(text, at) {
        let help = Message::new("unknown-key-indent").with("key", field).with("group", group);
        return found.help(help);
    }
    if let Some(help) = in_vietnamese(field, expected) {
        let key = help.args.first().filter(|_| help.id == "suggest-nearest");
        let edit = key.map(|(_, key)| Edit::guess(at, key.clone()));
        return edit.into_iter().fold(found.help(help), Diagnostic::edit);
    }
    let found = found.suggest(suggestion(field, expected.iter().copied()));
    match near {
        // Two letters changed places, or one is wrong, missing or too many.
        Some(near) if is_slip(field, near) => found.edit(Edit::safe(at, near)),
        Some(near) => found.edit(Edit::guess(at, near)),
        None => found,
    }
}

/// The key that `field` names in Vietnamese: one of those `expected` here, or one below them.
fn in_vietnamese(field: &str, expected: &[&str]) -> Option<Message> {
    let path = key_words::path_of(field)?;
    let mut parts = path.split('.');
    if let Some(here) = parts.clone().next_back().filter(|last| expected.contains(last)) {
        return Some(Message::new("suggest-nearest").with("nearest", here));
    }
    let is_below = parts.next().is_some_and(|first| expected.contains(&first));
    let key = path.rsplit('.').next().unwrap_or(path);
    let group = path.rsplit_once('.').map_or("", |(group, _)| group);
    is_below.then(|| Message::new("suggest-below").with("key", key).with("group", group))
}

/// Whether one slip of the hand lies between two words of some length.
fn is_slip(word: &str, known: &str) -> bool {
    known.len() > 3 && strsim::damerau_levenshtein(word, known) == 1
}

/// The finding for the key `key` that a mapping lacks; `at` is its first key.
pub(super) fn missing_key(key: &str, text: &str, at: Span) -> Diagnostic {
    let message = Message::new("missing-key").with("key", key);
    let found = Diagnostic::new(&codes::MISSING_KEY, message).at(at);
    if is_in_braces(text, at.start) {
        return found.help(Message::new("missing-key-brace").with("key", key));
    }
    found
}

/// The finding for a key that is written a second time, at `at`.
pub(super) fn duplicate_key(key: &str, at: Span, first: Option<Span>) -> Diagnostic {
    let message = Message::new("duplicate-key").with("key", key);
    let found = Diagnostic::new(&codes::DUPLICATE_KEY, message).at(at);
    match first {
        Some(first) => found.related(first, Message::new("duplicate-key-first")),
        None => found,
    }
}

/// The finding for a value at `at` that is `found` and not what is `expected`.
pub(super) fn wrong_type(found: &str, expected: &str, text: &str, at: Span) -> Diagnostic {
    let message = Message::new("wrong-type").with("found", found).with("expected", expected);
    let mut finding = Diagnostic::new(&codes::WRONG_TYPE, message).at(at);
    let line = text[at.start..].lines().next().unwrap_or_default().trim_end();
    let before = text[..at.start].trim_end();
    let key = before.rsplit('\n').next().unwrap_or_default().trim();
    let is_below = text[before.len()..at.start].contains('\n');
    if (found, expected) == ("mapping", "mapping") {
        let help = Message::new("wrong-type-same-line").with("line", line);
        finding.message = Message::new("wrong-type-line").with("line", line);
        finding = finding.at(Span { end: at.start + line.len(), ..at }).help(help);
    } else if expected == "mapping"
        && found == "text"
        && let Some(mended) = space_behind(line)
    {
        finding = finding.at(Span { end: at.start + line.len(), ..at });
        finding = finding.help(Message::new("wrong-type-space").with("mended", mended));
        let colon = at.start + line.find(':').unwrap_or_default() + 1;
        finding = finding.edit(Edit::safe(Span { start: colon, end: colon, ..at }, " "));
    } else if expected == "list" && line.strip_prefix('-').is_some_and(|w| !w.starts_with(' ')) {
        finding = finding.help(Message::new("wrong-type-dash-space"));
    } else if found == "mapping" && key == "body:" && is_below {
        finding = finding.help(Message::new("wrong-type-body"));
    } else if line.starts_with("{{") {
        finding = finding.help(Message::new("wrong-type-brace"));
    } else if (found, expected) == ("list", "mapping") {
        finding = finding.help(Message::new("wrong-type-dash"));
    } else if (found, expected) == ("mapping", "text") {
        // `- Các Sở: Y tế` is a key and a value to YAML.
        finding = finding
            .at(Span { end: at.start + line.len(), ..at })
            .help(Message::new("wrong-type-colon").with("line", line));
    }
    finding
}

/// `kind:cong-van` with the space that makes it a key and a value.
fn space_behind(line: &str) -> Option<String> {
    let (key, value) = line.split_once(':')?;
    let is_key =
        !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_');
    (is_key && !value.is_empty() && !value.starts_with([' ', '/']))
        .then(|| format!("{key}: {value}"))
}

/// What the bytes at `range` begin: a list, a mapping, a text or nothing.
pub(super) fn shape_at(text: &str, range: &Range<usize>) -> &'static str {
    // A blank value is blamed on the colon before it.
    let rest = text[range.start..].lines().next().unwrap_or_default();
    let line = if range.is_empty() { rest.trim_start_matches(':') } else { rest };
    let words = line.trim();
    let is_key = |after: &str| after.is_empty() || after.starts_with(' ');
    match words.chars().next() {
        None | Some('#') => "blank",
        Some('[') => "list",
        Some('-') if is_key(&words[1..]) => "list",
        Some('{') => "mapping",
        Some('"' | '\'') => "text",
        _ if words.split_once(':').is_some_and(|(_, after)| is_key(after)) => "mapping",
        _ => "text",
    }
}
