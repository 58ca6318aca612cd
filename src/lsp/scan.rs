//! The keys of a YAML text as its lines and indentation show them: also of a text that a parser
//! refuses, because somebody is typing in it.

use std::ops::Range;

/// A key, or an item of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Entry {
    /// The index of the entry it stands in.
    pub(super) parent: Option<usize>,
    /// The key without its quotes; nothing for an item of a list.
    pub(super) key: Option<String>,
    /// The bytes of the key with its quotes, or of the dash.
    pub(super) place: Range<usize>,
    /// The line it stands on, from 0.
    pub(super) line: usize,
    /// The last line that belongs to it.
    pub(super) end_line: usize,
    /// What stands behind the colon or the dash on the same line, without a comment.
    pub(super) value: Range<usize>,
    indent: usize,
}

/// All entries of a text in its order, but those within `{…}` and `[…]`.
pub(super) struct Scan<'t> {
    text: &'t str,
    pub(super) entries: Vec<Entry>,
    /// For each line of the text where it begins, and the block scalar it is in.
    lines: Vec<(usize, Option<usize>)>,
}

impl<'t> Scan<'t> {
    /// Reads `text`.
    pub(super) fn new(text: &'t str) -> Self {
        let mut scan = Self { text, entries: Vec::new(), lines: Vec::new() };
        let mut open: Vec<usize> = Vec::new();
        let mut scalar: Option<usize> = None;
        let mut start = 0;
        for (line, words) in text.split_inclusive('\n').enumerate() {
            let content = words.trim_end();
            let indent = content.len() - content.trim_start_matches(' ').len();
            if let Some(entry) = scalar {
                let is_in = content.is_empty() || indent > scan.entries[entry].indent;
                scalar = scalar.filter(|_| is_in);
            }
            scan.lines.push((start, scalar));
            let is_said = !content.is_empty() && !content.trim_start().starts_with('#');
            if scalar.is_some() {
                if is_said || !content.is_empty() {
                    scan.extend(&open, line);
                }
            } else if is_said {
                scan.line(content, start, line, &mut open);
                scan.extend(&open, line);
                let last = open.last().copied();
                scalar = last.filter(|entry| {
                    let entry = &scan.entries[*entry];
                    entry.line == line && text[entry.value.clone()].starts_with(['|', '>'])
                });
            }
            start += words.len();
        }
        if text.is_empty() || text.ends_with('\n') {
            scan.lines.push((start, scalar));
        }
        scan
    }

    /// All that is open reaches to `line`.
    fn extend(&mut self, open: &[usize], line: usize) {
        for entry in open {
            self.entries[*entry].end_line = line;
        }
    }

    /// Takes in the dashes and the key of a line.
    fn line(&mut self, content: &str, start: usize, line: usize, open: &mut Vec<usize>) {
        let mut at = content.len() - content.trim_start_matches(' ').len();
        loop {
            let rest = &content[at..];
            let is_item = rest == "-" || rest.starts_with("- ");
            while let Some(last) = open.last().map(|last| &self.entries[*last]) {
                // A list may stand as deep as its key.
                let is_list_of = is_item && last.key.is_some() && last.indent == at;
                if last.indent < at || is_list_of {
                    break;
                }
                open.pop();
            }
            let parent = open.last().copied();
            let (key, length) = if is_item {
                (None, 1)
            } else {
                let Some((key, length)) = key_of(rest) else { return };
                (Some(key), length)
            };
            let behind = at + length + usize::from(!is_item);
            let value = value_of(content, behind);
            open.push(self.entries.len());
            self.entries.push(Entry {
                parent,
                key,
                place: start + at..start + at + length,
                line,
                end_line: line,
                value: start + value.start..start + value.end,
                indent: at,
            });
            if !is_item || value.is_empty() {
                return;
            }
            at = value.start;
        }
    }

    /// The keys from the root to the entry `index`; an item of a list is `-`.
    pub(super) fn path(&self, index: usize) -> Vec<String> {
        let mut path = Vec::new();
        let mut at = Some(index);
        while let Some(entry) = at.map(|at| &self.entries[at]) {
            path.push(entry.key.clone().unwrap_or_else(|| ITEM.to_owned()));
            at = entry.parent;
        }
        path.reverse();
        path
    }

    /// The entries that stand right in `parent`.
    pub(super) fn children(&self, parent: Option<usize>) -> impl Iterator<Item = usize> + '_ {
        (0..self.entries.len()).filter(move |index| self.entries[*index].parent == parent)
    }

    /// The line that holds byte `offset`, from 0.
    pub(super) fn line_of(&self, offset: usize) -> usize {
        self.lines.partition_point(|(start, _)| *start <= offset).saturating_sub(1)
    }

    /// The first byte of a line.
    pub(super) fn start_of(&self, line: usize) -> usize {
        self.lines.get(line).map_or(self.text.len(), |(start, _)| *start)
    }

    /// The entry whose block scalar holds `line`.
    pub(super) fn scalar_of(&self, line: usize) -> Option<usize> {
        self.lines.get(line).and_then(|(_, scalar)| *scalar)
    }

    /// The entry that a key at `indent` of `line` would stand in.
    pub(super) fn parent_at(&self, line: usize, indent: usize) -> Option<usize> {
        self.entries.iter().rposition(|entry| entry.line < line && entry.indent < indent)
    }
}

/// What a path calls an item of a list.
pub(super) const ITEM: &str = "-";

/// The key at the start of `text`, without its quotes, and its length with them.
fn key_of(text: &str) -> Option<(String, usize)> {
    for quote in ['"', '\''] {
        if let Some(rest) = text.strip_prefix(quote) {
            let end = rest.find(quote)?;
            let length = end + 2;
            let is_key = text[length..].trim_start().starts_with(':');
            return is_key.then(|| (rest[..end].to_owned(), length));
        }
    }
    if text.starts_with(['[', '{', '|', '>']) {
        return None;
    }
    let end = text.match_indices(':').map(|(at, _)| at).find(|at| {
        let behind = &text[at + 1..];
        behind.is_empty() || behind.starts_with([' ', '\t'])
    })?;
    let key = text[..end].trim_end();
    (!key.is_empty()).then(|| (key.to_owned(), key.len()))
}

/// What stands behind byte `from` of a line, without spaces around it and without a comment.
fn value_of(content: &str, from: usize) -> Range<usize> {
    let from = from.min(content.len());
    let rest = &content[from..];
    let start = from + rest.len() - rest.trim_start_matches([' ', ':', '\t']).len();
    let rest = &content[start..];
    let mut quote = None;
    let mut end = content.len();
    for (at, sign) in rest.char_indices() {
        match (quote, sign) {
            (None, '"' | '\'') if at == 0 || rest[..at].ends_with(['[', '{', ',', ' ']) => {
                quote = Some(sign);
            }
            (Some(open), sign) if open == sign => quote = None,
            (None, '#') if at == 0 || rest[..at].ends_with([' ', '\t']) => {
                end = start + at;
                break;
            }
            _ => {}
        }
    }
    start..start + content[start..end].trim_end().len()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "\
kind: cong-van      # loại
recipients:
  to:
  - Sở Y tế
  file: {unit: VP}
targets:
  chi-tieu:
    columns:
      - {id: a, header: \"A: b\"}
      - header: B
        columns:
          - {id: b, header: B}
    rows:
      \"Huyện: A\": [1, 2]
body: |
  kind: không phải khóa

  1. Một.
signatory:
";

    fn paths(text: &str) -> Vec<String> {
        let scan = Scan::new(text);
        (0..scan.entries.len()).map(|index| scan.path(index).join("/")).collect()
    }

    #[test]
    fn keys_are_found_by_their_indentation() {
        assert_eq!(
            paths(TEXT),
            [
                "kind",
                "recipients",
                "recipients/to",
                "recipients/to/-",
                "recipients/file",
                "targets",
                "targets/chi-tieu",
                "targets/chi-tieu/columns",
                "targets/chi-tieu/columns/-",
                "targets/chi-tieu/columns/-",
                "targets/chi-tieu/columns/-/header",
                "targets/chi-tieu/columns/-/columns",
                "targets/chi-tieu/columns/-/columns/-",
                "targets/chi-tieu/rows",
                "targets/chi-tieu/rows/Huyện: A",
                "body",
                "signatory",
            ]
        );
    }

    #[test]
    fn an_entry_reaches_to_its_last_line_and_its_value_to_the_comment() {
        let scan = Scan::new(TEXT);
        let entry = |path: &str| {
            let index = (0..scan.entries.len()).find(|index| scan.path(*index).join("/") == path);
            scan.entries[index.expect("it is there")].clone()
        };
        assert_eq!((entry("targets").line, entry("targets").end_line), (5, 13));
        assert_eq!((entry("body").line, entry("body").end_line), (14, 17));
        assert_eq!(&TEXT[entry("kind").value], "cong-van");
        assert_eq!(&TEXT[entry("recipients/file").value], "{unit: VP}");
        assert_eq!(scan.scalar_of(16), Some(15));
        assert_eq!(scan.scalar_of(18), None);
    }

    #[test]
    fn the_parent_of_a_new_key_is_the_nearest_one_to_the_left() {
        let scan = Scan::new(TEXT);
        let path = |line, indent| scan.parent_at(line, indent).map(|it| scan.path(it).join("/"));
        assert_eq!(path(5, 4).as_deref(), Some("recipients/file"));
        assert_eq!(path(5, 2).as_deref(), Some("recipients"));
        assert_eq!(path(12, 4).as_deref(), Some("targets/chi-tieu"));
        assert_eq!(path(12, 0), None);
    }

    #[test]
    fn any_text_can_be_scanned() {
        for text in
            ["", "\n", "-", "- - a", "a", "'a", "\"a: b", ": b", "a:\n\tb: c", "-- a:\r\n- b"]
        {
            _ = paths(text);
        }
        assert_eq!(paths("- - a: 1\r\n"), ["-", "-/-", "-/-/a"]);
    }
}
