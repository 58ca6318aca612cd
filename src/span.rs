//! Places in texts.

use std::ops::Range;

/// Which of the [`Sources`](crate::source::Sources) a place is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SourceId(pub(crate) u32);

/// Ids from here on are those of shared texts.
pub(crate) const FIRST_SHARED: u32 = 1 << 31;

impl SourceId {
    /// The index of a shared text; for any other text, an index that no shared text has.
    pub(crate) fn shared_index(self) -> u32 {
        self.0.wrapping_sub(FIRST_SHARED)
    }

    /// The id of the shared text at `index`.
    pub(crate) fn of_shared(index: u32) -> Option<Self> {
        index.checked_add(FIRST_SHARED).map(Self)
    }
}

/// A byte range in one source. Lines and columns are computed only for printing.
///
/// Everything that a finding may point at stores a `Span`: values of the model, figures, entries of
/// the catalog. Code that needs the text behind it asks [`Sources`](crate::source::Sources).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The source the range is in.
    pub source: SourceId,
    /// First byte.
    pub start: usize,
    /// The byte after the last one.
    pub end: usize,
}

impl Span {
    /// A range in `source`.
    #[must_use]
    pub fn new(source: SourceId, range: Range<usize>) -> Self {
        Self { source, start: range.start, end: range.end }
    }

    /// The range alone.
    #[must_use]
    pub fn range(self) -> Range<usize> {
        self.start..self.end
    }
}
