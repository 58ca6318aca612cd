//! YAML by serde-saphyr: its limits for us, its errors in our words.

use std::ops::Range;

use serde::de::DeserializeOwned;
use serde_saphyr::{Error, Options};

use super::key_words;
use super::raw::byte_range;
use super::syntax;
use crate::codes;
use crate::diagnostic::{Code, Diagnostic, Edit, Message};
use crate::nearest::suggestion;
use crate::source;
use crate::span::{SourceId, Span};

/// No directive needs more: the deepest key is five levels down, and a table of 5,000 rows
/// with 20 columns has 110,000 nodes.
fn limits() -> Options {
    serde_saphyr::options! {
        with_snippet: false,
        strict_booleans: true,
        reject_unsupported_tags: true,
        merge_keys: serde_saphyr::options::MergeKeyPolicy::Error,
        budget: serde_saphyr::budget! {
            max_depth: 16,
            max_nodes: 250_000,
            max_anchors: 0,
            max_aliases: 0,
        },
    }
}

/// Whether nothing is said: blank lines and comments.
pub(super) fn is_blank(text: &str) -> bool {
    text.lines().all(|line| line.trim().is_empty() || line.trim_start().starts_with('#'))
}

/// `text` as a `T`, or the first thing about its shape that is wrong.
pub(super) fn parse<T: DeserializeOwned>(
    text: &str,
    source: SourceId,
) -> Result<T, Box<Diagnostic>> {
    if text.starts_with('\u{feff}') {
        let span = Span::new(source, 0..'\u{feff}'.len_utf8());
        let mut found = finding(&codes::BYTE_ORDER_MARK, "byte-order-mark", span);
        found.edits.push(Edit::safe(span, ""));
        return Err(found);
    }
    let parsed = serde_saphyr::from_str_with_options(text, limits())
        .map_err(|error| explain(text, source, &error))?;
    match syntax::deeper_dash(text) {
        Some(range) => {
            let at = Span::new(source, range);
            Err(finding(&codes::YAML_SYNTAX, "yaml-dash-deeper", at))
        }
        None => Ok(parsed),
    }
}

/// The finding for what serde-saphyr says, with the edit to make.
fn explain(text: &str, source: SourceId, error: &Error) -> Box<Diagnostic> {
    let range = range_of(text, error);
    let at = Span::new(source, range.clone());
    let message = match error {
        Error::SerdeUnknownField { field, expected, .. } => {
            return unknown_key(field, expected, text, at);
        }
        Error::SerdeMissingField { field, .. } => {
            let mut found = finding(&codes::MISSING_KEY, "missing-key", at);
            found.message = found.message.with("key", field);
            if is_in_braces(text, at.start) {
                found.help = Some(Message::new("missing-key-brace").with("key", field));
            }
            return found;
        }
        Error::DuplicateMappingKey { key, .. } => {
            return duplicate_key(text, key.as_deref().unwrap_or_default(), at);
        }
        Error::Eof { .. } => return finding(&codes::EMPTY_FILE, "empty-file", at),
        Error::NullIntoString { .. } => return wrong_type("blank", "text", text, at),
        Error::Unexpected { expected, .. } => {
            return wrong_type(&shape_at(text, &range), shape_named(expected), text, at);
        }
        Error::SerdeInvalidType { expected, .. } => {
            return wrong_type(&shape_at(text, &range), shape_named(expected), text, at);
        }
        Error::InvalidBooleanStrict { .. } => {
            return wrong_type(&shape_at(text, &range), "boolean", text, at);
        }
        Error::MergeKeyNotAllowed { .. }
        | Error::UnknownAnchor { .. }
        | Error::UnsupportedTag { .. } => return finding(&codes::ANCHOR, "anchor", at),
        Error::Budget { breach, .. } => {
            let words = format!("{breach:?}");
            let is_anchor = words.starts_with("Anchors") || words.starts_with("Aliases");
            return if is_anchor {
                finding(&codes::ANCHOR, "anchor", at)
            } else {
                finding(&codes::TOO_LARGE, "too-deep", at)
            };
        }
        Error::MultipleDocuments { .. } => "yaml-second-document",
        other => return syntax::finding(text, at, &other.to_string()),
    };
    finding(&codes::YAML_SYNTAX, message, at)
}

fn finding(code: &'static Code, id: &'static str, at: Span) -> Box<Diagnostic> {
    Box::new(Diagnostic::new(code, Message::new(id)).at(at))
}

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

fn unknown_key(field: &str, expected: &[&str], text: &str, at: Span) -> Box<Diagnostic> {
    let message = Message::new("unknown-key").with("key", field);
    let help = if is_rest_of_value(text, at) {
        Some(Message::new("unknown-key-comma").with("words", field))
    } else if let Some(group) = open_group(text, at) {
        Some(Message::new("unknown-key-indent").with("key", field).with("group", group))
    } else if let Some(help) = in_vietnamese(field, expected) {
        Some(help)
    } else {
        suggestion(field, expected.iter().copied())
    };
    let found = Diagnostic::new(&codes::UNKNOWN_KEY, message).at(at);
    let near = help.as_ref().filter(|help| help.id == "suggest-nearest");
    let near = near.and_then(|help| help.args.first()).map(|(_, near)| near.clone());
    Box::new(
        match near {
            Some(near) => found.edit(Edit::guess(at, near)),
            None => found,
        }
        .suggest(help),
    )
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

/// Both places: the parser tells the second, the first is the same key, as far to the left.
fn duplicate_key(text: &str, key: &str, at: Span) -> Box<Diagnostic> {
    let line_start = text[..at.start].rfind('\n').map_or(0, |newline| newline + 1);
    let written = &text[at.range()];
    let indent = &text[line_start..at.start];
    let mut offset = line_start;
    let mut first = None;
    for line in text[..line_start].split_inclusive('\n').rev() {
        offset -= line.len();
        let is_parent =
            !line.trim().is_empty() && line.len() - line.trim_start().len() < indent.len();
        if is_parent {
            break;
        }
        let same = line.strip_prefix(indent).and_then(|rest| rest.strip_prefix(written));
        if same.is_some_and(|rest| rest.trim_start().starts_with(':')) {
            first = Some(offset + indent.len()..offset + indent.len() + written.len());
        }
    }
    let mut found =
        Diagnostic::new(&codes::DUPLICATE_KEY, Message::new("duplicate-key").with("key", key))
            .at(at);
    if let Some(range) = first {
        found = found.related(Span::new(at.source, range), Message::new("duplicate-key-first"));
    }
    Box::new(found)
}

fn wrong_type(found: &str, expected: &str, text: &str, at: Span) -> Box<Diagnostic> {
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
    Box::new(finding)
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
fn shape_at(text: &str, range: &Range<usize>) -> String {
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
    .to_owned()
}

/// serde-saphyr's name of an expected shape in ours.
fn shape_named(expected: &str) -> &'static str {
    if expected.contains("sequence") {
        "list"
    } else if expected.contains("map") || expected.starts_with("struct") {
        "mapping"
    } else if expected.contains("bool") {
        "boolean"
    } else {
        "text"
    }
}

/// Where the error is, in bytes; from line and column where the parser knows no more.
fn range_of(text: &str, error: &Error) -> Range<usize> {
    let Some(location) = error.location() else { return 0..0 };
    let range = byte_range(&location);
    if location.span().byte_offset().is_some() && range.start <= text.len() {
        let end = range.end.min(text.len());
        let is_whole = text.is_char_boundary(range.start) && text.is_char_boundary(end);
        return if is_whole { range.start..end } else { 0..0 };
    }
    let line = usize::try_from(location.line()).unwrap_or(1).max(1);
    let column = usize::try_from(location.column()).unwrap_or(1).max(1);
    let start = source::offset(text, line, column);
    let width = text[start..].chars().next().filter(|c| *c != '\n').map_or(0, char::len_utf8);
    start..start + width
}
