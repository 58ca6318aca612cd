//! Marks of a merge that git left to its user.

use std::ops::Range;

use crate::codes;
use crate::diagnostic::{Diagnostic, Message};
use crate::span::{SourceId, Span};

/// One conflict: the byte ranges of its lines.
struct Conflict<'t> {
    ours: Range<usize>,
    middle: Option<Range<usize>>,
    theirs: Option<Range<usize>>,
    /// The line that begins the common ancestor (`diff3`).
    base: Option<Range<usize>>,
    name: &'t str,
    other: &'t str,
}

/// The text with only the first side of each conflict, as long as before, and the findings.
pub(in crate::load) fn without_conflicts(
    text: &str,
    source: SourceId,
) -> Option<(String, Vec<Diagnostic>)> {
    if !["<<<<<<<", ">>>>>>>"].iter().any(|sign| text.contains(sign)) {
        return None;
    }
    let conflicts = conflicts(text);
    if conflicts.is_empty() {
        return None;
    }
    let mut bytes = text.as_bytes().to_vec();
    let mut blank = |range: Range<usize>| {
        bytes[range].iter_mut().filter(|byte| !b"\r\n".contains(byte)).for_each(|it| *it = b' ');
    };
    for conflict in &conflicts {
        let from =
            [&conflict.base, &conflict.middle].into_iter().flatten().map(|it| it.start).min();
        let end = conflict.theirs.as_ref().or(conflict.middle.as_ref());
        blank(conflict.ours.clone());
        if let (Some(from), Some(end)) = (from, end) {
            blank(from..end.end);
        } else if let Some(end) = end {
            blank(end.clone());
        }
    }
    let findings = conflicts.iter().map(|conflict| finding(conflict, text, source)).collect();
    // Only whole lines became spaces.
    Some((String::from_utf8(bytes).ok()?, findings))
}

fn conflicts(text: &str) -> Vec<Conflict<'_>> {
    let mut found: Vec<Conflict<'_>> = Vec::new();
    let mut is_open = false;
    let mut start = 0;
    for whole in text.split_inclusive('\n') {
        let line = whole.trim_end();
        let range = start..start + line.len();
        start += whole.len();
        let name = |sign: &str| {
            let rest = line.strip_prefix(sign)?;
            (rest.is_empty() || rest.starts_with(' ')).then_some(rest.trim())
        };
        if let Some(name) = name("<<<<<<<") {
            let (middle, theirs, base) = (None, None, None);
            found.push(Conflict { ours: range, middle, theirs, base, name, other: "" });
            is_open = true;
        } else if let Some(other) = name(">>>>>>>") {
            match found.last_mut().filter(|_| is_open) {
                Some(conflict) => (conflict.theirs, conflict.other) = (Some(range), other),
                // The other marks were removed by hand.
                None => found.push(Conflict {
                    ours: range,
                    middle: None,
                    theirs: None,
                    base: None,
                    name: other,
                    other,
                }),
            }
            is_open = false;
        } else if let Some(conflict) = found.last_mut().filter(|_| is_open) {
            if name("=======").is_some() && conflict.middle.is_none() {
                conflict.middle = Some(range);
            } else if name("|||||||").is_some() {
                conflict.base = Some(range);
            }
        }
    }
    found
}

fn finding(conflict: &Conflict<'_>, text: &str, source: SourceId) -> Diagnostic {
    let line = |at: usize| text[..at].matches('\n').count() + 1;
    let span = |range: &Range<usize>| Span::new(source, range.clone());
    let at = span(&conflict.ours);
    let (Some(middle), Some(theirs)) = (&conflict.middle, &conflict.theirs) else {
        let mark = text[conflict.ours.clone()].split(' ').next().unwrap_or_default();
        let message = Message::new("conflict-mark").with("mark", mark);
        return Diagnostic::new(&codes::MERGE_CONFLICT, message).at(at);
    };
    let first_end = conflict.base.as_ref().map_or(middle.start, |base| base.start);
    let lines = |from: usize, to: usize| {
        if from < to { format!("{from}–{to}") } else { from.to_string() }
    };
    let message = Message::new("conflict")
        .with("ours", lines(line(conflict.ours.start) + 1, line(first_end).saturating_sub(1)))
        .with("theirs", lines(line(middle.start) + 1, line(theirs.start).saturating_sub(1)))
        .with("name", conflict.name)
        .with("other", conflict.other);
    Diagnostic::new(&codes::MERGE_CONFLICT, message)
        .at(at)
        .related(span(middle), Message::new("conflict-middle"))
        .related(span(theirs), Message::new("conflict-end"))
}
