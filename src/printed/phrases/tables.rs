//! Phrases in, above and below tables and in workbooks.

use super::own;
use crate::compute::Bound;
use crate::model::text::Text;
use crate::printed::run::{Line, Run};

/// Printed over the part of a table that is on a further page.
pub const CONTINUED: &str = "(tiếp theo)";

/// What names a table within the text.
pub const TABLE_IN_TEXT: &str = "bảng trong văn bản này";

/// `Nguồn: Cục Thống kê`; an author may have written the word, too.
pub(in crate::printed) fn source(text: &Text) -> Line {
    let typed = Run::typed(text);
    if text.value.to_lowercase().starts_with("nguồn") {
        return typed.into();
    }
    Line::from(own("Nguồn: ")).with(typed)
}

/// In front of parts of a row that are some of it.
pub const OF_WHICH: &str = "Trong đó:";

/// In front of parts of a row that are all of it.
pub const MADE_OF: &str = "Gồm:";

/// Label of a row of totals that has none of its own.
pub const TOTAL: &str = "Tổng cộng";

/// What the sheet of a workbook is called that lists where figures come from.
pub const SOURCES_SHEET: &str = "Nguồn và đối chiếu";

/// Over the list of columns, and over what stands in it.
pub const COLUMNS_TITLE: &str = "Cách lập các cột";

/// Over its columns.
pub const COLUMNS_HEADERS: [&str; 4] = ["Bảng", "Cột", "Mã cột", "Cách lập"];

/// Over the list of figures that others stated.
pub const COMPARED_TITLE: &str = "Đối chiếu với số đã công bố";

/// Over its columns.
pub const COMPARED_HEADERS: [&str; 6] =
    ["Bảng", "Dòng", "Cột", "Số đã công bố", "Số tính được", "Chênh lệch"];

/// What makes a column that its author wrote.
pub const MADE_BY_INPUT: &str = "nhập từ nguồn";

/// What makes a column of parts of an amount.
pub const MADE_BY_ALLOCATION: &str = "phân bổ";

/// What the sheet of a table in the text is called.
#[must_use]
pub fn table_sheet(number: usize) -> String {
    format!("Bảng {number}")
}

/// The note of shares that were made to add up.
pub const ADDS_UP: &str = "Ghi chú: Tỷ lệ được làm tròn theo phương pháp số dư lớn nhất để tổng \
                           các dòng bằng đúng 100%.";

/// The note of an amount that was spread.
pub const SPREAD: &str = "Ghi chú: Phần lẻ được làm tròn theo phương pháp số dư lớn nhất để tổng \
                          các dòng bằng đúng số phân bổ.";

/// Over the parts of an amount before rounding, and over what limited them.
pub const WORKING_HEADERS: [&str; 2] = ["Tính theo tỷ lệ", "Giới hạn"];

/// What limited a part of an amount that was spread.
#[must_use]
pub fn bound(bound: Bound) -> &'static str {
    match bound {
        Bound::Free => "",
        Bound::Floor => "tối thiểu",
        Bound::Cap => "tối đa",
        Bound::Fixed => "ấn định",
    }
}

/// `(Đơn vị tính: người)`
#[must_use]
pub fn unit_line(unit: &Text) -> Line {
    Line::from(own("(Đơn vị tính: ")).with(Run::typed(unit)).with(own(")"))
}

/// Says above one of several parts of a table which it is; behind its unit, if it has one.
#[must_use]
pub fn part_line(unit: Option<&str>, number: usize, count: usize) -> String {
    match unit.and_then(|unit| unit.strip_suffix(')')) {
        Some(unit) => format!("{unit}; phần {number}/{count})"),
        None => format!("(Phần {number}/{count})"),
    }
}

/// The title of the appendix that shows how the amount of a column was spread.
#[must_use]
pub fn working_title(column: &str) -> Line {
    Line::from(own(format!("Cách tính phân bổ: {column}"))).in_capitals()
}
