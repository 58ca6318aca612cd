//! D045

use crate::check::citations::Cited;
use crate::check::prose::Part;
use crate::check::rule::{RuleReport, Subject, rule};
use crate::diagnostic::Message;
use crate::model::symbol::Shape;

rule! {
    /// A document whose first citation lacks its day, its issuer or what it is about.
    ///
    /// ## Why
    /// A number alone recurs every year and in every agency. The first citation is complete, later
    /// ones are kind and number.
    ///
    /// ## Bad
    /// ```yaml
    /// body: Thực hiện Kế hoạch số 07/KH-UBND của UBND tỉnh, đề nghị các xã rà soát./.
    /// ```
    ///
    /// ## Good
    /// ```yaml
    /// body: Thực hiện Kế hoạch số 07/KH-UBND ngày 05/3/2026 của UBND tỉnh về giảm nghèo, đề nghị các xã rà soát./.
    /// ```
    ///
    /// ## Basis
    /// NĐ 30/2020/NĐ-CP, Phụ lục I, II.6a–b (R44, R45)
    ///
    /// ## Là gì
    /// Văn bản được viện dẫn lần đầu mà thiếu ngày, cơ quan ban hành hoặc trích yếu.
    ///
    /// ## Vì sao
    /// Chỉ có số thì năm nào, cơ quan nào cũng có thể trùng. Lần đầu phải ghi đủ, các lần sau chỉ
    /// cần tên loại và số, ký hiệu.
    "D045" "incomplete-citation" Warning => check
}

fn check(subject: &Subject<'_>, report: &mut RuleReport<'_>) {
    let cited: Vec<&Cited<'_>> =
        subject.citations.iter().filter(|cited| cited.prose.part != Part::Subject).collect();
    for (index, first) in cited.iter().enumerate() {
        let same = |other: &&&Cited<'_>| other.citation.symbol == first.citation.symbol;
        let is_first = !cited[..index].iter().any(|other| same(&other));
        let is_quoted = first.prose.is_quoted(first.citation.range.start);
        if !is_first || is_quoted || is_law(first) {
            continue;
        }
        let all = || cited.iter().filter(same);
        let missing = if all().all(|other| other.citation.date.is_none()) {
            // A Party document without a day is D140.
            if matches!(first.citation.shape, Shape::Party { .. }) {
                continue;
            }
            "date"
        } else if all().all(|other| !has_issuer(other)) {
            "issuer"
        } else if is_basis(first, subject) && is_bare(first.rest()) {
            "abstract"
        } else {
            continue;
        };
        let message = Message::new("incomplete-citation")
            .with("cited", first.words())
            .with("missing", missing);
        report.emit(first.span(), message).subject = Some(first.words().to_owned());
    }
}

/// Whether it is a basis itself, and not named by the subject of one.
fn is_basis(cited: &Cited<'_>, subject: &Subject<'_>) -> bool {
    let mut own = subject.documents.bases.iter().filter_map(|basis| basis.cited);
    own.any(|own| own.span() == cited.span())
}

fn is_law(cited: &Cited<'_>) -> bool {
    ["Luật", "Bộ luật", "Pháp lệnh"].contains(&cited.citation.kind.word)
}

/// Whether words follow the day, or stand between the symbol and it.
fn has_issuer(cited: &Cited<'_>) -> bool {
    let Some(date) = &cited.citation.date else { return false };
    if cited.citation.rest < date.range.start {
        return true;
    }
    // `Theo đề nghị của Sở Y tế tại Tờ trình số …` has named it.
    if cited.prose.text[..cited.citation.range.start].ends_with(" tại ") {
        return true;
    }
    let rest = cited.rest().trim_start_matches([' ', ',']);
    rest.starts_with(char::is_alphabetic)
        && !rest.starts_with("và ")
        && !rest.starts_with("đề nghị")
}

/// Whether `rest` names an issuer and nothing else.
fn is_bare(rest: &str) -> bool {
    let rest = rest.trim();
    let is_short = rest.split_whitespace().count() <= 9;
    is_short && rest.starts_with("của ") && !ABOUT.iter().any(|word| rest.contains(word))
}

/// What a trích yếu begins with.
const ABOUT: [&str; 19] = [
    " về",
    " v/v",
    " ban hành",
    " quy định",
    " thực hiện",
    " triển khai",
    " phê duyệt",
    " giao ",
    " hướng dẫn",
    " sửa đổi",
    " bổ sung",
    " công bố",
    " thành lập",
    " kiện toàn",
    " tăng cường",
    " phân ",
    "“",
    "\"",
    " phát triển",
];
