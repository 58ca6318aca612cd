//! The outline of a file: its keys, the tables with columns and rows, the parts of its texts.

use std::ops::Range;

use gen_lsp_types::{DocumentSymbol, Range as LspRange, SymbolKind};

use super::position::Lines;
use super::scan::{Entry, Scan};
use crate::load::{Loaded, RawReference};
use crate::model::block::{Block, Inline, Rank};

/// The outline of the YAML file `text`. `loaded` is the directive it is, as far as it can be read.
pub(super) fn outline(text: &str, loaded: Option<&Loaded>) -> Vec<DocumentSymbol> {
    let scan = Scan::new(text);
    let outliner = Outliner { text, scan: &scan, lines: Lines::new(text), loaded };
    outliner.symbols(None, 0)
}

/// No deeper than columns and rows of a table, and the columns under a common header.
const DEEPEST: usize = 5;

struct Outliner<'a> {
    text: &'a str,
    scan: &'a Scan<'a>,
    lines: Lines<'a>,
    loaded: Option<&'a Loaded>,
}

impl Outliner<'_> {
    fn symbols(&self, parent: Option<usize>, depth: usize) -> Vec<DocumentSymbol> {
        if depth > DEEPEST {
            return Vec::new();
        }
        let entries = self.scan.children(parent);
        entries.filter_map(|index| self.symbol(index, depth)).collect()
    }

    fn symbol(&self, index: usize, depth: usize) -> Option<DocumentSymbol> {
        let entry = &self.scan.entries[index];
        let path = self.scan.path(index);
        let value = self.text[entry.value.clone()].trim();
        let (name, detail) = match &entry.key {
            Some(key) => (key.clone(), detail(value)),
            None => self.item(value, index)?,
        };
        let mut children = self.symbols(Some(index), depth + 1);
        if path == ["body"] {
            children = self.parts();
        }
        let kind = kind(&path, !children.is_empty());
        let range = self.range_of(entry);
        let selection = self.lines.range(&entry.place);
        Some(symbol(name, detail, kind, range, selection, children))
    }

    /// An item of a list: by its id or header, or by its text.
    fn item(&self, value: &str, index: usize) -> Option<(String, Option<String>)> {
        let of_key = |key: &str| {
            let mut children = self.scan.children(Some(index));
            let child = children.find(|it| self.scan.entries[*it].key.as_deref() == Some(key));
            let own = child.map(|it| &self.text[self.scan.entries[it].value.clone()]);
            own.or_else(|| in_braces(value, key)).map(|it| it.trim_matches(['"', '\'']).to_owned())
        };
        let (id, header) = (of_key("id"), of_key("header").or_else(|| of_key("rule")));
        match (id, header) {
            (Some(id), header) => Some((id, header)),
            (None, Some(header)) => Some((header, None)),
            (None, None) => detail(value).map(|text| (text, None)),
        }
    }

    fn range_of(&self, entry: &Entry) -> LspRange {
        let end = self.scan.start_of(entry.end_line + 1);
        let end = entry.place.start + self.text[entry.place.start..end].trim_end().len();
        self.lines.range(&(entry.place.start..end.max(entry.place.end)))
    }

    /// The headings of the main text, each with those under it.
    fn parts(&self) -> Vec<DocumentSymbol> {
        let Some(loaded) = self.loaded else { return Vec::new() };
        let mut roots: Vec<DocumentSymbol> = Vec::new();
        let mut open: Vec<Rank> = Vec::new();
        for (rank, name, range) in loaded.body.iter().filter_map(heading) {
            while open.last().is_some_and(|last| *last >= rank) {
                open.pop();
            }
            let range = self.lines.range(&range);
            let made = symbol(name, None, SymbolKind::String, range, range, Vec::new());
            push(&mut roots, open.len(), made);
            open.push(rank);
        }
        roots
    }
}

/// A short value.
fn detail(value: &str) -> Option<String> {
    let is_shown = !value.is_empty() && !value.starts_with(['|', '>', '[']);
    let value = value.trim_matches(['"', '\'']);
    is_shown.then(|| value.chars().take(80).collect())
}

/// Puts a part `depth` levels below the last one of `roots`, and makes those reach to its end.
fn push(roots: &mut Vec<DocumentSymbol>, depth: usize, made: DocumentSymbol) {
    match roots.last_mut().filter(|_| depth > 0) {
        Some(last) => {
            last.range.end = made.range.end;
            push(last.children.get_or_insert_default(), depth - 1, made);
        }
        None => roots.push(made),
    }
}

#[expect(deprecated, reason = "the field has to be named in a literal")]
fn symbol(
    name: String,
    detail: Option<String>,
    kind: SymbolKind,
    range: LspRange,
    selection_range: LspRange,
    children: Vec<DocumentSymbol>,
) -> DocumentSymbol {
    DocumentSymbol {
        // An editor shows no symbol without a name.
        name: if name.trim().is_empty() { "–".to_owned() } else { name },
        detail,
        kind,
        tags: None,
        deprecated: None,
        range,
        selection_range,
        children: Some(children),
    }
}

fn kind(path: &[String], has_children: bool) -> SymbolKind {
    let path: Vec<&str> = path.iter().map(String::as_str).collect();
    match path[..] {
        ["targets", _] => SymbolKind::Class,
        ["targets", _, "columns", .., "-"] => SymbolKind::Field,
        ["targets", _, "rows", ..] => SymbolKind::Variable,
        _ if has_children => SymbolKind::Object,
        _ => SymbolKind::Property,
    }
}

/// The text behind `key:` in a mapping in braces.
fn in_braces<'t>(value: &'t str, key: &str) -> Option<&'t str> {
    let inner = value.strip_prefix('{')?;
    let start = inner.match_indices(key).map(|(at, _)| at).find(|at| {
        let is_start = inner[..*at].trim_end().is_empty() || inner[..*at].trim_end().ends_with(',');
        is_start && inner[at + key.len()..].starts_with(':')
    })?;
    let rest = inner[start + key.len() + 1..].trim_start();
    let end = match rest.chars().next() {
        Some(quote @ ('"' | '\'')) => rest[1..].find(quote).map_or(rest.len(), |end| end + 2),
        _ => rest.find([',', '}']).unwrap_or(rest.len()),
    };
    Some(rest[..end].trim())
}

/// Rank, words and place of a heading.
fn heading(block: &Block<RawReference>) -> Option<(Rank, String, Range<usize>)> {
    let Block::Heading { rank, marker, .. } = block else { return None };
    let mut words = marker.iter().map(|marker| marker.text.clone()).collect::<Vec<_>>();
    let mut range = marker.as_ref().map(|marker| marker.span.range());
    let mut take = |text: &str, span: Range<usize>| {
        words.push(text.trim().to_owned());
        let start = range.as_ref().map_or(span.start, |range| range.start);
        range = Some(start..span.end.max(start));
    };
    block.walk(&mut |inline| match inline {
        Inline::Text { text, span } => take(text, span.range()),
        Inline::Reference(reference) => take(&reference.words, reference.span.range()),
        _ => {}
    });
    Some((*rank, words.join(" "), range?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_in_braces_is_found_by_its_key() {
        let value = "{id: tn, header: \"A, b\", formula: tn - id}";
        assert_eq!(in_braces(value, "id"), Some("tn"));
        assert_eq!(in_braces(value, "header"), Some("\"A, b\""));
        assert_eq!(in_braces(value, "formula"), Some("tn - id"));
        assert_eq!(in_braces(value, "unit"), None);
    }
}
