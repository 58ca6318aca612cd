//! Rows: which cells have room on one line, and which rows are too tall to be kept whole.

use super::Row;
use crate::render::columns::Layout;
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
        let is_one_line = layout.points(face.width(text)) <= layout.room(column..column + count);
        row.fits = row.fits && is_one_line && !text.contains('\n');
        column += count;
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
