//! D524

use crate::check::citations::Cited;
use crate::check::documents::Basis;
use crate::check::rule::{RuleInput, RuleReport, rule};
use crate::diagnostic::Message;

rule! {
    /// A typed basis that the catalog of the office does not have.
    ///
    /// ## Why
    /// What the catalog has is cited the same way everywhere, and its day and force are checked;
    /// what is typed by hand is believed.
    ///
    /// Looked at: offices whose catalog has legal documents.
    ///
    /// ## Bad
    /// ```yaml
    /// legal_bases: [Kế hoạch số 07/KH-UBND ngày 05/3/2025 của UBND tỉnh về giảm nghèo]
    /// body: Thực hiện {{ bases }}, đề nghị các xã rà soát./.
    /// ```
    /// ```yaml catalog
    /// legal_documents:
    ///   kh-08:
    ///     type: Kế hoạch
    ///     number: 08/KH-UBND
    ///     date: 2025-03-06
    ///     issuer: UBND tỉnh
    ///     subject: về giảm nghèo
    /// ```
    ///
    /// ## Good
    /// ```yaml
    /// legal_bases: [kh-08]
    /// body: Thực hiện {{ bases }}, đề nghị các xã rà soát./.
    /// ```
    ///
    /// ## Basis
    /// What many documents share is written once.
    ///
    /// ## Là gì
    /// Căn cứ gõ tay không có trong danh mục của cơ quan.
    ///
    /// ## Vì sao
    /// Văn bản có trong danh mục thì ở đâu cũng được viện dẫn như nhau, ngày và hiệu lực được kiểm
    /// tra; văn bản gõ tay thì không kiểm tra được.
    ///
    /// Chỉ xét khi danh mục có văn bản.
    ///
    /// ## Căn cứ
    /// Điều dùng chung chỉ ghi một lần.
    "D524" "unknown-basis" Info => check
}

fn check(input: &RuleInput<'_>, report: &mut RuleReport<'_>) {
    let catalog = input.context.catalog;
    if catalog.documents.is_empty() {
        return;
    }
    // One whose number is known, but not its day, is D520.
    let bears = |cited: &Cited<'_>| catalog.numbered(&cited.citation.symbol).next().is_some();
    let is_unknown =
        |basis: &&Basis<'_>| basis.document.is_none() && !basis.cited.is_some_and(bears);
    for basis in input.documents.bases.iter().filter(is_unknown) {
        let words = basis.words();
        let message = Message::new("unknown-basis").with("basis", &words);
        let span = basis.cited.map_or_else(|| basis.span(), Cited::span);
        report.emit(span, message).subject = Some(words);
    }
}
