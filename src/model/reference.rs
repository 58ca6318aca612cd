//! What a `{{ … }}` in the body points to.

use std::sync::Arc;

use super::cell_id::CellId;
use super::legal_document::LegalDocument;
use crate::span::Span;

/// A reference that points to something that is there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference {
    /// What it points to.
    pub to: Referent,
    /// With its braces.
    pub span: Span,
}

/// What can be pointed to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Referent {
    /// `bases`: the legal bases, one after the other.
    Bases,
    /// `cite("id")`: a document of the catalog, in full the first time.
    Document(Arc<LegalDocument>),
    /// `appendix("id")`: the name of the appendix, such as `Phụ lục I`.
    Appendix(Appendix),
    /// `table("id")`: the table itself, in the body.
    Table(usize),
    /// `id.count`: how many rows a table has, or a group of it.
    Count {
        /// Index of the target.
        target: usize,
        /// Index of the line of the group.
        group: Option<usize>,
    },
    /// `id.total.column`: one computed figure.
    Figure(Figure),
    /// What a copy says of the row it is for.
    Told(String),
}

/// One cell of a table, and its form in the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Figure {
    /// Which cell.
    pub cell: CellId,
    /// How it is printed.
    pub format: Format,
}

/// How a figure is printed in the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// As in its column.
    Column,
    /// `so(n)`: with `n` decimals.
    Number(u32),
    /// `phan_tram(n)`: with `n` decimals and the sign `%`.
    Percent(u32),
    /// `bang_chu`: in words, of the figure rounded to so many decimals: those of `bang_chu(n)`,
    /// else those it is printed with in the same paragraph; `None` is as in its column.
    Words(Option<u32>),
}

/// What stands on pages of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Appendix {
    /// The table of this index.
    Table(usize),
    /// The working of the allocation in this column of that table.
    Working(usize, usize),
    /// The text of this index.
    Text(usize),
}
