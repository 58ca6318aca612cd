//! Texts that can be printed.

use super::Resolver;
use crate::codes;
use crate::diagnostic::{Diagnostic, Message};
use crate::load::raw;
use crate::model::text::Text;
use crate::span::Span;

/// No line of a document is longer: the longest trích yếu seen has some 300 characters.
pub(super) const MOST_IN_A_LINE: usize = 2_000;

/// No body is longer: a hundred pages have some 250,000 characters.
pub(super) const MOST_IN_A_BODY: usize = 300_000;

impl Resolver<'_> {
    /// One line of printable text; spaces around it do not count.
    pub(super) fn text(&mut self, raw: &raw::Text) -> Option<Text> {
        self.line_of_text(&raw.value, self.span(raw))
    }

    /// One line of printable text, written at `span`.
    pub(super) fn line_of_text(&mut self, value: &str, span: Span) -> Option<Text> {
        let value = value.trim().to_owned();
        if value.is_empty() {
            self.emit(&codes::EMPTY_TEXT, Message::new("empty-text"), span);
            return None;
        }
        let is_short = self.is_short(&value, MOST_IN_A_LINE, span);
        let is_printable = self.is_printable(&value, span, |_| false);
        (is_short && is_printable).then_some(Text::new(value, span))
    }

    /// A name or a title. Lines that its author wrote below each other stand so on paper.
    pub(super) fn name(&mut self, raw: &raw::Text) -> Option<Text> {
        let (mut value, mut breaks) = (String::new(), Vec::new());
        for line in raw.value.lines().map(str::trim).filter(|line| !line.is_empty()) {
            if !value.is_empty() {
                breaks.push(value.len());
                value.push(' ');
            }
            value.push_str(line);
        }
        let text = self.line_of_text(&value, self.span(raw))?;
        Some(Text { breaks, ..text })
    }

    /// The same, where there is one.
    pub(super) fn optional_name(&mut self, raw: Option<&raw::Text>) -> Option<Option<Text>> {
        raw.map_or(Some(None), |raw| self.name(raw).map(Some))
    }

    /// Lines of printable text, those without words left out.
    pub(super) fn lines_of(&mut self, raw: &raw::Text) -> Option<Vec<Text>> {
        let span = self.span(raw);
        let lines = raw.value.lines().filter(|line| !line.trim().is_empty());
        let lines: Vec<Option<Text>> = lines.map(|line| self.line_of_text(line, span)).collect();
        if lines.is_empty() {
            return self.line_of_text("", span).map(|text| vec![text]);
        }
        lines.into_iter().collect()
    }

    pub(super) fn is_short(&mut self, value: &str, most: usize, span: Span) -> bool {
        let length = value.chars().count();
        if length > most {
            let message = Message::new("text-too-long").with("length", length).with("most", most);
            // The caret marks where it begins: a million letters would hide the message.
            let span = Span { end: span.start, ..span };
            self.emit(&codes::TEXT_TOO_LONG, message, span);
        }
        length <= most
    }

    /// Refuses characters that cannot be seen, or that change what is seen around them.
    pub(super) fn is_printable(
        &mut self,
        value: &str,
        span: Span,
        allowed: fn(char) -> bool,
    ) -> bool {
        let Some(sign) = value
            .chars()
            .filter(|sign| !is_of_our_letters(*sign))
            .find(|sign| (is_invisible(*sign) || is_right_to_left(*sign)) && !allowed(*sign))
        else {
            return true;
        };
        let message = Message::new("unprintable-text")
            .with("sign", format!("U+{:04X}", u32::from(sign)))
            .with("what", what(sign));
        self.report.emit(Diagnostic::new(&codes::UNPRINTABLE_TEXT, message).at(span));
        false
    }
}

/// The group a message speaks of.
fn what(sign: char) -> &'static str {
    match sign {
        '\n' | '\r' | '\u{2028}' | '\u{2029}' | '\u{85}' => "line-break",
        '\t' => "tab",
        '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {
            "bidi"
        }
        sign if sign.is_control() => "control",
        sign if is_right_to_left(sign) => "right-to-left",
        _ => "invisible",
    }
}

/// What most of a text is, told at once: none of it is any of the following.
fn is_of_our_letters(sign: char) -> bool {
    matches!(sign, ' '..='~' | '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}')
}

/// Letters of the writings that run from right to left (Unicode: blocks of `Bidi_Class` R and AL).
/// They turn the figures beside them around, and Typst's writer of PDFs fails on them.
fn is_right_to_left(sign: char) -> bool {
    matches!(sign,
        '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdcf}' | '\u{fdf0}'..='\u{fdff}'
        | '\u{fe70}'..='\u{fefe}' | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

/// Control characters, direction marks, signs of no width, private and unassigned ones
/// (Unicode: Cc, `Bidi_Control`, `Default_Ignorable_Code_Point`, Co, noncharacters).
fn is_invisible(sign: char) -> bool {
    let code = u32::from(sign);
    sign.is_control()
        || code & 0xfffe == 0xfffe
        || matches!(sign,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}'..='\u{1160}' | '\u{17b4}'..='\u{17b5}'
            | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{e000}'..='\u{f8ff}'
            | '\u{fdd0}'..='\u{fdef}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}'
            | '\u{fff0}'..='\u{fffb}' | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}'
            | '\u{e0000}'..='\u{10ffff}')
}
