//! Figures that a sentence parts into others: `58 người (41 nam, 17 nữ)`.
//!
//! Read are lists whose parts begin with their figure (`12 sở, ngành và 23 xã, phường`) and lists
//! whose parts end with it, in the unit of the whole (`máy tính 90 triệu đồng, máy quét 38 triệu
//! đồng`). Whether a list names all parts is not said: only sums near the whole are told, and
//! behind `trong đó` only what cannot be an incomplete list.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::numerals::{Figure, figures, last_before, printed, within};

/// A whole that its parts do not give.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Parted {
    /// Where the whole stands.
    pub(super) whole: Range<usize>,
    /// Where its parts stand.
    pub(super) parts: Range<usize>,
    /// Whether they stand in parentheses.
    pub(super) is_in_parentheses: bool,
    /// What the parts add up to, and with how many decimals.
    pub(super) sum: (u128, u32),
}

impl Parted {
    /// The sum as documents print it: `1.250,5`.
    pub(super) fn printed(&self) -> String {
        let (digits, decimals) = self.sum;
        let Some(scale) = 10_u128.checked_pow(decimals) else { return digits.to_string() };
        let places = usize::try_from(decimals).unwrap_or_default();
        let fraction = format!("{:0places$}", digits % scale);
        let fraction = fraction.trim_end_matches('0');
        let whole = printed(digits / scale);
        if fraction.is_empty() { whole } else { format!("{whole},{fraction}") }
    }
}

/// What leads from a whole to its parts within a sentence.
static LEAD: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(concat!(
        r"(?: \([^0-9()]{1,120}\))?",
        r"(?:,? (?:bao gồm|gồm)(?: có)?|[,;]? (trong đó)(?: có)?|,? từ (?:các )?nguồn(?: vốn)?(?: sau)?):? ",
    ))
    .expect("its fixture is tested")
});

/// Words that say of what sort some of the whole are, so that one may be counted twice.
const OVERLAPPING: [&str; 19] = [
    "đảng viên",
    "dân tộc",
    "trẻ em",
    "cao tuổi",
    "khuyết tật",
    "khác",
    "còn lại",
    "…",
    "v.v",
    "mỗi ",
    "trở lên",
    "trên đại học",
    "tôn giáo",
    "miền núi",
    "biên giới",
    "vùng cao",
    "ven biển",
    "nông thôn mới",
    "trùng",
];

/// Units that are of another kind than what is counted.
const MEASURES: [&str; 24] = [
    "km", "m", "m2", "m²", "m³", "ha", "tấn", "tạ", "kg", "tỷ", "triệu", "nghìn", "đồng", "khẩu",
    "nhân", "ngày", "giờ", "tháng", "năm", "phút", "lượt", "lần", "trang", "điểm",
];

/// The wholes of `text` that are not the sum of the parts named behind them.
pub(super) fn contradictions(text: &str) -> Vec<Parted> {
    let all = figures(text);
    if all.len() < 3 {
        return Vec::new();
    }
    let in_parentheses = text.match_indices('(').filter_map(|(open, _)| {
        let length = text[open..].find(')')?;
        let inside = &text[open + 1..open + length];
        let head = [
            "gồm có ",
            "gồm: ",
            "gồm ",
            "bao gồm: ",
            "bao gồm ",
            "trong đó có ",
            "trong đó: ",
            "trong đó ",
        ]
        .into_iter()
        .find(|head| inside.starts_with(head))
        .unwrap_or_default();
        let list = open + 1 + head.len()..open + length;
        let is_some = head.starts_with("trong");
        parted(text, &all, open, list, is_some).map(|it| Parted { is_in_parentheses: true, ..it })
    });
    let behind = LEAD.captures_iter(text).filter_map(|captures| {
        let lead = captures.get(0)?;
        let list = lead.end()..lead.end() + clause(&text[lead.end()..], lead.as_str()).len();
        parted(text, &all, lead.start(), list, captures.get(1).is_some())
    });
    in_parentheses.chain(behind).collect()
}

/// The words up to the end of the sentence; of the clause, unless a colon opened the list.
fn clause<'a>(text: &'a str, lead: &str) -> &'a str {
    let is_open = lead.trim_end().ends_with(':');
    let ends = |(at, sign): (usize, char)| {
        let next = text[at + sign.len_utf8()..].chars().next();
        let is_end = "()\n".contains(sign)
            || sign == ';' && !is_open
            || sign == '.' && !next.is_some_and(|next| next.is_ascii_digit());
        is_end.then_some(at)
    };
    &text[..text.char_indices().find_map(ends).unwrap_or(text.len())]
}

/// The whole that ends before `end`, when the parts of `list` do not give it.
fn parted(
    text: &str,
    all: &[Figure],
    end: usize,
    list: Range<usize>,
    is_some: bool,
) -> Option<Parted> {
    let whole = last_before(all, end)?;
    let unit = text[whole.range.end..end].trim().trim_end_matches(',');
    let is_near = (1..=10).contains(&unit.split_whitespace().count())
        && !unit.contains(['.', ';', ':', '%', '/', '(', ')', '\n']);
    let parts = within(all, &list);
    let words = text[list.clone()].to_lowercase();
    let is_plain = !words.contains(['+', '%', '/', '=', '×', '\n', super::prose::REFERENCE])
        && !OVERLAPPING.iter().any(|sort| words.contains(sort))
        && words.contains(" nữ") == words.contains(" nam");
    if !is_near || !is_plain || parts.len() < 2 {
        return None;
    }
    let is_listed = if parts[0].range.start == list.start {
        are_figures_first(text, &list, parts, unit)
    } else {
        are_figures_last(text, &list, parts, unit)
    };
    let decimals = parts.iter().chain([whole]).map(|figure| figure.decimals).max()?;
    let scaled = |figure: &Figure| {
        figure.digits.checked_mul(10_u128.checked_pow(decimals - figure.decimals)?)
    };
    let (is, amounts) = (scaled(whole)?, parts.iter().map(scaled).collect::<Option<Vec<_>>>()?);
    let sum: u128 = amounts.iter().sum();
    let is_about = sum != is && sum.abs_diff(is) * 100 <= is * 30;
    let is_below = amounts.iter().all(|part| *part < is);
    let is_whole = !is_some || is_no_part_missing(&words, parts, (is, sum));
    (is_listed && is_about && is_below && is_whole).then(|| Parted {
        whole: whole.range.clone(),
        parts: list,
        is_in_parentheses: false,
        sum: (sum, decimals),
    })
}

/// `12 sở, ngành và 23 xã, phường`: every part begins with its figure.
fn are_figures_first(text: &str, list: &Range<usize>, parts: &[Figure], unit: &str) -> bool {
    let ends = parts[1..].iter().map(|part| part.range.start).chain([list.end]);
    parts.iter().zip(ends).enumerate().all(|(index, (part, end))| {
        let words = &text[part.range.end..end];
        let is_last = index + 1 == parts.len();
        let is_parted = is_last
            || [", ", "; ", " và ", " và có ", ", có "].iter().any(|it| words.ends_with(it));
        let first = |words: &str| words.split_whitespace().next().unwrap_or_default().to_owned();
        let own = first(words.trim_end_matches([',', ';']));
        let is_alike = own == first(unit).trim_end_matches(',')
            || !MEASURES.contains(&own.as_str()) && !MEASURES.contains(&first(unit).as_str());
        is_parted && is_alike && !own.is_empty() && words.split_whitespace().count() <= 14
    })
}

/// `máy tính 90 triệu đồng, máy quét 38 triệu đồng`: every part ends with its figure and the unit
/// of the whole.
fn are_figures_last(text: &str, list: &Range<usize>, parts: &[Figure], unit: &str) -> bool {
    let mut start = list.start;
    parts.iter().enumerate().all(|(index, part)| {
        let label = text[start..part.range.start].trim();
        let behind = &text[part.range.end..list.end];
        let Some(rest) = behind.strip_prefix(' ').and_then(|it| it.strip_prefix(unit)) else {
            return false;
        };
        start = list.end - rest.len();
        let is_last = index + 1 == parts.len();
        let separator = [", ", "; ", " và "].into_iter().find(|it| rest.starts_with(it));
        start += separator.map_or(0, str::len);
        let is_end = is_last && rest.trim_end_matches(['.', '/', ';']).is_empty();
        !label.is_empty() && (is_end || !is_last && separator.is_some())
    })
}

/// Whether parts behind `trong đó` are all of the whole: they are more than it, the one is what
/// the other is not, or two exchanged digits make the difference.
fn is_no_part_missing(words: &str, parts: &[Figure], (whole, sum): (u128, u128)) -> bool {
    let is_pair = parts.len() == 2
        && (["không ", "chưa ", " đang "].iter().any(|it| words.contains(it))
            || words.contains(" nam"));
    let is_exchanged = || {
        let by = whole.abs_diff(sum);
        by.is_multiple_of(9)
            && parts.iter().any(|part| {
                let digits: Vec<u128> =
                    part.digits.to_string().bytes().map(|digit| u128::from(digit - b'0')).collect();
                digits.windows(2).zip((0..digits.len()).rev().skip(1)).any(|(pair, at)| {
                    let rank = u32::try_from(at).ok().and_then(|at| 10_u128.checked_pow(at));
                    rank.is_some_and(|rank| pair[0].abs_diff(pair[1]) * 9 * rank == by)
                })
            })
    };
    sum > whole || is_pair || is_exchanged()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<(&str, u128)> {
        contradictions(text).into_iter().map(|it| (&text[it.whole], it.sum.0)).collect()
    }

    #[test]
    fn parts_that_do_not_give_the_whole_are_found() {
        for (text, whole, sum) in [
            ("có 58 cán bộ, công chức (41 nam, 18 nữ)", "58", 59),
            ("15 văn bản chỉ đạo (01 kế hoạch, 02 quyết định, 11 công văn)", "15", 14),
            ("kiểm đếm 186 hộ dân còn lại (102 hộ đất ở, 48 hộ đất nông nghiệp)", "186", 150),
            ("35 cơ quan, đơn vị, trong đó có 12 sở, ngành và 24 xã, phường", "35", 36),
            ("2.845 tàu cá, trong đó 2.610 tàu đã neo đậu, 253 tàu đang tránh trú", "2.845", 2863),
            ("268 hồ sơ, trong đó 260 hồ sơ đủ điều kiện, 07 hồ sơ không đủ điều kiện", "268", 267),
            ("dài 4,6 km, gồm: tuyến A 1,8 km, tuyến B 1,5 km, tuyến C 1,9 km.", "4,6", 52),
            (
                "128,4 triệu đồng, gồm: máy tính 90 triệu đồng, máy quét 34,8 triệu đồng.",
                "128,4",
                1248,
            ),
            (
                "245.000.000 đồng (Hai trăm bốn mươi lăm triệu đồng), từ các nguồn: ngân sách xã \
                 180.000.000 đồng, nguồn xã hội hóa 56.000.000 đồng.",
                "245.000.000",
                236_000_000,
            ),
        ] {
            assert_eq!(found(text), [(whole, sum)], "{text}");
        }
    }

    #[test]
    fn lists_of_some_parts_and_of_other_things_are_none() {
        for text in [
            "có 58 cán bộ (41 nam, 17 nữ)",
            "có 58 cán bộ (30 đảng viên, 20 nữ)",
            "có 58 cán bộ, trong đó 20 nữ, 30 đảng viên",
            "1.260 hộ dân (gồm 5.480 nhân khẩu)",
            "12 hộ (8 ha lúa, 5 ha màu)",
            "3 dự án (2 km đường, 1 km kênh)",
            "100 hộ, trong đó 40 hộ nghèo, 35 hộ cận nghèo",
            "420 công chức (02 lớp với 120 người; 03 lớp với 310 người)",
            "15 văn bản (01 kế hoạch, 02 quyết định và các văn bản khác)",
            "Quyết định số 12 năm 2026, gồm 3 chương, 15 điều",
            "35 cơ quan, trong đó có 12 sở và 22 xã",
        ] {
            assert_eq!(found(text), [], "{text}");
        }
    }
}
