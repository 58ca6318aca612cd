//! D568

use crate::check::rule::{RuleInput, RuleReport, rule};
use crate::diagnostic::Message;
use crate::model::kind::Kind;
use crate::model::text::Text;

rule! {
    /// `Về việc` as the beginning of the title of a plan or a regulation.
    ///
    /// ## Why
    /// The trích yếu of a kế hoạch, chương trình, đề án, quy chế stands below the name of the kind
    /// and goes on from it: `KẾ HOẠCH` / `Rà soát hộ nghèo`. `Về việc` is for a quyết định.
    ///
    /// ## Bad
    /// ```yaml
    /// kind: ke-hoach
    /// symbol: KH-UBND
    /// subject: Về việc rà soát hộ nghèo năm 2026
    /// ```
    ///
    /// ## Good
    /// ```yaml
    /// kind: ke-hoach
    /// symbol: KH-UBND
    /// subject: Rà soát hộ nghèo năm 2026
    /// ```
    ///
    /// ## Basis
    /// NĐ 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.2, 1.4 (R192)
    ///
    /// ## Là gì
    /// `Về việc` ở đầu tên kế hoạch, chương trình, đề án, quy chế.
    ///
    /// ## Vì sao
    /// Trích yếu của kế hoạch, chương trình, đề án, quy chế đứng dưới tên loại và nối liền với tên
    /// loại: `KẾ HOẠCH` / `Rà soát hộ nghèo`. `Về việc` dùng cho quyết định.
    "D568" "subject-begins-about" Warning => check
}

/// Kinds whose title goes on from the name of the kind.
const TITLED: [&str; 8] =
    ["chuong-trinh", "de-an", "du-an", "ke-hoach", "phuong-an", "quy-che", "quy-dinh", "huong-dan"];

fn check(input: &RuleInput<'_>, report: &mut RuleReport<'_>) {
    let directive = input.directive;
    look(directive.kind, &directive.subject, report);
    for enacted in &directive.enacts {
        look(enacted.kind, &enacted.subject, report);
    }
}

fn look(kind: &Kind, subject: &Text, report: &mut RuleReport<'_>) {
    let words = ["Về việc ", "về việc ", "Về "];
    let found = words
        .iter()
        .find_map(|words| subject.value.strip_prefix(words).map(|rest| (words.trim_end(), rest)));
    let Some((words, rest)) = found.filter(|_| TITLED.contains(&kind.id)) else { return };
    let mut letters = rest.chars();
    let first = letters.next().map(|sign| sign.to_uppercase().to_string()).unwrap_or_default();
    let message = Message::new("subject-begins-about")
        .with("kind", kind.name)
        .with("words", words)
        .with("right", first + letters.as_str());
    report.emit(subject.span, message).subject = Some(subject.value.clone());
}
