//! The lines of a YAML text, and which of them are inside a block scalar (`body: |`).

/// A line.
#[derive(Debug, Clone, Copy)]
pub(super) struct Line<'t> {
    /// Its first byte.
    pub(super) start: usize,
    /// Without its end.
    pub(super) text: &'t str,
    /// How many spaces a line of this block scalar begins with at least; nothing outside of one.
    pub(super) block: Option<usize>,
}

impl<'t> Line<'t> {
    /// White space of any kind in front.
    pub(super) fn margin(&self) -> &'t str {
        &self.text[..self.text.len() - self.text.trim_start().len()]
    }

    /// Whether it says nothing: blank, or a comment.
    pub(super) fn is_silent(&self) -> bool {
        let words = self.text.trim();
        words.is_empty() || (self.block.is_none() && words.starts_with('#'))
    }
}

/// All lines of `text`.
pub(super) fn lines(text: &str) -> Vec<Line<'_>> {
    let mut lines: Vec<Line<'_>> = Vec::new();
    let mut start = 0;
    // How far in the key of the block scalar stands, and how far its first line.
    let mut block: Option<(usize, Option<usize>)> = None;
    for whole in text.split_inclusive('\n') {
        let line = whole.trim_end_matches(['\n', '\r']);
        let words = line.trim();
        let margin = line.chars().take_while(|sign| sign.is_whitespace()).count();
        let spaces = line.len() - line.trim_start_matches(' ').len();
        if let Some((key, first)) = &mut block {
            if !words.is_empty() && margin <= *key {
                block = None;
            } else if !words.is_empty() && first.is_none() {
                *first = Some(if spaces > *key { spaces } else { *key + 2 });
            }
        }
        let least = block.map(|(key, first)| first.unwrap_or(key + 1));
        lines.push(Line { start, text: line, block: least });
        if block.is_none() && opens_block(words) {
            block = Some((margin, None));
        }
        start += whole.len();
    }
    lines
}

/// Whether the value of a line begins on the next one, after `|` or `>`.
fn opens_block(words: &str) -> bool {
    if words.starts_with('#') {
        return false;
    }
    let words = words.split(" #").next().unwrap_or_default().trim_end();
    let words = words.trim_end_matches(['+', '-', '1', '2', '3', '4', '5', '6', '7', '8', '9']);
    let Some(before) = words.strip_suffix(['|', '>']) else { return false };
    before.trim_end().ends_with([':', '-']) && before.ends_with(' ')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_a_block_scalar_are_told_from_others() {
        let text = "a: 1\nbody: |  # x\n\n  Một.\n\n    Hai: |\nb: >-\n  x\nc: a | b\nd: 2\n";
        let found: Vec<_> = lines(text).iter().map(|line| line.block).collect();
        let two = Some(2);
        assert_eq!(found, [None, None, Some(1), two, two, two, None, two, None, None]);
    }
}
