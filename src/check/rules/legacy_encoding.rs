//! D531

use crate::check::legacy;
use crate::check::rule::{RuleInput, RuleReport, rule};
use crate::diagnostic::Message;

rule! {
    /// Text in TCVN3 (fonts `.VnTime`) or VNI (`VNI-Times`) instead of Unicode.
    ///
    /// ## Why
    /// It is readable only in the font it was typed in; printed in another one it is a row of wrong
    /// letters.
    ///
    /// ## Bad
    /// ```yaml
    /// subject: rµ so¸t hé nghÌo
    /// ```
    ///
    /// ## Good
    /// ```yaml
    /// subject: rà soát hộ nghèo
    /// ```
    ///
    /// ## Basis
    /// NĐ 30/2020/NĐ-CP, Phụ lục I, I.4: TCVN 6909:2001 (R10)
    ///
    /// ## Là gì
    /// Chữ gõ theo bảng mã TCVN3 (ABC, phông `.VnTime`) hoặc VNI (phông `VNI-Times`), không phải
    /// Unicode.
    ///
    /// ## Vì sao
    /// Chỉ đọc được khi hiện bằng đúng phông cũ; in bằng phông khác thì thành những chữ sai.
    "D531" "legacy-encoding" Error => check
}

fn check(input: &RuleInput<'_>, report: &mut RuleReport<'_>) {
    for prose in input.prose.iter().filter(|prose| !prose.text.is_ascii()) {
        for written in prose.written(input.sources) {
            for run in legacy::find(written.text) {
                let words = &written.text[run.range.clone()];
                let message = Message::new("legacy-encoding")
                    .with("encoding", run.encoding.name())
                    .with("unicode", run.encoding.decoded(words));
                let finding = report.emit(written.span(run.range.clone()), message);
                finding.subject = Some(words.to_owned());
            }
        }
    }
}
