//! What a `{{ … }}` in the body points to.

use crate::source::Span;

/// A reference that points to something that is there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference {
    /// What it points to.
    pub to: To,
    /// With its braces.
    pub span: Span,
}

/// What can be pointed to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum To {
    /// `bases`: the legal bases, one after the other.
    Bases,
    /// `appendix("id")`: the name of the appendix, such as `Phụ lục I`.
    Appendix(usize),
    /// `table("id")`: the table itself, in the body.
    Table(usize),
    /// `id.total.column`: one computed figure.
    Figure(Figure),
}

/// One cell of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Figure {
    /// Index of the target.
    pub target: usize,
    /// Which row.
    pub row: FigureRow,
    /// Index of the column.
    pub column: usize,
    /// Decimals to print, when not those of the column.
    pub decimals: Option<u32>,
}

/// Which row a figure is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FigureRow {
    /// The row of totals.
    Total,
    /// The row of this index.
    Unit(usize),
}
