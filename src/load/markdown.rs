//! Body text (CommonMark) to blocks, places kept.
//!
//! Nothing is dropped in silence: what an administrative document does not have (HTML, code,
//! links, images, quotes, rules) is refused where it stands.

use std::ops::Range;

use pulldown_cmark::{Event, HeadingLevel, OffsetIter, Options, Parser, Tag};

use super::body::Body;
use super::marker;
use super::notes::Notes;
use super::references::{self, RawReference};
use crate::codes;
use crate::diagnostic::{Diagnostic, Message, Report};
use crate::model::blank;
use crate::model::block::{Block, Inline, Marker, Rank};

/// A block whose references are still words.
pub(super) type RawBlock = Block<RawReference>;
type RawInline = Inline<RawReference>;

/// The blocks of `body`.
pub(super) fn blocks(body: &Body<'_>, report: &mut Report) -> Vec<RawBlock> {
    let references = references::find(body, report);
    let masked = blank::masked(&references::mask(body.text, &references));
    let parser = Parser::new_ext(&masked, Options::ENABLE_FOOTNOTES);
    // A link definition vanishes from the text; it must not do so unseen.
    let mut definitions: Vec<_> =
        parser.reference_definitions().iter().map(|(_, def)| def.span.clone()).collect();
    definitions.sort_by_key(|range| range.start);
    let events = parser.into_offset_iter();
    let notes = Notes::new(&masked);
    let mut reader = Reader { body, references: &references, events, report, depth: 0, notes };
    for range in definitions {
        reader.refuse("link", range);
    }
    let mut blocks = reader.blocks();
    let Reader { notes, report, .. } = reader;
    blocks.extend(notes.into_blocks(body, report));
    blocks
}

struct Reader<'a> {
    body: &'a Body<'a>,
    references: &'a [RawReference],
    events: OffsetIter<'a>,
    report: &'a mut Report,
    /// How many items and emphases are open.
    depth: usize,
    notes: Notes<'a>,
}

/// Nothing nests deeper: khoản, điểm and two levels of dashes, with emphasis in them.
const DEEPEST: usize = 12;

impl Reader<'_> {
    /// Everything up to the end of the current container.
    fn blocks(&mut self) -> Vec<RawBlock> {
        let mut blocks = Vec::new();
        // A tight list item holds its words without a paragraph around them.
        let mut loose: Vec<RawInline> = Vec::new();
        while let Some((event, range)) = self.events.next() {
            let is_inline = is_inline(&event);
            if !is_inline && !loose.is_empty() {
                blocks.extend(self.paragraphs(std::mem::take(&mut loose)));
            }
            match event {
                Event::End(_) => break,
                _ if is_inline => loose.extend(self.inline(event, range)),
                Event::Start(tag) => blocks.extend(self.block(&tag, range)),
                Event::Rule => self.refuse("rule", range),
                _ => self.refuse("html", range),
            }
        }
        if !loose.is_empty() {
            blocks.extend(self.paragraphs(loose));
        }
        blocks
    }

    fn block(&mut self, tag: &Tag<'_>, range: Range<usize>) -> Vec<RawBlock> {
        match tag {
            Tag::Paragraph => {
                if self.body.text[range.clone()].starts_with('|') {
                    self.refuse("table", range);
                }
                let content = self.inlines();
                self.paragraphs(content)
            }
            Tag::Heading { level, .. } => vec![self.heading(*level, range)],
            Tag::List(_) => self.blocks(),
            Tag::Item if self.depth == DEEPEST => self.refuse_container("deep", range),
            Tag::Item => vec![self.item(range)],
            Tag::BlockQuote(_) => self.refuse_container("quote", range),
            Tag::CodeBlock(_) => self.refuse_container("code-block", range),
            Tag::FootnoteDefinition(label) => {
                self.notes.begin(label, range.start);
                let blocks = self.blocks();
                self.notes.end(label, range, blocks, self.body, self.report);
                Vec::new()
            }
            _ => self.refuse_container("html", range),
        }
    }

    fn item(&mut self, range: Range<usize>) -> RawBlock {
        let written = self.body.text[range.clone()].split_whitespace().next().unwrap_or_default();
        let span = self.body.span(range.start..range.start + written.len());
        self.depth += 1;
        let blocks = self.blocks();
        self.depth -= 1;
        Block::Item { marker: Marker { text: written.to_owned(), span }, blocks }
    }

    fn heading(&mut self, level: HeadingLevel, range: Range<usize>) -> RawBlock {
        let hashes = self.body.text[range.clone()].trim_start().starts_with('#');
        let content = self.inlines();
        if !hashes {
            self.refuse("underlined-heading", range.clone());
        }
        let level = level as u8;
        let (marker, content) = marker::split_off(content, self.body, marker::of_heading);
        let rank = marker::rank(level, marker.as_ref());
        // Named parts nest as deep as they like: phần, chương, mục, tiểu mục, điều.
        if level > 3 && rank >= Rank::Roman {
            self.refuse("deep-heading", range);
        }
        Block::Heading { rank, marker, content }
    }

    /// One paragraph, or several where a line begins with a marker CommonMark does not know.
    fn paragraphs(&self, content: Vec<RawInline>) -> Vec<RawBlock> {
        marker::split_lines(content)
            .into_iter()
            .map(|line| match marker::split_off(line, self.body, marker::of_line) {
                (Some(marker), content) => {
                    Block::Item { marker, blocks: vec![Block::Paragraph(content)] }
                }
                (None, content) => Block::Paragraph(content),
            })
            .collect()
    }

    fn inlines(&mut self) -> Vec<RawInline> {
        let mut content = Vec::new();
        while let Some((event, range)) = self.events.next() {
            if matches!(event, Event::End(_)) {
                break;
            }
            content.extend(self.inline(event, range));
        }
        content
    }

    /// What stands within an emphasis.
    fn inner(&mut self) -> Vec<RawInline> {
        self.depth += 1;
        let content = self.inlines();
        self.depth -= 1;
        content
    }

    fn inline(&mut self, event: Event<'_>, range: Range<usize>) -> Vec<RawInline> {
        match event {
            Event::Text(text) => return self.text(&text, range),
            Event::SoftBreak => {
                let span = self.body.span(range);
                return vec![Inline::Text { text: "\n".to_owned(), span }];
            }
            Event::HardBreak => return vec![Inline::Break],
            Event::FootnoteReference(label) => {
                return self
                    .notes
                    .named(&label, range, self.body, self.report)
                    .into_iter()
                    .collect();
            }
            Event::Start(Tag::Strong | Tag::Emphasis) if self.depth == DEEPEST => {
                self.refuse_container("deep", range);
            }
            Event::Start(Tag::Strong) => return vec![Inline::Strong(self.inner())],
            Event::Start(Tag::Emphasis) => return vec![Inline::Emphasis(self.inner())],
            Event::Start(Tag::Link { .. }) => {
                self.refuse_container("link", range);
            }
            Event::Start(_) => {
                self.refuse_container("image", range);
            }
            Event::Code(_) => self.refuse("code", range),
            _ => self.refuse("html", range),
        }
        Vec::new()
    }

    /// Words, cut where references stand.
    fn text(&self, text: &str, range: Range<usize>) -> Vec<RawInline> {
        // An escape or an entity is shorter than its source; no reference is inside.
        if text.len() != range.len() {
            return vec![Inline::Text { text: text.to_owned(), span: self.body.span(range) }];
        }
        let mut parts = Vec::new();
        let mut at = range.start;
        let inside = |reference: &&RawReference| {
            range.start <= reference.range.start && reference.range.end <= range.end
        };
        for reference in self.references.iter().filter(inside) {
            parts.extend(self.words(at..reference.range.start));
            parts.push(Inline::Reference(reference.clone()));
            at = reference.range.end;
        }
        parts.extend(self.words(at..range.end));
        parts
    }

    fn words(&self, range: Range<usize>) -> Option<RawInline> {
        let text = self.body.text[range.clone()].to_owned();
        (!text.is_empty()).then(|| Inline::Text { text, span: self.body.span(range) })
    }

    /// Refuses a container and passes over what it holds.
    fn refuse_container(&mut self, what: &'static str, range: Range<usize>) -> Vec<RawBlock> {
        self.refuse(what, range);
        let mut depth = 1;
        while depth > 0 {
            match self.events.next() {
                Some((Event::Start(_), _)) => depth += 1,
                Some((Event::End(_), _)) => depth -= 1,
                Some(_) => {}
                None => break,
            }
        }
        Vec::new()
    }

    fn refuse(&mut self, what: &'static str, range: Range<usize>) {
        let words = &self.body.text[range.clone()];
        // The caret marks one line, not a whole block.
        let first_line = words.trim_end().split('\n').next().unwrap_or_default().len();
        let span = self.body.span(range.start..range.start + first_line);
        self.report.emit(
            Diagnostic::new(
                &codes::UNSUPPORTED_MARKDOWN,
                Message::new("unsupported-markdown").with("what", what),
            )
            .at(span),
        );
    }
}

fn is_inline(event: &Event<'_>) -> bool {
    match event {
        Event::Text(_)
        | Event::Code(_)
        | Event::InlineHtml(_)
        | Event::SoftBreak
        | Event::FootnoteReference(_)
        | Event::HardBreak => true,
        Event::Start(tag) => {
            matches!(tag, Tag::Strong | Tag::Emphasis | Tag::Link { .. } | Tag::Image { .. })
        }
        _ => false,
    }
}
