//! Texts compared by words.

use schemars::JsonSchema;
use serde::Serialize;
use similar::{Algorithm, DiffTag, capture_diff_slices};

use super::change::Weight;

/// A run of words of two texts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Piece {
    /// In which of the two it stands.
    #[serde(rename = "in")]
    pub side: DiffSide,
    /// The words.
    pub text: String,
}

/// In which of two texts words stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum DiffSide {
    /// In both.
    Both,
    /// In the former one.
    Before,
    /// In the present one.
    After,
}

/// Words of context beside a change.
const CONTEXT: usize = 8;

/// Stands for what is left out.
const LEFT_OUT: &str = "…";

/// A text as words, single marks and single spaces. A figure, a day or a symbol is one word.
pub(super) fn tokens(text: &str) -> Vec<&str> {
    let mut tokens = Vec::new();
    let mut start = 0;
    let mut signs = text.char_indices().peekable();
    while let Some((at, sign)) = signs.next() {
        let next = signs.peek().copied();
        let end = next.map_or(text.len(), |(next, _)| next);
        let joins = |sign: char| sign.is_alphanumeric() || ('\u{300}'..='\u{36f}').contains(&sign);
        let is_joint = matches!(sign, '.' | ',' | '/' | '-' | '_')
            && at > start
            && next.is_some_and(|(_, next)| next.is_alphanumeric());
        // The sign of a figure is part of it: `-1.488` to `-1.326` is no change of `1.488`.
        let is_minus = matches!(sign, '-' | '−')
            && (at == 0 || text[..at].ends_with([' ', '\u{a0}', '(']))
            && next.is_some_and(|(_, next)| next.is_ascii_digit());
        let goes_on = joins(sign) || is_joint || is_minus;
        if !goes_on && at > start {
            tokens.push(&text[start..at]);
            start = at;
        }
        let is_last = next
            .is_none_or(|(_, next)| !joins(next) && !matches!(next, '.' | ',' | '/' | '-' | '_'));
        if !goes_on || is_last {
            tokens.push(&text[start..end]);
            start = end;
        }
    }
    tokens
}

/// Both texts in one, word by word.
pub(super) fn compared(before: &str, after: &str) -> Vec<Piece> {
    let (old, new) = (tokens(before), tokens(after));
    let mut pieces: Vec<Piece> = Vec::new();
    for op in capture_diff_slices(Algorithm::Myers, &old, &new) {
        let (tag, from, to) = op.as_tag_tuple();
        if tag == DiffTag::Equal {
            push(&mut pieces, DiffSide::Both, &old[from].concat());
            continue;
        }
        push(&mut pieces, DiffSide::Before, &old[from].concat());
        push(&mut pieces, DiffSide::After, &new[to].concat());
    }
    joined(pieces)
}

fn push(pieces: &mut Vec<Piece>, side: DiffSide, text: &str) {
    match pieces.last_mut() {
        _ if text.is_empty() => {}
        Some(last) if last.side == side => last.text.push_str(text),
        _ => pieces.push(Piece { side, text: text.to_owned() }),
    }
}

/// Changes with nothing but a space or a mark between them become one: a phrase is read, not its
/// words one by one.
fn joined(pieces: Vec<Piece>) -> Vec<Piece> {
    let mut joined: Vec<Piece> = Vec::new();
    let (mut old, mut new) = (String::new(), String::new());
    let count = pieces.len();
    for (index, piece) in pieces.into_iter().enumerate() {
        match piece.side {
            DiffSide::Before => old.push_str(&piece.text),
            DiffSide::After => new.push_str(&piece.text),
            DiffSide::Both => {
                let is_between = !(old.is_empty() && new.is_empty()) && index + 1 < count;
                if is_between
                    && !piece.text.chars().any(char::is_alphanumeric)
                    && piece.text.len() < 3
                {
                    old.push_str(&piece.text);
                    new.push_str(&piece.text);
                } else {
                    push(&mut joined, DiffSide::Before, &std::mem::take(&mut old));
                    push(&mut joined, DiffSide::After, &std::mem::take(&mut new));
                    push(&mut joined, DiffSide::Both, &piece.text);
                }
            }
        }
    }
    push(&mut joined, DiffSide::Before, &old);
    push(&mut joined, DiffSide::After, &new);
    joined
}

/// The pieces with long stretches that are in both cut down to some words beside each change.
pub(super) fn excerpt(pieces: Vec<Piece>) -> Vec<Piece> {
    let last = pieces.len().saturating_sub(1);
    let cut = |(index, piece): (usize, Piece)| {
        if piece.side != DiffSide::Both {
            return piece;
        }
        let words: Vec<&str> = piece.text.split_inclusive(' ').collect();
        let head = if index == 0 { 0 } else { CONTEXT };
        let tail = if index == last { 0 } else { CONTEXT };
        if words.len() <= head + tail + 2 {
            return piece;
        }
        let head = words[..head].concat();
        let tail = words[words.len() - tail..].concat();
        let text = match (head.is_empty(), tail.is_empty()) {
            (true, _) => format!("{LEFT_OUT} {tail}"),
            (_, true) => format!("{head}{LEFT_OUT}"),
            _ => format!("{head}{LEFT_OUT} {tail}"),
        };
        Piece { text, ..piece }
    };
    pieces.into_iter().enumerate().map(cut).collect()
}

/// What a change of words weighs: with a figure in it more than without, and marks alone least.
pub(super) fn weight(pieces: &[Piece]) -> Weight {
    let text = |side: DiffSide| -> String {
        pieces.iter().filter(|piece| piece.side == side).map(|piece| piece.text.as_str()).collect()
    };
    let letters = |side: DiffSide| -> String {
        let text = text(side);
        text.chars().filter(|sign| sign.is_alphanumeric()).flat_map(char::to_lowercase).collect()
    };
    let (before, after) = (letters(DiffSide::Before), letters(DiffSide::After));
    // A mark within a figure makes it another figure.
    let has_figure = [DiffSide::Before, DiffSide::After]
        .iter()
        .any(|side| text(*side).contains(|sign: char| sign.is_ascii_digit()));
    match (before == after, has_figure) {
        (_, true) => Weight::Header,
        (true, false) => Weight::Marks,
        (false, false) => Weight::Text,
    }
}

/// How much of two texts agrees: twice the common words, and all words of both.
pub(super) fn likeness(before: &str, after: &str) -> (usize, usize) {
    let words = |text| -> Vec<&str> {
        tokens(text).into_iter().filter(|token| token.chars().any(char::is_alphanumeric)).collect()
    };
    let (old, new): (Vec<&str>, Vec<&str>) = (words(before), words(after));
    let same: usize = capture_diff_slices(Algorithm::Myers, &old, &new)
        .iter()
        .filter(|op| op.tag() == DiffTag::Equal)
        .map(|op| op.old_range().len())
        .sum();
    (2 * same, old.len() + new.len())
}

/// Whether two texts are one that was changed: at least half of their words agree.
pub(super) fn is_alike(before: &str, after: &str) -> bool {
    let (same, all) = likeness(before, after);
    all > 0 && 2 * same >= all
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn shown(before: &str, after: &str) -> String {
        compared(before, after)
            .iter()
            .map(|piece| match piece.side {
                DiffSide::Both => piece.text.clone(),
                DiffSide::Before => format!("[-{}-]", piece.text),
                DiffSide::After => format!("{{+{}+}}", piece.text),
            })
            .collect()
    }

    #[test]
    fn a_figure_a_day_and_a_symbol_are_one_word() {
        assert_eq!(tokens("tăng 18.304 người."), ["tăng", " ", "18.304", " ", "người", "."]);
        assert_eq!(tokens("là -1.488 (-5)"), ["là", " ", "-1.488", " ", "(", "-5", ")"]);
        assert_eq!(
            tokens("2021 - 2025, - 5"),
            ["2021", " ", "-", " ", "2025", ",", " ", "-", " ", "5"]
        );
        assert_eq!(
            tokens("số 125/NĐ-CP, ngày 08/10/2018"),
            ["số", " ", "125/NĐ-CP", ",", " ", "ngày", " ", "08/10/2018"]
        );
    }

    #[test]
    fn a_changed_phrase_is_one_change() {
        assert_eq!(
            shown("giao các xã rà soát hộ nghèo", "giao các phường kiểm tra hộ nghèo"),
            "giao các [-xã rà soát-]{+phường kiểm tra+} hộ nghèo"
        );
    }

    #[test]
    fn marks_weigh_less_than_words_and_words_less_than_figures() {
        for (before, after, expected) in [
            ("a, b", "a; b", Weight::Marks),
            ("Xã a", "xã a", Weight::Marks),
            ("xã a", "phường a", Weight::Text),
            ("năm 2024", "năm 2025", Weight::Header),
            ("đạt 1,5", "đạt 15", Weight::Header),
        ] {
            assert_eq!(weight(&compared(before, after)), expected, "{before} {after}");
        }
    }

    #[test]
    fn what_lies_far_from_a_change_is_left_out() {
        let long = "một hai ba bốn năm sáu bảy tám chín mười ".repeat(3);
        let pieces = excerpt(compared(&format!("{long}cũ"), &format!("{long}mới")));
        assert_eq!(pieces[0].text, "… ba bốn năm sáu bảy tám chín mười ");
    }

    proptest! {
        #[test]
        fn the_pieces_are_both_texts(before in "[ab ,.1]{0,12}", after in "[ab ,.1]{0,12}") {
            let pieces = compared(&before, &after);
            let of = |other: DiffSide| -> String {
                pieces.iter().filter(|p| p.side != other).map(|p| p.text.as_str()).collect()
            };
            prop_assert_eq!(of(DiffSide::After), before.as_str());
            prop_assert_eq!(of(DiffSide::Before), after.as_str());
            prop_assert_eq!(tokens(&before).concat(), before);
        }
    }
}
