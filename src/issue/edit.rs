//! The few bytes of a draft that are other when it is issued.

use std::ops::Range;

use super::entries::{Entry, Mapping, mapping};
use crate::load::raw;
use crate::model::date::IssueDate;
use crate::model::number::DocumentNumber;

/// What a draft is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Given {
    /// Its number.
    pub number: DocumentNumber,
    /// Its day.
    pub date: jiff::civil::Date,
}

/// Bytes of a text, and what is to stand in their place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// Which; empty where something is put in between.
    pub range: Range<usize>,
    /// What.
    pub with: String,
}

/// A key that cannot be written where it stands; its line is to be written by hand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Uneditable(pub &'static str);

/// The keys a key is put behind when it is not there: those before it in the documentation of
/// the format, the nearest first.
const BEFORE: [(&str, &[&str]); 3] = [
    ("status", &["kind"]),
    ("number", &["issuer", "status", "kind"]),
    ("date", &["place", "symbol", "number", "issuer", "status", "kind"]),
];

/// What makes the directive `raw`, whose file holds `text`, an issued one; in order, none
/// touching another.
pub fn edits(text: &str, raw: &raw::Directive, given: Given) -> Result<Vec<Edit>, Uneditable> {
    let mapping = mapping(text);
    // As it is written: `5`, not the `05` that is printed.
    let number = given.number.to_string();
    let values = [
        ("status", raw.status.as_ref(), "issued".to_owned()),
        ("number", raw.number.as_ref(), number.trim_start_matches('0').to_owned()),
        ("date", raw.date.as_ref(), given.date.to_string()),
    ];
    let mut edits: Vec<Edit> = Vec::new();
    for (key, there, value) in values {
        if there.is_some_and(|there| means_the_same(key, &there.value, &value)) {
            continue;
        }
        let edit = match (there, mapping.entries.iter().find(|entry| entry.key == key)) {
            (Some(there), _) => replaced(text, there, value),
            (None, Some(entry)) => filled(text, entry, &value),
            (None, None) => inserted(text, &mapping, key, &value),
        };
        let edit = edit.ok_or(Uneditable(key))?;
        match edits.iter_mut().find(|known| known.range == edit.range && edit.range.is_empty()) {
            // Two keys that are put behind the same one stand one behind the other.
            Some(known) => known.with.push_str(&edit.with),
            None => edits.push(edit),
        }
    }
    edits.sort_by_key(|edit| edit.range.start);
    Ok(edits)
}

/// `text` after `edits`.
#[must_use]
pub fn applied(text: &str, edits: &[Edit]) -> String {
    let mut after = String::with_capacity(text.len() + 80);
    let mut from = 0;
    for edit in edits {
        after.push_str(&text[from..edit.range.start]);
        after.push_str(&edit.with);
        from = edit.range.end;
    }
    after + &text[from..]
}

/// Where the byte `offset` of a text after `edits` stood before them: what was put in stands where
/// it was put.
#[must_use]
pub fn offset_before(edits: &[Edit], offset: usize) -> usize {
    let (mut gone, mut come) = (0, 0);
    for edit in edits {
        let start = edit.range.start + come - gone;
        if offset < start {
            break;
        }
        if offset < start + edit.with.len() {
            return edit.range.start;
        }
        gone += edit.range.len();
        come += edit.with.len();
    }
    offset + gone - come
}

/// Whether nothing needs to be written: `number: 05` is 5.
fn means_the_same(key: &str, there: &str, value: &str) -> bool {
    match key {
        "number" => there.parse::<DocumentNumber>() == value.parse::<DocumentNumber>(),
        "date" => there.parse::<IssueDate>().is_ok_and(|there| value.parse() == Ok(there)),
        _ => there == value,
    }
}

/// The value there is, quotes included.
fn replaced(text: &str, there: &raw::Text, value: String) -> Option<Edit> {
    // A range without words is one the parser does not know.
    let is_known = !there.range.is_empty() && text.get(there.range.clone()).is_some();
    is_known.then(|| Edit { range: there.range.clone(), with: value })
}

/// A value for a key that has none, or says so with `~` or `null`.
fn filled(text: &str, entry: &Entry, value: &str) -> Option<Edit> {
    let there = text.get(entry.value.clone())?;
    let word = there.trim_start();
    if !["", "~", "null", "Null", "NULL"].contains(&word) {
        return None;
    }
    if word.is_empty() {
        if let Some(range) = blank_below(text, entry) {
            return Some(Edit { range, with: value.to_owned() });
        }
        // `number:` of a text in braces may lack its colon.
        let colon = if text[..entry.value.start].ends_with(':') { "" } else { ":" };
        let at = entry.value.start;
        return Some(Edit { range: at..at, with: format!("{colon} {value}") });
    }
    let start = entry.value.end - word.len();
    Some(Edit { range: start..entry.value.end, with: value.to_owned() })
}

/// The word for nothing on the lines below a key.
fn blank_below(text: &str, entry: &Entry) -> Option<Range<usize>> {
    let mut start = entry.value.end;
    for line in text.get(start..entry.end)?.split_inclusive('\n') {
        let words = line.split(" #").next().unwrap_or_default();
        let word = words.trim();
        if ["~", "null", "Null", "NULL"].contains(&word) {
            let from = start + words.len() - words.trim_start().len();
            return Some(from..from + word.len());
        }
        start += line.len();
    }
    None
}

/// A new key, behind the one that it follows in the documentation.
fn inserted(text: &str, mapping: &Mapping, key: &str, value: &str) -> Option<Edit> {
    let (_, before) = BEFORE.iter().find(|(known, _)| *known == key)?;
    let entry = before
        .iter()
        .find_map(|wanted| mapping.entries.iter().find(|entry| entry.key == *wanted))?;
    let at = entry.end;
    let with = if mapping.is_flow {
        let quote = if text[..entry.value.start].trim_end_matches([':', ' ']).ends_with('"') {
            "\""
        } else {
            ""
        };
        let is_word = quote == "\"" && !value.bytes().all(|byte| byte.is_ascii_digit());
        let mark = if is_word { "\"" } else { "" };
        format!(", {quote}{key}{quote}: {mark}{value}{mark}")
    } else {
        format!("{}{}{key}: {value}", mapping.newline, mapping.indent)
    };
    Some(Edit { range: at..at, with })
}
