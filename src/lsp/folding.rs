//! What of a file can be folded away: keys with what stands under them, parts of a text, comments.

use gen_lsp_types::{FoldingRange, FoldingRangeKind};

use super::scan::Scan;

/// The parts of the YAML file `text` that can be folded.
pub(super) fn folding(text: &str) -> Vec<FoldingRange> {
    let scan = Scan::new(text);
    let lines: Vec<&str> = text.lines().collect();
    let mut ranges = Vec::new();
    for entry in scan.entries.iter().filter(|entry| entry.end_line > entry.line) {
        let end = last_said(&lines, entry.line, entry.end_line);
        ranges.extend((end > entry.line).then(|| range(entry.line, end, None)));
    }
    ranges.extend(headings(&lines, &scan));
    ranges.extend(comments(&lines));
    ranges.sort_by_key(|range| (range.start_line, range.end_line));
    ranges.dedup_by_key(|range| (range.start_line, range.end_line));
    ranges
}

fn range(start: usize, end: usize, kind: Option<FoldingRangeKind>) -> FoldingRange {
    let line = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    FoldingRange { start_line: line(start), end_line: line(end), kind, ..FoldingRange::default() }
}

/// The last line from `start` to `end` that is not blank.
fn last_said(lines: &[&str], start: usize, end: usize) -> usize {
    let is_said = |line: &usize| lines.get(*line).is_some_and(|line| !line.trim().is_empty());
    (start..=end).rev().find(is_said).unwrap_or(start)
}

/// Each heading of a text with all to the next one of its level.
fn headings(lines: &[&str], scan: &Scan<'_>) -> Vec<FoldingRange> {
    let mut ranges = Vec::new();
    let mut open: Vec<(usize, usize)> = Vec::new();
    let mut scalar = None;
    for line in 0..=lines.len() {
        let now = scan.scalar_of(line).filter(|_| line < lines.len());
        let words = lines.get(line).map_or("", |line| line.trim_start());
        let level = words.bytes().take_while(|byte| *byte == b'#').count();
        let is_heading = now.is_some() && level > 0 && words[level..].starts_with(' ');
        let closed = if now == scalar { level } else { 1 };
        if is_heading || now != scalar {
            while let Some((start, _)) = open.pop_if(|(_, other)| *other >= closed) {
                let end = last_said(lines, start, line - 1);
                ranges.extend((end > start).then(|| range(start, end, None)));
            }
        }
        if is_heading {
            open.push((line, level));
        }
        scalar = now;
    }
    ranges
}

/// Several comments on lines that follow each other.
fn comments(lines: &[&str]) -> Vec<FoldingRange> {
    let mut ranges = Vec::new();
    let mut start = None;
    for line in 0..=lines.len() {
        let is_comment = lines.get(line).is_some_and(|line| line.starts_with('#'));
        match (start, is_comment) {
            (None, true) => start = Some(line),
            (Some(first), false) => {
                let is_several = line - first > 1;
                let comment = || range(first, line - 1, Some(FoldingRangeKind::Comment));
                ranges.extend(is_several.then(comment));
                start = None;
            }
            _ => {}
        }
    }
    ranges
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_headings_and_comments_fold() {
        let text = "\
# một
# hai
recipients:
  to:
    - A
  cc:
    - B

body: |
  # I. MỘT
  1. a

  ## 1. Hai
  b
  # II. BA
  c
";
        let found: Vec<(u32, u32)> =
            folding(text).iter().map(|it| (it.start_line, it.end_line)).collect();
        let wanted = [(0, 1), (2, 6), (3, 4), (5, 6), (8, 15), (9, 13), (12, 13), (14, 15)];
        assert_eq!(found, wanted);
    }
}
