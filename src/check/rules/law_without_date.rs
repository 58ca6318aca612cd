//! D560

use std::sync::LazyLock;

use regex::Regex;

use crate::check::rule::{RuleInput, RuleReport, rule};
use crate::diagnostic::Message;

rule! {
    /// A law or ordinance among the bases without its day.
    ///
    /// ## Why
    /// Of a luật or pháp lệnh a basis names type, name and day; without the day the reader does not
    /// know which of two laws of one name is meant.
    ///
    /// ## Bad
    /// ```yaml
    /// kind: quyet-dinh
    /// symbol: QĐ-UBND
    /// issuer: {name: Ủy ban nhân dân xã An Lạc, authority: Ủy ban nhân dân xã An Lạc}
    /// subject: Về việc kiện toàn Tổ công tác
    /// legal_bases:
    ///   - Luật Tổ chức chính quyền địa phương
    /// body: |
    ///   Điều 1. Kiện toàn Tổ công tác.
    ///
    ///   Điều 2. Quyết định này có hiệu lực từ ngày ký./.
    /// ```
    ///
    /// ## Good
    /// ```yaml
    /// kind: quyet-dinh
    /// symbol: QĐ-UBND
    /// issuer: {name: Ủy ban nhân dân xã An Lạc, authority: Ủy ban nhân dân xã An Lạc}
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
    /// NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 6 điểm a (R44)
    ///
    /// ## Là gì
    /// Căn cứ là luật, pháp lệnh mà không ghi ngày ban hành.
    ///
    /// ## Vì sao
    /// Căn cứ là luật, pháp lệnh thì ghi tên loại, tên gọi và ngày ban hành; không ghi ngày thì
    /// không biết là luật nào khi có hai luật cùng tên.
    "D560" "law-without-date" Warning => check
}

static DAY: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("ngày [0-9]{1,2}(?: tháng [0-9]{1,2} năm |/[0-9]{1,2}/|[-.][0-9]{1,2}[-.])[0-9]{4}")
        .expect("its fixture is tested")
});

fn check(input: &RuleInput<'_>, report: &mut RuleReport<'_>) {
    for basis in &input.documents.bases {
        // What the catalog knows has its day from there; D105 tells where it lacks one.
        if basis.is_id {
            continue;
        }
        let text = basis.prose.text.strip_prefix("Căn cứ ").unwrap_or(&basis.prose.text);
        let offset = basis.prose.text.len() - text.len();
        // `Luật A ngày …; Luật B` in one line: each of them.
        let mut start = 0;
        for part in text.split(';') {
            let law = part.trim_start().trim_start_matches("Căn cứ ");
            let is_law =
                ["Luật ", "Bộ luật ", "Pháp lệnh "].iter().any(|word| law.starts_with(word));
            if is_law && !DAY.is_match(law) {
                let at = offset + start + (part.len() - law.len());
                let law = law.trim_end().trim_end_matches('.');
                let message = Message::new("law-without-date").with("law", law);
                let span = basis.prose.span(at..at + law.len());
                report.emit(span, message).subject = Some(law.to_owned());
            }
            start += part.len() + 1;
        }
    }
}
