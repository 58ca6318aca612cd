//! Groups, units and totals from the rows of a sheet: by their marks (A, I, 1), or by the sums
//! that end each group.

use std::collections::BTreeSet;

use super::kinds::{Entry, RowKind};
use crate::model::row_names::{RowName, row_name};
use crate::model::row_number::RowNumber;

/// A row of the table and what belongs to it.
#[derive(Debug, Clone)]
pub(super) enum Node {
    /// A unit: the place of its entry.
    Unit(usize),
    /// A group: its entry, and what it holds.
    Group(usize, Vec<Node>),
    /// Sums of what it stands among.
    Total(usize),
}

/// Why the rows have no one structure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unclear {
    /// A row without figures is a unit or a group.
    Title(usize),
    /// A sum in the middle that belongs to no group.
    SumInTheMiddle(usize),
    /// A row behind the sum of its group that stands in no other one.
    AfterSum(usize),
    /// A mean or a rounded sum that is neither a unit nor a sum.
    Derived(usize),
}

/// A group that is not ended yet.
struct Open {
    entry: usize,
    level: usize,
    below: Vec<Node>,
    is_summed: bool,
}

/// The rows of the table as a tree. `entries` are units, titles and totals alone.
pub(super) fn tree(entries: &[Entry]) -> Result<Vec<Node>, Unclear> {
    if let Some(at) = derived(entries) {
        return Err(Unclear::Derived(at));
    }
    let levels = levels(entries)?;
    let is_row = |at: &usize| entries[*at].kind != RowKind::Total;
    let last_row = (0..entries.len()).rfind(is_row).unwrap_or(0);
    let sums_below = (last_row + 1..entries.len()).count();
    let mut open: Vec<Open> = Vec::new();
    let mut nodes: Vec<Node> = Vec::new();
    let mut middle_sum: Option<&str> = None;
    for (at, entry) in entries.iter().enumerate() {
        if entry.kind == RowKind::Total {
            let is_last = at > last_row;
            let is_of_table = if is_last {
                let is_end = at + 1 == entries.len();
                let repeats = middle_sum.is_some_and(|label| label == entry.label);
                is_end && (sums_below > 1 || !repeats || open.iter().all(|group| group.is_summed))
            } else {
                open.is_empty() && nodes.is_empty()
            };
            if is_of_table {
                close(&mut open, &mut nodes, 0);
                nodes.push(Node::Total(at));
                continue;
            }
            let group = open.iter_mut().rev().find(|group| !group.is_summed);
            let Some(group) = group else { return Err(Unclear::SumInTheMiddle(at)) };
            group.is_summed = !group.below.is_empty();
            group.below.push(Node::Total(at));
            let level = group.level;
            // Groups within it are complete.
            if entries[at + 1..].iter().all(|entry| entry.kind == RowKind::Total) {
                close(&mut open, &mut nodes, level + 1);
            }
            middle_sum.get_or_insert(&entry.label);
            continue;
        }
        close(&mut open, &mut nodes, levels[at]);
        if open.last().is_some_and(|group| group.is_summed) {
            return Err(Unclear::AfterSum(at));
        }
        let next = (at + 1..entries.len()).find(|at| is_row(at));
        if next.is_some_and(|next| levels[next] > levels[at]) {
            let level = levels[at];
            open.push(Open { entry: at, level, below: Vec::new(), is_summed: false });
        } else {
            let parent = open.last_mut().map_or(&mut nodes, |group| &mut group.below);
            parent.push(Node::Unit(at));
        }
    }
    close(&mut open, &mut nodes, 0);
    Ok(nodes)
}

/// The first `Bình quân` or the like that is surely no unit: one without a number in a numbered
/// table, or behind a sum.
fn derived(entries: &[Entry]) -> Option<usize> {
    let has_marks = entries.iter().any(|entry| entry.mark.is_some());
    let first_sum = entries.iter().position(|entry| entry.kind == RowKind::Total);
    (0..entries.len()).find(|at| {
        let entry = &entries[*at];
        let is_apart = has_marks && entry.mark.is_none();
        row_name(&entry.label) == RowName::Derived
            && (is_apart || first_sum.is_some_and(|first| first > 0 && *at > first))
    })
}

/// Ends the groups that stand at `level` or deeper.
fn close(open: &mut Vec<Open>, nodes: &mut Vec<Node>, level: usize) {
    while let Some(group) = open.pop_if(|group| group.level >= level) {
        let parent = open.last_mut().map_or(&mut *nodes, |parent| &mut parent.below);
        parent.push(Node::Group(group.entry, group.below));
    }
}

/// How deep each row stands: kinds of marks in the order in which they come first.
fn levels(entries: &[Entry]) -> Result<Vec<usize>, Unclear> {
    let rows = || entries.iter().enumerate().filter(|(_, entry)| entry.kind != RowKind::Total);
    let has_marks = rows().any(|(_, entry)| entry.mark.is_some());
    if !has_marks {
        return levels_by_sums(entries);
    }
    let mut kinds: Vec<Option<(u8, usize)>> = Vec::new();
    let mut levels = vec![0; entries.len()];
    for (at, entry) in rows() {
        let kind = entry.mark.map(RowNumber::kind);
        let known = kinds.iter().position(|known| *known == kind);
        levels[at] = known.unwrap_or_else(|| {
            kinds.push(kind);
            kinds.len() - 1
        });
    }
    let plain_kinds = plain_kinds(entries, &levels);
    // A row without mark and figures is a group, else nobody knows what it is.
    for (at, entry) in rows() {
        let next = (at + 1..entries.len()).find(|at| entries[*at].kind != RowKind::Total);
        let is_group = next.is_some_and(|next| levels[next] > levels[at]);
        if is_group && is_blank_unit(entries, &plain_kinds, at, next) {
            return Err(Unclear::Title(at));
        }
        if entry.kind == RowKind::Title && entry.mark.is_none() && !is_group {
            return Err(Unclear::Title(at));
        }
    }
    Ok(levels)
}

/// The kinds of numbers of units that hold nothing.
fn plain_kinds(entries: &[Entry], levels: &[usize]) -> BTreeSet<(u8, usize)> {
    let is_plain = |at: &usize| {
        let holds = levels.get(at + 1).is_some_and(|next| *next > levels[*at]);
        entries[*at].kind == RowKind::Unit && !holds
    };
    let plain = (0..entries.len()).filter(is_plain);
    plain.filter_map(|at| entries[at].mark.map(RowNumber::kind)).collect()
}

/// Whether a numbered row without figures is rather a unit that has not reported than the name over
/// the rows without a number behind it: others of its kind are units.
fn is_blank_unit(
    entries: &[Entry],
    plain_kinds: &BTreeSet<(u8, usize)>,
    at: usize,
    next: Option<usize>,
) -> bool {
    entries[at].kind == RowKind::Title
        && next.is_some_and(|next| entries[next].mark.is_none())
        && entries[at].mark.is_some_and(|mark| plain_kinds.contains(&mark.kind()))
}

/// Without marks a row without figures begins a group when a sum ends each of them.
fn levels_by_sums(entries: &[Entry]) -> Result<Vec<usize>, Unclear> {
    let mut levels = vec![0; entries.len()];
    let titles: Vec<usize> =
        (0..entries.len()).filter(|at| entries[*at].kind == RowKind::Title).collect();
    let Some(first) = titles.first().copied() else { return Ok(levels) };
    let last_row = entries.iter().rposition(|entry| entry.kind != RowKind::Total).unwrap_or(0);
    let has_sums_between = entries[first..last_row].iter().any(|it| it.kind == RowKind::Total);
    if !has_sums_between {
        // Nothing speaks for groups: units without figures.
        return Ok(levels);
    }
    let ends = titles.iter().skip(1).copied().chain([entries.len()]);
    for (title, end) in titles.iter().copied().zip(ends) {
        let below = &entries[title + 1..end];
        let units = below.iter().filter(|entry| entry.kind == RowKind::Unit).count();
        let is_summed = below.iter().any(|entry| entry.kind == RowKind::Total);
        if units == 0 || !is_summed {
            return Err(Unclear::Title(title));
        }
    }
    let is_row = |entry: &&Entry| entry.kind != RowKind::Total;
    if entries[..first].iter().any(|entry| is_row(&entry)) {
        return Err(Unclear::Title(first));
    }
    // A single sum at the end may be that of the last group or that of the table: two are clear.
    for (at, level) in levels.iter_mut().enumerate().skip(first) {
        *level = usize::from(entries[at].kind != RowKind::Title);
    }
    Ok(levels)
}
