//! The body: which lines are which paragraph of the directive.

use std::collections::BTreeSet;

use vanthu::model::Directive;
use vanthu::model::blank::{blanks, without_blanks};
use vanthu::model::block::{Block, Inline, Rank};
use vanthu::model::reference::{Reference, Referent};

use super::facts;
use super::forms::{self, Fixed};
use super::runs::{Placed, folded};
use crate::pdf::Line;

/// What a paragraph is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// The title of a part of the text.
    Heading(Rank),
    /// Khoản, điểm or a dash.
    Item,
    /// Điều whose words run on behind its number.
    Article,
    /// Căn cứ on a line of its own; whether it is the last one.
    Basis(bool),
    /// Without a marker.
    Plain,
    /// A line that opens what follows; whether it stands in the middle.
    Lead(bool),
    /// A table of the body: it holds no lines of text.
    Table,
}

/// A paragraph as it is printed.
#[derive(Debug)]
pub(crate) struct Paragraph {
    pub(crate) kind: Kind,
    /// `I.`, `1.`, `a)`, `-`
    pub(crate) marker: Option<String>,
    pub(crate) lines: Vec<Placed>,
    /// Lines after which the author breaks.
    pub(crate) breaks: BTreeSet<usize>,
    /// Whether the author sets words of it bold or italic.
    pub(crate) is_marked: bool,
    /// Whether it reads exactly as written, also in its capitals.
    pub(crate) is_verbatim: bool,
}

impl Paragraph {
    /// Its lines that go on in the next one, and so must be full.
    pub(crate) fn full_lines(&self) -> impl Iterator<Item = &Line> {
        let before_last = self.lines.len().saturating_sub(1);
        let lines = self.lines.iter().enumerate().take(before_last);
        lines.filter(|(index, _)| !self.breaks.contains(index)).map(|(_, placed)| &placed.line)
    }

    /// Whether it is running text: neither a heading nor a table nor căn cứ.
    pub(crate) fn is_text(&self) -> bool {
        matches!(self.kind, Kind::Item | Kind::Article | Kind::Plain)
    }

    /// Whether it is set as a paragraph: indented, and justified where it goes on.
    pub(crate) fn is_paragraph(&self) -> bool {
        self.is_text() || matches!(self.kind, Kind::Basis(_))
    }
}

/// A paragraph as the directive has it.
struct Piece {
    kind: Kind,
    marker: Option<String>,
    parts: Vec<Part>,
    is_marked: bool,
    /// Whether something in it is filled in by hand.
    has_blanks: bool,
}

enum Part {
    /// Words; spaces do not count.
    Words(Vec<char>),
    /// What a reference prints: not worded here.
    Gap,
    /// The author breaks the line.
    Break,
}

/// The paragraphs of a text of a directive in its lines. `is_preceded` says that căn cứ stand in
/// front of it.
pub(crate) fn read(
    directive: &Directive,
    body: &[Block<Reference>],
    is_preceded: bool,
    lines: &[Placed],
) -> Result<Vec<Paragraph>, String> {
    let mut pieces = if is_preceded { bases(directive) } else { Vec::new() };
    // What a document puts into force has no fixed lines.
    let is_main = std::ptr::eq(body, directive.body.as_slice());
    let (before, behind) = if is_main { forms::lines(directive) } else { Default::default() };
    pieces.extend(before.into_iter().map(fixed));
    for block in body {
        take(directive, block, None, &mut pieces);
    }
    pieces.extend(behind.into_iter().map(fixed));
    let stream = Stream::new(lines);
    let mut paragraphs: Vec<Paragraph> = Vec::new();
    let mut at = 0;
    for piece in pieces {
        if piece.kind == Kind::Table {
            paragraphs.push(piece.printed(Vec::new(), BTreeSet::new(), true));
            continue;
        }
        // Words of a table that stand outside of its strokes are passed over.
        let follows_table = paragraphs.last().is_some_and(|last| last.kind == Kind::Table);
        let starts = stream.bounds.range(at..).copied();
        let mut starts = starts.take(if follows_table { usize::MAX } else { 1 });
        let found = starts.find_map(|start| stream.read(start, &piece.parts));
        let found = found.ok_or_else(|| {
            let words: String = stream.exact[at..].iter().take(60).collect();
            format!("{:?} {:?} is not at `{words}`", piece.kind, piece.marker)
        })?;
        let own = stream.lines_between(found.start, found.end);
        let breaks = found.breaks.iter().map(|at| stream.lines_between(found.start, *at).len() - 1);
        let breaks = breaks.collect();
        at = found.end;
        if piece.has_blanks {
            // Its lines end where places to write on do, which `by_hand` measures.
            let piece = Piece { kind: Kind::Table, ..piece };
            paragraphs.push(piece.printed(Vec::new(), BTreeSet::new(), true));
            continue;
        }
        paragraphs.push(piece.printed(lines[own].to_vec(), breaks, found.is_verbatim));
    }
    let ends_in_table = paragraphs.last().is_some_and(|last| last.kind == Kind::Table);
    if at < stream.exact.len() && !ends_in_table {
        let words: String = stream.exact[at..].iter().take(60).collect();
        return Err(format!("nobody wrote `{words}`"));
    }
    Ok(paragraphs)
}

impl Piece {
    fn printed(self, lines: Vec<Placed>, breaks: BTreeSet<usize>, is_verbatim: bool) -> Paragraph {
        let Self { kind, marker, is_marked, .. } = self;
        Paragraph { kind, marker, lines, breaks, is_marked, is_verbatim }
    }
}

fn take(
    directive: &Directive,
    block: &Block<Reference>,
    marker: Option<&str>,
    pieces: &mut Vec<Piece>,
) {
    match block {
        Block::Heading { rank, marker, content } => {
            let marker = marker.as_ref().map(|marker| match marker.text.as_str() {
                label if *rank <= Rank::Subsection => label.trim_end_matches(['.', ':']),
                label => label,
            });
            pieces.push(piece(directive, Kind::Heading(*rank), marker, content));
        }
        Block::Paragraph(content) => {
            let alone = match &content[..] {
                // Beside another table, or alone.
                [Inline::Reference(reference)]
                | [Inline::Reference(reference), _, Inline::Reference(_)]
                    if content.len() == 1 || matches!(reference.to, Referent::Table(_)) =>
                {
                    Some(&reference.to)
                }
                _ => None,
            };
            let kind = match (alone, marker) {
                (Some(Referent::Bases), None) => return pieces.extend(bases(directive)),
                (Some(Referent::Table(_)), _) => Kind::Table,
                (_, Some(marker)) if marker.starts_with("Điều ") => Kind::Article,
                (_, Some(_)) => Kind::Item,
                (_, None) => Kind::Plain,
            };
            pieces.push(piece(directive, kind, marker, content));
        }
        Block::Note { .. } => {}
        Block::Item { marker, blocks } => {
            let mut marker = Some(marker.text.as_str());
            for block in blocks {
                take(directive, block, marker.take(), pieces);
            }
        }
    }
}

fn fixed(line: Fixed) -> Piece {
    let Fixed { marker, lead, words } = line;
    let words = [marker.unwrap_or_default(), &words].concat();
    let words = words.chars().filter(|sign| !sign.is_whitespace()).collect();
    let kind = match (lead, marker) {
        (Some(is_centred), _) => Kind::Lead(is_centred),
        (None, Some(_)) => Kind::Item,
        (None, None) => Kind::Plain,
    };
    let marker = marker.map(str::to_owned);
    Piece { kind, marker, parts: vec![Part::Words(words)], is_marked: false, has_blanks: false }
}

/// Căn cứ, one a line.
fn bases(directive: &Directive) -> Vec<Piece> {
    let count = directive.legal_bases.len();
    let piece = |(index, words): (usize, String)| Piece {
        kind: Kind::Basis(index + 1 == count),
        marker: None,
        parts: vec![Part::Words(words.chars().filter(|sign| !sign.is_whitespace()).collect())],
        is_marked: false,
        has_blanks: false,
    };
    facts::bases(directive).into_iter().enumerate().map(piece).collect()
}

fn piece(
    directive: &Directive,
    kind: Kind,
    marker: Option<&str>,
    content: &[Inline<Reference>],
) -> Piece {
    let words = |text: &str| Part::Words(text.chars().filter(|c| !c.is_whitespace()).collect());
    let mut parts: Vec<Part> = marker.map(words).into_iter().collect();
    let mut is_marked = false;
    let mut has_blanks = false;
    let mut rest: Vec<&Inline<Reference>> = content.iter().rev().collect();
    while let Some(inline) = rest.pop() {
        match inline {
            // Places to write on are drawn.
            Inline::Text { text, .. } => {
                has_blanks |= !blanks(text).is_empty();
                parts.push(words(&without_blanks(text)));
            }
            Inline::Strong(inner) | Inline::Emphasis(inner) => {
                is_marked = true;
                rest.extend(inner.iter().rev());
            }
            Inline::Break => parts.push(Part::Break),
            Inline::Note { .. } => {}
            Inline::Reference(Reference { to: Referent::Bases, .. }) => {
                let bases: Vec<&str> =
                    directive.legal_bases.iter().map(|base| base.text.value.as_str()).collect();
                parts.push(words(&bases.join("; ")));
            }
            Inline::Reference(_) => parts.push(Part::Gap),
        }
    }
    Piece { kind, marker: marker.map(str::to_owned), parts, is_marked, has_blanks }
}

/// All signs of the text, without spaces, and where its lines begin and end among them.
struct Stream {
    exact: Vec<char>,
    folded: Vec<char>,
    bounds: BTreeSet<usize>,
}

/// Where a paragraph was found.
struct Found {
    start: usize,
    end: usize,
    breaks: Vec<usize>,
    is_verbatim: bool,
}

impl Stream {
    fn new(lines: &[Placed]) -> Self {
        let mut exact = Vec::new();
        let mut bounds = BTreeSet::from([0]);
        for placed in lines {
            exact.extend(placed.line.text().chars().filter(|sign| !sign.is_whitespace()));
            bounds.insert(exact.len());
        }
        let folded = exact.iter().copied().map(folded).collect();
        Self { exact, folded, bounds }
    }

    /// The lines from one sign to another.
    fn lines_between(&self, start: usize, end: usize) -> std::ops::Range<usize> {
        let before = |sign: usize| self.bounds.range(..sign).count();
        before(start)..before(end)
    }

    /// A paragraph that begins at `start` and ends with a line.
    fn read(&self, start: usize, parts: &[Part]) -> Option<Found> {
        let mut found = Found { start, end: start, breaks: Vec::new(), is_verbatim: true };
        self.go_on(parts, false, &mut found).then_some(found)
    }

    /// Reads the rest of a paragraph; `after_gap` says that words of a reference may come first.
    fn go_on(&self, parts: &[Part], after_gap: bool, found: &mut Found) -> bool {
        let Some((part, rest)) = parts.split_first() else {
            if after_gap {
                let end = self.bounds.range(found.end + 1..).next();
                found.end = *end.unwrap_or(&self.exact.len());
            }
            return self.bounds.contains(&found.end);
        };
        let words = match part {
            Part::Words(words) => words,
            Part::Gap => return self.go_on(rest, true, found),
            Part::Break => {
                found.breaks.push(found.end);
                return self.go_on(rest, after_gap, found);
            }
        };
        let wanted: Vec<char> = words.iter().copied().map(folded).collect();
        let from = found.end;
        let until = if after_gap { self.folded.len() } else { from + 1 };
        for at in from..until {
            if !self.folded.get(at..).is_some_and(|signs| signs.starts_with(&wanted)) {
                continue;
            }
            let kept = (found.breaks.len(), found.is_verbatim);
            found.end = at + wanted.len();
            found.is_verbatim &= self.exact[at..found.end] == words[..];
            if self.go_on(rest, false, found) {
                return true;
            }
            (found.end, found.is_verbatim) = (from, kept.1);
            found.breaks.truncate(kept.0);
        }
        false
    }
}
