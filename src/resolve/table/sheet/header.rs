//! The rows of a sheet that name the columns, found by these names.

use std::collections::BTreeMap;

use super::super::ColumnOutline;
use super::grid::Grid;
use super::headings::{INDEX_HEADERS, Names, grade, is_of_other_year, names};
use crate::load::raw;
use crate::model::row_names::{plain, without_parentheses};
use crate::model::row_number::{LastLetters, RowNumber};

/// No title above a table is longer.
const MOST_ROWS_ABOVE: usize = 60;

/// No header has more rows.
const MOST_HEADER_ROWS: usize = 6;

/// Where the table stands on its sheet.
#[derive(Debug, Clone, Default)]
pub(super) struct Layout {
    /// First row of the header, as a place in the list of rows.
    pub(super) first: usize,
    /// The row after it.
    pub(super) after: usize,
    /// The column of names.
    pub(super) name: u32,
    /// The column of running numbers.
    pub(super) index: Option<u32>,
    /// The columns of the sheet for each column of the table: more than one is a mistake.
    pub(super) columns: Vec<Vec<u32>>,
    /// The columns of the sheet that hold details of rows, by the keys of these.
    pub(super) details: Vec<(&'static str, u32)>,
    /// What stands over each column, from top to bottom, and the row of the last of it.
    pub(super) texts: BTreeMap<u32, (Vec<String>, usize)>,
}

impl Layout {
    /// How many columns of the table were found.
    pub(super) fn count(&self) -> usize {
        self.columns.iter().filter(|found| !found.is_empty()).count()
    }

    /// The column of the sheet for a column of the table.
    pub(super) fn column(&self, index: usize) -> Option<u32> {
        self.columns[index].first().copied()
    }

    /// Whether the sheet's column belongs to the table.
    pub(super) fn knows(&self, column: u32) -> bool {
        column == self.name
            || self.index == Some(column)
            || self.details.iter().any(|(_, found)| *found == column)
            || self.columns.iter().any(|found| found.contains(&column))
    }
}

/// What heads the other columns, as it is compared.
struct Beside {
    row_header: String,
    /// Headers of details of rows, with their keys.
    details: Vec<(String, &'static str)>,
}

impl Beside {
    fn new(raw: &raw::Target) -> Self {
        let own = [
            (raw.code_header.as_ref(), "code"),
            (raw.unit_header.as_ref(), "unit"),
            (raw.note_header.as_ref(), "note"),
        ];
        let own = own.into_iter().filter_map(|(text, key)| Some((plain(&text?.value), key)));
        let keys = DETAIL_KEYS.into_iter().map(|key| (plain(key), key));
        Self {
            row_header: without_parentheses(&plain(&raw.row_header.value)).0,
            details: own.chain(keys).collect(),
        }
    }

    /// The key of the details that stand under `own`.
    fn detail(&self, own: &str) -> Option<&'static str> {
        self.details.iter().find(|(header, _)| header == own).map(|(_, key)| *key)
    }
}

/// What a file can say of a row in a column headed by the key.
const DETAIL_KEYS: [&str; 8] =
    ["code", "label", "unit", "decimals", "note", "counted", "part", "formula"];

/// The header of the table, if the sheet has one: the rows where most columns are named.
pub(super) fn find(grid: Grid<'_>, columns: &[ColumnOutline], raw: &raw::Target) -> Option<Layout> {
    let names = names(columns);
    let beside = Beside::new(raw);
    let mut best: Option<(usize, Layout)> = None;
    for height in 1..=MOST_HEADER_ROWS {
        for first in 0..grid.rows().len().min(MOST_ROWS_ABOVE) {
            if first + height > grid.rows().len() {
                break;
            }
            let (score, layout) = matched(grid, first, height, &names, &beside);
            if layout.count() > 0 && best.as_ref().is_none_or(|(most, _)| score > *most) {
                best = Some((score, layout));
            }
        }
        let is_whole = |layout: &Layout| {
            layout.name != u32::MAX
                && columns
                    .iter()
                    .zip(&layout.columns)
                    .all(|(c, found)| !c.is_input || !found.is_empty())
        };
        if best.as_ref().is_some_and(|(_, layout)| is_whole(layout)) {
            break;
        }
    }
    best.map(|(_, layout)| completed(grid, layout))
}

/// How well `height` rows from `first` on name the columns, and which is which.
fn matched(
    grid: Grid<'_>,
    first: usize,
    height: usize,
    names: &[Names],
    beside: &Beside,
) -> (usize, Layout) {
    let mut layout = Layout {
        first,
        after: first + height,
        columns: vec![Vec::new(); names.len()],
        ..Layout::default()
    };
    let mut name = None;
    for column in 0..grid.width().min(400) {
        let Some((texts, row)) = texts(grid, first, height, column) else { continue };
        let own = plain(texts.last().map_or("", String::as_str));
        let bare = without_parentheses(&own).0;
        let above = &texts[..texts.len() - 1];
        // One row alone may stand below another one that names the group.
        let higher = first.checked_sub(1).and_then(|top| texts_above(grid, top, column));
        let is_other = |names: &Names| {
            above.is_empty()
                && higher.as_ref().is_some_and(|text| is_of_other_year(&names.groups, text))
        };
        let grades = names
            .iter()
            .map(|names| if is_other(names) { 0 } else { grade(names, &own, &bare, above) });
        let grades: Vec<u8> = grades.collect();
        let most = grades.iter().copied().max().unwrap_or(0);
        let meant: Vec<usize> = (0..names.len()).filter(|at| grades[*at] == most).collect();
        if let (true, [index]) = (most > 0, &meant[..]) {
            layout.columns[*index].push(column);
        } else if INDEX_HEADERS.contains(&own.as_str()) && layout.index.is_none() {
            layout.index = Some(column);
        } else if name.is_none() && !beside.row_header.is_empty() && bare == beside.row_header {
            name = Some(column);
        } else if let Some(key) = beside.detail(&own) {
            layout.details.push((key, column));
        }
        layout.texts.insert(column, (texts, row));
    }
    let count = layout.count();
    let score = count * 4 + usize::from(name.is_some()) * 2;
    layout.name = name.unwrap_or(u32::MAX);
    (score, layout)
}

/// What stands over a column in these rows, from top to bottom, and the row of the last of it. A
/// group's heading counts for all columns below it, whether its cells are merged or left blank.
fn texts(grid: Grid<'_>, first: usize, height: usize, column: u32) -> Option<(Vec<String>, usize)> {
    let mut texts: Vec<String> = Vec::new();
    let mut last = None;
    for row in first..first + height {
        let own = grid.words(row, column);
        if !own.is_empty() {
            texts.push(own.into_owned());
            last = Some(row);
            continue;
        }
        let merged = grid.merged(row, column);
        let from = match merged {
            // What is merged downwards was met above.
            Some(merged) if merged.left == column => continue,
            Some(merged) => grid.place_of(merged.top).map(|top| (top, merged.left)),
            None => (0..column).rev().find(|left| !grid.is_blank(row, *left)).map(|l| (row, l)),
        };
        let is_above = row + 1 < first + height;
        if let (true, Some((row, left))) = (is_above, from) {
            let words = grid.words(row, left).into_owned();
            if !words.is_empty() && texts.last() != Some(&words) {
                texts.push(words);
            }
        }
    }
    // Only headings of others: the column has none of its own.
    last.map(|row| {
        if let Some(at) = texts.iter().rposition(|text| *text == grid.words(row, column)) {
            texts.truncate(at + 1);
        }
        (texts, row)
    })
}

/// What the row above says over a column, in its own cell or in that of a group.
fn texts_above(grid: Grid<'_>, row: usize, column: u32) -> Option<String> {
    let left = match grid.merged(row, column) {
        Some(merged) => merged.left,
        None => (0..=column).rev().find(|left| !grid.is_blank(row, *left))?,
    };
    Some(plain(&grid.words(row, left)))
}

/// The end of the header and the columns of names and of running numbers.
fn completed(grid: Grid<'_>, mut layout: Layout) -> Layout {
    let index_of = |row: usize| grid.rows()[row].index;
    let first = index_of(layout.first);
    let last = index_of(layout.after - 1);
    let bottom = grid
        .sheet
        .merged
        .iter()
        .filter(|merged| (first..=last).contains(&merged.top))
        .map(|merged| merged.bottom)
        .max()
        .unwrap_or(last);
    while layout.after < grid.rows().len() && index_of(layout.after) <= bottom {
        layout.after += 1;
    }
    // A rest of the header: units under it.
    while layout.after < grid.rows().len()
        && (is_rest(grid, layout.after) || is_row_of_units(grid, &layout, layout.after))
    {
        layout.after += 1;
    }
    if layout.name == u32::MAX {
        let leftmost = |column: &u32| {
            let column = *column;
            layout.index != Some(column)
                && !layout.columns.iter().any(|found| found.contains(&column))
                && (layout.after..grid.rows().len()).any(|row| !grid.is_blank(row, column))
        };
        layout.name = (0..grid.width()).find(leftmost).unwrap_or(u32::MAX);
        if layout.index.is_none() && layout.name != u32::MAX {
            step_over_index(grid, &mut layout);
        }
    }
    if layout.index.is_none() && layout.name != u32::MAX {
        // Running numbers stand close to the names.
        let near = layout.name.saturating_sub(3)..layout.name;
        layout.index = near.rev().find(|column| is_nameless_index(grid, &layout, *column));
    }
    layout
}

/// Whether a column without a heading left of the names does nothing but number the rows.
fn is_nameless_index(grid: Grid<'_>, layout: &Layout, column: u32) -> bool {
    let has_heading = layout.texts.contains_key(&column) || layout.knows(column);
    let mut cells = (layout.after..grid.rows().len())
        .filter(|row| !grid.is_blank(*row, column) && !grid.is_blank(*row, layout.name))
        .peekable();
    let is_number =
        |row: usize| RowNumber::read(&grid.words(row, column), LastLetters::default()).is_some();
    !has_heading && cells.peek().is_some() && cells.all(is_number)
}

/// A leftmost column without a heading that only numbers the rows is not that of the names.
fn step_over_index(grid: Grid<'_>, layout: &mut Layout) {
    let column = layout.name;
    if layout.texts.contains_key(&column) {
        return;
    }
    let rows = layout.after..grid.rows().len();
    let filled: Vec<_> = rows.clone().filter(|row| !grid.is_blank(*row, column)).collect();
    let is_mark =
        |row: &usize| RowNumber::read(&grid.words(*row, column), LastLetters::default()).is_some();
    let marks = filled.iter().filter(|row| is_mark(row)).count();
    let next = (column + 1..grid.width()).find(|next| {
        !layout.columns.iter().any(|found| found.contains(next))
            && rows.clone().any(|row| grid.value(row, *next).text().is_some())
    });
    if let (true, Some(next)) = (marks > 0 && marks * 2 >= filled.len(), next) {
        layout.index = Some(column);
        layout.name = next;
    }
}

/// Whether the row has no name, and words without a digit under headings: units, as `ha` and `%`.
fn is_row_of_units(grid: Grid<'_>, layout: &Layout, row: usize) -> bool {
    let mut count = 0;
    for (column, cell) in (0..).zip(&grid.rows()[row].cells) {
        if cell.value.is_blank() {
            continue;
        }
        let is_under_heading = layout.columns.iter().any(|found| found.contains(&column));
        let is_word = cell.value.text().is_some_and(|text| {
            let has_digit = text.contains(|sign: char| sign.is_ascii_digit());
            text.contains(|sign: char| sign.is_alphabetic() || sign == '%') && !has_digit
        });
        if !is_under_heading || !is_word {
            return false;
        }
        count += 1;
    }
    let has_next = row + 1 < grid.rows().len();
    count > 0 && has_next && layout.name != u32::MAX && grid.is_blank(row, layout.name)
}

fn is_rest(grid: Grid<'_>, row: usize) -> bool {
    let cells = grid.rows()[row].cells.iter().filter(|cell| !cell.value.is_blank());
    let texts: Vec<Option<&str>> = cells.map(|cell| cell.value.text()).collect();
    texts.iter().all(|text| {
        text.is_some_and(|text| {
            let inner = text.trim().strip_prefix('(').and_then(|text| text.strip_suffix(')'));
            inner.is_some_and(|inner| {
                !inner.contains(|c: char| c.is_ascii_digit()) && inner.len() > 1
            })
        })
    })
}
