//! Where things stand on the page in what the decree leaves free: the sample pages of its forms and
//! signed documents say what is usual. docs/layout.md is the table of what is found.
//!
//! Distances are millimetres between baselines unless an element says otherwise.

mod breaks;
mod find;
mod table;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::ops::RangeInclusive;

use super::paper::Paper;
use crate::project::{of_project, same_as_file};
use table::POSITIONS;

/// A distance that the decree leaves free.
struct Position {
    /// What is measured, as the table names it.
    element: &'static str,
    /// On the sample pages of Phụ lục III.
    sample: &'static str,
    /// On signed documents.
    practice: &'static str,
    /// What is asked of ours.
    asked: RangeInclusive<f64>,
    /// Why it is not what sample or practice have; nothing where it is.
    reason: &'static str,
    find: fn(&Paper<'_>) -> Vec<f64>,
}

/// What is found of each position, in the order of the table.
pub(super) type Found = Vec<Vec<f64>>;

/// Measures one document. Lines and paragraphs further apart than usual move what follows them.
pub(super) fn found(paper: &Paper<'_>) -> Found {
    let is_usual = paper.asked.gap < 6.5 && (1.19..1.21).contains(&paper.asked.step);
    let find = |position: &Position| if is_usual { (position.find)(paper) } else { Vec::new() };
    POSITIONS.iter().map(find).collect()
}

/// What is not as asked in one document.
pub(super) fn faults(found: &Found) -> Vec<String> {
    let mut faults = Vec::new();
    for (position, found) in POSITIONS.iter().zip(found) {
        let Position { element, asked, .. } = position;
        let is_off = |found: &&f64| **found < asked.start() - 0.05 || **found > asked.end() + 0.05;
        faults.extend(found.iter().filter(is_off).map(|found| {
            format!("{element}: found {found:.2}, expected {} to {}", asked.start(), asked.end())
        }));
    }
    faults
}

/// docs/layout.md ends with the table of what is found.
pub(super) fn hold_the_page<'a>(documents: impl Iterator<Item = &'a Found>) {
    let path = of_project("docs/layout.md");
    let page = std::fs::read_to_string(&path).expect("docs/layout.md can be read");
    let (before, _) = page.split_once("| Element |").expect("docs/layout.md has the table");
    let page = before.to_owned() + &table(documents);
    if let Err(difference) = same_as_file(&path, &page) {
        panic!("{difference}");
    }
}

/// The table of docs/layout.md: the least and the most that was found in all documents.
fn table<'a>(documents: impl Iterator<Item = &'a Found>) -> String {
    let mut ranges = BTreeMap::<usize, (f64, f64)>::new();
    for found in documents {
        for (index, lengths) in found.iter().enumerate() {
            for length in lengths {
                let range = ranges.entry(index).or_insert((*length, *length));
                *range = (range.0.min(*length), range.1.max(*length));
            }
        }
    }
    let mut table = String::from(
        "| Element | Sample | Signed documents | vanthu | Why |\n|---|---|---|---|---|\n",
    );
    for (index, position) in POSITIONS.iter().enumerate() {
        let Position { element, sample, practice, reason, .. } = position;
        let found = ranges.get(&index).map_or(String::new(), |range| between(*range));
        let _ = writeln!(table, "| {element} | {sample} | {practice} | {found} | {reason} |");
    }
    table
}

/// The positions that no document shows.
pub(super) fn unseen<'a>(documents: impl Iterator<Item = &'a Found>) -> Vec<&'static str> {
    let documents: Vec<&Found> = documents.collect();
    let is_unseen = |index: &usize| documents.iter().all(|found| found[*index].is_empty());
    (0..POSITIONS.len()).filter(is_unseen).map(|index| POSITIONS[index].element).collect()
}

fn between((least, most): (f64, f64)) -> String {
    let (least, most) = (format!("{:.1}", least + 0.0), format!("{:.1}", most + 0.0));
    let bare = |text: &str| text.strip_suffix(".0").unwrap_or(text).to_owned();
    if least == most { bare(&least) } else { format!("{}–{}", bare(&least), bare(&most)) }
}
