//! D026

use crate::check::rule::{RuleInput, RuleReport, rule};
use crate::diagnostic::Message;

rule! {
    /// An agency above one that stands alone: people's committees and councils, the Government.
    ///
    /// ## Why
    /// People's committees and councils of every level, and the Government, print no agency above
    /// their name.
    ///
    /// ## Bad
    /// ```yaml
    /// issuer: {parent: UBND tỉnh Hải Dương, name: Ủy ban nhân dân xã Nam Sách}
    /// ```
    ///
    /// ## Good
    /// ```yaml
    /// issuer: {name: Ủy ban nhân dân xã Nam Sách}
    /// ```
    ///
    /// ## Basis
    /// NĐ 30/2020/NĐ-CP, Phụ lục I, II.2a (R26)
    ///
    /// ## Là gì
    /// Ghi cơ quan chủ quản trên tên một cơ quan không có dòng chủ quản: UBND, HĐND các cấp, Chính
    /// phủ.
    ///
    /// ## Vì sao
    /// UBND, HĐND các cấp và Chính phủ chỉ in tên mình, không có cơ quan chủ quản ở trên.
    "D026" "superfluous-parent" Warning => check
}

/// Those that print no agency above them.
const ALONE: [&str; 5] =
    ["ủy ban nhân dân", "uỷ ban nhân dân", "hội đồng nhân dân", "ubnd ", "hđnd "];

fn check(input: &RuleInput<'_>, report: &mut RuleReport<'_>) {
    let Some(issuer) = &input.directive.issuer else { return };
    let Some(parent) = &issuer.parent else { return };
    let name = issuer.name.value.to_lowercase();
    if name == "chính phủ" || ALONE.iter().any(|alone| name.starts_with(alone)) {
        let message = Message::new("superfluous-parent")
            .with("parent", &parent.value)
            .with("name", &issuer.name.value);
        report.emit(parent.span, message);
    }
}
