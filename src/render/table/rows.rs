//! Rows: which cells have room on one line, what is filled in by hand in them, and which rows are
//! too tall to be kept whole.

use super::{CellRun, Note, Row, line_runs};
use crate::printed::run::Line;
use crate::render::by_hand::{self, Item, Type};
use crate::render::columns::Layout;
use crate::render::lines::{as_it_is, text};
use crate::render::loose::Room;
use crate::render::sheet::Sheet;
use crate::render::spacing::NBSP;
use crate::render::wrap;

/// A row that takes more than this part of the page may go on on the next page: so there is
/// always room for the head of an appendix, the header and the first row on one page.
const TALL: i64 = 3;

/// A line of a table in thousandths of its type size.
const LINE: i64 = 1_149;

/// Held spaces give way where a group is wider than its column, or lies over several.
pub(super) fn fit(row: &mut Row, layout: &Layout, sheet: &Sheet<'_>) {
    let face = sheet.face(row.may_be_strong());
    row.fits = true;
    let mut column = 0;
    for (index, (text, count)) in row.cells.iter_mut().zip(&row.spans).enumerate() {
        let count = *count;
        if text.contains(NBSP) && (count > 1 || !layout.columns[column].holds) {
            *text = text.replace(NBSP, " ");
            let runs = row.runs.get_mut(index).into_iter().flatten();
            runs.for_each(|run| run.text = run.text.replace(NBSP, " "));
        }
        if let Some(runs) = row.runs.get_mut(index) {
            let room = layout.room(column..column + count);
            draw(runs, (room, false), Type { fonts: sheet.fonts, size: layout.size });
            *text = runs.iter().map(|run| run.text.as_str()).collect();
        }
        let is_one_line = layout.points(face.width(text)) <= layout.room(column..column + count);
        row.fits = row.fits && is_one_line && !text.contains('\n');
        column += count;
    }
}

/// A line below a table in a text of this width.
pub(super) fn note(line: &Line, (width, size): (i64, i64), sheet: &Sheet<'_>) -> Note {
    let mut runs = line_runs(line, as_it_is);
    draw(&mut runs, (width, true), Type { fonts: sheet.fonts, size });
    let has_blanks = runs.iter().any(|run| run.drawn.is_some());
    Note { text: text(line, as_it_is), has_blanks, runs }
}

/// Draws what is filled in by hand: leaders get their widths, and lines with them their ends.
fn draw(runs: &mut [CellRun], (room, is_italic): (i64, bool), of: Type<'_>) {
    if runs.iter().all(|run| run.blank.is_none()) {
        return;
    }
    for run in runs.iter_mut() {
        run.drawn = run.blank.map(|blank| of.drawn(blank));
    }
    // Each part with its run, and where it begins there.
    let mut places = Vec::new();
    let mut items = Vec::new();
    let plain = Item { text: "", strong: false, emphasis: is_italic, blank: None, is_break: false };
    for (index, run) in runs.iter().enumerate() {
        let mut at = 0;
        for (nth, text) in run.text.split('\n').enumerate() {
            if nth > 0 {
                places.push((index, at));
                items.push(Item { is_break: true, ..plain });
            }
            places.push((index, at));
            items.push(Item { text, strong: run.strong, blank: run.blank, ..plain });
            at += text.len() + 1;
        }
    }
    let laid = of.lines(0, &items, Room { first: room, other: room, space: 0 });
    let ends: Vec<(usize, usize)> = laid
        .lines
        .iter()
        .filter_map(|line| {
            let (part, nth) = line.end?;
            let (run, from) = places[part];
            Some((run, from + by_hand::space(items[part].text, nth)?))
        })
        .collect();
    for (run, at) in ends {
        runs[run].text.replace_range(at..=at, "\n");
    }
    let mut leaders = laid.leaders.into_iter();
    for drawn in runs.iter_mut().filter_map(|run| run.drawn.as_mut()) {
        if let Some(laid) = drawn.is_leader().then(|| leaders.next()).flatten() {
            drawn.set(laid);
        }
    }
}

/// The rows that are taller than a part of a page of this height, by their indexes; and whether
/// the signature can be kept with the last two rows.
pub(super) fn tall(
    rows: &[Row],
    layout: &Layout,
    sheet: &Sheet<'_>,
    height: i64,
) -> (Vec<usize>, bool) {
    let line = layout.size * LINE / 1_000;
    let most = height / TALL / line.max(1);
    let lines: Vec<i64> = rows.iter().map(|row| lines_of(row, layout, sheet, most)).collect();
    let tall = (0..rows.len()).filter(|row| lines[*row] > most).collect();
    let last: i64 = lines.iter().rev().take(2).sum();
    (tall, last <= most)
}

/// So many lines does a row have; counted only where it may be more than `most`.
fn lines_of(row: &Row, layout: &Layout, sheet: &Sheet<'_>, most: i64) -> i64 {
    if row.fits {
        return 1;
    }
    let face = sheet.face(row.may_be_strong());
    let width_of = |text: &str| layout.points(face.width(text));
    let mut column = 0;
    let mut lines = 1;
    for (text, count) in row.cells.iter().zip(&row.spans) {
        let count = *count;
        let room = layout.room(column..column + count).max(1);
        column += count;
        // Of two lines that follow each other, the second begins with what the first had no
        // room for: together they are wider than the room.
        let breaks = text.matches('\n').count();
        let width = width_of(text);
        let bound = 2 * (width / room) + i64::try_from(breaks).unwrap_or(i64::MAX / 2) + 1;
        let counted = || i64::try_from(wrap::lines(text, room, width_of).count).unwrap_or(bound);
        lines = lines.max(if bound > most { counted() } else { bound });
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::measure::Measure;

    #[test]
    fn a_page_holds_three_rows_that_are_kept_whole() {
        let (height, size) = (Measure::whole(700).parts(), Measure::whole(13).parts());
        let line = size * LINE / 1_000;
        assert_eq!(height / TALL / line, 15);
    }
}
