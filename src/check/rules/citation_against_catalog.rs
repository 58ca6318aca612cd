//! D520

use crate::check::days::printed;
use crate::check::rule::{RuleInput, RuleReport, rule};
use crate::diagnostic::Message;
use crate::model::citation::{Citation, CitedDate};
use crate::model::legal_document::LegalDocument;

rule! {
    /// A typed citation that says another kind or another day than the catalog.
    ///
    /// ## Why
    /// One of the two is wrong; the reader looks for a document that is not there.
    ///
    /// Looked at: citations whose number and symbol an entry has. A number recurs every year, so
    /// another year is another document, unless the year is part of the symbol.
    ///
    /// ## Bad
    /// ```yaml
    /// body: Theo Quyết định số 546/QĐ-TTg ngày 20/4/2022 của Thủ tướng Chính phủ, các xã rà soát./.
    /// ```
    /// ```yaml catalog
    /// legal_documents:
    ///   qd-546:
    ///     type: Quyết định
    ///     number: 546/QĐ-TTg
    ///     date: 2022-04-29
    /// ```
    ///
    /// ## Good
    /// ```yaml
    /// body: Theo Quyết định số 546/QĐ-TTg ngày 29/4/2022 của Thủ tướng Chính phủ, các xã rà soát./.
    /// ```
    ///
    /// ## Basis
    /// NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, II.6 (R45)
    ///
    /// ## Là gì
    /// Văn bản viện dẫn gõ tay ghi loại hoặc ngày khác với danh mục.
    ///
    /// ## Vì sao
    /// Một trong hai đã sai; người đọc sẽ tìm văn bản không có.
    ///
    /// Chỉ xét khi danh mục có số và ký hiệu đó. Số dùng lại mỗi năm, nên khác năm là văn bản
    /// khác, trừ khi năm nằm trong ký hiệu.
    "D520" "citation-against-catalog" Warning => check
}

fn check(input: &RuleInput<'_>, report: &mut RuleReport<'_>) {
    let is_id = |span| input.documents.named.iter().any(|named| named.is_id && named.span == span);
    for cited in input.citations.iter().filter(|cited| !is_id(cited.span())) {
        let citation = &cited.citation;
        let of_year: Vec<&LegalDocument> = input
            .context
            .catalog
            .numbered(&citation.symbol)
            .filter(|document| is_of_year(citation, document))
            .collect();
        if of_year.iter().any(|document| contradiction(citation, document).is_none()) {
            continue;
        }
        let Some(document) = of_year.first() else { continue };
        let Some((what, span)) = contradiction(citation, document) else { continue };
        let (found, expected) = match span {
            Some(date) => (
                &cited.prose.text[date.range.clone()],
                format!("ngày {}", document.date.map(printed).unwrap_or_default()),
            ),
            None => (cited.words(), document.short()),
        };
        let message = Message::new("citation-against-catalog")
            .with("cited", cited.words())
            .with("what", what)
            .with("found", found)
            .with("expected", expected)
            .with("id", &document.id.value);
        let span = span.map_or_else(|| cited.span(), |date| cited.prose.span(date.range.clone()));
        report.emit(span, message).subject = Some(cited.words().to_owned());
    }
}

/// Whether `document` can be the one cited: of the same year, where the symbol does not tell it.
fn is_of_year(citation: &Citation, document: &LegalDocument) -> bool {
    let Some(date) = citation.date.as_ref().and_then(|date| date.date) else { return true };
    let has_year = citation.symbol.matches('/').count() > 1;
    has_year || document.date.is_none_or(|day| day.year() == date.year())
}

/// What `citation` says otherwise than `document`, and the day, if it is that.
fn contradiction<'a>(
    citation: &'a Citation,
    document: &LegalDocument,
) -> Option<(&'static str, Option<&'a CitedDate>)> {
    if citation.kind.word.to_lowercase() != document.kind.value.to_lowercase() {
        return Some(("kind", None));
    }
    let cited = citation.date.as_ref()?;
    let differs = document.date.is_some() && cited.date.is_some() && cited.date != document.date;
    differs.then_some(("date", Some(cited)))
}
