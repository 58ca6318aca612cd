//! Units of the State that have ended, each with its day (R150, R151, R155, R156).

use std::ops::Range;
use std::sync::LazyLock;

use crate::model::names::Names;

/// A unit that is no more.
#[derive(Debug)]
pub(super) struct Ended {
    /// How documents name it.
    pub(super) words: &'static str,
    /// The first day without it: year, month, day.
    pub(super) from: (i16, i8, i8),
    /// Where it belongs now; empty for a level that has no successor of its own.
    pub(super) successor: &'static str,
}

impl Ended {
    /// The first day without it, as printed.
    pub(super) fn since(&self) -> String {
        let (year, month, day) = self.from;
        let zero = if month < 3 { "0" } else { "" };
        format!("{day:02}/{zero}{month}/{year}")
    }
}

/// Two-tier government begins.
const TWO_TIERS: (i16, i8, i8) = (2025, 7, 1);

/// The units; only those whose day is known.
static ENDED: &[Ended] = &[
    level("UBND huyện"),
    level("UBND các huyện"),
    level("UBND quận"),
    level("UBND các quận"),
    level("UBND thị xã"),
    level("UBND thị trấn"),
    level("UBND cấp huyện"),
    level("Ủy ban nhân dân huyện"),
    level("Ủy ban nhân dân các huyện"),
    level("Ủy ban nhân dân quận"),
    level("Ủy ban nhân dân thị xã"),
    level("Ủy ban nhân dân thị trấn"),
    level("Ủy ban nhân dân cấp huyện"),
    level("HĐND huyện"),
    level("HĐND quận"),
    level("HĐND thị xã"),
    level("HĐND cấp huyện"),
    level("Hội đồng nhân dân huyện"),
    level("Hội đồng nhân dân quận"),
    level("Hội đồng nhân dân thị xã"),
    level("Huyện ủy"),
    level("Huyện uỷ"),
    level("Quận ủy"),
    level("Thị ủy"),
    level("Phòng Giáo dục và Đào tạo"),
    province("tỉnh Thái Bình", TWO_TIERS, "tỉnh Hưng Yên"),
    province("tỉnh Hải Dương", TWO_TIERS, "thành phố Hải Phòng"),
    province("tỉnh Bắc Giang", TWO_TIERS, "tỉnh Bắc Ninh"),
    province("tỉnh Nam Định", TWO_TIERS, "tỉnh Ninh Bình"),
    province("tỉnh Hà Nam", TWO_TIERS, "tỉnh Ninh Bình"),
    province("tỉnh Bình Dương", TWO_TIERS, "Thành phố Hồ Chí Minh"),
    province("tỉnh Bà Rịa - Vũng Tàu", TWO_TIERS, "Thành phố Hồ Chí Minh"),
    province("tỉnh Quảng Nam", TWO_TIERS, "thành phố Đà Nẵng"),
    province("tỉnh Bình Phước", TWO_TIERS, "Đồng Nai"),
    province("tỉnh Long An", TWO_TIERS, "tỉnh Tây Ninh"),
    province("tỉnh Thừa Thiên Huế", TWO_TIERS, "thành phố Huế"),
    province("tỉnh Đồng Nai", (2026, 4, 30), "thành phố Đồng Nai"),
    province("tỉnh Quảng Ninh", (2026, 9, 1), "thành phố Quảng Ninh"),
];

/// Words by which a sentence speaks of what was, in small letters.
pub(super) static PAST: &[&str] = &[
    "(cũ)",
    " cũ ",
    " cũ,",
    "trước đây",
    "trước ngày",
    "trước khi",
    "trước 01/7",
    "nguyên là",
    "nguyên chủ tịch",
    "sáp nhập",
    "hợp nhất",
    "sắp xếp",
    "giải thể",
    "bãi bỏ",
    "kết thúc",
    "chuyển giao",
    "bàn giao",
    "giai đoạn 20",
    "ăm 2020",
    "ăm 2021",
    "ăm 2022",
    "ăm 2023",
    "ăm 2024",
    "ăm 2025",
];

const fn level(words: &'static str) -> Ended {
    Ended { words, from: TWO_TIERS, successor: "" }
}

const fn province(words: &'static str, from: (i16, i8, i8), successor: &'static str) -> Ended {
    Ended { words, from, successor }
}

static NAMES: LazyLock<Names<&Ended>> =
    LazyLock::new(|| Names::new(ENDED.iter().map(|unit| (unit.words.to_owned(), unit)).collect()));

/// Where `text` names units that are no more on `day`, as whole words.
pub(super) fn find(
    text: &str,
    day: (i16, i8, i8),
) -> impl Iterator<Item = (Range<usize>, &'static Ended)> {
    NAMES.find(text).map(|(range, unit)| (range, *unit)).filter(move |(_, unit)| unit.from <= day)
}
