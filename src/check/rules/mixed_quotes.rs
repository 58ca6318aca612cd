//! D512

use crate::check::rule::{RuleReport, Subject, rule};
use crate::diagnostic::Message;

rule! {
    /// Straight and curly quotation marks in one document.
    ///
    /// ## Why
    /// In print they differ; one form throughout is enough.
    ///
    /// ## Bad
    /// ```yaml
    /// body: |
    ///   Tên gọi “Hộ nghèo” và "Cận nghèo"./.
    /// ```
    ///
    /// ## Good
    /// ```yaml
    /// body: |
    ///   Tên gọi “Hộ nghèo” và “Cận nghèo”./.
    /// ```
    ///
    /// ## Basis
    /// One form throughout.
    ///
    /// ## Là gì
    /// Trong một văn bản dùng cả dấu nháy thẳng và dấu nháy cong.
    ///
    /// ## Vì sao
    /// In ra khác nhau; chỉ cần dùng một kiểu.
    ///
    /// ## Căn cứ
    /// Thống nhất một cách trong cả văn bản.
    "D512" "mixed-quotes" Info => check
}

fn check(subject: &Subject<'_>, report: &mut RuleReport<'_>) {
    let body = || subject.prose.iter().filter(|prose| prose.is_body());
    let is_curly = body().any(|prose| prose.text.contains(['“', '”']));
    let straight = body().find_map(|prose| Some((prose, prose.text.find('"')?)));
    if let (true, Some((prose, start))) = (is_curly, straight) {
        report.emit(prose.span(start..start + 1), Message::new("mixed-quotes"));
    }
}
