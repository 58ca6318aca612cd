//! Values that YAML ends before their author did.

use std::ops::Range;

use super::lines::{Line, lines};
use crate::codes;
use crate::diagnostic::{Diagnostic, Edit, Message};
use crate::scalar;
use crate::span::{SourceId, Span};

/// Values that ` #` cuts off: what follows is a comment to YAML. A comment has a space behind its
/// `#`.
pub(super) fn cut_by_hash(text: &str, source: SourceId) -> Vec<Diagnostic> {
    if !text.contains(" #") {
        return Vec::new();
    }
    let all = lines(text);
    let cut = all.iter().filter_map(|line| {
        let words = line.block.is_none() && !line.is_silent();
        hash(line.text).filter(|_| words).map(|found| (line, found))
    });
    cut.map(|(line, Hash { at, value })| {
        let span = |range: Range<usize>| {
            Span::new(source, line.start + range.start..line.start + range.end)
        };
        let written = scalar::quoted(&line.text[value.clone()]);
        let rest = line.text[at..].trim_end();
        let message = Message::new("yaml-hash").with("rest", rest);
        let help = Message::new("yaml-hash-help").with("line", &written);
        Diagnostic::new(&codes::CUT_VALUE, message)
            .at(span(at..at + rest.len()))
            .help(help)
            .edit(Edit::guess(span(value), written))
    })
    .collect()
}

/// A `#` that cuts a value, and the value with what it cuts off.
struct Hash {
    at: usize,
    value: Range<usize>,
}

fn hash(line: &str) -> Option<Hash> {
    let mut depth = 0_usize;
    let mut quote = None;
    let mut begin = start_of_value(line);
    let mut before = ' ';
    for (at, sign) in line.char_indices().skip_while(|(at, _)| *at < start_of_value(line)) {
        match (quote, sign) {
            (Some(open), _) if open == sign => quote = None,
            (None, '"' | '\'') if " [{,".contains(before) => quote = Some(sign),
            (None, '[' | '{') => (depth, begin) = (depth + 1, at + 1),
            (None, ']' | '}') => depth = depth.saturating_sub(1),
            (None, ',') if depth > 0 => begin = at + 1,
            (None, ' ') if depth > 0 && before == ':' => begin = at + 1,
            (None, '#') if before == ' ' => return cut_at(line, at, begin, depth),
            _ => {}
        }
        before = sign;
    }
    None
}

/// Whether the `#` at `at` cuts the value that begins at `begin`, `depth` brackets deep.
fn cut_at(line: &str, at: usize, begin: usize, depth: usize) -> Option<Hash> {
    let begin = begin + line[begin..].len() - line[begin..].trim_start().len();
    let said = line.get(begin..at)?.trim_end();
    let is_plain =
        said.starts_with(char::is_alphanumeric) && !said.ends_with(['"', '\'', ']', '}']);
    let next = line[at + 1..].chars().next()?;
    let rest = &line[at..];
    let end = if depth > 0 {
        // Behind an open bracket a comment cuts the bracket off, too.
        at + rest.find([',', ']', '}'])?
    } else {
        line.trim_end().len()
    };
    let is_cut = is_plain && (depth > 0 || next.is_alphanumeric());
    let end = begin + line[begin..end].trim_end().len();
    is_cut.then_some(Hash { at, value: begin..end })
}

/// Where the value of a line begins: behind `key: `, behind `- `.
fn start_of_value(line: &str) -> usize {
    let margin = line.len() - line.trim_start().len();
    let words = &line[margin..];
    let dashes = words.len() - words.trim_start_matches("- ").len();
    let words = &words[dashes..];
    let key = words.find(": ").filter(|at| !words[..*at].contains(['"', '\'', '[', '{', '#']));
    margin + dashes + key.map_or(0, |at| at + 2)
}

/// The value of the line that byte `at` is on: all of it, without a comment.
pub(in crate::load) fn whole_value(text: &str, at: usize) -> Option<Range<usize>> {
    let start = text[..at].rfind('\n').map_or(0, |it| it + 1);
    let line = text[start..].lines().next().unwrap_or_default();
    let begin = start_of_value(line);
    let value = line[begin..].split(" # ").next().unwrap_or_default();
    let lead = value.len() - value.trim_start().len();
    let value = value.trim();
    (!value.is_empty()).then(|| start + begin + lead..start + begin + lead + value.len())
}

/// Puts the whole value of the line at `at` in quotes. Safe unless it may hold a second key.
pub(in crate::load) fn quote_value(text: &str, source: SourceId, at: usize) -> Option<Edit> {
    let range = whole_value(text, at)?;
    let value = &text[range.clone()];
    if value.starts_with(['[', '{', '|', '>', '&', '*', '!']) || value.contains('\t') {
        return None;
    }
    // `place: An Lạc date: 2026-03-18`: two keys on one line.
    let has_key = value.match_indices(": ").map(|(at, _)| &value[..at]).any(|before| {
        let word = before.rsplit(' ').next().unwrap_or_default();
        !word.is_empty() && word.bytes().all(|it| it.is_ascii_lowercase() || it == b'_')
    });
    let span = Span::new(source, range);
    let replacement = scalar::quoted(value);
    Some(Edit::new(span, replacement, !has_key))
}

/// How far above the place where the parser gave up the mistake may be.
const FARTHEST: usize = 40;

/// A value that begins with a quote, with words behind the closing one.
pub(super) fn text_behind_quote(text: &str, source: SourceId, at: usize) -> Option<Diagnostic> {
    let all = lines(text);
    let last = all.partition_point(|line| line.start <= at);
    let (line, close) = all[..last]
        .iter()
        .rev()
        .take(FARTHEST)
        .find_map(|line| Some((line, behind_quote(text, line)?)))?;
    let value = whole_value(text, line.start)?;
    let rest = text[line.start + close..value.end].trim_start();
    let start = value.end - rest.len();
    let written = scalar::quoted(&text[value.clone()]);
    let message = Message::new("yaml-behind-quote").with("rest", rest);
    let help = Message::new("yaml-behind-quote-help").with("line", &written);
    Some(
        Diagnostic::new(&codes::YAML_SYNTAX, message)
            .at(Span::new(source, start..value.end))
            .help(help)
            .edit(Edit::safe(Span::new(source, value), written)),
    )
}

/// Where the closing quote of such a value ends in the line.
fn behind_quote(text: &str, line: &Line<'_>) -> Option<usize> {
    let value = whole_value(text, line.start).filter(|_| line.block.is_none())?;
    let value = value.start - line.start..value.end - line.start;
    let written = &line.text[value.clone()];
    let quote = written.chars().next().filter(|sign| "\"'".contains(*sign))?;
    let close = 1 + written[1..].find(quote)? + 1;
    let rest = written[close..].trim_start();
    let is_text = !rest.is_empty() && !rest.starts_with(['#', ':', ',', quote]);
    // `''` within quotes is one of them.
    let is_doubled = written[close..].starts_with(quote) || written[..close - 1].ends_with('\\');
    (is_text && !is_doubled).then_some(value.start + close)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Sources;

    fn cuts(text: &str) -> Vec<String> {
        let source = Sources::default().add("a", text);
        let found = cut_by_hash(text, source);
        found.iter().map(|finding| finding.edits[0].replacement.clone()).collect()
    }

    #[test]
    fn a_value_that_is_cut_is_found_with_what_was_cut_off() {
        for (text, value) in [
            ("to: [Tổ dân phố #1]", "\"Tổ dân phố #1\""),
            ("to: [Tổ 1, Tổ dân phố #2, Tổ 3]", "\"Tổ dân phố #2\""),
            ("subject: Kế hoạch #12 năm 2026", "\"Kế hoạch #12 năm 2026\""),
            ("  - Nhóm #3", "\"Nhóm #3\""),
            ("issuer: {name: Đội #5, parent: x}", "\"Đội #5\""),
            ("subject: phong trào #ToiYeuVietNam", "\"phong trào #ToiYeuVietNam\""),
        ] {
            assert_eq!(cuts(text), [value], "{text}");
        }
    }

    #[test]
    fn comments_are_no_cuts() {
        for text in [
            "date: 2026-03-05   # ngày ký",
            "# một dòng",
            "  #hai dòng",
            "to: [a, b] #1",
            "to: [a, b] # hết",
            "subject: \"Tổ #1\"",
            "subject: 'Tổ #1' #2",
            "body: |\n  Tổ #1\n  và Tổ #2\nplace: x",
            "subject: C#, F#1",
            "to: #1\n  - x",
            "columns:\n  - {id: a} #1",
            "subject: a#1",
            "number: # chưa có",
        ] {
            assert_eq!(cuts(text), Vec::<String>::new(), "{text}");
        }
    }
}
