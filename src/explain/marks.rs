//! On which pages a figure is printed.
//!
//! Text is rendered once more with other digits at one place: where the two texts differ, there
//! the figure stands. Behind it goes a mark of signs that have no width and do not change where
//! lines end, so that the layout stays as it is; the pages are then searched for the marks.

use std::collections::BTreeSet;
use std::ops::Range;

use super::{CellId, Print};
use crate::compute::Value;
use crate::model::block::{Block, Inline};
use crate::model::reference::{Figure, FigureRow, Reference, To};
use crate::pipeline::Examined;
use crate::render;

/// Variation selectors: the digits of a mark, and what it begins and ends with.
const DIGITS: [char; 8] = [
    '\u{fe00}', '\u{fe01}', '\u{fe02}', '\u{fe03}', '\u{fe04}', '\u{fe05}', '\u{fe06}', '\u{fe07}',
];
const BEGIN: char = '\u{fe08}';
const END: char = '\u{fe09}';

/// `text`, the Typst text of `examined`, with a mark behind each of `prints`; `render` makes such
/// a text.
#[must_use]
pub fn marked(
    examined: &Examined,
    prints: &[(CellId, &Print)],
    text: &str,
    render: &mut dyn FnMut(&Examined) -> Option<String>,
) -> String {
    let mut marks: Vec<(usize, String)> = Vec::new();
    for (index, (spot, print)) in prints.iter().enumerate() {
        let Some(other) = render(&altered(examined, *spot, print)) else { continue };
        marks.extend(ends_of_differences(text, &other).into_iter().map(|end| (end, mark(index))));
    }
    marks.sort();
    let mut all = String::with_capacity(text.len() + marks.len() * 12);
    let mut from = 0;
    for (at, mark) in marks {
        all.push_str(&text[from..at]);
        all.push_str(&mark);
        from = at;
    }
    all + &text[from..]
}

/// Of each of `count` prints, the pages (from 1) that show its mark.
#[must_use]
pub fn seen_on(pages: &[String], count: usize) -> Vec<BTreeSet<usize>> {
    let marks: Vec<String> = (0..count).map(mark).collect();
    let seen = |mark: &String| {
        let on = pages.iter().enumerate().filter(|(_, page)| page.contains(mark.as_str()));
        on.map(|(index, _)| index + 1).collect()
    };
    marks.iter().map(seen).collect()
}

fn mark(index: usize) -> String {
    let digits = format!("{index:o}");
    let sign = |digit: char| digit.to_digit(8).map(|digit| DIGITS[digit as usize]);
    [BEGIN].into_iter().chain(digits.chars().filter_map(sign)).chain([END]).collect()
}

/// `examined` with other digits in one print of `spot`.
fn altered(examined: &Examined, spot: CellId, print: &Print) -> Examined {
    let mut altered = examined.clone();
    match print {
        Print::Sentence(sentence) => replace_all(&mut altered, examined, &|reference, words| {
            (reference.span == sentence.span).then(|| other(&words))
        }),
        Print::Table { .. } => {
            let row = match spot.line {
                Some(line) => FigureRow::Line(line),
                None => FigureRow::Total,
            };
            let place = (spot.target, row, spot.column);
            // The text is to stay as it is.
            replace_all(&mut altered, examined, &|reference, words| match reference.to {
                To::Figure(Figure { target, row, column, .. })
                    if (target, row, column) == place =>
                {
                    Some(words)
                }
                _ => None,
            });
            let kind = examined.directive.targets[spot.target].columns[spot.column].kind;
            let printed = render::printed(&spot.cell(&examined.tables).value, kind);
            let table = &mut altered.tables[spot.target];
            let cells = match spot.line {
                Some(line) => &mut table.lines[line],
                None => &mut table.total,
            };
            cells[spot.column].value = Value::Text(other(&printed));
        }
        Print::Working { .. } => {
            let workings = &mut altered.tables[spot.target].workings;
            let shares = workings.iter_mut().filter(|working| working.column == spot.column);
            for share in shares.flat_map(|working| &mut working.shares) {
                if Some(share.line) == spot.line {
                    share.result = &share.result + &crate::model::amount::Amount::from(1);
                }
            }
        }
    }
    altered
}

type NewWords<'a> = &'a dyn Fn(&Reference, String) -> Option<String>;

/// Puts words in the place of figures in all bodies, where `new` gives some.
fn replace_all(altered: &mut Examined, examined: &Examined, new: NewWords<'_>) {
    let directive = &mut altered.directive;
    let enacted = directive.enacts.iter_mut().map(|enacted| &mut enacted.body);
    for block in std::iter::once(&mut directive.body).chain(enacted).flatten() {
        in_block(block, examined, new);
    }
}

fn in_block(block: &mut Block<Reference>, examined: &Examined, new: NewWords<'_>) {
    match block {
        Block::Heading { content, .. } | Block::Paragraph(content) => {
            in_line(content, examined, new);
        }
        Block::Item { blocks, .. } => {
            blocks.iter_mut().for_each(|block| in_block(block, examined, new));
        }
    }
}

fn in_line(content: &mut [Inline<Reference>], examined: &Examined, new: NewWords<'_>) {
    for inline in content {
        match inline {
            Inline::Strong(inner) | Inline::Emphasis(inner) => in_line(inner, examined, new),
            Inline::Reference(reference) => {
                let To::Figure(figure) = reference.to else { continue };
                let words = render::figure(figure, &examined.directive, &examined.tables);
                if let Some(text) = new(reference, words) {
                    *inline = Inline::Text { text, span: reference.span };
                }
            }
            Inline::Text { .. } | Inline::Break => {}
        }
    }
}

/// As many signs of the same kind: another digit for each digit, another letter for each letter
/// of ASCII.
fn other(words: &str) -> String {
    let other = |sign: char| match sign {
        '9' => '8',
        'z' => 'y',
        'Z' => 'Y',
        '0'..='8' | 'a'..='y' | 'A'..='Y' => char::from(sign as u8 + 1),
        sign => sign,
    };
    words.chars().map(other).collect()
}

/// The places of `text` behind which a string is the same again as that of `other`. Lines with
/// more or fewer strings than before are passed over: they are what widths are made from.
fn ends_of_differences(text: &str, other: &str) -> Vec<usize> {
    let mut start = 0;
    let mut ends = Vec::new();
    for (line, other) in text.split_inclusive('\n').zip(other.split_inclusive('\n')) {
        let (mine, others) = (strings(line), strings(other));
        if line != other && mine.len() == others.len() {
            for (mine, others) in mine.into_iter().zip(others) {
                let within = ends_in_string(&line[mine.clone()], &other[others]);
                ends.extend(within.map(|end| start + mine.start + end));
            }
        }
        start += line.len();
    }
    ends
}

/// What is between quotes.
fn strings(line: &str) -> Vec<Range<usize>> {
    let mut strings = Vec::new();
    let (mut open, mut is_escaped) = (None, false);
    for (at, sign) in line.char_indices() {
        match (sign, open) {
            _ if is_escaped => is_escaped = false,
            ('\\', _) => is_escaped = true,
            ('"', None) => open = Some(at + 1),
            ('"', Some(start)) => {
                strings.push(start..at);
                open = None;
            }
            _ => {}
        }
    }
    strings
}

/// Where the differences between two strings end; none in what is the same.
fn ends_in_string(text: &str, other: &str) -> impl Iterator<Item = usize> {
    let (a, b) = (text.as_bytes(), other.as_bytes());
    let mut ends: Vec<usize> = Vec::new();
    if a.len() == b.len() {
        for at in (0..a.len()).filter(|at| a[*at] != b[*at]) {
            match ends.last_mut() {
                // A sign between two digits belongs to the figure.
                Some(end) if at - *end <= 1 => *end = at + 1,
                _ => ends.push(at + 1),
            }
        }
    } else {
        let same = a.iter().zip(b).take_while(|(a, b)| a == b).count();
        let most = a.len().min(b.len()) - same;
        let behind = a.iter().rev().zip(b.iter().rev()).take(most);
        ends.push(a.len() - behind.take_while(|(a, b)| a == b).count());
    }
    ends.retain(|end| text.is_char_boundary(*end));
    ends.into_iter()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_stands_behind_each_difference() {
        assert_eq!(other("18.905 zZ"), "29.816 yY");
        let ends = ends_of_differences("#\"a 18.905 b 7\"", "#\"a 29.816 b 8\"");
        assert_eq!(ends, [10, 14]);
        assert_eq!(ends_of_differences("\"a 99 b\"", "\"a 100 b\""), [5]);
        assert!(ends_of_differences("\"a\"", "\"a\"").is_empty());
    }

    #[test]
    fn no_mark_stands_outside_of_strings_or_where_strings_come_and_go() {
        let ends = ends_of_differences(
            "(\"4.500\", 1)\n(\"4.500\",)\n(\"\\\"5\",)\n",
            "(\"5.611\", 2)\n(\"4.500\", \"5.611\")\n(\"\\\"6\",)\n",
        );
        assert_eq!(ends, [7, 29]);
    }

    #[test]
    fn each_print_has_a_mark_of_its_own() {
        let pages = [format!("1{}", mark(1)), format!("2{} 3{}", mark(9), mark(1))];
        let seen = seen_on(&pages, 10);
        assert_eq!(seen[1], [1, 2].into());
        assert_eq!(seen[9], [2].into());
        assert!(seen[0].is_empty());
    }
}
