//! D191

use crate::check::rule::{RuleInput, RuleReport, rule};
use crate::diagnostic::Message;

rule! {
    /// Who resolves or decides is not for whom the document is signed.
    ///
    /// ## Why
    /// Above the căn cứ the document says who decides. If that is an office (`Chủ tịch …`), its
    /// holder signs with his title, without TM.; if it is a collective (`Ủy ban nhân dân …`), the
    /// signature begins with TM. and the same body.
    ///
    /// ## Bad
    /// ```yaml
    /// kind: quyet-dinh
    /// symbol: QĐ-UBND
    /// issuer: {name: Ủy ban nhân dân xã Yên Phú, authority: Chủ tịch Ủy ban nhân dân xã Yên Phú}
    /// subject: Về việc kiện toàn Tổ công tác
    /// legal_bases:
    ///   - Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025
    /// body: |
    ///   Điều 1. Kiện toàn Tổ công tác.
    ///
    ///   Điều 2. Quyết định này có hiệu lực từ ngày ký./.
    /// signatory: {authority: [TM. Ủy ban nhân dân], title: Chủ tịch, name: Trần Văn Sơn}
    /// ```
    ///
    /// ## Good
    /// ```yaml
    /// kind: quyet-dinh
    /// symbol: QĐ-UBND
    /// issuer: {name: Ủy ban nhân dân xã Yên Phú, authority: Chủ tịch Ủy ban nhân dân xã Yên Phú}
    /// subject: Về việc kiện toàn Tổ công tác
    /// legal_bases:
    ///   - Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025
    /// body: |
    ///   Điều 1. Kiện toàn Tổ công tác.
    ///
    ///   Điều 2. Quyết định này có hiệu lực từ ngày ký./.
    /// signatory: {title: Chủ tịch, name: Trần Văn Sơn}
    /// ```
    ///
    /// ## Basis
    /// NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 7 điểm b; Phụ lục III, Mẫu 1.2, 1.3, ghi
    /// chú 6 (R191, R212)
    ///
    /// ## Là gì
    /// Thẩm quyền ban hành không khớp với phần ký.
    ///
    /// ## Vì sao
    /// Phía trên căn cứ ghi ai quyết định. Nếu là chức danh (`Chủ tịch …`) thì người đó ký bằng
    /// chức vụ của mình, không ghi TM.; nếu là tập thể (`Ủy ban nhân dân …`) thì ký TM. và đúng tên
    /// tập thể đó.
    "D191" "authority-against-signature" Warning => check
}

/// What names of collectives that decide begin with, and what TM. stands before.
const COLLECTIVES: [(&str, &[&str]); 3] = [
    ("ủy ban nhân dân", &["ủy ban nhân dân", "uỷ ban nhân dân", "ubnd"]),
    (
        "hội đồng nhân dân",
        &["hội đồng nhân dân", "hđnd", "thường trực hđnd", "thường trực hội đồng"],
    ),
    ("ban chỉ đạo", &["ban chỉ đạo", "bcđ"]),
];

fn check(input: &RuleInput<'_>, report: &mut RuleReport<'_>) {
    let Some(authority) = input.directive.issuer.as_ref().and_then(|it| it.authority.as_ref())
    else {
        return;
    };
    let name = authority.value.to_lowercase().replace("uỷ ban", "ủy ban");
    let is_title = [
        "chủ tịch",
        "giám đốc",
        "bộ trưởng",
        "thủ tướng",
        "hiệu trưởng",
        "tổng giám đốc",
        "cục trưởng",
        "trưởng",
    ]
    .iter()
    .any(|title| name.starts_with(title));
    for line in input.directive.signatories.iter().flat_map(|one| &one.authority) {
        let Some(rest) = line.value.strip_prefix("TM.") else { continue };
        let rest = rest.trim().to_lowercase();
        let of_body = COLLECTIVES.iter().find(|(body, _)| name.starts_with(body));
        let is_other =
            of_body.is_some_and(|(_, forms)| !forms.iter().any(|form| rest.starts_with(form)));
        let what = match (is_title, is_other) {
            (true, _) => "title",
            (_, true) => "body",
            _ => continue,
        };
        let words = authority.value.split([' ']).collect::<Vec<_>>();
        let body = words[..words.len().min(4)].join(" ");
        let shown = if what == "title" { authority.value.clone() } else { body };
        let message = Message::new("authority-against-signature")
            .with("what", what)
            .with("authority", shown)
            .with("line", &line.value);
        report.emit(line.span, message).subject = Some(line.value.clone());
    }
}
