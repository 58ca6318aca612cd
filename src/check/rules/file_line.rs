//! D078

use crate::check::rule::{RuleInput, RuleReport, rule};
use crate::diagnostic::{Message, Severity};
use crate::model::directive::Status;

rule! {
    /// A Lưu line that is typed by hand, names VT twice, or is missing.
    ///
    /// ## Why
    /// The last line of Nơi nhận is `- Lưu: VT, …`; the program prints it from `file`. A draft may
    /// still lack it.
    ///
    /// ## Bad
    /// ```yaml
    /// recipients: {cc: [Sở Nội vụ, "Lưu: VT, VX"]}
    /// ```
    ///
    /// ## Good
    /// ```yaml
    /// recipients: {cc: [Sở Nội vụ], file: {unit: VX}}
    /// ```
    ///
    /// ## Basis
    /// NĐ 30/2020/NĐ-CP, Phụ lục I, II.9d (R78)
    ///
    /// ## Là gì
    /// Dòng Lưu gõ bằng tay, ghi VT hai lần, hoặc không có.
    ///
    /// ## Vì sao
    /// Dòng cuối của Nơi nhận là `- Lưu: VT, …`, do chương trình in từ `file`. Dự thảo có thể chưa
    /// có.
    "D078" "file-line" Error => check
}

fn check(input: &RuleInput<'_>, report: &mut RuleReport<'_>) {
    let recipients = &input.directive.recipients;
    let mut is_typed = false;
    for entry in &recipients.cc {
        let words = entry.value.trim_start_matches(['-', '–', ' ']).to_lowercase();
        if words.starts_with("lưu:") || words.starts_with("lưu vt") || words == "lưu" {
            is_typed = true;
            report.emit(entry.span, Message::new("file-line-typed").with("entry", &entry.value));
        }
    }
    let unit = recipients.file.as_ref().and_then(|file| file.unit.as_ref());
    if let Some(unit) = unit.filter(|unit| is_vt(&unit.value)) {
        report.emit(unit.span, Message::new("file-line-vt").with("unit", &unit.value));
    }
    if let (Some(last), None, false) = (recipients.cc.last(), &recipients.file, is_typed) {
        let finding = report.emit(last.span, Message::new("file-line-missing"));
        if input.directive.status == Status::Draft {
            finding.severity = Severity::Warning;
        }
    }
}

fn is_vt(unit: &str) -> bool {
    unit.split([',', ' ']).any(|part| part == "VT")
}
