//! D559

use crate::check::bodies;
use crate::check::citations::Cited;
use crate::check::rule::{RuleInput, RuleReport, rule};
use crate::diagnostic::Message;

rule! {
    /// A cited document whose symbol is of one body and whose issuer is another.
    ///
    /// ## Why
    /// `Quyết định số 12/QĐ-UBND … của Hội đồng nhân dân` contradicts itself: symbol or issuer is
    /// wrong, and the document cannot be found.
    ///
    /// Looked at: codes and names of the bodies that are everywhere the same.
    ///
    /// ## Bad
    /// ```yaml
    /// body: |
    ///   Theo Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Bộ Nội vụ về công tác văn thư./.
    /// ```
    ///
    /// ## Good
    /// ```yaml
    /// body: |
    ///   Theo Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ về công tác văn thư./.
    /// ```
    ///
    /// ## Basis
    /// NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 3 điểm b và khoản 6 điểm b (R30, R45)
    ///
    /// ## Là gì
    /// Văn bản được viện dẫn có ký hiệu của cơ quan này mà ghi cơ quan ban hành khác.
    ///
    /// ## Vì sao
    /// `Quyết định số 12/QĐ-UBND … của Hội đồng nhân dân` tự trái nhau: ký hiệu hoặc cơ quan ban
    /// hành sai, không tra được văn bản.
    ///
    /// Chỉ xét chữ viết tắt và tên của những cơ quan ở đâu cũng như nhau.
    "D559" "issuer-against-symbol" Warning => check
}

fn check(input: &RuleInput<'_>, report: &mut RuleReport<'_>) {
    for cited in input.citations {
        let Some(body) = bodies::code_of(&cited.citation).and_then(bodies::coded) else { continue };
        let Some(start) = issuer(cited).or_else(|| proposer(cited)) else { continue };
        let words = &cited.prose.text[start..];
        let Some((other, length)) = bodies::named(words) else { continue };
        if other.code != body.code {
            let issuer = &words[..length];
            let message = Message::new("issuer-against-symbol")
                .with("symbol", &cited.citation.symbol)
                .with("body", full(body.name()))
                .with("issuer", issuer);
            let span = cited.prose.span(start..start + length);
            report.emit(span, message).subject = Some(cited.citation.symbol.clone());
        }
    }
}

/// Where the name of the issuer begins: behind the day, or between the symbol and it.
/// A body as a citation writes it.
fn full(name: &str) -> &str {
    if name == "Thủ tướng" { "Thủ tướng Chính phủ" } else { name }
}

/// Where the name begins of who proposes: `theo đề nghị của Giám đốc Sở Xây dựng tại Tờ trình số …`.
fn proposer(cited: &Cited<'_>) -> Option<usize> {
    const HEADS: [&str; 4] = ["Giám đốc ", "Chánh Văn phòng ", "Bộ trưởng ", ""];
    let before = cited.prose.text[..cited.citation.range.start].strip_suffix(" tại ")?;
    let start = before.rfind("đề nghị của ")? + "đề nghị của ".len();
    let name = &before[start..];
    let head = HEADS.iter().find(|head| name.starts_with(**head))?;
    let (_, length) = bodies::named(&name[head.len()..])?;
    // Nothing else stands between: `Sở Y tế và Sở Nội vụ` are two.
    (head.len() + length == name.len()).then_some(start + head.len())
}

fn issuer(cited: &Cited<'_>) -> Option<usize> {
    let text = &cited.prose.text;
    let of = |at: usize| {
        let behind = &text[at..];
        let rest = behind.trim_start_matches([' ', ',']);
        rest.strip_prefix("của ").map(|words| text.len() - words.len())
    };
    of(cited.citation.range.end).or_else(|| {
        let date = cited.citation.date.as_ref()?;
        let is_beside = date.range.start <= cited.citation.range.end + 2;
        of(date.range.end).filter(|_| is_beside)
    })
}
