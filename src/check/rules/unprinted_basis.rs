//! D522

use crate::check::rule::{RuleInput, RuleReport, rule};
use crate::diagnostic::Message;
use crate::model::Directive;
use crate::model::kind::Form;
use crate::model::reference::Referent;

rule! {
    /// A basis that the document neither prints nor names.
    ///
    /// ## Why
    /// `legal_bases` are printed where the body says `{{ bases }}`; without it nobody reads them.
    ///
    /// Nghị quyết and quyết định print their bases above the text and need no `{{ bases }}`. A
    /// basis that the body cites is printed there.
    ///
    /// ## Bad
    /// ```yaml
    /// legal_bases: [Kế hoạch số 07/KH-UBND ngày 05/3/2025 của UBND tỉnh về giảm nghèo]
    /// body: Đề nghị các xã rà soát./.
    /// ```
    ///
    /// ## Good
    /// ```yaml
    /// legal_bases: [Kế hoạch số 07/KH-UBND ngày 05/3/2025 của UBND tỉnh về giảm nghèo]
    /// body: Thực hiện {{ bases }}, đề nghị các xã rà soát./.
    /// ```
    ///
    /// ## Basis
    /// NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, II.6 (R43, R46)
    ///
    /// ## Là gì
    /// Căn cứ không được in ra và cũng không được nêu trong nội dung.
    ///
    /// ## Vì sao
    /// `legal_bases` được in ở chỗ nội dung viết `{{ bases }}`; không có chỗ đó thì không ai đọc
    /// được.
    ///
    /// Nghị quyết và quyết định in căn cứ phía trên nội dung, không cần `{{ bases }}`. Căn cứ đã
    /// được nêu trong nội dung thì được in ở đó.
    "D522" "unprinted-basis" Warning => check
}

fn check(input: &RuleInput<'_>, report: &mut RuleReport<'_>) {
    let directive = input.directive;
    if matches!(directive.kind.form, Form::Enacting(_)) || prints_all(directive) {
        return;
    }
    for basis in &input.documents.bases {
        let is_by_id = basis.document.is_some_and(|document| {
            input
                .documents
                .named
                .iter()
                .any(|named| !named.is_basis && named.document.id.value == document.id.value)
        });
        let is_typed = basis.cited.is_some_and(|own| {
            input
                .citations
                .iter()
                .any(|cited| cited.prose.is_body() && cited.citation.symbol == own.citation.symbol)
        });
        if !is_by_id && !is_typed {
            let words = basis.words();
            let message = Message::new("unprinted-basis").with("basis", &words);
            report.emit(basis.span(), message).subject = Some(words);
        }
    }
}

/// Whether the body says `{{ bases }}`.
fn prints_all(directive: &Directive) -> bool {
    let mut found = false;
    directive.references(|reference| found |= reference.to == Referent::Bases);
    found
}
