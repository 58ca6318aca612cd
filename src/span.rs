//! Places in texts.

use std::ops::Range;

use serde::{Deserialize, Serialize};

/// Which of the [`Sources`](crate::source::Sources) a place is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct SourceId(pub(crate) u32);

/// Ids from here on are those of shared texts.
pub(crate) const FIRST_SHARED: u32 = 1 << 31;

impl SourceId {
    /// The id of the text at `index` of those that a directive has for itself.
    pub(crate) fn own(index: u32) -> Self {
        Self(index)
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
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
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
