//! Where in a YAML text the cursor stands.

use std::ops::Range;

use crate::lsp::scan::{ITEM, Scan};

/// What can be written at the cursor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Place<'t> {
    /// A key, or the text of an item of a list.
    Key,
    /// The value of a key.
    Value,
    /// A part of a reference; what stands before the cursor in it.
    Reference(&'t str),
    /// Nothing that is known: a text, a comment.
    Nothing,
}

/// Where the cursor stands.
#[derive(Debug)]
pub(super) struct Context<'t> {
    /// The keys from the root to the mapping, the list or the key; an item of a list is `-`.
    pub(super) path: Vec<String>,
    /// The keys that the mapping has already.
    pub(super) siblings: Vec<String>,
    /// What can be written there.
    pub(super) place: Place<'t>,
    /// The bytes of the word that is being written.
    pub(super) range: Range<usize>,
    /// Whether a colon follows the word.
    pub(super) has_colon: bool,
    /// The column of a key on a line of its own; nothing within braces.
    pub(super) indent: Option<usize>,
}

impl<'t> Context<'t> {
    /// The context of byte `offset` of `text`.
    pub(super) fn at(text: &'t str, offset: usize) -> Self {
        let scan = Scan::new(text);
        let line = scan.line_of(offset);
        let start = scan.start_of(line);
        let end = text[start..].find(['\r', '\n']).map_or(text.len(), |length| start + length);
        let offset = offset.min(end);
        let before = &text[start..offset];
        if let Some(scalar) = scan.scalar_of(line) {
            let is_in = before.trim().is_empty() || scan.entries[scalar].line < line;
            let path = scan.path(scalar);
            if is_in && before.len() - before.trim_start().len() > 0 || !before.is_empty() {
                return Self::in_text(text, path, before, offset, end);
            }
        }
        let reader = LineReader { text, scan: &scan, line, start, offset, end };
        reader.context()
    }

    /// In the lines of a body: only references are known.
    fn in_text(
        text: &'t str,
        path: Vec<String>,
        before: &'t str,
        offset: usize,
        end: usize,
    ) -> Self {
        let open = before.rfind("{{").filter(|at| !before[*at..].contains("}}"));
        let place = open.map_or(Place::Nothing, |at| Place::Reference(&before[at + 2..]));
        let word = word_before(before, &place);
        let rest = &text[offset..end];
        let behind = rest.find(|sign: char| !in_word(sign)).unwrap_or(rest.len());
        let range = offset - word..offset + behind;
        let (siblings, has_colon) = (Vec::new(), false);
        Self { path, siblings, place, range, has_colon, indent: None }
    }
}

fn in_word(sign: char) -> bool {
    sign.is_alphanumeric() || sign == '_' || sign == '-'
}

/// The length of the word that ends at the end of `before`: within quotes all of it.
fn word_before(before: &str, place: &Place<'_>) -> usize {
    if let Place::Reference(inside) = place
        && inside.matches('"').count() % 2 == 1
    {
        return inside.len() - inside.rfind('"').map_or(0, |at| at + 1);
    }
    before.len() - before.trim_end_matches(in_word).len()
}

/// Reads the line of the cursor.
struct LineReader<'a, 't> {
    text: &'t str,
    scan: &'a Scan<'t>,
    line: usize,
    start: usize,
    offset: usize,
    end: usize,
}

impl<'t> LineReader<'_, 't> {
    fn context(&self) -> Context<'t> {
        let before = &self.text[self.start..self.offset];
        let mut at = before.len() - before.trim_start_matches(' ').len();
        let mut parent = self.scan.parent_at(self.line, at);
        // A list may stand as deep as its key.
        if before[at..].starts_with('-') {
            let same = self.scan.entries.iter().rposition(|entry| entry.line < self.line);
            let same = same.filter(|it| {
                let entry = &self.scan.entries[*it];
                entry.key.is_some()
                    && entry.value.is_empty()
                    && self.column(entry.place.start) == at
            });
            parent = same.or(parent);
        }
        let mut path = parent.map(|parent| self.scan.path(parent)).unwrap_or_default();
        let mut is_item = false;
        while before[at..].starts_with("- ") {
            path.push(ITEM.to_owned());
            at += 2 + before[at + 2..].len() - before[at + 2..].trim_start_matches(' ').len();
            is_item = true;
        }
        if is_comment(&before[at..]) {
            return self.made(path, Vec::new(), Place::Nothing, self.offset, None);
        }
        let siblings = self.siblings(parent, is_item);
        self.inside(path, siblings, self.start + at, at)
    }

    fn column(&self, offset: usize) -> usize {
        let line = self.scan.line_of(offset);
        offset - self.scan.start_of(line)
    }

    /// The keys that stand in `parent` on other lines.
    fn siblings(&self, parent: Option<usize>, is_item: bool) -> Vec<String> {
        if is_item {
            return Vec::new();
        }
        let others = self.scan.children(parent).map(|it| &self.scan.entries[it]);
        others.filter(|it| it.line != self.line).filter_map(|it| it.key.clone()).collect()
    }

    /// What is open at the cursor in the mapping that begins at byte `from`.
    fn inside(
        &self,
        mut path: Vec<String>,
        mut siblings: Vec<String>,
        from: usize,
        indent: usize,
    ) -> Context<'t> {
        let mut word = from;
        let mut place = Place::Key;
        let mut column = Some(indent);
        let mut quote = None;
        // For each open bracket: how many keys the path had, and what stood there.
        let mut open: Vec<(usize, char)> = Vec::new();
        for (at, sign) in self.text[from..self.offset].char_indices() {
            let at = from + at;
            match (quote, sign) {
                (Some(end), sign) => quote = quote.filter(|_| sign != end),
                (None, '"' | '\'') if self.text[word..at].trim().is_empty() => quote = Some(sign),
                (None, '{' | '[') if self.text[word..at].trim().is_empty() => {
                    open.push((path.len(), sign));
                    if sign == '[' {
                        path.push(ITEM.to_owned());
                    }
                    (word, place, column) = (at + 1, Place::Key, None);
                    siblings = Vec::new();
                }
                (None, '}' | ']') if !open.is_empty() => {
                    let (length, _) = open.pop().unwrap_or_default();
                    path.truncate(length);
                    (word, place) = (at + 1, Place::Nothing);
                }
                (None, ',') if !open.is_empty() => {
                    let (length, bracket) = open.last().copied().unwrap_or_default();
                    path.truncate(length + usize::from(bracket == '['));
                    (word, place) = (at + 1, Place::Key);
                }
                (None, ':') if place == Place::Key => {
                    let rest = &self.text[at + 1..self.offset];
                    if rest.is_empty() || rest.starts_with(' ') {
                        let key = self.text[word..at].trim().trim_matches(['"', '\'']);
                        siblings.push(key.to_owned());
                        path.push(key.to_owned());
                        (word, place) = (at + 1, Place::Value);
                    }
                }
                (None, '#') if self.text[..at].ends_with(' ') => {
                    (word, place) = (self.offset, Place::Nothing);
                    break;
                }
                _ => {}
            }
        }
        if place == Place::Value && self.offset == word {
            // Right behind the colon nothing can be written yet.
            place = Place::Nothing;
        }
        self.made(path, siblings, place, word, column)
    }

    fn made(
        &self,
        path: Vec<String>,
        siblings: Vec<String>,
        place: Place<'t>,
        word: usize,
        indent: Option<usize>,
    ) -> Context<'t> {
        let word = word.min(self.offset);
        let written = &self.text[word..self.offset];
        let mut start = word + written.len() - written.trim_start().len();
        let rest = &self.text[self.offset..self.end];
        let mut end = self.offset;
        if place != Place::Nothing {
            let length = rest.find([',', '}', ']', ':', '#']).unwrap_or(rest.len());
            end += rest[..length].trim_end().len();
        }
        // Of a formula only its last name is written.
        if place == Place::Value && path.last().is_some_and(|key| is_formula(key)) {
            let in_name = |sign: char| sign.is_alphanumeric() || sign == '_';
            start += written.trim_start().trim_end_matches(in_name).len();
            let length = rest.find(|sign| !in_name(sign)).unwrap_or(rest.len());
            end = self.offset + length;
        }
        let has_colon = self.text[end..self.end].trim_start().starts_with(':');
        Context { path, siblings, place, range: start..end, has_colon, indent }
    }
}

/// Whether values of this key may be formulas.
pub(super) fn is_formula(key: &str) -> bool {
    matches!(key, "formula" | "amount")
}

fn is_comment(words: &str) -> bool {
    words.starts_with('#')
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The context of the `^` in a text.
    fn context(text: &str) -> (String, String, String) {
        let offset = text.find('^').expect("there is a cursor");
        let text = text.replacen('^', "", 1);
        let found = Context::at(&text, offset);
        let place = match found.place {
            Place::Reference(inside) => format!("reference {inside}"),
            other => format!("{other:?}").to_lowercase(),
        };
        (found.path.join("/"), place, text[found.range].to_owned())
    }

    #[test]
    fn the_cursor_is_found_in_lines_braces_and_bodies() {
        for (text, path, place, word) in [
            ("ki^", "", "key", "ki"),
            ("kind: c^on", "kind", "value", "con"),
            ("kind:^", "kind", "nothing", ""),
            ("issuer:\n  i^", "issuer", "key", "i"),
            ("issuer:\n  id: u^", "issuer/id", "value", "u"),
            ("issuer: {id: u^}", "issuer/id", "value", "u"),
            ("issuer: {^}", "issuer", "key", ""),
            ("recipients:\n  to:\n    - S^", "recipients/to/-", "key", "S"),
            ("recipients:\n  to:\n  - S^", "recipients/to/-", "key", "S"),
            ("legal_bases:\n- nq^", "legal_bases/-", "key", "nq"),
            (
                "targets:\n  a:\n    columns:\n      - {id: x, formula: y - ^}",
                "targets/a/columns/-/formula",
                "value",
                "",
            ),
            (
                "targets:\n  a:\n    columns:\n      - {id: x, formula: tn_2^024 - b}",
                "targets/a/columns/-/formula",
                "value",
                "tn_2024",
            ),
            (
                "targets:\n  a:\n    columns:\n      - id: x\n        he^",
                "targets/a/columns/-",
                "key",
                "he",
            ),
            ("targets:\n  a:\n    rows:\n      Huyện N^", "targets/a/rows", "key", "Huyện N"),
            ("a: 1 # ^", "a", "nothing", ""),
            ("# ^", "", "nothing", ""),
            ("body: |\n  Có {{ chi_^", "body", "reference  chi_", "chi_"),
            ("body: |\n  Có {{ cite(\"nq-2^8\") }}", "body", "reference  cite(\"nq-2", "nq-28"),
            ("body: |\n  Có {{ x }} và ^", "body", "nothing", ""),
            ("body: |\n  a\n^", "", "key", ""),
        ] {
            let wanted = (path.to_owned(), place.to_owned(), word.to_owned());
            assert_eq!(context(text), wanted, "{text}");
        }
    }

    #[test]
    fn every_place_of_every_text_has_a_context() {
        let text = "a: {b: [1, \"c\", {d: e}]}\nđ:\n  - - x: |\n      {{ y\n'z: \"\n";
        for (offset, _) in text.char_indices() {
            let found = Context::at(text, offset);
            assert!(text.get(found.range.clone()).is_some(), "{offset}: {found:?}");
            _ = Context::at(&text[..offset], offset);
        }
    }
}
