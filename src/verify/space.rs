//! Whether the words have their room: nothing outside the page, nothing over anything else,
//! nothing across the border of a cell.

use super::page::{Area, Line, Page, Piece, Role};
use super::text::is_joined;

/// What is wrong with a piece of text; pieces are indexes in their page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Collision {
    /// Part of it lies so far outside the text area.
    Outside { piece: usize, by: i64 },
    /// It touches or covers another piece.
    Over { piece: usize, other: usize, by: i64 },
    /// It crosses a line, by so much.
    Across { piece: usize, by: i64 },
}

/// The margins that text keeps, in thousandths of a point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Margins {
    /// At the left.
    pub left: i64,
    /// At the right.
    pub right: i64,
    /// Below.
    pub bottom: i64,
}

/// So much is the inexactness of positions, not a fault.
const TOLERANCE: i64 = 150;

/// Two texts on a line that belong to different places are at least so far apart.
const LEAST_GAP: i64 = 800;

/// All faults of a page. `margins` are those of its text, where they are known.
pub(super) fn collisions(page: &Page, margins: Option<Margins>) -> Vec<Collision> {
    let areas: Vec<Area> = page.pieces.iter().map(Piece::area).collect();
    let mut found = Vec::new();
    for (piece, area) in areas.iter().enumerate() {
        let is_artifact = page.pieces[piece].role == Role::Artifact;
        let by = outside(page, *area, margins.filter(|_| !is_artifact));
        if by > TOLERANCE {
            found.push(Collision::Outside { piece, by });
        }
    }
    overlaps(page, &areas, &mut found);
    crossings(page, &areas, &mut found);
    found
}

/// How far an area lies outside the text area.
fn outside(page: &Page, area: Area, margins: Option<Margins>) -> i64 {
    let none = Margins { left: 0, right: 0, bottom: 0 };
    let Margins { left, right, bottom } = margins.unwrap_or(none);
    [
        left - area.left,
        area.right - (page.width - right),
        -area.top,
        area.bottom - (page.height - bottom),
    ]
    .into_iter()
    .max()
    .unwrap_or(0)
}

/// The pieces whose areas begin at one height, from left to right.
struct Row {
    top: i64,
    bottom: i64,
    pieces: Vec<usize>,
}

/// Pieces that touch or cover each other: those of one row, then those of rows that overlap.
fn overlaps(page: &Page, areas: &[Area], found: &mut Vec<Collision>) {
    let rows = rows(areas);
    for (index, row) in rows.iter().enumerate() {
        for pair in row.pieces.windows(2) {
            pair_of(page, areas, (pair[0], pair[1]), found);
        }
        // A piece that reaches far to the right may cover more than its neighbour.
        let mut widest: Option<usize> = None;
        for (place, piece) in row.pieces.iter().enumerate() {
            if let Some(wide) = widest
                && place > 0
                && row.pieces[place - 1] != wide
            {
                pair_of(page, areas, (wide, *piece), found);
            }
            if widest.is_none_or(|wide| areas[wide].right < areas[*piece].right) {
                widest = Some(*piece);
            }
        }
        let below = rows[index + 1..].iter();
        for other in below.take_while(|other| other.top < row.bottom - TOLERANCE) {
            between(page, areas, (row, other), found);
        }
    }
}

fn rows(areas: &[Area]) -> Vec<Row> {
    let mut order: Vec<usize> = (0..areas.len()).collect();
    order.sort_unstable_by_key(|piece| {
        let area = areas[*piece];
        (area.top, area.bottom, area.left, *piece)
    });
    let mut rows: Vec<Row> = Vec::new();
    for piece in order {
        let area = areas[piece];
        match rows.last_mut() {
            Some(row) if (row.top, row.bottom) == (area.top, area.bottom) => row.pieces.push(piece),
            _ => rows.push(Row { top: area.top, bottom: area.bottom, pieces: vec![piece] }),
        }
    }
    rows
}

/// The pairs of two rows, each from left to right, that are not clearly beside each other.
fn between(page: &Page, areas: &[Area], (row, other): (&Row, &Row), found: &mut Vec<Collision>) {
    let mut start = 0;
    for piece in &row.pieces {
        let area = areas[*piece];
        let is_before = |at: usize| areas[other.pieces[at]].right + LEAST_GAP <= area.left;
        while start < other.pieces.len() && is_before(start) {
            start += 1;
        }
        let near = other.pieces[start..].iter();
        for next in near.take_while(|next| areas[**next].left < area.right + LEAST_GAP) {
            pair_of(page, areas, (*piece, *next), found);
        }
    }
}

/// Two pieces at about the same height.
fn pair_of(page: &Page, areas: &[Area], (one, two): (usize, usize), found: &mut Vec<Collision>) {
    let (a, b) = (areas[one], areas[two]);
    let common = a.bottom.min(b.bottom) - a.top.max(b.top);
    let gap = a.left.max(b.left) - a.right.min(b.right);
    let is_beside = common * 2 > (a.bottom - a.top).min(b.bottom - b.top);
    let least = if is_beside { LEAST_GAP } else { -TOLERANCE };
    if common <= TOLERANCE || gap >= least {
        return;
    }
    let (first, second) = (one.min(two), one.max(two));
    let (piece, other) = (&page.pieces[first], &page.pieces[second]);
    // What is set in two styles, or drawn in two pieces, is one word.
    let is_one_word = piece.role == other.role
        && (is_joined(piece, other) || is_joined(other, piece))
        && second - first <= MOST_WITHIN_WORD;
    if !is_one_word {
        found.push(Collision::Over { piece: second, other: first, by: least - gap });
    }
}

/// Pieces of one word are drawn close after one another.
const MOST_WITHIN_WORD: usize = 2;

/// Pieces that a line runs through.
fn crossings(page: &Page, areas: &[Area], found: &mut Vec<Collision>) {
    let upright = |line: &&Line| (line.from.0 - line.to.0).abs() <= TOLERANCE;
    let level = |line: &&Line| (line.from.1 - line.to.1).abs() <= TOLERANCE;
    let mut uprights: Vec<(i64, i64, i64)> = page
        .lines
        .iter()
        .filter(upright)
        .map(|line| (line.from.0, line.from.1.min(line.to.1), line.from.1.max(line.to.1)))
        .collect();
    let mut levels: Vec<(i64, i64, i64)> = page
        .lines
        .iter()
        .filter(level)
        .map(|line| (line.from.1, line.from.0.min(line.to.0), line.from.0.max(line.to.0)))
        .collect();
    uprights.sort_unstable();
    levels.sort_unstable();
    for (piece, area) in areas.iter().enumerate() {
        let sideways = through(&uprights, (area.left, area.right), (area.top, area.bottom));
        let down = through(&levels, (area.top, area.bottom), (area.left, area.right));
        let by = sideways.max(down);
        if by > TOLERANCE {
            found.push(Collision::Across { piece, by });
        }
    }
}

/// How far an area reaches beyond a line that runs through it. A line is its place across, then
/// its two ends; so is the area.
fn through(lines: &[(i64, i64, i64)], across: (i64, i64), along: (i64, i64)) -> i64 {
    let from = lines.partition_point(|(at, ..)| *at <= across.0 + TOLERANCE);
    lines[from..]
        .iter()
        .take_while(|(at, ..)| *at < across.1 - TOLERANCE)
        .filter(|(_, start, end)| *start < along.1 - TOLERANCE && *end > along.0 + TOLERANCE)
        .map(|(at, ..)| (at - across.0).min(across.1 - at))
        .max()
        .unwrap_or(0)
}
