//! D192

use crate::check::rule::{RuleInput, RuleReport, rule};
use crate::diagnostic::Message;

rule! {
    /// A decision with a document attached whose trích yếu or Điều 1 does not say so.
    ///
    /// ## Why
    /// A decision that puts another document into force is titled `Ban hành …` or `Phê duyệt …`,
    /// and its Điều 1 says `kèm theo Quyết định này`.
    ///
    /// ## Bad
    /// ```yaml
    /// kind: quyet-dinh
    /// symbol: QĐ-UBND
    /// issuer: {name: Ủy ban nhân dân xã Yên Phú, authority: Ủy ban nhân dân xã Yên Phú}
    /// subject: Về việc quy chế làm việc
    /// legal_bases:
    ///   - Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025
    /// body: |
    ///   Điều 1. Ban hành kèm theo Quyết định này Quy chế làm việc.
    ///
    ///   Điều 2. Quyết định này có hiệu lực từ ngày ký./.
    /// enacts:
    ///   - kind: quy-che
    ///     subject: Làm việc của Tổ công tác
    ///     body: |
    ///       Tổ công tác làm việc theo nguyên tắc tập thể./.
    /// ```
    ///
    /// ## Good
    /// ```yaml
    /// kind: quyet-dinh
    /// symbol: QĐ-UBND
    /// issuer: {name: Ủy ban nhân dân xã Yên Phú, authority: Ủy ban nhân dân xã Yên Phú}
    /// subject: Ban hành Quy chế làm việc
    /// legal_bases:
    ///   - Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025
    /// body: |
    ///   Điều 1. Ban hành kèm theo Quyết định này Quy chế làm việc.
    ///
    ///   Điều 2. Quyết định này có hiệu lực từ ngày ký./.
    /// enacts:
    ///   - kind: quy-che
    ///     subject: Làm việc của Tổ công tác
    ///     body: |
    ///       Tổ công tác làm việc theo nguyên tắc tập thể./.
    /// ```
    ///
    /// ## Basis
    /// NĐ 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.3 (R192)
    ///
    /// ## Là gì
    /// Quyết định có văn bản kèm theo mà trích yếu hoặc Điều 1 không ghi ban hành, phê duyệt.
    ///
    /// ## Vì sao
    /// Quyết định ban hành văn bản khác có trích yếu `Ban hành …` hoặc `Phê duyệt …`, Điều 1 ghi
    /// `kèm theo Quyết định này`.
    "D192" "enacting-subject" Warning => check
}

fn check(input: &RuleInput<'_>, report: &mut RuleReport<'_>) {
    let directive = input.directive;
    if directive.enacts.is_empty() {
        return;
    }
    let message = |what: &'static str| {
        Message::new("enacting-subject").with("what", what).with("kind", directive.kind.name)
    };
    let title = directive.subject.value.to_lowercase();
    let title = title.trim_start_matches("về việc ");
    let leads = ["ban hành", "phê duyệt", "sửa đổi", "thông qua", "công bố", "quy định"];
    if !leads.iter().any(|lead| title.starts_with(lead)) {
        report.emit(directive.subject.span, message("subject"));
    }
    let mut own = input.prose.iter().filter(|prose| prose.is_body() && prose.body == 0);
    let first = own.find(|prose| prose.marker.as_deref() == Some("Điều 1."));
    let Some(first) = first else { return };
    let mut of_article = vec![first];
    of_article.extend(own.take_while(|prose| {
        !prose.marker.as_ref().is_some_and(|marker| marker.starts_with("Điều"))
    }));
    if !of_article.iter().any(|prose| prose.text.contains("kèm theo")) {
        report.emit(first.span(0..first.text.len()), message("article"));
    }
}
