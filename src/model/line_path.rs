//! Lines of a table by their names: `["Xã A"]["Ngân sách tỉnh"]`.

use super::line::Line;

/// Why a path names no line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PathError {
    /// There is no such line.
    Unknown,
    /// There are several: the first two of them.
    Several(usize, usize),
}

/// The line that stands right around `line`: its group, or the whole it is a part of.
#[must_use]
pub fn parent(lines: &[Line], line: usize) -> Option<usize> {
    let level = lines[line].level;
    if level == 0 { None } else { lines[..line].iter().rposition(|other| other.level < level) }
}

/// The names around `line` from the outermost on, and its own.
#[must_use]
pub fn names(lines: &[Line], line: usize) -> Vec<&str> {
    let mut names = Vec::new();
    let mut next = Some(line);
    while let Some(at) = next {
        names.push(lines[at].name.value.as_str());
        next = parent(lines, at);
    }
    names.reverse();
    names
}

/// Names as a reference spells them: `["Xã A"]["Ngân sách tỉnh"]`.
#[must_use]
pub fn spelt(names: &[&str]) -> String {
    names.iter().flat_map(|name| ["[\"", *name, "\"]"]).collect()
}

/// The line that `path` names: its own name, before it those of lines around it, as many as are
/// needed. A whole path goes before a part of one. Where no line has the name, a code is looked for.
pub fn find(lines: &[Line], path: &[impl AsRef<str>]) -> Result<usize, PathError> {
    let Some(own) = path.last().map(AsRef::as_ref) else { return Err(PathError::Unknown) };
    let named = (0..lines.len()).filter(|line| lines[*line].name.value == own);
    let found = one_of(lines, named, path);
    if found == Err(PathError::Unknown) && path.len() == 1 {
        let has_code = |line: &Line| line.details.code.as_ref().is_some_and(|it| it.value == own);
        return one_of(lines, (0..lines.len()).filter(|line| has_code(&lines[*line])), path);
    }
    found
}

/// The one of `candidates`, which have the last name of `path`, that the names before it mean.
pub(crate) fn one_of(
    lines: &[Line],
    candidates: impl Iterator<Item = usize>,
    path: &[impl AsRef<str>],
) -> Result<usize, PathError> {
    let mut found: Vec<usize> = candidates.filter(|line| is_below(lines, *line, path)).collect();
    if found.len() > 1 {
        let whole: Vec<usize> =
            found.iter().copied().filter(|line| depth(lines, *line) == path.len()).collect();
        if whole.len() == 1 {
            found = whole;
        }
    }
    match found[..] {
        [] => Err(PathError::Unknown),
        [line] => Ok(line),
        [first, second, ..] => Err(PathError::Several(first, second)),
    }
}

/// Whether the lines around `line` have the names of `path` before the last.
fn is_below(lines: &[Line], line: usize, path: &[impl AsRef<str>]) -> bool {
    let mut at = line;
    path.iter().rev().skip(1).all(|name| match parent(lines, at) {
        Some(above) => {
            at = above;
            lines[above].name.value == name.as_ref()
        }
        None => false,
    })
}

/// The number of names in the whole path of `line`.
fn depth(lines: &[Line], line: usize) -> usize {
    let mut depth = 1;
    let mut at = line;
    while let Some(above) = parent(lines, at) {
        (depth, at) = (depth + 1, above);
    }
    depth
}

/// The shortest path that names `line`; the whole one where none names it alone.
#[must_use]
pub fn shortest(lines: &[Line], line: usize) -> Vec<&str> {
    let names = names(lines, line);
    let from = (0..names.len()).rev().find(|from| find(lines, &names[*from..]) == Ok(line));
    names[from.unwrap_or(0)..].to_vec()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::text::Text;
    use crate::span::{SourceId, Span};

    fn lines(names: &[(&str, usize)]) -> Vec<Line> {
        let line = |(name, level): &(&str, usize)| {
            let span = Span::new(SourceId(0), 0..0);
            Line::unit(Text::new(*name, span), *level, Vec::new())
        };
        names.iter().map(line).collect()
    }

    #[test]
    fn a_path_is_as_long_as_it_has_to_be() {
        let lines = lines(&[
            ("Xã A", 0),
            ("Ngân sách tỉnh", 1),
            ("Ngân sách xã", 1),
            ("Xã B", 0),
            ("Ngân sách tỉnh", 1),
            ("Xã A", 1),
        ]);
        assert_eq!(find(&lines, &["Ngân sách xã"]), Ok(2));
        assert_eq!(find(&lines, &["Ngân sách tỉnh"]), Err(PathError::Several(1, 4)));
        assert_eq!(find(&lines, &["Xã B", "Ngân sách tỉnh"]), Ok(4));
        assert_eq!(find(&lines, &["Xã A"]), Ok(0), "the whole path");
        assert_eq!(find(&lines, &["Xã B", "Ngân sách xã"]), Err(PathError::Unknown));
        assert_eq!(shortest(&lines, 1), ["Xã A", "Ngân sách tỉnh"]);
        assert_eq!(shortest(&lines, 2), ["Ngân sách xã"]);
        for line in 0..lines.len() {
            assert_eq!(find(&lines, &shortest(&lines, line)), Ok(line));
        }
    }
}
