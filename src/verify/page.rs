//! A laid-out page: what text stands where, as a reader of Typst's frames or of a PDF gives it.
//!
//! All lengths are thousandths of a point, from the upper left corner of the page.

use std::ops::Range;

/// One page.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Page {
    /// Width of the paper.
    pub width: i64,
    /// Height of the paper.
    pub height: i64,
    /// The text of all pieces.
    pub text: String,
    /// The pieces of text, in the order they are drawn.
    pub pieces: Vec<Piece>,
    /// The straight lines.
    pub lines: Vec<Line>,
    /// Whether there is a picture on it.
    pub has_picture: bool,
}

/// A piece of text on one line, without blanks at its ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// Its bytes in the text of the page.
    pub text: Range<usize>,
    /// Left end.
    pub left: i64,
    /// Right end.
    pub right: i64,
    /// Baseline.
    pub baseline: i64,
    /// Type size.
    pub size: i64,
    /// What it is a part of.
    pub role: Role,
}

/// What a piece of text is a part of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// The text outside tables.
    Text,
    /// A cell of a table.
    Cell(PageCell),
    /// A footnote.
    Note,
    /// What is no part of the document: a page number, the header of a table once more.
    Artifact,
}

/// A cell of a table as it is laid out, header and merged cells among the others. The numbers only
/// give the reading order; which cell of the directive it is, [`super::expected::Origin`] says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct PageCell {
    /// The table.
    pub table: u32,
    /// The row in which it starts.
    pub row: u32,
    /// The column in which it starts.
    pub column: u32,
}

/// A straight line between two points, as x and y.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Line {
    /// One end.
    pub from: (i64, i64),
    /// The other end.
    pub to: (i64, i64),
}

/// A box around text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Area {
    pub(super) left: i64,
    pub(super) right: i64,
    pub(super) top: i64,
    pub(super) bottom: i64,
}

impl Piece {
    /// The box of its letters: from above the capitals to below the descenders, without the
    /// marks above capitals, which may reach into the line before.
    pub(super) fn area(&self) -> Area {
        Area {
            left: self.left,
            right: self.right,
            top: self.baseline - self.size * 3 / 4,
            bottom: self.baseline + self.size / 5,
        }
    }
}

impl Page {
    /// The words of a piece.
    pub(super) fn words(&self, piece: &Piece) -> &str {
        self.text.get(piece.text.clone()).unwrap_or_default()
    }
}

/// Pages and pieces by their indexes, in reading order: as drawn, but cells by row and column,
/// as one that lies over several rows or pages is drawn later, and footnotes last. Artifacts are left
/// out.
pub(super) fn reading_order(pages: &[Page]) -> Vec<(usize, usize)> {
    let mut keys = Vec::new();
    let mut tables: Vec<(u32, u32)> = Vec::new();
    for (number, page) in pages.iter().enumerate() {
        for (index, piece) in page.pieces.iter().enumerate() {
            let drawn = u32::try_from(keys.len()).unwrap_or(u32::MAX);
            let key = match piece.role {
                Role::Artifact => continue,
                Role::Text => (drawn, 0, 0),
                Role::Note => (u32::MAX, 0, drawn),
                Role::Cell(cell) => {
                    let known = tables.iter().rev().find(|(table, _)| *table == cell.table);
                    let first = known.map_or(drawn, |(_, first)| *first);
                    if known.is_none() {
                        tables.push((cell.table, drawn));
                    }
                    (first, cell.row, cell.column)
                }
            };
            keys.push((key, (number, index)));
        }
    }
    if !keys.is_sorted() {
        keys.sort_unstable();
    }
    keys.into_iter().map(|(_, place)| place).collect()
}
