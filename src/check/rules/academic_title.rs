//! D066

use crate::check::rule::{RuleInput, RuleReport, rule};
use crate::diagnostic::Message;

rule! {
    /// An academic title, degree or honour before the name of the signer.
    ///
    /// ## Why
    /// The signature is that of an office. Only where the head of the sector allows it (armed
    /// forces, education, health, science) does a title stand there.
    ///
    /// ## Bad
    /// ```yaml
    /// signatory: {title: Giám đốc, name: TS. Nguyễn Văn A}
    /// ```
    ///
    /// ## Good
    /// ```yaml
    /// signatory: {title: Giám đốc, name: Nguyễn Văn A}
    /// ```
    ///
    /// ## Basis
    /// NĐ 30/2020/NĐ-CP, Phụ lục I, II.7c (R66)
    ///
    /// ## Là gì
    /// Ghi học hàm, học vị, danh hiệu trước họ tên người ký.
    ///
    /// ## Vì sao
    /// Người ký ký với chức vụ. Chỉ ngành được người đứng đầu cho phép (lực lượng vũ trang, giáo
    /// dục, y tế, khoa học) mới ghi.
    "D066" "academic-title" Error => check
}

fn check(input: &RuleInput<'_>, report: &mut RuleReport<'_>) {
    for name in input.directive.signatories.iter().filter_map(|one| one.name.as_ref()) {
        let begins = |title: &&&str| {
            let rest = name.value.strip_prefix(**title);
            rest.is_some_and(|rest| rest.starts_with(['.', ' ', ',']))
        };
        if let Some(title) = TITLES.iter().find(begins) {
            report.emit(name.span, Message::new("academic-title").with("title", title));
        }
    }
}

/// Titles without the full stop; ranks of the armed forces are theirs to print.
const TITLES: [&str; 24] = [
    "PGS",
    "GS",
    "TS",
    "ThS",
    "Th.S",
    "Ths",
    "TSKH",
    "BS",
    "BSCK",
    "BSCKI",
    "BSCKII",
    "CN",
    "KS",
    "LS",
    "Giáo sư",
    "Phó Giáo sư",
    "Tiến sĩ",
    "Tiến sỹ",
    "Thạc sĩ",
    "Thạc sỹ",
    "Bác sĩ",
    "Kỹ sư",
    "NGƯT",
    "Cử nhân",
];
