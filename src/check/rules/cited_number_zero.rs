//! D129

use crate::check::rule::{RuleInput, RuleReport, rule};
use crate::diagnostic::Message;

rule! {
    /// A cited number below 10 without the zero in front.
    ///
    /// ## Why
    /// Numbers below 10 are written with a zero, so that no digit can be put before them:
    /// `05/KH-UBND`.
    ///
    /// ## Bad
    /// ```yaml
    /// legal_bases: [Kế hoạch số 5/KH-UBND ngày 05/3/2026 của UBND tỉnh về giảm nghèo]
    /// body: Thực hiện {{ bases }}, đề nghị các xã rà soát./.
    /// ```
    ///
    /// ## Good
    /// ```yaml
    /// legal_bases: [Kế hoạch số 05/KH-UBND ngày 05/3/2026 của UBND tỉnh về giảm nghèo]
    /// body: Thực hiện {{ bases }}, đề nghị các xã rà soát./.
    /// ```
    ///
    /// ## Basis
    /// NĐ 30/2020/NĐ-CP, Phụ lục I, II.3c (R28, R129)
    ///
    /// ## Là gì
    /// Số văn bản viện dẫn nhỏ hơn 10 thiếu số 0 ở trước.
    ///
    /// ## Vì sao
    /// Số nhỏ hơn 10 viết thêm số 0 ở trước: `05/KH-UBND`, để không ai thêm được chữ số.
    "D129" "cited-number-zero" Warning => check
}

fn check(input: &RuleInput<'_>, report: &mut RuleReport<'_>) {
    for cited in input.citations {
        let number = cited.citation.number();
        // Laws are known by the number of Quốc hội, which has none.
        let is_law = cited.citation.symbol.contains("/QH");
        if number.len() == 1 && !is_law && !cited.is_old {
            let message = Message::new("cited-number-zero")
                .with("cited", cited.words())
                .with("expected", format!("0{}", cited.citation.symbol));
            let finding = report.emit(cited.span(), message);
            finding.subject = Some(cited.words().to_owned());
            let at =
                cited.words().rfind(number).filter(|_| cited.words().matches(number).count() == 1);
            finding.edits.extend(at.and_then(|at| {
                let start = cited.citation.range.start + at;
                cited.prose.safe_edit(start..start + number.len(), &format!("0{number}"))
            }));
        }
    }
}
