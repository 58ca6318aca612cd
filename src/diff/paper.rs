//! Pages in two states: which places of them are not the same.
//!
//! Pages are taken for a long strip of bands, a band being a line of text, a row of a table or a
//! rule; bands are aligned, so that a line more does not make everything below it a change. A
//! band is known by how much ink stands in each of its columns: that does not depend on where
//! between two rows of pixels its letters begin.

use crate::compile::Picture;

/// A place on a page, in pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mark {
    /// From the left.
    pub x: usize,
    /// From the top.
    pub y: usize,
    /// To the right.
    pub width: usize,
    /// Downwards.
    pub height: usize,
}

/// A page before and what it is now, with the places that are not the same.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Spread {
    /// Which page before, from 0, and its places.
    pub before: Option<(usize, Vec<Mark>)>,
    /// Which page now, from 0, and its places.
    pub after: Option<(usize, Vec<Mark>)>,
}

/// So much more or less ink in a column is drawn to rounding.
const NEAR: u32 = 96;

/// So many rows without anything new end a band.
const QUIET: usize = 2;

/// Places so near to each other are one.
const GAP: usize = 12;

/// So much more than the ink itself is marked.
const MARGIN: usize = 3;

/// No longer strips are aligned; of them each band is compared with the one at its place.
const MOST_PAIRS: usize = 4_000_000;

/// A line of text, a row of a table, a rule.
struct Band {
    page: usize,
    top: usize,
    bottom: usize,
    /// How much ink stands in each column, besides rules that go through.
    sums: Vec<u32>,
    all: u32,
}

/// The pages that are not the same, side by side.
#[must_use]
pub fn spreads(before: &[Picture], after: &[Picture]) -> Vec<Spread> {
    let (old, new) = (strip(before), strip(after));
    let same = aligned(&old, &new);
    let mut marks: [Vec<Vec<Mark>>; 2] =
        [vec![Vec::new(); before.len()], vec![Vec::new(); after.len()]];
    let mut at = (0, 0);
    for (was, is) in same.iter().copied().chain([(old.len(), new.len())]) {
        let gap = (was - at.0).max(is - at.1);
        for step in 0..gap {
            let one = old[at.0..was].get(step);
            let other = new[at.1..is].get(step);
            mark(one, other, &mut marks[0]);
            mark(other, one, &mut marks[1]);
        }
        at = (was + 1, is + 1);
    }
    let votes: Vec<(usize, usize)> =
        same.iter().map(|(was, is)| (old[*was].page, new[*is].page)).collect();
    paired(marks, &votes)
}

/// Marks where a band is not the same as its counterpart.
fn mark(band: Option<&Band>, other: Option<&Band>, pages: &mut [Vec<Mark>]) {
    let Some(band) = band else { return };
    let none = Vec::new();
    let sums = other.map_or(&none, |other| &other.sums);
    let differs = |column: &usize| {
        let other = sums.get(*column).copied().unwrap_or_default();
        band.sums[*column].abs_diff(other) > NEAR
    };
    let mut places: Vec<(usize, usize)> = Vec::new();
    for column in (0..band.sums.len()).filter(differs) {
        match places.last_mut() {
            Some((_, end)) if column <= *end + GAP => *end = column,
            _ => places.push((column, column)),
        }
    }
    pages[band.page].extend(places.into_iter().map(|(start, end)| Mark {
        x: start.saturating_sub(MARGIN),
        y: band.top.saturating_sub(MARGIN),
        width: end - start + 2 * MARGIN,
        height: band.bottom - band.top + 2 * MARGIN,
    }));
}

/// Each page with a mark beside the one most of whose bands are its own.
fn paired([old, new]: [Vec<Vec<Mark>>; 2], votes: &[(usize, usize)]) -> Vec<Spread> {
    let most = |pages: Vec<usize>, at: usize, count: usize| {
        let mut counts = vec![0_usize; count];
        pages.into_iter().for_each(|page| counts[page] += 1);
        let best = counts.iter().max().copied().filter(|most| *most > 0);
        let best = best.and_then(|best| counts.iter().position(|count| *count == best));
        best.or(Some(at).filter(|at| *at < count))
    };
    let mut pairs: Vec<(Option<usize>, Option<usize>)> = Vec::new();
    for is in (0..new.len()).filter(|page| !new[*page].is_empty()) {
        let voted = votes.iter().filter(|vote| vote.1 == is).map(|vote| vote.0);
        pairs.push((most(voted.collect(), is, old.len()), Some(is)));
    }
    for was in (0..old.len()).filter(|page| !old[*page].is_empty()) {
        if pairs.iter().all(|pair| pair.0 != Some(was)) {
            let voted = votes.iter().filter(|vote| vote.0 == was).map(|vote| vote.1);
            pairs.push((Some(was), most(voted.collect(), was, new.len())));
        }
    }
    pairs.sort_unstable_by_key(|(was, is)| (is.or(*was), *was));
    let spread = |(was, is): (Option<usize>, Option<usize>)| Spread {
        before: was.map(|page| (page, old[page].clone())),
        after: is.map(|page| (page, new[page].clone())),
    };
    pairs.into_iter().map(spread).collect()
}

/// All bands of all pages.
fn strip(pages: &[Picture]) -> Vec<Band> {
    pages.iter().enumerate().flat_map(|(page, picture)| bands(page, picture)).collect()
}

fn bands(page: usize, picture: &Picture) -> Vec<Band> {
    let rows: Vec<&[u8]> = picture.ink.chunks(picture.width.max(1)).collect();
    let blank = vec![0; picture.width];
    let above = |row: usize| if row == 0 { &blank[..] } else { rows[row - 1] };
    let is_quiet = |row: usize| rows[row] == above(row);
    let mut bands = Vec::new();
    let mut row = 0;
    while row < rows.len() {
        if is_quiet(row) {
            row += 1;
            continue;
        }
        let top = row;
        let mut quiet = 0;
        while row < rows.len() && quiet < QUIET {
            quiet = if is_quiet(row) { quiet + 1 } else { 0 };
            row += 1;
        }
        let ground = above(top);
        // The row in which the ink ends is as it was above it.
        let end = row - quiet;
        let bottom = end - usize::from(end > top && rows[end - 1] == ground);
        let ink = |column: usize| -> u32 {
            let of = |row: &&[u8]| u32::from(row[column].saturating_sub(ground[column]));
            rows[top..bottom].iter().map(of).sum()
        };
        let sums: Vec<u32> = (0..picture.width).map(ink).collect();
        let all = sums.iter().sum();
        bands.push(Band { page, top, bottom, sums, all });
    }
    bands
}

fn is_same(one: &Band, other: &Band) -> bool {
    let most = 2_000.max(one.all / 50);
    one.all.abs_diff(other.all) <= most
        && one.sums.len() == other.sums.len()
        && one.sums.iter().zip(&other.sums).all(|(a, b)| a.abs_diff(*b) <= NEAR)
}

/// Which band is which, as many as can be, in their order.
fn aligned(old: &[Band], new: &[Band]) -> Vec<(usize, usize)> {
    let both = || old.iter().zip(new);
    let head = both().take_while(|(was, is)| is_same(was, is)).count();
    let rest = old.len().min(new.len()) - head;
    let ends = old.iter().rev().zip(new.iter().rev()).take(rest);
    let tail = ends.take_while(|(was, is)| is_same(was, is)).count();
    let (was, is) = (&old[head..old.len() - tail], &new[head..new.len() - tail]);
    let middle = if was.len() * is.len() <= MOST_PAIRS {
        longest(was, is)
    } else {
        let pairs = was.iter().zip(is).enumerate();
        pairs.filter(|(_, (was, is))| is_same(was, is)).map(|(at, _)| (at, at)).collect()
    };
    let mut same: Vec<(usize, usize)> = (0..head).map(|at| (at, at)).collect();
    same.extend(middle.into_iter().map(|(was, is)| (head + was, head + is)));
    same.extend((0..tail).map(|at| (old.len() - tail + at, new.len() - tail + at)));
    same
}

/// The longest common run of two strips.
fn longest(old: &[Band], new: &[Band]) -> Vec<(usize, usize)> {
    let mut best = vec![vec![0_u32; new.len() + 1]; old.len() + 1];
    let mut equal = vec![vec![false; new.len()]; old.len()];
    for was in (0..old.len()).rev() {
        for is in (0..new.len()).rev() {
            equal[was][is] = is_same(&old[was], &new[is]);
            let both = best[was + 1][is + 1] + u32::from(equal[was][is]);
            best[was][is] = both.max(best[was + 1][is]).max(best[was][is + 1]);
        }
    }
    let (mut was, mut is, mut pairs) = (0, 0, Vec::new());
    while was < old.len() && is < new.len() {
        if equal[was][is] && best[was][is] == best[was + 1][is + 1] + 1 {
            pairs.push((was, is));
            (was, is) = (was + 1, is + 1);
        } else if best[was][is] == best[was + 1][is] {
            was += 1;
        } else {
            is += 1;
        }
    }
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A page of lines: each a row of blocks of ink where its letter is not a space.
    fn page(lines: &[&str]) -> Picture {
        const WIDTH: usize = 200;
        let mut ink = vec![0; WIDTH * 10];
        for line in lines {
            let mut row = [0; WIDTH];
            for (at, sign) in line.bytes().enumerate() {
                let block = &mut row[at * 20..at * 20 + 8];
                block.fill(if sign == b' ' { 0 } else { sign });
            }
            // Rows that are not the same, as those of letters are.
            let other: Vec<u8> = row.iter().map(|ink| ink / 2).collect();
            (0..4).for_each(|_| ink.extend(row.iter().chain(&other)));
            ink.extend([0; WIDTH * 8]);
        }
        Picture { width: WIDTH, ink }
    }

    #[test]
    fn a_page_that_is_as_it_was_is_not_shown() {
        let pages = [page(&["abc", "def"])];
        assert!(spreads(&pages, &pages).is_empty());
    }

    #[test]
    fn a_letter_is_marked_where_it_stands() {
        let (before, after) = ([page(&["abc", "def"])], [page(&["abc", "dxf"])]);
        let mark = Mark { x: 17, y: 23, width: 13, height: 14 };
        let side = Some((0, vec![mark]));
        assert_eq!(spreads(&before, &after), [Spread { before: side.clone(), after: side }]);
    }

    #[test]
    fn a_line_more_marks_that_line_alone_and_what_it_pushes_to_another_page_is_the_same() {
        let before = [page(&["aa", "bb"]), page(&["dd"])];
        let after = [page(&["aa", "xx", "bb"]), page(&["dd"])];
        let spreads = spreads(&before, &after);
        assert_eq!(spreads.len(), 1);
        let marks = &spreads[0].after.as_ref().expect("a page now").1;
        assert_eq!(marks.iter().map(|mark| mark.y).collect::<Vec<_>>(), [23, 23]);
        assert_eq!(spreads[0].before, Some((0, Vec::new())));
    }

    #[test]
    fn pages_that_only_one_has_stand_alone() {
        let spreads = spreads(&[], &[page(&["aa"])]);
        assert_eq!(spreads.len(), 1);
        assert_eq!(spreads[0].before, None);
        assert!(spreads[0].after.as_ref().is_some_and(|(_, marks)| marks.len() == 2));
    }
}
