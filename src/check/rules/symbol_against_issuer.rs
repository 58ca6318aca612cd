//! D558

use crate::check::bodies;
use crate::check::rule::{RuleInput, RuleReport, rule};
use crate::diagnostic::Message;
use crate::model::text::Text;

rule! {
    /// A symbol whose second group is that of another body than the issuer.
    ///
    /// ## Why
    /// `QĐ-HĐND` on a decision of the Ủy ban nhân dân contradicts its own head; the register has it
    /// under another body.
    ///
    /// Looked at: codes and names of the bodies that are everywhere the same.
    ///
    /// ## Bad
    /// ```yaml
    /// kind: quyet-dinh
    /// symbol: QĐ-HĐND
    /// issuer: {name: Ủy ban nhân dân xã An Lạc, authority: Ủy ban nhân dân xã An Lạc}
    /// subject: Về việc kiện toàn Tổ công tác
    /// legal_bases:
    ///   - Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025
    /// body: |
    ///   Điều 1. Kiện toàn Tổ công tác.
    ///
    ///   Điều 2. Quyết định này có hiệu lực từ ngày ký./.
    /// ```
    ///
    /// ## Good
    /// ```yaml
    /// kind: quyet-dinh
    /// symbol: QĐ-UBND
    /// issuer: {name: Ủy ban nhân dân xã An Lạc, authority: Ủy ban nhân dân xã An Lạc}
    /// subject: Về việc kiện toàn Tổ công tác
    /// legal_bases:
    ///   - Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025
    /// body: |
    ///   Điều 1. Kiện toàn Tổ công tác.
    ///
    ///   Điều 2. Quyết định này có hiệu lực từ ngày ký./.
    /// ```
    ///
    /// ## Basis
    /// NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 3 điểm b (R30)
    ///
    /// ## Là gì
    /// Ký hiệu mang chữ viết tắt của cơ quan khác với cơ quan ban hành.
    ///
    /// ## Vì sao
    /// `QĐ-HĐND` trên quyết định của Ủy ban nhân dân trái với chính phần đầu văn bản; sổ đăng ký
    /// ghi sang cơ quan khác.
    ///
    /// Chỉ xét chữ viết tắt và tên của những cơ quan ở đâu cũng như nhau.
    "D558" "symbol-against-issuer" Warning => check
}

fn check(input: &RuleInput<'_>, report: &mut RuleReport<'_>) {
    let directive = input.directive;
    let Some(issuer) = &directive.issuer else { return };
    let Some(Text { value: symbol, span, .. }) = &directive.symbol else { return };
    let mut groups = symbol.split('-');
    // Of a công văn the first group is the issuer, else the second one.
    let code = if directive.kind.code.is_some() { groups.nth(1) } else { groups.next() };
    let Some(code) = code else { return };
    let (Some(other), Some((own, _))) = (bodies::coded(code), bodies::named(&issuer.name.value))
    else {
        return;
    };
    if other.code != own.code {
        let message = Message::new("symbol-against-issuer")
            .with("symbol", symbol)
            .with("other", other.name())
            .with("issuer", &issuer.name.value)
            .with("right", symbol.replacen(code, own.code, 1));
        report.emit(*span, message).subject = Some(symbol.clone());
    }
}
