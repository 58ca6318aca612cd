//! D549

use crate::check::figures_in_text::{Computed, Typed, figures};
use crate::check::rule::{RuleInput, RuleReport, rule};
use crate::diagnostic::{Message, Place};

rule! {
    /// A figure typed in the body with the digits of one of a table in another order.
    ///
    /// ## Why
    /// `1.425` beside a total of 1.452 is a slip of the finger: two digits were exchanged.
    ///
    /// Looked at: figures of three digits and more with a point between thousands that no table
    /// has, but that become one of a table when two neighbouring digits are exchanged.
    ///
    /// ## Bad
    /// ```yaml
    /// body: Đã xong 1.425 hồ sơ, tại {{ appendix("hs") }}./.
    /// targets:
    ///   hs:
    ///     title: Hồ sơ
    ///     row_header: Đơn vị
    ///     columns: [{id: xong, header: Đã xong}]
    ///     rows: {Phòng Một: [1100], Phòng Hai: [352]}
    ///     total: {label: Tổng cộng}
    /// ```
    ///
    /// ## Good
    /// ```yaml
    /// body: Đã xong {{ hs.total.xong }} hồ sơ, tại {{ appendix("hs") }}./.
    /// targets:
    ///   hs:
    ///     title: Hồ sơ
    ///     row_header: Đơn vị
    ///     columns: [{id: xong, header: Đã xong}]
    ///     rows: {Phòng Một: [1100], Phòng Hai: [352]}
    ///     total: {label: Tổng cộng}
    /// ```
    ///
    /// ## Basis
    /// A figure is written once.
    ///
    /// ## Là gì
    /// Số gõ trong nội dung bị đổi chỗ hai chữ số so với số của bảng.
    ///
    /// ## Vì sao
    /// `1.425` bên cạnh tổng 1.452 là gõ nhầm: hai chữ số cạnh nhau bị đổi chỗ.
    ///
    /// Chỉ xét số có dấu chấm giữa các nhóm nghìn mà bảng không có, nhưng đổi chỗ hai chữ số cạnh
    /// nhau thì thành một số của bảng.
    ///
    /// ## Căn cứ
    /// Mỗi số chỉ ghi một lần.
    "D549" "swapped-digits" Warning => check
}

fn check(input: &RuleInput<'_>, report: &mut RuleReport<'_>) {
    if input.directive.targets.is_empty() {
        return;
    }
    let Some((typed, computed)) = figures(input) else { return };
    for typed in &typed {
        if let Some(figure) = meant(typed, &computed) {
            let message = Message::new("swapped-digits")
                .with("figure", &typed.words)
                .with("computed", figure.printed())
                .with("reference", figure.reference());
            let finding = report.emit(typed.span, message);
            let label = Some(Message::new("swapped-digits-place"));
            finding.related.push(Place { span: figure.span(), label });
            finding.subject = Some(typed.words.clone());
            finding.found = Some(figure.printed());
        }
    }
}

/// The figure of a table that becomes the typed one when two neighbouring digits are exchanged.
fn meant<'a, 'b>(typed: &Typed, computed: &'a [Computed<'b>]) -> Option<&'a Computed<'b>> {
    if computed.iter().any(|figure| figure.amount == typed.amount) {
        return None;
    }
    let digits = |words: &str| -> Vec<u8> { words.bytes().filter(u8::is_ascii_digit).collect() };
    let written = digits(&typed.words);
    computed.iter().find(|figure| {
        let of_table = digits(&figure.printed());
        let differ: Vec<usize> = (0..written.len().min(of_table.len()))
            .filter(|index| written[*index] != of_table[*index])
            .collect();
        written.len() == of_table.len()
            && matches!(differ[..], [one, next] if next == one + 1
                && written[one] == of_table[next]
                && written[next] == of_table[one])
    })
}
