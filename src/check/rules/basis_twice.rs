//! D519

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::check::citations::Cited;
use crate::check::documents::Basis;
use crate::check::rule::{RuleInput, RuleReport, rule};
use crate::diagnostic::{Message, Place};
use crate::span::Span;

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

fn check(input: &RuleInput<'_>, report: &mut RuleReport<'_>) {
    let mut seen: BTreeMap<Key<'_>, (Span, usize)> = BTreeMap::new();
    for basis in &input.documents.bases {
        let (first, times) = seen.entry(key(basis)).or_insert_with(|| (basis.span(), 0));
        *times += 1;
        // A third time is the same mistake.
        if *times == 2 {
            let words = basis.words();
            let message = Message::new("basis-twice").with("basis", &words);
            let finding = report.emit(basis.span(), message);
            let label = Some(Message::new("basis-twice-first"));
            finding.related.push(Place { span: *first, label });
            finding.subject = Some(words);
        }
    }
}

/// What makes two bases one document.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Key<'a> {
    /// Its entry in the catalog.
    Entry(&'a str),
    /// Kind, number and symbol, day.
    Cited(&'static str, &'a str, Option<Date>),
    /// Its words.
    Words(&'a str),
}

fn key<'a>(basis: &'a Basis<'_>) -> Key<'a> {
    match (basis.document, basis.cited) {
        (Some(document), _) => Key::Entry(&document.id.value),
        (None, Some(Cited { citation, .. })) => {
            let day = citation.date.as_ref().and_then(|date| date.date);
            Key::Cited(citation.kind.word, &citation.symbol, day)
        }
        (None, None) => Key::Words(&basis.prose.text),
    }
}
