//! The text for templates.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::printed::block;
use crate::printed::run::{Line, Source};
use crate::render::by_hand::{self, Drawn, Item};
use crate::render::leaders::Lines;
use crate::render::lines;
use crate::render::loose::Words;
use crate::render::sheet::Sheet;
use crate::render::spacing::{NBSP, running};
use crate::render::table::{self, Place, TargetTable};
use crate::span::Span;

/// One paragraph, heading or table; exactly one of the booleans is true.
#[derive(Debug, Default, Serialize)]
pub(super) struct Block {
    /// Label and title centred on lines of their own.
    pub(super) is_division: bool,
    pub(super) is_heading: bool,
    /// An item whose marker is bold: `Điều 1.`
    pub(super) is_article: bool,
    is_item: bool,
    is_paragraph: bool,
    /// A line in the middle, or flush left, that opens what follows.
    pub(super) is_lead: bool,
    is_centred: bool,
    /// A căn cứ, in italics.
    pub(super) is_basis: bool,
    pub(super) is_table: bool,
    /// Two tables beside each other.
    pub(super) is_side_by_side: bool,
    /// Whether it holds room for the signature (`lib/closing.typ`).
    pub(super) holds_signature: bool,
    /// Whether that is below a last paragraph of one line, for which it has room, too.
    pub(super) holds_line: bool,
    /// Of a heading: how deep it stands in the bookmarks, from 1.
    depth: usize,
    pub(super) marker: Option<String>,
    pub(super) runs: Vec<Run>,
    pub(super) table: Option<TargetTable>,
    /// Of those beside each other.
    pub(super) tables: Vec<TargetTable>,
    /// Where its first words are written.
    #[serde(skip)]
    pub(super) span: Option<Span>,
}

/// Words in one style, or a forced line break.
#[derive(Debug, Default, Clone, PartialEq, Eq, Serialize)]
pub(super) struct Run {
    pub(super) text: String,
    pub(super) strong: bool,
    pub(super) emphasis: bool,
    pub(super) is_break: bool,
    /// Of a break: whether the line before it is as wide as the text.
    pub(super) is_justified: bool,
    /// Of a place to be filled in by hand.
    pub(super) drawn: Option<Drawn>,
    /// What the footnote says whose number it is.
    pub(super) note: Vec<Run>,
    /// Where that is written.
    #[serde(skip)]
    pub(super) note_span: Option<Span>,
}

/// The text `body`, in reading order.
pub(super) fn blocks(body: &[block::Block], sheet: &Sheet<'_>) -> Vec<Block> {
    let mut blocks = Vec::new();
    let notes = notes(body);
    for block in body {
        let runs = block.line().map(|line| runs(line, &notes, sheet)).unwrap_or_default();
        let marker = block.marker().map(str::to_owned);
        let span = block.line().and_then(span);
        let plain = Block { marker, runs, span, ..Block::default() };
        match block {
            block::Block::Heading { rank, depth, .. } => {
                let is_division = rank.is_centred();
                let heading =
                    Block { is_division, is_heading: !is_division, depth: *depth, ..plain };
                blocks.push(if is_division { heading } else { heading.with_leaders(sheet) });
            }
            block::Block::Paragraph { .. } => {
                blocks.push(Block { is_paragraph: true, ..plain }.loose(sheet));
            }
            block::Block::Lead { is_centred, .. } => {
                let lead = Block { is_lead: true, is_centred: *is_centred, ..plain };
                blocks.push(if *is_centred { lead } else { lead.with_leaders(sheet) });
            }
            block::Block::Item { .. } => {
                blocks.push(Block { is_item: true, ..plain }.loose(sheet));
            }
            block::Block::Article { .. } => {
                blocks.push(Block { is_article: true, ..plain }.loose(sheet));
            }
            // It stands where it is named.
            block::Block::Note { .. } => {}
            block::Block::Bases(lines) => {
                blocks.extend(lines.iter().map(|line| basis(line).loose(sheet)));
            }
            block::Block::Grid(grid) => {
                for part in table::view(grid, Place::Body, sheet) {
                    let table = Some(part);
                    blocks.push(Block { is_table: true, table, ..Block::default() });
                }
            }
            block::Block::SideBySide(grids) => {
                let tables = table::side_by_side(grids, sheet);
                blocks.push(Block { is_side_by_side: true, tables, ..Block::default() });
            }
        }
    }
    blocks
}

impl Block {
    /// No-break spaces give way where a line would be stretched too far (`render::loose`).
    fn loose(mut self, sheet: &Sheet<'_>) -> Self {
        if self.has_leader() {
            return self.with_leaders(sheet);
        }
        let mut room = sheet.paragraph();
        let mut at = 0;
        let mut marker = self
            .marker
            .as_ref()
            .map(|marker| sheet.in_points(sheet.face(self.is_article).width(marker)));
        while at < self.runs.len() {
            let end = self.runs[at..].iter().position(|run| run.is_break);
            let end = end.map_or(self.runs.len(), |end| at + end);
            let is_italic = self.is_basis;
            let (words, places) = words(&self.runs[at..end], marker.take(), is_italic, sheet);
            let mut giving = words.giving_way(room);
            giving.sort_unstable();
            for gap in giving.into_iter().rev() {
                let Some((run, place)) = places.get(gap).copied().flatten() else { continue };
                self.runs[at + run].text.replace_range(place..place + NBSP.len_utf8(), " ");
            }
            // Behind a forced end lines begin at the margin.
            room.first = room.other;
            at = end + 1;
        }
        self
    }
}

impl Block {
    fn has_leader(&self) -> bool {
        self.runs.iter().filter_map(|run| run.drawn).any(|drawn| drawn.is_leader())
    }

    /// Leaders get their widths, and lines their ends (`render::leaders`).
    fn with_leaders(mut self, sheet: &Sheet<'_>) -> Self {
        if !self.has_leader() {
            return self;
        }
        let of = by_hand::Type { fonts: sheet.fonts, size: sheet.body_size };
        let is_bold = self.is_heading;
        let item = |run: &'_ Run| (run.strong || is_bold, run.emphasis || self.is_basis);
        let items: Vec<Item<'_>> = self
            .runs
            .iter()
            .map(|run| Item {
                text: &run.text,
                strong: item(run).0,
                emphasis: item(run).1,
                blank: run.drawn.map(|drawn| drawn.blank),
                is_break: run.is_break,
            })
            .collect();
        let marker = self.marker.as_ref().map(|marker| format!("{marker} "));
        let face = sheet.face(self.is_article || self.is_heading);
        let marker = marker.map_or(0, |marker| of.width(face, &marker));
        let mut room = sheet.paragraph();
        if self.is_lead {
            room.first = room.other;
        }
        let Lines { lines, leaders } = of.lines(marker, &items, room);
        let mut leaders = leaders.into_iter();
        for drawn in self.runs.iter_mut().filter_map(|run| run.drawn.as_mut()) {
            if let Some(laid) = drawn.is_leader().then(|| leaders.next()).flatten() {
                drawn.set(laid);
            }
        }
        for (run, nth) in lines.into_iter().rev().filter_map(|line| line.end) {
            if let Some(at) = by_hand::space(&self.runs[run].text, nth) {
                let rest = self.runs[run].text.split_off(at + 1);
                self.runs[run].text.truncate(at);
                let rest = Run { text: rest, ..self.runs[run].clone() };
                let end = Run { is_break: true, is_justified: true, ..Run::default() };
                self.runs.splice(run + 1..=run, [end, rest]);
            }
        }
        self
    }
}

/// The words of a paragraph, and for each gap between them its run and its place there.
fn words(
    runs: &[Run],
    marker: Option<i64>,
    is_italic: bool,
    sheet: &Sheet<'_>,
) -> (Words, Vec<Option<(usize, usize)>>) {
    let (mut words, mut places) = (Words::default(), Vec::new());
    if let Some(width) = marker {
        words.mark(width);
        places.push(None);
    }
    for (index, run) in runs.iter().enumerate() {
        let face = sheet.fonts.advances(run.strong, run.emphasis || is_italic);
        let mut from = 0;
        for (at, space) in run.text.match_indices([' ', NBSP]) {
            if at > from {
                words.add(sheet.in_points(face.width(&run.text[from..at])));
            }
            from = at + space.len();
            let next = run.text[from..].split([' ', NBSP]).next().unwrap_or_default();
            words.end(space.chars().next().unwrap_or(' '), next);
            places.push(Some((index, at)));
        }
        if from < run.text.len() {
            words.add(sheet.in_points(face.width(&run.text[from..])));
        }
    }
    (words, places)
}

/// The footnotes of a text by their numbers.
fn notes(body: &[block::Block]) -> BTreeMap<&str, &Line> {
    let note = |block: &'_ block::Block| matches!(block, block::Block::Note { .. });
    let of = |block| Some((block::Block::marker(block)?, block::Block::line(block)?));
    body.iter().filter(|block| note(block)).filter_map(of).collect()
}

/// The same below a title of its own: bookmarks stand one deeper.
pub(super) fn under_title(mut blocks: Vec<Block>) -> Vec<Block> {
    let headings = blocks.iter_mut().filter(|block| block.is_heading || block.is_division);
    headings.for_each(|heading| heading.depth += 1);
    blocks
}

fn basis(line: &Line) -> Block {
    let runs = vec![Run { text: lines::text(line, running), ..Run::default() }];
    Block { is_basis: true, runs, span: span(line), ..Block::default() }
}

/// Where the first words of a line are written.
fn span(line: &Line) -> Option<Span> {
    line.runs.iter().find_map(|run| match &run.source {
        Source::Typed(span) => Some(*span),
        Source::Reference(reference) => Some(reference.span),
        _ => None,
    })
}

/// The runs of a line; neighbours in one style become one run: fewer pieces for Typst, better
/// line breaks. A forced break is a character of its own, so that nothing is held across it.
fn runs(line: &Line, notes: &BTreeMap<&str, &Line>, sheet: &Sheet<'_>) -> Vec<Run> {
    let of = by_hand::Type { fonts: sheet.fonts, size: sheet.body_size };
    let mut joined: Vec<Run> = Vec::new();
    for (run, text) in line.runs.iter().zip(lines::runs(line, running)) {
        let (strong, emphasis) = (run.style.strong, run.style.emphasis);
        if let Some(blank) = run.by_hand() {
            joined.push(Run { text, drawn: Some(of.drawn(blank)), ..Run::default() });
            continue;
        }
        match joined.last_mut() {
            _ if run.is_break() => joined.push(Run { is_break: true, ..Run::default() }),
            _ if run.is_note() => {
                let line = notes.get(run.text.as_str());
                let note = line.map(|line| runs(line, &BTreeMap::new(), sheet)).unwrap_or_default();
                let note_span = line.and_then(|line| span(line));
                joined.push(Run { text, note, note_span, ..Run::default() });
            }
            Some(last)
                if (last.strong, last.emphasis) == (strong, emphasis)
                    && !last.is_break
                    && last.drawn.is_none()
                    && last.note.is_empty() =>
            {
                last.text.push_str(&text);
            }
            _ => joined.push(Run { text, strong, emphasis, ..Run::default() }),
        }
    }
    joined
}
