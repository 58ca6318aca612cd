//! D203

use crate::check::rule::{RuleInput, RuleReport, rule};
use crate::diagnostic::Message;
use crate::model::kind::{Form, KINDS};

rule! {
    /// A correction that is no công văn, or an amendment by another kind of document than it
    /// amends.
    ///
    /// ## Why
    /// A mistake of form is corrected by a công văn of the issuer; wrong content is amended by a
    /// document of the same kind.
    ///
    /// ## Bad
    /// ```yaml
    /// kind: thong-bao
    /// symbol: TB-UBND
    /// subject: Đính chính Quyết định số 15/QĐ-UBND
    /// ```
    ///
    /// ## Good
    /// ```yaml
    /// subject: đính chính Quyết định số 15/QĐ-UBND
    /// ```
    ///
    /// ## Basis
    /// NĐ 30/2020/NĐ-CP, Điều 18 khoản 3 (R203)
    ///
    /// ## Là gì
    /// Đính chính không bằng công văn, hoặc sửa đổi bằng loại văn bản khác loại được sửa.
    ///
    /// ## Vì sao
    /// Sai về thể thức, kỹ thuật trình bày thì đính chính bằng công văn; sai về nội dung thì sửa
    /// đổi, thay thế bằng văn bản có hình thức tương đương.
    "D203" "correction-kind" Warning => check
}

fn check(input: &RuleInput<'_>, report: &mut RuleReport<'_>) {
    let directive = input.directive;
    let words = directive.subject.value.to_lowercase();
    let words = words.trim_start_matches("về việc ").trim_start_matches("v/v ");
    let message = |what: &'static str, other: &str| {
        Message::new("correction-kind")
            .with("what", what)
            .with("kind", directive.kind.name)
            .with("other", other)
    };
    if words.starts_with("đính chính ") && directive.kind.form != Form::Letter {
        report.emit(directive.subject.span, message("correct", ""));
        return;
    }
    let Some(rest) = words.strip_prefix("sửa đổi, bổ sung ") else { return };
    // `sửa đổi, bổ sung một số điều của Quyết định số …`
    let Some(named) = rest.split(" của ").find(|part| part.contains(" số ")) else { return };
    let other = KINDS.iter().find(|kind| named.starts_with(&kind.name.to_lowercase()));
    let asks = ["to-trinh", "cong-van", "bao-cao", "thong-bao", "ke-hoach"];
    if let Some(other) = other
        && other.id != directive.kind.id
        && !asks.contains(&directive.kind.id)
    {
        report.emit(directive.subject.span, message("amend", other.name));
    }
}
