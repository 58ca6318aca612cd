//! D519

use crate::check::documents::Basis;
use crate::check::rule::{RuleReport, Subject, rule};
use crate::diagnostic::{Message, Place};

rule! {
    /// A document that stands twice among the bases.
    ///
    /// ## Why
    /// One of the two lines is left over, or meant another document.
    ///
    /// The same entry of the catalog, or the same kind, number, symbol and day.
    ///
    /// ## Bad
    /// ```yaml
    /// legal_bases:
    ///   - Kế hoạch số 07/KH-UBND ngày 05/3/2025 của UBND tỉnh về giảm nghèo
    ///   - Kế hoạch số 07/KH-UBND ngày 05/3/2025 của UBND tỉnh về việc giảm nghèo
    /// body: Thực hiện {{ bases }}, đề nghị các xã rà soát./.
    /// ```
    ///
    /// ## Good
    /// ```yaml
    /// legal_bases:
    ///   - Kế hoạch số 07/KH-UBND ngày 05/3/2025 của UBND tỉnh về giảm nghèo
    ///   - Kế hoạch số 08/KH-UBND ngày 05/3/2025 của UBND tỉnh về việc làm
    /// body: Thực hiện {{ bases }}, đề nghị các xã rà soát./.
    /// ```
    ///
    /// ## Basis
    /// Each basis stands on a line of its own (R43), once.
    ///
    /// ## Là gì
    /// Một văn bản được ghi hai lần trong các căn cứ.
    ///
    /// ## Vì sao
    /// Một trong hai dòng bị thừa, hoặc định ghi văn bản khác.
    ///
    /// Tính là một khi cùng một mục của danh mục, hoặc cùng loại, số, ký hiệu và ngày.
    ///
    /// ## Căn cứ
    /// Mỗi căn cứ ghi một dòng riêng (R43), một lần.
    "D519" "basis-twice" Warning => check
}

fn check(subject: &Subject<'_>, report: &mut RuleReport<'_>) {
    let bases = &subject.documents.bases;
    for (index, basis) in bases.iter().enumerate() {
        let Some(first) = bases[..index].iter().find(|first| is_same(first, basis)) else {
            continue;
        };
        let words = basis.words();
        let finding = report.emit(basis.span(), Message::new("basis-twice").with("basis", &words));
        let label = Some(Message::new("basis-twice-first"));
        finding.related.push(Place { span: first.span(), label });
        finding.subject = Some(words);
    }
}

fn is_same(one: &Basis<'_>, other: &Basis<'_>) -> bool {
    match ((one.document, one.cited), (other.document, other.cited)) {
        ((Some(one), _), (Some(other), _)) => one.id.value == other.id.value,
        ((None, Some(one)), (None, Some(other))) => {
            let day = |date: &Option<crate::model::citation::CitedDate>| {
                date.as_ref().and_then(|date| date.date)
            };
            one.citation.kind == other.citation.kind
                && one.citation.symbol == other.citation.symbol
                && day(&one.citation.date) == day(&other.citation.date)
        }
        ((None, None), (None, None)) => one.prose.text == other.prose.text,
        _ => false,
    }
}
