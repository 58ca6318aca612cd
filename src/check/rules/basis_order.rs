//! D523

use crate::check::documents::Basis;
use crate::check::rule::{RuleInput, RuleReport, rule};
use crate::diagnostic::{Message, Place};
use crate::model::legal_document::is_law;

rule! {
    /// A basis that stands below one of lower rank.
    ///
    /// ## Why
    /// Bases are read from the highest to the lowest: laws, the Government, the Prime Minister,
    /// ministries, the province, the commune.
    ///
    /// Looked at: State documents whose rank their symbol tells; Party documents and letters have
    /// none. The decree asks for no order, so this is a note.
    ///
    /// ## Bad
    /// ```yaml
    /// legal_bases:
    ///   - Quyết định số 546/QĐ-TTg ngày 29/4/2022 của Thủ tướng Chính phủ về việc giao chỉ tiêu
    ///   - Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ về công tác văn thư
    /// body: Thực hiện {{ bases }}, đề nghị các xã rà soát./.
    /// ```
    ///
    /// ## Good
    /// ```yaml
    /// legal_bases:
    ///   - Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ về công tác văn thư
    ///   - Quyết định số 546/QĐ-TTg ngày 29/4/2022 của Thủ tướng Chính phủ về việc giao chỉ tiêu
    /// body: Thực hiện {{ bases }}, đề nghị các xã rà soát./.
    /// ```
    ///
    /// ## Basis
    /// Usage: bases in the order of their legal force.
    ///
    /// ## Là gì
    /// Căn cứ đứng sau một căn cứ có hiệu lực thấp hơn.
    ///
    /// ## Vì sao
    /// Căn cứ được đọc từ cao xuống thấp: luật, Chính phủ, Thủ tướng Chính phủ, bộ, tỉnh, xã.
    ///
    /// Chỉ xét văn bản nhà nước mà ký hiệu cho biết thứ bậc; văn bản của Đảng và công văn không
    /// xét. Nghị định không quy định thứ tự, nên đây chỉ là ghi chú.
    ///
    /// ## Căn cứ
    /// Thông lệ: căn cứ xếp theo hiệu lực pháp lý.
    "D523" "basis-order" Info => check
}

fn check(input: &RuleInput<'_>, report: &mut RuleReport<'_>) {
    let ranked: Vec<(&Basis<'_>, usize)> =
        input.documents.bases.iter().filter_map(|basis| Some((basis, rank(basis)?))).collect();
    for (index, (basis, own)) in ranked.iter().enumerate() {
        let Some((lower, _)) = ranked[..index].iter().find(|(_, before)| before > own) else {
            continue;
        };
        let words = basis.words();
        let message =
            Message::new("basis-order").with("basis", &words).with("lower", lower.words());
        let finding = report.emit(basis.span(), message);
        let label = Some(Message::new("basis-order-lower"));
        finding.related.push(Place { span: lower.span(), label });
        finding.subject = Some(words);
    }
}

/// Ends of symbols, from the highest rank to the lowest.
const RANKS: [&[&str]; 5] =
    [&["NĐ-CP", "NQ-CP", "CT-CP"], &["QĐ-TTg", "CT-TTg"], &["TT-"], &["NQ-HĐND"], &["QĐ-UBND"]];

/// The rank of a basis, 0 the highest, where its kind or symbol tells it.
fn rank(basis: &Basis<'_>) -> Option<usize> {
    let text = basis.prose.text.strip_prefix("Căn cứ ").unwrap_or(&basis.prose.text);
    let first = text.split(' ').next().unwrap_or_default();
    if is_law(first) || text.starts_with("Bộ luật ") || text.starts_with("Hiến pháp") {
        return Some(0);
    }
    let number = basis.document.and_then(|document| document.number.as_ref());
    let symbol = match (number, basis.cited) {
        (Some(number), _) => number.value.replace(' ', ""),
        (None, Some(cited)) => cited.citation.symbol.clone(),
        (None, None) => return None,
    };
    let (_, code) = symbol.rsplit_once('/')?;
    if code.starts_with("QH") || code.starts_with("UBTVQH") {
        return Some(0);
    }
    let index = RANKS.iter().position(|codes| {
        codes.iter().any(|known| code == *known || known.ends_with('-') && code.starts_with(known))
    });
    index.map(|index| index + 1)
}
