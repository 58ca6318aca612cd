//! D033

use crate::check::rule::{RuleInput, RuleReport, rule};
use crate::diagnostic::Message;

rule! {
    /// A place that brings its own comma or day along.
    ///
    /// ## Why
    /// The program prints the comma and the day behind the place; they would stand there twice.
    ///
    /// ## Bad
    /// ```yaml
    /// place: Nam Sách,
    /// ```
    ///
    /// ## Good
    /// ```yaml
    /// place: Nam Sách
    /// ```
    ///
    /// ## Basis
    /// NĐ 30/2020/NĐ-CP, Phụ lục I, II.4c (R33)
    ///
    /// ## Là gì
    /// Địa danh ghi kèm dấu phẩy hoặc ngày tháng.
    ///
    /// ## Vì sao
    /// Dấu phẩy và ngày tháng do chương trình in sau địa danh; ghi thêm thì in hai lần.
    "D033" "place-form" Error => check
}

fn check(input: &RuleInput<'_>, report: &mut RuleReport<'_>) {
    let Some(place) = &input.directive.place else { return };
    let name = place.value.split(", ngày").next().unwrap_or_default();
    let name = name.trim_end_matches([',', '.', ';', ' ']);
    if name != place.value {
        let message = Message::new("place-form").with("place", &place.value).with("name", name);
        report.emit(place.span, message);
    }
}
