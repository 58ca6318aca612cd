//! D062

use crate::check::rule::{RuleInput, RuleReport, rule};
use crate::diagnostic::Message;
use crate::model::signatory::Signatory;

rule! {
    /// A deputy who signs without KT., TL. or TUQ.
    ///
    /// ## Why
    /// A deputy signs for the head, and the document says so: KT. and the title of the head above
    /// the deputy's own.
    ///
    /// ## Bad
    /// ```yaml
    /// signatory: {title: Phó Giám đốc}
    /// ```
    ///
    /// ## Good
    /// ```yaml
    /// signatory: {authority: [KT. Giám đốc], title: Phó Giám đốc}
    /// ```
    ///
    /// ## Basis
    /// NĐ 30/2020/NĐ-CP, Phụ lục I, II.7b; Điều 13 (R62)
    ///
    /// ## Là gì
    /// Cấp phó ký mà không có KT., TL. hoặc TUQ.
    ///
    /// ## Vì sao
    /// Cấp phó ký thay người đứng đầu thì phải ghi rõ: dòng KT. và chức vụ người đứng đầu ở trên
    /// chức vụ người ký.
    "D062" "deputy-without-prefix" Warning => check
}

fn check(input: &RuleInput<'_>, report: &mut RuleReport<'_>) {
    for signatory in &input.directive.signatories {
        look(signatory, report);
    }
}

fn look(signatory: &Signatory, report: &mut RuleReport<'_>) {
    let Some(title) = &signatory.title else { return };
    let name = title.value.to_lowercase();
    let is_deputy = name.starts_with("phó ") || name.starts_with("thứ trưởng");
    let has_prefix = signatory.authority.iter().any(|line| {
        let line = line.value.to_uppercase();
        ["KT", "K/T", "TL", "T/L", "TUQ", "Q."].iter().any(|prefix| line.starts_with(prefix))
    });
    if is_deputy && !has_prefix {
        report.emit(title.span, Message::new("deputy-without-prefix").with("title", &title.value));
    }
}
