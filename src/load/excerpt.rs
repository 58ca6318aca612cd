//! Parts of a YAML file, written anew: the entries and keys that are wanted, and no others.
//!
//! Values are written so that they are read as they were; comments and blank lines are not kept.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use super::node::Node;
use super::raw::{Entries, Spanned};
use super::yaml;
use crate::scalar;
use crate::source::Sources;
use crate::span::SourceId;

/// The parts of a catalog whose entries directives name.
const NAMED: [&str; 3] = ["legal_documents", "issuers", "recipient_lists"];

/// The file as a mapping of mappings; nothing where it is none.
type Parts = Entries<Spanned<Node>>;

/// The keys of the mapping in `source` that are wanted, with their values; `None` where it has none.
#[must_use]
pub fn of_keys(sources: &Sources, source: SourceId, wanted: &[&str]) -> Option<String> {
    let text = &sources.get(source).text;
    let parts: Parts = yaml::parse(text, source).whole().ok()?;
    let mut excerpt = String::new();
    for (key, value) in parts.0.iter().filter(|(key, _)| wanted.contains(&key.value.as_str())) {
        entry(&key.value, value, (text, 0), &mut excerpt);
    }
    Some(excerpt).filter(|excerpt| !excerpt.is_empty())
}

/// The entries of a file of the catalog whose id is one of `ids`; `None` where it has none.
#[must_use]
pub fn of_entries(sources: &Sources, source: SourceId, ids: &BTreeSet<String>) -> Option<String> {
    let text = &sources.get(source).text;
    let parts: Parts = yaml::parse(text, source).whole().ok()?;
    let mut excerpt = String::new();
    for (key, part) in parts.0.iter().filter(|(key, _)| NAMED.contains(&key.value.as_str())) {
        let Node::Map(entries) = &part.value else { continue };
        let mut entries = entries.iter().filter(|(id, _)| ids.contains(&id.value)).peekable();
        if entries.peek().is_none() {
            continue;
        }
        let _ = writeln!(excerpt, "{}:", key.value);
        entries.for_each(|(id, value)| entry(&id.value, value, (text, 2), &mut excerpt));
    }
    Some(excerpt).filter(|excerpt| !excerpt.is_empty())
}

/// All words of `text` that can be ids.
pub fn words(text: &str) -> impl Iterator<Item = &str> {
    let belongs = |sign: char| sign.is_ascii_lowercase() || sign.is_ascii_digit() || sign == '-';
    text.split(move |sign| !belongs(sign)).filter(|word| !word.is_empty())
}

/// `key: value` on lines that begin with so many spaces; plain values are as they stand in the
/// text.
fn entry(key: &str, value: &Spanned<Node>, (text, depth): (&str, usize), out: &mut String) {
    out.push_str(&" ".repeat(depth));
    out.push_str(&scalar::quoted(key));
    out.push(':');
    node(value, (text, depth), out);
}

/// What stands behind a `:` or a `-` at this depth, to the end of its last line.
fn node(value: &Spanned<Node>, (text, depth): (&str, usize), out: &mut String) {
    match &value.value {
        Node::Blank => out.push('\n'),
        Node::Plain => {
            let _ = writeln!(out, " {}", text.get(value.range.clone()).unwrap_or_default());
        }
        Node::Text(words) => {
            let _ = writeln!(out, " {}", scalar::quoted(words));
        }
        Node::List(items) if items.is_empty() => out.push_str(" []\n"),
        Node::Map(entries) if entries.is_empty() => out.push_str(" {}\n"),
        Node::List(items) => {
            out.push('\n');
            for item in items {
                out.push_str(&" ".repeat(depth + 2));
                out.push('-');
                node(item, (text, depth + 2), out);
            }
        }
        Node::Map(entries) => {
            out.push('\n');
            for (key, value) in entries {
                entry(&key.value, value, (text, depth + 2), out);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sources(text: &str) -> (Sources, SourceId) {
        let mut sources = Sources::default();
        let source = sources.add("a.yaml", text);
        (sources, source)
    }

    #[test]
    fn wanted_keys_are_read_as_they_were() {
        let text = "# a note\nfont: 'It''s'\nsize: 012 # twelve\nrules: {x: deny}\n\
                    own:\n  a: {b: [1, \"2: 3\", {c: ~}], d: [], e: {}}\n  f:\n";
        let (sources, source) = sources(text);
        let excerpt = of_keys(&sources, source, &["font", "size", "own"]).expect("three keys");
        assert!(!excerpt.contains("rules") && !excerpt.contains("note"), "{excerpt}");
        let read = |text: &str| serde_norway::from_str::<serde_norway::Value>(text).expect("YAML");
        let (mut was, is) = (read(text), read(&excerpt));
        was.as_mapping_mut().expect("a mapping").remove("rules");
        assert_eq!(is, was, "{excerpt}");
        assert_eq!(of_keys(&sources, source, &["none"]), None);
    }

    #[test]
    fn entries_are_those_that_are_named() {
        let text = "units:\n  a: {name: A}\nissuers:\n  a: {name: A}\n  b:\n    name: \"B: c\"\n";
        let (sources, source) = sources(text);
        let ids = BTreeSet::from(["b".to_owned()]);
        let excerpt = of_entries(&sources, source, &ids).expect("an entry");
        assert_eq!(excerpt, "issuers:\n  \"b\":\n    \"name\": \"B: c\"\n");
        assert_eq!(
            words("id: ubnd-x, {{ luat-1.a }}").collect::<Vec<_>>(),
            ["id", "ubnd-x", "luat-1", "a"]
        );
    }
}
