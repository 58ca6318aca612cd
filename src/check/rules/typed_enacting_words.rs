//! D572

use crate::check::prose::Prose;
use crate::check::rule::{RuleInput, RuleReport, rule};
use crate::diagnostic::Message;
use crate::model::kind::Form;

rule! {
    /// What the program prints around the điều, typed in the body.
    ///
    /// ## Why
    /// The verb (`QUYẾT ĐỊNH:`), who decides and the căn cứ of a quyết định or nghị quyết are
    /// printed from their keys; typed in the body they stand there twice.
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
    ///   QUYẾT ĐỊNH:
    ///
    ///   Điều 1. Kiện toàn Tổ công tác.
    ///
    ///   Điều 2. Quyết định này có hiệu lực từ ngày ký./.
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
    /// ```
    ///
    /// ## Basis
    /// NĐ 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.1–1.3 (R43, R123)
    ///
    /// ## Là gì
    /// Gõ trong nội dung những chữ mà chương trình tự in quanh các điều.
    ///
    /// ## Vì sao
    /// Chữ `QUYẾT ĐỊNH:`, thẩm quyền và căn cứ của quyết định, nghị quyết được in từ các khóa
    /// riêng; gõ thêm trong nội dung thì in hai lần.
    "D572" "typed-enacting-words" Error => check
}

fn check(input: &RuleInput<'_>, report: &mut RuleReport<'_>) {
    let directive = input.directive;
    let Form::Enacting(verb) = directive.kind.form else { return };
    let verb = verb.to_uppercase();
    let authority = directive.issuer.as_ref().and_then(|issuer| issuer.authority.as_ref());
    let own = authority.map(|authority| authority.value.to_uppercase());
    let of_body = input.prose.iter().filter(|prose| prose.is_body() && prose.body == 0);
    for prose in of_body {
        // The căn cứ stand before the first điều.
        if prose.marker.as_ref().is_some_and(|marker| marker.starts_with("Điều")) {
            break;
        }
        let words = prose.text.trim();
        let what = if words.trim_end_matches(':').to_uppercase() == verb
            || Some(words.to_uppercase()) == own
        {
            "verb"
        } else if is_basis(words) {
            "basis"
        } else {
            continue;
        };
        tell(prose, words, what, report);
    }
}

fn is_basis(words: &str) -> bool {
    let leads = ["Căn cứ ", "Theo đề nghị của ", "Xét đề nghị của ", "Xét Tờ trình "];
    leads.iter().any(|lead| words.starts_with(lead)) && words.ends_with([';', '.'])
}

fn tell(prose: &Prose, words: &str, what: &str, report: &mut RuleReport<'_>) {
    let shown: String = words.chars().take(60).collect();
    let shown = if shown.len() < words.len() { format!("{}…", shown.trim_end()) } else { shown };
    let message = Message::new("typed-enacting-words").with("what", what).with("words", &shown);
    let span = prose.span(0..prose.text.len());
    report.emit(span, message).subject = Some(shown);
}
