//! D570

use std::ops::Range;

use crate::check::prose::{Part, Prose};
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
    /// Chỉ xét `kèm theo` đi với tên loại của chính văn bản (`kèm theo Quyết định này`), và
    /// `Phụ lục kèm theo`, `Phụ lục đính kèm` không nói là của văn bản nào.
    "D570" "nothing-attached" Warning => check
}

fn check(input: &RuleInput<'_>, report: &mut RuleReport<'_>) {
    let directive = input.directive;
    let is_followed = !directive.enacts.is_empty() || !directive.appendices().is_empty();
    if is_followed || !directive.attachments.is_empty() {
        return;
    }
    let own = [
        format!("èm theo {} này", directive.kind.name),
        format!("èm theo {} này", directive.kind.name.to_lowercase()),
    ];
    let is_looked_at = |part| matches!(part, Part::Paragraph | Part::Heading);
    let mut tell = |prose: &Prose, range: Range<usize>| {
        let words = prose.text[range.clone()].to_owned();
        let message = Message::new("nothing-attached").with("words", &words);
        report.emit(prose.span(range), message).subject = Some(words);
    };
    for prose in input.prose.iter().filter(|prose| is_looked_at(prose.part)) {
        for words in &own {
            for (at, found) in prose.text.match_indices(words.as_str()) {
                if !prose.is_quoted(at) {
                    tell(prose, at - 1..at + found.len());
                }
            }
        }
        for range in appendix_named(&prose.text) {
            if !prose.is_quoted(range.start) {
                tell(prose, range);
            }
        }
    }
}

/// Where the text says that an appendix of its own stands behind it: `(có Phụ lục kèm theo)`. An
/// appendix of another document is named with that document.
fn appendix_named(text: &str) -> Vec<Range<usize>> {
    let ends = |behind: &str| behind.is_empty() || behind.starts_with([')', '.', ',', ';', ':']);
    let named = |(at, lead): (usize, &str)| {
        let start = text[..at].strip_suffix(['P', 'p'])?.len();
        let behind = &text[at + lead.len()..];
        let attached = ["đính kèm", "kèm theo", "gửi kèm"];
        let attached = attached.into_iter().find(|words| behind.starts_with(words))?;
        ends(&behind[attached.len()..]).then_some(start..at + lead.len() + attached.len())
    };
    text.match_indices("hụ lục ").filter_map(named).collect()
}
