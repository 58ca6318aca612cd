//! D518

use jiff::civil::Date;

use crate::check::days::printed;
use crate::check::documents::told;
use crate::check::rule::{RuleInput, RuleReport, rule};
use crate::diagnostic::Message;
use crate::model::catalog::Catalog;
use crate::model::legal_document::LegalDocument;

rule! {
    /// A basis that, by the catalog, is not in force on the day of the document.
    ///
    /// ## Why
    /// What rests on a document that is no more, or not yet, in force rests on nothing.
    ///
    /// Looked at: bases that the catalog has, named by id or typed; the day of the document as far
    /// as it is known.
    ///
    /// ## Bad
    /// ```yaml
    /// date: 2026-03-05
    /// legal_bases: [qd-546]
    /// body: Thực hiện {{ bases }}, đề nghị các xã rà soát./.
    /// ```
    /// ```yaml catalog
    /// legal_documents:
    ///   qd-546:
    ///     type: Quyết định
    ///     number: 546/QĐ-TTg
    ///     date: 2022-04-29
    ///     issuer: Thủ tướng Chính phủ
    ///     subject: về việc giao chỉ tiêu
    ///     until: 2025-12-31
    /// ```
    ///
    /// ## Good
    /// ```yaml
    /// date: 2025-03-05
    /// legal_bases: [qd-546]
    /// body: Thực hiện {{ bases }}, đề nghị các xã rà soát./.
    /// ```
    ///
    /// ## Basis
    /// A document rests on what is in force; the days stand in the catalog.
    ///
    /// ## Là gì
    /// Căn cứ mà theo danh mục chưa có hiệu lực hoặc đã hết hiệu lực vào ngày của văn bản.
    ///
    /// ## Vì sao
    /// Dựa vào văn bản đã hết hoặc chưa có hiệu lực thì coi như không có căn cứ.
    ///
    /// Chỉ xét căn cứ có trong danh mục, viết bằng mã hoặc gõ đủ; ngày của văn bản tính theo phần
    /// đã biết.
    ///
    /// ## Căn cứ
    /// Văn bản phải dựa vào văn bản đang có hiệu lực; ngày hiệu lực ghi trong danh mục.
    "D518" "basis-out-of-force" Warning => check
}

fn check(input: &RuleInput<'_>, report: &mut RuleReport<'_>) {
    let Some((first, last)) = input.directive.date.period() else { return };
    let catalog = input.context.catalog;
    for named in input.documents.named.iter().filter(|named| named.is_basis) {
        let successor = successor(named.document, catalog);
        let ended = end(named.document, successor).filter(|end| *end <= first);
        let begins = named.document.from.filter(|from| *from > last);
        let (state, day) = match (ended, begins) {
            (Some(end), _) => ("ended", end),
            (None, Some(from)) => ("begins", from),
            (None, None) => continue,
        };
        let message = Message::new("basis-out-of-force")
            .with("basis", named.words())
            .with("state", state)
            .with("day", printed(day))
            .with("has_successor", if successor.is_some() { "yes" } else { "no" })
            .with("successor", successor.map(told).unwrap_or_default());
        report.emit(named.span, message).subject = Some(named.words());
    }
}

/// The document that took the place of `document`.
fn successor<'a>(document: &LegalDocument, catalog: &'a Catalog) -> Option<&'a LegalDocument> {
    catalog.documents.get(&document.replaced_by.as_ref()?.value).map(AsRef::as_ref)
}

/// The first day on which `document` is not in force any more.
fn end(document: &LegalDocument, successor: Option<&LegalDocument>) -> Option<Date> {
    let after = document.until.and_then(|until| until.tomorrow().ok());
    after.or_else(|| successor.and_then(|successor| successor.from.or(successor.date)))
}
