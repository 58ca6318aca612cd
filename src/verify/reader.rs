//! Compares pages with the expected text, and words what differs as violations.

use super::expected::{Expected, Origin};
use super::page::{Page, Role};
use super::space::{Collision, Margins};
use super::text::{Alignment, Fault};
use super::{Kind, Templates, Violation, space, text};

pub(super) struct Reader<'a> {
    pub(super) pages: &'a [Page],
    pub(super) order: &'a [(usize, usize)],
    pub(super) expected: &'a Expected,
    pub(super) found: Vec<Violation>,
}

impl Reader<'_> {
    /// Collisions on each page, and pages without text.
    pub(super) fn places(&mut self, alignment: &Alignment, margins: Option<Margins>) {
        for place in &alignment.touching {
            let (number, piece) = self.order[*place];
            let words = self.pages[number].words(&self.pages[number].pieces[piece]).to_owned();
            self.add(Kind::Overlap(words.clone()), (number, piece), alignment);
        }
        let mut artifacts = Vec::new();
        for (number, page) in self.pages.iter().enumerate() {
            let is_artifact = |piece: usize| page.pieces[piece].role == Role::Artifact;
            for collision in space::collisions(page, margins) {
                let (piece, kind) = match collision {
                    Collision::Outside { piece, by } => (piece, Kind::Outside(by)),
                    Collision::Across { piece, by } => (piece, Kind::Across(by)),
                    Collision::Over { piece, other, .. } => {
                        let is_turned = is_artifact(piece) && !is_artifact(other);
                        let (piece, other) =
                            if is_turned { (other, piece) } else { (piece, other) };
                        (piece, Kind::Overlap(page.words(&page.pieces[other]).to_owned()))
                    }
                };
                if is_artifact(piece) {
                    artifacts.push((kind, (number, piece)));
                } else {
                    self.add(kind, (number, piece), alignment);
                }
            }
            let has_text = page.pieces.iter().any(|piece| piece.role != Role::Artifact);
            if !has_text && !page.has_picture {
                self.found.push(Violation {
                    kind: Kind::EmptyPage,
                    page: number + 1,
                    text: String::new(),
                    origin: None,
                });
            }
        }
        // A header that is repeated has the faults of the first one, which has a place.
        if self.found.is_empty() {
            for (kind, place) in artifacts {
                self.add(kind, place, alignment);
            }
        }
    }

    /// A violation at a piece of text; one for each place is enough.
    pub(super) fn add(
        &mut self,
        kind: Kind,
        (number, piece): (usize, usize),
        alignment: &Alignment,
    ) {
        let page = &self.pages[number];
        let text = page.words(&page.pieces[piece]).to_owned();
        let place = self.order.iter().position(|known| *known == (number, piece));
        let run = place.and_then(|place| alignment.runs.get(place)).copied();
        let origin = run.and_then(|run| self.expected.runs.get(run)).map(|run| run.origin);
        let is_known = |known: &Violation| {
            origin.is_some()
                && known.origin == origin
                && std::mem::discriminant(&known.kind) == std::mem::discriminant(&kind)
        };
        if !self.found.iter().any(is_known) {
            self.found.push(Violation { kind, page: number + 1, text, origin });
        }
    }

    /// Runs that are not there, and texts that should not be.
    pub(super) fn text(&mut self, alignment: &Alignment, templates: Templates) {
        if alignment.is_equal {
            return;
        }
        let lost = |run| Fault::Lost(run);
        let faults = match templates {
            Templates::Own => {
                let lost_runs = text::lost(self.pages, self.order, self.expected);
                lost_runs.into_iter().map(lost).collect()
            }
            Templates::BuiltIn(_) => text::faults(self.pages, self.order, self.expected, alignment),
        };
        for fault in faults {
            let (kind, run, text) = match fault {
                Fault::Lost(run) => (Kind::Lost, run, self.expected.words(run).to_owned()),
                Fault::Misplaced(run) => {
                    (Kind::Misplaced, run, self.expected.words(run).to_owned())
                }
                Fault::Unexpected(text, run) => (Kind::Unexpected, run, text),
            };
            let origin = self.expected.runs.get(run).map(|run| run.origin);
            self.found.push(Violation { kind, page: 0, text, origin });
        }
    }

    /// From the first to the last line on a page that a head takes, or a row with the headers
    /// over it.
    pub(super) fn height(&self, number: usize, run: usize, alignment: &Alignment) -> i64 {
        let origin = self.expected.runs.get(run).map(|run| run.origin);
        let is_part = |other: Option<Origin>| match (origin, other) {
            (Some(Origin::Cell(table, row, _)), Some(Origin::Cell(of, other, _))) => {
                (table, row) == (of, other)
            }
            (Some(Origin::Cell(table, ..)), Some(Origin::Header(of, _))) => table == of,
            _ => origin == other,
        };
        let places = self.order.iter().zip(&alignment.runs);
        let lines = places.filter(|((on, _), run)| {
            *on == number && is_part(self.expected.runs.get(**run).map(|run| run.origin))
        });
        let lines = lines.map(|((_, piece), _)| self.pages[number].pieces[*piece].baseline);
        let ends = lines.fold(None, |ends: Option<(i64, i64)>, line| {
            let (first, last) = ends.unwrap_or((line, line));
            Some((first.min(line), last.max(line)))
        });
        ends.map_or(0, |(first, last)| last - first)
    }

    /// Heads of appendices on a page that holds nothing of the rows of their table, though there
    /// was room: a head, or a first row, that fills much of a page stands where it can.
    pub(super) fn lone_heads(&mut self, alignment: &Alignment) {
        let mut head: Option<(usize, usize)> = None;
        for ((number, _), at) in self.order.iter().zip(&alignment.runs) {
            match self.expected.runs.get(*at).map(|run| run.origin) {
                Some(Origin::AppendixHead(_)) => head = Some((*number, *at)),
                Some(Origin::Cell(..)) => {
                    let apart = head.take().filter(|(page, _)| page != number);
                    if let Some((page, run)) = apart
                        && self.height(page, run, alignment) + self.height(*number, *at, alignment)
                            < self.pages[page].height / 2
                    {
                        let run_of = &self.expected.runs[run];
                        self.found.push(Violation {
                            kind: Kind::LoneHead,
                            page: page + 1,
                            text: self.expected.words(run).to_owned(),
                            origin: Some(run_of.origin),
                        });
                    }
                }
                _ => {}
            }
        }
    }
}
