//! Markers that CommonMark does not know: `Điều 1.`, `a)`, `1.1.`, and those of headings.

use super::body::Body;
use crate::model::blank;
use crate::model::block::{Inline, Marker, Rank};

/// The letters of điểm in their order (R52): without ă â ê ô ơ ư, with đ.
const LETTERS: &str = "abcdđeghiklmnopqrstuvxy";

/// The marker a line of text begins with: `Điều 1.`, `a)` or `1.1.`; khoản and dashes are
/// CommonMark's.
pub(super) fn of_line(text: &str) -> Option<&str> {
    if let Some((Rank::Article, label)) = named(text) {
        // `Điều 2: quy định tại …` is a sentence.
        let is_label = label.ends_with('.')
            || label.ends_with(':')
                && text[label.len()..].trim_start().starts_with(char::is_uppercase);
        if is_label {
            return Some(label);
        }
    }
    let word = first_word(text)?;
    (is_letter(word) || is_nested_number(word)).then_some(word)
}

/// The label of a named part at the start of `text`: `Chương I`, `Mục 1.`, `Điều 12.`
fn named(text: &str) -> Option<(Rank, &str)> {
    Rank::NAMED.iter().find_map(|(name, rank)| {
        let rest = text.strip_prefix(name)?.strip_prefix(' ')?;
        let number = rest.split(' ').next().unwrap_or_default();
        let digits = number.trim_end_matches(['.', ':']);
        let is_number = !digits.is_empty()
            && (digits.chars().all(|c| c.is_ascii_digit())
                || digits.chars().all(|c| "IVXLC".contains(c)));
        is_number.then(|| (*rank, &text[..name.len() + 1 + number.len()]))
    })
}

/// What a heading opens: what its label says, else what its `#` do.
pub(super) fn rank(level: u8, marker: Option<&Marker>) -> Rank {
    let named = marker.and_then(|marker| named(&marker.text));
    named.map_or(
        match level {
            1 => Rank::Roman,
            2 => Rank::Clause,
            _ => Rank::Point,
        },
        |(rank, _)| rank,
    )
}

/// The marker a heading begins with: `Chương I.`, `Điều 1.`, `I.`, `1.`, `1.1.` or `a)`.
pub(super) fn of_heading(text: &str) -> Option<&str> {
    if let Some((_, label)) = named(text) {
        return Some(label);
    }
    let word = first_word(text)?;
    let is_roman =
        word.strip_suffix('.').is_some_and(|digits| digits.chars().all(|c| "IVXLC".contains(c)));
    let is_number =
        word.strip_suffix('.').is_some_and(|digits| digits.chars().all(|c| c.is_ascii_digit()));
    (word.len() > 1 && (is_roman || is_number) || is_letter(word) || is_nested_number(word))
        .then_some(word)
}

/// The word before the first space, if something follows it.
fn first_word(text: &str) -> Option<&str> {
    text.split_once(' ').map(|(word, _)| word)
}

fn is_letter(word: &str) -> bool {
    word.strip_suffix(')')
        .is_some_and(|letter| letter.chars().count() == 1 && LETTERS.contains(letter))
}

fn is_nested_number(word: &str) -> bool {
    let digits = word.strip_suffix('.').unwrap_or(word);
    let parts: Vec<&str> = digits.split('.').collect();
    // `1.250 người` is a figure: a marker's later parts have no more than two digits.
    parts.len() > 1
        && parts.iter().all(|part| {
            (1..=2).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit())
        })
        && word.ends_with('.')
}

/// Takes the marker off the front of `content`, when `find` sees one there.
pub(super) fn split_off<R>(
    mut content: Vec<Inline<R>>,
    body: &Body<'_>,
    find: fn(&str) -> Option<&str>,
) -> (Option<Marker>, Vec<Inline<R>>) {
    // `**Điều 2.** …`: the label is printed bold whether it is typed so or not.
    if let Some(Inline::Strong(_)) = content.first() {
        return split_off_strong(content, body, find);
    }
    let Some(Inline::Text { text, span }) = content.first_mut() else { return (None, content) };
    let Some(word) = find(text).map(str::to_owned) else { return (None, content) };
    let rest = text[word.len()..].trim_start().to_owned();
    // A text that is not what stands in the file (an escape, a folded line) has no parts there.
    let marker_span = body.part(text, *span, 0..word.len()).unwrap_or(*span);
    if let Some(behind) = body.part(text, *span, text.len() - rest.len()..text.len()) {
        *span = behind;
    }
    if rest.is_empty() {
        content.remove(0);
    } else {
        *text = rest;
    }
    (Some(Marker { text: word, span: marker_span }), content)
}

/// Takes the label of a điều off the front of bold words.
fn split_off_strong<R>(
    mut content: Vec<Inline<R>>,
    body: &Body<'_>,
    find: fn(&str) -> Option<&str>,
) -> (Option<Marker>, Vec<Inline<R>>) {
    let Some(Inline::Strong(inner)) = content.first_mut() else { return (None, content) };
    let is_label = matches!(inner.first(), Some(Inline::Text { text, .. })
        if find(text).is_some_and(|label| label.starts_with("Điều ")));
    if !is_label {
        return (None, content);
    }
    let (marker, rest) = split_off(std::mem::take(inner), body, find);
    *inner = rest;
    if inner.is_empty() {
        content.remove(0);
        if let Some(Inline::Text { text, .. }) = content.first_mut() {
            *text = text.trim_start().to_owned();
        }
    }
    (marker, content)
}

/// Cuts the content at each line that begins with a marker or a box, and behind each line that ends
/// in a leader; other line ends become spaces.
pub(super) fn split_lines<R>(content: Vec<Inline<R>>) -> Vec<Vec<Inline<R>>> {
    let mut lines: Vec<Vec<Inline<R>>> = Vec::new();
    let mut line: Vec<Inline<R>> = Vec::new();
    let mut content = content.into_iter().peekable();
    while let Some(inline) = content.next() {
        let is_end = matches!(&inline, Inline::Text { text, .. } if text == "\n");
        match LineEnd::between(line.last(), content.peek()) {
            LineEnd::Paragraph if is_end => lines.push(std::mem::take(&mut line)),
            LineEnd::Line if is_end => line.push(Inline::Break),
            _ => line.push(soft_break_to_space(inline)),
        }
    }
    lines.push(line);
    lines
}

/// What the end of a line within a paragraph is.
enum LineEnd {
    /// A space.
    Space,
    /// The end of a line.
    Line,
    /// The end of a paragraph.
    Paragraph,
}

impl LineEnd {
    fn between<R>(last: Option<&Inline<R>>, next: Option<&Inline<R>>) -> Self {
        let next = match next {
            Some(Inline::Text { text, .. }) => text.as_str(),
            _ => "",
        };
        let ends_in_leader = matches!(last,
            Some(Inline::Text { text, .. }) if blank::ends_in_leader(text));
        // Further lines of dots go on with the blank before them.
        if ends_in_leader && blank::is_leader(next) {
            return Self::Line;
        }
        if ends_in_leader || of_line(next).is_some() || blank::begins_with_box(next) {
            return Self::Paragraph;
        }
        Self::Space
    }
}

fn soft_break_to_space<R>(inline: Inline<R>) -> Inline<R> {
    let all = |inner: Vec<Inline<R>>| inner.into_iter().map(soft_break_to_space).collect();
    match inline {
        Inline::Text { text, span } if text == "\n" => Inline::Text { text: " ".to_owned(), span },
        Inline::Strong(inner) => Inline::Strong(all(inner)),
        Inline::Emphasis(inner) => Inline::Emphasis(all(inner)),
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_and_nested_numbers_are_markers() {
        assert_eq!(of_line("đ) Bố trí"), Some("đ)"));
        assert_eq!(of_line("1.1. Mục tiêu"), Some("1.1."));
    }

    #[test]
    fn named_parts_are_markers_of_headings_and_dieu_also_of_lines() {
        assert_eq!(of_heading("Chương II. Quy định"), Some("Chương II."));
        assert_eq!(of_heading("Tiểu mục 3: Thẻ"), Some("Tiểu mục 3:"));
        assert_eq!(of_heading("Phần I"), Some("Phần I"));
        assert_eq!(of_heading("Mục đích"), None);
        assert_eq!(of_heading("Điều kiện 1"), None);
        assert_eq!(of_line("Điều 2. Chánh Văn phòng"), Some("Điều 2."));
        assert_eq!(of_line("Điều 2: Chánh Văn phòng"), Some("Điều 2:"));
        assert_eq!(of_line("Điều 2: quy định tại Quy chế"), None);
        assert_eq!(of_line("Điều 2 của Quy chế"), None);
        assert_eq!(of_line("Chương I. Chung"), None);
    }

    #[test]
    fn figures_and_words_are_not_markers() {
        for text in ["1.250 người", "1.250. Sau đó", "w) x", "ă) x", "a)", "2.5 lần", "xa) b"]
        {
            assert_eq!(of_line(text), None, "{text}");
        }
    }

    #[test]
    fn headings_take_roman_numerals_numbers_and_letters() {
        assert_eq!(of_heading("IV. TỔ CHỨC"), Some("IV."));
        assert_eq!(of_heading("2. Yêu cầu"), Some("2."));
        assert_eq!(of_heading("a) Về chỉ tiêu"), Some("a)"));
        assert_eq!(of_heading("Mục đích chung"), None);
        assert_eq!(of_heading(". x"), None);
    }
}
