//! Units of the State that a text names and that are not there on a day (R150, R151, R155, R156).

pub(super) mod past;
mod patterns;
mod registry;

use std::ops::Range;

use jiff::civil::Date;

pub(super) use self::patterns::may_name;
use self::patterns::{KIND, LEVELS, OFFICE};
use self::registry::{TWO_LEVELS, Unit, folded, registry};

/// A unit that is not there.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Absent {
    /// Its name with its kind, or words for a level.
    pub(super) range: Range<usize>,
    /// Why, and what is known instead.
    pub(super) what: What,
    /// The first day without it.
    pub(super) since: Date,
    /// What took its place, in words; empty where that is not known.
    pub(super) successor: String,
    /// Whether it is named as one who acts: `UBND huyện …`.
    pub(super) acts: bool,
}

/// What is the matter with a unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum What {
    /// It is part of another one now.
    Merged,
    /// Others are in its place.
    Replaced,
    /// Its level is no more.
    Level,
    /// It is no more, and several had its name.
    Gone,
}

/// The units that `text` names and that are not there on `day`, as whole words. `home` is the
/// province of the office, by its index: of units of one name that of the office is meant.
pub(super) fn find(text: &str, day: Date, home: Option<usize>) -> Vec<Absent> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(captures) = KIND.captures_at(text, at) {
        let (Some(whole), Some(name)) = (captures.get(0), captures.get(3)) else { break };
        let kind = captures.get(1).or(captures.get(2)).map_or("", |kind| kind.as_str());
        at = name.start();
        if text[..whole.start()].ends_with(char::is_alphanumeric) {
            continue;
        }
        if counts_what_follows(&text[name.range()], &text[name.end()..]) {
            continue;
        }
        let kind = kind_of(kind);
        let list = is_list(&text[..whole.start()]);
        let mut start = whole.start();
        let mut words = name.start();
        while let Some((end, units)) = longest(kind, &text[words..]) {
            let end = words + end;
            found.extend(absent(text, start..end, units, day, home));
            at = end;
            // `các tỉnh Bến Tre, Trà Vinh và Vĩnh Long`
            let next = [", ", " và "].iter().find(|joint| text[end..].starts_with(**joint));
            let Some(joint) = next.filter(|_| list) else { break };
            (start, words) = (end + joint.len(), end + joint.len());
        }
    }
    if day >= TWO_LEVELS {
        let is_free = |range: &Range<usize>, all: &[Absent]| {
            all.iter().all(|it| it.range.end <= range.start || range.end <= it.range.start)
        };
        let offices = OFFICE.captures_iter(text).filter_map(|it| Some(it.get(1)?.range()));
        let offices = offices.filter(|range| !text[..range.start].ends_with(char::is_alphanumeric));
        for range in LEVELS.find(text).map(|(range, ())| range).chain(offices) {
            if is_free(&range, &found) {
                let (what, since) = (What::Level, TWO_LEVELS);
                found.push(Absent { range, what, since, successor: String::new(), acts: true });
            }
        }
        found.sort_by_key(|it| it.range.start);
    }
    found
}

/// The province that one of `texts` names or lies in, by its index.
pub(super) fn province_of<'a>(texts: impl IntoIterator<Item = &'a str>) -> Option<usize> {
    texts.into_iter().find_map(|text| {
        KIND.captures_iter(text).find_map(|captures| {
            let kind = kind_of(captures.get(1).or(captures.get(2))?.as_str());
            let (_, units) = longest(kind, captures.get(3)?.as_str())?;
            let first = units.first()?.province;
            units.iter().all(|unit| unit.province == first).then_some(first)
        })
    })
}

/// Whether the number behind a kind counts what comes next: `phường 3 năm liền`.
pub(super) fn counts_what_follows(name: &str, behind: &str) -> bool {
    let next = behind.trim_start().split([' ', ',', '.', ';']).next().unwrap_or_default();
    let counted = [
        "năm",
        "tháng",
        "ngày",
        "lần",
        "người",
        "hộ",
        "tổ",
        "thôn",
        "khu",
        "đợt",
        "kỳ",
        "lượt",
        "vụ",
        "điểm",
        "cán",
        "công",
        "dự",
        "mô",
        "lớp",
        "trường",
        "buổi",
        "tuần",
        "giờ",
        "nội",
        "nhiệm",
        "tiêu",
        "chỉ",
        "ca",
        "đơn",
        "cơ",
        "đồng",
        "triệu",
        "tỷ",
    ];
    name.bytes().all(|byte| byte.is_ascii_digit()) && counted.contains(&next)
}

fn kind_of(written: &str) -> &'static str {
    match written.to_lowercase().as_str() {
        "tỉnh" | "tỉnh ủy" | "tỉnh uỷ" | "tỉnh đoàn" => "tỉnh",
        "huyện" => "huyện",
        "quận" => "quận",
        "thị xã" | "tx" => "thị xã",
        "thành phố" | "tp" => "thành phố",
        "thị trấn" | "tt" => "thị trấn",
        "phường" => "phường",
        _ => "xã",
    }
}

/// Whether the words `before` a kind begin a list: `các`, `03`, `hai`.
fn is_list(before: &str) -> bool {
    let last = before.trim_end().rsplit(' ').next().unwrap_or_default().to_lowercase();
    ["các", "hai", "ba", "bốn", "năm", "những", "liên"].contains(&last.as_str())
        || !last.is_empty() && last.bytes().all(|byte| byte.is_ascii_digit())
}

/// No name of a unit has more words.
const MOST_WORDS: usize = 7;

/// The longest name of a unit of this kind that `text` begins with: where it ends, and the units.
/// Nothing where the name goes on: `tỉnh Hà Nam Ninh`.
fn longest(kind: &str, text: &str) -> Option<(usize, &'static [Unit])> {
    let is_mark = |sign: char| ",;:()\n.”\"“/".contains(sign);
    let most = text.find(is_mark).unwrap_or(text.len());
    let mut ends: Vec<usize> = text[..most]
        .match_indices(' ')
        .map(|(at, _)| at)
        .chain([most])
        .filter(|end| *end > 0)
        .take(MOST_WORDS)
        .collect();
    ends.dedup();
    for end in ends.into_iter().rev() {
        let units = registry().named(&folded(&format!("{kind} {}", &text[..end])));
        if units.is_empty() {
            continue;
        }
        let rest = text[end..].strip_prefix(' ').unwrap_or_default();
        return (!rest.starts_with(char::is_uppercase)).then_some((end, units));
    }
    None
}

/// What is the matter with the units of one name on `day`; nothing where one of them is there.
fn absent(
    text: &str,
    range: Range<usize>,
    units: &'static [Unit],
    day: Date,
    home: Option<usize>,
) -> Option<Absent> {
    if units.iter().any(|unit| unit.is_there(day)) {
        return None;
    }
    let acts = ["UBND ", "HĐND ", "dân ", "UBND các ", "ủy ", "uỷ "]
        .iter()
        .any(|body| text[..range.start].ends_with(body));
    let ended: Vec<&Unit> =
        units.iter().filter(|it| it.ended.is_some_and(|it| it <= day)).collect();
    // One that is not there yet is spoken of when it is prepared.
    let since = ended.iter().filter_map(|unit| unit.ended).max()?;
    let meant = meant(&text[range.end..], ended, home);
    let (what, successor) = match meant.as_slice() {
        [unit] if unit.into.len() <= 1 => (What::Merged, successor(unit, day)),
        few if few.len() <= MOST_OF_ONE_NAME => {
            let all: Vec<String> = few.iter().map(|unit| successor(unit, day)).collect();
            (What::Replaced, all.join("; "))
        }
        _ => (What::Gone, String::new()),
    };
    Some(Absent { range, what, since, successor, acts })
}

/// Of so many units of one name it is told what took their place.
const MOST_OF_ONE_NAME: usize = 2;

/// Which of the units of one name are meant: those of the district or province that the text
/// `behind` goes on with, those of the office; all where neither tells them apart.
fn meant<'a>(behind: &str, units: Vec<&'a Unit>, home: Option<usize>) -> Vec<&'a Unit> {
    let clause = folded(behind.split([';', '.', '\n']).next().unwrap_or_default());
    let near: String = clause.chars().take(60).collect();
    let is_of_district =
        |unit: &Unit| !unit.district.is_empty() && near.contains(&folded(unit.district));
    let is_of_province = |unit: &Unit| near.contains(&folded(unit.old_province));
    let is_of_home = |unit: &Unit| home == Some(unit.province);
    let narrowed = |units: Vec<&'a Unit>, is_meant: &dyn Fn(&Unit) -> bool| {
        let some: Vec<&Unit> = units.iter().copied().filter(|unit| is_meant(unit)).collect();
        if some.is_empty() { units } else { some }
    };
    let units = narrowed(units, &is_of_district);
    let units = narrowed(units, &is_of_province);
    narrowed(units, &is_of_home)
}

/// What took the place of `unit`, as called on `day`.
fn successor(unit: &Unit, day: Date) -> String {
    let all = registry();
    let province = all.province(unit.province, day);
    if unit.into.is_empty() {
        return province;
    }
    let communes: Vec<String> = unit.into.iter().map(|it| all.commune(*it, day)).collect();
    format!("{} ({province})", communes.join(", "))
}

#[cfg(test)]
mod tests;
