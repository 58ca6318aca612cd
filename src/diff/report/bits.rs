//! A sentence in pieces that know what they are: a former word, a present one, a name.

use crate::diagnostic::Message;
use crate::diff::words::{DiffSide, Piece};
use crate::messages::Catalog;

/// What a piece of a sentence is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// Words of the program, or of the author.
    Plain,
    /// What was there.
    Old,
    /// What is there now.
    New,
    /// Words within a text that are gone.
    Gone,
    /// Words within a text that are new.
    Come,
    /// What the sentence is about.
    Name,
}

/// A piece of a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bit {
    /// What it is.
    pub style: Style,
    /// Its words.
    pub text: String,
}

/// A sentence.
pub type Bits = Vec<Bit>;

pub(super) fn bit(style: Style, text: impl Into<String>) -> Bits {
    vec![Bit { style, text: text.into() }]
}

/// Signs that no text of an author has: each stands for one variable until it is put in.
const FIRST: u32 = 0xF_0000;

/// The sentence `id` with pieces put in for its variables.
pub(super) fn sentence(catalog: &Catalog, message: Message, bits: &[(&'static str, Bits)]) -> Bits {
    let stand_in =
        |index: usize| u32::try_from(index).ok().and_then(|it| char::from_u32(FIRST + it));
    let message = bits.iter().enumerate().fold(message, |message, (index, (name, _))| {
        message.with(name, stand_in(index).map(String::from).unwrap_or_default())
    });
    let mut sentence: Bits = Vec::new();
    let mut plain = String::new();
    for sign in catalog.say(&message).chars() {
        let index = u32::from(sign).checked_sub(FIRST).and_then(|it| usize::try_from(it).ok());
        match index.and_then(|index| bits.get(index)) {
            Some((_, put_in)) => {
                push(&mut sentence, Style::Plain, &std::mem::take(&mut plain));
                put_in.iter().for_each(|bit| push(&mut sentence, bit.style, &bit.text));
            }
            None => plain.push(sign),
        }
    }
    push(&mut sentence, Style::Plain, &plain);
    sentence
}

fn push(bits: &mut Bits, style: Style, text: &str) {
    // A line of a report is one line, whatever an author wrote.
    let text: String =
        text.chars().map(|sign| if sign.is_control() { ' ' } else { sign }).collect();
    match bits.last_mut() {
        _ if text.is_empty() => {}
        Some(last) if last.style == style && style == Style::Plain => last.text.push_str(&text),
        _ => bits.push(Bit { style, text }),
    }
}

/// Two texts in one.
pub(super) fn of_pieces(pieces: &[Piece]) -> Bits {
    let style = |side| match side {
        DiffSide::Both => Style::Plain,
        DiffSide::Before => Style::Gone,
        DiffSide::After => Style::Come,
    };
    pieces.iter().map(|piece| Bit { style: style(piece.side), text: piece.text.clone() }).collect()
}

/// As plain text: words that are gone or new within a text stand in brackets.
pub(super) fn plain(bits: &[Bit]) -> String {
    bits.iter()
        .map(|bit| match bit.style {
            Style::Gone => format!("[-{}-]", bit.text),
            Style::Come => format!("{{+{}+}}", bit.text),
            Style::Plain | Style::Old | Style::New | Style::Name => bit.text.clone(),
        })
        .collect()
}
