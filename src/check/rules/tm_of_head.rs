//! D184

use crate::check::rule::{RuleInput, RuleReport, rule};
use crate::diagnostic::Message;

rule! {
    /// TM. in a document of an office that its head leads alone.
    ///
    /// ## Why
    /// A sở, phòng, chi cục, trung tâm or trường is led by its head, who signs with his own title;
    /// TM. stands for a collective, which such an office has not.
    ///
    /// Looked at: issuers that begin with such a word, and TM. before their own name.
    ///
    /// ## Bad
    /// ```yaml
    /// symbol: SNV-VP
    /// issuer: {name: Sở Nội vụ}
    /// signatory: {authority: [TM. Sở Nội vụ], title: Giám đốc, name: Trần Văn Sơn}
    /// ```
    ///
    /// ## Good
    /// ```yaml
    /// symbol: SNV-VP
    /// issuer: {name: Sở Nội vụ}
    /// signatory: {title: Giám đốc, name: Trần Văn Sơn}
    /// ```
    ///
    /// ## Basis
    /// NĐ 30/2020/NĐ-CP, Điều 13 khoản 1; Phụ lục I, Phần I, Mục II, khoản 7 điểm b (R184)
    ///
    /// ## Là gì
    /// Ghi TM. trong văn bản của cơ quan làm việc theo chế độ thủ trưởng.
    ///
    /// ## Vì sao
    /// Sở, phòng, chi cục, trung tâm, trường do thủ trưởng lãnh đạo, ký bằng chức vụ của mình; TM.
    /// là thay mặt tập thể, những cơ quan này không có.
    ///
    /// Chỉ xét cơ quan ban hành bắt đầu bằng những chữ đó và TM. trước chính tên cơ quan.
    "D184" "tm-of-head" Warning => check
}

/// What names of offices begin with that a head leads alone.
const LED: [&str; 11] = [
    "Sở ",
    "Phòng ",
    "Chi cục ",
    "Trung tâm ",
    "Cục ",
    "Trường ",
    "Bệnh viện ",
    "Văn phòng ",
    "Vụ ",
    "Viện ",
    "Bộ ",
];

fn check(input: &RuleInput<'_>, report: &mut RuleReport<'_>) {
    let Some(issuer) = &input.directive.issuer else { return };
    let name = &issuer.name.value;
    if !LED.iter().any(|noun| name.starts_with(noun)) {
        return;
    }
    for line in input.directive.signatories.iter().flat_map(|one| &one.authority) {
        let Some(rest) = line.value.strip_prefix("TM.") else { continue };
        let rest = rest.trim().to_lowercase();
        if LED.iter().any(|noun| rest.starts_with(&noun.to_lowercase())) {
            let message = Message::new("tm-of-head").with("line", &line.value).with("issuer", name);
            report.emit(line.span, message).subject = Some(line.value.clone());
        }
    }
}
