//! On which pages a figure is printed: each of its prints gets a mark, and the pages are searched
//! for the marks.

use std::collections::BTreeSet;
use std::num::NonZeroU32;

use super::{CellId, Print};
use crate::model::reference::Appendix;
use crate::printed::Document;
use crate::printed::run::Source;
use crate::render;

/// Marks each of `prints` in `document`.
pub fn mark(document: &mut Document, prints: &[(CellId, &Print)]) {
    for (index, (spot, print)) in prints.iter().enumerate() {
        let mark = number(index);
        let shows = match print {
            Print::Sentence(sentence) => {
                let is_here = |source: &Source| matches!(source, Source::Reference(it) if it.span == sentence.span);
                let runs = document.runs_mut().filter(|run| is_here(&run.source));
                runs.for_each(|run| run.mark = mark);
                continue;
            }
            Print::Table { .. } => Appendix::Table(spot.target),
            Print::Working { .. } => Appendix::Working(spot.target, spot.column),
        };
        for grid in document.grids_mut().filter(|grid| grid.shows == shows) {
            if let Some(cell) = grid.cell_mut(spot.line, spot.column) {
                cell.text.runs.iter_mut().for_each(|run| run.mark = mark);
            }
        }
    }
}

/// Of each of `count` prints, the pages (from 1) that show its mark; `pages` holds the text of
/// each.
#[must_use]
pub fn seen_on(pages: &[String], count: usize) -> Vec<BTreeSet<usize>> {
    let pages_with = |mark| render::pages_with(mark, pages);
    (0..count).map(|index| number(index).map(pages_with).unwrap_or_default()).collect()
}

/// The mark of the print at `index`.
fn number(index: usize) -> Option<NonZeroU32> {
    u32::try_from(index + 1).ok().and_then(NonZeroU32::new)
}
