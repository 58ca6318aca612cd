//! D130

use crate::check::citations::{self, Cited};
use crate::check::rule::{RuleInput, RuleReport, rule};
use crate::diagnostic::Message;
use crate::model::citation::{self, TypeWord};
use crate::model::symbol::{STATE_CODES, Shape};

rule! {
    /// A cited document whose kind and symbol contradict each other.
    ///
    /// ## Why
    /// The code in the symbol says what the document is: a nghị quyết bears NQ, never NĐ. One of
    /// the two is wrong, and readers look for a document that is not there.
    ///
    /// Not looked at: documents from before 02/5/2004, when NĐ 110/2004/NĐ-CP came into force. Their
    /// symbols followed other rules.
    ///
    /// ## Bad
    /// ```yaml
    /// legal_bases: [Nghị quyết số 125/NĐ-CP ngày 08/10/2018 của Chính phủ về bảo hiểm]
    /// body: Thực hiện {{ bases }}, đề nghị các xã rà soát./.
    /// ```
    ///
    /// ## Good
    /// ```yaml
    /// legal_bases: [Nghị quyết số 125/NQ-CP ngày 08/10/2018 của Chính phủ về bảo hiểm]
    /// body: Thực hiện {{ bases }}, đề nghị các xã rà soát./.
    /// ```
    ///
    /// ## Basis
    /// NĐ 30/2020/NĐ-CP, Phụ lục III, I (R130–R134, R139)
    ///
    /// ## Là gì
    /// Văn bản viện dẫn có tên loại và ký hiệu trái nhau.
    ///
    /// ## Vì sao
    /// Mã trong ký hiệu cho biết loại văn bản: nghị quyết mang NQ, không mang NĐ. Một trong hai đã
    /// sai, người đọc sẽ tìm một văn bản không có.
    ///
    /// Không xét văn bản trước ngày 02/5/2004 (Nghị định 110/2004/NĐ-CP có hiệu lực): trước đó ký
    /// hiệu ghi theo quy định khác.
    "D130" "type-against-symbol" Error => check
}

fn check(input: &RuleInput<'_>, report: &mut RuleReport<'_>) {
    for cited in input.citations.iter().chain(&citations::in_cells(input.prose)) {
        if cited.is_old || is_right(cited) || belongs_to_another(cited) {
            continue;
        }
        let kind = cited.citation.kind;
        let expected = kind.state.first().or_else(|| kind.party.first()).copied().unwrap_or("-");
        let what = match kind.word {
            "Công văn" => "letter",
            "Luật" | "Bộ luật" | "Pháp lệnh" => "law",
            _ => "code",
        };
        let message = Message::new("type-against-symbol")
            .with("cited", cited.words())
            .with("kind", kind.word)
            .with("symbol", &cited.citation.symbol)
            .with("what", what)
            .with("expected", expected)
            .with("other", citation::kind_of(&cited.citation.symbol).unwrap_or("none"));
        report.emit(cited.span(), message).subject = Some(cited.words().to_owned());
    }
}

fn is_right(cited: &Cited<'_>) -> bool {
    let kind = cited.citation.kind;
    match &cited.citation.shape {
        Shape::Normative { code } => match kind.word {
            "Luật" | "Bộ luật" => code.starts_with("QH"),
            "Pháp lệnh" => code.starts_with("UBTVQH"),
            "Nghị quyết" => {
                code == "NQ" || code.starts_with("QH") || code.starts_with("UBTVQH")
            }
            _ => kind.state.contains(&code.as_str()),
        },
        Shape::State { code } => {
            kind.state.contains(&code.as_str()) || kind.word == "Công văn" && is_agency(code)
        }
        Shape::Party { code } => kind.party.contains(&code.as_str()),
        Shape::Letter { first, .. } => {
            let is_own =
                kind.state.contains(&first.as_str()) || kind.party.contains(&first.as_str());
            let is_known = STATE_CODES.contains(&first.as_str())
                || ["NĐ", "TT", "TTLT", "NQLT", "KL", "L"].contains(&first.as_str());
            kind.word == "Công văn" && !is_known || is_own || is_made_up(kind, first)
        }
        Shape::Mixed | Shape::Incomplete | Shape::Unknown => true,
    }
}

/// Codes that agencies bear too: Cục Thuế, Sở Tài chính, Công đoàn.
fn is_agency(code: &str) -> bool {
    ["CT", "TC", "CĐ", "PC", "PG", "PB", "DA", "HĐ", "QC", "BC"].contains(&code)
}

/// `CTHĐ` for Chương trình hành động is D138, not another kind.
fn is_made_up(kind: &TypeWord, first: &str) -> bool {
    super::unknown_type_code::is_made_up(kind.state.first().copied().unwrap_or("-"), first)
}

/// `Quyết định ban hành Quy chế số 15/QĐ-UBND`: the number may be that of the kind before.
fn belongs_to_another(cited: &Cited<'_>) -> bool {
    let before = &cited.prose.text[..cited.citation.range.start];
    let clause = before.rsplit([';', '.']).next().unwrap_or_default();
    let code = match &cited.citation.shape {
        Shape::State { code } | Shape::Party { code } | Shape::Normative { code } => code,
        Shape::Letter { first, .. } => first,
        _ => return false,
    };
    let kinds = [
        ("QĐ", "uyết định"),
        ("NQ", "ghị quyết"),
        ("TB", "hông báo"),
        ("KH", "ế hoạch"),
        ("TTr", "ờ trình"),
        ("BC", "áo cáo"),
        ("CT", "hỉ thị"),
        ("TT", "hông tư"),
    ];
    kinds.iter().any(|(known, word)| known == code && clause.contains(word))
}
