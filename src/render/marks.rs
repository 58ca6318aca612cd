//! Marks behind runs, by which they are found on the pages.
//!
//! A mark is made of variation selectors: they have no width and do not change where lines end,
//! so the layout stays as it is, and they are read back with the text of the page.

use std::collections::BTreeSet;
use std::num::NonZeroU32;

/// The digits of a mark, and what it begins and ends with.
const DIGITS: [char; 8] = [
    '\u{fe00}', '\u{fe01}', '\u{fe02}', '\u{fe03}', '\u{fe04}', '\u{fe05}', '\u{fe06}', '\u{fe07}',
];
const BEGIN: char = '\u{fe08}';
const END: char = '\u{fe09}';

/// The mark with this number.
pub(super) fn characters(mark: NonZeroU32) -> String {
    let digits = format!("{mark:o}");
    let digits = digits.chars().filter_map(|digit| digit.to_digit(8));
    let digits = digits.map(|digit| DIGITS[digit as usize]);
    [BEGIN].into_iter().chain(digits).chain([END]).collect()
}

/// The pages (from 1) that show the mark with this number; `pages` holds the text of each.
#[must_use]
pub fn pages_with(mark: NonZeroU32, pages: &[String]) -> BTreeSet<usize> {
    let mark = characters(mark);
    let on = pages.iter().enumerate().filter(|(_, page)| page.contains(&mark));
    on.map(|(index, _)| index + 1).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_mark_is_found_on_its_pages() {
        let mark = |number| NonZeroU32::new(number).expect("not zero");
        let of = |number| characters(mark(number));
        let pages = [format!("1{}", of(2)), format!("2{} 3{}", of(16), of(2))];
        assert_eq!(pages_with(mark(2), &pages), [1, 2].into());
        assert_eq!(pages_with(mark(16), &pages), [2].into());
        assert!(pages_with(mark(1), &pages).is_empty());
    }
}
