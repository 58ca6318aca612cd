//! Footnotes: `[^…]` in a text, and what each of them says.

use std::ops::Range;

use super::body::Body;
use super::markdown::RawBlock;
use super::references::RawReference;
use crate::codes;
use crate::diagnostic::{Diagnostic, Message, Report};
use crate::model::block::{Block, Inline};

type RawInline = Inline<RawReference>;

/// The footnotes of a body while it is read.
pub(super) struct Notes<'a> {
    /// The text, without its `{{ … }}`.
    text: &'a str,
    /// Those that the text names, in the order of their numbers: label and place.
    named: Vec<(String, Range<usize>)>,
    /// What they say.
    written: Vec<Written>,
    /// Where every `[^` stands that is read as a footnote.
    known: Vec<usize>,
    /// Whether what is read is within a footnote.
    is_within: bool,
}

struct Written {
    label: String,
    /// `[^1]`, before the colon.
    range: Range<usize>,
    content: Vec<RawInline>,
}

/// Labels that differ in capitals only are the same.
fn folded(label: &str) -> String {
    label.to_lowercase()
}

impl<'a> Notes<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self { text, named: Vec::new(), written: Vec::new(), known: Vec::new(), is_within: false }
    }

    /// `[^label]` in the text. A footnote is named once, and not by another one.
    pub(super) fn named(
        &mut self,
        label: &str,
        range: Range<usize>,
        body: &Body<'_>,
        report: &mut Report,
    ) -> Option<RawInline> {
        self.known.push(range.start);
        let folded = folded(label);
        let wrong = if self.is_within {
            Some("note-in-note")
        } else if self.named.iter().any(|(known, _)| *known == folded) {
            Some("note-named-twice")
        } else {
            None
        };
        if let Some(id) = wrong {
            report.emit(finding(id, label, range, body));
            return None;
        }
        let span = body.span(range.clone());
        self.named.push((folded, range));
        Some(Inline::Note { number: self.named.len(), span })
    }

    /// What is read from now on is what the footnote says.
    pub(super) fn begin(&mut self, label: &str, start: usize) {
        self.known.push(start);
        self.is_within = !label.is_empty();
    }

    /// The footnote at `range` says `blocks`: one paragraph.
    pub(super) fn end(
        &mut self,
        label: &str,
        range: Range<usize>,
        blocks: Vec<RawBlock>,
        body: &Body<'_>,
        report: &mut Report,
    ) {
        self.is_within = false;
        let sign = self.text[range.start..range.end]
            .find("]:")
            .map_or(range.end, |end| range.start + end + 1);
        let range = range.start..sign;
        let is_known = self.written.iter().any(|known| known.label == folded(label));
        let mut blocks = blocks.into_iter();
        let content = match (blocks.next(), blocks.next()) {
            _ if is_known => Err("note-written-twice"),
            (None, _) => Err("note-empty"),
            (Some(Block::Paragraph(content)), None) => Ok(content),
            _ => Err("note-blocks"),
        };
        match content {
            Ok(content) => self.written.push(Written { label: folded(label), range, content }),
            Err(id) => {
                report.emit(finding(id, label, range.clone(), body));
                if !is_known {
                    self.written.push(Written { label: folded(label), range, content: Vec::new() });
                }
            }
        }
    }

    /// The footnotes in the order of their numbers. Finds those that are named and not written,
    /// and the other way round.
    pub(super) fn into_blocks(self, body: &Body<'_>, report: &mut Report) -> Vec<RawBlock> {
        for (label, range) in self.unknown() {
            report.emit(finding("note-undefined", label, range, body));
        }
        let is_named = |note: &&Written| self.named.iter().any(|(label, _)| *label == note.label);
        for unused in self.written.iter().filter(|note| !is_named(note)) {
            let label = &self.text[unused.range.start + 2..unused.range.end - 1];
            report.emit(finding("note-unused", label, unused.range.clone(), body));
        }
        let mut written = self.written;
        let block = |(index, (label, _)): (usize, &(String, Range<usize>))| {
            let note = written.iter_mut().find(|note| note.label == *label);
            let content = note.map(|note| std::mem::take(&mut note.content)).unwrap_or_default();
            Block::Note { number: index + 1, content }
        };
        self.named.iter().enumerate().map(block).collect()
    }

    /// Every `[^…]` of the text that no footnote belongs to.
    fn unknown(&self) -> Vec<(&'a str, Range<usize>)> {
        let starts = self.text.match_indices("[^").map(|(start, _)| start);
        let starts = starts.filter(|start| !self.text[..*start].ends_with('\\'));
        let label = |start: usize| {
            let line = self.text[start + 2..].split('\n').next()?;
            let (label, _) = line.split_once(']')?;
            let is_label = !label.is_empty() && !label.contains(['[', ' ']);
            is_label.then(|| (label, start..start + label.len() + 3))
        };
        starts.filter(|start| !self.known.contains(start)).filter_map(label).collect()
    }
}

fn finding(id: &'static str, label: &str, range: Range<usize>, body: &Body<'_>) -> Diagnostic {
    let message = Message::new(id).with("label", label);
    Diagnostic::new(&codes::BAD_NOTE, message).at(body.span(range))
}
