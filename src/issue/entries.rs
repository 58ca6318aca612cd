//! Where the keys of the outermost mapping stand in a text, so that one value can be changed and
//! every other byte stays. What is not seen rightly here, the caller notices: it reads the text
//! once more after the change.

use std::ops::Range;

/// A key of the outermost mapping.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Entry {
    /// Its name, without quotes.
    pub(super) key: String,
    /// Its value as far as it stands on the line of the key; empty when nothing does.
    pub(super) value: Range<usize>,
    /// Where another entry can be put behind it.
    pub(super) end: usize,
}

/// The outermost mapping.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Mapping {
    /// Between braces.
    pub(super) is_flow: bool,
    /// What stands before each key of a mapping in lines.
    pub(super) indent: String,
    /// How its lines end.
    pub(super) newline: &'static str,
    /// Its keys, in order.
    pub(super) entries: Vec<Entry>,
}

/// The outermost mapping of `text`.
pub(super) fn mapping(text: &str) -> Mapping {
    let newline = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let first = lines(text).find(|(_, line)| is_content(line));
    let Some((start, line)) = first else {
        let (indent, entries) = (String::new(), Vec::new());
        return Mapping { is_flow: false, indent, newline, entries };
    };
    let indent = line[..line.len() - line.trim_start_matches(' ').len()].to_owned();
    if line.trim_start().starts_with('{') {
        let entries = in_braces(text, start + indent.len() + 1);
        return Mapping { is_flow: true, indent, newline, entries };
    }
    let entries = in_lines(text, &indent);
    Mapping { is_flow: false, indent, newline, entries }
}

/// Each line without its end, and where it begins.
fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut start = 0;
    text.split_inclusive('\n').map(move |line| {
        let at = start;
        start += line.len();
        (at, line.trim_end_matches('\n').trim_end_matches('\r'))
    })
}

fn is_content(line: &str) -> bool {
    let words = line.trim();
    !words.is_empty() && !words.starts_with('#') && !words.starts_with("---")
}

fn in_lines(text: &str, indent: &str) -> Vec<Entry> {
    let mut entries: Vec<Entry> = Vec::new();
    for (start, line) in lines(text) {
        let end = start + line.len();
        let Some(own) = line.strip_prefix(indent).filter(|own| !own.trim().is_empty()) else {
            continue;
        };
        // Comments that are indented belong to what is above them, too.
        if own.starts_with([' ', '\t']) || own.starts_with("- ") || own == "-" {
            // It belongs to the value above.
            if let Some(last) = entries.last_mut() {
                last.end = end;
            }
            continue;
        }
        if !is_content(line) {
            continue;
        }
        let Some((key, behind)) = key_of(own) else { continue };
        let value = end - behind.len();
        let value = value..value + value_length(behind);
        entries.push(Entry { key, value, end });
    }
    entries
}

/// The key a line begins with, and what is behind its colon.
fn key_of(line: &str) -> Option<(String, &str)> {
    let quote = line.chars().next().filter(|sign| ['"', '\''].contains(sign));
    let (key, rest) = match quote {
        Some(quote) => line[1..].split_once(quote)?,
        None => (line[..line.find(':')?].trim_end(), &line[line.find(':')?..]),
    };
    Some((key.to_owned(), rest.trim_start().strip_prefix(':')?))
}

/// How far a value goes that begins behind a colon, the spaces before it included: to the
/// comment or to the end of the line. Zero when there is none.
fn value_length(behind: &str) -> usize {
    let words = behind.trim_start_matches([' ', '\t']);
    let lead = behind.len() - words.len();
    if words.is_empty() || words.starts_with('#') {
        return 0;
    }
    let end = words.find(" #").unwrap_or(words.len());
    lead + words[..end].trim_end().len()
}

/// The entries between braces, the first of which may begin at `from`.
fn in_braces(text: &str, from: usize) -> Vec<Entry> {
    let mut entries = Vec::new();
    let (mut depth, mut start, mut colon) = (0usize, from, None);
    let mut signs = text[from..].char_indices().map(|(at, sign)| (from + at, sign)).peekable();
    while let Some((at, sign)) = signs.next() {
        match sign {
            '"' | '\'' if begins_value(&text[start..at]) || depth > 0 => {
                skip_quoted(sign, &mut signs);
            }
            '#' if text[..at].ends_with([' ', '\n']) => {
                while signs.peek().is_some_and(|(_, sign)| *sign != '\n') {
                    signs.next();
                }
            }
            '{' | '[' => depth += 1,
            '}' | ']' if depth > 0 => depth -= 1,
            ':' if depth == 0 && colon.is_none() => colon = Some(at),
            ',' | '}' if depth == 0 => {
                entries.extend(flow_entry(text, start..at, colon));
                (start, colon) = (at + 1, None);
                if sign == '}' {
                    break;
                }
            }
            _ => {}
        }
    }
    entries
}

/// Whether a quote behind `before` opens a text.
fn begins_value(before: &str) -> bool {
    let before = before.trim_end();
    before.is_empty() || before.ends_with([':', ',', '{', '['])
}

fn skip_quoted(quote: char, signs: &mut impl Iterator<Item = (usize, char)>) {
    let mut is_escaped = false;
    for (_, sign) in signs {
        match sign {
            _ if is_escaped => is_escaped = false,
            '\\' if quote == '"' => is_escaped = true,
            _ if sign == quote => return,
            _ => {}
        }
    }
}

fn flow_entry(text: &str, range: Range<usize>, colon: Option<usize>) -> Option<Entry> {
    let name_end = colon.unwrap_or(range.end);
    let mut lines = text[range.start..name_end].lines().map(str::trim);
    let key = lines.rfind(|line| !line.is_empty() && !line.starts_with('#'))?;
    let key = key.trim_matches(['"', '\'']).to_owned();
    // Without a colon it stands for a key without a value.
    let from = colon.map_or(range.start + text[range.clone()].trim_end().len(), |colon| colon + 1);
    let words = &text[from..range.end];
    let comment = words.find(" #").or_else(|| words.trim_start().is_empty().then_some(0));
    let value = from..from + words[..comment.unwrap_or(words.len())].trim_end().len();
    Some(Entry { key, end: value.end.max(name_end), value })
}
