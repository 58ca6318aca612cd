//! Column widths of a table, from how wide its words are.
//!
//! All lengths are whole numbers of hundred-thousandths: of the type size as long as that is
//! open, then of a point.

use super::sheet::Sheet;
use super::spacing::NBSP;
use super::table::{HeaderCell, Row};
use crate::fonts::Advances;
use crate::model::measure::Measure;
use crate::printed::grid::MAY_END;

/// Type size and padding of a table.
#[derive(Debug)]
pub(super) struct Layout {
    /// Type size.
    pub(super) size: i64,
    /// Space beside the text of a cell.
    pub(super) inset: i64,
    pub(super) columns: Vec<Column>,
    /// How well its words fit.
    pub(super) fit: Fit,
    /// How much wider the table would have to be for whole words; nothing where they fit.
    pub(super) lack: i64,
}

/// One column.
#[derive(Debug)]
pub(super) struct Column {
    pub(super) width: i64,
    /// The widest of its cells, on one line.
    pub(super) widest: i64,
    /// Whether every group of words joined by no-break spaces fits on a line.
    pub(super) holds: bool,
}

/// How well words fit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fit {
    /// A word or a number breaks.
    Broken,
    /// Whole words, and no more.
    Whole,
    /// There is room left.
    AtEase,
}

/// The widths that one column needs.
#[derive(Debug, Default, Clone)]
struct ColumnNeeds {
    /// Figures, which are never broken.
    is_figures: bool,
    /// Its width in hundred-thousandths of a point, where the author sets one.
    fixed: Option<i64>,
    widest: i64,
    least: i64,
    /// Width of the widest group of words joined by no-break spaces.
    group: i64,
    /// Width at which a heading takes at most three lines; over an empty column, one.
    easy: i64,
}

/// Type sizes with the space beside the text, best first: 13 pt if there is room left, else 12;
/// smaller only where a word or number would break (R14).
const MANNERS: [(i64, i64); 8] =
    [(13, 5), (12, 5), (12, 3), (11, 3), (10, 2), (9, 2), (8, 2), (7, 2)];

/// Those whose type is not smaller than `smallest`; at least one.
fn manners(smallest: Measure) -> impl Iterator<Item = (i64, i64)> {
    let is_allowed = move |(size, _): &(i64, i64)| Measure::whole(*size) >= smallest;
    MANNERS.into_iter().filter(is_allowed)
}

/// With this much space beside the text, room for whole words alone is enough.
const NARROW_INSET: i64 = Measure::whole(3).parts();

/// Below this size a table is printed in landscape rather than smaller.
const SMALLEST_UPRIGHT: i64 = Measure::whole(12).parts();

/// So wide a column of running numbers can be.
const INDEX: i64 = Measure::thousandths(42_520).parts(); // 15 mm

/// The widths that the columns of a table need.
pub(super) struct TableNeeds {
    columns: Vec<ColumnNeeds>,
    spans: Vec<Span>,
    /// How many of the first columns are printed again in each part of a table.
    lead: usize,
}

impl TableNeeds {
    /// Of a table with these headings and rows, each column aligned to its side.
    pub(super) fn new(
        header: &[Vec<HeaderCell>],
        rows: &[Row],
        (align, lead): (&[&str], usize),
        widths: &[Option<Measure>],
        sheet: &Sheet<'_>,
    ) -> Self {
        let needs =
            |(column, side): (usize, &&str)| needs(header, rows, column, *side == "right", sheet);
        let span = |cell: &HeaderCell| Span {
            from: cell.column,
            to: cell.column + cell.colspan,
            word: longest_word(&cell.text, sheet.face(true)),
        };
        let wide = header.iter().flatten().filter(|cell| cell.colspan > 1);
        Self {
            columns: align
                .iter()
                .enumerate()
                .map(needs)
                .zip(widths)
                .map(|(needs, width)| ColumnNeeds { fixed: width.map(points), ..needs })
                .collect(),
            spans: wide.map(span).collect(),
            lead,
        }
    }

    /// Those of some of the columns.
    pub(super) fn of(&self, columns: &[usize]) -> Self {
        let span = |span: &Span| {
            let inside = |column: &&usize| (span.from..span.to).contains(*column);
            let from = columns.iter().position(|column| inside(&column))?;
            let count = columns.iter().filter(inside).count();
            (count > 1).then_some(Span { from, to: from + count, word: span.word })
        };
        Self {
            columns: columns.iter().map(|column| self.columns[*column].clone()).collect(),
            spans: self.spans.iter().filter_map(span).collect(),
            lead: self.lead,
        }
    }

    /// Whether whole words have room in the smallest allowed type.
    pub(super) fn can_fit(&self, total: i64, smallest: Measure) -> bool {
        Layout::new(self, total, smallest).fit > Fit::Broken
    }
}

impl Layout {
    /// Size, inset and widths for a table that is `total` wide, in no smaller type than `smallest`.
    pub(super) fn new(needs_of_table: &TableNeeds, total: i64, smallest: Measure) -> Self {
        let set = |(size, inset)| at(needs_of_table, size, Measure::whole(inset).parts(), total);
        let good = manners(smallest).map(set).find(|layout| {
            let is_narrow = layout.inset <= NARROW_INSET;
            layout.fit == Fit::AtEase || (layout.fit == Fit::Whole && is_narrow)
        });
        // Whole words with less space beside them are better than broken ones.
        good.unwrap_or_else(|| set(manners(smallest).last().unwrap_or(MANNERS[0])))
    }

    /// The parts in which columns after the first ones can be printed, each with its columns; the
    /// fewest there can be, of nearly as many columns. Nothing where a column alone is too wide.
    pub(super) fn parts(
        needs_of_table: &TableNeeds,
        total: i64,
        smallest: Measure,
    ) -> Option<Vec<Vec<usize>>> {
        let others = needs_of_table.lead..needs_of_table.columns.len();
        let fewest = parts(needs_of_table, others.len(), total, smallest)?.len();
        let most = others.len().div_ceil(fewest)..=others.len();
        most.filter_map(|most| parts(needs_of_table, most, total, smallest))
            .find(|it| it.len() == fewest)
    }

    /// Whether the table can stand upright: no word or number broken, nothing below 12 pt.
    pub(super) fn is_good_upright(&self) -> bool {
        self.fit > Fit::Broken && self.size >= SMALLEST_UPRIGHT
    }

    /// What a cell over `columns` has room for on a line.
    pub(super) fn room(&self, columns: std::ops::Range<usize>) -> i64 {
        let columns = self.columns.get(columns).unwrap_or_default();
        columns.iter().map(|column| column.width).sum::<i64>() - 2 * self.inset
    }

    /// The width in points of what is so wide in ems.
    pub(super) fn points(&self, ems: i64) -> i64 {
        scaled(ems, self.size, Measure::whole(1).parts())
    }
}

/// A heading over several columns, and its longest word in ems.
struct Span {
    from: usize,
    to: usize,
    word: i64,
}

fn needs(
    header: &[Vec<HeaderCell>],
    rows: &[Row],
    column: usize,
    is_figures: bool,
    sheet: &Sheet<'_>,
) -> ColumnNeeds {
    let mut needs = ColumnNeeds { is_figures, ..ColumnNeeds::default() };
    let mut word = 0;
    for row in rows {
        let Some(text) = row.text_in(column) else { continue };
        let face = sheet.face(row.may_be_strong());
        needs.widest = needs.widest.max(face.width(text));
        word = word.max(longest_word(text, face));
        needs.group = needs.group.max(longest(text.split(' '), face));
    }
    let bold = sheet.face(true);
    let heads = header.iter().flatten().filter(|cell| cell.column == column && cell.colspan == 1);
    let (mut head_word, mut head_line, mut head_pair) = (0, 0, 0);
    for head in heads {
        head_word = head_word.max(longest_word(&head.text, bold));
        head_line = head_line.max(longest(head.text.split('\n'), bold));
        head_pair = head_pair.max(longest_pair(&head.text, bold));
    }
    needs.least = head_word.max(if is_figures { needs.widest } else { word });
    needs.easy =
        if needs.widest == 0 { head_line } else { head_pair.max(scaled(head_line, 115, 300)) };
    needs
}

/// Millimetres as hundred-thousandths of a point.
fn points(millimetres: Measure) -> i64 {
    millimetres.parts() * 720 / 254
}

fn longest<'a>(parts: impl Iterator<Item = &'a str>, face: &Advances) -> i64 {
    parts.map(|part| face.width(part)).max().unwrap_or(0)
}

fn longest_word(text: &str, face: &Advances) -> i64 {
    longest(text.split([' ', NBSP, '\n', MAY_END]), face)
}

/// Compounds mostly have two syllables.
fn longest_pair(text: &str, face: &Advances) -> i64 {
    let width = |pair: &[&str]| face.width(&pair.join("\u{a0}"));
    let pairs = text.split([' ', '\n']).map(|group| group.split(NBSP).collect::<Vec<_>>());
    pairs.flat_map(|words| words.chunks(2).map(width).collect::<Vec<_>>()).max().unwrap_or(0)
}

/// `value * part / whole`, in a number that holds it; nothing of a whole that is nothing.
fn scaled(value: i64, part: i64, whole: i64) -> i64 {
    if whole == 0 {
        return 0;
    }
    let scaled = i128::from(value) * i128::from(part) / i128::from(whole);
    i64::try_from(scaled).unwrap_or(i64::MAX)
}

/// Columns from left to right, at most so many in a part besides the first ones.
fn parts(
    needs_of_table: &TableNeeds,
    most: usize,
    total: i64,
    smallest: Measure,
) -> Option<Vec<Vec<usize>>> {
    let mut parts: Vec<Vec<usize>> = Vec::new();
    for column in needs_of_table.lead..needs_of_table.columns.len() {
        if let Some(part) = parts.last_mut().filter(|part| part.len() < most + needs_of_table.lead)
        {
            part.push(column);
            if needs_of_table.of(part).can_fit(total, smallest) {
                continue;
            }
            part.pop();
        }
        let part: Vec<usize> = (0..needs_of_table.lead).chain([column]).collect();
        if !needs_of_table.of(&part).can_fit(total, smallest) {
            return None;
        }
        parts.push(part);
    }
    Some(parts)
}

/// The table at one size: whole words and numbers first, then names on one line, then number
/// columns alike, then room for headings, then the rest in proportion.
fn at(needs_of_table: &TableNeeds, size: i64, inset: i64, total: i64) -> Layout {
    let TableNeeds { columns: needs_of_table, spans, .. } = needs_of_table;
    let room = |ems: i64| ems * size + 2 * inset;
    // Whole words have room also in a column that its author makes narrower.
    let width = |needs: &ColumnNeeds| room(needs.least).max(needs.fixed.unwrap_or(0));
    let mut widths: Vec<i64> = needs_of_table.iter().map(width).collect();
    // A heading over several columns needs its longest word, too.
    for span in spans {
        let under = &mut widths[span.from..span.to];
        let lack = room(span.word) - under.iter().sum::<i64>();
        if lack > 0 {
            let count = i64::try_from(under.len()).unwrap_or(1);
            under.iter_mut().for_each(|width| *width += lack / count + 1);
        }
    }
    let least: i64 = widths.iter().sum();
    let fit = if least > total {
        widths.iter_mut().for_each(|width| *width = scaled(*width, total, least));
        Fit::Broken
    } else {
        spread(needs_of_table, &mut widths, room, total)
    };
    let columns = widths.iter().zip(needs_of_table).map(|(width, needs)| Column {
        width: *width,
        widest: needs.widest * size,
        holds: room(needs.group) <= *width,
    });
    let lack = (least - total).max(0);
    Layout { size: Measure::whole(size).parts(), inset, columns: columns.collect(), fit, lack }
}

/// Shares out what is more than the least widths.
fn spread(
    needs_of_table: &[ColumnNeeds],
    widths: &mut [i64],
    room: impl Fn(i64) -> i64,
    total: i64,
) -> Fit {
    let has_index = widths.first().is_some_and(|width| *width < INDEX);
    let is_index = |place: usize| place == 0 && has_index;
    let is_fixed = |place: usize| needs_of_table[place].fixed.is_some();
    let is_figures =
        |place: usize| needs_of_table[place].is_figures && !is_index(place) && !is_fixed(place);
    let alike = |of: &dyn Fn(usize) -> i64| {
        (0..needs_of_table.len()).filter(|place| is_figures(*place)).map(of).max().unwrap_or(0)
    };
    let targets = |figures: i64, others: &dyn Fn(&ColumnNeeds) -> i64| -> Vec<i64> {
        let one = |(place, needs)| match place {
            place if is_fixed(place) => 0,
            place if is_figures(place) => figures,
            _ => others(needs),
        };
        needs_of_table.iter().enumerate().map(one).collect()
    };
    let name = |needs: &ColumnNeeds| room(needs.widest).min(scaled(total, 45, 100));
    let named = |needs: &ColumnNeeds| if needs.fixed.is_some() { 0 } else { name(needs) };
    let names: Vec<i64> = needs_of_table.iter().map(named).collect();
    let figure = alike(&|place| widths[place]);
    let easy = alike(&|place| room(needs_of_table[place].easy));
    let is_named = grow(widths, &names, total);
    let is_even = grow(widths, &targets(figure, &name), total);
    let is_full = widths.iter().sum::<i64>() >= total;
    let fit = if is_named && is_even && !is_full { Fit::AtEase } else { Fit::Whole };
    grow(widths, &targets(easy, &|needs| room(needs.easy)), total);
    let rest = total - widths.iter().sum::<i64>();
    let shares: Vec<i64> = widths
        .iter()
        .enumerate()
        .map(|(place, width)| if is_index(place) || is_fixed(place) { 0 } else { *width })
        .collect();
    let whole = shares.iter().sum();
    for (width, share) in widths.iter_mut().zip(&shares) {
        *width += scaled(rest, *share, whole);
    }
    fit
}

/// Moves the widths towards the targets, as far as the total allows; whether they are reached.
fn grow(widths: &mut [i64], targets: &[i64], total: i64) -> bool {
    let steps: Vec<i64> =
        widths.iter().zip(targets).map(|(width, target)| (target - width).max(0)).collect();
    let need: i64 = steps.iter().sum();
    let left = (total - widths.iter().sum::<i64>()).clamp(0, need);
    for (width, step) in widths.iter_mut().zip(steps) {
        *width += scaled(step, left, need);
    }
    left == need
}
