//! D185

use crate::check::rule::{RuleInput, RuleReport, rule};
use crate::diagnostic::Message;
use crate::model::kind::Form;

rule! {
    /// A document of a collective that is signed without TM.
    ///
    /// ## Why
    /// An Ủy ban nhân dân or Hội đồng nhân dân works as a collective: its chairman signs `TM. ỦY
    /// BAN NHÂN DÂN`, a deputy adds `KT. CHỦ TỊCH` below it.
    ///
    /// Looked at: issuers that are an Ủy ban nhân dân or Hội đồng nhân dân, unless the chairman
    /// decides in his own power (`issuer.authority`) or somebody signs by order (TL., TUQ.).
    ///
    /// ## Bad
    /// ```yaml
    /// kind: quyet-dinh
    /// symbol: QĐ-UBND
    /// issuer: {name: Ủy ban nhân dân xã Yên Phú, authority: Ủy ban nhân dân xã Yên Phú}
    /// subject: Về việc kiện toàn Tổ công tác
    /// legal_bases:
    ///   - Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025
    /// body: |
    ///   Điều 1. Kiện toàn Tổ công tác.
    ///
    ///   Điều 2. Quyết định này có hiệu lực từ ngày ký./.
    /// signatory: {authority: [KT. Chủ tịch], title: Phó Chủ tịch, name: Trần Văn Sơn}
    /// ```
    ///
    /// ## Good
    /// ```yaml
    /// kind: quyet-dinh
    /// symbol: QĐ-UBND
    /// issuer: {name: Ủy ban nhân dân xã Yên Phú, authority: Ủy ban nhân dân xã Yên Phú}
    /// subject: Về việc kiện toàn Tổ công tác
    /// legal_bases:
    ///   - Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025
    /// body: |
    ///   Điều 1. Kiện toàn Tổ công tác.
    ///
    ///   Điều 2. Quyết định này có hiệu lực từ ngày ký./.
    /// signatory: {authority: [TM. Ủy ban nhân dân, KT. Chủ tịch], title: Phó Chủ tịch, name: Trần Văn Sơn}
    /// ```
    ///
    /// ## Basis
    /// NĐ 30/2020/NĐ-CP, Điều 13 khoản 2; Phụ lục I, Phần I, Mục II, khoản 7 điểm b (R185)
    ///
    /// ## Là gì
    /// Văn bản của tập thể mà không ký TM.
    ///
    /// ## Vì sao
    /// Ủy ban nhân dân, Hội đồng nhân dân làm việc theo chế độ tập thể: Chủ tịch ký `TM. ỦY BAN
    /// NHÂN DÂN`, cấp phó thêm `KT. CHỦ TỊCH` ở dưới.
    ///
    /// Chỉ xét cơ quan ban hành là Ủy ban nhân dân, Hội đồng nhân dân, trừ khi Chủ tịch quyết định
    /// theo thẩm quyền riêng (`issuer.authority`) hoặc có người ký TL., TUQ.
    "D185" "collective-without-tm" Warning => check
}

fn check(input: &RuleInput<'_>, report: &mut RuleReport<'_>) {
    let directive = input.directive;
    // The parties of a contract and those of a meeting sign for themselves, and so does the head who
    // writes a thư công.
    if directive.kind.has_many_signers() || directive.kind.form == Form::Personal {
        return;
    }
    let Some(issuer) = &directive.issuer else { return };
    let name = &issuer.name.value;
    let bodies = ["Ủy ban nhân dân", "Uỷ ban nhân dân", "Hội đồng nhân dân"];
    let Some(body) = bodies.into_iter().find(|body| name.starts_with(body)) else { return };
    // The chairman may decide in his own power.
    let is_own = issuer.authority.as_ref().is_some_and(|it| !it.value.starts_with(body));
    // What is recorded as issued is mended by another document.
    if is_own || input.context.issued.is_some() {
        return;
    }
    for signatory in directive.signatories.iter().filter(|signatory| signatory.title.is_some()) {
        let has_prefix = signatory.authority.iter().any(|line| {
            let line = line.value.to_uppercase();
            ["TM", "T/M", "TL", "T/L", "TUQ"].iter().any(|prefix| line.starts_with(prefix))
        });
        let place = signatory.authority.first().or(signatory.title.as_ref());
        if let Some(place) = place.filter(|_| !has_prefix) {
            let message = Message::new("collective-without-tm").with("body", body);
            report.emit(place.span, message).subject = Some(place.value.clone());
        }
    }
}
