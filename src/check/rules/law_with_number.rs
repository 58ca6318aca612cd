//! D044

use crate::check::prose::Part;
use crate::check::rule::{RuleInput, RuleReport, rule};
use crate::diagnostic::Message;

rule! {
    /// A law or ordinance cited as a basis with its number.
    ///
    /// ## Why
    /// Of a law or an ordinance only name and day are cited; it has one number in the country and
    /// is known by its name.
    ///
    /// ## Bad
    /// ```yaml
    /// legal_bases: [Luật Tổ chức chính quyền địa phương số 72/2025/QH15 ngày 16 tháng 6 năm 2025]
    /// body: Thực hiện {{ bases }}, đề nghị các xã rà soát./.
    /// ```
    ///
    /// ## Good
    /// ```yaml
    /// legal_bases: [Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025]
    /// body: Thực hiện {{ bases }}, đề nghị các xã rà soát./.
    /// ```
    ///
    /// ## Basis
    /// NĐ 30/2020/NĐ-CP, Phụ lục I, II.6a (R44)
    ///
    /// ## Là gì
    /// Căn cứ là Luật hoặc Pháp lệnh nhưng ghi cả số, ký hiệu.
    ///
    /// ## Vì sao
    /// Với Luật, Pháp lệnh chỉ ghi tên và ngày, không ghi số, ký hiệu, cơ quan ban hành.
    "D044" "law-with-number" Error => check
}

fn check(input: &RuleInput<'_>, report: &mut RuleReport<'_>) {
    for prose in input.prose {
        let text = prose.text.strip_prefix("Căn cứ ").unwrap_or(&prose.text);
        let is_basis = prose.part == Part::Basis || text.len() < prose.text.len();
        let is_law = ["Luật ", "Bộ luật ", "Pháp lệnh "].iter().any(|word| text.starts_with(word));
        if !is_basis || !is_law {
            continue;
        }
        let first = text.split(';').next().unwrap_or_default();
        let number = first.split(" số ").nth(1).and_then(|rest| rest.split([' ', ',']).next());
        let Some(number) =
            number.filter(|number| number.contains("/QH") || number.contains("/UBTVQH"))
        else {
            continue;
        };
        let start = prose.offset_of(number);
        let message = Message::new("law-with-number").with("number", number);
        let span = prose.span(start..start + number.len());
        report.emit(span, message).subject = Some(number.to_owned());
    }
}
