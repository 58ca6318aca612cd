//! Which rows of a sheet are rows of the table.

use super::super::ColumnOutline;
use super::grid::Grid;
use super::header::Layout;
use crate::load::sheet::{SheetCell, SheetValue};
use crate::model::note_mark;
use crate::model::row_names::{RowName, plain, row_name};
use crate::model::row_number::{LastLetters, RowNumber, numbered};

/// What a row of the sheet is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum RowKind {
    /// A unit, or a group with figures of its own.
    Unit,
    /// A name without any figure.
    Title,
    /// Sums of other rows.
    Total,
    /// The row of column numbers.
    Numbers,
    /// The header once more, as it is printed on the next page.
    HeaderAgain,
    /// Words below, or between, the rows.
    Note,
    /// A row with figures but without a name.
    Nameless,
}

/// A row of the sheet below its header.
#[derive(Debug, Clone)]
pub(super) struct Entry {
    /// Its place in the list of rows.
    pub(super) row: usize,
    pub(super) kind: RowKind,
    /// The column its name stands in: that of running numbers where cells are merged.
    pub(super) column: u32,
    /// Its name.
    pub(super) label: String,
    pub(super) mark: Option<RowNumber>,
}

/// Every row below the header, but for blank ones.
pub(super) fn entries(grid: Grid<'_>, layout: &Layout, columns: &[ColumnOutline]) -> Vec<Entry> {
    let mut entries: Vec<Entry> = Vec::new();
    let mut last = LastLetters::default();
    let mut is_below_header = true;
    let mut numbers: Option<usize> = None;
    for row in layout.after..grid.rows().len() {
        if grid.rows()[row].cells.iter().all(|cell| cell.value.is_blank()) {
            continue;
        }
        let mut entry = entry(grid, layout, columns, row, last);
        let is_repeated = || numbers.is_some_and(|first| says_the_same(grid, first, row));
        if is_header_again(grid, layout, row) {
            entry.kind = RowKind::HeaderAgain;
        } else if is_below_header && is_numbers(grid, layout, row) || is_repeated() {
            entry.kind = RowKind::Numbers;
            numbers.get_or_insert(row);
        }
        is_below_header = entry.kind == RowKind::HeaderAgain;
        if let (Some(mark), RowKind::Unit | RowKind::Title) = (entry.mark, entry.kind) {
            last.note(mark);
        }
        entries.push(entry);
    }
    notes_below(grid, layout, columns, &mut entries);
    entries
}

fn entry(
    grid: Grid<'_>,
    layout: &Layout,
    columns: &[ColumnOutline],
    row: usize,
    last: LastLetters,
) -> Entry {
    let index = layout.index.map(|column| grid.words(row, column)).unwrap_or_default();
    let name = if layout.name == u32::MAX {
        "".into()
    } else {
        grid.shown(row, layout.name).unwrap_or_else(|| grid.words(row, layout.name))
    };
    let mark = RowNumber::read(&index, last);
    // `Tổng cộng` stands in the first of merged cells; so do titles of groups.
    let (column, text) = if !name.is_empty() {
        (layout.name, name)
    } else if !index.is_empty() && mark.is_none() {
        (layout.index.unwrap_or(0), index)
    } else {
        (layout.name, name)
    };
    let (mut mark, mut label) = (mark, text.clone().into_owned());
    if mark.is_none()
        && let Some((found, rest)) = numbered(&text, last)
        && matches!(found, RowNumber::Letter(_) | RowNumber::Roman)
        && (layout.index.is_none() || column != layout.name)
    {
        (mark, label) = (Some(found), rest.to_owned());
    }
    let has_figures = has_figures(grid, layout, columns, row);
    let has_number = matches!(mark, Some(RowNumber::Number(_) | RowNumber::Dotted(_)));
    let kind = match (row_name(&label), has_figures) {
        _ if label.is_empty() && has_figures => RowKind::Nameless,
        _ if label.is_empty() => RowKind::Note,
        (RowName::Total, true) => RowKind::Total,
        // In a numbered table `Tổng kinh phí` without a number sums.
        (RowName::PerhapsTotal, true) if layout.index.is_some() && mark.is_none() => RowKind::Total,
        // `3 | Giám đốc` is a post.
        (RowName::Note, false) if !has_number => RowKind::Note,
        (_, true) => RowKind::Unit,
        (_, false) => RowKind::Title,
    };
    Entry { row, kind, column, label, mark }
}

/// Whether the row has something where the table has figures (or days, or words).
fn has_figures(grid: Grid<'_>, layout: &Layout, columns: &[ColumnOutline], row: usize) -> bool {
    if layout.details.iter().any(|(key, at)| *key == "formula" && !grid.is_blank(row, *at)) {
        return true;
    }
    let has_figure_columns = columns.iter().any(|column| column.kind.is_figure());
    columns.iter().enumerate().any(|(index, column)| {
        let Some(place) = layout.column(index) else { return false };
        let value = grid.value(row, place);
        let counts = column.kind.is_figure() || !has_figure_columns;
        counts && !value.is_blank()
    })
}

/// Words below the last row with figures are notes, signatures and the like; a unit without
/// figures has a running number, or stands in a table whose other rows have none either.
fn notes_below(grid: Grid<'_>, layout: &Layout, columns: &[ColumnOutline], entries: &mut [Entry]) {
    let is_number = |value: &SheetValue| match value {
        SheetValue::Text(text) => is_figure_like(text),
        SheetValue::Blank => false,
        _ => true,
    };
    let has_number = |entry: &Entry| {
        columns.iter().enumerate().any(|(index, column)| {
            let place = layout.column(index).filter(|_| column.kind.is_figure());
            place.is_some_and(|place| is_number(grid.value(entry.row, place)))
        })
    };
    if !columns.iter().any(|column| column.kind.is_figure()) {
        return;
    }
    let last = entries.iter().rposition(has_number);
    let Some(last) = last else { return };
    let is_below_total = entries[..=last].iter().any(|entry| entry.kind == RowKind::Total)
        && entries[last].kind == RowKind::Total;
    let mut is_behind_note = false;
    for entry in &mut entries[last + 1..] {
        let is_numbered = layout.index.is_some() && entry.mark.is_some();
        let is_note = is_below_total
            || is_behind_note
            || is_of_signature(&entry.label)
            || entry.label.is_empty()
            || (row_name(&entry.label) == RowName::Note && !is_numbered)
            || (layout.index.is_some() && !is_numbered);
        if is_note && entry.kind != RowKind::HeaderAgain {
            entry.kind = RowKind::Note;
            // What follows a note is no unit again.
            is_behind_note = !is_numbered;
        }
    }
}

/// Whether a text may be meant as a figure: it has digits and is no day, as is `Cà Mau, ngày 05
/// tháng 3 năm 2026`.
fn is_figure_like(text: &str) -> bool {
    let words = plain(text);
    let has_day = ["ngày", "tháng", "năm"].iter().any(|word| words.contains(word));
    words.contains(|sign: char| sign.is_ascii_digit()) && !has_day
}

/// A sentence, a numbered note, place and day, or the title of who signs.
fn is_of_signature(label: &str) -> bool {
    let text = plain(label);
    let has_month = text.contains("tháng") && text.contains("năm");
    let day = text.split_once("ngày ").map_or("", |(_, rest)| rest.trim_start());
    let has_day = text.contains("ngày") && has_month
        || day.starts_with(|sign: char| sign.is_ascii_digit())
        || (text.starts_with('(') && text.ends_with(')'));
    let is_sentence = label.trim_end().ends_with('.') && text.split(' ').count() > 4;
    let begins = ["kt ", "kt. ", "tm ", "tm. ", "tl ", "tl. ", "tuq ", "tuq. "];
    let is_title = begins.iter().any(|word| text.starts_with(word));
    has_day || is_sentence || is_title || note_mark::at_start(label).is_some()
}

/// Whether two rows have the same words in all cells.
fn says_the_same(grid: Grid<'_>, first: usize, second: usize) -> bool {
    (0..grid.width()).all(|column| grid.words(first, column) == grid.words(second, column))
}

/// Whether every cell of the row says what stands over it.
fn is_header_again(grid: Grid<'_>, layout: &Layout, row: usize) -> bool {
    let mut count = 0;
    for (column, cell) in (0..).zip(&grid.rows()[row].cells) {
        if cell.value.is_blank() {
            continue;
        }
        let words = plain(&grid.words(row, column));
        let known = layout.texts.get(&column).into_iter().flat_map(|(texts, _)| texts);
        let is_heading = known.map(|text| plain(text)).any(|text| text == words);
        if !is_heading {
            return false;
        }
        count += 1;
    }
    count > 1
}

/// Whether the row numbers the columns: `A | B | 1 | 2`, `(1) | (2) | (3)=(1)+(2)`.
fn is_numbers(grid: Grid<'_>, layout: &Layout, row: usize) -> bool {
    let mut last: Option<u32> = None;
    let mut count = 0;
    let mut figures = 0;
    let mut in_parentheses = 0;
    if is_list_of_letters(grid, layout, row) {
        return false;
    }
    if are_letters(grid, row) {
        return true;
    }
    let mut cells = (0..).zip(&grid.rows()[row].cells).filter(|(_, cell)| !cell.value.is_blank());
    let is_negative = |(column, _): (u32, &SheetCell)| {
        let words = grid.words(row, column);
        words.starts_with('-')
            || words.len() == 1 && words.bytes().all(|it| it.is_ascii_uppercase())
    };
    let starts_negative = cells.all(is_negative);
    for (column, cell) in (0..).zip(&grid.rows()[row].cells) {
        if cell.value.is_blank() {
            continue;
        }
        count += 1;
        let words = grid.words(row, column);
        in_parentheses += usize::from(words.starts_with('('));
        let label = words.split('=').next().unwrap_or_default().trim();
        // Excel takes `(1)` for a negative figure.
        let label = if starts_negative { label.trim_start_matches('-') } else { label };
        let label = label.trim_start_matches(['(', '[']).trim_end_matches([')', ']']).trim();
        let is_name = column == layout.name || layout.index == Some(column);
        if is_name && label.len() == 1 && label.bytes().all(|byte| byte.is_ascii_alphabetic()) {
            continue;
        }
        let Ok(number) = label.parse::<u32>() else { return false };
        let is_next = match last {
            None => number <= 3,
            Some(last) => number > last && number <= last + 2,
        };
        if !is_next {
            return false;
        }
        last = Some(number);
        figures += usize::from(!is_name);
    }
    // The name of a unit is a letter or a figure as seldom as this.
    let has_name = !grid.is_blank(row, layout.name);
    figures >= 1 && (has_name && count >= 2 || in_parentheses == count)
}

/// Whether the cells of the row are `A`, `B`, `C` and so on.
fn are_letters(grid: Grid<'_>, row: usize) -> bool {
    let cells = (0..grid.width()).filter(|column| !grid.is_blank(row, *column));
    let words: Vec<String> = cells.map(|column| plain(&grid.words(row, column))).collect();
    let words: Vec<&str> =
        words.iter().map(|word| word.trim_matches(['(', ')', '[', ']'])).collect();
    let is_next = |pair: &[&str]| {
        let mut letters = "abcdefghijklmnopqrstuvwxyz".chars();
        letters.by_ref().find(|letter| pair[0] == letter.to_string());
        letters.next().is_some_and(|letter| pair[1] == letter.to_string())
    };
    words.len() > 2 && words.windows(2).all(is_next)
}

/// Whether the row and the next one are units called `A`, `B`.
fn is_list_of_letters(grid: Grid<'_>, layout: &Layout, row: usize) -> bool {
    if layout.name == u32::MAX || row + 1 >= grid.rows().len() {
        return false;
    }
    let letter = |row: usize| {
        let words = grid.words(row, layout.name);
        let mut signs = words.chars();
        signs.next().filter(|sign| sign.is_ascii_uppercase() && signs.next().is_none())
    };
    letter(row)
        .zip(letter(row + 1))
        .is_some_and(|(one, next)| u32::from(one) + 1 == u32::from(next))
}
