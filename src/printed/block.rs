//! The text of a document, block by block.

use super::grid::Grid;
use super::run::{Line, Run};
use crate::model::block::Rank;

/// A part of the text that starts on a new line. Items are flat, in reading order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// The title of a part.
    Heading {
        /// What it opens.
        rank: Rank,
        /// How many headings it stands under, itself counted: from 1.
        depth: usize,
        /// `Chương I`, `I.`, `1.`, `a)`
        marker: Option<String>,
        /// The title.
        line: Line,
    },
    /// A paragraph without a marker.
    Paragraph {
        /// How many items it stands in.
        level: usize,
        /// What it says.
        line: Line,
    },
    /// The first paragraph of khoản, điểm or a dash.
    Item {
        /// How many items it stands in, itself counted.
        level: usize,
        /// `1.`, `a)`, `-`
        marker: String,
        /// What it says.
        line: Line,
    },
    /// The first paragraph of an điều without a title (R50); its marker is bold.
    Article {
        /// How many items it stands in, itself counted.
        level: usize,
        /// `Điều 1.`
        marker: String,
        /// What it says.
        line: Line,
    },
    /// A line that opens what follows and is no paragraph: in the middle, or flush left without an
    /// indent (Mẫu 1.8, 1.10).
    Lead {
        /// Whether it stands in the middle.
        is_centred: bool,
        /// What it says.
        line: Line,
    },
    /// A footnote, printed at the foot of the page that names it. Footnotes come last in a text.
    Note {
        /// Its number, from 1 in each text.
        marker: String,
        /// What it says.
        line: Line,
    },
    /// Căn cứ, one a line (R43).
    Bases(Vec<Line>),
    /// A table.
    Grid(Grid),
    /// Tables beside each other, from left to right.
    SideBySide(Vec<Grid>),
}

impl Block {
    /// What it begins with.
    #[must_use]
    pub fn marker(&self) -> Option<&str> {
        match self {
            Self::Heading { marker, .. } => marker.as_deref(),
            Self::Item { marker, .. }
            | Self::Article { marker, .. }
            | Self::Note { marker, .. } => Some(marker),
            Self::Paragraph { .. }
            | Self::Lead { .. }
            | Self::Bases(_)
            | Self::Grid(_)
            | Self::SideBySide(_) => None,
        }
    }

    /// The table it is, if it is one.
    #[must_use]
    pub fn grid(&self) -> Option<&Grid> {
        if let Self::Grid(grid) = self { Some(grid) } else { None }
    }

    /// Its tables.
    #[must_use]
    pub fn grids(&self) -> &[Grid] {
        match self {
            Self::Grid(grid) => std::slice::from_ref(grid),
            Self::SideBySide(grids) => grids,
            _ => &[],
        }
    }

    /// The same tables, to be changed.
    pub fn grids_mut(&mut self) -> &mut [Grid] {
        match self {
            Self::Grid(grid) => std::slice::from_mut(grid),
            Self::SideBySide(grids) => grids,
            _ => &mut [],
        }
    }

    /// What it says; nothing of bases and tables.
    #[must_use]
    pub fn line(&self) -> Option<&Line> {
        match self {
            Self::Heading { line, .. }
            | Self::Paragraph { line, .. }
            | Self::Item { line, .. }
            | Self::Article { line, .. }
            | Self::Lead { line, .. }
            | Self::Note { line, .. } => Some(line),
            Self::Bases(_) | Self::Grid(_) | Self::SideBySide(_) => None,
        }
    }

    /// The runs of [`Block::line`], to be changed.
    pub fn runs_mut(&mut self) -> &mut [Run] {
        self.line_mut().map(|line| line.runs.as_mut_slice()).unwrap_or_default()
    }

    /// [`Block::line`], to be changed.
    pub(super) fn line_mut(&mut self) -> Option<&mut Line> {
        match self {
            Self::Heading { line, .. }
            | Self::Paragraph { line, .. }
            | Self::Item { line, .. }
            | Self::Article { line, .. }
            | Self::Lead { line, .. }
            | Self::Note { line, .. } => Some(line),
            Self::Bases(_) | Self::Grid(_) | Self::SideBySide(_) => None,
        }
    }
}
