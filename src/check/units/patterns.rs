//! How units and their bodies are named, as what is looked for in a text.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use crate::characters::capital;
use crate::model::names::{Names, WordStarts};

/// Words for a level that is no more, without the name of a unit.
pub(super) static LEVELS: LazyLock<Names<()>> = LazyLock::new(|| {
    let bodies = ["UBND", "HĐND", "Ủy ban nhân dân", "Uỷ ban nhân dân", "Hội đồng nhân dân"];
    let levels = ["huyện", "quận", "thị xã", "thị trấn", "cấp huyện"];
    let of_bodies = bodies.iter().flat_map(|body| {
        levels.iter().flat_map(move |level| {
            [format!("{body} {level}"), format!("{body} các {level}")].into_iter()
        })
    });
    let others = [
        "các huyện, thị xã",
        "các huyện, thành phố",
        "các huyện, quận",
        "các quận, huyện",
        "Huyện ủy",
        "Huyện uỷ",
        "Quận ủy",
        "Quận uỷ",
        "Thị ủy",
        "Thị uỷ",
        "Huyện đoàn",
        "Quận đoàn",
        "Thị đoàn",
        "Phòng Giáo dục và Đào tạo",
    ];
    let all = of_bodies.chain(others.iter().map(|words| (*words).to_owned()));
    Names::new(all.map(|words| (words, ())).collect())
});

/// Kinds of units, as one writes them within a sentence.
const KINDS: [&str; 8] =
    ["tỉnh", "huyện", "quận", "thị xã", "thành phố", "thị trấn", "xã", "phường"];

/// Bodies of a province whose name stands for it.
const BODIES_OF_PROVINCE: [&str; 3] = ["Tỉnh ủy", "Tỉnh uỷ", "Tỉnh đoàn"];

/// Abbreviations of kinds, with a full stop or without.
const SHORT_KINDS: [&str; 5] = ["TP", "TX", "Tp", "Tx", "TT"];

/// [`KINDS`], also with a capital and in capitals, and [`BODIES_OF_PROVINCE`].
fn kinds() -> impl Iterator<Item = String> {
    let kinds = KINDS.iter().flat_map(|it| [(*it).to_owned(), capital(it), it.to_uppercase()]);
    kinds.chain(BODIES_OF_PROVINCE.map(str::to_owned))
}

/// A kind of unit in front of a name.
pub(super) static KIND: LazyLock<Regex> = LazyLock::new(|| {
    let (kinds, short) = (kinds().collect::<Vec<_>>().join("|"), SHORT_KINDS.join("|"));
    Regex::new(&format!("(?:({kinds}) |({short})[. ] ?)([A-ZÀ-ỸĐ][^,;:()\n]*|[0-9]+)"))
        .expect("a test finds units with it")
});

/// What [`KIND`] begins with.
static KIND_BEGINNINGS: LazyLock<Names<()>> = LazyLock::new(|| {
    let all = kinds().chain(SHORT_KINDS.map(str::to_owned));
    Names::new(all.map(|it| (it, ())).collect())
});

/// Bodies that a district had.
const BODIES_OF_DISTRICT: [&str; 11] = [
    "Phòng",
    "Chi cục Thuế",
    "Chi cục Thi hành án",
    "Công an",
    "Tòa án nhân dân",
    "Toà án nhân dân",
    "Viện kiểm sát nhân dân",
    "Bảo hiểm xã hội",
    "BHXH",
    "Ban Chỉ huy Quân sự",
    "Kho bạc Nhà nước",
];

/// An office of a district, without the name of the district: `Phòng Nội vụ huyện`.
pub(super) static OFFICE: LazyLock<Regex> = LazyLock::new(|| {
    let bodies = BODIES_OF_DISTRICT.join("|");
    Regex::new(&format!(
        r"((?:{bodies})(?: \p{{L}}+,?){{0,7}}? (?:huyện|quận|thị xã))(?:[,.;:)\n]|$| [\p{{Ll}}/])"
    ))
    .expect("a test finds units with it")
});

/// What [`OFFICE`] begins with.
static OFFICE_BEGINNINGS: LazyLock<Names<()>> =
    LazyLock::new(|| Names::new(BODIES_OF_DISTRICT.map(|it| (it.to_owned(), ())).into()));

/// Whether `text`, whose words begin at `starts`, may name a unit: most texts do not. Asked before
/// what takes longer.
pub(in crate::check) fn may_name(text: &str, starts: &WordStarts) -> bool {
    let begins_name = |range: Range<usize>| {
        let rest = text[range.end..].trim_start_matches(['.', ' ']);
        rest.starts_with(|sign| matches!(sign, 'A'..='Z' | 'À'..='Ỹ' | '0'..='9'))
    };
    KIND_BEGINNINGS.find_in(text, starts).any(|(range, ())| begins_name(range))
        || LEVELS.find_in(text, starts).next().is_some()
        || OFFICE_BEGINNINGS.find_in(text, starts).next().is_some() && OFFICE.is_match(text)
}
