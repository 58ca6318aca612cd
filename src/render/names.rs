//! Which spaces of names and titles become no-break spaces.
//!
//! Lines of names are short and few, so more words are joined than in running text: compounds,
//! place names, and prepositions with the word behind them.

use super::spacing::{self, Bond, Word, bond, is_dash};
use super::word_groups::{COMPOUNDS, LEADING, REGIONS};

/// The longest group of joined words, in characters: most lines have room for several groups.
const LONGEST: usize = 24;

/// The most words a place name has.
const MOST_IN_A_NAME: usize = 4;

/// The number of words of the longest compound.
pub(super) const MOST_IN_A_COMPOUND: usize = 5;

/// The text of a name or title with its no-break spaces.
pub(super) fn name(text: &str) -> String {
    let words = Word::all(text);
    let mut bonds: Vec<Option<Bond>> = vec![None; words.len().saturating_sub(1)];
    let mut at = 0;
    while at < words.len() {
        let count = compound(&words[at..]);
        bonds.iter_mut().skip(at).take(count - 1).for_each(|bond| *bond = Some(Bond::Strong));
        let region = at + count;
        let place = if is_region(&words[at..region]) { place(&words[region..]) } else { 0 };
        bonds.iter_mut().skip(region).take(place.saturating_sub(1)).for_each(strong);
        at = region + place;
        if let Some(bond) = bonds.get_mut(region - 1).filter(|_| place > 0) {
            *bond = Some(Bond::Weak);
        }
    }
    let kept = bonds.clone();
    for (gap, known) in bonds.iter_mut().enumerate() {
        let is_free = gap == 0 || kept[gap - 1] != Some(Bond::Strong);
        let is_leading =
            is_free && LEADING.contains(&words[gap].opened()) && !words[gap + 1].text.is_empty();
        *known = (*known).max(bond(&words, gap + 1)).max(is_leading.then_some(Bond::Weak));
    }
    spacing::joined(&words, &bonds, LONGEST)
}

fn strong(bond: &mut Option<Bond>) {
    *bond = Some(Bond::Strong);
}

/// How many of the first words are one compound; 1 when they begin none.
fn compound(words: &[Word<'_>]) -> usize {
    let most = words.len().min(MOST_IN_A_COMPOUND);
    (2..=most)
        .rev()
        .find(|count| {
            let last = count - 1;
            let parts = words[..last].iter().map(Word::opened);
            let found = parts.chain([words[last].bare()]).collect::<Vec<_>>().join(" ");
            COMPOUNDS.contains(&found.as_str()) || REGIONS.contains(&found.as_str())
        })
        .unwrap_or(1)
}

fn is_region(words: &[Word<'_>]) -> bool {
    let found: Vec<&str> = words.iter().map(Word::opened).collect();
    REGIONS.contains(&found.join(" ").as_str())
}

/// How many of the words are a place name: capitalized words, up to a comma, a number or a word
/// that begins something else. In a text in capitals the name ends where a compound begins.
fn place(words: &[Word<'_>]) -> usize {
    let mut count = 0;
    while count < words.len() {
        let word = &words[count];
        let goes_on = if is_dash(word.text) {
            count > 0 && words.get(count + 1).is_some_and(|next| is_proper(next))
        } else {
            is_proper(word) && (count == 0 || compound(&words[count..]) == 1)
        };
        if !goes_on
            || count == MOST_IN_A_NAME + usize::from(words[..count].iter().any(|w| is_dash(w.text)))
        {
            break;
        }
        count += 1;
        if word.text.ends_with([',', ';', '.', ')', ':']) {
            break;
        }
    }
    count
}

/// Whether it is capitalized and no preposition or unit of administration.
fn is_proper(word: &Word<'_>) -> bool {
    let small = word.bare();
    let is_capital = word.text.chars().next().is_some_and(char::is_uppercase);
    is_capital
        && !word.is_number()
        && !LEADING.contains(&small)
        && !REGIONS.contains(&small)
        && !["năm", "giai", "giao", "thực", "ban", "bcđ", "số"].contains(&small)
}

#[cfg(test)]
mod tests {
    use super::super::spacing::NBSP;
    use super::*;

    #[track_caller]
    fn shown(text: &str, expected: &str) {
        assert_eq!(name(text).replace(NBSP, "~"), expected);
    }

    #[test]
    fn compounds_and_names_of_places_hold_together() {
        shown("Ủy ban nhân dân xã An Thới Đông", "Ủy~ban~nhân~dân xã~An~Thới~Đông");
        shown("Ủy ban nhân dân thành phố Hồ Chí Minh", "Ủy~ban~nhân~dân thành~phố~Hồ~Chí~Minh");
        shown("Sở Giáo dục và Đào tạo tỉnh Hải Dương", "Sở Giáo~dục và~Đào~tạo tỉnh~Hải~Dương");
        shown("Huyện, thị xã, Thành phố", "Huyện, thị~xã, Thành~phố");
        shown("tỉnh Bà Rịa - Vũng Tàu năm 2024", "tỉnh~Bà~Rịa~-~Vũng~Tàu năm~2024");
    }

    #[test]
    fn capitals_are_read_as_small_letters_are() {
        shown("BẢO HIỂM XÃ HỘI TỰ NGUYỆN", "BẢO~HIỂM~XÃ~HỘI TỰ~NGUYỆN");
        shown("ỦY BAN NHÂN DÂN TỈNH HẢI DƯƠNG NĂM 2024", "ỦY~BAN~NHÂN~DÂN TỈNH~HẢI~DƯƠNG NĂM~2024");
    }

    #[test]
    fn no_line_ends_with_a_word_that_leads_on() {
        shown("V/v giao chỉ tiêu của các xã", "V/v~giao chỉ~tiêu của~các~xã");
    }
}
