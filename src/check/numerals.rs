//! Numbers written in words, and figures as sentences write them.

use std::ops::Range;

/// The whole number that `words` say; `None` unless every word is part of one numeral.
///
/// Both ways of speaking are read: `nghìn` and `ngàn`, `linh` and `lẻ`, `bốn` and `tư`.
pub(super) fn parse(words: &str) -> Option<u128> {
    // Groups below a tỷ that are complete, the group being read, and a digit before its rank.
    let (mut whole, mut group, mut digit): (u128, u128, Option<u128>) = (0, 0, None);
    let mut is_empty = true;
    for word in words.split_whitespace() {
        is_empty = false;
        if let Some(value) = digit_of(word) {
            if digit.replace(value).is_some() {
                return None;
            }
            continue;
        }
        match word {
            "mười" if digit.is_none() => group += 10,
            "mươi" => group += digit.take()? * 10,
            "trăm" => group += digit.take()? * 100,
            "linh" | "lẻ" if digit.is_none() => {}
            "nghìn" | "ngàn" | "triệu" | "tỷ" | "tỉ" => {
                let rank = match word {
                    "nghìn" | "ngàn" => 1_000,
                    "triệu" => 1_000_000,
                    _ => 1_000_000_000,
                };
                let count = group + digit.take().unwrap_or(0);
                // `một nghìn tỷ`: a tỷ counts all that was said before it.
                let counted = if rank == 1_000_000_000 { whole + count } else { count };
                if counted == 0 || counted > u128::from(u64::MAX) {
                    return None;
                }
                whole = if rank == 1_000_000_000 { 0 } else { whole } + counted * rank;
                group = 0;
            }
            _ => return None,
        }
    }
    (!is_empty).then_some(whole + group + digit.unwrap_or(0))
}

/// What a word for one digit says.
fn digit_of(word: &str) -> Option<u128> {
    Some(match word {
        "không" => 0,
        "một" | "mốt" => 1,
        "hai" => 2,
        "ba" => 3,
        "bốn" | "tư" => 4,
        "năm" | "lăm" | "nhăm" => 5,
        "sáu" => 6,
        "bảy" | "bẩy" => 7,
        "tám" => 8,
        "chín" => 9,
        _ => return None,
    })
}

/// A figure in a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Figure {
    /// Where it stands.
    pub(super) range: Range<usize>,
    /// What it says, times `10^decimals`.
    pub(super) digits: u128,
    /// How many digits stand behind its comma.
    pub(super) decimals: u32,
}

impl Figure {
    /// The whole number it says.
    pub(super) fn whole(&self) -> Option<u128> {
        (self.decimals == 0).then_some(self.digits)
    }
}

/// The last of `all`, which stand in order, that ends at byte `at` or before.
pub(super) fn last_before(all: &[Figure], at: usize) -> Option<&Figure> {
    let count = all.partition_point(|figure| figure.range.end <= at);
    count.checked_sub(1).map(|index| &all[index])
}

/// Those of `all`, which stand in order, that begin within `range`.
pub(super) fn within<'a>(all: &'a [Figure], range: &Range<usize>) -> &'a [Figure] {
    let first = all.partition_point(|figure| figure.range.start < range.start);
    let end = all.partition_point(|figure| figure.range.start < range.end);
    &all[first..end.max(first)]
}

/// The figures of `text` that stand alone: `35`, `1.250`, `3,5`, but no part of a day, a number of
/// a document, a range or a word.
pub(super) fn figures(text: &str) -> Vec<Figure> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = bytes[at..].iter().position(u8::is_ascii_digit).map(|i| at + i) {
        let run = |byte: &u8| byte.is_ascii_digit() || b".,/-".contains(byte);
        let length = bytes[start..].iter().take_while(|byte| run(byte)).count();
        at = start + length;
        let words = text[start..at].trim_end_matches(['.', ',', '/', '-']);
        let end = start + words.len();
        let touches = |sign: Option<char>| {
            sign.is_some_and(|sign| sign.is_alphanumeric() || "/-".contains(sign))
        };
        // `50.000.000đ`: an amount of money.
        let behind = text[end..].strip_prefix('đ').filter(|_| words.len() > 3);
        let behind = behind.unwrap_or(&text[end..]).chars().next();
        if touches(text[..start].chars().next_back()) || touches(behind) {
            continue;
        }
        if let Some((digits, decimals)) = read(words) {
            found.push(Figure { range: start..end, digits, decimals });
        }
    }
    found
}

/// The digits of `1.250,5` and how many of them stand behind the comma.
fn read(words: &str) -> Option<(u128, u32)> {
    let (whole, fraction) = words.split_once(',').unwrap_or((words, ""));
    let groups: Vec<&str> = whole.split('.').collect();
    let is_grouped = groups.len() == 1
        || (1..=3).contains(&groups[0].len()) && groups[1..].iter().all(|group| group.len() == 3);
    let digits = format!("{}{fraction}", groups.concat());
    let is_figure = is_grouped && digits.bytes().all(|byte| byte.is_ascii_digit());
    let decimals = u32::try_from(fraction.len()).ok()?;
    is_figure.then_some((digits.parse().ok()?, decimals))
}

/// A whole number with a point between thousands: `18.305`.
pub(super) fn printed(number: u128) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push('.');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::words::in_words;

    #[test]
    fn what_is_said_in_words_is_read_back() {
        let all = (0..2_000).chain((1..60).map(|index| index * 7_654_321)).chain([
            10_u64.pow(9),
            3 * 10_u64.pow(12) + 500_000_000,
            88_421_117_000,
        ]);
        for number in all {
            let words = in_words(&number.to_string());
            assert_eq!(parse(&words), Some(u128::from(number)), "{words}");
        }
        for (words, number) in
            [("hai mươi tư ngàn lẻ năm", 24_005), ("ba trăm lẻ bảy", 307), ("hai mươi nhăm", 25)]
        {
            assert_eq!(parse(words), Some(number), "{words}");
        }
        for words in ["", "năm học", "hai ba", "mươi", "một hai ba", "nghìn", "các"] {
            assert_eq!(parse(words), None, "{words}");
        }
    }

    #[test]
    fn figures_are_told_from_days_and_numbers_of_documents() {
        let text = "35 (25 + 10), 1.250 hộ, 3,5 tỷ; 12/5/2026, số 15/QĐ-UBND, 2021-2025, A1, 1.2.3";
        let found = figures(text);
        let words: Vec<_> = found.iter().map(|figure| &text[figure.range.clone()]).collect();
        assert_eq!(words, ["35", "25", "10", "1.250", "3,5"]);
        assert_eq!((found[4].digits, found[4].decimals, found[3].whole()), (35, 1, Some(1250)));
    }

    #[test]
    fn thousands_are_parted_by_points() {
        let printed: Vec<_> = [7, 999, 1_000, 50_000_000].into_iter().map(printed).collect();
        assert_eq!(printed, ["7", "999", "1.000", "50.000.000"]);
    }
}
