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
        let by_title = open.filter(|_| own.is_none() && (is_dashed || is_unnumbered));
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
