//! D570

use crate::check::prose::Part;
use crate::check::rule::{RuleInput, RuleReport, rule};
use crate::diagnostic::Message;

rule! {
    /// `kèm theo … này` in a document that puts nothing into force and has no appendix.
    ///
    /// ## Why
    /// The reader looks for what is attached and finds nothing; `enacts`, an appendix or the remark
    /// is missing.
    ///
    /// Looked at: `kèm theo` with the kind of the document itself (`kèm theo Quyết định này`), and
    /// `Phụ lục` or `danh sách kèm theo` … `này`.
    ///
    /// ## Bad
    /// ```yaml
    /// kind: quyet-dinh
    /// symbol: QĐ-UBND
    /// issuer: {name: Ủy ban nhân dân xã Yên Phú, authority: Ủy ban nhân dân xã Yên Phú}
    /// subject: Về việc kiện toàn Tổ công tác
    /// legal_bases:
    ///   - Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025
    /// body: |
    ///   Điều 1. Ban hành kèm theo Quyết định này Quy chế làm việc của Tổ công tác.
    ///
    ///   Điều 2. Quyết định này có hiệu lực từ ngày ký./.
    /// ```
    ///
    /// ## Good
    /// ```yaml
    /// kind: quyet-dinh
    /// symbol: QĐ-UBND
    /// issuer: {name: Ủy ban nhân dân xã Yên Phú, authority: Ủy ban nhân dân xã Yên Phú}
    /// subject: Về việc kiện toàn Tổ công tác
    /// legal_bases:
    ///   - Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025
    /// body: |
    ///   Điều 1. Kiện toàn Tổ công tác.
    ///
    ///   Điều 2. Quyết định này có hiệu lực từ ngày ký./.
    /// ```
    ///
    /// ## Basis
    /// NĐ 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.3; Phụ lục I, Phần I, Mục III, khoản 1 điểm a (R83,
    /// R92)
    ///
    /// ## Là gì
    /// Ghi `kèm theo … này` mà văn bản không ban hành kèm theo gì và không có phụ lục.
    ///
    /// ## Vì sao
    /// Người đọc tìm phần kèm theo mà không thấy; thiếu `enacts`, thiếu phụ lục, hoặc thừa câu này.
    ///
    /// Chỉ xét `kèm theo` đi với tên loại của chính văn bản (`kèm theo Quyết định này`).
    "D570" "nothing-attached" Warning => check
}

fn check(input: &RuleInput<'_>, report: &mut RuleReport<'_>) {
    let directive = input.directive;
    if !directive.enacts.is_empty() || !directive.appendices().is_empty() {
        return;
    }
    let own = [
        format!("èm theo {} này", directive.kind.name),
        format!("èm theo {} này", directive.kind.name.to_lowercase()),
    ];
    let is_looked_at = |part| matches!(part, Part::Paragraph | Part::Heading);
    for prose in input.prose.iter().filter(|prose| is_looked_at(prose.part)) {
        for words in &own {
            for (at, found) in prose.text.match_indices(words.as_str()) {
                let start = at - 1;
                let is_said = !prose.is_quoted(at);
                let words = &prose.text[start..at + found.len()];
                if is_said {
                    let message = Message::new("nothing-attached").with("words", words);
                    let span = prose.span(start..at + found.len());
                    report.emit(span, message).subject = Some(words.to_owned());
                }
            }
        }
    }
}
