//! Which column of a table a heading of a sheet names, and how surely.

use super::super::ColumnOutline;
use crate::model::row_names::{plain, without_parentheses};

/// What heads a column of running numbers.
pub(super) const INDEX_HEADERS: [&str; 9] =
    ["stt", "tt", "số tt", "s.t.t", "số thứ tự", "thứ tự", "no", "#", "s tt"];

/// The names of a column of the table, as they are compared.
pub(super) struct Names {
    id: String,
    header: String,
    bare: String,
    pub(super) groups: Vec<String>,
    joined: String,
    is_unique: bool,
}

pub(super) fn names(columns: &[ColumnOutline]) -> Vec<Names> {
    let bare = |text: &str| without_parentheses(&plain(text)).0;
    let headers: Vec<String> = columns.iter().map(|column| bare(&column.header)).collect();
    columns
        .iter()
        .zip(&headers)
        .map(|(column, header)| Names {
            id: plain(&column.id.value),
            header: plain(&column.header),
            bare: header.clone(),
            groups: column.groups.iter().map(|group| bare(group)).collect(),
            joined: letters(&format!("{} {}", column.groups.join(" "), column.header)),
            is_unique: headers.iter().filter(|other| *other == header).count() == 1,
        })
        .collect()
}

/// Letters and digits alone: `BHXH - Năm 2026` and `BHXH: năm 2026` are one name.
pub(super) fn letters(text: &str) -> String {
    plain(text).chars().filter(|sign| sign.is_alphanumeric()).collect()
}

/// Words in parentheses that make another column of the same name.
const OTHER: [&str; 30] = [
    "nữ",
    "nam",
    "kỳ trước",
    "kỳ này",
    "năm trước",
    "năm nay",
    "thành thị",
    "nông thôn",
    "kế hoạch",
    "thực hiện",
    "nghèo",
    "cận nghèo",
    "thoát nghèo",
    "lũy kế",
    "luỹ kế",
    "dự kiến",
    "ước",
    "ước thực hiện",
    "thực tế",
    "đã giao",
    "được giao",
    "còn lại",
    "bổ sung",
    "điều chỉnh",
    "tạm tính",
    "phát sinh",
    "mới",
    "trong đó",
    "đề nghị",
    "phê duyệt",
];

/// Whether what stands in parentheses makes two headings of one name two columns: another year,
/// another group.
fn differs(own: &str, header: &str) -> bool {
    let inside = |text: &str| without_parentheses(text).1.unwrap_or_default();
    let (own, header) = (inside(own), inside(header));
    let tells = |text: &str| years(text).next().is_some() || OTHER.contains(&text);
    own != header && (tells(&own) || tells(&header))
}

/// The years in a text.
fn years(text: &str) -> impl Iterator<Item = &str> {
    let numbers = text.split(|sign: char| !sign.is_ascii_digit());
    numbers.filter(|number| number.len() == 4 && number.starts_with(['1', '2']))
}

/// Whether a heading above speaks of another year than the groups of a column.
pub(super) fn is_of_other_year(groups: &[String], above: &str) -> bool {
    let known: Vec<&str> = groups.iter().flat_map(|group| years(group)).collect();
    !known.is_empty() && years(above).any(|year| !known.contains(&year))
}

/// How surely a heading names the column; 0 when it does not.
pub(super) fn grade(names: &Names, own: &str, bare: &str, above: &[String]) -> u8 {
    if own.is_empty() {
        return 0;
    }
    // `TT` and `STT` number the rows, also where a column has such an id.
    let is_index = INDEX_HEADERS.contains(&own) && !names.header.is_empty() && own != names.header;
    if own == names.id && !is_index {
        return 4;
    }
    if !names.groups.is_empty() && letters(own) == names.joined {
        return 4;
    }
    let grade = if own == names.header {
        3
    } else if !bare.is_empty() && bare == names.bare && !differs(own, &names.header) {
        2
    } else {
        return 0;
    };
    let above: Vec<String> = above.iter().map(|text| without_parentheses(&plain(text)).0).collect();
    let is_below = above.iter().any(|text| names.groups.contains(text));
    match (names.groups.is_empty(), above.is_empty()) {
        (true, _) => grade,
        (false, false) => {
            if is_below {
                grade
            } else {
                0
            }
        }
        (false, true) => {
            if names.is_unique {
                grade
            } else {
                0
            }
        }
    }
}
