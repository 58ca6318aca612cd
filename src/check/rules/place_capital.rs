//! D174

use crate::check::rule::{RuleInput, RuleReport, rule};
use crate::diagnostic::Message;

rule! {
    /// A place of issue that begins with a small letter.
    ///
    /// ## Why
    /// The initial letters of the place are capitals.
    ///
    /// ## Bad
    /// ```yaml
    /// place: nam hưng
    /// ```
    ///
    /// ## Good
    /// ```yaml
    /// place: Nam Hưng
    /// ```
    ///
    /// ## Basis
    /// NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 4 điểm c (R33, R174)
    ///
    /// ## Là gì
    /// Địa danh có chữ cái đầu không viết hoa.
    ///
    /// ## Vì sao
    /// Các chữ cái đầu của địa danh phải viết hoa.
    "D174" "place-capital" Error => check
}

/// Words within a place that stay small behind its first noun: `Thành phố`, `Thị trấn`.
const SMALL: [&str; 4] = ["phố", "trấn", "xã", "khu"];

fn check(input: &RuleInput<'_>, report: &mut RuleReport<'_>) {
    let Some(place) = &input.directive.place else { return };
    // What stands behind a comma is D033.
    let name = place.value.split(',').next().unwrap_or_default();
    let words: Vec<&str> = name.split(' ').collect();
    let is_wrong = |(index, word): (usize, &&str)| {
        word.starts_with(char::is_lowercase) && (index == 0 || !SMALL.contains(word))
    };
    if words.iter().enumerate().any(is_wrong) {
        let right = |(index, word): (usize, &&str)| {
            let mut letters = word.chars();
            let first = letters.next().unwrap_or_default();
            if is_wrong((index, word)) {
                format!("{}{}", first.to_uppercase(), letters.as_str())
            } else {
                (*word).to_owned()
            }
        };
        let right: Vec<String> = words.iter().enumerate().map(right).collect();
        let message = Message::new("place-capital")
            .with("place", &place.value)
            .with("right", right.join(" "));
        report.emit(place.span, message).subject = Some(place.value.clone());
    }
}
