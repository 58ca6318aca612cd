//! D602

use crate::check::rule::{RuleInput, RuleReport, rule};
use crate::diagnostic::Message;

rule! {
    /// A Party document that ends with `./.`.
    ///
    /// ## Why
    /// `./.` is the mark of state documents; those of the Party end with a full stop.
    ///
    /// ## Bad
    /// ```yaml
    /// rules: hd05@2026-05-27
    /// kind: ke-hoach
    /// symbol: KH/TU
    /// body: Các chi bộ thực hiện./.
    /// ```
    ///
    /// ## Good
    /// ```yaml
    /// rules: hd05@2026-05-27
    /// kind: ke-hoach
    /// symbol: KH/TU
    /// body: Các chi bộ thực hiện.
    /// ```
    ///
    /// ## Basis
    /// Hướng dẫn 05-HD/VPTW ngày 27/5/2026 (R157)
    ///
    /// ## Là gì
    /// Văn bản của Đảng kết thúc bằng `./.`.
    ///
    /// ## Vì sao
    /// `./.` là dấu của văn bản hành chính; văn bản của Đảng kết thúc bằng dấu chấm.
    ///
    /// ## Căn cứ
    /// Hướng dẫn 05-HD/VPTW ngày 27/5/2026 (R157)
    "D602" "party-end-mark" Warning => check
}

fn check(input: &RuleInput<'_>, report: &mut RuleReport<'_>) {
    for prose in input.prose.iter().filter(|prose| prose.is_body()) {
        let text = prose.text.trim_end();
        if text.ends_with("./.") {
            let mark = text.len() - 3..text.len();
            let finding = report.emit(prose.span(mark.clone()), Message::new("party-end-mark"));
            finding.edits.extend(prose.safe_edit(mark, "."));
        }
    }
}
