//! D187

use crate::characters::capital;
use crate::check::rule::{RuleInput, RuleReport, rule};
use crate::diagnostic::Message;

rule! {
    /// A signature by order or authorisation that shows no head of a unit, or that of another.
    ///
    /// ## Why
    /// TL. is signed by the head of a unit below; his deputy adds `KT.` and the title of that head.
    /// TUQ. may not be passed on: no deputy, no KT.
    ///
    /// ## Bad
    /// ```yaml
    /// signatory: {authority: [TL. Chủ tịch], title: Phó Chánh Văn phòng, name: Trần Văn Sơn}
    /// ```
    ///
    /// ## Good
    /// ```yaml
    /// signatory: {authority: [TL. Chủ tịch, KT. Chánh Văn phòng], title: Phó Chánh Văn phòng, name: Trần Văn Sơn}
    /// ```
    ///
    /// ## Basis
    /// NĐ 30/2020/NĐ-CP, Điều 13 khoản 3, 4 (R186, R187)
    ///
    /// ## Là gì
    /// Ký thừa lệnh, thừa ủy quyền mà không phải người đứng đầu đơn vị.
    ///
    /// ## Vì sao
    /// TL. do người đứng đầu đơn vị ký; cấp phó ký thì thêm `KT.` và chức vụ của người đứng đầu đơn
    /// vị. TUQ. không được ủy quyền lại: không có cấp phó, không có KT.
    "D187" "delegated-signature" Warning => check
}

fn check(input: &RuleInput<'_>, report: &mut RuleReport<'_>) {
    for signatory in &input.directive.signatories {
        let Some(title) = &signatory.title else { continue };
        let Some(head) = title.value.strip_prefix("Phó ") else { continue };
        let lines = &signatory.authority;
        let find = |prefix: &str| lines.iter().find(|line| line.value.starts_with(prefix));
        let has_deputy_line = find("KT.").is_some();
        let (line, what) = match (find("TL."), find("TUQ.")) {
            (_, Some(line)) => (line, "power"),
            (Some(line), None) if !has_deputy_line => (line, "order"),
            _ => continue,
        };
        let message = Message::new("delegated-signature")
            .with("what", what)
            .with("title", &title.value)
            .with("line", &line.value)
            .with("head", capital(head));
        report.emit(title.span, message).subject = Some(title.value.clone());
    }
}
