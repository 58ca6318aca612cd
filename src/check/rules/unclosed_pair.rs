//! D554

use std::ops::Range;

use crate::check::prose::{Part, Prose};
use crate::check::rule::{RuleInput, RuleReport, rule};
use crate::diagnostic::Message;

rule! {
    /// A quotation mark or parenthesis without its partner, or with a space inside.
    ///
    /// ## Why
    /// The reader does not know where the name or the remark ends; a space inside lets a mark stand
    /// alone at the end of a line.
    ///
    /// Looked at: “ ” and ( ) within a paragraph; a quotation may run over paragraphs, and `a)`,
    /// `1)` are labels.
    ///
    /// ## Bad
    /// ```yaml
    /// body: Tổ chức “Ngày hội văn hóa tại các xã./.
    /// ```
    ///
    /// ## Good
    /// ```yaml
    /// body: Tổ chức “Ngày hội văn hóa” tại các xã./.
    /// ```
    ///
    /// ## Basis
    /// Quotation marks and parentheses come in pairs, close to what they hold.
    ///
    /// ## Là gì
    /// Dấu ngoặc kép hoặc ngoặc đơn mở mà không đóng, đóng mà không mở, hoặc có dấu cách bên trong.
    ///
    /// ## Vì sao
    /// Người đọc không biết tên gọi hay lời chú hết ở đâu; dấu cách bên trong làm dấu ngoặc đứng
    /// một mình ở cuối dòng.
    ///
    /// Xét “ ” và ( ) trong một đoạn; lời trích có thể kéo qua nhiều đoạn, `a)`, `1)` là ký hiệu
    /// điểm.
    ///
    /// ## Căn cứ
    /// Dấu ngoặc đi thành cặp, đặt sát phần bên trong.
    "D554" "unclosed-pair" Warning => check
}

fn check(input: &RuleInput<'_>, report: &mut RuleReport<'_>) {
    // A quotation that runs over paragraphs: where it was opened.
    let mut open: Option<(usize, &Prose, usize)> = None;
    for prose in input.prose {
        let has_quotes = prose.text.contains(['“', '”']);
        straight(prose, report);
        if !has_quotes && !prose.has(b'(') && !prose.has(b')') {
            continue;
        }
        parentheses(prose, report);
        spaces(prose, report);
        if has_quotes {
            quotes(prose, &mut open, report);
        }
    }
    if let Some((_, prose, at)) = open {
        alone(prose, at..at + '“'.len_utf8(), ("“", "”", "close"), report);
    }
}

/// An odd number of straight marks, unless they are inches or a quotation that runs on.
fn straight(prose: &Prose, report: &mut RuleReport<'_>) {
    if !prose.has(b'"') || prose.text.matches('"').count().is_multiple_of(2) {
        return;
    }
    let is_space = |sign: Option<char>| sign.is_none_or(|sign| " (\n".contains(sign));
    let mut open: Option<usize> = None;
    for (at, _) in prose.text.match_indices('"') {
        let (before, behind) = (&prose.text[..at], &prose.text[at + 1..]);
        let opens = is_space(before.chars().next_back());
        // `màn hình 24"` is none.
        if !opens && open.is_none() && before.ends_with(|sign: char| sign.is_ascii_digit()) {
            return;
        }
        match (opens, open) {
            (true, Some(first)) => {
                return alone(prose, first..first + 1, ("\"", "\"", "close"), report);
            }
            (true, None) => open = Some(at),
            (false, Some(_)) => open = None,
            (false, None)
                if is_space(behind.chars().next()) || behind.starts_with([',', '.', ';']) =>
            {
                return alone(prose, at..at + 1, ("\"", "\"", "open"), report);
            }
            (false, None) => return,
        }
    }
    if let Some(at) = open.filter(|at| !is_at_start(&prose.text[..*at])) {
        alone(prose, at..at + 1, ("\"", "\"", "close"), report);
    }
}

fn alone(
    prose: &Prose,
    range: Range<usize>,
    (mark, other, what): (&str, &str, &str),
    report: &mut RuleReport<'_>,
) {
    let message =
        Message::new("unclosed-pair").with("mark", mark).with("other", other).with("what", what);
    let end: String =
        prose.text[range.end..].chars().take_while(|it| *it != ' ').take(30).collect();
    let subject = format!("{}{end}", &prose.text[range.clone()]);
    report.emit(prose.span(range), message).subject = Some(subject);
}

fn parentheses(prose: &Prose, report: &mut RuleReport<'_>) {
    let mut open: Vec<usize> = Vec::new();
    for (at, mark) in prose.text.match_indices(['(', ')']) {
        if mark == "(" {
            open.push(at);
        } else if open.pop().is_none() && !is_label(&prose.text[..at]) {
            alone(prose, at..at + 1, (")", "(", "open"), report);
        }
    }
    // A heading or a header may be cut between lines of a table.
    for at in open.into_iter().take(MOST) {
        alone(prose, at..at + 1, ("(", ")", "close"), report);
    }
}

/// So many marks without a partner are told of in one paragraph.
const MOST: usize = 10;

/// No label has more bytes.
const LONGEST_LABEL: usize = 8;

/// Whether what stands before a `)` is the number or letter of a point: `a)`, `1)`, `iv)`.
fn is_label(before: &str) -> bool {
    let start = before
        .char_indices()
        .rev()
        .take(LONGEST_LABEL + 1)
        .find(|(_, sign)| " ,\n“".contains(*sign));
    let label = &before[start.map_or(0, |(at, sign)| at + sign.len_utf8())..];
    if label.len() > LONGEST_LABEL {
        return false;
    }
    let is_number = label.bytes().all(|byte| byte.is_ascii_digit());
    let is_roman = label.bytes().all(|byte| b"ivxIVX".contains(&byte));
    !label.is_empty()
        && (label.chars().count() <= 2 && label.chars().all(char::is_alphanumeric)
            || is_number && label.len() <= 3
            || is_roman)
}

fn quotes<'a>(
    prose: &'a Prose,
    open: &mut Option<(usize, &'a Prose, usize)>,
    report: &mut RuleReport<'_>,
) {
    let is_body = matches!(prose.part, Part::Heading | Part::Paragraph);
    let mut own: Option<usize> = None;
    for (at, mark) in prose.text.match_indices(['“', '”']) {
        if mark == "”" {
            let from_before = is_body && open.take_if(|(body, ..)| *body == prose.body).is_some();
            if own.take().is_none() && !from_before {
                alone(prose, at..at + mark.len(), ("”", "“", "open"), report);
            }
        } else {
            // A quotation within another is written with other marks: the first was not closed.
            if let Some(first) = own.replace(at) {
                alone(prose, first..first + mark.len(), ("“", "”", "close"), report);
            }
        }
    }
    if let Some(at) = own {
        let is_last = prose.text[at..].matches('“').count() == 1;
        // Each paragraph of a quotation may begin with its own mark.
        if is_body && is_last && is_at_start(&prose.text[..at]) {
            open.get_or_insert((prose.body, prose, at));
        } else {
            alone(prose, at..at + '“'.len_utf8(), ("“", "”", "close"), report);
        }
    }
}

/// Whether a quotation opened there can run over paragraphs: it begins its own, or stands behind
/// a colon.
fn is_at_start(before: &str) -> bool {
    let before = before.trim_end();
    before.is_empty() || before.ends_with(':')
}

fn spaces(prose: &Prose, report: &mut RuleReport<'_>) {
    for (at, mark) in prose.text.match_indices(['(', '“']) {
        let behind = &prose.text[at + mark.len()..];
        if behind.starts_with(' ') && !behind.trim_start().is_empty() {
            let word = behind.trim_start().split([' ', ')', '”']).next().unwrap_or_default();
            let end = at + mark.len() + (behind.len() - behind.trim_start().len()) + word.len();
            tell_space(prose, at..end, mark, &format!("{mark}{word}"), report);
        }
    }
    for (at, mark) in prose.text.match_indices([')', '”']) {
        let before = &prose.text[..at];
        let word = before.trim_end().rsplit([' ', '(', '“']).next().unwrap_or_default();
        // D510 tells of a space before `)`.
        if mark == "”" && before.ends_with(' ') && !word.is_empty() {
            let start = before.trim_end().len() - word.len();
            tell_space(prose, start..at + mark.len(), mark, &format!("{word}{mark}"), report);
        }
    }
}

fn tell_space(
    prose: &Prose,
    range: Range<usize>,
    mark: &str,
    right: &str,
    report: &mut RuleReport<'_>,
) {
    let message = Message::new("unclosed-pair-space").with("mark", mark).with("right", right);
    report.emit(prose.span(range), message).subject = Some(right.to_owned());
}
