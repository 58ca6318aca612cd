//! Rows of a sheet that are parts of the row above: their marks say nothing of groups.

use std::collections::BTreeMap;

use super::Found;
use super::kinds::{Entry, RowKind};
use crate::load::part_rows::{self, DASHES};
use crate::model::row_number::RowNumber;
use crate::model::target::Extent;

/// A part, and what it is where neither its name nor the file says so.
pub(super) struct PartEntry {
    pub(super) entry: Entry,
    pub(super) extent: Option<Extent>,
}

/// Parts by the place, among the other rows, of the row above them.
pub(super) type Parts = BTreeMap<usize, Vec<PartEntry>>;

/// The rows without the parts, and the parts.
pub(super) fn split(found: &Found<'_>, entries: Vec<Entry>) -> (Vec<Entry>, Parts) {
    let column = found.layout.details.iter().find(|(key, _)| *key == "part");
    let of_column = |entry: &Entry| {
        let word = found.grid.words(entry.row, column?.1);
        part_rows::of_word(&word)
    };
    let mut rows: Vec<Entry> = Vec::new();
    let mut parts = Parts::new();
    // The parts whose name stood last, while rows with dashes follow it.
    let mut open: Option<Extent> = None;
    for entry in entries {
        let own = of_column(&entry).or_else(|| part_rows::of_name(&entry.label));
        let is_dashed =
            entry.mark == Some(RowNumber::Dash) || entry.label.trim_start().starts_with(DASHES);
        // In a numbered table the rows without a number belong to the one that has it.
        let is_unnumbered = found.layout.index.is_some()
            && entry.mark.is_none()
            && rows.last().is_some_and(|whole| whole.mark.is_some());
        let is_next = is_next_part(&rows, &parts, &entry, is_dashed);
        let of_last = || last_extent(&rows, &parts).filter(|_| is_next);
        let by_title = open.filter(|_| is_dashed || is_unnumbered).or_else(of_last);
        let by_title = by_title.filter(|_| own.is_none());
        let is_part = entry.kind != RowKind::Total && own.or(by_title).is_some();
        if !is_part || rows.is_empty() {
            open = None;
            rows.push(entry);
            continue;
        }
        if own.is_some() {
            open = own.filter(|_| entry.kind == RowKind::Title);
        }
        parts.entry(rows.len() - 1).or_default().push(PartEntry { entry, extent: by_title });
    }
    (rows, parts)
}

/// What the parts of the last row are together.
fn last_extent(rows: &[Entry], parts: &Parts) -> Option<Extent> {
    let last = parts.get(&rows.len().checked_sub(1)?)?.last()?;
    last.extent.or_else(|| part_rows::of_name(&last.entry.label))
}

/// Whether the entry goes on with the parts of the last row: it is marked as the part before it, and
/// otherwise than their whole.
fn is_next_part(rows: &[Entry], parts: &Parts, entry: &Entry, is_dashed: bool) -> bool {
    let Some(whole) = rows.last() else { return false };
    let Some(last) = parts.get(&(rows.len() - 1)).and_then(|parts| parts.last()) else {
        return false;
    };
    let kind = |entry: &Entry| entry.mark.map(RowNumber::kind);
    let is_alike = kind(entry) == kind(&last.entry) && kind(entry) != kind(whole);
    let is_whole_dashed =
        whole.label.trim_start().starts_with(DASHES) || whole.mark == Some(RowNumber::Dash);
    is_alike
        || (is_dashed
            && !is_whole_dashed
            && kind(entry).is_none_or(|kind| kind == RowNumber::Dash.kind()))
}
