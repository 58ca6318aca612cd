//! The widest cells of a table: measuring some of them is as good as measuring all.

use serde::Serialize;

use super::spacing::HELD;
use super::table::Row;
use crate::fonts::estimated_width;

/// The widest of a column, as far as can be told without a typeface.
#[derive(Debug, Default, Serialize)]
pub(super) struct Sample {
    texts: Vec<String>,
    /// Of groups and totals, which are bold.
    strong: Vec<String>,
    words: Vec<String>,
    strong_words: Vec<String>,
}

/// So many are measured: an estimate may be wrong about the first, not about all of them.
const MEASURED: usize = 3;

/// A sample of each of `count` columns. Cells over several columns are left out.
pub(super) fn samples(rows: &[Row], count: usize) -> Vec<Sample> {
    (0..count)
        .map(|column| {
            let cells = |is_plain: bool| {
                rows.iter()
                    .filter(move |row| (row.kind == "row") == is_plain)
                    .filter_map(move |row| text_in(row, column))
            };
            Sample {
                texts: widest(cells(true)),
                strong: widest(cells(false)),
                words: parts(|| cells(true)),
                strong_words: parts(|| cells(false)),
            }
        })
        .collect()
}

fn text_in(row: &Row, column: usize) -> Option<&str> {
    let index = match column {
        0 if row.colspan == 1 => 0,
        _ => (column + 1).checked_sub(row.colspan).filter(|index| *index > 0)?,
    };
    row.cells.get(index).map(String::as_str)
}

/// The widest words, then the widest groups that a held space makes of them.
fn parts<'a, I: Iterator<Item = &'a str>>(texts: impl Fn() -> I) -> Vec<String> {
    let mut parts = widest(texts().flat_map(str::split_whitespace));
    let groups = texts().flat_map(|text| text.split(' '));
    parts.extend(widest(groups.filter(|group| group.contains(HELD))));
    parts
}

/// The widest few, each once.
fn widest<'a>(texts: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut found: Vec<(usize, &str)> = Vec::new();
    for text in texts.filter(|text| !text.is_empty()) {
        let width = estimated_width(text);
        if found.iter().any(|(_, known)| *known == text) {
            continue;
        }
        let place = found.partition_point(|(known, _)| *known >= width);
        if place < MEASURED {
            found.insert(place, (width, text));
            found.truncate(MEASURED);
        }
    }
    found.into_iter().map(|(_, text)| text.to_owned()).collect()
}
