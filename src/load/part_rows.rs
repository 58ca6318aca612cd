//! Rows that are parts of the row above by their name or mark: `Trong đó: Công nghiệp`.

use unicode_normalization::UnicodeNormalization as _;

use super::row_details::Parts;
use super::rows::{Content, Line};
use crate::model::target::Extent;

/// What parts are together, as `part` says it.
const WORDS: [(&str, Extent); 5] = [
    ("trong đó", Extent::Some),
    ("bao gồm", Extent::Whole),
    ("gồm", Extent::Whole),
    ("of_which", Extent::Some),
    ("made_of", Extent::Whole),
];

/// What stands before the names of parts below a title.
pub(crate) const DASHES: [char; 6] = ['-', '–', '—', '+', '*', '•'];

/// How names of parts begin.
pub(crate) const NAMES: [(&str, Extent); 10] = [
    ("trong đó", Extent::Some),
    ("tr.đó", Extent::Some),
    ("tr. đó", Extent::Some),
    ("t.đó", Extent::Some),
    ("t. đó", Extent::Some),
    ("trong tổng số", Extent::Some),
    ("bao gồm", Extent::Whole),
    ("gồm", Extent::Whole),
    ("chia ra", Extent::Whole),
    ("gồm có", Extent::Whole),
];

/// Lines that follow each other, each with the parts that stand behind it. A part without figures
/// is the name over the parts behind it; parts without anything before them are lines.
pub(crate) fn gathered(lines: Vec<Line>) -> Vec<Line> {
    if !lines.iter().any(|line| extent(line).is_some()) {
        return lines;
    }
    let mut all: Vec<Line> = Vec::new();
    for line in lines {
        match all.last_mut() {
            Some(whole) => {
                if let Some(line) = taken(whole, line) {
                    all.push(line);
                }
            }
            None => all.push(line),
        }
    }
    all
}

/// A group, with the parts of its own that stand before its rows.
pub(crate) fn group(mut group: Line, below: Vec<Line>) -> Line {
    let mut rest = Vec::new();
    for line in below {
        let next = if rest.is_empty() { taken(&mut group, line) } else { Some(line) };
        rest.extend(next);
    }
    group.content = Content::Group(gathered(rest));
    group
}

/// Adds `line` to the parts of `whole`, if it is one; else gives it back.
fn taken(whole: &mut Line, mut line: Line) -> Option<Line> {
    let is_open = whole.parts.last().is_some_and(|parts| parts.title.is_some());
    let Some(extent) = extent(&line) else {
        // A row with a dash goes on with the parts before it, if its whole has none.
        let is_next = is_open || !is_dashed(whole);
        return match whole.parts.last_mut().filter(|_| is_next && is_dashed(&line)) {
            Some(parts) => {
                parts.lines.push(line);
                None
            }
            None => Some(line),
        };
    };
    // What it said of its place is done.
    line.details.part = None;
    let is_title = is_blank(&line.content) && line.details.formulas.is_empty();
    match whole.parts.last_mut() {
        _ if is_title => {
            whole.parts.push(Parts { extent, title: Some(line.name), lines: Vec::new() });
        }
        Some(parts) if parts.extent == extent => parts.lines.push(line),
        _ => whole.parts.push(Parts { extent, title: None, lines: vec![line] }),
    }
    None
}

fn is_dashed(line: &Line) -> bool {
    line.name.value.as_deref().unwrap_or_default().trim_start().starts_with(DASHES)
}

fn is_blank(content: &Content) -> bool {
    match content {
        Content::Group(_) => false,
        Content::Cells(cells) => cells.iter().all(|cell| cell.value.is_none()),
        Content::Keyed(cells) => cells.iter().all(|(_, cell)| cell.value.is_none()),
    }
}

/// What the parts are together that `line` belongs to, if it is a part.
fn extent(line: &Line) -> Option<Extent> {
    if line.is_total == Some(true) || matches!(line.content, Content::Group(_)) {
        return None;
    }
    if let Some(part) = &line.details.part {
        return of_word(part.value.as_deref()?);
    }
    of_name(line.name.value.as_deref()?)
}

/// What the name of a row says of it: `Trong đó nữ`, `Gồm: …`.
pub(crate) fn of_name(name: &str) -> Option<Extent> {
    let name: String = name.nfc().flat_map(char::to_lowercase).collect();
    let words: Vec<&str> = name.split_whitespace().collect();
    let name = words.join(" ");
    let name = name.trim_start_matches(['-', '–', '—', '+', '*', '•', ' ']);
    NAMES.iter().find_map(|(word, extent)| {
        let rest = name.strip_prefix(word)?.trim_start_matches(' ');
        let is_word = name.len() == word.len() + rest.len();
        // `Gồm` may begin the name of a place.
        let is_part = match extent {
            Extent::Some => {
                rest.is_empty() || !is_word || word.ends_with('.') || rest.starts_with([':', ','])
            }
            Extent::Whole => rest.starts_with(':') || (rest.is_empty() && *word != "gồm"),
        };
        is_part.then_some(*extent)
    })
}

/// What `part: …` says.
pub(crate) fn of_word(word: &str) -> Option<Extent> {
    let word = word.trim().trim_end_matches(':').to_lowercase();
    WORDS.iter().find(|(known, _)| *known == word).map(|(_, extent)| *extent)
}
