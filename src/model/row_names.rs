//! Names of rows and columns as they are compared: which row is a total, a mean, a note.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;

use super::row_number::{LastLetters, RowNumber, numbered};
use crate::characters;

/// A name in composed, small letters with single spaces, without what stands around it.
pub(crate) fn plain(name: &str) -> String {
    let composed = match characters::normalized(name) {
        Cow::Borrowed(name) => name.to_lowercase(),
        Cow::Owned(_) => name.nfc().flat_map(char::to_lowercase).collect(),
    };
    let is_space =
        |c: char| c.is_whitespace() || matches!(c, '\u{200b}'..='\u{200f}' | '\u{feff}' | '\u{ad}');
    let words: Vec<&str> = composed.split(is_space).filter(|word| !word.is_empty()).collect();
    let text = words.join(" ");
    let around = |c: char| matches!(c, ':' | '.' | ';' | ',' | '*' | '"' | '“' | '”' | '\'' | ' ');
    text.trim_matches(around).to_owned()
}

/// A plain name without what stands in parentheses, and what that is.
pub(crate) fn without_parentheses(name: &str) -> (String, Option<String>) {
    let (mut outside, mut inside) = (String::new(), String::new());
    let mut depth = 0;
    for sign in name.chars() {
        match sign {
            '(' | '[' => depth += 1,
            ')' | ']' if depth > 0 => depth -= 1,
            sign if depth > 0 => inside.push(sign),
            sign => outside.push(sign),
        }
    }
    let inside = Some(plain(&inside)).filter(|inside| !inside.is_empty());
    (plain(&outside), inside)
}

/// What a name says of its row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum RowName {
    /// Its figures are sums of others: `Tổng cộng`.
    Total,
    /// Its figures may be sums of others: `Tổng số hộ`.
    PerhapsTotal,
    /// Its figures are made from others, and are no part of a sum: `Bình quân`, `Làm tròn`.
    Derived,
    /// It is no row at all: `Ghi chú: …`.
    Note,
    /// A unit or a group.
    Unit,
}

/// Names that are a total by themselves.
const TOTALS: [&str; 23] = [
    "tiểu cộng",
    "tổng",
    "tổng cộng",
    "tổng số",
    "tổng cộng chung",
    "tổng chung",
    "tổng số chung",
    "cộng",
    "cộng chung",
    "tổng cộng số",
    "tc",
    "t.cộng",
    "tcộng",
    "t cộng",
    "tổng-cộng",
    "tất cả",
    "toàn bộ",
    "chung",
    "σ",
    "subtotal",
    "total",
    "grand total",
    "sum",
];

/// What may follow `toàn` or `cả` where a row sums all units of an area.
const AREAS: [&str; 36] = [
    "khu",
    "ấp",
    "bản",
    "buôn",
    "làng",
    "khóm",
    "khu phố",
    "cụm",
    "sở",
    "đảng bộ",
    "công ty",
    "bệnh viện",
    "tỉnh",
    "thành phố",
    "tp",
    "huyện",
    "quận",
    "thị xã",
    "thị trấn",
    "xã",
    "phường",
    "đặc khu",
    "thôn",
    "ngành",
    "quốc",
    "nước",
    "vùng",
    "miền",
    "khu vực",
    "hệ thống",
    "trường",
    "cơ quan",
    "đơn vị",
    "khối",
    "bảng",
    "địa bàn",
];

/// Words that follow `cộng` in other words than sums.
const AFTER_CONG: [&str; 10] =
    ["đồng", "tác", "hòa", "hoà", "sản", "sinh", "hưởng", "sự", "đoàn", "dồn"];

/// Words that follow `tổng` in names of bodies and other words than sums.
const AFTER_TONG: [&str; 20] = [
    "công ty",
    "cục",
    "liên đoàn",
    "hội",
    "hợp",
    "giám đốc",
    "lãnh sự",
    "thanh tra",
    "kho",
    "đài",
    "bí thư",
    "thư ký",
    "kết",
    "thể",
    "quan",
    "tham mưu",
    "điều tra",
    "kiểm kê",
    "đội",
    "đại lý",
];

/// What `name` says of its row.
pub(crate) fn row_name(name: &str) -> RowName {
    let text = plain(name);
    if is_note(name, &text) {
        return RowName::Note;
    }
    if is_derived(name) {
        return RowName::Derived;
    }
    let (words, _) = without_parentheses(&text);
    let words = numbered(&words, LastLetters::default()).map_or(words.as_str(), |(_, rest)| rest);
    let words = plain(words.trim_start_matches(['-', '–', '+', ' ']));
    if TOTALS.contains(&words.as_str()) || is_whole_area(&words) {
        return RowName::Total;
    }
    if words.starts_with("tổng cộng ") || words.starts_with("tổng cộng:") {
        return RowName::Total;
    }
    let begins = |rest: &str, list: &[&str]| {
        list.iter().any(|word| {
            rest.strip_prefix(word).is_some_and(|after| !after.starts_with(char::is_alphanumeric))
        })
    };
    if let Some(rest) = words.strip_prefix("cộng ") {
        return if begins(rest, &AFTER_CONG) { RowName::Unit } else { RowName::Total };
    }
    let Some(rest) = words.strip_prefix("tổng ") else { return RowName::Unit };
    if begins(rest, &AFTER_TONG) {
        return RowName::Unit;
    }
    let of = rest.strip_prefix("số ").unwrap_or(rest);
    let is_of_part = is_whole_area(of)
        || begins(of, &["nhóm", "mục", "phần", "tiểu mục"])
        || of.split('+').all(|part| {
            RowNumber::read(&part.trim().to_uppercase(), LastLetters::default()).is_some()
        });
    if is_of_part { RowName::Total } else { RowName::PerhapsTotal }
}

/// How names of means and of rounded sums begin. `Trung Bình` may be that of a village.
const DERIVED: [&str; 8] = [
    "Bình quân",
    "BÌNH QUÂN",
    "Trung bình",
    "TRUNG BÌNH",
    "BQ",
    "Làm tròn",
    "LÀM TRÒN",
    "Lấy tròn",
];

fn is_derived(name: &str) -> bool {
    let name: String = name.trim_start_matches(['-', '–', '+', '*', ' ']).nfc().collect();
    DERIVED.iter().any(|word| {
        name.strip_prefix(word).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
    })
}

/// `toàn tỉnh`, `cả nước`, `toàn xã An Bình`.
fn is_whole_area(words: &str) -> bool {
    let of = words.strip_prefix("chung ").unwrap_or(words);
    let begins = ["toàn bộ ", "tất cả ", "toàn ", "cả "];
    let of = begins.iter().find_map(|word| of.strip_prefix(word));
    // `Cả 4 xã`
    let counted =
        of.map(|of| of.trim_start_matches(|sign: char| sign.is_ascii_digit()).trim_start());
    counted.is_some_and(|of| {
        AREAS.iter().any(|area| {
            of.strip_prefix(area).is_some_and(|after| after.is_empty() || after.starts_with(' '))
        })
    })
}

/// What notes below a table begin with.
const NOTES: [&str; 17] = [
    "người duyệt",
    "xác nhận của",
    "người kiểm tra",
    "ghi chú",
    "chú thích",
    "chú ý",
    "lưu ý",
    "nơi nhận",
    "người lập",
    "lập biểu",
    "người ký",
    "thủ trưởng",
    "kế toán",
    "đơn vị tính",
    "đvt",
    "giám đốc",
    "số liệu",
];

/// The same, but only with a colon or a figure behind.
const NOTES_WITH_SIGN: [&str; 4] = ["nguồn", "ngày", "tm", "kt"];

fn is_note(name: &str, text: &str) -> bool {
    let ends = |after: &str| !after.starts_with(char::is_alphanumeric);
    let begins = NOTES.iter().any(|note| text.strip_prefix(note).is_some_and(ends));
    let has_sign = |after: &str| {
        after.starts_with([':', '.'])
            || after.trim_start().starts_with(|c: char| c.is_ascii_digit())
    };
    let is_signed =
        NOTES_WITH_SIGN.iter().any(|note| text.strip_prefix(note).is_some_and(has_sign));
    let trimmed = name.trim_start();
    let is_marked = trimmed.starts_with("(*") || trimmed.starts_with("*)");
    let words = trimmed.trim_start_matches('*').trim();
    let is_star = trimmed.starts_with('*') && !words.is_empty() && !words.ends_with('*');
    begins || is_signed || is_marked || (is_star && row_words(text) > 2)
}

fn row_words(text: &str) -> usize {
    text.split(' ').count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn totals_are_told_from_names_that_look_like_them() {
        for name in [
            "Tổng cộng",
            "TỔNG CỘNG:",
            "Cộng",
            "Cộng:",
            "TỔNG SỐ",
            "Tổng",
            "Tổng cộng (A+B)",
            "Tổng cộng = I + II",
            "Toàn tỉnh",
            "Cả nước",
            "Toàn xã",
            "Cộng nhóm A",
            "Cộng khu vực thành thị",
            "Tổng số toàn huyện",
            "Tổng mục I",
            "Cộng (I)",
            "I. Tổng số",
            "Tổng A+B",
            "To\u{302}\u{309}ng co\u{323}\u{302}ng",
            "Tổng\ncộng",
            "** Tổng cộng **",
            "Tổng cộng các phường",
            "Toàn quốc",
            "Cộng chung toàn tỉnh",
            "Cả 4 xã",
            "Toàn bộ 12 thôn",
            "Tất cả 3 phường",
        ] {
            assert_eq!(row_name(name), RowName::Total, "{name}");
        }
        for name in [
            "Cộng đồng dân cư",
            "Cộng tác viên",
            "Cộng hòa",
            "Tổng công ty Điện lực",
            "Tổng cục Thuế",
            "Tổng Liên đoàn Lao động",
            "Xã Tổng Cọt",
            "Phường 1",
            "Toàn Thắng",
            "Thôn Cộng Hòa",
            "Tổng hợp",
            "Cả năm",
            "Xã Toàn Sơn",
            "Tổng kết",
            "Cộng sản",
            "Cộng dồn",
        ] {
            assert_eq!(row_name(name), RowName::Unit, "{name}");
        }
        for name in ["Tổng số hộ", "Tổng diện tích", "Tổng kinh phí", "Tổng thu"] {
            assert_eq!(row_name(name), RowName::PerhapsTotal, "{name}");
        }
    }

    #[test]
    fn means_are_told_from_places() {
        for name in
            ["Bình quân", "Bình quân chung", "TRUNG BÌNH", "BQ/xã", "Làm tròn", "- Bình quân"]
        {
            assert_eq!(row_name(name), RowName::Derived, "{name}");
        }
        for name in ["Trung Bình", "Thôn Trung Bình", "Bình Quân", "Bình quận", "Bình"] {
            assert_eq!(row_name(name), RowName::Unit, "{name}");
        }
    }

    #[test]
    fn notes_are_told_from_units() {
        for name in [
            "Ghi chú: số liệu đến 31/12",
            "Nguồn: Cục Thống kê",
            "(*) Không tính xã A",
            "* Số liệu tạm tính đến ngày 31/12",
            "Người lập biểu",
            "Chú thích",
        ] {
            assert_eq!(row_name(name), RowName::Note, "{name}");
        }
        for name in ["Nguồn Sáng", "Thôn Nguồn", "*", "Ngày Mới", "Xã A *"] {
            assert_ne!(row_name(name), RowName::Note, "{name}");
        }
    }
}
