//! Page verification: laid-out pages against the text that must be printed.
//!
//! Pure: pages in, violations out. The engines bring the pages along (`compile`), `render` the
//! expected text, and `finding` makes findings of violations.

pub mod expected;
mod finding;
pub mod page;
mod reader;
mod space;
mod text;

use std::ops::Range;

use expected::{Expected, Narrow, Origin, TableId};
pub use finding::{column_of, differences, findings, place};
use page::Page;
use reader::Reader;
pub use space::Margins;

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
