//! Page verification: laid-out pages against the text that must be printed.
//!
//! Pure: pages in, violations out. The engines bring the pages along (`compile`), `render` the
//! expected text, and `finding` makes findings of violations.

pub mod expected;
mod finding;
pub mod page;
mod space;
mod text;

use std::ops::Range;

use expected::{Expected, Narrow, Origin, TableId};
pub use finding::{column_of, differences, findings, place};
use page::{Page, Role};
use space::Collision;
pub use space::Margins;
use text::{Alignment, Fault};

/// Something on the pages that must not be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Violation {
    /// What.
    pub kind: Kind,
    /// The page, from 1; 0 when it is on none.
    pub page: usize,
    /// The text.
    pub text: String,
    /// Where the text belongs.
    pub origin: Option<Origin>,
}

/// What is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// An expected text is not there, or not whole.
    Lost,
    /// An expected text is not in its place.
    Misplaced,
    /// A text is there that is not expected.
    Unexpected,
    /// The text touches or covers this other one.
    Overlap(String),
    /// The text reaches out of the text area or off the page, by so many thousandths of a point.
    Outside(i64),
    /// The text crosses the border of its cell, by so many thousandths of a point.
    Across(i64),
    /// The columns of the table are too narrow for their words.
    TooWide(Narrow),
    /// A page with nothing on it.
    EmptyPage,
    /// The head of an appendix stands on a page without any row of its table.
    LoneHead,
}

/// Whose templates made the pages, which decides how much is known of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Templates {
    /// The built-in ones, with these margins: everything on the pages is expected.
    BuiltIn(Margins),
    /// Some of the project's own: they may print more, in another order, in other margins.
    Own,
}

/// All violations, in the order of the pages; none when the document is as it must be.
#[must_use]
pub fn verify(pages: &[Page], expected: &Expected, templates: Templates) -> Vec<Violation> {
    let order = page::reading_order(pages);
    let (order, expected) = without_foot(pages, order, expected);
    let mut reader = Reader { pages, order: &order, expected: &expected, found: Vec::new() };
    let alignment = text::align(pages, &order, &expected);
    let margins = match templates {
        Templates::BuiltIn(margins) => Some(margins),
        Templates::Own => None,
    };
    reader.places(&alignment, margins);
    reader.text(&alignment, templates);
    if alignment.is_equal {
        reader.lone_heads(&alignment);
    }
    too_wide(reader.found, &expected)
}

/// What each piece of each page is a part of; nothing where the pages do not say what is expected,
/// and for what is no part of the document.
#[must_use]
pub fn origins(pages: &[Page], expected: &Expected) -> Vec<Vec<Option<Origin>>> {
    let order = page::reading_order(pages);
    let (order, expected) = without_foot(pages, order, expected);
    let alignment = text::align(pages, &order, &expected);
    let mut origins: Vec<Vec<Option<Origin>>> =
        pages.iter().map(|page| vec![None; page.pieces.len()]).collect();
    for ((page, piece), run) in order.iter().zip(&alignment.runs) {
        origins[*page][*piece] = expected.runs.get(*run).map(|run| run.origin);
    }
    origins
}

/// Words without room in one table are one mistake, with one way out.
fn too_wide(found: Vec<Violation>, expected: &Expected) -> Vec<Violation> {
    let mut said: Vec<TableId> = Vec::new();
    let one = |violation: Violation| {
        let table = violation.origin.and_then(Origin::table);
        let narrow = expected.narrow.iter().find(|narrow| Some(narrow.table) == table);
        let is_place =
            matches!(violation.kind, Kind::Overlap(_) | Kind::Outside(_) | Kind::Across(_));
        let Some(narrow) = narrow.filter(|_| is_place) else { return Some(violation) };
        if said.contains(&narrow.table) {
            return None;
        }
        said.push(narrow.table);
        Some(Violation { kind: Kind::TooWide(narrow.clone()), ..violation })
    };
    found.into_iter().filter_map(one).collect()
}

/// The lines at the foot of the first page are drawn wherever that page ends in the reading
/// order: where they are there, they are taken out on both sides.
fn without_foot(
    pages: &[Page],
    mut order: Vec<(usize, usize)>,
    expected: &Expected,
) -> (Vec<(usize, usize)>, Expected) {
    let is_foot = |run: &&expected::Run| run.origin == Origin::FirstFoot;
    if !expected.runs.iter().any(|run| is_foot(&run)) {
        return (order, expected.clone());
    }
    let mut rest = Expected { narrow: expected.narrow.clone(), ..Expected::default() };
    let runs =
        || (0..expected.runs.len()).map(|run| (expected.runs[run].origin, expected.words(run)));
    // One may say what is a part of another: they are looked for together.
    let all: String =
        runs().filter(|(origin, _)| *origin == Origin::FirstFoot).map(|it| it.1).collect();
    let whole = foot_line(pages, &order, &all);
    let is_whole = whole.is_some();
    if let Some(places) = whole {
        order.drain(places);
    }
    for (origin, words) in runs() {
        if origin != Origin::FirstFoot {
            rest.push(origin, words);
        } else if !is_whole {
            match foot_line(pages, &order, words) {
                Some(places) => drop(order.drain(places)),
                None => rest.push(origin, words),
            }
        }
    }
    (order, rest)
}

/// Where in the reading order a text at the foot of the first page stands; a long one stands on
/// several lines, and one with signs of another typeface in several pieces.
fn foot_line(pages: &[Page], order: &[(usize, usize)], words: &str) -> Option<Range<usize>> {
    let wanted = text::letters(words);
    (0..order.len()).rev().find_map(|start| {
        let mut rest = wanted.as_str();
        for (place, (number, piece)) in order.iter().enumerate().skip(start) {
            let page = pages.get(*number).filter(|_| *number == 0)?;
            rest = rest.strip_prefix(text::letters(page.words(&page.pieces[*piece])).as_str())?;
            if rest.is_empty() {
                return Some(start..place + 1);
            }
        }
        None
    })
}

struct Reader<'a> {
    pages: &'a [Page],
    order: &'a [(usize, usize)],
    expected: &'a Expected,
    found: Vec<Violation>,
}

impl Reader<'_> {
    /// Collisions on each page, and pages without text.
    fn places(&mut self, alignment: &Alignment, margins: Option<Margins>) {
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
    fn add(&mut self, kind: Kind, (number, piece): (usize, usize), alignment: &Alignment) {
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
    fn text(&mut self, alignment: &Alignment, templates: Templates) {
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
    fn height(&self, number: usize, run: usize, alignment: &Alignment) -> i64 {
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
    fn lone_heads(&mut self, alignment: &Alignment) {
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

impl Origin {
    /// The table that it is in.
    #[must_use]
    pub fn table(self) -> Option<TableId> {
        match self {
            Self::Beside(table) | Self::Header(table, _) | Self::Cell(table, ..) => Some(table),
            _ => None,
        }
    }
}
