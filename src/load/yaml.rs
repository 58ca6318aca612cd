//! YAML by serde-saphyr: its limits for us, its errors in our words.

use std::ops::Range;

use serde::de::DeserializeOwned;
use serde_saphyr::options::DuplicateKeyPolicy;
use serde_saphyr::{Error, Options};

use super::node::Node;
use super::spanned::{Spanned, byte_range};
use super::{damage, mistakes, syntax, tolerant};
use crate::codes;
use crate::diagnostic::{Code, Diagnostic, Edit, Message};
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

/// A text read as a `T`, as far as that is possible.
pub(super) struct Parsed<T> {
    /// The value; nothing where the text is no YAML. Parts are neutral where there are findings.
    pub(super) value: Option<T>,
    /// What is wrong with the shape.
    pub(super) findings: Vec<Diagnostic>,
    /// The places of neutral values, where something was reported or missing.
    pub(super) unread: Vec<Range<usize>>,
}

impl<T> Parsed<T> {
    /// The value, or all that is wrong with it.
    pub(super) fn whole(self) -> Result<T, Vec<Diagnostic>> {
        self.value.filter(|_| self.findings.is_empty()).ok_or(self.findings)
    }

    fn failed(finding: Diagnostic) -> Self {
        Self { value: None, findings: vec![finding], unread: Vec::new() }
    }
}

/// Reads `text` as a `T` and reports all that is wrong with its shape.
pub(super) fn parse<T: DeserializeOwned>(text: &str, source: SourceId) -> Parsed<T> {
    const MARK: &str = "\u{feff}";
    let Some(rest) = text.strip_prefix(MARK) else { return parse_marked(text, source) };
    let span = Span::new(source, 0..MARK.len());
    let finding = finding(&codes::BYTE_ORDER_MARK, "byte-order-mark", span);
    // Blank lines in its place leave all other places as they are.
    let mut parsed = parse_marked(&format!("{}{rest}", "\n".repeat(MARK.len())), source);
    parsed.findings.insert(0, finding.edit(Edit::safe(span, "")));
    parsed
}

fn parse_marked<T: DeserializeOwned>(text: &str, source: SourceId) -> Parsed<T> {
    let Some((rest, conflicts)) = damage::without_conflicts(text, source) else {
        return parse_merged(text, source);
    };
    let mut parsed = parse_merged(&rest, source);
    parsed.findings.splice(..0, conflicts);
    parsed
}

fn parse_merged<T: DeserializeOwned>(text: &str, source: SourceId) -> Parsed<T> {
    let damages = damage::of_any_text(text, source);
    if !damages.is_empty() {
        return Parsed { value: None, findings: damages, unread: Vec::new() };
    }
    parse_undamaged(text, source)
}

fn parse_undamaged<T: DeserializeOwned>(text: &str, source: SourceId) -> Parsed<T> {
    let mut parsed = match serde_saphyr::from_str_with_options(text, limits()) {
        Ok(value) => Parsed { value: Some(value), findings: Vec::new(), unread: Vec::new() },
        Err(error @ Error::Eof { .. }) => Parsed::failed(explain(text, source, &error)),
        // The parser stops at the first mistake: the tree has them all.
        Err(error) => {
            let is_twice = matches!(error, Error::DuplicateMappingKey { .. });
            if let Ok(Some(reading)) = parse_tolerant(text, source, is_twice) {
                reading
            } else {
                // Where there is no tree, the first mistake is what led to the others.
                let at = range_of(text, &error).start;
                let damage = damage::of_unreadable_text(text, source, at);
                Parsed::failed(damage.unwrap_or_else(|| explain(text, source, &error)))
            }
        }
    };
    if let Some(range) = syntax::deeper_dash(text).filter(|_| parsed.value.is_some()) {
        let at = Span::new(source, range);
        parsed.findings.push(finding(&codes::YAML_SYNTAX, "yaml-dash-deeper", at));
    }
    parsed
}

/// `None` where the tree is as it should be, unless a key stands twice where it may: rows of a table
/// may have one name.
fn parse_tolerant<T: DeserializeOwned>(
    text: &str,
    source: SourceId,
    is_twice: bool,
) -> Result<Option<Parsed<T>>, Error> {
    let mut options = limits();
    options.duplicate_keys = DuplicateKeyPolicy::PassThrough;
    let tree: Spanned<Node> = serde_saphyr::from_str_with_options(text, options)?;
    let reading = tolerant::read(&tree, text, source);
    let reading = reading.filter(|it| is_twice || !it.findings.is_empty());
    Ok(reading.map(|tolerant::Reading { value, findings, unread }| Parsed {
        value: Some(value),
        findings,
        unread,
    }))
}

/// The finding for what serde-saphyr says, with the edit to make.
fn explain(text: &str, source: SourceId, error: &Error) -> Diagnostic {
    let range = range_of(text, error);
    let at = Span::new(source, range.clone());
    let message = match error {
        Error::Eof { .. } => return finding(&codes::EMPTY_FILE, "empty-file", at),
        Error::NullIntoString { .. } => return mistakes::wrong_type("blank", "text", text, at),
        Error::SerdeUnknownField { field, expected, .. } => {
            return mistakes::unknown_key(field, expected, None, text, at);
        }
        Error::SerdeMissingField { field, .. } => return mistakes::missing_key(field, text, at),
        Error::DuplicateMappingKey { key, .. } => {
            return mistakes::duplicate_key(key.as_deref().unwrap_or_default(), at, None);
        }
        Error::Unexpected { expected, .. } => return not_expected(text, &range, expected, at),
        Error::SerdeInvalidType { expected, .. } => {
            return not_expected(text, &range, expected, at);
        }
        Error::InvalidBooleanStrict { .. } => {
            return mistakes::wrong_type(mistakes::shape_at(text, &range), "boolean", text, at);
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

fn finding(code: &'static Code, id: &'static str, at: Span) -> Diagnostic {
    Diagnostic::new(code, Message::new(id)).at(at)
}

fn not_expected(text: &str, range: &Range<usize>, expected: &str, at: Span) -> Diagnostic {
    let found = mistakes::shape_at(text, range);
    mistakes::wrong_type(found, shape_named(expected), text, at)
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
