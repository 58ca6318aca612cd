//! D036

use crate::check::rule::{RuleInput, RuleReport, rule};
use crate::diagnostic::Message;

rule! {
    /// A place whose name is abbreviated.
    ///
    /// ## Why
    /// The place is the official name of the administrative unit; names of persons, numbers and
    /// events stand with their noun in full.
    ///
    /// ## Bad
    /// ```yaml
    /// place: TP. Hồ Chí Minh
    /// ```
    ///
    /// ## Good
    /// ```yaml
    /// place: Thành phố Hồ Chí Minh
    /// ```
    ///
    /// ## Basis
    /// NĐ 30/2020/NĐ-CP, Phụ lục I, II.4a (R36)
    ///
    /// ## Là gì
    /// Địa danh viết tắt.
    ///
    /// ## Vì sao
    /// Địa danh là tên gọi chính thức của đơn vị hành chính; tên người, số, sự kiện phải ghi đủ cả
    /// danh từ chung.
    "D036" "abbreviated-place" Error => check
}

/// What abbreviated places begin with.
const SHORT: [&str; 12] =
    ["TP.", "TP ", "Tp.", "Tp ", "T.P", "TX.", "TX ", "Q.", "P.", "H.", "X.", "TPHCM"];

fn check(input: &RuleInput<'_>, report: &mut RuleReport<'_>) {
    let Some(place) = &input.directive.place else { return };
    let is_short = SHORT.iter().any(|short| place.value.starts_with(short));
    let is_number = place.value.bytes().all(|byte| byte.is_ascii_digit());
    if is_short || is_number || place.value.contains("HCM") {
        report.emit(place.span, Message::new("abbreviated-place").with("place", &place.value));
    }
}
