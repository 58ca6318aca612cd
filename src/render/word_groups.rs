//! Words that belong together: what counts and what is counted, and the compounds of which the
//! names of offices, documents and tables are made. All in small letters.

use std::collections::BTreeSet;
use std::sync::LazyLock;

/// What is counted and measured, in one word or two.
pub(super) static UNITS: LazyLock<BTreeSet<&str>> =
    LazyLock::new(|| list(include_str!("units.txt")));

/// Compounds: a line may end beside them, not within them.
pub(super) static COMPOUNDS: LazyLock<BTreeSet<&str>> =
    LazyLock::new(|| list(include_str!("compounds.txt")));

/// The words of a list: parted by commas, with comments behind `#`.
fn list(text: &str) -> BTreeSet<&str> {
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    lines.flat_map(|line| line.split(',')).map(str::trim).filter(|word| !word.is_empty()).collect()
}

/// Before the number of a day, month, year or quarter.
pub(super) const TIMES: &[&str] = &["ngày", "tháng", "năm", "quý"];

/// Before a number or a Roman number, never before a letter.
pub(super) const LABELS_OF_NUMBERS: &[&str] = &[
    "lần", "trang", "khóa", "khoá", "kỳ", "đợt", "tuần", "bước", "vòng", "cột", "dòng", "bậc",
    "hạng", "cấp", "vùng", "tập", "chuyến",
];

/// Before a number, a Roman number or a letter.
pub(super) const LABELS: &[&str] = &[
    "điều",
    "khoản",
    "điểm",
    "chương",
    "mục",
    "tiểu mục",
    "phần",
    "phụ lục",
    "mẫu",
    "biểu",
    "biểu số",
    "bảng",
    "hình",
    "nhóm",
    "loại",
    "giai đoạn",
    "thời kỳ",
    "nhiệm kỳ",
    "khu vực",
];

/// Behind `thứ`.
pub(super) const ORDINALS: &[&str] =
    &["nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "bẩy", "tám", "chín", "mười"];

/// What places are that have numbers for names: `phường 1`.
pub(super) const PLACES: &[&str] =
    &["phường", "quận", "tổ", "thôn", "ấp", "khóm", "xóm", "đội", "khu", "cụm", "lô", "xã"];

/// Before a name, whose first word they hold.
pub(super) const PERSONS: &[&str] = &["ông", "bà", "đ/c", "ô", "b", "anh", "chị"];

/// Abbreviations before a name or a title.
pub(super) const ABBREVIATIONS: &[&str] = &[
    "tp.", "tp", "tx.", "tx", "tt.", "q.", "p.", "h.", "t.", "x.", "đ.c", "ô.", "b.", "tm.", "kt.",
    "tl.", "tuq.", "gs.", "pgs.", "ts.", "ths.", "bs.", "ks.", "cn.", "ls.",
];

/// Between a number and its unit.
pub(super) const MULTIPLIERS: &[&str] =
    &["chục", "trăm", "nghìn", "ngàn", "vạn", "triệu", "tỷ", "tỉ"];

/// Units of the state: the name behind one is held together, and to it where both are short.
pub(super) const REGIONS: &[&str] = &[
    "tỉnh",
    "thành phố",
    "huyện",
    "quận",
    "thị xã",
    "thị trấn",
    "xã",
    "phường",
    "đặc khu",
    "thôn",
    "ấp",
    "tp",
    "tp.",
];

/// No line of a name ends with one of these.
pub(super) const LEADING: &[&str] = &[
    "và", "về", "của", "với", "cho", "tại", "trên", "theo", "từ", "đến", "do", "bởi", "các",
    "những", "ở", "trong", "để", "là", "được", "v/v", "không", "hoặc", "tới",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_hold_small_letters_and_compounds_of_as_many_words_as_are_looked_for() {
        for word in UNITS.iter().chain(COMPOUNDS.iter()) {
            assert_eq!(*word, word.to_lowercase());
        }
        for word in COMPOUNDS.iter() {
            assert!(
                (2..=super::super::names::MOST_IN_A_COMPOUND).contains(&word.split(' ').count()),
                "{word}"
            );
        }
        assert!(UNITS.iter().all(|unit| unit.split(' ').count() <= 2));
    }
}
