//! D610

use crate::check::rule::{RuleInput, RuleReport, rule};
use crate::diagnostic::Message;
use crate::model::target::{Column, MadeBy, TotalRule};

rule! {
    /// A total that adds up yields, prices, years, codes or other numbers that have no sum.
    ///
    /// ## Why
    /// Twenty quintals a hectare here and thirty there are not fifty together: the total must be
    /// computed from amounts, or left blank.
    ///
    /// ## Bad
    /// ```yaml
    /// targets:
    ///   t:
    ///     title: Kết quả
    ///     row_header: Đơn vị
    ///     columns: [{id: ns, header: Năng suất, unit: tạ/ha, type: decimal(1)}]
    ///     rows: {Xã A: [52.5], Xã B: [61.0]}
    ///     total: {label: Tổng cộng}
    /// body: |
    ///   Kết quả tại {{ appendix("t") }}./.
    /// ```
    ///
    /// ## Good
    /// ```yaml
    /// targets:
    ///   t:
    ///     title: Kết quả
    ///     row_header: Đơn vị
    ///     columns: [{id: ns, header: Năng suất, unit: tạ/ha, type: decimal(1), total: none}]
    ///     rows: {Xã A: [52.5], Xã B: [61.0]}
    ///     total: {label: Tổng cộng}
    /// body: |
    ///   Kết quả tại {{ appendix("t") }}./.
    /// ```
    ///
    /// ## Basis
    /// A rate has no sum. Known by its unit (`tạ/ha`; not `đồng/tháng`) or by the name of its column.
    /// `total: sum` says that a sum is meant.
    ///
    /// ## Là gì
    /// Dòng cộng lấy tổng các năng suất, đơn giá, năm sinh, mã số: những số không cộng được.
    ///
    /// ## Vì sao
    /// 20 tạ/ha ở xã này và 30 tạ/ha ở xã kia không phải là 50 tạ/ha: số chung phải tính từ sản lượng và
    /// diện tích, hoặc để trống.
    ///
    /// ## Căn cứ
    /// Tỷ số không cộng được. Nhận biết theo đơn vị tính (`tạ/ha`; không phải `đồng/tháng`) hoặc theo tên
    /// cột. Ghi `total: sum` nếu đúng là cần cộng.
    "D610" "rate-summed" Warning => check
}

/// How headers of rates, and of numbers that only name something, begin.
const BEGINNINGS: [&str; 31] = [
    "năng suất",
    "mật độ",
    "đơn giá",
    "tỷ lệ",
    "tỉ lệ",
    "tỷ trọng",
    "tỉ trọng",
    "tỷ suất",
    "tỉ suất",
    "tốc độ",
    "bình quân",
    "định mức",
    "mức hưởng",
    "mức đóng",
    "tuổi",
    "độ tuổi",
    "năm sinh",
    "năm thành lập",
    "năm xây dựng",
    "xếp hạng",
    "thứ hạng",
    "bậc lương",
    "số điện thoại",
    "điện thoại",
    "mã số",
    "mã chương",
    "mã tiểu mục",
    "mã hộ",
    "mã ngành",
    "số tài khoản",
    "số cccd",
];

/// What stands in headers of rates.
const WORDS: [&str; 10] = [
    "bình quân đầu",
    "bình quân/",
    "bình quân 1 ",
    "bình quân một",
    "bình quân mỗi",
    "thu nhập bình quân",
    "lương bình quân",
    "giá bình quân",
    "điểm bình quân",
    "điểm trung bình",
];

/// Amounts per time are summed: `triệu đồng/năm`.
const TIMES: [&str; 14] = [
    "năm",
    "quý",
    "tháng",
    "tuần",
    "ngày",
    "ngày đêm",
    "đêm",
    "giờ",
    "h",
    "vụ",
    "kỳ",
    "đợt",
    "buổi",
    "khóa",
];

fn check(input: &RuleInput<'_>, report: &mut RuleReport<'_>) {
    for target in input.directive.targets.iter() {
        let is_summed = target.total.is_some() || target.lines.iter().any(|it| it.group.is_some());
        let summed = target.lines.iter().filter(|line| line.is_summed()).count();
        if !is_summed || summed < 2 {
            continue;
        }
        for column in target.columns.iter().filter(|column| is_added(column)) {
            let Some(sign) = rate(column) else { continue };
            let message = Message::new("rate-summed")
                .with("column", &column.header)
                .with("sign", sign)
                .with("id", &column.id.value);
            let subject = format!("{}.{}", target.id.value, column.id.value);
            report.emit(column.id.span, message).subject = Some(subject);
        }
    }
}

/// Whether totals add up what its author typed, without being told to.
fn is_added(column: &Column) -> bool {
    matches!((&column.total, &column.made_by), (TotalRule::Sum, MadeBy::Input))
        && column.kind.is_figure()
        && !column.is_total_chosen
        && !column.hidden
}

/// What says that the column holds rates: its unit, or words of its header.
fn rate(column: &Column) -> Option<String> {
    let header = column.header.to_lowercase();
    let in_parentheses = header.split_once('(').and_then(|(_, rest)| rest.split(')').next());
    let units = [column.unit.as_deref(), in_parentheses];
    let unit = units.into_iter().flatten().find(|unit| is_of_rate(&unit.to_lowercase()));
    if let Some(unit) = unit {
        return Some(unit.to_owned());
    }
    let begins = |word: &&&str| {
        let rest = header.strip_prefix(**word);
        rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
    };
    if header == "giá" || header.starts_with('%') {
        return Some(column.header.clone());
    }
    let word = BEGINNINGS.iter().find(begins);
    word.or_else(|| WORDS.iter().find(|word| header.contains(**word))).map(|it| (*it).to_owned())
}

/// Whether a unit is one amount per another one.
fn is_of_rate(unit: &str) -> bool {
    if matches!(unit.trim(), "%" | "‰") {
        return true;
    }
    let Some((of, per)) = unit.split_once('/') else { return false };
    let is_word = |text: &str| text.trim().starts_with(char::is_alphabetic);
    is_word(of) && is_word(per) && !TIMES.contains(&per.trim())
}
